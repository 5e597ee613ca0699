//! Writes JavaScript tables for the scripts of the package: which other files there are and how to
//! load them.
//!
//! Knows file names and literal imports, but not which script has which table.

use crate::files::{Languages, name_of};
use crate::integrity;
use crate::run::{Result, read, read_json, top};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The modules of `pkg/src/` that find the WebAssembly module: in a file, or inside the script.
pub const FETCHED: &str = "pkg/src/loading/fetch-module.js";
pub const INLINE: &str = "pkg/src/loading/inline-module.js";

/// A table of modules by language tag.
pub fn table(
    name: &str,
    modules: &Languages,
    load: impl Fn(&Path) -> Result<String>,
) -> Result<String> {
    let mut table = format!("export const {name} = {{\n");
    for (lang, path) in english_first(modules) {
        let (name, load) = (name_of(path), load(path)?);
        let _ = writeln!(table, "  {lang:?}: [{name:?}, {load}],");
    }
    table.push_str("};\n");
    Ok(table)
}

/// English goes first: the first language of a table is used if none matches.
fn english_first(modules: &Languages) -> impl Iterator<Item = &(String, PathBuf)> {
    let is_english = |file: &&(String, PathBuf)| file.0 == "en";
    let others = modules.iter().filter(move |file| !is_english(file));
    modules.iter().filter(is_english).chain(others)
}

/// The table of messages. For each language, it also has the one message that is shown before the
/// module of the language is loaded.
pub fn messages_table(
    messages: &Languages,
    load: impl Fn(&(String, PathBuf)) -> Result<String>,
) -> Result<String> {
    let mut table = String::from("export const messages = {\n");
    for file in english_first(messages) {
        let (lang, path) = file;
        let all = read_json(&top().join(format!("messages/{lang}.json")))?;
        let start = all.get("start").and_then(Value::as_str).unwrap_or("");
        let (name, load) = (name_of(path), load(file)?);
        let _ = writeln!(table, "  {lang:?}: [{name:?}, {load}, {start:?}],");
    }
    table.push_str("};\n");
    Ok(table)
}

/// A literal `import()`, which bundlers can find.
#[allow(clippy::unnecessary_wraps)] // As `inline`, which may fail.
pub fn import(path: &Path) -> Result<String> {
    Ok(format!("() => import(\"./{}\")", name_of(path)))
}

/// The content of the file instead of an import.
pub fn inline(path: &Path) -> Result<String> {
    let module = String::from_utf8(read(path)?).map_err(|error| error.to_string())?;
    let value = module.trim().strip_prefix("export default");
    let value = value.ok_or_else(|| format!("{} exports something else", path.display()))?;
    let value = value.trim_end_matches(';');
    Ok(format!("async () => ({{ default: {value} }})"))
}

/// The exports that say where the module is and how to load it.
pub fn module_files(wasm: &Path) -> Result<String> {
    let mut files = String::from("// Where the built files lie.\n");
    let _ = writeln!(files, "export const wasmName = {:?};", name_of(wasm));
    let hash = integrity::sha256(&read(wasm)?);
    let _ = writeln!(files, "export const integrity = {hash:?};");
    files.push_str(&wasm_url(wasm));
    Ok(files)
}

/// A literal `new URL(...)`, which bundlers can find.
pub fn wasm_url(wasm: &Path) -> String {
    let name = name_of(wasm);
    format!("export const wasm = () => new URL(\"./{name}\", import.meta.url);\n")
}
