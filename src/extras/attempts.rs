//! The other attempts of one reader: the first, with which later ones are compared, and the one to
//! return to while answering again.
//!
//! This file knows what is asked again and what has been. How a verdict changed is decided in
//! [`crate::scoring::change`]. Nothing in here knows messages or screens.

use crate::data::document::{Document, ValueKind, WriteDocument};
use crate::questionnaire::Questionnaire;
use crate::questionnaire::answers::{self, Answers};
use crate::questionnaire::identity::Identity;
use crate::scoring;
use crate::scoring::change::{self, Transition};
use crate::scoring::scorecard::{Finding, Scorecard, Verdict};

/// What a reader answers again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retake {
    /// Every statement.
    All,
    /// The statements of the misconceptions that the reader holds, leans towards or is unsure
    /// about.
    Unsettled,
}

/// A reader's attempts, apart from the current answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attempts {
    /// The first attempt, once the reader has begun another.
    pub first: Option<First>,
    /// The retake in progress: from its beginning until every statement that had an answer has one
    /// again.
    pub retake: Option<OngoingRetake>,
    /// The beginning of the URL to come back by, up to the link's content; empty if there is no
    /// such URL.
    pub address: String,
    /// Whether that URL has just been copied.
    pub is_copied: bool,
}

/// The first attempt of a reader.
#[derive(Clone, Debug, PartialEq)]
pub struct First {
    /// The answers.
    pub answers: Answers,
    /// Their result.
    pub scorecard: Scorecard,
    /// Per misconception: whether it has been asked again since.
    pub asked: Vec<bool>,
}

/// A retake in progress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OngoingRetake {
    /// The answers before it.
    pub earlier: Answers,
    /// Per misconception: whether it is asked again.
    pub asked: Vec<bool>,
}

/// What has changed about one misconception since the first attempt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change<'a> {
    /// The first result.
    pub before: &'a Finding,
    /// How the verdict changed; `None` if the misconception has not been asked again and its
    /// verdict is the same.
    pub transition: Option<Transition>,
}

/// Per misconception: whether the reader holds it, leans towards it or is unsure about it.
#[must_use]
pub fn unsettled(scorecard: &Scorecard) -> Vec<bool> {
    let is_open = |it: &Finding| {
        matches!(
            it.verdict,
            Verdict::Held | Verdict::Leaning | Verdict::Unsure
        )
    };
    scorecard.findings.iter().map(is_open).collect()
}

impl Attempts {
    /// Begins a retake. Returns the answers that remain; `None` if nothing would be asked.
    pub fn begin(
        &mut self,
        questionnaire: &Questionnaire,
        (answers, scorecard): (&Answers, &Scorecard),
        again: Retake,
    ) -> Option<Answers> {
        let asked = match again {
            Retake::All => vec![true; questionnaire.misconceptions.len()],
            Retake::Unsettled => unsettled(scorecard),
        };
        if !asked.contains(&true) {
            return None;
        }
        let first = self.first.get_or_insert_with(|| First {
            answers: answers.clone(),
            scorecard: scorecard.clone(),
            asked: vec![false; asked.len()],
        });
        // If the previous retake was not finished, the reader still returns to the answers from
        // before that one.
        let earlier = match self.retake.take() {
            Some(retake) => {
                add(&mut first.asked, &retake.asked);
                retake.earlier
            }
            None => answers.clone(),
        };
        let statements = questionnaire.statements.iter().zip(answers);
        let left = statements.map(|(statement, answer)| {
            let is_asked = asked.get(statement.misconception) == Some(&true);
            answer.filter(|_| !is_asked)
        });
        let left = left.collect();
        self.retake = Some(OngoingRetake { earlier, asked });
        Some(left)
    }

    /// Called on the scorecard. Ends the retake if every statement that had an answer has one
    /// again.
    pub fn settle(&mut self, answers: &Answers) {
        let is_whole = |retake: &OngoingRetake| {
            let mut both = retake.earlier.iter().zip(answers);
            both.all(|(earlier, now)| earlier.is_none() || now.is_some())
        };
        if let Some(first) = &mut self.first
            && self.retake.as_ref().is_some_and(is_whole)
            && let Some(retake) = self.retake.take()
        {
            add(&mut first.asked, &retake.asked);
        }
    }

