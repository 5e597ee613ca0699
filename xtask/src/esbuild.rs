//! Runs esbuild, which bundles and minifies all scripts and style sheets, and keeps its source
//! maps.
//!
//! This file knows esbuild's options, but not what the scripts contain.

use crate::compiler::Profile;
use crate::files::{hashed, name_of, symbols, workshop};
use crate::run::{Result, command, npm_tool, read, run, write};
use crate::source_map::{Insertion, shifted};
use std::path::{Path, PathBuf};

/// Bundles `entry` into `dist/NAME-HASH.js` and returns its path; `options` are added to esbuild's.
pub fn script(
    entry: &Path,
    name: &str,
    options: &[&str],
    dist: &Path,
    profile: Profile,
) -> Result<PathBuf> {
    let made = workshop().join(format!("{name}.min.js"));
    bundled(entry, &made, options, profile)?;
    let script = hashed(dist, name, "js", &read(&made)?)?;
    keep_map(&made, &script)?;
    Ok(script)
}

/// Bundles `entry` into the file `to`.
pub fn bundled(entry: &Path, to: &Path, options: &[&str], profile: Profile) -> Result<()> {
    let (entry, outfile) = (entry.to_string_lossy(), outfile(to));
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
    mark_imports(to)
}

/// The options for a script that is small (release) or readable (debug). With both, esbuild writes
/// a source map.
pub fn readable(profile: Profile) -> &'static [&'static str] {
    match profile {
        Profile::Release => &["--minify", "--sourcemap=external"],
        Profile::Debug => &["--sourcemap=inline"],
    }
}

/// Comments that tell bundlers not to resolve an `import()`: webpack, Rspack and Turbopack read the
/// first, Vite the second.
const NOT_YOURS: &str = "/*webpackIgnore:true*//*@vite-ignore*/";

/// Marks each `import()` whose URL is known only at run time, and corrects the source map beside the
/// script. This must happen after minifying, which drops comments.
pub fn mark_imports(script: &Path) -> Result<()> {
    let text = String::from_utf8(read(script)?).map_err(|error| error.to_string())?;
    let places = addresses(&text);
    write(script, marked(&text, &places).as_bytes())?;
    let map = script.with_extension("js.map");
    if !map.exists() {
        return Ok(());
    }
    let insertion = |at: &usize| Insertion {
        at: *at,
        length: NOT_YOURS.len(),
    };
    let insertions: Vec<Insertion> = places.iter().map(insertion).collect();
    write(&map, &shifted(&read(&map)?, &text, &insertions)?)
}

const IMPORT: &str = "import(";

/// The positions of the URLs to be marked. A string literal names a file of the package, which
/// bundlers must resolve. A slash begins the comment of an import that is already marked.
fn addresses(text: &str) -> Vec<usize> {
    let ends = text.match_indices(IMPORT).map(|(at, _)| at + IMPORT.len());
    let is_literal = |at: &usize| {
        text.get(*at..)
            .is_some_and(|rest| rest.starts_with(['"', '\'', '/']))
    };
    ends.filter(|at| !is_literal(at)).collect()
}

fn marked(text: &str, places: &[usize]) -> String {
    let mut marked = String::new();
    let mut from = 0;
    for at in places {
        marked.push_str(text.get(from..*at).unwrap_or_default());
        marked.push_str(NOT_YOURS);
        from = *at;
    }
    marked + text.get(from..).unwrap_or_default()
}

/// Moves the source map that esbuild wrote beside `made` to the folder of symbols, under the name
/// of `script`. That folder is not published: readers load no source maps.
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

/// Runs esbuild in the top folder.
pub fn esbuild(arguments: &[&str]) -> Result<()> {
    let mut command = command(&npm_tool("esbuild"), arguments);
    command.arg("--log-level=warning");
    run(command)
}

/// The esbuild option that resolves the import `#NAME` to a file.
pub fn alias(name: &str, path: &Path) -> String {
    format!("--alias:#{name}={}", path.display())
}

/// The esbuild option that names the output file.
pub fn outfile(path: &Path) -> String {
    format!("--outfile={}", path.display())
}

#[cfg(test)]
mod tests {
    use super::{NOT_YOURS, addresses, marked};

    #[test]
    fn a_computed_import_is_marked_and_a_file_is_not() {
        let text = r#"a(()=>import("./x.js"),b=>import(b))"#;
        let expected = format!(r#"a(()=>import("./x.js"),b=>import({NOT_YOURS}b))"#);
        let marked = |text: &str| marked(text, &addresses(text));
        assert_eq!(marked(text), expected);
        assert_eq!(marked(&expected), expected, "once");
    }
}
