//! The attempts of one reader besides the one they are at: the first, which later ones are compared with, and the one
//! they would go back to.
//!
//! Knows what is asked again and what has been; how a verdict moved, [`crate::scoring::change`] says. No words, no screen.

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
    /// The statements of what they hold, lean towards or are unsure about.
    Unsettled,
}

/// Everything of a reader's attempts but the answers they are giving.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attempts {
    /// The first, once there is another.
    pub first: Option<First>,
    /// What goes on from answering again until everything is answered that had been.
    pub retake: Option<OngoingRetake>,
    /// What stands before a link in the address to come back to; empty where there is none to be had.
    pub address: String,
    /// Whether that was just copied.
    pub is_copied: bool,
}

/// The first attempt.
#[derive(Clone, Debug, PartialEq)]
pub struct First {
    /// Its answers.
    pub answers: Answers,
    /// What they show.
    pub scorecard: Scorecard,
    /// By the place of a misconception: whether it has been asked again since.
    pub asked: Vec<bool>,
}

/// Answering again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OngoingRetake {
    /// The answers before it.
    pub earlier: Answers,
    /// By the place of a misconception: whether it is asked again.
    pub asked: Vec<bool>,
}

/// What has become of one misconception since the first attempt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change<'a> {
    /// Where the reader stood.
    pub before: &'a Finding,
    /// How that moved; none where nobody asked again.
    pub transition: Option<Transition>,
}

/// Whether each misconception is held, leaned towards or unsure.
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
    /// Begins to answer again: the answers that stay. None where nothing is to be asked.
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
        // Where the last one was not gone through, the answers before it are still the ones to go back to.
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

    /// On the scorecard: answering again is over where everything is answered that had been.
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

    /// Stops answering again: the answers before it.
    pub fn stop(&mut self) -> Option<Answers> {
        let retake = self.retake.take()?;
        let is_second = |first: &First| first.asked.contains(&true);
        self.first = self.first.take().filter(is_second);
        Some(retake.earlier)
    }

    /// What has become of the misconception at `index` since the first attempt, where `now` is found; none where
    /// nothing can be said.
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

    /// What is kept of them: sets `again` to `{ questionnaire: { id, version, points }, first, asked }` and, while a
    /// reader answers again, `earlier` and `asking` besides; to null where there is no first attempt.
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

    /// What was kept by [`Attempts::write`]; none of it where it is of another questionnaire, version or scale, or does
    /// not fit.
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

/// Marks in `all` what is marked in `more`.
fn add(all: &mut [bool], more: &[bool]) {
    for (one, other) in all.iter_mut().zip(more) {
        *one |= other;
    }
}

/// The ids of the misconceptions that are marked.
fn names<D: WriteDocument>(marked: &[bool], questionnaire: &Questionnaire) -> D {
    let mut ids = Vec::new();
    for (misconception, is_marked) in questionnaire.misconceptions.iter().zip(marked) {
        if *is_marked {
            ids.push(D::from_text(&misconception.id));
        }
    }
    D::from_list(ids)
}

/// The marks of what [`names`] has named.
fn places<D: Document>(ids: Option<D>, questionnaire: &Questionnaire) -> Vec<bool> {
    let ids = ids.filter(|it| it.kind() == ValueKind::List);
    let length = ids.as_ref().map_or(0, Document::len);
    let ids: Vec<String> = (0..length)
        .filter_map(|index| Some(ids.as_ref()?.item(index).text()))
        .collect();
    let misconceptions = questionnaire.misconceptions.iter();
    misconceptions.map(|it| ids.contains(&it.id)).collect()
}
