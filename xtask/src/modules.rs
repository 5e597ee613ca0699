//! Builds a WebAssembly module and its glue from the crate, and the JavaScript fallback from a
//! module.
//!
//! This file knows cargo, wasm-bindgen and Binaryen. How the package uses a module is decided
//! elsewhere. Results are cached in `target/pkg/modules/`, under a hash of all inputs.

use crate::compiler::{Kind, Profile};
use crate::dead_closures;
use crate::files::{all_files, hashed, name_of, short_hash, symbols, workshop};
use crate::glue;
use crate::run::{self, Result, command, npm_tool, read, run, top, write};
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// The WebAssembly features that a module may use: those that every supported engine has.
const FEATURES: [&str; 5] = [
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-reference-types",
];

/// The section in which a compiler records the features that a module uses.
const FEATURE_SECTION: &str = "target_features";

/// A compiled module and its glue.
pub struct Module {
    /// The file of the module.
    pub wasm: PathBuf,
    /// The file of the JavaScript that joins it to a page.
    pub glue: PathBuf,
}

/// Builds the crate with `features` and writes the module to `dist/NAME-HASH.wasm`.
pub fn module(kind: Kind, features: &str, name: &str, dist: &Path) -> Result<Module> {
    let folder = workshop()
        .join("modules")
        .join(format!("{name}-{}", key(kind, features)?));
    let (wasm, glue) = (folder.join("module.wasm"), folder.join("glue.js"));
    // This file is written last, so it is absent if a build was interrupted.
    let done = folder.join("done");
    if !done.exists() {
        println!("Building the module {name} ...");
        match kind.profile {
            Profile::Release => release(kind, features, name, &folder)?,
            Profile::Debug => debug(kind, features, &folder)?,
        }
        write(&done, b"")?;
    }
    // glue::compare compares this copy with tests/golden/glue.js.
    write(
        &workshop().join(name).join("shortened.js"),
        &read(&folder.join("shortened.js"))?,
    )?;
    let wasm = hashed(dist, name, "wasm", &read(&wasm)?)?;
    if kind.profile == Profile::Release {
        let named = format!("{}.debug.wasm", name_of(&wasm.with_extension("")));
        write(&symbols().join(named), &read(&folder.join("named.wasm"))?)?;
    }
    Ok(Module { wasm, glue })
}

/// A hash of everything that a module depends on: sources, versions, features, compiler, and the
/// steps in this and three other files.
fn key(kind: Kind, features: &str) -> Result<String> {
    let mut files = all_files(&top().join("src"))?;
    // The widget's style sheets go into the scripts, not into the module.
    files.retain(|file| !file.starts_with(top().join("src/style")));
    for file in ["Cargo.toml", "Cargo.lock", "package-lock.json"] {
        files.push(top().join(file));
    }
    for file in ["compiler", "dead_closures", "glue", "modules"] {
        files.push(top().join(format!("xtask/src/{file}.rs")));
    }
    let mut parts = vec![format!("{kind:?} {} {features}", kind.compiler.version()).into_bytes()];
    for file in files {
        parts.push(name_of(&file).into_bytes());
        parts.push(read(&file)?);
    }
    let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
    Ok(short_hash(&parts))
}

/// Makes a module for readers in `folder`: `module.wasm`, the same with names as `named.wasm`, and
/// `glue.js`.
fn release(kind: Kind, features: &str, name: &str, folder: &Path) -> Result<()> {
    bindgen(kind, features, folder, true)?;
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
    let named = folder.join("named.wasm");
    let shortened = optimize(&trimmed, &named)?;
    glue::rename(&glue, &shortened)?;
    strip(&named, &folder.join("module.wasm"))
}

/// Makes a module for developers in `folder`, as the compiler leaves it, with names and panic
/// messages.
fn debug(kind: Kind, features: &str, folder: &Path) -> Result<()> {
    bindgen(kind, features, folder, true)?;
    let glue = folder.join("glue.js");
    glue::shorten(&glue)?;
    glue::start(&glue)?;
    let copy = |from: &str, to: &str| {
        let copied = std::fs::copy(folder.join(from), folder.join(to));
        copied.map(|_| ()).map_err(|error| error.to_string())
    };
    copy("glue.js", "shortened.js")?;
    copy("glue_bg.wasm", "module.wasm")
}

/// Builds the reader's module with wasm-bindgen alone, without the steps of [`module`], in a folder
/// of its own. A test uses it to show that the crate works without those steps.
pub fn plain(kind: Kind) -> Result<()> {
    bindgen(kind, "reader", &workshop().join("plain"), false)
}

