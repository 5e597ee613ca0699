//! The collector of messages as JavaScript calls it: plain responses as blocks of codes, all other
//! messages one by one.
//!
//! Knows typed arrays. What a code means is in [`crate::scoring::columns`], and what is taken in
//! [`crate::report::collector`].

use super::api::{finish, write};
use crate::api::report;
use crate::contract::fit::Refusal;
use crate::data::problem::Problem;
use crate::questionnaire::identity::shape;
use crate::report::collector::{Block, Collector, Counts};
use crate::report::words::Words;
use crate::report::{Material, Read, feed, page, text};
use crate::scoring::columns::Refused;
use crate::scoring::scorecard::Verdict;
use crate::statistics::figures::Figures;
use js_sys::Uint8Array;
use serde::Serialize;
use serde_wasm_bindgen::from_value;
use wasm_bindgen::prelude::*;

/// Collects messages about one questionnaire. JavaScript calls `free`, or lets garbage collection
/// do so.
#[wasm_bindgen]
pub struct Collected {
    collector: Collector,
}

/// See [`crate::api::report::collect`].
///
/// # Errors
/// Throws the problems of the questionnaire.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value)] // Handed over, as everything here.
pub fn collect(questionnaire: JsValue) -> Result<Collected, JsValue> {
    match report::collect(&questionnaire) {
        Ok(collector) => Ok(Collected { collector }),
        Err(failure) => Err(finish::<()>(Err(failure)).err().unwrap_or_default()),
    }
}

/// What JavaScript needs to know of the questionnaire to write blocks.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Plan<'a> {
    id: &'a str,
    version: &'a str,
    shape: String,
    points: u8,
    dont_know: bool,
    statements: Vec<&'a str>,
    misconceptions: Vec<&'a str>,
    /// The levels of certainty, from the lowest; empty if certainty is not asked.
    levels: Vec<i16>,
    /// The names of the verdicts, indexed by their numbers.
    verdicts: [Verdict; 5],
}

/// Why a message is not taken.
#[derive(Serialize)]
struct NotTaken<'a> {
    code: &'static str,
    problems: &'a [Problem],
}

/// How many messages of each kind were taken.
#[derive(Serialize)]
struct Counted {
    responses: u32,
    remarks: u32,
    withdrawals: u32,
    suggestions: u32,
}

#[wasm_bindgen]
impl Collected {
    /// What JavaScript needs to know of the questionnaire: a [`Plan`].
    ///
    /// # Errors
    /// None of its own.
    pub fn plan(&self) -> Result<JsValue, JsValue> {
        let questionnaire = self.collector.questionnaire();
        let mut levels = Vec::new();
        if let Some(scale) = &questionnaire.certainty {
            levels.extend(scale.from..=scale.to);
        }
        let misconceptions = questionnaire.misconceptions.iter();
        let statements = questionnaire.statements.iter();
        write(&Plan {
            id: &questionnaire.id,
            version: &questionnaire.version,
            shape: format!("{:06x}", shape(questionnaire)),
            points: questionnaire.scale.points,
            dont_know: questionnaire.scale.dont_know,
            statements: statements.map(|it| &*it.id).collect(),
            misconceptions: misconceptions.map(|it| &*it.id).collect(),
            levels,
            verdicts: Verdict::ALL,
        })
    }

    /// Takes one message. Returns null, or the reason why it is not taken.
    ///
    /// # Errors
    /// None of its own.
    #[allow(clippy::needless_pass_by_value)]
    pub fn add(&mut self, message: JsValue) -> Result<JsValue, JsValue> {
        let refused: Result<(), Refusal> = self.collector.add(&message);
        let Err(refusal) = refused else {
            return Ok(JsValue::NULL);
        };
        write(&NotTaken {
            code: refusal.code(),
            problems: refusal.problems(),
        })
    }

    /// Takes a [`Block`] of plain responses. Returns the indices of those that are not taken.
    ///
    /// # Errors
    /// Throws a string if a code is not on its scale, which would be a bug in the JavaScript half.
    #[allow(clippy::needless_pass_by_value)]
    pub fn take(
        &mut self,
        receipts: Uint8Array,
        codes: Uint8Array,
        again: Uint8Array,
        claims: Uint8Array,
    ) -> Result<JsValue, JsValue> {
        let refused = self.collector.add_block(&Block {
            receipts: &copied(&receipts),
            codes: &copied(&codes),
            again: &copied(&again),
            claims: &copied(&claims),
        });
        write(&refused.map_err(fault)?)
    }

    /// The figures: [`Figures`] as a plain object.
    ///
    /// # Errors
    /// As [`Collected::take`].
    pub fn figures(&self) -> Result<JsValue, JsValue> {
        write(&self.found()?)
    }

    /// How many messages of each kind were taken.
    ///
    /// # Errors
    /// None of its own.
    pub fn counts(&self) -> Result<JsValue, JsValue> {
        let Counts {
            responses,
            remarks,
            withdrawals,
        } = self.collector.counts();
        write(&Counted {
            responses,
            remarks,
            withdrawals,
            suggestions: self.collector.suggestions(),
        })
    }

    /// What a feed counts of each response; see [`Collector::counted`].
    ///
    /// # Errors
    /// As [`Collected::take`].
    pub fn counted(&self) -> Result<Uint8Array, JsValue> {
        let bytes = self.collector.counted().map_err(fault)?;
        // A module's memory has at most 4 GB.
        let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        let array = Uint8Array::new_with_length(length);
        array.copy_from(&bytes);
        Ok(array)
    }

    /// The counts of a feed, made on this day.
    ///
    /// # Errors
    /// As [`Collected::take`].
    #[allow(clippy::needless_pass_by_value)]
    pub fn feed(&self, made: String) -> Result<JsValue, JsValue> {
        let order = self.collector.questionnaire().misconceptions.iter();
        let order: Vec<String> = order.map(|it| it.id.clone()).collect();
        let counts = feed::counts(&self.found()?, &order, &made);
        write(&feed::written(counts))
    }

    /// The report as an HTML page; `read` is a [`Read`], `words` are [`Words`].
    ///
    /// # Errors
    /// Throws an error if the words are not valid.
    pub fn page(&self, read: JsValue, words: JsValue) -> Result<String, JsValue> {
        self.said(read, words, page::page)
    }

    /// The report as text in lines of at most `columns` characters.
    ///
    /// # Errors
    /// As [`Collected::page`].
    pub fn text(&self, read: JsValue, words: JsValue, columns: usize) -> Result<String, JsValue> {
        self.said(read, words, |material| text::text(material, columns))
    }
}

impl Collected {
    fn found(&self) -> Result<Figures, JsValue> {
        self.collector.figures().map_err(fault)
    }

    fn said(
        &self,
        read: JsValue,
        words: JsValue,
        say: impl Fn(&Material<'_>) -> String,
    ) -> Result<String, JsValue> {
        let read: Read = from_value(read)?;
        let words: Words = from_value(words)?;
        Ok(say(&Material {
            questionnaire: self.collector.questionnaire(),
            figures: &self.found()?,
            counts: self.collector.counts(),
            suggestions: self.collector.suggestions(),
            read,
            words: &words,
        }))
    }
}

fn copied(array: &Uint8Array) -> Vec<u8> {
    let mut bytes = vec![0; array.length() as usize];
    array.copy_to(&mut bytes);
    bytes
}

#[allow(clippy::needless_pass_by_value)] // As `map_err` hands it over.
fn fault(refused: Refused) -> JsValue {
    JsValue::from_str(&refused.to_string())
}
