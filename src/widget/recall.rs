//! What is saved of a reader and restored later: only answers to statements that are still asked in
//! the same words.
//!
//! This file knows what is saved and how it is compared with the current questionnaire. It must not
//! know where it is saved.

use super::Widget;
use crate::data::document::{Document, WriteDocument};
use crate::questionnaire::answers;
use crate::questionnaire::identity::{is_same_language, wording};
use crate::session::Notice;
use crate::session::plan::Step;

impl Widget {
    /// Continues where a reader left, from `{ answers, step, shape, wording }` as
    /// [`Widget::write_saved`] writes it. Older data without `shape` and `wording` is used as it
    /// is. Answers that do not fit the questionnaire are dropped.
    pub fn recall<D: Document>(&mut self, saved: &D) {
        let Some(kept) = saved.child("answers") else {
            return;
        };
        let is_other = (number(saved, "shape") - f64::from(self.shape)).abs() > 0.5;
        if is_other && !kept.keys().is_empty() {
            self.notice = Some(Notice::OtherShape);
            return;
        }
        let Ok(mut answers) = answers::read(&kept, &self.questionnaire) else {
            return;
        };
        let wordings = saved.child("wording");
        let mut reworded = Vec::new();
        let statements = self.questionnaire.statements.iter();
        let kept = answers.iter_mut().zip(&mut self.wordings);
        for (index, (statement, (answer, own))) in statements.zip(kept).enumerate() {
            if answer.is_none() {
                continue;
            }
            let then = wordings.as_ref().map(|it| number(it, &statement.id));
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let then = then.unwrap_or_default() as u64;
            let now = wording(&self.questionnaire, statement);
            if then != now && is_same_language(then, now) {
                *answer = None;
                reworded.push(index);
            } else {
                *own = then;
            }
        }
        let step = number(saved, "step");
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let mut step = (!step.is_nan()).then_some(step as usize);
        if !reworded.is_empty() {
            self.notice = Some(Notice::Reworded);
            // A reader is never sent away from the scorecard, because there the statement can be
            // answered in place.
            let asks = |step: &Step| matches!(step, Step::Ask(asked) if asked.iter().any(|it| reworded.contains(it)));
            let first = self.steps.iter().position(asks);
            step = step.map(|step| match first {
                Some(first) if step < self.steps.len() => step.min(first),
                _ => step,
            });
        }
        self.resume(answers, step);
    }

    /// Sets the properties of `saved` that [`Widget::recall`] reads; others stay as they are.
    pub fn write_saved<D: WriteDocument>(&self, saved: &mut D) {
        saved.set("answers", self.write_answers());
        #[allow(clippy::cast_precision_loss)]
        saved.set("step", D::from_number(self.session.step as f64));
        saved.set("shape", D::from_number(self.shape.into()));
        let mut wordings = D::new_map();
        let statements = self.questionnaire.statements.iter().zip(&self.wordings);
        for ((statement, wording), answer) in statements.zip(&self.session.answers) {
            // For answers that were erased or are asked again, nothing is saved, not even that they
            // existed.
            if *wording != 0 && answer.is_some() {
                // A wording has 48 bits, so a double holds it exactly.
                #[allow(clippy::cast_precision_loss)]
                wordings.set_number(&statement.id, Some(*wording as f64));
            }
        }
        saved.set("wording", wordings);
    }

    /// Why the reader is asked again; `None` once they have moved on.
    #[must_use]
    pub fn notice(&self) -> Option<Notice> {
        self.notice
    }

    /// Sets the notice. Used when this widget takes over from another.
    pub fn set_notice(&mut self, notice: Option<Notice>) {
        self.notice = notice;
    }

    /// Records how these statements are worded, because they have just been answered.
    pub(super) fn note_wordings(&mut self, changed: &[usize]) {
        for index in changed {
            let statement = self.questionnaire.statements.get(*index);
            let is_answered = matches!(self.session.answers.get(*index), Some(Some(_)));
            if let (Some(statement), Some(own)) = (statement, self.wordings.get_mut(*index)) {
                *own = if is_answered {
                    wording(&self.questionnaire, statement)
                } else {
                    0
                };
            }
        }
    }
}

/// The number at `key`; NaN if there is none.
fn number<D: Document>(map: &D, key: &str) -> f64 {
    map.child(key).map_or(f64::NAN, |it| it.number())
}
