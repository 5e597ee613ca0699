//! Languages: every one has every message and every text, and they differ in nothing else.
#![allow(clippy::unwrap_used)]

mod common;

use common::{parsed, read, social_media};
use misconception_scorecard::messages::{
    API_ONLY, API_ONLY_PLURALS, EXTRAS, EXTRAS_PLURALS, LANGUAGES, MESSAGES, PLURALS, flatten,
};
use serde_json::{Value, json};

/// A document with its texts emptied, except those that are the same in every language. The
/// language of a source is left out, because it is given only if it differs from the document's.
fn shape(value: &Value, key: &str) -> Value {
    const SAME: [&str; 8] = [
        "format", "id", "version", "key", "strength", "asOf", "reviewBy", "url",
    ];
    match value {
        Value::Object(map) => map
            .iter()
            .filter(|(key, _)| {
                !map.contains_key("title") || *key != "lang" || map.contains_key("format")
            })
            .map(|(key, it)| (key.clone(), shape(it, key)))
            .collect(),
        Value::Array(list) => list.iter().map(|it| shape(it, key)).collect(),
        Value::String(text) if !SAME.contains(&key) => json!(text.is_empty()),
        other => other.clone(),
    }
}

#[test]
fn the_checker_knows_exactly_the_languages_that_have_messages() {
    let files = std::fs::read_dir("messages").unwrap();
    // The messages of other scripts are in a folder of their own.
    let mut names: Vec<String> = files
        .map(|file| file.unwrap())
        .filter(|file| file.file_type().unwrap().is_file())
        .map(|file| file.file_name().into_string().unwrap())
        .collect();
    names.sort();
    let expected: Vec<String> = LANGUAGES
        .iter()
        .map(|lang| format!("{lang}.json"))
        .collect();
    assert_eq!(names, expected);
}

#[test]
fn the_built_in_questionnaire_has_the_same_shape_in_both_languages() {
    let (norwegian, english) = (social_media("nb"), social_media("en"));
    assert_eq!(shape(&norwegian, ""), shape(&english, ""));
    for (document, lang) in [(norwegian, "nb"), (english, "en")] {
        let questionnaire = parsed(&document);
        assert_eq!(questionnaire.lang, lang);
        assert_eq!(questionnaire.misconceptions.len(), 5);
        assert_eq!(questionnaire.statements.len(), 10);
    }
}

#[test]
fn the_english_questionnaire_leaves_no_text_in_norwegian() {
    let (own, other) = (parsed(&social_media("nb")), parsed(&social_media("en")));
    assert_ne!(own.title, other.title);
    for (own, other) in own.statements.iter().zip(&other.statements) {
        assert_ne!(own.text, other.text);
    }
    for (own, other) in own.misconceptions.iter().zip(&other.misconceptions) {
        assert_ne!(own.name, other.name);
        for (own, other) in [
            (&own.refutation.fact, &other.refutation.fact),
            (&own.refutation.myth, &other.refutation.myth),
            (&own.refutation.why_believed, &other.refutation.why_believed),
            (&own.refutation.why_wrong, &other.refutation.why_wrong),
            (&own.refutation.advice, &other.refutation.advice),
        ] {
            assert_ne!(own, other);
        }
    }
    for (own, other) in own.outcomes.iter().zip(&other.outcomes) {
        assert_ne!((&own.title, &own.text), (&other.title, &other.text));
    }
    assert_ne!(own.suggestions, other.suggestions);
    assert_ne!(own.credits, other.credits);
}

/// Long enough to persuade, short enough to be read.
#[test]
fn every_refutation_has_80_to_150_words() {
    for lang in ["nb", "en"] {
        for misconception in parsed(&social_media(lang)).misconceptions {
            let it = &misconception.refutation;
            let parts = [
                &it.fact,
                &it.myth,
                &it.why_believed,
                &it.kernel_of_truth,
                &it.why_wrong,
                &it.advice,
            ];
            let words: usize = parts
                .iter()
                .map(|part| part.split_whitespace().count())
                .sum();
            assert!(
                (80..=150).contains(&words),
                "{lang} {}: {words} words",
                misconception.id
            );
        }
    }
}

/// The names of the placeholders in a text.
fn places(text: &str) -> Vec<&str> {
    let mut places: Vec<&str> = text
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'))
        .map(|(name, _)| name)
        .collect();
    places.sort_unstable();
    places
}

#[test]
fn every_language_has_every_message_with_the_same_placeholders() {
    let english = read("messages/en.json");
    flatten(&english).unwrap();
    for lang in ["nb"] {
        let other = read(&format!("messages/{lang}.json"));
        flatten(&other).unwrap();
        for key in MESSAGES.iter().chain(EXTRAS).chain(API_ONLY) {
            let (own, other) = (english[key].as_str().unwrap(), other[key].as_str().unwrap());
            assert_eq!(places(own), places(other), "{lang} {key}");
        }
        let counted = PLURALS.iter().chain(EXTRAS_PLURALS);
        for key in counted.chain(API_ONLY_PLURALS) {
            let (own, other) = (&english[key]["other"], &other[key]["other"]);
            assert_eq!(
                places(own.as_str().unwrap()),
                places(other.as_str().unwrap()),
                "{lang} {key}"
            );
        }
    }
}

#[test]
fn a_message_file_that_lacks_or_adds_a_message_is_refused() {
    let whole = read("messages/en.json");
    let mut lacking = whole.clone();
    lacking.as_object_mut().unwrap().remove("next");
    assert_eq!(flatten(&lacking).unwrap_err(), "next: a string is missing");
    let mut plural = whole.clone();
    plural["minutes"] = json!("minutes");
    assert_eq!(
        flatten(&plural).unwrap_err(),
        "minutes: an object of plural forms is missing"
    );
    let mut adding = whole;
    adding["nextt"] = json!("Next");
    assert_eq!(flatten(&adding).unwrap_err(), "nextt: no word has this key");
}
