//! What an author is told: what the format is, and what is wrong with or could be better in a questionnaire.
//!
//! Only in the full core; no reader loads it.

pub mod check;
pub mod format;
