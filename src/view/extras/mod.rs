//! What the extras add to the scorecard's screen, one file per subject.

mod parts;
pub mod remarks;
pub mod retake;
pub mod share;
