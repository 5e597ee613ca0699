//! How readers answer apart from what they believe: straight lines and contradictions. Knows codes and keys; what counts as
//! either the scoring has said (SCORING.md 2.5).

use super::many;
use super::sample::{Sample, own, right};
use super::share::{Share, share};
use crate::questionnaire::{Key, Questionnaire};
use serde::Serialize;

/// How many answered with the same point throughout.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Habits {
    /// Of those who answered at least four statements with a point of the scale, both keys among them, the share with the same point
    /// everywhere; none if nobody did, or all statements have one key.
    pub straight_lined: Option<Share>,
}

/// How many answers it takes to speak of a straight line.
const STRAIGHT_LINE: usize = 4;

/// The habits of all readers.
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

/// Of the readers who answered statements of both keys on the misconception at `index`, the share whose answers contradict each
/// other; none if there are no such readers.
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
