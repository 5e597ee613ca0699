//! Scores the responses of many readers: the questionnaire is prepared once, then columns of
//! responses go in and columns of verdicts come out.
//!
//! This file knows where each misconception's responses are in the columns, and keeps tables of
//! results. What responses add up to is decided in [`super::tally`]. Nothing is allocated per
//! response.

use super::columns::{BLANK, Columns, DONT_KNOW, Refused};
use super::put_in;
use super::scorecard::{Headline, Reason, Verdict};
use super::tally::{Given, StraightLine, Tally, is_sure, rank};
use crate::questionnaire::answers::{Agreement, Response};
use crate::questionnaire::{Key, Questionnaire};
use std::collections::BTreeMap;

/// Results are computed in advance for a misconception with at most this many different sets of
/// answers ...
const MOST_OF_ONE: usize = 4096;
/// ... as long as there are no more than this many results in total, which take about 1.5 MB.
const MOST_OF_ALL: usize = 65_536;
/// How many responses to a misconception are looked up at a time.
const BLOCK: usize = 256;

/// The result for one misconception of one reader.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judged {
    /// 0 (rejects it throughout) to 100 (holds it throughout), unrounded; `None` if it cannot be
    /// said (SCORING.md 2.3).
    pub belief: Option<f64>,
    /// Whether the reader holds the misconception.
    pub verdict: Verdict,
    /// What the verdict rests on.
    pub reason: Reason,
    /// Whether the answers to statements with the key `myth` and those with the key `fact`
    /// contradict each other (SCORING.md 2.5).
    pub inconsistent: bool,
    /// How many responses have the class misconception.
    misconceptions: u32,
}

impl Judged {
    /// The belief, NaN if it cannot be said, and the verdict.
    fn score(&self) -> (f64, Verdict) {
        (self.belief.unwrap_or(f64::NAN), self.verdict)
    }
}

/// The scorecard of one reader. It borrows buffers that are reused for the next reader.
#[derive(Debug)]
pub struct Row<'a> {
    /// One entry per misconception, in the author's order.
    pub judged: &'a [Judged],
    /// The counts of the verdicts.
    pub headline: Headline,
    /// The indices of the misconceptions in the order of the scorecard (SCORING.md 4).
    pub order: &'a [usize],
    /// Whether at least four answers are all at the same point, to statements with both keys
    /// (SCORING.md 2.5).
    pub straight_lined: bool,
}

/// A questionnaire prepared for scoring many readers.
///
/// Each response is turned into a digit. The digits of one misconception form a number, which is
/// the index of the result in a table.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// The parts that verdicts depend on: scales, cutoffs, how many answers are enough.
    rules: Questionnaire,
    /// The digit of don't know; below it are a blank (0) and the points.
    dont_know: u8,
    /// How many digits each agreement has: 2 (not sure, sure) if certainty is asked, otherwise 1.
    kinds: u8,
    /// The lowest code of certainty that counts as sure.
    sure_from: u8,
    /// The number of different digits.
    radix: u16,
    /// What each digit contributes to a statement, by its key.
    myth: Vec<Option<Given>>,
    fact: Vec<Option<Given>>,
    groups: Vec<Group>,
    makes: Vec<Make>,
}

/// The statements of one misconception.
#[derive(Clone, Copy, Debug)]
struct Group {
    /// The index of the first statement.
    first: usize,
    /// The index in `makes`.
    make: usize,
    contested: bool,
}

/// What misconceptions with the same keys and weights share.
#[derive(Clone, Debug)]
struct Make {
    /// The key and weight of each statement.
    statements: Vec<(Key, f64)>,
    /// The results for all sets of answers; empty if there would be too many.
    all: Vec<Judged>,
    /// The belief (NaN if it cannot be said) and the verdict of each of them.
    scores: Vec<(f64, Verdict)>,
}

impl Prepared {
    /// Prepares a questionnaire, which must come from the parser. Takes a few milliseconds and at
    /// most about 1.5 MB.
    #[must_use]
    pub fn new(questionnaire: &Questionnaire) -> Self {
        let mut prepared = Self {
            rules: rules_of(questionnaire),
            dont_know: questionnaire.scale.points + 1,
            kinds: if questionnaire.certainty.is_some() {
                2
            } else {
                1
            },
            sure_from: sure_from(questionnaire),
            radix: 0,
            myth: given(questionnaire, Key::Myth),
            fact: given(questionnaire, Key::Fact),
            groups: Vec::new(),
            makes: Vec::new(),
        };
        prepared.radix = u16::from(prepared.dont_know + 1) * u16::from(prepared.kinds);
        let mut known = BTreeMap::new();
        let mut first = 0;
        for (index, misconception) in questionnaire.misconceptions.iter().enumerate() {
            let own = questionnaire.statements.iter().skip(first);
            let own = own.take_while(|it| it.misconception == index);
            let statements: Vec<(Key, f64)> = own.map(|it| (it.key, it.weight)).collect();
            let name: Vec<(&str, u64)> = statements
                .iter()
                .map(|(key, weight)| (key.name(), weight.to_bits()))
                .collect();
            let count = statements.len();
            let next = prepared.makes.len();
            let make = *known.entry(name).or_insert(next);
            if make == next {
                prepared.makes.push(Make {
                    statements,
                    all: Vec::new(),
                    scores: Vec::new(),
                });
            }
            prepared.groups.push(Group {
                first,
                make,
                contested: misconception.is_contested(),
            });
            first += count;
        }
        prepared.judge_all();
        prepared
    }

