//! A report as text for a terminal: what the page says, without its plots.
//!
//! Knows how long a line may be. Must not know the words. Callers that print the text must remove
//! control characters, which a terminal would obey.

use super::Material;
use super::page::introduction;
use super::sections::sections;

/// The report, with lines of at most `columns` characters if its words allow that. Ends with a line
/// break.
#[must_use]
pub fn text(material: &Material, columns: usize) -> String {
    let mut text = String::new();
    for line in introduction(material) {
        wrapped(&mut text, &line, "", columns);
    }
    let mut sections = sections(material);
    // How the figures were computed is only on the page, for those who look there.
    sections.pop();
    for section in sections {
        text.push('\n');
        wrapped(&mut text, &section.heading, "", columns);
        wrapped(
            &mut text,
            &"-".repeat(section.heading.chars().count()),
            "",
            columns,
        );
        if section.is_counted {
            wrapped(&mut text, &material.words.note_short, "", columns);
        }
        for hint in &section.hints {
            wrapped(&mut text, hint, "", columns);
        }
        for item in &section.items {
            text.push('\n');
            wrapped(&mut text, &item.label, "", columns);
            for line in &item.lines {
                wrapped(&mut text, line, "  ", columns);
            }
        }
    }
    text
}

/// Adds `words` in lines that begin with `indent`; lines after the first are indented a little
/// more.
fn wrapped(text: &mut String, words: &str, indent: &str, columns: usize) {
    let deeper = if indent.is_empty() { "" } else { "    " };
    let mut line = indent.to_owned();
    let mut is_empty = true;
    for word in words.split([' ', '\n', '\t']).filter(|it| !it.is_empty()) {
        let length = line.chars().count() + 1 + word.chars().count();
        if !is_empty && length > columns {
            text.push_str(&line);
            text.push('\n');
            deeper.clone_into(&mut line);
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
        }
        line.push_str(word);
        is_empty = false;
    }
    text.push_str(&line);
    text.push('\n');
}
