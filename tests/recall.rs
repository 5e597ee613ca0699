//! Saved answers are used only for what was asked: none of them if the shape differs, and not those
//! to statements that were reworded.
#![allow(clippy::unwrap_used)]

mod common;

use common::{small, widget};
use misconception_scorecard::questionnaire::answers::Agreement;
use misconception_scorecard::session::plan::Choices;
use misconception_scorecard::session::{Event, Notice};
use misconception_scorecard::view::node::to_html;
use misconception_scorecard::widget::Widget;
use serde_json::{Value, json};

const STATEMENTS: usize = 4;

fn document() -> Value {
    let mut document = small(&[&["myth", "fact"], &["myth", "fact"]]);
    document["certainty"] = json!({ "levels": 4 });
    document
}

fn begin(document: &Value) -> Widget {
    widget(document, "en", Choices::default())
}

fn answer(widget: &mut Widget, statement: usize) {
    widget.update(Event::Agree {
        statement,
        agreement: Agreement::Point(2),
        tapped: false,
    });
}

/// The saved state of a reader who has finished this many steps.
fn kept(document: &Value, steps: usize) -> Value {
    let mut widget = begin(document);
    for _ in 0..steps {
        for statement in 0..STATEMENTS {
            answer(&mut widget, statement);
        }
        widget.update(Event::Next);
    }
    let mut saved = json!({});
    widget.write_saved(&mut saved);
    saved
}

fn recalled(document: &Value, saved: &Value) -> Widget {
    let mut widget = begin(document);
    widget.recall(saved);
    widget
}

fn answered(widget: &Widget) -> Vec<String> {
    let answers: Value = widget.write_answers();
    answers.as_object().unwrap().keys().cloned().collect()
}

#[test]
fn stored_answers_are_restored() {
    for steps in 0..=STATEMENTS {
        let widget = recalled(&document(), &kept(&document(), steps));
        assert_eq!(widget.session().step, steps);
        assert_eq!(answered(&widget).len(), steps);
        assert_eq!(widget.notice(), None);
    }
}

