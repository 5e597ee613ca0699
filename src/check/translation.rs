//! What is wrong with a translation, and what it leaves out.
//!
//! Knows how an overlay lies over a questionnaire, as pkg/translate.js does it: texts alone, by the ids of
//! misconceptions and statements. A translation that is an address is not looked at: it is elsewhere.

use super::place::{described, last, quoted};
use super::remedy::{nearest, no_note, within};
use super::{Finding, MOST};
use crate::document::{Document, Kind as Is};
use crate::format::shape::{Field, Kind, field, is_translated};
use crate::questionnaire::fields::{MAX_LIST, MAX_TEXT};
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
            if overlay.kind() != Is::Text {
                found.push(no_note(&pointer, &overlay));
            }
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
            Is::Text => {
                let fault = fault(
                    &overlay.text(),
                    "address",
                    "Write it, or delete the key with its value.",
                );
                found.extend(fault.map(|fault| Finding { pointer, ..fault }));
            }
            // Whose it would be is not known.
            Is::Map if !Language::fits(&lang) => {}
            Is::Map => {
                let mut laying = Laying {
                    fields,
                    lang: &lang,
                    is_shown: lang != own,
                    root: &pointer,
                    statements: None,
                    found: &mut found,
                };
                laying.take_statements(document, &overlay);
                laying.lay(document, Some(&overlay), &pointer, "");
            }
            _ => found.push(wrong(
                &pointer,
                "a map { … }, or the address of one in double quotes",
            )),
        }
    }
    found
}

/// Whether what stands at `key` is the same in every language.
fn is_same(key: &str) -> bool {
    !is_translated(key) || matches!(key, "translations" | "$schema")
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

/// What keeps `text`, a `noun`, from being used, but for its place; `filled`: what to do where it is empty.
fn fault(text: &str, noun: &str, filled: &str) -> Option<Finding> {
    let (code, what, remedy) = if text.bytes().all(|byte| byte <= b' ') {
        ("empty", "is empty", filled)
    } else if text.chars().count() > MAX_TEXT {
        ("tooLarge", "has more than 4,000 characters", "Shorten it.")
    } else if text
        .chars()
        .any(|it| it.is_control() && !matches!(it, '\n' | '\r' | '\t'))
    {
        (
            "controlCharacter",
            "has a character that cannot be seen",
            "Delete it.",
        )
    } else {
        return None;
    };
    Some(Finding {
        code,
        message: format!("This {noun} {what}."),
        remedy: remedy.to_owned(),
        ..Finding::default()
    })
}

/// The ids of what is in the list `items`; `None` where one has none, or there is no list.
fn ids<D: Document>(items: Option<&D>) -> Option<BTreeSet<String>> {
    let items = items.filter(|items| items.kind() == Is::List)?;
    let id = |index| items.item(index).child("id").map(|id| id.text());
    (0..items.len()).map(id).collect()
}

/// The ids of all statements of `document`; `None` where they cannot be told.
fn statement_ids<D: Document>(document: &D) -> Option<BTreeSet<String>> {
    let mut all = BTreeSet::new();
    let items = document
        .child("misconceptions")
        .filter(|items| items.kind() == Is::List)?;
    for index in 0..items.len() {
        all.append(&mut ids(items.item(index).child(STATEMENTS).as_ref())?);
    }
    Some(all)
}

/// An overlay on its way over a document.
struct Laying<'a, D> {
    fields: &'a [Field],
    lang: &'a str,
    /// Whether any reader sees it.
    is_shown: bool,
    /// The pointer of the overlay.
    root: &'a str,
    /// Its statements, by id, if they are a map.
    statements: Option<D>,
    found: &'a mut Vec<Finding>,
}

