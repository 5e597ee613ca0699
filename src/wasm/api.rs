//! The headless core as JavaScript calls it. Each function throws `{ code, problems }`.

use super::options::{self, option, whole};
use super::to_js_error;
use crate::api;
use crate::authoring::check;
use crate::data::document::Document;
use wasm_bindgen::prelude::*;

/// See [`crate::api::evaluate`].
///
/// # Errors
/// Throws what is wrong with the questionnaire or the answers.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value)]
pub fn evaluate(questionnaire: JsValue, answers: JsValue) -> Result<JsValue, JsValue> {
    headless::evaluate(&questionnaire, &answers).map_err(to_js_error)
}

/// See [`crate::api::compare`].
///
/// # Errors
/// Throws what keeps the two scorecards from being compared.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value)]
pub fn compare(before: JsValue, after: JsValue) -> Result<JsValue, JsValue> {
    headless::compare(&before, &after).map_err(to_js_error)
}

/// See [`crate::authoring::check::check`]; `today` is a text.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value)]
pub fn check(document: JsValue, today: JsValue) -> JsValue {
    check::check(&document, &today.text())
}

/// See [`crate::api::render`]; `options` are `{ tap }` and what [`options::read`] reads.
///
/// # Errors
/// Throws what is wrong with the questionnaire.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value)]
pub fn render(questionnaire: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let (messages, choices) = options::read(&options);
    let tap_advances = option(&options, "tap").boolean();
    headless::render(&questionnaire, messages, choices, tap_advances).map_err(to_js_error)
}

/// See [`crate::api::picture`]; `options` are `{ width, height }` and what [`options::read`] reads.
///
/// # Errors
/// Throws what keeps it from being drawn.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value, clippy::cast_possible_truncation)] // A usize has 32 bits here.
pub fn picture(
    scorecard: JsValue,
    questionnaire: JsValue,
    options: JsValue,
) -> Result<JsValue, JsValue> {
    let (messages, _) = options::read(&options);
    let size = (
        whole(&options, "width") as u32,
        whole(&options, "height") as u32,
    );
    let svg =
        headless::picture(&scorecard, &questionnaire, &messages, size).map_err(to_js_error)?;
    Ok(JsValue::from_text(&svg))
}
