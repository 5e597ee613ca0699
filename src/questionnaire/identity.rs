//! What identifies a questionnaire (id, version, points of the scale), what answers to it depend on
//! (its shape), and how each statement is worded.
//!
//! This file knows how these are computed and compared. Callers decide what follows if they differ.

use super::{Key, Questionnaire, Statement};
use crate::data::digest::Digest;
use crate::data::document::{Document, ValueKind};
use crate::data::text::digits;

/// Which questionnaire a scorecard or an attempt belongs to. A part that the document lacks is
/// `None`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Identity {
    /// The questionnaire's id.
    pub id: Option<String>,
    /// The author's version of the questionnaire.
    pub version: Option<String>,
    /// The points of the scale of agreement, 2 to 7.
    pub points: Option<f64>,
}

impl Identity {
    /// The identity of a questionnaire; no part is `None`.
    #[must_use]
    pub fn of(questionnaire: &Questionnaire) -> Self {
        Self {
            id: Some(questionnaire.id.clone()),
            version: Some(questionnaire.version.clone()),
            points: Some(questionnaire.scale.points.into()),
        }
    }

    /// Reads the identity from an object `{ id, version, points }`. A part of another kind counts
    /// as absent.
    #[must_use]
    pub fn read<D: Document>(map: Option<&D>) -> Self {
        let text = |key| {
            let value = map?.child(key)?;
            (value.kind() == ValueKind::Text).then(|| value.text())
        };
        let points = map.and_then(|map| map.child("points"));
        let points = points.filter(|it| it.kind() == ValueKind::Number);
        Self {
            id: text("id"),
            version: text("version"),
            points: points.map(|it| it.number()),
        }
    }
}

/// A checksum of everything that gives answers their meaning: id, version, scales, cutoffs, and of
/// each statement the id, key, weight and misconception, in order. No text and no language is part
/// of it. Saved answers and links with another shape belong to another questionnaire, even if the
/// id is the same.
#[must_use]
pub fn shape(questionnaire: &Questionnaire) -> u32 {
    let mut sum = Digest::default();
    sum.part(&questionnaire.id);
    sum.part(&questionnaire.version);
    let mut number = |value: f64| sum.bytes(&value.to_le_bytes());
    number(questionnaire.scale.points.into());
    if let Some(certainty) = &questionnaire.certainty {
        number(certainty.from.into());
        number(certainty.to.into());
    }
    let cutoffs = &questionnaire.cutoffs;
    for cutoff in [cutoffs.held, cutoffs.leaning, cutoffs.unsure] {
        number(cutoff);
    }
    for statement in &questionnaire.statements {
        sum.part(&statement.id);
        sum.bytes(&[u8::from(statement.key == Key::Fact)]);
        sum.bytes(&statement.weight.to_le_bytes());
        sum.part(&digits(statement.misconception));
    }
    sum.sum()
}

/// A number of 48 bits for how a statement is worded: the checksum of its language in the upper
/// half, that of its text in the lower. Never 0, which means that the wording is unknown.
#[must_use]
pub fn wording(questionnaire: &Questionnaire, statement: &Statement) -> u64 {
    let sum = |text: &str| {
        let mut sum = Digest::default();
        sum.part(text);
        u64::from(sum.sum())
    };
    (sum(&questionnaire.lang) << 24 | sum(&statement.text)).max(1)
}

/// Whether two wordings are in the same language and can be compared.
#[must_use]
pub fn is_same_language(one: u64, other: u64) -> bool {
    one >> 24 == other >> 24
}
