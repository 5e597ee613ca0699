//! What is wrong with a document, and where.
//!
//! This file knows the codes of problems and JSON pointers. It must not know how a document is
//! read.

use crate::data::document::WriteDocument;

/// What would be right, in a few English words; empty if the code says enough.
///
/// In the reader's module the phrase is not stored: code and pointer are enough to look the problem
/// up, and the phrases would add to what every reader loads for the sake of the one author.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize))]
pub struct Expected(Phrase);

#[cfg(feature = "authoring")]
type Phrase = &'static str;
#[cfg(not(feature = "authoring"))]
type Phrase = ();

#[cfg(feature = "authoring")]
impl Expected {
    /// Stores a phrase.
    #[must_use]
    pub const fn new(phrase: &'static str) -> Self {
        Self(phrase)
    }

    /// The phrase; empty if the code says enough.
    #[must_use]
    pub fn text(self) -> &'static str {
        self.0
    }

    fn write<D: WriteDocument>(self, map: &mut D) {
        map.set_text("expected", self.0);
    }
}

#[cfg(not(feature = "authoring"))]
impl Expected {
    pub(crate) const fn new(_phrase: &'static str) -> Self {
        Self(())
    }

    #[allow(clippy::unused_self)] // The phrase is not stored in this module.
    fn write<D: WriteDocument>(self, _map: &mut D) {}
}

/// What is wrong. The variant's name in camel case is public: it is the `code` in events and
/// errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "camelCase"))]
pub enum Code {
    /// A required key is absent.
    Missing,
    /// The value has another kind than the format requires.
    WrongType,
    /// The format does not define this key. The widget ignores it.
    UnknownKey,
    /// The key had this name before version 1.0 of the format.
    Renamed,
    /// The value has the right kind but is not one of the allowed ones.
    UnknownValue,
    /// The number is outside its range or not finite.
    OutOfRange,
    /// The string shows nothing, or the array has no items.
    Empty,
    /// More than the limits of the format allow.
    TooLarge,
    /// The array must have another length.
    WrongLength,
    /// Another item has the same id.
    DuplicateId,
    /// The value is not written as an id, a language tag, a date, a URL or whole markup must be.
    Malformed,
    /// The string contains control characters other than tabs and line breaks.
    ControlCharacter,
    /// This core does not read the major version in `format`.
    UnsupportedFormat,
    /// The questionnaire has nothing with this id.
    UnknownId,
    /// The two documents differ in questionnaire, version or scale.
    NotComparable,
}

impl Code {
    /// Whether a document with such a problem can still be used. Only unknown keys are tolerated.
    #[must_use]
    pub fn is_tolerated(self) -> bool {
        self == Self::UnknownKey
    }

    /// The stable name of the code, such as `unknownKey`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::WrongType => "wrongType",
            Self::UnknownKey => "unknownKey",
            Self::Renamed => "renamed",
            Self::UnknownValue => "unknownValue",
            Self::OutOfRange => "outOfRange",
            Self::Empty => "empty",
            Self::TooLarge => "tooLarge",
            Self::WrongLength => "wrongLength",
            Self::DuplicateId => "duplicateId",
            Self::Malformed => "malformed",
            Self::ControlCharacter => "controlCharacter",
            Self::UnsupportedFormat => "unsupportedFormat",
            Self::UnknownId => "unknownId",
            Self::NotComparable => "notComparable",
        }
    }
}

/// One problem in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "camelCase"))]
pub struct Problem {
    /// What is wrong.
    pub code: Code,
    /// Where it is, as a JSON pointer (RFC 6901); empty for the document itself.
    pub pointer: String,
    /// What would be right there.
    pub expected: Expected,
}

impl Problem {
    /// Whether a document with this problem can still be used. Only unknown keys are tolerated.
    #[must_use]
    pub fn is_tolerated(&self) -> bool {
        self.code.is_tolerated()
    }

    /// The problem as an object `{ code, pointer, expected }`. The reader's module leaves
    /// `expected` out.
    #[must_use]
    pub fn write<D: WriteDocument>(&self) -> D {
        let mut map = D::new_map();
        map.set_text("code", self.code.name());
        map.set_text("pointer", &self.pointer);
        self.expected.write(&mut map);
        map
    }
}

/// An array of all problems, each as [`Problem::write`] gives it.
#[must_use]
pub fn write_all<D: WriteDocument>(problems: &[Problem]) -> D {
    let mut list = Vec::new();
    for problem in problems {
        list.push(problem.write());
    }
    D::from_list(list)
}
