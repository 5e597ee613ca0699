//! A value of the wrong type: if the remedy gives the complete value, it is right.

use crate::{each_says, good, says, with};
use expect_test::expect;
use serde_json::json;

#[test]
fn a_document_that_is_not_a_map_is_reported() {
    says(
        json!([]),
        expect![[r#"
            error wrongType 
              The document should be an object { … }, but it is an empty array [ ].
              Begin the file with { and end it with }.
        "#]],
    );
}

#[test]
fn values_of_a_wrong_type_are_reported() {
    says(
        with("/format", json!(1.0)),
        expect![[r#"
            error wrongType /format
              "format" should be a string in double quotes, but it is 1.
              Write "1.0", with the quotes.
              suggestion: 1.0
        "#]],
    );
    says(
        with("/version", json!(2)),
        expect![[r#"
            error wrongType /version
              "version" should be a string in double quotes, but it is 2.
              Put it in double quotes: "2".
              suggestion: 2
        "#]],
    );
    says(
        with("/intro", json!(true)),
        expect![[r#"
            error wrongType /intro
              "intro" should be a string in double quotes, but it is true.
              Write a string in double quotes, or delete "intro" and its value.
        "#]],
    );
    says(
        with(
            "/misconceptions/0/refutation/whyWrong",
            json!(["One.", "Two."]),
        ),
        expect![[r#"
            error wrongType /misconceptions/0/refutation/whyWrong
              "whyWrong" of "refutation" of misconception 1 should be a string in double quotes, but it is an array of 2 items.
              Write one string in double quotes; \n\n in it starts a paragraph.
        "#]],
    );
    says(
        with("/misconceptions/0/refutation", json!("It is not so.")),
        expect![[r#"
            error wrongType /misconceptions/0/refutation
              "refutation" of misconception 1 should be an object { … }, but it is the string "It is not so.".
              Write { "fact": "It is not so.", "whyWrong": "…" }.
        "#]],
    );
    says(
        with("/misconceptions/0/sources", json!({ "title": "A book" })),
        expect![[r#"
            error wrongType /misconceptions/0/sources
              "sources" of misconception 1 should be an array [ … ], but it is an object { … }.
              Put [ before it and ] after it, even if there is only one.
        "#]],
    );
    says(
        with("/misconceptions/0/statements/0/key", json!(false)),
        expect![[r#"
            error wrongType /misconceptions/0/statements/0/key
              "key" of statement 1 of misconception 1 should be a string in double quotes, but it is false.
              Write one of these. "myth": Agreeing with the statement means holding the misconception. "fact": Agreeing with the statement means not holding the misconception.
        "#]],
    );
    says(
        with("/misconceptions/0/statements/0/weight", json!("2")),
        expect![[r#"
            error wrongType /misconceptions/0/statements/0/weight
              "weight" of statement 1 of misconception 1 should be a number, but it is the string "2".
              Write 2 without quotes.
              suggestion: 2
        "#]],
    );
    says(
        with("/scale", json!({ "dontKnow": "false" })),
        expect![[r#"
            error wrongType /scale/dontKnow
              "dontKnow" of "scale" should be true or false, but it is the string "false".
              Write false without quotes.
              suggestion: false
        "#]],
    );
    says(
        with("/outcomes", json!([{ "from": "none", "title": "None" }])),
        expect![[r#"
            error wrongType /outcomes/0/from
              "from" of outcome 1 should be a number, but it is the string "none".
              Write a whole number from 0 to 1000, without quotes.
        "#]],
    );
}

#[test]
fn a_remedy_puts_the_given_value_into_the_right_type() {
    each_says(
        vec![
            ("/misconceptions", json!("Bread keeps best in the fridge")),
            (
                "/misconceptions/0/statements/0",
                json!("A loaf stays soft in the fridge."),
            ),
            ("/misconceptions/0/evidence", json!("strong")),
            ("/misconceptions/0/sources/0", json!("On \"Food\"")),
            ("/misconceptions/0/sources", json!("A book")),
            ("/credits", json!("By us")),
            ("/share", json!("Mine")),
            ("/scale", json!(5)),
            ("/scale", json!({ "points": 2, "labels": "No, Yes" })),
            ("/translations", json!("small.nb.json")),
        ],
        expect![[r#"
            error wrongType /misconceptions
              "misconceptions" should be an array [ … ], but it is the string "Bread keeps best in the fridge".
              Write [ { "id": "bread-fridge", "name": "Bread keeps best in the fridge", "statements": [ { "id": "bread-1", "text": "…", "key": "myth" } ], "refutation": { "fact": "…", "whyWrong": "…" } } ].
            error wrongType /misconceptions/0/statements/0
              Statement 1 of misconception 1 should be an object { … }, but it is the string "A loaf stays soft in the fridge.".
              Write { "id": "bread-1", "text": "A loaf stays soft in the fridge.", "key": "myth" }.
            error wrongType /misconceptions/0/evidence
              "evidence" of misconception 1 should be an object { … }, but it is the string "strong".
              Write { "strength": "strong" }.
            error wrongType /misconceptions/0/sources/0
              Source 1 of misconception 1 should be an object { … }, but it is the string "On \"Food\"".
              Write { "title": "On \"Food\"" }.
            error wrongType /misconceptions/0/sources
              "sources" of misconception 1 should be an array [ … ], but it is the string "A book".
              Write [ { "title": "A book" } ].
            error wrongType /credits
              "credits" should be an object { … }, but it is the string "By us".
              Write { "text": "By us" }.
            error wrongType /share
              "share" should be an object { … }, but it is the string "Mine".
              Write { "text": "Mine" }.
            error wrongType /scale
              "scale" should be an object { … }, but it is 5.
              Write { "points": 5 }.
            error wrongType /scale/labels
              "labels" of "scale" should be an array [ … ], but it is the string "No, Yes".
              Write each label in its own double quotes, between [ and ]: [ "No", "Yes" ].
            error wrongType /translations
              "translations" should be an object { … }, but it is the string "small.nb.json".
              Write each under the tag of its language: { "nb": "small.nb.json" }, or delete "translations" and its value.
        "#]],
    );
}

#[test]
fn if_the_value_fits_nowhere_the_remedy_shows_the_shape() {
    each_says(
        vec![
            ("/misconceptions", json!({ "bread": { "name": "Bread" } })),
            ("/misconceptions/0/statements/0", json!(null)),
            ("/misconceptions/0/evidence", json!("weak")),
            ("/outcomes", json!({ "0": "Well done." })),
            ("/outcomes", json!(3)),
            ("/cutoffs", json!([80, 60, 40])),
            ("/scale", json!({ "points": 3, "labels": "No" })),
            ("/translations", json!(["nb"])),
        ],
        expect![[r#"
            error wrongType /misconceptions
              "misconceptions" should be an array [ … ], but it is an object { … }.
              Write an array of objects, each with its id inside: [ { "id": "bread", … }, { … } ].
            error wrongType /misconceptions/0/statements/0
              Statement 1 of misconception 1 should be an object { … }, but it is null.
              Write an object, as in { "id": "bread-1", "text": "…", "key": "myth" }, or delete it.
            error wrongType /misconceptions/0/evidence
              "evidence" of misconception 1 should be an object { … }, but it is the string "weak".
              Write an object, as in { "strength": "strong" }, or delete "evidence" and its value.
            error wrongType /outcomes
              "outcomes" should be an array [ … ], but it is an object { … }.
              Write an array of objects, as in [ { "from": 1, "title": "…" } ], or delete "outcomes" and its value.
            error wrongType /outcomes
              "outcomes" should be an array [ … ], but it is 3.
              Write [ { "from": 3, "title": "…" } ].
            error wrongType /cutoffs
              "cutoffs" should be an object { … }, but it is an array of 3 items.
              Write an object, as in { "held": 80, "leaning": 60, "unsure": 40 }, or delete "cutoffs" and its value.
            error wrongType /scale/labels
              "labels" of "scale" should be an array [ … ], but it is the string "No".
              Write each label in its own double quotes, between [ and ]: [ "…", "…", "…" ].
            error wrongType /translations
              "translations" should be an object { … }, but it is an array of 1 item.
              Write each under the tag of its language: { "nb": { … } }, or delete "translations" and its value.
        "#]],
    );
}

#[test]
fn a_remedy_removes_extra_brackets() {
    each_says(
        vec![
            ("/lang", json!(["en"])),
            ("/minAnswered", json!(["half"])),
            ("/intro", json!(["One."])),
            ("/scale", json!([{ "points": 5 }])),
        ],
        expect![[r#"
            error wrongType /lang
              "lang" should be a string in double quotes, but it is an array of 1 item.
              Write "en", without the brackets.
              suggestion: en
            error wrongType /minAnswered
              "minAnswered" should be a string in double quotes, but it is an array of 1 item.
              Write "half", without the brackets.
              suggestion: half
            error wrongType /intro
              "intro" should be a string in double quotes, but it is an array of 1 item.
              Write "One.", without the brackets.
              suggestion: One.
            error wrongType /scale
              "scale" should be an object { … }, but it is an array of 1 item.
              Delete the [ and ] around it.
        "#]],
    );
    says(
        json!([good()]),
        expect![[r#"
            error wrongType 
              The document should be an object { … }, but it is an array of 1 item.
              Delete the [ and ] around it.
        "#]],
    );
    says(
        json!("laundry"),
        expect![[r#"
            error wrongType 
              The document should be an object { … }, but it is the string "laundry".
              Begin the file with { and end it with }.
        "#]],
    );
    // No complete value is suggested if the corrected value would not be valid either.
    each_says(
        vec![
            ("/lang", json!(["e"])),
            ("/lang", json!(["en", "nb"])),
            ("/minAnswered", json!(["most"])),
            (
                "/scale",
                json!({ "points": 2, "labels": [["No", "Never"], "Yes"] }),
            ),
        ],
        expect![[r#"
            error wrongType /lang
              "lang" should be a string in double quotes, but it is an array of 1 item.
              In double quotes, write a language tag such as en or nb.
            error wrongType /lang
              "lang" should be a string in double quotes, but it is an array of 2 items.
              In double quotes, write a language tag such as en or nb.
            error wrongType /minAnswered
              "minAnswered" should be a string in double quotes, but it is an array of 1 item.
              Write one of these. "majority": More than half of a misconception’s statements: both of two, two of three. "half": At least half of a misconception’s statements: one of two, two of three.
            error wrongType /scale/labels/0
              Label 1 of "scale" should be a string in double quotes, but it is an array of 2 items.
              Write a string in double quotes.
        "#]],
    );
}

#[test]
fn a_remedy_quotes_a_number_only_if_the_result_is_valid() {
    each_says(
        vec![
            ("/id", json!(12)),
            ("/minAnswered", json!(0.5)),
            ("/lang", json!(47)),
            (
                "/misconceptions/0/evidence",
                json!({ "strength": "strong", "asOf": 2026 }),
            ),
            (
                "/misconceptions/0/evidence",
                json!({ "strength": "strong", "asOf": 26 }),
            ),
            ("/title", json!(1e300)),
        ],
        expect![[r#"
            error wrongType /id
              "id" should be a string in double quotes, but it is 12.
              Put it in double quotes: "12".
              suggestion: 12
            error wrongType /minAnswered
              "minAnswered" should be a string in double quotes, but it is 0.5.
              Write one of these. "majority": More than half of a misconception’s statements: both of two, two of three. "half": At least half of a misconception’s statements: one of two, two of three.
            error wrongType /lang
              "lang" should be a string in double quotes, but it is 47.
              In double quotes, write a language tag such as en or nb.
            error wrongType /misconceptions/0/evidence/asOf
              "asOf" of "evidence" of misconception 1 should be a string in double quotes, but it is 2026.
              Put it in double quotes: "2026".
              suggestion: 2026
            error wrongType /misconceptions/0/evidence/asOf
              "asOf" of "evidence" of misconception 1 should be a string in double quotes, but it is 26.
              In double quotes, write a date: 2026, 2026-11 or 2026-11-23, or delete "asOf" and its value.
            error wrongType /title
              "title" should be a string in double quotes, but it is 1e300.
              Put it in double quotes: "1e300".
              suggestion: 1e300
        "#]],
    );
}

#[test]
fn a_remedy_removes_quotes_from_a_number_only_if_the_result_is_valid() {
    each_says(
        vec![
            ("/scale", json!({ "points": "2" })),
            ("/scale", json!({ "points": "9" })),
            ("/scale", json!({ "points": "2.5" })),
            ("/cutoffs", json!({ "held": "inf" })),
            ("/cutoffs", json!({ "held": " +80 " })),
            ("/certainty", json!({ "from": 0, "to": "3" })),
            ("/certainty", json!({ "from": 0, "to": "9" })),
            ("/scale", json!({ "dontKnow": "False" })),
            ("/scale", json!({ "dontKnow": "no" })),
        ],
        expect![[r#"
            error wrongType /scale/points
              "points" of "scale" should be a number, but it is the string "2".
              Write 2 without quotes.
              suggestion: 2
            error wrongType /scale/points
              "points" of "scale" should be a number, but it is the string "9".
              Write a whole number from 2 to 7, without quotes, or delete "points" and its value.
            error wrongType /scale/points
              "points" of "scale" should be a number, but it is the string "2.5".
              Write a whole number from 2 to 7, without quotes, or delete "points" and its value.
            error wrongType /cutoffs/held
              "held" of "cutoffs" should be a number, but it is the string "inf".
              Write a number from 0 to 100, without quotes, or delete "held" and its value.
            error wrongType /cutoffs/held
              "held" of "cutoffs" should be a number, but it is the string " +80 ".
              Write 80 without quotes.
              suggestion: 80
            error wrongType /certainty/to
              "to" of "certainty" should be a number, but it is the string "3".
              Write 3 without quotes.
              suggestion: 3
            error wrongType /certainty/to
              "to" of "certainty" should be a number, but it is the string "9".
              Write a whole number from 1 to 5, without quotes.
            error wrongType /scale/dontKnow
              "dontKnow" of "scale" should be true or false, but it is the string "False".
              Write false without quotes.
              suggestion: false
            error wrongType /scale/dontKnow
              "dontKnow" of "scale" should be true or false, but it is the string "no".
              Write true or false, without quotes, or delete "dontKnow" and its value.
        "#]],
    );
}
