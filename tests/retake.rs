//! Answering again: what is asked again, and which answers and attempts are kept. The words about
//! changes are in `retake/changes.rs`, stored attempts in `retake/kept.rs`.
#![allow(clippy::unwrap_used)]

#[path = "retake/changes.rs"]
mod changes;
mod common;
#[path = "retake/kept.rs"]
mod kept;

use common::{messages, parsed, small};
use misconception_scorecard::extras::attempts::{Attempts, Retake};
use misconception_scorecard::extras::remarks::Remarks;
use misconception_scorecard::questionnaire::answers::{Agreement, Answers, Response};
use misconception_scorecard::session::Event;
use misconception_scorecard::session::plan::{Choices, Feedback, Layout};
use misconception_scorecard::view::node::to_html;
use misconception_scorecard::widget::Effect;
use misconception_scorecard::widget::extras::ExtrasWidget;
use serde_json::{Value, json};

/// On seven points, one answer brings about each verdict: 7 held, 5 leaning, 4 unsure, 1 not held,
/// 0 (none) too few.
const VERDICTS: [(&str, u8); 5] = [
    ("held", 7),
    ("leaning", 5),
    ("unsure", 4),
    ("notHeld", 1),
    ("insufficient", 0),
];

/// One statement per misconception, on seven points.
fn document(misconceptions: usize) -> Value {
    let keys: Vec<&[&str]> = vec![&["myth"]; misconceptions];
    let mut document = small(&keys);
    document["scale"] = json!({ "points": 7, "labels": ["1", "2", "3", "4", "5", "6", "7"] });
    document
}

fn answers(points: &[u8]) -> Answers {
    let response = |point: &u8| Response {
        agreement: Agreement::Point(*point),
        certainty: None,
    };
    let is_answer = |point: &&u8| **point > 0;
    points
        .iter()
        .map(|point| Some(point).filter(is_answer).map(response))
        .collect()
}

/// A widget at its scorecard, with extras, after these answers.
fn with_extras(document: &Value, points: &[u8], choices: Choices) -> ExtrasWidget {
    let questionnaire = parsed(document);
    let remarks = Remarks::new(questionnaire.misconceptions.len());
    let mut widget = ExtrasWidget::new(questionnaire, messages("en"), choices, true);
    widget.resume(answers(points), Some(usize::MAX));
    widget.show_extras(remarks, Attempts::default());
    widget
}

/// Answers what is asked with these points, one statement per step, until the scorecard is shown.
fn go_on(widget: &mut ExtrasWidget, points: &[u8]) {
    while widget.scorecard().is_none() {
        let html = html(widget);
        let (_, rest) = html.split_once("name=\"agreement-").unwrap();
        let statement: usize = rest.split('"').next().unwrap().parse().unwrap();
        if points[statement] > 0 {
            widget.update(agree(statement, points[statement]));
        }
        widget.update(Event::Next);
    }
}

fn agree(statement: usize, point: u8) -> Event {
    Event::Agree {
        statement,
        agreement: Agreement::Point(point),
        tapped: false,
    }
}

fn html(widget: &ExtrasWidget) -> String {
    to_html(&widget.view())
}

/// The texts of all elements of this class.
fn texts(widget: &ExtrasWidget, class: &str) -> Vec<String> {
    let html = html(widget);
    let begin = format!("class=\"{class}\"");
    let rest = html.split(&begin).skip(1);
    rest.map(|it| {
        let (_, text) = it.split_once('>').unwrap();
        text.split('<').next().unwrap().to_owned()
    })
    .collect()
}

fn has_button(widget: &ExtrasWidget, name: &str) -> bool {
    html(widget).contains(&format!("name=\"{name}-0\""))
}

fn kept(widget: &ExtrasWidget) -> Value {
    let mut map = json!({});
    widget
        .attempts()
        .unwrap()
        .write(widget.questionnaire(), &mut map);
    map
}

