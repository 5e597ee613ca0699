//! How answers become verdicts: the rules of scoring, as numbered in SCORING.md sections 2 to 4.
//!
//! Pure arithmetic on a questionnaire and its answers. Knows no words, no screens and no JSON.

use crate::questionnaire::{Certainty, Edges, Key, MinAnswered, Questionnaire};
use crate::response::{Agreement, Answers, Response};
use crate::scorecard::{Class, Contribution, Finding, Headline, Reason, Scorecard, Verdict};

/// Two beliefs closer than this are the same.
const TOLERANCE: f64 = 1e-9;
/// How many answers it takes to speak of straight-lining.
const STRAIGHT_LINE: usize = 4;

/// The scorecard of `answers`, which must be the questionnaire's own.
#[must_use]
pub fn score(questionnaire: &Questionnaire, answers: &Answers) -> Scorecard {
    let findings: Vec<Finding> = (0..questionnaire.misconceptions.len())
        .map(|misconception| finding(questionnaire, answers, misconception))
        .collect();
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
        let response = answers.get(index).copied().flatten();
        let position = response.and_then(|it| position(it, statement.key, questionnaire));
        let class = match (&questionnaire.certainty, response) {
            (Some(scale), Some(response)) => Some(class(position, response, scale)),
            _ => None,
        };
        tally.add(response, position, class, statement.key, statement.weight);
        contributions.push(Contribution {
            statement: index,
            position,
            class,
        });
    }
    let (verdict, reason, belief) = tally.verdict(questionnaire);
    Finding {
        verdict,
        reason,
        belief,
        contested: questionnaire
            .misconceptions
            .get(misconception)
            .is_some_and(|it| it.is_contested()),
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

/// One misconception's answers, counted.
#[derive(Default)]
struct Tally {
    statements: usize,
    placed: usize,
    dont_know: usize,
    /// The largest weight so far. The sums are kept in parts of it, so that no weight can make them overflow.
    scale: f64,
    weights: f64,
    weighted: f64,
    /// Sum of positions and their number, for each key.
    myth: (f64, f64),
    fact: (f64, f64),
    misconceptions: usize,
    sound: usize,
    lucky: usize,
}

impl Tally {
    fn add(
        &mut self,
        response: Option<Response>,
        position: Option<f64>,
        class: Option<Class>,
        key: Key,
        weight: f64,
    ) {
        self.statements += 1;
        if let Some(position) = position {
            self.placed += 1;
            if weight > self.scale {
                let shrink = self.scale / weight;
                self.weights *= shrink;
                self.weighted *= shrink;
                self.scale = weight;
            }
            self.weights += weight / self.scale;
            self.weighted += weight / self.scale * position;
            let side = match key {
                Key::Myth => &mut self.myth,
                Key::Fact => &mut self.fact,
            };
            side.0 += position;
            side.1 += 1.0;
        } else if response.is_some() {
            self.dont_know += 1;
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
        let answered = self.placed + self.dont_know;
        let belief = (self.placed > 0 && self.is_enough(self.placed, rule))
            .then(|| 100.0 * self.weighted / self.weights);
        let (verdict, reason) = if answered == 0 || !self.is_enough(answered, rule) {
            (Verdict::Insufficient, Reason::TooFewAnswers)
        } else if questionnaire.certainty.is_some() {
            self.certain_verdict(answered)
        } else if let Some(belief) = belief {
            (band(belief, questionnaire.edges), Reason::Agreement)
        } else {
            (Verdict::Unsure, Reason::DontKnow)
        };
        (verdict, reason, belief)
    }

    /// 3: the verdict from the shares of the classified statements, unweighted.
    fn certain_verdict(&self, classified: usize) -> (Verdict, Reason) {
        let (m, s) = (self.misconceptions, self.sound);
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
        let mean = |(sum, count): (f64, f64)| sum / count;
        self.myth.1 > 0.0
            && self.fact.1 > 0.0
            && (mean(self.myth) - mean(self.fact)).abs() >= 0.5 - TOLERANCE
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
    let rank = |finding: &Finding| {
        let contested = if finding.contested { Verdict::ALL.len() } else { 0 };
        contested.max(finding.verdict as usize)
    };
    let sure = |finding: &Finding| {
        let classes = finding.contributions.iter().map(|it| it.class);
        classes.filter(|class| *class == Some(Class::Misconception)).count()
    };
    // In millionths, so that beliefs which differ by rounding alone keep the author's order.
    #[allow(clippy::cast_possible_truncation)]
    let height = |finding: &Finding| match finding.belief {
        Some(belief) => (belief * 1e6 + 0.5) as i32,
        None => -1,
    };
    let mut order: Vec<(usize, &Finding)> = findings.iter().enumerate().collect();
    order.sort_by(|(_, a), (_, b)| {
        let by_rank = rank(a).cmp(&rank(b));
        if a.contested && b.contested {
            return by_rank;
        }
        by_rank
            .then(sure(b).cmp(&sure(a)))
            .then(height(b).cmp(&height(a)))
    });
    order.into_iter().map(|(place, _)| place).collect()
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
