//! The boundary to JavaScript: the only room that knows a browser.
//!
//! One WebAssembly module is built per feature: `reader` has [`handle`] and [`dom`], `extras` adds to the handle what comes
//! after the scorecard, `authoring` has the headless core. What only a whole module has, its allocator, is the feature
//! `module`. Decides nothing: values in, values out.

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
#[cfg(feature = "authoring")]
mod prepared;
#[cfg(feature = "authoring")]
mod report;
mod value;

#[cfg(feature = "module")]
mod allocator;

/// In a debug build the console says what a panic says, and where; otherwise it says `unreachable`.
#[cfg(all(feature = "module", debug_assertions))]
mod panics {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = console)]
        fn error(text: &str);
    }

    #[wasm_bindgen(start)]
    fn start() {
        std::panic::set_hook(Box::new(|panic| error(&panic.to_string())));
    }
}
