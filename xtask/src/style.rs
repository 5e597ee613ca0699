//! The style sheets of the package, from the parts in `src/style/` and the defaults in the element's description.

use crate::esbuild::{esbuild, outfile};
use crate::files::{name_of, workshop};
use crate::run::{Result, read, read_json, top, write};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The style sheet of the shadow root, but for the scorecard, minified.
pub fn inside() -> Result<PathBuf> {
    let style = workshop().join("style.css");
    sheet(&["1-panel", "2-steps", "4-media"], &style)?;
    Ok(style)
}

/// The style sheet of the scorecard, worn after the other. Its last part is also in that one: what readers and paper ask
/// for must come after what it overrides.
pub fn scorecard() -> Result<PathBuf> {
    let style = workshop().join("scorecard-style.css");
    joined(String::new(), &["3-scorecard", "4-media"], &style)?;
    Ok(style)
}

/// These parts of the style sheet as one file, minified, with what the public custom properties are inside.
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

/// The rule that gives each public custom property of the element's description its default: inside,
/// `--scorecard-radius` is `--ms-radius`. One that is inherited needs none: `inherit` would be taken for the
/// custom property's own.
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
            // What is too faint is corrected: pkg/src/element/accent.js.
            format!("var(--ms-corrected, var({name}, {default}))")
        } else {
            format!("var({name}, {default})")
        };
        let _ = writeln!(rule, "  --ms{inside}: {value};");
    }
    rule.push_str("}\n");
    Ok(rule)
}
