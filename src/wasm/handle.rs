//! One widget in one shadow root, as JavaScript holds it.
//!
//! One options object in; effects out as values, carried out by the caller once this side has let go of
//! itself: a listener may then ask for the answers or the scorecard at once.

#![allow(clippy::cast_possible_truncation)] // A usize has 32 bits here.
#![allow(clippy::needless_pass_by_value)] // Values of JavaScript are handed over, as their glue is smaller.

use super::dom::{self, Shown};
use super::options::{self, option, whole};
use crate::data::digest::Digest;
use crate::data::document::{Document, WriteDocument};
use crate::data::failure::Failure;
use crate::data::problem;
use crate::questionnaire::answers::{self, Agreement};
use crate::questionnaire::parse;
use crate::session::Event;
use crate::session::Notice;
use crate::view::ids::{HEADING, numbered};
use crate::view::node::{self, Node};
use crate::widget::Effect;
#[cfg(not(feature = "extras"))]
use crate::widget::Widget;
#[cfg(feature = "extras")]
use crate::widget::extras::ExtrasWidget as Widget;
use wasm_bindgen::prelude::*;

/// The one door for errors of the widget: what JavaScript throws, `{ code, problems }`, to be made an `Error` there.
#[allow(clippy::needless_pass_by_value)]
fn to_js_error(failure: Failure) -> JsValue {
    let mut map = JsValue::new_map();
    map.set_text("code", failure.code());
    map.set("problems", problem::write_all(failure.problems()));
    map
}

/// A widget and what it shows.
#[wasm_bindgen]
pub struct Handle {
    pub(super) widget: Widget,
    root: web_sys::Element,
    tree: Vec<Node>,
    shown: Vec<Shown>,
}

#[wasm_bindgen]
impl Handle {
    /// Shows a questionnaire in `root`, an empty node.
    ///
    /// `options`: `{ questionnaire, tap, notice, isLimited }`, what [`options::read`] reads, and what is kept of the reader, as
    /// [`crate::widget::Widget::recall`] takes it; `notice` is that of a handle which this one goes on for.
    ///
    /// # Errors
    /// Throws `{ code, problems }` where the questionnaire cannot be used. Kept answers that do not fit it
    /// are dropped.
    #[wasm_bindgen(constructor)]
    pub fn new(root: web_sys::Element, options: JsValue) -> Result<Handle, JsValue> {
        let (questionnaire, _) = parse::parse(&option(&options, "questionnaire"))
            .map_err(|problems| to_js_error(Failure::InvalidQuestionnaire(problems)))?;
        let tap_advances = option(&options, "tap").boolean();
        let (messages, choices) = options::read(&options);
        let mut widget = Widget::new(questionnaire, messages, choices, tap_advances);
        widget.recall(&options);
        #[cfg(not(feature = "extras"))]
        widget.set_limited(option(&options, "isLimited").boolean());
        let notice = [None, Some(Notice::OtherShape), Some(Notice::Reworded)];
        if let Some(known @ Some(_)) = notice.get(whole(&options, "notice")) {
            widget.set_notice(*known);
        }
        let mut handle = Handle {
            widget,
            root,
            tree: Vec::new(),
            shown: Vec::new(),
        };
        handle.show();
        Ok(handle)
    }

    /// Why the reader is asked again: 0 for no reason, 1 where what was kept is of another shape and was dropped, 2 where
    /// the words of some statements are others now.
    pub fn notice(&self) -> u8 {
        self.widget.notice().map_or(0, |it| it as u8 + 1)
    }

    /// The nodes it has put on the page, in the order of the document.
    pub fn nodes(&self) -> JsValue {
        let mut pages = Vec::new();
        dom::list(&self.shown, &mut pages);
        JsValue::from_list(pages)
    }

    /// A number that is the same for two handles that show the same.
    pub fn digest(&self) -> u32 {
        let mut sum = Digest::default();
        node::digest(&self.tree, &mut sum);
        sum.sum()
    }

