//! What is missing or empty, and how to add it. Knows shapes of the format; the words are in the
//! expected texts.

use crate::{codes, each_says, says, told, with};
use expect_test::expect;
use serde_json::json;

#[test]
fn a_missing_key_is_reported_with_an_example() {
    says(
        json!({}),
        expect![[r#"
            error missing /format
              "format" is missing.
              Add it: the version of this format in which the file is written. For instance: "format": "1.0".
            error missing /id
              "id" is missing.
              Add it: an identifier of the questionnaire, without spaces. For instance: "id": "kitchen".
            error missing /version
              "version" is missing.
              Add it: the version of your questionnaire, as a string. For instance: "version": "1".
            error missing /lang
              "lang" is missing.
              Add it: the language in which the texts are written, as a tag such as en, nb or pt-BR. For instance: "lang": "en".
            error missing /title
              "title" is missing.
              Add it: the heading of the first screen. For instance: "title": "Two misconceptions about the kitchen".
            error missing /misconceptions
              "misconceptions" are missing.
              Add "misconceptions": [ { "id": "bread-fridge", "name": "…", "statements": [ { "id": "bread-1", "text": "…", "key": "myth" } ], "refutation": { "fact": "…", "whyWrong": "…" } } ], with a comma before or after it.
        "#]],
    );
    says(
        with("/misconceptions/0/statements/1/key", json!(null)),
        expect![[r#"
            error missing /misconceptions/0/statements/1/key
              "key" of statement 2 of misconception 1 is missing.
              Add "key": "myth", or whichever of these is right. "myth": Agreeing with the statement means holding the misconception. "fact": Agreeing with the statement means not holding the misconception.
        "#]],
    );
    says(
        with(
            "/misconceptions/0/refutation",
            json!({ "fact": "It is so." }),
        ),
        expect![[r#"
            error missing /misconceptions/0/refutation/whyWrong
              "whyWrong" of "refutation" of misconception 1 is missing.
              Add it: the reasons against the misconception. For instance: "whyWrong": "The starch in the crumb hardens in the cold, even where no water is lost".
        "#]],
    );
    says(
        with("/scale", json!({ "points": 3 })),
        expect![[r#"
            error missing /scale/labels
              "labels" of "scale" are missing.
              Add "labels" with 3 labels, one for each answer: [ "…", "…", "…" ].
        "#]],
    );
}

#[test]
fn the_example_of_a_map_or_list_shows_its_shape() {
    each_says(
        vec![
            ("/misconceptions/0/statements", json!(null)),
            ("/misconceptions/0/refutation", json!(null)),
            ("/misconceptions/0/statements", json!([])),
            ("/misconceptions", json!([])),
        ],
        expect![[r#"
            error missing /misconceptions/0/statements
              "statements" of misconception 1 are missing.
              Add "statements": [ { "id": "bread-1", "text": "…", "key": "myth" } ], with a comma before or after it.
            error missing /misconceptions/0/refutation
              "refutation" of misconception 1 is missing.
              Add "refutation": { "fact": "…", "whyWrong": "…" }, with a comma before or after it.
            error empty /misconceptions/0/statements
              "statements" of misconception 1 is empty.
              Write at least one item between the brackets: [ { "id": "bread-1", "text": "…", "key": "myth" } ].
            error empty /misconceptions
              "misconceptions" is empty.
              Write at least one item between the brackets: [ { "id": "bread-fridge", "name": "…", "statements": [ { "id": "bread-1", "text": "…", "key": "myth" } ], "refutation": { "fact": "…", "whyWrong": "…" } } ].
        "#]],
    );
}

#[test]
fn missing_labels_are_reported_with_their_number() {
    each_says(
        vec![
            ("/scale", json!({ "points": 4, "labels": [] })),
            ("/certainty", json!({ "levels": 3 })),
            ("/certainty", json!({ "from": 0, "to": 2, "labels": [] })),
        ],
        expect![[r#"
            error empty /scale/labels
              "labels" of "scale" is empty.
              Write 4 labels, one for each answer: [ "…", "…", "…", "…" ].
            error missing /certainty/labels
              "labels" of "certainty" are missing.
              Add "labels" with 3 labels, one for each level of certainty: [ "…", "…", "…" ].
            error empty /certainty/labels
              "labels" of "certainty" is empty.
              Write 3 labels, one for each level of certainty: [ "…", "…", "…" ].
        "#]],
    );
    // The widget has labels of its own for these scales.
    assert_eq!(
        told(&with("/scale", json!({ "points": 2, "labels": [] }))),
        ""
    );
    assert_eq!(
        told(&with("/certainty", json!({ "levels": 4, "labels": [] }))),
        ""
    );
}

#[test]
fn labels_are_not_reported_if_the_number_of_points_is_wrong() {
    for (pointer, value, expected) in [
        (
            "/scale",
            json!({ "points": 1, "labels": [] }),
            "outOfRange /scale/points",
        ),
        (
            "/scale",
            json!({ "points": "3", "labels": ["a", "b"] }),
            "wrongType /scale/points",
        ),
        (
            "/scale",
            json!({ "points": 3, "labels": "a, b, c" }),
            "wrongType /scale/labels",
        ),
        (
            "/scale",
            json!({ "points": 3, "labels": null }),
            "wrongType /scale/labels",
        ),
        (
            "/certainty",
            json!({ "levels": 2.5 }),
            "outOfRange /certainty/levels",
        ),
        (
            "/certainty",
            json!({ "from": "0", "to": 2, "labels": ["a"] }),
            "wrongType /certainty/from",
        ),
        (
            "/certainty",
            json!({ "from": 0, "to": 6 }),
            "outOfRange /certainty/to",
        ),
        ("/certainty", json!({ "from": 0 }), "missing /certainty/to"),
    ] {
        assert_eq!(codes(&with(pointer, value)), [expected]);
    }
}

#[test]
fn each_empty_value_has_its_own_remedy() {
    let source = |url: &str| json!([{ "title": "A book", "url": url }]);
    each_says(
        vec![
            ("/id", json!("")),
            ("/minAnswered", json!(" ")),
            ("/scale", json!({ "points": 2, "labels": [" ", "Yes"] })),
            ("/misconceptions/0/sources", source("")),
        ],
        expect![[r#"
            error empty /id
              "id" is empty.
              Between the quotes, write an id without spaces.
            error empty /minAnswered
              "minAnswered" is empty.
              Write one of these. "majority": More than half of a misconception’s statements: both of two, two of three. "half": At least half of a misconception’s statements: one of two, two of three.
            error empty /scale/labels/0
              Label 1 of "scale" is empty.
              Write something between the quotes.
            error empty /misconceptions/0/sources/0/url
              "url" of source 1 of misconception 1 is empty.
              Between the quotes, write a URL that begins with https:// or http://, or delete "url" and its value.
        "#]],
    );
}

#[test]
fn the_highest_level_follows_from_the_lowest() {
    each_says(
        vec![
            ("/certainty", json!({ "from": -3 })),
            ("/certainty", json!({ "from": -3, "to": "four" })),
            ("/certainty", json!({ "from": -3, "to": null })),
        ],
        expect![[r#"
            error missing /certainty/to
              "to" of "certainty" is missing.
              Add it: the number of the highest level, 1 to 5 above from. For instance: "to": 0.
            error wrongType /certainty/to
              "to" of "certainty" should be a number, but it is the string "four".
              Write a whole number from -2 to 2, without quotes.
            error wrongType /certainty/to
              "to" of "certainty" should be a number, but it is null.
              Write a whole number from -2 to 2, without quotes.
        "#]],
    );
}
