//! Translations: laid over by id, complete or in part, wrong ones named by their place.
#![allow(clippy::unwrap_used, clippy::needless_pass_by_value)]

mod common;

use common::{parsed, read, small, social_media};
use misconception_scorecard::messages::{PLURALS, WORDS, flatten};
use misconception_scorecard::problem::Problem;
use misconception_scorecard::questionnaire::parse;
use serde_json::{Value, json};

fn translated(overlay: Value) -> Value {
    let mut document = small(&[&["myth"], &["fact"]]);
    document["outcomes"] = json!([{ "from": 0, "title": "None" }, { "from": 1, "title": "Some" }]);
    document["translations"] = json!({ "nb": overlay });
    document
}

#[test]
fn texts_are_laid_over_by_id_and_the_rest_stays() {
    let document = translated(json!({
        "title": "Liten",
        "misconceptions": { "m2": { "name": "Misforståelse 2", "refutation": { "fact": "Fakta." } } },
        "statements": { "s1": "Påstand 1", "s2": { "text": "Påstand 2" } },
        "outcomes": [{ "title": "Ingen" }],
    }));
    let it = parsed(&document, "nb");
    assert_eq!((it.lang.as_str(), it.title.as_str()), ("nb", "Liten"));
    let names: Vec<&str> = it
        .misconceptions
        .iter()
        .map(|it| it.name.as_str())
        .collect();
    assert_eq!(names, ["Misconception 1", "Misforståelse 2"]);
    assert_eq!(it.misconceptions[1].refutation.fact, "Fakta.");
    assert_eq!(it.misconceptions[1].refutation.why_wrong, "The reason.");
    let texts: Vec<&str> = it.statements.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(texts, ["Påstand 1", "Påstand 2"]);
    let outcomes: Vec<&str> = it.outcomes.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(outcomes, ["Ingen", "Some"]);
}

#[test]
fn any_other_language_gives_the_questionnaire_as_it_is() {
    let document = translated(json!({ "title": "Liten" }));
    for lang in ["", "en", "de"] {
        assert_eq!(parsed(&document, lang).title, "Small");
    }
}

#[test]
fn a_translation_of_the_wrong_shape_is_named_by_its_place() {
    let refused = |overlay: Value, code: &str, pointer: &str| {
        let problems = parse::parse(&translated(overlay), "nb").unwrap_err();
        let found: Vec<(&str, &str)> = problems
            .iter()
            .map(|it: &Problem| (it.code.name(), it.pointer.as_str()))
            .collect();
        assert!(found.contains(&(code, pointer)), "{found:?}");
    };
    refused(json!([]), "wrongType", "/translations/nb");
    refused(json!({ "title": 3 }), "wrongType", "/translations/nb/title");
    refused(json!({ "title": "" }), "empty", "/translations/nb/title");
    refused(
        json!({ "statements": { "s1": "a\u{0}" } }),
        "controlCharacter",
        "/translations/nb/statements/s1",
    );
    refused(
        json!({ "misconceptions": { "m1": 1 } }),
        "wrongType",
        "/translations/nb/misconceptions/m1",
    );
}

#[test]
fn the_english_questionnaire_leaves_no_text_in_norwegian() {
    let document = social_media();
    let (own, other) = (parsed(&document, "nb"), parsed(&document, "en"));
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

/// The names in braces that a text leaves room for.
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
fn every_language_has_every_word_with_the_same_places_to_fill() {
    let english = read("messages/en.json");
    flatten(&english).unwrap();
    for lang in ["nb"] {
        let other = read(&format!("messages/{lang}.json"));
        flatten(&other).unwrap();
        for key in WORDS {
            let (own, other) = (english[key].as_str().unwrap(), other[key].as_str().unwrap());
            assert_eq!(places(own), places(other), "{lang} {key}");
        }
        for key in PLURALS {
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
fn a_message_file_that_lacks_or_adds_a_word_is_refused() {
    let whole = read("messages/en.json");
    let mut lacking = whole.clone();
    lacking.as_object_mut().unwrap().remove("next");
    assert_eq!(flatten(&lacking).unwrap_err(), "next: a text is missing");
    let mut plural = whole.clone();
    plural["minutes"] = json!("minutes");
    assert_eq!(
        flatten(&plural).unwrap_err(),
        "minutes: a map of plural forms is missing"
    );
    let mut adding = whole;
    adding["nextt"] = json!("Next");
    assert_eq!(flatten(&adding).unwrap_err(), "nextt: no word has this key");
}
