//! What an endpoint without the core has to know of a questionnaire, to tell what fits it and to count it.
//!
//! The words of a questionnaire are not in it. Knows what of it the contract speaks of.

use crate::questionnaire::Questionnaire;
use crate::questionnaire::identity::shape;
use serde_json::{Value, json};

/// `{ id, version, shape, points, dontKnow, certainty, statements, misconceptions }`, where `certainty` is the lowest and the
/// highest level or null, and the last two are lists of ids in the questionnaire's order.
#[must_use]
pub fn terms(questionnaire: &Questionnaire) -> Value {
    let statements = questionnaire.statements.iter().map(|it| it.id.as_str());
    let misconceptions = questionnaire.misconceptions.iter().map(|it| it.id.as_str());
    json!({
        "id": questionnaire.id,
        "version": questionnaire.version,
        "shape": format!("{:06x}", shape(questionnaire)),
        "points": questionnaire.scale.points,
        "dontKnow": questionnaire.scale.dont_know,
        "certainty": questionnaire.certainty.as_ref().map(|scale| [scale.from, scale.to]),
        "statements": statements.collect::<Vec<_>>(),
        "misconceptions": misconceptions.collect::<Vec<_>>(),
    })
}
