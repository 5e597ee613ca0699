//! The boundary to JavaScript: the only room that knows a browser.
//!
//! Three modules are built from it: the reader's module with [`handle`] and [`dom`]; with the feature `more` the one that
//! takes over once the scorecard is there; and with the feature `headless` the core for Node. Decides nothing: values in, values out.

#[cfg(feature = "authoring")]
mod api;
#[cfg(feature = "reader")]
mod dom;
#[cfg(feature = "extras")]
mod extras;
#[cfg(feature = "reader")]
mod handle;
mod options;
mod value;

use crate::api::Failure;
use crate::data::document::Document;
use crate::data::problem;
use wasm_bindgen::JsValue;

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The one door for errors: what JavaScript throws, `{ code, problems }`, to be made an `Error` there.
#[allow(clippy::needless_pass_by_value)]
fn to_js_error(failure: Failure) -> JsValue {
    let mut map = JsValue::new_map();
    map.set_text("code", failure.code());
    map.set("problems", problem::write_all(failure.problems()));
    map
}
