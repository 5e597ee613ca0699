//! Links: the reader's own link, and opening somebody else's.
//!
//! The content of a link is known to [`crate::extras::permalink`].

use super::extras::{ExtrasEffect, ExtrasWidget};
use crate::data::text::digits;
use crate::extras::attempts::Retake;
use crate::extras::permalink::{self, SharedContent};
use crate::extras::sharing::{OpenedLink, ShareOutcome, SharedScorecard};
use crate::messages::{ExtrasMessage, fill};
use crate::scoring;
use crate::session::Session;
use crate::view::ids::HEADING;
use crate::view::{marks, phrases};

impl ExtrasWidget {
    /// Opens the content of a link, which is in the format of version 1 if `is_old`. Returns
    /// whether it concerns this questionnaire. The reader's own state does not change.
    pub fn follow(&mut self, link: &str, is_old: bool) -> bool {
        let found = if is_old {
            permalink::read_version_1(link, self.questionnaire())
        } else {
            permalink::read(link, self.questionnaire())
        };
        let Some(found) = found else {
            return false;
        };
        self.sharing.opened = Some(match found {
            Ok(theirs) => OpenedLink::Scorecard(self.guest(theirs)),
            Err(fault) => OpenedLink::Error(fault),
        });
        true
    }

    /// Returns to the reader's own screen.
    pub fn leave(&mut self) -> Vec<ExtrasEffect> {
        self.sharing.opened = None;
        vec![ExtrasEffect::Focus(HEADING.to_owned())]
    }

    /// Takes the answers of the scorecard that is shown as the reader's own, and asks everything
    /// again. Does nothing if the scorecard came without answers or if the reader already has some.
    pub fn claim(&mut self) -> Vec<ExtrasEffect> {
        let guest = self.sharing.guest().filter(|guest| guest.is_claimable());
        let Some(answers) = guest.map(|guest| guest.session.answers.clone()) else {
            return Vec::new();
        };
        self.sharing.opened = None;
        self.widget.resume(answers, Some(usize::MAX));
        self.retake(Retake::All)
    }

    /// The content of a link to the reader's own scorecard, with or without the answers.
    #[must_use]
    pub fn link(&self, with_answers: bool) -> String {
        let questionnaire = self.questionnaire();
        if with_answers {
            permalink::write_answers(questionnaire, &self.session().answers)
        } else {
            permalink::write_result(questionnaire, self.widget.scene().scorecard)
        }
    }

    /// The text that is shared with the link: the question, this reader's result, and the marks of
    /// their scorecard.
    #[must_use]
    pub fn share_text(&self) -> String {
        let scene = self.widget.scene();
        let (questionnaire, messages) = (scene.questionnaire, scene.messages);
        let counts = scene.scorecard.headline;
        let authority = phrases::authority(questionnaire);
        let word = match authority {
            _ if counts.not_held == 0 || counts.classified < 2 => ExtrasMessage::IAnswered,
            None => ExtrasMessage::ISawThrough,
            Some(_) => ExtrasMessage::ISeeItAs,
        };
        let result = fill(
            messages.extras(word),
            &[
                ("held", &digits(counts.not_held)),
                ("n", &digits(counts.classified)),
                ("what", authority.map_or("", |it| messages.text(it))),
            ],
        );
        let question = match &*questionnaire.share {
            "" => &*questionnaire.title,
            text => text,
        };
        let mut text = question.to_owned();
        // A text that ends in punctuation, such as a question, gets no colon.
        if text.ends_with(char::is_alphanumeric) {
            text.push(':');
        }
        text.push(' ');
        text.push_str(&result);
        text.push(' ');
        for index in &scene.scorecard.order {
            if let Some(finding) = scene.scorecard.findings.get(*index)
                && !finding.contested
            {
                text.push_str(marks::sign(finding));
            }
        }
        text
    }

    /// The URL by which the reader can come back to their own scorecard, with their answers in it.
    /// Empty if the page has no such URL or if there is no scorecard yet.
    #[must_use]
    pub fn return_link(&self) -> String {
        let Some(attempts) = self.attempts().filter(|it| !it.address.is_empty()) else {
            return String::new();
        };
        if self.scorecard().is_none() {
            return String::new();
        }
        let mut url = attempts.address.clone();
        url.push_str(&self.link(true));
        url
    }

    /// Records what became of the link.
    pub fn give(&mut self, given: ShareOutcome) {
        self.sharing.given = given;
    }

    fn guest(&self, theirs: SharedContent) -> SharedScorecard {
        let scene = self.widget.scene();
        let has_answers = matches!(theirs, SharedContent::Answers(_));
        let (answers, scorecard) = match theirs {
            SharedContent::Answers(answers) => {
                let scorecard = scoring::score(scene.questionnaire, &answers);
                (answers, scorecard)
            }
            SharedContent::Result(scorecard) => {
                (vec![None; scene.questionnaire.statements.len()], scorecard)
            }
        };
        SharedScorecard {
            session: Session::resume(answers, Some(scene.steps.len()), scene.steps),
            scorecard,
            has_answers,
            has_own: scene.session.started,
            is_answered: self.widget.scorecard().is_some(),
        }
    }
}
