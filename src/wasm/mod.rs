//! The boundary to JavaScript. This is the only room that knows a browser.
//!
//! One WebAssembly module is built per feature: `reader` has [`handle`] and [`dom`], `extras` adds
//! methods to the handle, `authoring` has the headless core. The feature `module` adds the
//! allocator, which a library must not bring. Nothing in here decides anything: values go in,
//! values come out.

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

/// In a debug build a panic prints its message and location to the console. Otherwise it is a trap
/// (`unreachable`).
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
