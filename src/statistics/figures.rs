//! All figures of one questionnaire's responses.
//!
//! Knows which figures there are and for whom each is; every formula has a file of its own. Contested misconceptions are in a list
//! of their own, so that they are in no share that is wrong.

use super::change::{Change, Pair, change};
use super::habits::{Habits, habits, inconsistent};
use super::many;
use super::reliability::{Reliability, reliability};
use super::sample::{Judged, Row, Sample, Samples, own, right};
use super::share::{Share, share};
use super::statements::{StatementFigures, statements};
use crate::questionnaire::{Misconception, Questionnaire};
use crate::scoring::columns::Refused;
use crate::scoring::prepared::Prepared;
use crate::scoring::scorecard::Verdict;
use serde::Serialize;

/// What must be read beside every figure.
pub const NOTE: &str = "Readers chose to answer and chose to send their answers: this is no population. Intervals are of 95 %.";

/// Everything that the responses come to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Figures {
    /// Of what.
    pub questionnaire: About,
    /// [`NOTE`].
    pub note: &'static str,
    /// How many responses are counted.
    pub responses: u32,
    /// How many of them have first answers too.
    pub answered_again: u32,
    /// The misconceptions that are none only to some, in the author's order.
    pub misconceptions: Vec<MisconceptionFigures>,
    /// Those on which experts disagree: nobody is mistaken on them.
    pub contested: Vec<MisconceptionFigures>,
    /// The statements.
    pub statements: Vec<StatementFigures>,
    /// How readers answer.
    pub habits: Habits,
}

/// Which questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct About {
    /// Its id.
    pub id: String,
    /// The author's version.
    pub version: String,
    /// Its title.
    pub title: String,
    /// The language of title and names.
    pub lang: String,
    /// The points of the scale.
    pub points: u8,
}

/// Verdicts, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Verdicts {
    /// All but insufficient.
    pub classified: u32,
    /// Hold it.
    pub held: u32,
    /// Lean towards it.
    pub leaning: u32,
    /// Are undecided.
    pub unsure: u32,
    /// Do not hold it.
    pub not_held: u32,
    /// Answered too few statements to say.
    pub insufficient: u32,
}

/// The figures of one misconception.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MisconceptionFigures {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The counts.
    pub verdicts: Verdicts,
    /// The share that holds it, of those classified. Leaning is apart.
    pub held: Option<Share>,
    /// The share that leans towards it, of those classified.
    pub leaning: Option<Share>,
    /// What moved among those who have answered again; none if nobody has.
    pub change: Option<Change>,
    /// Whether its statements measure one thing, from the readers who answered all of them; none where it cannot be said.
    pub reliability: Option<Reliability>,
    /// The share of contradictory answers.
    pub inconsistent: Option<Share>,
    /// How many remarks dispute its refutation.
    pub disputes: u32,
    /// Disputes of the readers who were shown the refutation, for which those classified are taken: to others it is shown only on
    /// demand. None where there are more disputes than such readers, which can be, for remarks and answers are sent apart.
    pub disputed: Option<Share>,
}

/// The figures of `rows`, whose codes are answers to `questionnaire`; `disputes` are counted by misconception.
///
/// # Errors
/// [`Refused`] for a row that is no answer to it.
pub fn figures(
    questionnaire: &Questionnaire,
    prepared: &Prepared,
    rows: Vec<Row>,
    disputes: &[u32],
) -> Result<Figures, Refused> {
    let samples = Samples::new(rows, prepared)?;
    let mut figures = Figures {
        questionnaire: About {
            id: questionnaire.id.clone(),
            version: questionnaire.version.clone(),
            title: questionnaire.title.clone(),
            lang: questionnaire.lang.clone(),
            points: questionnaire.scale.points,
        },
        note: NOTE,
        responses: many(samples.now.rows),
        answered_again: many(samples.again.len()),
        misconceptions: Vec::new(),
        contested: Vec::new(),
        statements: statements(questionnaire, &samples.now),
        habits: habits(questionnaire, &samples.now),
    };
    for (index, misconception) in questionnaire.misconceptions.iter().enumerate() {
        let disputes = disputes.get(index).copied().unwrap_or(0);
        let found = of(questionnaire, &samples, (index, misconception), disputes);
        if misconception.is_contested() {
            figures.contested.extend(found);
        } else {
            figures.misconceptions.extend(found);
        }
    }
    Ok(figures)
}

fn of(
    questionnaire: &Questionnaire,
    samples: &Samples,
    (index, misconception): (usize, &Misconception),
    disputes: u32,
) -> Option<MisconceptionFigures> {
    let judged = samples.now.judged.get(index)?;
    let verdicts = verdicts(judged);
    Some(MisconceptionFigures {
        id: misconception.id.clone(),
        name: misconception.name.clone(),
        held: share(verdicts.held, verdicts.classified),
        leaning: share(verdicts.leaning, verdicts.classified),
        change: change(&pairs(samples, index)),
        reliability: reliability(&complete(questionnaire, &samples.now, index)),
        inconsistent: inconsistent(questionnaire, &samples.now, index),
        disputes,
        disputed: share(disputes, verdicts.classified),
        verdicts,
    })
}

fn verdicts(judged: &Judged) -> Verdicts {
    let mut counts = Verdicts::default();
    for verdict in &judged.verdicts {
        counts.classified += u32::from(*verdict != Verdict::Insufficient);
        *match verdict {
            Verdict::Held => &mut counts.held,
            Verdict::Leaning => &mut counts.leaning,
            Verdict::Unsure => &mut counts.unsure,
            Verdict::Insufficient => &mut counts.insufficient,
            Verdict::NotHeld => &mut counts.not_held,
        } += 1;
    }
    counts
}

/// Verdict and belief of those who have answered again, before and now.
fn pairs(samples: &Samples, index: usize) -> Vec<Pair> {
    let at = |sample: &Sample, row: usize| {
        let judged = sample.judged.get(index)?;
        Some((*judged.verdicts.get(row)?, *judged.beliefs.get(row)?))
    };
    let again = samples.again.iter().enumerate();
    let pairs =
        again.filter_map(|(row, now)| Some((at(&samples.before, row)?, at(&samples.now, *now)?)));
    pairs.collect()
}

/// The columns of the statements of one misconception, 1 - position, of the readers who chose a point at each of them.
fn complete(questionnaire: &Questionnaire, sample: &Sample, index: usize) -> Vec<Vec<f64>> {
    let places: Vec<usize> = own(questionnaire, index).collect();
    let mut columns = vec![Vec::new(); places.len()];
    let value = |at: usize, row: usize| {
        let statement = questionnaire.statements.get(at)?;
        let code = sample.agreements.get(at)?.get(row)?;
        right(*code, statement.key, questionnaire.scale.points)
    };
    for row in 0..sample.rows {
        let values: Option<Vec<f64>> = places.iter().map(|at| value(*at, row)).collect();
        for (column, value) in columns.iter_mut().zip(values.into_iter().flatten()) {
            column.push(value);
        }
    }
    columns
}