#[test]
fn answering_in_part_asks_only_held_leaning_and_unsure_and_calls_the_rest_not_asked_again() {
    let mut widget = with_extras(&document(5), &[7, 1, 4, 0, 5], Choices::default());
    assert!(!widget.retake(Retake::Unsettled).is_empty());
    assert_eq!(widget.session().answers, answers(&[0, 1, 0, 0, 0]));
    assert_eq!(texts(&widget, "progress"), ["Statement 1 of 3"]);
    assert!(
        !html(&widget).contains("name=\"back\""),
        "no earlier statement is asked"
    );
    widget.update(agree(0, 1));
    widget.update(Event::Next);
    assert_eq!(texts(&widget, "progress"), ["Statement 2 of 3"]);
    assert_eq!(
        widget.session().step,
        2,
        "the step at which the reader's module would resume"
    );
    widget.update(agree(2, 4));
    widget.update(Event::Next);
    assert_eq!(texts(&widget, "progress"), ["Statement 3 of 3"]);
    widget.update(Event::Back);
    assert_eq!(texts(&widget, "progress"), ["Statement 2 of 3"]);
    widget.update(Event::Next);
    widget.update(agree(4, 5));
    let effects = widget.update(Event::Next);
    let expected = [Effect::Store, Effect::FocusHeading, Effect::EmitCompleted];
    assert_eq!(effects, expected);
    let sentence =
        "Since your first answers: 1 no longer believed, 2 as before, 1 not asked again.";
    assert_eq!(texts(&widget, "since"), [sentence]);
    let mut rows = texts(&widget, "before");
    rows.sort();
    assert_eq!(
        rows,
        [
            "",
            "Before, you believed this.",
            "as before",
            "as before",
            "not asked again"
        ]
    );
}

#[test]
fn skipping_steps_causes_each_effect_once_and_no_second_delay() {
    let mut widget = with_extras(&document(4), &[7, 1, 1, 7], Choices::default());
    widget.retake(Retake::Unsettled);
    let tap = Event::Agree {
        statement: 0,
        agreement: Agreement::Point(2),
        tapped: true,
    };
    let effects = widget.update(tap);
    let expected = [
        Effect::Store,
        Effect::Wait(1),
        Effect::EmitStarted,
        Effect::EmitAnswered(0),
    ];
    assert_eq!(effects, expected);
    let effects = widget.update(Event::Elapse { tap: 1 });
    assert_eq!(effects, [Effect::Store, Effect::FocusHeading]);
    assert_eq!(widget.session().step, 3);
    assert_eq!(widget.update(Event::Back).len(), 2);
    assert_eq!(widget.session().step, 0);
    assert_eq!(widget.update(Event::Back), [], "there is nothing before it");
}

#[test]
fn going_back_stays_if_no_earlier_statement_is_asked() {
    let mut widget = with_extras(&document(3), &[1, 1, 7], Choices::default());
    widget.retake(Retake::Unsettled);
    assert_eq!(widget.session().step, 2);
    widget.update(Event::Back);
    assert_eq!(widget.session().step, 2);
    assert_eq!(widget.session().answers, answers(&[1, 1, 0]));
}

#[test]
fn answering_in_part_is_offered_only_if_it_asks_some_but_not_all() {
    for (points, expected) in [
        (&[7, 1][..], true),
        (&[5, 1], true),
        (&[4, 1], true),
        (&[4, 0], true),
        (&[7, 7], false),
        (&[1, 1], false),
        (&[0, 0], false),
        (&[1, 0], false),
    ] {
        let widget = with_extras(&document(2), points, Choices::default());
        assert_eq!(has_button(&widget, "open"), expected, "{points:?}");
        assert!(has_button(&widget, "again"), "{points:?}");
    }
    let mut none = with_extras(&document(2), &[1, 0], Choices::default());
    assert!(
        none.retake(Retake::Unsettled).is_empty(),
        "there is nothing to ask"
    );
    assert_eq!(none.session().answers, answers(&[1, 0]));
    assert_eq!(kept(&none), json!({ "again": null }));
}

#[test]
fn a_list_shows_only_the_statements_asked_again_and_refutations_only_after_them() {
    let list = Choices {
        layout: Layout::List,
        ..Choices::default()
    };
    let mut in_list = with_extras(&document(3), &[7, 1, 4], list);
    in_list.retake(Retake::Unsettled);
    let shown = html(&in_list);
    let asked = |statement| shown.contains(&format!("name=\"agreement-{statement}\""));
    assert_eq!([0, 1, 2].map(asked), [true, false, true]);
    assert!(
        shown.contains("2 statements"),
        "the first screen has the number of statements"
    );

    let each = Choices {
        feedback: Feedback::Each,
        ..Choices::default()
    };
    let mut widget = with_extras(&document(3), &[7, 1, 4], each);
    widget.retake(Retake::Unsettled);
    let mut steps = vec![widget.session().step];
    while widget.scorecard().is_none() {
        widget.update(Event::Next);
        steps.push(widget.session().step);
    }
    // The steps alternate between statement and refutation; the two in the middle are left out.
    assert_eq!(steps, [0, 1, 4, 5, 6]);
}

