//! Checks what a translation has and the original leaves out, because the widget has its own
//! message for it or none is needed.
//!
//! This file knows what must be true of such a part, as the parser would require. Which parts may
//! be added is known to the format.

use super::messages;
use super::overlay::OverlayCheck;
use crate::authoring::check::Notice;
use crate::authoring::check::pointer::{parent, quoted};
use crate::authoring::check::remedy::{wanted_labels, within};
use crate::authoring::format::keys::{
    Field, FieldKind, children, field, is_translated, may_be_added,
};
use crate::data::document::{Document, ValueKind};

impl<D: Document> OverlayCheck<'_, D> {
    /// Checks `over`, which is at `pointer` in the translation. The original has nothing at
    /// `base_at`; `known` is the field there.
    pub(super) fn check_added(&mut self, over: &D, pointer: &str, base_at: &str, known: &Field) {
        match (known.kind, over.kind()) {
            (FieldKind::List { .. }, ValueKind::List) => self.check_labels(over, pointer, base_at),
            (FieldKind::List { .. }, _) => self.found.push(messages::no_labels(over, pointer)),
            (FieldKind::Map, ValueKind::Map) => self.check_added_map(over, pointer, base_at),
            (FieldKind::Map, _) => {
                // If an object has little but a text, the text alone is enough.
                let text = field(self.fields, &format!("{base_at}/text"));
                let fault = match text {
                    Some(text) => self.text_fault(over, pointer, &text.pattern, Some(text)),
                    None => Some(messages::no_map(over, over, pointer, base_at)),
                };
                self.found.extend(fault);
            }
            _ => {
                let fault = self.text_fault(over, pointer, base_at, Some(known));
                self.found.extend(fault);
            }
        }
    }

    fn check_labels(&mut self, over: &D, pointer: &str, base_at: &str) {
        for index in 0..over.len() {
            let at = format!("{pointer}/{index}");
            let base_at = format!("{base_at}/{index}");
            let fault = self.text_fault(&over.item(index), &at, &base_at, None);
            self.found.extend(fault);
        }
        // If the number of steps is wrong, that is reported elsewhere.
        if let Some(wanted) = wanted_labels(self.document, parent(base_at))
            && wanted != over.len()
        {
            self.found
                .push(messages::other_count(over.len(), wanted, pointer, base_at));
        }
    }

    fn check_added_map(&mut self, over: &D, pointer: &str, base_at: &str) {
        self.found.extend(messages::odd_note(over, pointer));
        for key in over.keys() {
            let inside = within(pointer, &key);
            let part_at = within(base_at, &key);
            let (Some(part), Some(known)) = (over.get(&key), self.known(&part_at)) else {
                if key != "$comment" {
                    self.found.push(messages::stray(
                        &key,
                        &inside,
                        None,
                        messages::UnmatchedKey::Key,
                    ));
                }
                continue;
            };
            let is_word = may_be_added(known) || known.is_required;
            if is_word && is_translated(&key) {
                self.check_added(&part, &inside, &part_at, known);
            } else {
                self.found.push(messages::superfluous(&inside));
            }
        }
        for (key, child) in children(self.fields, base_at) {
            if child.is_required && over.child(key).is_none() {
                self.found.push(missing(key, pointer));
            }
        }
    }
}

/// The notice on a missing text that the added part needs.
fn missing(key: &str, pointer: &str) -> Notice {
    Notice {
        code: "missing",
        pointer: within(pointer, key),
        message: format!(
            "{} is missing, and the original has none either.",
            quoted(key)
        ),
        remedy: "Add it, or delete the object { } around it.".to_owned(),
        ..Notice::default()
    }
}
