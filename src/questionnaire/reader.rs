//! How a document is gone through, key by key: the words in which `parse` says what the format is.
//!
//! Two go through: [`super::fields::Fields`] reads a document and notes its problems; in the full core `shape` reads
//! nothing and notes what would be asked for. So the schema cannot disagree with the parser. Knows kinds of
//! values; not what a key means.

use crate::data::problem::{Code, Expected};
use crate::data::text::{is_unseen, unseen};

/// What goes through a document.
pub trait Reader: Sized {
    /// A value of the document.
    type Value;
    /// A map that is being read.
    type Map;

    /// How many problems were found so far.
    fn count(&self) -> usize;
    /// Notes a problem at the place being read.
    fn problem(&mut self, code: Code, expected: Expected);
    /// Notes a problem at `key` of the place being read.
    fn problem_at(&mut self, key: &str, code: Code, expected: Expected);

    /// Passes over whatever stands at `key`.
    fn pass(&mut self, map: &mut Self::Map, key: &str);
    /// Passes over the map at `key`, whose keys are the author's own.
    fn pass_map(&mut self, map: &mut Self::Map, key: &str);
    /// Notes a problem if there is still a key `before`, which has another name now.
    fn renamed(&mut self, map: &mut Self::Map, before: &str, expected: Expected);
    /// Whether `key` is there; its absence is a problem.
    fn has(&mut self, map: &Self::Map, key: &str) -> bool;
    /// Notes where the list at `key` came out empty, if no problem since the `known` ones says so.
    fn not_empty(&mut self, key: &str, known: usize, is_empty: bool);

    /// Reads into `text` what `value` must be: a text, not blank, within the limit, without control
    /// characters.
    fn as_text(&mut self, value: &Self::Value, text: &mut String);
    /// Reads the text at `key` into `text`, which stays empty, with a problem, where there is none.
    fn text(&mut self, map: &mut Self::Map, key: &str, text: &mut String);
    /// Reads the text at `key` into `text`, which stays empty where there is none.
    fn optional_text(&mut self, map: &mut Self::Map, key: &str, text: &mut String);
    /// Reads a text at `key` as [`Reader::optional_text`] does; where markup is allowed, it must be whole.
    fn prose(&mut self, map: &mut Self::Map, key: &str, text: &mut String);
    /// Allows markup in prose from now on.
    fn allow_markup(&mut self);
    /// Says to how many sources the prose that follows may refer.
    fn may_refer_to(&mut self, sources: usize);
    /// Reads the text at `key` into `text`, if it is there; it must be written as `P` says.
    fn pattern<P: Pattern>(&mut self, map: &mut Self::Map, key: &str, text: &mut String);
    /// The place of the text at `key` among `names`, if it is there.
    fn choice(
        &mut self,
        map: &mut Self::Map,
        key: &str,
        names: &'static [&'static str],
        expected: Expected,
    ) -> Option<usize>;
    /// The truth at `key`; `default` where it is absent.
    fn boolean(&mut self, map: &mut Self::Map, key: &str, default: bool) -> bool;
    /// The number from `low` to `high` at `key`, if it is there; both ends are finite.
    fn number(
        &mut self,
        map: &mut Self::Map,
        key: &str,
        range: (f64, f64),
        expected: Expected,
    ) -> Option<f64>;
    /// The whole number from `low` to `high` at `key`, if it is there.
    fn integer(
        &mut self,
        map: &mut Self::Map,
        key: &str,
        range: (i32, i32),
        expected: Expected,
    ) -> Option<i32>;

    /// Hands each item of the list at `key`, if it is there, to `read`.
    ///
    /// Here and below `read` is a trait object: one copy of this code serves every list.
    fn each(
        &mut self,
        map: &mut Self::Map,
        key: &str,
        read: &mut dyn FnMut(&mut Self, Self::Value),
    );
    /// Hands each item of the list of maps at `key`, if it is there, to `read`.
    fn each_map(
        &mut self,
        map: &mut Self::Map,
        key: &str,
        read: &mut dyn FnMut(&mut Self, &mut Self::Map),
    );
    /// Hands the map at `key`, if it is there, to `read`.
    fn inside(
        &mut self,
        map: &mut Self::Map,
        key: &str,
        read: &mut dyn FnMut(&mut Self, &mut Self::Map),
    );
}

/// How a text that is no prose is written.
pub trait Pattern {
    /// How it is written, in a few words.
    const EXPECTED: Expected;
    /// The same as a regular expression, for the schema; it must say what [`Pattern::fits`] says.
    const EXPRESSION: &'static str;
    /// Whether `text` is written so.
    fn fits(text: &str) -> bool;
}

/// Anything without white space and other characters that cannot be seen.
pub struct Id;

impl Pattern for Id {
    const EXPECTED: Expected = Expected::new("an id without spaces");
    const EXPRESSION: &'static str = concat!("^[^", unseen!(), "]+$");

    fn fits(text: &str) -> bool {
        !text.chars().any(is_unseen)
    }
}

/// A language tag (BCP 47), loosely.
pub struct Language;

impl Pattern for Language {
    const EXPECTED: Expected = Expected::new("a language tag such as en or nb");
    const EXPRESSION: &'static str = "^[A-Za-z]{2}[A-Za-z0-9-]*$";

    fn fits(text: &str) -> bool {
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        let mut bytes = text.bytes();
        let mut letter = || bytes.next().is_some_and(|byte| byte.is_ascii_alphabetic());
        letter() && letter() && bytes.all(is_part)
    }
}

/// A year, month or day.
pub struct Date;

impl Pattern for Date {
    const EXPECTED: Expected = Expected::new("a date: 2026, 2026-11 or 2026-11-23");
    const EXPRESSION: &'static str = "^[0-9]{4}(-[0-9]{2}){0,2}$";

    fn fits(text: &str) -> bool {
        let is_right = |(at, byte): (usize, u8)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        };
        matches!(text.len(), 4 | 7 | 10) && text.bytes().enumerate().all(is_right)
    }
}

/// An address over http or https.
pub struct Address;

impl Pattern for Address {
    const EXPECTED: Expected = Expected::new("an address that begins with https:// or http://");
    const EXPRESSION: &'static str = r"^[Hh][Tt][Tt][Pp][Ss]?://[^\u0000-\u0020\u007f-\u009f]*$";

    #[inline(never)]
    fn fits(text: &str) -> bool {
        let begins = |scheme: &str| {
            text.get(..scheme.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        };
        // In the middle, a character that joins others may belong to a name.
        let is_plain = text.bytes().all(|byte| byte > b' ');
        (begins("https://") || begins("http://")) && is_plain
    }
}