/// Compiles the crate and runs wasm-bindgen on it.
fn bindgen(kind: Kind, features: &str, folder: &Path, omits_path: bool) -> Result<()> {
    let (cargo, wasm) = kind.cargo_build(features);
    run(cargo)?;
    Bindgen::new()
        .input_bytes("glue", with_plain_features(&read(&wasm)?)?)
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

/// Removes the claims that a module uses reference types and multiple results. The crate is
/// compiled without either, but an installed standard library is not, and the linker adds up the
/// claims of both. For a module with these claims wasm-bindgen would write different glue, and
/// wasm2js could not translate it.
fn with_plain_features(wasm: &[u8]) -> Result<Vec<u8>> {
    let parsed = walrus::Module::from_buffer(wasm);
    let mut module = parsed.map_err(|error| format!("walrus: {error:#}"))?;
    if let Some(section) = module.customs.remove_raw(FEATURE_SECTION) {
        let name = FEATURE_SECTION.to_owned();
        let data = plain_features(section.data);
        module.customs.add(walrus::RawCustomSection { name, data });
    }
    Ok(module.emit_wasm())
}

/// Removes the two features from a section's data. The data is the number of features, then per
/// feature a sign, the length of its name, and the name. There are fewer than 128 features, so
/// every number is one byte.
fn plain_features(mut data: Vec<u8>) -> Vec<u8> {
    for name in ["reference-types", "multivalue"] {
        let stated = [
            &[b'+', u8::try_from(name.len()).unwrap_or(0)],
            name.as_bytes(),
        ]
        .concat();
        if let Some(at) = data.windows(stated.len()).position(|it| it == stated) {
            data.drain(at..at + stated.len());
            if let Some(count) = data.first_mut() {
                *count = count.saturating_sub(1);
            }
        }
    }
    data
}

/// Optimises a module for size but keeps its names; returns what wasm-opt prints about the names
/// that it has shortened.
fn optimize(from: &Path, to: &Path) -> Result<String> {
    let (from, to) = (from.to_string_lossy(), to.to_string_lossy());
    let mut wasm_opt = command(&npm_tool("wasm-opt"), &FEATURES);
    wasm_opt.args([
        // The linker leaves the first kilobyte of memory unused.
        "--low-memory-unused",
        "--flatten",
        "--rereloop",
        // Measured: a call is nearly as large as a function of this size.
        "--always-inline-max-function-size=5",
        "-Oz",
        "-Oz",
        "-Oz",
        "--reorder-functions",
        "--strip-producers",
        "--strip-target-features",
        "--minify-imports-and-exports-and-modules",
        "--debuginfo",
        &from,
        "-o",
        &to,
    ]);
    run::captured(wasm_opt)
}

/// Removes the names. Everything else stays the same, byte for byte. Readers load the result.
fn strip(from: &Path, to: &Path) -> Result<()> {
    let (from, to) = (from.to_string_lossy(), to.to_string_lossy());
    let mut wasm_opt = command(&npm_tool("wasm-opt"), &FEATURES);
    wasm_opt.args(["--strip-debug", &from, "-o", &to]);
    run(wasm_opt)
}

/// Translates the module `wasm` into JavaScript, for pages on which WebAssembly is not allowed. The
/// script exports a function from imports to exports, which the module's own glue can use. Returns
/// its path.
pub fn fallback(wasm: &Path) -> Result<PathBuf> {
    let steps = read(&top().join("xtask/src/modules.rs"))?;
    let lock = read(&top().join("package-lock.json"))?;
    let key = short_hash(&[&read(wasm)?, &steps, &lock]);
    let script = workshop().join(format!("modules/fallback-{key}.js"));
    if script.exists() {
        return Ok(script);
    }
    let lowered = workshop().join("lowered.wasm");
    let mut wasm_opt = command(&npm_tool("wasm-opt"), &FEATURES);
    wasm_opt.args([
        "--llvm-memory-copy-fill-lowering",
        "--llvm-nontrapping-fptoint-lowering",
        "--signext-lowering",
        "-Oz",
        &wasm.to_string_lossy(),
        "-o",
        &lowered.to_string_lossy(),
    ]);
    run(wasm_opt)?;
    let raw = workshop().join("fallback.raw.js");
    run(command(
        &npm_tool("wasm2js"),
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
    // wasm2js writes an import before the function and one call of it afterwards; drop both.
    let function = text
        .split_once("import * as a from 'a';")
        .and_then(|(_, rest)| rest.split_once("var retasmFunc"));
    let (function, _) = function.ok_or("wasm2js writes something else than it did")?;
    write(
        &script,
        format!("{function}export default asmFunc;").as_bytes(),
    )?;
    Ok(script)
}

#[cfg(test)]
mod tests {
    use super::plain_features;

    #[test]
    fn features_of_the_installed_standard_library_are_removed() {
        let section = |features: &[&str]| {
            let mut data = vec![u8::try_from(features.len()).unwrap()];
            for name in features {
                data.extend([b'+', u8::try_from(name.len()).unwrap()]);
                data.extend(name.as_bytes());
            }
            data
        };
        let said = section(&["bulk-memory", "multivalue", "reference-types", "sign-ext"]);
        let plain = section(&["bulk-memory", "sign-ext"]);
        assert_eq!(plain_features(said), plain);
        assert_eq!(plain_features(plain.clone()), plain);
    }
}
