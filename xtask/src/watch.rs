//! Builds anew what has changed, as long as the demo is served; the pages in the browser are told to reload.
//!
//! Knows which folders are sources; what depends on what, the steps of the build find out by their hashes.

use crate::compiler::Kind;
use crate::files::all_files;
use crate::run::{Result, command, top, write};
use crate::{build, site};
use std::path::PathBuf;
use std::time::{Duration, Instant, SystemTime};

/// The sources of the package and of the pages.
const SOURCES: [&str; 6] = [
    "src",
    "pkg/src",
    "messages",
    "questionnaires",
    "www",
    "xtask",
];
/// How long after a change the next look at the sources comes.
const PAUSE: Duration = Duration::from_millis(150);

/// Builds, serves at `port`, and builds again after each change, until it is stopped.
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
        // What xtask itself does is compiled into it: that takes a new start.
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

/// The file that changes after each build; the server watches it.
fn stamp() -> PathBuf {
    top().join("target/pkg/built")
}

/// All sources, and when each was changed.
fn state() -> Result<Vec<(PathBuf, SystemTime)>> {
    let mut state = Vec::new();
    for folder in SOURCES {
        for file in all_files(&top().join(folder))? {
            // An editor may have put another file in its place a moment ago.
            let Ok(changed) = std::fs::metadata(&file).and_then(|it| it.modified()) else {
                continue;
            };
            state.push((file, changed));
        }
    }
    Ok(state)
}
