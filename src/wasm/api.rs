//! The headless core as JavaScript calls it.
//!
//! Documents are read through [`super::value`]; options come in and results go out through serde.
//! Each function throws an object `{ code, problems }`, which JavaScript turns into an `Error`.

#![allow(clippy::needless_pass_by_value)] // JavaScript values are passed by value, which makes the glue smaller.

use crate::api;
use crate::authoring::check::Wishes;
use crate::data::failure::Failure;
use crate::data::problem::Problem;
use crate::messages::{CATEGORIES, Messages, Untranslated};
use crate::session::plan::{Choices, Feedback, Layout, Order};
use js_sys::{Array, Intl::PluralRules, JsString, Object};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Serializer, from_value};
use wasm_bindgen::prelude::*;

/// The options of `render` and `picture`. Whatever is absent has its default.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Options {
    /// The messages of a language file, in the order of [`Messages::new`].
    messages: Vec<String>,
    /// The language tag of the messages, whose plural rules are used.
    locale: String,
    /// The texts that the translation leaves out.
    untranslated: Option<Untranslated>,
    /// The attribute `layout`. Here and below, a value that the attribute does not have counts as
    /// the default.
    layout: Option<String>,
    /// The attribute `feedback`.
    feedback: Option<String>,
    /// The attribute `order`.
    order: Option<String>,
    /// The attribute `advance`.
    advance: Option<String>,
    /// The picture's width in pixels.
    width: u32,
    /// The picture's height in pixels.
    height: u32,
    /// Where the questionnaire can be found, as it is written on the picture, such as
    /// `example.com`.
    address: String,
}

impl Options {
    fn read(options: JsValue) -> Result<Self, JsValue> {
        Ok(from_value(options)?)
    }

    fn choices(&self) -> Choices {
        let mut choices = Choices::default();
        if self.layout.as_deref() == Some("list") {
            choices.layout = Layout::List;
        }
        if self.feedback.as_deref() == Some("each") {
            choices.feedback = Feedback::Each;
        }
        choices.order = match self.order.as_deref() {
            Some("author") => Order::Author,
            Some("shuffled") => Order::Shuffled,
            _ => Order::Interleaved,
        };
        choices
    }

    fn messages(self) -> Messages {
        let locales = Array::of1(&JsString::from(&*self.locale));
        let rules = PluralRules::new(&locales, &Object::new());
        let category = move |number| {
            // No count in a questionnaire comes near 2^32.
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            let category = rules.select(number.into());
            let index = CATEGORIES.iter().position(|it| category == *it);
            index.unwrap_or(CATEGORIES.len() - 1)
        };
        Messages::new(self.messages, Box::new(category))
            .in_language(self.locale)
            .beside(self.untranslated.unwrap_or_default())
    }
}

/// A failure as an object for JavaScript.
#[derive(Serialize)]
struct Thrown<'a> {
    code: &'a str,
    problems: &'a [Problem],
}

/// Converts a result into plain objects and arrays, like parsed JSON.
pub fn write<T: Serialize>(result: &T) -> Result<JsValue, JsValue> {
    Ok(result.serialize(&Serializer::json_compatible())?)
}

/// Converts a result, or throws the failure.
pub fn finish<T: Serialize>(result: Result<T, Failure>) -> Result<JsValue, JsValue> {
    match result {
        Ok(result) => write(&result),
        Err(failure) => Err(write(&Thrown {
            code: failure.code(),
            problems: failure.problems(),
        })?),
    }
}

/// See [`crate::api::compare`].
///
/// # Errors
///
/// Throws what keeps the two scorecards from being compared.
#[wasm_bindgen]
pub fn compare(before: JsValue, after: JsValue) -> Result<JsValue, JsValue> {
    finish(api::compare(&before, &after))
}

/// See [`crate::api::check`]. `today` is a date such as `2026-11-23`, or empty.
///
/// # Errors
///
/// None of its own: problems of the document are the result.
#[wasm_bindgen]
pub fn check(document: JsValue, today: String, is_draft: bool) -> Result<JsValue, JsValue> {
    let today = &today;
    write(&api::check(&document, Wishes { today, is_draft }))
}

/// See [`crate::api::render`]; `options` is an object with the fields of [`Options`].
///
/// # Errors
///
/// Throws what is wrong with the questionnaire.
#[wasm_bindgen]
pub fn render(questionnaire: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let options = Options::read(options)?;
    let choices = options.choices();
    let tap_advances = options.advance.as_deref() != Some("manual");
    let messages = options.messages();
    finish(api::render(&questionnaire, messages, choices, tap_advances))
}

/// See [`crate::api::picture`]; `options` is an object with the fields of [`Options`].
///
/// # Errors
///
/// Throws what keeps the picture from being drawn.
#[wasm_bindgen]
pub fn picture(
    scorecard: JsValue,
    questionnaire: JsValue,
    options: JsValue,
) -> Result<JsValue, JsValue> {
    let mut options = Options::read(options)?;
    let size = (options.width, options.height);
    let address = std::mem::take(&mut options.address);
    let messages = options.messages();
    finish(api::picture(
        &scorecard,
        &questionnaire,
        &messages,
        size,
        &address,
    ))
}
