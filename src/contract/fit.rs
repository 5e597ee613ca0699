//! Checks whether a message belongs to a questionnaire, for endpoints that have the core.
//!
//! This file knows the codes and HTTP statuses of the contract. It must not know requests, stores
//! or rate limits.

use super::documents::{Remark, Response};
use super::read::{NO_OTHERS, escaped, problem};
use crate::data::document::Document;
use crate::data::problem::{Code, Problem};
use crate::questionnaire::Questionnaire;
use crate::questionnaire::answers::{self, Answers};
use crate::questionnaire::identity::shape;
use crate::scoring::{score, scorecard::Scorecard};

/// Why a message is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It belongs to another questionnaire.
    UnknownQuestionnaire,
    /// It belongs to another version of the questionnaire, or one of another shape.
    OtherVersion(Vec<Problem>),
    /// Something in the document is wrong.
    InvalidDocument(Vec<Problem>),
    /// The claimed verdicts do not follow from the answers.
    VerdictsDiffer(Vec<Problem>),
}

impl Refusal {
    /// The stable name of the refusal, such as `otherVersion`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownQuestionnaire => "unknownQuestionnaire",
            Self::OtherVersion(_) => "otherVersion",
            Self::InvalidDocument(_) => "invalidDocument",
            Self::VerdictsDiffer(_) => "verdictsDiffer",
        }
    }

    /// The HTTP status of the response: 404, 409 or 422.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::UnknownQuestionnaire => 404,
            Self::OtherVersion(_) => 409,
            Self::InvalidDocument(_) | Self::VerdictsDiffer(_) => 422,
        }
    }

    /// The problems; empty if the code says enough.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::UnknownQuestionnaire => &[],
            Self::OtherVersion(problems)
            | Self::InvalidDocument(problems)
            | Self::VerdictsDiffer(problems) => problems,
        }
    }
}

/// A response that belongs to its questionnaire.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitting {
    /// The answers.
    pub answers: Answers,
    /// The first answers if the reader has answered again.
    pub first: Option<Answers>,
    /// The scorecard of the answers. Its verdicts are those that were claimed.
    pub scorecard: Scorecard,
}

/// Checks a response against its questionnaire, computes its scorecard, and compares the verdicts
/// with the claimed ones.
///
/// # Errors
///
/// The first refusal that applies, in the order of [`Refusal`], with all problems of that kind.
pub fn response<D: Document>(
    sent: &Response<D>,
    questionnaire: &Questionnaire,
) -> Result<Fitting, Refusal> {
    belongs(&sent.questionnaire, &sent.version, questionnaire)?;
    if sent.shape != shape(questionnaire) {
        return Err(other_version("/questionnaire/shape"));
    }
    let mut problems = Vec::new();
    let mut read = |key: &str, document: &D| {
        answers::read(document, questionnaire).unwrap_or_else(|found| {
            for mut problem in found {
                problem.pointer.insert_str(0, &format!("/{key}"));
                if problem.code == Code::UnknownKey {
                    problem.expected = NO_OTHERS;
                }
                problems.push(problem);
            }
            Answers::new()
        })
    };
    let answers = read("answers", &sent.answers);
    let first = sent.first.as_ref().map(|first| read("first", first));
    claims(sent, questionnaire, &mut problems);
    if !problems.is_empty() {
        return Err(Refusal::InvalidDocument(problems));
    }
    let scorecard = score(questionnaire, &answers);
    let differences = differences(sent, questionnaire, &scorecard);
    if !differences.is_empty() {
        return Err(Refusal::VerdictsDiffer(differences));
    }
    Ok(Fitting {
        answers,
        first,
        scorecard,
    })
}

/// Checks a remark against its questionnaire.
///
/// # Errors
///
/// The first refusal that applies, in the order of [`Refusal`].
pub fn remark(sent: &Remark, questionnaire: &Questionnaire) -> Result<(), Refusal> {
    belongs(&sent.questionnaire, &sent.version, questionnaire)?;
    let is_known = |id: &String| questionnaire.misconceptions.iter().any(|it| it.id == *id);
    if sent.misconception.as_ref().is_none_or(is_known) {
        return Ok(());
    }
    let unknown = problem(
        Code::UnknownId,
        "/misconception",
        "the id of a misconception",
    );
    Err(Refusal::InvalidDocument(vec![unknown]))
}

fn belongs(id: &str, version: &str, questionnaire: &Questionnaire) -> Result<(), Refusal> {
    if id != questionnaire.id {
        Err(Refusal::UnknownQuestionnaire)
    } else if version != questionnaire.version {
        Err(other_version("/questionnaire/version"))
    } else {
        Ok(())
    }
}

fn other_version(pointer: &str) -> Refusal {
    let expected = "that of the questionnaire which is asked now";
    Refusal::OtherVersion(vec![problem(Code::NotComparable, pointer, expected)])
}

/// Checks that there is one claim per misconception and no other.
fn claims<D>(sent: &Response<D>, questionnaire: &Questionnaire, problems: &mut Vec<Problem>) {
    for (id, _) in &sent.verdicts {
        if questionnaire.misconceptions.iter().all(|it| it.id != *id) {
            let expected = "the id of a misconception";
            problems.push(problem(Code::UnknownId, &verdict_of(id), expected));
        }
    }
    for misconception in &questionnaire.misconceptions {
        if sent.verdicts.iter().all(|(id, _)| *id != misconception.id) {
            let expected = "the verdict on this misconception";
            problems.push(problem(
                Code::Missing,
                &verdict_of(&misconception.id),
                expected,
            ));
        }
    }
}

fn differences<D>(
    sent: &Response<D>,
    questionnaire: &Questionnaire,
    scorecard: &Scorecard,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (misconception, finding) in questionnaire.misconceptions.iter().zip(&scorecard.findings) {
        let id = &misconception.id;
        let claim = sent.verdicts.iter().find(|(claimed, _)| claimed == id);
        if claim.is_some_and(|(_, claim)| *claim != finding.verdict) {
            let expected = "the verdict that follows from the answers";
            problems.push(problem(Code::NotComparable, &verdict_of(id), expected));
        }
    }
    problems
}

fn verdict_of(id: &str) -> String {
    format!("/verdicts/{}", escaped(id))
}
