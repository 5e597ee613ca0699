//! Shortens the glue (the JavaScript that wasm-bindgen writes for a module): removes what this
//! package never calls, and uses the short names that wasm-opt gave to imports and exports.
//!
//! This file knows the exact text that the pinned version of wasm-bindgen writes. The build stops
//! if a text to be replaced is absent, so nothing stays long unnoticed. It saves a reader 1.1 kB:
//! minified and compressed with brotli 11, the glue of the reader's module is 2,170 bytes as
//! wasm-bindgen writes it and 1,075 bytes afterwards.

use crate::compiler::Kind;
use crate::files::workshop;
use crate::run::{Result, read, top, write};
use misconception_scorecard::data::document::Document;
use serde_json::Value;
use std::fmt::Write as _;
use std::path::Path;

/// Replacements, as in [`PIECES`], for glue that contains the class `Handle` and is loaded by
/// readers.
const CLASS_PIECES: &[(&str, &str, &str)] = &[
    // Every engine that supports relative colours has `FinalizationRegistry`. The registry is made
    // anew with each instance, so that it never frees handles of an old one.
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
    // A handle is freed when it is collected as garbage. Nobody calls `free`.
    ("    __destroy_into_raw() {", "    /**", ""),
    // The module is built without panic messages, so none can be thrown.
    (
        "throw new Error(getStringFromWasm0(arg0, arg1));",
        "\n        },",
        "throw Error();",
    ),
    ("if (Symbol.dispose)", "function __wbg_get_imports", ""),
    // An exception that the page throws passes through to the shim: the module could not handle it.
    ("function handleError(", "let heap =", ""),
];

/// Texts to be replaced everywhere in glue with a handle: the wrappers that would catch exceptions
/// of the page.
const CLASS_EVERYWHERE: &[(&str, &str)] = &[
    ("function() { return handleError(function (", "function("),
    ("}, arguments); }", "}"),
];

/// Texts to be replaced everywhere in all glue.
const EVERYWHERE: &[(&str, &str)] = &[
    // Memory stays below 2 GB, so no pointer is negative.
    (" >>> 0", ""),
    // Nobody asks the object of imports for anything that it lacks.
    ("        __proto__: null,\n", ""),
];

/// The same, in glue that readers load. It goes with [`SHORT_STRINGS`].
const SHORT_STRINGS_EVERYWHERE: &[(&str, &str)] =
    &[(", wasm.__wbindgen_malloc, wasm.__wbindgen_realloc)", ")")];

