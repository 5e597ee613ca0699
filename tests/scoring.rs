//! The rules of scoring: known answers, and a second, naive scorer that must agree everywhere.
#![allow(clippy::unwrap_used, clippy::cast_precision_loss)]
// The letters are those of the rules.
#![allow(clippy::many_single_char_names)]

mod common;

use common::{compare, evaluate, read, small};
use misconception_scorecard::scoring;
use misconception_scorecard::scoring::change::{normalized_change, transition};
use misconception_scorecard::scoring::scorecard::{Class, Contribution, Finding, Reason, Verdict};
use serde_json::{Value, json};

/// The questionnaire and the answers of a case: one misconception, `statements` with their responses.
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

/// The findings that a case of rule `order` or `headline` gives outright.
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
fn known_answers() {
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

/// What `compare` says of two scorecards with these verdicts and beliefs.
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

/// A misconception's statements as (is myth, weight) with their answers as (point or don't know, level).
type Probe = (bool, f64, Option<(Option<u32>, Option<i32>)>);

/// SCORING.md 2 and 3 once more, the slow and obvious way: everything by filtering lists.
fn naive(
    probes: &[Probe],
    points: u32,
    levels: Option<(i32, i32)>,
    half: bool,
) -> (String, String, Option<f64>) {
    let n = probes.len() as f64;
    let enough = |share: f64| if half { share >= 0.5 } else { share > 0.5 };
    let position = |probe: &Probe| {
        let point = f64::from(probe.2?.0?);
        let share = (point - 1.0) / (f64::from(points) - 1.0);
        Some(if probe.0 { share } else { 1.0 - share })
    };
    let placed: Vec<(f64, f64)> = probes
        .iter()
        .filter_map(|it| Some((position(it)?, it.1)))
        .collect();
    let unknown = probes
        .iter()
        .filter(|it| matches!(it.2, Some((None, _))))
        .count();
    let a = placed.len() as f64;
    let belief = (a > 0.0 && enough(a / n)).then(|| {
        let weights: f64 = placed.iter().map(|it| it.1).sum();
        100.0 * placed.iter().map(|it| it.0 * it.1).sum::<f64>() / weights
    });
    let said = |verdict: &str, reason: &str| (verdict.to_owned(), reason.to_owned(), belief);
    let Some((low, high)) = levels else {
        return match belief {
            Some(b) if b >= 75.0 - 1e-9 => said("held", "agreement"),
            Some(b) if b >= 62.5 - 1e-9 => said("leaning", "agreement"),
            Some(b) if b > 37.5 + 1e-9 => said("unsure", "agreement"),
            Some(_) => said("notHeld", "agreement"),
            None if unknown > 0 && enough((a + unknown as f64) / n) => said("unsure", "dontKnow"),
            None => said("insufficient", "tooFewAnswers"),
        };
    };
    let classes: Vec<&str> = probes
        .iter()
        .filter(|it| it.2.is_some())
        .map(|it| {
            let level = it.2.unwrap().1.unwrap_or(low);
            let sure = f64::from(level - low) / f64::from(high - low) > 0.5;
            match (position(it), sure) {
                (None, _) => "lack",
                (Some(p), _) if (p - 0.5).abs() < 1e-9 => "lack",
                (Some(p), true) if p > 0.5 => "misconception",
                (Some(p), false) if p > 0.5 => "lack",
                (Some(_), true) => "sound",
                (Some(_), false) => "lucky",
            }
        })
        .collect();
    if classes.is_empty() || !enough(classes.len() as f64 / n) {
        return said("insufficient", "tooFewAnswers");
    }
    let share =
        |name: &str| classes.iter().filter(|it| **it == name).count() as f64 / classes.len() as f64;
    let (m, s, g) = (share("misconception"), share("sound"), share("lucky"));
    if m > 0.5 {
        said("held", "misconception")
    } else if m > s {
        said("leaning", "mixed")
    } else if m > 0.0 {
        said("unsure", "mixed")
    } else if s >= 0.5 {
        said("notHeld", "soundKnowledge")
    } else if g > 0.5 {
        said("unsure", "luckyGuess")
    } else {
        said("unsure", "lackOfKnowledge")
    }
}

#[test]
fn a_naive_scorer_agrees_on_ten_thousand_random_questionnaires() {
    let mut random = fastrand::Rng::with_seed(20_261_123);
    let mut verdicts = std::collections::BTreeMap::new();
    for round in 0..10_000 {
        let points = random.u32(2..=7);
        let levels = random.bool().then(|| {
            let low = random.i32(-3..=3);
            (low, low + random.i32(1..=5))
        });
        let half = random.bool();
        let misconceptions: Vec<Vec<Probe>> = (0..random.usize(1..=4))
            .map(|_| {
                (0..random.usize(1..=6))
                    .map(|_| {
                        let weight = if random.bool() {
                            1.0
                        } else {
                            random.f64() * 10.0 + 0.01
                        };
                        let answer = (random.u8(..) > 50).then(|| {
                            let point = (random.u8(..) > 40).then(|| random.u32(1..=points));
                            let level = levels.filter(|_| random.u8(..) > 30);
                            (point, level.map(|(low, high)| random.i32(low..=high)))
                        });
                        (random.bool(), weight, answer)
                    })
                    .collect()
            })
            .collect();
        let keys: Vec<Vec<&str>> = misconceptions
            .iter()
            .map(|it| {
                it.iter()
                    .map(|probe| if probe.0 { "myth" } else { "fact" })
                    .collect()
            })
            .collect();
        let keys: Vec<&[&str]> = keys.iter().map(Vec::as_slice).collect();
        let mut questionnaire = small(&keys);
        let labels: Vec<String> = (0..points).map(|point| point.to_string()).collect();
        questionnaire["scale"] = json!({ "points": points, "labels": labels });
        questionnaire["minAnswered"] = json!(if half { "half" } else { "majority" });
        if let Some((from, to)) = levels {
            let labels: Vec<String> = (from..=to).map(|level| level.to_string()).collect();
            questionnaire["certainty"] = json!({ "from": from, "to": to, "labels": labels });
        }
        let mut answers = json!({});
        let mut number = 0;
        for (at, probes) in misconceptions.iter().enumerate() {
            for (index, probe) in probes.iter().enumerate() {
                number += 1;
                questionnaire["misconceptions"][at]["statements"][index]["weight"] = json!(probe.1);
                if let Some((point, level)) = probe.2 {
                    let id = format!("s{number}");
                    answers[&id] = json!({ "agreement": point.map_or_else(|| json!("dontKnow"), |it| json!(it)) });
                    if let Some(level) = level {
                        answers[&id]["certainty"] = json!(level);
                    }
                }
            }
        }
        let scorecard = evaluate(&questionnaire, &answers).unwrap();
        for (at, probes) in misconceptions.iter().enumerate() {
            let line = &scorecard["verdicts"][at];
            let (verdict, reason, belief) = naive(probes, points, levels, half);
            *verdicts.entry(verdict.clone()).or_insert(0) += 1;
            let name = format!("round {round}, misconception {at}: {questionnaire} {answers}");
            assert_eq!(line["verdict"], json!(verdict), "{name}");
            assert_eq!(line["reason"], json!(reason), "{name}");
            assert_close(&line["belief"], &json!(belief), &name);
        }
    }
    assert_eq!(verdicts.len(), 5, "every verdict came up: {verdicts:?}");
}

#[test]
fn weights_count_in_proportion_only_however_large_or_small() {
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
fn the_cutoffs_an_author_sets_part_the_verdicts() {
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
