//! What the package's scripts are made of, and the esbuild options that all of them share.
//!
//! Knows the modules, messages and questionnaires of a build. Which script contains which of them
//! is decided in `bundle`, `later`, `core_script` and `inside`.

use crate::compiler::Profile;
use crate::files::Languages;
use crate::modules::Module;
use crate::run::{Result, read_json, top};
use crate::texts::FirstScreens;
use std::path::Path;

/// The material for the scripts, and their output folder.
pub struct Parts<'a> {
    /// The output folder.
    pub dist: &'a Path,
    /// The reader's module.
    pub reader: &'a Module,
    /// The module with the extras, which takes over once the scorecard is shown.
    pub extras: &'a Module,
    /// The messages, by language tag.
    pub messages: &'a Languages,
    /// The built-in questionnaire, by language tag.
    pub questionnaires: &'a Languages,
    /// The first screens of the built-in questionnaire; empty if none are shown beforehand.
    pub first_screens: &'a FirstScreens,
    /// Whether the build is for release or for debugging.
    pub profile: Profile,
}

/// The option that shortens names which only the glue uses. In a debug build the module's imports
/// have such names too, so they are kept.
pub fn mangled(profile: Profile) -> &'static [&'static str] {
    match profile {
        Profile::Release => &["--mangle-props=^__(wbg|destroy)"],
        Profile::Debug => &[],
    }
}

/// The option that defines `VERSION`, the package's version, for all scripts.
pub fn define_version() -> Result<String> {
    let package = read_json(&top().join("pkg/package.json"))?;
    let version = package
        .get("version")
        .ok_or("pkg/package.json has no version")?;
    Ok(format!("--define:VERSION={version}"))
}
