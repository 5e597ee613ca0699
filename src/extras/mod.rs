//! The data of what a reader may do with a scorecard: say something back, answer again, share it, save it.
//!
//! Pure values, no screen. Loaded by readers only after the scorecard is there.

pub mod attempts;
pub mod calendar;
pub mod csv;
pub mod permalink;
pub mod remarks;
pub mod sharing;
