//! The promises that hold for every document, whatever it contains.
//!
//! This file knows what the parser, the checker, `evaluate` and `render` promise together, not
//! where a document comes from. Both the tests and the fuzz target use it, each with its own source
//! of random choices.

mod shown;

use misconception_scorecard::api::{self, evaluate, render};
use misconception_scorecard::authoring::check::pointer::{escaped, tokens};
use misconception_scorecard::authoring::check::{self, Notice};
use misconception_scorecard::data::failure::Failure;
use misconception_scorecard::data::problem::Problem;
use misconception_scorecard::messages::Messages;
use misconception_scorecard::questionnaire::answers::{self, Agreement, Answers, Response};
use misconception_scorecard::questionnaire::{Questionnaire, parse};
use misconception_scorecard::scoring;
use misconception_scorecard::session::plan::Choices;
use serde_json::{Map, Value, json};

/// Returns a number below its argument, which must be above 0. The choice is random or comes from
/// the fuzzer's input.
pub type Pick<'a> = &'a mut dyn FnMut(usize) -> usize;

pub const TODAY: &str = "2026-11-23";
/// From this many problems on, the last one may only say that there are more.
const MANY: usize = 1_000;
/// How many suggestions are tried per document.
const SUGGESTIONS: usize = 2;
/// The longest message or remedy, in characters. The longest ones contain a shortened text of the
/// document, or a suggestion for it.
const LONG: usize = 1_500;

/// Returns the codes of the problems found. Panics if `document` breaks a promise.
pub fn assert_all(
    document: &Value,
    messages: &dyn Fn() -> Messages,
    pick: Pick,
) -> Vec<&'static str> {
    let (found, questionnaire) = check::findings(document, TODAY);
    let parsed = parse::parse(document);
    assert_eq!(
        parsed.is_ok(),
        questionnaire.is_some(),
        "both read the same"
    );
    assert!(found.len() <= MANY, "{} findings", found.len());
    for finding in &found {
        assert_words(finding);
        assert_place(finding, document);
    }
    // Each suggestion means checking the whole document again.
    for finding in found
        .iter()
        .filter(|it| !it.suggestion.is_empty())
        .take(SUGGESTIONS)
    {
        assert_mends(finding, document);
    }
    assert_sorted_out(&found, questionnaire.is_some());
    assert_report(document, &found);
    assert_comments_change_nothing(document, &found, pick);
    match parsed {
        Ok((questionnaire, _)) => assert_usable(document, &questionnaire, messages, pick),
        Err(problems) => assert_refused(document, problems, messages),
    }
    found.iter().map(|finding| finding.code).collect()
}

/// A problem has a message and a remedy, each on one line.
fn assert_words(finding: &Notice) {
    for text in [&finding.message, &finding.remedy] {
        assert!(!text.trim().is_empty(), "{finding:?}");
        assert!(!text.chars().any(char::is_control), "{finding:?}");
        assert!(
            text.chars().count() <= LONG,
            "{} characters: {finding:?}",
            text.len()
        );
    }
    assert!(!finding.code.is_empty(), "{finding:?}");
}

/// A suggestion that is followed does not lead to the same problem again.
fn assert_mends(finding: &Notice, document: &Value) {
    let mut mended = document.clone();
    let (parent, last) = finding.pointer.rsplit_once('/').unwrap();
    if finding.code == "unknownKey" {
        let map = mended.pointer_mut(parent).unwrap().as_object_mut().unwrap();
        let value = map
            .remove(&tokens(&format!("/{last}")).next().unwrap())
            .unwrap();
        let before = map.insert(finding.suggestion.clone(), value);
        assert_eq!(before, None, "it was there already: {finding:?}");
    } else {
        let text = &finding.suggestion;
        *mended.pointer_mut(&finding.pointer).unwrap() =
            if finding.remedy.contains("without quotes") {
                serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {finding:?}"))
            } else {
                json!(text)
            };
    }
    let (found, _) = check::findings(&mended, TODAY);
    let same = |it: &&Notice| (it.code, &it.pointer) == (finding.code, &finding.pointer);
    assert_eq!(found.iter().find(same), None, "{finding:?}");
}

