//! Advice on a usable questionnaire: what would make its verdicts and refutations more trustworthy.
//!
//! This file knows the advice in SCORING.md section 7. Advice on statements is in `statements`;
//! which outcomes can be reached is computed in `habits`.

use super::habits;
use super::pointer::quoted;
use super::remedy::within;
use super::statements;
use super::translation::LONGEST_POINTER;
use super::{MOST, Notice};
use crate::data::document::{Document, ValueKind};
use crate::data::text::is_blank;
use crate::messages::LANGUAGES;
use crate::questionnaire::reader::{Language, Pattern};
use crate::questionnaire::{Key, Misconception, Questionnaire, Refutation};

/// The recommended length of a refutation, in words.
const WORDS: std::ops::RangeInclusive<usize> = 80..=150;
/// Languages that are written without spaces between words.
const UNSPACED: &[&str] = &["zh", "ja", "th", "lo", "km", "my", "bo", "yue"];

/// All advice on `questionnaire`, which was read from `document`. `today` is a date such as
/// `2026-11-23`.
pub fn findings<D: Document>(
    document: &D,
    questionnaire: &Questionnaire,
    today: &str,
) -> Vec<Notice> {
    let mut found = Vec::new();
    let is_alike = keys(questionnaire, &mut found);
    for (index, misconception) in questionnaire.misconceptions.iter().enumerate() {
        let pointer = format!("/misconceptions/{index}");
        if !is_alike {
            no_fact(questionnaire, index, &pointer, &mut found);
        }
        refutation(misconception, &questionnaire.lang, &pointer, &mut found);
        evidence(misconception, &pointer, today, &mut found);
    }
    statements::findings(document, questionnaire, &mut found);
    outcomes(questionnaire, &mut found);
    equal_labels(document, &mut found);
    unspoken(document, questionnaire, &mut found);
    found
}

/// Adds advice if all statements have the same key. Returns whether they do, which takes at least
/// two statements.
fn keys(questionnaire: &Questionnaire, found: &mut Vec<Notice>) -> bool {
    let mut keys = questionnaire
        .statements
        .iter()
        .map(|statement| statement.key);
    let first = keys.next();
    let is_alike = questionnaire.statements.len() > 1 && keys.all(|key| Some(key) == first);
    if is_alike {
        let (word, habit) = match first {
            Some(Key::Fact) => ("fact", "disagrees"),
            _ => ("myth", "agrees"),
        };
        found.push(Notice::advice(
            "alikeKeys",
            "/misconceptions".to_owned(),
            format!(
                "All statements have the key \"{word}\": a reader who {habit} with everything is told that they hold every misconception."
            ),
            "Give each misconception a statement with the other key, so that a habit of agreeing cancels out.",
        ));
    }
    is_alike
}

fn no_fact(questionnaire: &Questionnaire, index: usize, pointer: &str, found: &mut Vec<Notice>) {
    let mut own = questionnaire
        .statements
        .iter()
        .filter(|it| it.misconception == index);
    if own.all(|statement| statement.key == Key::Myth) {
        found.push(Notice::advice(
            "noFact",
            format!("{pointer}/statements"),
            "No statement here has the key \"fact\": readers who tend to agree will seem to hold this misconception.".to_owned(),
            "Add a true statement that nobody who holds the misconception would agree with.",
        ));
    }
}

fn refutation(misconception: &Misconception, lang: &str, pointer: &str, found: &mut Vec<Notice>) {
    let tag = lang.split('-').next().unwrap_or_default().to_lowercase();
    let count = words(&misconception.refutation);
    if !UNSPACED.contains(&tag.as_str()) && !WORDS.contains(&count) {
        let remedy = if count < *WORDS.start() {
            longer(&misconception.refutation)
        } else {
            "Aim for 80 to 150: few readers stay for more. Sources can carry the rest."
        };
        let noun = if count == 1 { "word" } else { "words" };
        found.push(Notice::advice(
            "refutationLength",
            format!("{pointer}/refutation"),
            format!("This refutation has {count} {noun} in all its parts."),
            remedy,
        ));
    }
    if misconception.sources.is_empty() {
        found.push(Notice::advice(
            "noSource",
            format!("{pointer}/refutation"),
            "This refutation names no source.".to_owned(),
            "Add \"sources\" to the misconception: readers who doubt it can then look for themselves.",
        ));
    }
}

/// What a short refutation could also say.
fn longer(it: &Refutation) -> &'static str {
    match (it.why_believed.is_empty(), it.advice.is_empty()) {
        (true, true) => {
            "Aim for 80 to 150: also say why the misconception is believed and what to do instead."
        }
        (true, false) => "Aim for 80 to 150: also say why the misconception is believed.",
        (false, true) => "Aim for 80 to 150: also say what to do instead.",
        _ if it.myth.is_empty() || it.kernel_of_truth.is_empty() => {
            "Aim for 80 to 150: also say what is right about the misconception, if anything."
        }
        _ => "Aim for 80 to 150: it has all its parts, so give one of them an example or a figure.",
    }
}

fn words(it: &Refutation) -> usize {
    [
        &it.fact,
        &it.myth,
        &it.why_believed,
        &it.kernel_of_truth,
        &it.why_wrong,
        &it.advice,
    ]
    .iter()
    .map(|part| part.split_whitespace().count())
    .sum()
}

