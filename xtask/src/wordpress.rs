//! WordPress's plugin: its ZIP, a WordPress on this machine to try it in, and its tests.
//!
//! Knows which scripts do that and what they need; how a WordPress is made, `xtask/wordpress/site.mjs` knows.

use crate::build;
use crate::compiler::Kind;
use crate::run::{Result, command, run, top};
use crate::setup;
use std::path::PathBuf;
use std::process::Command;

/// The versions that the tests know: Debian's, and those of the npm package. The last one is that of every change.
const VERSIONS: [&str; 7] = ["6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "6.7"];
/// What every change must pass.
const FEW: [&str; 3] = ["plain", "conformance", "walk"];
/// What is asked of every version.
const MANY: [&str; 4] = ["conformance", "traps", "pages", "security"];

/// Builds the package and puts the plugin's ZIP together.
pub fn wordpress() -> Result<()> {
    build::build(Kind::find(false)?)?;
    run(command("node", &["xtask/wordpress/pack.mjs"]))
}

/// Starts a WordPress with the plugin, on loopback.
pub fn demo(port: &str) -> Result<()> {
    setup::wordpress()?;
    build::build(Kind::find(false)?)?;
    run(command("node", &["xtask/wordpress/demo.mjs", port]))
}

/// Tests the plugin of the built package: on one version, or, if `all`, on all of them.
pub fn test(all: bool) -> Result<()> {
    setup::wordpress()?;
    let browsers = setup::browsers(&["chromium"])?;
    let newest = VERSIONS.last().copied().unwrap_or_default();
    println!("\nWordPress {newest}:");
    run(tests(&FEW, newest, &browsers))?;
    if !all {
        return Ok(());
    }
    for version in VERSIONS {
        println!("\nWordPress {version}:");
        run(tests(&MANY, version, &browsers))?;
    }
    let oldest = VERSIONS.first().copied().unwrap_or_default();
    run(tests(&["walk"], oldest, &browsers))
}

/// Node's own test runner over these files, one after the other: each has a WordPress of its own.
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
