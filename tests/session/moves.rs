//! What moves a reader on, and what does not: taps, keys, the question about certainty, the
//! scorecard, answers that the page sets.

use crate::common::messages;
use crate::{agree, questionnaire, widget};
use misconception_scorecard::questionnaire::answers::{Agreement, Response};
use misconception_scorecard::session::plan::{Choices, Layout, steps};
use misconception_scorecard::session::{Event, Session};
use misconception_scorecard::widget::{Effect, Widget};

#[test]
fn a_tap_moves_on_after_its_delay_and_only_then() {
    let mut widget = widget(false, Choices::default());
    let effects = widget.update(agree(0, true));
    let expected = [
        Effect::Store,
        Effect::Wait(1),
        Effect::EmitStarted,
        Effect::EmitAnswered(0),
    ];
    assert_eq!(effects, expected);
    assert_eq!(widget.session().step, 0);
    assert_eq!(
        widget.update(Event::Elapse { tap: 0 }),
        [],
        "the delay of another tap"
    );
    assert_eq!(
        widget.update(Event::Elapse { tap: 1 }),
        [Effect::Store, Effect::FocusHeading]
    );
    assert_eq!(
        widget.update(Event::Elapse { tap: 1 }),
        [],
        "the same delay twice"
    );
    assert_eq!(widget.session().step, 1);
}

#[test]
fn a_second_tap_replaces_the_first_and_back_cancels_it() {
    let mut widget = widget(false, Choices::default());
    widget.update(Event::Next);
    widget.update(agree(1, true));
    assert_eq!(
        widget.update(agree(1, true)),
        [Effect::Wait(2)],
        "the same answer again moves on too"
    );
    assert_eq!(widget.update(Event::Elapse { tap: 1 }), []);
    widget.update(Event::Back);
    assert_eq!(widget.update(Event::Elapse { tap: 2 }), []);
    assert_eq!(widget.session().step, 0);
}

#[test]
fn choosing_by_keyboard_does_not_move_on() {
    let mut widget = widget(false, Choices::default());
    let effects = widget.update(agree(0, false));
    assert_eq!(
        effects,
        [Effect::Store, Effect::EmitStarted, Effect::EmitAnswered(0)]
    );
    assert_eq!(widget.session().step, 0);
}

#[test]
fn a_tap_does_not_move_on_in_a_list_or_with_manual_advance() {
    let list = Choices {
        layout: Layout::List,
        ..Choices::default()
    };
    let mut in_list = widget(false, list);
    assert!(
        !in_list
            .update(agree(0, true))
            .iter()
            .any(|it| matches!(it, Effect::Wait(_)))
    );
    let mut manual = Widget::new(
        questionnaire(false),
        messages("en"),
        Choices::default(),
        false,
    );
    assert!(
        !manual
            .update(agree(0, true))
            .iter()
            .any(|it| matches!(it, Effect::Wait(_)))
    );
}

#[test]
fn if_certainty_is_asked_a_tap_waits_for_it_and_dont_know_does_not() {
    let mut widget = widget(true, Choices::default());
    assert!(!widget.update(agree(0, true)).contains(&Effect::Wait(1)));
    let sure = Event::BeSure {
        statement: 0,
        index: 1,
        tapped: true,
    };
    assert!(widget.update(sure).contains(&Effect::Wait(1)));
    let expected = Response {
        agreement: Agreement::Point(2),
        certainty: Some(2),
    };
    assert_eq!(widget.session().answers[0], Some(expected));
    let unknown = Event::Agree {
        statement: 0,
        agreement: Agreement::DontKnow,
        tapped: true,
    };
    assert!(widget.update(unknown).contains(&Effect::Wait(2)));
    assert_eq!(widget.session().answers[0].unwrap().certainty, None);
}

