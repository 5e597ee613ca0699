//! The session: every event is tried in every state, and certain things must never happen. What
//! moves a reader on is in `session/moves.rs`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;
#[path = "session/moves.rs"]
mod moves;

use common::{messages, parsed, small};
use misconception_scorecard::questionnaire::Questionnaire;
use misconception_scorecard::questionnaire::answers::Agreement;
use misconception_scorecard::session::plan::{Choices, Feedback, Layout, Order, Step, steps};
use misconception_scorecard::session::{Event, Rules, Session};
use misconception_scorecard::widget::Widget;
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
        "drafts exist only on the scorecard"
    );
    let is_answered = |index: usize| session.answers[index].is_some();
    for (index, draft) in session.drafts.iter().enumerate() {
        assert!(
            draft.is_none() || !is_answered(index) || session.changing == Some(index),
            "no draft for a statement that is not asked"
        );
    }
    assert!(
        session
            .changing
            .is_none_or(|index| session.is_complete(steps) && is_answered(index)),
        "only an answer on the scorecard is being changed"
    );
    assert!(
        !session.due || !session.is_complete(steps),
        "no tap is pending on the scorecard"
    );
}

#[test]
fn every_event_in_every_state_keeps_the_session_valid() {
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
