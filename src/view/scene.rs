//! The input of a screen.
//!
//! This file knows what there is to show and whose it is. It must not know how any of it looks.

use crate::data::text::is_same_language;
#[cfg(feature = "extras")]
use crate::extras::attempts::Attempts;
#[cfg(feature = "extras")]
use crate::extras::remarks::Remarks;
#[cfg(feature = "extras")]
use crate::extras::sharing::{SharedScorecard, Sharing};
use crate::messages::Messages;
use crate::questionnaire::Questionnaire;
use crate::scoring::scorecard::Scorecard;
use crate::session::Notice;
use crate::session::Session;
use crate::session::plan::Step;
use crate::view::node::Builder;

/// Everything that a screen is made from.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The questionnaire.
    pub questionnaire: &'a Questionnaire,
    /// The widget's messages.
    pub messages: &'a Messages,
    /// The steps.
    pub steps: &'a [Step],
    /// Where the reader is.
    pub session: &'a Session,
    /// The result of the answers so far.
    pub scorecard: &'a Scorecard,
    /// Whether the widget moves on by itself after a tap on an answer.
    pub tap_advances: bool,
    /// Why the reader is asked again.
    pub notice: Option<Notice>,
    /// Whether the extras cannot be loaded.
    pub is_limited: bool,
    /// What the extras add; `None` before they are loaded.
    #[cfg(feature = "extras")]
    pub extras: Option<Extras<'a>>,
}

impl Scene<'_> {
    /// A builder that marks the widget's messages if they are in another language than the
    /// questionnaire.
    #[must_use]
    pub fn builder(&self) -> Builder {
        let mut foreign = self.messages.lang.clone();
        if is_same_language(&foreign, &self.questionnaire.lang) {
            foreign.clear();
        }
        Builder::new(foreign, self.messages.untranslated.clone())
    }
}

/// What the extras add to a scene.
#[cfg(feature = "extras")]
#[derive(Clone, Copy)]
pub struct Extras<'a> {
    /// The reader's remarks; `None` on somebody else's scorecard.
    pub remarks: Option<&'a Remarks>,
    /// The reader's other attempts; `None` on somebody else's scorecard.
    pub attempts: Option<&'a Attempts>,
    /// The state of shared scorecards and links.
    pub sharing: &'a Sharing,
    /// The URL by which the reader can come back to this scorecard; empty if there is none.
    pub return_link: &'a str,
}

#[cfg(not(feature = "extras"))]
impl Scene<'_> {
    /// Whether the scorecard is somebody else's. Only the extras can open one.
    #[must_use]
    #[allow(clippy::unused_self)]
    pub fn is_guest(&self) -> bool {
        false
    }

    /// Whether the answers behind the scorecard are known. A reader's own always are.
    #[must_use]
    #[allow(clippy::unused_self)]
    pub fn has_answers(&self) -> bool {
        true
    }
}

#[cfg(feature = "extras")]
impl<'a> Scene<'a> {
    /// The reader's remarks.
    #[must_use]
    pub fn remarks(&self) -> Option<&'a Remarks> {
        self.extras?.remarks
    }

    /// The reader's other attempts.
    #[must_use]
    pub fn attempts(&self) -> Option<&'a Attempts> {
        self.extras?.attempts
    }

    /// The state of shared scorecards and links.
    #[must_use]
    pub fn sharing(&self) -> Option<&'a Sharing> {
        Some(self.extras?.sharing)
    }

    /// Somebody else's scorecard, if one is shown.
    #[must_use]
    pub fn guest(&self) -> Option<&'a SharedScorecard> {
        self.sharing().and_then(Sharing::guest)
    }

    /// Whether the scorecard is somebody else's.
    #[must_use]
    pub fn is_guest(&self) -> bool {
        self.guest().is_some()
    }

    /// Whether the answers behind the scorecard are known.
    #[must_use]
    pub fn has_answers(&self) -> bool {
        self.guest().is_none_or(|guest| guest.has_answers)
    }
}
