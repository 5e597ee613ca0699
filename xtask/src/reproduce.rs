//! Checks that the modules do not depend on the project's path, by building them again from a copy
//! in another folder.

use crate::compiler::Kind;
use crate::files::{all_files, empty, name_of};
use crate::run::{Result, captured, command, read, run, top, write};
use std::path::PathBuf;

/// Copies the project into `target/reproduce/`, builds it there, and compares the modules with
/// those in `pkg/dist/`.
pub fn reproduce(kind: Kind) -> Result<()> {
    println!("\nThe modules once more, from another folder:");
    let copy = empty(&top().join("target/reproduce/a folder of another name"))?;
    let list = captured(command(
        "git",
        &[
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ],
    ))?;
    let names = list.split('\0').filter(|name| !name.is_empty());
    for name in names.filter(|name| !name.starts_with("tests/pictures")) {
        // A file that git lists may be absent: it may have been moved or deleted since the last
        // commit.
        if top().join(name).is_file() {
            write(&copy.join(name), &read(&top().join(name))?)?;
        }
    }
    let mut cargo = command("cargo", &["xtask", "build"]);
    if !kind.is_small() {
        cargo.arg("--ordinary");
    }
    run({
        cargo.current_dir(&copy);
        cargo
    })?;
    let modules = |folder: PathBuf| -> Result<Vec<(String, Vec<u8>)>> {
        let files = all_files(&folder)?.into_iter();
        let wasm = files.filter(|file| file.extension().is_some_and(|it| it == "wasm"));
        wasm.map(|file| Ok((name_of(&file), read(&file)?)))
            .collect()
    };
    let here = modules(top().join("pkg/dist"))?;
    let there = modules(copy.join("pkg/dist"))?;
    if here.len() == 3 && here == there {
        println!("The same three modules, byte for byte.");
        return Ok(());
    }
    let names = |modules: &[(String, Vec<u8>)]| {
        let names: Vec<&str> = modules.iter().map(|(name, _)| name.as_str()).collect();
        names.join(", ")
    };
    Err(format!(
        "the folder moves the modules: here {}; there {}",
        names(&here),
        names(&there)
    ))
}
