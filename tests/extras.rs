//! A scorecard with extras: the effects of a reader's remarks, and what is shown, stored and erased.
#![allow(clippy::unwrap_used)]

mod common;

use common::{messages, parsed, small};
use misconception_scorecard::extras::attempts::{Attempts, Retake};
use misconception_scorecard::extras::remarks::{MOST, MOST_SUGGESTIONS, Remark, Remarks};
use misconception_scorecard::questionnaire::Questionnaire;
use misconception_scorecard::questionnaire::answers::Agreement;
use misconception_scorecard::session::Event;
use misconception_scorecard::session::plan::Choices;
use misconception_scorecard::view::node::to_html;
use misconception_scorecard::widget::extras::{ExtrasEffect, ExtrasWidget};
use serde_json::{Value, json};

const MYTHS: usize = 2;

fn questionnaire() -> Questionnaire {
    parsed(&small(&[&["myth"], &["myth"]]))
}

/// A widget at its scorecard: the first misconception is held, the second is not.
fn complete() -> ExtrasWidget {
    let mut widget = ExtrasWidget::new(questionnaire(), messages("en"), Choices::default(), true);
    for (statement, agreement) in [(0, 5), (1, 1)] {
        widget.update(Event::Agree {
            statement,
            agreement: Agreement::Point(agreement),
            tapped: false,
        });
        widget.update(Event::Next);
    }
    assert!(widget.scorecard().is_some());
    widget
}