    /// Fills the tables of all makes that are small enough.
    fn judge_all(&mut self) {
        let mut left = MOST_OF_ALL;
        let mut makes = std::mem::take(&mut self.makes);
        for make in &mut makes {
            let length = u32::try_from(make.statements.len()).unwrap_or(u32::MAX);
            let radix = usize::from(self.radix);
            let count = radix.checked_pow(length).unwrap_or(usize::MAX);
            if count > MOST_OF_ONE.min(left) {
                continue;
            }
            left -= count;
            make.all = (0..count)
                .map(|number| {
                    let mut unit = count;
                    self.judge(make, &mut |_| {
                        unit /= radix;
                        number / unit % radix
                    })
                })
                .collect();
            make.scores = make.all.iter().map(Judged::score).collect();
        }
        self.makes = makes;
    }

    /// The result for the statements of `make`; `digit` returns the digit of the response at an
    /// index.
    fn judge(&self, make: &Make, digit: &mut dyn FnMut(usize) -> usize) -> Judged {
        let mut tally = Tally::default();
        for (index, (key, weight)) in make.statements.iter().enumerate() {
            let given = match key {
                Key::Myth => &self.myth,
                Key::Fact => &self.fact,
            };
            tally.add(*key, *weight, given.get(digit(index)).copied().flatten());
        }
        let (verdict, reason, belief) = tally.verdict(&self.rules);
        Judged {
            belief,
            verdict,
            reason,
            inconsistent: tally.is_inconsistent(),
            misconceptions: tally.misconceptions(),
        }
    }

    /// The number of statements, which is the number of columns to pass in.
    #[must_use]
    pub fn statements(&self) -> usize {
        let lengths = self.groups.iter().filter_map(|it| self.makes.get(it.make));
        lengths.map(|it| it.statements.len()).sum()
    }

    /// The number of misconceptions, which is the number of columns in the results.
    #[must_use]
    pub fn misconceptions(&self) -> usize {
        self.groups.len()
    }

    /// Scores all readers. `verdicts` and `beliefs` must have `misconceptions * rows` places each.
    /// The result for misconception `index` and reader `row` is written to `index * rows + row`;
    /// misconceptions are in the author's order. A belief is 0 to 100, unrounded, and NaN if it
    /// cannot be said.
    ///
    /// # Errors
    ///
    /// [`Refused`] if a length is wrong or a code is not on its scale; nothing has been written
    /// then.
    pub fn score_into(
        &self,
        columns: &Columns<'_>,
        verdicts: &mut [Verdict],
        beliefs: &mut [f64],
    ) -> Result<(), Refused> {
        let rows = columns.rows;
        let expected = self.misconceptions() * rows;
        if verdicts.len() != expected || beliefs.len() != expected {
            return Err(Refused::Length(expected));
        }
        columns.validate(self.statements(), &self.rules)?;
        if rows == 0 {
            return Ok(());
        }
        let results = verdicts.chunks_exact_mut(rows);
        let results = results.zip(beliefs.chunks_exact_mut(rows));
        for (group, (verdicts, beliefs)) in self.groups.iter().zip(results) {
            let blocks = verdicts.chunks_mut(BLOCK).zip(beliefs.chunks_mut(BLOCK));
            for (number, (verdicts, beliefs)) in blocks.enumerate() {
                self.score_block(group, columns, number * BLOCK, verdicts, beliefs);
            }
        }
        Ok(())
    }

