//! What the checker predicts for a reader who answers without reading, compared with results worked
//! out by hand and by trying all answers.
#![allow(clippy::unwrap_used, clippy::cast_precision_loss)]

mod common;
#[path = "habits/naive.rs"]
mod naive;

use common::{evaluate, messages, parsed, small, written};
use fastrand::Rng;
use misconception_scorecard::api::results::HabitsResult;
use misconception_scorecard::authoring::check::habits::{
    Habits, Pattern, Random, habits, unreachable_outcomes,
};
use misconception_scorecard::questionnaire::answers::{Agreement, Answers, Response};
use misconception_scorecard::questionnaire::{Cutoffs, Key};
use misconception_scorecard::scoring::score;
use misconception_scorecard::scoring::scorecard::{Headline, Verdict};
use misconception_scorecard::session::plan::Choices;
use misconception_scorecard::view::node::to_html;
use misconception_scorecard::widget::Widget;
use naive::{
    any, by_all_answers, contest, possible, set_outcomes, set_scale, set_weights, shown,
    unreachable_by_all_answers,
};
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

// Results worked out by hand.

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
fn where_all_is_contested_no_outcome_is_shown() {
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
fn what_leaves_the_core() {
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

// Results compared with trying all answers one by one.

fn assert_same(found: &Random, expected: &Random, name: &str) {
    assert_eq!(found.verdicts.len(), expected.verdicts.len(), "{name}");
    for (row, expected) in found.verdicts.iter().zip(&expected.verdicts) {
        assert_close(row, expected, &format!("verdicts, {name}"));
        assert_certain(row, name);
    }
    assert_close(&found.counts, &expected.counts, &format!("counts, {name}"));
    assert_close(
        &found.outcomes,
        &expected.outcomes,
        &format!("outcomes, {name}"),
    );
    assert_certain(&found.counts, name);
}

#[test]
fn going_through_all_answers_to_three_hundred_questionnaires_gives_the_same() {
    let mut random = Rng::with_seed(20_261_123);
    let mut seen = [0; 5];
    for round in 0..300 {
        let questionnaire = any(&mut random);
        let found = habits(&questionnaire).random.unwrap();
        let name = format!("round {round}: {questionnaire:?}");
        assert_same(&found, &by_all_answers(&questionnaire), &name);
        for row in &found.verdicts {
            for (count, probability) in seen.iter_mut().zip(row) {
                *count += usize::from(*probability > 0.0 && *probability < 1.0);
            }
        }
    }
    // A reader who answers every statement leaves nothing insufficient. Every other verdict came up
    // often.
    let [held, leaning, unsure, insufficient, not_held] = seen;
    let often = held.min(leaning).min(unsure).min(not_held);
    assert!(often > 200 && insufficient == 0, "{seen:?}");
}

#[test]
fn weights_far_apart_give_the_same() {
    let (least, most) = (f64::MIN_POSITIVE, f64::MAX);
    for weights in [
        [least, most, 1.0, 1.0],
        [most, most, least, least],
        [1e-9, 1e9, 1.0, 1e-9],
        [0.1, 0.2, 0.3, 0.6],
        [1.0, 2.0, 3.0, 4.0],
    ] {
        let mut document = small(&[&["myth", "fact", "fact", "myth"]]);
        set_weights(&mut document, 0, &weights);
        let questionnaire = parsed(&document);
        let found = habits(&questionnaire).random.unwrap();
        let name = format!("{weights:?}");
        assert_same(&found, &by_all_answers(&questionnaire), &name);
    }
}

#[test]
fn nine_statements_on_four_points_give_the_same() {
    let mut document = small(&[&[
        "fact", "myth", "myth", "fact", "myth", "fact", "myth", "fact", "myth",
    ]]);
    set_scale(&mut document, 3, true);
    set_weights(
        &mut document,
        0,
        &[1.0, 2.0, 3.0, 1.0, 2.0, 3.0, 1.0, 2.0, 1.0],
    );
    let questionnaire = parsed(&document);
    let found = habits(&questionnaire).random.unwrap();
    assert_same(&found, &by_all_answers(&questionnaire), "nine");
}

#[test]
fn an_outcome_that_asks_for_undecided_is_shown_as_often_as_going_through_all_answers_says() {
    let mut random = Rng::with_seed(11);
    let mut asked = 0;
    for _ in 0..150 {
        let mut questionnaire = any(&mut random);
        for outcome in &mut questionnaire.outcomes {
            outcome.unsure = random.i32(0..=3);
            asked += usize::from(outcome.unsure > 0);
        }
        let found = habits(&questionnaire).random.unwrap();
        let expected = by_all_answers(&questionnaire);
        assert_same(&found, &expected, &format!("{questionnaire:?}"));
        for index in unreachable_outcomes(&questionnaire) {
            assert!(expected.outcomes[index] < 1e-12, "{questionnaire:?}");
        }
    }
    assert!(asked > 100, "{asked}");
}

#[test]
fn agreeing_and_disagreeing_are_scored_as_a_reader_is() {
    let mut random = Rng::with_seed(7);
    for _ in 0..300 {
        let questionnaire = any(&mut random);
        let found = habits(&questionnaire);
        let highest = questionnaire.scale.points;
        for (pattern, point) in [(found.agree, highest), (found.disagree, 1)] {
            let certainty = questionnaire.certainty.as_ref().map(|scale| scale.to);
            let response = Response {
                agreement: Agreement::Point(point),
                certainty,
            };
            let answers = vec![Some(response); questionnaire.statements.len()];
            let scorecard = score(&questionnaire, &answers);
            let expected = Pattern {
                headline: scorecard.headline,
                verdicts: scorecard.findings.iter().map(|it| it.verdict).collect(),
                outcome: shown(&questionnaire, &scorecard),
            };
            assert_eq!(pattern, expected, "{point} throughout: {questionnaire:?}");
        }
    }
}

#[test]
fn outcomes_that_no_answers_bring_are_those_that_none_of_all_answers_brings() {
    let mut random = Rng::with_seed(11);
    let (mut reachable, mut unreachable) = (0, 0);
    for _ in 0..300 {
        let questionnaire = any(&mut random);
        let count = i32::try_from(questionnaire.statements.len()).unwrap();
        if (possible(&questionnaire).len() as f64).powi(count) > 20_000.0 {
            continue;
        }
        let found = unreachable_outcomes(&questionnaire);
        let expected = unreachable_by_all_answers(&questionnaire);
        assert_eq!(found, expected, "{questionnaire:?}");
        unreachable += found.len();
        reachable += questionnaire.outcomes.len() - found.len();
    }
    assert!(
        reachable > 100 && unreachable > 100,
        "{reachable}, {unreachable}"
    );
}

#[test]
fn outcomes_are_out_of_reach_with_the_verdicts_they_need() {
    let mut document = small(&[&["myth", "fact"], &["fact"]]);
    set_outcomes(&mut document, &[0, 1, 2, 3]);
    let mut questionnaire = parsed(&document);
    for (cutoffs, dont_know, expected) in [
        ([75.0, 62.5, 37.5], true, vec![3]),
        ([75.0, 62.5, 37.5], false, vec![3]),
        ([100.0, 99.0, 98.0], false, vec![3]),
        // Within the tolerance of 0, even a reader who rejects it throughout holds it; only don't
        // know does not.
        ([1e-9, 1e-10, 0.0], true, vec![3]),
        ([1e-9, 1e-10, 0.0], false, vec![0, 1, 3]),
        // No document can set such cutoffs, but the code does not rely on that.
        ([300.0, 100.0, 0.0], true, vec![3]),
        ([300.0, 200.0, 150.0], true, vec![1, 2, 3]),
        ([300.0, 200.0, 150.0], false, vec![1, 2, 3]),
    ] {
        let [held, leaning, unsure] = cutoffs;
        questionnaire.cutoffs = Cutoffs {
            held,
            leaning,
            unsure,
        };
        questionnaire.scale.dont_know = dont_know;
        let name = format!("{cutoffs:?}, {dont_know}");
        assert_eq!(
            unreachable_by_all_answers(&questionnaire),
            expected,
            "{name}"
        );
        assert_eq!(unreachable_outcomes(&questionnaire), expected, "{name}");
        let random = habits(&questionnaire).random.unwrap();
        assert_same(&random, &by_all_answers(&questionnaire), &name);
    }
    // Nor can a document have a misconception without statements; its verdict would always be
    // missing.
    questionnaire.cutoffs = Cutoffs::default();
    questionnaire.statements.retain(|it| it.misconception == 0);
    assert_eq!(unreachable_outcomes(&questionnaire), [0, 1, 2, 3]);
    let random = habits(&questionnaire).random.unwrap();
    assert_same(
        &random,
        &by_all_answers(&questionnaire),
        "without statements",
    );
    assert_close(
        &random.verdicts[1],
        &[0.0, 0.0, 0.0, 1.0, 0.0],
        "nothing to answer",
    );
}

#[test]
fn without_outcomes_there_is_none_out_of_reach() {
    let questionnaire = parsed(&small(&[&["myth"]]));
    let found = habits(&questionnaire);
    assert_eq!(unreachable_outcomes(&questionnaire), [0; 0]);
    assert_eq!((found.agree.outcome, found.disagree.outcome), (None, None));
    assert_eq!(found.random.unwrap().outcomes, [0.0; 0]);
}

#[test]
fn the_page_shows_the_outcome_that_is_counted_here() {
    let mut random = Rng::with_seed(13);
    let (mut some, mut none) = (0, 0);
    for _ in 0..300 {
        let questionnaire = any(&mut random);
        let possible = possible(&questionnaire);
        let count = questionnaire.statements.len();
        // Replace blanks half of the time, because a single blank hides all outcomes.
        let fill = random.bool();
        let answer = |random: &mut Rng| {
            let given = random.choice(&possible).unwrap().0;
            if fill { given.or(possible[0].0) } else { given }
        };
        let answers: Answers = (0..count).map(|_| answer(&mut random)).collect();
        let expected = shown(&questionnaire, &score(&questionnaire, &answers));
        let outcomes = questionnaire.outcomes.len();
        let mut widget = Widget::new(questionnaire, messages("en"), Choices::default(), true);
        widget.resume(answers, Some(usize::MAX));
        let html = to_html(&widget.view());
        let is_there = |index: &usize| html.contains(&format!(">Outcome {index}</strong>"));
        let found: Vec<usize> = (0..outcomes).filter(is_there).collect();
        assert_eq!(found, Vec::from_iter(expected), "{html}");
        some += usize::from(expected.is_some());
        none += usize::from(expected.is_none());
    }
    assert!(some > 50 && none > 50, "{some}, {none}");
}

// The largest questionnaires.

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
fn above_the_limit_nothing_is_said_of_chance() {
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
