//! From the crate to the modules of the package, and from texts to JavaScript; `bundle` makes the scripts.
//!
//! Files other than the entries carry the hash of their content in their name, so a cached entry never
//! meets a stranger's module.

use crate::bundle::{self, esbuild};
use crate::glue;
use crate::integrity;
use crate::run::{self, Result, command, read, read_json, run, top, write};
use crate::setup::{self, Compiler};
use misconception_scorecard::authoring::format::schema;
use misconception_scorecard::messages;
use misconception_scorecard::questionnaire::parse;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// What a reader of the built-in questionnaire loads, as files in `pkg/dist/`.
pub struct Built {
    /// The compiler it was built with.
    pub compiler: Compiler,
    /// The embed script that loads the others.
    pub entry: PathBuf,
    /// The embed scripts that need no other.
    pub whole: Vec<PathBuf>,
    /// The reader's module.
    pub wasm: PathBuf,
    /// The module that it grows into.
    pub more: PathBuf,
    /// What is loaded later, or only where it is needed.
    pub later: bundle::Later,
    /// Words, by language.
    pub words: Languages,
    /// Built-in questionnaire, by language.
    pub questionnaires: Languages,
}

/// Files by language.
pub type Languages = Vec<(String, PathBuf)>;

/// Builds the package.
pub fn build() -> Result<Built> {
    let compiler = Compiler::find()?;
    setup::node_modules()?;
    let dist = empty(&top().join("pkg/dist"))?;
    println!("Building the reader's module ...");
    let reader = module(compiler, "", "scorecard", &dist)?;
    println!("Building the module that it grows into ...");
    let more = module(compiler, "more", "more", &dist)?;
    println!("Building the headless core ...");
    let headless = module(compiler, "headless", "core", &dist)?;
    let words = words(&dist)?;
    let questionnaires = questionnaires(&dist)?;
    let parts = bundle::Parts {
        dist: &dist,
        reader: &reader,
        more: &more,
        words: &words,
        questionnaires: &questionnaires,
    };
    let later = parts.later()?;
    let entry = parts.split(&later)?;
    let whole = parts.whole(&later)?;
    parts.core(&headless)?;
    let schema = format!("{:#}\n", schema::schema());
    write(&dist.join("questionnaire.schema.json"), schema.as_bytes())?;
    integrity::write_all(&dist)?;
    for licence in ["LICENSE-APACHE", "LICENSE-MIT", "CHANGELOG.md"] {
        write(
            &top().join("pkg").join(licence),
            &read(&top().join(licence))?,
        )?;
    }
    println!("Built pkg/dist/");
    Ok(Built {
        compiler,
        entry,
        whole,
        wasm: reader.wasm,
        more: more.wasm,
        later,
        words,
        questionnaires,
    })
}

/// Builds the widget with a trap in it, for the tests, into `target/pkg/trap-dist/`.
pub fn build_trap() -> Result<()> {
    let compiler = Compiler::find()?;
    let dist = empty(&workshop().join("trap-dist"))?;
    println!("Building the module that breaks down ...");
    let parts = bundle::Parts {
        dist: &dist,
        reader: &module(compiler, "trap", "trap", &dist)?,
        more: &module(compiler, "more", "more", &dist)?,
        words: &words(&dist)?,
        questionnaires: &questionnaires(&dist)?,
    };
    parts.split(&parts.later()?)?;
    Ok(())
}

/// A folder for what lies between the sources and `pkg/dist/`.
pub fn workshop() -> PathBuf {
    top().join("target/pkg")
}

/// The folder, with nothing in it.
pub fn empty(folder: &Path) -> Result<PathBuf> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)
            .map_err(|error| format!("cannot empty {}: {error}", folder.display()))?;
    }
    Ok(folder.to_owned())
}

/// A compiled module and its glue.
pub struct Module {
    /// The module.
    pub wasm: PathBuf,
    /// What joins it to JavaScript.
    pub glue: PathBuf,
}

fn module(compiler: Compiler, features: &str, name: &str, dist: &Path) -> Result<Module> {
    run(compiler.cargo("build", features))?;
    let release = top().join("target/wasm/wasm32-unknown-unknown/release");
    let folder = workshop().join(name);
    Bindgen::new()
        .input_path(release.join("misconception_scorecard.wasm"))
        .out_name("glue")
        .web(true)
        .and_then(|bindgen| {
            bindgen
                .typescript(false)
                .omit_default_module_path(true)
                .generate(&folder)
        })
        .map_err(|error| format!("wasm-bindgen: {error:#}"))?;
    let optimized = folder.join("optimized.wasm");
    let from = folder.join("glue_bg.wasm");
    let names = command(
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
            "--reorder-functions",
            "--strip-debug",
            "--strip-producers",
            "--strip-target-features",
            "--minify-imports-and-exports-and-modules",
            &from.to_string_lossy(),
            "-o",
            &optimized.to_string_lossy(),
        ],
    );
    let names = run::captured(names)?;
    let glue = folder.join("glue.js");
    glue::shorten(&glue, &names)?;
    Ok(Module {
        wasm: hashed(dist, name, "wasm", &read(&optimized)?)?,
        glue,
    })
}

