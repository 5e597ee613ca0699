//! What a widget sends to the owner of a page and what it reads back: the documents of
//! `contract/CONTRACT.md`.
//!
//! [`shape`] defines in tables what each document contains. [`read`] checks documents by these
//! tables, and `schema` makes JSON Schemas from them. [`documents`] has the types, and [`fit`]
//! checks a message against its questionnaire. Nothing in here knows requests, stores or pages.
//! Only the full core contains this room; no reader loads it.

pub mod documents;
pub mod fit;
pub mod patterns;
pub mod read;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
pub mod shape;
#[cfg(not(target_arch = "wasm32"))]
pub mod terms;
