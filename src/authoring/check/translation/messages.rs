//! The words for problems of a translation, with samples of how it should look.
//!
//! This file knows the part of the original that is translated. It must not know how the two were
//! matched.

use super::{is_same, or_delete};
use crate::authoring::check::Notice;
use crate::authoring::check::pointer::{described, last, parent, pattern, quoted, said, spoken};
use crate::authoring::check::remedy::{
    broken_markup, empty, instead, is_odd, no_note, not_so_written, rewritten, too_long, unseen,
    within,
};
use crate::authoring::format::keys::{Field, FieldKind};
use crate::data::document::{Document, ValueKind};
use crate::data::text::is_blank;
use crate::questionnaire::fields::{MARKUP, MAX_TEXT};

/// Keys whose values need no translation.
pub const MAY_STAY: &[&str] = &["sources", "credits", "by", "url", "date"];
/// The key under which a translation has the statements of all misconceptions.
pub const STATEMENTS: &str = "statements";

/// What has no counterpart in the original.
#[derive(Clone, Copy)]
pub enum UnmatchedKey {
    /// A key that the format does not have.
    Key,
    /// A key that the format has but the original leaves out.
    Part,
    /// An entry under the id of a misconception.
    Misconception,
    /// An entry under the id of a statement.
    Statement,
}

/// How many parts of the original a sample shows.
const SHOWN: usize = 7;

/// The subject of a sentence about the translation of what is at `base_at`.
pub fn subject(base_at: &str) -> String {
    // The text of a statement is nearly all of it, so the sentence names the statement.
    let is_sentence = pattern(base_at).ends_with("/statements/*/text");
    let base_at = if is_sentence {
        parent(base_at)
    } else {
        base_at
    };
    format!("The translation of {}", spoken(base_at))
}

/// What keeps `text` from being used, without its pointer. `filled` is the remedy if it is empty.
pub fn fault(subject: &str, text: &str, filled: &str) -> Option<Notice> {
    let (code, (message, remedy)) = if is_blank(text) {
        ("empty", (empty(subject, text), filled.to_owned()))
    } else if text.chars().count() > MAX_TEXT {
        ("tooLarge", too_long(subject, text))
    } else if text.chars().any(is_odd) {
        ("controlCharacter", unseen(subject, text))
    } else {
        return None;
    };
    Some(Notice {
        code,
        message,
        remedy,
        found: quoted(text),
        ..Notice::default()
    })
}

/// What keeps `over` from being the translation of the text at `base_at`.
///
/// `sources` is the number of sources to which its markup may refer; `None` if it may not have
/// markup.
pub fn text_fault<D: Document>(
    over: &D,
    pointer: &str,
    base_at: &str,
    known: Option<&Field>,
    sources: Option<usize>,
) -> Option<Notice> {
    let subject = subject(base_at);
    if over.kind() != ValueKind::Text {
        let remedy = quotes(over);
        return Some(wrong_type(
            &subject,
            "a string in double quotes",
            over,
            pointer,
            remedy,
        ));
    }
    let text = over.text();
    let filled = format!(
        "Write the translation between the quotes{}.",
        or_delete(pointer)
    );
    let fault = fault(&subject, &text, &filled)
        .or_else(|| broken(&subject, &text, sources?))
        .or_else(|| malformed(&subject, &text, known?));
    let pointer = pointer.to_owned();
    fault.map(|fault| Notice { pointer, ..fault })
}

/// The notice on a text whose markup is not whole.
fn broken(subject: &str, text: &str, sources: usize) -> Option<Notice> {
    let (message, remedy) = broken_markup(subject, text, sources)?;
    Some(Notice {
        code: "malformed",
        message,
        remedy,
        found: quoted(text),
        expected: MARKUP.text().to_owned(),
        ..Notice::default()
    })
}

/// The notice on a text that is not in the form of `known`.
fn malformed(subject: &str, text: &str, known: &Field) -> Option<Notice> {
    let FieldKind::Written { fits, expected, .. } = known.kind else {
        return None;
    };
    if fits(text) {
        return None;
    }
    let expected = expected.text().to_owned();
    let suggestion = rewritten(text, known.kind).unwrap_or_default();
    let (message, remedy) = not_so_written(subject, text, &expected, &suggestion);
    Some(Notice {
        code: "malformed",
        message,
        remedy,
        found: quoted(text),
        expected,
        suggestion,
        ..Notice::default()
    })
}

/// The notice on a value of the wrong kind.
fn wrong_type<D: Document>(
    subject: &str,
    expected: &str,
    over: &D,
    pointer: &str,
    remedy: String,
) -> Notice {
    let found = described(over);
    Notice {
        code: "wrongType",
        pointer: pointer.to_owned(),
        message: format!("{subject} should be {expected}, but it is {}.", said(over)),
        remedy,
        found,
        expected: expected.to_owned(),
        ..Notice::default()
    }
}

