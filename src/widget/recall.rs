//! What is kept of a reader and taken up again: only answers to what is still asked, in the same words.
//!
//! Knows what is kept and how it is compared with the questionnaire of today; not where it is kept.

use super::Widget;
use crate::data::document::{Document, ValueKind, WriteDocument};
use crate::data::text::cut;
use crate::questionnaire::answers;
use crate::questionnaire::identity::wording;
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
        let shape = saved.child("shape").map(|it| it.number());
        if !kept.keys().is_empty()
            && shape.is_some_and(|it| (it - f64::from(self.shape)).abs() > 0.5)
        {
            self.notice = Some(Notice::OtherShape);
            return;
        }
        let Ok(mut answers) = answers::read(&kept, &self.questionnaire) else {
            return;
        };
        let wordings = saved.child("wording");
        let mut reworded = Vec::new();
        let statements = self.questionnaire.statements.iter().zip(&mut answers);
        for (index, (statement, answer)) in statements.enumerate() {
            let then = wordings.as_ref().and_then(|it| it.child(&statement.id));
            let then = then.map(|it| it.text()).unwrap_or_default();
            let now = wording(&self.questionnaire, statement);
            if answer.is_some() && then != now && language(&then) == language(&now) {
                *answer = None;
                reworded.push(index);
            }
            if let Some(own) = self.wordings.get_mut(index).filter(|_| answer.is_some()) {
                *own = then;
            }
        }
        let step = saved.child("step");
        let step = step.filter(|it| it.kind() == ValueKind::Number);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let mut step = step.map(|it| it.number() as usize);
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
        for (statement, wording) in statements {
            if !wording.is_empty() {
                wordings.set_text(&statement.id, wording);
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
            let answer = self.session.answers.get(*index).copied().flatten();
            if let (Some(statement), Some(own)) = (statement, self.wordings.get_mut(*index)) {
                *own = match answer {
                    Some(_) => wording(&self.questionnaire, statement),
                    None => String::new(),
                };
            }
        }
    }
}

/// The language of a wording; none where it was not kept.
fn language(wording: &str) -> Option<&str> {
    cut(wording, b' ').map(|(language, _)| language)
}
