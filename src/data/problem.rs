//! What is wrong with a document, and where. Knows codes and places; not how a document is read.

use crate::data::document::WriteDocument;

/// What would be right, in a few words of English; empty where the code says it all.
///
/// In the reader's module it holds nothing: code and place are enough to look it up, and the phrases would cost
/// every reader what one author needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize))]
pub struct Expected(Phrase);

#[cfg(feature = "authoring")]
type Phrase = &'static str;
#[cfg(not(feature = "authoring"))]
type Phrase = ();

#[cfg(feature = "authoring")]
impl Expected {
    /// The phrase.
    #[must_use]
    pub const fn new(phrase: &'static str) -> Self {
        Self(phrase)
    }

    /// The phrase again.
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

    #[allow(clippy::unused_self)] // There is nothing in it.
    fn write<D: WriteDocument>(self, _map: &mut D) {}
}

/// What is wrong. Public: its name is the `code` in events and errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "camelCase"))]
pub enum Code {
    /// A required key is absent.
    Missing,
    /// The value is of another kind than the format asks for.
    WrongType,
    /// The key is not one of the format's; the widget passes it over.
    UnknownKey,
    /// The key had this name before format 1.0.
    Renamed,
    /// The value is of the right kind, but not one of those allowed.
    UnknownValue,
    /// The number lies outside its range or is not finite.
    OutOfRange,
    /// The text or list is empty.
    Empty,
    /// More than the format's limits allow.
    TooLarge,
    /// A list has another length than it must have.
    WrongLength,
    /// The id stands elsewhere already.
    DuplicateId,
    /// The id, language tag, date or address is not written as one.
    Malformed,
    /// The text has control characters other than line breaks.
    ControlCharacter,
    /// The major version of `format` is not one this core reads.
    UnsupportedFormat,
    /// The id names nothing in the questionnaire.
    UnknownId,
    /// The two documents do not belong to the same questionnaire, version and scale.
    NotComparable,
}

impl Code {
    /// Whether a document with such a problem can be used all the same: what nobody knows is passed over.
    #[must_use]
    pub fn is_tolerated(self) -> bool {
        self == Self::UnknownKey
    }

    /// The stable name of the code.
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

/// One thing wrong in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "camelCase"))]
pub struct Problem {
    /// What is wrong.
    pub code: Code,
    /// Where: a JSON pointer (RFC 6901); empty for the document itself.
    pub pointer: String,
    /// What would be right there.
    pub expected: Expected,
}

impl Problem {
    /// Whether a document with this problem can still be used: only unknown keys are passed over.
    #[must_use]
    pub fn is_tolerated(&self) -> bool {
        self.code.is_tolerated()
    }

    /// The problem as `{ code, pointer, expected }`.
    #[must_use]
    pub fn write<D: WriteDocument>(&self) -> D {
        let mut map = D::new_map();
        map.set_text("code", self.code.name());
        map.set_text("pointer", &self.pointer);
        self.expected.write(&mut map);
        map
    }
}

/// All problems as a list.
#[must_use]
pub fn write_all<D: WriteDocument>(problems: &[Problem]) -> D {
    let mut list = Vec::new();
    for problem in problems {
        list.push(problem.write());
    }
    D::from_list(list)
}
