//! Makes the package's style sheets from the parts in `src/style/` and the defaults in the
//! element's description, `pkg/custom-elements.json`.

use crate::esbuild::{esbuild, outfile};
use crate::files::{name_of, workshop};
use crate::run::{Result, read, read_json, top, write};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The minified style sheet of the shadow root, without the scorecard's part.
pub fn inside() -> Result<PathBuf> {
    let style = workshop().join("style.css");
    sheet(&["1-panel", "2-steps", "4-media"], &style)?;
    Ok(style)
}

/// The minified style sheet of the scorecard, applied after the other one. Both contain the last
/// part: its media queries, for readers' preferences and for paper, must come after the rules that
/// they override.
pub fn scorecard() -> Result<PathBuf> {
    let style = workshop().join("scorecard-style.css");
    joined(String::new(), &["3-scorecard", "4-media"], &style)?;
    Ok(style)
}

/// Joins these parts of the style sheet into one minified file, after the rule that `properties`
/// writes.
pub fn sheet(parts: &[&str], to: &Path) -> Result<()> {
    joined(properties()?, parts, to)
}

fn joined(mut sheet: String, parts: &[&str], to: &Path) -> Result<()> {
    let raw = workshop().join(format!("raw-{}", name_of(to)));
    for part in parts {
        let part = top().join(format!("src/style/{part}.css"));
        sheet.push_str(&String::from_utf8_lossy(&read(&part)?));
    }
    write(&raw, sheet.as_bytes())?;
    esbuild(&[&raw.to_string_lossy(), "--minify", &outfile(to)])
}

/// Writes the rule that gives each public custom property its default. Inside the shadow root,
/// `--scorecard-radius` is read as `--ms-radius`. A property whose default is `inherit` is left
/// out, because a custom property with the value `inherit` inherits that same custom property.
fn properties() -> Result<String> {
    let description = read_json(&top().join("pkg/custom-elements.json"))?;
    let properties = description
        .pointer("/modules/0/declarations/0/cssProperties")
        .and_then(Value::as_array)
        .ok_or("pkg/custom-elements.json lists no cssProperties")?;
    let mut rule = String::from(".panel,\n.waiting {\n");
    for property in properties {
        let text = |key| property.get(key).and_then(Value::as_str).unwrap_or("");
        let (name, default) = (text("name"), text("default"));
        let inside = name.strip_prefix("--scorecard").ok_or_else(|| {
            format!("pkg/custom-elements.json: {name} does not begin with --scorecard")
        })?;
        if default == "inherit" {
            continue;
        }
        let value = if inside == "-accent" {
            // pkg/src/element/accent.js sets a corrected accent if the author's has too little
            // contrast.
            format!("var(--ms-corrected, var({name}, {default}))")
        } else {
            format!("var({name}, {default})")
        };
        let _ = writeln!(rule, "  --ms{inside}: {value};");
    }
    rule.push_str("}\n");
    Ok(rule)
}
