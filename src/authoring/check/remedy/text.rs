//! What is wrong with a text: too long, with invisible characters, or in the wrong form.
//!
//! This file knows the text and the subject of the sentence. It must not know where the text is or
//! in which language, so that originals and translations get the same words.

use crate::authoring::check::pointer::{
    code_point, grouped, quoted, unseen as first_unseen, written,
};
use crate::questionnaire::fields::MAX_TEXT;
use crate::questionnaire::reader::{Address, Id, Pattern};

/// The message and the remedy for a text that is too long.
pub fn too_long(subject: &str, text: &str) -> (String, String) {
    let (count, most) = (grouped(text.chars().count()), grouped(MAX_TEXT));
    (
        format!("{subject} has {count} characters; at most {most} are allowed."),
        "Shorten it.".to_owned(),
    )
}

/// The message for a text without visible characters.
pub fn empty(subject: &str, text: &str) -> String {
    let is_hidden = |it: &char| !matches!(it, ' ' | '\n' | '\r' | '\t');
    match text.chars().find(is_hidden) {
        Some(it) => format!("{subject} has nothing visible in it ({}).", code_point(it)),
        None => format!("{subject} is empty."),
    }
}

/// The message and the remedy for a text with a control character.
pub fn unseen(subject: &str, text: &str) -> (String, String) {
    let character = text.chars().find(|it| is_odd(*it)).unwrap_or_default();
    let character = code_point(character);
    (
        format!("{subject} has an invisible character ({character})."),
        "Delete it: type the text again instead of pasting it.".to_owned(),
    )
}

/// Whether this character is invisible and has no meaning in a text.
pub fn is_odd(it: char) -> bool {
    it.is_control() && !matches!(it, '\n' | '\r' | '\t')
}

/// The message and the remedy for a text in the wrong form; `guess` is empty if nobody can tell
/// what was meant.
pub fn not_so_written(subject: &str, text: &str, expected: &str, guess: &str) -> (String, String) {
    let named = quoted(text);
    let is_address = expected == Address::EXPECTED.text();
    if expected == Id::EXPECTED.text() {
        return odd_id(subject, text, guess);
    }
    let (wrong, write) = if is_address && begins_as_address(text) {
        let write = "Write %20 for each space.".to_owned();
        ("but a URL has no spaces".to_owned(), write)
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

/// The message and the remedy for an id with spaces or invisible characters.
fn odd_id(subject: &str, text: &str, guess: &str) -> (String, String) {
    let named = quoted(text);
    let message = if text.contains(' ') {
        format!(
            "{subject} is {named}, but should be {}.",
            Id::EXPECTED.text()
        )
    } else {
        let character = first_unseen(text).unwrap_or_default();
        format!("{subject} is {named}, with an invisible character ({character}).")
    };
    let remedy = if guess.is_empty() {
        "Type the id again instead of pasting it.".to_owned()
    } else {
        format!("Write {}, if that is what you mean.", written(guess))
    };
    (message, remedy)
}

/// Whether `text` begins with a valid URL and something follows it.
fn begins_as_address(text: &str) -> bool {
    let start = text.split_whitespace().next().unwrap_or_default();
    text.starts_with(start) && Address::fits(start)
}
