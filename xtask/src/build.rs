//! From the crate and `pkg/` to the files in `pkg/dist/`.
//!
//! Files other than the entries carry the hash of their content in their name, so a cached entry never
//! meets a stranger's module.

use crate::glue;
use crate::run::{self, Result, command, read, read_json, run, top, write};
use crate::setup::{self, Compiler};
use misconception_scorecard::messages;
use misconception_scorecard::questionnaire::parse;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// What a reader of the built-in questionnaire loads, as files in `pkg/dist/`.
pub struct Built {
    /// The compiler it was built with.
    pub compiler: Compiler,
    /// The embed script.
    pub entry: PathBuf,
    /// The reader's module.
    pub wasm: PathBuf,
    /// What corrects an author's accent.
    pub accent: PathBuf,
    /// Words, by language.
    pub words: Vec<(String, PathBuf)>,
    /// Built-in questionnaire, by language.
    pub questionnaires: Vec<(String, PathBuf)>,
}

/// Builds the package.
pub fn build() -> Result<Built> {
    let compiler = Compiler::find()?;
    setup::node_modules()?;
    let dist = top().join("pkg/dist");
    if dist.exists() {
        std::fs::remove_dir_all(&dist)
            .map_err(|error| format!("cannot empty {}: {error}", dist.display()))?;
    }
    let words = words(&dist)?;
    let questionnaires = questionnaires(&dist)?;
    println!("Building the reader's module ...");
    let reader = module(compiler, "", "scorecard")?;
    println!("Building the headless core ...");
    let headless = module(compiler, "headless", "core")?;
    let accent = accent(&dist)?;
    let entry = bundle(&reader, &headless, &words, &questionnaires, &accent)?;
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
        wasm: reader.wasm,
        accent,
        words,
        questionnaires,
    })
}

/// A folder for what lies between the sources and `pkg/dist/`.
pub fn workshop() -> PathBuf {
    top().join("target/pkg")
}

/// A compiled module and its glue.
struct Module {
    wasm: PathBuf,
    glue: PathBuf,
}

fn module(compiler: Compiler, features: &str, name: &str) -> Result<Module> {
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
        wasm: hashed(&top().join("pkg/dist"), name, "wasm", &read(&optimized)?)?,
        glue,
    })
}

/// The message files as modules.
fn words(dist: &Path) -> Result<Vec<(String, PathBuf)>> {
    let mut words = Vec::new();
    for (lang, path) in json_files(&top().join("messages"))? {
        let texts = messages::flatten(&read_json(&path)?)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        let name = format!("words-{lang}");
        words.push((lang, js_module(dist, &name, &texts.into())?));
    }
    Ok(words)
}

