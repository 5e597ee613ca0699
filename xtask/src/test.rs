//! All tests: host, packed package, three browser engines. What is missing fails the run; nothing is skipped.

use crate::run::{Result, command, run, top};
use crate::{build, glue, modules, setup, site};
use std::process::Command;

/// The engines that drive the widget, as the tests know them.
const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];

/// What one engine is enough for: pictures are kept for Chromium only, for their weight, while every engine compares
/// accessibility trees; and the crate without the steps of the build is a question of the build.
const CHROMIUM_ONLY: [&str; 2] = [
    "tests/browser/pictures.test.mjs",
    "tests/browser/plain.test.mjs",
];

/// Runs them; `all`: also those that are too slow for every change.
pub fn test(all: bool) -> Result<()> {
    setup::node_modules()?;
    let browsers = setup::browsers()?;
    run(command("cargo", &["test", "--locked", "--workspace"]))?;
    let built = build::build()?;
    glue::compare(built.compiler)?;
    build::build_trap()?;
    modules::plain(built.compiler)?;
    site::playground()?;
    run(node(&test_files("tests/package")?))?;
    for engine in ENGINES {
        println!("\nThe widget in {engine}:");
        let mut files = test_files("tests/browser")?;
        files.retain(|file| engine == "chromium" || !CHROMIUM_ONLY.contains(&file.as_str()));
        // They wait more than they work: two browsers at a time.
        files.insert(0, "--test-concurrency=2".into());
        let mut node = node(&files);
        node.env("ENGINE", engine).envs(browsers.clone());
        run(node)?;
    }
    run(node(&["tests/hosts/snippets.test.mjs".to_owned()]))?;
    if all {
        setup::hosts()?;
        let mut checker = node(&["tests/hosts/valid.test.mjs".to_owned()]);
        checker.env("NODE_PATH", setup::html_checker()?);
        run(checker)?;
        for engine in ENGINES {
            println!("\nReal hosts in {engine}:");
            let mut node = node(&["tests/hosts/hosts.test.mjs".to_owned()]);
            node.env("ENGINE", engine).envs(browsers.clone());
            run(node)?;
        }
    }
    Ok(())
}

/// Node's own test runner over these files.
fn node(files: &[String]) -> Command {
    let mut node = command("node", &["--test", "--test-reporter=spec"]);
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
