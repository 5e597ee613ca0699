//! Remedies for values of the wrong kind: what to write around the value, or in its place.
//!
//! This file knows the usual mistakes with quotes, brackets and braces in JSON. A remedy that
//! spells something out must be correct as it is; where the author must fill something in, it
//! contains a gap.

use super::sample::{example, filled, keys, sample};
use super::{Case, Words, label};
use crate::authoring::check::pointer::{quoted, said, written};
use crate::authoring::format::keys::{FieldKind, field};
use crate::data::document::{Document, ValueKind};

/// The longest text that is repeated in full, in bytes.
const LONGEST: usize = 300;

impl<D: Document> Case<'_, D> {
    pub(super) fn wrong_type(&self) -> Words {
        let none = String::new();
        let (belongs, (remedy, suggestion)) = match self.kind() {
            Some(FieldKind::Map | FieldKind::Names) => ("an object { … }", (self.to_map(), none)),
            Some(FieldKind::List { .. }) => ("an array [ … ]", (self.to_list(), none)),
            Some(FieldKind::Boolean) => ("true or false", self.to_boolean()),
            Some(FieldKind::Number(..) | FieldKind::Integer(..)) => ("a number", self.to_number()),
            _ => ("a string in double quotes", self.to_text()),
        };
        let message = format!(
            "{} should be {belongs}, but it is {}.",
            self.subject,
            self.stands.as_ref().map(said).unwrap_or_default()
        );
        (message, remedy, suggestion)
    }

    /// Whether the value that is there has the kind `is`.
    fn is(&self, is: ValueKind) -> bool {
        self.stands.as_ref().is_some_and(|it| it.kind() == is)
    }

    /// The only item of the array that is there.
    fn only_item(&self) -> Option<D> {
        let list = self
            .stands
            .as_ref()
            .filter(|it| it.kind() == ValueKind::List)?;
        (list.len() == 1).then(|| list.item(0))
    }

    fn to_map(&self) -> String {
        if self
            .only_item()
            .is_some_and(|item| item.kind() == ValueKind::Map)
        {
            return "Delete the [ and ] around it.".to_owned();
        }
        if self.pattern.is_empty() {
            return "Begin the file with { and end it with }.".to_owned();
        }
        if matches!(self.kind(), Some(FieldKind::Names)) {
            let one = if self.is(ValueKind::Text) {
                &self.found
            } else {
                "{ … }"
            };
            let delete = self.or_delete();
            return format!(
                "Write each under the tag of its language: {{ \"nb\": {one} }}{delete}."
            );
        }
        let found = self.stands.as_ref();
        if let Some(filled) = found.and_then(|it| filled(self.fields, &self.pattern, it)) {
            return format!("Write {filled}.");
        }
        let delete = if self.is_item() {
            ", or delete it".to_owned()
        } else {
            self.or_delete()
        };
        format!(
            "Write an object, as in {}{delete}.",
            sample(self.fields, &self.pattern)
        )
    }

    fn to_list(&self) -> String {
        let item = format!("{}/*", self.pattern);
        if self.pattern.ends_with("/labels") {
            return self.to_labels();
        }
        let Some(found) = &self.stands else {
            return "Write an array [ ].".to_owned();
        };
        let sample = sample(self.fields, &self.pattern);
        if found.kind() != ValueKind::Map {
            return match filled(self.fields, &self.pattern, found) {
                Some(filled) => format!("Write {filled}."),
                None => format!("Write an array, as in {sample}{}.", self.or_delete()),
            };
        }
        if keys(&item).any(|key| found.get(key).is_some()) {
            return "Put [ before it and ] after it, even if there is only one.".to_owned();
        }
        // An author who knows the form of a translation may use the same for the original.
        let id = found.keys().into_iter().find(|key| key != "$comment");
        let has_ids = field(self.fields, &format!("{item}/id")).is_some();
        match id.filter(|_| has_ids) {
            Some(id) => {
                let id = quoted(&id);
                format!(
                    "Write an array of objects, each with its id inside: [ {{ \"id\": {id}, … }}, {{ … }} ]."
                )
            }
            None => format!(
                "Write an array of objects, as in {sample}{}.",
                self.or_delete()
            ),
        }
    }

    fn to_labels(&self) -> String {
        let text = self.stands.as_ref().map(D::text).unwrap_or_default();
        let parts: Vec<&str> = text.split([',', ';', '/']).map(str::trim).collect();
        let is_listed = (2..=7).contains(&parts.len()) && parts.iter().all(|part| !part.is_empty());
        let list = if is_listed {
            let parts: Vec<String> = parts.into_iter().map(quoted).collect();
            format!("[ {} ]", parts.join(", "))
        } else {
            label::gaps(self.labels().unwrap_or(2))
        };
        format!("Write each label in its own double quotes, between [ and ]: {list}.")
    }

    fn to_boolean(&self) -> (String, String) {
        let text = self.stands.as_ref().map(D::text).unwrap_or_default();
        let bare = text.trim().to_ascii_lowercase();
        if matches!(bare.as_str(), "true" | "false") {
            return (format!("Write {bare} without quotes."), bare);
        }
        let delete = self.or_delete();
        let remedy = format!("Write true or false, without quotes{delete}.");
        (remedy, String::new())
    }

    fn to_number(&self) -> (String, String) {
        let text = self.stands.as_ref().map(D::text).unwrap_or_default();
        let number: Option<f64> = text.trim().parse().ok();
        let is_right = |number: &f64| match self.kind() {
            _ if self.pattern == "/certainty/to" => {
                let range = label::range_of_to(self.document);
                range.is_some_and(|(low, high)| is_whole(*number, low, high))
            }
            Some(FieldKind::Number(low, high)) => (low..=high).contains(number),
            Some(FieldKind::Integer(low, high)) => is_whole(*number, low, high),
            _ => false,
        };
        if let Some(number) = number.filter(is_right) {
            let number = number.to_string();
            return (format!("Write {number} without quotes."), number);
        }
        let (expected, delete) = (&self.expected, self.or_delete());
        let remedy = format!("Write {expected}, without quotes{delete}.");
        (remedy, String::new())
    }

    fn to_text(&self) -> (String, String) {
        let item = self.only_item().map(|item| item.text());
        if let Some(text) = item.filter(|text| text.len() <= LONGEST && self.takes(text)) {
            return (
                format!("Write {}, without the brackets.", written(&text)),
                text,
            );
        }
        if self.pattern == "/format" {
            let format = example(&self.pattern);
            return (
                format!("Write {format}, with the quotes."),
                "1.0".to_owned(),
            );
        }
        if self.is(ValueKind::Number) && self.takes(&self.found) {
            let remedy = format!("Put it in double quotes: {}.", written(&self.found));
            return (remedy, self.found.clone());
        }
        let delete = self.or_delete();
        let remedy = match self.kind() {
            Some(FieldKind::Choice(_)) => self.choices("Write one of these."),
            Some(FieldKind::Text) if self.is(ValueKind::List) && !self.is_item() => {
                "Write one string in double quotes; \\n\\n in it starts a paragraph.".to_owned()
            }
            Some(FieldKind::Written { .. }) => {
                format!("In double quotes, write {}{delete}.", self.written())
            }
            _ => format!("Write a string in double quotes{delete}."),
        };
        (remedy, String::new())
    }

    /// Whether `text` is allowed there.
    fn takes(&self, text: &str) -> bool {
        !text.trim().is_empty()
            && match self.kind() {
                Some(FieldKind::Choice(words)) => words.contains(&text),
                Some(FieldKind::Written { fits, .. }) => fits(text),
                _ => true,
            }
    }
}

/// Whether `number` is a whole number from `low` to `high`.
fn is_whole(number: f64, low: i32, high: i32) -> bool {
    number.fract() == 0.0 && (f64::from(low)..=f64::from(high)).contains(&number)
}
