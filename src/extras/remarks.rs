//! What a reader says back: that a refutation does not convince, and which misconceptions are missing.
//!
//! State x Remark -> State, total like the session: a remark that makes no sense changes nothing, and no text is ever
//! cut. Knows how long a text may be; no words, no screen. The reader's first module does without.

use crate::data::document::{Document, ValueKind, WriteDocument};
use crate::data::text::characters;
use crate::questionnaire::Questionnaire;

/// The longest text a reader may add, in [`characters`].
pub const MOST: usize = 1_000;
/// How many misconceptions a reader may name.
pub const MOST_SUGGESTIONS: usize = 20;

/// What a reader has said, and what they are about to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remarks {
    /// By the place of a misconception: the reason why a reader still disagrees, empty where none was given.
    pub disputes: Vec<Option<String>>,
    /// By the place of a misconception: the reason as far as it is written, where one is.
    pub drafts: Vec<Option<String>>,
    /// Misconceptions that the reader has met.
    pub suggestions: Vec<String>,
    /// The next of them, as far as it is written.
    pub draft: String,
    /// Whether all is kept when the tab is closed; none where that is not the reader's to choose.
    pub persistent: Option<bool>,
    /// Whether everything was just forgotten, which the first screen then says.
    pub is_forgotten: bool,
}

/// What a reader does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Begins to disagree with this refutation, or to change what was said.
    Begin(usize),
    /// Stops without saying it.
    Stop(usize),
    /// Writes the reason.
    Write(usize, String),
    /// Disagrees, for this reason; it may be empty.
    Dispute(usize, String),
    /// Takes a dispute back.
    Agree(usize),
    /// Writes a suggestion.
    Draft(String),
    /// Names a misconception.
    Suggest(String),
    /// Takes a suggestion back, by its place.
    Withdraw(usize),
    /// Chooses that all is kept when the tab is closed, or that it is not.
    TogglePersistent,
}

impl Remarks {
    /// None yet, of as many misconceptions.
    #[must_use]
    pub fn new(misconceptions: usize) -> Self {
        Self {
            disputes: vec![None; misconceptions],
            drafts: vec![None; misconceptions],
            ..Self::default()
        }
    }

    /// Becomes the state after `remark`.
    pub fn apply(&mut self, remark: Remark) {
        match remark {
            Remark::Begin(index) => {
                if let Some(draft) = self.drafts.get_mut(index) {
                    let said = self.disputes.get(index).cloned().flatten();
                    *draft = Some(said.unwrap_or_default());
                }
            }
            Remark::Stop(index) => {
                if let Some(draft) = self.drafts.get_mut(index) {
                    *draft = None;
                }
            }
            Remark::Write(index, text) => {
                if let Some(Some(draft)) = self.drafts.get_mut(index) {
                    *draft = text;
                }
            }
            Remark::Dispute(index, reason) => self.dispute(index, &reason),
            Remark::Agree(index) => {
                if let Some(dispute) = self.disputes.get_mut(index) {
                    *dispute = None;
                }
            }
            Remark::Draft(text) => self.draft = text,
            Remark::Suggest(text) => self.suggest(text),
            Remark::Withdraw(index) => {
                if index < self.suggestions.len() {
                    self.suggestions.remove(index);
                }
            }
            Remark::TogglePersistent => {
                self.persistent = self.persistent.map(|persistent| !persistent);
            }
        }
    }

    /// With a reason that is too long, it goes on being written.
    fn dispute(&mut self, index: usize, reason: &str) {
        let slots = (self.disputes.get_mut(index), self.drafts.get_mut(index));
        let (Some(dispute), Some(draft)) = slots else {
            return;
        };
        let reason = reason.trim();
        if characters(reason) > MOST {
            *draft = Some(reason.to_owned());
        } else {
            *dispute = Some(reason.to_owned());
            *draft = None;
        }
    }

    /// What is empty, too long or named already is still a draft.
    fn suggest(&mut self, text: String) {
        let suggestion = text.trim().to_owned();
        let fits = !suggestion.is_empty() && characters(&suggestion) <= MOST;
        let has_room = self.suggestions.len() < MOST_SUGGESTIONS;
        if fits && has_room && !self.suggestions.contains(&suggestion) {
            self.suggestions.push(suggestion);
            self.draft = String::new();
        } else {
            self.draft = text;
        }
    }

    /// Sets what a reader has said: `disputes`, the reasons by misconception, and `suggestions`.
    pub fn write<D: WriteDocument>(&self, questionnaire: &Questionnaire, map: &mut D) {
        let mut disputes = D::new_map();
        for (misconception, dispute) in questionnaire.misconceptions.iter().zip(&self.disputes) {
            if let Some(reason) = dispute {
                disputes.set_text(&misconception.id, reason);
            }
        }
        map.set("disputes", disputes);
        let suggestions = self.suggestions.iter().map(|it| D::from_text(it));
        map.set("suggestions", D::from_list(suggestions.collect()));
    }

    /// What was set by [`Remarks::write`], and `persistent`; what does not fit is passed over.
    pub fn read<D: Document>(saved: &D, questionnaire: &Questionnaire) -> Self {
        let mut remarks = Self::new(questionnaire.misconceptions.len());
        let disputes = saved.child("disputes");
        for (index, misconception) in questionnaire.misconceptions.iter().enumerate() {
            let reason = disputes.as_ref().and_then(|it| it.child(&misconception.id));
            if let Some(reason) = reason.filter(|it| it.kind() == ValueKind::Text) {
                remarks.apply(Remark::Dispute(index, reason.text()));
            }
        }
        if let Some(suggestions) = saved.child("suggestions") {
            for index in 0..suggestions.len() {
                remarks.apply(Remark::Suggest(suggestions.item(index).text()));
            }
        }
        // What did not fit is no draft of the reader's.
        remarks.drafts.fill(None);
        remarks.draft = String::new();
        let persistent = saved.child("persistent");
        let persistent = persistent.filter(|it| it.kind() == ValueKind::Boolean);
        remarks.persistent = persistent.map(|it| it.boolean());
        remarks
    }
}
