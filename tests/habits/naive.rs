//! Random questionnaires, and all answers to them one by one: the slow and obvious way.
#![allow(missing_docs)]

use fastrand::Rng;
use misconception_scorecard::authoring::check::habits::Random;
use misconception_scorecard::questionnaire::Questionnaire;
use misconception_scorecard::questionnaire::answers::{Agreement, Answers, Response};
use misconception_scorecard::scoring::score;
use misconception_scorecard::scoring::scorecard::{Scorecard, Verdict};
use serde_json::{Value, json};

use crate::common::{parsed, small};

/// Sets a scale with `points` labelled points, with or without don't know.
pub fn set_scale(document: &mut Value, points: u8, dont_know: bool) {
    let labels: Vec<String> = (1..=points).map(|point| format!("Point {point}")).collect();
    document["scale"] = json!({ "points": points, "labels": labels, "dontKnow": dont_know });
}

pub fn set_outcomes(document: &mut Value, from: &[usize]) {
    let outcome = |(index, from)| json!({ "from": from, "title": format!("Outcome {index}") });
    document["outcomes"] = from.iter().enumerate().map(outcome).collect();
}

pub fn set_weights(document: &mut Value, misconception: usize, weights: &[f64]) {
    for (index, weight) in weights.iter().enumerate() {
        document["misconceptions"][misconception]["statements"][index]["weight"] = json!(weight);
    }
}

pub fn contest(document: &mut Value, misconception: usize) {
    let evidence = json!({ "strength": "contested" });
    document["misconceptions"][misconception]["evidence"] = evidence;
}

/// A random questionnaire, small enough to try all answers to it.
pub fn any(random: &mut Rng) -> Questionnaire {
    const WEIGHTS: [f64; 6] = [1.0, 2.0, 3.0, 0.5, 0.1, 0.7];
    loop {
        let keys: Vec<Vec<&str>> = (0..random.usize(1..=4))
            .map(|_| {
                let key = |random: &mut Rng| if random.bool() { "myth" } else { "fact" };
                (0..random.usize(1..=6)).map(|_| key(random)).collect()
            })
            .collect();
        let keys: Vec<&[&str]> = keys.iter().map(Vec::as_slice).collect();
        let mut document = small(&keys);
        set_scale(&mut document, random.u8(2..=7), random.bool());
        if random.u8(..3) == 0 {
            let (from, levels) = (random.i32(-3..=3), random.i32(2..=6));
            let labels: Vec<String> = (0..levels).map(|level| format!("Level {level}")).collect();
            document["certainty"] =
                json!({ "from": from, "to": from + levels - 1, "labels": labels });
        }
        if random.bool() {
            document["minAnswered"] = json!("half");
        }
        if random.bool() {
            // A cutoff that equals a belief that occurs, or lies anywhere.
            let mut cutoff = || {
                if random.bool() {
                    f64::from(random.u8(..=24)) * 100.0 / 24.0
                } else {
                    random.f64() * 100.0
                }
            };
            let mut cutoffs = [cutoff(), cutoff(), cutoff()];
            cutoffs.sort_by(f64::total_cmp);
            let [unsure, leaning, held] = cutoffs;
            if unsure < leaning && leaning < held {
                document["cutoffs"] = json!({ "held": held, "leaning": leaning, "unsure": unsure });
            }
        }
        for (index, keys) in keys.iter().enumerate() {
            if random.bool() {
                let weights: Vec<f64> = keys
                    .iter()
                    .map(|_| *random.choice(&WEIGHTS).unwrap())
                    .collect();
                set_weights(&mut document, index, &weights);
            }
            if random.u8(..4) == 0 {
                contest(&mut document, index);
            }
        }
        let from: Vec<usize> = (0..random.usize(..5)).map(|_| random.usize(..6)).collect();
        set_outcomes(&mut document, &from);
        let questionnaire = parsed(&document);
        let offered = offered(&questionnaire).len() as f64;
        if offered.powi(i32::try_from(questionnaire.statements.len()).unwrap()) <= 6000.0 {
            return questionnaire;
        }
    }
}

/// The responses to one statement, each with its probability.
pub fn offered(questionnaire: &Questionnaire) -> Vec<(Option<Response>, f64)> {
    let mut agreements: Vec<Agreement> = (1..=questionnaire.scale.points)
        .map(Agreement::Point)
        .collect();
    if questionnaire.scale.dont_know {
        agreements.push(Agreement::DontKnow);
    }
    let share = 1.0 / agreements.len() as f64;
    let mut offered = Vec::new();
    for agreement in agreements {
        let levels: Vec<Option<i16>> = match &questionnaire.certainty {
            Some(scale) if agreement != Agreement::DontKnow => {
                (scale.from..=scale.to).map(Some).collect()
            }
            _ => vec![None],
        };
        for certainty in &levels {
            let response = Response {
                agreement,
                certainty: *certainty,
            };
            offered.push((Some(response), share / levels.len() as f64));
        }
    }
    offered
}

