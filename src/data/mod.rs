//! What everything else is made of: documents as trees of values, problems found in them, and text.
//!
//! Knows nothing of questionnaires.

pub mod digest;
pub mod document;
pub mod failure;
pub mod problem;
pub mod text;
