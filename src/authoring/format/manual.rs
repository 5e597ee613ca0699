//! The manual of the format, as Markdown and as HTML: every key with its kind, its purpose and an
//! example.
//!
//! It is generated from what the parser asks for and from the explanations, so it cannot leave a
//! key out. The pages around it are pkg/FORMAT.md and www/format.html; a test makes sure that they
//! are up to date.

use super::explanations::{CHOICES, EXPLANATIONS, Explanation};
use super::keys::{Field, FieldKind, field, shape};
use super::schema::{RELATIVE, key};
use std::fmt::Write as _;

/// An object of the format and its keys.
struct Section {
    /// Its path, such as `misconceptions › statements`; empty for the questionnaire itself.
    path: String,
    about: &'static str,
    entries: Vec<Entry>,
}

/// One key.
struct Entry {
    name: String,
    /// The kind of its value, and whether it is required.
    facts: String,
    words: &'static Explanation,
    /// The allowed strings, each with its meaning.
    choices: Vec<(&'static str, &'static str)>,
}

impl Entry {
    fn example(&self) -> String {
        let is_item = self.name.ends_with(']');
        if is_item {
            self.words.example.to_owned()
        } else {
            format!("\"{}\": {}", self.name, self.words.example)
        }
    }
}

/// The keys as Markdown.
#[must_use]
pub fn markdown() -> String {
    let mut text = String::new();
    for section in sections() {
        let title = match section.path.as_str() {
            "" => "The questionnaire".to_owned(),
            path => format!("`{path}`"),
        };
        let _ = write!(text, "\n## {title}\n\n");
        if !section.about.is_empty() {
            let _ = write!(text, "{}\n\n", section.about);
        }
        for entry in section.entries {
            let Explanation { what, why, .. } = entry.words;
            let _ = write!(
                text,
                "**`{}`** ({}). {what} {why}\n\n",
                entry.name, entry.facts
            );
            for (word, meaning) in &entry.choices {
                let _ = writeln!(text, "- `{word}`: {meaning}");
            }
            if !entry.choices.is_empty() {
                text.push('\n');
            }
            let _ = write!(text, "```json\n{}\n```\n\n", entry.example());
        }
    }
    text
}

/// The keys as HTML.
#[must_use]
pub fn html() -> String {
    let mut text = String::from("\n");
    for section in sections() {
        let id = section.path.replace(" › ", "-");
        if id.is_empty() {
            text.push_str("<h2 id=\"questionnaire\">The questionnaire</h2>\n");
        } else {
            let _ = writeln!(text, "<h2 id=\"{id}\"><code>{}</code></h2>", section.path);
        }
        if !section.about.is_empty() {
            let _ = writeln!(text, "<p>{}</p>", escaped(section.about));
        }
        text.push_str("<dl>\n");
        for entry in section.entries {
            let Explanation { what, why, .. } = entry.words;
            let _ = writeln!(
                text,
                "<dt><code>{}</code> <small>{}</small></dt>",
                entry.name, entry.facts
            );
            let _ = writeln!(text, "<dd>\n<p>{} {}</p>", escaped(what), escaped(why));
            if !entry.choices.is_empty() {
                text.push_str("<ul>\n");
                for (word, meaning) in &entry.choices {
                    let _ = writeln!(text, "<li><code>{word}</code>: {}</li>", escaped(meaning));
                }
                text.push_str("</ul>\n");
            }
            let _ = writeln!(
                text,
                "<pre><code>{}</code></pre>\n</dd>",
                escaped(&entry.example())
            );
        }
        text.push_str("</dl>\n");
    }
    text
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// The objects in the order of the explanations. The one whose keys the author chooses comes last.
fn sections() -> Vec<Section> {
    let fields = shape();
    let is_map = |pattern: &&str| {
        field(&fields, pattern).is_some_and(|field| matches!(field.kind, FieldKind::Map))
    };
    let mut sections: Vec<Section> = std::iter::once("")
        .chain(EXPLANATIONS.iter().map(|words| words.pattern))
        .filter(is_map)
        .map(|pattern| Section {
            path: path(pattern),
            about: key(pattern).map_or("", |words| words.what),
            entries: entries(&fields, pattern),
        })
        .collect();
    sections.push(Section {
        path: "translations".to_owned(),
        about: key("/translations").map_or("", |words| words.what),
        entries: key("/translations/*")
            .map(|words| free(words, "en", "object, or a string with its URL"))
            .into_iter()
            .collect(),
    });
    sections
}

fn path(pattern: &str) -> String {
    let keys: Vec<&str> = pattern
        .split('/')
        .filter(|key| !matches!(*key, "" | "*"))
        .collect();
    keys.join(" › ")
}

/// The entries of the object at `pattern`: its keys, and after an array its items, unless these are
/// objects.
fn entries(fields: &[Field], pattern: &str) -> Vec<Entry> {
    let mut entries = Vec::new();
    for words in EXPLANATIONS {
        let Some((parent, name)) = words.pattern.rsplit_once('/') else {
            continue;
        };
        let around = parent
            .rsplit_once('/')
            .map(|(around, list)| (around, list, name));
        let known = field(fields, words.pattern);
        if parent == pattern && name == "$comment" {
            entries.push(free(words, name, "string, in any object"));
        } else if parent == pattern {
            entries.extend(known.map(|field| entry(name.to_owned(), field, words)));
        } else if let Some((around, list, "*")) = around
            && around == pattern
            && let Some(field) = known.filter(|field| !matches!(field.kind, FieldKind::Map))
        {
            entries.push(entry(format!("{list}[ ]"), field, words));
        }
    }
    entries
}

/// An entry for a key that the parser does not ask for.
fn free(words: &'static Explanation, name: &str, facts: &str) -> Entry {
    Entry {
        name: name.to_owned(),
        facts: facts.to_owned(),
        words,
        choices: Vec::new(),
    }
}

fn entry(name: String, field: &Field, words: &'static Explanation) -> Entry {
    let mut facts = match field.kind {
        FieldKind::Text if field.is_prose => "string, with markup if you allow it".to_owned(),
        FieldKind::Anything | FieldKind::Text => "string".to_owned(),
        FieldKind::Names | FieldKind::Map => "object".to_owned(),
        FieldKind::List { is_filled: true } => "array, at least one item".to_owned(),
        FieldKind::List { is_filled: false } => "array".to_owned(),
        FieldKind::Written { expected, .. } => expected.text().to_owned(),
        FieldKind::Choice(words) => words.join(" or "),
        FieldKind::Boolean => "true or false".to_owned(),
        FieldKind::Number(low, high) if low > 0.0 && high > 1e9 => "number above 0".to_owned(),
        FieldKind::Number(low, high) => format!("number from {low} to {high}"),
        FieldKind::Integer(..) if field.pattern == RELATIVE => "whole number".to_owned(),
        FieldKind::Integer(low, high) => format!("whole number from {low} to {high}"),
    };
    if field.pattern == RELATIVE {
        facts.push_str(", required with from");
    } else if field.is_required {
        facts.push_str(", required");
    }
    let choices = CHOICES
        .iter()
        .filter(|choice| choice.pattern == field.pattern);
    Entry {
        name,
        facts,
        words,
        choices: choices.map(|choice| (choice.value, choice.what)).collect(),
    }
}
