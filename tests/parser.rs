//! The parser: every problem has its code and JSON pointer, and nothing valid is lost. Values with
//! rules of their own are in `parser/values.rs`.
#![allow(clippy::unwrap_used, clippy::needless_pass_by_value)]

mod common;
#[path = "parser/values.rs"]
mod values;

use common::small;
use misconception_scorecard::data::problem::Problem;
use misconception_scorecard::questionnaire::{Questionnaire, parse};
use serde_json::{Value, json};

fn pairs(problems: &[Problem]) -> Vec<(&str, &str)> {
    problems
        .iter()
        .map(|it| (it.code.name(), it.pointer.as_str()))
        .collect()
}

/// Sets the value at a JSON pointer whose parent exists; null removes the key.
fn with(mut document: Value, pointer: &str, value: Value) -> Value {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap() {
        Value::Object(map) if value.is_null() => drop(map.remove(key)),
        Value::Object(map) => drop(map.insert(key.to_owned(), value)),
        Value::Array(list) => list[key.parse::<usize>().unwrap()] = value,
        other => panic!("{pointer} is within {other}"),
    }
    document
}

#[track_caller]
fn refused(pointer: &str, value: Value, expected: &[(&str, &str)]) {
    let document = with(small(&[&["myth", "fact"]]), pointer, value);
    let problems = parse::parse(&document).unwrap_err();
    assert_eq!(pairs(&problems), expected);
}

#[track_caller]
fn accepted(pointer: &str, value: Value) -> Questionnaire {
    let document = with(small(&[&["myth", "fact"]]), pointer, value);
    let (questionnaire, problems) = parse::parse(&document).unwrap();
    assert_eq!(pairs(&problems), []);
    questionnaire
}

#[test]
fn a_document_that_is_not_a_map_has_one_problem() {
    for document in [json!(null), json!(true), json!(1), json!("{}"), json!([])] {
        assert_eq!(
            pairs(&parse::parse(&document).unwrap_err()),
            [("wrongType", "")]
        );
    }
}

#[test]
fn an_empty_map_lacks_every_required_key_at_once() {
    let problems = parse::parse(&json!({})).unwrap_err();
    let keys = [
        "/format",
        "/id",
        "/version",
        "/lang",
        "/title",
        "/misconceptions",
    ];
    assert_eq!(pairs(&problems), keys.map(|key| ("missing", key)));
}

#[test]
fn a_missing_key_is_reported_with_its_pointer() {
    for pointer in [
        "/format",
        "/id",
        "/version",
        "/lang",
        "/title",
        "/misconceptions",
        "/misconceptions/0/id",
        "/misconceptions/0/name",
        "/misconceptions/0/statements",
        "/misconceptions/0/refutation",
        "/misconceptions/0/refutation/fact",
        "/misconceptions/0/refutation/whyWrong",
        "/misconceptions/0/statements/1/id",
        "/misconceptions/0/statements/1/text",
        "/misconceptions/0/statements/1/key",
    ] {
        refused(pointer, Value::Null, &[("missing", pointer)]);
    }
}

#[test]
fn a_wrong_type_is_reported_with_its_pointer() {
    for (pointer, value) in [
        ("/title", json!(1)),
        ("/intro", json!({})),
        ("/scale", json!([])),
        ("/certainty", json!(4)),
        ("/misconceptions", json!({})),
        ("/misconceptions/0", json!("m")),
        ("/misconceptions/0/refutation", json!("wrong")),
        ("/misconceptions/0/statements", json!({})),
        ("/misconceptions/0/statements/0", json!(["a"])),
        ("/misconceptions/0/sources", json!("a")),
        ("/outcomes", json!({})),
        ("/suggestions", json!(1)),
        ("/credits", json!("me")),
        ("/share", json!("me")),
        ("/translations", json!([])),
        ("/misconceptions/0/statements/0/weight", json!("2")),
    ] {
        refused(pointer, value, &[("wrongType", pointer)]);
    }
}

#[test]
fn all_problems_are_found_at_once() {
    let mut document = small(&[&["myth"], &["fact"]]);
    document["title"] = json!(3);
    document["misconceptions"][0]["statements"][0]["key"] = json!("maybe");
    document["misconceptions"][1]["statements"][0]["weight"] = json!(-1);
    document["misconceptions"][1]["refutation"]["fact"] = json!("");
    document["nonsense"] = json!(1);
    let expected = [
        ("wrongType", "/title"),
        ("unknownValue", "/misconceptions/0/statements/0/key"),
        ("outOfRange", "/misconceptions/1/statements/0/weight"),
        ("empty", "/misconceptions/1/refutation/fact"),
        ("unknownKey", "/nonsense"),
    ];
    assert_eq!(pairs(&parse::parse(&document).unwrap_err()), expected);
}