#[test]
fn the_first_attempt_stays_the_first() {
    let mut widget = with_extras(&document(2), &[7, 1], Choices::default());
    for second in [[4, 1], [1, 7], [5, 4]] {
        widget.retake(Retake::All);
        go_on(&mut widget, &second);
        let first = widget.attempts().unwrap().first.as_ref().unwrap();
        assert_eq!(first.answers, answers(&[7, 1]));
        assert_eq!(widget.session().answers, answers(&second), "the latest");
        assert_eq!(widget.attempts().unwrap().retake, None);
    }
    let sentence = "Since your first answers: 1 less firm, 1 now in doubt.";
    assert_eq!(texts(&widget, "since"), [sentence]);
}

#[test]
fn stopping_restores_the_latest_complete_answers() {
    let mut widget = with_extras(&document(2), &[7, 1], Choices::default());
    assert!(!has_button(&widget, "earlier"));
    assert!(widget.stop().is_empty(), "there is nothing to go back to");
    widget.retake(Retake::All);
    assert!(has_button(&widget, "earlier"));
    widget.update(agree(0, 4));
    assert!(!widget.stop().is_empty());
    assert_eq!(widget.session().answers, answers(&[7, 1]));
    assert!(widget.scorecard().is_some());
    assert_eq!(kept(&widget), json!({ "again": null }));
    assert_eq!(texts(&widget, "since"), [""; 0]);

    widget.retake(Retake::All);
    go_on(&mut widget, &[4, 1]);
    widget.retake(Retake::All);
    widget.update(agree(0, 1));
    assert!(!widget.stop().is_empty());
    assert_eq!(
        widget.session().answers,
        answers(&[4, 1]),
        "the latest complete answers"
    );
    let sentence = "Since your first answers: 1 less firm, 1 as before.";
    assert_eq!(texts(&widget, "since"), [sentence]);
}

#[test]
fn earlier_answers_to_skipped_statements_can_be_restored_until_they_are_answered() {
    let mut widget = with_extras(&document(3), &[7, 1, 4], Choices::default());
    widget.retake(Retake::All);
    go_on(&mut widget, &[1, 0, 4]);
    assert!(has_button(&widget, "earlier"));
    let sentence = "Since your first answers: 1 no longer believed, 1 as before.";
    assert_eq!(texts(&widget, "since"), [sentence]);
    // Asked again before the answers were complete: the earlier answers are still the complete
    // ones.
    widget.retake(Retake::Unsettled);
    go_on(&mut widget, &[0, 0, 1]);
    assert_eq!(
        widget.attempts().unwrap().retake.as_ref().unwrap().earlier,
        answers(&[7, 1, 4])
    );
    // An answer changed on the scorecard itself.
    widget.update(agree(1, 1));
    assert!(has_button(&widget, "earlier"), "chosen, not sent");
    widget.update(Event::Next);
    assert!(!has_button(&widget, "earlier"));
    let sentence =
        "Since your first answers: 1 no longer believed, 1 no longer in doubt, 1 as before.";
    assert_eq!(texts(&widget, "since"), [sentence]);
}

#[test]
fn a_statement_that_was_blank_before_may_stay_blank() {
    let mut widget = with_extras(&document(2), &[7, 0], Choices::default());
    widget.retake(Retake::All);
    go_on(&mut widget, &[1, 0]);
    assert_eq!(widget.attempts().unwrap().retake, None);
}

#[test]
fn nothing_is_asked_again_without_a_scorecard() {
    let mut widget = with_extras(&document(2), &[7, 1], Choices::default());
    widget.retake(Retake::All);
    let before = (kept(&widget), widget.session().clone());
    for again in [Retake::All, Retake::Unsettled] {
        assert!(widget.retake(again).is_empty());
        assert_eq!((kept(&widget), widget.session().clone()), before);
    }
}

#[test]
fn erasing_deletes_the_attempts() {
    for part in [false, true] {
        let mut widget = with_extras(&document(2), &[7, 1], Choices::default());
        widget.retake(Retake::All);
        go_on(&mut widget, &[1, 1]);
        if part {
            widget.retake(Retake::All);
        }
        widget.forget();
        assert_eq!(kept(&widget), json!({ "again": null }));
        assert_eq!(widget.attempts().unwrap(), &Attempts::default());
    }
}
