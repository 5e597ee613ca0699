//! Reads the options object from JavaScript: messages and the author's choices.

#![allow(clippy::cast_possible_truncation)] // A usize has 32 bits here.

use crate::data::document::Document;
use crate::messages::{Messages, Untranslated};
use crate::session::plan::{Choices, Feedback, Layout, Order};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Plurals;

    #[wasm_bindgen(method)]
    fn category(this: &Plurals, number: usize) -> usize;
}

/// Reads messages and choices from
/// `{ messages, lang, plurals, list, each, order, seed, untranslated }`. `messages` is the array of
/// a language file in the language `lang`. `plurals` has a method `category` that returns the index
/// of a number's plural category. `order` is 0 for interleaved, 1 for the author's, 2 for shuffled.
/// `untranslated` is `{ lang, texts }`, the texts that the translation leaves out.
pub fn read(options: &JsValue) -> (Messages, Choices) {
    let list = option(options, "messages");
    let texts = (0..list.len())
        .map(|index| list.item(index).text())
        .collect();
    let plurals: Plurals = option(options, "plurals").unchecked_into();
    let category = move |number| plurals.category(number);
    let mut choices = Choices {
        seed: whole(options, "seed") as u32,
        ..Choices::default()
    };
    if option(options, "list").boolean() {
        choices.layout = Layout::List;
    }
    if option(options, "each").boolean() {
        choices.feedback = Feedback::Each;
    }
    choices.order = match whole(options, "order") {
        0 => Order::Interleaved,
        1 => Order::Author,
        _ => Order::Shuffled,
    };
    let lang = option(options, "lang").text();
    let left = option(options, "untranslated");
    let texts_left = option(&left, "texts");
    let untranslated = Untranslated {
        lang: option(&left, "lang").text(),
        texts: (0..texts_left.len())
            .map(|index| texts_left.item(index).text())
            .collect(),
    };
    let messages = Messages::new(texts, Box::new(category))
        .in_language(lang)
        .beside(untranslated);
    (messages, choices)
}

/// The option with this key; null if there is none.
#[inline(never)]
pub fn option(options: &JsValue, key: &str) -> JsValue {
    options.child(key).unwrap_or(JsValue::NULL)
}

/// The option as a whole number, at least 0; 0 for anything else.
#[inline(never)]
pub fn whole(options: &JsValue, key: &str) -> usize {
    // The cast saturates.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let number = option(options, key).number() as usize;
    number
}