/// The module `wasm` as JavaScript, for pages that may not have WebAssembly: a function from its imports to its
/// exports, which the same glue joins. Only a module without reference types can be had so.
pub fn javascript(wasm: &Path, dist: &Path) -> Result<PathBuf> {
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
    let raw = workshop().join("javascript.raw.js");
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
    minified(&raw, "javascript", dist)
}

/// A file of JavaScript, minified, as `NAME-HASH.js`.
pub fn minified(raw: &Path, name: &str, dist: &Path) -> Result<PathBuf> {
    let small = workshop().join(format!("{name}.min.js"));
    esbuild(&[
        &raw.to_string_lossy(),
        "--minify",
        "--charset=utf8",
        "--target=es2022",
        &bundle::outfile(&small),
    ])?;
    bundle::minify(&small)?;
    hashed(dist, name, "js", &read(&small)?)
}

/// The message files as modules.
fn words(dist: &Path) -> Result<Languages> {
    let mut words = Vec::new();
    for (lang, path) in json_files(&top().join("messages"))? {
        let mut texts = flat(&path)?;
        texts.truncate(messages::READERS);
        let name = format!("words-{lang}");
        words.push((lang, js_module(dist, &name, &texts.join("\n").into())?));
    }
    Ok(words)
}

fn flat(path: &Path) -> Result<Vec<String>> {
    messages::flatten(&read_json(path)?).map_err(|error| format!("{}: {error}", path.display()))
}

/// All words in all languages as one module, for the headless core.
pub fn all_words() -> Result<PathBuf> {
    let mut all = Map::new();
    for (lang, path) in json_files(&top().join("messages"))? {
        all.insert(lang, flat(&path)?.join("\n").into());
    }
    let module = workshop().join("all-words.js");
    let text = format!("export default {};\n", Value::from(all));
    write(&module, text.as_bytes())?;
    Ok(module)
}

/// The words of a grown scorecard in all languages as one module.
pub fn more_words() -> Result<PathBuf> {
    let mut all = Map::new();
    for (lang, path) in json_files(&top().join("messages"))? {
        let texts = flat(&path)?;
        let more = texts.get(messages::READERS..messages::GROWN);
        all.insert(lang, more.unwrap_or_default().join("\n").into());
    }
    let module = workshop().join("more-words.js");
    let text = format!("export default {};\n", Value::from(all));
    write(&module, text.as_bytes())?;
    Ok(module)
}

/// The built-in questionnaire as a module for each of its languages.
fn questionnaires(dist: &Path) -> Result<Languages> {
    let mut modules = Vec::new();
    for (name, path) in json_files(&top().join("questionnaires"))? {
        let document = read_json(&path)?;
        let problems = match parse::parse(&document) {
            Ok((_, problems)) | Err(problems) => problems,
        };
        if !problems.is_empty() {
            return Err(format!("{}: {problems:#?}", path.display()));
        }
        let (name, lang) = name
            .split_once('.')
            .ok_or_else(|| format!("{} is not NAME.LANG.json", path.display()))?;
        let module = js_module(dist, &format!("{name}-{lang}"), &document)?;
        modules.push((lang.to_owned(), module));
    }
    Ok(modules)
}

fn js_module(dist: &Path, name: &str, value: &Value) -> Result<PathBuf> {
    let raw = workshop().join(format!("{name}.js"));
    write(&raw, format!("export default {value};\n").as_bytes())?;
    minified(&raw, name, dist)
}

/// Writes `content` to a file named by it.
fn hashed(dist: &Path, name: &str, extension: &str, content: &[u8]) -> Result<PathBuf> {
    let mut hash = String::new();
    for byte in Sha256::digest(content).iter().take(4) {
        let _ = write!(hash, "{byte:02x}");
    }
    let path = dist.join(format!("{name}-{hash}.{extension}"));
    write(&path, content)?;
    Ok(path)
}

/// The JSON files of a folder by name, sorted.
fn json_files(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let entries = std::fs::read_dir(folder)
        .map_err(|error| format!("cannot list {}: {error}", folder.display()))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let json = paths.filter(|path| path.extension().is_some_and(|it| it == "json"));
    let mut files: Vec<_> = json
        .filter_map(|path| Some((path.file_stem()?.to_string_lossy().into_owned(), path)))
        .collect();
    files.sort();
    Ok(files)
}
