//! Labels of a scale: how many there must be, and what to do if there are more or fewer.
//!
//! The number depends on `points` for the scale of agreement, and on `levels` or `from` and `to`
//! for that of certainty. If these are wrong themselves, nothing is said about labels.

use super::{Case, whole_at};
use crate::authoring::check::pointer::{parent, value};
use crate::data::document::Document;

/// The range of `to`; `None` if `from` is wrong.
pub fn range_of_to<D: Document>(document: &D) -> Option<(i32, i32)> {
    let from = whole_at(document, "/certainty/from", (-1000, 1000))?;
    Some((from + 1, from + 5))
}

/// How many labels the scale at `around` needs; `None` if the number of its steps is wrong.
pub fn wanted<D: Document>(document: &D, around: &str) -> Option<i32> {
    let has = |key: &str| value(document, &format!("{around}/{key}")).is_some();
    let number = |key: &str, range| whole_at(document, &format!("{around}/{key}"), range);
    if around == "/scale" {
        return if has("points") {
            number("points", (2, 7))
        } else {
            Some(5)
        };
    }
    if has("from") {
        let (low, high) = range_of_to(document)?;
        return Some(number("to", (low, high))? - low + 2);
    }
    if has("levels") {
        number("levels", (2, 6))
    } else {
        Some(4)
    }
}

/// The same as a count.
pub fn count<D: Document>(document: &D, around: &str) -> Option<usize> {
    usize::try_from(wanted(document, around)?).ok()
}

/// `count` gaps for texts, as a JSON array.
pub fn gaps(count: usize) -> String {
    let gaps = vec!["\"…\""; count];
    format!("[ {} ]", gaps.join(", "))
}

impl<D: Document> Case<'_, D> {
    /// How many labels there must be.
    pub(super) fn labels(&self) -> Option<usize> {
        count(self.document, parent(self.pointer))
    }

    /// What each label stands for.
    fn labelled(&self) -> &'static str {
        if self.pattern == "/scale/labels" {
            "answer"
        } else {
            "level of certainty"
        }
    }

    /// How many labels there must be, and an array with a gap for each.
    pub(super) fn label_gaps(&self) -> String {
        let wanted = self.labels().unwrap_or(2);
        let labelled = self.labelled();
        format!("{wanted} labels, one for each {labelled}: {}", gaps(wanted))
    }

    pub(super) fn wrong_length(&self) -> (String, String) {
        let wanted = self.labels().unwrap_or_default();
        let count = self.stands.as_ref().map_or(0, D::len);
        let around = parent(self.pointer);
        let noun = if count == 1 { "label" } else { "labels" };
        let (there, key, low, high) = if around == "/scale" {
            ("answers to choose from", "points", 2, 7)
        } else {
            ("levels of certainty", "levels", 2, 6)
        };
        let is_by_range =
            value(self.document, "/certainty/from").is_some() && around == "/certainty";
        let other = if (low..=high).contains(&count) && !is_by_range {
            format!(", or set \"{key}\" to {count}")
        } else {
            String::new()
        };
        (
            format!("There are {wanted} {there}, but {count} {noun}."),
            format!(
                "Write {wanted} labels, one for each {}, in their order{other}.",
                self.labelled()
            ),
        )
    }
}
