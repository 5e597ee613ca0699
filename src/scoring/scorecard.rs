//! The scorecard: all verdicts of one reader, with what they rest on.
//!
//! This file knows the shape of the result and the names that leave the core. It must not know how
//! a verdict is made (that is [`crate::scoring`]) or how it looks (that is [`crate::view`]).

use crate::data::document::WriteDocument;
use crate::data::text::digits;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::answers::{self, Answers};

/// Whether a reader holds a misconception, in the order of the scorecard. If certainty is not
/// asked, the belief decides (SCORING.md 2.4), here with the default cutoffs. If it is, the classes
/// of the answers decide (SCORING.md 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "camelCase"))]
pub enum Verdict {
    /// Holds it: belief 75 or more.
    Held,
    /// Leans towards it: belief 62.5 or more.
    Leaning,
    /// Undecided: belief above 37.5, or mostly don't-knows.
    Unsure,
    /// Has answered too few statements.
    Insufficient,
    /// Does not hold it: belief 37.5 or less.
    NotHeld,
}

impl Verdict {
    /// All verdicts in the order of the scorecard (SCORING.md 4). The index of each is its
    /// discriminant.
    pub const ALL: [Self; 5] = [
        Self::Held,
        Self::Leaning,
        Self::Unsure,
        Self::Insufficient,
        Self::NotHeld,
    ];

    /// The stable name of the verdict, such as `notHeld`.
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

/// What a verdict rests on. The first three occur if certainty is not asked; `TooFewAnswers` and
/// the last five if it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "camelCase"))]
pub enum Reason {
    /// The belief, compared with the cutoffs.
    Agreement,
    /// Too few answers have a position, but with the don't-knows there are enough.
    DontKnow,
    /// Too few statements are answered (SCORING.md 2.2).
    TooFewAnswers,
    /// More than half of the answers are of class misconception.
    Misconception,
    /// Some answers, but at most half, are of class misconception.
    Mixed,
    /// At least half of the answers are of class sound knowledge, and none of class misconception.
    SoundKnowledge,
    /// More than half of the answers are of class lucky guess, and none of class misconception.
    LuckyGuess,
    /// None of the above.
    LackOfKnowledge,
}

impl Reason {
    /// All reasons. The index of each is its discriminant.
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

    /// The stable name of the reason, such as `tooFewAnswers`.
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

/// What one response shows if certainty is asked (SCORING.md 3). Source: Hasan, Bagayoko & Kelley
/// 1999, Physics Education 34(5), 294-299.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "camelCase"))]
pub enum Class {
    /// Towards the misconception and sure.
    Misconception,
    /// Away from the misconception and sure.
    SoundKnowledge,
    /// Away from the misconception and not sure.
    LuckyGuess,
    /// Don't know, the midpoint, or towards the misconception and not sure.
    LackOfKnowledge,
}

impl Class {
    /// The stable name of the class, such as `luckyGuess`.
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

/// What one statement contributes to a verdict.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// The index of the statement.
    pub statement: usize,
    /// How far the response leans towards the misconception, from 0 to 1 (SCORING.md 2.1); `None`
    /// for a don't-know and a blank.
    pub position: Option<f64>,
    /// The class of the response; `None` for a blank and if certainty is not asked.
    pub class: Option<Class>,
}

/// The result for one misconception.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Whether the reader holds it.
    pub verdict: Verdict,
    /// What the verdict rests on.
    pub reason: Reason,
    /// From 0 (rejects it throughout) to 100 (holds it throughout), unrounded; `None` if it cannot
    /// be said (SCORING.md 2.3).
    pub belief: Option<f64>,
    /// Whether experts disagree about the misconception
    /// ([`Strength::Contested`](crate::questionnaire::Strength::Contested)).
    pub contested: bool,
    /// Whether only one statement probes it.
    pub single: bool,
    /// Whether the answers to statements with the key `myth` and those with the key `fact`
    /// contradict each other: their mean positions differ by 0.5 or more (SCORING.md 2.5).
    pub inconsistent: bool,
    /// One entry per statement of the misconception, in the author's order.
    pub contributions: Vec<Contribution>,
}

/// How many misconceptions have each verdict. Contested ones count only in `contested` (SCORING.md
/// 2.6).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "camelCase"))]
pub struct Headline {
    /// Verdict held.
    pub held: usize,
    /// Verdict leaning.
    pub leaning: usize,
    /// Verdict unsure.
    pub unsure: usize,
    /// Verdict not held.
    pub not_held: usize,
    /// The sum of `held`, `leaning`, `unsure` and `not_held`.
    pub classified: usize,
    /// Verdict insufficient.
    pub insufficient: usize,
    /// Contested misconceptions, whatever their verdict.
    pub contested: usize,
}

/// The result for one reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Scorecard {
    /// The counts of the verdicts.
    pub headline: Headline,
    /// One entry per misconception, in the author's order.
    pub findings: Vec<Finding>,
    /// The indices of the misconceptions in the order of the scorecard (SCORING.md 4).
    pub order: Vec<usize>,
    /// Whether at least four answers are all at the same point, to statements with both keys
    /// (SCORING.md 2.5).
    pub straight_lined: bool,
}

impl Scorecard {
    /// The scorecard as a document, with the answers that it rests on. `questionnaire` and
    /// `answers` must be those that were scored.
    ///
    /// # Shape
    ///
    /// `{ questionnaire: { id, version, format, points }, headline, verdicts: [{ misconception,
    /// verdict, reason, belief, contested, flags, statements: [{ id, agreement, certainty,
    /// position, class }] }], order, flags, answers }`
    ///
    /// `order` contains ids of misconceptions, `flags` the names of those that are set (`single`
    /// and `inconsistent` on a verdict, `straightLined` on the scorecard), `answers` what
    /// [`answers::write`] returns. A value that cannot be given is null.
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
    /// How many misconceptions are held or leaned towards; the author's closing words depend on it.
    /// `None` if nothing is classified, or if a misconception that is not contested is
    /// insufficient.
    #[must_use]
    pub fn reached(self) -> Option<usize> {
        let is_whole = self.classified > 0 && self.insufficient == 0;
        is_whole.then_some(self.held + self.leaning)
    }

    /// The counts as an object.
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
            // A questionnaire has at most 1,000 misconceptions, so nothing is lost.
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

/// The names of the flags that are set, as an array.
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
    // A belief is between 0 and 100.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let rounded = (belief + 0.5) as usize;
    digits(rounded)
}
