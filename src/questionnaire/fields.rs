//! Reads a document key by key and records every problem with its pointer.
//!
//! Each key that the parser asks for is removed from the object's remaining keys, so whatever is
//! left at the end is unknown. There is no second list of keys that could disagree with the parser.
//! This file knows kinds of values, limits and JSON pointers; it must not know what a key means.

use super::markup;
use super::reader::{Pattern, Reader};
use crate::data::document::{Document, ValueKind};
use crate::data::problem::{Code, Expected, Problem};
use crate::data::text::{digits, is_blank};
use std::marker::PhantomData;

/// The longest string, in characters (code points).
pub const MAX_TEXT: usize = 4_000;
/// How many problems are recorded. Nobody needs more at a time, and listing them would take long.
const MOST_PROBLEMS: usize = 1_000;
/// The longest array, in items.
pub const MAX_LIST: usize = 1_000;

const TEXT: Expected = Expected::new("a string");
/// The phrase for whole markup.
pub const MARKUP: Expected = Expected::new("whole markup: *emphasis*, [words](https://…) or [1]");
const MAP: Expected = Expected::new("an object: { … }");
const LIST: Expected = Expected::new("an array: [ … ]");
const ONE: Expected = Expected::new("at least one");

/// An object that is being read, with the keys that nobody has asked for yet.
pub struct Map<D> {
    value: D,
    left: Vec<String>,
}

/// The pointer to what is being read, and the problems found so far.
pub struct Fields<D> {
    pointer: String,
    /// The first [`MOST_PROBLEMS`] problems. If all of those are tolerated, the first that is not
    /// comes after them.
    problems: Vec<Problem>,
    /// Whether all problems so far are tolerated.
    is_usable: bool,
    /// Whether prose may have markup.
    has_markup: bool,
    /// How many sources the prose that is read may refer to.
    sources: usize,
    kind: PhantomData<D>,
}

impl<D> Default for Fields<D> {
    fn default() -> Self {
        Self {
            pointer: String::new(),
            problems: Vec::new(),
            is_usable: true,
            has_markup: false,
            sources: 0,
            kind: PhantomData,
        }
    }
}

impl<D: Document> Fields<D> {
    /// All problems, in the order in which the document was read.
    #[must_use]
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// Whether the document can be used: all problems so far are tolerated.
    #[inline(never)]
    #[must_use]
    pub fn is_usable(&self) -> bool {
        self.is_usable
    }

    /// Adds `key` to the pointer. The caller must pass the returned length to [`Fields::leave`].
    #[inline(never)]
    pub fn enter(&mut self, key: &str) -> usize {
        let back = self.pointer.len();
        self.pointer.push_str("/");
        let mut from = 0;
        for (at, byte) in key.bytes().enumerate() {
            let escape = match byte {
                b'~' => "~0",
                b'/' => "~1",
                _ => continue,
            };
            self.pointer.push_str(key.get(from..at).unwrap_or_default());
            self.pointer.push_str(escape);
            from = at + 1;
        }
        self.pointer.push_str(key.get(from..).unwrap_or_default());
        back
    }

    /// Resets the pointer to what it was before [`Fields::enter`].
    #[inline(never)]
    pub fn leave(&mut self, back: usize) {
        self.pointer.truncate(back);
    }

    /// Takes the value at `key` out of the keys that are left; `None` if it is absent.
    #[inline(never)]
    pub fn take(&mut self, map: &mut Map<D>, key: &str) -> Option<D> {
        let index = map.left.iter().position(|left| left == key)?;
        map.left.swap_remove(index);
        map.value.get(key)
    }

    /// The part of [`Reader::pattern`] that does not depend on the pattern, so that it is compiled
    /// only once.
    #[inline(never)]
    fn fitting(
        &mut self,
        map: &mut Map<D>,
        key: &str,
        text: &mut String,
        fits: fn(&str) -> bool,
        expected: Expected,
    ) {
        self.optional_text(map, key, text);
        if !text.is_empty() && !fits(text) {
            self.problem_at(key, Code::Malformed, expected);
        }
    }

