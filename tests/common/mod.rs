//! What host tests share: questionnaires, messages, and widgets.
#![allow(dead_code, clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

pub mod tree;

use misconception_scorecard::data::failure::Failure;
use misconception_scorecard::messages::{CATEGORIES, LANGUAGES, Messages, flatten};
use misconception_scorecard::questionnaire::answers::{Agreement, Answers, Response};
use misconception_scorecard::questionnaire::{Questionnaire, parse};
use misconception_scorecard::session::plan::Choices;
use misconception_scorecard::widget::Widget;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::LazyLock;

pub fn read(path: &str) -> Value {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

pub fn social_media(lang: &str) -> Value {
    read(&format!("questionnaires/social-media.{lang}.json"))
}

pub fn parsed(document: &Value) -> Questionnaire {
    let (questionnaire, problems) = parse::parse(document).unwrap();
    assert_eq!(problems, [], "no unknown keys");
    questionnaire
}

pub fn messages(lang: &str) -> Messages {
    // Read once, because some tests make thousands of widgets.
    static TEXTS: LazyLock<HashMap<&str, Vec<String>>> = LazyLock::new(|| {
        let texts = |lang| flatten(&read(&format!("messages/{lang}.json"))).unwrap();
        LANGUAGES.iter().map(|lang| (*lang, texts(lang))).collect()
    });
    let texts = TEXTS[lang].clone();
    // English and Norwegian have the same two plural categories.
    let category = |number| {
        CATEGORIES
            .iter()
            .position(|name| *name == if number == 1 { "one" } else { "other" })
    };
    Messages::new(texts, Box::new(move |number| category(number).unwrap()))
}

pub fn widget(document: &Value, lang: &str, choices: Choices) -> Widget {
    Widget::new(parsed(document), messages(lang), choices, true)
}

/// Letters for how a reader answers the single statement of a misconception, on seven points: held,
/// leaning, unsure (the middle), unsure (don't know), not held, not answered, and held with
/// contested evidence.
pub const LETTERS: [(char, Option<Agreement>); 7] = [
    ('H', Some(Agreement::Point(7))),
    ('L', Some(Agreement::Point(5))),
    ('U', Some(Agreement::Point(4))),
    ('D', Some(Agreement::DontKnow)),
    ('N', Some(Agreement::Point(1))),
    ('-', None),
    ('C', Some(Agreement::Point(7))),
];

/// A questionnaire in which each letter stands for one misconception. The strengths of evidence are
/// used in turn.
pub fn lettered(letters: &str, strengths: &[&str]) -> Value {
    let keys: &[&str] = &["myth"];
    let mut document = small(&vec![keys; letters.len()]);
    let labels: Vec<String> = (1..=7).map(|it| format!("Point {it}")).collect();
    document["scale"] = json!({ "points": 7, "labels": labels });
    for (index, letter) in letters.chars().enumerate() {
        let strength = match letter {
            'C' => "contested",
            _ => strengths[index % strengths.len()],
        };
        if !strength.is_empty() {
            document["misconceptions"][index]["evidence"] = json!({ "strength": strength });
        }
    }
    document
}

/// The answers that these letters stand for.
pub fn letter_answers(letters: &str) -> Answers {
    let answer = |letter| {
        let (_, agreement) = LETTERS.iter().find(|(it, _)| *it == letter).unwrap();
        agreement.map(|agreement| Response {
            agreement,
            certainty: None,
        })
    };
    letters.chars().map(answer).collect()
}

/// A questionnaire with one misconception for each list of keys, and otherwise as small as
/// possible.
pub fn small(misconceptions: &[&[&str]]) -> Value {
    let mut number = 0;
    let misconceptions: Vec<Value> = misconceptions
        .iter()
        .enumerate()
        .map(|(index, keys)| {
            let statements: Vec<Value> = keys
                .iter()
                .map(|key| {
                    number += 1;
                    json!({ "id": format!("s{number}"), "text": format!("Statement {number}"), "key": key })
                })
                .collect();
            json!({
                "id": format!("m{}", index + 1),
                "name": format!("Misconception {}", index + 1),
                "statements": statements,
                "refutation": { "fact": "The fact.", "whyWrong": "The reason." },
            })
        })
        .collect();
    json!({
        "format": "1.0", "id": "small", "version": "1", "lang": "en", "title": "Small",
        "misconceptions": misconceptions,
    })
}

/// A result as JavaScript gets it: all numbers are doubles.
#[allow(dead_code)]
pub fn written<T: serde::Serialize>(result: &T) -> Value {
    fn doubles(value: &mut Value) {
        match value {
            Value::Number(number) => *value = number.as_f64().into(),
            Value::Array(items) => items.iter_mut().for_each(doubles),
            Value::Object(map) => map.values_mut().for_each(doubles),
            _ => {}
        }
    }
    let mut value = serde_json::to_value(result).unwrap();
    doubles(&mut value);
    value
}

/// The scorecard as JavaScript gets it.
#[allow(dead_code)]
pub fn evaluate(questionnaire: &Value, answers: &Value) -> Result<Value, Failure> {
    let scorecard = misconception_scorecard::api::evaluate(questionnaire, answers)?;
    Ok(written(&scorecard))
}

/// The changes as JavaScript gets them.
#[allow(dead_code)]
pub fn compare(before: &Value, after: &Value) -> Result<Value, Failure> {
    let changes = misconception_scorecard::api::compare(before, after)?;
    Ok(written(&changes))
}
