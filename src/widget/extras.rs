//! The widget with everything that a reader may do once the scorecard is there (say something back,
//! answer again, share, erase), and with scorecards that others have shared.
//!
//! An [`ExtrasWidget`] holds a [`Widget`] and delegates to it. Until the extras are shown, its
//! screens are exactly the widget's own, so that it can take over what is on the page.

use crate::data::document::{Document, WriteDocument};
use crate::extras::attempts::Attempts;
use crate::extras::csv;
use crate::extras::remarks::{Remark, Remarks};
use crate::extras::sharing::{ShareOutcome, Sharing};
use crate::messages::Messages;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::answers::Answers;
use crate::scoring::scorecard::Scorecard;
use crate::session::Notice;
use crate::session::plan::{Choices, Step};
use crate::session::{Event, Session};
use crate::view::ids::{FORGOTTEN, HEADING, numbered};
use crate::view::kept::Kept;
use crate::view::scene::{Extras, Scene};
use crate::view::{self, node::Node};
use crate::widget::{Effect, Widget};

/// What the browser must do, in the order of the effects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExtrasEffect {
    /// Save the answers, the remarks and the attempts.
    Store,
    /// Emit the event that the reader still disagrees with the refutation of the misconception at
    /// this index.
    EmitDisputed(usize),
    /// Emit the event that the reader has named a misconception.
    EmitSuggested,
    /// Emit the event that everything was erased.
    EmitReset,
    /// Emit the event that what was erased is back.
    EmitRestored,
    /// Focus the element with this id.
    Focus(String),
}

/// The state of one questionnaire for one reader, with their remarks and their other attempts.
pub struct ExtrasWidget {
    pub(super) widget: Widget,
    pub(super) remarks: Option<Remarks>,
    pub(super) attempts: Attempts,
    pub(super) sharing: Sharing,
    /// What the reader has erased. It can be restored as long as the page is open.
    erased: Option<Erased>,
}

/// Everything that a reader has erased.
struct Erased {
    session: Session,
    remarks: Option<Remarks>,
    attempts: Attempts,
}

impl ExtrasWidget {
    /// A widget at its first screen, without its extras; see [`Widget::new`].
    #[must_use]
    pub fn new(
        questionnaire: Questionnaire,
        messages: Messages,
        choices: Choices,
        tap_advances: bool,
    ) -> Self {
        Self {
            widget: Widget::new(questionnaire, messages, choices, tap_advances),
            remarks: None,
            attempts: Attempts::default(),
            sharing: Sharing::default(),
            erased: None,
        }
    }

    /// The widget that this one extends.
    #[must_use]
    pub fn widget(&self) -> &Widget {
        &self.widget
    }

    /// See [`Widget::resume`].
    pub fn resume(&mut self, answers: Answers, step: Option<usize>) {
        self.widget.resume(answers, step);
    }

    /// See [`Widget::recall`].
    pub fn recall<D: Document>(&mut self, saved: &D) {
        self.widget.recall(saved);
    }

    /// See [`Widget::notice`].
    #[must_use]
    pub fn notice(&self) -> Option<Notice> {
        self.widget.notice()
    }

    /// See [`Widget::set_notice`].
    pub fn set_notice(&mut self, notice: Option<Notice>) {
        self.widget.set_notice(notice);
    }

    /// The questionnaire.
    #[must_use]
    pub fn questionnaire(&self) -> &Questionnaire {
        self.widget.questionnaire()
    }

    /// The widget's messages.
    #[must_use]
    pub fn messages(&self) -> &Messages {
        self.widget.messages()
    }

    /// Where the reader is.
    #[must_use]
    pub fn session(&self) -> &Session {
        self.widget.session()
    }

    /// The scorecard; `None` before the reader has reached it.
    #[must_use]
    pub fn scorecard(&self) -> Option<&Scorecard> {
        self.widget.scorecard()
    }

    /// See [`Widget::write_scorecard`].
    #[must_use]
    pub fn write_scorecard<D: WriteDocument>(&self) -> D {
        self.widget.write_scorecard()
    }

    /// See [`Widget::write_answers`].
    #[must_use]
    pub fn write_answers<D: WriteDocument>(&self) -> D {
        self.widget.write_answers()
    }

    /// Shows the extras and restores the reader's remarks and other attempts.
    pub fn show_extras(&mut self, remarks: Remarks, attempts: Attempts) {
        self.remarks = Some(remarks);
        self.attempts = attempts;
        self.settle();
    }

    /// The reader's remarks; `None` before the extras are shown.
    #[must_use]
    pub fn remarks(&self) -> Option<&Remarks> {
        self.remarks.as_ref()
    }

