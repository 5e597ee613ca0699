//! The arithmetic of one misconception: what its answers add up to, and the verdict that follows
//! (SCORING.md 2.1 to 2.5 and 3).
//!
//! This is the only place for that arithmetic; the scoring of one reader and of many both use it.
//! It sees one response after the other and must not know where they come from.

use crate::questionnaire::answers::{Agreement, Response};
use crate::questionnaire::{Certainty, Cutoffs, Key, MinAnswered, Questionnaire};
use crate::scoring::scorecard::{Class, Reason, Verdict};

/// Beliefs that differ by less than this count as equal.
const TOLERANCE: f64 = 1e-9;
/// Only the proportions of weights matter. Multiplied by this power of two (2^-30), even a thousand
/// of the largest doubles do not overflow, and the smallest one is not lost.
const SHRINK: f64 = 1.0 / 1_073_741_824.0;
/// From how many answers on straight-lining is reported.
const STRAIGHT_LINE: u32 = 4;

/// What one answered statement contributes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Given {
    /// How far the response leans towards the misconception, from 0 to 1; `None` for a don't-know.
    pub position: Option<f64>,
    /// The class of the response; `None` if certainty is not asked.
    pub class: Option<Class>,
}

impl Given {
    /// What `response` to a statement with the key `key` contributes.
    #[must_use]
    pub fn new(response: Response, key: Key, questionnaire: &Questionnaire) -> Self {
        let position = position(response.agreement, key, questionnaire.scale.points);
        let mut class = None;
        if let Some(scale) = &questionnaire.certainty {
            class = Some(class_of(position, is_sure(response.certainty, scale)));
        }
        Self { position, class }
    }
}

/// SCORING.md 2.1: how far a response leans towards the misconception, from 0 to 1; `None` for a
/// don't-know.
fn position(agreement: Agreement, key: Key, points: u8) -> Option<f64> {
    let Agreement::Point(point) = agreement else {
        return None;
    };
    let share = (f64::from(point) - 1.0) / (f64::from(points) - 1.0);
    Some(match key {
        Key::Myth => share,
        Key::Fact => 1.0 - share,
    })
}

/// SCORING.md 3: whether a level of certainty counts as sure, which is above the middle of the
/// scale. A missing level counts as the lowest.
#[must_use]
pub fn is_sure(level: Option<i16>, scale: &Certainty) -> bool {
    let level = level.unwrap_or(scale.from);
    f64::from(level - scale.from) / f64::from(scale.to - scale.from) > 0.5
}

/// SCORING.md 3: the class of a response.
fn class_of(position: Option<f64>, is_sure: bool) -> Class {
    match position {
        Some(position) if (position - 0.5).abs() < TOLERANCE => Class::LackOfKnowledge,
        Some(position) if position > 0.5 && is_sure => Class::Misconception,
        Some(position) if position < 0.5 && is_sure => Class::SoundKnowledge,
        Some(position) if position < 0.5 => Class::LuckyGuess,
        _ => Class::LackOfKnowledge,
    }
}

/// The sums over the answers to one misconception's statements.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// All statements, blanks included.
    statements: u32,
    /// Statements with a response, don't-knows included.
    answered: u32,
    /// Responses with a position.
    placed: u32,
    /// The sum of weight times position, and the sum of the weights; both multiplied by [`SHRINK`].
    weighted: f64,
    weights: f64,
    /// By key: the sum of the positions, and their number.
    myths: (f64, f64),
    facts: (f64, f64),
    /// The number of responses by class. Lack of knowledge is what remains of `answered`.
    misconception: u32,
    sound_knowledge: u32,
    lucky_guess: u32,
}

impl Tally {
    /// Adds the next statement; `given` is `None` for a blank.
    pub fn add(&mut self, key: Key, weight: f64, given: Option<Given>) {
        self.statements += 1;
        let Some(given) = given else {
            return;
        };
        self.answered += 1;
        match given.class {
            Some(Class::Misconception) => self.misconception += 1,
            Some(Class::SoundKnowledge) => self.sound_knowledge += 1,
            Some(Class::LuckyGuess) => self.lucky_guess += 1,
            _ => {}
        }
        if let Some(position) = given.position {
            self.placed += 1;
            let weight = weight * SHRINK;
            self.weighted += position * weight;
            self.weights += weight;
            let (sum, count) = match key {
                Key::Myth => &mut self.myths,
                Key::Fact => &mut self.facts,
            };
            *sum += position;
            *count += 1.0;
        }
    }

    /// How many responses have the class misconception.
    #[must_use]
    pub fn misconceptions(&self) -> u32 {
        self.misconception
    }

