//! One widget in one shadow root, as JavaScript holds it.
//!
//! One options object in; effects out as values, carried out by the caller once this side has let go of
//! itself: a listener may then ask for the answers or the scorecard at once.

use super::{dom, thrown};
use crate::document::Document;
use crate::headless::Failure;
use crate::messages::Messages;
use crate::plan::{Choices, Feedback, Layout, Order};
use crate::questionnaire::parse;
use crate::response::{self, Agreement};
use crate::session::Event;
use crate::view::node::Tree;
use crate::widget::{Effect, Widget};
use wasm_bindgen::prelude::*;

/// A widget and what it shows.
#[wasm_bindgen]
pub struct Handle {
    widget: Widget,
    root: web_sys::Node,
    shown: Tree,
}

#[wasm_bindgen]
impl Handle {
    /// Shows a questionnaire in `root`, an empty node.
    ///
    /// `options`: `{ questionnaire, lang, words, category, layout, feedback, order, advance, seed, answers,
    /// step }`; `words` as the message modules have them, `category` a function from a number to the place
    /// of its plural category.
    ///
    /// # Errors
    /// Throws `{ code, problems }` where the questionnaire cannot be used. Kept answers that do not fit it
    /// are dropped.
    #[wasm_bindgen(constructor)]
    pub fn new(root: web_sys::Node, options: JsValue) -> Result<Handle, JsValue> {
        let option = |key| options.child(key).unwrap_or(JsValue::NULL);
        let lang = option("lang").text();
        let (questionnaire, _) = parse::parse(&option("questionnaire"), &lang)
            .map_err(|problems| thrown(Failure::InvalidQuestionnaire(problems)))?;
        let words = option("words");
        let texts = (0..words.len()).map(|index| words.item(index).text());
        let category: js_sys::Function = option("category").unchecked_into();
        let category = move |number: usize| {
            // Counts of statements and misconceptions.
            #[allow(clippy::cast_precision_loss)]
            let number = JsValue::from_f64(number as f64);
            let place = category.call1(&JsValue::NULL, &number);
            place.map_or(usize::MAX, |place| whole(&place))
        };
        let is = |key, value| option(key).text() == value;
        let choices = Choices {
            layout: if is("layout", "list") { Layout::List } else { Layout::Paged },
            feedback: if is("feedback", "each") { Feedback::Each } else { Feedback::End },
            order: match &*option("order").text() {
                "author" => Order::Author,
                "shuffled" => Order::Shuffled,
                _ => Order::Interleaved,
            },
            seed: whole(&option("seed")) as u32,
        };
        let messages = Messages::new(texts.collect(), Box::new(category));
        let tap_advances = !is("advance", "manual");
        let answers = response::read(&option("answers"), &questionnaire);
        let mut widget = Widget::new(questionnaire, messages, choices, tap_advances);
        if let Ok(answers) = answers {
            let step = option("step");
            widget.resume(answers, step.as_f64().map(|_| whole(&step)));
        }
        let mut handle = Handle {
            widget,
            root,
            shown: Tree::default(),
        };
        handle.show();
        Ok(handle)
    }

    /// What the reader did with the control of this name and value, by a tap or not. Returns the effects.
    pub fn act(&mut self, name: &str, value: &str, tapped: bool) -> JsValue {
        match event(name, value, tapped) {
            Some(event) => self.update(event),
            None => JsValue::from_list(Vec::new()),
        }
    }

    /// The moment after tap number `tap` is over. Returns the effects.
    pub fn elapse(&mut self, tap: u32) -> JsValue {
        self.update(Event::Elapse { tap })
    }

    /// The answers.
    pub fn answers(&self) -> JsValue {
        self.widget.write_answers()
    }

    /// Sets the answers. Returns the effects.
    ///
    /// # Errors
    /// Throws `{ code, problems }`, and changes nothing, where an answer does not fit its statement.
    pub fn replace(&mut self, answers: JsValue) -> Result<JsValue, JsValue> {
        let answers = response::read(&answers, self.widget.questionnaire())
            .map_err(|problems| thrown(Failure::InvalidAnswers(problems)))?;
        Ok(self.update(Event::Replace(answers)))
    }

    /// The scorecard; null before the reader has reached it.
    pub fn scorecard(&self) -> JsValue {
        self.widget.write_scorecard()
    }

    fn update(&mut self, event: Event) -> JsValue {
        let effects = self.widget.update(event);
        self.show();
        let effects = effects.into_iter().map(|effect| self.write(effect));
        JsValue::from_list(effects.collect())
    }

    fn show(&mut self) {
        let tree = self.widget.view();
        dom::patch(&self.root, &self.shown, &tree);
        self.shown = tree;
    }

    /// An effect as `[name, detail]`.
    fn write(&self, effect: Effect) -> JsValue {
        let session = self.widget.session();
        let (name, detail) = match effect {
            Effect::Store => {
                let mut kept = JsValue::new_map();
                kept.set("answers", self.widget.write_answers());
                #[allow(clippy::cast_precision_loss)]
                kept.set("step", JsValue::from_f64(session.step as f64));
                ("store", kept)
            }
            Effect::Wait(tap) => ("wait", JsValue::from_f64(tap.into())),
            Effect::Focus(id) => ("focus", JsValue::from_text(&id)),
            Effect::EmitStarted => ("started", JsValue::NULL),
            Effect::EmitAnswered(index) => {
                let response = session.answers.get(index).copied().flatten();
                let statement = self.widget.questionnaire().statements.get(index);
                let mut detail = response.map_or_else(JsValue::new_map, response::write_response);
                let id = statement.map_or("", |statement| &statement.id);
                detail.set("statement", JsValue::from_text(id));
                ("answered", detail)
            }
            Effect::EmitCompleted => ("completed", self.widget.write_scorecard()),
        };
        JsValue::from_list(vec![JsValue::from_text(name), detail])
    }
}

/// A control's name and value as an event: `agreement-3` with `dontKnow` or a point, `certainty-3` with a
/// level, `next`, `back`.
fn event(name: &str, value: &str, tapped: bool) -> Option<Event> {
    match name {
        "next" => return Some(Event::Next),
        "back" => return Some(Event::Back),
        _ => {}
    }
    let (kind, statement) = name.split_once('-')?;
    let statement = statement.parse().ok()?;
    if kind == "certainty" {
        return Some(Event::BeSure {
            statement,
            level: value.parse().ok()?,
            tapped,
        });
    }
    let agreement = match value {
        "dontKnow" => Agreement::DontKnow,
        point => Agreement::Point(point.parse().ok()?),
    };
    Some(Event::Agree {
        statement,
        agreement,
        tapped,
    })
}

/// A whole number that is not negative; 0 for anything else.
fn whole(value: &JsValue) -> usize {
    // The cast saturates.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let number = value.number() as usize;
    number
}
