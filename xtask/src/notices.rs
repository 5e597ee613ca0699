//! Writes `pkg/THIRD-PARTY-NOTICES.txt`: whose code is in the modules and their glue, and under
//! which licence.
//!
//! This file knows what `cargo metadata` says about dependencies, and where a package keeps its
//! licence, but not what the packages do.

use crate::run::{Result, captured, command};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

const HEAD: &str = "\
The WebAssembly modules of this package, and the JavaScript that joins them, contain code of others:

";
/// The standard library is in the modules too, but `cargo metadata` does not list it.
const LIBRARY: &str = "\
The Rust standard library, MIT OR Apache-2.0, by the contributors of the Rust Project.
";
/// The name of the crate itself, which needs no notice.
const OWN: &str = "misconception-scorecard";

/// The text of the notices.
pub fn text() -> Result<String> {
    let words = [
        "metadata",
        "--format-version=1",
        "--locked",
        "--filter-platform=wasm32-unknown-unknown",
        "--no-default-features",
        "--features=reader,extras,authoring",
    ];
    let metadata = captured(command("cargo", &words))?;
    let metadata: Value =
        serde_json::from_str(&metadata).map_err(|error| format!("cargo metadata: {error}"))?;
    let used = used(&metadata).ok_or("cargo metadata says something else than it did")?;
    let mut text = String::from(HEAD);
    text.push_str(LIBRARY);
    // Maps the text of a licence to the packages that have it: most share the same text.
    let mut licences: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in used {
        let name = format!("{} {}, {}", package.name, package.version, package.licence);
        text.push_str(&name);
        text.push('\n');
        licences
            .entry(licence_of(&package.folder)?)
            .or_default()
            .push(package.name);
    }
    for (licence, packages) in licences {
        let line = "-".repeat(80);
        let licence = licence.trim();
        let _ = write!(text, "\n{line}\n{}:\n\n{licence}\n", packages.join(", "));
    }
    Ok(text)
}

struct Package {
    name: String,
    version: String,
    licence: String,
    folder: PathBuf,
}

/// The packages whose code is in the modules. Build dependencies and procedural macros are left
/// out, because their code is not in a module.
fn used(metadata: &Value) -> Option<Vec<Package>> {
    let packages: BTreeMap<&str, &Value> = metadata["packages"]
        .as_array()?
        .iter()
        .filter_map(|package| Some((package["id"].as_str()?, package)))
        .collect();
    let nodes: BTreeMap<&str, &Value> = metadata["resolve"]["nodes"]
        .as_array()?
        .iter()
        .filter_map(|node| Some((node["id"].as_str()?, node)))
        .collect();
    let is_macro = |id: &str| {
        let targets = packages.get(id).and_then(|it| it["targets"].as_array());
        let mut kinds = targets
            .into_iter()
            .flatten()
            .filter_map(|it| it["kind"].as_array());
        kinds.any(|kinds| kinds.contains(&Value::from("proc-macro")))
    };
    let own = packages.values().find(|package| package["name"] == OWN)?;
    let mut found = BTreeSet::new();
    let mut next = vec![own["id"].as_str()?];
    while let Some(id) = next.pop() {
        if is_macro(id) || !found.insert(id) {
            continue;
        }
        for dependency in nodes.get(id)?["deps"].as_array()? {
            let kinds = dependency["dep_kinds"].as_array()?;
            if kinds.iter().any(|it| it["kind"].is_null()) {
                next.push(dependency["pkg"].as_str()?);
            }
        }
    }
    let mut all = Vec::new();
    for id in found {
        let package = packages.get(id)?;
        let text = |key: &str| package[key].as_str().map(str::to_owned);
        let name = text("name")?;
        if name == OWN {
            continue;
        }
        let licence = text("license").unwrap_or_else(|| "see below".into());
        let folder = Path::new(package["manifest_path"].as_str()?)
            .parent()?
            .to_owned();
        all.push(Package {
            name,
            version: text("version")?,
            licence,
            folder,
        });
    }
    all.sort_by(|one, other| one.name.cmp(&other.name));
    Some(all)
}

/// The text of a package's licence. If there are several, MIT's, which requires the least.
fn licence_of(folder: &Path) -> Result<String> {
    let entries = std::fs::read_dir(folder)
        .map_err(|error| format!("cannot list {}: {error}", folder.display()))?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| {
            let name = name.to_uppercase();
            ["LICENSE", "LICENCE", "COPYING"]
                .iter()
                .any(|it| name.starts_with(it))
        })
        .collect();
    names.sort_by_key(|name| (!name.to_uppercase().contains("MIT"), name.clone()));
    let name = names.first().ok_or_else(|| {
        format!(
            "{} has no licence: a notice of it is owed",
            folder.display()
        )
    })?;
    let text = crate::run::read(&folder.join(name))?;
    Ok(String::from_utf8_lossy(&text).replace("\r\n", "\n"))
}