#[test]
fn unknown_keys_are_reported_and_ignored() {
    let document = with(small(&[&["myth"]]), "/titel", json!("Small"));
    let document = with(document, "/misconceptions/0/a~1b", json!(1));
    let (_, problems) = parse::parse(&document).unwrap();
    assert_eq!(
        pairs(&problems),
        [
            ("unknownKey", "/misconceptions/0/a~01b"),
            ("unknownKey", "/titel")
        ]
    );
}

#[test]
fn schema_is_allowed_and_later_minor_versions_are_read() {
    accepted("/$schema", json!("https://example.com/schema.json"));
    for format in ["1", "1.0", "1.7"] {
        accepted("/format", json!(format));
    }
    for format in ["2.0", "0.9", "10", "one"] {
        refused(
            "/format",
            json!(format),
            &[("unsupportedFormat", "/format")],
        );
    }
}

#[test]
fn ids_are_unique_and_without_spaces() {
    refused(
        "/misconceptions/0/statements/1/id",
        json!("s1"),
        &[("duplicateId", "/misconceptions/0/statements/1/id")],
    );
    for id in ["a b", "a\tb", "<img src=x>"] {
        refused(
            "/misconceptions/0/id",
            json!(id),
            &[("malformed", "/misconceptions/0/id")],
        );
    }
    let two = small(&[&["myth"], &["myth"]]);
    let twice = with(two.clone(), "/misconceptions/1/id", json!("m1"));
    assert_eq!(
        pairs(&parse::parse(&twice).unwrap_err()),
        [("duplicateId", "/misconceptions/1/id")]
    );
    let across = with(two, "/misconceptions/1/statements/0/id", json!("s1"));
    let pointer = "/misconceptions/1/statements/0/id";
    assert_eq!(
        pairs(&parse::parse(&across).unwrap_err()),
        [("duplicateId", pointer)]
    );
    // A statement may have the id of a misconception.
    accepted("/misconceptions/0/statements/1/id", json!("m1"));
}

#[test]
fn limits_are_inclusive() {
    accepted("/title", json!("å".repeat(4_000)));
    refused(
        "/title",
        json!("å".repeat(4_001)),
        &[("tooLarge", "/title")],
    );
    let many = |count| {
        let keys = vec!["myth"; count];
        pairs(
            &parse::parse(&small(&[&keys[..count / 2], &keys[count / 2..]]))
                .err()
                .unwrap_or_default(),
        )
        .into_iter()
        .map(|(code, pointer)| (code.to_owned(), pointer.to_owned()))
        .collect::<Vec<_>>()
    };
    assert_eq!(many(1_000), []);
    assert_eq!(
        many(1_001),
        [("tooLarge".to_owned(), "/misconceptions".to_owned())]
    );
    let keys = vec!["myth"; 1_001];
    let problems = parse::parse(&small(&[&keys])).unwrap_err();
    assert_eq!(
        pairs(&problems),
        [("tooLarge", "/misconceptions/0/statements")]
    );
}

#[test]
fn blank_texts_and_empty_lists_are_problems() {
    for blank in ["", "  ", "\n\t"] {
        refused("/title", json!(blank), &[("empty", "/title")]);
        refused("/intro", json!(blank), &[("empty", "/intro")]);
    }
    refused(
        "/misconceptions",
        json!([]),
        &[("empty", "/misconceptions")],
    );
    refused(
        "/misconceptions/0/statements",
        json!([]),
        &[("empty", "/misconceptions/0/statements")],
    );
}

#[test]
fn control_characters_are_refused_in_every_text_and_line_breaks_are_not() {
    for character in ['\0', '\u{7}', '\u{1b}', '\u{7f}', '\u{85}', '\u{9f}'] {
        refused(
            "/title",
            json!(format!("a{character}b")),
            &[("controlCharacter", "/title")],
        );
    }
    for character in ['\n', '\r', '\t', '\u{a0}', 'ß', '你', '🙂', '\u{2028}'] {
        accepted("/title", json!(format!("a{character}b")));
    }
}

#[test]
fn markup_is_text_like_any_other() {
    let markup = "<img src=x onerror=alert(1)> & </script>";
    assert_eq!(accepted("/title", json!(markup)).title, markup);
}
