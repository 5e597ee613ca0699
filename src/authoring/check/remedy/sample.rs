//! Writes out what belongs at a place in the JSON file, such as `{ "from": 1, "title": "…" }`.
//!
//! This file knows the fields with their examples, and inserts what the author has already written.
//! Texts that only the author can write are left as gaps.

use crate::authoring::check::pointer::{described, written};
use crate::authoring::format::explanations::EXPLANATIONS;
use crate::authoring::format::keys::{Field, FieldKind, field};
use crate::data::document::{Document, ValueKind};
use crate::questionnaire::fields::whole;

/// The longest text by the author that is repeated in full, in bytes.
const LONGEST: usize = 200;

/// The keys of the object at `pattern`, in the order of the documentation, without `$comment`.
pub fn keys(pattern: &str) -> impl Iterator<Item = &'static str> {
    let inside = move |key: &'static str| key.strip_prefix(pattern)?.strip_prefix('/');
    let is_key = |key: &&str| !key.contains('/') && !matches!(*key, "*" | "$comment");
    EXPLANATIONS
        .iter()
        .filter_map(move |key| inside(key.pattern))
        .filter(is_key)
}

/// The example for `pattern`, on one line.
pub fn example(pattern: &str) -> String {
    let key = EXPLANATIONS.iter().find(|key| key.pattern == pattern);
    let words: Vec<&str> = key
        .map_or("…", |key| key.example)
        .split_whitespace()
        .collect();
    words.join(" ")
}

/// A sample of what belongs at `pattern`.
pub fn sample(fields: &[Field], pattern: &str) -> String {
    match field(fields, pattern).map(|field| field.kind) {
        Some(FieldKind::Map) => map(fields, pattern, None),
        Some(FieldKind::List { .. }) => format!("[ {} ]", sample(fields, &format!("{pattern}/*"))),
        Some(FieldKind::Text) => "\"…\"".to_owned(),
        _ => example(pattern),
    }
}

/// A sample of what belongs at `pattern`, with the misplaced value `found` inserted where it
/// belongs; `None` if it belongs nowhere.
pub fn filled<D: Document>(fields: &[Field], pattern: &str, found: &D) -> Option<String> {
    match field(fields, pattern)?.kind {
        FieldKind::Map => seat(fields, pattern, found).map(|seat| map(fields, pattern, Some(seat))),
        FieldKind::List { .. } => {
            let item = filled(fields, &format!("{pattern}/*"), found)?;
            Some(format!("[ {item} ]"))
        }
        _ => None,
    }
}

/// The object at `pattern` with all its required keys. `seat` is a key with its value.
fn map(fields: &[Field], pattern: &str, seat: Option<(&str, String)>) -> String {
    let (seat, value) = seat.unwrap_or_default();
    let part = |key: &'static str| {
        let at = format!("{pattern}/{key}");
        let is_required = field(fields, &at).is_some_and(|field| field.is_required);
        let value = if key == seat {
            value.clone()
        } else if is_required {
            sample(fields, &at)
        } else {
            return None;
        };
        Some(format!("\"{key}\": {value}"))
    };
    let parts: Vec<String> = keys(pattern).filter_map(part).collect();
    if parts.is_empty() {
        return example(pattern);
    }
    format!("{{ {} }}", parts.join(", "))
}

/// The key of the object at `pattern` to which `found` belongs, with its value.
fn seat<D: Document>(fields: &[Field], pattern: &str, found: &D) -> Option<(&'static str, String)> {
    let text = found.text();
    let number = found.number();
    let takes = |field: &Field| match field.kind {
        // Optional texts are left out: few objects have one, and it is hardly what was meant.
        FieldKind::Text => {
            found.kind() == ValueKind::Text && field.is_required && !text.trim().is_empty()
        }
        FieldKind::Choice(words) => words.contains(&text.as_str()),
        FieldKind::Number(low, high) => (low..=high).contains(&number),
        FieldKind::Integer(low, high) => {
            whole(number).is_some_and(|number| (low..=high).contains(&number))
        }
        _ => false,
    };
    let key =
        keys(pattern).find(|key| field(fields, &format!("{pattern}/{key}")).is_some_and(takes))?;
    let value = match found.kind() {
        ValueKind::Text if text.len() <= LONGEST => written(&text),
        _ => described(found),
    };
    Some((key, value))
}
