//! What a report says, in its order: sections of items, each with its plot and its numbers in words.
//!
//! Knows which figures a person looks at first; not how a section is laid out, which page and terminal do in their ways.

mod answering;
mod believing;

use super::Material;
use super::numbers::count;
use super::words::Words;
use crate::messages::fill;
use crate::statistics::mean::Estimate;
use crate::statistics::share::Share;

/// A part of a report under a heading.
#[derive(Default)]
pub struct Section {
    pub heading: String,
    /// One sentence on what the plots show; empty where there are none.
    pub caption: String,
    /// What must be known to read it, or that there is nothing to show.
    pub hints: Vec<String>,
    /// What the colours of the bars are, each by its class.
    pub legend: Vec<(&'static str, String)>,
    /// The line below the plots.
    pub axis: String,
    pub items: Vec<Item>,
    /// Whether readers' answers are counted in it, so that it must be said who they are.
    pub is_counted: bool,
}

/// One misconception or statement.
pub struct Item {
    /// The author's own words; empty where a plot has none.
    pub label: String,
    pub plots: Vec<String>,
    pub lines: Vec<String>,
}

/// All sections that say something.
pub fn sections(material: &Material) -> Vec<Section> {
    let mut sections = vec![believing::beliefs(material)];
    if !material.figures.contested.is_empty() {
        sections.push(believing::contested(material));
    }
    sections.push(believing::change(material));
    sections.push(answering::statements(material));
    sections.extend(answering::fit(material));
    sections.push(answering::habits(material));
    sections.extend(answering::contradictions(material));
    sections.push(answering::disputes(material));
    sections.push(read(material));
    sections.push(Section {
        heading: material.words.method.clone(),
        hints: material.words.methods.clone(),
        ..Section::default()
    });
    sections
}

/// "What: the share of it", and nothing where nobody answered.
fn line(what: &str, share: Option<&Share>, words: &Words) -> Option<String> {
    let share = super::numbers::share(share?, words);
    Some(fill(&words.line, &[("what", what), ("share", &share)]))
}

/// The same with words that are ready.
fn said(what: &str, value: &str, words: &Words) -> String {
    fill(&words.line, &[("what", what), ("share", value)])
}

fn counted(template: &str, number: u32, words: &Words) -> String {
    fill(template, &[("n", &count(number, words))])
}

/// A share with its interval, as a place on a line from 0 to 1.
fn place(share: &Share) -> (f64, f64, f64) {
    (share.low, share.share, share.high)
}

/// An estimate as a place on a line that begins at `from` and is so long.
fn placed(estimate: &Estimate, from: f64, length: f64) -> (f64, f64, f64) {
    let at = |value: f64| (value - from) / length;
    let value = estimate.value;
    let end = |end: Option<f64>| at(end.unwrap_or(value));
    (end(estimate.low), at(value), end(estimate.high))
}

/// What was read, and what became of it.
fn read(material: &Material) -> Section {
    let Material {
        figures,
        counts,
        read,
        words,
        ..
    } = material;
    let mut hints = vec![
        counted(&words.rows, read.rows, words),
        fill(
            &words.responses,
            &[
                ("n", &count(counts.responses, words)),
                ("counted", &count(figures.responses, words)),
            ],
        ),
    ];
    for (template, number) in [
        (&words.remarks, counts.remarks),
        (&words.withdrawals, counts.withdrawals),
        (&words.others, read.others),
        (&words.other_versions, read.other_versions),
        (&words.damaged, read.damaged),
    ] {
        if number > 0 {
            hints.push(counted(template, number, words));
        }
    }
    Section {
        heading: words.read.clone(),
        hints,
        ..Section::default()
    }
}
