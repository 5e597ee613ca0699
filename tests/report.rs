//! Reports: which messages count, in any order; contested misconceptions; a published table; the
//! counts of a feed. The words of a report are tested in `report_said.rs`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod common;
#[path = "report/messages.rs"]
mod messages;

use common::{parsed, read, small, social_media};
use messages::{response, sample, teachers, withdrawal};
use misconception_scorecard::api::report::report;
use misconception_scorecard::contract::documents::feed as read_feed;
use misconception_scorecard::report::collector::{Block, Collector};
use misconception_scorecard::report::feed;
use misconception_scorecard::statistics::figures::Figures;
use serde_json::{Value, json};

const ROUNDS: u64 = 60;

fn figures(questionnaire: &Value, messages: &[Value]) -> Figures {
    let found = report(questionnaire, messages).unwrap();
    assert!(found.refused.is_empty(), "{:?}", found.refused);
    found.figures
}

/// Questionnaires of all kinds: with certainty, with contested misconceptions, with one to three
/// statements each.
fn questionnaires() -> Vec<Value> {
    let mut sure = small(&[&["myth", "fact"], &["myth", "myth", "fact"], &["fact"]]);
    sure["certainty"] = json!({ "levels": 4 });
    let mut contested = small(&[&["myth", "fact"], &["myth"], &["myth", "fact", "fact"]]);
    contested["misconceptions"][1]["evidence"] = json!({ "strength": "contested" });
    vec![social_media("en"), sure, contested]
}

#[test]
fn the_order_of_responses_does_not_matter() {
    for questionnaire in questionnaires() {
        for seed in 0..ROUNDS {
            let mut random = fastrand::Rng::with_seed(seed);
            let mut messages = sample(&questionnaire, 40, &mut random);
            let expected = figures(&questionnaire, &messages);
            assert!(expected.responses > 30 && expected.answered_again > 0);
            random.shuffle(&mut messages);
            // Equal to the last bit, so the page is equal too.
            assert_eq!(figures(&questionnaire, &messages), expected, "seed {seed}");
        }
    }
}

#[test]
fn a_withdrawn_message_counts_as_never_sent() {
    for questionnaire in questionnaires() {
        for seed in 0..ROUNDS {
            let mut random = fastrand::Rng::with_seed(seed);
            let all = sample(&questionnaire, 40, &mut random);
            let is_gone: Vec<bool> = all.iter().map(|_| random.u8(..4) == 0).collect();
            assert!(is_gone.contains(&true));
            let kept: Vec<Value> = all
                .iter()
                .zip(&is_gone)
                .filter(|(_, is_gone)| !**is_gone)
                .map(|(it, _)| it.clone())
                .collect();
            let mut messages = all.clone();
            for (message, is_gone) in all.iter().zip(is_gone) {
                if is_gone {
                    // The withdrawal comes at any time after its message.
                    let at = messages.iter().position(|it| it == message).unwrap();
                    let at = random.usize(at + 1..=messages.len());
                    messages.insert(at, withdrawal(message));
                }
            }
            assert_eq!(
                figures(&questionnaire, &messages),
                figures(&questionnaire, &kept),
                "seed {seed}"
            );
        }
    }
}

#[test]
fn of_messages_with_one_receipt_the_last_counts() {
    let questionnaire = small(&[&["myth"]]);
    let answer = |point: u8| json!({ "s1": { "agreement": point } });
    let sent = |points: &[u8]| {
        let messages: Vec<Value> = points
            .iter()
            .map(|point| response(&questionnaire, 7, &answer(*point), None))
            .collect();
        figures(&questionnaire, &messages)
    };
    assert_eq!(sent(&[1, 5, 3]), sent(&[3]));
    assert_ne!(sent(&[1, 5, 3]), sent(&[5]));
    let again = [
        response(&questionnaire, 7, &answer(5), None),
        withdrawal(&response(&questionnaire, 7, &answer(5), None)),
        response(&questionnaire, 7, &answer(1), None),
    ];
    assert_eq!(figures(&questionnaire, &again), sent(&[1]));
}

