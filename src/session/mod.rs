//! Where a reader is in the questionnaire and what they have answered: a state machine, State x
//! Event -> State.
//!
//! It is total: an event that makes no sense in the current state changes nothing. This file knows
//! steps and scales. It must not know messages, clocks or screens; what follows from a change
//! (focus, events, storage) is decided by [`crate::widget`], which compares the state before with
//! the state after.

pub mod plan;

use crate::questionnaire::Questionnaire;
use crate::questionnaire::answers::{
    Agreement, Answers, Response, allows_agreement, blank, certainty_at,
};
use crate::session::plan::Step;

/// What the state machine depends on. It does not change during a session.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// The questionnaire, for its scales.
    pub questionnaire: &'a Questionnaire,
    /// The steps of the session. The scorecard follows the last one.
    pub steps: &'a [Step],
    /// Whether the session moves on by itself after a tap on an answer (attribute `advance`).
    pub tap_advances: bool,
}

/// The state: where a reader is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The index of the current step; the number of steps stands for the scorecard.
    pub step: usize,
    /// What has been answered: one entry per statement.
    pub answers: Answers,
    /// Answers chosen on the scorecard that are not submitted yet: one entry per statement, `None`
    /// for all others.
    pub drafts: Answers,
    /// The index of the statement whose answer is being changed on the scorecard.
    pub changing: Option<usize>,
    /// Whether the reader has chosen or moved anything yet.
    pub started: bool,
    /// Counts the taps after which the session moves on by itself. Identifies the latest one.
    pub taps: u32,
    /// Whether the session is still about to move on after the latest of these taps.
    pub due: bool,
}

/// Why a reader who returns is asked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The saved answers belong to a questionnaire of another
    /// [shape](crate::questionnaire::identity::shape); none of them is used.
    OtherShape,
    /// Some statements are worded differently now; these are asked again.
    Reworded,
}

/// What a reader or the page does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The reader chooses an agreement. Ignored if it is not on the scale or the statement is not
    /// asked on the current screen.
    Agree {
        /// The index of the statement.
        statement: usize,
        /// The agreement.
        agreement: Agreement,
        /// Whether it was chosen by finger or mouse rather than by keyboard.
        tapped: bool,
    },
    /// The reader chooses a certainty. Ignored if there is no such level, if no point of the scale
    /// is chosen for the statement, or if it is not asked on the current screen.
    BeSure {
        /// The index of the statement.
        statement: usize,
        /// The index of the level, counted from the lowest as 0.
        index: i16,
        /// Whether it was chosen by finger or mouse rather than by keyboard.
        tapped: bool,
    },
    /// The pause after a tap is over. Ignored unless it is the latest tap and the session is still
    /// about to move on.
    Elapse {
        /// The value of [`Session::taps`] when the pause began.
        tap: u32,
    },
    /// The reader moves on. On the scorecard, submits the answers chosen there.
    Next,
    /// The reader moves back.
    Back,
    /// On the scorecard, the reader changes the answer to the statement at this index, or stops
    /// changing one. What was chosen for it and not submitted is dropped.
    Change(Option<usize>),
    /// The page replaces all answers. Ignored if their number is wrong.
    Replace(Answers),
}

impl Session {
    /// The state of a reader who has just arrived. `statements` is their number.
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

    /// The state of a reader who returns with `answers` to the step with this index; an index past
    /// the last means the scorecard. Without an index, it is the first step that has a blank, or
    /// the last step if there is none.
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

    /// Whether the reader is on the scorecard. `steps` must be those of this session.
    #[must_use]
    pub fn is_complete(&self, steps: &[Step]) -> bool {
        self.step >= steps.len()
    }

    /// What is chosen for the statement at this index on the current screen: the draft if there is
    /// one, otherwise the answer.
    #[inline(never)]
    #[must_use]
    pub fn chosen(&self, statement: usize) -> Option<Response> {
        let draft = self.drafts.get(statement).copied().flatten();
        draft.or_else(|| self.answers.get(statement).copied().flatten())
    }

    /// Applies `event`. Changes nothing if the event makes no sense in the current state.
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
                    // What was chosen and not submitted is dropped.
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

    /// Stores a response to a statement of the current screen: in the answers, or in the drafts on
    /// the scorecard.
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
