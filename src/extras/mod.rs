//! The data of what a reader may do with a scorecard: say something back, answer again, share it,
//! save it.
//!
//! Pure values without screens. Readers load this room only once there is a scorecard.

pub mod attempts;
pub mod calendar;
pub mod csv;
pub mod permalink;
pub mod remarks;
pub mod sharing;
