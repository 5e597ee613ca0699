//! Golden HTML of each screen in each language, reviewed like code. `UPDATE_EXPECT=1 cargo test`
//! writes it.
#![allow(clippy::unwrap_used)]

mod common;

use common::{small, social_media, widget};
use expect_test::expect_file;
use misconception_scorecard::questionnaire::answers::Agreement;
use misconception_scorecard::session::Event;
use misconception_scorecard::session::plan::{Choices, Feedback, Layout, Order};
use misconception_scorecard::view::node::to_html;
use misconception_scorecard::widget::Widget;
use serde_json::{Value, json};

fn check(widget: &Widget, name: &str) {
    golden(&to_html(&widget.view()), name);
}

fn golden(html: &str, name: &str) {
    // One tag per line, so that a diff shows where something changed.
    let html = html.replace("><", ">\n<") + "\n";
    expect_file![format!(
        "{}/tests/golden/{name}.html",
        env!("CARGO_MANIFEST_DIR")
    )]
    .assert_eq(&html);
}

fn check_both(name: &str, document: fn(&str) -> Value, choices: Choices, events: &[Event]) {
    for lang in ["en", "nb"] {
        let mut widget = widget(&document(lang), lang, choices);
        for event in events {
            widget.update(event.clone());
        }
        check(&widget, &format!("{lang}/{name}"));
    }
}

fn agree(statement: usize, point: u8) -> Event {
    let agreement = if point == 0 {
        Agreement::DontKnow
    } else {
        Agreement::Point(point)
    };
    Event::Agree {
        statement,
        agreement,
        tapped: false,
    }
}

/// The events of a reader who answers every statement of the built-in questionnaire in the order in
/// which they are asked.
fn answered(points: [u8; 10]) -> Vec<Event> {
    // The order is interleaved: the first statement of each misconception, then the second of each.
    let order = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
    order
        .iter()
        .flat_map(|index| [agree(*index, points[*index]), Event::Next])
        .collect()
}

#[test]
fn the_first_screen() {
    check_both("first", social_media, Choices::default(), &[]);
}

#[test]
fn a_statement_with_an_answer() {
    let events = [Event::Next, Event::Next, agree(4, 4)];
    check_both("statement", social_media, Choices::default(), &events);
}

#[test]
fn all_statements_in_a_list() {
    let choices = Choices {
        layout: Layout::List,
        ..Choices::default()
    };
    check_both("list", social_media, choices, &[agree(3, 2)]);
}

#[test]
fn a_refutation_right_after_its_statements() {
    let choices = Choices {
        feedback: Feedback::Each,
        order: Order::Author,
        ..Choices::default()
    };
    let events = [agree(0, 5), Event::Next, agree(1, 2), Event::Next];
    check_both("refutation", social_media, choices, &events);
}

#[test]
fn a_scorecard_with_every_verdict_but_one() {
    let events = answered([5, 1, 4, 3, 3, 0, 1, 5, 2, 4]);
    check_both("scorecard", social_media, Choices::default(), &events);
}

#[test]
fn a_scorecard_with_a_statement_left_open() {
    let mut events = answered([1, 5, 1, 5, 1, 5, 1, 5, 1, 5]);
    events.drain(..2);
    events.insert(0, Event::Next);
    check_both("scorecard-open", social_media, Choices::default(), &events);
}

#[test]
fn a_scorecard_without_answers() {
    let events = vec![Event::Next; 10];
    check_both("scorecard-empty", social_media, Choices::default(), &events);
}

fn with_certainty(lang: &str) -> Value {
    let mut document = small(&[&["myth", "fact"], &["myth", "fact"]]);
    document["certainty"] = json!({});
    document["misconceptions"][1]["evidence"] = json!({ "strength": "contested", "asOf": "2026" });
    document["misconceptions"][0]["sources"] = json!([
        { "title": "A source", "url": "https://source.example/?a=1&b=2", "date": "1999", "quote": "Word for word." },
    ]);
    document["lang"] = json!(lang);
    document
}

#[test]
fn a_statement_that_asks_for_certainty() {
    let events = [
        agree(0, 4),
        Event::BeSure {
            statement: 0,
            index: 2,
            tapped: false,
        },
    ];
    check_both("certainty", with_certainty, Choices::default(), &events);
}

#[test]
fn a_scorecard_with_certainty_and_a_contested_misconception() {
    let sure = |statement| Event::BeSure {
        statement,
        index: 3,
        tapped: false,
    };
    let events = [
        agree(0, 5),
        sure(0),
        Event::Next,
        agree(2, 5),
        sure(2),
        Event::Next,
        agree(1, 1),
        sure(1),
        Event::Next,
        agree(3, 1),
        sure(3),
        Event::Next,
    ];
    check_both(
        "scorecard-certainty",
        with_certainty,
        Choices::default(),
        &events,
    );
}

#[test]
fn if_everything_is_contested_the_heading_says_so() {
    let mut document = small(&[&["myth"]]);
    document["misconceptions"][0]["evidence"] = json!({ "strength": "contested" });
    let mut widget = widget(&document, "en", Choices::default());
    widget.update(agree(0, 5));
    widget.update(Event::Next);
    let html = to_html(&widget.view());
    let heading = "tabindex=\"-1\">Where experts disagree</h3>";
    assert!(html.contains(heading), "{html}");
    assert!(
        !html.contains("Too few") && !html.contains("\"rest\""),
        "{html}"
    );
}

#[test]
fn texts_are_escaped_everywhere() {
    let evil = "\"><script>alert('&')</script>";
    let mut document = small(&[&["myth"]]);
    document["title"] = json!(evil);
    document["intro"] = json!(evil);
    document["misconceptions"][0]["name"] = json!(evil);
    document["misconceptions"][0]["statements"][0]["text"] = json!(evil);
    document["misconceptions"][0]["refutation"]["fact"] = json!(evil);
    let mut widget = widget(&document, "en", Choices::default());
    for _ in 0..2 {
        let html = to_html(&widget.view());
        assert!(
            !html.contains("<script") && html.contains("&lt;script"),
            "{html}"
        );
        widget.update(Event::Next);
    }
}

#[test]
fn a_blank_line_starts_a_paragraph() {
    let mut document = small(&[&["myth"]]);
    document["intro"] = json!("\n One\nline.\n \n\nTwo. \n");
    let html = to_html(&widget(&document, "en", Choices::default()).view());
    assert!(html.contains("<p> One line.</p><p>Two. </p>"), "{html}");
}

#[test]
fn right_to_left_languages_have_their_direction() {
    for (lang, direction) in [
        ("ar", "rtl"),
        ("he-IL", "rtl"),
        ("arn", "ltr"),
        ("nb", "ltr"),
    ] {
        let mut document = small(&[&["myth"]]);
        document["lang"] = json!(lang);
        let html = to_html(&widget(&document, "en", Choices::default()).view());
        let expected =
            format!("<div class=\"card\" part=\"card\" lang=\"{lang}\" dir=\"{direction}\">");
        assert!(html.starts_with(&expected), "{html}");
    }
}

#[test]
fn the_plain_page_without_scripts() {
    for lang in ["en", "nb"] {
        let mut document = social_media(lang);
        document["misconceptions"][1]["sources"] =
            with_certainty(lang)["misconceptions"][0]["sources"].clone();
        let widget = widget(&document, lang, Choices::default());
        golden(&to_html(&widget.plain()), &format!("{lang}/plain"));
    }
}
