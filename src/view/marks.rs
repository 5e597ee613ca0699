//! The marks of the verdicts as SVG paths, on the page and in the picture. Knows shapes only.

use crate::scoring::scorecard::{Finding, Verdict};

/// The mark of a verdict around the origin, as two paths: a ring, which the page shows through, and what is solid.
/// A disc is no verdict, only a place.
pub fn mark(finding: &Finding) -> (&'static str, &'static str) {
    const RING: &str = "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z";
    match finding.verdict {
        _ if finding.contested => ("", "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z"),
        Verdict::Held => ("", "M-7-7h14v14h-14z"),
        Verdict::Leaning => ("", "M0-9 9 0 0 9-9 0z"),
        Verdict::Unsure => (RING, "M0-6a6 6 0 0 0 0 12z"),
        Verdict::NotHeld => (RING, ""),
        Verdict::Insufficient => ("", "M-6-1.5h12v3h-12z"),
    }
}

/// The same as a character, for where only text travels.
#[cfg(feature = "extras")]
pub fn sign(finding: &Finding) -> &'static str {
    match finding.verdict {
        Verdict::Held => "■",
        Verdict::Leaning => "◆",
        Verdict::Unsure => "◐",
        Verdict::NotHeld => "○",
        Verdict::Insufficient => "–",
    }
}
