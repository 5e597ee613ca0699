//! What a widget sends to the owner of a page, and what it reads back: the documents of `contract/CONTRACT.md`.
//!
//! [`shape`] says once what belongs into each document; [`read`] reads by it, `schema` makes the JSON Schemas of it. Then
//! [`documents`] has the types, and [`fit`] holds a response against its questionnaire. Knows no request, no store and no
//! page. Only in the full core; no reader loads it.

pub mod documents;
pub mod fit;
pub mod patterns;
pub mod read;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
pub mod shape;
#[cfg(not(target_arch = "wasm32"))]
pub mod terms;
