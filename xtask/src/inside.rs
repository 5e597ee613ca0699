//! Makes `pkg/modules/`: the scripts for bundlers and servers. Each WebAssembly module is inside a
//! script, as a string, so that no file has to be found.
//!
//! This file knows which script contains which module. How a script is made is decided in `bundle`.
//! Everything else is loaded from `pkg/dist/`. No name here has a hash, because bundlers add their
//! own.

use crate::bundle::{placeholder, put_in};
use crate::esbuild::{self, alias, bundled};
use crate::files::{name_of, workshop};
use crate::later::{EXTRAS, Later};
use crate::modules::Module;
use crate::pack::{deflate, pack};
use crate::parts::Parts;
use crate::run::{Result, command, read, run, top, write};
use crate::tables::{INLINE, messages_table, table};
use crate::texts::FirstScreens;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Makes the scripts in `folder`: `element.js` and `define.js`; `module.js` and `extras.js`, which
/// those two load; `core.js`; and `core.imported.js` with `core.wasm` for runtimes that import
/// modules.
pub fn build(parts: &Parts, later: &Later, full: &Module, folder: &Path) -> Result<()> {
    let to = |name: &str| folder.join(name);
    let files = files(parts, later)?;
    let module = top().join("pkg/src/loading/script-module.js");
    let options = ["--format=esm", "--charset=utf8"];
    for (entry, name) in [("element", "element.js"), ("scorecard", "define.js")] {
        parts.entry(entry, &options, &files, &module, &to(name))?;
        esbuild::keep_map(&to(name), Path::new(&format!("modules-{name}")))?;
    }

    let packed = alias("packed", &placeholder()?);
    let entry = top().join("pkg/src/loading/packed-module.js");
    let script = |entry: &Path, options: &[String], to: &Path, wasm: &Path| {
        let options: Vec<&str> = options.iter().map(String::as_str).collect();
        bundled(entry, to, &options, parts.profile)?;
        // The source map does not fit any more once the module has been put into the script.
        let _ = std::fs::remove_file(to.with_extension("js.map"));
        put_in(to, &pack(&read(wasm)?))
    };
    script(
        &entry,
        std::slice::from_ref(&packed),
        &to("module.js"),
        &parts.reader.wasm,
    )?;
    let mut options = parts.extras_options()?;
    options.extend([packed.clone(), alias("module", &top().join(INLINE))]);
    script(
        &top().join(EXTRAS),
        &options,
        &to("extras.js"),
        &parts.extras.wasm,
    )?;

    let dist = "../dist/";
    parts.core_with(full, "module-inside", &[packed], dist, &to("core.js"))?;
    put_in(&to("core.js"), &deflate(&read(&full.wasm)?))?;
    parts.core_with(full, "module-imported", &[], dist, &to("core.imported.js"))?;
    write(&to("core.wasm"), &read(&full.wasm)?)?;
    // The types of the components refer to this file.
    write(&to("element.d.ts"), b"export * from '../element.js';\n")
}

/// Writes what editors read about the element into `folder`.
pub fn editors(folder: &Path) -> Result<()> {
    let folder = folder.to_string_lossy();
    run(command("node", &["xtask/editors.mjs", &folder]))
}

/// Makes the script that says where the files are that the element loads.
fn files(parts: &Parts, later: &Later) -> Result<PathBuf> {
    let mut files = String::from("// Where the built files lie.\n");
    files.push_str(&messages_table(parts.messages, |(_, path)| {
        Ok(from_dist(path))
    })?);
    let load = |path: &Path| Ok(from_dist(path));
    files.push_str(&table("questionnaires", parts.questionnaires, load)?);
    let FirstScreens { whom, modules } = parts.first_screens;
    let _ = writeln!(files, "export const firstFor = {whom};");
    files.push_str(&table("firstScreens", modules, load)?);
    files.push_str("export const later = {\n");
    for (name, path) in later.named() {
        // The extras contain their module: see below.
        if name == "extras" {
            continue;
        }
        let _ = writeln!(
            files,
            "  {name}: [{:?}, {}],",
            name_of(path),
            from_dist(path)
        );
    }
    // No file name: these two are always used, even if `assets` names another folder.
    for name in ["module", "extras"] {
        let _ = writeln!(files, "  {name}: [\"\", () => import(\"./{name}.js\")],");
    }
    files.push_str("};\n");
    let path = workshop().join("files-modules.js");
    write(&path, files.as_bytes())?;
    Ok(path)
}

/// A literal `import()` of a file in `pkg/dist/`.
fn from_dist(path: &Path) -> String {
    format!("() => import(\"../dist/{}\")", name_of(path))
}
