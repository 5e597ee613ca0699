//! The documentation of the format agrees with the parser: every key that the parser asks for is
//! explained, no other key is, and the manual is up to date.
#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use misconception_scorecard::authoring::format::explanations::{CHOICES, EXPLANATIONS};
use misconception_scorecard::authoring::format::keys::{FieldKind, shape};
use misconception_scorecard::authoring::format::{manual, schema};
use misconception_scorecard::questionnaire::parse;
use misconception_scorecard::questionnaire::reader::{Id, Pattern};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Patterns that are allowed although the parser does not ask for them: a key of every object, and
/// one that the shim reads.
const BESIDES: &[&str] = &["/$comment", "/translations/*"];

#[test]
fn exactly_the_keys_that_the_parser_reads_are_explained() {
    let asked: BTreeSet<String> = shape()
        .into_iter()
        .map(|field| field.pattern)
        .filter(|pattern| !pattern.is_empty())
        .chain(BESIDES.iter().map(|pattern| (*pattern).to_owned()))
        .collect();
    let told: BTreeSet<String> = EXPLANATIONS
        .iter()
        .map(|key| key.pattern.to_owned())
        .collect();
    assert_eq!(told, asked);
    assert_eq!(told.len(), EXPLANATIONS.len(), "each once");
}

#[test]
fn every_value_of_the_format_has_an_explanation() {
    let mut asked = Vec::new();
    for field in shape() {
        if let FieldKind::Choice(words) = field.kind {
            asked.extend(
                words
                    .iter()
                    .map(|word| (field.pattern.clone(), (*word).to_owned())),
            );
        }
    }
    let told: Vec<(String, String)> = CHOICES
        .iter()
        .map(|choice| (choice.pattern.to_owned(), choice.value.to_owned()))
        .collect();
    assert_eq!(told, asked);
}

#[test]
fn the_required_keys_are_those_of_the_parser() {
    let required: Vec<String> = shape()
        .into_iter()
        .filter(|field| field.is_required)
        .map(|field| field.pattern)
        .collect();
    let expected = [
        "/format",
        "/id",
        "/version",
        "/lang",
        "/title",
        "/misconceptions",
        "/misconceptions/*/id",
        "/misconceptions/*/statements",
        "/misconceptions/*/statements/*/id",
        "/misconceptions/*/statements/*/text",
        "/misconceptions/*/statements/*/key",
        "/misconceptions/*/name",
        "/misconceptions/*/refutation",
        "/misconceptions/*/refutation/fact",
        "/misconceptions/*/refutation/whyWrong",
        "/misconceptions/*/evidence/strength",
        "/misconceptions/*/sources/*/title",
        "/outcomes/*/from",
        "/outcomes/*/title",
        "/suggestions/*/text",
        "/suggestions/*/answer",
        "/credits/text",
        "/share/text",
    ];
    let sorted = |places: Vec<String>| places.into_iter().collect::<BTreeSet<_>>();
    assert_eq!(
        sorted(required),
        sorted(expected.map(str::to_owned).to_vec())
    );
}

/// Sets `value` at `pattern` in a document; each `*` stands for the first item of an array.
fn put(document: &mut Value, pattern: &str, value: Value) {
    let (parent, key) = pattern.rsplit_once('/').unwrap();
    let mut around = document;
    for key in parent.split('/').skip(1) {
        around = if key == "*" {
            if !around.is_array() {
                *around = json!([{}]);
            }
            &mut around[0]
        } else {
            let map = around.as_object_mut().unwrap();
            map.entry(key).or_insert_with(|| json!({}))
        };
    }
    if key == "*" {
        *around = json!([value]);
    } else {
        around
            .as_object_mut()
            .unwrap()
            .insert(key.to_owned(), value);
    }
}

#[test]
fn every_example_is_valid() {
    // An example alone lacks the keys that belong beside it, but it must cause no problem at its
    // own pointer.
    for key in EXPLANATIONS {
        let example: Value = serde_json::from_str(key.example).unwrap();
        let mut document = common::small(&[&["myth", "fact"]]);
        if key.pattern == "/certainty/to" {
            put(&mut document, "/certainty/from", json!(0));
        }
        put(&mut document, key.pattern, example);
        let problems = match parse::parse(&document) {
            Ok((_, problems)) | Err(problems) => problems,
        };
        let pointer = key.pattern.replace('*', "0");
        let own: Vec<_> = problems
            .iter()
            .filter(|problem| problem.pointer == pointer && key.pattern != "/$comment")
            .filter(|problem| problem.code.name() != "wrongLength")
            .collect();
        assert_eq!(own.len(), 0, "{}: {own:?}", key.pattern);
    }
}

/// Compares the part of a page between two of its lines with `made`; with `UPDATE_EXPECT` set,
/// writes it instead.
fn assert_current(path: &str, from: &str, made: &str) {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let page = std::fs::read_to_string(&file).unwrap();
    let (before, rest) = page.split_once(from).unwrap();
    let (old, after) = rest.split_once("<!-- end -->").unwrap();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&file, format!("{before}{from}{made}<!-- end -->{after}")).unwrap();
    } else {
        assert!(
            old == made,
            "{path} is out of date: UPDATE_EXPECT=1 cargo test --test format"
        );
    }
}

#[test]
fn the_manual_is_up_to_date() {
    let from =
        "<!-- made of the parser's own questions and src/authoring/format/explanations.rs -->\n";
    assert_current("pkg/FORMAT.md", from, &manual::markdown());
    assert_current("www/format.html", "<!-- keys -->", &manual::html());
}

#[test]
fn the_schema_names_its_draft_and_allows_no_unknown_keys() {
    fn walk(node: &Value, pattern: &str) {
        match node {
            Value::Object(map) => {
                if map.get("properties").is_some() && map.get("type").is_some() {
                    assert!(
                        map.contains_key("additionalProperties"),
                        "{pattern} is open"
                    );
                }
                for (key, part) in map {
                    walk(part, &format!("{pattern}/{key}"));
                }
            }
            Value::Array(list) => list.iter().for_each(|part| walk(part, pattern)),
            _ => {}
        }
    }
    let schema = schema::schema();
    assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    walk(&schema, "");
}

#[test]
fn the_schema_and_the_parser_accept_the_same_ids() {
    let class = Id::EXPRESSION
        .strip_prefix("^[^")
        .and_then(|rest| rest.strip_suffix("]+$"))
        .unwrap();
    let number = |text: &str| u32::from_str_radix(text.trim_start_matches(r"\u"), 16).unwrap();
    let mut ranges = Vec::new();
    for part in class.split(r"\u").skip(1) {
        let end = number(part.trim_end_matches('-'));
        match ranges.last_mut() {
            Some((_, open @ None)) => *open = Some(end),
            _ if part.ends_with('-') => ranges.push((end, None)),
            _ => ranges.push((end, Some(end))),
        }
    }
    for character in '\0'..='\u{ffff}' {
        let code = u32::from(character);
        let is_in = ranges
            .iter()
            .any(|(from, to)| (*from..=to.unwrap()).contains(&code));
        assert_eq!(Id::fits(&character.to_string()), !is_in, "U+{code:04X}");
    }
}
