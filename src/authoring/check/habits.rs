//! What comes of answering without reading: at random, agreeing with all, disagreeing with all; and which outcomes
//! can never come.
//!
//! Exact, not drawn by lot: it adds up the probabilities of all answers there can be. Knows which outcome is shown when
//! and how the counts follow from the verdicts, of which `lot` gives the probabilities; knows no words and nothing of
//! how a verdict comes about.

mod distribution;

use std::ops::Range;

use crate::questionnaire::answers::{Agreement, Answers, Response};
use crate::questionnaire::{Key, Questionnaire, Statement};
use crate::scoring;
use crate::scoring::scorecard::{Headline, Verdict};

/// How many ways of answering are told apart in a whole questionnaire, misconceptions of the same make counted once.
/// Above it nothing is said of answers at random: an author who types would wait for it.
///
/// Of one misconception's statements, all of the same weight, 222 on 5 points with don't know stay below it, 445 where
/// certainty is asked, and any number without either. Where every statement has a weight of its own, on 5 points with
/// don't know, six do.
pub const MOST_WAYS: usize = 100_000;

/// What comes of answering a questionnaire without reading it.
#[derive(Clone, Debug, PartialEq)]
pub struct Habits {
    /// Of the highest point and the highest certainty throughout.
    pub agree: Pattern,
    /// Of the lowest point and the highest certainty throughout.
    pub disagree: Pattern,
    /// Of answers at random; none above [`MOST_WAYS`].
    pub random: Option<Random>,
}

/// What one way of answering gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// The counts.
    pub headline: Headline,
    /// One a misconception, in the author's order.
    pub verdicts: Vec<Verdict>,
    /// The place of the outcome that is shown.
    pub outcome: Option<usize>,
}

/// What is to be expected where every answer that is offered is equally likely, statement by statement: the points, and
/// don't know where it is one of them. So are the levels of certainty, which don't know does not ask for.
#[derive(Clone, Debug, PartialEq)]
pub struct Random {
    /// The probability of each of [`Verdict::ALL`], one row a misconception.
    pub verdicts: Vec<[f64; 5]>,
    /// The probability that 0, 1, 2 ... misconceptions are held or leaned towards, contested ones left out.
    pub counts: Vec<f64>,
    /// The probability of each outcome being shown.
    pub outcomes: Vec<f64>,
}

/// What comes of answering `questionnaire` without reading it.
#[must_use]
pub fn habits(questionnaire: &Questionnaire) -> Habits {
    Habits {
        agree: pattern(questionnaire, questionnaire.scale.points),
        disagree: pattern(questionnaire, 1),
        random: random(questionnaire),
    }
}

/// The places of the outcomes that no answers can bring.
#[must_use]
pub fn unreachable_outcomes(questionnaire: &Questionnaire) -> Vec<usize> {
    let mut is_shown = vec![false; questionnaire.outcomes.len()];
    let counted = questionnaire.misconceptions.iter();
    let counted = counted.filter(|it| !it.is_contested()).count();
    for reached in reachable_counts(questionnaire) {
        // Where some are undecided, there is no telling which verdicts the others can have: nothing is said that may be wrong.
        for unsure in 0..=counted.saturating_sub(reached) {
            let index = outcome(questionnaire, reached, unsure);
            if let Some(is_shown) = index.and_then(|index| is_shown.get_mut(index)) {
                *is_shown = true;
            }
        }
    }
    let unreachable = |index: &usize| is_shown.get(*index) == Some(&false);
    (0..is_shown.len()).filter(unreachable).collect()
}

/// How many misconceptions can be held or leaned towards on a scorecard that shows an outcome.
///
/// No answers say more for a misconception than all of them towards it with full certainty, and none say less than
/// don't know throughout or, where that is not offered, all of them away from it: an author may set cutoffs so low that
/// even these count as leaning. A statement belongs to one misconception, so each is as free as if it stood alone, and
/// between the fewest and the most every count is possible.
fn reachable_counts(questionnaire: &Questionnaire) -> Range<usize> {
    let highest = questionnaire.scale.points;
    let all = |towards: Key| {
        let point = |statement: &Statement| if statement.key == towards { highest } else { 1 };
        surely(questionnaire, point)
    };
    let least = if questionnaire.scale.dont_know {
        let dont_know = Response {
            agreement: Agreement::DontKnow,
            certainty: None,
        };
        vec![Some(dont_know); questionnaire.statements.len()]
    } else {
        all(Key::Fact)
    };
    let headline = |answers| scoring::score(questionnaire, answers).headline;
    let (fewest, most) = (headline(&least), headline(&all(Key::Myth)));
    match (fewest.reached(), most.reached()) {
        (Some(fewest), Some(most)) => fewest..most + 1,
        _ => 0..0,
    }
}

