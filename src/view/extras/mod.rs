//! What the extras add to the scorecard's screen: one file per subject.

pub mod change;
pub mod guest;
mod parts;
pub mod remarks;
pub mod retake;
pub mod share;
