//! What an author is told about a document: every problem in words that they can act on, and
//! advice.
//!
//! This room knows the format and the order in which things are checked; each part knows what it
//! checks. Only the full core contains it. It must not know where in the JSON text something is:
//! callers find that by the JSON pointer.

pub mod advice;
pub mod habits;
pub mod pointer;
mod remedy;
mod statements;
mod texts;
mod translation;
pub mod wording;

use crate::authoring::format::keys;
use crate::data::document::{Document, ValueKind};
use crate::data::problem::{Code, Problem};
use crate::questionnaire::{Questionnaire, parse};
use remedy::Remedies;
use serde::Serialize;

/// What an author wants to be told.
#[derive(Clone, Copy, Debug)]
pub struct Wishes<'a> {
    /// The current date, as in `2026-11-23`, which decides which evidence is due for review. Empty
    /// if no evidence should be.
    pub today: &'a str,
    /// Whether placeholders for texts are still allowed, as advice instead of errors.
    pub is_draft: bool,
}

impl<'a> From<&'a str> for Wishes<'a> {
    /// A finished questionnaire, checked on this date.
    fn from(today: &'a str) -> Self {
        let is_draft = false;
        Self { today, is_draft }
    }
}

/// How many notices are reported. With so many, an author begins with the first.
const MOST: usize = 1_000;

/// One thing to tell the author.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// Whether it is advice. Unlike an error, advice does not keep the document from being
    /// published. Written as `severity`, `advice` or `error`.
    #[serde(rename = "severity", serialize_with = "severity")]
    pub is_advice: bool,
    /// What it is about. Public: a stable name in camel case.
    pub code: &'static str,
    /// Where it is, as a JSON pointer (RFC 6901); empty for the document itself.
    pub pointer: String,
    /// What is wrong, in one or two sentences.
    pub message: String,
    /// What to do, in one or two sentences.
    pub remedy: String,
    /// The value that is there, shortened; empty if there is none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub found: String,
    /// What should be there, in a few words; empty if the message says enough.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub expected: String,
    /// What was probably meant; empty if that is unknown.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub suggestion: String,
}

impl Notice {
    fn advice(code: &'static str, pointer: String, message: String, remedy: &str) -> Self {
        Self {
            is_advice: true,
            code,
            pointer,
            message,
            remedy: remedy.to_owned(),
            ..Self::default()
        }
    }
}

/// Writes `is_advice` as the property `severity`.
#[allow(clippy::trivially_copy_pass_by_ref)] // serde requires this signature.
fn severity<S: serde::Serializer>(is_advice: &bool, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(if *is_advice { "advice" } else { "error" })
}

/// All notices on a document, the errors first, each part in the order of reading; and the
/// questionnaire if it can be used.
pub fn findings<'a, D: Document>(
    document: &D,
    wishes: impl Into<Wishes<'a>>,
) -> (Vec<Notice>, Option<Questionnaire>) {
    let Wishes { today, is_draft } = wishes.into();
    let fields = keys::shape();
    let (questionnaire, problems) = match parse::parse(document) {
        Ok((questionnaire, problems)) => (Some(questionnaire), problems),
        Err(problems) => (None, problems),
    };
    let is_told = |problem: &&Problem| !is_note(problem, document);
    let remedies = Remedies::new(document, &fields);
    let told = problems.iter().filter(is_told);
    let mut found: Vec<Notice> = told
        .filter_map(|problem| remedies.explain(problem))
        .take(MOST)
        .collect();
    found.extend(translation::findings(document, &fields));
    let texts = texts::texts(document);
    if !is_draft || questionnaire.is_some() {
        found.extend(texts::unfinished(&texts, is_draft));
    }
    if let Some(questionnaire) = &questionnaire {
        found.extend(advice::findings(document, questionnaire, today));
        found.extend(texts::markup(&texts, questionnaire.has_markup));
    }
    found.sort_by_key(|finding| finding.is_advice);
    shorten(&mut found);
    (found, questionnaire)
}

/// Whether a problem is only a note by the author: a string under `$comment`, in any object.
fn is_note<D: Document>(problem: &Problem, document: &D) -> bool {
    problem.code == Code::UnknownKey
        && pointer::last(&problem.pointer) == "$comment"
        && pointer::value(document, &problem.pointer)
            .is_some_and(|note| note.kind() == ValueKind::Text)
}

/// Cuts off what nobody would read.
fn shorten(found: &mut Vec<Notice>) {
    if found.len() >= MOST {
        // What is cut off is at the end, where the advice is.
        let is_advice = found.iter().skip(MOST - 1).all(|finding| finding.is_advice);
        found.truncate(MOST - 1);
        found.push(Notice {
            is_advice,
            code: "more",
            message: format!("There are more problems than these {}.", MOST - 1),
            remedy: "Fix these first, then check again.".to_owned(),
            ..Notice::default()
        });
    }
}
