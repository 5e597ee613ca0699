//! Pairs of statements that do not negate each other: what the checker reports, and how often it is
//! wrong. This file knows no rule. The pairs are in fixtures/pairs.json; each bad pair says what a
//! reader who thinks clearly can do with it.
//!
//! | pairs | English | Norwegian |
//! |---|---|---|
//! | `good`, written before the rules: reported although good | 0 of 22 | 0 of 22 |
//! | `surveys`, items of science surveys with our denials: reported | 0 of 24 | |
//! | `later`, good, written after the rules: reported | 0 of 12 | 0 of 10 |
//! | `broken`, written before the rules: missed | 5 of 25 | 5 of 23 |
//! | `later`, broken, written after the rules: missed | 7 of 12 | 6 of 10 |
//!
//! The rules were improved with all of these pairs: at first, two survey items were reported, and
//! 16 of the 22 pairs in the last line were missed. So the last line comes closest to what an
//! author may expect, but is still too good: fewer than half of the bad pairs are reported. The
//! same person wrote the pairs and the rules. For three of the reported pairs, both statements can
//! be accepted, while the report says that both can be refused.
//!
//! The survey items are from the quizzes of the National Science Foundation in Science and
//! Engineering Indicators (Public Attitudes and Understanding), and of the European Commission in
//! its Eurobarometer surveys of science and of biotechnology, with the wording of these surveys or
//! nearly so.
#![allow(clippy::unwrap_used)]

mod common;

use common::{parsed, read, social_media};
use misconception_scorecard::authoring::check::wording::pairs::{
    Doubt::{Accepted, Refused, Unrelated, Wish},
    doubt,
};
use misconception_scorecard::questionnaire::Questionnaire;
use serde_json::Value;

/// What the checker says about a pair, in the words of the fixture. The order of the statements
/// must not matter.
fn said(one: &str, other: &str, lang: &str) -> Option<&'static str> {
    let found = doubt(one, other, lang).map(|it| it.0);
    assert_eq!(doubt(other, one, lang).map(|it| it.0), found, "{one}");
    found.map(|it| match it {
        Wish => "wish",
        Refused => "refused",
        Accepted => "accepted",
        Unrelated => "unrelated",
    })
}

#[test]
fn good_pairs_are_accepted_and_broken_ones_reported_with_the_listed_exceptions() {
    let mut counts = Vec::new();
    let (mut missed, mut otherwise) = (Vec::new(), Vec::new());
    let tables = read("tests/fixtures/pairs.json");
    for table in tables.as_array().unwrap() {
        let lang = table["lang"].as_str().unwrap();
        let (mut good, mut broken) = (0, 0);
        for pair in table["pairs"].as_array().unwrap() {
            let text = |at: usize| pair.get(at).and_then(Value::as_str);
            let (one, other, meant) = (text(0).unwrap(), text(1).unwrap(), text(2));
            let count = if meant.is_some() {
                &mut broken
            } else {
                &mut good
            };
            *count += 1;
            match (meant, said(one, other, lang)) {
                (Some(_), None) => missed.push(one.to_owned()),
                (Some("accepted"), Some("refused")) => otherwise.push(one.to_owned()),
                (meant, said) => assert_eq!(said, meant, "{one}"),
            }
        }
        counts.push((
            lang.to_owned(),
            table["which"].as_str().unwrap().to_owned(),
            good,
            broken,
        ));
    }
    let counts: Vec<_> = counts
        .iter()
        .map(|(a, b, c, d)| (&**a, &**b, *c, *d))
        .collect();
    assert_eq!(
        counts,
        [
            ("en", "good", 22, 0),
            ("en", "surveys", 24, 0),
            ("en", "broken", 0, 25),
            ("en", "later", 12, 12),
            ("nb", "good", 22, 0),
            ("nb", "broken", 0, 23),
            ("nb", "later", 10, 10),
        ]
    );
    assert_eq!(
        missed,
        [
            "Rinsing chicken makes it safer.",
            "Vitamin C prevents colds.",
            "Homework helps pupils learn.",
            "Dogs see only in black and white.",
            "Exercise makes people lose weight.",
            "Young voters decide elections.",
            "Meat is necessary for health.",
            "Everyone can learn to draw.",
            "Nature heals most illnesses.",
            "The internet makes people lonely.",
            "Schools must teach programming.",
            "Wolves rarely attack people.",
            "Det er tryggere å skylle kyllingen.",
            "Hunder ser bare i svart-hvitt.",
            "C-vitamin forebygger forkjølelse.",
            "Gamle er ensomme.",
            "Lekser gjør elevene flinkere.",
            "Kjøtt er nødvendig for helsa.",
            "Alle kan lære å tegne.",
            "Internett gjør folk ensomme.",
            "Ulver angriper sjelden folk.",
            "Skolen må lære bort programmering.",
            "Bøndene får for mye støtte.",
        ]
    );
    assert_eq!(
        otherwise,
        [
            "Girls read more than boys.",
            "Dogs are more loyal than cats.",
            "Jenter leser mer enn gutter.",
        ]
    );
}

