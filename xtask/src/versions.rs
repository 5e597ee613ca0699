//! The versions of the compiler and the tools for a release, which are stated in
//! `xtask/versions.json`.
//!
//! Cargo.lock and package-lock.json pin libraries and npm packages; a test checks that they agree
//! with that file. The compiler is the machine's own, so the build reports if its version differs:
//! then the bytes differ too.

use crate::run::{Result, read_json, top};
use serde_json::{Map, Value};

/// The versions in `xtask/versions.json`, by tool.
fn stated() -> Result<Map<String, Value>> {
    let stated = read_json(&top().join("xtask/versions.json"))?;
    let stated = stated.as_object().cloned();
    stated.ok_or_else(|| "xtask/versions.json is not an object".into())
}

/// The version of `tool` in `xtask/versions.json`.
pub fn version(tool: &str) -> Result<String> {
    let stated = stated()?;
    let version = stated.get(tool).and_then(Value::as_str).map(str::to_owned);
    version.ok_or_else(|| format!("xtask/versions.json does not name {tool}"))
}

/// Prints and returns the versions of this build: the compiler `rustc`, the origin of its standard
/// library, and the tools.
pub fn found(rustc: &str, library: &str) -> Result<Map<String, Value>> {
    let mut found = stated()?;
    found.retain(|tool, _| matches!(tool.as_str(), "wasm-bindgen" | "binaryen" | "esbuild"));
    let stated = version("rustc")?;
    if !rustc.starts_with(&format!("rustc {stated} ")) {
        println!("Releases are built with rustc {stated}; here is {rustc}, so the modules differ.");
    }
    found.insert("rustc".into(), rustc.into());
    found.insert("standard library".into(), library.into());
    let list: Vec<String> = found
        .iter()
        .map(|(tool, version)| format!("{tool} {}", version.as_str().unwrap_or_default()))
        .collect();
    println!("Building with {}.", list.join(", "));
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::version;
    use crate::run::{read, read_json, top};

    #[test]
    fn the_lock_files_have_the_versions_that_are_stated() {
        let lock = String::from_utf8(read(&top().join("Cargo.lock")).unwrap()).unwrap();
        let stated = version("wasm-bindgen").unwrap();
        assert!(lock.contains(&format!("name = \"wasm-bindgen\"\nversion = \"{stated}\"")));
        let lock = read_json(&top().join("package-lock.json")).unwrap();
        for tool in ["binaryen", "esbuild"] {
            let pinned = &lock["packages"][format!("node_modules/{tool}")]["version"];
            assert_eq!(pinned, version(tool).unwrap().as_str(), "{tool}");
        }
    }
}
