//! The documents of the contract. The schema files in contract/ are those that the code makes, and
//! the reader reports for every document of the conformance table what the table expects.
#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use common::{parsed, read};
use misconception_scorecard::contract::documents::{Message, feed, message};
use misconception_scorecard::contract::fit::{self, Refusal};
use misconception_scorecard::contract::patterns::{
    Day, FormatVersion, Receipt, Shape, WidgetVersion,
};
use misconception_scorecard::contract::{schema::schemas, terms::terms};
use misconception_scorecard::data::problem::Problem;
use misconception_scorecard::questionnaire::Questionnaire;
use misconception_scorecard::questionnaire::reader::Pattern;
use serde_json::{Value, json};

const TABLE: &str = "contract/conformance/documents.json";

fn questionnaires() -> Vec<Questionnaire> {
    let list = read("contract/conformance/questionnaires.json");
    list.as_array().unwrap().iter().map(parsed).collect()
}

/// The document of a row: either complete in the row, or a base with what the row sets, repeats and
/// removes.
fn document(table: &Value, row: &Value) -> Value {
    let Some(base) = row["base"].as_str() else {
        return row["document"].clone();
    };
    let mut document = table["bases"][base].clone();
    assert!(document.is_object(), "{row}");
    let mut changes: Vec<(String, Option<Value>)> = Vec::new();
    for (pointer, value) in row["set"].as_object().into_iter().flatten() {
        changes.push((pointer.clone(), Some(value.clone())));
    }
    for (pointer, value) in row["repeat"].as_object().into_iter().flatten() {
        let times = usize::try_from(value[1].as_u64().unwrap()).unwrap();
        let text = value[0].as_str().unwrap().repeat(times);
        changes.push((pointer.clone(), Some(text.into())));
    }
    for pointer in row["remove"].as_array().into_iter().flatten() {
        changes.push((pointer.as_str().unwrap().to_owned(), None));
    }
    for (pointer, value) in changes {
        let (around, key) = pointer.rsplit_once('/').unwrap();
        match (document.pointer_mut(around).unwrap(), value) {
            (Value::Object(map), Some(value)) => drop(map.insert(key.to_owned(), value)),
            (Value::Object(map), None) => assert!(map.remove(key).is_some(), "{row}"),
            _ => unreachable!("{row}"),
        }
    }
    document
}

fn rows(table: &Value, group: &str) -> Vec<(String, Value, Vec<String>, Value)> {
    let rows = table.pointer(group).and_then(Value::as_array).unwrap();
    assert!(!rows.is_empty(), "{group}");
    let row = |row: &Value| {
        let says = row["says"].as_str().unwrap().to_owned();
        let problems = row["problems"].as_array().into_iter().flatten();
        let mut problems: Vec<String> = problems.map(|it| it.as_str().unwrap().into()).collect();
        problems.sort();
        (says, document(table, row), problems, row.clone())
    };
    rows.iter().map(row).collect()
}

fn named(problems: &[Problem]) -> Vec<String> {
    for problem in problems {
        assert_ne!(problem.expected.text(), "", "the remedy of {problem:?}");
    }
    let mut named: Vec<String> = problems
        .iter()
        .map(|problem| format!("{} {}", problem.code.name(), problem.pointer))
        .collect();
    named.sort();
    named
}

/// What an endpoint with the core decides about a message.
fn fits(message: &Message<Value>) -> Result<(), Refusal> {
    let of = |id: &str| {
        let found = questionnaires().into_iter().find(|it| it.id == id);
        found.ok_or(Refusal::UnknownQuestionnaire)
    };
    match message {
        Message::Response(it) => fit::response(it, &of(&it.questionnaire)?).map(drop),
        Message::Remark(it) => fit::remark(it, &of(&it.questionnaire)?),
        Message::Withdraw(_) => Ok(()),
    }
}

#[test]
fn correct_documents_are_read_and_accepted() {
    let table = read(TABLE);
    for (says, document, ..) in rows(&table, "/good") {
        let message = message(&document).unwrap_or_else(|problems| panic!("{says}: {problems:?}"));
        assert_eq!(fits(&message), Ok(()), "{says}");
    }
}

#[test]
fn wrong_documents_are_refused_with_pointer_and_remedy() {
    let table = read(TABLE);
    for (says, document, problems, _) in rows(&table, "/wrong") {
        assert_eq!(named(&message(&document).unwrap_err()), problems, "{says}");
    }
}

#[test]
fn documents_that_do_not_fit_their_questionnaire_are_refused() {
    let table = read(TABLE);
    for (says, document, problems, row) in rows(&table, "/unfitting") {
        let refusal = fits(&message(&document).unwrap()).unwrap_err();
        let said = (refusal.status(), refusal.code(), named(refusal.problems()));
        let status = u16::try_from(row["status"].as_u64().unwrap()).unwrap();
        let code = row["code"].as_str().unwrap();
        assert_eq!(said, (status, code, problems), "{says}");
    }
}

