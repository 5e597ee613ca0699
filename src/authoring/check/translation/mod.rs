//! What is wrong with translations, and what they leave out.
//!
//! This file knows which languages the document is translated into, and that each translation is an
//! object or a URL. A translation at a URL is not checked, because it is elsewhere. How an object
//! is applied to the questionnaire is known to `overlay`.

mod added;
mod messages;
mod overlay;

use super::pointer::{last, quoted};
use super::remedy::{no_note, rewritten, within};
use super::{MOST, Notice};
use crate::authoring::format::keys::{Field, FieldKind, is_translated};
use crate::data::document::{Document, ValueKind};
use crate::questionnaire::fields::MAX_TEXT;
use crate::questionnaire::reader::{Language, Pattern};
pub use overlay::LONGEST_POINTER;
use overlay::OverlayCheck;

/// How many values are visited in total before the rest is skipped. This is enough for ten
/// translations of the largest possible document, and for many more of any real one.
const MOST_STEPS: usize = 100_000;

/// All notices on the translations of `document`.
pub fn findings<D: Document>(document: &D, fields: &[Field]) -> Vec<Notice> {
    let mut found = Vec::new();
    let Some(translations) = document.child("translations") else {
        return found;
    };
    let own = document
        .child("lang")
        .map(|it| it.text())
        .unwrap_or_default();
    let ids = overlay::statement_ids(document);
    let mut steps_left = MOST_STEPS;
    for lang in translations.keys() {
        let pointer = within("/translations", &lang);
        let Some(overlay) = translations.get(&lang) else {
            continue;
        };
        if lang == "$comment" {
            if overlay.kind() != ValueKind::Text {
                found.push(no_note(&pointer, &overlay));
            }
            continue;
        }
        found.extend(tag(&lang, &own, &pointer));
        match overlay.kind() {
            ValueKind::Text => found.extend(address(&lang, &overlay.text(), &pointer)),
            // It is unknown for which language it would be.
            ValueKind::Map if !is_tag(&lang) => {}
            ValueKind::Map => {
                let is_shown = lang != own;
                OverlayCheck::new(
                    document,
                    fields,
                    &lang,
                    is_shown,
                    &mut steps_left,
                    &mut found,
                )
                .all(&overlay, ids.as_ref());
            }
            _ => found.push(messages::no_translation(
                document, &lang, &overlay, &pointer,
            )),
        }
        // So many must be errors, because advice is limited.
        if found.len() > 2 * MOST || steps_left == 0 {
            break;
        }
    }
    if steps_left == 0 {
        found.push(Notice {
            code: "tooLarge",
            pointer: "/translations".to_owned(),
            message: "There are too many translations to check them all.".to_owned(),
            remedy: "Put them in files of their own, and write the URLs of these files here."
                .to_owned(),
            ..Notice::default()
        });
    }
    found
}

/// Whether `lang` is a language tag. A longer one cannot be, and every pointer would repeat it.
fn is_tag(lang: &str) -> bool {
    Language::fits(lang) && lang.len() <= MAX_TEXT
}

/// The notice on a language tag, if there is one.
fn tag(lang: &str, own: &str, pointer: &str) -> Option<Notice> {
    if is_tag(lang) {
        return (lang == own).then(|| {
            Notice::advice(
                "ownLanguage",
                pointer.to_owned(),
                format!(
                    "The questionnaire itself is in {}: this translation is never shown.",
                    quoted(own)
                ),
                "Delete it, or correct \"lang\" at the top.",
            )
        });
    }
    let kind = FieldKind::Written {
        expected: Language::EXPECTED,
        expression: Language::EXPRESSION,
        fits: Language::fits,
    };
    let guess = rewritten(lang, kind).unwrap_or_default();
    let remedy = if guess.is_empty() {
        "Use a language tag such as \"en\" or \"nb\" as the key.".to_owned()
    } else {
        format!("Use the key \"{guess}\", if that is what you mean.")
    };
    Some(Notice {
        code: "malformed",
        pointer: pointer.to_owned(),
        message: format!("{} is not a language tag.", quoted(lang)),
        remedy,
        found: lang.to_owned(),
        expected: Language::EXPECTED.text().to_owned(),
        ..Notice::default()
    })
}

/// What keeps `text`, the URL of a translation, from being used.
fn address(lang: &str, text: &str, pointer: &str) -> Option<Notice> {
    let lang = quoted(lang);
    let subject = format!("The URL of the translation into {lang}");
    let filled = format!("Write it between the quotes, or delete {lang} and its value.");
    let fault = messages::fault(&subject, text, &filled)?;
    let pointer = pointer.to_owned();
    Some(Notice { pointer, ..fault })
}

/// Whether the value at `key` of the part at `base_at` is the same in every language.
fn is_same(base_at: &str, key: &str) -> bool {
    let is_own = base_at.is_empty() && key == "lang";
    is_own || !is_translated(key) || matches!(key, "translations" | "$schema")
}

/// The offer to delete what is at `pointer` instead. An array item has no key to delete.
fn or_delete(pointer: &str) -> String {
    let key = last(pointer);
    if key.bytes().all(|byte| byte.is_ascii_digit()) {
        return String::new();
    }
    format!(
        ", or delete {} and its value: then the original is shown",
        quoted(&key)
    )
}
