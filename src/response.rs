//! What a reader answers: one response a statement, by the statement's place.
//!
//! Knows scales; not what an answer means (that is [`crate::scoring`]) nor when it was given.

use crate::document::{Document, Kind};
use crate::problem::{Code, Problem};
use crate::questionnaire::Questionnaire;
use crate::questionnaire::fields::{Fields, whole};

/// How far a reader agrees with a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// A point of the scale, 1 (disagree) to `points` (agree).
    Point(u8),
    /// "I don't know", which is never the midpoint.
    DontKnow,
}

/// The answer to one statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Response {
    /// How far the reader agrees.
    pub agreement: Agreement,
    /// How sure the reader is, where that is asked and was answered.
    pub certainty: Option<i32>,
}

/// One entry a statement of the questionnaire, in its order; a blank is `None`.
pub type Answers = Vec<Option<Response>>;

const AGREEMENT: &str = "a point of the scale, or dontKnow";

/// Whether `agreement` is on the questionnaire's scale.
#[must_use]
pub fn allows_agreement(questionnaire: &Questionnaire, agreement: Agreement) -> bool {
    match agreement {
        Agreement::Point(point) => (1..=questionnaire.scale.points).contains(&point),
        Agreement::DontKnow => questionnaire.scale.dont_know,
    }
}

/// Whether `level` is on the questionnaire's scale of certainty.
#[must_use]
pub fn allows_certainty(questionnaire: &Questionnaire, level: i32) -> bool {
    let scale = &questionnaire.certainty;
    matches!(scale, Some(scale) if (scale.from..=scale.to).contains(&level))
}

/// Reads answers: a map from statement id to `{ agreement, certainty? }`.
///
/// # Errors
/// Every response outside its scale and every id that is no statement's, each naming the statement in its
/// pointer.
pub fn read<D: Document>(
    document: &D,
    questionnaire: &Questionnaire,
) -> Result<Answers, Vec<Problem>> {
    let mut fields = Fields::default();
    let mut answers = vec![None; questionnaire.statements.len()];
    if document.kind() != Kind::Map {
        fields.problem(Code::WrongType, "a map from statement to answer");
    }
    for id in document.keys() {
        let Some(value) = document.get(&id) else {
            continue;
        };
        let back = fields.enter(&id);
        let known = questionnaire.statements.iter().zip(&mut answers);
        match known.into_iter().find(|(statement, _)| statement.id == id) {
            Some((_, answer)) => *answer = response(&mut fields, value, questionnaire),
            None => fields.problem(Code::UnknownId, "the id of a statement"),
        }
        fields.leave(back);
    }
    // Here an unknown key is an error too: a response is never ignored.
    if fields.count() == 0 {
        Ok(answers)
    } else {
        Err(fields.into_problems())
    }
}

fn response<D: Document>(
    fields: &mut Fields,
    value: D,
    questionnaire: &Questionnaire,
) -> Option<Response> {
    let response = fields.whole_map(value, |fields, map| {
        fields.has(map, "agreement");
        let value = fields.take(map, "agreement")?;
        let agreement = agreement(&value);
        let agreement = agreement.filter(|point| allows_agreement(questionnaire, *point));
        if agreement.is_none() {
            fields.problem_at("agreement", Code::OutOfRange, AGREEMENT);
        }
        let mut certainty = None;
        if questionnaire.certainty.is_some() {
            let is_level = |number| {
                whole(number).is_some_and(|level| allows_certainty(questionnaire, level))
            };
            let expected = "a level of certainty";
            certainty = fields.number(map, "certainty", is_level, expected).and_then(whole);
        }
        Some(Response {
            agreement: agreement?,
            certainty,
        })
    });
    response.flatten()
}

fn agreement<D: Document>(value: &D) -> Option<Agreement> {
    if value.kind() == Kind::Text && value.text() == "dontKnow" {
        return Some(Agreement::DontKnow);
    }
    let point = whole(value.number())?;
    u8::try_from(point).ok().map(Agreement::Point)
}

/// The answers as [`read`] takes them; blanks are absent.
pub fn write<D: Document>(answers: &Answers, questionnaire: &Questionnaire) -> D {
    let mut map = D::new_map();
    for (statement, response) in questionnaire.statements.iter().zip(answers) {
        if let Some(response) = response {
            map.set(&statement.id, write_response(*response));
        }
    }
    map
}

/// One response as `{ agreement, certainty? }`.
#[must_use]
pub fn write_response<D: Document>(response: Response) -> D {
    let mut map = D::new_map();
    map.set("agreement", write_agreement(response.agreement));
    if let Some(level) = response.certainty {
        map.set("certainty", D::from_number(level.into()));
    }
    map
}

/// A point as a number, don't know as `dontKnow`.
#[must_use]
pub fn write_agreement<D: Document>(agreement: Agreement) -> D {
    match agreement {
        Agreement::Point(point) => D::from_number(point.into()),
        Agreement::DontKnow => D::from_text("dontKnow"),
    }
}