/// Pieces to be replaced: (start, end, replacement). A piece goes from the first text up to the
/// second, which stays; an empty second text means the end of the file. A function is replaced up
/// to its last brace only: other functions may follow it in the glue of one module and not of
/// another.
const PIECES: &[(&str, &str, &str)] = &[
    // wasm-bindgen's loader. The shim fetches and compiles, and may later replace the instance.
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
    // Everything before this index belongs to the glue itself; values of an instance come after it.
    (
        "let heap_next = heap.length;",
        "\n",
        "let heap_next = heap.length;\nconst HEAP_START = heap_next;",
    ),
    // Every engine that has what the shim needs also has `encodeInto`.
    ("if (!('encodeInto' in", "let WASM_VECTOR_LEN", ""),
    // Safari's decoder fails after 2 GB of text, but a widget decodes a few kilobytes only.
    // `ignoreBOM` keeps U+FEFF at the start of a string.
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
    // One comparison is enough: a memory that has grown has a new buffer.
    (
        "let cachedDataViewMemory0",
        "\n}\n",
        "let cachedDataViewMemory0;
function getDataViewMemory0() {
    if (cachedDataViewMemory0?.buffer !== wasm.memory.buffer) cachedDataViewMemory0 = new DataView(wasm.memory.buffer);
    return cachedDataViewMemory0;",
    ),
];

/// Pieces to be replaced in the headless core's glue. It reads documents of 1 MB, so it keeps the
/// longer way of passing a string, which is faster.
const LONG_STRINGS: &[(&str, &str, &str)] = &[
    // wasm-bindgen does not know that the shim may replace the instance and with it the memory.
    (
        "let cachedUint8ArrayMemory0",
        "\n}\n",
        "let cachedUint8ArrayMemory0;
function getUint8ArrayMemory0() {
    if (cachedUint8ArrayMemory0?.buffer !== wasm.memory.buffer) cachedUint8ArrayMemory0 = new Uint8Array(wasm.memory.buffer);
    return cachedUint8ArrayMemory0;",
    ),
];

/// Pieces to be replaced in glue that readers load. It goes with [`SHORT_STRINGS_EVERYWHERE`].
const SHORT_STRINGS: &[(&str, &str, &str)] = &[
    (
        "let cachedUint8ArrayMemory0",
        "\n}\n",
        "const getUint8ArrayMemory0 = () => {
    return new Uint8Array(wasm.memory.buffer);",
    ),
    // wasm-bindgen has two ways of passing a string; the shorter one is enough for a reader's.
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

/// Shortens the glue in this file. Fails if a text that it would replace is absent.
pub fn shorten(glue: &Path) -> Result<()> {
    let mut text = String::from_utf8(read(glue)?).map_err(|error| error.to_string())?;
    // The module of the widget has the class `Handle`, the headless core `Prepared`, the extras none.
    let has_handle = text.contains("export class Handle ");
    let is_core = text.contains("export class Prepared ");
    let strings = if is_core { LONG_STRINGS } else { SHORT_STRINGS };
    let (mut pieces, mut everywhere) = ([PIECES, strings].concat(), EVERYWHERE.to_vec());
    if has_handle {
        pieces.extend(CLASS_PIECES);
        everywhere.extend(CLASS_EVERYWHERE);
    }
    if !is_core {
        everywhere.extend(SHORT_STRINGS_EVERYWHERE);
    }
    let missing = |it: &str| format!("{} has no {it:?}: see xtask/src/glue.rs", glue.display());
    for (long, short) in everywhere {
        if !text.contains(long) {
            return Err(missing(long));
        }
        text = text.replace(long, short);
    }
    for (first, after, instead) in pieces {
        let start = text.find(first);
        let end = start.and_then(|start| match after {
            "" => Some(text.len()),
            after => text.get(start..)?.find(after).map(|at| start + at),
        });
        let (Some(start), Some(end)) = (start, end) else {
            return Err(missing(first));
        };
        text.replace_range(start..end, instead);
    }
    if has_handle {
        text = with_arrows(&text);
    }
    write(glue, text.as_bytes())
}

/// Turns the imports into arrow functions, and lets them return a value without a variable. That is
/// possible because their wrappers are removed: no import uses `this` or `arguments`.
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

/// Makes a module call its start function. Only a debug build does this: the function installs the
/// hook that reports panics.
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

/// Compares the glue of the reader's module, after [`shorten`], with `tests/golden/glue.js`, which
/// a person has read. A new wasm-bindgen or a new method of the module shows as a difference to
/// read. `UPDATE_EXPECT=1` accepts the new glue.
pub fn compare(kind: Kind) -> Result<()> {
    // Only the small build is compared: an ordinary standard library leads to other names of
    // imports.
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

/// Gives the glue the short names that wasm-opt gave to the module's imports and exports. `names`
/// is what wasm-opt printed: `{ imports: [[module, long, short]], exports: [[long, short]] }`.
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
    // The module has no other exports left: see dead_closures.rs.
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

/// Replaces all `long` by `short`; `None` if there is no `long`.
fn replaced(text: &str, long: &str, short: &str) -> Option<String> {
    text.contains(long).then(|| text.replace(long, short))
}

/// Replaces `wasm.LONG` by `wasm.SHORT`, but not inside a longer name.
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
