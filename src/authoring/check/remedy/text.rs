//! What is wrong with a text: it is too long, holds what cannot be seen, or is not written as it should be.
//!
//! Knows texts and what their sentence is about; not where they stand nor which language they are in. Originals and
//! translations are told the same.

use crate::authoring::check::pointer::{
    code_point, grouped, quoted, unseen as first_unseen, written,
};
use crate::questionnaire::fields::MAX_TEXT;
use crate::questionnaire::reader::{Address, Id, Pattern};

/// Message and remedy for a text with more than fits.
pub fn too_long(subject: &str, text: &str) -> (String, String) {
    let (count, most) = (grouped(text.chars().count()), grouped(MAX_TEXT));
    (
        format!("{subject} has {count} characters; {most} fit."),
        "Shorten it.".to_owned(),
    )
}

/// That there is nothing to be seen in `text`.
pub fn empty(subject: &str, text: &str) -> String {
    let is_hidden = |it: &char| !matches!(it, ' ' | '\n' | '\r' | '\t');
    match text.chars().find(is_hidden) {
        Some(it) => format!(
            "{subject} has nothing in it that can be seen ({}).",
            code_point(it)
        ),
        None => format!("{subject} is empty."),
    }
}

/// Message and remedy for a text with a control character.
pub fn unseen(subject: &str, text: &str) -> (String, String) {
    let character = text.chars().find(|it| is_odd(*it)).unwrap_or_default();
    let character = code_point(character);
    (
        format!("{subject} has a character that cannot be seen ({character})."),
        "Delete it: type the text anew where it is, rather than pasting it.".to_owned(),
    )
}

/// Whether this cannot be seen in a text, nor has a meaning there.
pub fn is_odd(it: char) -> bool {
    it.is_control() && !matches!(it, '\n' | '\r' | '\t')
}

/// Message and remedy for a text that should be written in one way; `guess` is empty where nobody can tell how.
pub fn not_so_written(subject: &str, text: &str, expected: &str, guess: &str) -> (String, String) {
    let named = quoted(text);
    let is_address = expected == Address::EXPECTED.text();
    if expected == Id::EXPECTED.text() {
        return odd_id(subject, text, guess);
    }
    let (wrong, write) = if is_address && begins_as_address(text) {
        let write = "Write it without spaces; %20 stands for one.".to_owned();
        ("but an address has no spaces".to_owned(), write)
    } else {
        (
            format!("but should be {expected}"),
            format!("Write {expected}."),
        )
    };
    let remedy = if guess.is_empty() {
        write
    } else {
        format!("Write {}, if that is what you mean.", written(guess))
    };
    (format!("{subject} is {named}, {wrong}."), remedy)
}

/// Message and remedy for an id with something in it that cannot be seen.
fn odd_id(subject: &str, text: &str, guess: &str) -> (String, String) {
    let named = quoted(text);
    let message = if text.contains(' ') {
        format!(
            "{subject} is {named}, but should be {}.",
            Id::EXPECTED.text()
        )
    } else {
        let character = first_unseen(text).unwrap_or_default();
        format!("{subject} is {named}, with a character that cannot be seen ({character}).")
    };
    let remedy = if guess.is_empty() {
        "Type the id anew, rather than pasting it.".to_owned()
    } else {
        format!("Write {}, if that is what you mean.", written(guess))
    };
    (message, remedy)
}

/// Whether `text` would be an address but for what comes later in it.
fn begins_as_address(text: &str) -> bool {
    let start = text.split_whitespace().next().unwrap_or_default();
    text.starts_with(start) && Address::fits(start)
}
