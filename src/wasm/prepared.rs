//! A questionnaire that is read once, as JavaScript calls it: answers one by one, or as columns in
//! typed arrays.
//!
//! This file knows typed arrays and copies them in blocks, so that the module never needs memory
//! for more than one block. The meaning of the codes is known to [`crate::scoring::columns`].

use super::api::{finish, write};
use crate::api::results::{AnswersResult, QuestionnaireResult};
use crate::api::{self, Prepared as Questions};
use crate::data::document::WriteDocument;
use crate::questionnaire::answers::{Agreement, Response};
use crate::scoring::columns::{Columns, Refused};
use crate::scoring::scorecard::{Class, Reason, Verdict};
use crate::scoring::tally::Given;
use js_sys::{Array, Float64Array, Uint8Array, Uint16Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// The largest number of codes in the module's memory at a time. With their results they take a few
/// megabytes.
const BLOCK: usize = 1 << 18;

/// A questionnaire that has been read. JavaScript frees it explicitly or leaves it to the garbage
/// collector.
#[wasm_bindgen]
pub struct Prepared {
    questions: Questions,
    agreements: Vec<u8>,
    certainties: Vec<u8>,
}

/// See [`crate::api::prepare`].
///
/// # Errors
///
/// Throws what is wrong with the questionnaire.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value)] // Passed by value, as everywhere in this folder.
pub fn prepare(questionnaire: JsValue) -> Result<Prepared, JsValue> {
    match api::prepare(&questionnaire) {
        Ok(questions) => Ok(Prepared {
            questions,
            agreements: Vec::new(),
            certainties: Vec::new(),
        }),
        Err(failure) => Err(finish::<()>(Err(failure)).err().unwrap_or_default()),
    }
}

/// What JavaScript needs for writing columns and reading results.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Plan<'a> {
    questionnaire: QuestionnaireResult,
    /// All verdicts and reasons; the codes in results are indices into these arrays.
    verdicts: Vec<Verdict>,
    reasons: Vec<Reason>,
    misconceptions: Vec<PlannedMisconception<'a>>,
    statements: Vec<PlannedStatement<'a>>,
    outcomes: Vec<&'a str>,
    /// The levels of certainty from the lowest; empty if certainty is not asked.
    levels: Vec<i16>,
    /// Whether readers may answer that they don't know.
    dont_know: bool,
}

#[derive(Serialize)]
struct PlannedMisconception<'a> {
    id: &'a str,
    contested: bool,
    /// The index of its first statement, and the number of its statements.
    first: usize,
    count: usize,
}

#[derive(Serialize)]
struct PlannedStatement<'a> {
    id: &'a str,
    /// The position of an answer at each point, from point 1.
    positions: Vec<Option<f64>>,
    /// The class of an answer, by its code of certainty and then by its point, with 0 for don't
    /// know.
    classes: Vec<Vec<Option<Class>>>,
}

#[wasm_bindgen]
impl Prepared {
    /// See [`crate::api::Prepared::evaluate`].
    ///
    /// # Errors
    ///
    /// Throws what is wrong with the answers.
    #[allow(clippy::needless_pass_by_value)]
    pub fn evaluate(&self, answers: JsValue) -> Result<JsValue, JsValue> {
        let result = self.questions.evaluate(&answers);
        // An id may be `__proto__`, which only this module's own `set` writes correctly.
        let given = result.as_ref().ok().map(|it| it.scorecard.answers.clone());
        let mut scorecard = finish(result)?;
        if let Some(AnswersResult(given)) = given {
            let mut map = JsValue::new_map();
            for (id, answer) in given {
                map.set(&id, write(&answer)?);
            }
            scorecard.set("answers", map);
        }
        Ok(scorecard)
    }

