//! What is wrong with the markup of a text, in words, and what to write instead.
//!
//! This file knows the faults that [`read`] finds. It must not know where the text is. Remedies are
//! written for a JSON file, in which each backslash is doubled.

use super::guess::rewritten;
use crate::authoring::check::pointer::{quoted, written};
use crate::authoring::format::keys::FieldKind;
use crate::data::text::is_blank;
use crate::questionnaire::markup::{brackets, number, read};
use crate::questionnaire::reader::{Address, Pattern};

/// The message and the remedy for the first fault in `text`, which may refer to `sources` sources;
/// `None` if there is no fault.
pub fn broken(subject: &str, text: &str, sources: usize) -> Option<(String, String)> {
    let (what, remedy) = fault(text, sources)?;
    Some((format!("{subject} {what}"), remedy))
}

fn fault(text: &str, sources: usize) -> Option<(String, String)> {
    let at = read(text, sources, &mut ());
    if at >= text.len() {
        return None;
    }
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let here = part(at, text.len());
    let (end, last) = brackets(text, at);
    Some(if !here.starts_with('[') {
        emphasis(part(0, at), here)
    } else if part(end + 1, text.len()).starts_with('(') {
        link(part(at + 1, end), part(end + 2, last), &quoted(here))
    } else {
        lost(number(part(at + 1, end)), sources)
    })
}

/// What is wrong with the `*` at the beginning of `here`; `before` is the text up to it.
fn emphasis(before: &str, here: &str) -> (String, String) {
    let quoted = quoted(here);
    let inside = here.get(1..).unwrap_or_default();
    if inside.starts_with('*') || before.ends_with('*') {
        (
            format!("has two * in a row, at {quoted}."),
            r"Write one * on each side of the words, or \\* for the character itself.".to_owned(),
        )
    } else if inside.starts_with(' ') || (before.ends_with(' ') && is_open(before)) {
        (
            format!("has a * with a space where words should be, at {quoted}."),
            r"Write * close to the words on both sides, or \\* for the character itself."
                .to_owned(),
        )
    } else {
        (
            format!("has a * that is not closed on its line, at {quoted}."),
            r"Write * after the last of the words too, or \\* for the character itself.".to_owned(),
        )
    }
}

/// Whether emphasis is open at the end of `before`.
fn is_open(before: &str) -> bool {
    read(before, usize::MAX, &mut ()) < before.len()
}

/// What is wrong with a link.
fn link(words: &str, address: &str, here: &str) -> (String, String) {
    if address.is_empty() {
        return (
            format!("has a link whose URL is empty or does not end, at {here}."),
            "Write it as in [words](https://example.org); inside a URL, ( and ) come in pairs."
                .to_owned(),
        );
    }
    if !Address::fits(address) {
        let kind = FieldKind::Written {
            expected: Address::EXPECTED,
            expression: Address::EXPRESSION,
            fits: Address::fits,
        };
        let expected = Address::EXPECTED.text();
        let remedy = match rewritten(address, kind) {
            Some(guess) => format!("Write {}, if that is what you mean.", written(&guess)),
            None => format!("Write {expected}, with %20 for each space."),
        };
        let named = quoted(address);
        return (
            format!("has a link to {named}, which should be {expected}."),
            remedy,
        );
    }
    if is_blank(words) {
        let remedy = "Write between [ and ] where it leads: readers see only that.";
        return (
            format!("has a link without words, at {here}."),
            remedy.to_owned(),
        );
    }
    // The remaining possibility is that the emphasis in its words is not whole.
    fault(words, 0).unwrap_or_default()
}

/// A reference to a source that does not exist.
fn lost(number: usize, sources: usize) -> (String, String) {
    let there = match sources {
        0 => "but there are no sources to refer to".to_owned(),
        1 => "but there is 1 source".to_owned(),
        _ => format!("but there are {sources} sources"),
    };
    (
        format!("refers to source {number}, {there}."),
        format!(
            r"In a refutation, write the number of one of the misconception’s sources, as in [1], or \\[{number}] for the characters themselves."
        ),
    )
}
