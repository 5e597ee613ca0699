//! wasm-bindgen's glue, made small: the short names of the module, and without what this package never calls.
//!
//! Knows the text that the pinned version of wasm-bindgen writes. If a text that it replaces is not there, the build
//! stops: nothing is left out silently. It saves a reader 1.1 kB: the glue of the reader's module, minified and compressed
//! with brotli 11 by itself, is 2,170 bytes as wasm-bindgen writes it and 1,075 bytes afterwards.

use crate::compiler::Kind;
use crate::files::workshop;
use crate::run::{Result, read, top, write};
use misconception_scorecard::data::document::Document;
use serde_json::Value;
use std::fmt::Write as _;
use std::path::Path;

/// What goes from the glue of a module with a handle, which readers load; the headless core has none.
const CLASS_PIECES: &[(&str, &str, &str)] = &[
    // Engines that have relative colours have registries. What was made in an instance goes with it.
    (
        "const HandleFinalization =",
        "function addHeapObject",
        "let HandleFinalization;\n",
    ),
    (
        "    wasm = make(",
        "",
        "    HandleFinalization = new FinalizationRegistry((ptr) => wasm.__wbg_handle_free(ptr, 1));
    wasm = make(__wbg_get_imports());
}
",
    ),
    // A handle that nobody holds is freed; nobody frees one by hand.
    ("    __destroy_into_raw() {", "    /**", ""),
    // The module's own messages never leave it: it is built without them.
    (
        "throw new Error(getStringFromWasm0(arg0, arg1));",
        "\n        },",
        "throw Error();",
    ),
    ("if (Symbol.dispose)", "function __wbg_get_imports", ""),
    // What the page throws goes through to the shim: nothing in the module could mend it.
    ("function handleError(", "let heap =", ""),
];

/// What is replaced wherever it stands in glue with a handle: the wrappers that would catch what the page throws.
const CLASS_EVERYWHERE: &[(&str, &str)] = &[
    ("function() { return handleError(function (", "function("),
    ("}, arguments); }", "}"),
];

/// What is replaced wherever it stands.
const EVERYWHERE: &[(&str, &str)] = &[
    (", wasm.__wbindgen_malloc, wasm.__wbindgen_realloc)", ")"),
    // Addresses stay below 2 GB.
    (" >>> 0", ""),
    // Nobody looks for what the object of imports does not have.
    ("        __proto__: null,\n", ""),
];

/// What goes, from its first words to the words after it, and what comes in its place. Of a function, its last brace stays:
/// between those that every module has, one module's glue may have others.
const PIECES: &[(&str, &str, &str)] = &[
    // Its loader: the shim fetches and compiles, and may join another instance later.
    (
        "let wasmModule, wasmInstance, wasm;",
        "",
        "let wasm;
export function instantiate(make) {
    heap.length = heap_next = HEAP_START;
    wasm = make(__wbg_get_imports());
}
",
    ),
    // Where the values of an instance begin; what is before them is the glue's own.
    (
        "let heap_next = heap.length;",
        "\n",
        "let heap_next = heap.length;\nconst HEAP_START = heap_next;",
    ),
    // Engines that have what the shim uses have encodeInto.
    ("if (!('encodeInto' in", "let WASM_VECTOR_LEN", ""),
    // Safari's decoder breaks after 2 GB of text; a widget decodes a few kilobytes. U+FEFF is a character of the text.
    (
        "let cachedTextDecoder",
        "const cachedTextEncoder",
        "const cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });\n",
    ),
    (
        "function getStringFromWasm0",
        "\n}\n",
        "function getStringFromWasm0(ptr, len) {
    return cachedTextDecoder.decode(new Uint8Array(wasm.memory.buffer, ptr, len));",
    ),
    // One test for both: a memory that has grown has another buffer.
    (
        "let cachedDataViewMemory0",
        "\n}\n",
        "let cachedDataViewMemory0;
function getDataViewMemory0() {
    if (cachedDataViewMemory0?.buffer !== wasm.memory.buffer) cachedDataViewMemory0 = new DataView(wasm.memory.buffer);
    return cachedDataViewMemory0;",
    ),
    (
        "let cachedUint8ArrayMemory0",
        "\n}\n",
        "const getUint8ArrayMemory0 = () => {
    return new Uint8Array(wasm.memory.buffer);",
    ),
    // Of the two ways to pass a text, the shorter one.
    (
        "function passStringToWasm0(arg",
        "function takeObject",
        "function passStringToWasm0(arg) {
    const buf = cachedTextEncoder.encode(arg);
    const ptr = wasm.__wbindgen_malloc(buf.length, 1) >>> 0;
    getUint8ArrayMemory0().set(buf, ptr);
    WASM_VECTOR_LEN = buf.length;
    return ptr;
}
",
    ),
];

/// Makes the glue in this file small; fails if a text that it replaces is not there.
pub fn shorten(glue: &Path) -> Result<()> {
    let mut text = String::from_utf8(read(glue)?).map_err(|error| error.to_string())?;
    // The headless core has a class too, but no reader loads it.
    let is_of_readers = text.contains("export class Handle ");
    let (pieces, everywhere): (&[_], &[_]) = if is_of_readers {
        (CLASS_PIECES, CLASS_EVERYWHERE)
    } else {
        (&[], &[])
    };
    let missing = |it: &str| format!("{} has no {it:?}: see xtask/src/glue.rs", glue.display());
    for (long, short) in everywhere.iter().chain(EVERYWHERE) {
        if !text.contains(long) {
            return Err(missing(long));
        }
        text = text.replace(long, short);
    }
    for (first, after, instead) in PIECES.iter().chain(pieces) {
        let start = text.find(first);
        let end = start.and_then(|start| match *after {
            "" => Some(text.len()),
            after => text.get(start..)?.find(after).map(|at| start + at),
        });
        let (Some(start), Some(end)) = (start, end) else {
            return Err(missing(first));
        };
        text.replace_range(start..end, instead);
    }
    if is_of_readers {
        text = with_arrows(&text);
    }
    write(glue, text.as_bytes())
}

