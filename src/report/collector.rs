//! Takes messages one by one and keeps those that count: the last message of each receipt, and none
//! that was taken back.
//!
//! Knows the contract and its refusals. Does not hash receipts, because they stay in memory. The
//! figures of the responses are computed by [`crate::statistics`].

use crate::contract::documents::{Message, Remark, Response, message};
use crate::contract::fit::{self, Refusal};
use crate::contract::read::problem;
use crate::data::document::Document;
use crate::data::problem::Code;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::answers::{Agreement, Answers};
use crate::scoring::Prepared;
use crate::scoring::columns::{BLANK, Columns, DONT_KNOW, Refused};
use crate::scoring::scorecard::Verdict;
use crate::statistics::figures::{Figures, figures};
use crate::statistics::sample::{Codes, Row};
use std::collections::BTreeMap;

/// The length of a receipt in bytes.
pub const RECEIPT: usize = 16;

/// The message that belongs to a receipt.
#[derive(Clone, Debug)]
enum Kept {
    Response(Row),
    /// A remark, with the index of the misconception that it disputes, or `None` for a suggestion.
    Remark(Option<usize>),
}

/// Collects messages about one questionnaire.
#[derive(Debug)]
pub struct Collector {
    questionnaire: Questionnaire,
    prepared: Prepared,
    kept: BTreeMap<u128, Kept>,
    counts: Counts,
}

/// How many messages of each kind were taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How many responses came, including those replaced or taken back.
    pub responses: u32,
    /// How many remarks came.
    pub remarks: u32,
    /// How many withdrawals came.
    pub withdrawals: u32,
}

/// Plain responses, one after the other. [`Collector::add_block`] checks their codes.
#[derive(Clone, Copy, Debug)]
pub struct Block<'a> {
    /// [`RECEIPT`] bytes per response.
    pub receipts: &'a [u8],
    /// Per response four codes per statement, as four rows: agreements and certainties, then those
    /// of the first answers.
    pub codes: &'a [u8],
    /// Per response 1 if it has first answers, else 0.
    pub again: &'a [u8],
    /// Per response the number of the claimed verdict on each misconception.
    pub claims: &'a [u8],
}

impl Collector {
    /// Creates a collector of messages about `questionnaire`.
    #[must_use]
    pub fn new(questionnaire: Questionnaire) -> Self {
        Self {
            prepared: Prepared::new(&questionnaire),
            questionnaire,
            kept: BTreeMap::new(),
            counts: Counts::default(),
        }
    }

    /// The questionnaire that the messages are about.
    #[must_use]
    pub fn questionnaire(&self) -> &Questionnaire {
        &self.questionnaire
    }