/// The remedy if a string is expected and `over` is something else.
fn quotes<D: Document>(over: &D) -> String {
    let is_wrapped =
        over.kind() == ValueKind::List && over.len() == 1 && over.item(0).kind() == ValueKind::Text;
    if is_wrapped {
        return format!(
            "Write {}, without the brackets.",
            quoted(&over.item(0).text())
        );
    }
    "Write the translation in double quotes.".to_owned()
}

/// The notice on a translation that is neither an object nor a URL.
pub fn no_translation<D: Document>(base: &D, lang: &str, over: &D, pointer: &str) -> Notice {
    let subject = format!("The translation into {}", quoted(lang));
    let title = base
        .child("title")
        .map_or_else(|| "{ … }".to_owned(), |_| "{ \"title\": \"…\" }".to_owned());
    let remedy = format!(
        "Write the translated texts, as in {title}, or the URL of a file with them, in double quotes."
    );
    let expected = "an object { … } or a URL in double quotes";
    wrong_type(&subject, expected, over, pointer, remedy)
}

/// The notice on something other than an object, for the translation of the object `base`.
pub fn no_map<D: Document>(base: &D, over: &D, pointer: &str, base_at: &str) -> Notice {
    let subject = subject(base_at);
    let keys = translated(base);
    if keys == ["text"] {
        let remedy = quotes(over);
        return wrong_type(&subject, "a string in double quotes", over, pointer, remedy);
    }
    let is_wrapped =
        over.kind() == ValueKind::List && over.len() == 1 && over.item(0).kind() == ValueKind::Map;
    let remedy = match keys.as_slice() {
        [] => "Delete it: nothing in it is translated.".to_owned(),
        _ if is_wrapped => "Delete the [ and ] around it.".to_owned(),
        keys => format!("Write {}.", map(base, keys)),
    };
    let mut finding = wrong_type(&subject, "an object { … }", over, pointer, remedy);
    if let ([key], ValueKind::Text) = (keys.as_slice(), over.kind()) {
        finding.message = format!("{} The original has only {}.", finding.message, quoted(key));
    }
    finding
}

/// The notice on something other than an array, for the translation of the array `base`.
pub fn no_list<D: Document>(base: &D, over: &D, pointer: &str, base_at: &str) -> Notice {
    let remedy = format!(
        "Write all items in the order of the original: {}.",
        sample(base)
    );
    wrong_type(&subject(base_at), "an array [ … ]", over, pointer, remedy)
}

/// The notice on something other than an object with ids as keys. `id` is one of the original's
/// ids, `one` what belongs under it.
pub fn no_ids<D: Document>(over: &D, pointer: &str, id: Option<&str>, one: &str) -> Notice {
    let subject = format!("The translation of {}", quoted(&last(pointer)));
    let id = id.map_or_else(|| "\"…\"".to_owned(), quoted);
    let remedy = format!("Write each under its id: {{ {id}: {one} }}.");
    wrong_type(&subject, "an object { … }", over, pointer, remedy)
}

/// The notice on more parts than the original has.
pub fn too_many(count: usize, of: usize, pointer: &str, base_at: &str) -> Notice {
    Notice {
        code: "wrongLength",
        pointer: pointer.to_owned(),
        message: format!(
            "{} has {count} items, but the original has {of}.",
            subject(base_at)
        ),
        remedy: "Translate each item of the original once, in the same order.".to_owned(),
        ..Notice::default()
    }
}

/// The notice on fewer parts than the original has: nobody can tell which are left out.
pub fn too_few(count: usize, of: usize, pointer: &str, base_at: &str) -> Notice {
    let noun = if count == 1 { "item" } else { "items" };
    Notice::advice(
        "shorterList",
        pointer.to_owned(),
        format!(
            "{} has {count} {noun}, but the original has {of}: the last ones stay untranslated, and if one is left out \
             before them, all after it are in the wrong place.",
            subject(base_at)
        ),
        "Translate each item of the original, in the same order.",
    )
}

/// The notice on labels that the original leaves out, if their number is wrong.
pub fn other_count(count: usize, wanted: usize, pointer: &str, base_at: &str) -> Notice {
    let noun = if count == 1 { "label" } else { "labels" };
    Notice {
        code: "wrongLength",
        pointer: pointer.to_owned(),
        message: format!(
            "{} has {count} {noun}, but {wanted} are needed.",
            subject(base_at)
        ),
        remedy: format!(
            "Write {wanted} labels, in the order from disagreement to agreement, or from guessing to certain."
        ),
        ..Notice::default()
    }
}

/// The notice on something other than an array, for labels that are added.
pub fn no_labels<D: Document>(over: &D, pointer: &str) -> Notice {
    let remedy = "Write each label in its own double quotes, between [ and ].".to_owned();
    wrong_type(
        "The translation of \"labels\"",
        "an array [ … ]",
        over,
        pointer,
        remedy,
    )
}

