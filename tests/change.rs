//! Changing one answer on the scorecard: what is asked, what happens when it is saved, and that
//! nothing happens when it is not.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::tree::{attributes, named, texts};
use common::{messages, parsed, small};
use misconception_scorecard::extras::attempts::{Attempts, Retake};
use misconception_scorecard::extras::permalink::write_answers;
use misconception_scorecard::extras::remarks::Remarks;
use misconception_scorecard::questionnaire::answers::{Agreement, Answers, Response};
use misconception_scorecard::session::Event;
use misconception_scorecard::session::plan::{Choices, Feedback, Order};
use misconception_scorecard::view::node::to_html;
use misconception_scorecard::widget::Effect;
use misconception_scorecard::widget::extras::{ExtrasEffect, ExtrasWidget};
use serde_json::{Value, json};

fn responses(points: &[u8]) -> Answers {
    let response = |point: &u8| {
        (*point > 0).then_some(Response {
            agreement: Agreement::Point(*point),
            certainty: None,
        })
    };
    points.iter().map(response).collect()
}

/// A widget that shows its scorecard for these answers.
fn with_answers(document: &Value, answers: Answers, choices: Choices) -> ExtrasWidget {
    let questionnaire = parsed(document);
    let remarks = Remarks::new(questionnaire.misconceptions.len());
    let mut widget = ExtrasWidget::new(questionnaire, messages("en"), choices, true);
    widget.resume(answers, Some(usize::MAX));
    widget.show_extras(remarks, Attempts::default());
    widget
}

/// The same, with two misconceptions of one statement each.
fn with_points(points: &[u8]) -> ExtrasWidget {
    let document = small(&[&["myth"], &["myth"]]);
    with_answers(&document, responses(points), Choices::default())
}

fn agree(statement: usize, point: u8) -> Event {
    Event::Agree {
        statement,
        agreement: Agreement::Point(point),
        tapped: false,
    }
}

fn focus(id: &str) -> [ExtrasEffect; 1] {
    [ExtrasEffect::Focus(id.to_owned())]
}

fn html(widget: &ExtrasWidget) -> String {
    to_html(&widget.view())
}

/// Everything that the widget saves, writes for a link, and shows.
fn state(widget: &ExtrasWidget) -> (Value, Value, String) {
    let mut saved = json!({});
    widget.write_saved(&mut saved);
    (saved, widget.write_own(), html(widget))
}

#[test]
fn changing_asks_the_statement_in_its_place_and_cancel_restores_everything() {
    let mut widget = with_points(&[5, 1]);
    let (session, before) = (widget.session().clone(), state(&widget));
    assert_eq!(
        texts(&widget.view(), "dd"),
        [
            "The reason.",
            "“Statement 1” Strongly agree Change",
            "The reason.",
            "“Statement 2” Strongly disagree Change"
        ]
    );
    assert_eq!(widget.change(0, true), focus("statement-0"));
    let screen = widget.view();
    assert_eq!(named(&screen, "form.missing").len(), 1);
    assert_eq!(texts(&screen, "h5 tabindex=-1"), ["Statement 1"]);
    assert_eq!(attributes(&screen, "h5 tabindex=-1", "id"), ["statement-0"]);
    let chosen = |html: &str| html.matches("value=\"5\" checked").count();
    assert_eq!(chosen(&html(&widget)), 1, "the given answer is selected");
    assert!(!html(&widget).contains("change-0"), "it is being changed");
    assert!(html(&widget).contains("change-1"));
    // An answer that is chosen but not saved is not kept, not reported and not scored.
    assert_eq!(widget.update(agree(0, 1)), []);
    assert_eq!(widget.session().drafts, responses(&[1, 0]));
    let (saved, own, _) = state(&widget);
    assert_eq!((&saved, &own), (&before.0, &before.1));
    assert_eq!(widget.change(0, false), focus("change-0"));
    assert_eq!((widget.session(), state(&widget)), (&session, before));
}

#[test]
fn a_saved_change_sends_answered_and_completed_and_an_unchanged_answer_sends_nothing() {
    let changed = vec![
        Effect::Store,
        Effect::EmitAnswered(0),
        Effect::EmitCompleted,
        Effect::FocusChange(0),
    ];
    for (chosen, expected, answers) in [
        (None, vec![Effect::FocusChange(0)], [5, 1]),
        (Some(5), vec![Effect::FocusChange(0)], [5, 1]),
        (Some(4), changed.clone(), [4, 1]),
        (Some(1), changed, [1, 1]),
    ] {
        let mut widget = with_points(&[5, 1]);
        widget.change(0, true);
        if let Some(point) = chosen {
            widget.update(agree(0, point));
        }
        assert_eq!(widget.update(Event::Next), expected, "{chosen:?}");
        let session = widget.session();
        assert_eq!(session.answers, responses(&answers), "{chosen:?}");
        assert_eq!(
            (&session.drafts, session.changing),
            (&vec![None; 2], None),
            "{chosen:?}"
        );
        let (_, own, shown) = state(&with_points(&answers));
        assert_eq!(state(&widget).1, own, "{chosen:?}");
        assert_eq!(
            html(&widget),
            shown,
            "{chosen:?}: as if it had been answered so"
        );
        assert_eq!(widget.update(Event::Next), [], "saved once");
    }
}

