//! Builds the scripts that are loaded later or only if needed, each from its entry in `pkg/src/`.
//!
//! Knows what each script is made of. When a script is loaded, and by whom, is decided in
//! `pkg/src/`.

use crate::compiler::Profile;
use crate::esbuild::{self, alias, esbuild, outfile};
use crate::files::{name_of, workshop};
use crate::integrity;
use crate::modules;
use crate::parts::{Parts, define_version, mangled};
use crate::run::{Result, read, top, write};
use crate::style;
use crate::tables::{FETCHED, import, module_files};
use crate::texts;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::thread::ScopedJoinHandle;

/// The entry of a scorecard's extras.
pub const EXTRAS: &str = "pkg/src/extras/extras.js";
/// The entry that a script contains if it is the only file.
pub const WIDGET: &str = "pkg/src/element/widget.js";
pub const ACCENT: &str = "pkg/src/element/accent.js";
pub const TRANSLATE: &str = "pkg/src/data/translate.js";

/// Paths of the scripts that are loaded later or only if needed.
pub struct Later {
    /// The behaviour of an element once the module is loaded, with the glue.
    pub widget: PathBuf,
    /// Corrects an author's accent colour.
    pub accent: PathBuf,
    /// Applies a translation to a questionnaire.
    pub translate: PathBuf,
    /// The JavaScript fallback: the reader's module without WebAssembly.
    pub fallback: PathBuf,
    /// The doctor, which explains errors and their remedies in the console.
    pub doctor: PathBuf,
    /// The extras of a scorecard.
    pub extras: PathBuf,
    /// Sends answers and remarks.
    pub sending: PathBuf,
    /// Shows how others answered.
    pub feed: PathBuf,
}

impl Later {
    /// The same scripts, with paths changed by `moved`.
    pub fn map(&self, moved: impl Fn(&Path) -> PathBuf) -> Self {
        Self {
            widget: moved(&self.widget),
            accent: moved(&self.accent),
            translate: moved(&self.translate),
            fallback: moved(&self.fallback),
            doctor: moved(&self.doctor),
            extras: moved(&self.extras),
            sending: moved(&self.sending),
            feed: moved(&self.feed),
        }
    }

    /// Each script with the name that `pkg/src/` loads it by.
    pub fn named(&self) -> [(&'static str, &PathBuf); 8] {
        [
            ("widget", &self.widget),
            ("accent", &self.accent),
            ("translate", &self.translate),
            ("fallback", &self.fallback),
            ("doctor", &self.doctor),
            ("extras", &self.extras),
            ("sending", &self.sending),
            ("feed", &self.feed),
        ]
    }
}

impl Parts<'_> {
    /// Builds all scripts that are loaded later.
    pub fn later(&self) -> Result<Later> {
        // They do not depend on each other, so they are built in parallel.
        std::thread::scope(|scope| {
            let widget = scope.spawn(|| self.widget());
            let accent = scope.spawn(|| self.script(&top().join(ACCENT), "accent", &[]));
            let translate = scope.spawn(|| self.script(&top().join(TRANSLATE), "translate", &[]));
            let fallback = scope.spawn(|| self.fallback());
            let doctor = scope.spawn(|| self.doctor());
            let extras = scope.spawn(|| self.extras_script());
            let sending = scope.spawn(|| self.sending("sending"));
            let feed = scope.spawn(|| self.sending("feed"));
            Ok(Later {
                widget: joined(widget)?,
                accent: joined(accent)?,
                translate: joined(translate)?,
                fallback: joined(fallback)?,
                doctor: joined(doctor)?,
                extras: joined(extras)?,
                sending: joined(sending)?,
                feed: joined(feed)?,
            })
        })
    }

    fn script(&self, entry: &Path, name: &str, options: &[&str]) -> Result<PathBuf> {
        esbuild::script(entry, name, options, self.dist, self.profile)
    }

    /// Builds the widget script, with its glue and the scorecard's style sheet.
    fn widget(&self) -> Result<PathBuf> {
        let style = style::scorecard()?;
        let aliases = [
            alias("glue", &self.reader.glue),
            alias("scorecard-style", &style),
        ];
        let mut options = vec!["--loader:.css=text"];
        options.extend(aliases.iter().map(String::as_str));
        options.extend(mangled(self.profile));
        self.script(&top().join(WIDGET), "widget", &options)
    }

