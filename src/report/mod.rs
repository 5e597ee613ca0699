//! A report for the owner of a page: what readers sent, collected, counted and said.
//!
//! [`collector`] takes messages of the contract and keeps what counts, [`feed`] makes of it what others may see, [`page`] and [`text`] say
//! the figures of [`crate::statistics`] for people, in the [`words`] of one language. Knows no files, no network and no clock. Only in
//! the full core.

pub mod collector;
pub mod feed;
pub mod numbers;
pub mod page;
mod sections;
pub mod text;
pub mod words;

use crate::questionnaire::Questionnaire;
use crate::statistics::figures::Figures;
use collector::Counts;
use serde::Deserialize;
use words::Words;

/// What was read to make a report, as whoever read it counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Read {
    /// How many rows or messages there were.
    pub rows: u32,
    /// How many of them could not be used.
    pub damaged: u32,
    /// How many are about another questionnaire.
    pub others: u32,
    /// How many are about another version or shape of this one.
    pub other_versions: u32,
}

/// What a report is made of.
#[derive(Clone, Copy, Debug)]
pub struct Material<'a> {
    /// What was asked, in the language of its names in the report.
    pub questionnaire: &'a Questionnaire,
    /// The figures of the responses to it.
    pub figures: &'a Figures,
    /// What became of the messages.
    pub counts: Counts,
    /// How many suggestions there are.
    pub suggestions: u32,
    /// What was read.
    pub read: Read,
    /// What it is said in.
    pub words: &'a Words,
}
