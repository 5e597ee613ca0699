//! What format 1.0 is, as it is told to people and to their editors.
//!
//! The parser decides: [`keys`] goes through it and notes what it asks for, [`explanations`] says what each key is for,
//! and `schema` and `manual` are made of both, when the package is built.

pub mod explanations;
pub mod keys;
#[cfg(not(target_arch = "wasm32"))]
pub mod manual;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
