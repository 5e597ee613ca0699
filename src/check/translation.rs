//! What is wrong with a translation, and what it leaves out.
//!
//! Knows how an overlay lies over a questionnaire, as pkg/translate.js does it: texts alone, by the ids of
//! misconceptions and statements. A translation that is an address is not looked at: it is elsewhere.

use super::place::{last, quoted};
use super::remedy::{nearest, within};
use super::{Finding, MOST};
use crate::document::{Document, Kind as Is};
use crate::format::shape::{Field, Kind, field, is_translated};
use crate::questionnaire::fields::MAX_TEXT;
use crate::questionnaire::reader::{Language, Pattern};
use std::collections::BTreeSet;

/// What need not be said again in another language.
const MAY_STAY: &[&str] = &["sources", "credits", "by", "url", "date"];
/// Among how many ids the one is looked for that was probably meant.
const NEAR: usize = 200;
/// Where the statements of all misconceptions stand together.
const STATEMENTS: &str = "statements";

/// All that is to be said of the translations of `document`.
pub fn findings<D: Document>(document: &D, fields: &[Field]) -> Vec<Finding> {
    let mut found = Vec::new();
    let Some(translations) = document.child("translations") else {
        return found;
    };
    let own = document
        .child("lang")
        .map(|it| it.text())
        .unwrap_or_default();
    for lang in translations.keys() {
        let pointer = within("/translations", &lang);
        let Some(overlay) = translations.get(&lang) else {
            continue;
        };
        if lang == "$comment" {
            continue;
        }
        if !Language::fits(&lang) {
            found.push(Finding {
                code: "malformed",
                pointer: pointer.clone(),
                message: format!("{} is not the tag of a language.", quoted(&lang)),
                remedy: "Name the translation by a tag such as \"en\" or \"nb\".".to_owned(),
                found: lang.clone(),
                expected: Language::EXPECTED.text().to_owned(),
                ..Finding::default()
            });
        } else if lang == own {
            found.push(Finding::advice(
                "ownLanguage",
                pointer.clone(),
                format!(
                    "The questionnaire itself is in {}: this translation is never shown.",
                    quoted(&own)
                ),
                "Delete it, or mend \"lang\" at the top.",
            ));
        }
        match overlay.kind() {
            Is::Text => {}
            // Nobody sees it, whatever it leaves out.
            Is::Map if lang == own || !Language::fits(&lang) => {}
            Is::Map => {
                let mut laying = Laying {
                    fields,
                    lang: &lang,
                    root: &pointer,
                    statements: overlay.child(STATEMENTS),
                    used: BTreeSet::new(),
                    found: &mut found,
                };
                laying.lay(document, Some(&overlay), &pointer, "");
                laying.leftover();
            }
            _ => found.push(wrong(
                &pointer,
                "a map { … }, or the address of one in double quotes",
            )),
        }
    }
    found
}

fn wrong(pointer: &str, expected: &str) -> Finding {
    Finding {
        code: "wrongType",
        pointer: pointer.to_owned(),
        message: format!("Here should be {expected}."),
        remedy: "Write the translation in the shape of what it translates.".to_owned(),
        expected: expected.to_owned(),
        ..Finding::default()
    }
}

/// An overlay on its way over a document.
struct Laying<'a, D> {
    fields: &'a [Field],
    lang: &'a str,
    /// The pointer of the overlay.
    root: &'a str,
    /// Its statements, by id.
    statements: Option<D>,
    /// The ids of the statements that there are.
    used: BTreeSet<String>,
    found: &'a mut Vec<Finding>,
}

