//! Sections on the statements: how readers answer them, whether they fit together, and what readers
//! dispute. Knows the figures of statements and habits; what readers believe is in `believing`.

use super::believing::percent_axis;
use super::{Item, Section, counted, line, place, placed, said};
use crate::picture::plot;
use crate::report::Material;
use crate::report::numbers::{estimate, facility};
use crate::report::words::Words;
use crate::statistics::figures::MisconceptionFigures;
use crate::statistics::reliability::Method;
use crate::statistics::share::Share;
use crate::statistics::statements::StatementFigures;

const QUARTERS: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];

/// A statement's own words, as plain text.
fn text_of(material: &Material, id: &str) -> String {
    let statements = &material.questionnaire.statements;
    let statement = statements.iter().find(|it| it.id == id);
    statement.map_or_else(String::new, |it| it.text.clone())
}

/// The section on facility and discrimination.
pub fn statements(material: &Material) -> Section {
    let words = material.words;
    let of = |it: &StatementFigures| Item {
        label: text_of(material, &it.id),
        plots: plots(it),
        lines: lines(it, words),
    };
    Section {
        heading: words.statements.clone(),
        caption: words.statements_caption.clone(),
        hints: vec![words.statements_hint.clone()],
        axis: percent_axis() + &plot::axis(&[(0.0, "\u{2212}1"), (0.5, "0"), (1.0, "1")]),
        items: material.figures.statements.iter().map(of).collect(),
        is_counted: true,
        ..Section::default()
    }
}

fn plots(of: &StatementFigures) -> Vec<String> {
    let facility = of.facility.as_ref().map(|it| placed(it, 0.0, 1.0));
    let discrimination = of.discrimination.as_ref().map(|it| placed(it, -1.0, 2.0));
    let strip = |it| plot::dots(&QUARTERS, &[(false, it)]);
    [facility, discrimination]
        .into_iter()
        .flatten()
        .map(strip)
        .collect()
}

fn lines(of: &StatementFigures, words: &Words) -> Vec<String> {
    if of.contested {
        return vec![words.no_right_way.clone()];
    }
    let value = |text: Option<String>| text.unwrap_or_else(|| words.cannot_tell.clone());
    let easy = value(of.facility.as_ref().map(|it| facility(it, words)));
    let telling = value(of.discrimination.as_ref().map(|it| estimate(it, words)));
    vec![
        said(&words.facility, &easy, words),
        said(&words.discrimination, &telling, words),
    ]
}

/// The section on whether the statements of each misconception measure one thing; `None` if every
/// misconception has one statement.
pub fn fit(material: &Material) -> Option<Section> {
    let (words, figures) = (material.words, material.figures);
    let many = |id: &str| {
        let own = figures
            .statements
            .iter()
            .filter(|it| it.misconception == id);
        own.count() > 1
    };
    let all = figures.misconceptions.iter().chain(&figures.contested);
    let items: Vec<Item> = all
        .filter(|it| many(&it.id))
        .map(|it| reliability(it, words))
        .collect();
    let axis = plot::axis(&[
        (0.0, "0"),
        (0.5, &format!("0{}5", words.decimal)),
        (1.0, "1"),
    ]);
    (!items.is_empty()).then(|| Section {
        heading: words.fit.clone(),
        caption: words.fit_caption.clone(),
        axis,
        items,
        is_counted: true,
        ..Section::default()
    })
}

fn reliability(of: &MisconceptionFigures, words: &Words) -> Item {
    let mut item = Item {
        label: of.name.clone(),
        plots: Vec::new(),
        lines: vec![words.cannot_tell.clone()],
    };
    if let Some(found) = &of.reliability {
        let method = match found.method {
            Method::SpearmanBrown => words.spearman_brown.clone(),
            Method::Alpha => counted(&words.alpha, found.statements, words),
        };
        item.lines = vec![said(&method, &estimate(&found.value, words), words)];
        if let Some(omega) = &found.omega {
            item.lines
                .push(said(&words.omega, &estimate(omega, words), words));
        }
        let place = placed(&found.value, 0.0, 1.0);
        item.plots.push(plot::dots(&QUARTERS, &[(false, place)]));
    }
    item
}

/// The section on habits: don't know and blanks per statement, and straight lines over all.
pub fn habits(material: &Material) -> Section {
    let (words, figures) = (material.words, material.figures);
    let straight = figures.habits.straight_lined.as_ref();
    let straight = line(&words.straight, straight, words);
    let of = |it: &StatementFigures| {
        let part = |share: Option<Share>| share.map_or(0.0, |it| it.share);
        let parts = [("dont-know", part(it.dont_know)), ("blank", part(it.blank))];
        let lines = [
            line(&words.dont_know, it.dont_know.as_ref(), words),
            line(&words.blank, it.blank.as_ref(), words),
        ];
        Item {
            label: text_of(material, &it.id),
            plots: vec![plot::bar(&parts, None)],
            lines: lines.into_iter().flatten().collect(),
        }
    };
    Section {
        heading: words.habits.clone(),
        caption: words.habits_caption.clone(),
        hints: vec![straight.unwrap_or_else(|| words.straight_nobody.clone())],
        legend: vec![
            ("dont-know", words.dont_know.clone()),
            ("blank", words.blank.clone()),
        ],
        axis: percent_axis(),
        items: figures.statements.iter().map(of).collect(),
        is_counted: true,
    }
}

/// The section on contradictory answers per misconception; `None` if no misconception has
/// statements of both keys that somebody answered.
pub fn contradictions(material: &Material) -> Option<Section> {
    let (words, figures) = (material.words, material.figures);
    let all = figures.misconceptions.iter().chain(&figures.contested);
    let items: Vec<Item> = all
        .filter_map(|it| {
            Some(shared(
                it,
                &words.contradictory,
                it.inconsistent.as_ref()?,
                words,
            ))
        })
        .collect();
    (!items.is_empty()).then(|| Section {
        heading: words.contradictions.clone(),
        caption: words.contradictions_caption.clone(),
        axis: percent_axis(),
        items,
        is_counted: true,
        ..Section::default()
    })
}

/// The section on what readers dispute, and how many suggestions there are.
pub fn disputes(material: &Material) -> Section {
    let (words, figures) = (material.words, material.figures);
    let all = figures.misconceptions.iter().chain(&figures.contested);
    let items: Vec<Item> = all
        .filter(|it| it.disputes > 0)
        .map(|it| match &it.disputed {
            Some(share) => shared(it, &words.disputed, share, words),
            None => Item {
                label: it.name.clone(),
                plots: Vec::new(),
                lines: vec![counted(&words.disputes_many, it.disputes, words)],
            },
        })
        .collect();
    let mut hints = Vec::new();
    if items.is_empty() {
        hints.push(words.disputes_none.clone());
    }
    if material.suggestions > 0 {
        hints.push(counted(&words.suggestions, material.suggestions, words));
    }
    Section {
        heading: words.disputes.clone(),
        caption: words.disputes_caption.clone(),
        hints,
        axis: percent_axis(),
        is_counted: !items.is_empty(),
        items,
        ..Section::default()
    }
}

/// A misconception with one share and its dot.
fn shared(of: &MisconceptionFigures, what: &str, share: &Share, words: &Words) -> Item {
    Item {
        label: of.name.clone(),
        plots: vec![plot::dots(&QUARTERS, &[(false, place(share))])],
        lines: line(what, Some(share), words).into_iter().collect(),
    }
}