#[test]
fn verdicts_that_do_not_follow_from_the_answers_are_refused() {
    let mut sent = read(TABLE)["bases"]["response"].clone();
    sent["verdicts"] = json!({ "round": "leaning", "flat": "held" });
    let refusal = fits(&message(&sent).unwrap()).unwrap_err();
    assert_eq!((refusal.status(), refusal.code()), (422, "verdictsDiffer"));
    let expected = [
        "notComparable /verdicts/flat",
        "notComparable /verdicts/round",
    ];
    assert_eq!(named(refusal.problems()), expected);
}

#[test]
fn a_response_that_fits_is_scored_from_its_answers() {
    let mut sent = read(TABLE)["bases"]["response"].clone();
    sent["first"] = json!({ "r-2": { "agreement": "dontKnow" } });
    let Ok(Message::Response(response)) = message(&sent) else {
        panic!("{sent}");
    };
    let questionnaire = questionnaires().swap_remove(0);
    let fitting = fit::response(&response, &questionnaire).unwrap();
    assert_eq!(fitting.answers.iter().flatten().count(), 3);
    assert_eq!(fitting.first.unwrap().iter().flatten().count(), 1);
    assert_eq!(fitting.scorecard.headline.held, 1);
    assert_eq!(response.receipt, sent["receipt"].as_str().unwrap());
    assert_eq!(
        (response.widget.as_str(), response.lang.as_str()),
        ("0.2.0", "en")
    );
}

#[test]
fn feeds_are_accepted_or_refused_as_in_the_table() {
    let table = read(TABLE);
    for (says, document, ..) in rows(&table, "/feeds/good") {
        let feed = feed(&document).unwrap_or_else(|problems| panic!("{says}: {problems:?}"));
        assert_eq!(feed.counts.is_some(), document["n"].is_number(), "{says}");
        let suggestions = document["suggestions"].as_array().unwrap();
        assert_eq!(feed.suggestions.len(), suggestions.len(), "{says}");
    }
    for group in ["/feeds/wrong", "/feeds/readerOnly"] {
        for (says, document, problems, _) in rows(&table, group) {
            assert_eq!(named(&feed(&document).unwrap_err()), problems, "{says}");
        }
    }
}

#[test]
fn patterns_of_short_texts_match_nothing_else() {
    fn check<P: Pattern>(right: &[&str], wrong: &[&str]) {
        for (texts, fits) in [(right, true), (wrong, false)] {
            for text in texts {
                assert_eq!(P::fits(text), fits, "{text:?} for {}", P::EXPRESSION);
            }
        }
    }
    check::<Receipt>(
        &["123e4567-e89b-42d3-a456-426614174000"],
        &[
            "",
            "123e4567-e89b-12d3-a456-426614174000",
            "123e4567-e89b-42d3-c456-426614174000",
            "123e4567-e89b-42d3-a456-42661417400",
            "123e4567-e89b-42d3-a456-4266141740000",
            "123E4567-e89b-42d3-a456-426614174000",
            "123e4567+e89b-42d3-a456-426614174000",
        ],
    );
    check::<WidgetVersion>(
        &["0.2.0", "10.20.3000"],
        &[
            "",
            "0.2",
            "0.2.",
            "0.2.0.1",
            "0.2.00000",
            "0.2.x",
            "v0.2.0",
            "0.2.0-ola",
        ],
    );
    check::<FormatVersion>(
        &["1", "1.0", "1.12"],
        &["", "2.0", "1.", "1.0.0", "10", "1.00000", "1.x"],
    );
    check::<Shape>(&["0a1b2c"], &["", "0a1b2", "0a1b2c3", "0A1B2C", "0a1b2g"]);
    check::<Day>(
        &["2026-11-29"],
        &["", "2026-11", "2026-11-29T18", "2026/11/29", "2026-11-2x"],
    );
}

/// Asserts that the file contains `made`; with `UPDATE_EXPECT` set, writes it instead.
fn assert_current(path: &str, made: &Value) {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = format!("{}\n", serde_json::to_string_pretty(made).unwrap());
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&file, text).unwrap();
    } else {
        let is_current = std::fs::read_to_string(&file).is_ok_and(|old| old == text);
        assert!(
            is_current,
            "{path} is out of date: UPDATE_EXPECT=1 cargo test --test contract"
        );
    }
}

#[test]
fn the_schemas_are_made_from_the_readers_own_rules() {
    for (name, schema) in schemas() {
        assert_current(&format!("contract/{name}.schema.json"), &schema);
    }
}

#[test]
fn the_terms_of_the_conformance_suite_are_those_of_its_questionnaires() {
    let made: Vec<Value> = questionnaires().iter().map(terms).collect();
    assert_current("contract/conformance/terms.json", &made.into());
}
