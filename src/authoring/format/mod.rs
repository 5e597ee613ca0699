//! Format 1.0, as it is described to people and to their editors.
//!
//! The parser defines the format. [`keys`] finds out which keys the parser asks for, and
//! [`explanations`] says what each key is for. `schema` and `manual` are made from both when the
//! package is built.

pub mod explanations;
pub mod keys;
#[cfg(not(target_arch = "wasm32"))]
pub mod manual;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
