//! Sections on who believes what, where experts disagree, and what changed. Knows the figures of
//! misconceptions.

use super::{Item, Section, counted, line, place, said};
use crate::messages::fill;
use crate::picture::plot;
use crate::report::Material;
use crate::report::numbers::{count, estimate, percent};
use crate::report::words::Words;
use crate::statistics::change::Change;
use crate::statistics::figures::{MisconceptionFigures, Verdicts};
use crate::statistics::share::Share;

/// The section on beliefs. The misconceptions believed by most readers come first.
pub fn beliefs(material: &Material) -> Section {
    let words = material.words;
    let of = |it: &&MisconceptionFigures| it.held.map_or(-1.0, |it| it.share);
    let mut ordered: Vec<&MisconceptionFigures> = material.figures.misconceptions.iter().collect();
    ordered.sort_by(|one, other| of(other).total_cmp(&of(one)));
    Section {
        heading: words.beliefs.clone(),
        caption: words.beliefs_caption.clone(),
        hints: vec![words.interval.clone()],
        ..bars(&ordered, words)
    }
}

/// The section on contested misconceptions, in the author's order, because any ranking would be a
/// judgement.
pub fn contested(material: &Material) -> Section {
    let words = material.words;
    let all: Vec<&MisconceptionFigures> = material.figures.contested.iter().collect();
    Section {
        heading: words.contested.clone(),
        caption: words.contested_caption.clone(),
        ..bars(&all, words)
    }
}

fn bars(all: &[&MisconceptionFigures], words: &Words) -> Section {
    Section {
        legend: [
            ("held", &words.held),
            ("leaning", &words.leaning),
            ("unsure", &words.unsure),
            ("not-held", &words.not_held),
        ]
        .map(|(class, word)| (class, word.clone()))
        .into(),
        axis: percent_axis(),
        items: all.iter().map(|it| item(it, words)).collect(),
        is_counted: true,
        ..Section::default()
    }
}

/// Labels at the quarters of an axis in percent.
pub fn percent_axis() -> String {
    let words = ["0 %", "25", "50", "75", "100 %"];
    let places = [0.0, 0.25, 0.5, 0.75, 1.0];
    let marks: Vec<(f64, &str)> = places.into_iter().zip(words).collect();
    plot::axis(&marks)
}

fn item(of: &MisconceptionFigures, words: &Words) -> Item {
    // With one statement and a scale of two points nobody can lean.
    let leaning = of.leaning.as_ref().filter(|it| it.count > 0);
    let lines = [
        line(&words.held, of.held.as_ref(), words),
        line(&words.leaning, leaning, words),
    ];
    let mut lines: Vec<String> = lines.into_iter().flatten().collect();
    if lines.is_empty() {
        lines.push(words.nobody.clone());
    } else if of.verdicts.insufficient > 0 {
        lines.push(counted(&words.too_few, of.verdicts.insufficient, words));
    }
    Item {
        label: of.name.clone(),
        plots: of.held.iter().map(|held| bar(&of.verdicts, held)).collect(),
        lines,
    }
}

fn bar(of: &Verdicts, held: &Share) -> String {
    let part = |count: u32| f64::from(count) / f64::from(of.classified);
    let parts = [
        ("held", part(of.held)),
        ("leaning", part(of.leaning)),
        ("unsure", part(of.unsure)),
        ("not-held", part(of.not_held)),
    ];
    plot::bar(&parts, Some(place(held)))
}

/// The section on what changed for the readers who have answered again.
pub fn change(material: &Material) -> Section {
    let (words, figures) = (material.words, material.figures);
    let all = figures.misconceptions.iter();
    let changed = all.filter_map(|it| Some((it, it.change.as_ref()?)));
    let items: Vec<Item> = changed
        .map(|(it, change)| moved(it, change, words))
        .collect();
    let is_empty = items.is_empty();
    let hint = if is_empty {
        &words.change_nobody
    } else {
        &words.change_hint
    };
    Section {
        heading: words.change.clone(),
        caption: words.change_caption.clone(),
        hints: vec![hint.clone()],
        axis: percent_axis(),
        items,
        is_counted: !is_empty,
        ..Section::default()
    }
}

fn moved(of: &MisconceptionFigures, change: &Change, words: &Words) -> Item {
    let (before, after) = (change.before.as_ref(), change.after.as_ref());
    let shares = [
        line(&words.first, before, words),
        line(&words.now, after, words),
    ];
    let mut lines: Vec<String> = shares.into_iter().flatten().collect();
    if lines.is_empty() {
        lines.push(words.nobody.clone());
    }
    if let Some(sign) = &change.sign {
        let test = fill(&words.chance, &[("percent", &percent(sign.p, words))]);
        let number = |number| count(number, words);
        lines.push(format!(
            "{}; {}; {test}",
            said(&words.corrected, &number(sign.corrected), words),
            said(&words.acquired, &number(sign.acquired), words),
        ));
    }
    if let Some(mean) = &change.normalized {
        lines.push(said(&words.normalized, &estimate(mean, words), words));
    }
    let dots = before.zip(after).map(|(before, after)| {
        let dots = [(true, place(before)), (false, place(after))];
        plot::dots(&[0.0, 0.25, 0.5, 0.75, 1.0], &dots)
    });
    Item {
        label: of.name.clone(),
        plots: dots.into_iter().collect(),
        lines,
    }
}