    /// How many messages of each kind were taken.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// How many suggestions are kept.
    #[must_use]
    pub fn suggestions(&self) -> u32 {
        let is_one = |it: &&Kept| matches!(it, Kept::Remark(None));
        let count = self.kept.values().filter(is_one).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// Takes one message, as an endpoint with the core would.
    ///
    /// # Errors
    /// The reason why an endpoint would refuse it. Then nothing has changed.
    pub fn add<D: Document>(&mut self, document: &D) -> Result<(), Refusal> {
        match message(document).map_err(Refusal::InvalidDocument)? {
            Message::Response(sent) => self.response(&sent),
            Message::Remark(sent) => self.remark(&sent),
            Message::Withdraw(receipt) => {
                self.kept.remove(&number(&receipt));
                self.counts.withdrawals += 1;
                Ok(())
            }
        }
    }

    fn response<D: Document>(&mut self, sent: &Response<D>) -> Result<(), Refusal> {
        let fitting = fit::response(sent, &self.questionnaire)?;
        let row = Row {
            answers: self.codes(&fitting.answers),
            first: fitting.first.map(|first| self.codes(&first)),
        };
        self.keep(number(&sent.receipt), Kept::Response(row))?;
        self.counts.responses += 1;
        Ok(())
    }

    fn remark(&mut self, sent: &Remark) -> Result<(), Refusal> {
        fit::remark(sent, &self.questionnaire)?;
        let mut all = self.questionnaire.misconceptions.iter();
        let of = |id: &String| all.position(|it| it.id == *id);
        let disputed = sent.misconception.as_ref().and_then(of);
        self.keep(number(&sent.receipt), Kept::Remark(disputed))?;
        self.counts.remarks += 1;
        Ok(())
    }

    /// Keeps the message of a receipt. The kind of message of a receipt must not change.
    fn keep(&mut self, receipt: u128, new: Kept) -> Result<(), Refusal> {
        let is_response = |kept: &Kept| matches!(kept, Kept::Response(_));
        let old = self.kept.get(&receipt);
        if old.is_some_and(|old| is_response(old) != is_response(&new)) {
            let expected = "a receipt of its own";
            let problem = problem(Code::DuplicateId, "/receipt", expected);
            return Err(Refusal::InvalidDocument(vec![problem]));
        }
        self.kept.insert(receipt, new);
        Ok(())
    }

    /// Takes many plain responses at once. Returns the indices of those that [`Collector::add`]
    /// would refuse; these are not taken.
    ///
    /// # Errors
    /// [`Refused`] if a code is not on its scale, or if a length is wrong. Then nothing has
    /// changed.
    pub fn add_block(&mut self, block: &Block<'_>) -> Result<Vec<usize>, Refused> {
        let (statements, misconceptions) =
            (self.prepared.statements(), self.prepared.misconceptions());
        let rows = block.again.len();
        for (is, expected) in [
            (block.receipts.len(), rows * RECEIPT),
            (block.codes.len(), rows * statements * 4),
            (block.claims.len(), rows * misconceptions),
        ] {
            if is != expected {
                return Err(Refused::Length(expected));
            }
        }
        let answers: Vec<&[u8]> = block.codes.chunks_exact((statements * 4).max(1)).collect();
        let found = self.verdicts(&answers, 0)?;
        self.verdicts(&answers, statements * 2)?;
        let mut refused = Vec::new();
        let receipts = block.receipts.chunks_exact(RECEIPT);
        let claims = block.claims.chunks_exact(misconceptions.max(1));
        let given = answers.iter().zip(receipts).zip(claims.zip(block.again));
        for (index, ((codes, receipt), (claims, again))) in given.enumerate() {
            let own = found.iter().skip(index).step_by(rows);
            let is_right = own.zip(claims).all(|(own, claim)| *own as u8 == *claim);
            let receipt = receipt.iter().fold(0, |sum, it| sum << 8 | u128::from(*it));
            let row = self.row(codes, *again != 0);
            if is_right && self.keep(receipt, Kept::Response(row)).is_ok() {
                self.counts.responses += 1;
            } else {
                refused.push(index);
            }
        }
        Ok(refused)
    }

    fn row(&self, codes: &[u8], again: bool) -> Row {
        let statements = self.prepared.statements();
        let mut parts = codes.chunks_exact(statements.max(1)).map(<[u8]>::to_vec);
        let has_certainty = self.questionnaire.certainty.is_some();
        let mut part = || {
            let agreements = parts.next().unwrap_or_default();
            let certainties = parts.next().filter(|_| has_certainty);
            Codes {
                agreements,
                certainties: certainties.unwrap_or_default(),
            }
        };
        Row {
            answers: part(),
            first: Some(part()).filter(|_| again),
        }
    }

    /// The verdicts on rows of codes, one column after the other. `from` is the offset of the codes
    /// in each row.
    fn verdicts(&self, rows: &[&[u8]], from: usize) -> Result<Vec<Verdict>, Refused> {
        let statements = self.prepared.statements();
        let at = |place: usize| {
            rows.iter()
                .map(move |row| row.get(place).copied().unwrap_or(BLANK))
        };
        let agreements: Vec<u8> = (from..from + statements).flat_map(at).collect();
        let levels = from + statements..from + statements * 2;
        let certainties: Vec<u8> = levels.flat_map(at).collect();
        let count = rows.len() * self.prepared.misconceptions();
        let mut verdicts = vec![Verdict::Insufficient; count];
        let has_certainty = self.questionnaire.certainty.is_some();
        let columns = Columns {
            rows: rows.len(),
            agreements: &agreements,
            certainties: if has_certainty { &certainties } else { &[] },
        };
        self.prepared
            .score_into(&columns, &mut verdicts, &mut vec![0.0; count])?;
        Ok(verdicts)
    }

    fn codes(&self, answers: &Answers) -> Codes {
        let lowest = self.questionnaire.certainty.as_ref().map(|it| it.from);
        let agreement = |answer: &Option<_>| match answer {
            None => BLANK,
            Some(Agreement::DontKnow) => DONT_KNOW,
            Some(Agreement::Point(point)) => *point,
        };
        let agreements = answers
            .iter()
            .map(|it| agreement(&it.map(|it| it.agreement)));
        let level = |lowest: i16| {
            let code = move |level: i16| u8::try_from(level - lowest + 1).unwrap_or(BLANK);
            answers.iter().map(move |it| {
                let level = it.and_then(|it| it.certainty);
                level.map_or(BLANK, code)
            })
        };
        Codes {
            agreements: agreements.collect(),
            certainties: lowest.map(|it| level(it).collect()).unwrap_or_default(),
        }
    }

    /// The receipts and responses that count.
    pub fn responses(&self) -> impl Iterator<Item = (u128, &Row)> {
        self.kept.iter().filter_map(|(receipt, kept)| match kept {
            Kept::Response(row) => Some((*receipt, row)),
            Kept::Remark(_) => None,
        })
    }

    /// How many remarks dispute each misconception.
    #[must_use]
    pub fn disputes(&self) -> Vec<u32> {
        let mut counts = vec![0; self.questionnaire.misconceptions.len()];
        for kept in self.kept.values() {
            if let Kept::Remark(Some(index)) = kept
                && let Some(count) = counts.get_mut(*index)
            {
                *count += 1;
            }
        }
        counts
    }

    /// The figures of all messages that count.
    ///
    /// # Errors
    /// None for what [`Collector::add`] and [`Collector::add_block`] took.
    pub fn figures(&self) -> Result<Figures, Refused> {
        let rows = self.responses().map(|(_, row)| row.clone()).collect();
        figures(&self.questionnaire, &self.prepared, rows, &self.disputes())
    }

    /// What a feed counts of each response, in the order of the receipts: the receipt's bytes, the
    /// codes of the agreements, the numbers of the verdicts.
    ///
    /// # Errors
    /// As [`Collector::figures`].
    pub fn counted(&self) -> Result<Vec<u8>, Refused> {
        let rows: Vec<(u128, &Row)> = self.responses().collect();
        let codes: Vec<Vec<u8>> = rows
            .iter()
            .map(|(_, row)| [&*row.answers.agreements, &*row.answers.certainties].concat())
            .collect();
        let parts: Vec<&[u8]> = codes.iter().map(Vec::as_slice).collect();
        let verdicts = self.verdicts(&parts, 0)?;
        let mut bytes = Vec::new();
        for (index, (receipt, row)) in rows.iter().enumerate() {
            bytes.extend(receipt.to_be_bytes());
            bytes.extend(&row.answers.agreements);
            let own = verdicts.iter().skip(index).step_by(rows.len());
            bytes.extend(own.map(|it| *it as u8));
        }
        Ok(bytes)
    }
}

/// A receipt as a number. The contract has already checked that it is a UUID.
fn number(receipt: &str) -> u128 {
    let digits = receipt.chars().filter_map(|it| it.to_digit(16));
    digits.fold(0, |sum, digit| sum << 4 | u128::from(digit))
}
