//! Asks readers what they believe, shows which misconceptions they hold, and corrects them with
//! evidence. This crate is the core of the widget; JavaScript around it owns the page.
//!
//! Data goes one way: [`questionnaire`], [`session`], [`scoring`], [`view`], DOM. Everything except
//! the private room `wasm` compiles for any host, so ordinary tests can go through the whole
//! widget.
//!
//! # As a library
//!
//! [`api`] is the facade for native programs: documents in, typed results out.
//!
//! - A document is anything that implements [`data::document::Document`]; `serde_json::Value` does.
//! - What an author writes is described by the types in [`questionnaire`]. Answers are an object
//!   `{ [statement id]: { agreement, certainty? } }`; see [`questionnaire::answers::read`].
//! - Results are the types in [`api::results`]. A belief is a number from 0 (rejects the
//!   misconception throughout) to 100 (holds it throughout). A verdict is one of
//!   [`scoring::scorecard::Verdict`]. The rules are in SCORING.md.
//! - An error is a [`data::failure::Failure`], with every problem of the document as a JSON pointer
//!   and a code.
//!
//! The other rooms are public for the tests and the build, and may change with any version. The
//! features `reader`, `extras` and `authoring` only add code and are on by default. The feature
//! `module` is for the WebAssembly modules of the npm package: only with it does the crate bring a
//! global allocator.
//!
//! ```
//! use misconception_scorecard::api;
//! use misconception_scorecard::scoring::scorecard::Verdict;
//! use serde_json::json;
//!
//! let questionnaire = json!({
//!     "format": "1.0", "id": "bees", "version": "1", "lang": "en", "title": "About bees",
//!     "misconceptions": [{
//!         "id": "sting",
//!         "name": "Every bee dies when it stings",
//!         "statements": [
//!             { "id": "dies", "text": "A bee that has stung always dies.", "key": "myth" },
//!             { "id": "again", "text": "Most kinds of bees can sting more than once.", "key": "fact" },
//!         ],
//!         "refutation": {
//!             "fact": "Only honeybees have barbs that hold their sting in our skin.",
//!             "whyWrong": "Bumblebees and most other bees have a smooth sting.",
//!         },
//!     }],
//! });
//! let answers = json!({ "dies": { "agreement": 5 }, "again": { "agreement": 1 } });
//!
//! let scorecard = api::evaluate(&questionnaire, &answers)?.scorecard;
//! assert_eq!(scorecard.verdicts[0].verdict, Verdict::Held);
//! assert_eq!(scorecard.verdicts[0].belief, Some(100.0));
//!
//! // Every problem has a JSON pointer that says where it is.
//! let failure = api::evaluate(&questionnaire, &json!({ "dies": { "agreement": 9 } })).unwrap_err();
//! assert_eq!(failure.problems()[0].pointer, "/dies/agreement");
//! # Ok::<(), misconception_scorecard::data::failure::Failure>(())
//! ```
//!
//! For the answers of many readers, [`api::prepare`] reads the questionnaire once, and
//! [`scoring::Prepared::score_into`] scores columns of codes without allocating anything per reader.
//! The result for misconception `index` and reader `row` is at `index * rows + row`; a belief is NaN
//! if it cannot be said. A code outside its scale is a [`scoring::columns::Refused`], which names the
//! column and the row:
//!
//! ```
//! # use misconception_scorecard::{api, scoring::columns::Columns, scoring::scorecard::Verdict};
//! # use serde_json::json;
//! # let questionnaire = json!({
//! #     "format": "1.0", "id": "bees", "version": "1", "lang": "en", "title": "About bees",
//! #     "misconceptions": [{
//! #         "id": "sting", "name": "Every bee dies when it stings",
//! #         "statements": [
//! #             { "id": "dies", "text": "A bee that has stung always dies.", "key": "myth" },
//! #             { "id": "again", "text": "Most kinds of bees can sting more than once.", "key": "fact" },
//! #         ],
//! #         "refutation": { "fact": "Only honeybees have barbs.", "whyWrong": "Most other bees have a smooth sting." },
//! #     }],
//! # });
//! let prepared = api::prepare(&questionnaire)?;
//! let (mut verdicts, mut beliefs) = ([Verdict::Unsure; 3], [0.0; 3]);
//! // Three readers: two statements, one column after the other. 0 is a blank, 255 don't know.
//! let agreements = [5, 0, 255, 1, 0, 255];
//! let columns = Columns { rows: 3, agreements: &agreements, certainties: &[] };
//! assert!(prepared.scoring().score_into(&columns, &mut verdicts, &mut beliefs).is_ok());
//! assert_eq!(verdicts, [Verdict::Held, Verdict::Insufficient, Verdict::Unsure]);
//! assert!(beliefs[0] == 100.0 && beliefs[1].is_nan());
//! # Ok::<(), misconception_scorecard::data::failure::Failure>(())
//! ```

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
#[cfg(feature = "authoring")]
pub mod contract;
pub mod data;
#[cfg(feature = "extras")]
pub mod extras;
pub mod messages;
#[cfg(feature = "authoring")]
pub mod picture;
pub mod questionnaire;
#[cfg(feature = "authoring")]
pub mod report;
pub mod scoring;
pub mod session;
#[cfg(feature = "authoring")]
pub mod statistics;
pub mod view;
pub mod widget;

#[cfg(target_arch = "wasm32")]
mod wasm;
