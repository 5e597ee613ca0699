//! Builds the package's scripts from `pkg/src/`: the entries, with tables of what they load later
//! and where it is.
//!
//! Knows which entry contains what. Scripts that are loaded later are built in `later`, tables of
//! files in `tables`, the core in `core_script`, and the scripts for bundlers in `inside`. Resolves
//! the imports `#core`, `#files`, `#module` and `#style` of `pkg/src/`.

use crate::esbuild::{self, alias, esbuild, outfile, readable};
use crate::files::{Languages, name_of, workshop};
use crate::later::{Later, table_of_later};
use crate::pack::pack;
use crate::parts::{Parts, define_version, mangled};
use crate::run::{Result, read, top, write};
use crate::style;
use crate::tables::{FETCHED, INLINE, import, inline, messages_table, module_files, table};
use crate::texts::FirstScreens;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The string literal that is replaced by the module in a script that contains it.
pub const PACKED: &str = "\"the module\"";
/// The file through which `misconception-scorecard bundle` adds a questionnaire.
const BUNDLED: &str = "pkg/src/loading/bundled.js";
/// Lets Chromium compile everything while the script is still loading, because nearly all of it is
/// called at once.
const HINT: &str = "--banner:js=//# allFunctionsCalledOnLoad";

impl Parts<'_> {
    /// Builds `scorecard.js`, which loads all that the page needs, and `element.js`, which is the
    /// same without defining the tag. Returns the path of `scorecard.js`.
    pub fn split(&self, later: &Later) -> Result<PathBuf> {
        let files = self.files("files", later, import)?;
        for entry in ["scorecard", "element"] {
            self.loading(entry, &files, &self.dist.join(format!("{entry}.js")))?;
        }
        Ok(self.dist.join("scorecard.js"))
    }

    /// The embed scripts for one language each. They contain its first screen and load the rest.
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

    /// The templates into which `misconception-scorecard bundle` puts an author's questionnaire:
    /// one loads the rest from its own folder, one is a classic script that contains everything.
    /// They do not work as scripts yet, so they have another extension.
    pub fn templates(&self, later: &Later) -> Result<()> {
        let bundled = top().join(BUNDLED);
        let bundled = bundled.to_string_lossy();
        let own = format!(
            "import {{ files }} from {bundled:?};\nexport {{ firstFor, firstScreens }} from {bundled:?};\n"
        );
        let mut files = own + &module_files(&self.reader.wasm)?;
        files.push_str(&messages_table(self.messages, |(_, path)| import(path))?);
        // Not a literal path, so that esbuild does not resolve it.
        files.push_str(
            "export const questionnaires = files((name) => import(new URL(name, import.meta.url).href));\n",
        );
        files.push_str(&table_of_later(later, &[])?);
        let path = workshop().join("files-bundle.js");
        write(&path, files.as_bytes())?;
        let to = self.dist.join("bundle.template");
        let module = top().join(FETCHED);
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

    /// Writes the module with everything that a script loads; `first_screen` says how the script
    /// gets a first screen.
    fn files(
        &self,
        name: &str,
        later: &Later,
        first_screen: fn(&Path) -> Result<String>,
    ) -> Result<PathBuf> {
        let mut files = module_files(&self.reader.wasm)?;
        files.push_str(&messages_table(self.messages, |(_, path)| import(path))?);
        files.push_str(&table("questionnaires", self.questionnaires, import)?);
        let FirstScreens { whom, modules } = self.first_screens;
        let _ = writeln!(files, "export const firstFor = {whom};");
        files.push_str(&table("firstScreens", modules, first_screen)?);
        files.push_str(&table_of_later(later, &[])?);
        let path = workshop().join(format!("{name}.js"));
        write(&path, files.as_bytes())?;
        Ok(path)
    }

    /// Builds a script that loads what `files` lists.
    fn loading(&self, entry: &str, files: &Path, to: &Path) -> Result<()> {
        let module = top().join(FETCHED);
        let options = ["--format=esm", "--charset=utf8"];
        self.entry(entry, &options, files, &module, to)?;
        esbuild::keep_map(to, to)
    }

    /// Builds `scorecard.standalone.js`, a classic script that contains everything in all
    /// languages.
    pub fn standalone(&self, later: &Later) -> Result<PathBuf> {
        // The module comes with the script, so it is ready before a first screen would be.
        let own = table("questionnaires", self.questionnaires, inline)?
            + "export const firstFor = null;\nexport const firstScreens = {};\n";
        let to = self.dist.join("scorecard.standalone.js");
        self.classic("standalone", &own, later, &to)?;
        Ok(to)
    }

    /// Builds a classic script that contains everything. `own` exports its questionnaires and first
    /// screens.
    fn classic(&self, name: &str, own: &str, later: &Later, to: &Path) -> Result<()> {
        placeholder()?;
        let mut files = String::from(own);
        files.push_str(&messages_table(self.messages, |(_, path)| inline(path))?);
        // If the file is all there is, even correcting an accent must work without other files.
        files.push_str(&table_of_later(later, &["widget", "translate", "accent"])?);
        let path = workshop().join(format!("files-{name}.js"));
        write(&path, files.as_bytes())?;
        // A browser decodes a classic script in the page's encoding, whatever that is, so the
        // script is ASCII.
        let format = ["--format=iife", "--charset=ascii"];
        let module = top().join(INLINE);
        self.entry("scorecard", &format, &path, &module, to)?;
        put_in(to, &pack(&read(&self.reader.wasm)?))?;
        // With the module inside, the script no longer matches its source map.
        let _ = std::fs::remove_file(map_of(to));
        Ok(())
    }

    pub fn entry(
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
            "--external:../dist/*",
            "--external:./extras.js",
            "--external:./module.js",
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
        esbuild(&arguments)?;
        esbuild::mark_imports(to)
    }
}

/// A module that exports the placeholder. The packed module replaces it after minifying, because a
/// minifier would rewrite its literal.
pub fn placeholder() -> Result<PathBuf> {
    let packed = workshop().join("packed.js");
    write(&packed, format!("export default {PACKED};\n").as_bytes())?;
    Ok(packed)
}

/// Replaces the placeholder in a built script by `literal`, which holds the module.
pub fn put_in(script: &Path, literal: &str) -> Result<()> {
    let text = String::from_utf8(read(script)?).map_err(|error| error.to_string())?;
    let (before, after) = text
        .split_once(PACKED)
        .ok_or_else(|| format!("{} has no place for the module", script.display()))?;
    write(script, format!("{before}{literal}{after}").as_bytes())
}

/// The source map that esbuild has written beside a script.
fn map_of(script: &Path) -> PathBuf {
    script.with_file_name(format!("{}.map", name_of(script)))
}