    /// The reader's other attempts; `None` before the extras are shown.
    #[must_use]
    pub fn attempts(&self) -> Option<&Attempts> {
        self.remarks.as_ref().map(|_| &self.attempts)
    }

    /// The nodes of the screen. While only some statements are asked again, the steps of the others
    /// do not count.
    #[must_use]
    pub fn view(&self) -> Vec<Node> {
        self.view_again(&mut Kept::default())
    }

    /// The nodes of the screen, with those of the drawing before that are kept.
    #[must_use]
    pub fn view_again(&self, kept: &mut Kept) -> Vec<Node> {
        let scene = self.widget.scene();
        let (steps, step) = self.asked_steps();
        let return_link = self.return_link();
        let session = Session {
            step,
            ..scene.session.clone()
        };
        let own = Scene {
            extras: Some(Extras {
                remarks: self.remarks.as_ref(),
                attempts: self.attempts(),
                sharing: &self.sharing,
                return_link: &return_link,
            }),
            ..scene
        };
        let scene = match self.sharing.guest() {
            Some(guest) => Scene {
                extras: Some(Extras {
                    remarks: None,
                    attempts: None,
                    sharing: &self.sharing,
                    return_link: "",
                }),
                session: &guest.session,
                scorecard: &guest.scorecard,
                ..own
            },
            None => Scene {
                steps: &steps,
                session: &session,
                ..own
            },
        };
        view::view(&scene, kept)
    }

