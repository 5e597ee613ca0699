//! Measures what a reader's page loads, part by part, in bytes after brotli 11, and compares it
//! with the gates in `xtask/gates.json`.

use crate::build::{self, Built};
use crate::compiler::Kind;
use crate::esbuild::esbuild;
use crate::files::{Languages, workshop};
use crate::run::{Result, read, read_json, top, write};
use serde_json::Value;
use std::path::Path;

pub fn size(is_ordinary: bool) -> Result<()> {
    let built = build::build(Kind::find(is_ordinary)?)?;
    let gates = read_json(&top().join("xtask/gates.json"))?;
    let mut over = Vec::new();
    println!("\n{:<24}{:>9}{:>9}", "part", "bytes", "gate");
    for (part, bytes) in parts(&built)? {
        let gate = gates.get(&part).and_then(Value::as_u64);
        let gate = gate.ok_or_else(|| format!("xtask/gates.json has no gate for {part:?}"))?;
        let is_over = bytes as u64 > gate;
        println!(
            "{part:<24}{bytes:>9}{gate:>9}{}",
            if is_over { "  over" } else { "" }
        );
        if is_over {
            over.push(part);
        }
    }
    if over.is_empty() {
        Ok(())
    } else if built.kind.is_small() {
        Err(format!("over the gate: {}", over.join(", ")))
    } else {
        println!("Not enforced: this compiler cannot make the small module.");
        Ok(())
    }
}

/// The parts and their bytes. If a part exists per language, the largest counts.
fn parts(built: &Built) -> Result<Vec<(String, usize)>> {
    let of = |path: &Path| Ok::<usize, String>(brotli(&read(path)?));
    let largest = |modules: &Languages| {
        let sizes: Result<Vec<usize>> = modules.iter().map(|(_, path)| of(path)).collect();
        sizes.map(|sizes| sizes.into_iter().max().unwrap_or(0))
    };
    let wasm = of(&built.wasm)?;
    let entry = of(&built.entry)?;
    let messages = largest(&built.messages)?;
    let questionnaire = largest(&built.questionnaires)?;
    let widget = of(&built.later.widget)?;
    let by_language: Result<Vec<usize>> = built.by_language.iter().map(|path| of(path)).collect();
    Ok([
        // The most important gate: a reader waits for this.
        (
            "until the first screen",
            by_language?.into_iter().max().unwrap_or(0),
        ),
        ("first screen", largest(&built.first_screens)?),
        ("wasm", wasm),
        ("widget and glue", widget),
        ("shim", without_style(built)?),
        ("style", of(&workshop().join("style.css"))?),
        ("messages", messages),
        ("questionnaire", questionnaire),
        (
            "until the scorecard",
            wasm + widget + entry + messages + questionnaire,
        ),
        ("classic script", of(&built.standalone)?),
        ("JavaScript fallback", of(&built.later.fallback)?),
        ("doctor", of(&built.later.doctor)?),
        ("extras", of(&built.later.extras)? + of(&built.extras)?),
        ("sending", of(&built.later.sending)?),
        ("feed", of(&built.later.feed)?),
        ("an author's accent", of(&built.later.accent)?),
        ("translation", of(&built.later.translate)?),
    ]
    .map(|(part, bytes)| (part.to_owned(), bytes))
    .into())
}

/// The compressed size of the entry without its style sheet, which it contains as a string.
fn without_style(built: &Built) -> Result<usize> {
    let style = workshop().join("style.js");
    let text = String::from_utf8(read(&workshop().join("style.css"))?);
    let text = text.map_err(|error| error.to_string())?;
    // Let esbuild print the string, so that it looks as it does in the entry.
    write(&style, format!("x({})", Value::from(text)).as_bytes())?;
    let printed = workshop().join("style.min.js");
    let outfile = format!("--outfile={}", printed.display());
    esbuild(&[
        &style.to_string_lossy(),
        "--minify",
        "--charset=utf8",
        "--target=es2022",
        &outfile,
    ])?;
    let utf8 = |bytes| String::from_utf8(bytes).map_err(|error| error.to_string());
    let printed = utf8(read(&printed)?)?;
    let literal = printed
        .trim()
        .trim_start_matches("x(")
        .trim_end_matches(");");
    let entry = utf8(read(&built.entry)?)?;
    if !entry.contains(literal) {
        return Err("the style sheet was not found in the entry".into());
    }
    Ok(brotli(entry.replace(literal, "\"\"").as_bytes()))
}

fn brotli(content: &[u8]) -> usize {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: content.len(),
        ..Default::default()
    };
    let mut content = content;
    // Writing to memory cannot fail.
    let _ = brotli::BrotliCompress(&mut content, &mut packed, &parameters);
    packed.len()
}
