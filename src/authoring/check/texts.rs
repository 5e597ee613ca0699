//! Checks every text of a document for two things: whether it is a placeholder, and whether it has
//! markup that readers would see as it is.
//!
//! This file knows what drafts, HTML and Markdown look like. It must not know what a text is for.

use super::pointer::{last, quoted, tokens};
use super::remedy::within;
use super::translation::LONGEST_POINTER;
use super::{MOST, Notice};
use crate::authoring::format::keys::is_translated;
use crate::data::document::{Document, ValueKind};

/// The longest piece of markup, in bytes. Anything longer begins like markup by chance.
const LONGEST: usize = 500;
/// Names of HTML entities.
const ENTITIES: &[&str] = &[
    "amp", "lt", "gt", "quot", "apos", "nbsp", "mdash", "ndash", "hellip", "shy",
];

/// A pointer and the text it leads to.
pub type Text = (String, String);

/// All texts of `document` that readers see, in its order.
pub fn texts<D: Document>(document: &D) -> Vec<Text> {
    let mut found = Vec::new();
    collect(document, "", &mut found);
    found
}

fn collect<D: Document>(value: &D, pointer: &str, found: &mut Vec<Text>) {
    if pointer.len() > LONGEST_POINTER {
        return;
    }
    match value.kind() {
        ValueKind::Map => {
            for key in value.keys() {
                let is_prose = is_translated(&key)
                    && !matches!(&*key, "$comment" | "$schema" | "url" | "lang");
                if let Some(part) = value.get(&key).filter(|_| is_prose) {
                    collect(&part, &within(pointer, &key), found);
                }
            }
        }
        ValueKind::List => {
            for index in 0..value.len() {
                collect(&value.item(index), &format!("{pointer}/{index}"), found);
            }
        }
        ValueKind::Text => found.push((pointer.to_owned(), value.text())),
        _ => {}
    }
}

/// Notices on placeholders: texts in square brackets, which a new questionnaire has wherever the
/// author must write. They are errors, or advice if `is_draft`.
pub fn unfinished(texts: &[Text], is_draft: bool) -> Vec<Notice> {
    let placeholders = texts.iter().filter(|(_, text)| is_placeholder(text));
    let notice = |(pointer, text): &Text| Notice {
        is_advice: is_draft,
        ..Notice::advice(
            "placeholder",
            pointer.clone(),
            format!(
                "{} is in square brackets, like a text still to be written.",
                quoted(text)
            ),
            "Write the text, without the brackets.",
        )
    };
    placeholders.map(notice).take(MOST).collect()
}

/// Whether `text` is at least two words in one pair of brackets. A single word or a number may be
/// meant as it is.
fn is_placeholder(text: &str) -> bool {
    let inside = text
        .trim()
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'));
    inside.is_some_and(|inside| {
        !inside.contains(['[', ']']) && inside.split_whitespace().nth(1).is_some()
    })
}

/// One notice on everything that looks like markup and would be visible as it is, because it all
/// has one cause. `has_markup` says whether prose may have markup.
pub fn markup(texts: &[Text], has_markup: bool) -> Option<Notice> {
    let mut marked = texts.iter().filter_map(|(pointer, text)| {
        let is_shown = has_markup && is_prose(pointer);
        Some((pointer, markup_in(text, is_shown)?))
    });
    let (pointer, first) = marked.next()?;
    let others = marked.count();
    let more = match others {
        0 => String::new(),
        1 => " The same problem is in 1 more text.".to_owned(),
        _ => format!(" The same problem is in {others} more texts."),
    };
    let first_quoted = quoted(first);
    let (message, remedy) = if has_markup {
        (
            format!("Readers see the markup {first_quoted} as it is written.{more}"),
            "Write *emphasis*, [words](https://example.org) or [1] in prose, and no other markup; titles, names and \
             labels are plain.",
        )
    } else {
        (
            format!(
                "All text is plain: readers see the markup {first_quoted} as it is written.{more}"
            ),
            if first.starts_with(['*', '[']) {
                "Write the words and characters alone, or \"markup\": \"inline\" at the top: then prose may have *emphasis* \
                 and [words](https://example.org)."
            } else {
                "Write the words and characters alone; a blank line starts a paragraph."
            },
        )
    };
    Some(Notice::advice("markup", pointer.clone(), message, remedy))
}

