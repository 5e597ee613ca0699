//! Values with rules of their own: addresses, scales, certainty, cutoffs, evidence, language tags,
//! and numbers that JSON cannot express.

use crate::common::small;
use crate::{accepted, pairs, refused, with};
use misconception_scorecard::data::document::{Document, ValueKind};
use misconception_scorecard::questionnaire::{MinAnswered, parse};
use serde_json::{Value, json};

#[test]
fn urls_are_http_or_https() {
    let url = |url: &str| json!([{ "title": "Source", "url": url }]);
    for bad in [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " https://a.example",
        "https:/a",
        "//a.example",
        "a.html",
        "data:text/html,x",
        "ftp://a.example",
        "https://a.example/b c",
        "",
    ] {
        let code = if bad.is_empty() { "empty" } else { "malformed" };
        refused(
            "/misconceptions/0/sources",
            url(bad),
            &[(code, "/misconceptions/0/sources/0/url")],
        );
        let credits = json!({ "text": "Me", "url": bad });
        refused("/credits", credits, &[(code, "/credits/url")]);
    }
    for good in [
        "https://a.example/b?c=d#e",
        "http://a.example",
        "HTTPS://A.EXAMPLE",
    ] {
        let read = accepted("/misconceptions/0/sources", url(good));
        assert_eq!(read.misconceptions[0].sources[0].url, good);
    }
}

#[test]
fn scales_have_two_to_seven_points_and_need_labels_if_the_widget_has_none() {
    assert_eq!(accepted("/scale", json!({})).scale.points, 5);
    assert!(
        !accepted("/scale", json!({ "points": 2, "dontKnow": false }))
            .scale
            .dont_know
    );
    let labels = |count: usize| vec!["label"; count];
    accepted("/scale", json!({ "points": 7, "labels": labels(7) }));
    for points in [json!(1), json!(8), json!(2.5), json!(-5), json!(1e300)] {
        refused(
            "/scale",
            json!({ "points": points, "labels": labels(5) }),
            &[("outOfRange", "/scale/points")],
        );
    }
    refused(
        "/scale",
        json!({ "points": 3 }),
        &[("missing", "/scale/labels")],
    );
    refused(
        "/scale",
        json!({ "points": 3, "labels": labels(4) }),
        &[("wrongLength", "/scale/labels")],
    );
    refused(
        "/scale",
        json!({ "labels": ["a", "b", 3, "d", "e"] }),
        &[("wrongType", "/scale/labels/2")],
    );
    refused(
        "/scale",
        json!({ "dontKnow": "yes" }),
        &[("wrongType", "/scale/dontKnow")],
    );
}

#[test]
fn certainty_has_a_number_of_levels_or_both_ends() {
    let levels = |value| {
        let certainty = accepted("/certainty", value).certainty.unwrap();
        (certainty.from, certainty.to)
    };
    let labels = |count: usize| vec!["label"; count];
    assert_eq!(levels(json!({})), (1, 4));
    assert_eq!(levels(json!({ "levels": 2, "labels": labels(2) })), (1, 2));
    assert_eq!(
        levels(json!({ "from": 0, "to": 5, "labels": labels(6) })),
        (0, 5)
    );
    assert_eq!(levels(json!({ "from": -1, "to": 2 })), (-1, 2));
    refused(
        "/certainty",
        json!({ "levels": 7, "labels": labels(7) }),
        &[
            ("outOfRange", "/certainty/levels"),
            ("wrongLength", "/certainty/labels"),
        ],
    );
    refused(
        "/certainty",
        json!({ "levels": 3 }),
        &[("missing", "/certainty/labels")],
    );
    refused(
        "/certainty",
        json!({ "from": 0, "labels": labels(2) }),
        &[("missing", "/certainty/to")],
    );
    refused(
        "/certainty",
        json!({ "from": 3, "to": 3, "labels": labels(2) }),
        &[("outOfRange", "/certainty/to")],
    );
}