/// Calls `visit` with every combination of the `offered` responses and its probability.
pub fn each_combination(
    statements: usize,
    offered: &[(Option<Response>, f64)],
    visit: &mut impl FnMut(&Answers, f64),
) {
    let mut places = vec![0; statements];
    loop {
        let chosen = places.iter().map(|index| offered[*index]);
        let probability = chosen.clone().map(|(_, share)| share).product();
        visit(&chosen.map(|(response, _)| response).collect(), probability);
        // Count up, as an odometer does.
        let Some(wheel) = places.iter().position(|index| index + 1 < offered.len()) else {
            return;
        };
        places[wheel] += 1;
        places[..wheel].fill(0);
    }
}

/// The outcome that a scorecard shows, computed again. A test compares it with the view.
pub fn shown(questionnaire: &Questionnaire, scorecard: &Scorecard) -> Option<usize> {
    let counted: Vec<Verdict> = scorecard
        .findings
        .iter()
        .filter(|it| !it.contested)
        .map(|it| it.verdict)
        .collect();
    if counted.is_empty() || counted.contains(&Verdict::Insufficient) {
        return None;
    }
    let reached = reached(scorecard);
    let unsure = counted.iter().filter(|it| **it == Verdict::Unsure).count();
    let asks = |index: &usize| {
        let outcome = &questionnaire.outcomes[*index];
        (outcome.from, outcome.unsure)
    };
    let mut places: Vec<usize> = (0..questionnaire.outcomes.len()).collect();
    places.retain(|index| {
        let (from, least) = asks(index);
        usize::try_from(from).unwrap() <= reached && usize::try_from(least).unwrap() <= unsure
    });
    places.sort_by_key(asks);
    places.last().copied()
}

pub fn reached(scorecard: &Scorecard) -> usize {
    let is_reached = |it: Verdict| it == Verdict::Held || it == Verdict::Leaning;
    let findings = scorecard.findings.iter();
    findings
        .filter(|it| !it.contested && is_reached(it.verdict))
        .count()
}

/// Computes [`Random`] by trying all answers.
pub fn by_all_answers(questionnaire: &Questionnaire) -> Random {
    let misconceptions = &questionnaire.misconceptions;
    let counted = misconceptions
        .iter()
        .filter(|it| !it.is_contested())
        .count();
    let mut random = Random {
        verdicts: vec![[0.0; 5]; misconceptions.len()],
        counts: vec![0.0; counted + 1],
        outcomes: vec![0.0; questionnaire.outcomes.len()],
    };
    let offered = offered(questionnaire);
    each_combination(
        questionnaire.statements.len(),
        &offered,
        &mut |answers, probability| {
            let scorecard = score(questionnaire, answers);
            for (row, finding) in random.verdicts.iter_mut().zip(&scorecard.findings) {
                let index = Verdict::ALL.iter().position(|it| *it == finding.verdict);
                row[index.unwrap()] += probability;
            }
            random.counts[reached(&scorecard)] += probability;
            if let Some(index) = shown(questionnaire, &scorecard) {
                random.outcomes[index] += probability;
            }
        },
    );
    random
}

/// Everything that a reader may do with one statement, including leaving it or its certainty blank.
pub fn possible(questionnaire: &Questionnaire) -> Vec<(Option<Response>, f64)> {
    let mut possible = offered(questionnaire);
    possible.push((None, 0.0));
    if questionnaire.certainty.is_some() {
        for point in 1..=questionnaire.scale.points {
            let agreement = Agreement::Point(point);
            possible.push((
                Some(Response {
                    agreement,
                    certainty: None,
                }),
                0.0,
            ));
        }
    }
    possible
}

pub fn unreachable_by_all_answers(questionnaire: &Questionnaire) -> Vec<usize> {
    let mut unseen: Vec<usize> = (0..questionnaire.outcomes.len()).collect();
    let possible = possible(questionnaire);
    each_combination(
        questionnaire.statements.len(),
        &possible,
        &mut |answers, _| {
            let index = shown(questionnaire, &score(questionnaire, answers));
            unseen.retain(|unseen| Some(*unseen) != index);
        },
    );
    unseen
}
