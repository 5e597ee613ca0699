//! The result: all verdicts of one reader, with what they rest on.
//!
//! Knows the shape and the names that leave the core. How a verdict comes about stands in
//! [`crate::scoring`]; what it looks like, in [`crate::view`].

use crate::data::document::WriteDocument;
use crate::data::text::digits;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::answers::{self, Answers};

/// Whether a reader holds a misconception.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "camelCase"))]
pub enum Verdict {
    /// Holds it.
    Held,
    /// Tends towards it.
    Leaning,
    /// Neither.
    Unsure,
    /// Has answered too few statements to say.
    Insufficient,
    /// Does not hold it.
    NotHeld,
}

impl Verdict {
    /// All verdicts in the order of the scorecard (SCORING.md 4).
    pub const ALL: [Self; 5] = [
        Self::Held,
        Self::Leaning,
        Self::Unsure,
        Self::Insufficient,
        Self::NotHeld,
    ];

    /// The stable name of the verdict.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Leaning => "leaning",
            Self::Unsure => "unsure",
            Self::Insufficient => "insufficient",
            Self::NotHeld => "notHeld",
        }
    }
}

/// What a verdict rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "camelCase"))]
pub enum Reason {
    /// The mean position of the answers.
    Agreement,
    /// Mostly don't-knows.
    DontKnow,
    /// Too few statements answered.
    TooFewAnswers,
    /// Most answers are sure and lean towards the misconception.
    Misconception,
    /// Sure answers on both sides.
    Mixed,
    /// At least half of the answers are right and sure.
    SoundKnowledge,
    /// Most answers are right but unsure.
    LuckyGuess,
    /// Most answers are unsure or none.
    LackOfKnowledge,
}

impl Reason {
    /// All reasons, each at its number.
    pub const ALL: [Self; 8] = [
        Self::Agreement,
        Self::DontKnow,
        Self::TooFewAnswers,
        Self::Misconception,
        Self::Mixed,
        Self::SoundKnowledge,
        Self::LuckyGuess,
        Self::LackOfKnowledge,
    ];

    /// The stable name of the reason.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Agreement => "agreement",
            Self::DontKnow => "dontKnow",
            Self::TooFewAnswers => "tooFewAnswers",
            Self::Misconception => "misconception",
            Self::Mixed => "mixed",
            Self::SoundKnowledge => "soundKnowledge",
            Self::LuckyGuess => "luckyGuess",
            Self::LackOfKnowledge => "lackOfKnowledge",
        }
    }
}

/// What one response shows where certainty is asked (SCORING.md 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "camelCase"))]
pub enum Class {
    /// Towards the misconception, and sure.
    Misconception,
    /// Away from it, and sure.
    SoundKnowledge,
    /// Away from it, and not sure.
    LuckyGuess,
    /// No view, or a view without certainty.
    LackOfKnowledge,
}

impl Class {
    /// The stable name of the class.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Misconception => "misconception",
            Self::SoundKnowledge => "soundKnowledge",
            Self::LuckyGuess => "luckyGuess",
            Self::LackOfKnowledge => "lackOfKnowledge",
        }
    }
}

/// What one statement contributed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// Index of the statement.
    pub statement: usize,
    /// 0..=1, towards the misconception; none for a don't-know and a blank.
    pub position: Option<f64>,
    /// Where certainty is asked and the statement was answered.
    pub class: Option<Class>,
}

/// One misconception's line on the scorecard.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Whether it is held.
    pub verdict: Verdict,
    /// What that rests on.
    pub reason: Reason,
    /// 0..=100, unrounded; none where it cannot be said.
    pub belief: Option<f64>,
    /// Whether the experts themselves disagree.
    pub contested: bool,
    /// Probed by one statement only.
    pub single: bool,
    /// The answers to its myths and to its facts contradict each other.
    pub inconsistent: bool,
    /// Its statements in the author's order.
    pub contributions: Vec<Contribution>,
}

/// Counts over the misconceptions; a contested one counts only as contested.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "camelCase"))]
pub struct Headline {
    /// Held.
    pub held: usize,
    /// Leaning.
    pub leaning: usize,
    /// Unsure.
    pub unsure: usize,
    /// Not held.
    pub not_held: usize,
    /// Held, leaning, unsure or not held.
    pub classified: usize,
    /// Too few answers.
    pub insufficient: usize,
    /// Contested, whatever the answers.
    pub contested: usize,
}

/// All findings of one reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Scorecard {
    /// The counts.
    pub headline: Headline,
    /// One a misconception, in the author's order.
    pub findings: Vec<Finding>,
    /// Indices of the misconceptions in the order they are shown.
    pub order: Vec<usize>,
    /// All answers the same, against both keys.
    pub straight_lined: bool,
}

