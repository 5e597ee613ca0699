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

/// A folder for what explains the files of the package to a debugger: source maps, modules with names.
pub fn symbols() -> PathBuf {
    workshop().join("symbols")
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
    let path = dist.join(format!("{name}-{}.{extension}", short_hash(&[content])));
    write(&path, content)?;
    Ok(path)
}

/// Eight digits that say whether parts are the same.
pub fn short_hash(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    let mut hash = String::new();
    for byte in hasher.finalize().iter().take(4) {
        let _ = write!(hash, "{byte:02x}");
    }
    hash
}

/// All files below a folder, sorted.
pub fn all_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder)
        .map_err(|error| format!("cannot list {}: {error}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(all_files(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in all_files(from)? {
        let inside = file.strip_prefix(from).map_err(|error| error.to_string())?;
        write(&to.join(inside), &crate::run::read(&file)?)?;
    }
    Ok(())
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
