//! Rebuilds after each change while the demo is served, and makes open pages reload.
//!
//! This file knows which folders contain sources. The steps of the build find out by hashes what
//! has to be made again.

use crate::compiler::Kind;
use crate::files::all_files;
use crate::run::{Result, command, top, write};
use crate::{build, site};
use std::path::PathBuf;
use std::time::{Duration, Instant, SystemTime};

/// The folders with the sources of the package and of the pages.
const SOURCES: [&str; 6] = ["src", "pkg", "messages", "questionnaires", "www", "xtask"];
/// Paths in these folders that the build itself writes; .gitignore lists them too.
const BUILT: [&str; 6] = [
    "pkg/CHANGELOG.md",
    "pkg/LICENSE-APACHE",
    "pkg/LICENSE-MIT",
    "pkg/THIRD-PARTY-NOTICES.txt",
    "pkg/dist",
    "pkg/modules",
];
/// The pause between two looks at the sources.
const PAUSE: Duration = Duration::from_millis(150);

/// Builds, serves on `port`, and rebuilds after each change, until it is stopped.
pub fn watch(port: &str) -> Result<()> {
    let kind = Kind::debug()?;
    let mut before = state()?;
    rebuild(kind)?;
    let stamp = stamp();
    let mut server = command(
        "node",
        &["xtask/server.mjs", port, &stamp.to_string_lossy()],
    );
    let mut server = server
        .spawn()
        .map_err(|error| format!("cannot run node: {error}"))?;
    loop {
        std::thread::sleep(PAUSE);
        if let Ok(Some(status)) = server.try_wait() {
            return Err(format!("the server has stopped ({status})"));
        }
        let now = state()?;
        if now == before {
            continue;
        }
        // xtask cannot rebuild itself while it runs, so a change to its own sources needs a
        // restart.
        let is_of_xtask = |(path, time): &(PathBuf, SystemTime)| {
            path.extension().is_some_and(|it| it == "rs")
                && path.starts_with(top().join("xtask"))
                && !before.contains(&(path.clone(), *time))
        };
        if now.iter().any(is_of_xtask) {
            println!("xtask has changed: stop and start `cargo xtask demo --watch` to use it.");
        }
        before = now;
        if let Err(error) = rebuild(kind) {
            println!("\n{error}\n\nThe pages stay as they were. Waiting for the next change ...");
        }
    }
}

fn rebuild(kind: Kind) -> Result<()> {
    let start = Instant::now();
    build::build(kind)?;
    site::studio()?;
    println!(
        "Built in {:.1} s. Waiting for a change ...",
        start.elapsed().as_secs_f32()
    );
    write(&stamp(), format!("{:?}", SystemTime::now()).as_bytes())
}

/// A file that is written after each successful build. The server watches it.
fn stamp() -> PathBuf {
    top().join("target/pkg/built")
}

/// All source files with the times of their last change.
fn state() -> Result<Vec<(PathBuf, SystemTime)>> {
    let mut state = Vec::new();
    for folder in SOURCES {
        for file in all_files(&top().join(folder))? {
            if BUILT
                .iter()
                .any(|built| file.starts_with(top().join(built)))
            {
                continue;
            }
            // The file may be gone: an editor may just have replaced it.
            let Ok(changed) = std::fs::metadata(&file).and_then(|it| it.modified()) else {
                continue;
            };
            state.push((file, changed));
        }
    }
    Ok(state)
}
