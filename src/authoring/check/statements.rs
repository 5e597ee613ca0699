//! Advice on statements in all languages: statements that are hard to answer, and pairs that do not
//! contradict each other.
//!
//! This file knows where statements are in a document and what to say about each issue. Which words
//! reveal an issue is decided in `wording`.

use super::pointer::quoted;
use super::remedy::within;
use super::translation::LONGEST_POINTER;
use super::wording::pairs::{Doubt, doubt};
use super::wording::{self, Issue, IssueKind};
use super::{MOST, Notice};
use crate::data::document::{Document, ValueKind};
use crate::questionnaire::{Questionnaire, Statement};

/// Adds all advice on the statements of `questionnaire`, which was read from `document`, and on
/// those of its translations.
pub fn findings<D: Document>(document: &D, questionnaire: &Questionnaire, found: &mut Vec<Notice>) {
    single(questionnaire, found);
    for index in 0..questionnaire.misconceptions.len() {
        if let Some([one, other]) = pair(questionnaire, index) {
            let doubt = doubt(&one.text, &other.text, &questionnaire.lang);
            let pointer = format!("/misconceptions/{index}/statements");
            found.extend(doubt.map(|it| doubtful(&it, pointer)));
        }
    }
    translated(document, questionnaire, found);
}

fn single(questionnaire: &Questionnaire, found: &mut Vec<Notice>) {
    let mut before = None;
    let mut index = 0;
    for statement in &questionnaire.statements {
        index = if before == Some(statement.misconception) {
            index + 1
        } else {
            0
        };
        before = Some(statement.misconception);
        let pointer = format!(
            "/misconceptions/{}/statements/{index}/text",
            statement.misconception
        );
        for slip in wording::slips(&questionnaire.plain(&statement.text), &questionnaire.lang) {
            found.push(hard_to_answer(&slip, pointer.clone()));
        }
    }
}

/// The two statements of a misconception that has exactly two, with different keys.
fn pair(questionnaire: &Questionnaire, index: usize) -> Option<[&Statement; 2]> {
    let statements = questionnaire.statements.iter();
    let mut own = statements.filter(|it| it.misconception == index);
    let (one, other) = (own.next()?, own.next()?);
    (own.next().is_none() && one.key != other.key).then_some([one, other])
}

/// Adds advice on the statements of translations. Whether each belongs to the questionnaire is
/// checked in `translation`.
fn translated<D: Document>(document: &D, questionnaire: &Questionnaire, found: &mut Vec<Notice>) {
    let Some(translations) = document.child("translations") else {
        return;
    };
    for lang in translations.keys() {
        let overlay = translations.get(&lang);
        let Some(statements) = overlay.and_then(|overlay| overlay.child("statements")) else {
            continue;
        };
        for id in statements.keys() {
            let Some(statement) = statements.get(&id) else {
                continue;
            };
            let mut pointer = within("/translations", &lang);
            pointer = within(&format!("{pointer}/statements"), &id);
            if pointer.len() > LONGEST_POINTER || found.len() > MOST {
                return;
            }
            if statement.kind() == ValueKind::Map {
                pointer.push_str("/text");
            }
            for slip in wording::slips(&questionnaire.plain(&text(&statement)), &lang) {
                found.push(hard_to_answer(&slip, pointer.clone()));
            }
        }
        for index in 0..questionnaire.misconceptions.len() {
            let Some(pair) = pair(questionnaire, index) else {
                continue;
            };
            let [Some(one), Some(other)] = pair.map(|it| statements.get(&it.id)) else {
                continue;
            };
            let (one, other) = (text(&one), text(&other));
            if let Some(doubt) = doubt(&one, &other, &lang) {
                let pointer = within("/translations", &lang);
                found.push(doubtful(&doubt, format!("{pointer}/statements")));
            }
        }
    }
}

/// The text of a translated statement, which is a string or an object with `text`.
fn text<D: Document>(statement: &D) -> String {
    let text = match statement.kind() {
        ValueKind::Map => statement.child("text").map(|text| text.text()),
        _ => Some(statement.text()),
    };
    text.unwrap_or_default()
}

fn doubtful((doubt, words): &(Doubt, [&str; 2]), pointer: String) -> Notice {
    let mut shown: Vec<String> = words
        .iter()
        .filter(|word| !word.is_empty())
        .map(|word| quoted(word))
        .collect();
    shown.dedup();
    let by = shown.join(" and ");
    let (code, message, remedy) = match doubt {
        Doubt::Wish => (
            "wishInPair",
            format!(
                "Because of {by}, this pair asks what should be done: no evidence can settle that."
            ),
            "Say what is true: what happens when it is done, and when it is not.",
        ),
        Doubt::Refused => (
            "gapInPair",
            format!(
                "Somebody who thinks clearly can disagree with both statements, because of {by}."
            ),
            "Let the fact deny the myth: \"at least as much\" against \"more\", \"at most half\" against \"most\".",
        ),
        Doubt::Accepted => (
            "overlapInPair",
            format!("Somebody who thinks clearly can agree with both statements, because of {by}."),
            "Say how many, or how often, so that the fact denies the myth.",
        ),
        Doubt::Unrelated => (
            "unrelatedPair",
            "The two statements have no word in common, so one hardly denies the other.".to_owned(),
            "Write the fact about the same thing as the myth, so that nobody can agree or disagree with both.",
        ),
    };
    Notice::advice(code, pointer, message, remedy)
}

fn hard_to_answer(slip: &Issue<'_>, pointer: String) -> Notice {
    let word = quoted(slip.word);
    let (code, message, remedy) = match slip.kind {
        IssueKind::DoubleBarrelled => (
            "doubleBarrelled",
            format!(
                "This statement seems to make two claims, at {word}: whoever agrees with only one cannot answer."
            ),
            "Make it two statements, or leave one of the claims out.",
        ),
        IssueKind::Negated => (
            "negated",
            format!(
                "This statement is negated by {word}: to disagree, a reader must deny a denial."
            ),
            "Say the same without the negation, and change the key if the meaning is reversed.",
        ),
        IssueKind::Absolute => (
            "absolute",
            format!(
                "This statement allows no exception, because of {word}: knowing one is enough to disagree."
            ),
            "Say what usually holds, or for whom.",
        ),
    };
    Notice::advice(code, pointer, message, remedy)
}
