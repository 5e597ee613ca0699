//! Builds the package: decides what is made, and in which order.
//!
//! This file runs no tool itself. Files other than the entries have the hash of their content in
//! their names, so that a cached entry never loads a module of another build.

use crate::compiler::Kind;
use crate::files::{Languages, empty, name_of, symbols, workshop};
use crate::inside;
use crate::integrity;
use crate::later::Later;
use crate::modules::module;
use crate::notices;
use crate::parts::Parts;
use crate::run::{Result, read, top, write};
use crate::setup;
use crate::texts::{FirstScreens, first_screens, messages, questionnaires};
use crate::versions;
use misconception_scorecard::authoring::format::schema;
use std::path::{Path, PathBuf};

/// The built files of a package, all in `pkg/dist/`.
pub struct Built {
    /// The compiler and profile of the build.
    pub kind: Kind,
    /// The embed script that loads the others.
    pub entry: PathBuf,
    /// The embed scripts for one language each, which contain a first screen.
    pub by_language: Vec<PathBuf>,
    /// The embed script that contains everything it needs.
    pub standalone: PathBuf,
    /// The reader's module.
    pub wasm: PathBuf,
    /// The module with the extras.
    pub extras: PathBuf,
    /// Scripts that are loaded later, or only if they are needed.
    pub later: Later,
    /// The messages, by language.
    pub messages: Languages,
    /// The built-in questionnaire, by language.
    pub questionnaires: Languages,
    /// Its first screens, by language.
    pub first_screens: Languages,
}

/// Builds the whole package.
pub fn build(kind: Kind) -> Result<Built> {
    setup::node_modules()?;
    let versions = versions::found(&kind.compiler.version(), kind.compiler.library())?;
    // Build beside the old package, which may be served meanwhile.
    let dist = empty(&workshop().join("next-dist"))?;
    empty(&symbols())?;
    let reader = module(kind, "reader", "scorecard", &dist)?;
    let extras = module(kind, "extras", "extras", &dist)?;
    let full = module(kind, "authoring", "core", &dist)?;
    let messages = messages(&dist, kind.profile)?;
    let questionnaires = questionnaires(&dist, kind.profile)?;
    let parts = Parts {
        dist: &dist,
        reader: &reader,
        extras: &extras,
        messages: &messages,
        questionnaires: &questionnaires,
        first_screens: &FirstScreens::default(),
        profile: kind.profile,
    };
    let later = parts.later()?;
    parts.core(&full)?;
    let modules = empty(&workshop().join("next-modules"))?;
    // The core that was just built draws them.
    let first_screens = first_screens(&dist, &questionnaires, kind.profile)?;
    let parts = Parts {
        first_screens: &first_screens,
        ..parts
    };
    let entry = parts.split(&later)?;
    let by_language = parts.by_language(&later)?;
    let standalone = parts.standalone(&later)?;
    parts.templates(&later)?;
    inside::build(&parts, &later, &full, &modules)?;
    inside::editors(&modules)?;
    let schema = format!("{:#}\n", schema::schema());
    // Questionnaires refer to the schema by the version of the format, so the newest version of the
    // package must have it at the same place.
    for name in ["questionnaire.schema.json", "questionnaire-1.schema.json"] {
        write(&dist.join(name), schema.as_bytes())?;
    }
    integrity::write_all(&dist, &versions)?;
    let place = top().join("pkg/dist");
    for (made, place) in [(&dist, &place), (&modules, &top().join("pkg/modules"))] {
        std::fs::rename(made, empty(place)?)
            .map_err(|error| format!("cannot move the package: {error}"))?;
    }
    for licence in ["LICENSE-APACHE", "LICENSE-MIT", "CHANGELOG.md"] {
        write(
            &top().join("pkg").join(licence),
            &read(&top().join(licence))?,
        )?;
    }
    write(
        &top().join("pkg/THIRD-PARTY-NOTICES.txt"),
        notices::text()?.as_bytes(),
    )?;
    println!("Built pkg/dist/ and pkg/modules/");
    let moved = |path: &Path| place.join(name_of(path));
    let all_moved = |files: Languages| {
        let moved = |(lang, path): (String, PathBuf)| (lang, moved(&path));
        files.into_iter().map(moved).collect()
    };
    Ok(Built {
        kind,
        entry: moved(&entry),
        by_language: by_language.iter().map(|path| moved(path)).collect(),
        standalone: moved(&standalone),
        wasm: moved(&reader.wasm),
        extras: moved(&extras.wasm),
        later: later.map(moved),
        messages: all_moved(messages),
        questionnaires: all_moved(questionnaires),
        first_screens: all_moved(first_screens.modules),
    })
}

/// Builds the widget with a trap in it, for the tests, into `target/pkg/trap-dist/`.
pub fn build_trap(kind: Kind) -> Result<()> {
    let dist = empty(&workshop().join("trap-dist"))?;
    let parts = Parts {
        dist: &dist,
        reader: &module(kind, "fault-injection", "trap", &dist)?,
        extras: &module(kind, "extras", "extras", &dist)?,
        messages: &messages(&dist, kind.profile)?,
        questionnaires: &questionnaires(&dist, kind.profile)?,
        first_screens: &FirstScreens::default(),
        profile: kind.profile,
    };
    parts.split(&parts.later()?)?;
    Ok(())
}
