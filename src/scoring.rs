//! How answers become verdicts: the rules of scoring, as numbered in SCORING.md sections 2 to 4.
//!
//! Pure arithmetic on a questionnaire and its answers. Knows no words, no screens and no JSON.

use crate::questionnaire::{Certainty, Edges, Key, MinAnswered, Questionnaire};
use crate::response::{Agreement, Answers, Response};
use crate::scorecard::{Class, Contribution, Finding, Headline, Reason, Scorecard, Verdict};

/// Two beliefs closer than this are the same.
const TOLERANCE: f64 = 1e-9;
/// Weights count in proportion only. By this power of two (2^-30) even a thousand of the largest double do not
/// overflow, and the smallest is not lost.
const SHRINK: f64 = 1.0 / 1_073_741_824.0;
/// How many answers it takes to speak of straight-lining.
const STRAIGHT_LINE: usize = 4;

/// The scorecard of `answers`, which must be the questionnaire's own.
#[must_use]
pub fn score(questionnaire: &Questionnaire, answers: &Answers) -> Scorecard {
    let mut findings = Vec::new();
    for misconception in 0..questionnaire.misconceptions.len() {
        findings.push(finding(questionnaire, answers, misconception));
    }
    Scorecard {
        headline: headline(&findings),
        order: order(&findings),
        straight_lined: is_straight_lined(questionnaire, answers),
        findings,
    }
}

/// What the answers to one misconception's statements show.
fn finding(questionnaire: &Questionnaire, answers: &Answers, misconception: usize) -> Finding {
    let mut tally = Tally::default();
    let mut contributions = Vec::new();
    for (index, statement) in questionnaire.statements.iter().enumerate() {
        if statement.misconception != misconception {
            continue;
        }
        tally.statements += 1;
        let mut contribution = Contribution {
            statement: index,
            position: None,
            class: None,
        };
        if let Some(Some(response)) = answers.get(index) {
            let position = position(*response, statement.key, questionnaire);
            let scale = questionnaire.certainty.as_ref();
            let class = scale.map(|scale| class(position, *response, scale));
            tally.answered += 1;
            tally.add(position, class, statement.key, statement.weight * SHRINK);
            contribution.position = position;
            contribution.class = class;
        }
        contributions.push(contribution);
    }
    let (verdict, reason, belief) = tally.verdict(questionnaire);
    Finding {
        verdict,
        reason,
        belief,
        contested: questionnaire
            .misconceptions
            .get(misconception)
            .is_some_and(super::questionnaire::Misconception::is_contested),
        single: tally.statements == 1,
        inconsistent: tally.is_inconsistent(),
        contributions,
    }
}

/// 2.1: how far a response stands towards the misconception, 0..=1.
fn position(response: Response, key: Key, questionnaire: &Questionnaire) -> Option<f64> {
    let Agreement::Point(point) = response.agreement else {
        return None;
    };
    let share = (f64::from(point) - 1.0) / (f64::from(questionnaire.scale.points) - 1.0);
    Some(match key {
        Key::Myth => share,
        Key::Fact => 1.0 - share,
    })
}

/// 3: what a response shows together with the reader's certainty. A missing certainty counts as the
/// lowest level.
fn class(position: Option<f64>, response: Response, scale: &Certainty) -> Class {
    let level = response.certainty.unwrap_or(scale.from);
    let sure = f64::from(level - scale.from) / f64::from(scale.to - scale.from) > 0.5;
    match position {
        Some(position) if (position - 0.5).abs() < TOLERANCE => Class::LackOfKnowledge,
        Some(position) if position > 0.5 && sure => Class::Misconception,
        Some(position) if position < 0.5 && sure => Class::SoundKnowledge,
        Some(position) if position < 0.5 => Class::LuckyGuess,
        _ => Class::LackOfKnowledge,
    }
}

/// A weighted mean under way.
#[derive(Default)]
struct Mean {
    sum: f64,
    weight: f64,
}

impl Mean {
    fn add(&mut self, value: f64, weight: f64) {
        self.sum += value * weight;
        self.weight += weight;
    }

    /// NaN where nothing was added.
    fn value(&self) -> f64 {
        self.sum / self.weight
    }
}

/// One misconception's answers, counted.
#[derive(Default)]
struct Tally {
    statements: usize,
    /// Responses with a position.
    placed: usize,
    /// All responses.
    answered: usize,
    position: Mean,
    myth: Mean,
    fact: Mean,
    misconceptions: usize,
    sound: usize,
    lucky: usize,
}

impl Tally {
    fn add(&mut self, position: Option<f64>, class: Option<Class>, key: Key, weight: f64) {
        if let Some(position) = position {
            self.placed += 1;
            self.position.add(position, weight);
            match key {
                Key::Myth => self.myth.add(position, 1.0),
                Key::Fact => self.fact.add(position, 1.0),
            }
        }
        match class {
            Some(Class::Misconception) => self.misconceptions += 1,
            Some(Class::SoundKnowledge) => self.sound += 1,
            Some(Class::LuckyGuess) => self.lucky += 1,
            _ => {}
        }
    }

