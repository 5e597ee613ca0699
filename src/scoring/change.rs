//! Before and after: what moved between two scorecards (SCORING.md 5). Knows verdicts and beliefs only.

use crate::scoring::scorecard::Verdict;

/// How a verdict moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "camelCase"))]
pub enum Transition {
    /// Held or leaning before, not held now.
    Corrected,
    /// Less firm than before.
    Loosened,
    /// Unsure before, not held now.
    Settled,
    /// As before.
    Unchanged,
    /// Not held before, unsure now.
    Unsettled,
    /// Unsure or not held before, held or leaning now.
    Acquired,
    /// Leaning before, held now.
    Strengthened,
}

impl Transition {
    /// The stable name of the transition.
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

/// How a verdict moved; none where either side is insufficient.
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

/// Individual normalised change, -1..=1, on K = 100 - belief (Marx & Cummings 2007, Am. J. Phys. 75,
/// 87-91). Both beliefs are 0..=100. None where both are 0, both are 100, or either is unknown.
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