/// A problem points at an existing value, or at a missing key of an existing object.
fn assert_place(finding: &Notice, document: &Value) {
    let mut value = document;
    let is_pointer = finding.pointer.is_empty() || finding.pointer.starts_with('/');
    assert!(is_pointer, "{finding:?}");
    for token in tokens(&finding.pointer) {
        assert!(escaped(&token).len() >= token.len());
        let next = match value {
            Value::Object(map) => map.get(&token),
            Value::Array(list) => token.parse().ok().and_then(|index: usize| {
                assert_eq!(index.to_string(), token, "{finding:?}");
                list.get(index)
            }),
            other => panic!("within {other}: {finding:?}"),
        };
        let Some(next) = next else {
            // A translation may lack an object or the end of an array; each text in it is reported.
            let is_translation = finding.code == "missingTranslation";
            let is_key = value.is_object() && is_last(finding, &token);
            assert!(
                is_translation || (finding.code == "missing" && is_key),
                "nothing there: {finding:?}"
            );
            return;
        };
        value = next;
    }
    assert_ne!(finding.code, "missing", "it is there: {finding:?}");
}

fn is_last(finding: &Notice, token: &str) -> bool {
    finding.pointer.ends_with(&format!("/{}", escaped(token)))
}

/// Errors come first. A document can be used if and only if it has no errors, apart from those that
/// are passed over.
fn assert_sorted_out(found: &[Notice], is_usable: bool) {
    assert!(
        found.is_sorted_by_key(|finding| finding.is_advice),
        "errors first"
    );
    let stops = |it: &Notice| {
        let is_passed_over =
            it.is_advice || matches!(it.code, "unknownKey" | "placeholder" | "more");
        let is_elsewhere = it.pointer.starts_with("/translations/") || is_last(it, "$comment");
        !is_passed_over && !is_elsewhere
    };
    let is_whole = found.iter().all(|finding| finding.code != "more");
    let stopping = found.iter().find(|finding| stops(finding));
    assert!(
        stopping.is_none() || !is_usable,
        "it can be used in spite of {stopping:?}"
    );
    assert!(
        stopping.is_some() || is_usable || !is_whole,
        "it cannot be used, and nothing says why"
    );
}

/// The report contains the same problems, and habits if there are no errors.
fn assert_report(document: &Value, found: &[Notice]) {
    let report = doubles(serde_json::to_value(api::check(document, TODAY)).unwrap());
    let problems: Vec<_> = found.iter().map(written).collect();
    assert_eq!(report["problems"], Value::Array(problems), "the same twice");
    let is_well = found.iter().all(|finding| finding.is_advice);
    assert_eq!(
        report["habits"].is_object(),
        is_well,
        "habits where nothing is wrong"
    );
    if is_well {
        assert_probabilities(&report["habits"]["random"]);
    }
}

fn written(finding: &Notice) -> Value {
    let mut map = Map::new();
    let severity = if finding.is_advice { "advice" } else { "error" };
    for (key, text) in [
        ("severity", severity),
        ("code", finding.code),
        ("pointer", &finding.pointer),
        ("message", &finding.message),
        ("remedy", &finding.remedy),
        ("found", &finding.found),
        ("expected", &finding.expected),
        ("suggestion", &finding.suggestion),
    ] {
        let is_optional = matches!(key, "found" | "expected" | "suggestion");
        if !(is_optional && text.is_empty()) {
            map.insert(key.to_owned(), text.into());
        }
    }
    Value::Object(map)
}

fn assert_probabilities(random: &Value) {
    for row in random["verdicts"].as_array().into_iter().flatten() {
        let shares = row
            .as_object()
            .into_iter()
            .flatten()
            .filter_map(|(_, it)| it.as_f64());
        assert_certain(shares, row);
    }
    if let Some(counts) = random["counts"].as_array() {
        assert_certain(counts.iter().filter_map(Value::as_f64), &random["counts"]);
    }
}

fn assert_certain(shares: impl Iterator<Item = f64>, row: &Value) {
    let sum: f64 = shares.sum();
    assert!((sum - 1.0).abs() < 1e-6, "{row} come to {sum}");
}

