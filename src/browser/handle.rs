//! One widget in one shadow root, as JavaScript holds it.
//!
//! One options object in; effects out as values, carried out by the caller once this side has let go of
//! itself: a listener may then ask for the answers or the scorecard at once.

#![allow(clippy::cast_possible_truncation)] // A usize has 32 bits here.
#![allow(clippy::needless_pass_by_value)] // Values of JavaScript are handed over, as their glue is smaller.

use super::dom::{self, Page};
use super::thrown;
use crate::document::{Document, Kind};
use crate::headless::Failure;
use crate::messages::Messages;
use crate::plan::{Choices, Feedback, Layout, Order};
use crate::questionnaire::parse;
use crate::response::{self, Agreement};
use crate::session::Event;
use crate::view::{self, node::Node};
use crate::widget::{Effect, Widget};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Plurals;

    #[wasm_bindgen(method)]
    fn category(this: &Plurals, number: usize) -> usize;
}

/// A widget and what it shows.
#[wasm_bindgen]
pub struct Handle {
    widget: Widget,
    root: Page,
    shown: Vec<Node>,
}

#[wasm_bindgen]
impl Handle {
    /// Shows a questionnaire in `root`, an empty node.
    ///
    /// `options`: `{ questionnaire, words, category, list, each, order, tap, seed, answers, step }`;
    /// `words` as the message modules have them, `category` a method from a number to the place of its
    /// plural category, `order` 0 interleaved, 1 the author's, 2 shuffled.
    ///
    /// # Errors
    /// Throws `{ code, problems }` where the questionnaire cannot be used. Kept answers that do not fit it
    /// are dropped.
    #[wasm_bindgen(constructor)]
    pub fn new(root: Page, options: JsValue) -> Result<Handle, JsValue> {
        let (questionnaire, _) = parse::parse(&option(&options, "questionnaire"))
            .map_err(|problems| thrown(Failure::InvalidQuestionnaire(problems)))?;
        let words = option(&options, "words");
        let mut texts = Vec::new();
        for index in 0..words.len() {
            texts.push(words.item(index).text());
        }
        let plurals: Plurals = options.clone().unchecked_into();
        let category = move |number| plurals.category(number);
        let mut choices = Choices {
            seed: whole(&options, "seed") as u32,
            ..Choices::default()
        };
        if option(&options, "list").boolean() {
            choices.layout = Layout::List;
        }
        if option(&options, "each").boolean() {
            choices.feedback = Feedback::Each;
        }
        choices.order = match whole(&options, "order") {
            0 => Order::Interleaved,
            1 => Order::Author,
            _ => Order::Shuffled,
        };
        let messages = Messages::new(texts, Box::new(category));
        let tap_advances = option(&options, "tap").boolean();
        let answers = response::read(&option(&options, "answers"), &questionnaire);
        let mut widget = Widget::new(questionnaire, messages, choices, tap_advances);
        if let Ok(answers) = answers {
            let is_kept = option(&options, "step").kind() == Kind::Number;
            widget.resume(answers, is_kept.then(|| whole(&options, "step")));
        }
        let mut handle = Handle {
            widget,
            root,
            shown: Vec::new(),
        };
        handle.show();
        Ok(handle)
    }

    /// What the reader did: `next`, `back`, or the choice of `value` for a statement, by its index, as its
    /// `agreement` (0 for don't know) or its `certainty` (0 for the lowest). And the clock: `elapse`, when
    /// the moment after the tap of this number is over. Returns the effects.
    pub fn act(&mut self, name: &str, statement: usize, value: u8, tapped: bool) -> JsValue {
        let event = match name {
            "next" => Event::Next,
            "back" => Event::Back,
            "elapse" => Event::Elapse {
                tap: statement as u32,
            },
            "certainty" => Event::BeSure {
                statement,
                place: value.into(),
                tapped,
            },
            _ => Event::Agree {
                statement,
                agreement: match value {
                    0 => Agreement::DontKnow,
                    point => Agreement::Point(point),
                },
                tapped,
            },
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
        match response::read(&answers, self.widget.questionnaire()) {
            Ok(answers) => self.update(Event::Replace(answers)),
            Err(problems) => thrown(Failure::InvalidAnswers(problems)),
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

    fn show(&mut self) {
        let tree = self.widget.view();
        dom::patch(&self.root, &self.shown, &tree);
        self.shown = tree;
    }

    /// An effect as `[name, detail]`.
    fn write(&self, effect: &Effect) -> JsValue {
        let session = self.widget.session();
        let (name, detail) = match *effect {
            Effect::Store => {
                let mut kept = JsValue::new_map();
                kept.set("answers", self.widget.write_answers());
                #[allow(clippy::cast_precision_loss)]
                kept.set("step", JsValue::from_f64(session.step as f64));
                ("store", kept)
            }
            Effect::Wait(tap) => ("wait", JsValue::from_f64(tap.into())),
            Effect::FocusHeading => ("focus", JsValue::from_text(view::HEADING)),
            Effect::FocusMisconception(place) => {
                let id = view::numbered("misconception", place);
                ("focus", JsValue::from_text(&id))
            }
            Effect::EmitStarted => ("started", JsValue::NULL),
            Effect::EmitAnswered(index) => {
                let response = session.answers.get(index).copied().flatten();
                let statement = self.widget.questionnaire().statements.get(index);
                let mut detail = response.map_or_else(JsValue::new_map, response::write_response);
                let id = statement.map_or("", |statement| &statement.id);
                detail.set_text("statement", id);
                ("answered", detail)
            }
            Effect::EmitCompleted => ("completed", self.widget.write_scorecard()),
        };
        JsValue::from_list(vec![JsValue::from_text(name), detail])
    }
}

#[inline(never)]
fn option(options: &JsValue, key: &str) -> JsValue {
    options.child(key).unwrap_or(JsValue::NULL)
}

/// The option as a whole number that is not negative; 0 for anything else.
#[inline(never)]
fn whole(options: &JsValue, key: &str) -> usize {
    // The cast saturates.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let number = option(options, key).number() as usize;
    number
}
