//! A report for the owner of a page about the responses and remarks that readers sent.
//!
//! [`collector`] takes messages of the contract and keeps those that count. [`feed`] makes the
//! counts that others may see. [`page`] and [`text`] present the figures of [`crate::statistics`]
//! to people, in the [`words`] of one language. Knows no files, no network and no clock. Only the
//! full core has this module.
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

/// What the caller read to make a report, as the caller counted it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Read {
    /// How many rows or messages there were.
    pub rows: u32,
    /// How many of them could not be used.
    pub damaged: u32,
    /// How many are about another questionnaire.
    pub others: u32,
    /// How many are about another version or shape of this questionnaire.
    pub other_versions: u32,
}

/// Everything that a report is made from.
#[derive(Clone, Copy, Debug)]
pub struct Material<'a> {
    /// The questionnaire, in the language that the report uses for its names.
    pub questionnaire: &'a Questionnaire,
    /// The figures of the responses to it.
    pub figures: &'a Figures,
    /// How many messages of each kind were taken.
    pub counts: Counts,
    /// How many suggestions are kept.
    pub suggestions: u32,
    /// What the caller has read.
    pub read: Read,
    /// The words of the report's language.
    pub words: &'a Words,
}
