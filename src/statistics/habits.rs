//! How readers answer, whatever they believe: straight lines and contradictions. Knows codes and
//! keys; the scoring decides which answers are either (SCORING.md 2.5).

use super::many;
use super::sample::{Sample, own, right};
use super::share::{Share, share};
use crate::questionnaire::{Key, Questionnaire};
use serde::Serialize;

/// Habits of answering, over all readers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Habits {
    /// The share of readers who chose the same point everywhere, of those who answered at least
    /// four statements with a point of the scale, both keys among them. `None` if there are no such
    /// readers, for example because all statements have one key.
    pub straight_lined: Option<Share>,
}

/// The least number of answers that can be a straight line.
const STRAIGHT_LINE: usize = 4;

/// Computes the habits of all readers.
#[must_use]
pub fn habits(questionnaire: &Questionnaire, sample: &Sample) -> Habits {
    let mut answered = vec![(0_usize, false, false); sample.rows];
    for (statement, column) in questionnaire.statements.iter().zip(&sample.agreements) {
        for (reader, code) in answered.iter_mut().zip(column) {
            if right(*code, statement.key, questionnaire.scale.points).is_some() {
                reader.0 += 1;
                reader.1 |= statement.key == Key::Myth;
                reader.2 |= statement.key == Key::Fact;
            }
        }
    }
    let could = answered
        .iter()
        .map(|(count, myth, fact)| *count >= STRAIGHT_LINE && *myth && *fact);
    let could = could.filter(|it| *it).count();
    let did = sample.straight_lined.iter().filter(|it| **it).count();
    Habits {
        straight_lined: share(many(did), many(could)),
    }
}

/// The share of readers whose answers on the misconception at `index` contradict each other, of
/// those who answered statements of both its keys; `None` if there are no such readers.
#[must_use]
pub fn inconsistent(questionnaire: &Questionnaire, sample: &Sample, index: usize) -> Option<Share> {
    let mut both = vec![(false, false); sample.rows];
    for at in own(questionnaire, index) {
        let (Some(statement), Some(column)) =
            (questionnaire.statements.get(at), sample.agreements.get(at))
        else {
            continue;
        };
        for (reader, code) in both.iter_mut().zip(column) {
            if right(*code, statement.key, questionnaire.scale.points).is_some() {
                reader.0 |= statement.key == Key::Myth;
                reader.1 |= statement.key == Key::Fact;
            }
        }
    }
    let could = both.iter().filter(|(myth, fact)| *myth && *fact).count();
    let flags = &sample.judged.get(index)?.inconsistent;
    let did = flags.iter().filter(|it| **it).count();
    share(many(did), many(could))
}
