//! What an endpoint without the core must know about a questionnaire in order to check and count
//! messages.
//!
//! Texts of the questionnaire are not part of it, only what the contract refers to.

use crate::questionnaire::Questionnaire;
use crate::questionnaire::identity::shape;
use serde_json::{Value, json};

/// The terms as an object
/// `{ id, version, shape, points, dontKnow, certainty, statements, misconceptions }`. `shape` is a
/// string of six hexadecimal digits. `certainty` is an array of the lowest and the highest level,
/// or null. The last two are arrays of ids in the questionnaire's order.
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