impl<D: Document> Laying<'_, D> {
    /// Lays `over`, which stands at `pointer`, over `base`, which stands at `place`.
    fn lay(&mut self, base: &D, over: Option<&D>, pointer: &str, place: &str) {
        if !self.is_laid_on(base, place) {
            return;
        }
        match base.kind() {
            Is::Map => self.lay_map(base, over, pointer, place),
            Is::List => self.lay_list(base, over, pointer, place),
            Is::Text => self.lay_text(base, over, pointer, place),
            _ if over.is_some() => self.superfluous(pointer),
            _ => {}
        }
    }

    /// Whether `base` is what belongs at `place`; if not, that has been said, and nobody can say what fits it.
    fn is_laid_on(&self, base: &D, place: &str) -> bool {
        match field(self.fields, place).map(|field| field.kind) {
            Some(Kind::Map) => base.kind() == Is::Map,
            Some(Kind::List { .. }) => base.kind() == Is::List && base.len() <= MAX_LIST,
            Some(Kind::Text | Kind::Written { .. }) => base.kind() == Is::Text,
            _ => true,
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
            let inside = within(pointer, key);
            if key == "$comment" {
                self.note(over, &inside);
            } else if key == STATEMENTS {
                if !place.is_empty() {
                    self.inside_out(&inside);
                }
            } else if is_same(key) || !keys.contains(key) {
                // Where the original lacks what it needs, that has been said.
                let known = field(self.fields, &format!("{place}/{key}"));
                if is_same(key) || known.is_none_or(|field| !field.is_required) {
                    self.unknown(key, &inside, &free, "");
                }
            }
        }
        for key in keys
            .iter()
            .filter(|key| !is_same(key) && *key != "$comment")
        {
            let Some(part) = base.get(key) else {
                continue;
            };
            let place = format!("{place}/{key}");
            if key == STATEMENTS {
                let over = self.statements.clone();
                self.lay_items(&part, over.as_ref(), &within(self.root, STATEMENTS), &place);
            } else {
                let has = over_keys.contains(key);
                let piece = over.filter(|_| has).and_then(|over| over.get(key));
                self.lay(&part, piece.as_ref(), &within(pointer, key), &place);
            }
        }
    }

    /// Keeps the statements of `overlay`, which stand beside the misconceptions, for those of `document`.
    fn take_statements(&mut self, document: &D, overlay: &D) {
        let Some(statements) = overlay.child(STATEMENTS) else {
            return;
        };
        let pointer = within(self.root, STATEMENTS);
        if statements.kind() != Is::Map {
            return self
                .found
                .push(wrong(&pointer, "a map { … } with the ids of statements"));
        }
        self.note(Some(&statements), &within(&pointer, "$comment"));
        if let Some(ids) = statement_ids(document) {
            self.strangers(statements.keys(), &ids, &pointer, "statement");
        }
        self.statements = Some(statements);
    }

    /// Sees to it that the note in the map `over`, which stands at `pointer`, is a text.
    fn note(&mut self, over: Option<&D>, pointer: &str) {
        let note = over.and_then(|over| over.child("$comment"));
        if let Some(note) = note.filter(|note| note.kind() != Is::Text) {
            self.found.push(no_note(pointer, &note));
        }
    }

    fn lay_list(&mut self, base: &D, over: Option<&D>, pointer: &str, place: &str) {
        let has_ids = field(self.fields, &format!("{place}/*/id")).is_some();
        match over.map(D::kind) {
            None => self.lay_items(base, over, pointer, place),
            Some(Is::Map) if has_ids => {
                self.note(over, &within(pointer, "$comment"));
                if let Some(ids) = ids(Some(base)) {
                    let given = over.map(D::keys).unwrap_or_default();
                    self.strangers(given, &ids, pointer, "misconception");
                }
                self.lay_items(base, over, pointer, place);
            }
            Some(Is::List) if !has_ids => {
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
            if is_text && self.is_shown && !may_stay && !base.text().trim().is_empty() {
                self.missing(pointer, &base.text());
            }
            return;
        };
        let empty = "Translate the text, or delete the key: then the original stands.";
        let fault = if over.kind() == Is::Text {
            fault(&over.text(), "translation", empty)
        } else {
            Some(Finding {
                code: "wrongType",
                message: format!("A translation is a text, but here is {}.", described(over)),
                remedy: "Write it in double quotes.".to_owned(),
                ..Finding::default()
            })
        };
        let fault = fault.or_else(|| match known {
            Some(Kind::Written { fits, expected, .. }) if !fits(&over.text()) => Some(Finding {
                code: "malformed",
                message: format!(
                    "This is {}, but should be {}.",
                    quoted(&over.text()),
                    expected.text()
                ),
                remedy: format!("Write {}.", expected.text()),
                ..Finding::default()
            }),
            _ => None,
        });
        let pointer = pointer.to_owned();
        self.found
            .extend(fault.map(|fault| Finding { pointer, ..fault }));
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

    /// Statements inside the translation of a misconception, where nothing reads them.
    fn inside_out(&mut self, pointer: &str) {
        self.found.push(Finding {
            code: "unknownKey",
            pointer: pointer.to_owned(),
            message: "Translated statements do not stand inside their misconception.".to_owned(),
            remedy: "Move them to \"statements\" beside \"misconceptions\", each under its id."
                .to_owned(),
            found: STATEMENTS.to_owned(),
            ..Finding::default()
        });
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
        if noun.is_empty() && is_same(key) {
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