impl Scorecard {
    /// The scorecard as it leaves the core, with the answers it rests on.
    ///
    /// # Shape
    /// `{ questionnaire: { id, version, format, points }, headline, verdicts: [{ misconception, verdict,
    /// reason, belief, contested, flags, statements: [{ id, agreement, certainty, position, class }] }],
    /// order, flags, answers }`; what cannot be said is null.
    #[must_use]
    pub fn write<D: WriteDocument>(&self, questionnaire: &Questionnaire, answers: &Answers) -> D {
        let mut about = D::new_map();
        about.set_text("id", &questionnaire.id);
        about.set_text("version", &questionnaire.version);
        about.set_text("format", &questionnaire.format);
        about.set_number("points", Some(questionnaire.scale.points.into()));
        let mut verdicts = Vec::new();
        for (misconception, finding) in questionnaire.misconceptions.iter().zip(&self.findings) {
            verdicts.push(finding.write(&misconception.id, questionnaire, answers));
        }
        let mut order = Vec::new();
        for index in &self.order {
            if let Some(misconception) = questionnaire.misconceptions.get(*index) {
                order.push(D::from_text(&misconception.id));
            }
        }
        let mut map = D::new_map();
        map.set("questionnaire", about);
        map.set("headline", self.headline.write());
        map.set("verdicts", D::from_list(verdicts));
        map.set("order", D::from_list(order));
        map.set("flags", flags(&[("straightLined", self.straight_lined)]));
        map.set("answers", answers::write(answers, questionnaire));
        map
    }
}

impl Headline {
    /// How many misconceptions are held or leaned towards, by which the author's outcomes are chosen; none while
    /// verdicts are missing.
    #[must_use]
    pub fn reached(self) -> Option<usize> {
        let is_whole = self.classified > 0 && self.insufficient == 0;
        is_whole.then_some(self.held + self.leaning)
    }

    /// The counts by their names.
    pub(crate) fn write<D: WriteDocument>(self) -> D {
        let mut map = D::new_map();
        for (name, count) in [
            ("held", self.held),
            ("leaning", self.leaning),
            ("unsure", self.unsure),
            ("notHeld", self.not_held),
            ("classified", self.classified),
            ("insufficient", self.insufficient),
            ("contested", self.contested),
        ] {
            // A questionnaire has at most 1,000 misconceptions.
            #[allow(clippy::cast_precision_loss)]
            map.set_number(name, Some(count as f64));
        }
        map
    }
}

impl Finding {
    fn write<D: WriteDocument>(
        &self,
        id: &str,
        questionnaire: &Questionnaire,
        answers: &Answers,
    ) -> D {
        let mut map = D::new_map();
        map.set_text("misconception", id);
        map.set_text("verdict", self.verdict.name());
        map.set_text("reason", self.reason.name());
        map.set_number("belief", self.belief);
        map.set("contested", D::from_boolean(self.contested));
        let found = [("single", self.single), ("inconsistent", self.inconsistent)];
        map.set("flags", flags(&found));
        let mut statements = Vec::new();
        for contribution in &self.contributions {
            statements.push(contribution.write(questionnaire, answers));
        }
        map.set("statements", D::from_list(statements));
        map
    }
}

impl Contribution {
    fn write<D: WriteDocument>(&self, questionnaire: &Questionnaire, answers: &Answers) -> D {
        let mut map = D::new_map();
        if let Some(statement) = questionnaire.statements.get(self.statement) {
            map.set_text("id", &statement.id);
        }
        let response = answers.get(self.statement).copied().flatten();
        let agreement = response.map(|it| answers::write_agreement(it.agreement));
        map.set("agreement", agreement.unwrap_or_else(D::from_null));
        let level = response.and_then(|it| it.certainty);
        map.set_number("certainty", level.map(f64::from));
        map.set_number("position", self.position);
        let class = self.class.map(|class| D::from_text(class.name()));
        map.set("class", class.unwrap_or_else(D::from_null));
        map
    }
}

/// The names of the flags that are up.
fn flags<D: WriteDocument>(flags: &[(&str, bool)]) -> D {
    let mut up = Vec::new();
    for (name, is_up) in flags {
        if *is_up {
            up.push(D::from_text(name));
        }
    }
    D::from_list(up)
}

/// A belief as it is shown: an integer, half away from zero (SCORING.md 6).
#[must_use]
pub fn shown(belief: f64) -> String {
    // A belief is 0..=100.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let rounded = (belief + 0.5) as usize;
    digits(rounded)
}