    /// SCORING.md 2.2: whether `count` of the statements are enough for a verdict.
    fn is_enough(&self, count: u32, rule: MinAnswered) -> bool {
        count > 0
            && match rule {
                MinAnswered::Majority => count * 2 > self.statements,
                MinAnswered::Half => count * 2 >= self.statements,
            }
    }

    /// SCORING.md 2.3, and 3 if certainty is asked: the verdict, what it rests on, and the belief
    /// (0 to 100, unrounded).
    #[must_use]
    pub fn verdict(&self, questionnaire: &Questionnaire) -> (Verdict, Reason, Option<f64>) {
        let rule = questionnaire.min_answered;
        let mut belief = None;
        if self.is_enough(self.placed, rule) {
            belief = Some(100.0 * (self.weighted / self.weights));
        }
        let (verdict, reason) = if !self.is_enough(self.answered, rule) {
            (Verdict::Insufficient, Reason::TooFewAnswers)
        } else if questionnaire.certainty.is_some() {
            self.certain_verdict()
        } else if let Some(belief) = belief {
            (band(belief, questionnaire.cutoffs), Reason::Agreement)
        } else {
            (Verdict::Unsure, Reason::DontKnow)
        };
        (verdict, reason, belief)
    }

    /// SCORING.md 3: the verdict from the shares of the classes, unweighted.
    fn certain_verdict(&self) -> (Verdict, Reason) {
        let (m, s, classified) = (self.misconception, self.sound_knowledge, self.answered);
        if m * 2 > classified {
            (Verdict::Held, Reason::Misconception)
        } else if m > s {
            (Verdict::Leaning, Reason::Mixed)
        } else if m > 0 {
            (Verdict::Unsure, Reason::Mixed)
        } else if s * 2 >= classified {
            (Verdict::NotHeld, Reason::SoundKnowledge)
        } else if self.lucky_guess * 2 > classified {
            (Verdict::Unsure, Reason::LuckyGuess)
        } else {
            (Verdict::Unsure, Reason::LackOfKnowledge)
        }
    }

    /// SCORING.md 2.5: whether both keys have positions and the means of these differ by half the
    /// scale or more.
    #[must_use]
    pub fn is_inconsistent(&self) -> bool {
        // If one key has no positions, the distance is NaN, and the comparison is false.
        let distance = self.myths.0 / self.myths.1 - self.facts.0 / self.facts.1;
        distance.abs() >= 0.5 - TOLERANCE
    }
}

/// SCORING.md 2.4: the band of an unrounded belief.
fn band(belief: f64, cutoffs: Cutoffs) -> Verdict {
    if belief >= cutoffs.held - TOLERANCE {
        Verdict::Held
    } else if belief >= cutoffs.leaning - TOLERANCE {
        Verdict::Leaning
    } else if belief > cutoffs.unsure + TOLERANCE {
        Verdict::Unsure
    } else {
        Verdict::NotHeld
    }
}

/// SCORING.md 2.5: finds out whether at least four answers with a position are all at the same
/// point, to statements with both keys.
#[derive(Clone, Copy, Debug, Default)]
pub struct StraightLine {
    count: u32,
    point: u8,
    is_broken: bool,
    myth: bool,
    fact: bool,
}

impl StraightLine {
    /// Adds an answer at `point` of the scale to a statement with the key `key`.
    pub fn add(&mut self, key: Key, point: u8) {
        self.is_broken |= self.count > 0 && self.point != point;
        self.point = point;
        self.count += 1;
        match key {
            Key::Myth => self.myth = true,
            Key::Fact => self.fact = true,
        }
    }

    /// Whether the answers so far are a straight line.
    #[must_use]
    pub fn is_straight(&self) -> bool {
        !self.is_broken && self.count >= STRAIGHT_LINE && self.myth && self.fact
    }
}

/// SCORING.md 4: the rank of a misconception on the scorecard; lower ranks come first. It combines
/// the verdict, the number of responses of class misconception and the belief, each far above the
/// range of the next. The rank is a whole number and therefore exact.
#[must_use]
pub fn rank(contested: bool, verdict: Verdict, misconceptions: u32, belief: Option<f64>) -> f64 {
    const RANK: f64 = 1e15;
    const SURE: f64 = 1e9;
    if contested {
        return RANK * 5.0;
    }
    let mut rank = RANK * f64::from(verdict as u8) - SURE * f64::from(misconceptions);
    if let Some(belief) = belief {
        // The belief counts in millionths, so that beliefs which differ only by rounding errors
        // keep the author's order. One is added so that a belief of 0 still comes before none.
        rank -= (belief * 1e6 + 1.5).floor();
    }
    rank
}
