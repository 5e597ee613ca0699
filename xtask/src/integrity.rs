//! The hashes of the built files, for pages that load them from another server.

use crate::run::{Result, read, write};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256, Sha384};
use std::path::Path;

/// Writes `integrity.json`: `{ builtWith: { tool: version }, files: { name: "sha384-…" } }`. Prints
/// the hashes of the entries, which a page names in its HTML.
pub fn write_all(dist: &Path, versions: &Map<String, Value>) -> Result<()> {
    let mut hashes = Map::new();
    println!("\nIntegrity, for pages that load a file from elsewhere:");
    let entries = std::fs::read_dir(dist).map_err(|error| error.to_string())?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    names.sort();
    for name in names {
        let hash = Sha384::digest(read(&dist.join(&name))?);
        let hash = format!("sha384-{}", BASE64.encode(hash));
        if name.starts_with("scorecard.") {
            println!("  {name:<26}{hash}");
        }
        hashes.insert(name, hash.into());
    }
    let content = json!({ "builtWith": versions, "files": hashes });
    let text = serde_json::to_string_pretty(&content).map_err(|error| error.to_string())?;
    write(&dist.join("integrity.json"), format!("{text}\n").as_bytes())
}

/// The hash of `content`, as `fetch` takes it in its option `integrity`.
pub fn sha256(content: &[u8]) -> String {
    format!("sha256-{}", BASE64.encode(Sha256::digest(content)))
}
