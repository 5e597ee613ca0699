//! What the checker predicts for a reader who answers without reading, compared with results worked
//! out by hand. `habits/all_answers.rs` compares it with all answers tried one by one;
//! `habits/large.rs` has the largest questionnaires.
#![allow(clippy::unwrap_used, clippy::cast_precision_loss)]

#[path = "habits/all_answers.rs"]
mod all_answers;
mod common;
#[path = "habits/large.rs"]
mod large;
#[path = "habits/naive.rs"]
mod naive;

use common::{evaluate, parsed, small, written};
use misconception_scorecard::api::results::HabitsResult;
use misconception_scorecard::authoring::check::habits::{
    Habits, Pattern, Random, habits, unreachable_outcomes,
};
use misconception_scorecard::scoring::scorecard::{Headline, Verdict};
use naive::{contest, set_outcomes, set_scale, set_weights};
use serde_json::{Value, json};

/// One misconception with `count` myth statements.
fn myths(count: usize) -> Value {
    small(&[&vec!["myth"; count]])
}

fn random(document: &Value) -> Option<Random> {
    habits(&parsed(document)).random
}

/// The probabilities of held, leaning, unsure, insufficient and not held in a document with one
/// misconception.
fn row(document: &Value) -> [f64; 5] {
    random(document).unwrap().verdicts[0]
}

fn assert_close(actual: &[f64], expected: &[f64], name: &str) {
    assert_eq!(actual.len(), expected.len(), "{name}");
    for (one, other) in actual.iter().zip(expected) {
        let is_close = (one - other).abs() < 1e-12;
        assert!(is_close, "{name}: {actual:?} are not {expected:?}");
    }
}

fn assert_certain(probabilities: &[f64], name: &str) {
    let sum: f64 = probabilities.iter().sum();
    assert!((sum - 1.0).abs() < 1e-12, "{name} come to {sum}");
    let is_share = |it: &f64| (0.0..=1.0 + 1e-12).contains(it);
    assert!(probabilities.iter().all(is_share), "{name}");
}

#[test]
fn a_myth_and_a_fact_on_five_points() {
    let mut document = small(&[&["myth", "fact"]]);
    set_scale(&mut document, 5, false);
    // Each position is 0 to 4 quarters. Of the 25 pairs, 3, 2 and 1 sum to 6, 7 and 8 of 8
    // quarters, which is 75 or more: held. 4 pairs sum to 5, which is 62.5: leaning. 5 pairs sum to
    // 4, which is 50: unsure. The other 1 + 2 + 3 + 4 pairs sum to at most 3, which is 37.5 or
    // less: not held.
    let expected = [6.0, 4.0, 5.0, 0.0, 10.0].map(|of| of / 25.0);
    assert_close(&row(&document), &expected, "points alone");

    set_scale(&mut document, 5, true);
    // 36 pairs: the 25 above, and 11 with a don't know. Those leave at most one answer of two,
    // which is not more than half: unsure.
    let expected = [6.0, 4.0, 5.0 + 11.0, 0.0, 10.0].map(|of| of / 36.0);
    assert_close(&row(&document), &expected, "with don't know");

    document["minAnswered"] = json!("half");
    // Now one answer of two is enough. Of the 5 points of that answer, two are 75 or above, one is
    // 50, and two are 25 or below; either statement may be the answered one. Only two don't-knows
    // are unsure because answers are missing.
    let expected = [6.0 + 4.0, 4.0, 5.0 + 2.0 + 1.0, 0.0, 10.0 + 4.0].map(|of| of / 36.0);
    assert_close(&row(&document), &expected, "with half");
}

#[test]
fn a_single_statement_with_certainty() {
    for key in ["myth", "fact"] {
        let mut document = small(&[&[key]]);
        document["certainty"] = json!({ "levels": 4 });
        set_scale(&mut document, 2, false);
        // Half of the answers lean towards the misconception, and half of the levels 1 to 4 are
        // sure. All that are not sure are unsure.
        let expected = [0.25, 0.0, 0.5, 0.0, 0.25];
        assert_close(&row(&document), &expected, key);

        document["certainty"] = json!({ "levels": 3, "labels": ["a", "b", "c"] });
        // Level 2 of 3 is in the middle, which is not sure.
        let expected = [1.0 / 6.0, 0.0, 4.0 / 6.0, 0.0, 1.0 / 6.0];
        assert_close(&row(&document), &expected, key);

        set_scale(&mut document, 2, true);
        // True, false and don't know have a third each. Certainty is not asked after don't know.
        let expected = [1.0 / 9.0, 0.0, 7.0 / 9.0, 0.0, 1.0 / 9.0];
        assert_close(&row(&document), &expected, key);
    }
}