#[test]
fn a_receipt_stands_for_one_kind_of_message() {
    let questionnaire = small(&[&["myth"]]);
    let answers = response(
        &questionnaire,
        7,
        &json!({ "s1": { "agreement": 5 } }),
        None,
    );
    let mut remark = messages::remark(&questionnaire, 7, Some("m1"));
    let found = report(&questionnaire, &[answers.clone(), remark.clone()]).unwrap();
    let (index, refusal) = &found.refused[0];
    assert_eq!((*index, refusal.code()), (1, "invalidDocument"));
    assert_eq!(refusal.problems()[0].pointer, "/receipt");
    remark["receipt"] = messages::receipt(8).into();
    assert_eq!(
        figures(&questionnaire, &[answers, remark]).misconceptions[0].disputes,
        1
    );
}

#[test]
fn messages_that_do_not_fit_are_refused_and_the_others_are_counted() {
    let questionnaire = small(&[&["myth"]]);
    let good = |number| {
        response(
            &questionnaire,
            number,
            &json!({ "s1": { "agreement": 5 } }),
            None,
        )
    };
    let changed = |pointer: &str, value: Value| {
        let mut it = good(9);
        *it.pointer_mut(pointer).unwrap() = value;
        it
    };
    let messages = [
        good(1),
        changed("/answers/s1/agreement", 6.into()),
        changed("/verdicts/m1", "notHeld".into()),
        changed("/questionnaire/id", "other".into()),
        changed("/questionnaire/version", "2".into()),
        json!([]),
        good(2),
    ];
    let found = report(&questionnaire, &messages).unwrap();
    let codes: Vec<(usize, &str)> = found
        .refused
        .iter()
        .map(|(at, it)| (*at, it.code()))
        .collect();
    assert_eq!(
        codes,
        [
            (1, "invalidDocument"),
            (2, "verdictsDiffer"),
            (3, "unknownQuestionnaire"),
            (4, "otherVersion"),
            (5, "invalidDocument"),
        ]
    );
    assert_eq!(found.figures.responses, 2);
    assert!(report(&json!({}), &[]).is_err());
}

#[test]
fn contested_misconceptions_are_separate_and_in_no_share_of_wrong_answers() {
    let questionnaire = &questionnaires()[2];
    let mut random = fastrand::Rng::with_seed(1);
    let found = figures(questionnaire, &sample(questionnaire, 60, &mut random));
    let ids = |list: &[misconception_scorecard::statistics::figures::MisconceptionFigures]| {
        list.iter().map(|it| it.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&found.misconceptions), ["m1", "m3"]);
    assert_eq!(ids(&found.contested), ["m2"]);
    for statement in &found.statements {
        assert_eq!(statement.contested, statement.misconception == "m2");
        assert_eq!(statement.facility.is_none(), statement.contested);
        assert_eq!(statement.discrimination.is_none(), statement.contested);
    }
    // The figures of the others do not depend on the answers to it.
    let mut other = sample(questionnaire, 60, &mut fastrand::Rng::with_seed(1));
    for message in &mut other {
        let id = &found.statements.iter().find(|it| it.contested).unwrap().id;
        if message["answers"].get(id).is_some() {
            message["answers"][id] = json!({ "agreement": 5 });
            message["verdicts"]["m2"] = "held".into();
        }
    }
    let other = figures(questionnaire, &other);
    assert_ne!(other.contested, found.contested);
    assert_eq!(other.misconceptions, found.misconceptions);
    for (one, other) in found.statements.iter().zip(&other.statements) {
        let telling = [one, other].map(|it| it.discrimination.map(|it| it.value));
        // Other rows come first, so the last digits may differ.
        let difference = telling[0].zip(telling[1]).map(|(one, other)| one - other);
        assert!(difference.unwrap_or(0.0).abs() < 1e-12, "{telling:?}");
        assert_eq!(one.discrimination.is_some(), other.discrimination.is_some());
    }
}

