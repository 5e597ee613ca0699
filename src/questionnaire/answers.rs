//! What a reader answers: at most one response per statement, at the statement's index.
//!
//! This file knows the scales and how answers are read and written. It must not know what an answer
//! means (that is [`crate::scoring`]) or when it was given.

use crate::data::document::{Document, ValueKind, WriteDocument};
use crate::data::problem::{Code, Expected, Problem};
use crate::questionnaire::Questionnaire;
use crate::questionnaire::fields::{Fields, whole};
use crate::questionnaire::reader::Reader;

/// How far a reader agrees with a statement. As data it is a number, or the string `dontKnow`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// A point of the scale, from 1 (disagree) to `points` (agree).
    Point(u8),
    /// "I don't know", which is never the midpoint.
    DontKnow,
}

#[cfg(feature = "authoring")]
impl serde::Serialize for Agreement {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Point(point) => serializer.serialize_u8(*point),
            Self::DontKnow => serializer.serialize_str("dontKnow"),
        }
    }
}

/// The response to one statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Response {
    /// How far the reader agrees.
    pub agreement: Agreement,
    /// How sure the reader is, a level of the questionnaire's scale of certainty; `None` if
    /// certainty is not asked or was not answered.
    pub certainty: Option<i16>,
}

/// One entry per statement, in the order of [`Questionnaire::statements`]; `None` is a blank.
pub type Answers = Vec<Option<Response>>;

/// Blanks for this many statements.
#[inline(never)]
#[must_use]
pub fn blank(statements: usize) -> Answers {
    let mut answers = Vec::new();
    for _ in 0..statements {
        answers.push(None);
    }
    answers
}

const AGREEMENT: Expected = Expected::new("a point of the scale, or dontKnow");

/// Whether `agreement` is on the questionnaire's scale.
#[must_use]
pub fn allows_agreement(questionnaire: &Questionnaire, agreement: Agreement) -> bool {
    match agreement {
        Agreement::Point(point) => (1..=questionnaire.scale.points).contains(&point),
        Agreement::DontKnow => questionnaire.scale.dont_know,
    }
}

/// The level of certainty at `index`, counted from the lowest as 0; `None` if there is no such
/// level or certainty is not asked.
#[must_use]
pub fn certainty_at(questionnaire: &Questionnaire, index: i16) -> Option<i16> {
    let scale = questionnaire.certainty.as_ref()?;
    let level = scale.from.checked_add(index)?;
    (scale.from..=scale.to).contains(&level).then_some(level)
}

/// Reads answers from an object `{ [statement id]: { agreement, certainty? } }`. `agreement` is a
/// whole number from 1 to `points`, or `"dontKnow"` if the questionnaire offers it; `certainty` is
/// a level of its scale. Statements without an entry are blank.
///
/// # Errors
///
/// All problems: every response outside its scale, every id that is not a statement's, every
/// unknown key. Each problem's pointer names the statement.
pub fn read<D: Document>(
    document: &D,
    questionnaire: &Questionnaire,
) -> Result<Answers, Vec<Problem>> {
    let mut fields = Fields::default();
    let mut answers = blank(questionnaire.statements.len());
    if document.kind() != ValueKind::Map {
        fields.problem(
            Code::WrongType,
            Expected::new("an object: { statement id: answer }"),
        );
    }
    for id in document.keys() {
        let Some(value) = document.get(&id) else {
            continue;
        };
        let back = fields.enter(&id);
        let index = questionnaire
            .statements
            .iter()
            .position(|statement| statement.id == id);
        match index.and_then(|index| answers.get_mut(index)) {
            Some(answer) => *answer = response(&mut fields, value, questionnaire),
            None => fields.problem(Code::UnknownId, Expected::new("the id of a statement")),
        }
        fields.leave(back);
    }
    // Unlike in a questionnaire, an unknown key is an error here: no part of a response is ever
    // ignored.
    if fields.count() == 0 {
        Ok(answers)
    } else {
        Err(fields.into_problems())
    }
}

fn response<D: Document>(
    fields: &mut Fields<D>,
    value: D,
    questionnaire: &Questionnaire,
) -> Option<Response> {
    let mut response = None;
    fields.open(value, &mut |fields, map| {
        let is_there = fields.has(map, "agreement");
        let given = fields
            .take(map, "agreement")
            .and_then(|value| agreement(&value));
        let given = given.filter(|given| allows_agreement(questionnaire, *given));
        if is_there && given.is_none() {
            fields.problem_at("agreement", Code::OutOfRange, AGREEMENT);
        }
        let levels = questionnaire
            .certainty
            .as_ref()
            .map(|scale| (scale.from.into(), scale.to.into()));
        let certainty = levels.and_then(|levels| {
            let level = fields.integer(
                map,
                "certainty",
                levels,
                Expected::new("a level of certainty"),
            )?;
            i16::try_from(level).ok()
        });
        response = given.map(|agreement| Response {
            agreement,
            certainty,
        });
    });
    response
}

fn agreement<D: Document>(value: &D) -> Option<Agreement> {
    if value.kind() == ValueKind::Text && value.text() == "dontKnow" {
        return Some(Agreement::DontKnow);
    }
    let point = whole(value.number())?;
    u8::try_from(point).ok().map(Agreement::Point)
}

/// The answers as an object that [`read`] accepts; blanks are left out.
#[must_use]
pub fn write<D: WriteDocument>(answers: &Answers, questionnaire: &Questionnaire) -> D {
    let mut map = D::new_map();
    for (statement, response) in questionnaire.statements.iter().zip(answers) {
        if let Some(response) = response {
            map.set(&statement.id, write_response(*response));
        }
    }
    map
}

/// One response as an object `{ agreement, certainty? }`.
#[must_use]
pub fn write_response<D: WriteDocument>(response: Response) -> D {
    let mut map = D::new_map();
    map.set("agreement", write_agreement(response.agreement));
    if let Some(level) = response.certainty {
        map.set("certainty", D::from_number(level.into()));
    }
    map
}

/// A point as a number, don't know as the string `dontKnow`.
#[must_use]
pub fn write_agreement<D: WriteDocument>(agreement: Agreement) -> D {
    match agreement {
        Agreement::Point(point) => D::from_number(point.into()),
        Agreement::DontKnow => D::from_text("dontKnow"),
    }
}
