//! Reads a document key by key and notes every problem with its place.
//!
//! Asking for a key strikes it off, so what is left when a map is closed is unknown: the list of keys
//! cannot disagree with the code that reads them. Knows kinds, limits and pointers; not what a key means.

use crate::document::{Document, Kind};
use crate::problem::{Code, Problem};

/// The longest text, in characters.
pub const MAX_TEXT: usize = 4_000;
/// The longest list.
pub const MAX_LIST: usize = 1_000;

const TEXT: &str = "a text";
const MAP: &str = "a map: { … }";
const LIST: &str = "a list: [ … ]";

/// A map that is being read: the value and the keys nobody has asked for yet.
pub struct Map<D> {
    value: D,
    left: Vec<String>,
}

/// The place being read and the problems found so far.
#[derive(Default)]
pub struct Fields {
    pointer: String,
    problems: Vec<Problem>,
}

impl Fields {
    /// All problems, in the order of the document's reading.
    #[must_use]
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// Whether nothing was found that keeps the document from being used.
    #[must_use]
    pub fn is_usable(&self) -> bool {
        self.problems.iter().all(Problem::is_tolerated)
    }

    /// How many problems were found so far.
    #[must_use]
    pub fn count(&self) -> usize {
        self.problems.len()
    }

    /// Notes a problem at the place being read.
    pub fn problem(&mut self, code: Code, expected: &'static str) {
        self.problems.push(Problem {
            code,
            pointer: self.pointer.clone(),
            expected,
        });
    }

    /// Notes a problem at `key` of the place being read.
    pub fn problem_at(&mut self, key: &str, code: Code, expected: &'static str) {
        let back = self.enter(key);
        self.problem(code, expected);
        self.leave(back);
    }

    /// Steps into `key`; hand the result to [`Fields::leave`].
    pub fn enter(&mut self, key: &str) -> usize {
        let back = self.pointer.len();
        self.pointer.push('/');
        for c in key.chars() {
            match c {
                '~' => self.pointer.push_str("~0"),
                '/' => self.pointer.push_str("~1"),
                _ => self.pointer.push(c),
            }
        }
        back
    }

    /// Steps back out.
    pub fn leave(&mut self, back: usize) {
        self.pointer.truncate(back);
    }

    /// Opens the map at the place being read; none, with a problem, where it is not a map.
    pub fn open<D: Document>(&mut self, value: D) -> Option<Map<D>> {
        if value.kind() != Kind::Map {
            self.problem(Code::WrongType, MAP);
            return None;
        }
        let left = value.keys();
        Some(Map { value, left })
    }

    /// Closes a map: every key nobody asked for is unknown.
    pub fn close<D: Document>(&mut self, map: Map<D>) {
        for key in map.left {
            self.problem_at(&key, Code::UnknownKey, "");
        }
    }

    /// The value at `key`, if it is there.
    pub fn take<D: Document>(&mut self, map: &mut Map<D>, key: &str) -> Option<D> {
        let place = map.left.iter().position(|left| left == key)?;
        map.left.swap_remove(place);
        map.value.get(key)
    }

    /// Whether `key` is there; its absence is a problem.
    pub fn has<D>(&mut self, map: &Map<D>, key: &str) -> bool {
        let has = map.left.iter().any(|left| left == key);
        if !has {
            self.problem_at(key, Code::Missing, "");
        }
        has
    }

    /// The text that `value` must be: not empty, within the limit, without control characters.
    pub fn as_text<D: Document>(&mut self, value: &D) -> Option<String> {
        if value.kind() != Kind::Text {
            self.problem(Code::WrongType, TEXT);
            return None;
        }
        let text = value.text();
        let stray = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        if text.trim().is_empty() {
            self.problem(Code::Empty, TEXT);
        } else if text.chars().count() > MAX_TEXT {
            self.problem(Code::TooLarge, "at most 4,000 characters");
        } else if text.contains(stray) {
            self.problem(Code::ControlCharacter, "no control characters");
        } else {
            return Some(text);
        }
        None
    }

    /// The text at `key`; empty, with a problem, where there is none.
    pub fn text<D: Document>(&mut self, map: &mut Map<D>, key: &str) -> String {
        self.has(map, key);
        self.optional_text(map, key).unwrap_or_default()
    }

    /// The text at `key`, if it is there.
    pub fn optional_text<D: Document>(&mut self, map: &mut Map<D>, key: &str) -> Option<String> {
        let value = self.take(map, key)?;
        let back = self.enter(key);
        let text = self.as_text(&value);
        self.leave(back);
        text
    }

