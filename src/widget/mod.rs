//! Joins questionnaire, words, session, scoring and view: an event in, effects out, and a screen at any time.
//!
//! Effects are values: the browser carries them out, a test reads them. Knows no page.

#[cfg(feature = "extras")]
pub mod extras;
#[cfg(feature = "extras")]
mod guest;
pub mod recall;
#[cfg(feature = "extras")]
mod retake;

use crate::data::document::WriteDocument;
use crate::messages::Messages;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::answers::{self, Agreement, Answers};
use crate::questionnaire::identity;
use crate::scoring;
use crate::scoring::scorecard::Scorecard;
use crate::session::Notice;
use crate::session::plan::{self, Choices, Layout, Step};
use crate::session::{Event, Rules, Session};
use crate::view::fallback::fallback;
use crate::view::scene::Scene;
use crate::view::{self, node::Node};

/// What the browser is to do after an event, in this order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Keep the answers and the step.
    Store,
    /// Come back with [`Event::Elapse`] in a moment.
    Wait(u32),
    /// Focus the new heading.
    FocusHeading,
    /// Focus the name of this misconception on the scorecard.
    FocusMisconception(usize),
    /// Focus the button that changes the answer to this statement.
    #[cfg(feature = "extras")]
    FocusChange(usize),
    /// Bring the question of certainty about this statement into view.
    Reveal(usize),
    /// Say that the reader has begun.
    EmitStarted,
    /// Say that the reader has answered this statement.
    EmitAnswered(usize),
    /// Say that the scorecard is there, or new.
    EmitCompleted,
}

/// One questionnaire on its way through one reader.
pub struct Widget {
    questionnaire: Questionnaire,
    messages: Messages,
    steps: Vec<Step>,
    tap_advances: bool,
    session: Session,
    scorecard: Scorecard,
    shape: u32,
    /// In which words each statement was answered; 0 if it was not, or if that is not known.
    wordings: Vec<u64>,
    notice: Option<Notice>,
    is_limited: bool,
}

impl Widget {
    /// A widget at its first screen. `tap_advances`: whether a tap on an answer moves on by itself.
    #[must_use]
    pub fn new(
        questionnaire: Questionnaire,
        messages: Messages,
        choices: Choices,
        tap_advances: bool,
    ) -> Self {
        let steps = plan::steps(&questionnaire, choices);
        let session = Session::new(questionnaire.statements.len());
        let scorecard = scoring::score(&questionnaire, &session.answers);
        Self {
            shape: identity::shape(&questionnaire),
            wordings: vec![0; questionnaire.statements.len()],
            notice: None,
            is_limited: false,
            questionnaire,
            messages,
            steps,
            tap_advances: tap_advances && choices.layout == Layout::Paged,
            session,
            scorecard,
        }
    }

    /// Goes to where a reader left: their answers, and the step where there is such a step.
    pub fn resume(&mut self, answers: Answers, step: Option<usize>) {
        self.session = Session::resume(answers, step, &self.steps);
        self.scorecard = scoring::score(&self.questionnaire, &self.session.answers);
    }

    /// The questionnaire.
    #[must_use]
    pub fn questionnaire(&self) -> &Questionnaire {
        &self.questionnaire
    }

    /// The widget's words.
    #[must_use]
    pub fn messages(&self) -> &Messages {
        &self.messages
    }

    /// Where the reader is.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The scorecard, once the reader has reached it.
    #[must_use]
    pub fn scorecard(&self) -> Option<&Scorecard> {
        self.session
            .is_complete(&self.steps)
            .then_some(&self.scorecard)
    }

    /// The scorecard as it leaves the core; null before the reader has reached it.
    #[must_use]
    pub fn write_scorecard<D: WriteDocument>(&self) -> D {
        match self.scorecard() {
            Some(scorecard) => scorecard.write(&self.questionnaire, &self.session.answers),
            None => D::from_null(),
        }
    }

