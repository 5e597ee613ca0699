//! What an author is told: what the format is, and what is wrong with a questionnaire or could be
//! better.
//!
//! Only the full core contains this room; no reader loads it.

pub mod check;
pub mod format;
