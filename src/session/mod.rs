//! The way through: where a reader is and what has been answered. State x Event -> State.
//!
//! Total: an event that makes no sense where the reader stands changes nothing. Knows steps and scales;
//! no words, no clock, no screen. What follows from a change (focus, events, storage) is decided by
//! [`crate::widget`], which compares the state before with the state after.

pub mod plan;

use crate::questionnaire::Questionnaire;
use crate::questionnaire::answers::{
    Agreement, Answers, Response, allows_agreement, blank, certainty_at,
};
use crate::session::plan::Step;

/// What the way through depends on and never changes while it lasts.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// The scales.
    pub questionnaire: &'a Questionnaire,
    /// The steps; the scorecard comes after the last.
    pub steps: &'a [Step],
    /// Whether a tap on an answer moves on by itself (attribute `advance`).
    pub tap_advances: bool,
}

/// Where a reader is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Index of the step; the number of steps is the scorecard.
    pub step: usize,
    /// What has been answered, one entry a statement.
    pub answers: Answers,
    /// Answers chosen on the scorecard and not yet sent in; empty entries elsewhere.
    pub drafts: Answers,
    /// On the scorecard: the statement whose answer is being changed.
    pub changing: Option<usize>,
    /// Whether the reader has acted.
    pub started: bool,
    /// Counts taps that move on after a moment.
    pub taps: u32,
    /// Whether the last of those taps still waits for its moment.
    pub due: bool,
}

/// Why a reader who comes back is asked again what they have answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The answers are to a questionnaire of another shape.
    OtherShape,
    /// The words of some statements are others now.
    Reworded,
}

/// What a reader or the page does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Chooses an agreement.
    Agree {
        /// Index of the statement.
        statement: usize,
        /// What was chosen.
        agreement: Agreement,
        /// Whether by a finger or a mouse, not by the keyboard.
        tapped: bool,
    },
    /// Chooses a certainty.
    BeSure {
        /// Index of the statement.
        statement: usize,
        /// The level, counted from the lowest.
        index: i16,
        /// Whether by a finger or a mouse, not by the keyboard.
        tapped: bool,
    },
    /// The moment after tap number `tap` is over.
    Elapse {
        /// The number of the tap.
        tap: u32,
    },
    /// Moves on; on the scorecard, sends in what was chosen there.
    Next,
    /// Moves back.
    Back,
    /// On the scorecard, asks this statement again in place, or stops asking.
    Change(Option<usize>),
    /// The page sets the answers.
    Replace(Answers),
}

impl Session {
    /// A reader who has just arrived.
    #[must_use]
    pub fn new(statements: usize) -> Self {
        Self {
            step: 0,
            answers: blank(statements),
            drafts: blank(statements),
            changing: None,
            started: false,
            taps: 0,
            due: false,
        }
    }

    /// A reader who comes back to `step`, any past the last being the scorecard; where the steps are other
    /// ones now, to the first open statement or the last.
    #[must_use]
    pub fn resume(answers: Answers, step: Option<usize>, steps: &[Step]) -> Self {
        let is_open = |index: &usize| answers.get(*index).is_none_or(Option::is_none);
        let is_left = |step: &Step| matches!(step, Step::Ask(asked) if asked.iter().any(is_open));
        let step = match step {
            Some(step) => step.min(steps.len()),
            None => steps
                .iter()
                .position(is_left)
                .unwrap_or(steps.len().saturating_sub(1)),
        };
        let mut session = Self::new(answers.len());
        session.started = step > 0 || answers.iter().any(Option::is_some);
        session.step = step;
        session.answers = answers;
        session
    }

    /// Whether the scorecard is shown.
    #[must_use]
    pub fn is_complete(&self, steps: &[Step]) -> bool {
        self.step >= steps.len()
    }

    /// What is chosen for `statement` on the screen that is shown.
    #[inline(never)]
    #[must_use]
    pub fn chosen(&self, statement: usize) -> Option<Response> {
        let draft = self.drafts.get(statement).copied().flatten();
        draft.or_else(|| self.answers.get(statement).copied().flatten())
    }

    /// Becomes the state after `event`.
    pub fn apply(&mut self, event: Event, rules: &Rules<'_>) {
        match event {
            Event::Agree {
                statement,
                agreement,
                tapped,
            } => {
                if allows_agreement(rules.questionnaire, agreement) {
                    let certainty = self.chosen(statement).and_then(|it| it.certainty);
                    let certainty = certainty.filter(|_| agreement != Agreement::DontKnow);
                    let response = Response {
                        agreement,
                        certainty,
                    };
                    self.choose(statement, response, tapped, rules);
                }
            }
            Event::BeSure {
                statement,
                index,
                tapped,
            } => {
                let chosen = self.chosen(statement);
                let certainty = certainty_at(rules.questionnaire, index);
                if let Some(Response {
                    agreement: agreement @ Agreement::Point(_),
                    ..
                }) = chosen
                    && certainty.is_some()
                {
                    let response = Response {
                        agreement,
                        certainty,
                    };
                    self.choose(statement, response, tapped, rules);
                }
            }
            Event::Elapse { tap } => {
                if self.due && self.taps == tap {
                    self.go(self.step + 1, rules);
                }
            }
            Event::Next => {
                if self.is_complete(rules.steps) {
                    let drafts = self.drafts.iter_mut().zip(&mut self.answers);
                    for (draft, answer) in drafts {
                        *answer = draft.take().or(*answer);
                    }
                    self.changing = None;
                } else {
                    self.go(self.step + 1, rules);
                }
            }
            Event::Back => {
                if self.step > 0 {
                    self.go(self.step - 1, rules);
                }
            }
            Event::Change(statement) => {
                let is_answered = |it: &usize| matches!(self.answers.get(*it), Some(Some(_)));
                if self.is_complete(rules.steps) {
                    // What was chosen and not sent in is dropped.
                    let before = self.changing.and_then(|it| self.drafts.get_mut(it));
                    if let Some(draft) = before {
                        *draft = None;
                    }
                    self.changing = statement.filter(is_answered);
                }
            }
            Event::Replace(answers) => {
                if answers.len() == self.answers.len() {
                    self.answers = answers;
                    self.changing = None;
                    self.drafts.fill(None);
                    self.due = false;
                }
            }
        }
    }

    fn go(&mut self, step: usize, rules: &Rules<'_>) {
        self.started = true;
        self.due = false;
        self.drafts.fill(None);
        self.changing = None;
        self.step = step.min(rules.steps.len());
    }

    /// Keeps a response to a statement of this screen: on the scorecard as a draft.
    fn choose(&mut self, statement: usize, response: Response, tapped: bool, rules: &Rules<'_>) {
        let (kept, moves_on) = match rules.steps.get(self.step) {
            Some(Step::Ask(asked)) if asked.contains(&statement) => {
                (&mut self.answers, asked.len() == 1)
            }
            None if matches!(self.answers.get(statement), Some(None))
                || self.changing == Some(statement) =>
            {
                (&mut self.drafts, false)
            }
            _ => return,
        };
        if let Some(kept) = kept.get_mut(statement) {
            *kept = Some(response);
        }
        self.started = true;
        let needs_certainty = rules.questionnaire.certainty.is_some()
            && response.certainty.is_none()
            && response.agreement != Agreement::DontKnow;
        self.due = tapped && moves_on && rules.tap_advances && !needs_certainty;
        if self.due {
            self.taps = self.taps.wrapping_add(1);
        }
    }
}
