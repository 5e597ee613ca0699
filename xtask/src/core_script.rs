//! `core.js`: what evaluates and renders without the widget, for Node, servers and pages.
//!
//! Knows what it is made of; the embed scripts are the business of `bundle`.

use crate::esbuild::{self, alias, esbuild, outfile, readable};
use crate::files::{name_of, workshop};
use crate::modules::Module;
use crate::parts::Parts;
use crate::run::{Result, top, write};
use crate::style;
use crate::tables::wasm_url;
use crate::texts;
use std::fmt::Write as _;
use std::path::Path;

impl Parts<'_> {
    /// `core.js`, for Node and for pages without the widget, and `scorecard.css`, which its HTML may link.
    pub fn core(&self, full: &Module) -> Result<()> {
        let files = workshop().join("api-files.js");
        write(&files, wasm_url(&full.wasm).as_bytes())?;
        let linked = self.dist.join("scorecard.css");
        // The scorecard is far away while a page shows a first screen that came with it.
        style::sheet(&["1-panel", "2-steps", "4-media", "rendered"], &linked)?;
        let more = [alias("api-files", &files)];
        self.core_with(full, "module-file", &more, "./", &self.dist.join("core.js"))
    }

    /// The core with its module where `pkg/src/api/MODULE.js` looks for it, and the built-in questionnaire in the folder
    /// `from`, as seen from the script.
    pub fn core_with(
        &self,
        full: &Module,
        module: &str,
        more: &[String],
        from: &str,
        to: &Path,
    ) -> Result<()> {
        let mut imports = String::new();
        let mut table = String::new();
        // A language tag need not be a name in JavaScript: `pt-BR`.
        for (index, (lang, path)) in self.questionnaires.iter().enumerate() {
            let _ = writeln!(imports, "import _{index} from \"{from}{}\";", name_of(path));
            let _ = write!(table, "{lang:?}: _{index}, ");
        }
        let questionnaires = workshop().join("questionnaires.js");
        let text = format!("{imports}export default {{ {table}}};\n");
        write(&questionnaires, text.as_bytes())?;
        let options = [
            alias("api-glue", &full.glue),
            alias(
                "api-module",
                &top().join(format!("pkg/src/api/{module}.js")),
            ),
            alias("questionnaires", &questionnaires),
            alias("rendered-style", &self.dist.join("scorecard.css")),
            alias("messages", &texts::all_messages()?),
            outfile(to),
        ];
        let external = format!("--external:{from}social-media-*");
        let mut arguments = vec![
            "pkg/src/api.js",
            "--bundle",
            "--format=esm",
            "--charset=utf8",
            "--target=es2022",
            "--legal-comments=none",
            "--loader:.css=text",
            "--external:./core.wasm",
            "--inject:pkg/src/api/text.js",
            // Where an error is not caught, Node prints the line that threw it.
            "--line-limit=160",
            &external,
        ];
        arguments.extend(readable(self.profile));
        arguments.extend(options.iter().chain(more).map(String::as_str));
        esbuild(&arguments)?;
        esbuild::keep_map(to, to)
    }
}