    /// What JavaScript needs to know of the questionnaire, as a [`Plan`].
    ///
    /// # Errors
    ///
    /// None of its own.
    pub fn plan(&self) -> Result<JsValue, JsValue> {
        let questionnaire = self.questions.questionnaire();
        let mut misconceptions: Vec<_> = questionnaire
            .misconceptions
            .iter()
            .map(|it| PlannedMisconception {
                id: &it.id,
                contested: it.is_contested(),
                first: 0,
                count: 0,
            })
            .collect();
        let mut levels = Vec::new();
        if let Some(scale) = &questionnaire.certainty {
            levels.extend(scale.from..=scale.to);
        }
        let mut statements = Vec::new();
        for (index, statement) in questionnaire.statements.iter().enumerate() {
            if let Some(own) = misconceptions.get_mut(statement.misconception) {
                own.first = index - own.count;
                own.count += 1;
            }
            let given = |agreement, certainty| {
                let response = Response {
                    agreement,
                    certainty,
                };
                Given::new(response, statement.key, questionnaire)
            };
            let points = 1..=questionnaire.scale.points;
            let given_levels = std::iter::once(None).chain(levels.iter().copied().map(Some));
            let positions = points.clone().map(|it| given(Agreement::Point(it), None));
            let classes = given_levels.map(|level| {
                let points = points.clone().map(Agreement::Point);
                let all = std::iter::once(Agreement::DontKnow).chain(points);
                all.map(|it| given(it, level).class).collect()
            });
            statements.push(PlannedStatement {
                id: &statement.id,
                positions: positions.map(|it| it.position).collect(),
                classes: classes.collect(),
            });
        }
        let outcomes = questionnaire.outcomes.iter();
        write(&Plan {
            questionnaire: QuestionnaireResult::new(questionnaire),
            verdicts: Verdict::ALL.to_vec(),
            reasons: Reason::ALL.to_vec(),
            misconceptions,
            statements,
            outcomes: outcomes.map(|it| it.title.as_str()).collect(),
            levels,
            dont_know: questionnaire.scale.dont_know,
        })
    }

    /// Scores `rows` readers. `agreements` and `certainties` are arrays with one `Uint8Array` per
    /// statement; `certainties` may be empty. `verdicts` and `beliefs` are arrays with one
    /// `Uint8Array` and one `Float64Array` per misconception; the results are written to these.
    ///
    /// # Errors
    ///
    /// Throws an array `[column, row, code, is_certainty]` if a code is outside its scale; the last
    /// number is 0 or 1.
    #[allow(clippy::needless_pass_by_value)]
    pub fn score(
        &mut self,
        rows: usize,
        agreements: Array<Uint8Array>,
        certainties: Array<Uint8Array>,
        verdicts: Array<Uint8Array>,
        beliefs: Array<Float64Array>,
    ) -> Result<(), JsValue> {
        let scoring = self.questions.scoring();
        let (statements, misconceptions) = (scoring.statements(), scoring.misconceptions());
        let most = BLOCK / statements.max(1);
        let mut found_verdicts = vec![Verdict::Insufficient; misconceptions * most.min(rows)];
        let mut found_beliefs = vec![0.0; misconceptions * most.min(rows)];
        let mut codes = vec![0; most.min(rows)];
        for from in (0..rows).step_by(most) {
            let count = most.min(rows - from);
            copy_in(&agreements, from, count, &mut self.agreements);
            copy_in(&certainties, from, count, &mut self.certainties);
            let columns = Columns {
                rows: count,
                agreements: &self.agreements,
                certainties: &self.certainties,
            };
            found_verdicts.truncate(misconceptions * count);
            found_beliefs.truncate(misconceptions * count);
            codes.truncate(count);
            self.questions
                .scoring()
                .score_into(&columns, &mut found_verdicts, &mut found_beliefs)
                .map_err(|refused| thrown(refused, from))?;
            let (start, end) = (index(from), index(from + count));
            for (column, found) in (0..).zip(found_verdicts.chunks_exact(count)) {
                for (code, verdict) in codes.iter_mut().zip(found) {
                    *code = *verdict as u8;
                }
                verdicts.get(column).subarray(start, end).copy_from(&codes);
            }
            for (column, found) in (0..).zip(found_beliefs.chunks_exact(count)) {
                beliefs.get(column).subarray(start, end).copy_from(found);
            }
        }
        Ok(())
    }

