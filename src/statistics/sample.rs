//! The responses behind the figures and what the scoring says of each: scored once, laid out in
//! columns.
//!
//! Knows codes of answers ([`crate::scoring::columns`]) and asks the scoring for verdicts; adds
//! nothing up. Sorts the responses, so that their order makes no difference to the figures.

use crate::questionnaire::{Key, Questionnaire};
use crate::scoring::Prepared;
use crate::scoring::columns::{BLANK, Columns, DONT_KNOW, Refused};
use crate::scoring::scorecard::Verdict;

/// The answers of one reader: one code per statement, in the questionnaire's order.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Codes {
    /// 0 for blank, 1..=points for a point of the scale, 255 for don't know.
    pub agreements: Vec<u8>,
    /// 0 for none given, 1 for the lowest level, 2 for the next and so on; empty if certainty is
    /// not asked.
    pub certainties: Vec<u8>,
}

/// What one reader sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// The answers that count.
    pub answers: Codes,
    /// The first answers of a reader who has answered again.
    pub first: Option<Codes>,
}

/// The verdicts and beliefs of all readers on one misconception: one entry per reader.
#[derive(Clone, Debug, Default)]
pub struct Judged {
    /// The verdict of each reader.
    pub verdicts: Vec<Verdict>,
    /// The belief of each reader, 0..=100; `None` if it cannot be computed.
    pub beliefs: Vec<Option<f64>>,
    /// Whether the reader's answers contradict each other.
    pub inconsistent: Vec<bool>,
}

/// Responses with their verdicts, in columns.
#[derive(Debug)]
pub struct Sample {
    /// One column of codes per statement, in the questionnaire's order.
    pub agreements: Vec<Vec<u8>>,
    /// One entry per misconception, in the author's order.
    pub judged: Vec<Judged>,
    /// Per reader: whether all answers are the same point, although the statements have both keys.
    pub straight_lined: Vec<bool>,
    /// How many readers there are.
    pub rows: usize,
}

/// All responses, and the first answers of the readers who have answered again.
#[derive(Debug)]
pub struct Samples {
    /// All responses, with the answers that count.
    pub now: Sample,
    /// The first answers: one row per index in `again`.
    pub before: Sample,
    /// The indices in `now` of the readers who have answered again.
    pub again: Vec<usize>,
}

impl Samples {
    /// Scores `rows`.
    ///
    /// # Errors
    /// [`Refused`] if a code is not on its scale, or a row has too few or too many codes.
    pub fn new(mut rows: Vec<Row>, prepared: &Prepared) -> Result<Self, Refused> {
        rows.sort_unstable();
        let all: Vec<&Codes> = rows.iter().map(|row| &row.answers).collect();
        let again = rows.iter().enumerate();
        let again = again.filter_map(|(at, row)| row.first.as_ref().map(|first| (at, first)));
        let (again, first): (Vec<usize>, Vec<&Codes>) = again.unzip();
        Ok(Self {
            now: Sample::new(&all, prepared)?,
            before: Sample::new(&first, prepared)?,
            again,
        })
    }
}

impl Sample {
    fn new(rows: &[&Codes], prepared: &Prepared) -> Result<Self, Refused> {
        let statements = prepared.statements();
        let agreements = columns(rows, statements, |it| &it.agreements);
        let certainties = columns(rows, statements, |it| &it.certainties);
        let has_certainties = certainties.iter().any(|it| *it != BLANK);
        if rows.iter().any(|it| it.agreements.len() != statements) {
            return Err(Refused::Length(statements));
        }
        let columns = Columns {
            rows: rows.len(),
            agreements: &agreements,
            certainties: if has_certainties { &certainties } else { &[] },
        };
        let mut judged = vec![Judged::default(); prepared.misconceptions()];
        let mut straight_lined = Vec::new();
        prepared.each_row(&columns, &mut |_, row| {
            straight_lined.push(row.straight_lined);
            for (judged, found) in judged.iter_mut().zip(row.judged) {
                judged.verdicts.push(found.verdict);
                judged.beliefs.push(found.belief);
                judged.inconsistent.push(found.inconsistent);
            }
        })?;
        let empty = vec![Vec::new(); statements];
        let chunks = agreements.chunks_exact(rows.len().max(1));
        let filled: Vec<Vec<u8>> = chunks.map(<[u8]>::to_vec).collect();
        Ok(Self {
            agreements: if rows.is_empty() { empty } else { filled },
            judged,
            straight_lined,
            rows: rows.len(),
        })
    }
}

/// The codes, one column after the other. A row without codes counts as blank.
fn columns(rows: &[&Codes], statements: usize, of: impl Fn(&Codes) -> &Vec<u8>) -> Vec<u8> {
    let mut columns = vec![BLANK; rows.len() * statements];
    if rows.is_empty() {
        return columns;
    }
    for (index, column) in columns.chunks_exact_mut(rows.len()).enumerate() {
        for (to, row) in column.iter_mut().zip(rows) {
            *to = of(row).get(index).copied().unwrap_or(BLANK);
        }
    }
    columns
}

/// How far a code is from agreeing with the misconception: 1 for firmly against it, 0 for firmly
/// with it (1 - position of SCORING.md 2.1). `None` for a blank and for don't know.
#[must_use]
pub fn right(code: u8, key: Key, points: u8) -> Option<f64> {
    if code == BLANK || code == DONT_KNOW {
        return None;
    }
    let share = (f64::from(code) - 1.0) / (f64::from(points) - 1.0);
    Some(match key {
        Key::Myth => 1.0 - share,
        Key::Fact => share,
    })
}

/// The indices of the statements of the misconception at `index`.
pub fn own(questionnaire: &Questionnaire, index: usize) -> impl Iterator<Item = usize> {
    let statements = questionnaire.statements.iter().enumerate();
    statements.filter_map(move |(at, it)| (it.misconception == index).then_some(at))
}