/// The imports as arrow functions, which return what they have at once: without their wrappers, none asks for `this` or
/// `arguments`.
fn with_arrows(text: &str) -> String {
    const RESULT: &str = "            const ret = ";
    let mut short = String::new();
    for line in text.split_inclusive('\n') {
        match line.split_once(": function(") {
            Some((name, rest)) if name.starts_with("        __wb") => {
                let arrow = rest.replacen(") {", ") => {", 1);
                let _ = write!(short, "{name}: ({arrow}");
            }
            _ => short.push_str(line),
        }
    }
    let mut direct = String::new();
    for (index, part) in short.split(RESULT).enumerate() {
        let returned = part.split_once(";\n            return ");
        let returned = returned.filter(|(value, _)| index > 0 && !value.contains('\n'));
        let whole = returned.and_then(|(value, rest)| {
            let held = rest.strip_prefix("addHeapObject(ret);");
            let held = held.map(|rest| format!("addHeapObject({value});{rest}"));
            held.or_else(|| Some(format!("{value};{}", rest.strip_prefix("ret;")?)))
        });
        if let Some(whole) = whole {
            let _ = write!(direct, "            return {whole}");
        } else {
            direct.push_str(if index > 0 { RESULT } else { "" });
            direct.push_str(part);
        }
    }
    direct
}

/// Lets the module begin by itself, which only one for debugging does: it says from then on what a panic says.
pub fn start(glue: &Path) -> Result<()> {
    let text = String::from_utf8(read(glue)?).map_err(|error| error.to_string())?;
    let call = "wasm = make(__wbg_get_imports());\n";
    let started = replaced(
        &text,
        call,
        &format!("{call}    wasm.__wbindgen_start();\n"),
    );
    let started = started.ok_or_else(|| format!("{} has no {call:?}", glue.display()))?;
    write(glue, started.as_bytes())
}

/// Compares the glue of the reader's module, as [`shorten`] leaves it, with the one that somebody has read: a new
/// wasm-bindgen, or a new method of the module, is a difference to read. `UPDATE_EXPECT=1` takes the new one over.
pub fn compare(kind: Kind) -> Result<()> {
    // The types that std brings along give its imports other names.
    if !kind.is_small() {
        return Ok(());
    }
    let golden = top().join("tests/golden/glue.js");
    let made = read(&workshop().join("scorecard/shortened.js"))?;
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        return write(&golden, &made);
    }
    if read(&golden)? == made {
        return Ok(());
    }
    Err(format!(
        "the glue of the reader's module is not the one in {}: read the difference from target/pkg/scorecard/shortened.js, \
         then run UPDATE_EXPECT=1 cargo xtask test",
        golden.display()
    ))
}

/// Gives the glue the short names that wasm-opt gave the module: `names` is what it says of them,
/// `{ imports: [[module, long, short]], exports: [[long, short]] }`.
pub fn rename(glue: &Path, names: &str) -> Result<()> {
    let names: Value =
        serde_json::from_str(names).map_err(|error| format!("the names of wasm-opt: {error}"))?;
    let text = String::from_utf8(read(glue)?).map_err(|error| error.to_string())?;
    let list = |key: &str| {
        names
            .get(key)
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_default()
    };
    let missing = |it: &str| format!("{} has no {it:?}: see xtask/src/glue.rs", glue.display());
    let mut renamed =
        replaced(&text, "\"./glue_bg.js\"", "\"a\"").ok_or_else(|| missing("./glue_bg.js"))?;
    for import in list("imports") {
        let (long, short) = (import.item(1).text(), import.item(2).text());
        let (long, short) = (
            format!("\n        {long}: "),
            format!("\n        {short}: "),
        );
        renamed = replaced(&renamed, &long, &short).ok_or_else(|| missing(&long))?;
    }
    // The module has no other exports any more: see dead_closures.rs.
    for export in list("exports") {
        let (long, short) = (export.item(0).text(), export.item(1).text());
        let before = renamed;
        renamed = rename_export(&before, &long, &short);
        if renamed == before {
            return Err(missing(&format!("wasm.{long}")));
        }
    }
    write(glue, renamed.as_bytes())
}

/// The text with each `long` as `short`; `None` if there is none.
fn replaced(text: &str, long: &str, short: &str) -> Option<String> {
    text.contains(long).then(|| text.replace(long, short))
}

/// `wasm.LONG` as `wasm.SHORT`, but not where the name goes on.
fn rename_export(text: &str, long: &str, short: &str) -> String {
    let long = format!("wasm.{long}");
    let mut renamed = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(&long) {
        let goes_on = |next: char| next.is_alphanumeric() || next == '_' || next == '$';
        renamed.push_str(before);
        if after.starts_with(goes_on) {
            renamed.push_str(&long);
        } else {
            renamed.push_str("wasm.");
            renamed.push_str(short);
        }
        rest = after;
    }
    renamed + rest
}