#[test]
fn the_earlier_name_of_cutoffs_is_refused() {
    refused("/edges", json!({ "held": 80 }), &[("renamed", "/edges")]);
}

#[test]
fn cutoffs_descend_from_100_to_0() {
    let cutoffs = accepted("/cutoffs", json!({ "held": 100, "unsure": 0 })).cutoffs;
    assert_eq!(
        format!("{cutoffs:?}"),
        "Cutoffs { held: 100.0, leaning: 62.5, unsure: 0.0 }"
    );
    for cutoffs in [
        json!({ "held": 60 }),
        json!({ "leaning": 75 }),
        json!({ "unsure": 62.5 }),
    ] {
        refused("/cutoffs", cutoffs, &[("outOfRange", "/cutoffs")]);
    }
    refused(
        "/cutoffs",
        json!({ "held": 101 }),
        &[("outOfRange", "/cutoffs/held")],
    );
    assert_eq!(
        accepted("/minAnswered", json!("half")).min_answered,
        MinAnswered::Half
    );
    refused(
        "/minAnswered",
        json!("most"),
        &[("unknownValue", "/minAnswered")],
    );
}

#[test]
fn evidence_has_a_known_strength_and_dates() {
    let pointer = "/misconceptions/0/evidence";
    accepted(
        pointer,
        json!({ "strength": "settled", "asOf": "2026", "reviewBy": "2028-11" }),
    );
    accepted(
        pointer,
        json!({ "strength": "strong", "asOf": "2026-11-23" }),
    );
    refused(
        pointer,
        json!({ "asOf": "2026" }),
        &[("missing", "/misconceptions/0/evidence/strength")],
    );
    refused(
        pointer,
        json!({ "strength": "sure" }),
        &[("unknownValue", "/misconceptions/0/evidence/strength")],
    );
    for date in [
        "26",
        "2026-1",
        "November",
        "2026/11",
        "2026-11-",
        "２０２６",
    ] {
        let evidence = json!({ "strength": "strong", "asOf": date });
        refused(
            pointer,
            evidence,
            &[("malformed", "/misconceptions/0/evidence/asOf")],
        );
    }
}

#[test]
fn languages_are_language_tags() {
    for tag in ["en", "nb", "zh-Hant-TW", "gsw"] {
        accepted("/lang", json!(tag));
    }
    for tag in ["e", "english please", "<b>", "4n", "en_GB"] {
        refused("/lang", json!(tag), &[("malformed", "/lang")]);
    }
}

/// A document that only JavaScript can make: every number in it is one that JSON cannot express.
#[derive(Clone)]
struct Odd(Value, f64);

impl Document for Odd {
    fn kind(&self) -> ValueKind {
        self.0.kind()
    }
    fn boolean(&self) -> bool {
        self.0.boolean()
    }
    fn number(&self) -> f64 {
        self.1
    }
    fn text(&self) -> String {
        self.0.text()
    }
    fn len(&self) -> usize {
        self.0.len()
    }
    fn item(&self, index: usize) -> Self {
        Self(self.0.item(index), self.1)
    }
    fn keys(&self) -> Vec<String> {
        self.0.keys()
    }
    fn get(&self, key: &str) -> Option<Self> {
        Some(Self(Document::get(&self.0, key)?, self.1))
    }
}

#[test]
fn nan_and_the_infinities_are_out_of_range() {
    let document = with(
        small(&[&["myth"]]),
        "/misconceptions/0/statements/0/weight",
        json!(1),
    );
    let document = with(document, "/scale", json!({ "points": 5 }));
    for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let problems = parse::parse(&Odd(document.clone(), odd)).unwrap_err();
        let expected = [
            ("outOfRange", "/scale/points"),
            ("outOfRange", "/misconceptions/0/statements/0/weight"),
        ];
        assert_eq!(pairs(&problems), expected, "{odd}");
    }
}
