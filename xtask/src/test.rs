//! All tests: host, packed package, browser. What is missing fails the run; nothing is skipped.

use crate::run::{Result, command, run, top};
use crate::{build, setup};

pub fn test() -> Result<()> {
    setup::node_modules()?;
    let browser = setup::browser()?;
    run(command("cargo", &["test", "--locked", "--workspace"]))?;
    build::build()?;
    let mut node = command("node", &["--test", "--test-reporter=spec"]);
    node.envs(browser);
    for folder in ["tests/package", "tests/browser"] {
        node.args(test_files(folder)?);
    }
    run(node)
}

fn test_files(folder: &str) -> Result<Vec<String>> {
    let listed = std::fs::read_dir(top().join(folder));
    let listed = listed.map_err(|error| format!("cannot list {folder}: {error}"))?;
    let names = listed.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut files: Vec<String> = names
        .filter(|name| name.ends_with(".test.mjs"))
        .map(|name| format!("{folder}/{name}"))
        .collect();
    files.sort();
    if files.is_empty() {
        return Err(format!("no tests in {folder}"));
    }
    Ok(files)
}
