//! A report as text for a terminal: what the page says, without its plots.
//!
//! Knows how wide a line may be; not what is said, nor what a terminal would obey, which whoever prints it takes care of.

use super::Material;
use super::page::introduction;
use super::sections::sections;

/// The report, each line of at most `columns` characters where its words allow it. Ends with a line break.
#[must_use]
pub fn text(material: &Material, columns: usize) -> String {
    let mut text = String::new();
    for line in introduction(material) {
        wrapped(&mut text, &line, "", columns);
    }
    let mut sections = sections(material);
    // How it was computed is for who looks into the page.
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

/// Adds `words` in lines that begin with `indent`; the second and later ones a little deeper.
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