    /// The text at `key`, if it is there and `is_valid`.
    pub fn pattern<D: Document>(
        &mut self,
        map: &mut Map<D>,
        key: &str,
        is_valid: fn(&str) -> bool,
        expected: &'static str,
    ) -> Option<String> {
        let text = self.optional_text(map, key)?;
        if is_valid(&text) {
            return Some(text);
        }
        self.problem_at(key, Code::Malformed, expected);
        None
    }

    /// The place of the text at `key` among `names`, if it is there.
    pub fn choice<D: Document>(
        &mut self,
        map: &mut Map<D>,
        key: &str,
        names: &[&str],
        expected: &'static str,
    ) -> Option<usize> {
        let text = self.optional_text(map, key)?;
        let place = names.iter().position(|name| *name == text);
        if place.is_none() {
            self.problem_at(key, Code::UnknownValue, expected);
        }
        place
    }

    /// The truth at `key`; `default` where it is absent.
    pub fn boolean<D: Document>(&mut self, map: &mut Map<D>, key: &str, default: bool) -> bool {
        let Some(value) = self.take(map, key) else {
            return default;
        };
        if value.kind() != Kind::Boolean {
            self.problem_at(key, Code::WrongType, "true or false");
        }
        value.boolean()
    }

    /// The finite number at `key`, if it is there and `is_valid`.
    pub fn number<D: Document>(
        &mut self,
        map: &mut Map<D>,
        key: &str,
        is_valid: impl Fn(f64) -> bool,
        expected: &'static str,
    ) -> Option<f64> {
        let value = self.take(map, key)?;
        if value.kind() != Kind::Number {
            self.problem_at(key, Code::WrongType, expected);
            return None;
        }
        let number = value.number();
        if number.is_finite() && is_valid(number) {
            return Some(number);
        }
        self.problem_at(key, Code::OutOfRange, expected);
        None
    }

    /// The whole number from `low` to `high` at `key`, if it is there.
    pub fn integer<D: Document>(
        &mut self,
        map: &mut Map<D>,
        key: &str,
        low: i32,
        high: i32,
        expected: &'static str,
    ) -> Option<i32> {
        let within = |n: f64| whole(n).is_some_and(|n| n >= low && n <= high);
        self.number(map, key, within, expected).and_then(whole)
    }

    /// Reads each item of the list at `key`, if it is there, with `read`, which may leave items out.
    pub fn list<D: Document, T>(
        &mut self,
        map: &mut Map<D>,
        key: &str,
        mut read: impl FnMut(&mut Self, &D) -> Option<T>,
    ) -> Vec<T> {
        let Some(value) = self.take(map, key) else {
            return Vec::new();
        };
        let mut items = Vec::new();
        let back = self.enter(key);
        if value.kind() != Kind::List {
            self.problem(Code::WrongType, LIST);
        } else if value.len() > MAX_LIST {
            self.problem(Code::TooLarge, "at most 1,000");
        } else {
            for index in 0..value.len() {
                let out = self.enter(&index.to_string());
                items.extend(read(self, &value.item(index)));
                self.leave(out);
            }
        }
        self.leave(back);
        items
    }

    /// Reads the map at `key`, if it is there, with `read`.
    pub fn map<D: Document, T>(
        &mut self,
        map: &mut Map<D>,
        key: &str,
        read: impl FnOnce(&mut Self, &mut Map<D>) -> T,
    ) -> Option<T> {
        let value = self.take(map, key)?;
        let back = self.enter(key);
        let result = self.whole_map(value, read);
        self.leave(back);
        result
    }

    /// Reads `value`, which must be a map, with `read`, and closes it.
    pub fn whole_map<D: Document, T>(
        &mut self,
        value: D,
        read: impl FnOnce(&mut Self, &mut Map<D>) -> T,
    ) -> Option<T> {
        let mut map = self.open(value)?;
        let result = read(self, &mut map);
        self.close(map);
        Some(result)
    }
}

/// A double that is a whole number of at most nine digits, as one.
#[must_use]
pub fn whole(number: f64) -> Option<i32> {
    const BOUND: f64 = 1e9;
    // The bound makes the cast exact: every whole number below it fits both types.
    #[allow(clippy::cast_possible_truncation)]
    let rounded = if number.abs() < BOUND { number as i32 } else { return None };
    #[allow(clippy::float_cmp)]
    (f64::from(rounded) == number).then_some(rounded)
}
