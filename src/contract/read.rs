//! Checks a document against its table, and records every problem with its pointer and what would
//! be right.
//!
//! It is strict: a key that is not in the table is a problem too, so nothing else gets through.
//! This file knows kinds of values and limits. It must not know what a key means.

use super::shape::{Field, Kind, LONGEST};
use crate::data::document::{Document, ValueKind};
use crate::data::problem::{Code, Expected, Problem};
use crate::data::text::is_blank;
use crate::questionnaire::fields::{MAX_LIST, has_control, whole};
use crate::questionnaire::reader::{Id, Pattern};
use std::ops::RangeInclusive;

/// What is expected at a key that the contract does not have.
pub const NO_OTHERS: Expected = Expected::new("none but the keys of the contract");

/// All problems of `document`, which should consist of `fields`.
#[must_use]
pub fn problems<D: Document>(document: &D, fields: &'static [Field]) -> Vec<Problem> {
    let mut reading = Reading::default();
    reading.value(document, &Kind::Map(fields));
    reading.problems
}

/// A problem at this pointer.
#[must_use]
pub fn problem(code: Code, pointer: &str, expected: &'static str) -> Problem {
    Problem {
        code,
        pointer: pointer.to_owned(),
        expected: Expected::new(expected),
    }
}

/// A key escaped for a JSON pointer (RFC 6901).
#[must_use]
pub fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

#[derive(Default)]
struct Reading {
    pointer: String,
    problems: Vec<Problem>,
}

impl Reading {
    fn note(&mut self, code: Code, expected: Expected) {
        self.problems.push(Problem {
            code,
            pointer: self.pointer.clone(),
            expected,
        });
    }

    fn within(&mut self, key: &str, read: impl FnOnce(&mut Self)) {
        let back = self.pointer.len();
        self.pointer.push('/');
        self.pointer.push_str(&escaped(key));
        read(self);
        self.pointer.truncate(back);
    }

    fn value<D: Document>(&mut self, value: &D, kind: &Kind) {
        match kind {
            Kind::OrNull(_) if value.kind() == ValueKind::Null => {}
            Kind::OrNull(kind) => self.value(value, kind),
            Kind::Exactly(word) => self.word(value, &[*word], Expected::new(word)),
            Kind::Choice(words, expected) => self.word(value, words, *expected),
            Kind::Written { expected, fits, .. } => {
                self.text(value, (LONGEST, *expected), true, &|text| {
                    (!fits(text)).then_some((Code::Malformed, *expected))
                });
            }
            Kind::Text {
                most,
                is_filled,
                expected,
            } => self.text(value, (*most, *expected), *is_filled, &|text| {
                let expected = Expected::new("no control characters");
                has_control(text).then_some((Code::ControlCharacter, expected))
            }),
            Kind::Integer(low, high, expected) => self.integer(value, *low..=*high, *expected),
            Kind::Agreement => self.agreement(value),
            Kind::Map(fields) => self.map(value, fields),
            Kind::ById { each, is_filled } => self.by_id(value, each, *is_filled),
            Kind::List {
                item,
                least,
                most,
                expected,
            } => self.list(value, item, *least..=*most, *expected),
        }
    }

    /// Checks a string: its kind, whether it is blank, its length, and then `fault`.
    fn text<D: Document>(
        &mut self,
        value: &D,
        (most, expected): (usize, Expected),
        is_filled: bool,
        fault: &dyn Fn(&str) -> Option<(Code, Expected)>,
    ) {
        let text = value.text();
        if value.kind() != ValueKind::Text {
            self.note(Code::WrongType, Expected::new("a string"));
        } else if is_filled && is_blank(&text) {
            self.note(Code::Empty, Expected::new("a string"));
        } else if text.chars().count() > most {
            self.note(Code::TooLarge, expected);
        } else if let Some((code, expected)) = fault(&text) {
            self.note(code, expected);
        }
    }

    fn word<D: Document>(&mut self, value: &D, words: &[&str], expected: Expected) {
        if value.kind() != ValueKind::Text {
            self.note(Code::WrongType, expected);
        } else if !words.contains(&value.text().as_str()) {
            self.note(Code::UnknownValue, expected);
        }
    }

    fn integer<D: Document>(&mut self, value: &D, range: RangeInclusive<i32>, expected: Expected) {
        if value.kind() != ValueKind::Number {
            self.note(Code::WrongType, expected);
        } else if whole(value.number()).is_none_or(|number| !range.contains(&number)) {
            self.note(Code::OutOfRange, expected);
        }
    }

    fn agreement<D: Document>(&mut self, value: &D) {
        let is_right = match value.kind() {
            ValueKind::Text => value.text() == "dontKnow",
            ValueKind::Number => {
                whole(value.number()).is_some_and(|point| (1..=7).contains(&point))
            }
            _ => false,
        };
        if !is_right {
            let expected = Expected::new("a point of the scale, or dontKnow");
            self.note(Code::OutOfRange, expected);
        }
    }

    fn map<D: Document>(&mut self, value: &D, fields: &[Field]) {
        if value.kind() != ValueKind::Map {
            self.note(Code::WrongType, Expected::new("an object: { … }"));
            return;
        }
        for field in fields {
            match value.child(field.key) {
                Some(part) => self.within(field.key, |it| it.value(&part, &field.kind)),
                None if field.is_required => self.within(field.key, |it| {
                    it.note(Code::Missing, Expected::new("this key"));
                }),
                None => {}
            }
        }
        for key in value.keys() {
            if fields.iter().all(|field| field.key != key) {
                self.within(&key, |it| it.note(Code::UnknownKey, NO_OTHERS));
            }
        }
    }

    fn by_id<D: Document>(&mut self, value: &D, each: &Kind, is_filled: bool) {
        let keys = value.keys();
        if value.kind() != ValueKind::Map {
            self.note(Code::WrongType, Expected::new("an object: { … }"));
        } else if is_filled && keys.is_empty() {
            self.note(Code::Empty, Expected::new("at least one"));
        } else if keys.len() > MAX_LIST {
            self.note(Code::TooLarge, Expected::new("at most 1,000"));
        } else {
            for key in keys {
                let Some(part) = value.get(&key) else {
                    continue;
                };
                self.within(&key, |it| {
                    if key.is_empty() || !Id::fits(&key) {
                        it.note(Code::Malformed, Id::EXPECTED);
                    } else {
                        it.value(&part, each);
                    }
                });
            }
        }
    }

    fn list<D: Document>(
        &mut self,
        value: &D,
        item: &Kind,
        range: RangeInclusive<usize>,
        expected: Expected,
    ) {
        if value.kind() != ValueKind::List {
            self.note(Code::WrongType, Expected::new("an array: [ … ]"));
        } else if value.len() > *range.end() {
            self.note(Code::TooLarge, expected);
        } else if value.len() < *range.start() {
            self.note(Code::WrongLength, expected);
        } else {
            for index in 0..value.len() {
                self.within(&index.to_string(), |it| it.value(&value.item(index), item));
            }
        }
    }
}
