//! From `pkg/src/` to the scripts in the package: the entries, what they load later, and where all of it lies.
//!
//! Knows which entry holds what. `#core`, `#files`, `#module` and `#style` in `pkg/src/` are what this gives them.

use crate::compiler::Profile;
use crate::esbuild::{self, alias, esbuild, outfile, readable};
use crate::files::{Languages, name_of, workshop};
use crate::integrity;
use crate::modules::{self, Module};
use crate::pack::pack;
use crate::run::{Result, read, read_json, top, write};
use crate::style;
use crate::texts::{self, FirstScreens};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::thread::ScopedJoinHandle;

/// Where the module goes in a script that holds it.
const PACKED: &str = "\"the module\"";
/// What `misconception-scorecard bundle` puts a questionnaire into.
const BUNDLED: &str = "pkg/src/loading/bundled.js";
/// Chromium may compile everything while the script is still coming: nearly all of it is called at once.
const HINT: &str = "--banner:js=//# allFunctionsCalledOnLoad";
/// What is loaded later, or in a script that is all there is, stands in it.
const WIDGET: &str = "pkg/src/element/widget.js";
const ACCENT: &str = "pkg/src/element/accent.js";
const TRANSLATE: &str = "pkg/src/data/translate.js";

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

/// Scripts that are loaded later, or only where they are needed.
pub struct Later {
    /// What an element is once the module is there, with its glue.
    pub widget: PathBuf,
    /// What corrects an author's accent.
    pub accent: PathBuf,
    /// What lays a translation over a questionnaire.
    pub translate: PathBuf,
    /// The reader's module without WebAssembly.
    pub fallback: PathBuf,
    /// What says how to mend what is wrong.
    pub doctor: PathBuf,
    /// The extras of a scorecard.
    pub extras: PathBuf,
    /// What sends answers and remarks.
    pub sending: PathBuf,
    /// What shows how others answered.
    pub feed: PathBuf,
}

impl Later {
    /// The same scripts where they have been moved to.
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
}

