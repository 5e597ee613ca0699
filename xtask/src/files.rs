//! The folders and the names of built files.
//!
//! Knows where files lie; not what is in them.

use crate::run::{Result, top, write};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Files by language.
pub type Languages = Vec<(String, PathBuf)>;

/// A folder for what lies between the sources and `pkg/dist/`.
pub fn workshop() -> PathBuf {
    top().join("target/pkg")
}

/// The folder, with nothing in it.
pub fn empty(folder: &Path) -> Result<PathBuf> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)
            .map_err(|error| format!("cannot empty {}: {error}", folder.display()))?;
    }
    Ok(folder.to_owned())
}

/// Writes `content` to a file named by it.
pub fn hashed(dist: &Path, name: &str, extension: &str, content: &[u8]) -> Result<PathBuf> {
    let mut hash = String::new();
    for byte in Sha256::digest(content).iter().take(4) {
        let _ = write!(hash, "{byte:02x}");
    }
    let path = dist.join(format!("{name}-{hash}.{extension}"));
    write(&path, content)?;
    Ok(path)
}

/// The JSON files of a folder by name, sorted.
pub fn json_files(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let entries = std::fs::read_dir(folder)
        .map_err(|error| format!("cannot list {}: {error}", folder.display()))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let json = paths.filter(|path| path.extension().is_some_and(|it| it == "json"));
    let mut files: Vec<_> = json
        .filter_map(|path| Some((path.file_stem()?.to_string_lossy().into_owned(), path)))
        .collect();
    files.sort();
    Ok(files)
}

/// The name of a file in its folder.
pub fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
