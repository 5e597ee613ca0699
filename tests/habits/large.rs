//! What the checker predicts for the largest questionnaires, and from which size on it predicts no
//! chances.

use crate::common::{parsed, small};
use crate::naive::{set_outcomes, set_scale, set_weights};
use crate::{assert_certain, assert_close, myths, random, row};
use misconception_scorecard::authoring::check::habits::{habits, unreachable_outcomes};
use misconception_scorecard::questionnaire::Key;
use misconception_scorecard::scoring::scorecard::Verdict;
use serde_json::{Value, json};

#[test]
fn a_thousand_statements_of_one_misconception() {
    let mut document = myths(999);
    set_scale(&mut document, 2, false);
    document["cutoffs"] = json!({ "held": 50, "leaning": 40, "unsure": 30 });
    // More answers true than false is 50 or above. With 999 coin tosses that is as likely as the
    // opposite.
    let found = row(&document);
    assert_certain(&found, "999 coins");
    assert!((found[0] - 0.5).abs() < 1e-12, "{found:?}");

    let mut document = myths(1000);
    set_scale(&mut document, 7, false);
    document["cutoffs"] = json!({ "held": 60, "leaning": 50, "unsure": 40 });
    let found = row(&document);
    assert_certain(&found, "seven points");
    // Beliefs above the middle are as likely as below it. Leaning includes the middle itself, whose
    // probability is small.
    assert!((found[0] - found[4]).abs() < 1e-12, "{found:?}");
    assert!(found[1] > 0.5 && found[1] - found[2] < 0.01, "{found:?}");

    let mut document = myths(1000);
    set_outcomes(&mut document, &[0, 1, 2]);
    let found = habits(&parsed(&document));
    assert_eq!(found.random, None, "too many ways with don't know");
    assert_eq!(found.agree.verdicts, [Verdict::Held]);
    assert_eq!(found.disagree.verdicts, [Verdict::NotHeld]);
    assert_eq!(
        (found.agree.outcome, found.disagree.outcome),
        (Some(1), Some(0))
    );
    assert_eq!(unreachable_outcomes(&parsed(&document)), [2]);
}

#[test]
fn a_thousand_misconceptions_of_one_statement() {
    let mut document = small(&vec![&["fact"][..]; 1000]);
    let from: Vec<usize> = (0..1000).collect();
    set_outcomes(&mut document, &from);
    let questionnaire = parsed(&document);
    let found = habits(&questionnaire).random.unwrap();
    // Of the five points and don't know, two are held (75 and 100), two unsure (50 and don't know),
    // and two not held.
    let expected = [1.0, 0.0, 1.0, 0.0, 1.0].map(|of| of / 3.0);
    assert_eq!(found.verdicts.len(), 1000);
    for row in &found.verdicts {
        assert_close(row, &expected, "one statement");
    }
    assert_certain(&found.counts, "counts");
    let mean: f64 = found
        .counts
        .iter()
        .enumerate()
        .map(|(count, share)| count as f64 * share)
        .sum();
    assert!((mean - 1000.0 / 3.0).abs() < 1e-9, "{mean}");
    assert_close(
        &found.outcomes,
        &found.counts[..1000],
        "an outcome for each count but the last",
    );
    assert_eq!(unreachable_outcomes(&questionnaire), [0; 0]);
}

#[test]
fn above_the_limit_no_probabilities_are_given() {
    let with_certainty = |mut document: Value| {
        document["certainty"] = json!({ "levels": 4 });
        document
    };
    let weighted = |count: usize| {
        let mut document = myths(count);
        let weights: Vec<f64> = (1..=count).map(|index| (index as f64).sqrt()).collect();
        set_weights(&mut document, 0, &weights);
        document
    };
    let alike = |count: usize, weights: [f64; 4]| {
        let mut document = myths(count);
        let weights: Vec<f64> = weights.into_iter().cycle().take(count).collect();
        set_weights(&mut document, 0, &weights);
        document
    };
    let heavy = |mut document: Value, count: usize| {
        set_weights(&mut document, 1, &vec![2.0; count]);
        document
    };
    let both = |one: usize, other: usize| small(&[&vec!["myth"; one], &vec!["fact"; other]]);
    for (document, is_said, name) in [
        (myths(222), true, "222 statements"),
        (myths(223), false, "223 statements"),
        (with_certainty(myths(445)), true, "445 with certainty"),
        (with_certainty(myths(446)), false, "446 with certainty"),
        (weighted(6), true, "six weights"),
        (weighted(7), false, "seven weights"),
        // Many of their 28^4 combinations have the same sum: 1 + 3 as much as 2 + 2.
        (
            alike(12, [1.0, 2.0, 3.0, 4.0]),
            true,
            "twelve with four weights",
        ),
        (
            alike(20, [1.0, 2.0, 3.0, 4.0]),
            false,
            "twenty with four weights",
        ),
        (both(222, 222), true, "222 twice, counted once"),
        (
            heavy(both(222, 222), 222),
            true,
            "222 twice, of equal weights each",
        ),
        (both(222, 221), false, "222 and 221"),
    ] {
        let found = random(&document);
        assert_eq!(found.is_some(), is_said, "{name}");
        for row in found.iter().flat_map(|it| &it.verdicts) {
            assert_certain(row, name);
        }
    }
}

#[test]
fn keys_alone_make_no_difference_to_chance() {
    let mut questionnaire = parsed(&small(&[
        &["myth", "myth", "fact"],
        &["fact", "fact", "fact"],
    ]));
    let before = habits(&questionnaire).random.unwrap();
    assert_close(&before.verdicts[0], &before.verdicts[1], "of one make");
    for statement in &mut questionnaire.statements {
        statement.key = match statement.key {
            Key::Myth => Key::Fact,
            Key::Fact => Key::Myth,
        };
    }
    assert_eq!(habits(&questionnaire).random, Some(before));
}