    /// Builds the JavaScript fallback. A debug build leaves it out and throws an error if it is
    /// needed.
    fn fallback(&self) -> Result<PathBuf> {
        let script = match self.profile {
            Profile::Release => modules::fallback(&self.reader.wasm)?,
            Profile::Debug => {
                let path = workshop().join("no-fallback.js");
                let text = "export default () => { throw Error('a debug build has no JavaScript fallback') }";
                write(&path, text.as_bytes())?;
                path
            }
        };
        self.script(&script, "fallback", &[])
    }

    /// Builds the script `name`, which sends answers or shows how others answered, with its words
    /// in all languages and its style sheet.
    fn sending(&self, name: &str) -> Result<PathBuf> {
        let style = workshop().join(format!("{name}.css"));
        let source = format!("src/style/{name}.css");
        esbuild(&[&source, "--minify", &outfile(&style)])?;
        let alias = alias(&format!("{name}-style"), &style);
        let version = define_version()?;
        let options = ["--loader:.css=text", &alias, &version];
        let entry = top().join(format!("pkg/src/sending/{name}.js"));
        self.script(&entry, name, &options)
    }

    /// Builds the extras of a scorecard, with their words in all languages and their style sheet.
    fn extras_script(&self) -> Result<PathBuf> {
        let files = workshop().join("extras-files.js");
        write(&files, module_files(&self.extras.wasm)?.as_bytes())?;
        let module = top().join(FETCHED);
        let options = [
            self.extras_options()?,
            vec![alias("files", &files), alias("module", &module)],
        ]
        .concat();
        let options: Vec<&str> = options.iter().map(String::as_str).collect();
        self.script(&top().join(EXTRAS), "extras", &options)
    }

    /// The options of esbuild for the extras, except where their module is.
    pub fn extras_options(&self) -> Result<Vec<String>> {
        let style = workshop().join("extras.css");
        esbuild(&["src/style/extras.css", "--minify", &outfile(&style)])?;
        let aliases = vec![
            alias("glue", &self.extras.glue),
            alias("extras-style", &style),
            alias("extras-messages", &texts::extras_messages()?),
        ];
        let fixed = ["--loader:.css=text", "--external:./core.*"];
        let fixed = fixed.iter().chain(mangled(self.profile));
        Ok(fixed.map(|it| (*it).to_owned()).chain(aliases).collect())
    }

    /// Builds the doctor, which contains facts about the built files: the module's name, size and
    /// integrity, and the languages.
    fn doctor(&self) -> Result<PathBuf> {
        let files = workshop().join("doctor-files.js");
        let wasm = read(&self.reader.wasm)?;
        let languages: Vec<&String> = self.messages.iter().map(|(lang, _)| lang).collect();
        let text = format!(
            "export const wasmName = {:?};\nexport const wasmSize = {};\nexport const integrity = {:?};\n\
             export const languages = {languages:?};\n",
            name_of(&self.reader.wasm),
            wasm.len(),
            integrity::sha256(&wasm),
        );
        write(&files, text.as_bytes())?;
        let entry = top().join("pkg/src/doctor/doctor.js");
        self.script(
            &entry,
            "doctor",
            &[&define_version()?, &alias("files", &files)],
        )
    }
}

fn joined(thread: ScopedJoinHandle<'_, Result<PathBuf>>) -> Result<PathBuf> {
    let done = thread.join();
    done.unwrap_or_else(|_| Err("a step of the build has panicked".into()))
}

/// The table of scripts that are loaded later. Those named in `inside` are part of the script
/// itself.
pub fn table_of_later(later: &Later, inside: &[&str]) -> Result<String> {
    let mut imports = String::new();
    let mut table = String::from("export const later = {\n");
    for (name, path) in later.named() {
        let source = match name {
            "widget" => WIDGET,
            "accent" => ACCENT,
            "translate" => TRANSLATE,
            _ => "",
        };
        let file = name_of(path);
        let load = if inside.contains(&name) {
            let source = top().join(source);
            let _ = writeln!(
                imports,
                "import {name}_ from {:?};",
                source.to_string_lossy()
            );
            format!("async () => ({{ default: {name}_ }})")
        } else {
            import(path)?
        };
        let _ = writeln!(table, "  {name}: [{file:?}, {load}],");
    }
    table.push_str("};\n");
    Ok(imports + &table)
}