#[test]
fn two_statements_with_certainty() {
    let mut document = small(&[&["fact", "myth"]]);
    document["certainty"] = json!({ "levels": 2, "labels": ["a", "b"] });
    set_scale(&mut document, 2, false);
    // Each statement shows a misconception (m) or sound knowledge (s), a quarter each, or neither,
    // half. Of 16: m twice is 1, held. m and neither is 4, more m than s: leaning. m and s is 2,
    // unsure; neither twice is 4, also unsure. s once of two is half, not held: 4. s twice is 1,
    // not held.
    let expected = [1.0, 4.0, 2.0 + 4.0, 0.0, 4.0 + 1.0].map(|of| of / 16.0);
    assert_close(&row(&document), &expected, "two");
}

#[test]
fn weights_are_in_proportion() {
    for by in [1.0, 0.1, f64::MIN_POSITIVE, 1e300] {
        let mut document = myths(2);
        set_scale(&mut document, 2, false);
        set_weights(&mut document, 0, &[2.0 * by, by]);
        // True of both is 100, held; of the heavier alone 66.7, leaning; of the lighter alone 33.3,
        // not held; of neither 0.
        let expected = [0.25, 0.25, 0.0, 0.0, 0.5];
        assert_close(&row(&document), &expected, &format!("by {by}"));
    }
}

#[test]
fn counts_and_outcomes_leave_contested_misconceptions_out() {
    let mut document = small(&[&["myth"], &["fact"], &["myth"]]);
    set_scale(&mut document, 2, false);
    contest(&mut document, 0);
    set_outcomes(&mut document, &[1, 0, 2, 3, 1]);
    let found = habits(&parsed(&document));
    // Two coin tosses. The first outcome yields to the last, which also begins at 1. For 3 there
    // are too few misconceptions.
    let expected = Random {
        verdicts: vec![[0.5, 0.0, 0.0, 0.0, 0.5]; 3],
        counts: vec![0.25, 0.5, 0.25],
        outcomes: vec![0.0, 0.25, 0.25, 0.0, 0.5],
    };
    let headline = Headline {
        held: 1,
        leaning: 0,
        unsure: 0,
        not_held: 1,
        classified: 2,
        insufficient: 0,
        contested: 1,
    };
    let (held, not_held) = (Verdict::Held, Verdict::NotHeld);
    let expected = Habits {
        random: Some(expected),
        agree: Pattern {
            headline,
            verdicts: vec![held, not_held, held],
            outcome: Some(4),
        },
        disagree: Pattern {
            headline,
            verdicts: vec![not_held, held, not_held],
            outcome: Some(4),
        },
    };
    assert_eq!(found, expected);
    assert_eq!(unreachable_outcomes(&parsed(&document)), [0, 3]);
}

#[test]
fn if_everything_is_contested_no_outcome_is_shown() {
    let mut document = small(&[&["myth"], &["fact"]]);
    contest(&mut document, 0);
    contest(&mut document, 1);
    set_outcomes(&mut document, &[0, 1]);
    let found = habits(&parsed(&document));
    assert_eq!((found.agree.outcome, found.disagree.outcome), (None, None));
    let random = found.random.unwrap();
    assert_eq!((random.counts, random.outcomes), (vec![1.0], vec![0.0; 2]));
    assert_eq!(unreachable_outcomes(&parsed(&document)), [0, 1]);
}

#[test]
fn the_result_has_the_documented_shape() {
    let mut document = small(&[&["myth"], &["fact"]]);
    set_scale(&mut document, 2, false);
    contest(&mut document, 1);
    set_outcomes(&mut document, &[1]);
    let questionnaire = parsed(&document);
    let result = written(&HabitsResult::new(&habits(&questionnaire), &questionnaire));
    let row = |id| {
        json!({
            "misconception": id,
            "held": 0.5, "leaning": 0.0, "unsure": 0.0, "insufficient": 0.0, "notHeld": 0.5,
        })
    };
    let pattern = |first, second, held: f64, outcome| {
        json!({
            "headline": { "held": held, "leaning": 0.0, "unsure": 0.0, "notHeld": 1.0 - held, "classified": 1.0, "insufficient": 0.0, "contested": 1.0 },
            "verdicts": [{ "misconception": "m1", "verdict": first }, { "misconception": "m2", "verdict": second }],
            "outcome": outcome,
        })
    };
    let expected = json!({
        "random": { "verdicts": [row("m1"), row("m2")], "counts": [0.5, 0.5], "outcomes": [0.5] },
        "agree": pattern("held", "notHeld", 1.0, json!(0.0)),
        "disagree": pattern("notHeld", "held", 0.0, Value::Null),
    });
    assert_eq!(result, expected);

    // The keys of the counts are those of a scorecard.
    let scorecard = evaluate(
        &document,
        &json!({ "s1": { "agreement": 2 }, "s2": { "agreement": 2 } }),
    );
    let headline = &scorecard.unwrap()["headline"];
    assert_eq!(result["agree"]["headline"], *headline);

    let mut too_many = habits(&questionnaire);
    too_many.random = None;
    let result = written(&HabitsResult::new(&too_many, &questionnaire));
    assert_eq!(result["random"], Value::Null);
}
