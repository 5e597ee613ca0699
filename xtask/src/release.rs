//! Checks that a version is ready to be published, packs it, and prints the commands that publish
//! it. It publishes nothing itself.
//!
//! The version is stated in pkg/package.json and Cargo.toml only, and both must agree.

use crate::compiler::Kind;
use crate::files::symbols;
use crate::run::{NPM, Result, command, output, read, read_json, run, top};
use crate::{build, size};
use serde_json::Value;

/// The options of `release`.
const USAGE: &str = "usage: cargo xtask release [--check]";

/// Checks and packs. With `--check`, it runs only the checks that need no build; a machine that
/// publishes uses this.
pub fn release(options: &[&str]) -> Result<()> {
    let is_check_alone = match options {
        [] => false,
        ["--check"] => true,
        _ => return Err(USAGE.into()),
    };
    let version = version()?;
    let problems: Vec<String> = [
        clean_tree(),
        changelog(&version),
        tag(&version),
        compiler(is_check_alone),
    ]
    .into_iter()
    .filter_map(Result::err)
    .collect();
    if !problems.is_empty() {
        return Err(format!(
            "{version} is not ready:\n\n- {}",
            problems.join("\n- ")
        ));
    }
    println!("{version}: tree, version, changelog and tag agree.");
    if is_check_alone {
        return Ok(());
    }
    size::size(false)?;
    build::build(Kind::find(false)?)?;
    let packed = top().join("target/pkg");
    let mut pack = command(NPM, &["pack", "./pkg", "--pack-destination"]);
    pack.arg(&packed);
    run(pack)?;
    println!(
        "\nPacked: {}/misconception-scorecard-{version}.tgz\n\
         For debuggers, not in the package: {}\n\n\
         What is left to do:\n\n  \
         cargo xtask test --all\n  \
         git push origin v{version}    # the workflow publish.yml does the rest\n\n\
         Or by hand, logged in:\n\n  \
         npm publish {}/misconception-scorecard-{version}.tgz --access public",
        packed.display(),
        symbols().display(),
        packed.display(),
    );
    Ok(())
}

/// The version, if both files agree on it.
fn version() -> Result<String> {
    let package = read_json(&top().join("pkg/package.json"))?;
    let version = package.get("version").and_then(Value::as_str).unwrap_or("");
    let of_crate = env!("CARGO_PKG_VERSION");
    if version == of_crate {
        Ok(version.to_owned())
    } else {
        Err(format!(
            "pkg/package.json says version {version:?}, Cargo.toml {of_crate:?}: make them the same"
        ))
    }
}

fn clean_tree() -> Result<()> {
    match output("git", &["status", "--porcelain"]).as_deref() {
        Some("") => Ok(()),
        Some(changed) => Err(format!(
            "the tree has changes: commit them or put them away.\n  {changed}"
        )),
        None => Err("git does not answer: a release is made from its repository".into()),
    }
}

/// Checks that the changelog has a section for the version, with a date.
fn changelog(version: &str) -> Result<()> {
    let text = String::from_utf8_lossy(&read(&top().join("CHANGELOG.md"))?).into_owned();
    let start = format!("## {version} (");
    let heading = text.lines().find(|line| line.starts_with(&start));
    let date = heading.and_then(|line| line.strip_prefix(&start)?.strip_suffix(')'));
    match date {
        None => Err(format!("CHANGELOG.md has no heading `{start}DATE)`")),
        Some(date) if is_date(date) => Ok(()),
        Some(other) => Err(format!(
            "CHANGELOG.md says `{start}{other})`: write the date, as in 2026-11-23"
        )),
    }
}

fn is_date(text: &str) -> bool {
    let digits =
        |part: &str, length| part.len() == length && part.bytes().all(|it| it.is_ascii_digit());
    let parts: Vec<&str> = text.split('-').collect();
    matches!(parts.as_slice(), [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2))
}

/// Checks that this commit has the version's tag.
fn tag(version: &str) -> Result<()> {
    let tags = output("git", &["tag", "--points-at", "HEAD"]).unwrap_or_default();
    let wanted = format!("v{version}");
    if tags.lines().any(|tag| tag == wanted) {
        Ok(())
    } else {
        Err(format!(
            "this commit has no tag {wanted}: git tag -a {wanted} -m {wanted}"
        ))
    }
}

/// Checks that the compiler makes the small modules, which a release must have.
fn compiler(is_check_alone: bool) -> Result<()> {
    if is_check_alone || Kind::find(false)?.is_small() {
        Ok(())
    } else {
        Err("this compiler cannot make the small modules: build releases on Debian (CONTRIBUTING.md)".into())
    }
}

#[cfg(test)]
mod tests {
    use super::{is_date, version};

    #[test]
    fn the_version_is_named_once() {
        assert_eq!(version().unwrap(), env!("CARGO_PKG_VERSION"));
    }

    #[test]
    fn a_date_is_a_date() {
        assert!(is_date("2026-11-23"));
        assert!(!is_date("unreleased") && !is_date("2026-11") && !is_date("26-11-23"));
    }
}
