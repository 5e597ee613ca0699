//! What the checker predicts, compared with all answers tried one by one.

use crate::common::{messages, parsed, small};
use crate::naive::{
    any, by_all_answers, possible, set_outcomes, set_scale, set_weights, shown,
    unreachable_by_all_answers,
};
use crate::{assert_certain, assert_close};
use fastrand::Rng;
use misconception_scorecard::authoring::check::habits::{
    Pattern, Random, habits, unreachable_outcomes,
};
use misconception_scorecard::questionnaire::Cutoffs;
use misconception_scorecard::questionnaire::answers::{Agreement, Answers, Response};
use misconception_scorecard::scoring::score;
use misconception_scorecard::session::plan::Choices;
use misconception_scorecard::view::node::to_html;
use misconception_scorecard::widget::Widget;

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
fn trying_all_answers_to_three_hundred_questionnaires_gives_the_same() {
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
fn an_outcome_with_an_unsure_limit_is_shown_as_often_as_when_trying_all_answers() {
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
fn agreeing_and_disagreeing_are_scored_like_a_readers_answers() {
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
fn unreachable_outcomes_are_those_that_no_combination_of_answers_shows() {
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
fn an_outcome_is_unreachable_if_its_verdicts_are() {
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
fn without_outcomes_none_is_unreachable() {
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