    /// Scores all readers and calls `each` with the index and the scorecard of one after the other.
    ///
    /// # Errors
    ///
    /// [`Refused`] if a length is wrong or a code is not on its scale; `each` has not been called
    /// then.
    pub fn each_row(
        &self,
        columns: &Columns<'_>,
        each: &mut dyn FnMut(usize, &Row<'_>),
    ) -> Result<(), Refused> {
        columns.validate(self.statements(), &self.rules)?;
        let keys: Vec<Key> = self
            .groups
            .iter()
            .filter_map(|it| self.makes.get(it.make))
            .flat_map(|it| it.statements.iter().map(|(key, _)| *key))
            .collect();
        let mut judged = Vec::new();
        let (mut order, mut ranks) = (Vec::new(), Vec::new());
        for row in 0..columns.rows {
            judged.clear();
            order.clear();
            ranks.clear();
            let mut headline = Headline::default();
            for group in &self.groups {
                let Some(found) = self.judge_row(group, columns, row) else {
                    continue;
                };
                let (verdict, sure) = (found.verdict, found.misconceptions);
                headline.add(group.contested, verdict);
                let rank = rank(group.contested, verdict, sure, found.belief);
                put_in(&mut order, &mut ranks, rank);
                judged.push(found);
            }
            let mut line = StraightLine::default();
            for (index, key) in keys.iter().enumerate() {
                let code = columns.agreements.get(index * columns.rows + row);
                if let Some(code) = code.filter(|it| **it != BLANK && **it != DONT_KNOW) {
                    line.add(*key, *code);
                }
            }
            each(
                row,
                &Row {
                    judged: &judged,
                    headline,
                    order: &order,
                    straight_lined: line.is_straight(),
                },
            );
        }
        Ok(())
    }

    /// The result for one misconception of the reader in `row`.
    fn judge_row(&self, group: &Group, columns: &Columns<'_>, row: usize) -> Option<Judged> {
        let make = self.makes.get(group.make)?;
        let digit = |index| {
            let at = (group.first + index) * columns.rows + row;
            let code = columns.agreements.get(at).copied().unwrap_or(BLANK);
            let level = columns.certainties.get(at).copied().unwrap_or(BLANK);
            usize::from(self.digit(code, level))
        };
        if make.all.is_empty() {
            return Some(self.judge(make, &mut |index| digit(index)));
        }
        let mut number = 0;
        for index in 0..make.statements.len() {
            number = number * usize::from(self.radix) + digit(index);
        }
        make.all.get(number).copied()
    }

    /// Scores one misconception for at most [`BLOCK`] readers, beginning at row `from`.
    fn score_block(
        &self,
        group: &Group,
        columns: &Columns<'_>,
        from: usize,
        verdicts: &mut [Verdict],
        beliefs: &mut [f64],
    ) {
        let Some(make) = self.makes.get(group.make) else {
            return;
        };
        let results = verdicts.iter_mut().zip(beliefs);
        if make.all.is_empty() {
            for (row, (verdict, belief)) in (from..).zip(results) {
                if let Some(judged) = self.judge_row(group, columns, row) {
                    (*belief, *verdict) = judged.score();
                }
            }
            return;
        }
        // Each number is below [`MOST_OF_ONE`], so 16 bits are enough.
        let mut numbers = [0_u16; BLOCK];
        let count = results.len();
        for index in 0..make.statements.len() {
            let start = (group.first + index) * columns.rows + from;
            let column = columns.agreements.get(start..start + count);
            let column = column.unwrap_or_default();
            if let Some(levels) = columns.certainties.get(start..start + count) {
                for ((number, code), level) in numbers.iter_mut().zip(column).zip(levels) {
                    *number = *number * self.radix + self.digit(*code, *level);
                }
            } else {
                for (number, code) in numbers.iter_mut().zip(column) {
                    *number = *number * self.radix + self.digit(*code, BLANK);
                }
            }
        }
        for ((verdict, belief), number) in results.zip(&numbers) {
            if let Some(score) = make.scores.get(usize::from(*number)) {
                (*belief, *verdict) = *score;
            }
        }
    }

    /// The digit of a response. Both codes must be on their scales.
    fn digit(&self, code: u8, level: u8) -> u16 {
        let kind = u8::from(level >= self.sure_from);
        u16::from(code.min(self.dont_know) * self.kinds + kind)
    }
}

/// The parts of a questionnaire that a verdict depends on, without the statements.
fn rules_of(questionnaire: &Questionnaire) -> Questionnaire {
    Questionnaire {
        scale: questionnaire.scale.clone(),
        certainty: questionnaire.certainty.clone(),
        min_answered: questionnaire.min_answered,
        cutoffs: questionnaire.cutoffs,
        ..Questionnaire::default()
    }
}

/// The lowest code of certainty that counts as sure; 255, above all levels, if certainty is not
/// asked.
fn sure_from(questionnaire: &Questionnaire) -> u8 {
    let Some(scale) = &questionnaire.certainty else {
        return u8::MAX;
    };
    let levels = (1..).zip(scale.from..=scale.to);
    let mut sure = levels.filter(|(_, level)| is_sure(Some(*level), scale));
    sure.next().map_or(u8::MAX, |(code, _)| code)
}

/// What each digit contributes to a statement with this key.
fn given(questionnaire: &Questionnaire, key: Key) -> Vec<Option<Given>> {
    let points = questionnaire.scale.points;
    let mut agreements = vec![None];
    agreements.extend((1..=points).map(|point| Some(Agreement::Point(point))));
    agreements.push(Some(Agreement::DontKnow));
    let levels = match &questionnaire.certainty {
        // The lowest level stands for a reader who is not sure, the highest for one who is.
        Some(scale) => vec![Some(scale.from), Some(scale.to)],
        None => vec![None],
    };
    let mut given = Vec::new();
    for agreement in agreements {
        for certainty in &levels {
            given.push(agreement.map(|agreement| {
                let response = Response {
                    agreement,
                    certainty: *certainty,
                };
                Given::new(response, key, questionnaire)
            }));
        }
    }
    given
}
