//! Connects questionnaire, messages, session, scoring and view: an event goes in, effects come out,
//! and the screen can be drawn at any time.
//!
//! Effects are values. The browser carries them out, and tests can read them. Nothing in here knows
//! the page.

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
use crate::view::kept::Kept;
use crate::view::scene::Scene;
use crate::view::{self, node::Node};

/// What the browser must do after an event, in the order of the effects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Save the answers and the step.
    Store,
    /// Send [`Event::Elapse`] with this number after a pause.
    Wait(u32),
    /// Focus the new heading.
    FocusHeading,
    /// Focus the name of the misconception at this index, on the scorecard.
    FocusMisconception(usize),
    /// Focus the button that changes the answer to the statement at this index.
    #[cfg(feature = "extras")]
    FocusChange(usize),
    /// Scroll the question of certainty for the statement at this index into view.
    Reveal(usize),
    /// Emit the event that the reader has begun.
    EmitStarted,
    /// Emit the event that the reader has answered the statement at this index.
    EmitAnswered(usize),
    /// Emit the event that there is a scorecard, or a new one.
    EmitCompleted,
}

/// The state of one questionnaire for one reader.
pub struct Widget {
    questionnaire: Questionnaire,
    messages: Messages,
    steps: Vec<Step>,
    tap_advances: bool,
    session: Session,
    scorecard: Scorecard,
    shape: u32,
    /// How each statement was worded when it was answered; 0 if it was not or if that is unknown.
    wordings: Vec<u64>,
    notice: Option<Notice>,
    is_limited: bool,
}

impl Widget {
    /// A widget at its first screen. `tap_advances` says whether it moves on by itself after a tap
    /// on an answer; with [`Layout::List`] it never does.
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

    /// Continues where a reader left: with their answers, at the step with this index; see
    /// [`Session::resume`].
    pub fn resume(&mut self, answers: Answers, step: Option<usize>) {
        self.session = Session::resume(answers, step, &self.steps);
        self.scorecard = scoring::score(&self.questionnaire, &self.session.answers);
    }

    /// The questionnaire.
    #[must_use]
    pub fn questionnaire(&self) -> &Questionnaire {
        &self.questionnaire
    }

    /// The widget's messages.
    #[must_use]
    pub fn messages(&self) -> &Messages {
        &self.messages
    }

    /// Where the reader is.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The scorecard; `None` before the reader has reached it.
    #[must_use]
    pub fn scorecard(&self) -> Option<&Scorecard> {
        self.session
            .is_complete(&self.steps)
            .then_some(&self.scorecard)
    }

    /// The scorecard as a document; null before the reader has reached it.
    #[must_use]
    pub fn write_scorecard<D: WriteDocument>(&self) -> D {
        match self.scorecard() {
            Some(scorecard) => scorecard.write(&self.questionnaire, &self.session.answers),
            None => D::from_null(),
        }
    }

    /// The answers as a document.
    #[must_use]
    pub fn write_answers<D: WriteDocument>(&self) -> D {
        answers::write(&self.session.answers, &self.questionnaire)
    }

    /// Sets whether the scorecard says that the extras cannot be loaded.
    pub fn set_limited(&mut self, is_limited: bool) {
        self.is_limited = is_limited;
    }

    /// The nodes of the screen.
    #[must_use]
    pub fn view(&self) -> Vec<Node> {
        self.view_again(&mut Kept::default())
    }

    /// The nodes of the screen, with those of the drawing before that are kept.
    #[must_use]
    pub fn view_again(&self, kept: &mut Kept) -> Vec<Node> {
        view::view(&self.scene(), kept)
    }

    /// The questionnaire as plain HTML for pages where no script runs.
    #[must_use]
    pub fn plain(&self) -> Vec<Node> {
        fallback(&self.scene())
    }

    /// The input of the screen.
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

    /// Returns to the first screen, without answers.
    pub fn reset(&mut self) {
        self.session = Session::new(self.questionnaire.statements.len());
        self.scorecard = scoring::score(&self.questionnaire, &self.session.answers);
    }

    /// Goes to the step with this index, with these answers, as if the reader had just arrived.
    pub fn restart(&mut self, answers: Answers, step: usize) {
        self.resume(answers, Some(step));
        self.session.started = false;
    }

    /// Applies an event and returns what the browser must do.
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
        // The notice stays until the reader moves on. If it disappeared earlier, the answers would
        // move under their finger.
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
        // Choosing an agreement brings up the question of certainty below it.
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
            // The statement was answered on the scorecard, so its misconception may have moved
            // there.
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