    /// Goes on in `root` with `nodes`, in the order of the document, which show the same as its own.
    pub fn adopt(&mut self, root: web_sys::Element, nodes: JsValue) {
        let mut pages = (0..nodes.len()).map(|index| nodes.item(index));
        dom::adopt(&mut self.shown, &mut pages);
        self.root = root;
    }

    /// What the reader did: `next`, `back`, or the choice of `value` for a statement, by its index, as its
    /// `agreement` (0 for don't know) or its `certainty` (0 for the lowest). And the clock: `elapse`, when
    /// the moment after the tap of this number is over. Returns the effects.
    pub fn act(&mut self, name: &str, statement: usize, value: u8, tapped: bool) -> JsValue {
        #[cfg(feature = "fault-injection")]
        if name == "agreement" && value == 2 {
            std::process::abort();
        }
        let event = match name {
            "next" => Event::Next,
            "back" => Event::Back,
            "elapse" => Event::Elapse {
                tap: statement as u32,
            },
            "certainty" => Event::BeSure {
                statement,
                index: value.into(),
                tapped,
            },
            "agreement" => Event::Agree {
                statement,
                agreement: match value {
                    0 => Agreement::DontKnow,
                    point => Agreement::Point(point),
                },
                tapped,
            },
            // A button of the page's own, or of another version: it is no event here.
            _ => return JsValue::from_list(Vec::new()),
        };
        self.update(event)
    }

    /// The answers.
    pub fn answers(&self) -> JsValue {
        self.widget.write_answers()
    }

    /// Sets the answers. Returns the effects; or `{ code, problems }`, and changes nothing, where an answer
    /// does not fit its statement. (To throw would cost the glue more than it costs the shim to look.)
    pub fn replace(&mut self, answers: JsValue) -> JsValue {
        match answers::read(&answers, self.widget.questionnaire()) {
            Ok(answers) => self.update(Event::Replace(answers)),
            Err(problems) => to_js_error(Failure::InvalidAnswers(problems)),
        }
    }

    /// The scorecard; null before the reader has reached it.
    pub fn scorecard(&self) -> JsValue {
        self.widget.write_scorecard()
    }

    fn update(&mut self, event: Event) -> JsValue {
        let mut effects = Vec::new();
        for effect in self.widget.update(event) {
            effects.push(self.write(&effect));
        }
        self.show();
        JsValue::from_list(effects)
    }

    pub(super) fn show(&mut self) {
        let tree = self.widget.view();
        dom::patch(&self.root, &mut self.shown, &self.tree, &tree);
        self.tree = tree;
    }

    /// An effect as `[name, detail]`.
    pub(super) fn write(&self, effect: &Effect) -> JsValue {
        let session = self.widget.session();
        let (name, detail) = match *effect {
            Effect::Store => {
                let mut saved = JsValue::new_map();
                self.widget.write_saved(&mut saved);
                ("store", saved)
            }
            Effect::Wait(tap) => ("wait", JsValue::from_f64(tap.into())),
            Effect::FocusHeading => ("focus", JsValue::from_text(HEADING)),
            Effect::FocusMisconception(index) => {
                let id = numbered("misconception", index);
                ("focus", JsValue::from_text(&id))
            }
            #[cfg(feature = "extras")]
            Effect::FocusChange(index) => {
                let id = numbered("change", index);
                ("focus", JsValue::from_text(&id))
            }
            Effect::Reveal(index) => {
                let id = numbered("sure", index);
                ("reveal", JsValue::from_text(&id))
            }
            Effect::EmitStarted => ("started", JsValue::NULL),
            Effect::EmitAnswered(index) => {
                let response = session.answers.get(index).copied().flatten();
                let statement = self.widget.questionnaire().statements.get(index);
                let mut detail = response.map_or_else(JsValue::new_map, answers::write_response);
                let id = statement.map_or("", |statement| &statement.id);
                detail.set_text("statement", id);
                ("answered", detail)
            }
            Effect::EmitCompleted => ("completed", self.widget.write_scorecard()),
        };
        JsValue::from_list(vec![JsValue::from_text(name), detail])
    }
}
