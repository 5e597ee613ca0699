//! What changed between two scorecards of one reader (SCORING.md 5).
//!
//! This file knows verdicts and beliefs only. Callers must make sure that both scorecards belong to
//! the same questionnaire, version and scale.

use crate::scoring::scorecard::Verdict;

/// How a verdict changed. Insufficient verdicts have no transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "camelCase"))]
pub enum Transition {
    /// Held or leaning before, not held after.
    Corrected,
    /// Held before, leaning or unsure after; or leaning before, unsure after.
    Loosened,
    /// Unsure before, not held after.
    Settled,
    /// The same verdict.
    Unchanged,
    /// Not held before, unsure after.
    Unsettled,
    /// Unsure or not held before, held or leaning after.
    Acquired,
    /// Leaning before, held after.
    Strengthened,
}

impl Transition {
    /// The stable name of the transition, such as `corrected`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Corrected => "corrected",
            Self::Loosened => "loosened",
            Self::Settled => "settled",
            Self::Unchanged => "unchanged",
            Self::Unsettled => "unsettled",
            Self::Acquired => "acquired",
            Self::Strengthened => "strengthened",
        }
    }
}

/// How a verdict changed; `None` if either is insufficient.
#[must_use]
pub fn transition(before: Verdict, after: Verdict) -> Option<Transition> {
    use Verdict::{Held, Insufficient, Leaning, NotHeld, Unsure};
    Some(match (before, after) {
        (Insufficient, _) | (_, Insufficient) => return None,
        (Held | Leaning, NotHeld) => Transition::Corrected,
        (Held, Unsure | Leaning) | (Leaning, Unsure) => Transition::Loosened,
        (Unsure, NotHeld) => Transition::Settled,
        (NotHeld, Unsure) => Transition::Unsettled,
        (Unsure | NotHeld, Leaning | Held) => Transition::Acquired,
        (Leaning, Held) => Transition::Strengthened,
        (Held, Held) | (Leaning, Leaning) | (Unsure, Unsure) | (NotHeld, NotHeld) => {
            Transition::Unchanged
        }
    })
}

/// The individual normalised change on K = 100 - belief, from -1 to 1; positive if the
/// misconception has weakened. A gain is (post - pre) / (100 - pre), a loss (post - pre) / pre,
/// where pre and post are K before and after.
///
/// Both beliefs must be 0 to 100. Returns `None` if both are 0, both are 100, or either is unknown.
///
/// Source: Marx & Cummings 2007, American Journal of Physics 75, 87-91.
#[must_use]
pub fn normalized_change(before: Option<f64>, after: Option<f64>) -> Option<f64> {
    let (pre, post) = (100.0 - before?, 100.0 - after?);
    if post > pre {
        Some((post - pre) / (100.0 - pre))
    } else if post < pre {
        Some((post - pre) / pre)
    } else if pre > 0.0 && pre < 100.0 {
        Some(0.0)
    } else {
        None
    }
}
