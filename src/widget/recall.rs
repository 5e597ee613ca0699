//! What is kept of a reader and taken up again: only answers to what is still asked, in the same words.
//!
//! Knows what is kept and how it is compared with the questionnaire of today; not where it is kept.

use super::Widget;
use crate::data::document::{Document, WriteDocument};
use crate::questionnaire::answers;
use crate::questionnaire::identity::{is_same_language, wording};
use crate::session::Notice;
use crate::session::plan::Step;

impl Widget {
    /// Goes to where a reader left, with `{ answers, step, shape, wording }` as [`Widget::write_saved`] has written it.
    /// What was kept before there were shapes and wordings has neither, and is taken as it is. Answers that do not fit
    /// are dropped.
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
            // From the scorecard nobody is sent away: there it is asked in its place.
            let asks = |step: &Step| matches!(step, Step::Ask(asked) if asked.iter().any(|it| reworded.contains(it)));
            let first = self.steps.iter().position(asks);
            step = step.map(|step| match first {
                Some(first) if step < self.steps.len() => step.min(first),
                _ => step,
            });
        }
        self.resume(answers, step);
    }

    /// What is kept of the reader, for [`Widget::recall`]; the rest of `saved` stays.
    pub fn write_saved<D: WriteDocument>(&self, saved: &mut D) {
        saved.set("answers", self.write_answers());
        #[allow(clippy::cast_precision_loss)]
        saved.set("step", D::from_number(self.session.step as f64));
        saved.set("shape", D::from_number(self.shape.into()));
        let mut wordings = D::new_map();
        let statements = self.questionnaire.statements.iter().zip(&self.wordings);
        for ((statement, wording), answer) in statements.zip(&self.session.answers) {
            // Of what is erased or asked again, nothing is kept, not even that it was answered.
            if *wording != 0 && answer.is_some() {
                // 48 bits.
                #[allow(clippy::cast_precision_loss)]
                wordings.set_number(&statement.id, Some(*wording as f64));
            }
        }
        saved.set("wording", wordings);
    }

    /// Why the reader is asked again, until they go on.
    #[must_use]
    pub fn notice(&self) -> Option<Notice> {
        self.notice
    }

    /// Says so, as the widget did that this one goes on for.
    pub fn set_notice(&mut self, notice: Option<Notice>) {
        self.notice = notice;
    }

    /// In which words these statements have just been answered.
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