fn evidence(misconception: &Misconception, pointer: &str, today: &str, found: &mut Vec<Notice>) {
    let Some(evidence) = &misconception.evidence else {
        return;
    };
    for (key, date) in [("asOf", &evidence.as_of), ("reviewBy", &evidence.review_by)] {
        if !date.is_empty() && !is_on_a_calendar(date) {
            found.push(Notice::advice(
                "oddDate",
                format!("{pointer}/evidence/{key}"),
                format!("There is no such date as {}.", quoted(date)),
                "Write year, month and day in this order: 2026-11-23; or leave out the day, or both month and day.",
            ));
        }
    }
    // A review by month is overdue once the current month is a later one. Dates in this form can be
    // compared as strings.
    let due = &evidence.review_by;
    if !due.is_empty()
        && today
            .get(..due.len())
            .is_some_and(|today| today > due.as_str())
    {
        found.push(Notice::advice(
            "reviewDue",
            format!("{pointer}/evidence/reviewBy"),
            format!("The evidence was due for review by {due}."),
            "Check whether it still holds, then set \"asOf\" and a later \"reviewBy\".",
        ));
    }
}

fn is_on_a_calendar(date: &str) -> bool {
    let mut parts = date.split('-').map(|part| part.parse().unwrap_or(0));
    let year: u32 = parts.next().unwrap_or(0);
    let month: u32 = parts.next().unwrap_or(1);
    let day: u32 = parts.next().unwrap_or(1);
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// Adds advice on labels that are the same, in the questionnaire and in its translations.
fn equal_labels<D: Document>(document: &D, found: &mut Vec<Notice>) {
    let mut documents = vec![(String::new(), document.clone())];
    let translations = document.child("translations");
    for lang in translations.iter().flat_map(D::keys) {
        let overlay = translations.as_ref().and_then(|it| it.get(&lang));
        documents.extend(overlay.map(|it| (within("/translations", &lang), it)));
    }
    for (pointer, document) in documents {
        for key in ["scale", "certainty"] {
            let labels = document.child(key).and_then(|it| it.child("labels"));
            let Some(labels) = labels else { continue };
            // A usable scale has at most 7 labels.
            let seen: Vec<String> = (0..labels.len().min(7))
                .map(|index| labels.item(index).text().trim().to_lowercase())
                .collect();
            for (index, label) in seen.iter().enumerate() {
                let first = seen.iter().position(|it| it == label).unwrap_or(index);
                if first < index && pointer.len() < LONGEST_POINTER {
                    found.push(Notice::advice(
                        "equalLabels",
                        format!("{pointer}/{key}/labels/{index}"),
                        format!("Labels {} and {} are the same: {}.", first + 1, index + 1, quoted(label)),
                        "Give each answer a label of its own: readers and screen readers tell the answers apart by it.",
                    ));
                }
            }
        }
    }
}

/// Adds advice on languages for which the widget has no messages.
fn unspoken<D: Document>(document: &D, questionnaire: &Questionnaire, found: &mut Vec<Notice>) {
    let own = questionnaire.scale.labels.is_empty();
    let mut languages = vec![("/lang".to_owned(), questionnaire.lang.clone(), own)];
    let translations = document.child("translations");
    for lang in translations.iter().flat_map(D::keys) {
        let overlay = translations.as_ref().and_then(|it| it.get(&lang));
        // Problems of translations are reported elsewhere.
        let overlay = overlay.filter(|it| it.kind() == ValueKind::Map || !is_blank(&it.text()));
        let Some(overlay) = overlay.filter(|_| Language::fits(&lang)) else {
            continue;
        };
        let labels = overlay.child("scale").and_then(|it| it.child("labels"));
        let is_bare = own && labels.is_none();
        if lang != questionnaire.lang {
            languages.push((within("/translations", &lang), lang, is_bare));
        }
    }
    for (pointer, lang, is_bare) in languages {
        if speaks(&lang) || pointer.len() > LONGEST_POINTER || found.len() > MOST {
            continue;
        }
        let remedy = if is_bare {
            "Write the answers in this language, as \"labels\" of \"scale\"; the rest stays in English."
        } else {
            "Readers see both languages. The widget’s own messages are one file per language; a new one is welcome."
        };
        found.push(Notice::advice(
            "unspokenLanguage",
            pointer,
            format!(
                "The widget has no messages in {}: its buttons and verdicts are in English.",
                quoted(&lang)
            ),
            remedy,
        ));
    }
}

/// Whether the widget has messages in `lang`. Must choose as pkg/src/data/language.js does.
fn speaks(lang: &str) -> bool {
    let primary = lang.split(['-', '_']).next().unwrap_or_default();
    let primary = match primary.to_lowercase() {
        it if it == "no" || it == "nn" => "nb".to_owned(),
        it => it,
    };
    LANGUAGES.contains(&primary.as_str())
}

fn outcomes(questionnaire: &Questionnaire, found: &mut Vec<Notice>) {
    for index in habits::unreachable_outcomes(questionnaire) {
        let from = questionnaire
            .outcomes
            .get(index)
            .map_or(0, |outcome| outcome.from);
        let same = questionnaire
            .outcomes
            .iter()
            .filter(|other| other.from == from)
            .count();
        let (message, remedy) = if same > 1 {
            (
                format!("Another outcome begins at {from} too, and is shown instead of this one."),
                "Give this one another \"from\", or delete it.",
            )
        } else {
            (
                format!(
                    "No answers lead to this outcome: nobody can hold or lean towards {from} misconceptions."
                ),
                "Lower its \"from\", or delete it. Contested misconceptions are not counted.",
            )
        };
        found.push(Notice::advice(
            "unreachableOutcome",
            format!("/outcomes/{index}"),
            message,
            remedy,
        ));
    }
}
