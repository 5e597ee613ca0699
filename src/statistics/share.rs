//! A share of readers with its interval. Knows two counts, but not what was counted.

use super::Z;
use serde::Serialize;

/// `count` of `n` readers, with an interval.
///
/// The interval is Wilson's score interval of 95 %, without a correction for continuity. It never
/// leaves 0..=1 and is right for few readers and for shares near 0 and 1, where the usual one is
/// not. Wilson 1927, J. Am. Stat. Assoc. 22, 209-212; Newcombe 1998, Stat. Med. 17, 857-872, method
/// 3; Brown, Cai & `DasGupta` 2001, Stat. Sci. 16, 101-133.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Share {
    /// How many readers it is true of.
    pub count: u32,
    /// How many readers there are in all, at least 1.
    pub n: u32,
    /// `count / n`, 0..=1.
    pub share: f64,
    /// The lower end of the interval, 0..=1.
    pub low: f64,
    /// The upper end of the interval, 0..=1.
    pub high: f64,
}

/// The share `count / n`; `None` if `n` is 0 or less than `count`.
#[must_use]
pub fn share(count: u32, n: u32) -> Option<Share> {
    if n == 0 || count > n {
        return None;
    }
    let (x, of) = (f64::from(count), f64::from(n));
    let share = x / of;
    let squared = Z * Z;
    let centre = (x + squared / 2.0) / (of + squared);
    let half = Z / (of + squared) * (x * (of - x) / of + squared / 4.0).sqrt();
    // The formula gives exactly 0 and 1 at these ends; floating-point arithmetic does not.
    let low = if count == 0 {
        0.0
    } else {
        (centre - half).max(0.0)
    };
    let high = if count == n {
        1.0
    } else {
        (centre + half).min(1.0)
    };
    Some(Share {
        count,
        n,
        share,
        low,
        high,
    })
}
