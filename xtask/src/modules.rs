//! From the crate to a module and its glue, and from a module to JavaScript.
//!
//! Knows cargo, wasm-bindgen and binaryen; not what the package does with a module.

use crate::dead_closures;
use crate::esbuild::minified;
use crate::files::{hashed, workshop};
use crate::glue;
use crate::run::{self, Result, command, read, run, top, write};
use crate::setup::Compiler;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// A compiled module and its glue.
pub struct Module {
    /// The module.
    pub wasm: PathBuf,
    /// What joins it to JavaScript.
    pub glue: PathBuf,
}

/// Builds the crate with `features` and joins it to JavaScript; the module becomes `NAME-HASH.wasm`.
pub fn module(compiler: Compiler, features: &str, name: &str, dist: &Path) -> Result<Module> {
    run(compiler.cargo("build", features))?;
    let folder = workshop().join(name);
    bindgen(&folder, true)?;
    let glue = folder.join("glue.js");
    glue::shorten(&glue)?;
    std::fs::copy(&glue, folder.join("shortened.js")).map_err(|error| error.to_string())?;
    let joined = folder.join("glue_bg.wasm");
    let text = String::from_utf8_lossy(&read(&glue)?).into_owned();
    let before = read(&joined)?;
    let (after, removed) = dead_closures::remove(&before, &text)?;
    println!(
        "Took {} of {} entries out of the function table of {name}, and {} exports: {} bytes before optimising.",
        removed.entries,
        removed.of,
        removed.exports,
        before.len().saturating_sub(after.len()),
    );
    let trimmed = folder.join("trimmed.wasm");
    write(&trimmed, &after)?;
    let optimized = folder.join("optimized.wasm");
    let names = optimize(&trimmed, &optimized)?;
    glue::rename(&glue, &names)?;
    Ok(Module {
        wasm: hashed(dist, name, "wasm", &read(&optimized)?)?,
        glue,
    })
}

/// The reader's module as wasm-bindgen alone makes it, with none of the steps of [`module`], in a folder of its own: for a
/// test that the crate needs none of them.
pub fn plain(compiler: Compiler) -> Result<()> {
    run(compiler.cargo("build", "reader"))?;
    let folder = workshop().join("plain");
    bindgen(&folder, false)
}

/// Runs wasm-bindgen on what cargo has built.
fn bindgen(folder: &Path, omits_path: bool) -> Result<()> {
    let release = top().join("target/wasm/wasm32-unknown-unknown/release");
    Bindgen::new()
        .input_path(release.join("misconception_scorecard.wasm"))
        .out_name("glue")
        .web(true)
        .and_then(|bindgen| {
            bindgen
                .typescript(false)
                .omit_default_module_path(omits_path)
                .generate(folder)
        })
        .map_err(|error| format!("wasm-bindgen: {error:#}"))
}

/// Makes a module small; gives what wasm-opt says of the names that it has shortened.
fn optimize(from: &Path, to: &Path) -> Result<String> {
    run::captured(command(
        "node_modules/.bin/wasm-opt",
        &[
            "--enable-bulk-memory",
            "--enable-mutable-globals",
            "--enable-nontrapping-float-to-int",
            "--enable-sign-ext",
            "--enable-reference-types",
            // The linker leaves the first kilobyte free.
            "--low-memory-unused",
            "--flatten",
            "--rereloop",
            "-Oz",
            "-Oz",
            "-Oz",
            "--reorder-functions",
            "--strip-debug",
            "--strip-producers",
            "--strip-target-features",
            "--minify-imports-and-exports-and-modules",
            &from.to_string_lossy(),
            "-o",
            &to.to_string_lossy(),
        ],
    ))
}

/// The module `wasm` as JavaScript, for pages that may not have WebAssembly: a function from its imports to its
/// exports, which the same glue joins. Only a module without reference types can be had so.
pub fn fallback(wasm: &Path, dist: &Path) -> Result<PathBuf> {
    let lowered = workshop().join("lowered.wasm");
    run(command(
        "node_modules/.bin/wasm-opt",
        &[
            "--enable-bulk-memory",
            "--enable-mutable-globals",
            "--enable-nontrapping-float-to-int",
            "--enable-sign-ext",
            "--enable-reference-types",
            "--llvm-memory-copy-fill-lowering",
            "--llvm-nontrapping-fptoint-lowering",
            "--signext-lowering",
            "-Oz",
            &wasm.to_string_lossy(),
            "-o",
            &lowered.to_string_lossy(),
        ],
    ))?;
    let raw = workshop().join("fallback.raw.js");
    run(command(
        "node_modules/.bin/wasm2js",
        &[
            "-Oz",
            "--mvp-features",
            "--enable-mutable-globals",
            &lowered.to_string_lossy(),
            "-o",
            &raw.to_string_lossy(),
        ],
    ))?;
    let text = String::from_utf8(read(&raw)?).map_err(|error| error.to_string())?;
    // Before the function stands an import of what it is given; after it, one call.
    let function = text
        .split_once("import * as a from 'a';")
        .and_then(|(_, rest)| rest.split_once("var retasmFunc"));
    let (function, _) = function.ok_or("wasm2js writes something else than it did")?;
    write(
        &raw,
        format!("{function}export default asmFunc;").as_bytes(),
    )?;
    minified(&raw, "fallback", dist)
}
