//! What is wrong with a text: it is too long, holds what cannot be seen, or is not written as it should be.
//!
//! Knows texts and what their sentence is about; not where they stand nor which language they are in. Originals and
//! translations are told the same.

use crate::authoring::check::pointer::{grouped, quoted, written};
use crate::questionnaire::fields::MAX_TEXT;
use crate::questionnaire::reader::{Address, Pattern};

/// Message and remedy for a text with more than fits.
pub fn too_long(subject: &str, text: &str) -> (String, String) {
    let (count, most) = (grouped(text.chars().count()), grouped(MAX_TEXT));
    (
        format!("{subject} has {count} characters; {most} fit."),
        "Shorten it.".to_owned(),
    )
}

/// Message and remedy for a text with a control character.
pub fn unseen(subject: &str, text: &str) -> (String, String) {
    let number = text.chars().find(|it| is_odd(*it)).map_or(0, u32::from);
    (
        format!("{subject} has a character that cannot be seen (U+{number:04X})."),
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

/// Whether `text` would be an address but for what comes later in it.
fn begins_as_address(text: &str) -> bool {
    let start = text.split_whitespace().next().unwrap_or_default();
    text.starts_with(start) && Address::fits(start)
}
