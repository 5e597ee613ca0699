//! How answers become verdicts: the rules of scoring, as numbered in SCORING.md sections 2 to 4.
//!
//! Pure arithmetic on a questionnaire and its answers. Knows no words, no screens and no JSON.

pub mod change;
pub mod scorecard;

use crate::questionnaire::answers::{Agreement, Answers, Response};
use crate::questionnaire::{Certainty, Cutoffs, Key, MinAnswered, Misconception, Questionnaire};
use crate::scoring::scorecard::{
    Class, Contribution, Finding, Headline, Reason, Scorecard, Verdict,
};

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
    let mut contributions = Vec::new();
    let mut answered = 0;
    for (index, statement) in questionnaire.statements.iter().enumerate() {
        if statement.misconception != misconception {
            continue;
        }
        let mut contribution = Contribution {
            statement: index,
            position: None,
            class: None,
        };
        if let Some(Some(response)) = answers.get(index) {
            answered += 1;
            contribution.position = position(*response, statement.key, questionnaire);
            if let Some(scale) = &questionnaire.certainty {
                contribution.class = Some(class(contribution.position, *response, scale));
            }
        }
        contributions.push(contribution);
    }
    let probes = Probes {
        questionnaire,
        contributions: &contributions,
        answered,
    };
    let (verdict, reason, belief) = probes.verdict();
    let is_contested = |it: &Misconception| it.is_contested();
    Finding {
        verdict,
        reason,
        belief,
        contested: questionnaire
            .misconceptions
            .get(misconception)
            .is_some_and(is_contested),
        single: contributions.len() == 1,
        inconsistent: probes.is_inconsistent(),
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

/// One misconception's statements and what was answered.
struct Probes<'a> {
    questionnaire: &'a Questionnaire,
    contributions: &'a [Contribution],
    answered: usize,
}

impl Probes<'_> {
    /// The mean position of the answers: weighted, of all of them, or unweighted, of those to one key.
    /// NaN where there are none.
    #[inline(never)]
    fn mean(&self, key: Option<Key>) -> f64 {
        let (mut sum, mut weights) = (0.0, 0.0);
        for contribution in self.contributions {
            let statement = self.questionnaire.statements.get(contribution.statement);
            if let (Some(statement), Some(position)) = (statement, contribution.position) {
                let weight = match key {
                    None => statement.weight * SHRINK,
                    Some(key) => f64::from(u8::from(key == statement.key)),
                };
                sum += position * weight;
                weights += weight;
            }
        }
        sum / weights
    }

    #[inline(never)]
    fn count(&self, class: Class) -> usize {
        let mut count = 0;
        for contribution in self.contributions {
            count += usize::from(contribution.class == Some(class));
        }
        count
    }

    /// 2.2: whether `count` of the misconception's statements are enough to judge by.
    fn is_enough(&self, count: usize) -> bool {
        let total = self.contributions.len();
        count > 0
            && match self.questionnaire.min_answered {
                MinAnswered::Majority => count * 2 > total,
                MinAnswered::Half => count * 2 >= total,
            }
    }

    /// 2.3, and 3 where certainty is asked.
    fn verdict(&self) -> (Verdict, Reason, Option<f64>) {
        let mut placed = 0;
        for contribution in self.contributions {
            placed += usize::from(contribution.position.is_some());
        }
        let belief = self.is_enough(placed).then(|| 100.0 * self.mean(None));
        let (verdict, reason) = if !self.is_enough(self.answered) {
            (Verdict::Insufficient, Reason::TooFewAnswers)
        } else if self.questionnaire.certainty.is_some() {
            self.certain_verdict()
        } else if let Some(belief) = belief {
            (band(belief, self.questionnaire.cutoffs), Reason::Agreement)
        } else {
            (Verdict::Unsure, Reason::DontKnow)
        };
        (verdict, reason, belief)
    }

    /// 3: the verdict from the shares of the classified statements, unweighted.
    fn certain_verdict(&self) -> (Verdict, Reason) {
        let m = self.count(Class::Misconception);
        let s = self.count(Class::SoundKnowledge);
        let classified = self.answered;
        if m * 2 > classified {
            (Verdict::Held, Reason::Misconception)
        } else if m > s {
            (Verdict::Leaning, Reason::Mixed)
        } else if m > 0 {
            (Verdict::Unsure, Reason::Mixed)
        } else if s * 2 >= classified {
            (Verdict::NotHeld, Reason::SoundKnowledge)
        } else if self.count(Class::LuckyGuess) * 2 > classified {
            (Verdict::Unsure, Reason::LuckyGuess)
        } else {
            (Verdict::Unsure, Reason::LackOfKnowledge)
        }
    }

    /// 2.5: both keys answered, and their means half the scale or more apart.
    fn is_inconsistent(&self) -> bool {
        // Where one key has no answers the distance is NaN, which is not large.
        (self.mean(Some(Key::Myth)) - self.mean(Some(Key::Fact))).abs() >= 0.5 - TOLERANCE
    }
}

/// 2.4: the band of an unrounded belief.
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
                headline.unsure += usize::from(verdict == Verdict::Unsure);
                headline.not_held += usize::from(verdict == Verdict::NotHeld);
            }
        }
    }
    headline
}

/// 4: held first, not held last; surer and stronger beliefs before others; contested ones after all.
#[must_use]
pub fn order(findings: &[Finding]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    let mut keys: Vec<i64> = Vec::new();
    for (index, finding) in findings.iter().enumerate() {
        let key = sort_key(finding);
        let mut at = 0;
        while keys.get(at).is_some_and(|other| *other <= key) {
            at += 1;
        }
        keys.insert(at, key);
        order.insert(at, index);
    }
    order
}

/// Lower comes first. Verdict, sure statements and belief, each far above the range of the next.
#[allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap)] // Far within 64 bits.
fn sort_key(finding: &Finding) -> i64 {
    const RANK: i64 = 1_000_000_000_000_000;
    const SURE: i64 = 1_000_000_000;
    if finding.contested {
        return RANK * Verdict::ALL.len() as i64;
    }
    let mut key = RANK * finding.verdict as i64;
    for contribution in &finding.contributions {
        if contribution.class == Some(Class::Misconception) {
            key -= SURE;
        }
    }
    if let Some(belief) = finding.belief {
        // In millionths, so that beliefs which differ by rounding alone keep the author's order; one more,
        // so that none comes after 0.
        key -= (belief * 1e6 + 1.5) as i64;
    }
    key
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