    /// Applies an event and returns what the browser must do; see [`Widget::update`].
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        self.attempts.is_copied = false;
        self.sharing.given = ShareOutcome::Nothing;
        if let Event::Agree { statement, .. } | Event::BeSure { statement, .. } = event
            && self.widget.scorecard().is_none()
            && !self.is_asked(&Step::Ask(vec![statement]))
        {
            return Vec::new();
        }
        let from = self.session().step;
        let changing = self.session().changing;
        let mut effects = self.widget.update(event);
        // Steps that are not asked again are skipped, in the direction in which the reader moves.
        let mut is_back = self.session().step < from;
        while self.is_passed_over() {
            is_back = is_back && self.session().step > 0;
            let on = if is_back { Event::Back } else { Event::Next };
            for effect in self.widget.update(on) {
                if !effects.contains(&effect) {
                    effects.push(effect);
                }
            }
        }
        self.settle();
        // The focus returns to the answer that the reader was changing, even if it is the same as
        // before.
        if let Some(statement) = changing
            && self.session().changing.is_none()
        {
            effects.retain(|it| !matches!(it, Effect::FocusMisconception(_)));
            effects.push(Effect::FocusChange(statement));
        }
        let has_moved = self.session().step != from;
        // A new scorecard ends the possibility to restore the erased one.
        if self.scorecard().is_some() {
            self.erased = None;
            if let Some(remarks) = &mut self.remarks {
                remarks.is_forgotten = false;
            }
        }
        if has_moved && self.sharing.guest().is_none() {
            self.sharing.opened = None;
        }
        effects
    }

    /// Applies a remark. The focus moves to its result, or stays on what the reader must correct.
    pub fn remark(&mut self, remark: &Remark) -> Vec<ExtrasEffect> {
        let Some(remarks) = &mut self.remarks else {
            return Vec::new();
        };
        let before = remarks.clone();
        remarks.apply(remark.clone());
        let is_disputing = |index: usize| remarks.drafts.get(index).is_some_and(Option::is_some);
        let has_named = remarks.suggestions.len() > before.suggestions.len();
        let focus = match *remark {
            Remark::Begin(index) => numbered("reason", index),
            Remark::Dispute(index, _) if is_disputing(index) => numbered("reason", index),
            Remark::Dispute(index, _) => numbered("disputed", index),
            Remark::Stop(index) | Remark::Agree(index) => numbered("begin", index),
            Remark::Suggest(_) if has_named => numbered("suggested", before.suggestions.len()),
            Remark::Suggest(_) | Remark::Withdraw(_) => "suggestion".to_owned(),
            Remark::Write(..) | Remark::Draft(_) | Remark::TogglePersistent => String::new(),
        };
        let said = |it: &Remarks| (it.disputes.clone(), it.suggestions.clone(), it.persistent);
        let mut effects = Vec::new();
        if said(remarks) != said(&before) {
            effects.push(ExtrasEffect::Store);
            match *remark {
                Remark::Dispute(index, _) => effects.push(ExtrasEffect::EmitDisputed(index)),
                Remark::Suggest(_) => effects.push(ExtrasEffect::EmitSuggested),
                _ => {}
            }
        }
        if !focus.is_empty() {
            effects.push(ExtrasEffect::Focus(focus));
        }
        effects
    }

    /// Records that the URL to come back by was copied.
    pub fn copied(&mut self) {
        self.attempts.is_copied = true;
    }

    /// Starts or stops changing the answer to the statement at this index.
    pub fn change(&mut self, statement: usize, is_open: bool) -> Vec<ExtrasEffect> {
        self.widget
            .update(Event::Change(is_open.then_some(statement)));
        let name = if is_open { "statement" } else { "change" };
        vec![ExtrasEffect::Focus(numbered(name, statement))]
    }

    /// Erases answers, remarks and attempts, and returns to the first screen, which says so. Can be
    /// undone with [`ExtrasWidget::undo`].
    pub fn forget(&mut self) -> Vec<ExtrasEffect> {
        let session = self.session().clone();
        self.widget.reset();
        self.sharing = Sharing::default();
        let attempts = std::mem::take(&mut self.attempts);
        self.attempts.address.clone_from(&attempts.address);
        let remarks = self.remarks.take();
        let persistent = remarks.as_ref().and_then(|remarks| remarks.persistent);
        self.erased = Some(Erased {
            session,
            remarks,
            attempts,
        });
        self.remarks = Some(Remarks {
            is_forgotten: true,
            persistent: persistent.map(|_| false),
            ..Remarks::new(self.questionnaire().misconceptions.len())
        });
        vec![
            ExtrasEffect::Store,
            ExtrasEffect::Focus(FORGOTTEN.to_owned()),
            ExtrasEffect::EmitReset,
        ]
    }

    /// Restores what was erased; does nothing if there is nothing to restore.
    pub fn undo(&mut self) -> Vec<ExtrasEffect> {
        let Some(erased) = self.erased.take() else {
            return Vec::new();
        };
        self.widget
            .resume(erased.session.answers, Some(erased.session.step));
        self.remarks = erased.remarks;
        self.attempts = erased.attempts;
        vec![
            ExtrasEffect::Store,
            ExtrasEffect::Focus(HEADING.to_owned()),
            ExtrasEffect::EmitRestored,
        ]
    }

    /// Sets the properties of `saved` that keep the answers, the remarks and the attempts.
    pub fn write_saved<D: WriteDocument>(&self, saved: &mut D) {
        self.widget.write_saved(saved);
        if let Some(remarks) = &self.remarks {
            remarks.write(self.questionnaire(), saved);
            self.attempts.write(self.questionnaire(), saved);
            if let Some(persistent) = remarks.persistent {
                saved.set("persistent", D::from_boolean(persistent));
            }
        }
    }

    /// The reader's own result as an object `{ scorecard, first, disputes, suggestions }`. `first`
    /// is the scorecard of their first answers, null if they have not answered again.
    #[must_use]
    pub fn write_own<D: WriteDocument>(&self) -> D {
        let mut own = D::new_map();
        own.set("scorecard", self.write_scorecard());
        let questionnaire = self.questionnaire();
        let first = self.attempts.first.as_ref();
        let first = first.map(|it| it.scorecard.write(questionnaire, &it.answers));
        own.set("first", first.unwrap_or_else(D::from_null));
        if let Some(remarks) = &self.remarks {
            remarks.write(self.questionnaire(), &mut own);
        }
        own
    }

    /// The reader's answers as CSV; see [`csv::csv`]. `None` before the reader has reached the
    /// scorecard.
    #[must_use]
    pub fn csv(&self, separator: csv::Separator) -> Option<String> {
        let answers = &self.session().answers;
        let scorecard = self.scorecard()?;
        Some(csv::csv(
            self.questionnaire(),
            scorecard,
            answers,
            separator,
        ))
    }

    /// The detail of [`ExtrasEffect::EmitDisputed`] for the misconception at `index`:
    /// `{ misconception, reason }`.
    #[must_use]
    pub fn write_disputed<D: WriteDocument>(&self, index: usize) -> D {
        let misconception = self.questionnaire().misconceptions.get(index);
        let disputes = self.remarks.as_ref().map(|remarks| &remarks.disputes);
        let reason = disputes.and_then(|it| it.get(index)?.as_deref());
        let mut detail = D::new_map();
        detail.set_text("misconception", misconception.map_or("", |it| &it.id));
        detail.set_text("reason", reason.unwrap_or_default());
        detail
    }

    /// The detail of [`ExtrasEffect::EmitSuggested`]: `{ text }`.
    #[must_use]
    pub fn write_suggested<D: WriteDocument>(&self) -> D {
        let suggestions = self.remarks.as_ref().map(|remarks| &remarks.suggestions);
        let last = suggestions.and_then(|it| it.last());
        let mut detail = D::new_map();
        detail.set_text("text", last.map_or("", String::as_str));
        detail
    }
}