/// An author's comment, in any object, changes nothing.
fn assert_comments_change_nothing(document: &Value, found: &[Notice], pick: Pick) {
    let mut noted = document.clone();
    note(&mut noted, &mut |left| pick(left) != 0);
    let (after, _) = check::findings(&noted, TODAY);
    // The order of unknown keys is not defined.
    let in_order = |found: &[Notice]| {
        let mut lines: Vec<_> = found.iter().map(|it| format!("{it:?}")).collect();
        lines.sort();
        lines
    };
    if found.len() < MANY - 1 {
        assert_eq!(in_order(&after), in_order(found), "{noted}");
    }
}

/// Adds a comment to the objects for which `is_noted` returns true.
fn note(value: &mut Value, is_noted: &mut dyn FnMut(usize) -> bool) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|item| note(item, is_noted)),
        Value::Object(map) => {
            map.values_mut().for_each(|item| note(item, is_noted));
            if !map.contains_key("$comment") && is_noted(4) {
                map.insert("$comment".to_owned(), json!("A note."));
            }
        }
        _ => {}
    }
}

/// A document that cannot be used is refused everywhere, for the same reasons.
fn assert_refused(document: &Value, problems: Vec<Problem>, messages: &dyn Fn() -> Messages) {
    let refused = Err(Failure::InvalidQuestionnaire(problems));
    assert_eq!(evaluate(document, &json!({})).map(drop), refused);
    let rendered = render(document, messages(), Choices::default(), true);
    assert_eq!(rendered.map(drop), refused);
}

/// A document that can be used is scored and shown, whatever is answered.
fn assert_usable(
    document: &Value,
    questionnaire: &Questionnaire,
    messages: &dyn Fn() -> Messages,
    pick: Pick,
) {
    let blank = vec![None; questionnaire.statements.len()];
    for answers in [blank, answers(questionnaire, pick)] {
        let written: Value = answers::write(&answers, questionnaire);
        let scorecard = evaluate(document, &written).unwrap().scorecard;
        let scorecard = doubles(serde_json::to_value(scorecard).unwrap());
        let small: Value = scoring::score(questionnaire, &answers).write(questionnaire, &answers);
        assert_eq!(scorecard, small, "the reader's module writes the same");
        assert_eq!(scorecard["answers"], written, "kept as they were given");
        shown::assert_shown(questionnaire, messages, &answers);
        let lines = scorecard["verdicts"].as_array().unwrap();
        assert_eq!(lines.len(), questionnaire.misconceptions.len());
        for line in lines {
            let belief = &line["belief"];
            let is_belief = belief
                .as_f64()
                .is_some_and(|it| (0.0..=100.0).contains(&it));
            assert!(belief.is_null() || is_belief, "{line}");
        }
    }
    let html = render(document, messages(), Choices::default(), true).unwrap();
    for part in [&html.lang, html.direction, &html.screen, &html.plain] {
        assert!(!part.is_empty());
    }
}

/// Answers on the scales of `questionnaire`, some left blank.
fn answers(questionnaire: &Questionnaire, pick: Pick) -> Answers {
    let scale = &questionnaire.scale;
    let mut answer = || {
        let point = pick(usize::from(scale.points) + 2);
        let agreement = match u8::try_from(point).unwrap() {
            0 => return None,
            point if point <= scale.points => Agreement::Point(point),
            _ if scale.dont_know => Agreement::DontKnow,
            _ => return None,
        };
        let certainty = questionnaire.certainty.as_ref().and_then(|certainty| {
            let levels = usize::try_from(certainty.to - certainty.from).unwrap() + 1;
            let level = i16::try_from(pick(levels + 1)).unwrap();
            Some(certainty.from + level).filter(|level| *level <= certainty.to)
        });
        Some(Response {
            agreement,
            certainty,
        })
    };
    questionnaire.statements.iter().map(|_| answer()).collect()
}

/// The value with all numbers as doubles, as JavaScript has them.
fn doubles(value: Value) -> Value {
    match value {
        Value::Number(number) => number.as_f64().into(),
        Value::Array(items) => items.into_iter().map(doubles).collect(),
        Value::Object(map) => {
            let parts = map.into_iter().map(|(key, part)| (key, doubles(part)));
            Value::Object(parts.collect())
        }
        other => other,
    }
}