    /// Passes `value`, which must be an object, to `read`, then records every key that `read` did
    /// not ask for as unknown.
    #[inline(never)]
    pub fn open(&mut self, value: D, read: &mut dyn FnMut(&mut Self, &mut Map<D>)) {
        if value.kind() != ValueKind::Map {
            self.problem(Code::WrongType, MAP);
            return;
        }
        let left = value.keys();
        let mut map = Map { value, left };
        read(self, &mut map);
        for key in &map.left {
            self.problem_at(key, Code::UnknownKey, Expected::default());
        }
    }
}

impl<D: Document> Reader for Fields<D> {
    type Value = D;
    type Map = Map<D>;

    #[inline(never)]
    fn count(&self) -> usize {
        self.problems.len()
    }

    #[inline(never)]
    fn problem(&mut self, code: Code, expected: Expected) {
        let is_tolerated = code.is_tolerated();
        if self.problems.len() < MOST_PROBLEMS || (self.is_usable && !is_tolerated) {
            self.problems.push(Problem {
                code,
                pointer: self.pointer.clone(),
                expected,
            });
        }
        self.is_usable &= is_tolerated;
    }

    #[inline(never)]
    fn problem_at(&mut self, key: &str, code: Code, expected: Expected) {
        let back = self.enter(key);
        self.problem(code, expected);
        self.leave(back);
    }

    fn pass(&mut self, map: &mut Map<D>, key: &str) {
        self.take(map, key);
    }

    fn pass_map(&mut self, map: &mut Map<D>, key: &str) {
        self.inside(map, key, &mut |_, map| map.left.clear());
    }

    #[inline(never)]
    fn renamed(&mut self, map: &mut Map<D>, before: &str, expected: Expected) {
        if self.take(map, before).is_some() {
            self.problem_at(before, Code::Renamed, expected);
        }
    }

    #[inline(never)]
    fn has(&mut self, map: &Map<D>, key: &str) -> bool {
        let has = map.left.iter().any(|left| left == key);
        if !has {
            self.problem_at(key, Code::Missing, Expected::default());
        }
        has
    }

    #[inline(never)]
    fn not_empty(&mut self, key: &str, known: usize, is_empty: bool) {
        if is_empty && self.count() == known {
            self.problem_at(key, Code::Empty, ONE);
        }
    }

    #[inline(never)]
    fn as_text(&mut self, value: &D, text: &mut String) {
        let given = value.text();
        let is_continued = |byte: &u8| byte & 0xC0 == 0x80;
        if value.kind() != ValueKind::Text {
            self.problem(Code::WrongType, TEXT);
        } else if is_blank(&given) {
            self.problem(Code::Empty, TEXT);
        } else if given.bytes().filter(|byte| !is_continued(byte)).count() > MAX_TEXT {
            self.problem(Code::TooLarge, Expected::new("at most 4,000 characters"));
        } else if has_control(&given) {
            self.problem(
                Code::ControlCharacter,
                Expected::new("no control characters"),
            );
        } else {
            *text = given;
        }
    }

    #[inline(never)]
    fn text(&mut self, map: &mut Map<D>, key: &str, text: &mut String) {
        self.has(map, key);
        self.optional_text(map, key, text);
    }

    #[inline(never)]
    fn optional_text(&mut self, map: &mut Map<D>, key: &str, text: &mut String) {
        if let Some(value) = self.take(map, key) {
            let back = self.enter(key);
            self.as_text(&value, text);
            self.leave(back);
        }
    }

    #[inline(never)]
    fn prose(&mut self, map: &mut Map<D>, key: &str, text: &mut String) {
        self.optional_text(map, key, text);
        if self.has_markup && markup::read(text, self.sources, &mut ()) < text.len() {
            self.problem_at(key, Code::Malformed, MARKUP);
        }
    }

    fn allow_markup(&mut self) {
        self.has_markup = true;
    }

    fn may_refer_to(&mut self, sources: usize) {
        self.sources = sources;
    }