/// Whether the text at `pointer`, in the questionnaire or a translation, may have markup if the
/// questionnaire allows it.
fn is_prose(pointer: &str) -> bool {
    let mut keys = tokens(pointer).peekable();
    if keys.peek().is_some_and(|key| key == "translations") {
        keys.nth(1);
    }
    let first = keys.next().unwrap_or_default();
    let mut inside = keys;
    match first.as_str() {
        "intro" | "privacy" | "statements" => true,
        "misconceptions" => inside
            .nth(1)
            .is_some_and(|key| key == "statements" || key == "refutation"),
        "outcomes" => last(pointer) != "title",
        "suggestions" => last(pointer) == "answer",
        _ => false,
    }
}

/// The first piece of HTML or Markdown in `text` that readers would see as it is. `is_shown` says
/// whether the widget shows emphasis and links in this text.
fn markup_in(text: &str, is_shown: bool) -> Option<&str> {
    for (at, sign) in text.char_indices() {
        if !matches!(sign, '<' | '&' | '*' | '_' | '[' | '`') {
            continue;
        }
        let rest = beginning(text.get(at..)?);
        let length = match sign {
            '<' => tag(rest),
            '&' => entity(rest),
            '[' if is_shown => link(rest, "] ("),
            '*' if is_shown => None,
            '*' | '_' => emphasis(rest, text.get(..at)?),
            '[' => link(rest, "]("),
            '`' => rest.get(1..)?.find('`').map(|end| end + 2),
            _ => None,
        };
        if let Some(length) = length {
            return rest.get(..length);
        }
    }
    None
}

/// The beginning of `text`, as long as a piece of markup may be.
fn beginning(text: &str) -> &str {
    let mut end = LONGEST.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// The length of the tag at the beginning of `text`.
fn tag(text: &str) -> Option<usize> {
    let name = text.get(1..)?.trim_start_matches('/');
    let begins = name.starts_with(|it: char| it.is_ascii_alphabetic());
    let end = text.find('>')?;
    let inside = text.get(1..end)?;
    (begins && !inside.contains('<')).then_some(end + 1)
}

/// The length of the entity at the beginning of `text`.
fn entity(text: &str) -> Option<usize> {
    let end = text.find(';')?;
    let name = text.get(1..end)?;
    let is_number = name.strip_prefix('#').is_some_and(|digits| {
        let digits = digits.trim_start_matches(['x', 'X']);
        !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_hexdigit())
    });
    (is_number || ENTITIES.contains(&name)).then_some(end + 1)
}

/// The length of the emphasis at the beginning of `text`, as in `**never**` or `*never*`.
fn emphasis(text: &str, before: &str) -> Option<usize> {
    let sign = text.get(..1)?;
    let double = sign.repeat(2);
    let mark = if text.starts_with(&double) {
        &double
    } else if sign == "*" {
        sign
    } else {
        // Single underscores are left alone, because names contain them.
        return None;
    };
    let inside = text.strip_prefix(mark)?;
    let end = inside.find(mark)?;
    let words = inside.get(..end)?;
    let after = inside.get(end + mark.len()..)?;
    let is_close = !words.is_empty() && words.trim() == words && !words.contains(sign);
    let clings = |it: char| it.is_alphanumeric() || (mark.len() == 1 && it == '*');
    let is_apart = !before.ends_with(clings) && (mark.len() > 1 || !after.starts_with(clings));
    (is_close && is_apart && !words.contains('\n')).then_some(end + 2 * mark.len())
}

/// The length of the link at the beginning of `text`, as in `[words](https://example.org)`;
/// `between` is what separates its two parts.
fn link(text: &str, between: &str) -> Option<usize> {
    let middle = text.find(between)?;
    let end = text.get(middle..)?.find(')')? + middle;
    let words = text.get(1..middle)?;
    let address = text.get(middle + between.len()..end)?;
    if between.contains(' ') && !address.starts_with("http") {
        return None;
    }
    let is_link = !words.contains(['[', ']'])
        && !address.contains(char::is_whitespace)
        && !address.is_empty();
    is_link.then_some(end + 1)
}
