//! JSON pointers: which value one leads to, and how to say that place in words.
//!
//! This file knows JSON pointers and how people count. It must not know what is wrong there.

use crate::data::document::{Document, ValueKind};
use crate::data::text::is_unseen;
use std::fmt::Write as _;

/// How many characters of a text are quoted.
const QUOTED: usize = 40;
/// How many parts of a place are named, beginning with the innermost.
const DEEPEST: usize = 5;

/// The keys and indices of a pointer, unescaped.
pub fn tokens(pointer: &str) -> impl Iterator<Item = String> {
    let unescaped = |token: &str| token.replace("~1", "/").replace("~0", "~");
    pointer.split('/').skip(1).map(unescaped)
}

/// `key` escaped for a pointer.
#[must_use]
pub fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// The value at `pointer`. Every key in it must be one that the document has.
pub fn value<D: Document>(document: &D, pointer: &str) -> Option<D> {
    let inside = |value: &D, token: String| match value.kind() {
        ValueKind::List => token.parse().ok().map(|index| value.item(index)),
        ValueKind::Map => value.get(&token),
        _ => None,
    };
    let mut tokens = tokens(pointer);
    // On a host, copying the whole document would take long.
    let Some(first) = tokens.next() else {
        return Some(document.clone());
    };
    let first = inside(document, first)?;
    tokens.try_fold(first, |value, token| inside(&value, token))
}

/// The pointer with `*` in place of each array index.
#[must_use]
pub fn pattern(pointer: &str) -> String {
    let mut pattern = String::new();
    for token in pointer.split('/').skip(1) {
        let is_index = token.bytes().all(|byte| byte.is_ascii_digit());
        pattern.push('/');
        pattern.push_str(if is_index { "*" } else { token });
    }
    pattern
}

/// The last key or index of a pointer.
#[must_use]
pub fn last(pointer: &str) -> String {
    tokens(pointer).last().unwrap_or_default()
}

/// The pointer to the value that contains the one at `pointer`.
#[must_use]
pub fn parent(pointer: &str) -> &str {
    pointer.rsplit_once('/').map_or("", |(parent, _)| parent)
}

/// The name for one item of each array.
const ITEMS: &[(&str, &str)] = &[
    ("misconceptions", "misconception"),
    ("statements", "statement"),
    ("labels", "label"),
    ("sources", "source"),
    ("outcomes", "outcome"),
    ("suggestions", "suggestion"),
];

/// The place of `pointer` in words, counted from 1: `statement 2 of misconception 1`; empty for the
/// document.
#[must_use]
pub fn spoken(pointer: &str) -> String {
    let mut parts = Vec::new();
    let mut around = String::new();
    for token in tokens(pointer) {
        let index: Option<usize> = token.parse().ok();
        let item = ITEMS.iter().find(|(key, _)| *key == around);
        let part = match (item, index) {
            (Some((_, item)), Some(index)) => format!("{item} {}", index.saturating_add(1)),
            (Some((_, item)), None) => format!("{item} {}", quoted(&token)),
            _ if around == "translations" => format!("the translation {}", quoted(&token)),
            _ => quoted(&token),
        };
        // The name of an item includes the name of its array.
        if item.is_some() || around == "translations" {
            parts.pop();
            around = String::new();
        } else {
            around = token;
        }
        parts.push(part);
    }
    parts.reverse();
    // Nothing in the format is nested so deeply.
    parts.truncate(DEEPEST);
    parts.join(" of ")
}

/// `text` in quotes, shortened.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut short: String = text.chars().take(QUOTED).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    written(&short)
}

