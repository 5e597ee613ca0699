//! Benchmarks this widget against other quiz widgets in Chromium. This file builds all of them and
//! starts the programs in `bench/` in the right order; how something is measured is decided in
//! `bench/`.

use crate::build;
use crate::compiler::Kind;
use crate::run::{Result, captured, command, read, run, top, write};
use std::path::PathBuf;
use std::process::Command;

const USAGE: &str = "usage: cargo xtask bench [--runs N] [--only NAME,NAME]";

pub fn bench(options: &[&str]) -> Result<()> {
    let (runs, only) = parse(options)?;
    let chromium = chromium()?;
    build::build(Kind::find(false)?)?;
    node_modules()?;
    let names: Vec<&str> = only.split(',').filter(|name| !name.is_empty()).collect();
    println!("Building the others ...");
    run(node("build.mjs", &names))?;
    println!("Making the pages of this widget ...");
    run(node("ours/build.mjs", &names))?;
    println!("Scoring natively ...");
    let mut native = command("cargo", &["bench", "--quiet", "--bench", "throughput"]);
    native.current_dir(top());
    let native = captured(native)?;
    let mut bench = node("bench.mjs", &["--runs", runs, "--only", only]);
    bench.env("CHROMIUM", chromium);
    bench.env("NATIVE_THROUGHPUT", native.trim());
    run(bench)
}

/// Returns the number of runs and a comma-separated list of entries; an empty list means all
/// entries.
fn parse<'a>(options: &[&'a str]) -> Result<(&'a str, &'a str)> {
    let (mut runs, mut only) = ("7", "");
    for option in options.chunks(2) {
        match option {
            ["--runs", number] if number.parse::<u32>().is_ok_and(|it| it > 0) => runs = number,
            ["--only", names] => only = names,
            _ => return Err(USAGE.into()),
        }
    }
    Ok((runs, only))
}

/// A Node program from `bench/`, to be run in that folder.
fn node(program: &str, arguments: &[&str]) -> Command {
    let mut node = command("node", &[program]);
    node.args(arguments).current_dir(top().join("bench"));
    node
}

/// Runs `npm ci` in `bench/`, unless its packages are already installed from the current lock file.
fn node_modules() -> Result<()> {
    let bench = top().join("bench");
    let lock = read(&bench.join("package-lock.json"))?;
    let note = bench.join("node_modules/.installed-lock");
    if std::fs::read(&note).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("Installing the npm packages of the others into bench/node_modules/ ...");
    let mut npm = command("npm", &["ci"]);
    npm.current_dir(bench);
    run(npm)?;
    write(&note, &lock)
}

/// The path of Chromium, from the variable `CHROMIUM` or from the PATH.
fn chromium() -> Result<PathBuf> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).map(|folder| folder.join("chromium"));
    let mut places = named.into_iter().chain(found);
    places.find(|path| path.is_file()).ok_or_else(|| {
        "Chromium is missing. cargo xtask test installs it on Debian; elsewhere set CHROMIUM to its path"
            .into()
    })
}
