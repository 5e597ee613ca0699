//! What an author is told of a document: every problem in words that can be acted on, and advice.
//!
//! Knows the format, and in what order things are looked at; what each part looks for stands there. Only the full core
//! has it. Where things are in a text of JSON, the caller knows.

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
    /// The day, as in `2026-11-23`: it decides which evidence is due for another look.
    pub today: &'a str,
    /// Whether texts may still be there that are to be written.
    pub is_draft: bool,
}

impl<'a> From<&'a str> for Wishes<'a> {
    /// A questionnaire that is finished, on this day.
    fn from(today: &'a str) -> Self {
        let is_draft = false;
        Self { today, is_draft }
    }
}

/// How many findings are told; whoever has so many begins with the first.
const MOST: usize = 1_000;

/// One thing to tell the author.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// Whether the document can be published as it is: advice does not stop it.
    #[serde(rename = "severity", serialize_with = "severity")]
    pub is_advice: bool,
    /// What it is. Public: its name is the `code`.
    pub code: &'static str,
    /// Where: a JSON pointer (RFC 6901); empty for the document itself.
    pub pointer: String,
    /// What is wrong, in a sentence or two.
    pub message: String,
    /// What to do, in a sentence or two.
    pub remedy: String,
    /// What stands there, shortened; empty where nothing does.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub found: String,
    /// What belongs there, in a few words; empty where the message says it all.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub expected: String,
    /// The word that was probably meant; empty where there is none.
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

/// How a notice says whether it is advice.
#[allow(clippy::trivially_copy_pass_by_ref)] // As serde calls it.
fn severity<S: serde::Serializer>(is_advice: &bool, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(if *is_advice { "advice" } else { "error" })
}

/// All that is to be said of a document, the errors first, each part in the order of reading; and the questionnaire
/// where it can be used.
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

/// Whether a problem is a note that the author has left: a text under `$comment`, in any map.
fn is_note<D: Document>(problem: &Problem, document: &D) -> bool {
    problem.code == Code::UnknownKey
        && pointer::last(&problem.pointer) == "$comment"
        && pointer::value(document, &problem.pointer)
            .is_some_and(|note| note.kind() == ValueKind::Text)
}

/// Leaves out what nobody would read to the end of.
fn shorten(found: &mut Vec<Notice>) {
    if found.len() >= MOST {
        // What is left out comes last, where advice is.
        let is_advice = found.iter().skip(MOST - 1).all(|finding| finding.is_advice);
        found.truncate(MOST - 1);
        found.push(Notice {
            is_advice,
            code: "more",
            message: format!("There are more problems than these {}.", MOST - 1),
            remedy: "Mend these first, then check again.".to_owned(),
            ..Notice::default()
        });
    }
}
