//! What belongs at a place, written out as it would stand in the file: `{ "from": 1, "title": "…" }`.
//!
//! Knows fields and their examples, and puts into them what the author wrote already. Texts that only the author can
//! write are left as gaps.

use crate::authoring::check::pointer::{described, written};
use crate::authoring::format::explanations::EXPLANATIONS;
use crate::authoring::format::keys::{Field, FieldKind, field};
use crate::data::document::{Document, ValueKind};
use crate::questionnaire::fields::whole;

/// The longest text of the author's that is repeated in full, in bytes.
const LONGEST: usize = 200;

/// The keys of the map at `pattern`, in the order in which they are documented, but for those that are no part of the
/// questionnaire.
pub fn keys(pattern: &str) -> impl Iterator<Item = &'static str> {
    let inside = move |key: &'static str| key.strip_prefix(pattern)?.strip_prefix('/');
    let is_key = |key: &&str| !key.contains('/') && !matches!(*key, "*" | "$comment");
    EXPLANATIONS
        .iter()
        .filter_map(move |key| inside(key.pattern))
        .filter(is_key)
}

/// The example for `pattern`, in one line.
pub fn example(pattern: &str) -> String {
    let key = EXPLANATIONS.iter().find(|key| key.pattern == pattern);
    let words: Vec<&str> = key
        .map_or("…", |key| key.example)
        .split_whitespace()
        .collect();
    words.join(" ")
}

/// What belongs at `pattern`.
pub fn sample(fields: &[Field], pattern: &str) -> String {
    match field(fields, pattern).map(|field| field.kind) {
        Some(FieldKind::Map) => map(fields, pattern, None),
        Some(FieldKind::List { .. }) => format!("[ {} ]", sample(fields, &format!("{pattern}/*"))),
        Some(FieldKind::Text) => "\"…\"".to_owned(),
        _ => example(pattern),
    }
}

/// What belongs at `pattern`, with what stands there instead put where it belongs; `None` where it belongs nowhere.
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

/// The map at `pattern` with all it needs; `seat` is a key with its value.
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

/// The key of the map at `pattern` under which `found` belongs, with its value.
fn seat<D: Document>(fields: &[Field], pattern: &str, found: &D) -> Option<(&'static str, String)> {
    let text = found.text();
    let number = found.number();
    let takes = |field: &Field| match field.kind {
        // Few maps have a text that is not needed, and it is not the one that is meant.
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
