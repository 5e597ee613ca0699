//! The session: every event is tried in every state, and certain things must never happen.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::{messages, parsed, small};
use misconception_scorecard::questionnaire::Questionnaire;
use misconception_scorecard::questionnaire::answers::{Agreement, Response};
use misconception_scorecard::session::plan::{Choices, Feedback, Layout, Order, Step, steps};
use misconception_scorecard::session::{Event, Rules, Session};
use misconception_scorecard::widget::{Effect, Widget};
use serde_json::json;
use std::collections::HashSet;

/// Two points and two levels keep the number of states small enough to visit all of them.
fn questionnaire(certainty: bool) -> Questionnaire {
    let mut document = small(&[&["myth"], &["fact"]]);
    document["scale"] = json!({ "points": 2 });
    if certainty {
        document["certainty"] = json!({ "levels": 2, "labels": ["no", "yes"] });
    }
    parsed(&document)
}

fn all_choices() -> Vec<Choices> {
    let mut all = Vec::new();
    for layout in [Layout::Paged, Layout::List] {
        for feedback in [Feedback::End, Feedback::Each] {
            for order in [Order::Interleaved, Order::Author, Order::Shuffled] {
                all.push(Choices {
                    layout,
                    feedback,
                    order,
                    seed: 7,
                });
            }
        }
    }
    all
}

/// Every possible event, sensible or not.
fn all_events(taps: u32) -> Vec<Event> {
    let mut events = vec![
        Event::Next,
        Event::Back,
        Event::Replace(vec![None; 2]),
        Event::Replace(vec![None; 3]),
        Event::Change(None),
    ];
    for tap in [0, taps.wrapping_sub(1), taps, taps + 1] {
        events.push(Event::Elapse { tap });
    }
    for statement in [0, 1, 2, usize::MAX] {
        events.push(Event::Change(Some(statement)));
        for tapped in [false, true] {
            for agreement in [0, 1, 2, 3, 255]
                .map(Agreement::Point)
                .into_iter()
                .chain([Agreement::DontKnow])
            {
                events.push(Event::Agree {
                    statement,
                    agreement,
                    tapped,
                });
            }
            for index in [i16::MIN, -1, 0, 1, 2, i16::MAX] {
                events.push(Event::BeSure {
                    statement,
                    index,
                    tapped,
                });
            }
        }
    }
    events
}

fn assert_sound(session: &Session, questionnaire: &Questionnaire, steps: &[Step]) {
    assert!(session.step <= steps.len());
    assert_eq!(session.answers.len(), questionnaire.statements.len());
    assert_eq!(session.drafts.len(), questionnaire.statements.len());
    for response in session.answers.iter().chain(&session.drafts).flatten() {
        if let Agreement::Point(point) = response.agreement {
            assert!((1..=2).contains(&point));
        }
        if let Some(level) = response.certainty {
            assert!(questionnaire.certainty.is_some() && (1..=2).contains(&level));
            assert_ne!(
                response.agreement,
                Agreement::DontKnow,
                "a don't-know has no certainty"
            );
        }
    }
    let has_drafts = session.drafts.iter().any(Option::is_some);
    assert!(
        !has_drafts || session.is_complete(steps),
        "drafts are the scorecard's"
    );
    let is_answered = |index: usize| session.answers[index].is_some();
    for (index, draft) in session.drafts.iter().enumerate() {
        assert!(
            draft.is_none() || !is_answered(index) || session.changing == Some(index),
            "nobody chooses anew what is not asked"
        );
    }
    assert!(
        session
            .changing
            .is_none_or(|index| session.is_complete(steps) && is_answered(index)),
        "only what was answered is changed, and only on the scorecard"
    );
    assert!(
        !session.due || !session.is_complete(steps),
        "nothing is due on the scorecard"
    );
}

#[test]
fn every_state_takes_every_event_and_stays_sound() {
    for certainty in [false, true] {
        let questionnaire = questionnaire(certainty);
        for choices in all_choices() {
            let steps = steps(&questionnaire, choices);
            for tap_advances in [false, true] {
                let rules = Rules {
                    questionnaire: &questionnaire,
                    steps: &steps,
                    tap_advances,
                };
                let mut open = vec![Session::new(2)];
                let mut seen = HashSet::new();
                let mut reached = HashSet::new();
                while let Some(session) = open.pop() {
                    // States that differ only in the number of taps count as one.
                    let key = format!(
                        "{:?}",
                        Session {
                            taps: 0,
                            ..session.clone()
                        }
                    );
                    if !seen.insert(key) {
                        continue;
                    }
                    reached.insert(session.step);
                    for event in all_events(session.taps) {
                        let mut after = session.clone();
                        after.apply(event, &rules);
                        assert_sound(&after, &questionnaire, &steps);
                        open.push(after);
                    }
                }
                assert_eq!(reached.len(), steps.len() + 1, "every step was reached");
            }
        }
    }
}

