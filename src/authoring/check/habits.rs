//! What answering without reading results in: at random, agreeing with everything, disagreeing with
//! everything; and which outcomes can never be reached.
//!
//! The probabilities are exact, computed over all possible answers rather than sampled. This file
//! knows which outcome follows from which counts, and which counts follow from the verdicts. It
//! must not know how a verdict is made: the probabilities of verdicts come from `distribution`.

mod distribution;

use std::ops::Range;

use crate::questionnaire::answers::{Agreement, Answers, Response};
use crate::questionnaire::{Key, Questionnaire, Statement};
use crate::scoring;
use crate::scoring::scorecard::{Headline, Verdict};

/// The largest number of combinations of answers that are told apart in a questionnaire;
/// misconceptions with the same weights count once. Above it, [`Habits::random`] is `None`, because
/// an author who is typing would have to wait.
///
/// For one misconception whose statements all have the same weight, the limit is 222 statements on
/// 5 points with don't know, 445 if certainty is asked, and none without either. If every statement
/// has a weight of its own, it is six statements on 5 points with don't know.
pub const MOST_WAYS: usize = 100_000;

/// What answering a questionnaire without reading it results in.
#[derive(Clone, Debug, PartialEq)]
pub struct Habits {
    /// The highest point and the highest certainty for every statement.
    pub agree: Pattern,
    /// The lowest point and the highest certainty for every statement.
    pub disagree: Pattern,
    /// Random answers; `None` above [`MOST_WAYS`].
    pub random: Option<Random>,
}

/// The result of one way of answering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// The counts of the verdicts.
    pub headline: Headline,
    /// One verdict per misconception, in the author's order.
    pub verdicts: Vec<Verdict>,
    /// The index of the outcome that applies; `None` if none does.
    pub outcome: Option<usize>,
}

/// The expected result of random answers. For each statement, every answer on offer is equally
/// likely: the points, and don't know if it is offered. So is every level of certainty, which is
/// not asked after don't know.
#[derive(Clone, Debug, PartialEq)]
pub struct Random {
    /// Per misconception, the probabilities (0 to 1) of the verdicts in [`Verdict::ALL`].
    pub verdicts: Vec<[f64; 5]>,
    /// The probabilities that 0, 1, 2 ... misconceptions are held or leaned towards. Contested ones
    /// are left out.
    pub counts: Vec<f64>,
    /// The probability of each outcome.
    pub outcomes: Vec<f64>,
}

/// Computes what answering `questionnaire` without reading it results in.
#[must_use]
pub fn habits(questionnaire: &Questionnaire) -> Habits {
    Habits {
        agree: pattern(questionnaire, questionnaire.scale.points),
        disagree: pattern(questionnaire, 1),
        random: random(questionnaire),
    }
}

/// The indices of the outcomes that no answers can lead to.
#[must_use]
pub fn unreachable_outcomes(questionnaire: &Questionnaire) -> Vec<usize> {
    let mut is_shown = vec![false; questionnaire.outcomes.len()];
    let counted = questionnaire.misconceptions.iter();
    let counted = counted.filter(|it| !it.is_contested()).count();
    for reached in reachable_counts(questionnaire) {
        // If some are undecided, it is not known which verdicts the others can have. So every
        // number of undecided ones counts as possible, and nothing wrong is reported.
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
/// Nothing counts more towards a misconception than agreeing with it throughout and with full
/// certainty. Nothing counts less than don't know throughout or, if that is not offered,
/// disagreeing throughout; an author may set cutoffs so low that even this is leaning. Every
/// statement belongs to one misconception, so the misconceptions are independent, and every count
/// between the two extremes is possible.
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

/// An answer to every statement, at the `point` given for it and with the highest certainty.
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

/// The index of the outcome for this many misconceptions held or leaned towards, and this many
/// undecided.
fn outcome(questionnaire: &Questionnaire, reached: usize, unsure: usize) -> Option<usize> {
    let outcome = questionnaire.outcome(reached, unsure);
    outcome.map(|(index, _)| index)
}

fn random(questionnaire: &Questionnaire) -> Option<Random> {
    let verdicts = distribution::verdicts(questionnaire)?;
    // `counts`: the probability of each number of reached misconceptions (held or leaned towards).
    // `complete`: the same without insufficient verdicts, in one row per number of undecided ones.
    // Contested misconceptions are left out of both.
    let mut counts = vec![1.0];
    let mut complete = vec![vec![1.0]];
    let has_unsure = questionnaire.outcomes.iter().any(|it| it.unsure > 0);
    let misconceptions = questionnaire.misconceptions.iter().zip(&verdicts);
    for (_, row) in misconceptions.filter(|(misconception, _)| !misconception.is_contested()) {
        let [held, leaning, unsure, insufficient, not_held] = *row;
        let (reached, not_reached) = (held + leaning, unsure + not_held);
        counts = distribution::sum_of(&counts, &[not_reached + insufficient, reached]);
        // Unless an outcome asks for undecided ones, all of them fit in one row.
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
    // If all misconceptions are contested, there are no counts and therefore no outcome.
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

/// A count as a double. No count here comes near 2^52.
#[allow(clippy::cast_precision_loss)]
fn real(count: usize) -> f64 {
    count as f64
}