#[test]
fn the_figures_of_the_published_neuromyths_are_the_published_ones() {
    let questionnaire = read("www/examples/neuromyths.json");
    let published = read("tests/fixtures/statistics/neuromyths.json");
    let items = published["items"].as_array().unwrap();
    assert_eq!(items.len(), 14);
    for country in ["uk", "nl"] {
        let found = figures(
            &questionnaire,
            &teachers(&questionnaire, &published, country),
        );
        assert_eq!(
            u64::from(found.responses),
            published["teachers"][country].as_u64().unwrap()
        );
        assert_eq!(found.contested.len(), 3);
        let mut sum = published["left_out"]["incorrect"][country]
            .as_f64()
            .unwrap();
        let all = || found.misconceptions.iter().chain(&found.contested);
        let table = |item: &Value, key: &str| item[country][key].as_f64();
        for statement in &found.statements {
            let item = items.iter().find(|it| it["id"] == *statement.id).unwrap();
            let one = all().find(|it| it.id == statement.misconception).unwrap();
            let held = one.held.unwrap();
            // There is one statement: a wrong answer means held, and don't know means undecided.
            assert_eq!(held.n, found.responses);
            assert!(held.low <= held.share && held.share <= held.high);
            let percent = (held.share * 100.0).round();
            assert_eq!(Some(percent), table(item, "incorrect"), "{item}");
            let right = f64::from(one.verdicts.not_held) / f64::from(held.n) * 100.0;
            assert_eq!(Some(right.round()), table(item, "correct"), "{item}");
            // The published shares are rounded, so the three do not always add up to 100.
            let unknown = statement.dont_know.unwrap().share * 100.0;
            let expected = table(item, "dont_know").unwrap();
            assert!((unknown - expected).abs() < 1.5, "{item} {unknown}");
            sum += percent;
        }
        let mean = sum / 15.0;
        let published = published["published_mean"].as_f64().unwrap();
        assert!((mean - published).abs() < 1.0, "{country}: {mean}");
    }
}

#[test]
fn a_feed_follows_the_contract_and_has_counts_from_ten_responses_on() {
    for questionnaire in questionnaires() {
        let all = sample(&questionnaire, 40, &mut fastrand::Rng::with_seed(2));
        let responses: Vec<Value> = all
            .into_iter()
            .filter(|it| it["kind"] == "response")
            .collect();
        let order: Vec<String> = parsed(&questionnaire)
            .misconceptions
            .iter()
            .map(|it| it.id.clone())
            .collect();
        for n in [0, 9, 10, 25] {
            let found = figures(&questionnaire, &responses[..n]);
            let counts = feed::counts(&found, &order, "2026-11-29");
            assert_eq!(counts.is_some(), n >= 10);
            let mut document = serde_json::to_value(feed::written(counts.clone())).unwrap();
            document["feed"] = "1".into();
            document["questionnaire"] =
                json!({ "id": questionnaire["id"], "version": questionnaire["version"] });
            document["suggestions"] = json!([]);
            assert_eq!(read_feed(&document).unwrap().counts, counts, "{document}");
        }
    }
}

#[test]
fn a_block_gives_the_same_figures_as_its_messages_one_by_one() {
    for questionnaire in questionnaires() {
        let all = sample(&questionnaire, 50, &mut fastrand::Rng::with_seed(4));
        let mut responses: Vec<Value> = all
            .into_iter()
            .filter(|it| it["kind"] == "response")
            .collect();
        // One response has a verdict that does not follow from its answers.
        let first = questionnaire["misconceptions"][0]["id"].as_str().unwrap();
        let claim = &mut responses[3]["verdicts"][first];
        *claim = if claim == "held" { "notHeld" } else { "held" }.into();
        let parsed = parsed(&questionnaire);
        let (mut one, mut other) = (
            Collector::new(parsed.clone()),
            Collector::new(parsed.clone()),
        );
        let refused: Vec<usize> = (0..responses.len())
            .filter(|at| one.add(&responses[*at]).is_err())
            .collect();
        assert_eq!(refused, [3]);
        let parts = messages::block(&parsed, &responses);
        let block = Block {
            receipts: &parts[0],
            codes: &parts[1],
            again: &parts[2],
            claims: &parts[3],
        };
        assert_eq!(other.add_block(&block).unwrap(), refused);
        assert_eq!(other.figures().unwrap(), one.figures().unwrap());
        assert_eq!(other.counted().unwrap(), one.counted().unwrap());
        let counted = one.counted().unwrap();
        let length = 16 + parsed.statements.len() + parsed.misconceptions.len();
        assert_eq!(counted.len(), (responses.len() - 1) * length);
        let short = Block {
            receipts: &parts[0][1..],
            ..block
        };
        assert!(other.add_block(&short).is_err());
    }
}