impl<D: Document> Laying<'_, D> {
    /// Lays `over`, which stands at `pointer`, over `base`, which stands at `place`.
    fn lay(&mut self, base: &D, over: Option<&D>, pointer: &str, place: &str) {
        match base.kind() {
            Is::Map => self.lay_map(base, over, pointer, place),
            Is::List => self.lay_list(base, over, pointer, place),
            Is::Text => self.lay_text(base, over, pointer, place),
            _ if over.is_some() => self.superfluous(pointer),
            _ => {}
        }
    }

    fn lay_map(&mut self, base: &D, over: Option<&D>, pointer: &str, place: &str) {
        let keys: BTreeSet<String> = base.keys().into_iter().collect();
        let over = match over {
            // Where a map holds little but a text, the text alone will do.
            Some(over) if over.kind() == Is::Text && keys.contains("text") => {
                return self.lay_text(over, Some(over), pointer, &format!("{place}/text"));
            }
            Some(over) if over.kind() != Is::Map => {
                return self.found.push(wrong(pointer, "a map { … }"));
            }
            over => over,
        };
        let over_keys: BTreeSet<String> =
            over.map(D::keys).unwrap_or_default().into_iter().collect();
        let free: Vec<&String> = keys.difference(&over_keys).take(NEAR).collect();
        for key in &over_keys {
            let is_own = key == "$comment" || (place.is_empty() && key == STATEMENTS);
            if !is_own && (!is_translated(key) || !keys.contains(key) || key == "translations") {
                self.unknown(key, &within(pointer, key), &free, "");
            }
        }
        for key in keys.iter().filter(|key| is_translated(key)) {
            let (Some(part), false) = (base.get(key), key == "translations" || key == "$schema")
            else {
                continue;
            };
            if key == "$comment" {
                continue;
            }
            let place = format!("{place}/{key}");
            if key == STATEMENTS {
                self.lay_statements(&part, &place);
            } else {
                let has = over_keys.contains(key);
                let piece = over.filter(|_| has).and_then(|over| over.get(key));
                self.lay(&part, piece.as_ref(), &within(pointer, key), &place);
            }
        }
    }

    /// The statements of one misconception, which the overlay has beside the misconceptions.
    fn lay_statements(&mut self, base: &D, place: &str) {
        let over = self.statements.clone();
        let pointer = within(self.root, STATEMENTS);
        match over.as_ref().map(D::kind) {
            None | Some(Is::Map) => self.lay_items(base, over.as_ref(), &pointer, place),
            // Said once, of the first misconception.
            Some(_) if self.used.is_empty() => {
                self.found
                    .push(wrong(&pointer, "a map { … } with the ids of statements"));
            }
            Some(_) => {}
        }
        let ids = (0..base.len()).filter_map(|index| base.item(index).child("id"));
        self.used.extend(ids.map(|id| id.text()));
    }

    fn lay_list(&mut self, base: &D, over: Option<&D>, pointer: &str, place: &str) {
        let has_ids = base.len() > 0 && base.item(0).child("id").is_some();
        match over.map(D::kind) {
            None => self.lay_items(base, over, pointer, place),
            Some(Is::Map) if has_ids => {
                let ids: BTreeSet<String> = (0..base.len())
                    .filter_map(|index| base.item(index).child("id"))
                    .map(|id| id.text())
                    .collect();
                let given = over.map(D::keys).unwrap_or_default();
                self.strangers(given, &ids, pointer, "misconception");
                self.lay_items(base, over, pointer, place);
            }
            Some(Is::List) => {
                let count = over.map_or(0, D::len);
                if count > base.len() {
                    self.found.push(Finding {
                        code: "wrongLength",
                        pointer: pointer.to_owned(),
                        message: format!("Here are {count}, but the original has {}.", base.len()),
                        remedy: "Translate each of the original once, in its order.".to_owned(),
                        ..Finding::default()
                    });
                }
                self.lay_items(base, over, pointer, place);
            }
            Some(_) if has_ids => self
                .found
                .push(wrong(pointer, "a map { … } with the ids of the original")),
            Some(_) => self.found.push(wrong(pointer, "a list [ … ]")),
        }
    }

    fn lay_items(&mut self, base: &D, over: Option<&D>, pointer: &str, place: &str) {
        let keys: BTreeSet<String> = over.map(D::keys).unwrap_or_default().into_iter().collect();
        for index in 0..base.len() {
            let item = base.item(index);
            let id = item
                .child("id")
                .map_or_else(|| index.to_string(), |id| id.text());
            let (key, piece) = match over {
                Some(over) if over.kind() == Is::List => {
                    let is_there = index < over.len();
                    (index.to_string(), is_there.then(|| over.item(index)))
                }
                Some(over) => {
                    let is_there = keys.contains(&id);
                    let piece = is_there.then(|| over.get(&id)).flatten();
                    (id, piece)
                }
                None => (id, None),
            };
            self.lay(
                &item,
                piece.as_ref(),
                &within(pointer, &key),
                &format!("{place}/*"),
            );
        }
    }

    fn lay_text(&mut self, base: &D, over: Option<&D>, pointer: &str, place: &str) {
        let may_stay = place.split('/').any(|key| MAY_STAY.contains(&key));
        let known = field(self.fields, place).map(|field| field.kind);
        let Some(over) = over else {
            let is_text = matches!(known, Some(Kind::Text | Kind::Written { .. }));
            if is_text && !may_stay && !base.text().trim().is_empty() {
                self.missing(pointer, &base.text());
            }
            return;
        };
        let text = over.text();
        let mut problem = |code, message: &str, remedy: &str| {
            self.found.push(Finding {
                code,
                pointer: pointer.to_owned(),
                message: message.to_owned(),
                remedy: remedy.to_owned(),
                ..Finding::default()
            });
        };
        if over.kind() != Is::Text {
            problem(
                "wrongType",
                "A translation is a text.",
                "Write it in double quotes.",
            );
        } else if text.trim().is_empty() {
            problem(
                "empty",
                "This translation is empty.",
                "Translate the text, or delete the key: then the original stands.",
            );
        } else if text.chars().count() > MAX_TEXT {
            problem(
                "tooLarge",
                "This translation has more than 4,000 characters.",
                "Shorten it.",
            );
        } else if text
            .chars()
            .any(|it| it.is_control() && !matches!(it, '\n' | '\r' | '\t'))
        {
            problem(
                "controlCharacter",
                "This translation has a character that cannot be seen.",
                "Delete it.",
            );
        } else if let Some(Kind::Written { fits, expected, .. }) = known
            && !fits(&text)
        {
            let remedy = format!("Write {}.", expected.text());
            problem(
                "malformed",
                "This is not written as the format asks.",
                &remedy,
            );
        }
    }

    /// Statements of the overlay that no misconception has.
    fn leftover(&mut self) {
        let Some(statements) = self.statements.clone() else {
            return;
        };
        let pointer = within(self.root, STATEMENTS);
        let used = std::mem::take(&mut self.used);
        self.strangers(statements.keys(), &used, &pointer, "statement");
    }

    /// Those of the `given` ids that are none of the `known`.
    fn strangers(
        &mut self,
        given: Vec<String>,
        known: &BTreeSet<String>,
        pointer: &str,
        noun: &str,
    ) {
        let given: BTreeSet<String> = given.into_iter().collect();
        let free: Vec<&String> = known.difference(&given).take(NEAR).collect();
        for key in given.difference(known).filter(|key| *key != "$comment") {
            self.unknown(key, &within(pointer, key), &free, noun);
        }
    }

    fn missing(&mut self, pointer: &str, text: &str) {
        self.found.push(Finding::advice(
            "missingTranslation",
            pointer.to_owned(),
            format!(
                "The translation into {} leaves out {}.",
                quoted(self.lang),
                quoted(text)
            ),
            "Add it; until then these readers see the original.",
        ));
    }

    fn superfluous(&mut self, pointer: &str) {
        self.found.push(Finding {
            code: "unknownKey",
            pointer: pointer.to_owned(),
            message: format!(
                "{} is no text: it is the same in every language.",
                quoted(&last(pointer))
            ),
            remedy: "Delete it here.".to_owned(),
            found: last(pointer),
            ..Finding::default()
        });
    }

    /// A key that the original does not have; `noun`: what it is the id of, if it is one.
    fn unknown(&mut self, key: &str, pointer: &str, known: &[&String], noun: &str) {
        if self.found.len() > MOST {
            return;
        }
        if noun.is_empty() && (!is_translated(key) || key == "translations") {
            return self.superfluous(pointer);
        }
        let near = nearest(key, known.iter().map(|id| id.as_str())).unwrap_or_default();
        let named = quoted(key);
        let mut message = if noun.is_empty() {
            format!("The original has no {named} here, so this is never shown.")
        } else {
            format!("No {noun} of the original has the id {named}, so this is never shown.")
        };
        let mut remedy = "Delete it, or add it to the original.".to_owned();
        if !near.is_empty() {
            message = format!("{message} Did you mean \"{near}\"?");
            remedy = format!("Write \"{near}\" instead of {named}.");
        }
        self.found.push(Finding {
            code: "unknownKey",
            pointer: pointer.to_owned(),
            message,
            remedy,
            found: key.to_owned(),
            suggestion: near.to_owned(),
            ..Finding::default()
        });
    }
}
