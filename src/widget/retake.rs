//! Answering again: which steps are asked once more, and the way back.
//!
//! What is kept of the earlier answers is known to [`crate::extras::attempts`].

use super::extras::{ExtrasEffect, ExtrasWidget};
use crate::extras::attempts::{OngoingRetake, Retake};
use crate::session::plan::Step;
use crate::view::ids::HEADING;

impl ExtrasWidget {
    /// Asks again, if the reader is on the scorecard.
    pub fn retake(&mut self, again: Retake) -> Vec<ExtrasEffect> {
        let Some(scorecard) = self.widget.scorecard() else {
            return Vec::new();
        };
        let now = (&self.widget.session().answers, scorecard);
        let questionnaire = self.widget.questionnaire();
        let Some(answers) = self.attempts.begin(questionnaire, now, again) else {
            return Vec::new();
        };
        let steps = self.widget.scene().steps;
        let first = steps.iter().position(|it| self.is_asked(it)).unwrap_or(0);
        self.widget.restart(answers, first);
        vec![ExtrasEffect::Store, ExtrasEffect::Focus(HEADING.to_owned())]
    }

    /// Returns to the scorecard with the answers from before.
    pub fn stop(&mut self) -> Vec<ExtrasEffect> {
        let Some(answers) = self.attempts.stop() else {
            return Vec::new();
        };
        self.widget.resume(answers, Some(usize::MAX));
        vec![ExtrasEffect::Store, ExtrasEffect::Focus(HEADING.to_owned())]
    }

    /// Whether the step is asked. If the reader is not answering again, all steps are.
    pub(super) fn is_asked(&self, step: &Step) -> bool {
        let Some(OngoingRetake { asked, .. }) = &self.attempts.retake else {
            return true;
        };
        let is_asked = |index: usize| asked.get(index) == Some(&true);
        match step {
            Step::Ask(statements) => statements.iter().any(|it| is_asked(self.probed(*it))),
            Step::Refute(index) => is_asked(*index),
        }
    }

    pub(super) fn is_passed_over(&self) -> bool {
        let step = self.widget.scene().steps.get(self.session().step);
        step.is_some_and(|step| !self.is_asked(step))
    }

    /// The steps that are asked, and the index of the current one among them.
    pub(super) fn asked_steps(&self) -> (Vec<Step>, usize) {
        let (mut steps, mut shown) = (Vec::new(), 0);
        for (index, step) in self.widget.scene().steps.iter().enumerate() {
            if !self.is_asked(step) {
                continue;
            }
            shown += usize::from(index < self.session().step);
            steps.push(match (step, &self.attempts.retake) {
                (Step::Ask(statements), Some(retake)) => {
                    let is_asked = |it: &&usize| retake.asked.get(self.probed(**it)) == Some(&true);
                    Step::Ask(statements.iter().filter(is_asked).copied().collect())
                }
                _ => step.clone(),
            });
        }
        (steps, shown)
    }

    /// The index of the misconception that a statement probes.
    fn probed(&self, statement: usize) -> usize {
        let statement = self.questionnaire().statements.get(statement);
        statement.map_or(usize::MAX, |it| it.misconception)
    }

    pub(super) fn settle(&mut self) {
        if self.widget.scorecard().is_some() {
            self.attempts.settle(&self.widget.session().answers);
        }
    }
}
