//! Runs esbuild, which bundles and minifies all scripts and style sheets, and keeps its source maps.
//!
//! Knows its options; not what the scripts are.

use crate::compiler::Profile;
use crate::files::{hashed, name_of, symbols, workshop};
use crate::run::{Result, command, npm_tool, read, run};
use std::path::{Path, PathBuf};

/// A script bundled from `entry` and minified, as `NAME-HASH.js`; `options` are further ones of esbuild.
pub fn script(
    entry: &Path,
    name: &str,
    options: &[&str],
    dist: &Path,
    profile: Profile,
) -> Result<PathBuf> {
    let made = workshop().join(format!("{name}.min.js"));
    let (entry, outfile) = (entry.to_string_lossy(), outfile(&made));
    let mut arguments = vec![
        entry.as_ref(),
        "--bundle",
        "--format=esm",
        "--charset=utf8",
        "--target=es2022",
        "--legal-comments=none",
        &outfile,
    ];
    arguments.extend(readable(profile));
    arguments.extend(options);
    esbuild(&arguments)?;
    let script = hashed(dist, name, "js", &read(&made)?)?;
    keep_map(&made, &script)?;
    Ok(script)
}

/// The options that make a script small, or leave it as somebody reads it. Both write a source map beside it.
pub fn readable(profile: Profile) -> &'static [&'static str] {
    match profile {
        Profile::Release => &["--minify", "--sourcemap=external"],
        Profile::Debug => &["--sourcemap=inline"],
    }
}

/// Keeps the map that esbuild wrote beside `made` as that of `script`, in the folder that is not published: readers
/// load no maps.
pub fn keep_map(made: &Path, script: &Path) -> Result<()> {
    let map = made.with_extension("js.map");
    if !map.exists() {
        return Ok(());
    }
    let folder = symbols();
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let kept = folder.join(format!("{}.map", name_of(script)));
    std::fs::rename(&map, kept).map_err(|error| format!("cannot move {}: {error}", map.display()))
}

/// Runs esbuild from the top folder.
pub fn esbuild(arguments: &[&str]) -> Result<()> {
    let mut command = command(&npm_tool("esbuild"), arguments);
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