    fn pattern<P: Pattern>(&mut self, map: &mut Map<D>, key: &str, text: &mut String) {
        self.fitting(map, key, text, P::fits, P::EXPECTED);
    }

    #[inline(never)]
    fn choice(
        &mut self,
        map: &mut Map<D>,
        key: &str,
        names: &'static [&'static str],
        expected: Expected,
    ) -> Option<usize> {
        let mut text = String::new();
        self.optional_text(map, key, &mut text);
        let index = names.iter().position(|name| *name == text);
        if index.is_none() && !text.is_empty() {
            self.problem_at(key, Code::UnknownValue, expected);
        }
        index
    }

    #[inline(never)]
    fn boolean(&mut self, map: &mut Map<D>, key: &str, default: bool) -> bool {
        let Some(value) = self.take(map, key) else {
            return default;
        };
        if value.kind() != ValueKind::Boolean {
            self.problem_at(key, Code::WrongType, Expected::new("true or false"));
        }
        value.boolean()
    }

    #[inline(never)]
    fn number(
        &mut self,
        map: &mut Map<D>,
        key: &str,
        (low, high): (f64, f64),
        expected: Expected,
    ) -> Option<f64> {
        let value = self.take(map, key)?;
        let number = value.number();
        let code = if value.kind() != ValueKind::Number {
            Code::WrongType
        } else if number >= low && number <= high {
            return Some(number);
        } else {
            // NaN ends up here too: it compares false with both bounds.
            Code::OutOfRange
        };
        self.problem_at(key, code, expected);
        None
    }

    #[inline(never)]
    fn integer(
        &mut self,
        map: &mut Map<D>,
        key: &str,
        (low, high): (i32, i32),
        expected: Expected,
    ) -> Option<i32> {
        let number = self.number(map, key, (low.into(), high.into()), expected)?;
        let whole = whole(number);
        if whole.is_none() {
            self.problem_at(key, Code::OutOfRange, expected);
        }
        whole
    }

    #[inline(never)]
    fn each(&mut self, map: &mut Map<D>, key: &str, read: &mut dyn FnMut(&mut Self, D)) {
        let Some(value) = self.take(map, key) else {
            return;
        };
        let back = self.enter(key);
        if value.kind() != ValueKind::List {
            self.problem(Code::WrongType, LIST);
        } else if value.len() > MAX_LIST {
            self.problem(Code::TooLarge, Expected::new("at most 1,000"));
        } else {
            for index in 0..value.len() {
                let out = self.enter(&digits(index));
                read(self, value.item(index));
                self.leave(out);
            }
        }
        self.leave(back);
    }

    #[inline(never)]
    fn each_map(
        &mut self,
        map: &mut Map<D>,
        key: &str,
        read: &mut dyn FnMut(&mut Self, &mut Map<D>),
    ) {
        self.each(map, key, &mut |fields, item| fields.open(item, read));
    }

    #[inline(never)]
    fn inside(
        &mut self,
        map: &mut Map<D>,
        key: &str,
        read: &mut dyn FnMut(&mut Self, &mut Map<D>),
    ) {
        if let Some(value) = self.take(map, key) {
            let back = self.enter(key);
            self.open(value, read);
            self.leave(back);
        }
    }
}

/// Whether a string contains control characters (C0, DEL, C1) other than tabs and line breaks.
#[must_use]
pub fn has_control(text: &str) -> bool {
    let mut before = 0;
    text.bytes().any(|byte| {
        let is_c1 = before == 0xC2 && byte < 0xA0;
        before = byte;
        is_c1 || byte == 0x7F || (byte < b' ' && !matches!(byte, b'\n' | b'\r' | b'\t'))
    })
}

/// The number as a 32-bit integer; `None` if it is not whole or does not fit.
#[must_use]
pub fn whole(number: f64) -> Option<i32> {
    // The cast saturates and turns NaN into 0. In both cases the result differs from `number`.
    #[allow(clippy::cast_possible_truncation)]
    let whole = number as i32;
    #[allow(clippy::float_cmp)]
    (f64::from(whole) == number).then_some(whole)
}