    /// Scores a few readers as whole scorecards, one after the other. Per reader and misconception,
    /// `judged` gets verdict, reason and whether the answers are inconsistent; `beliefs` gets the
    /// belief, NaN if it cannot be said. Per reader, `rows` gets the counts (held, leaning, unsure,
    /// not held, classified, insufficient, contested), whether it is straight-lined, the index of
    /// the outcome plus 1 (0 for none), and the order.
    ///
    /// # Errors
    ///
    /// As [`Prepared::score`].
    #[allow(clippy::needless_pass_by_value, clippy::cast_possible_truncation)] // Counts and indices are at most 1,000.
    pub fn describe(
        &mut self,
        count: usize,
        agreements: Array<Uint8Array>,
        certainties: Array<Uint8Array>,
        judged: Uint8Array,
        beliefs: Float64Array,
        rows: Uint16Array,
    ) -> Result<(), JsValue> {
        copy_in(&agreements, 0, count, &mut self.agreements);
        copy_in(&certainties, 0, count, &mut self.certainties);
        let columns = Columns {
            rows: count,
            agreements: &self.agreements,
            certainties: &self.certainties,
        };
        let (mut codes, mut found, mut numbers) = (Vec::new(), Vec::new(), Vec::new());
        let questionnaire = self.questions.questionnaire();
        self.questions
            .scoring()
            .each_row(&columns, &mut |_, row| {
                for it in row.judged {
                    codes.extend([it.verdict as u8, it.reason as u8, it.inconsistent.into()]);
                    found.push(it.belief.unwrap_or(f64::NAN));
                }
                let it = row.headline;
                let reached = it.reached();
                let outcome = reached.and_then(|reached| questionnaire.outcome(reached, it.unsure));
                let counts = [
                    it.held,
                    it.leaning,
                    it.unsure,
                    it.not_held,
                    it.classified,
                    it.insufficient,
                    it.contested,
                    row.straight_lined.into(),
                    outcome.map_or(0, |(index, _)| index + 1),
                ];
                numbers.extend(counts.iter().chain(row.order).map(|it| *it as u16));
            })
            .map_err(|refused| thrown(refused, 0))?;
        judged.subarray(0, index(codes.len())).copy_from(&codes);
        beliefs.subarray(0, index(found.len())).copy_from(&found);
        rows.subarray(0, index(numbers.len())).copy_from(&numbers);
        Ok(())
    }
}

/// Copies `count` codes of each column, beginning at row `from`, one column after the other.
fn copy_in(columns: &Array<Uint8Array>, from: usize, count: usize, to: &mut Vec<u8>) {
    to.clear();
    to.resize(columns.length() as usize * count, 0);
    if count == 0 {
        return;
    }
    for (column, to) in (0..).zip(to.chunks_exact_mut(count)) {
        let part = columns
            .get(column)
            .subarray(index(from), index(from + count));
        part.copy_to(to);
    }
}

/// An index into a typed array, whose length is below 2^32.
#[allow(clippy::cast_possible_truncation)]
fn index(at: usize) -> u32 {
    at as u32
}

/// The refused code as an array of numbers. Its block begins at row `from`.
fn thrown(refused: Refused, from: usize) -> JsValue {
    let numbers = match refused {
        Refused::OutOfScale {
            column,
            row,
            code,
            is_certainty,
        } => [column, row + from, code.into(), is_certainty.into()],
        // JavaScript checks the lengths before the call.
        Refused::Length(expected) => [0, expected, 0, 0],
    };
    let list = Array::new();
    for number in numbers {
        list.push(&JsValue::from(index(number)));
    }
    list.into()
}
