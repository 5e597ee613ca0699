//! The headless core: the shapes of its results, and the input that it refuses.
#![allow(clippy::unwrap_used, clippy::needless_pass_by_value)]

mod common;

use common::{compare, evaluate, small};
use misconception_scorecard::api::results::Tree;
use misconception_scorecard::data::failure::Failure;
use misconception_scorecard::view::node::Builder;
use serde_json::{Value, json};

#[test]
fn a_scorecard_has_the_documented_shape() {
    let mut questionnaire = small(&[&["myth", "fact"]]);
    questionnaire["certainty"] = json!({ "levels": 4 });
    let answers =
        json!({ "s1": { "agreement": 4, "certainty": 3 }, "s2": { "agreement": "dontKnow" } });
    let scorecard = evaluate(&questionnaire, &answers).unwrap();
    let expected = json!({
        "questionnaire": { "id": "small", "version": "1", "format": "1.0", "points": 5.0 },
        "headline": { "held": 0.0, "leaning": 1.0, "unsure": 0.0, "notHeld": 0.0, "classified": 1.0, "insufficient": 0.0, "contested": 0.0 },
        "verdicts": [{
            "misconception": "m1", "verdict": "leaning", "reason": "mixed", "belief": null,
            "contested": false, "flags": [],
            "statements": [
                { "id": "s1", "agreement": 4.0, "certainty": 3.0, "position": 0.75, "class": "misconception" },
                { "id": "s2", "agreement": "dontKnow", "certainty": null, "position": null, "class": "lackOfKnowledge" },
            ],
        }],
        "order": ["m1"],
        "flags": [],
        "answers": { "s1": { "agreement": 4.0, "certainty": 3.0 }, "s2": { "agreement": "dontKnow" } },
        "outcome": null,
    });
    assert_eq!(scorecard, expected);
}

#[test]
fn the_outcome_that_is_shown_is_named() {
    let mut questionnaire = small(&[&["myth"], &["myth"]]);
    questionnaire["outcomes"] = json!([
        { "from": 2, "title": "Both" },
        { "from": 1, "title": "One", "text": "Begin with it." },
    ]);
    for (answers, expected) in [
        ([5, 5], json!({ "index": 0.0, "title": "Both" })),
        ([5, 1], json!({ "index": 1.0, "title": "One" })),
        ([1, 1], Value::Null),
    ] {
        let [one, two] = answers.map(|point| json!({ "agreement": point }));
        let evaluation = evaluate(&questionnaire, &json!({ "s1": one, "s2": two })).unwrap();
        assert_eq!(evaluation["outcome"], expected, "{answers:?}");
    }
    // No outcome is shown while answers are missing.
    let evaluation = evaluate(&questionnaire, &json!({ "s1": { "agreement": 5 } })).unwrap();
    assert_eq!(evaluation["outcome"], Value::Null);
}

#[test]
fn without_answers_every_verdict_is_too_few_answers_and_there_is_no_error() {
    let scorecard = evaluate(&small(&[&["myth"]]), &json!({})).unwrap();
    assert_eq!(scorecard["verdicts"][0]["verdict"], json!("insufficient"));
    assert_eq!(
        scorecard["verdicts"][0]["statements"][0]["agreement"],
        Value::Null
    );
}

#[track_caller]
fn refused(answers: &Value, expected: &[(&str, &str)]) {
    let mut questionnaire = small(&[&["myth"]]);
    if answers.to_string().contains("asked") {
        questionnaire["certainty"] = json!({});
    }
    let failure = evaluate(&questionnaire, answers).unwrap_err();
    assert_eq!(failure.code(), "invalidAnswers");
    let found: Vec<(&str, &str)> = failure
        .problems()
        .iter()
        .map(|it| (it.code.name(), it.pointer.as_str()))
        .collect();
    assert_eq!(found, expected, "{answers}");
}

