//! What answers say about the statements: how far they are answered correctly, and whether they
//! tell readers apart.
//!
//! Knows codes and keys. A statement of a contested misconception has no correct answer, so only
//! its answers are counted.

use super::correlation;
use super::many;
use super::mean::{Estimate, mean};
use super::sample::{Sample, right};
use super::share::{Share, share};
use crate::questionnaire::{Misconception, Questionnaire, Statement};
use crate::scoring::columns::{BLANK, DONT_KNOW};
use serde::Serialize;

/// The figures of one statement.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StatementFigures {
    /// The statement's id.
    pub id: String,
    /// The id of its misconception.
    pub misconception: String,
    /// Its key: `myth` or `fact`.
    pub key: &'static str,
    /// Whether experts disagree about its misconception.
    pub contested: bool,
    /// How many readers chose each point of the scale, from disagreement to agreement.
    pub counts: Vec<u32>,
    /// The share of all readers who do not know. This is a habit, not a mistake.
    pub dont_know: Option<Share>,
    /// The share of all readers who left it blank.
    pub blank: Option<Share>,
    /// Facility: the mean of 1 - position over the readers who chose a point, 0..=1. It is 1 if all
    /// are firmly against the misconception. `None` if the misconception is contested. (Moodle
    /// docs, "Quiz statistics calculations": facility index.)
    pub facility: Option<Estimate>,
    /// Discrimination, -1..=1: the correlation of 1 - position here with the rest score, which is
    /// the mean of 1 - position over the reader's answers to all other statements that are not
    /// contested. It counts the readers who chose a point here and for at least half of the others.
    /// If it is near 0 or below, the statement does not measure what the others do. `None` if the
    /// misconception is contested, or if it cannot be computed. (Moodle docs, the same:
    /// discrimination index.)
    pub discrimination: Option<Estimate>,
}

/// The figures of all statements, in the questionnaire's order.
#[must_use]
pub fn statements(questionnaire: &Questionnaire, sample: &Sample) -> Vec<StatementFigures> {
    let rest = Rest::new(questionnaire, sample);
    let statements = questionnaire.statements.iter().zip(&sample.agreements);
    let of = |(statement, column): (&Statement, &Vec<u8>)| {
        figures(questionnaire, statement, column, &rest)
    };
    statements.map(of).collect()
}

fn figures(
    questionnaire: &Questionnaire,
    statement: &Statement,
    column: &[u8],
    rest: &Rest,
) -> StatementFigures {
    let misconception = questionnaire.misconceptions.get(statement.misconception);
    let contested = misconception.is_some_and(Misconception::is_contested);
    let points = questionnaire.scale.points;
    let counted = |code: u8| {
        column
            .iter()
            .fold(0, |sum, it| sum + u32::from(*it == code))
    };
    let n = many(column.len());
    let right = |code: &u8| right(*code, statement.key, points);
    let values: Vec<f64> = column.iter().filter_map(right).collect();
    let facility = mean(&values, (0.0, 1.0)).filter(|_| !contested);
    let pairs = column.iter().zip(&rest.sums);
    let pairs = pairs.filter_map(|(code, sum)| {
        let own = right(code)?;
        Some((own, rest.without(*sum, own)?))
    });
    let (own, others): (Vec<f64>, Vec<f64>) = pairs.unzip();
    StatementFigures {
        id: statement.id.clone(),
        misconception: misconception.map(|it| it.id.clone()).unwrap_or_default(),
        key: statement.key.name(),
        contested,
        counts: (1..=points).map(counted).collect(),
        dont_know: share(counted(DONT_KNOW), n),
        blank: share(counted(BLANK), n),
        facility,
        discrimination: correlation::estimate(&own, &others).filter(|_| !contested),
    }
}

/// Each reader's sum of answers and how many there are, over all statements that are not contested.
struct Rest {
    sums: Vec<(f64, u32)>,
    /// How many statements are not contested.
    statements: u32,
}

impl Rest {
    fn new(questionnaire: &Questionnaire, sample: &Sample) -> Self {
        let mut sums = vec![(0.0, 0); sample.rows];
        let mut statements = 0;
        for (statement, column) in questionnaire.statements.iter().zip(&sample.agreements) {
            let misconception = questionnaire.misconceptions.get(statement.misconception);
            if misconception.is_none_or(Misconception::is_contested) {
                continue;
            }
            statements += 1;
            for ((sum, count), code) in sums.iter_mut().zip(column) {
                if let Some(value) = right(*code, statement.key, questionnaire.scale.points) {
                    *sum += value;
                    *count += 1;
                }
            }
        }
        Self { sums, statements }
    }

    /// The mean of a reader's other answers; `None` if the reader answered fewer than half of them.
    fn without(&self, (sum, count): (f64, u32), own: f64) -> Option<f64> {
        let (others, all) = (count.checked_sub(1)?, self.statements.checked_sub(1)?);
        (others > 0 && others * 2 >= all).then(|| (sum - own) / f64::from(others))
    }
}
