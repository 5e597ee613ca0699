//! All figures of one questionnaire's responses, put together for the report.
//!
//! Knows which figures there are and whose answers each one counts; every formula has a file of its
//! own. Contested misconceptions are in a separate list, so that no share of mistaken readers
//! includes them.

use super::change::{Change, Pair, change};
use super::habits::{Habits, habits, inconsistent};
use super::many;
use super::reliability::{Reliability, reliability};
use super::sample::{Judged, Row, Sample, Samples, own, right};
use super::share::{Share, share};
use super::statements::{StatementFigures, statements};
use crate::questionnaire::{Misconception, Questionnaire};
use crate::scoring::Prepared;
use crate::scoring::columns::Refused;
use crate::scoring::scorecard::Verdict;
use serde::Serialize;

/// What a report must show beside every figure.
pub const NOTE: &str = "Readers chose to answer and chose to send their answers: this is no population. Intervals are of 95 %.";

/// All figures of the responses.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Figures {
    /// The questionnaire that was answered.
    pub questionnaire: About,
    /// [`NOTE`].
    pub note: &'static str,
    /// How many responses are counted.
    pub responses: u32,
    /// How many of these readers have answered again, so that their first answers are known too.
    pub answered_again: u32,
    /// The misconceptions that are not contested, in the author's order.
    pub misconceptions: Vec<MisconceptionFigures>,
    /// The contested misconceptions, in the author's order: experts disagree, so nobody is
    /// mistaken.
    pub contested: Vec<MisconceptionFigures>,
    /// The statements, in the questionnaire's order.
    pub statements: Vec<StatementFigures>,
    /// How readers answer, whatever they believe.
    pub habits: Habits,
}

/// Identifies the questionnaire and its language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct About {
    /// The questionnaire's id.
    pub id: String,
    /// The author's version.
    pub version: String,
    /// Its title.
    pub title: String,
    /// The language tag of the title and the names.
    pub lang: String,
    /// How many points the scale has.
    pub points: u8,
}

/// How many readers have each verdict on one misconception.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Verdicts {
    /// Readers with any verdict but insufficient.
    pub classified: u32,
    /// Readers who hold it.
    pub held: u32,
    /// Readers who lean towards it.
    pub leaning: u32,
    /// Readers who are undecided.
    pub unsure: u32,
    /// Readers who do not hold it.
    pub not_held: u32,
    /// Readers who answered too few statements for a verdict.
    pub insufficient: u32,
}

/// The figures of one misconception.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MisconceptionFigures {
    /// The misconception's id.
    pub id: String,
    /// Its name, in the language of [`About::lang`].
    pub name: String,
    /// How many readers have each verdict.
    pub verdicts: Verdicts,
    /// The share of classified readers who hold it. Those who lean are not among them.
    pub held: Option<Share>,
    /// The share of classified readers who lean towards it.
    pub leaning: Option<Share>,
    /// What changed for the readers who have answered again; `None` if nobody has.
    pub change: Option<Change>,
    /// Whether its statements measure one thing, from the readers who answered all of them; `None`
    /// if it cannot be computed.
    pub reliability: Option<Reliability>,
    /// The share of readers whose answers contradict each other.
    pub inconsistent: Option<Share>,
    /// How many remarks dispute its refutation.
    pub disputes: u32,
    /// Disputes per reader who was shown the refutation. Classified readers count as those, because
    /// others see the refutation only on demand. `None` if there are more disputes than such
    /// readers, which is possible because remarks and answers are sent separately.
    pub disputed: Option<Share>,
}

/// Computes the figures of `rows`, which are answers to `questionnaire`; `disputes` has one count
/// per misconception, in the questionnaire's order.
///
/// # Errors
/// [`Refused`] if a row does not fit the questionnaire.
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

/// Verdict and belief of each reader who has answered again, before and now.
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

/// The columns of one misconception's statements, as 1 - position, of the readers who chose a point
/// for each of them.
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
