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

pub mod attempts;
pub mod calendar;
pub mod change;
#[cfg(any(not(target_arch = "wasm32"), feature = "headless"))]
pub mod check;
pub mod document;
pub mod export;
#[cfg(any(not(target_arch = "wasm32"), feature = "headless"))]
pub mod format;
#[cfg(any(not(target_arch = "wasm32"), feature = "more"))]
pub mod grown;
pub mod headless;
pub mod messages;
pub mod permalink;
#[cfg(any(not(target_arch = "wasm32"), feature = "headless"))]
pub mod picture;
pub mod plan;
pub mod problem;
pub mod questionnaire;
pub mod remarks;
pub mod response;
pub mod scorecard;
pub mod scoring;
pub mod session;
pub mod sharing;
pub mod text;
pub mod view;
pub mod widget;

#[cfg(target_arch = "wasm32")]
mod browser;
