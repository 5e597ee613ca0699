//! The `WordPress` plugin: builds its ZIP, starts a `WordPress` on this machine to try it, and runs
//! its tests.
//!
//! Knows which scripts do that and what they need. How a `WordPress` is installed is in
//! `xtask/wordpress/site.mjs`.

use crate::build;
use crate::compiler::Kind;
use crate::run::{Result, command, run, top};
use crate::setup;
use std::path::PathBuf;
use std::process::Command;

/// The versions that the tests can run on: Debian's 6.1, and those of the npm package.
const VERSIONS: [&str; 7] = ["6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "6.7"];
/// The version that every change is tested on.
const USUAL: &str = "6.5";
/// The tests that every change must pass.
const FEW: [&str; 3] = ["plain", "conformance", "walk"];
/// The tests that run on every version.
const MANY: [&str; 4] = ["conformance", "traps", "pages", "security"];

/// Builds the package and the plugin's ZIP.
pub fn wordpress() -> Result<()> {
    build::build(Kind::find(false)?)?;
    run(command("node", &["xtask/wordpress/pack.mjs"]))
}

/// Starts a `WordPress` with the plugin, reachable from this machine only.
pub fn demo(port: &str) -> Result<()> {
    setup::wordpress()?;
    build::build(Kind::find(false)?)?;
    run(command("node", &["xtask/wordpress/demo.mjs", port]))
}

/// Tests the plugin of the built package: on one version, or on all of them if `all` is set.
pub fn test(all: bool) -> Result<()> {
    setup::wordpress()?;
    let browsers = setup::browsers(&["chromium"])?;
    println!("\nWordPress {USUAL}:");
    run(tests(&FEW, USUAL, &browsers))?;
    if !all {
        return Ok(());
    }
    for version in VERSIONS {
        println!("\nWordPress {version}:");
        run(tests(&MANY, version, &browsers))?;
    }
    for version in [VERSIONS.first(), VERSIONS.last()].into_iter().flatten() {
        run(tests(&["walk"], version, &browsers))?;
    }
    Ok(())
}

/// Node's test runner on these files, one at a time, because each starts its own `WordPress`.
fn tests(names: &[&str], version: &str, browsers: &[(&'static str, PathBuf)]) -> Command {
    let words = ["--test", "--test-reporter=spec", "--test-concurrency=1"];
    let mut node = command("node", &words);
    node.args(
        names
            .iter()
            .map(|name| format!("tests/wordpress/{name}.test.mjs")),
    );
    node.current_dir(top())
        .env("WORDPRESS", version)
        .env("ENGINE", "chromium")
        .envs(browsers.iter().cloned());
    node
}
