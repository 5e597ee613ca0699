//! Shared scorecards: somebody else's that a link has opened, and what became of the link to the
//! reader's own.
//!
//! None of this is saved. This file must not know pages or messages.

use crate::extras::permalink::LinkError;
use crate::scoring::scorecard::Scorecard;
use crate::session::Session;

/// The state of sharing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sharing {
    /// What the link in the page's URL has opened.
    pub opened: Option<OpenedLink>,
    /// What became of the link to the reader's own scorecard.
    pub given: ShareOutcome,
}

/// What a link has opened.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenedLink {
    /// Somebody else's scorecard.
    Scorecard(SharedScorecard),
    /// The reason why the link cannot be opened. It is shown above the reader's own screen.
    Error(LinkError),
}

/// Somebody else's scorecard, while it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedScorecard {
    /// A session on the scorecard with their answers, or with blanks if they shared none.
    pub session: Session,
    /// Their scorecard.
    pub scorecard: Scorecard,
    /// Whether they shared their answers.
    pub has_answers: bool,
    /// Whether the reader has begun and so has something to return to.
    pub has_own: bool,
    /// Whether the reader has a scorecard of their own, so that this one can no longer give the
    /// statements away.
    pub is_answered: bool,
}

/// What became of a link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ShareOutcome {
    /// The reader has not asked for a link, or somebody else has told them what became of it.
    #[default]
    Nothing,
    /// The link was copied.
    Copied,
    /// The link is shown for copying by hand.
    Shown(String),
}

impl SharedScorecard {
    /// Whether the reader may declare that the answers are their own and continue from them.
    #[must_use]
    pub fn is_claimable(&self) -> bool {
        self.has_answers && !self.has_own
    }
}

impl Sharing {
    /// Somebody else's scorecard, if one is shown.
    #[must_use]
    pub fn guest(&self) -> Option<&SharedScorecard> {
        match &self.opened {
            Some(OpenedLink::Scorecard(guest)) => Some(guest),
            _ => None,
        }
    }
}