/// The built-in questionnaire as a module for each of its languages.
fn questionnaires(dist: &Path) -> Result<Vec<(String, PathBuf)>> {
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

fn bundle(
    reader: &Module,
    headless: &Module,
    words: &[(String, PathBuf)],
    questionnaires: &[(String, PathBuf)],
    accent: &Path,
) -> Result<PathBuf> {
    let workshop = workshop();
    let dist = top().join("pkg/dist");
    let style = workshop.join("style.css");
    let raw = workshop.join("style.raw.css");
    let mut sheet = properties()?;
    for part in ["1-panel", "2-steps", "3-scorecard", "4-media"] {
        let part = top().join(format!("src/style/{part}.css"));
        sheet.push_str(&String::from_utf8_lossy(&read(&part)?));
    }
    write(&raw, sheet.as_bytes())?;
    esbuild(&[&raw.to_string_lossy(), "--minify", &outfile(&style)])?;

    let mut files = String::from("// Made by `cargo xtask build`: where the built files lie.\n");
    let _ = writeln!(
        files,
        "export const wasmName = {:?};",
        name_of(&reader.wasm)
    );
    files.push_str(&wasm_url(&reader.wasm));
    files.push_str(&words_table(words)?);
    files.push_str(&table("questionnaires", questionnaires));
    let accent = name_of(accent);
    let _ = writeln!(
        files,
        "export const accent = [{accent:?}, () => import(\"./{accent}\")];"
    );
    let reader_files = workshop.join("files.js");
    write(&reader_files, files.as_bytes())?;
    let headless_files = workshop.join("headless-files.js");
    write(&headless_files, wasm_url(&headless.wasm).as_bytes())?;

    for entry in ["scorecard", "element", "core"] {
        esbuild(&[
            &format!("pkg/{entry}.js"),
            "--bundle",
            "--format=esm",
            "--minify",
            "--charset=utf8",
            "--target=es2022",
            "--legal-comments=none",
            // The names that the glue keeps to itself.
            "--mangle-props=^__(wbg|destroy)",
            "--loader:.css=text",
            "--external:./words-*",
            "--external:./social-media-*",
            "--external:./accent-*",
            &alias("core", &reader.glue),
            &alias("files", &reader_files),
            &alias("style", &style),
            &alias("headless", &headless.glue),
            &alias("headless-files", &headless_files),
            &outfile(&dist.join(format!("{entry}.js"))),
        ])?;
    }
    Ok(dist.join("scorecard.js"))
}

/// Runs esbuild from the top folder.
pub fn esbuild(arguments: &[&str]) -> Result<()> {
    let mut command = command("node_modules/.bin/esbuild", arguments);
    command.arg("--log-level=warning");
    run(command)
}

fn alias(name: &str, path: &Path) -> String {
    format!("--alias:#{name}={}", path.display())
}

fn outfile(path: &Path) -> String {
    format!("--outfile={}", path.display())
}

/// A literal `new URL(...)`, which bundlers find.
fn wasm_url(wasm: &Path) -> String {
    let name = name_of(wasm);
    format!("export const wasm = () => new URL(\"./{name}\", import.meta.url);\n")
}

/// A table of literal `import()`s, which bundlers find.
fn table(name: &str, modules: &[(String, PathBuf)]) -> String {
    let mut table = format!("export const {name} = {{\n");
    for (lang, path) in modules {
        let name = name_of(path);
        let _ = writeln!(table, "  {lang:?}: [{name:?}, () => import(\"./{name}\")],");
    }
    table.push_str("};\n");
    table
}

/// The table of words; with each language the one word that is said before its module is loaded.
fn words_table(words: &[(String, PathBuf)]) -> Result<String> {
    let mut table = String::from("export const words = {\n");
    for (lang, path) in words {
        let name = name_of(path);
        let file = read_json(&top().join(format!("messages/{lang}.json")))?;
        let start = file
            .get("start")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let _ = writeln!(
            table,
            "  {lang:?}: [{name:?}, () => import(\"./{name}\"), {start:?}],"
        );
    }
    table.push_str("};\n");
    Ok(table)
}

/// The rule that gives each public custom property of the element's description its default: inside,
/// `--scorecard-radius` is `--ms-radius`. One that is inherited needs none: `inherit` would be taken for the
/// custom property's own.
fn properties() -> Result<String> {
    let description = read_json(&top().join("pkg/custom-elements.json"))?;
    let properties = description
        .pointer("/modules/0/declarations/0/cssProperties")
        .and_then(Value::as_array)
        .ok_or("pkg/custom-elements.json lists no cssProperties")?;
    let mut rule = String::from(".panel,\n.waiting {\n");
    for property in properties {
        let text = |key| {
            property
                .get(key)
                .and_then(Value::as_str)
                .unwrap_or_default()
        };
        let (name, default) = (text("name"), text("default"));
        let inside = name.strip_prefix("--scorecard").ok_or_else(|| {
            format!("pkg/custom-elements.json: {name} does not begin with --scorecard")
        })?;
        if default == "inherit" {
            continue;
        }
        let value = if inside == "-accent" {
            // What is too faint is corrected: pkg/accent.js.
            format!("var(--ms-corrected, var({name}, {default}))")
        } else {
            format!("var({name}, {default})")
        };
        let _ = writeln!(rule, "  --ms{inside}: {value};");
    }
    rule.push_str("}\n");
    Ok(rule)
}

/// What corrects an author's accent: a file of its own, for few pages need it.
fn accent(dist: &Path) -> Result<PathBuf> {
    let small = workshop().join("accent.js");
    esbuild(&[
        "pkg/accent.js",
        "--minify",
        "--charset=utf8",
        "--target=es2022",
        &outfile(&small),
    ])?;
    hashed(dist, "accent", "js", &read(&small)?)
}

fn js_module(dist: &Path, name: &str, value: &Value) -> Result<PathBuf> {
    let raw = workshop().join(format!("{name}.js"));
    write(&raw, format!("export default {value};\n").as_bytes())?;
    let small = workshop().join(format!("{name}.min.js"));
    esbuild(&[
        &raw.to_string_lossy(),
        "--minify",
        "--charset=utf8",
        &outfile(&small),
    ])?;
    hashed(dist, name, "js", &read(&small)?)
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

fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
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
