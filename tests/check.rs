//! What an author is told: every problem has words that help to solve it, and advice is given only
//! when it is due.
// The tool that writes the expected texts writes their hashes too.
#![allow(
    clippy::unwrap_used,
    clippy::needless_pass_by_value,
    clippy::needless_raw_string_hashes,
    missing_docs
)]

#[path = "check/advice.rs"]
mod advice;
mod common;
#[path = "check/key.rs"]
mod key;
#[path = "check/kind.rs"]
mod kind;
#[path = "check/markup.rs"]
mod markup;
#[path = "check/missing.rs"]
mod missing;
#[path = "check/number.rs"]
mod number;
#[path = "check/remedy.rs"]
mod remedy;
#[path = "check/text.rs"]
mod text;
#[path = "check/translation.rs"]
mod translation;

use common::{read, small, social_media, written};
use expect_test::Expect;
use misconception_scorecard::api::check;
use misconception_scorecard::authoring::check::findings;
use serde_json::{Value, json};
use std::fmt::Write as _;

const TODAY: &str = "2026-11-23";

/// The problems as an author reads them.
fn told(document: &Value) -> String {
    let mut text = String::new();
    for it in findings(document, TODAY).0 {
        let severity = if it.is_advice { "advice" } else { "error" };
        let _ = writeln!(text, "{severity} {} {}", it.code, it.pointer);
        let _ = writeln!(text, "  {}\n  {}", it.message, it.remedy);
        if !it.suggestion.is_empty() {
            let _ = writeln!(text, "  suggestion: {}", it.suggestion);
        }
    }
    text
}

#[track_caller]
fn says(document: Value, expected: Expect) {
    expected.assert_eq(&told(&document));
}

/// Compares with `expected` what is reported when each of `changes` alone is made to the good
/// questionnaire.
#[track_caller]
fn each_says(changes: Vec<(&str, Value)>, expected: Expect) {
    let text: String = changes
        .into_iter()
        .map(|(pointer, value)| told(&with(pointer, value)))
        .collect();
    expected.assert_eq(&text);
}

/// The codes with their JSON pointers, without words.
fn codes(document: &Value) -> Vec<String> {
    let found = findings(document, TODAY).0;
    found
        .iter()
        .map(|it| format!("{} {}", it.code, it.pointer))
        .collect()
}

/// A questionnaire without any problem or advice.
fn good() -> Value {
    let mut document = small(&[&["myth", "fact"]]);
    document["misconceptions"][0]["refutation"]["whyWrong"] =
        json!(["Word "; 90].concat().trim_end());
    document["misconceptions"][0]["sources"] = json!([{ "title": "A book" }]);
    document
}

/// The good questionnaire with the value at `pointer` replaced; null removes the key.
fn with(pointer: &str, value: Value) -> Value {
    let mut document = good();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap() {
        Value::Object(map) if value.is_null() => drop(map.remove(key)),
        Value::Object(map) => drop(map.insert(key.to_owned(), value)),
        Value::Array(list) => list[key.parse::<usize>().unwrap()] = value,
        other => panic!("{pointer} is within {other}"),
    }
    document
}

#[test]
fn a_good_questionnaire_has_no_problem() {
    assert_eq!(told(&good()), "");
    for lang in ["en", "nb"] {
        assert_eq!(told(&social_media(lang)), "", "{lang}");
    }
    assert_eq!(told(&read("www/examples/kitchen.json")), "");
}

#[test]
fn very_many_problems_are_cut_short() {
    let mut document = good();
    for number in 0..2_000 {
        document[format!("odd{number}")] = json!(1);
    }
    let found = findings(&document, TODAY).0;
    assert_eq!(found.len(), 1_000);
    assert_eq!(found.last().unwrap().code, "more");
}

#[test]
fn habits_are_given_only_for_a_valid_questionnaire() {
    let report = written(&check(&good(), TODAY));
    assert_eq!(report["problems"], json!([]));
    assert_eq!(
        report["habits"]["agree"]["verdicts"],
        json!([{ "misconception": "m1", "verdict": "unsure" }])
    );
    assert_eq!(
        report["habits"]["random"]["counts"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    let report = written(&check(&with("/titel", json!("x")), TODAY));
    assert_eq!(report["habits"], Value::Null);
    assert_eq!(
        report["problems"][0],
        json!({
            "severity": "error", "code": "unknownKey", "pointer": "/titel",
            "message": "The format has no key \"titel\" at the top; \"title\" is already there.",
            "remedy": "Keep one of the two, under \"title\".", "found": "titel",
        })
    );
}
