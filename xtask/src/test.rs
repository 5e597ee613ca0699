//! Runs all tests: the host's, those of the packed package, and those in three browser engines. A
//! missing tool fails the run; nothing is skipped.

use crate::compiler::Kind;
use crate::run::{Result, command, run, top};
use crate::{build, glue, modules, reproduce, setup, site, wordpress};
use std::path::PathBuf;
use std::process::Command;

/// The engines that drive the widget, by the names that the tests use. `safari` exists on macOS
/// only, so it is not among them.
const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];
const SAFARI: &str = "safari";

/// Tests that run in Chromium only, for different reasons: pictures are kept for one engine to save
/// space, while all engines compare accessibility trees; bundlers and components test the build;
/// problems in documents come from the core, which is the same in all engines; the page of a report
/// has no script.
const CHROMIUM_ONLY: [&str; 8] = [
    "tests/browser/bad-input.test.mjs",
    "tests/browser/bundlers.test.mjs",
    "tests/browser/components.test.mjs",
    "tests/browser/doctor-questionnaire.test.mjs",
    "tests/browser/hostile.test.mjs",
    "tests/browser/pictures.test.mjs",
    "tests/browser/plain.test.mjs",
    "tests/browser/report.test.mjs",
];

/// Tests whose result hardly depends on the engine: messages to owners and authors, and what
/// follows from a value on a screen. Without `--all` they run in the first engine only, so that
/// testing a change takes less than an hour.
const ONCE: [&str; 27] = [
    "tests/browser/asked.test.mjs",
    "tests/browser/axe.test.mjs",
    "tests/browser/bundle.test.mjs",
    "tests/browser/change.test.mjs",
    "tests/browser/doctor-module.test.mjs",
    "tests/browser/doctor-page.test.mjs",
    "tests/browser/doctor.test.mjs",
    "tests/browser/hand-tree.test.mjs",
    "tests/browser/leaks.test.mjs",
    "tests/browser/libraries.test.mjs",
    "tests/browser/markup.test.mjs",
    "tests/browser/pages.test.mjs",
    "tests/browser/picture.test.mjs",
    "tests/browser/remarks-look.test.mjs",
    "tests/browser/remarks.test.mjs",
    "tests/browser/rendered-life.test.mjs",
    "tests/browser/retake-later.test.mjs",
    "tests/browser/retake.test.mjs",
    "tests/browser/share-links.test.mjs",
    "tests/browser/studio-axe.test.mjs",
    "tests/browser/studio-fields.test.mjs",
    "tests/browser/studio-import.test.mjs",
    "tests/browser/studio-json-files.test.mjs",
    "tests/browser/studio-json.test.mjs",
    "tests/browser/studio-nb.test.mjs",
    "tests/browser/studio-out.test.mjs",
    "tests/browser/studio.test.mjs",
];

/// Tests for `--ordinary`, whose compiler and library could change how modules are loaded and what
/// they do, but not how a page behaves around them.
const ORDINARY: [&str; 5] = [
    "tests/browser/extras.test.mjs",
    "tests/browser/journey.test.mjs",
    "tests/browser/loading-documented.test.mjs",
    "tests/browser/loading.test.mjs",
    "tests/browser/rendered.test.mjs",
];

/// The same for tests of the package: those that call the core and the command.
const ORDINARY_PACKAGE: [&str; 8] = [
    "tests/package/command-evaluate.test.mjs",
    "tests/package/command.test.mjs",
    "tests/package/package.test.mjs",
    "tests/package/picture.test.mjs",
    "tests/package/prepare.test.mjs",
    "tests/package/render.test.mjs",
    "tests/package/report.test.mjs",
    "tests/package/verdicts.test.mjs",
];

/// Further tests of the package for `--all`, in Chromium only: they are about what the package is
/// built into.
const IN_FULL: [&str; 3] = [
    "tests/bundlers/all.test.mjs",
    "tests/bundlers/oldest.test.mjs",
    "tests/hosts/frameworks.test.mjs",
];

/// Which tests to run.
#[derive(Default)]
struct Options<'a> {
    engines: Vec<&'a str>,
    is_ordinary: bool,
    all: bool,
}

fn parse<'a>(words: &[&'a str]) -> Result<Options<'a>> {
    let mut options = Options::default();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match *word {
            "--all" => options.all = true,
            "--ordinary" => options.is_ordinary = true,
            "--engine" => {
                let known = ENGINES.iter().chain([&SAFARI]);
                let known: Vec<&str> = known.copied().collect();
                let engine = words.next().filter(|engine| known.contains(engine));
                let named = || format!("--engine takes one of: {}", known.join(", "));
                options.engines.push(engine.ok_or_else(named)?);
            }
            other => return Err(format!("no such option: {other}. See cargo xtask help")),
        }
    }
    if options.engines.is_empty() {
        options.engines.extend(ENGINES);
    }
    Ok(options)
}

