//! Where built files lie and what they are called.
//!
//! This file knows folders and names, not the contents of files.

use crate::run::{Result, top, write};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Pairs of a language tag and a file.
pub type Languages = Vec<(String, PathBuf)>;

/// The folder for intermediate files, between the sources and `pkg/dist/`.
pub fn workshop() -> PathBuf {
    top().join("target/pkg")
}

/// The folder for debugging files that are not published: source maps, and modules with names.
pub fn symbols() -> PathBuf {
    workshop().join("symbols")
}

/// Deletes a folder with its contents, if it exists, and returns its path.
pub fn empty(folder: &Path) -> Result<PathBuf> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)
            .map_err(|error| format!("cannot empty {}: {error}", folder.display()))?;
    }
    Ok(folder.to_owned())
}

/// Writes `content` to `NAME-HASH.EXTENSION` in `dist`, where HASH is made from it. Returns the
/// path.
pub fn hashed(dist: &Path, name: &str, extension: &str, content: &[u8]) -> Result<PathBuf> {
    let path = dist.join(format!("{name}-{}.{extension}", short_hash(&[content])));
    write(&path, content)?;
    Ok(path)
}

/// The first eight hexadecimal digits of the SHA-256 of all parts together.
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

/// All files in a folder and its subfolders, sorted.
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

/// Copies a folder and all its files.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in all_files(from)? {
        let inside = file.strip_prefix(from).map_err(|error| error.to_string())?;
        write(&to.join(inside), &crate::run::read(&file)?)?;
    }
    Ok(())
}

/// The JSON files directly in a folder, as pairs of name (without extension) and path, sorted.
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

/// The last component of a path.
pub fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