    /// 2.2: whether `count` of the misconception's statements are enough to judge by.
    fn is_enough(&self, count: usize, rule: MinAnswered) -> bool {
        match rule {
            MinAnswered::Majority => count * 2 > self.statements,
            MinAnswered::Half => count * 2 >= self.statements,
        }
    }

    /// 2.3, and 3 where certainty is asked.
    fn verdict(&self, questionnaire: &Questionnaire) -> (Verdict, Reason, Option<f64>) {
        let rule = questionnaire.min_answered;
        let is_enough = self.placed > 0 && self.is_enough(self.placed, rule);
        let belief = is_enough.then(|| 100.0 * self.position.value());
        let (verdict, reason) = if self.answered == 0 || !self.is_enough(self.answered, rule) {
            (Verdict::Insufficient, Reason::TooFewAnswers)
        } else if questionnaire.certainty.is_some() {
            self.certain_verdict()
        } else if let Some(belief) = belief {
            (band(belief, questionnaire.edges), Reason::Agreement)
        } else {
            (Verdict::Unsure, Reason::DontKnow)
        };
        (verdict, reason, belief)
    }

    /// 3: the verdict from the shares of the classified statements, unweighted.
    fn certain_verdict(&self) -> (Verdict, Reason) {
        let (m, s, classified) = (self.misconceptions, self.sound, self.answered);
        if m * 2 > classified {
            (Verdict::Held, Reason::Misconception)
        } else if m > s {
            (Verdict::Leaning, Reason::Mixed)
        } else if m > 0 {
            (Verdict::Unsure, Reason::Mixed)
        } else if s * 2 >= classified {
            (Verdict::NotHeld, Reason::SoundKnowledge)
        } else if self.lucky * 2 > classified {
            (Verdict::Unsure, Reason::LuckyGuess)
        } else {
            (Verdict::Unsure, Reason::LackOfKnowledge)
        }
    }

    /// 2.5: both keys answered, and their means half the scale or more apart.
    fn is_inconsistent(&self) -> bool {
        // Where one key has no answers the distance is NaN, which is not large.
        (self.myth.value() - self.fact.value()).abs() >= 0.5 - TOLERANCE
    }
}

/// 2.4: the band of an unrounded belief.
fn band(belief: f64, edges: Edges) -> Verdict {
    if belief >= edges.held - TOLERANCE {
        Verdict::Held
    } else if belief >= edges.leaning - TOLERANCE {
        Verdict::Leaning
    } else if belief > edges.unsure + TOLERANCE {
        Verdict::Unsure
    } else {
        Verdict::NotHeld
    }
}

/// 2.6: counts over the misconceptions; a contested one is counted only as such.
#[must_use]
pub fn headline(findings: &[Finding]) -> Headline {
    let mut headline = Headline::default();
    for finding in findings {
        if finding.contested {
            headline.contested += 1;
            continue;
        }
        match finding.verdict {
            Verdict::Insufficient => headline.insufficient += 1,
            verdict => {
                headline.classified += 1;
                headline.held += usize::from(verdict == Verdict::Held);
                headline.leaning += usize::from(verdict == Verdict::Leaning);
            }
        }
    }
    headline
}

/// 4: held first, not held last; surer and stronger beliefs before others; contested ones after all.
#[must_use]
pub fn order(findings: &[Finding]) -> Vec<usize> {
    let mut keys = Vec::new();
    for finding in findings {
        keys.push(sort_key(finding));
    }
    let mut order: Vec<usize> = Vec::new();
    for (index, key) in keys.iter().enumerate() {
        let is_after = |other: &usize| keys.get(*other).is_some_and(|other| key < other);
        let place = order.iter().position(is_after).unwrap_or(order.len());
        order.insert(place, index);
    }
    order
}

/// Lower comes first.
fn sort_key(finding: &Finding) -> (usize, i32, i32) {
    if finding.contested {
        return (Verdict::ALL.len(), 0, 0);
    }
    let mut sure = 0;
    for contribution in &finding.contributions {
        sure += i32::from(contribution.class == Some(Class::Misconception));
    }
    // In millionths, so that beliefs which differ by rounding alone keep the author's order.
    #[allow(clippy::cast_possible_truncation)]
    let height = match finding.belief {
        Some(belief) => (belief * 1e6 + 0.5) as i32,
        None => -1,
    };
    (finding.verdict as usize, -sure, -height)
}

/// 2.5: at least four placed answers, all at the same point, against both keys.
fn is_straight_lined(questionnaire: &Questionnaire, answers: &Answers) -> bool {
    let mut count = 0;
    let mut point = None;
    let (mut myth, mut fact) = (false, false);
    for (statement, response) in questionnaire.statements.iter().zip(answers) {
        let Some(Agreement::Point(given)) = response.map(|it| it.agreement) else {
            continue;
        };
        if point.is_some_and(|point| point != given) {
            return false;
        }
        point = Some(given);
        count += 1;
        match statement.key {
            Key::Myth => myth = true,
            Key::Fact => fact = true,
        }
    }
    count >= STRAIGHT_LINE && myth && fact
}
