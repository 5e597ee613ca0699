//! Asks of whatever libFuzzer makes up whether all holds that holds of every document.
//!
//! An input is a document in JSON. What is no JSON is taken as a list of edits of a small questionnaire, with markup or
//! without, so that no input is wasted. What holds, and what an edit is, stands beside the host's tests.
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
    // Its end is chance enough for answers and notes, and changes with the document.
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

/// English words; which form of a plural is taken changes nothing of what is asked here.
fn messages() -> Messages {
    static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| flatten(&read(WORDS)).unwrap());
    Messages::new(TEXTS.clone(), Box::new(|_| 5))
}
