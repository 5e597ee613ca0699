//! Advice on a questionnaire that can be used: what makes its verdicts and refutations worth trusting.
//!
//! Knows SCORING.md section 7; which statements are hard to answer by their words is `wording`'s, and what can be
//! reached `habits`'.

use super::habits;
use super::pointer::quoted;
use super::remedy::within;
use super::translation::LONGEST_POINTER;
use super::wording::{self, Issue, IssueKind};
use super::{MOST, Notice};
use crate::data::document::{Document, ValueKind};
use crate::questionnaire::{Key, Misconception, Questionnaire, Refutation};

/// How long a refutation should be, in words.
const WORDS: std::ops::RangeInclusive<usize> = 80..=150;
/// Languages that put no spaces between words.
const UNSPACED: &[&str] = &["zh", "ja", "th", "lo", "km", "my", "bo", "yue"];

/// All advice on `questionnaire`, which stands in `document`; `today` is a date such as `2026-11-23`.
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
    statements(questionnaire, &mut found);
    translated_statements(document, &mut found);
    outcomes(questionnaire, &mut found);
    placeholders(document, "", &mut found);
    found
}

/// Texts in square brackets, as a new questionnaire has them where the author is to write.
fn placeholders<D: Document>(value: &D, pointer: &str, found: &mut Vec<Notice>) {
    if pointer.len() > LONGEST_POINTER || found.len() > MOST {
        return;
    }
    match value.kind() {
        ValueKind::Map => {
            for key in value.keys() {
                if let Some(part) = value.get(&key).filter(|_| key != "$comment") {
                    placeholders(&part, &within(pointer, &key), found);
                }
            }
        }
        ValueKind::List => {
            for index in 0..value.len() {
                placeholders(&value.item(index), &format!("{pointer}/{index}"), found);
            }
        }
        ValueKind::Text => {
            let text = value.text();
            if text.starts_with('[') && text.ends_with(']') {
                found.push(Notice::advice(
                    "placeholder",
                    pointer.to_owned(),
                    format!(
                        "{} stands in square brackets, as a text still to be written.",
                        quoted(&text)
                    ),
                    "Write the text, without the brackets.",
                ));
            }
        }
        _ => {}
    }
}

/// Whether all keys are alike, which takes more statements than one.
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
                "All statements have the key \"{word}\": a reader who {habit} with everything is told of every misconception."
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
            "No statement here has the key \"fact\": readers who tend to agree seem to hold this misconception.".to_owned(),
            "Add a statement that is true, and with which nobody who holds the misconception would agree.",
        ));
    }
}

fn refutation(misconception: &Misconception, lang: &str, pointer: &str, found: &mut Vec<Notice>) {
    let tag = lang.split('-').next().unwrap_or_default().to_lowercase();
    let count = words(&misconception.refutation);
    if !UNSPACED.contains(&tag.as_str()) && !WORDS.contains(&count) {
        let remedy = if count < *WORDS.start() {
            "Aim for 80 to 150: say also why the misconception is believed and what to do instead."
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
                format!("No calendar has {}.", quoted(date)),
                "Write the year, the month and the day in this order: 2026-11-23, or less of it.",
            ));
        }
    }
    // A month is over when today's is another; dates in this order compare as texts.
    let due = &evidence.review_by;
    if !due.is_empty()
        && today
            .get(..due.len())
            .is_some_and(|today| today > due.as_str())
    {
        found.push(Notice::advice(
            "reviewDue",
            format!("{pointer}/evidence/reviewBy"),
            format!("The evidence was to be looked at again by {due}."),
            "See whether it still holds, then set \"asOf\" and a later \"reviewBy\".",
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

fn statements(questionnaire: &Questionnaire, found: &mut Vec<Notice>) {
    let mut before = None;
    let mut index = 0;
    for statement in &questionnaire.statements {
        index = if before == Some(statement.misconception) {
            index + 1
        } else {
            0
        };
        before = Some(statement.misconception);
        let pointer = format!(
            "/misconceptions/{}/statements/{index}/text",
            statement.misconception
        );
        for slip in wording::slips(&statement.text, &questionnaire.lang) {
            found.push(hard_to_answer(&slip, pointer.clone()));
        }
    }
}

/// The statements of translations; whether each belongs to the questionnaire, `translation` has said.
fn translated_statements<D: Document>(document: &D, found: &mut Vec<Notice>) {
    let Some(translations) = document.child("translations") else {
        return;
    };
    for lang in translations.keys() {
        let overlay = translations.get(&lang);
        let Some(statements) = overlay.and_then(|overlay| overlay.child("statements")) else {
            continue;
        };
        for id in statements.keys() {
            let Some(statement) = statements.get(&id) else {
                continue;
            };
            let mut pointer = within("/translations", &lang);
            pointer = within(&format!("{pointer}/statements"), &id);
            if pointer.len() > LONGEST_POINTER || found.len() > MOST {
                return;
            }
            let text = match statement.kind() {
                ValueKind::Map => {
                    pointer.push_str("/text");
                    statement.child("text").map(|text| text.text())
                }
                _ => Some(statement.text()),
            };
            for slip in wording::slips(&text.unwrap_or_default(), &lang) {
                found.push(hard_to_answer(&slip, pointer.clone()));
            }
        }
    }
}

fn hard_to_answer(slip: &Issue<'_>, pointer: String) -> Notice {
    let word = quoted(slip.word);
    let (code, message, remedy) = match slip.kind {
        IssueKind::DoubleBarrelled => (
            "doubleBarrelled",
            format!(
                "This statement seems to make two claims, at {word}: whoever agrees with one only cannot answer."
            ),
            "Make it two statements, or leave one of the claims out.",
        ),
        IssueKind::Negated => (
            "negated",
            format!(
                "This statement is negated by {word}: to disagree, a reader must deny a denial."
            ),
            "Say the same without the negation, and turn the key if the meaning turns.",
        ),
        IssueKind::Absolute => (
            "absolute",
            format!(
                "This statement allows of no exception, by {word}: knowing one is enough to disagree."
            ),
            "Say what usually holds, or for whom.",
        ),
    };
    Notice::advice(code, pointer, message, remedy)
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
                    "No answers lead to this outcome: {from} misconceptions held or leaned towards cannot come about."
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
