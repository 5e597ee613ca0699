//! Statements that are kept from the drawing before look as if they had been drawn anew.
#![allow(clippy::unwrap_used)]

mod common;

use common::{messages, parsed, small};
use misconception_scorecard::extras::attempts::{Attempts, Retake};
use misconception_scorecard::extras::remarks::Remarks;
use misconception_scorecard::questionnaire::answers::{Agreement, Response, blank};
use misconception_scorecard::session::Event;
use misconception_scorecard::session::plan::{Choices, Feedback, Layout};
use misconception_scorecard::view::kept::Kept;
use misconception_scorecard::view::node::{Element, Node};
use misconception_scorecard::widget::extras::ExtrasWidget;
use serde_json::json;
use std::rc::Rc;

const STATEMENTS: usize = 6;

/// A widget with a certainty scale, which has its extras.
fn widget(choices: Choices) -> ExtrasWidget {
    let mut document = small(&[&["myth", "fact"], &["myth", "fact"], &["myth", "fact"]]);
    document["certainty"] = json!({ "levels": 4 });
    let mut widget = ExtrasWidget::new(parsed(&document), messages("nb"), choices, true);
    widget.show_extras(Remarks::new(3), Attempts::default());
    widget
}

/// Any event, mostly a choice.
fn event(random: &mut fastrand::Rng) -> Event {
    let statement = random.usize(..STATEMENTS);
    match random.u8(..12) {
        0 => Event::Next,
        1 => Event::Back,
        2 => Event::Elapse { tap: 1 },
        3 => Event::Change(Some(statement)),
        4 => {
            let mut answers = blank(STATEMENTS);
            answers[statement] = Some(Response {
                agreement: Agreement::DontKnow,
                certainty: None,
            });
            Event::Replace(answers)
        }
        5..8 => Event::BeSure {
            statement,
            index: random.i16(0..4),
            tapped: true,
        },
        _ => Event::Agree {
            statement,
            agreement: match random.u8(..6) {
                0 => Agreement::DontKnow,
                point => Agreement::Point(point),
            },
            tapped: true,
        },
    }
}

#[test]
fn after_any_events_the_screen_is_the_same_with_and_without_what_was_kept() {
    let mut random = fastrand::Rng::with_seed(7);
    for layout in [Layout::Paged, Layout::List] {
        for feedback in [Feedback::End, Feedback::Each] {
            let mut widget = widget(Choices {
                layout,
                feedback,
                ..Choices::default()
            });
            let mut kept = Kept::default();
            for number in 0..2000 {
                match random.u8(..20) {
                    0 => {
                        kept.clear();
                        widget.retake(Retake::Unsettled);
                    }
                    1 => {
                        kept.clear();
                        widget.stop();
                    }
                    _ => {
                        let event = event(&mut random);
                        kept.prepare(&event);
                        widget.update(event);
                    }
                }
                assert!(widget.view_again(&mut kept) == widget.view(), "{number}");
            }
        }
    }
}

#[test]
fn a_choice_in_a_list_draws_only_its_own_statement() {
    let mut widget = widget(Choices {
        layout: Layout::List,
        ..Choices::default()
    });
    let mut kept = Kept::default();
    let before = statements(&widget.view_again(&mut kept));
    let event = Event::Agree {
        statement: 2,
        agreement: Agreement::Point(4),
        tapped: true,
    };
    kept.prepare(&event);
    widget.update(event);
    let after = statements(&widget.view_again(&mut kept));
    let is_same: Vec<bool> = (before.iter().zip(&after))
        .map(|(one, other)| Rc::ptr_eq(one, other))
        .collect();
    let changed = before.iter().position(|it| it.key == 2).unwrap();
    let expected: Vec<bool> = (0..STATEMENTS).map(|index| index != changed).collect();
    assert_eq!(is_same, expected);
}

/// The elements of all statements in these nodes.
fn statements(nodes: &[Node]) -> Vec<Rc<Element>> {
    let mut found = Vec::new();
    for node in nodes {
        if let Node::Element(element) = node {
            if element.name == "div.statement" {
                found.push(Rc::clone(element));
            }
            found.extend(statements(&element.children));
        }
    }
    found
}
