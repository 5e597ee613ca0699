//! One widget in one shadow root, as JavaScript holds it.
//!
//! One options object goes in; effects come out as values. The caller carries them out after the
//! method has returned, so that a listener can ask the handle for the answers or the scorecard at
//! once.

#![allow(clippy::cast_possible_truncation)] // A usize has 32 bits here.
#![allow(clippy::needless_pass_by_value)] // JavaScript values are passed by value, which makes the glue smaller.

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
use crate::view::kept::Kept;
use crate::view::node::{self, Node};
use crate::widget::Effect;
#[cfg(not(feature = "extras"))]
use crate::widget::Widget;
#[cfg(feature = "extras")]
use crate::widget::extras::ExtrasWidget as Widget;
use wasm_bindgen::prelude::*;

/// The widget's only error for JavaScript: an object `{ code, problems }`, which JavaScript turns
/// into an `Error`.
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
    kept: Kept,
}

#[wasm_bindgen]
impl Handle {
    /// Shows a questionnaire in `root`, an empty element.
    ///
    /// `options` is an object with `{ questionnaire, tap, notice, isLimited }`, with the properties
    /// that [`options::read`] reads, and with those of the saved state that
    /// [`crate::widget::Widget::recall`] reads. `notice` is the one of the handle that this one
    /// replaces.
    ///
    /// # Errors
    ///
    /// Throws `{ code, problems }` if the questionnaire cannot be used. Saved answers that do not
    /// fit it are dropped.
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
            kept: Kept::default(),
        };
        handle.show();
        Ok(handle)
    }

    /// Why the reader is asked again: 0 for no reason, 1 if the saved answers belong to another
    /// shape and were dropped, 2 if some statements are worded differently now.
    pub fn notice(&self) -> u8 {
        self.widget.notice().map_or(0, |it| it as u8 + 1)
    }

    /// Our nodes on the page, as an array in document order.
    pub fn nodes(&self) -> JsValue {
        let mut pages = Vec::new();
        dom::list(&self.shown, &mut pages);
        JsValue::from_list(pages)
    }

    /// A checksum that is equal for two handles that show the same.
    pub fn digest(&self) -> u32 {
        let mut sum = Digest::default();
        node::digest(&self.tree, &mut sum);
        sum.sum()
    }

    /// Continues in `root` with `nodes`, an array in document order of nodes that show the same as
    /// this handle's own.
    pub fn adopt(&mut self, root: web_sys::Element, nodes: JsValue) {
        let mut pages = (0..nodes.len()).map(|index| nodes.item(index));
        dom::adopt(&mut self.shown, &mut pages);
        self.root = root;
    }

    /// Applies what the reader did: `next`, `back`, or a choice for the statement at this index,
    /// whose `value` is an `agreement` (0 for don't know) or a `certainty` (0 for the lowest
    /// level). `elapse` says that the pause after a tap is over; `statement` is then the number of
    /// the tap. Returns the effects.
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
            // Another button, such as one of the page or of another version, is not an event.
            _ => return JsValue::from_list(Vec::new()),
        };
        self.update(event)
    }

    /// The answers, as an object.
    pub fn answers(&self) -> JsValue {
        self.widget.write_answers()
    }

    /// Replaces the answers. Returns the effects. If an answer does not fit its statement, changes
    /// nothing and returns `{ code, problems }` instead; throwing would cost more bytes than the
    /// check in the shim.
    pub fn replace(&mut self, answers: JsValue) -> JsValue {
        match answers::read(&answers, self.widget.questionnaire()) {
            Ok(answers) => self.update(Event::Replace(answers)),
            Err(problems) => to_js_error(Failure::InvalidAnswers(problems)),
        }
    }

    /// The scorecard as an object; null before the reader has reached it.
    pub fn scorecard(&self) -> JsValue {
        self.widget.write_scorecard()
    }

    fn update(&mut self, event: Event) -> JsValue {
        self.kept.prepare(&event);
        let mut effects = Vec::new();
        for effect in self.widget.update(event) {
            effects.push(self.write(&effect));
        }
        self.draw();
        JsValue::from_list(effects)
    }

    pub(super) fn show(&mut self) {
        self.kept.clear();
        self.draw();
    }

    fn draw(&mut self) {
        let tree = self.widget.view_again(&mut self.kept);
        dom::patch(&self.root, &mut self.shown, &self.tree, &tree);
        self.tree = tree;
    }

    /// An effect as an array `[name, detail]`.
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
