//! Keys that the format does not have, and comments. Knows what authors mistake for a key; must not
//! care about its value.

use crate::{each_says, good, says, told, with};
use expect_test::expect;
use serde_json::json;

#[test]
fn an_unknown_key_is_reported_with_the_key_that_was_meant() {
    says(
        with("/titel", json!("A title")),
        expect![[r#"
            error unknownKey /titel
              The format has no key "titel" at the top; "title" is already there.
              Keep one of the two, under "title".
        "#]],
    );
    says(
        with("/privasy", json!("Nothing leaves.")),
        expect![[r#"
            error unknownKey /privasy
              The format has no key "privasy" at the top. Did you mean "privacy"?
              Write "privacy" instead of "privasy".
              suggestion: privacy
        "#]],
    );
    says(
        with("/scale", json!({ "dontknow": false })),
        expect![[r#"
            error unknownKey /scale/dontknow
              The format has no key "dontknow" in "scale". Did you mean "dontKnow"?
              Write "dontKnow" instead of "dontknow".
              suggestion: dontKnow
        "#]],
    );
    says(
        with("/key", json!("myth")),
        expect![[r#"
            error unknownKey /key
              The format has no key "key" at the top. It belongs in a statement.
              Move it there, or delete it.
        "#]],
    );
    says(
        with("/misconceptions/0/colour", json!("red")),
        expect![[r#"
            error unknownKey /misconceptions/0/colour
              The format has no key "colour" in misconception 1.
              Delete it; the keys allowed here are id, name, statements, refutation, evidence, sources. A note to yourself goes under "$comment".
        "#]],
    );
    says(
        with("/certainty", json!({ "from": 0, "to": 3, "levels": 4 })),
        expect![[r#"
            error unknownKey /certainty/levels
              "levels" has no effect beside "from" and "to".
              Delete "levels", or "from" and "to".
        "#]],
    );
    says(
        with("/certainty", json!({ "to": 3 })),
        expect![[r#"
            error unknownKey /certainty/to
              "to" needs "from" beside it.
              Add "from", or write "levels" alone.
        "#]],
    );
}

#[test]
fn comments_are_ignored_in_every_map() {
    let mut document = good();
    for pointer in [
        "",
        "/misconceptions/0",
        "/misconceptions/0/statements/0",
        "/misconceptions/0/refutation",
    ] {
        document.pointer_mut(pointer).unwrap()["$comment"] = json!("[A note]");
    }
    document["translations"] = json!({ "$comment": "none yet" });
    assert_eq!(told(&document), "");
    says(
        with("/$comment", json!(["One", "Two"])),
        expect![[r#"
            error wrongType /$comment
              A note under "$comment" should be a string, but it is an array of 2 items.
              Write it in double quotes, or delete "$comment" and its value.
        "#]],
    );
}

#[test]
fn a_misspelt_key_beside_the_right_one_is_to_be_deleted() {
    each_says(
        vec![
            ("/Title", json!("A title")),
            ("/misconceptions/0/refutation/facts", json!("It is so.")),
            (
                "/credits",
                json!({ "text": "By us", "licence": "CC0", "license": "CC0" }),
            ),
        ],
        expect![[r#"
            error unknownKey /Title
              The format has no key "Title" at the top; "title" is already there.
              Keep one of the two, under "title".
            error unknownKey /misconceptions/0/refutation/facts
              The format has no key "facts" in "refutation" of misconception 1; "fact" is already there.
              Keep one of the two, under "fact".
            error unknownKey /credits/license
              The format has no key "license" in "credits"; "licence" is already there.
              Keep one of the two, under "licence".
        "#]],
    );
    // The suggestion is a key that is still missing, not one that is already there.
    each_says(
        vec![(
            "/misconceptions/0/refutation/mith",
            json!("That it is not so."),
        )],
        expect![[r#"
            error unknownKey /misconceptions/0/refutation/mith
              The format has no key "mith" in "refutation" of misconception 1. Did you mean "myth"?
              Write "myth" instead of "mith".
              suggestion: myth
        "#]],
    );
}

#[test]
fn a_comment_under_another_key_is_told_the_key_for_comments() {
    each_says(
        vec![
            ("/comment", json!("A note.")),
            ("/misconceptions/0/_comment", json!("A note.")),
        ],
        expect![[r#"
            error unknownKey /comment
              The format has no key "comment" at the top. Did you mean "$comment"?
              Write "$comment" instead of "comment", with the note in double quotes.
            error unknownKey /misconceptions/0/_comment
              The format has no key "_comment" in misconception 1. Did you mean "$comment"?
              Write "$comment" instead of "_comment", with the note in double quotes.
        "#]],
    );
}

#[test]
fn a_misplaced_key_is_reported_with_its_place_only_in_known_cases() {
    each_says(
        vec![
            ("/statements", json!([])),
            ("/strength", json!("strong")),
            ("/misconceptions/0/points", json!(4)),
            ("/misconceptions/0/strength", json!("strong")),
            ("/misconceptions/0/refutation/sources", json!([])),
            ("/misconceptions/0/refutation/minAnswered", json!("half")),
        ],
        expect![[r#"
            error unknownKey /statements
              The format has no key "statements" at the top. It belongs in a misconception.
              Move it there, or delete it.
            error unknownKey /strength
              The format has no key "strength" at the top. It belongs in "evidence".
              Move it there, or delete it.
            error unknownKey /misconceptions/0/points
              The format has no key "points" in misconception 1.
              Delete it; the keys allowed here are id, name, statements, refutation, evidence, sources. A note to yourself goes under "$comment".
            error unknownKey /misconceptions/0/strength
              The format has no key "strength" in misconception 1. It belongs in "evidence".
              Move it there, or delete it.
            error unknownKey /misconceptions/0/refutation/sources
              The format has no key "sources" in "refutation" of misconception 1.
              Delete it; the keys allowed here are fact, myth, whyBelieved, kernelOfTruth, whyWrong, advice. A note to yourself goes under "$comment".
            error unknownKey /misconceptions/0/refutation/minAnswered
              The format has no key "minAnswered" in "refutation" of misconception 1. It belongs at the top.
              Move it there, or delete it.
        "#]],
    );
    for (pointer, value) in [
        ("/url", json!("https://example.org")),
        ("/*", json!("A star")),
        ("/misconceptions/0/statements/0/answer", json!("myth")),
        (
            "/misconceptions/0/evidence",
            json!({ "strength": "strong", "date": "2026" }),
        ),
        ("/misconceptions/0/title", json!("A name")),
        (
            "/outcomes",
            json!([{ "from": 0, "title": "None", "to": 1 }]),
        ),
        (
            "/suggestions",
            json!([{ "text": "A", "answer": "B", "name": "Ida" }]),
        ),
        (
            "/share",
            json!({ "text": "Mine", "url": "https://example.org" }),
        ),
    ] {
        let text = told(&with(pointer, value));
        assert!(text.contains("the keys allowed here are"), "{text}");
    }
}

#[test]
fn levels_of_certainty_have_one_form_or_the_other() {
    each_says(
        vec![
            ("/certainty", json!({ "levels": 4, "to": 4 })),
            ("/certainty", json!({ "levels": 4, "from": 1 })),
            ("/certainty", json!({ "from": -1001, "to": -998 })),
            ("/certainty", json!({ "from": "1", "to": 4 })),
        ],
        expect![[r#"
            error unknownKey /certainty/to
              "to" needs "from" beside it, and has no effect beside "levels".
              Delete "to", or write "from" instead of "levels".
            error missing /certainty/to
              "to" of "certainty" is missing.
              Add it: the number of the highest level, 1 to 5 above from. For instance: "to": 4.
            error unknownKey /certainty/levels
              "levels" has no effect beside "from".
              Delete one of the two.
            error outOfRange /certainty/from
              "from" of "certainty" is -1001, but must be a whole number from -1000 to 1000.
              Write a whole number from -1000 to 1000.
            error wrongType /certainty/from
              "from" of "certainty" should be a number, but it is the string "1".
              Write 1 without quotes.
              suggestion: 1
        "#]],
    );
}
