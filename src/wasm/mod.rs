//! The boundary to JavaScript: the only room that knows a browser.
//!
//! One WebAssembly module is built per feature: `reader` has [`handle`] and [`dom`], `extras` adds to the handle what comes
//! after the scorecard, `authoring` has the headless core. Decides nothing: values in, values out.

#[cfg(feature = "authoring")]
mod api;
#[cfg(feature = "reader")]
mod dom;
#[cfg(feature = "extras")]
mod extras;
#[cfg(feature = "reader")]
mod handle;
#[cfg(feature = "reader")]
mod options;
mod value;

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