impl Parts<'_> {
    /// The scripts that are loaded later.
    pub fn later(&self) -> Result<Later> {
        // None needs another: together they take as long as the slowest.
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

    /// What an element is once the module is there, with its glue and the scorecard's style sheet.
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

    /// The reader's module as JavaScript. In a build to be changed again it is left out, and says so if it is needed.
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

    /// What sends answers, or shows how others answered, with its words in all languages and its style sheet.
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

    /// The extras of a scorecard, with its words in all languages and its style sheet.
    fn extras_script(&self) -> Result<PathBuf> {
        let files = workshop().join("extras-files.js");
        write(&files, module_files(&self.extras.wasm)?.as_bytes())?;
        let style = workshop().join("extras.css");
        esbuild(&["src/style/extras.css", "--minify", &outfile(&style)])?;
        let entry = top().join("pkg/src/extras/extras.js");
        let aliases = [
            alias("glue", &self.extras.glue),
            alias("files", &files),
            alias("extras-style", &style),
            alias("extras-messages", &texts::extras_messages()?),
        ];
        let mut options = vec!["--loader:.css=text", "--external:./core.*"];
        options.extend(aliases.iter().map(String::as_str));
        options.extend(mangled(self.profile));
        self.script(&entry, "extras", &options)
    }

    /// Who examines: knows what lies in the folder.
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

    /// `scorecard.js`, which loads all that the page needs, and `element.js`, the same without the tag defined. Gives the
    /// former.
    pub fn split(&self, later: &Later) -> Result<PathBuf> {
        let files = self.files("files", later, import)?;
        for entry in ["scorecard", "element"] {
            self.loading(entry, &files, &self.dist.join(format!("{entry}.js")))?;
        }
        Ok(self.dist.join("scorecard.js"))
    }

    /// The embed scripts of one language each: with its first screen in them, they load the rest.
    pub fn by_language(&self, later: &Later) -> Result<Vec<PathBuf>> {
        let mut made = Vec::new();
        for (lang, _) in self.messages {
            let only = |files: &Languages| -> Languages {
                files.iter().filter(|(it, _)| it == lang).cloned().collect()
            };
            let parts = Parts {
                messages: &only(self.messages),
                questionnaires: &only(self.questionnaires),
                first_screens: &FirstScreens {
                    whom: self.first_screens.whom.clone(),
                    modules: only(&self.first_screens.modules),
                },
                ..*self
            };
            let files = parts.files(&format!("files-{lang}"), later, inline)?;
            let to = self.dist.join(format!("scorecard.{lang}.js"));
            self.loading("scorecard", &files, &to)?;
            made.push(to);
        }
        Ok(made)
    }

    /// The scripts that `misconception-scorecard bundle` puts an author's questionnaire into: one that loads the rest from
    /// beside it, and a classic one with everything in it. They are no scripts yet, and not called so.
    pub fn templates(&self, later: &Later) -> Result<()> {
        let bundled = top().join(BUNDLED);
        let bundled = bundled.to_string_lossy();
        let own = format!(
            "import {{ files }} from {bundled:?};\nexport {{ firstFor, firstScreens }} from {bundled:?};\n"
        );
        let mut files = own + &module_files(&self.reader.wasm)?;
        files.push_str(&self.messages_table(|(_, path)| import(path))?);
        // Not literal, so esbuild does not look for it.
        files.push_str(
            "export const questionnaires = files((name) => import(new URL(name, import.meta.url).href));\n",
        );
        files.push_str(&table_of_later(later, &[])?);
        let path = workshop().join("files-bundle.js");
        write(&path, files.as_bytes())?;
        let to = self.dist.join("bundle.template");
        let module = top().join("pkg/src/loading/fetch-module.js");
        self.entry(
            "scorecard",
            &["--format=esm", "--charset=utf8"],
            &path,
            &module,
            &to,
        )?;
        let _ = std::fs::remove_file(map_of(&to));

        let own = format!(
            "import {{ questionnaires as own }} from {bundled:?};\nexport {{ firstFor, firstScreens }} from {bundled:?};\n\
             export const questionnaires = own();\n"
        );
        self.classic(
            "bundle-single",
            &own,
            later,
            &self.dist.join("bundle-single.template"),
        )
    }

    /// Where all lies that a script loads; `first_screen` says how it comes to a first screen.
    fn files(
        &self,
        name: &str,
        later: &Later,
        first_screen: fn(&Path) -> Result<String>,
    ) -> Result<PathBuf> {
        let mut files = module_files(&self.reader.wasm)?;
        files.push_str(&self.messages_table(|(_, path)| import(path))?);
        files.push_str(&table("questionnaires", self.questionnaires, import)?);
        let FirstScreens { whom, modules } = self.first_screens;
        let _ = writeln!(files, "export const firstFor = {whom};");
        files.push_str(&table("firstScreens", modules, first_screen)?);
        files.push_str(&table_of_later(later, &[])?);
        let path = workshop().join(format!("{name}.js"));
        write(&path, files.as_bytes())?;
        Ok(path)
    }

    /// A script that loads what `files` lists.
    fn loading(&self, entry: &str, files: &Path, to: &Path) -> Result<()> {
        let module = top().join("pkg/src/loading/fetch-module.js");
        let options = ["--format=esm", "--charset=utf8"];
        self.entry(entry, &options, files, &module, to)?;
        esbuild::keep_map(to, to)
    }

    /// `scorecard.standalone.js`, a classic script with everything in it, in all languages.
    pub fn standalone(&self, later: &Later) -> Result<PathBuf> {
        // Where the module comes with it, it is sooner there than a screen for the meantime.
        let own = table("questionnaires", self.questionnaires, inline)?
            + "export const firstFor = null;\nexport const firstScreens = {};\n";
        let to = self.dist.join("scorecard.standalone.js");
        self.classic("standalone", &own, later, &to)?;
        Ok(to)
    }

    /// A classic script with everything in it; `own`: its questionnaires and first screens.
    fn classic(&self, name: &str, own: &str, later: &Later, to: &Path) -> Result<()> {
        // Minifiers would rather write their own text: it goes in when they are done.
        let packed = workshop().join("packed.js");
        write(&packed, format!("export default {PACKED};\n").as_bytes())?;
        let mut files = String::from(own);
        files.push_str(&self.messages_table(|(_, path)| inline(path))?);
        // Where one file is all there is, an accent must do without the folder too.
        files.push_str(&table_of_later(later, &["widget", "translate", "accent"])?);
        let path = workshop().join(format!("files-{name}.js"));
        write(&path, files.as_bytes())?;
        // A classic script is read in the page's encoding, whatever that is.
        let format = ["--format=iife", "--charset=ascii"];
        let module = top().join("pkg/src/loading/inline-module.js");
        self.entry("scorecard", &format, &path, &module, to)?;
        let script = String::from_utf8(read(to)?).map_err(|error| error.to_string())?;
        let (before, after) = script
            .split_once(PACKED)
            .ok_or_else(|| format!("{} has no place for the module", to.display()))?;
        let literal = pack(&read(&self.reader.wasm)?);
        write(to, format!("{before}{literal}{after}").as_bytes())?;
        // With the module in its middle, the script is no longer the one that its map is of.
        let _ = std::fs::remove_file(map_of(to));
        Ok(())
    }

    /// `core.js`, for Node and for pages without the widget, and `scorecard.css`, which its HTML may link.
    pub fn core(&self, full: &Module) -> Result<()> {
        let files = workshop().join("api-files.js");
        write(&files, wasm_url(&full.wasm).as_bytes())?;
        let mut imports = String::new();
        let mut table = String::new();
        // A language tag need not be a name in JavaScript: `pt-BR`.
        for (index, (lang, path)) in self.questionnaires.iter().enumerate() {
            let _ = writeln!(imports, "import _{index} from \"./{}\";", name_of(path));
            let _ = write!(table, "{lang:?}: _{index}, ");
        }
        let questionnaires = workshop().join("questionnaires.js");
        let text = format!("{imports}export default {{ {table}}};\n");
        write(&questionnaires, text.as_bytes())?;
        let linked = self.dist.join("scorecard.css");
        // The scorecard is far away while a page shows a first screen that came with it.
        style::sheet(&["1-panel", "2-steps", "4-media", "rendered"], &linked)?;
        let to = self.dist.join("core.js");
        let options = [
            alias("api-glue", &full.glue),
            alias("api-files", &files),
            alias("questionnaires", &questionnaires),
            alias("rendered-style", &linked),
            alias("messages", &texts::all_messages()?),
            outfile(&to),
        ];
        let mut arguments = vec![
            "pkg/src/api.js",
            "--bundle",
            "--format=esm",
            "--charset=utf8",
            "--target=es2022",
            "--legal-comments=none",
            "--loader:.css=text",
            "--external:./social-media-*",
        ];
        arguments.extend(readable(self.profile));
        arguments.extend(options.iter().map(String::as_str));
        esbuild(&arguments)?;
        esbuild::keep_map(&to, &to)
    }

    fn entry(
        &self,
        entry: &str,
        options: &[&str],
        files: &Path,
        module: &Path,
        to: &Path,
    ) -> Result<()> {
        let entry = format!("pkg/src/{entry}.js");
        let version = define_version()?;
        let (style, scorecard) = (style::inside()?, style::scorecard()?);
        let aliases = [
            alias("glue", &self.reader.glue),
            alias("scorecard-style", &scorecard),
            alias("files", files),
            alias("module", module),
            alias("packed", &workshop().join("packed.js")),
            alias("style", &style),
            outfile(to),
        ];
        let mut arguments = vec![
            entry.as_str(),
            "--bundle",
            "--target=es2022",
            "--legal-comments=none",
            HINT,
            "--loader:.css=text",
            "--external:./messages-*",
            "--external:./social-media-*",
            "--external:./first-screen-*",
            "--external:./widget-*",
            "--external:./accent-*",
            "--external:./translate-*",
            "--external:./fallback-*",
            "--external:./doctor-*",
            "--external:./extras-*",
            "--external:./sending-*",
            "--external:./feed-*",
            &version,
        ];
        arguments.extend(aliases.iter().map(String::as_str));
        arguments.extend(readable(self.profile));
        arguments.extend(mangled(self.profile));
        arguments.extend(options);
        esbuild(&arguments)
    }

    /// The table of messages; with each language the one message that is shown before its module is loaded.
    fn messages_table(
        &self,
        load: impl Fn(&(String, PathBuf)) -> Result<String>,
    ) -> Result<String> {
        let mut table = String::from("export const messages = {\n");
        for file in english_first(self.messages) {
            let (lang, path) = file;
            let all = read_json(&top().join(format!("messages/{lang}.json")))?;
            let start = all.get("start").and_then(Value::as_str).unwrap_or("");
            let (name, load) = (name_of(path), load(file)?);
            let _ = writeln!(table, "  {lang:?}: [{name:?}, {load}, {start:?}],");
        }
        table.push_str("};\n");
        Ok(table)
    }
}

