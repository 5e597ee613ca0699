//! What tells whether two documents are about the same questionnaire: its id, the author's version and the points of the
//! scale.
//!
//! Knows which parts there are and how they are compared; what follows if they differ is decided by who asks.

use super::Questionnaire;
use crate::data::document::{Document, ValueKind};

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