type Change = (&'static str, fn(&mut Value));

#[test]
fn answers_to_another_shape_are_not_used_and_the_reader_is_told() {
    let changes: [Change; 10] = [
        ("version", |it| it["version"] = json!("2")),
        ("key", |it| {
            it["misconceptions"][0]["statements"][0]["key"] = json!("fact");
        }),
        ("weight", |it| {
            it["misconceptions"][0]["statements"][0]["weight"] = json!(2);
        }),
        ("id", |it| {
            it["misconceptions"][0]["statements"][0]["id"] = json!("other");
        }),
        ("order", |it| {
            let statements = it["misconceptions"][0]["statements"].as_array_mut();
            statements.unwrap().swap(0, 1);
        }),
        ("scale", |it| it["scale"] = json!({ "points": 2 })),
        ("certainty", |it| it["certainty"] = json!(null)),
        ("levels", |it| {
            it["certainty"] = json!({ "levels": 2, "labels": ["no", "yes"] });
        }),
        ("cutoffs", |it| it["cutoffs"] = json!({ "held": 80 })),
        ("misconception", |it| {
            let taken = it["misconceptions"][0]["statements"].as_array_mut();
            let taken = taken.unwrap().pop().unwrap();
            let other = it["misconceptions"][1]["statements"].as_array_mut();
            other.unwrap().insert(0, taken);
        }),
    ];
    for steps in [1, STATEMENTS] {
        let saved = kept(&document(), steps);
        for (what, change) in changes {
            let mut now = document();
            change(&mut now);
            if what == "certainty" {
                now.as_object_mut().unwrap().remove("certainty");
            }
            let mut widget = recalled(&now, &saved);
            assert_eq!(widget.notice(), Some(Notice::OtherShape), "{what}");
            assert_eq!(answered(&widget), Vec::<String>::new(), "{what}");
            assert_eq!(widget.session().step, 0, "{what}");
            assert!(to_html(&widget.view()).contains("The statements have changed"));
            answer(&mut widget, 0);
            assert!(
                widget.notice().is_some(),
                "the notice stays until the next step"
            );
            widget.update(Event::Next);
            assert_eq!(widget.notice(), None, "{what}");
        }
    }
}

#[test]
fn a_reader_without_answers_is_told_nothing() {
    let mut now = document();
    now["version"] = json!("2");
    assert_eq!(recalled(&now, &kept(&document(), 0)).notice(), None);
    assert_eq!(recalled(&now, &json!({ "shape": 1 })).notice(), None);
}

#[test]
fn changes_outside_the_shape_keep_the_answers() {
    let saved = kept(&document(), STATEMENTS);
    let mut now = document();
    now["title"] = json!("Another title");
    now["misconceptions"][0]["name"] = json!("Another name");
    now["misconceptions"][0]["refutation"]["fact"] = json!("Another fact.");
    now["certainty"]["labels"] = json!(["a", "b", "c", "d"]);
    let widget = recalled(&now, &saved);
    assert_eq!(
        (widget.notice(), answered(&widget).len()),
        (None, STATEMENTS)
    );
    assert!(widget.scorecard().is_some());
}

fn reworded() -> Value {
    let mut now = document();
    let text = &mut now["misconceptions"][0]["statements"][1]["text"];
    *text = json!(format!("{}, with a comma", text.as_str().unwrap()));
    now
}

#[test]
fn a_reworded_statement_is_asked_again_and_the_other_answers_stay() {
    let saved = kept(&document(), STATEMENTS);
    let mut widget = recalled(&reworded(), &saved);
    assert_eq!(widget.notice(), Some(Notice::Reworded));
    assert_eq!(answered(&widget).len(), STATEMENTS - 1);
    assert!(
        widget.scorecard().is_some(),
        "the statement is asked on the scorecard"
    );
    assert!(to_html(&widget.view()).contains("have been reworded"));
    let missing = widget.session().answers.iter().position(Option::is_none);
    answer(&mut widget, missing.unwrap());
    widget.update(Event::Next);
    assert_eq!(widget.notice(), None);
    let mut again = json!({});
    widget.write_saved(&mut again);
    assert_eq!(recalled(&reworded(), &again).notice(), None);
}

#[test]
fn a_reader_who_is_answering_goes_back_to_the_first_reworded_statement() {
    let mut all = document();
    for misconception in all["misconceptions"].as_array_mut().unwrap() {
        for statement in misconception["statements"].as_array_mut().unwrap() {
            statement["text"] = json!(format!("{}!", statement["text"]));
        }
    }
    let widget = recalled(&all, &kept(&document(), 3));
    assert_eq!((widget.session().step, answered(&widget).len()), (0, 0));
    assert_eq!(widget.notice(), Some(Notice::Reworded));
}

#[test]
fn words_in_another_language_are_not_compared() {
    let saved = kept(&document(), STATEMENTS);
    let mut translated = reworded();
    translated["lang"] = json!("nb");
    let mut widget = recalled(&translated, &saved);
    assert_eq!(
        (widget.notice(), answered(&widget).len()),
        (None, STATEMENTS)
    );
    // After going back, an earlier answer is still stored with the wording that it was given to.
    widget.update(Event::Back);
    let mut there = json!({});
    widget.write_saved(&mut there);
    assert_eq!(there["wording"], saved["wording"]);
    assert_eq!(recalled(&document(), &there).notice(), None);
    assert_eq!(
        recalled(&reworded(), &there).notice(),
        Some(Notice::Reworded)
    );
}

#[test]
fn answers_stored_before_there_were_shapes_are_restored() {
    let mut saved = kept(&document(), STATEMENTS);
    for key in ["shape", "wording"] {
        saved.as_object_mut().unwrap().remove(key);
    }
    let widget = recalled(&reworded(), &saved);
    assert_eq!(
        (widget.notice(), answered(&widget).len()),
        (None, STATEMENTS)
    );
}

#[test]
fn foreign_values_in_the_storage_cause_no_error() {
    let whole = kept(&document(), 2);
    for key in ["answers", "step", "shape", "wording"] {
        for other in [
            json!(null),
            json!("x"),
            json!(-1),
            json!(1e99),
            json!([1]),
            json!({ "s1": 7 }),
        ] {
            let mut saved = whole.clone();
            saved[key] = other;
            let mut widget = recalled(&document(), &saved);
            assert_eq!(widget.view().len(), 1);
            widget.update(Event::Next);
        }
    }
}
