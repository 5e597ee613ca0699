//! Checks for every input that libFuzzer makes whether the promises hold that hold for every
//! document.
//!
//! An input is a document in JSON. Any other input is read as a list of edits of a small
//! questionnaire, with or without markup, so that no input is wasted. The promises and the edits
//! are those of the host's tests in `tests/hostile/`.
#![no_main]
#![allow(clippy::unwrap_used)]

#[path = "../../tests/hostile/edits.rs"]
mod edits;
#[path = "../../tests/hostile/invariants.rs"]
mod invariants;

use arbitrary::Unstructured;
use libfuzzer_sys::fuzz_target;
use misconception_scorecard::messages::{Messages, flatten};
use serde_json::Value;
use std::sync::LazyLock;

const WORDS: &str = include_str!("../../messages/en.json");
const SMALL: &str = include_str!("../../tests/hostile/small.json");
const MARKUP: &str = include_str!("../../tests/hostile/markup.json");

fuzz_target!(|bytes: &[u8]| {
    // Random choices for answers and notes come from the end of the input, so they change with the
    // document.
    let mut chance = Unstructured::new(bytes);
    let mut pick = |below: usize| chance.choose_index(below).unwrap_or_default();
    let document = match serde_json::from_slice(bytes) {
        Ok(document) => document,
        Err(_) => {
            let base = if pick(2) == 0 { SMALL } else { MARKUP };
            edits::edited(read(base), &mut pick)
        }
    };
    invariants::assert_all(&document, &messages, &mut pick);
});

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// English messages. The plural form does not matter for what is checked here.
fn messages() -> Messages {
    static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| flatten(&read(WORDS)).unwrap());
    Messages::new(TEXTS.clone(), Box::new(|_| 5))
}
