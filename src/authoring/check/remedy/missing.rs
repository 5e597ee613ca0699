//! Remedies for what is missing or empty: how to add it.
//!
//! This file knows how a property is written in JSON. What the property is for is in the format's
//! explanations.

use super::sample::{example, sample};
use super::{Case, label};
use crate::authoring::check::pointer::quoted;
use crate::authoring::format::explanations::EXPLANATIONS;
use crate::authoring::format::keys::FieldKind;
use crate::data::document::Document;

impl<D: Document> Case<'_, D> {
    /// The message that something is missing.
    pub(super) fn absent(&self) -> String {
        let is_list = self
            .kind()
            .is_some_and(|kind| matches!(kind, FieldKind::List { .. }));
        let verb = if is_list { "are" } else { "is" };
        format!("{} {verb} missing.", self.subject)
    }

    /// The remedy for something that is missing.
    pub(super) fn add(&self) -> String {
        let named = quoted(&self.key);
        match self.kind() {
            _ if self.pattern.ends_with("/labels") => {
                format!("Add {named} with {}.", self.label_gaps())
            }
            Some(FieldKind::Map | FieldKind::List { .. }) => {
                let sample = sample(self.fields, &self.pattern);
                format!("Add {named}: {sample}, with a comma before or after it.")
            }
            Some(FieldKind::Choice(_)) => {
                let example = self.example();
                self.choices(&format!(
                    "Add {named}: {example}, or whichever of these is right."
                ))
            }
            _ => self.add_value(),
        }
    }

    /// The remedy for a missing string or number: first what it is, then an example.
    fn add_value(&self) -> String {
        let named = quoted(&self.key);
        let what = EXPLANATIONS.iter().find(|it| it.pattern == self.pattern);
        let what = what.map_or("", |key| key.what);
        // The part after a semicolon is for readers who already know what it is.
        let what = what.split(';').next().unwrap_or_default();
        let mut letters = what.trim_end_matches('.').chars();
        let first = letters.next().map(|it| it.to_lowercase().to_string());
        let what = first.unwrap_or_default() + letters.as_str();
        let example = self.example();
        // The sentence has a full stop of its own.
        let example = match example.strip_suffix(".\"") {
            Some(start) => format!("{start}\""),
            None => example,
        };
        format!("Add it: {what}. For instance: {named}: {example}.")
    }

    /// An example that fits the surrounding values.
    fn example(&self) -> String {
        match label::range_of_to(self.document) {
            // For four levels the widget has its own labels.
            Some((low, _)) if self.pattern == "/certainty/to" => (low + 2).to_string(),
            _ => example(&self.pattern),
        }
    }

    /// The remedy for something that is empty.
    pub(super) fn fill(&self) -> String {
        match self.kind() {
            _ if self.pattern.ends_with("/labels") => format!("Write {}.", self.label_gaps()),
            Some(FieldKind::List { .. }) => {
                let sample = sample(self.fields, &self.pattern);
                format!("Write at least one item between the brackets: {sample}.")
            }
            Some(FieldKind::Choice(_)) => self.choices("Write one of these."),
            Some(FieldKind::Written { .. }) => {
                let (written, delete) = (self.written(), self.or_delete());
                format!("Between the quotes, write {written}{delete}.")
            }
            _ => format!("Write something between the quotes{}.", self.or_delete()),
        }
    }

    pub(super) fn kind(&self) -> Option<FieldKind> {
        self.field.map(|field| field.kind)
    }

    /// What belongs there, if it has a certain syntax.
    pub(super) fn written(&self) -> &'static str {
        match self.kind() {
            Some(FieldKind::Written { expected, .. }) => expected.text(),
            _ => "a string",
        }
    }
}
