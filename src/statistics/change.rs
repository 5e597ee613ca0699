//! Before and after: what moved between the first answers and those that count now, over readers.
//!
//! Knows verdicts and beliefs of the same readers at two times; how one reader's verdict moved says
//! [`crate::scoring::change`]. To answer again at once measures memory of the explanation more than belief.

use super::mean::{Estimate, mean};
use super::share::{Share, share};
use super::sign::{Sign, sign};
use crate::scoring::change::{Transition, normalized_change, transition};
use crate::scoring::scorecard::Verdict;
use serde::Serialize;

/// How many moved in which way (SCORING.md 5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Moved {
    /// Held or leaning before, not held now.
    pub corrected: u32,
    /// Less firm than before.
    pub loosened: u32,
    /// Unsure before, not held now.
    pub settled: u32,
    /// As before.
    pub unchanged: u32,
    /// Not held before, unsure now.
    pub unsettled: u32,
    /// Unsure or not held before, held or leaning now.
    pub acquired: u32,
    /// Leaning before, held now.
    pub strengthened: u32,
}

impl Moved {
    fn of(&mut self, transition: Transition) -> &mut u32 {
        match transition {
            Transition::Corrected => &mut self.corrected,
            Transition::Loosened => &mut self.loosened,
            Transition::Settled => &mut self.settled,
            Transition::Unchanged => &mut self.unchanged,
            Transition::Unsettled => &mut self.unsettled,
            Transition::Acquired => &mut self.acquired,
            Transition::Strengthened => &mut self.strengthened,
        }
    }
}

/// What moved on one misconception.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// How many have answered again and had a verdict both times: `n` of both shares, and the sum of `moved`.
    pub n: u32,
    /// The share that held it at first.
    pub before: Option<Share>,
    /// The share that holds it now.
    pub after: Option<Share>,
    /// How many went from which verdict (row) to which (column), in the order held, leaning, unsure, insufficient, notHeld.
    pub transitions: [[u32; 5]; 5],
    /// The same by the name of the transition.
    pub moved: Moved,
    /// The mean of the individual normalised changes, -1..=1, above 0 where belief became less, with its interval: Marx & Cummings
    /// 2007, Am. J. Phys. 75, 87-91. Its `n` leaves out those whose change cannot be said.
    pub normalized: Option<Estimate>,
    /// Corrected against acquired.
    pub sign: Option<Sign>,
}

/// Verdicts and beliefs before and now, reader by reader.
pub type Pair = ((Verdict, Option<f64>), (Verdict, Option<f64>));

/// What moved between the two; none if nobody has answered again.
#[must_use]
pub fn change(pairs: &[Pair]) -> Option<Change> {
    if pairs.is_empty() {
        return None;
    }
    let mut transitions = [[0; 5]; 5];
    let mut moved = Moved::default();
    let (mut held_before, mut held_after, mut n) = (0, 0, 0);
    let mut changes = Vec::new();
    for ((before, old), (after, new)) in pairs {
        let row = transitions.get_mut(*before as usize);
        if let Some(count) = row.and_then(|row| row.get_mut(*after as usize)) {
            *count += 1;
        }
        if let Some(transition) = transition(*before, *after) {
            *moved.of(transition) += 1;
            n += 1;
            held_before += u32::from(*before == Verdict::Held);
            held_after += u32::from(*after == Verdict::Held);
        }
        changes.extend(normalized_change(*old, *new));
    }
    Some(Change {
        n,
        before: share(held_before, n),
        after: share(held_after, n),
        transitions,
        moved,
        normalized: mean(&changes, (-1.0, 1.0)),
        sign: sign(moved.corrected, moved.acquired),
    })
}