#[test]
fn the_question_about_certainty_is_revealed_only_when_it_is_newly_asked() {
    let choose = |statement, agreement| Event::Agree {
        statement,
        agreement,
        tapped: false,
    };
    let (point, unknown) = (Agreement::Point(1), Agreement::DontKnow);
    let sure = Event::BeSure {
        statement: 0,
        index: 1,
        tapped: false,
    };
    let mut with_certainty = widget(true, Choices::default());
    for (event, expected, why) in [
        (choose(0, unknown), None, "not asked after don't know"),
        (choose(1, point), None, "not on this screen"),
        (choose(0, Agreement::Point(9)), None, "not on the scale"),
        (choose(0, point), Some(0), "asked from now on"),
        (choose(0, point), None, "the same once more"),
        (choose(0, Agreement::Point(2)), None, "it was asked before"),
        (sure, None, "answered"),
        (choose(0, point), None, "and stays answered"),
        (choose(0, unknown), None, "no longer asked"),
        (choose(0, point), Some(0), "asked again"),
    ] {
        let effects = with_certainty.update(event);
        let mut reveals = effects.iter().filter_map(|it| match it {
            Effect::Reveal(statement) => Some(*statement),
            _ => None,
        });
        assert_eq!(reveals.next_back(), expected, "{why}");
    }
    let mut without = widget(false, Choices::default());
    let effects = without.update(choose(0, point));
    assert!(!effects.contains(&Effect::Reveal(0)), "nothing to ask");
}

#[test]
fn the_scorecard_completes_once_and_going_back_and_forth_completes_again() {
    let mut widget = widget(false, Choices::default());
    assert_eq!(
        widget.update(Event::Next),
        [Effect::Store, Effect::FocusHeading, Effect::EmitStarted]
    );
    assert!(widget.scorecard().is_none());
    let expected = [Effect::Store, Effect::FocusHeading, Effect::EmitCompleted];
    assert_eq!(widget.update(Event::Next), expected);
    assert!(widget.scorecard().is_some());
    assert_eq!(widget.update(Event::Next), [], "there is nothing to send");
    assert_eq!(
        widget.update(Event::Back),
        [Effect::Store, Effect::FocusHeading]
    );
    assert!(widget.scorecard().is_none());
}

#[test]
fn a_missing_statement_is_answered_on_the_scorecard_when_the_form_is_sent() {
    let mut widget = widget(false, Choices::default());
    widget.update(agree(0, false));
    widget.update(Event::Next);
    widget.update(Event::Next);
    assert_eq!(widget.scorecard().unwrap().headline.insufficient, 1);
    assert_eq!(
        widget.update(agree(0, false)),
        [],
        "an answered statement is not asked here"
    );
    assert_eq!(widget.update(agree(1, true)), [], "chosen, not sent");
    assert_eq!(widget.scorecard().unwrap().headline.insufficient, 1);
    let expected = [
        Effect::Store,
        Effect::FocusMisconception(1),
        Effect::EmitAnswered(1),
        Effect::EmitCompleted,
    ];
    assert_eq!(widget.update(Event::Next), expected);
    assert_eq!(widget.scorecard().unwrap().headline.insufficient, 0);
}

#[test]
fn answers_that_the_page_sets_send_no_events() {
    let mut widget = widget(false, Choices::default());
    let answer = Some(Response {
        agreement: Agreement::Point(1),
        certainty: None,
    });
    assert_eq!(
        widget.update(Event::Replace(vec![answer; 2])),
        [Effect::Store]
    );
    assert_eq!(
        widget.update(Event::Replace(vec![answer; 3])),
        [],
        "answers to another questionnaire"
    );
    assert_eq!(widget.session().step, 0);
}

#[test]
fn a_reader_who_comes_back_continues_where_they_left() {
    let questionnaire = questionnaire(false);
    let steps = steps(&questionnaire, Choices::default());
    let answer = Some(Response {
        agreement: Agreement::Point(1),
        certainty: None,
    });
    let at = |answers, step| Session::resume(answers, step, &steps).step;
    assert_eq!(at(vec![answer, None], Some(0)), 0);
    assert_eq!(at(vec![answer, None], Some(2)), 2, "the scorecard");
    assert_eq!(at(vec![answer, None], None), 1, "the first open statement");
    assert_eq!(at(vec![answer, None], Some(9)), 2, "past the last step");
    assert_eq!(
        at(vec![answer, answer], None),
        1,
        "the last statement, not the scorecard"
    );
    assert!(!Session::resume(vec![None, None], Some(0), &steps).started);
}