#[test]
fn every_plan_asks_every_statement_once() {
    let document = small(&[&["myth", "fact", "myth"], &["fact"], &["myth", "fact"]]);
    let questionnaire = parsed(&document);
    for choices in all_choices() {
        let mut asked: Vec<usize> = steps(&questionnaire, choices)
            .into_iter()
            .flat_map(|step| match step {
                Step::Ask(statements) => statements,
                Step::Refute(_) => Vec::new(),
            })
            .collect();
        asked.sort_unstable();
        assert_eq!(asked, [0, 1, 2, 3, 4, 5], "{choices:?}");
    }
}

#[test]
fn plans_follow_the_authors_choices() {
    let questionnaire = parsed(&small(&[
        &["myth", "fact", "myth"],
        &["fact"],
        &["myth", "fact"],
    ]));
    let plan = |layout, feedback, order, seed| {
        steps(
            &questionnaire,
            Choices {
                layout,
                feedback,
                order,
                seed,
            },
        )
    };
    let ask = |all: &[usize]| Step::Ask(all.to_vec());
    let list = |order| plan(Layout::List, Feedback::End, order, 1);
    assert_eq!(list(Order::Interleaved), [ask(&[0, 3, 4, 1, 5, 2])]);
    assert_eq!(list(Order::Author), [ask(&[0, 1, 2, 3, 4, 5])]);
    let each = plan(Layout::List, Feedback::Each, Order::Interleaved, 1);
    let expected = [
        ask(&[0, 1, 2]),
        Step::Refute(0),
        ask(&[3]),
        Step::Refute(1),
        ask(&[4, 5]),
        Step::Refute(2),
    ];
    assert_eq!(each, expected);
    let paged = plan(Layout::Paged, Feedback::Each, Order::Author, 1);
    assert_eq!(
        paged[..4],
        [ask(&[0]), ask(&[1]), ask(&[2]), Step::Refute(0)]
    );
    let shuffled = |seed| plan(Layout::Paged, Feedback::End, Order::Shuffled, seed);
    assert_eq!(shuffled(5), shuffled(5), "the same seed, the same order");
    assert_ne!(shuffled(5), shuffled(6));
    assert_eq!(shuffled(0).len(), 6);
}

fn widget(certainty: bool, choices: Choices) -> Widget {
    Widget::new(questionnaire(certainty), messages("en"), choices, true)
}

fn agree(statement: usize, tapped: bool) -> Event {
    Event::Agree {
        statement,
        agreement: Agreement::Point(2),
        tapped,
    }
}

#[test]
fn a_tap_moves_on_after_its_moment_and_only_then() {
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
        "another tap's moment"
    );
    assert_eq!(
        widget.update(Event::Elapse { tap: 1 }),
        [Effect::Store, Effect::FocusHeading]
    );
    assert_eq!(
        widget.update(Event::Elapse { tap: 1 }),
        [],
        "the same moment twice"
    );
    assert_eq!(widget.session().step, 1);
}

#[test]
fn a_second_tap_takes_the_place_of_the_first_and_back_forgets_it() {
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
fn the_keyboard_only_chooses() {
    let mut widget = widget(false, Choices::default());
    let effects = widget.update(agree(0, false));
    assert_eq!(
        effects,
        [Effect::Store, Effect::EmitStarted, Effect::EmitAnswered(0)]
    );
    assert_eq!(widget.session().step, 0);
}

#[test]
fn neither_a_list_nor_manual_advance_moves_by_itself() {
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
fn where_certainty_is_asked_a_tap_waits_for_it_and_dont_know_does_not() {
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
fn the_question_of_certainty_comes_into_view_only_when_it_is_asked_anew() {
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
        (choose(0, unknown), None, "who does not know is not asked"),
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
    assert_eq!(
        widget.update(Event::Next),
        [],
        "there is nothing to send in"
    );
    assert_eq!(
        widget.update(Event::Back),
        [Effect::Store, Effect::FocusHeading]
    );
    assert!(widget.scorecard().is_none());
}

#[test]
fn a_missing_statement_is_answered_on_the_scorecard_when_it_is_sent_in() {
    let mut widget = widget(false, Choices::default());
    widget.update(agree(0, false));
    widget.update(Event::Next);
    widget.update(Event::Next);
    assert_eq!(widget.scorecard().unwrap().headline.insufficient, 1);
    assert_eq!(
        widget.update(agree(0, false)),
        [],
        "what is answered is not asked here"
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
fn what_the_page_sets_fires_no_event_of_the_readers() {
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
        "not this questionnaire's"
    );
    assert_eq!(widget.session().step, 0);
}

#[test]
fn a_reader_who_comes_back_stands_where_they_left() {
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
    assert_eq!(at(vec![answer, answer], None), 1, "nobody asked for more");
    assert!(!Session::resume(vec![None, None], Some(0), &steps).started);
}