    /// The answers as they leave the core.
    #[must_use]
    pub fn write_answers<D: WriteDocument>(&self) -> D {
        answers::write(&self.session.answers, &self.questionnaire)
    }

    /// Says on the scorecard that the extras cannot be had.
    pub fn set_limited(&mut self, is_limited: bool) {
        self.is_limited = is_limited;
    }

    /// The screen.
    #[must_use]
    pub fn view(&self) -> Vec<Node> {
        view::view(&self.scene())
    }

    /// The questionnaire as a page to read.
    #[must_use]
    pub fn plain(&self) -> Vec<Node> {
        fallback(&self.scene())
    }

    /// What its screen is made from.
    pub(crate) fn scene(&self) -> Scene<'_> {
        Scene {
            questionnaire: &self.questionnaire,
            messages: &self.messages,
            steps: &self.steps,
            session: &self.session,
            scorecard: &self.scorecard,
            tap_advances: self.tap_advances,
            notice: self.notice,
            is_limited: self.is_limited,
            #[cfg(feature = "extras")]
            extras: None,
        }
    }

    /// Goes back to the first screen, with no answers.
    pub fn reset(&mut self) {
        self.session = Session::new(self.questionnaire.statements.len());
        self.scorecard = scoring::score(&self.questionnaire, &self.session.answers);
    }

    /// Goes to `step` with these answers, as a reader who has just arrived.
    pub fn restart(&mut self, answers: Answers, step: usize) {
        self.resume(answers, Some(step));
        self.session.started = false;
    }

    /// Takes an event in; what follows is up to the browser.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        let by_reader = !matches!(event, Event::Replace(_));
        let agreed = match event {
            Event::Agree { statement, .. } => Some(statement),
            _ => None,
        };
        let rules = Rules {
            questionnaire: &self.questionnaire,
            steps: &self.steps,
            tap_advances: self.tap_advances,
        };
        let before = self.session.clone();
        self.session.apply(event, &rules);
        let after = &self.session;
        let mut effects = Vec::new();
        let has_moved = after.step != before.step;
        let mut changed = Vec::new();
        let answers = before.answers.iter().zip(&after.answers);
        for (statement, (before, after)) in answers.enumerate() {
            if before != after {
                changed.push(statement);
            }
        }
        if !changed.is_empty() {
            self.scorecard = scoring::score(&self.questionnaire, &after.answers);
        }
        self.note_wordings(&changed);
        let after = &self.session;
        let is_complete = after.is_complete(&self.steps);
        // Said until the reader goes on: a line that went before would move the answers under their finger.
        if has_moved || (is_complete && !changed.is_empty()) {
            self.notice = None;
        }
        if has_moved || !changed.is_empty() {
            effects.push(Effect::Store);
        }
        if after.due && after.taps != before.taps {
            effects.push(Effect::Wait(after.taps));
        }
        if has_moved {
            effects.push(Effect::FocusHeading);
        }
        if !by_reader {
            return effects;
        }
        // Once an answer is chosen, certainty is asked below it.
        if let Some(statement) = agreed
            && self.questionnaire.certainty.is_some()
            && before
                .chosen(statement)
                .is_none_or(|it| it.agreement == Agreement::DontKnow)
            && after
                .chosen(statement)
                .is_some_and(|it| it.agreement != Agreement::DontKnow)
        {
            effects.push(Effect::Reveal(statement));
        }
        if is_complete
            && !has_moved
            && let Some(statement) = changed.first()
        {
            // Answered in place: the verdict it belongs to may now stand elsewhere on the scorecard.
            let statement = self.questionnaire.statements.get(*statement);
            let index = statement.map_or(0, |statement| statement.misconception);
            effects.push(Effect::FocusMisconception(index));
        }
        if after.started && !before.started {
            effects.push(Effect::EmitStarted);
        }
        for statement in &changed {
            effects.push(Effect::EmitAnswered(*statement));
        }
        if is_complete && (has_moved || !changed.is_empty()) {
            effects.push(Effect::EmitCompleted);
        }
        effects
    }
}
