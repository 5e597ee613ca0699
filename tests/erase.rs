//! A reader erases everything they said, and brings it back. That is possible while the page stays
//! open, until the next scorecard.
#![allow(clippy::unwrap_used)]

mod common;

use common::{messages, parsed, small};
use misconception_scorecard::extras::attempts::{Attempts, Retake};
use misconception_scorecard::extras::csv::Separator;
use misconception_scorecard::extras::remarks::{Remark, Remarks};
use misconception_scorecard::questionnaire::answers::Agreement;
use misconception_scorecard::session::Event;
use misconception_scorecard::session::plan::Choices;
use misconception_scorecard::view::node::to_html;
use misconception_scorecard::widget::Effect;
use misconception_scorecard::widget::extras::{ExtrasEffect, ExtrasWidget};
use serde_json::{Value, json};

const ERASED: &str = "Your answers are erased. This browser keeps nothing of them.";

fn agree(statement: usize, point: u8) -> Event {
    Event::Agree {
        statement,
        agreement: Agreement::Point(point),
        tapped: false,
    }
}

/// Answers both statements.
fn answer(widget: &mut ExtrasWidget, points: [u8; 2]) {
    for (statement, point) in points.into_iter().enumerate() {
        widget.update(agree(statement, point));
        widget.update(Event::Next);
    }
}

/// A widget at its scorecard, on a page that readers can return to; the reader has made remarks.
fn said() -> ExtrasWidget {
    let questionnaire = parsed(&small(&[&["myth"], &["myth"]]));
    let mut widget = ExtrasWidget::new(questionnaire, messages("en"), Choices::default(), true);
    answer(&mut widget, [5, 1]);
    let remarks = Remarks {
        persistent: Some(true),
        ..Remarks::new(2)
    };
    let attempts = Attempts {
        address: "https://a.example/#scorecard-".to_owned(),
        ..Attempts::default()
    };
    widget.show_extras(remarks, attempts);
    widget.remark(&Remark::Dispute(0, "Because.".to_owned()));
    widget.remark(&Remark::Suggest("Another.".to_owned()));
    widget.remark(&Remark::Begin(1));
    widget.remark(&Remark::Draft("Half".to_owned()));
    widget
}

fn html(widget: &ExtrasWidget) -> String {
    to_html(&widget.view())
}

fn kept(widget: &ExtrasWidget) -> Value {
    let mut kept = json!({});
    widget.write_saved(&mut kept);
    kept
}

fn focus(id: &str) -> ExtrasEffect {
    ExtrasEffect::Focus(id.to_owned())
}

#[test]
fn erasing_deletes_everything_and_says_so_until_the_next_scorecard() {
    let mut widget = said();
    assert!(!html(&widget).contains(ERASED));
    let expected = [
        ExtrasEffect::Store,
        focus("forgotten"),
        ExtrasEffect::EmitReset,
    ];
    assert_eq!(widget.forget(), expected);
    let expected = Remarks {
        is_forgotten: true,
        persistent: Some(false),
        ..Remarks::new(2)
    };
    assert_eq!(widget.remarks(), Some(&expected));
    let kept = kept(&widget);
    assert_eq!(
        (&kept["answers"], &kept["step"], &kept["wording"]),
        (&json!({}), &json!(0.0), &json!({}))
    );
    assert_eq!(
        (
            &kept["disputes"],
            &kept["suggestions"],
            &kept["again"],
            &kept["persistent"]
        ),
        (&json!({}), &json!([]), &json!(null), &json!(false))
    );
    assert_eq!((widget.session().step, widget.scorecard()), (0, None));
    assert!(widget.csv(Separator::Comma).is_none());
    // The note that everything was erased stays, with its button, as long as it can be undone.
    let is_said = |widget: &ExtrasWidget| {
        let html = html(widget);
        (html.contains(ERASED), html.contains("undo-0"))
    };
    assert_eq!(is_said(&widget), (true, true));
    let begun = widget.update(agree(0, 1));
    assert!(
        begun.contains(&Effect::EmitStarted),
        "the reader begins again"
    );
    assert_eq!(is_said(&widget), (true, true));
    widget.update(Event::Next);
    assert_eq!(is_said(&widget), (true, true));
    widget.update(Event::Back);
    assert_eq!(is_said(&widget), (true, true));
    for _ in 0..2 {
        widget.update(Event::Next);
    }
    assert!(widget.scorecard().is_some());
    assert_eq!(is_said(&widget), (false, false));
    let shown = html(&widget);
    assert!(!shown.contains("Because.") && !shown.contains("Another.") && !shown.contains("Half"));
    widget.update(Event::Back);
    assert_eq!(is_said(&widget), (false, false), "not said twice");
}

#[test]
fn erased_answers_are_restored_as_they_were() {
    for has_attempts in [false, true] {
        let mut widget = said();
        if has_attempts {
            widget.retake(Retake::All);
            answer(&mut widget, [1, 1]);
            widget.retake(Retake::All);
            widget.update(agree(0, 3));
            widget.update(Event::Next);
        }
        let all = |widget: &ExtrasWidget| {
            let session = widget.session();
            let place = (session.answers.clone(), session.step);
            let said = (widget.remarks().cloned(), widget.attempts().cloned());
            (place, said, html(widget), kept(widget))
        };
        let before = all(&widget);
        widget.forget();
        assert_ne!(all(&widget), before);
        // It works in the middle of new answers too.
        widget.update(agree(0, 2));
        widget.update(Event::Next);
        let expected = [
            ExtrasEffect::Store,
            focus("heading"),
            ExtrasEffect::EmitRestored,
        ];
        assert_eq!(widget.undo(), expected);
        let (after, before) = (all(&widget), before);
        assert_eq!((after.0, after.1, after.2), (before.0, before.1, before.2));
        for key in [
            "answers",
            "step",
            "shape",
            "disputes",
            "suggestions",
            "again",
            "persistent",
        ] {
            assert_eq!(after.3[key], before.3[key], "{key}");
        }
        assert_eq!(
            after.3["wording"], before.3["wording"],
            "the wording that was answered"
        );
        assert_eq!(widget.undo(), [], "it can be undone only once");
    }
}

#[test]
fn after_a_new_scorecard_erasing_cannot_be_undone() {
    let mut widget = said();
    assert_eq!(widget.undo(), [], "nothing was erased");
    widget.forget();
    answer(&mut widget, [2, 4]);
    let before = (widget.session().clone(), kept(&widget), html(&widget));
    assert_eq!(widget.undo(), []);
    assert_eq!(
        (widget.session().clone(), kept(&widget), html(&widget)),
        before
    );
}
