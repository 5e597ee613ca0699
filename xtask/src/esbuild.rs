//! Runs esbuild and what makes its scripts still smaller.
//!
//! Knows their options; not what the scripts are.

use crate::files::{hashed, workshop};
use crate::run::{Result, command, read, run};
use std::path::{Path, PathBuf};

/// A file of JavaScript, minified, as `NAME-HASH.js`.
pub fn minified(raw: &Path, name: &str, dist: &Path) -> Result<PathBuf> {
    let small = workshop().join(format!("{name}.min.js"));
    esbuild(&[
        &raw.to_string_lossy(),
        "--minify",
        "--charset=utf8",
        "--target=es2022",
        &outfile(&small),
    ])?;
    minify(&small)?;
    hashed(dist, name, "js", &read(&small)?)
}

/// Makes a script still smaller.
pub fn minify(script: &Path) -> Result<()> {
    let script = script.to_string_lossy();
    run(command("node", &["xtask/minify.mjs", &script]))
}

/// Runs esbuild from the top folder.
pub fn esbuild(arguments: &[&str]) -> Result<()> {
    let mut command = command("node_modules/.bin/esbuild", arguments);
    command.arg("--log-level=warning");
    run(command)
}

/// The option of esbuild that gives `#NAME` its file.
pub fn alias(name: &str, path: &Path) -> String {
    format!("--alias:#{name}={}", path.display())
}

/// The option of esbuild that names what it writes.
pub fn outfile(path: &Path) -> String {
    format!("--outfile={}", path.display())
}