/// An answer to every statement, at its `point` and with the highest certainty that is asked.
fn surely(questionnaire: &Questionnaire, point: impl Fn(&Statement) -> u8) -> Answers {
    let certainty = questionnaire.certainty.as_ref().map(|scale| scale.to);
    let response = |statement| Response {
        agreement: Agreement::Point(point(statement)),
        certainty,
    };
    let statements = questionnaire.statements.iter();
    statements.map(|it| Some(response(it))).collect()
}

fn pattern(questionnaire: &Questionnaire, point: u8) -> Pattern {
    let scorecard = scoring::score(questionnaire, &surely(questionnaire, |_| point));
    let headline = scorecard.headline;
    Pattern {
        headline,
        verdicts: scorecard.findings.iter().map(|it| it.verdict).collect(),
        outcome: headline
            .reached()
            .and_then(|reached| outcome(questionnaire, reached, headline.unsure)),
    }
}

/// The place of the outcome for so many misconceptions held or leaned towards, and so many undecided.
fn outcome(questionnaire: &Questionnaire, reached: usize, unsure: usize) -> Option<usize> {
    let outcome = questionnaire.outcome(reached, unsure);
    outcome.map(|(index, _)| index)
}

fn random(questionnaire: &Questionnaire) -> Option<Random> {
    let verdicts = distribution::verdicts(questionnaire)?;
    // Of the misconceptions that count: how many are reached; and, where no verdict is missing, how many of those that are
    // undecided stand beside how many reached.
    let mut counts = vec![1.0];
    let mut complete = vec![vec![1.0]];
    let has_unsure = questionnaire.outcomes.iter().any(|it| it.unsure > 0);
    let misconceptions = questionnaire.misconceptions.iter().zip(&verdicts);
    for (_, row) in misconceptions.filter(|(misconception, _)| !misconception.is_contested()) {
        let [held, leaning, unsure, insufficient, not_held] = *row;
        let (reached, not_reached) = (held + leaning, unsure + not_held);
        counts = distribution::sum_of(&counts, &[not_reached + insufficient, reached]);
        // Without an outcome that asks for it, nobody needs to know who is undecided.
        let (undecided, decided) = if has_unsure {
            (unsure, not_held)
        } else {
            (0.0, not_reached)
        };
        let mut next = vec![Vec::new(); complete.len() + usize::from(undecided > 0.0)];
        for (index, before) in complete.iter().enumerate() {
            let same = distribution::sum_of(before, &[decided, reached]);
            add(&mut next, index, &same);
            if undecided > 0.0 {
                let one_more: Vec<f64> = before.iter().map(|it| it * undecided).collect();
                add(&mut next, index + 1, &one_more);
            }
        }
        complete = next;
    }
    let mut outcomes = vec![0.0; questionnaire.outcomes.len()];
    // Where all are contested there is nothing to count, and no outcome either.
    if counts.len() > 1 {
        for (unsure, row) in complete.iter().enumerate() {
            for (reached, probability) in row.iter().enumerate() {
                let index = outcome(questionnaire, reached, unsure);
                if let Some(sum) = index.and_then(|index| outcomes.get_mut(index)) {
                    *sum += probability;
                }
            }
        }
    }
    Some(Random {
        verdicts,
        counts,
        outcomes,
    })
}

/// Adds probabilities to the row at `index`, which may be shorter.
fn add(rows: &mut [Vec<f64>], index: usize, more: &[f64]) {
    let Some(row) = rows.get_mut(index) else {
        return;
    };
    row.resize(row.len().max(more.len()), 0.0);
    for (sum, probability) in row.iter_mut().zip(more) {
        *sum += probability;
    }
}

/// A count as a double: none here comes near 2^52.
#[allow(clippy::cast_precision_loss)]
fn real(count: usize) -> f64 {
    count as f64
}
