//! What everything else is built on: documents as trees of values, the problems found in them, and
//! text.
//!
//! Nothing in here knows what a questionnaire is.

pub mod digest;
pub mod document;
pub mod failure;
pub mod problem;
pub mod text;
