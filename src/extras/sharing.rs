//! Scorecards on their way between readers: somebody else's that a link has opened, and what became of the link to
//! one's own. Nothing of it is kept. Knows no page and no words.

use crate::extras::permalink::LinkError;
use crate::scoring::scorecard::Scorecard;
use crate::session::Session;

/// What is on its way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sharing {
    /// What the link in the page's address has opened.
    pub opened: Option<OpenedLink>,
    /// What became of the link to the reader's own scorecard.
    pub given: ShareOutcome,
}

/// What a link has opened.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenedLink {
    /// Somebody else's scorecard.
    Scorecard(SharedScorecard),
    /// A note that the link cannot be followed, and why, above the reader's own screen.
    Error(LinkError),
}

/// Somebody else's scorecard, for as long as it is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedScorecard {
    /// Them, at the end of the way; without answers, where they shared none.
    pub session: Session,
    /// Their scorecard.
    pub scorecard: Scorecard,
    /// Whether they shared their answers too.
    pub has_answers: bool,
    /// Whether the reader has begun, and so has something to go back to.
    pub has_own: bool,
    /// Whether the reader has a scorecard of their own, so that nothing of this one can give the statements away.
    pub is_answered: bool,
}

/// What became of a link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ShareOutcome {
    /// None was asked for, or the reader has been told elsewhere.
    #[default]
    Nothing,
    /// It was copied.
    Copied,
    /// It is there to be copied by hand.
    Shown(String),
}

impl SharedScorecard {
    /// Whether the reader may say that it is their own, from before, and go on from it.
    #[must_use]
    pub fn is_claimable(&self) -> bool {
        self.has_answers && !self.has_own
    }
}

impl Sharing {
    /// The guest whose scorecard is looked at.
    #[must_use]
    pub fn guest(&self) -> Option<&SharedScorecard> {
        match &self.opened {
            Some(OpenedLink::Scorecard(guest)) => Some(guest),
            _ => None,
        }
    }
}
