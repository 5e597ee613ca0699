//! Responses of many in columns, and why they are refused.
//!
//! Knows the codes of responses and their scales; not what they come to.

use crate::questionnaire::Questionnaire;
use std::fmt;

/// The code of a blank in a column.
pub const BLANK: u8 = 0;
/// The code of a don't-know in a column of agreements.
pub const DONT_KNOW: u8 = 255;
/// Responses in columns, one after the other: all responses to the first statement, all to the second ...; row `r` of
/// each column is the same reader's.
#[derive(Clone, Copy, Debug)]
pub struct Columns<'a> {
    /// How many readers: the length of each column.
    pub rows: usize,
    /// `statements * rows` codes: 0 blank, 1..=k the point of the scale, 255 don't know.
    pub agreements: &'a [u8],
    /// The same for certainty: 0 none given, 1 the lowest level, 2 the next ... Empty where it is not asked, or given
    /// by nobody.
    pub certainties: &'a [u8],
}

/// Why columns are refused. Nothing has been written then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A column has another length than it must have; so many codes, or places for results, were expected.
    Length(usize),
    /// A code is not on the scale.
    OutOfScale {
        /// The index of the statement.
        column: usize,
        /// The index of the reader.
        row: usize,
        /// The code that stands there.
        code: u8,
        /// Whether it is one of certainty: one that is no level, or one without an agreement.
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
    /// Whether there are columns for so many statements, and all codes on the scales of `rules`.
    pub(crate) fn validate(&self, statements: usize, rules: &Questionnaire) -> Result<(), Refused> {
        let expected = statements * self.rows;
        let given = self.certainties.len();
        if self.agreements.len() != expected || (given != expected && given != 0) {
            return Err(Refused::Length(expected));
        }
        let points = rules.scale.points;
        // Where don't know is not offered, a blank stands for it here, which is always allowed.
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
        // The first row that has one, and in that the first column.
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