fn with_extras() -> ExtrasWidget {
    let mut widget = complete();
    widget.show_extras(Remarks::new(MYTHS), Attempts::default());
    widget
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn focus(id: &str) -> ExtrasEffect {
    ExtrasEffect::Focus(id.to_owned())
}

#[test]
fn each_remark_stores_sends_and_focuses_what_it_should() {
    let mut widget = with_extras();
    let long = "x".repeat(MOST + 1);
    for (remark, expected) in [
        (Remark::Begin(1), vec![focus("reason-1")]),
        (Remark::Write(1, text("No")), vec![]),
        (Remark::Stop(1), vec![focus("begin-1")]),
        (Remark::Begin(1), vec![focus("reason-1")]),
        (Remark::Dispute(1, long.clone()), vec![focus("reason-1")]),
        (
            Remark::Dispute(1, text("No")),
            vec![
                ExtrasEffect::Store,
                ExtrasEffect::EmitDisputed(1),
                focus("disputed-1"),
            ],
        ),
        (Remark::Begin(1), vec![focus("reason-1")]),
        (Remark::Dispute(1, text("No ")), vec![focus("disputed-1")]),
        (
            Remark::Agree(1),
            vec![ExtrasEffect::Store, focus("begin-1")],
        ),
        (Remark::Agree(1), vec![focus("begin-1")]),
        (
            Remark::Dispute(0, text("")),
            vec![
                ExtrasEffect::Store,
                ExtrasEffect::EmitDisputed(0),
                focus("disputed-0"),
            ],
        ),
        (Remark::Draft(text("A")), vec![]),
        (
            Remark::Suggest(text("A")),
            vec![
                ExtrasEffect::Store,
                ExtrasEffect::EmitSuggested,
                focus("suggested-0"),
            ],
        ),
        (Remark::Suggest(text("A")), vec![focus("suggestion")]),
        (Remark::Suggest(text("")), vec![focus("suggestion")]),
        (Remark::Suggest(long), vec![focus("suggestion")]),
        (
            Remark::Suggest(text("B")),
            vec![
                ExtrasEffect::Store,
                ExtrasEffect::EmitSuggested,
                focus("suggested-1"),
            ],
        ),
        (
            Remark::Withdraw(0),
            vec![ExtrasEffect::Store, focus("suggestion")],
        ),
        (Remark::Withdraw(7), vec![focus("suggestion")]),
        (Remark::TogglePersistent, vec![]),
    ] {
        assert_eq!(widget.remark(&remark), expected, "{remark:?}");
    }
    assert_eq!(
        widget.write_disputed::<Value>(0),
        json!({ "misconception": "m1", "reason": "" })
    );
    assert_eq!(widget.write_suggested::<Value>(), json!({ "text": "B" }));
}

#[test]
fn without_the_extras_remarks_change_nothing() {
    let mut widget = complete();
    let before = to_html(&widget.view());
    assert_eq!(widget.remark(&Remark::Begin(0)), []);
    assert_eq!(widget.remark(&Remark::Suggest(text("A"))), []);
    assert_eq!(to_html(&widget.view()), before);
    let plain = widget.widget().view();
    assert_eq!(before, to_html(&plain));
    for name in ["textarea", "dispute", "suggest", "forget", "print"] {
        assert!(!before.contains(name), "{name}");
    }
}

fn read(kept: &Value) -> Remarks {
    Remarks::read(kept, &questionnaire())
}

/// The saved state of the extras alone, without what every widget saves.
fn said_in(widget: &ExtrasWidget) -> Value {
    let mut kept = json!({});
    widget.write_saved(&mut kept);
    for key in ["answers", "step", "shape", "wording"] {
        assert!(kept.as_object_mut().unwrap().remove(key).is_some(), "{key}");
    }
    kept
}

#[test]
fn stored_remarks_are_restored() {
    let mut widget = with_extras();
    for remark in [
        Remark::Dispute(0, text("One\n\ntwo")),
        Remark::Dispute(1, text("")),
        Remark::Suggest(text("A")),
        Remark::Suggest(text("<b>")),
        Remark::Begin(0),
        Remark::Draft(text("not said")),
    ] {
        widget.remark(&remark);
    }
    let mut kept = said_in(&widget);
    kept["id"] = json!("small");
    let expected = json!({
        "id": "small",
        "disputes": { "m1": "One\n\ntwo", "m2": "" },
        "suggestions": ["A", "<b>"],
        "again": null,
    });
    assert_eq!(kept, expected, "a draft is not stored");
    let expected = Remarks {
        disputes: vec![Some(text("One\n\ntwo")), Some(text(""))],
        suggestions: vec![text("A"), text("<b>")],
        ..Remarks::new(MYTHS)
    };
    assert_eq!(read(&kept), expected);
}

#[test]
fn the_choice_to_keep_answers_is_stored_and_ends_with_erasing() {
    for stays in [false, true] {
        let mut widget = complete();
        widget.show_extras(read(&json!({ "persistent": stays })), Attempts::default());
        assert_eq!(widget.remarks().unwrap().persistent, Some(stays));
        assert_eq!(
            to_html(&widget.view()).contains(r#"name="stay" checked"#),
            stays
        );
        assert_eq!(
            widget.remark(&Remark::TogglePersistent),
            [ExtrasEffect::Store]
        );
        assert_eq!(
            said_in(&widget),
            json!({ "disputes": {}, "suggestions": [], "again": null, "persistent": !stays })
        );
        widget.forget();
        assert_eq!(widget.remarks().unwrap().persistent, Some(false));
    }
    assert!(
        !to_html(&with_extras().view()).contains(r#"name="stay""#),
        "if the reader has no choice"
    );
}

#[test]
fn the_screen_shows_remarks_as_text_and_nothing_without_them() {
    let mut widget = with_extras();
    let dispute = |html: &str, index: usize| {
        let (_, rest) = html
            .split_once(&format!(r#"aria-labelledby="misconception-{index}">"#))
            .unwrap();
        // The controls are the last part of an article, folded or not.
        let (inside, _) = rest.split_once("</article>").unwrap();
        let inside = inside.strip_suffix("</details>").unwrap_or(inside);
        inside.strip_suffix("</div>").unwrap().to_owned()
    };
    let html = to_html(&widget.view());
    let expected = r#"<button class="quiet" part="quiet" type="button" name="begin-0" id="begin-0">I still disagree</button>"#;
    assert_eq!(dispute(&html, 0), expected);
    assert_eq!(
        dispute(&html, 1),
        expected.replace("-0", "-1"),
        "also for a misconception that is not held"
    );
    widget.remark(&Remark::Dispute(0, text("<b>No</b> & \"no\"")));
    let html = to_html(&widget.view());
    assert!(html.contains(
        r#"<p class="said" part="said" dir="auto">&lt;b&gt;No&lt;/b&gt; &amp; &quot;no&quot;</p>"#
    ));
    assert_eq!(
        dispute(&html, 1),
        expected.replace("-0", "-1"),
        "nothing at the other misconception"
    );
    widget.remark(&Remark::Begin(0));
    let html = to_html(&widget.view());
    assert!(html.contains(r#"<label for="reason-0">Why? You may leave this empty.</label>"#));
    assert!(html.contains(
        r#"aria-describedby="room-0">&lt;b&gt;No&lt;/b&gt; &amp; &quot;no&quot;</textarea>"#
    ));
    assert!(!html.contains("disputed-0"));
}

#[test]
fn the_remaining_length_is_shown_only_near_the_limit() {
    let said = |length: usize| {
        let mut widget = with_extras();
        widget.remark(&Remark::Begin(0));
        widget.remark(&Remark::Write(0, "é".repeat(length)));
        widget.remark(&Remark::Draft("é".repeat(length)));
        let html = to_html(&widget.view());
        let invalid = html.matches("aria-invalid").count();
        let lines: Vec<String> = html
            .split(r#"<p class="left" part="left" role="status" id="room"#)
            .skip(1)
            .map(|it| {
                it.split_once('>')
                    .unwrap()
                    .1
                    .split_once("</p>")
                    .unwrap()
                    .0
                    .to_owned()
            })
            .collect();
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0], lines[1]);
        (lines[0].clone(), invalid)
    };
    assert_eq!(said(0), (text(""), 0));
    assert_eq!(said(MOST - 101), (text(""), 0));
    assert_eq!(said(MOST - 100), (text("Characters left: 100"), 0));
    assert_eq!(said(MOST - 1), (text("Characters left: 1"), 0));
    assert_eq!(said(MOST), (text("Characters left: 0"), 0));
    assert_eq!(said(MOST + 1), (text("Characters too many: 1"), 2));
}

#[test]
fn the_field_for_suggestions_is_shown_until_there_are_enough() {
    let heading = "Which other misconceptions are out there?";
    let html = to_html(&with_extras().view());
    assert_eq!(html.matches(heading).count(), 1);
    assert!(html.contains(r#"<label for="suggestion">"#));
    let mut document = small(&[&["myth"], &["myth"]]);
    document["suggestions"] =
        json!([{ "text": "Published.", "by": "Somebody", "answer": "Answered." }]);
    let mut widget = ExtrasWidget::new(parsed(&document), messages("en"), Choices::default(), true);
    widget.resume(vec![None; 2], Some(2));
    widget.show_extras(Remarks::new(MYTHS), Attempts::default());
    let html = to_html(&widget.view());
    assert_eq!(html.matches(heading).count(), 1);
    let places: Vec<usize> = [heading, "Published.", "Answered.", r#" id="suggestion""#]
        .iter()
        .map(|it| html.find(it).unwrap())
        .collect();
    assert!(places.is_sorted(), "the published ones come first");
    for number in 0..MOST_SUGGESTIONS {
        assert!(to_html(&widget.view()).contains("textarea"), "{number}");
        widget.remark(&Remark::Suggest(number.to_string()));
    }
    assert!(!to_html(&widget.view()).contains("textarea"));
    widget.remark(&Remark::Withdraw(3));
    assert!(to_html(&widget.view()).contains("textarea"));
}

#[test]
fn a_contested_misconception_may_be_disputed_too() {
    let mut document = small(&[&["myth"], &["myth"]]);
    document["misconceptions"][1]["evidence"] = json!({ "strength": "contested" });
    let mut widget = ExtrasWidget::new(parsed(&document), messages("en"), Choices::default(), true);
    widget.resume(vec![None; 2], Some(2));
    widget.show_extras(Remarks::new(MYTHS), Attempts::default());
    assert_eq!(
        to_html(&widget.view()).matches("I still disagree").count(),
        2
    );
}

#[test]
fn a_readers_own_result_has_both_scorecards_disputes_and_suggestions() {
    let mut widget = with_extras();
    widget.remark(&Remark::Dispute(1, text("No")));
    widget.remark(&Remark::Suggest(text("A")));
    let first = widget.write_scorecard::<Value>();
    let before = json!({
        "scorecard": first,
        "first": null,
        "disputes": { "m2": "No" },
        "suggestions": ["A"],
    });
    assert_eq!(widget.write_own::<Value>(), before);
    assert_eq!(
        first["answers"],
        json!({ "s1": { "agreement": 5.0 }, "s2": { "agreement": 1.0 } })
    );
    for point in [1, 3] {
        widget.retake(Retake::All);
        for statement in [0, 1] {
            widget.update(Event::Agree {
                statement,
                agreement: Agreement::Point(point),
                tapped: false,
            });
            widget.update(Event::Next);
        }
        let now = widget.write_scorecard::<Value>();
        assert_ne!(now, first);
        let own = widget.write_own::<Value>();
        assert_eq!(
            (&own["scorecard"], &own["first"]),
            (&now, &first),
            "the first attempt stays"
        );
    }
    widget.forget();
    assert_eq!(
        widget.write_own::<Value>(),
        json!({ "scorecard": null, "first": null, "disputes": {}, "suggestions": [] })
    );
}
