//! What tells whether two documents are about the same questionnaire: its id, the author's version and the points of the
//! scale; whether answers to it still mean the same, its shape; and whether a statement still has the same words.
//!
//! Knows which parts there are and how they are compared; what follows if they differ is decided by who asks.

use super::{Key, Questionnaire, Statement};
use crate::data::digest::Digest;
use crate::data::document::{Document, ValueKind};
use crate::data::text::digits;

/// What a scorecard or an attempt is of. A part that a document does not have is `None`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Identity {
    /// The questionnaire's id.
    pub id: Option<String>,
    /// The author's version.
    pub version: Option<String>,
    /// The points of the scale, 2 to 7.
    pub points: Option<f64>,
}

impl Identity {
    /// That of a questionnaire: all parts are there.
    #[must_use]
    pub fn of(questionnaire: &Questionnaire) -> Self {
        Self {
            id: Some(questionnaire.id.clone()),
            version: Some(questionnaire.version.clone()),
            points: Some(questionnaire.scale.points.into()),
        }
    }

    /// That which `{ id, version, points }` names.
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

/// A sum of all that answers mean something by, in no language: what is asked in which order, on which scales, and what
/// follows from it. Answers and links of another shape are of another questionnaire, whatever its id says.
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

/// The words of a statement, as one number of 48 bits: the sum of its language and the sum of its text. Never 0, which says
/// that the words are not known.
#[must_use]
pub fn wording(questionnaire: &Questionnaire, statement: &Statement) -> u64 {
    let sum = |text: &str| {
        let mut sum = Digest::default();
        sum.part(text);
        u64::from(sum.sum())
    };
    (sum(&questionnaire.lang) << 24 | sum(&statement.text)).max(1)
}

/// Whether two wordings are in the same language, so that they can be compared.
#[must_use]
pub fn is_same_language(one: u64, other: u64) -> bool {
    one >> 24 == other >> 24
}
