//! What a report says, and in which order: sections of items, each with its plot and its numbers in
//! words.
//!
//! Knows which figures a person looks at first. Must not know how a section is laid out: page and
//! terminal each do that in their own way.

mod answering;
mod believing;

use super::Material;
use super::numbers::count;
use super::words::Words;
use crate::messages::fill;
use crate::statistics::mean::Estimate;
use crate::statistics::share::Share;

/// A part of a report under one heading.
#[derive(Default)]
pub struct Section {
    pub heading: String,
    /// One sentence about what the plots show; empty if there are none.
    pub caption: String,
    /// What a person must know to read it, or that there is nothing to show.
    pub hints: Vec<String>,
    /// What the colours of the bars mean, each by its class.
    pub legend: Vec<(&'static str, String)>,
    /// The labels below the plots.
    pub axis: String,
    pub items: Vec<Item>,
    /// Whether the section counts readers' answers, so that it must say who these readers are.
    pub is_counted: bool,
}

/// One misconception or statement.
pub struct Item {
    /// The author's own words; empty if a plot has none.
    pub label: String,
    pub plots: Vec<String>,
    pub lines: Vec<String>,
}

/// All sections that have something to say.
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

/// "What: the share of it"; `None` if nobody answered.
fn line(what: &str, share: Option<&Share>, words: &Words) -> Option<String> {
    let share = super::numbers::share(share?, words);
    Some(fill(&words.line, &[("what", what), ("share", &share)]))
}

/// "What: value", with both already in words.
fn said(what: &str, value: &str, words: &Words) -> String {
    fill(&words.line, &[("what", what), ("share", value)])
}

fn counted(template: &str, number: u32, words: &Words) -> String {
    fill(template, &[("n", &count(number, words))])
}

/// A share with its interval, on an axis from 0 to 1.
fn place(share: &Share) -> (f64, f64, f64) {
    (share.low, share.share, share.high)
}

/// An estimate with its interval, on an axis that begins at `from` and has this length.
fn placed(estimate: &Estimate, from: f64, length: f64) -> (f64, f64, f64) {
    let at = |value: f64| (value - from) / length;
    let value = estimate.value;
    let end = |end: Option<f64>| at(end.unwrap_or(value));
    (end(estimate.low), at(value), end(estimate.high))
}

/// The section on what was read, and what became of it.
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
