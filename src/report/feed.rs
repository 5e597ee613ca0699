//! What others may see of the responses: sums per misconception and per statement, if there are at
//! least ten responses.
//!
//! Knows the feed of the contract and that it is made of [`Counts`]. The program that stores a feed
//! decides when a new one may replace it. Must never reveal which answers came together.

use crate::contract::documents::Counts;
use crate::contract::shape::LEAST;
use crate::statistics::figures::Figures;
use serde::Serialize;

/// The counts as a feed stores them. Without counts, `made` and `n` are null and both lists are
/// empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct WrittenCounts {
    made: Option<String>,
    n: Option<u32>,
    misconceptions: Vec<CountedMisconception>,
    statements: Vec<CountedStatement>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct CountedMisconception {
    id: String,
    classified: u32,
    held: u32,
    leaning: u32,
    unsure: u32,
    not_held: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct CountedStatement {
    id: String,
    counts: Vec<u32>,
    dont_know: u32,
}

/// The counts of `figures`, made on the day `made` in UTC; no counts for fewer than ten responses.
/// `order` has the ids of all misconceptions in the questionnaire's order. Contested ones are among
/// them, because a feed has no shares and calls nobody mistaken.
#[must_use]
pub fn counts(figures: &Figures, order: &[String], made: &str) -> Option<Counts> {
    if i64::from(figures.responses) < i64::from(LEAST) {
        return None;
    }
    let all = || figures.misconceptions.iter().chain(&figures.contested);
    let misconceptions = order.iter().filter_map(|id| {
        let of = all().find(|it| it.id == *id)?.verdicts;
        Some((id.clone(), [of.held, of.leaning, of.unsure, of.not_held]))
    });
    let statements = figures.statements.iter().map(|it| {
        let dont_know = it.dont_know.map_or(0, |it| it.count);
        (it.id.clone(), it.counts.clone(), dont_know)
    });
    Some(Counts {
        made: made.to_owned(),
        n: figures.responses,
        misconceptions: misconceptions.collect(),
        statements: statements.collect(),
    })
}

/// The counts as a JSON value.
#[must_use]
pub fn written(counts: Option<Counts>) -> WrittenCounts {
    let Some(counts) = counts else {
        return WrittenCounts::default();
    };
    let misconceptions = counts.misconceptions.into_iter();
    let statements = counts.statements.into_iter();
    WrittenCounts {
        made: Some(counts.made),
        n: Some(counts.n),
        misconceptions: misconceptions
            .map(|(id, verdicts)| {
                let [held, leaning, unsure, not_held] = verdicts;
                CountedMisconception {
                    id,
                    classified: held + leaning + unsure + not_held,
                    held,
                    leaning,
                    unsure,
                    not_held,
                }
            })
            .collect(),
        statements: statements
            .map(|(id, counts, dont_know)| CountedStatement {
                id,
                counts,
                dont_know,
            })
            .collect(),
    }
}
