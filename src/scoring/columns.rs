//! The responses of many readers in columns, and the errors if columns are refused.
//!
//! This file knows the codes of responses and the scales. It must not know how responses are
//! scored.

use crate::questionnaire::Questionnaire;
use std::fmt;

/// The code of a blank in any column.
pub const BLANK: u8 = 0;
/// The code of a don't-know in a column of agreements.
pub const DONT_KNOW: u8 = 255;
/// The responses of many readers. One column per statement, in the order of
/// [`Questionnaire::statements`], one column after the other: first all responses to the first
/// statement, then all to the second, and so on. The code of reader `row` for statement `column` is
/// at `column * rows + row`.
#[derive(Clone, Copy, Debug)]
pub struct Columns<'a> {
    /// The number of readers, which is the length of each column.
    pub rows: usize,
    /// `statements * rows` codes: 0 ([`BLANK`]) for a blank, 1 to `points` for a point of the
    /// scale, 255 ([`DONT_KNOW`]) for don't know.
    pub agreements: &'a [u8],
    /// The certainties in the same layout: 0 ([`BLANK`]) for none, 1 for the lowest level, 2 for
    /// the next, and so on. A level needs an agreement at the same index. Empty if certainty is not
    /// asked or nobody gave one.
    pub certainties: &'a [u8],
}

/// Why columns are refused. If they are, no result has been written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A slice has the wrong length. The value is the expected number of codes, or of places for
    /// results.
    Length(usize),
    /// A code is not on its scale. This is the first one, by row and then by column.
    OutOfScale {
        /// The index of the statement.
        column: usize,
        /// The index of the reader.
        row: usize,
        /// The code.
        code: u8,
        /// Whether it is a code of certainty, which is either not a level or has no agreement
        /// beside it.
        is_certainty: bool,
    },
}

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length(expected) => write!(formatter, "a length is wrong: expected {expected}"),
            Self::OutOfScale {
                column,
                row,
                code,
                is_certainty,
            } => {
                let what = if *is_certainty {
                    "certainty"
                } else {
                    "agreement"
                };
                write!(
                    formatter,
                    "column {column}, row {row}: {code} is no {what} of this scale"
                )
            }
        }
    }
}

impl std::error::Error for Refused {}

impl Columns<'_> {
    /// Checks that the slices have the right lengths for this many statements and that all codes
    /// are on the scales of `rules`.
    pub(crate) fn validate(&self, statements: usize, rules: &Questionnaire) -> Result<(), Refused> {
        let expected = statements * self.rows;
        let given = self.certainties.len();
        if self.agreements.len() != expected || (given != expected && given != 0) {
            return Err(Refused::Length(expected));
        }
        let points = rules.scale.points;
        // If the questionnaire does not offer don't know, only the codes up to `points` are left.
        // The blank is used instead because it is always allowed.
        let dont_know = if rules.scale.dont_know {
            DONT_KNOW
        } else {
            BLANK
        };
        let is_code = |code: u8| code <= points || code == dont_know;
        let levels = rules.certainty.as_ref();
        let levels = levels.map_or(0, |it| it.to - it.from + 1);
        let is_level = |level: u8| i16::from(level) <= levels;
        let mut is_wrong = false;
        for code in self.agreements {
            is_wrong |= !is_code(*code);
        }
        for (level, code) in self.certainties.iter().zip(self.agreements) {
            is_wrong |= !is_level(*level) || (*code == BLANK && *level != BLANK);
        }
        if !is_wrong {
            return Ok(());
        }
        // Only now look for the first wrong code, by row and then by column.
        for (row, column) in (0..self.rows).flat_map(|row| (0..statements).map(move |it| (row, it)))
        {
            let at = column * self.rows + row;
            let code = self.agreements.get(at).copied().unwrap_or(BLANK);
            let level = self.certainties.get(at).copied().unwrap_or(BLANK);
            let is_certainty = is_code(code);
            if !is_certainty || !is_level(level) || (code == BLANK && level != BLANK) {
                return Err(Refused::OutOfScale {
                    column,
                    row,
                    code: if is_certainty { level } else { code },
                    is_certainty,
                });
            }
        }
        Ok(())
    }
}
