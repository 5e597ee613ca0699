//! Numbers out of range, and too many or too few items. Knows how ranges are reported; must not
//! care about texts.

use crate::common::small;
use crate::{each_says, says, with};
use expect_test::expect;
use serde_json::json;

#[test]
fn numbers_out_of_range_and_wrong_lengths_are_reported() {
    says(
        with("/scale", json!({ "points": 9, "labels": ["No", "Yes"] })),
        expect![[r#"
            error outOfRange /scale/points
              "points" of "scale" is 9, but must be a whole number from 2 to 7.
              Write a whole number from 2 to 7.
        "#]],
    );
    says(
        with("/scale", json!({ "points": 3, "labels": ["No", "Yes"] })),
        expect![[r#"
            error wrongLength /scale/labels
              There are 3 answers to choose from, but 2 labels.
              Write 3 labels, one for each answer, in their order, or set "points" to 2.
        "#]],
    );
    says(
        with("/certainty", json!({ "from": 0, "to": 9 })),
        expect![[r#"
            error outOfRange /certainty/to
              "to" of "certainty" is 9, but must be a whole number from 1 to 5.
              Write a whole number from 1 to 5: "to" is 1 to 5 above "from".
        "#]],
    );
    says(
        with("/edges", json!({ "held": 50 })),
        expect![[r#"
            error renamed /edges
              "cutoffs" was called "edges" before format 1.0.
              Write "cutoffs".
              suggestion: cutoffs
        "#]],
    );
    says(
        with("/cutoffs", json!({ "held": 50 })),
        expect![[r#"
            error outOfRange /cutoffs
              The cutoffs must decrease from held to leaning to unsure.
              Make each smaller than the one before, as in 75, 62.5 and 37.5; one that is left out has that value.
        "#]],
    );
    says(
        with("/cutoffs", json!({ "held": 500 })),
        expect![[r#"
            error outOfRange /cutoffs/held
              "held" of "cutoffs" is 500, but must be a number from 0 to 100.
              Write a number from 0 to 100: held the highest, unsure the lowest.
        "#]],
    );
    says(
        with("/misconceptions/0/statements/0/weight", json!(0)),
        expect![[r#"
            error outOfRange /misconceptions/0/statements/0/weight
              "weight" of statement 1 of misconception 1 is 0, but must be a number above 0.
              Write a number above 0.
        "#]],
    );
}

#[test]
fn a_range_is_reported_with_both_ends() {
    each_says(
        vec![
            ("/certainty", json!({ "from": -1001 })),
            ("/certainty", json!({ "from": 2, "to": 2 })),
            ("/outcomes", json!([{ "from": 1001, "title": "Many" }])),
            ("/cutoffs", json!({ "held": 100.1 })),
            ("/misconceptions/0/statements/0/weight", json!(-1e-9)),
        ],
        expect![[r#"
            error outOfRange /certainty/from
              "from" of "certainty" is -1001, but must be a whole number from -1000 to 1000.
              Write a whole number from -1000 to 1000.
            error outOfRange /certainty/to
              "to" of "certainty" is 2, but must be a whole number from 3 to 7.
              Write a whole number from 3 to 7: "to" is 1 to 5 above "from".
            error outOfRange /outcomes/0/from
              "from" of outcome 1 is 1001, but must be a whole number from 0 to 1000.
              Write a whole number from 0 to 1000.
            error outOfRange /cutoffs/held
              "held" of "cutoffs" is 100.1, but must be a number from 0 to 100.
              Write a number from 0 to 100: held the highest, unsure the lowest.
            error outOfRange /misconceptions/0/statements/0/weight
              "weight" of statement 1 of misconception 1 is -1e-9, but must be a number above 0.
              Write a number above 0.
        "#]],
    );
}

#[test]
fn labels_are_counted_in_the_words_of_their_scale() {
    let labels = |count: usize| vec!["word"; count];
    each_says(
        vec![
            ("/scale", json!({ "labels": labels(4) })),
            ("/scale", json!({ "labels": labels(1) })),
            ("/certainty", json!({ "levels": 3, "labels": labels(4) })),
            (
                "/certainty",
                json!({ "from": 0, "to": 2, "labels": labels(4) }),
            ),
        ],
        expect![[r#"
            error wrongLength /scale/labels
              There are 5 answers to choose from, but 4 labels.
              Write 5 labels, one for each answer, in their order, or set "points" to 4.
            error wrongLength /scale/labels
              There are 5 answers to choose from, but 1 label.
              Write 5 labels, one for each answer, in their order.
            error wrongLength /certainty/labels
              There are 3 levels of certainty, but 4 labels.
              Write 3 labels, one for each level of certainty, in their order, or set "levels" to 4.
            error wrongLength /certainty/labels
              There are 3 levels of certainty, but 4 labels.
              Write 3 labels, one for each level of certainty, in their order.
        "#]],
    );
}

#[test]
fn too_many_items_are_counted() {
    let sources = vec![json!({ "title": "A book" }); 1_001];
    each_says(
        vec![
            ("/id", json!("x".repeat(4_001))),
            ("/misconceptions/0/sources", json!(sources)),
        ],
        expect![[r#"
            error tooLarge /id
              "id" has 4,001 characters; at most 4,000 are allowed.
              Shorten it.
            error tooLarge /misconceptions/0/sources
              "sources" of misconception 1 has 1,001 items; at most 1,000 are allowed.
              Take some out.
        "#]],
    );
    let mut document = small(&[&["myth"; 1_000], &["myth"]]);
    document["lang"] = json!("nb");
    says(
        document,
        expect![[r#"
            error tooLarge /misconceptions
              The misconceptions have more than 1,000 statements in all.
              Take some out.
        "#]],
    );
}