fn joined(thread: ScopedJoinHandle<'_, Result<PathBuf>>) -> Result<PathBuf> {
    let done = thread.join();
    done.unwrap_or_else(|_| Err("a step of the build has panicked".into()))
}

/// The map that esbuild has written beside a script.
fn map_of(script: &Path) -> PathBuf {
    script.with_file_name(format!("{}.map", name_of(script)))
}

/// A table of modules by language.
fn table(
    name: &str,
    modules: &Languages,
    load: impl Fn(&Path) -> Result<String>,
) -> Result<String> {
    let mut table = format!("export const {name} = {{\n");
    for (lang, path) in english_first(modules) {
        let (name, load) = (name_of(path), load(path)?);
        let _ = writeln!(table, "  {lang:?}: [{name:?}, {load}],");
    }
    table.push_str("};\n");
    Ok(table)
}

/// The first language of a table serves where none is near.
fn english_first(modules: &Languages) -> impl Iterator<Item = &(String, PathBuf)> {
    let is_english = |file: &&(String, PathBuf)| file.0 == "en";
    let others = modules.iter().filter(move |file| !is_english(file));
    modules.iter().filter(is_english).chain(others)
}

/// The table of what is loaded later; those named in `inside` are in the script.
fn table_of_later(later: &Later, inside: &[&str]) -> Result<String> {
    let mut imports = String::new();
    let mut table = String::from("export const later = {\n");
    for (name, source, path) in [
        ("widget", WIDGET, &later.widget),
        ("accent", ACCENT, &later.accent),
        ("translate", TRANSLATE, &later.translate),
        ("fallback", "", &later.fallback),
        ("doctor", "", &later.doctor),
        ("extras", "", &later.extras),
        ("sending", "", &later.sending),
        ("feed", "", &later.feed),
    ] {
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

/// Shortens the names that the glue keeps to itself. In a debug build they are also those of the module's imports.
fn mangled(profile: Profile) -> &'static [&'static str] {
    match profile {
        Profile::Release => &["--mangle-props=^__(wbg|destroy)"],
        Profile::Debug => &[],
    }
}

/// A literal `import()`, which bundlers find.
#[allow(clippy::unnecessary_wraps)] // As `inline`, which may fail.
fn import(path: &Path) -> Result<String> {
    Ok(format!("() => import(\"./{}\")", name_of(path)))
}

/// What would be imported, in its place.
fn inline(path: &Path) -> Result<String> {
    let module = String::from_utf8(read(path)?).map_err(|error| error.to_string())?;
    let value = module.trim().strip_prefix("export default");
    let value = value.ok_or_else(|| format!("{} exports something else", path.display()))?;
    let value = value.trim_end_matches(';');
    Ok(format!("async () => ({{ default: {value} }})"))
}

/// Where a module lies, and what it is then.
fn module_files(wasm: &Path) -> Result<String> {
    let mut files = String::from("// Where the built files lie.\n");
    let _ = writeln!(files, "export const wasmName = {:?};", name_of(wasm));
    let hash = integrity::sha256(&read(wasm)?);
    let _ = writeln!(files, "export const integrity = {hash:?};");
    files.push_str(&wasm_url(wasm));
    Ok(files)
}

/// A literal `new URL(...)`, which bundlers find.
fn wasm_url(wasm: &Path) -> String {
    let name = name_of(wasm);
    format!("export const wasm = () => new URL(\"./{name}\", import.meta.url);\n")
}

/// The version of the package, as a name that the scripts know.
fn define_version() -> Result<String> {
    let package = read_json(&top().join("pkg/package.json"))?;
    let version = package
        .get("version")
        .ok_or("pkg/package.json has no version")?;
    Ok(format!("--define:VERSION={version}"))
}
