//! What host tests share: questionnaires to ask, words to speak, widgets to walk.
#![allow(dead_code, clippy::unwrap_used, missing_docs)]

use misconception_scorecard::data::failure::Failure;
use misconception_scorecard::messages::{CATEGORIES, Messages, flatten};
use misconception_scorecard::questionnaire::{Questionnaire, parse};
use misconception_scorecard::session::plan::Choices;
use misconception_scorecard::widget::Widget;
use serde_json::{Value, json};

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
    let texts = flatten(&read(&format!("messages/{lang}.json"))).unwrap();
    // English and Norwegian have the same two categories.
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

/// A questionnaire with one misconception for each list of keys, all else as small as can be.
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

/// A result as JavaScript gets it. All numbers are doubles there, and so they are here.
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