#[test]
fn a_change_is_not_a_new_attempt() {
    let mut widget = with_points(&[5, 1]);
    widget.change(0, true);
    widget.update(agree(0, 1));
    widget.update(Event::Next);
    assert_eq!(widget.attempts().unwrap(), &Attempts::default());
    for class in ["moved", "since", "before", "was"] {
        assert!(
            !html(&widget).contains(&format!("class=\"{class}\"")),
            "{class}: nothing is compared"
        );
    }
    // Nor does it change other attempts: the first one, and one that was left unfinished.
    widget.retake(Retake::All);
    widget.update(agree(0, 5));
    widget.update(Event::Next);
    widget.update(Event::Next);
    let attempts = widget.attempts().unwrap().clone();
    assert!(attempts.retake.is_some());
    assert_eq!(attempts.first.as_ref().unwrap().answers, responses(&[1, 1]));
    widget.change(0, true);
    widget.update(agree(0, 3));
    widget.update(Event::Next);
    assert_eq!(widget.session().answers, responses(&[3, 0]));
    assert_eq!(widget.attempts().unwrap(), &attempts);
}

#[test]
fn only_an_answer_on_the_scorecard_can_be_changed() {
    let answered = with_points(&[5, 1]);
    assert_eq!(
        [0, 1].map(|it| html(&answered).contains(&format!("change-{it}"))),
        [true, true]
    );
    let mut open = with_points(&[5, 0]);
    assert_eq!(
        [0, 1].map(|it| html(&open).contains(&format!("change-{it}"))),
        [true, false]
    );
    let session = open.session().clone();
    for statement in [1, 2, usize::MAX] {
        open.change(statement, true);
        assert_eq!(open.session(), &session, "{statement}");
    }
    // Before the scorecard, a refutation says what was answered and leads back to the statement.
    let choices = Choices {
        feedback: Feedback::Each,
        order: Order::Author,
        ..Choices::default()
    };
    let document = small(&[&["myth"], &["myth"]]);
    let mut widget = with_answers(&document, responses(&[5, 1]), choices);
    widget.update(Event::Back);
    assert!(html(&widget).contains("“Statement 2”") && !html(&widget).contains("change-"));
    let session = widget.session().clone();
    widget.change(1, true);
    assert_eq!(widget.session(), &session);
    // Answers of somebody else cannot be changed.
    let mut guest = with_answers(&document, vec![None; 2], Choices::default());
    let link = write_answers(guest.questionnaire(), &responses(&[5, 1]));
    assert!(guest.follow(&link, false));
    assert!(html(&guest).contains("“Statement 2”") && !html(&guest).contains("change-"));
}

#[test]
fn only_one_answer_is_changed_at_a_time_and_drafts_of_others_stay() {
    let document = small(&[&["myth"], &["myth"], &["myth"]]);
    let mut widget = with_answers(&document, responses(&[5, 1, 0]), Choices::default());
    widget.update(agree(2, 4));
    widget.change(0, true);
    widget.update(agree(0, 2));
    assert_eq!(widget.session().drafts, responses(&[2, 0, 4]));
    assert_eq!(
        widget.update(agree(1, 3)),
        [],
        "another statement is not asked"
    );
    widget.change(1, true);
    assert_eq!(
        widget.session().drafts,
        responses(&[0, 0, 4]),
        "the other draft is deleted"
    );
    assert_eq!(widget.session().changing, Some(1));
    widget.change(1, false);
    assert_eq!(widget.session().drafts, responses(&[0, 0, 4]));
    widget.change(0, true);
    widget.update(agree(0, 2));
    widget.update(Event::Back);
    assert_eq!(
        (widget.session().changing, &widget.session().drafts),
        (None, &responses(&[0, 0, 0]))
    );
    widget.update(Event::Next);
    assert_eq!(widget.session().answers, responses(&[5, 1, 0]));
}

#[test]
fn certainty_is_kept_and_asked_as_on_the_statement() {
    let mut document = small(&[&["myth"]]);
    document["certainty"] = json!({});
    let response = |agreement, certainty| {
        vec![Some(Response {
            agreement,
            certainty,
        })]
    };
    let sure = |index| Event::BeSure {
        statement: 0,
        index,
        tapped: false,
    };
    let unknown = Event::Agree {
        statement: 0,
        agreement: Agreement::DontKnow,
        tapped: false,
    };
    for (events, shown, expected) in [
        (
            vec![agree(0, 4)],
            vec![],
            response(Agreement::Point(4), Some(3)),
        ),
        (
            vec![sure(0)],
            vec![],
            response(Agreement::Point(5), Some(1)),
        ),
        (
            vec![unknown.clone()],
            vec![],
            response(Agreement::DontKnow, None),
        ),
        (
            vec![unknown, agree(0, 2), sure(3)],
            vec![Effect::Reveal(0)],
            response(Agreement::Point(2), Some(4)),
        ),
    ] {
        let answers = response(Agreement::Point(5), Some(3));
        let mut widget = with_answers(&document, answers, Choices::default());
        widget.change(0, true);
        let effects: Vec<Effect> = events
            .iter()
            .flat_map(|event| widget.update(event.clone()))
            .collect();
        assert_eq!(effects, shown, "{events:?}");
        widget.update(Event::Next);
        assert_eq!(widget.session().answers, expected, "{events:?}");
    }
}
