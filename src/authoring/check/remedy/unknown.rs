//! Remedies for a key that the format does not have at this place: which key was meant, or where it
//! belongs.
//!
//! This file knows which keys are similar or near in the document, and that an author's note has a
//! key of its own (`$comment`) in every object.

use super::sample::keys;
use super::{Case, Words, nearest, within};
use crate::authoring::check::pointer::{parent, pattern, quoted, seen, spoken, unseen, value};
use crate::authoring::format::keys::Field;
use crate::data::document::Document;

impl<D: Document> Case<'_, D> {
    pub(super) fn unknown_key(&self) -> Words {
        let around = parent(self.pointer);
        let pattern = pattern(around);
        let named = quoted(&self.key);
        if pattern == "/certainty" && matches!(self.key.as_str(), "levels" | "to") {
            let (message, remedy) = self.either_or();
            return (message, remedy, String::new());
        }
        let message = format!("The format has no key {named} {}.", at(around));
        let is_there = |key: &&str| self.has_beside(key);
        let free = keys(&pattern).filter(|key| !is_there(key));
        let taken = keys(&pattern).filter(is_there);
        if let Some(near) = nearest(&self.key, free.chain(["$comment"]).chain(taken)) {
            return instead(
                &message,
                &self.key,
                near,
                near != "$comment" && is_there(&near),
            );
        }
        if let Some(home) = self.home(around, &pattern) {
            let message = format!("{message} It belongs {home}.");
            return (
                message,
                "Move it there, or delete it.".to_owned(),
                String::new(),
            );
        }
        let known: Vec<&str> = keys(&pattern).collect();
        let remedy = format!(
            "Delete it; the keys allowed here are {}. A note to yourself goes under \"$comment\".",
            known.join(", ")
        );
        (message, remedy, String::new())
    }

    /// The words for a certainty that mixes `levels` with `from` and `to`.
    fn either_or(&self) -> (String, String) {
        let (message, remedy) = match self.key.as_str() {
            "levels" if self.has_beside("to") => (
                "\"levels\" has no effect beside \"from\" and \"to\".",
                "Delete \"levels\", or \"from\" and \"to\".",
            ),
            "levels" => (
                "\"levels\" has no effect beside \"from\".",
                "Delete one of the two.",
            ),
            _ if self.has_beside("levels") => (
                "\"to\" needs \"from\" beside it, and has no effect beside \"levels\".",
                "Delete \"to\", or write \"from\" instead of \"levels\".",
            ),
            _ => (
                "\"to\" needs \"from\" beside it.",
                "Add \"from\", or write \"levels\" alone.",
            ),
        };
        (message.to_owned(), remedy.to_owned())
    }

    /// Where the key belongs, if it is allowed at exactly one place and that is inside or around
    /// this one.
    fn home(&self, around: &str, pattern: &str) -> Option<String> {
        let is_within = |inner: &str, outer: &str| {
            inner
                .strip_prefix(outer)
                .is_some_and(|it| it.starts_with('/'))
        };
        let homes = self.fields.iter().filter_map(Field::parts);
        let homes: Vec<&str> = homes
            .filter(|(_, key)| *key == self.key && *key != "*")
            .map(|(home, _)| home)
            .filter(|home| is_within(home, pattern) || is_within(pattern, home))
            .collect();
        let [home] = homes.as_slice() else {
            return None;
        };
        if is_within(home, pattern) {
            return Some(room(home));
        }
        let pointer = ancestor(around, home.matches('/').count());
        let there = value(self.document, &within(pointer, &self.key));
        there.is_none().then(|| at(pointer))
    }
}

/// What to write instead of `key`, which does not exist (`message` says so) but is similar to
/// `near`.
pub fn instead(message: &str, key: &str, near: &str, is_taken: bool) -> Words {
    let named = quoted(key);
    let hidden = unseen(key).filter(|_| seen(key) == near);
    if let Some(character) = hidden.filter(|_| !is_taken) {
        let message = format!(
            "{message} It is {} with an invisible character ({character}).",
            quoted(near)
        );
        let remedy = format!(
            "Delete the character, or type the key again: {}.",
            quoted(near)
        );
        return (message, remedy, near.to_owned());
    }
    if is_taken {
        return (
            format!(
                "{}; \"{near}\" is already there.",
                message.trim_end_matches('.')
            ),
            format!("Keep one of the two, under \"{near}\"."),
            String::new(),
        );
    }
    let message = format!("{message} Did you mean {}?", quoted(near));
    let remedy = format!("Write {} instead of {named}", quoted(near));
    if near == "$comment" {
        // No program can do this for the author, because there may be a note already.
        let remedy = format!("{remedy}, with the note in double quotes.");
        return (message, remedy, String::new());
    }
    (message, format!("{remedy}."), near.to_owned())
}

/// The place of the object at `pointer`, as part of a sentence.
fn at(pointer: &str) -> String {
    match spoken(pointer) {
        at if at.is_empty() => "at the top".to_owned(),
        at => format!("in {at}"),
    }
}

/// The pointer made of the first `depth` keys of `pointer`.
fn ancestor(pointer: &str, depth: usize) -> &str {
    let end = pointer.match_indices('/').nth(depth).map(|(end, _)| end);
    end.and_then(|end| pointer.get(..end)).unwrap_or(pointer)
}

/// The place of `pattern` in words.
fn room(pattern: &str) -> String {
    let key = pattern.trim_end_matches("/*");
    let key = key.rsplit('/').next().unwrap_or_default();
    match key {
        "misconceptions" => "in a misconception".to_owned(),
        "statements" => "in a statement".to_owned(),
        "sources" => "in a source".to_owned(),
        "outcomes" => "in an outcome".to_owned(),
        "suggestions" => "in a suggestion".to_owned(),
        _ => format!("in \"{key}\""),
    }
}
