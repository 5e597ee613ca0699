//! The sign test: whether as many readers changed in one direction as in the other. Knows two
//! counts, but not which direction is better.

use super::share::{Share, share};
use serde::Serialize;

/// Compares the readers who were corrected with those who acquired the misconception.
///
/// `p` is the chance of an imbalance at least this large if both directions were equally likely:
/// two-sided, exact by the binomial distribution, the exact form of `McNemar`'s test (`McNemar`
/// 1947, Psychometrika 12, 153-157).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Sign {
    /// How many held it or leaned before, and do not hold it now.
    pub corrected: u32,
    /// How many were unsure or did not hold it before, and now hold it or lean.
    pub acquired: u32,
    /// The share of the corrected among both, with its interval.
    pub share: Share,
    /// The p-value, 0..=1.
    pub p: f64,
}

/// The sign test; `None` if nobody was corrected and nobody acquired it.
#[must_use]
pub fn sign(corrected: u32, acquired: u32) -> Option<Sign> {
    Some(Sign {
        corrected,
        acquired,
        share: share(corrected, corrected.checked_add(acquired)?)?,
        p: two_sided(corrected, acquired),
    })
}

/// The two-sided p-value: twice the chance of at most the smaller of the two counts, capped at 1.
#[must_use]
pub fn two_sided(one: u32, other: u32) -> f64 {
    let (few, n) = (one.min(other), one + other);
    // ln of (n over `few`) / 2^n. Logarithms, because 2^n soon exceeds a double.
    let mut logarithm = -f64::from(n) * std::f64::consts::LN_2;
    for step in 1..=few {
        logarithm += (f64::from(n - few + step) / f64::from(step)).ln();
    }
    // From the largest term down: each is the one before, times k / (n - k + 1).
    let (mut term, mut sum) = (1.0, 0.0);
    for k in (0..=few).rev() {
        sum += term;
        term *= f64::from(k) / f64::from(n - k + 1);
        if term < sum * 1e-18 {
            break;
        }
    }
    (2.0 * sum * logarithm.exp()).min(1.0)
}
