//! What the scripts of the package are made of, and what esbuild is told for all of them.
//!
//! Knows the modules, words and questionnaires that a build has made; which script has which of them, `bundle`, `later`,
//! `core_script` and `inside` know.

use crate::compiler::Profile;
use crate::files::Languages;
use crate::modules::Module;
use crate::run::{Result, read_json, top};
use crate::texts::FirstScreens;
use std::path::Path;

/// What the scripts are made of, and the folder they go to.
pub struct Parts<'a> {
    /// The folder.
    pub dist: &'a Path,
    /// The reader's module.
    pub reader: &'a Module,
    /// The one that takes over once the scorecard is there.
    pub extras: &'a Module,
    /// Words, by language.
    pub messages: &'a Languages,
    /// Built-in questionnaire, by language.
    pub questionnaires: &'a Languages,
    /// Its first screens; none where none is shown beforehand.
    pub first_screens: &'a FirstScreens,
    /// For whom.
    pub profile: Profile,
}

/// Shortens the names that the glue keeps to itself. In a debug build they are also those of the module's imports.
pub fn mangled(profile: Profile) -> &'static [&'static str] {
    match profile {
        Profile::Release => &["--mangle-props=^__(wbg|destroy)"],
        Profile::Debug => &[],
    }
}

/// The version of the package, as a name that the scripts know.
pub fn define_version() -> Result<String> {
    let package = read_json(&top().join("pkg/package.json"))?;
    let version = package
        .get("version")
        .ok_or("pkg/package.json has no version")?;
    Ok(format!("--define:VERSION={version}"))
}