/// `text` in quotes as it appears in a JSON file, so that an author can find it there or copy it
/// into it.
#[must_use]
pub fn written(text: &str) -> String {
    let mut seen = String::from("\"");
    let mut before = '"';
    let mut rest = text.chars();
    while let Some(it) = rest.next() {
        let after = rest.clone().next();
        match it {
            '\n' => seen.push_str("\\n"),
            '\r' => seen.push_str("\\r"),
            '\t' => seen.push_str("\\t"),
            '"' => seen.push_str("\\\""),
            '\\' => seen.push_str("\\\\"),
            ' ' => seen.push(it),
            // Invisible characters are escaped, or nobody would find them.
            it if is_unseen(it) && !belongs(it, before, after) => {
                for unit in it.encode_utf16(&mut [0; 2]) {
                    let _ = write!(seen, "\\u{unit:04x}");
                }
            }
            it => seen.push(it),
        }
        before = it;
    }
    seen.push('"');
    seen
}

/// Whether an invisible character is in its right place between these: no-break spaces between
/// words, joiners, emoji selectors.
fn belongs(it: char, before: char, after: Option<char>) -> bool {
    let is_word = |it: char| it != '"' && !it.is_control();
    let is_selector = matches!(it, '\u{fe00}'..='\u{fe0f}' | '\u{e0020}'..='\u{e007f}');
    let is_joint = matches!(
        it,
        '\u{a0}' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2009}' | '\u{202f}' | '\u{3000}'
    );
    is_word(before) && (is_selector || (is_joint && after.is_some_and(is_word)))
}

/// The names of invisible characters.
const UNSEEN: &[(char, &str)] = &[
    ('\t', "a tab"),
    ('\n', "a line break"),
    ('\r', "a line break"),
    (' ', "a space"),
    ('\u{a0}', "a no-break space"),
    ('\u{ad}', "a soft hyphen"),
    ('\u{200b}', "a zero width space"),
    ('\u{200c}', "a zero width non-joiner"),
    ('\u{200d}', "a zero width joiner"),
    ('\u{200e}', "a left-to-right mark"),
    ('\u{200f}', "a right-to-left mark"),
    ('\u{202f}', "a narrow no-break space"),
    ('\u{2060}', "a word joiner"),
    ('\u{3000}', "an ideographic space"),
    ('\u{feff}', "a byte order mark"),
];

/// The first invisible character of `text`, as in `U+00A0, a no-break space`; `None` if all are
/// visible.
#[must_use]
pub fn unseen(text: &str) -> Option<String> {
    text.chars().find(|it| is_unseen(*it)).map(code_point)
}

/// The code point of a character, with its name if that is in the table.
#[must_use]
pub fn code_point(character: char) -> String {
    let number = u32::from(character);
    match UNSEEN.iter().find(|(it, _)| *it == character) {
        Some((_, name)) => format!("U+{number:04X}, {name}"),
        None => format!("U+{number:04X}"),
    }
}

/// `text` without invisible characters.
#[must_use]
pub fn seen(text: &str) -> String {
    text.chars().filter(|it| !is_unseen(*it)).collect()
}

/// `count` with commas between thousands: 4,001.
#[must_use]
pub fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A value in words that can follow `it is`.
pub fn said<D: Document>(value: &D) -> String {
    match value.kind() {
        ValueKind::Text => format!("the string {}", described(value)),
        _ => described(value),
    }
}

/// A value in words; a string is only quoted.
pub fn described<D: Document>(value: &D) -> String {
    match value.kind() {
        ValueKind::Null => "null".to_owned(),
        ValueKind::Boolean => value.boolean().to_string(),
        ValueKind::Number => number(value.number()),
        ValueKind::Text => quoted(&value.text()),
        ValueKind::List if value.is_empty() => "an empty array [ ]".to_owned(),
        ValueKind::List if value.len() == 1 => "an array of 1 item".to_owned(),
        ValueKind::List => format!("an array of {} items", grouped(value.len())),
        ValueKind::Map => "an object { … }".to_owned(),
    }
}

/// `number` as it may appear in JSON, without hundreds of zeros.
fn number(number: f64) -> String {
    let size = number.abs();
    if number.is_nan() {
        "no number at all".to_owned()
    } else if number.is_infinite() {
        "larger than a number can be".to_owned()
    } else if size >= 1e15 || (size > 0.0 && size < 1e-6) {
        format!("{number:e}")
    } else {
        number.to_string()
    }
}
