//! The rules of scoring, tested with known answers. prepared.rs compares them with a second, naive
//! scorer.
#![allow(clippy::unwrap_used)]

mod common;

use common::{compare, evaluate, read, small};
use misconception_scorecard::scoring;
use misconception_scorecard::scoring::change::{normalized_change, transition};
use misconception_scorecard::scoring::scorecard::{Class, Contribution, Finding, Reason, Verdict};
use serde_json::{Value, json};

/// The questionnaire and the answers of a case: one misconception, `statements` with their
/// responses.
fn case(input: &Value) -> (Value, Value) {
    let statements = input["statements"].as_array().unwrap();
    let keys: Vec<&str> = statements
        .iter()
        .map(|it| it["key"].as_str().unwrap())
        .collect();
    let mut questionnaire = small(&[&keys]);
    let mut answers = json!({});
    for (index, statement) in statements.iter().enumerate() {
        let id = format!("s{}", index + 1);
        if let Some(weight) = statement.get("weight") {
            questionnaire["misconceptions"][0]["statements"][index]["weight"] = weight.clone();
        }
        if let Some(agreement) = statement.get("agreement") {
            answers[&id] = json!({ "agreement": agreement });
            if let Some(certainty) = statement.get("certainty") {
                answers[&id]["certainty"] = certainty.clone();
            }
        }
    }
    let points = input["points"].as_u64().unwrap();
    let labels: Vec<String> = (1..=points).map(|point| format!("Point {point}")).collect();
    questionnaire["scale"] = json!({ "points": points, "labels": labels });
    if let Some(certainty) = input.get("certainty") {
        let (from, to) = (
            certainty["from"].as_i64().unwrap(),
            certainty["to"].as_i64().unwrap(),
        );
        let labels: Vec<String> = (from..=to).map(|level| format!("Level {level}")).collect();
        questionnaire["certainty"] = json!({ "from": from, "to": to, "labels": labels });
    }
    if let Some(rule) = input.get("minAnswered") {
        questionnaire["minAnswered"] = rule.clone();
    }
    if let Some(cutoffs) = input.get("cutoffs") {
        let cutoffs = json!({ "held": cutoffs[0], "leaning": cutoffs[1], "unsure": cutoffs[2] });
        questionnaire["cutoffs"] = cutoffs;
    }
    (questionnaire, answers)
}

fn assert_close(actual: &Value, expected: &Value, name: &str) {
    match (actual.as_f64(), expected.as_f64()) {
        (Some(actual), Some(expected)) => {
            assert!(
                (actual - expected).abs() < 1e-9,
                "{name}: {actual} is not {expected}"
            );
        }
        _ => assert_eq!(actual, expected, "{name}"),
    }
}

fn verdict(name: &Value) -> Verdict {
    Verdict::ALL
        .into_iter()
        .find(|it| it.name() == name.as_str().unwrap())
        .unwrap()
}

/// The findings that a case of the rule `order` or `headline` states directly.
fn findings(input: &Value) -> Vec<Finding> {
    let list = input["misconceptions"].as_array().unwrap();
    let finding = |it: &Value| Finding {
        verdict: verdict(&it["verdict"]),
        reason: Reason::Agreement,
        belief: it.get("belief").and_then(Value::as_f64),
        contested: it
            .get("contested")
            .and_then(Value::as_bool)
            .unwrap_or(false),
        single: false,
        inconsistent: false,
        contributions: (0..it
            .get("misconceptionStatements")
            .and_then(Value::as_u64)
            .unwrap_or(0))
            .map(|_| Contribution {
                statement: 0,
                position: None,
                class: Some(Class::Misconception),
            })
            .collect(),
    };
    list.iter().map(finding).collect()
}

