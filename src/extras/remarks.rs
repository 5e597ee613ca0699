//! What a reader says back: that a refutation does not convince them, and which misconceptions are
//! missing.
//!
//! A state machine, State x Remark -> State. It is total like the session: a remark that makes no
//! sense changes nothing, and no text is ever cut off. This file knows how long a text may be; it
//! must not know messages or screens. The reader's first module does not contain it.

use crate::data::document::{Document, ValueKind, WriteDocument};
use crate::data::text::characters;
use crate::questionnaire::Questionnaire;

/// The longest text that a reader may write, in [`characters`].
pub const MOST: usize = 1_000;
/// How many misconceptions a reader may name.
pub const MOST_SUGGESTIONS: usize = 20;

/// What a reader has said, and what they are writing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remarks {
    /// Per misconception: the reason why the reader still disagrees with the refutation, empty if
    /// they gave none; `None` if they do not disagree.
    pub disputes: Vec<Option<String>>,
    /// Per misconception: the reason that the reader is writing; `None` if they are not writing
    /// one.
    pub drafts: Vec<Option<String>>,
    /// The misconceptions that the reader has named.
    pub suggestions: Vec<String>,
    /// The next one, as far as it is written.
    pub draft: String,
    /// Whether everything stays saved after the tab is closed; `None` if the reader cannot choose.
    pub persistent: Option<bool>,
    /// Whether everything has just been erased. The first screen then says so.
    pub is_forgotten: bool,
}

/// What a reader does. Indices are those of misconceptions, except for `Withdraw`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Begins to disagree with a refutation, or to change the reason.
    Begin(usize),
    /// Stops writing the reason without submitting it.
    Stop(usize),
    /// Types the reason.
    Write(usize, String),
    /// Disagrees for this reason, which may be empty.
    Dispute(usize, String),
    /// Withdraws the disagreement.
    Agree(usize),
    /// Types a suggestion.
    Draft(String),
    /// Names a misconception.
    Suggest(String),
    /// Withdraws the suggestion at this index.
    Withdraw(usize),
    /// Chooses whether everything stays saved after the tab is closed.
    TogglePersistent,
}

impl Remarks {
    /// No remarks yet, for this many misconceptions.
    #[must_use]
    pub fn new(misconceptions: usize) -> Self {
        Self {
            disputes: vec![None; misconceptions],
            drafts: vec![None; misconceptions],
            ..Self::default()
        }
    }

    /// Applies `remark`. Changes nothing if it makes no sense in the current state.
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

    /// If the reason is too long, it stays a draft.
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

    /// If the suggestion is empty, too long or already named, it stays a draft.
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

    /// Sets two properties of `map`: `disputes`, an object of reasons by the id of the
    /// misconception, and `suggestions`, an array.
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

    /// Reads what [`Remarks::write`] has written, and `persistent`. Whatever does not fit is
    /// ignored.
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
        // What did not fit must not become a draft.
        remarks.drafts.fill(None);
        remarks.draft = String::new();
        let persistent = saved.child("persistent");
        let persistent = persistent.filter(|it| it.kind() == ValueKind::Boolean);
        remarks.persistent = persistent.map(|it| it.boolean());
        remarks
    }
}