/// Runs the tests; `words` are the options that `cargo xtask help` lists.
pub fn test(words: &[&str]) -> Result<()> {
    let Options {
        engines,
        is_ordinary,
        all,
    } = parse(words)?;
    setup::node_modules()?;
    let browsers = setup::browsers(&engines)?;
    run(node(&["tests/hosts/snippets.test.mjs".to_owned()]))?;
    if is_ordinary {
        println!(
            "The compiler for WebAssembly has no part in the host tests: they are left out here."
        );
    } else {
        run(command("cargo", &["test", "--locked", "--workspace"]))?;
    }
    let kind = Kind::find(is_ordinary)?;
    build::build(kind)?;
    glue::compare(kind)?;
    if all || !is_ordinary {
        build::build_trap(kind)?;
        modules::plain(kind)?;
    }
    site::studio()?;
    let mut files = test_files("tests/package")?;
    if is_ordinary && !all {
        files.retain(|file| ORDINARY_PACKAGE.contains(&file.as_str()));
    }
    run(at_once(2, &files))?;
    for (index, engine) in engines.iter().enumerate() {
        println!("\nThe widget in {engine}:");
        in_engine(engine, &browsers, |file| {
            all || if is_ordinary {
                ORDINARY.contains(&file)
            } else {
                index == 0 || !ONCE.contains(&file)
            }
        })?;
    }
    if !is_ordinary {
        wordpress::test(all)?;
    }
    if all {
        reproduce::reproduce(kind)?;
        setup::hosts()?;
        let mut checker = node(&["tests/hosts/valid.test.mjs".to_owned()]);
        checker.env("NODE_PATH", setup::html_checker()?);
        run(checker)?;
        run(node(&["tests/hosts/spreadsheet.test.mjs".to_owned()]))?;
        println!("\nThe statistics beside plain SQL:");
        let mut witness = node(&["tests/statistics/witness.test.mjs".to_owned()]);
        witness.env("DUCKDB_PYTHON", setup::duckdb()?);
        run(witness)?;
        println!("\nOther bundlers, runtimes, test runners, checkers, frameworks and generators:");
        // One file at a time, so that each has the whole machine.
        let mut others = at_once(1, &IN_FULL.map(str::to_owned));
        others.env("ENGINE", "chromium");
        others.envs(setup::browsers(&["chromium"])?);
        run(others)?;
        for engine in &engines {
            println!("\nReal hosts in {engine}:");
            let mut node = node(&["tests/hosts/hosts.test.mjs".to_owned()]);
            node.env("ENGINE", engine).envs(browsers.clone());
            run(node)?;
        }
    }
    Ok(())
}

/// Runs the host tests, and then on a debug build the tests in Node and Chromium whose file path
/// contains `name`.
pub fn quick(name: &str) -> Result<()> {
    setup::node_modules()?;
    let browsers = setup::browsers(&["chromium"])?;
    run(command("cargo", &["test", "--locked"]))?;
    build::build(Kind::debug()?)?;
    site::studio()?;
    // A debug build draws the same pictures, but it has no JavaScript fallback and no module that
    // traps.
    let wanted = |file: &str| match name {
        "" => file.ends_with("/element.test.mjs") || file.ends_with("/journey.test.mjs"),
        name => file.contains(name),
    };
    let mut files = test_files("tests/package")?;
    files.retain(|file| !name.is_empty() && wanted(file));
    if !files.is_empty() {
        run(node(&files))?;
    }
    in_engine("chromium", &browsers, wanted)
}

/// Runs the widget's tests in one engine.
fn in_engine(
    engine: &str,
    browsers: &[(&'static str, PathBuf)],
    is_wanted: impl Fn(&str) -> bool,
) -> Result<()> {
    let mut files = test_files("tests/browser")?;
    files.retain(|file| engine == "chromium" || !CHROMIUM_ONLY.contains(&file.as_str()));
    files.retain(|file| is_wanted(file));
    if files.is_empty() {
        return Ok(());
    }
    // Two browsers at a time, because tests mostly wait. Safari allows only one.
    let mut node = at_once(if engine == SAFARI { 1 } else { 2 }, &files);
    node.env("ENGINE", engine).envs(browsers.iter().cloned());
    run(node)
}

/// Node's test runner on these files.
fn node(files: &[String]) -> Command {
    let mut node = command("node", &["--test", "--test-reporter=spec"]);
    node.args(files);
    node
}

/// Node's test runner on these files, so many of them at a time.
fn at_once(count: usize, files: &[String]) -> Command {
    let mut node = node(&[format!("--test-concurrency={count}")]);
    node.args(files);
    node
}

fn test_files(folder: &str) -> Result<Vec<String>> {
    let listed = std::fs::read_dir(top().join(folder));
    let listed = listed.map_err(|error| format!("cannot list {folder}: {error}"))?;
    let names = listed.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut files: Vec<String> = names
        .filter(|name| name.ends_with(".test.mjs"))
        .map(|name| format!("{folder}/{name}"))
        .collect();
    files.sort();
    if files.is_empty() {
        return Err(format!("no tests in {folder}"));
    }
    Ok(files)
}
