//! Invented messages as widgets send them: the answers are random, and the core computes the
//! verdicts.

#![allow(dead_code)]

use crate::common::parsed;
use misconception_scorecard::questionnaire::Questionnaire;
use misconception_scorecard::questionnaire::answers;
use misconception_scorecard::questionnaire::identity::shape;
use misconception_scorecard::scoring::score;
use misconception_scorecard::scoring::scorecard::Verdict;
use serde_json::{Map, Value, json};

pub fn receipt(number: u128) -> String {
    let digits = format!("{number:032x}");
    format!(
        "{}-{}-4{}-8{}-{}",
        &digits[0..8],
        &digits[8..12],
        &digits[13..16],
        &digits[17..20],
        &digits[20..32]
    )
}

pub fn about(questionnaire: &Value) -> Value {
    json!({
        "id": questionnaire["id"], "version": questionnaire["version"], "format": "1.0",
        "shape": format!("{:06x}", shape(&parsed(questionnaire))), "lang": "en",
    })
}

pub fn response(
    questionnaire: &Value,
    number: u128,
    given: &Value,
    first: Option<&Value>,
) -> Value {
    let about = about(questionnaire);
    said(&parsed(questionnaire), &about, number, (given, first))
}

/// The same for a questionnaire that is parsed already.
fn said(
    parsed: &Questionnaire,
    about: &Value,
    number: u128,
    (given, first): (&Value, Option<&Value>),
) -> Value {
    let answers = answers::read(given, parsed).unwrap();
    let scorecard = score(parsed, &answers);
    let mut verdicts = Map::new();
    for (misconception, finding) in parsed.misconceptions.iter().zip(&scorecard.findings) {
        verdicts.insert(misconception.id.clone(), finding.verdict.name().into());
    }
    json!({
        "kind": "response", "schema": "1", "receipt": receipt(number), "widget": "0.2.0",
        "questionnaire": about, "answers": given, "first": first, "verdicts": verdicts,
    })
}

pub fn remark(questionnaire: &Value, number: u128, misconception: Option<&str>) -> Value {
    json!({
        "kind": "remark", "schema": "1", "receipt": receipt(number),
        "about": if misconception.is_some() { "dispute" } else { "suggestion" },
        "misconception": misconception,
        "questionnaire": { "id": questionnaire["id"], "version": questionnaire["version"], "lang": "en" },
        "text": "Success can be built in a day", "by": "",
    })
}

pub fn withdrawal(message: &Value) -> Value {
    json!({ "kind": "withdraw", "schema": "1", "receipt": message["receipt"] })
}

/// Messages of this many readers, each with their own receipt; some send remarks, and some have
/// answered again.
pub fn sample(questionnaire: &Value, readers: u128, random: &mut fastrand::Rng) -> Vec<Value> {
    let (parsed, about) = (parsed(questionnaire), about(questionnaire));
    let mut messages = Vec::new();
    for reader in 0..readers {
        let leaning = random.f64();
        let given = drawn(&parsed, leaning, random);
        let first = (random.u8(..3) == 0).then(|| drawn(&parsed, (leaning + 0.3).min(1.0), random));
        messages.push(said(&parsed, &about, reader, (&given, first.as_ref())));
        if random.u8(..6) == 0 {
            let index = random.usize(..=parsed.misconceptions.len());
            let of = parsed.misconceptions.get(index).map(|it| &*it.id);
            messages.push(remark(questionnaire, readers + reader, of));
        }
    }
    messages
}

/// The answers of one reader, at least one; `leaning` decides how many misconceptions they hold.
fn drawn(questionnaire: &Questionnaire, leaning: f64, random: &mut fastrand::Rng) -> Value {
    let points = f64::from(questionnaire.scale.points);
    let mut answers = Map::new();
    for (at, statement) in questionnaire.statements.iter().enumerate() {
        let chance = random.u8(..12);
        if at > 0 && chance == 0 {
            continue;
        }
        let towards = (leaning + random.f64() - 0.5).clamp(0.0, 1.0);
        let is_myth = statement.key.name() == "myth";
        let place = if is_myth { towards } else { 1.0 - towards };
        let point = 1.0 + (place * (points - 1.0)).round();
        let mut answer = json!({ "agreement": point });
        if chance == 1 && questionnaire.scale.dont_know {
            answer = json!({ "agreement": "dontKnow" });
        } else if let Some(scale) = &questionnaire.certainty
            && chance > 2
        {
            answer["certainty"] = random.i16(scale.from..=scale.to).into();
        }
        answers.insert(statement.id.clone(), answer);
    }
    answers.into()
}

/// The columns of a block: receipts, codes, whether there are first answers, and verdicts.
pub fn block(questionnaire: &Questionnaire, responses: &[Value]) -> [Vec<u8>; 4] {
    let mut parts: [Vec<u8>; 4] = Default::default();
    for message in responses {
        let hex: String = message["receipt"].as_str().unwrap().replace('-', "");
        parts[0].extend(u128::from_str_radix(&hex, 16).unwrap().to_be_bytes());
        for given in [&message["answers"], &message["first"]] {
            let answer = |id: &str| given.get(id).cloned().unwrap_or_default();
            for statement in &questionnaire.statements {
                let agreement = &answer(&statement.id)["agreement"];
                let point = agreement
                    .as_f64()
                    .map_or(0, |it| format!("{it}").parse().unwrap());
                parts[1].push(if agreement == "dontKnow" { 255 } else { point });
            }
            let lowest = questionnaire
                .certainty
                .as_ref()
                .map_or(0, |it| i64::from(it.from));
            for statement in &questionnaire.statements {
                let level = answer(&statement.id)["certainty"].as_i64();
                parts[1].push(level.map_or(0, |it| u8::try_from(it - lowest + 1).unwrap()));
            }
        }
        parts[2].push(u8::from(!message["first"].is_null()));
        for misconception in &questionnaire.misconceptions {
            let claim = &message["verdicts"][&misconception.id];
            let number = Verdict::ALL
                .iter()
                .position(|it| *claim == it.name())
                .unwrap();
            parts[3].push(u8::try_from(number).unwrap());
        }
    }
    parts
}

/// Readers who answer like the teachers of one country: the shares of right and wrong answers to
/// each statement are the published ones.
pub fn teachers(questionnaire: &Value, published: &Value, country: &str) -> Vec<Value> {
    let n = published["teachers"][country].as_u64().unwrap();
    let counts = |item: &Value, key: &str| {
        let percent = item[country][key].as_u64().unwrap();
        (percent * n + 50) / 100
    };
    let of = |reader: u64| {
        let mut answers = serde_json::Map::new();
        for statement in statements(questionnaire) {
            let id = statement["id"].as_str().unwrap();
            let items = published["items"].as_array().unwrap();
            let item = items.iter().find(|it| it["id"] == id).unwrap();
            let (wrong, right) = (counts(item, "incorrect"), counts(item, "correct"));
            let is_myth = statement["key"] == "myth";
            let point = |agrees: bool| json!(if agrees { 2 } else { 1 });
            let agreement = match reader {
                it if it < wrong => point(is_myth),
                it if it < wrong + right => point(!is_myth),
                _ => json!("dontKnow"),
            };
            answers.insert(id.to_owned(), json!({ "agreement": agreement }));
        }
        response(questionnaire, u128::from(reader), &answers.into(), None)
    };
    (0..n).map(of).collect()
}

fn statements(questionnaire: &Value) -> Vec<Value> {
    let all = questionnaire["misconceptions"].as_array().unwrap();
    let of = |it: &Value| it["statements"].as_array().unwrap().clone();
    all.iter().flat_map(of).collect()
}