/// All pairs of a questionnaire in one language.
fn pairs(questionnaire: &Questionnaire) -> Vec<[&str; 2]> {
    let all = 0..questionnaire.misconceptions.len();
    all.filter_map(|index| {
        let own = questionnaire.statements.iter();
        let own = own.filter(|statement| statement.misconception == index);
        let texts: Vec<&str> = own.map(|statement| statement.text.as_str()).collect();
        texts.try_into().ok()
    })
    .collect()
}

#[test]
fn the_published_pairs_are_not_reported() {
    let mut learning = read("www/examples/studying.json");
    let english = parsed(&learning);
    let norwegian = learning["translations"]["nb"]["statements"].take();
    for misconception in learning["misconceptions"].as_array_mut().unwrap() {
        for statement in misconception["statements"].as_array_mut().unwrap() {
            statement["text"] = norwegian[statement["id"].as_str().unwrap()].clone();
        }
    }
    learning.as_object_mut().unwrap().remove("translations");
    for (questionnaire, lang, count) in [
        (parsed(&social_media("en")), "en", 5),
        (parsed(&social_media("nb")), "nb", 5),
        (english, "en", 3),
        (parsed(&learning), "nb", 3),
        (parsed(&read("www/examples/kitchen.json")), "en", 3),
        // One statement per misconception, so there are no pairs.
        (parsed(&read("www/examples/neuromyths.json")), "en", 0),
    ] {
        let pairs = pairs(&questionnaire);
        assert_eq!(pairs.len(), count);
        for [one, other] in pairs {
            assert_eq!(doubt(one, other, lang), None, "{one}");
        }
    }
}

#[test]
fn pairs_in_other_languages_and_of_few_words_are_not_reported() {
    for (one, other, lang) in [
        (
            "Die Katze schläft meistens.",
            "Die Maus frisst meistens.",
            "de",
        ),
        ("", "", "en"),
        ("Cats", "Dogs", "en"),
    ] {
        assert_eq!(doubt(one, other, lang), None, "{one}");
    }
}

#[test]
fn the_quoted_words_are_in_the_statements() {
    for (one, other, expected) in [
        (
            "Ads work mainly at night.",
            "Ads work mainly by day.",
            ["mainly", "mainly"],
        ),
        (
            "A cut heals in two days.",
            "A cut takes half a year.",
            ["two days", "half a year"],
        ),
        (
            "Tea is good for sleep.",
            "Tea is bad for sleep.",
            ["good", "bad"],
        ),
        ("Adults should walk.", "Adults walk.", ["should", ""]),
        (
            "Doctors say that adults should walk.",
            "Adults walk.",
            ["", ""],
        ),
        (
            "Adults use “should” when they ask.",
            "Adults ask.",
            ["", ""],
        ),
    ] {
        let words = doubt(one, other, "en").map_or(["", ""], |it| it.1);
        assert_eq!(words, expected, "{one}");
    }
}
