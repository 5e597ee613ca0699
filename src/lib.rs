//! Asks readers what they believe, shows which misconceptions they hold, and corrects them.
//!
//! Data goes one way: [`questionnaire`], [`session`], [`scoring`], [`view`], DOM. Everything here but
//! `browser` compiles and runs on any host, so the whole widget is walked by ordinary tests; `browser`
//! exists on wasm32 alone and is the only room that knows a page.

#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[cfg(feature = "authoring")]
pub mod api;
#[cfg(feature = "authoring")]
pub mod authoring;
pub mod data;
#[cfg(feature = "extras")]
pub mod extras;
pub mod messages;
#[cfg(feature = "authoring")]
pub mod picture;
pub mod questionnaire;
pub mod scoring;
pub mod session;
pub mod view;
pub mod widget;

#[cfg(target_arch = "wasm32")]
mod wasm;
