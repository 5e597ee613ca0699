//! The interface through which `parse` describes the format: which keys an object has, and which
//! values they may take.
//!
//! [`Reader`] has two implementations. [`super::fields::Fields`] reads a document and records its
//! problems. `Notes`, in `authoring::format::keys`, reads nothing and records which keys the parser
//! asked for, so the schema cannot disagree with the parser. This file knows kinds of values; it
//! must not know what a key means.

use crate::data::problem::{Code, Expected};
use crate::data::text::{is_unseen, unseen};

/// Goes through a document as the parser directs it.
pub trait Reader: Sized {
    /// A value of the document.
    type Value;
    /// An object that is being read.
    type Map;

    /// How many problems have been recorded so far.
    fn count(&self) -> usize;
    /// Records a problem with the value that is being read.
    fn problem(&mut self, code: Code, expected: Expected);
    /// Records a problem with the property `key` of the object that is being read.
    fn problem_at(&mut self, key: &str, code: Code, expected: Expected);

    /// Accepts any value at `key`.
    fn pass(&mut self, map: &mut Self::Map, key: &str);
    /// Accepts any object at `key`, whose keys the author chooses.
    fn pass_map(&mut self, map: &mut Self::Map, key: &str);
    /// Records a problem if the object has the key `before`, which now has another name.
    fn renamed(&mut self, map: &mut Self::Map, before: &str, expected: Expected);
    /// Whether the object has `key`. Records a problem if not.
    fn has(&mut self, map: &Self::Map, key: &str) -> bool;
    /// Records that the array at `key` is empty, unless there are more than `known` problems, for
    /// then one of the later ones may be the reason.
    fn not_empty(&mut self, key: &str, known: usize, is_empty: bool);

    /// Reads `value` into `text`. It must be a string, not blank, within the limit, without control
    /// characters.
    fn as_text(&mut self, value: &Self::Value, text: &mut String);
    /// Reads the string at `key` into `text`. If it is absent, records a problem and leaves `text`
    /// alone.
    fn text(&mut self, map: &mut Self::Map, key: &str, text: &mut String);
    /// Reads the string at `key` into `text`, which stays as it is if the key is absent.
    fn optional_text(&mut self, map: &mut Self::Map, key: &str, text: &mut String);
    /// Reads a string as [`Reader::optional_text`] does. If the questionnaire allows markup, the
    /// markup must be whole.
    fn prose(&mut self, map: &mut Self::Map, key: &str, text: &mut String);
    /// Allows markup in all prose read from now on.
    fn allow_markup(&mut self);
    /// Sets how many sources the prose read from now on may refer to.
    fn may_refer_to(&mut self, sources: usize);
    /// Reads the string at `key` into `text`, if there is one. It must match the pattern `P`.
    fn pattern<P: Pattern>(&mut self, map: &mut Self::Map, key: &str, text: &mut String);
    /// The index in `names` of the string at `key`; `None` if the key is absent or the string is
    /// another.
    fn choice(
        &mut self,
        map: &mut Self::Map,
        key: &str,
        names: &'static [&'static str],
        expected: Expected,
    ) -> Option<usize>;
    /// The boolean at `key`; `default` if it is absent.
    fn boolean(&mut self, map: &mut Self::Map, key: &str, default: bool) -> bool;
    /// The number at `key`, if there is one; it must be in `range`. Both ends are finite and belong
    /// to the range.
    fn number(
        &mut self,
        map: &mut Self::Map,
        key: &str,
        range: (f64, f64),
        expected: Expected,
    ) -> Option<f64>;
    /// The whole number at `key`, if there is one; it must be in `range`, whose ends belong to it.
    fn integer(
        &mut self,
        map: &mut Self::Map,
        key: &str,
        range: (i32, i32),
        expected: Expected,
    ) -> Option<i32>;

    /// Passes each item of the array at `key`, if there is one, to `read`.
    ///
    /// Here and below `read` is a trait object, so that this code is compiled only once.
    fn each(
        &mut self,
        map: &mut Self::Map,
        key: &str,
        read: &mut dyn FnMut(&mut Self, Self::Value),
    );
    /// Passes each object of the array at `key`, if there is one, to `read`.
    fn each_map(
        &mut self,
        map: &mut Self::Map,
        key: &str,
        read: &mut dyn FnMut(&mut Self, &mut Self::Map),
    );
    /// Passes the object at `key`, if there is one, to `read`.
    fn inside(
        &mut self,
        map: &mut Self::Map,
        key: &str,
        read: &mut dyn FnMut(&mut Self, &mut Self::Map),
    );
}

/// The syntax of a string that is not prose, such as an id or a URL.
pub trait Pattern {
    /// The syntax in a few English words.
    const EXPECTED: Expected;
    /// The syntax as a regular expression for the schema. It must accept the same strings as
    /// [`Pattern::fits`], apart from characters beyond the basic plane.
    const EXPRESSION: &'static str;
    /// Whether `text` matches.
    fn fits(text: &str) -> bool;
}

/// An id: any characters except white space and invisible ones.
pub struct Id;

impl Pattern for Id {
    const EXPECTED: Expected = Expected::new("an id without spaces");
    const EXPRESSION: &'static str = concat!("^[^", unseen!(), "]+$");

    fn fits(text: &str) -> bool {
        !text.chars().any(is_unseen)
    }
}

/// A language tag (BCP 47), checked loosely.
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

/// A year, month or day, such as `2026`, `2026-11` or `2026-11-23`.
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

/// A URL with the scheme http or https.
pub struct Address;

impl Pattern for Address {
    const EXPECTED: Expected = Expected::new("a URL that begins with https:// or http://");
    const EXPRESSION: &'static str = r"^[Hh][Tt][Tt][Pp][Ss]?://[^\u0000-\u0020\u007f-\u009f]*$";

    #[inline(never)]
    fn fits(text: &str) -> bool {
        let begins = |scheme: &str| {
            text.get(..scheme.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        };
        // Only ASCII controls and spaces are refused: joiners and other invisible characters may
        // belong to a name.
        let is_plain = text.bytes().all(|byte| byte > b' ');
        (begins("https://") || begins("http://")) && is_plain
    }
}
