//! Builds the package: says what is made, and in which order.
//!
//! Knows no tool. Files other than the entries carry the hash of their content in their name, so a cached
//! entry never meets a module of another build.

use crate::bundle::{Later, Parts};
use crate::files::{Languages, empty, workshop};
use crate::integrity;
use crate::modules::module;
use crate::run::{Result, read, top, write};
use crate::setup::{self, Compiler};
use crate::texts::{messages, questionnaires};
use misconception_scorecard::authoring::format::schema;
use std::path::PathBuf;

/// What a reader of the built-in questionnaire loads, as files in `pkg/dist/`.
pub struct Built {
    /// The compiler it was built with.
    pub compiler: Compiler,
    /// The embed script that loads the others.
    pub entry: PathBuf,
    /// The embed scripts that need no other.
    pub whole: Vec<PathBuf>,
    /// The reader's module.
    pub wasm: PathBuf,
    /// The module with the extras.
    pub extras: PathBuf,
    /// What is loaded later, or only where it is needed.
    pub later: Later,
    /// Words, by language.
    pub messages: Languages,
    /// Built-in questionnaire, by language.
    pub questionnaires: Languages,
}

/// Builds the package.
pub fn build() -> Result<Built> {
    let compiler = Compiler::find()?;
    setup::node_modules()?;
    let dist = empty(&top().join("pkg/dist"))?;
    println!("Building the reader's module ...");
    let reader = module(compiler, "reader", "scorecard", &dist)?;
    println!("Building the extras ...");
    let extras = module(compiler, "extras", "extras", &dist)?;
    println!("Building the full core ...");
    let full = module(compiler, "authoring", "core", &dist)?;
    let messages = messages(&dist)?;
    let questionnaires = questionnaires(&dist)?;
    let parts = Parts {
        dist: &dist,
        reader: &reader,
        extras: &extras,
        messages: &messages,
        questionnaires: &questionnaires,
    };
    let later = parts.later()?;
    let entry = parts.split(&later)?;
    let whole = parts.whole(&later)?;
    parts.core(&full)?;
    let schema = format!("{:#}\n", schema::schema());
    write(&dist.join("questionnaire.schema.json"), schema.as_bytes())?;
    integrity::write_all(&dist)?;
    for licence in ["LICENSE-APACHE", "LICENSE-MIT", "CHANGELOG.md"] {
        write(
            &top().join("pkg").join(licence),
            &read(&top().join(licence))?,
        )?;
    }
    println!("Built pkg/dist/");
    Ok(Built {
        compiler,
        entry,
        whole,
        wasm: reader.wasm,
        extras: extras.wasm,
        later,
        messages,
        questionnaires,
    })
}

/// Builds the widget with a trap in it, for the tests, into `target/pkg/trap-dist/`.
pub fn build_trap() -> Result<()> {
    let compiler = Compiler::find()?;
    let dist = empty(&workshop().join("trap-dist"))?;
    println!("Building the module that breaks down ...");
    let parts = Parts {
        dist: &dist,
        reader: &module(compiler, "fault-injection", "trap", &dist)?,
        extras: &module(compiler, "extras", "extras", &dist)?,
        messages: &messages(&dist)?,
        questionnaires: &questionnaires(&dist)?,
    };
    parts.split(&parts.later()?)?;
    Ok(())
}