/// The notice on a text that is left out.
pub fn left_out(lang: &str, pointer: &str, text: &str) -> Notice {
    let (lang, text) = (quoted(lang), quoted(text));
    Notice::advice(
        "missingTranslation",
        pointer.to_owned(),
        format!("The translation into {lang} leaves out {text}."),
        "Add it; until then these readers see the original.",
    )
}

/// The notice on statements inside the translation of a misconception, where they are not read.
pub fn inside_out(pointer: &str) -> Notice {
    Notice {
        code: "unknownKey",
        pointer: pointer.to_owned(),
        message: "Translated statements do not belong inside their misconception.".to_owned(),
        remedy: "Move them to \"statements\" beside \"misconceptions\", each under its id."
            .to_owned(),
        found: last(pointer),
        ..Notice::default()
    }
}

/// The notice on something that is the same in every language.
pub fn superfluous(pointer: &str) -> Notice {
    let key = last(pointer);
    let message = if key == "translations" {
        "A translation has no translations of its own.".to_owned()
    } else {
        format!(
            "{} is the same in every language, so a translation leaves it out.",
            quoted(&key)
        )
    };
    Notice {
        code: "unknownKey",
        pointer: pointer.to_owned(),
        message,
        remedy: "Delete it here.".to_owned(),
        found: key,
        ..Notice::default()
    }
}

/// The notice on what is under `key` and has no counterpart. `near` is the key that was probably
/// meant, and whether it is already used.
pub fn stray(key: &str, pointer: &str, near: Option<(&str, bool)>, what: UnmatchedKey) -> Notice {
    let named = quoted(key);
    let (lacks, remedy) = match what {
        UnmatchedKey::Key => (
            format!("The original has no {named} here"),
            "Delete it.".to_owned(),
        ),
        UnmatchedKey::Part => (
            format!("The original has no {named} here"),
            format!("Delete it, or add {named} to the original."),
        ),
        UnmatchedKey::Misconception => (
            format!("No misconception of the original has the id {named}"),
            "Delete it, or write the id of a misconception.".to_owned(),
        ),
        UnmatchedKey::Statement => (
            format!("No statement of the original has the id {named}"),
            "Delete it, or write the id of a statement.".to_owned(),
        ),
    };
    let message = format!("{lacks}, so this is never shown.");
    let (message, remedy, suggestion) = match near {
        Some((near, is_taken)) => instead(&message, key, near, is_taken),
        None => (message, remedy, String::new()),
    };
    Notice {
        code: "unknownKey",
        pointer: pointer.to_owned(),
        message,
        remedy,
        found: key.to_owned(),
        suggestion,
        ..Notice::default()
    }
}

/// The notice on a value under `$comment` in the object `over` that is not a string, if there is
/// one.
pub fn odd_note<D: Document>(over: &D, pointer: &str) -> Option<Notice> {
    let note = over
        .child("$comment")
        .filter(|note| note.kind() != ValueKind::Text)?;
    Some(no_note(&within(pointer, "$comment"), &note))
}

/// The keys of `base` that a translation contains. Those that need no translation are included only
/// if there are no others.
fn translated<D: Document>(base: &D) -> Vec<String> {
    let is_own = |key: &String| key != "$comment" && key != STATEMENTS && !is_same("", key);
    let is_one = |key: &String| {
        let is_text = base.get(key).is_some_and(|part| match part.kind() {
            ValueKind::Text | ValueKind::List => true,
            ValueKind::Map => part.keys().iter().any(is_own),
            _ => false,
        });
        is_text && is_own(key)
    };
    let (may_stay, needed): (Vec<String>, Vec<String>) = base
        .keys()
        .into_iter()
        .filter(is_one)
        .partition(|key| MAY_STAY.contains(&key.as_str()));
    let keys = if needed.is_empty() { may_stay } else { needed };
    keys.into_iter().take(SHOWN).collect()
}

/// A sample of the translation of `base`.
pub fn sample<D: Document>(base: &D) -> String {
    match base.kind() {
        ValueKind::List => {
            let count = base.len().min(SHOWN);
            let mut items: Vec<String> = (0..count).map(|at| part(&base.item(at))).collect();
            if base.len() > count {
                items.push("…".to_owned());
            }
            format!("[ {} ]", items.join(", "))
        }
        ValueKind::Map => map(base, &translated(base)),
        _ => part(base),
    }
}

/// A sample of the translation of the object `base`, with `keys`.
fn map<D: Document>(base: &D, keys: &[String]) -> String {
    let part = |key: &String| {
        let value = base.get(key).map_or_else(String::new, |value| part(&value));
        format!("{}: {value}", quoted(key))
    };
    let parts: Vec<String> = keys.iter().map(part).collect();
    format!("{{ {} }}", parts.join(", "))
}

/// A placeholder for one part.
fn part<D: Document>(base: &D) -> String {
    let part = match base.kind() {
        ValueKind::List => "[ … ]",
        ValueKind::Map => "{ … }",
        _ => "\"…\"",
    };
    part.to_owned()
}
