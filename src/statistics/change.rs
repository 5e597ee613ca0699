//! Before and after: how readers' answers on a misconception changed from their first answers to
//! those that count now.
//!
//! Knows verdicts and beliefs of the same readers at two times. How one reader's verdict changed is
//! decided in [`crate::scoring::change`]. Readers who answer again at once show their memory of the
//! explanation more than their belief.

use super::mean::{Estimate, mean};
use super::share::{Share, share};
use super::sign::{Sign, sign};
use crate::scoring::change::{Transition, normalized_change, transition};
use crate::scoring::scorecard::Verdict;
use serde::Serialize;

/// How many readers made each transition (SCORING.md 5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Moved {
    /// Held or leaning before, not held now.
    pub corrected: u32,
    /// Held before, leaning or unsure now; or leaning before, unsure now.
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

/// The change on one misconception, over the readers who have answered again.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// How many readers have answered again and had a verdict both times: `n` of both shares, and
    /// the sum of `moved`.
    pub n: u32,
    /// The share that held it in the first answers.
    pub before: Option<Share>,
    /// The share that holds it now.
    pub after: Option<Share>,
    /// How many readers went from which verdict (row) to which (column), in the order held,
    /// leaning, unsure, insufficient, notHeld.
    pub transitions: [[u32; 5]; 5],
    /// How many readers made each transition, by its name.
    pub moved: Moved,
    /// The mean of the readers' normalised changes, -1..=1, above 0 if belief decreased, with its
    /// interval: Marx & Cummings 2007, Am. J. Phys. 75, 87-91. Its `n` leaves out readers whose
    /// change cannot be computed.
    pub normalized: Option<Estimate>,
    /// The sign test: readers who were corrected against those who acquired the misconception.
    pub sign: Option<Sign>,
}

/// Verdict and belief of one reader, before and now.
pub type Pair = ((Verdict, Option<f64>), (Verdict, Option<f64>));

/// The change over these readers; `None` if nobody has answered again.
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
