//! Writes messages, questionnaires and first screens as JavaScript modules.
//!
//! This file knows which messages go into which module. Which scripts load the modules is decided
//! elsewhere.

use crate::compiler::Profile;
use crate::esbuild::{esbuild, outfile};
use crate::files::{Languages, hashed, json_files, workshop};
use crate::run::{Result, captured, command, read, read_json, top, write};
use misconception_scorecard::messages;
use misconception_scorecard::questionnaire::parse;
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};

/// The messages of the reader's module, as one JavaScript module per language.
pub fn messages(dist: &Path, profile: Profile) -> Result<Languages> {
    let mut modules = Vec::new();
    for (lang, path) in json_files(&top().join("messages"))? {
        let mut texts = flat(&path)?;
        texts.truncate(messages::READER_TEXTS);
        let name = format!("messages-{lang}");
        modules.push((lang, js_module(dist, &name, &texts.into(), profile)?));
    }
    Ok(modules)
}

fn flat(path: &Path) -> Result<Vec<String>> {
    messages::flatten(&read_json(path)?).map_err(|error| format!("{}: {error}", path.display()))
}

/// All messages in all languages as one JavaScript module, for the full core.
pub fn all_messages() -> Result<PathBuf> {
    let mut all = Map::new();
    for (lang, path) in json_files(&top().join("messages"))? {
        all.insert(lang, flat(&path)?.into());
    }
    let module = workshop().join("all-messages.js");
    let text = format!("export default {};\n", Value::from(all));
    write(&module, text.as_bytes())?;
    Ok(module)
}

/// The messages that only the extras use, in all languages, as one JavaScript module.
pub fn extras_messages() -> Result<PathBuf> {
    let mut all = Map::new();
    for (lang, path) in json_files(&top().join("messages"))? {
        let texts = flat(&path)?;
        let more = texts.get(messages::READER_TEXTS..messages::EXTRAS_TEXTS);
        all.insert(lang, more.unwrap_or_default().to_vec().into());
    }
    let module = workshop().join("extras-messages.js");
    let text = format!("export default {};\n", Value::from(all));
    write(&module, text.as_bytes())?;
    Ok(module)
}

/// The built-in questionnaire, as one JavaScript module per language.
pub fn questionnaires(dist: &Path, profile: Profile) -> Result<Languages> {
    let mut modules = Vec::new();
    for (name, path) in json_files(&top().join("questionnaires"))? {
        let document = read_json(&path)?;
        let problems = match parse::parse(&document) {
            Ok((_, problems)) | Err(problems) => problems,
        };
        if !problems.is_empty() {
            return Err(format!("{}: {problems:#?}", path.display()));
        }
        let (name, lang) = name
            .split_once('.')
            .ok_or_else(|| format!("{} is not NAME.LANG.json", path.display()))?;
        let module = js_module(dist, &format!("{name}-{lang}"), &document, profile)?;
        modules.push((lang.to_owned(), module));
    }
    Ok(modules)
}

/// The first screens of the built-in questionnaire.
#[derive(Default)]
pub struct FirstScreens {
    /// Which readers they are for, as JSON; the same in all languages.
    pub whom: Value,
    /// One JavaScript module per language.
    pub modules: Languages,
}

/// Lets the core in `dist` draw the first screen of the built-in questionnaire in each language.
pub fn first_screens(dist: &Path, languages: &Languages, profile: Profile) -> Result<FirstScreens> {
    let core = dist.join("core.js");
    let mut words = vec!["xtask/first-screens.mjs".into(), core.to_string_lossy()];
    words.extend(languages.iter().map(|(lang, _)| lang.as_str().into()));
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    let drawn = captured(command("node", &words))?;
    let drawn: Map<String, Value> = serde_json::from_str(&drawn)
        .map_err(|error| format!("xtask/first-screens.mjs: {error}"))?;
    let mut screens = FirstScreens::default();
    for (lang, mut screen) in drawn {
        let (whom, shown) = (screen["whom"].take(), screen["shown"].take());
        if !screens.modules.is_empty() && screens.whom != whom {
            return Err(format!(
                "the questionnaire has another id or version in {lang}"
            ));
        }
        screens.whom = whom;
        let module = js_module(dist, &format!("first-screen-{lang}"), &shown, profile)?;
        screens.modules.push((lang, module));
    }
    Ok(screens)
}

fn js_module(dist: &Path, name: &str, value: &Value, profile: Profile) -> Result<PathBuf> {
    let raw = workshop().join(format!("{name}.js"));
    write(&raw, format!("export default {value};\n").as_bytes())?;
    if profile == Profile::Debug {
        return hashed(dist, name, "js", &read(&raw)?);
    }
    // `--bundle` would change the form of the export, which the scripts that contain the module
    // look for.
    let small = workshop().join(format!("{name}.min.js"));
    esbuild(&[
        &raw.to_string_lossy(),
        "--minify",
        "--charset=utf8",
        "--target=es2022",
        &outfile(&small),
    ])?;
    hashed(dist, name, "js", &read(&small)?)
}
