//! The scoring of many: a questionnaire laid out once, then columns of responses in and columns of verdicts out.
//!
//! Knows where each misconception's responses are in the columns; what they come to, [`super::tally`] says.
//! Nothing is allocated for a response.

use super::columns::{BLANK, Columns, DONT_KNOW, Refused};
use super::put_in;
use super::scorecard::{Headline, Reason, Verdict};
use super::tally::{Given, StraightLine, Tally, is_sure, rank};
use crate::questionnaire::answers::{Agreement, Response};
use crate::questionnaire::{Key, Questionnaire};
use std::collections::BTreeMap;

/// A misconception with at most so many different answers has them all judged beforehand ...
const MOST_OF_ONE: usize = 4096;
/// ... while those of all misconceptions together are not more than these: 1 MB.
const MOST_OF_ALL: usize = 65_536;
/// How many responses to a misconception are looked up at a time.
const BLOCK: usize = 256;

/// What one reader's answers show of one misconception.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judged {
    /// 0..=100, unrounded; none where it cannot be said.
    pub belief: Option<f64>,
    /// Whether it is held.
    pub verdict: Verdict,
    /// What that rests on.
    pub reason: Reason,
    /// The answers to its myths and to its facts contradict each other.
    pub inconsistent: bool,
    /// How many responses are of the class misconception.
    misconceptions: u32,
}

/// One reader's scorecard, in places that the next reader's takes over.
#[derive(Debug)]
pub struct Row<'a> {
    /// One a misconception, in the author's order.
    pub judged: &'a [Judged],
    /// The counts.
    pub headline: Headline,
    /// Indices of the misconceptions in the order they are shown.
    pub order: &'a [usize],
    /// All answers the same, against both keys.
    pub straight_lined: bool,
}

/// A questionnaire laid out for scoring.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// The rules: scale, certainty, cutoffs, how many answers are enough.
    rules: Questionnaire,
    /// The digit of don't know, above those of a blank and the points.
    dont_know: u8,
    /// How many digits a response has for each of these: two where certainty is asked, for sure and not.
    kinds: u8,
    /// The lowest code of certainty that is sure.
    sure_from: u8,
    /// How many digits there are.
    radix: u16,
    /// What each digit contributes, to a myth and to a fact.
    myth: Vec<Option<Given>>,
    fact: Vec<Option<Given>>,
    groups: Vec<Group>,
    makes: Vec<Make>,
}

/// One misconception's statements.
#[derive(Clone, Copy, Debug)]
struct Group {
    /// The index of the first.
    first: usize,
    /// Index of what it is made of.
    make: usize,
    contested: bool,
}

/// What misconceptions with the same keys and weights have in common.
#[derive(Clone, Debug)]
struct Make {
    /// Key and weight of each statement.
    statements: Vec<(Key, f64)>,
    /// All that answers can come to, by the number whose digits they are; empty where that would be too many.
    all: Vec<Judged>,
}

impl Prepared {
    /// Lays `questionnaire`, which the parser has read, out for scoring. Takes a few milliseconds and 1 MB at most.
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
                let all = Vec::new();
                prepared.makes.push(Make { statements, all });
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

    /// Judges all answers there can be, where they are few.
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
        }
        self.makes = makes;
    }

    /// What the responses to the statements of `make` show; `digit` gives the one at an index.
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

    /// How many statements there are: columns to hand over.
    #[must_use]
    pub fn statements(&self) -> usize {
        let lengths = self.groups.iter().filter_map(|it| self.makes.get(it.make));
        lengths.map(|it| it.statements.len()).sum()
    }

    /// How many misconceptions there are: columns that come back.
    #[must_use]
    pub fn misconceptions(&self) -> usize {
        self.groups.len()
    }

    /// Scores all rows. `verdicts` and `beliefs` have `misconceptions * rows` places each, column after column, in the
    /// author's order; a belief is 0..=100, unrounded, and NaN where it cannot be said.
    ///
    /// # Errors
    /// [`Refused`], before anything is written.
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

    /// Scores all rows, each as a whole scorecard, and hands them to `each` with their index.
    ///
    /// # Errors
    /// [`Refused`], before the first is handed over.
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

    /// What the responses in one row show of one misconception.
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

    /// The verdicts and beliefs of at most [`BLOCK`] rows, from row `from`, on one misconception.
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
                    *verdict = judged.verdict;
                    *belief = judged.belief.unwrap_or(f64::NAN);
                }
            }
            return;
        }
        // At most MOST_OF_ONE.
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
            if let Some(judged) = make.all.get(usize::from(*number)) {
                *verdict = judged.verdict;
                *belief = judged.belief.unwrap_or(f64::NAN);
            }
        }
    }

    /// The digit of a response whose codes are on their scales.
    fn digit(&self, code: u8, level: u8) -> u16 {
        let kind = u8::from(level >= self.sure_from);
        u16::from(code.min(self.dont_know) * self.kinds + kind)
    }
}

/// What of a questionnaire a verdict depends on, besides the statements.
fn rules_of(questionnaire: &Questionnaire) -> Questionnaire {
    Questionnaire {
        scale: questionnaire.scale.clone(),
        certainty: questionnaire.certainty.clone(),
        min_answered: questionnaire.min_answered,
        cutoffs: questionnaire.cutoffs,
        ..Questionnaire::default()
    }
}

/// The lowest code of certainty that is sure; above all where certainty is not asked.
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
        // One of a reader who is not sure, one of a reader who is.
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
