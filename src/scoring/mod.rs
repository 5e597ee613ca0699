//! Turns answers into verdicts, by the rules in SCORING.md sections 2 to 4. The numbers in the
//! comments refer to it.
//!
//! Pure arithmetic on a questionnaire and its answers; the only place where a verdict is made.
//! Nothing in here knows messages, screens or JSON.

pub mod change;
pub mod columns;
pub mod prepared;
pub mod scorecard;
pub mod tally;

pub use prepared::Prepared;

use crate::questionnaire::Questionnaire;
use crate::questionnaire::answers::{Agreement, Answers};
use crate::scoring::scorecard::{Class, Contribution, Finding, Headline, Scorecard, Verdict};
use crate::scoring::tally::{Given, StraightLine, Tally};

/// Scores the answers of one reader. `answers` must have one entry per statement of
/// `questionnaire`, each on its scale, as [`answers::read`](crate::questionnaire::answers::read)
/// returns them; a missing entry counts as a blank.
#[must_use]
pub fn score(questionnaire: &Questionnaire, answers: &Answers) -> Scorecard {
    let mut findings = Vec::new();
    let mut straight_line = StraightLine::default();
    let mut next = 0;
    for (index, misconception) in questionnaire.misconceptions.iter().enumerate() {
        let mut contributions = Vec::new();
        let mut tally = Tally::default();
        // The statements of a misconception are adjacent.
        while let Some(statement) = questionnaire.statements.get(next) {
            if statement.misconception != index {
                break;
            }
            let response = answers.get(next).copied().flatten();
            let given = response.map(|it| Given::new(it, statement.key, questionnaire));
            if let Some(Agreement::Point(point)) = response.map(|it| it.agreement) {
                straight_line.add(statement.key, point);
            }
            tally.add(statement.key, statement.weight, given);
            contributions.push(Contribution {
                statement: next,
                position: given.and_then(|it| it.position),
                class: given.and_then(|it| it.class),
            });
            next += 1;
        }
        let (verdict, reason, belief) = tally.verdict(questionnaire);
        findings.push(Finding {
            verdict,
            reason,
            belief,
            contested: misconception.is_contested(),
            single: contributions.len() == 1,
            inconsistent: tally.is_inconsistent(),
            contributions,
        });
    }
    Scorecard {
        headline: headline(&findings),
        order: order(&findings),
        straight_lined: straight_line.is_straight(),
        findings,
    }
}

/// SCORING.md 2.6: counts the verdicts. A contested misconception counts only as contested.
#[must_use]
pub fn headline(findings: &[Finding]) -> Headline {
    let mut headline = Headline::default();
    for finding in findings {
        headline.add(finding.contested, finding.verdict);
    }
    headline
}

impl Headline {
    /// Counts one more misconception.
    fn add(&mut self, contested: bool, verdict: Verdict) {
        if contested {
            self.contested += 1;
            return;
        }
        match verdict {
            Verdict::Insufficient => self.insufficient += 1,
            verdict => {
                self.classified += 1;
                self.held += usize::from(verdict == Verdict::Held);
                self.leaning += usize::from(verdict == Verdict::Leaning);
                self.unsure += usize::from(verdict == Verdict::Unsure);
                self.not_held += usize::from(verdict == Verdict::NotHeld);
            }
        }
    }
}

/// SCORING.md 4: the indices of the findings in the order of the scorecard, from held to not held.
/// Within a verdict, more responses of class misconception come first, then the higher belief, then
/// the author's order. Contested ones come last, in the author's order.
#[must_use]
pub fn order(findings: &[Finding]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    let mut ranks: Vec<f64> = Vec::new();
    for finding in findings {
        let mut sure = 0;
        for contribution in &finding.contributions {
            sure += u32::from(contribution.class == Some(Class::Misconception));
        }
        let rank = tally::rank(finding.contested, finding.verdict, sure, finding.belief);
        put_in(&mut order, &mut ranks, rank);
    }
    order
}

/// Inserts the next index behind all those whose rank is lower or equal.
fn put_in(order: &mut Vec<usize>, ranks: &mut Vec<f64>, rank: f64) {
    let index = order.len();
    let mut at = 0;
    while ranks.get(at).is_some_and(|other| *other <= rank) {
        at += 1;
    }
    ranks.insert(at, rank);
    order.insert(at, index);
}