    /// Cancels the retake and returns the answers from before it; `None` if there is none.
    pub fn stop(&mut self) -> Option<Answers> {
        let retake = self.retake.take()?;
        let is_second = |first: &First| first.asked.contains(&true);
        self.first = self.first.take().filter(is_second);
        Some(retake.earlier)
    }

    /// What has changed about the misconception at `index`, whose current result is `now`, since
    /// the first attempt; `None` if nothing can be said.
    #[must_use]
    pub fn change(&self, index: usize, now: &Finding) -> Option<Change<'_>> {
        let first = self.first.as_ref()?;
        let before = first.scorecard.findings.get(index)?;
        let transition = change::transition(before.verdict, now.verdict)?;
        let lists = [Some(&first.asked), self.retake.as_ref().map(|it| &it.asked)];
        let is_asked = lists
            .iter()
            .flatten()
            .any(|it| it.get(index) == Some(&true));
        let is_told = is_asked || transition != Transition::Unchanged;
        Some(Change {
            before,
            transition: is_told.then_some(transition),
        })
    }

    /// Sets the property `again` of `map` to what is saved:
    /// `{ questionnaire: { id, version, points }, first, asked }`, and during a retake also
    /// `earlier` and `asking`. It is null if there is no first attempt.
    pub fn write<D: WriteDocument>(&self, questionnaire: &Questionnaire, map: &mut D) {
        let Some(first) = &self.first else {
            map.set("again", D::from_null());
            return;
        };
        let mut about = D::new_map();
        about.set_text("id", &questionnaire.id);
        about.set_text("version", &questionnaire.version);
        about.set_number("points", Some(questionnaire.scale.points.into()));
        let mut again = D::new_map();
        again.set("questionnaire", about);
        again.set("first", answers::write(&first.answers, questionnaire));
        again.set("asked", names(&first.asked, questionnaire));
        if let Some(retake) = &self.retake {
            again.set("earlier", answers::write(&retake.earlier, questionnaire));
            again.set("asking", names(&retake.asked, questionnaire));
        }
        map.set("again", again);
    }

    /// Reads what [`Attempts::write`] has written. Nothing of it is used if it belongs to another
    /// questionnaire, version or scale, or does not fit.
    pub fn read<D: Document>(saved: &D, questionnaire: &Questionnaire) -> Self {
        let first = || {
            let again = saved.child("again")?;
            let identity = Identity::read(again.child("questionnaire").as_ref());
            let is_same = identity == Identity::of(questionnaire);
            let answers = answers::read(&again.child("first")?, questionnaire).ok()?;
            let first = First {
                scorecard: scoring::score(questionnaire, &answers),
                asked: places(again.child("asked"), questionnaire),
                answers,
            };
            is_same.then_some((again, first))
        };
        let Some((again, first)) = first() else {
            return Self::default();
        };
        let earlier = again.child("earlier");
        let earlier = earlier.and_then(|it| answers::read(&it, questionnaire).ok());
        let retake = earlier.map(|earlier| OngoingRetake {
            earlier,
            asked: places(again.child("asking"), questionnaire),
        });
        Self {
            first: Some(first),
            retake,
            ..Self::default()
        }
    }
}

/// Sets every entry of `all` that is set in `more`.
fn add(all: &mut [bool], more: &[bool]) {
    for (one, other) in all.iter_mut().zip(more) {
        *one |= other;
    }
}

/// The ids of the misconceptions whose entries are set, as an array.
fn names<D: WriteDocument>(marked: &[bool], questionnaire: &Questionnaire) -> D {
    let mut ids = Vec::new();
    for (misconception, is_marked) in questionnaire.misconceptions.iter().zip(marked) {
        if *is_marked {
            ids.push(D::from_text(&misconception.id));
        }
    }
    D::from_list(ids)
}

/// The reverse of [`names`].
fn places<D: Document>(ids: Option<D>, questionnaire: &Questionnaire) -> Vec<bool> {
    let ids = ids.filter(|it| it.kind() == ValueKind::List);
    let length = ids.as_ref().map_or(0, Document::len);
    let ids: Vec<String> = (0..length)
        .filter_map(|index| Some(ids.as_ref()?.item(index).text()))
        .collect();
    let misconceptions = questionnaire.misconceptions.iter();
    misconceptions.map(|it| ids.contains(&it.id)).collect()
}