#[test]
fn an_answer_outside_its_scale_or_to_an_unknown_statement_is_an_error_with_its_pointer() {
    refused(
        &json!({ "s1": { "agreement": 0 } }),
        &[("outOfRange", "/s1/agreement")],
    );
    refused(
        &json!({ "s1": { "agreement": 6 } }),
        &[("outOfRange", "/s1/agreement")],
    );
    refused(
        &json!({ "s1": { "agreement": 257 } }),
        &[("outOfRange", "/s1/agreement")],
    );
    refused(
        &json!({ "s1": { "agreement": 2.5 } }),
        &[("outOfRange", "/s1/agreement")],
    );
    refused(
        &json!({ "s1": { "agreement": "4" } }),
        &[("outOfRange", "/s1/agreement")],
    );
    refused(
        &json!({ "s1": { "agreement": null } }),
        &[("outOfRange", "/s1/agreement")],
    );
    refused(&json!({ "s1": {} }), &[("missing", "/s1/agreement")]);
    refused(&json!({ "s1": 4 }), &[("wrongType", "/s1")]);
    refused(
        &json!({ "s1": { "agreement": 4, "certainty": 2 } }),
        &[("unknownKey", "/s1/certainty")],
    );
    refused(
        &json!({ "s9": { "agreement": 4 } }),
        &[("unknownId", "/s9")],
    );
    refused(
        &json!({ "a/b~": { "agreement": 4 } }),
        &[("unknownId", "/a~1b~0")],
    );
    refused(&json!([]), &[("wrongType", "")]);
    refused(
        &json!({ "s1": { "agreement": 9 }, "s2": { "agreement": 1 } }),
        &[("outOfRange", "/s1/agreement"), ("unknownId", "/s2")],
    );
}

#[test]
fn dont_know_is_refused_if_it_is_not_offered() {
    let mut questionnaire = small(&[&["myth"]]);
    questionnaire["scale"] = json!({ "dontKnow": false });
    let failure = evaluate(
        &questionnaire,
        &json!({ "s1": { "agreement": "dontKnow" } }),
    )
    .unwrap_err();
    assert_eq!(failure.problems()[0].pointer, "/s1/agreement");
}

#[test]
fn only_scorecards_of_the_same_questionnaire_are_compared() {
    let mut seven = small(&[&["myth"]]);
    seven["scale"] = json!({ "points": 7, "labels": ["1", "2", "3", "4", "5", "6", "7"] });
    let mut newer = small(&[&["myth"]]);
    newer["version"] = json!("2");
    let mut other = small(&[&["myth"]]);
    other["id"] = json!("other");
    let answers = json!({ "s1": { "agreement": 5 } });
    let before = evaluate(&small(&[&["myth"]]), &answers).unwrap();
    for (questionnaire, key) in [(seven, "points"), (newer, "version"), (other, "id")] {
        let after = evaluate(&questionnaire, &answers).unwrap();
        let failure = compare(&before, &after).unwrap_err();
        assert!(matches!(failure, Failure::NotComparable(_)));
        assert_eq!(
            failure.problems()[0].pointer,
            format!("/after/questionnaire/{key}")
        );
    }
    let same = compare(&before, &before).unwrap();
    let expected = json!({ "changes": [{ "misconception": "m1", "transition": "unchanged", "change": null }] });
    assert_eq!(
        same, expected,
        "both at 100: nothing was left to gain or lose"
    );
}

#[test]
fn a_value_that_is_not_a_scorecard_is_not_compared() {
    let scorecard = evaluate(&small(&[&["myth"]]), &json!({})).unwrap();
    for broken in [json!(null), json!({}), json!([]), json!({ "verdicts": 3 })] {
        assert_eq!(
            compare(&scorecard, &broken).unwrap_err().code(),
            "notComparable"
        );
        assert_eq!(
            compare(&broken, &scorecard).unwrap_err().code(),
            "notComparable"
        );
    }
    let mut broken = scorecard.clone();
    broken["verdicts"][0]["belief"] = json!(101);
    assert_eq!(
        compare(&scorecard, &broken).unwrap_err().problems()[0].pointer,
        "/after/verdicts/0"
    );
}

#[test]
fn a_screen_as_data_has_tag_attributes_and_content_of_each_element() {
    let mut tree = Builder::default();
    tree.open("form.paged method=dialog");
    tree.element("p.hint", "A & <b>");
    tree.text("between");
    tree.open("input type=radio");
    tree.attribute("name", "agreement-0");
    tree.close();
    tree.close();
    assert_eq!(
        serde_json::to_value(Tree(tree.finish())).unwrap(),
        json!([[
            "form", { "class": "paged", "part": "paged", "method": "dialog" },
            ["p", { "class": "hint", "part": "hint" }, "A & <b>"],
            "between",
            ["input", { "type": "radio", "name": "agreement-0" }],
        ]])
    );
}
