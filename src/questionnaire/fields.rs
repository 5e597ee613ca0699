//! Reads a document key by key and notes every problem with its place.
//!
//! Asking for a key strikes it off, so what is left when a map is closed is unknown: the list of keys
//! cannot disagree with the code that reads them. Knows kinds, limits and pointers; not what a key means.

use crate::digits::digits;
use crate::document::{Document, Kind};
use crate::problem::{self, Code, Problem};

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
    #[inline(never)]
    #[must_use]
    pub fn is_usable(&self) -> bool {
        self.problems.iter().all(Problem::is_tolerated)
    }

    /// How many problems were found so far.
    #[inline(never)]
    #[must_use]
    pub fn count(&self) -> usize {
        self.problems.len()
    }

    /// Notes a problem at the place being read.
    #[inline(never)]
    pub fn problem(&mut self, code: Code, expected: &'static str) {
        self.problems.push(Problem {
            code,
            pointer: self.pointer.clone(),
            expected: if problem::SAYS_WHAT_IS_EXPECTED {
                expected
            } else {
                ""
            },
        });
    }

    /// Notes a problem at `key` of the place being read.
    #[inline(never)]
    pub fn problem_at(&mut self, key: &str, code: Code, expected: &'static str) {
        let back = self.enter(key);
        self.problem(code, expected);
        self.leave(back);
    }

    /// Steps into `key`; hand the result to [`Fields::leave`].
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

    /// Steps back out.
    #[inline(never)]
    pub fn leave(&mut self, back: usize) {
        self.pointer.truncate(back);
    }

    /// The value at `key`, if it is there.
    #[inline(never)]
    pub fn take<D: Document>(&mut self, map: &mut Map<D>, key: &str) -> Option<D> {
        let place = map.left.iter().position(|left| left == key)?;
        map.left.swap_remove(place);
        map.value.get(key)
    }

    /// Strikes every key off: somebody else reads this map.
    pub fn take_all<D>(&mut self, map: &mut Map<D>) {
        map.left.clear();
    }

    /// Whether `key` is there; its absence is a problem.
    #[inline(never)]
    pub fn has<D>(&mut self, map: &Map<D>, key: &str) -> bool {
        let has = map.left.iter().any(|left| left == key);
        if !has {
            self.problem_at(key, Code::Missing, "");
        }
        has
    }

    /// Reads into `text` what `value` must be: a text, not blank, within the limit, without control
    /// characters.
    #[inline(never)]
    pub fn as_text<D: Document>(&mut self, value: &D, text: &mut String) {
        let given = value.text();
        let is_continued = |byte: &u8| byte & 0xC0 == 0x80;
        if value.kind() != Kind::Text {
            self.problem(Code::WrongType, TEXT);
        } else if given.bytes().all(|byte| byte <= b' ') {
            self.problem(Code::Empty, TEXT);
        } else if given.bytes().filter(|byte| !is_continued(byte)).count() > MAX_TEXT {
            self.problem(Code::TooLarge, "at most 4,000 characters");
        } else if has_control(&given) {
            self.problem(Code::ControlCharacter, "no control characters");
        } else {
            *text = given;
        }
    }

    /// Reads the text at `key` into `text`, which stays empty, with a problem, where there is none.
    #[inline(never)]
    pub fn text<D: Document>(&mut self, map: &mut Map<D>, key: &str, text: &mut String) {
        self.has(map, key);
        self.optional_text(map, key, text);
    }

    /// Reads the text at `key` into `text`, which stays empty where there is none.
    #[inline(never)]
    pub fn optional_text<D: Document>(&mut self, map: &mut Map<D>, key: &str, text: &mut String) {
        if let Some(value) = self.take(map, key) {
            let back = self.enter(key);
            self.as_text(&value, text);
            self.leave(back);
        }
    }

    /// Reads the text at `key` into `text`, if it is there; it must be `is_valid`.
    #[inline(never)]
    pub fn pattern<D: Document>(
        &mut self,
        map: &mut Map<D>,
        key: &str,
        text: &mut String,
        is_valid: fn(&str) -> bool,
        expected: &'static str,
    ) {
        self.optional_text(map, key, text);
        if !text.is_empty() && !is_valid(text) {
            self.problem_at(key, Code::Malformed, expected);
        }
    }

    /// The place of the text at `key` among `names`, if it is there.
    #[inline(never)]
    pub fn choice<D: Document>(
        &mut self,
        map: &mut Map<D>,
        key: &str,
        names: &[&str],
        expected: &'static str,
    ) -> Option<usize> {
        let mut text = String::new();
        self.optional_text(map, key, &mut text);
        let place = names.iter().position(|name| *name == text);
        if place.is_none() && !text.is_empty() {
            self.problem_at(key, Code::UnknownValue, expected);
        }
        place
    }

    /// The truth at `key`; `default` where it is absent.
    #[inline(never)]
    pub fn boolean<D: Document>(&mut self, map: &mut Map<D>, key: &str, default: bool) -> bool {
        let Some(value) = self.take(map, key) else {
            return default;
        };
        if value.kind() != Kind::Boolean {
            self.problem_at(key, Code::WrongType, "true or false");
        }
        value.boolean()
    }

    /// The number from `low` to `high` at `key`, if it is there; both ends are finite.
    #[inline(never)]
    pub fn number<D: Document>(
        &mut self,
        map: &mut Map<D>,
        key: &str,
        (low, high): (f64, f64),
        expected: &'static str,
    ) -> Option<f64> {
        let value = self.take(map, key)?;
        let number = value.number();
        let code = if value.kind() != Kind::Number {
            Code::WrongType
        } else if number >= low && number <= high {
            return Some(number);
        } else {
            // Also NaN, which is on no side of anything.
            Code::OutOfRange
        };
        self.problem_at(key, code, expected);
        None
    }

    /// The whole number from `low` to `high` at `key`, if it is there.
    #[inline(never)]
    pub fn integer<D: Document>(
        &mut self,
        map: &mut Map<D>,
        key: &str,
        (low, high): (i32, i32),
        expected: &'static str,
    ) -> Option<i32> {
        let number = self.number(map, key, (low.into(), high.into()), expected)?;
        let whole = whole(number);
        if whole.is_none() {
            self.problem_at(key, Code::OutOfRange, expected);
        }
        whole
    }

    /// Hands each item of the list at `key`, if it is there, to `read`.
    ///
    /// Here and below `read` is a trait object: one copy of this code serves every list.
    #[inline(never)]
    pub fn each<D: Document>(
        &mut self,
        map: &mut Map<D>,
        key: &str,
        read: &mut dyn FnMut(&mut Self, D),
    ) {
        let Some(value) = self.take(map, key) else {
            return;
        };
        let back = self.enter(key);
        if value.kind() != Kind::List {
            self.problem(Code::WrongType, LIST);
        } else if value.len() > MAX_LIST {
            self.problem(Code::TooLarge, "at most 1,000");
        } else {
            for index in 0..value.len() {
                let out = self.enter(&digits(index));
                read(self, value.item(index));
                self.leave(out);
            }
        }
        self.leave(back);
    }

    /// Hands each item of the list of maps at `key`, if it is there, to `read`.
    #[inline(never)]
    pub fn each_map<D: Document>(
        &mut self,
        map: &mut Map<D>,
        key: &str,
        read: &mut dyn FnMut(&mut Self, &mut Map<D>),
    ) {
        self.each(map, key, &mut |fields, item| fields.open(item, read));
    }

    /// Hands the map at `key`, if it is there, to `read`.
    #[inline(never)]
    pub fn inside<D: Document>(
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

    /// Hands `value`, which must be a map, to `read`. Every key that is then left is unknown.
    #[inline(never)]
    pub fn open<D: Document>(&mut self, value: D, read: &mut dyn FnMut(&mut Self, &mut Map<D>)) {
        if value.kind() != Kind::Map {
            self.problem(Code::WrongType, MAP);
            return;
        }
        let left = value.keys();
        let mut map = Map { value, left };
        read(self, &mut map);
        for key in &map.left {
            self.problem_at(key, Code::UnknownKey, "");
        }
    }
}

/// Whether a text has control characters (C0, DEL, C1) other than tabs and line breaks.
fn has_control(text: &str) -> bool {
    let mut before = 0;
    text.bytes().any(|byte| {
        let is_c1 = before == 0xC2 && byte < 0xA0;
        before = byte;
        is_c1 || byte == 0x7F || (byte < b' ' && !matches!(byte, b'\n' | b'\r' | b'\t'))
    })
}

/// A double that is a whole number of 32 bits, as one.
#[must_use]
pub fn whole(number: f64) -> Option<i32> {
    // The cast saturates, and makes 0 of NaN: neither is then equal to what it came from.
    #[allow(clippy::cast_possible_truncation)]
    let whole = number as i32;
    #[allow(clippy::float_cmp)]
    (f64::from(whole) == number).then_some(whole)
}
