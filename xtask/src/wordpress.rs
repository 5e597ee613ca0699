//! `WordPress`'s plugin: its ZIP, a `WordPress` on this machine to try it in, and its tests.
//!
//! Knows which scripts do that and what they need; how a `WordPress` is made, `xtask/wordpress/site.mjs` knows.

use crate::build;
use crate::compiler::Kind;
use crate::run::{Result, command, run, top};
use crate::setup;
use std::path::PathBuf;
use std::process::Command;

/// The versions that the tests know: Debian's, and those of the npm package.
const VERSIONS: [&str; 7] = ["6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "6.7"];
/// The one on which every change is tested.
const USUAL: &str = "6.5";
/// What every change must pass.
const FEW: [&str; 3] = ["plain", "conformance", "walk"];
/// What is asked of every version.
const MANY: [&str; 4] = ["conformance", "traps", "pages", "security"];

/// Builds the package and puts the plugin's ZIP together.
pub fn wordpress() -> Result<()> {
    build::build(Kind::find(false)?)?;
    run(command("node", &["xtask/wordpress/pack.mjs"]))
}

/// Starts a `WordPress` with the plugin, on loopback.
pub fn demo(port: &str) -> Result<()> {
    setup::wordpress()?;
    build::build(Kind::find(false)?)?;
    run(command("node", &["xtask/wordpress/demo.mjs", port]))
}

/// Tests the plugin of the built package: on one version, or, if `all`, on all of them.
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

/// Node's own test runner over these files, one after the other: each has a `WordPress` of its own.
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
