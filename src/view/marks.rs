//! The marks of the verdicts as SVG paths, for the page and the picture. This file knows shapes
//! only.

use crate::scoring::scorecard::{Finding, Verdict};

/// The mark of a verdict as two paths around the origin: a ring, through which the page shows, and
/// a solid part. Either may be empty. A contested misconception gets a disc, which stands for no
/// verdict.
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

/// The same as a character, for plain text.
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