#[test]
fn every_known_case_is_scored_as_expected() {
    let file = read("tests/fixtures/scoring.json");
    let mut rules = std::collections::BTreeMap::new();
    for known in file["cases"].as_array().unwrap() {
        let (id, input, expected) = (
            known["id"].as_str().unwrap(),
            &known["input"],
            &known["expected"],
        );
        let rule = known["rule"].as_str().unwrap();
        *rules.entry(rule).or_insert(0) += 1;
        match rule {
            "agreement" | "certainty" | "flags" | "straightLined" => {
                let (questionnaire, answers) = case(input);
                let scorecard = evaluate(&questionnaire, &answers).unwrap();
                let line = &scorecard["verdicts"][0];
                for key in ["verdict", "reason", "belief", "flags"] {
                    if let Some(value) = expected.get(key) {
                        assert_close(&line[key], value, &format!("{id} {key}"));
                    }
                }
                if let Some(classes) = expected.get("classes") {
                    let statements = line["statements"].as_array().unwrap();
                    let found: Vec<&Value> = statements.iter().map(|it| &it["class"]).collect();
                    assert_eq!(json!(found), *classes, "{id} classes");
                }
                if let Some(expected) = expected.get("straightLined") {
                    let flags = scorecard["flags"].as_array().unwrap();
                    let is = flags.contains(&json!("straightLined"));
                    assert_eq!(json!(is), *expected, "{id}");
                }
            }
            "headline" => {
                let headline = scoring::headline(&findings(input));
                let found = json!({
                    "held": headline.held, "leaning": headline.leaning,
                    "classified": headline.classified, "insufficient": headline.insufficient,
                    "contested": headline.contested,
                });
                assert_eq!(found, *expected, "{id}");
            }
            "order" => {
                let ids = input["misconceptions"].as_array().unwrap();
                let order = scoring::order(&findings(input));
                let order: Vec<&Value> = order.iter().map(|index| &ids[*index]["id"]).collect();
                assert_eq!(json!(order), expected["order"], "{id}");
            }
            "transition" => {
                let found = transition(verdict(&input["before"]), verdict(&input["after"]));
                let found = found.map(misconception_scorecard::scoring::change::Transition::name);
                assert_eq!(json!(found), expected["transition"], "{id}");
                assert_eq!(
                    compared(input, &Value::Null)["transition"],
                    expected["transition"],
                    "{id}"
                );
            }
            "normalizedChange" => {
                let found = normalized_change(input["before"].as_f64(), input["after"].as_f64());
                assert_close(&json!(found), &expected["change"], id);
                assert_close(
                    &compared(&Value::Null, input)["change"],
                    &expected["change"],
                    id,
                );
            }
            other => panic!("{id}: no test knows the rule {other}"),
        }
    }
    assert_eq!(rules.len(), 8, "every rule of the file was seen: {rules:?}");
}

/// What `compare` returns for two scorecards with these verdicts and beliefs.
fn compared(verdicts: &Value, beliefs: &Value) -> Value {
    let scorecard = |side: &str| {
        let verdict = verdicts.get(side).cloned().unwrap_or_else(|| json!("held"));
        let belief = beliefs.get(side).cloned().unwrap_or_default();
        json!({
            "questionnaire": { "id": "q", "version": "1", "format": "1.0", "points": 5 },
            "verdicts": [{ "misconception": "m", "verdict": verdict, "belief": belief }],
        })
    };
    compare(&scorecard("before"), &scorecard("after")).unwrap()["changes"][0].clone()
}

#[test]
fn only_the_proportion_of_weights_counts_however_large_or_small() {
    for weight in [f64::MIN_POSITIVE, 1e-9, 1.0, 1e9, f64::MAX] {
        let mut questionnaire = small(&[&["myth", "myth"]]);
        for index in 0..2 {
            questionnaire["misconceptions"][0]["statements"][index]["weight"] = json!(weight);
        }
        let answers = json!({ "s1": { "agreement": 5 }, "s2": { "agreement": 1 } });
        let scorecard = evaluate(&questionnaire, &answers).unwrap();
        assert_eq!(
            scorecard["verdicts"][0]["belief"],
            json!(50.0),
            "weight {weight}"
        );
    }
}

#[test]
fn the_authors_cutoffs_separate_the_verdicts() {
    let mut questionnaire = small(&[&["myth"]]);
    questionnaire["cutoffs"] = json!({ "held": 100, "leaning": 50, "unsure": 25 });
    for (agreement, verdict) in [
        (5, "held"),
        (4, "leaning"),
        (3, "leaning"),
        (2, "notHeld"),
        (1, "notHeld"),
    ] {
        let scorecard =
            evaluate(&questionnaire, &json!({ "s1": { "agreement": agreement } })).unwrap();
        assert_eq!(
            scorecard["verdicts"][0]["verdict"],
            json!(verdict),
            "agreement {agreement}"
        );
    }
}

#[test]
fn a_contested_misconception_counts_only_as_contested_and_comes_last() {
    let mut questionnaire = small(&[&["myth"], &["myth"]]);
    questionnaire["misconceptions"][0]["evidence"] = json!({ "strength": "contested" });
    let answers = json!({ "s1": { "agreement": 5 }, "s2": { "agreement": 1 } });
    let scorecard = evaluate(&questionnaire, &answers).unwrap();
    let headline = json!({ "held": 0.0, "leaning": 0.0, "unsure": 0.0, "notHeld": 1.0, "classified": 1.0, "insufficient": 0.0, "contested": 1.0 });
    assert_eq!(scorecard["headline"], headline);
    assert_eq!(scorecard["order"], json!(["m2", "m1"]));
}
