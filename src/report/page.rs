//! A report as one HTML page that loads nothing: no script, no URL, its style sheet inline.
//!
//! Knows how sections are laid out, and escapes every string. Which figures there are and what is
//! said about them is decided in `sections`.

use super::sections::{Item, Section, sections};
use super::{Material, numbers};
use crate::messages::fill;
use crate::picture::plot::escape;
use std::fmt::Write as _;

const STYLE: &str = include_str!("page.css");
/// A content security policy that lets the page load nothing, whatever a string contains.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The report as HTML. The same material gives the same bytes.
#[must_use]
pub fn page(material: &Material) -> String {
    let words = material.words;
    let title = format!("{} · {}", words.heading, material.questionnaire.title);
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
        escape(&words.lang),
        escape(&title),
    );
    let _ = writeln!(html, "<h1>{}</h1>", escape(&words.heading));
    for (at, line) in introduction(material).iter().enumerate() {
        paragraph(&mut html, if at == 0 { "lead" } else { "note" }, line);
    }
    for it in sections(material) {
        section(&mut html, &it, material);
    }
    html.push_str("</main>\n</body>\n</html>\n");
    html
}

/// The paragraphs that say whose answers these are, and whose they are not.
pub(super) fn introduction(material: &Material) -> Vec<String> {
    let (words, figures) = (material.words, material.figures);
    let template = match figures.responses {
        0 => &words.lead_none,
        1 => &words.lead_one,
        _ => &words.lead,
    };
    let values = [
        ("n", &*numbers::count(figures.responses, words)),
        ("title", &*figures.questionnaire.title),
        ("version", &*figures.questionnaire.version),
    ];
    let mut lines = vec![fill(template, &values)];
    if figures.answered_again > 0 {
        let again = numbers::count(figures.answered_again, words);
        lines.push(fill(&words.again, &[("n", &again)]));
    }
    lines.push(words.note.clone());
    lines
}

fn section(html: &mut String, section: &Section, material: &Material) {
    let _ = writeln!(html, "<section>\n<h2>{}</h2>", escape(&section.heading));
    if !section.items.is_empty() && !section.caption.is_empty() {
        paragraph(html, "caption", &section.caption);
    }
    if section.is_counted {
        paragraph(html, "who", &material.words.note_short);
    }
    for hint in &section.hints {
        paragraph(html, "hint", hint);
    }
    if !section.items.is_empty() {
        items(html, section, material);
    }
    html.push_str("</section>\n");
}

fn items(html: &mut String, section: &Section, material: &Material) {
    if !section.legend.is_empty() {
        html.push_str("<ul class=\"legend\">\n");
        for (class, word) in &section.legend {
            let _ = writeln!(
                html,
                "<li><svg class=\"key\" width=\"12\" height=\"12\" aria-hidden=\"true\">\
                 <rect class=\"{class}\" width=\"12\" height=\"12\"/></svg> {}</li>",
                escape(word)
            );
        }
        html.push_str("</ul>\n");
    }
    html.push_str("<ul class=\"items\">\n");
    for it in &section.items {
        item(html, it, &material.questionnaire.lang);
    }
    html.push_str("</ul>\n");
    if !section.axis.is_empty() {
        let _ = writeln!(html, "<div class=\"axis\">{}</div>", section.axis);
    }
}

fn item(html: &mut String, item: &Item, lang: &str) {
    let _ = writeln!(
        html,
        "<li>\n<h3 lang=\"{}\" dir=\"auto\">{}</h3>",
        escape(lang),
        escape(&item.label)
    );
    if !item.plots.is_empty() {
        let _ = writeln!(html, "<div class=\"plots\">{}</div>", item.plots.concat());
    }
    html.push_str("<div class=\"lines\">\n");
    for line in &item.lines {
        let _ = writeln!(html, "<p>{}</p>", escape(line));
    }
    html.push_str("</div>\n</li>\n");
}

fn paragraph(html: &mut String, class: &str, text: &str) {
    let _ = writeln!(html, "<p class=\"{class}\">{}</p>", escape(text));
}
