//! Builds `core.js`, which evaluates and renders without the widget, for Node, servers and pages.
//!
//! Knows what it is made of. The embed scripts are built in `bundle`.

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
    /// Builds `core.js`, for Node and for pages without the widget, and `scorecard.css`, which its
    /// HTML may link to.
    pub fn core(&self, full: &Module) -> Result<()> {
        let files = workshop().join("api-files.js");
        write(&files, wasm_url(&full.wasm).as_bytes())?;
        let linked = self.dist.join("scorecard.css");
        // The scorecard's styles are left out: a page with a first screen needs them only later,
        // and then the widget brings them.
        style::sheet(&["1-panel", "2-steps", "4-media", "rendered"], &linked)?;
        let more = [alias("api-files", &files)];
        self.core_with(full, "module-file", &more, "./", &self.dist.join("core.js"))
    }

    /// Builds the core with its module, which `pkg/src/api/MODULE.js` locates. The built-in
    /// questionnaire is in the folder `from`, relative to the script.
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
        // A language tag such as `pt-BR` is not always a valid JavaScript identifier, so imports
        // are numbered.
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
            // If an error is not caught, Node prints the whole line that threw it, so lines are
            // kept short.
            "--line-limit=160",
            &external,
        ];
        arguments.extend(readable(self.profile));
        arguments.extend(options.iter().chain(more).map(String::as_str));
        esbuild(&arguments)?;
        esbuild::keep_map(to, to)
    }
}
