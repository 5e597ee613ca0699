//! The scorecard as text: the words and marks of its verdicts, which refutations are open, and that
//! no word claims more than the evidence does.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::tree::{attributes, named, text, texts};
use common::{letter_answers, lettered, parsed, small, social_media};
use misconception_scorecard::questionnaire::answers::{Agreement, Response};
use misconception_scorecard::session::Event;
use misconception_scorecard::session::plan::{Choices, Feedback, Layout, Order};
use misconception_scorecard::view::node::{Element, Node};
use misconception_scorecard::widget::Widget;
use serde_json::{Value, json};

fn agree(statement: usize, agreement: Agreement) -> Event {
    Event::Agree {
        statement,
        agreement,
        tapped: false,
    }
}

/// A questionnaire whose misconceptions have evidence of these strengths; an empty string means no
/// evidence.
fn of_strengths(strengths: &[&str]) -> Value {
    let keys: &[&str] = &["myth", "fact"];
    let mut document = small(&vec![keys; strengths.len()]);
    for (index, strength) in strengths.iter().enumerate() {
        if !strength.is_empty() {
            document["misconceptions"][index]["evidence"] = json!({ "strength": strength });
        }
    }
    document
}

/// Its scorecard, if all myths are answered with `point` and all facts with the opposite.
fn answered(document: &Value, point: u8, choices: Choices) -> Widget {
    let mut widget = common::widget(document, "en", choices);
    let statements = widget.questionnaire().statements.len();
    let mut answers = vec![None; statements];
    for (index, answer) in answers.iter_mut().enumerate() {
        *answer = Some(Response {
            agreement: Agreement::Point(if index % 2 == 0 { point } else { 6 - point }),
            certainty: None,
        });
    }
    widget.update(Event::Replace(answers));
    widget
}

fn at_the_end(mut widget: Widget) -> Vec<Node> {
    while widget.scorecard().is_none() {
        widget.update(Event::Next);
    }
    widget.view()
}

/// The scorecard in which each letter stands for a misconception and its answers.
fn lettered_screen(letters: &str, strengths: &[&str]) -> Vec<Node> {
    let mut widget = common::widget(&lettered(letters, strengths), "en", Choices::default());
    widget.resume(letter_answers(letters), Some(usize::MAX));
    widget.view()
}

#[test]
fn each_verdict_has_its_words_and_its_mark() {
    const RING: &str = "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z";
    const HALF: &str = "M0-6a6 6 0 0 0 0 12z";
    const DISC: &str = "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z";
    for (letter, strength, word, paths, is_green) in [
        (
            "H",
            "",
            "you believe this",
            &["M-7-7h14v14h-14z"] as &[&str],
            false,
        ),
        ("L", "", "you lean this way", &["M0-9 9 0 0 9-9 0z"], false),
        ("U", "", "undecided", &[RING, HALF], false),
        ("D", "", "you don’t know", &[RING, HALF], false),
        ("N", "", "you don’t believe this", &[RING], true),
        ("-", "", "too few answers", &["M-6-1.5h12v3h-12z"], false),
        ("H", "contested", "you agree", &[DISC], false),
        ("L", "contested", "you lean towards it", &[DISC], false),
        ("U", "contested", "undecided", &[DISC], false),
        ("D", "contested", "you don’t know", &[DISC], false),
        ("N", "contested", "you disagree", &[DISC], false),
        ("-", "contested", "too few answers", &[DISC], false),
    ] {
        let screen = lettered_screen(letter, &[strength]);
        let name = format!("{letter} {strength}");
        assert_eq!(texts(&screen, "td.verdict role=cell"), [word], "{name}");
        assert_eq!(texts(&screen, "b.verdict"), [word], "{name}");
        let claim = claims(&screen);
        let paths_of = |element: &Element| {
            let rings = attributes(&element.children, "path.ring", "d");
            [rings, attributes(&element.children, "path.solid", "d")].concat()
        };
        assert_eq!(paths_of(claim[0]), paths, "{name}");
        let row = [
            named(&screen, "tr role=row"),
            named(&screen, "tr.seen role=row"),
        ]
        .concat();
        assert_eq!(paths_of(row[1]), paths, "{name}: the row below the head");
        let green = named(
            &claim[0].children,
            "svg.seen viewBox=-10,-10,20,20 aria-hidden=true",
        );
        assert_eq!(
            (
                green.len() == 1,
                named(&screen, "tr.seen role=row").len() == 1
            ),
            (is_green, is_green),
            "{name}"
        );
        // The counts include no contested misconception.
        let strip = named(&screen, "div.strip aria-hidden=true");
        let marks = strip.iter().map(|it| it.children.len()).sum::<usize>();
        assert_eq!(marks, usize::from(strength.is_empty()), "{name}");
    }
}

#[test]
fn a_reader_who_is_sure_is_told_so() {
    let mut document = of_strengths(&["", ""]);
    document["certainty"] = json!({});
    let mut widget = common::widget(&document, "en", Choices::default());
    let sure = |point, certainty| {
        Some(Response {
            agreement: Agreement::Point(point),
            certainty: Some(certainty),
        })
    };
    let answers = vec![sure(5, 4), sure(1, 4), sure(1, 4), sure(5, 4)];
    widget.resume(answers, Some(usize::MAX));
    let expected = ["you believe this, and are sure", "you don’t believe this"];
    assert_eq!(texts(&widget.view(), "td.verdict role=cell"), expected);
}

#[test]
fn the_words_for_a_belief_depend_on_the_evidence_and_the_fact_is_the_heading() {
    for (strength, label, verdict) in [
        ("", "Misconception", "you believe this"),
        ("settled", "Misconception", "you believe this"),
        ("strong", "Misconception", "you believe this"),
        ("practitioner", "What many believe", "you believe this"),
        ("contested", "Disputed", "you agree"),
    ] {
        let screen = at_the_end(answered(&of_strengths(&[strength]), 5, Choices::default()));
        let claim = format!("{label}: “Misconception 1” {verdict}");
        let found = claims(&screen).into_iter().map(|it| text(&it.children));
        assert_eq!(found.collect::<Vec<_>>(), [claim], "{strength}");
        assert_eq!(
            texts(&screen, "h4.fact tabindex=-1"),
            ["The fact."],
            "{strength}"
        );
        // The heading of the column claims no more than is true of every row.
        let head = if label == "Misconception" {
            label
        } else {
            "What many believe"
        };
        assert_eq!(
            texts(&screen, "th.name role=columnheader"),
            [head],
            "{strength}"
        );
    }
}

#[test]
fn advice_says_instead_only_to_readers_who_hold_the_belief() {
    for (letter, expected) in [
        ("H", "What to do instead"),
        ("L", "What to do instead"),
        ("U", "What to do"),
        ("D", "What to do"),
        ("N", "What to do"),
        ("-", "What to do"),
    ] {
        let mut document = lettered(letter, &[""]);
        document["misconceptions"][0]["refutation"]["advice"] = json!("Look it up.");
        let mut widget = common::widget(&document, "en", Choices::default());
        widget.resume(letter_answers(letter), Some(usize::MAX));
        let expected = [format!("{expected}Look it up.")];
        assert_eq!(texts(&widget.view(), "div.advice"), expected, "{letter}");
    }
}

#[test]
fn no_refutation_is_open_if_nothing_is_believed() {
    for (letters, open) in [
        ("HHN", 1),
        ("LLU", 1),
        ("NH", 1),
        ("UUN", 0),
        ("DDD", 0),
        ("NNN", 0),
        ("---", 0),
        ("-N", 0),
        ("CC", 0),
        ("NC", 0),
    ] {
        let screen = lettered_screen(letters, &[""]);
        let facts = |nodes: &[Node]| {
            named(nodes, "h4.fact").len() + named(nodes, "h4.fact tabindex=-1").len()
        };
        let folded = named(&screen, "details");
        let folded: usize = folded.iter().map(|it| facts(&it.children)).sum();
        assert_eq!(
            (facts(&screen), facts(&screen) - folded),
            (letters.len(), open),
            "{letters}"
        );
    }
}

#[test]
fn contradicting_answers_are_worded_by_their_direction() {
    const AGREED: &str = "Your answers here point both ways: you agreed with both.";
    const DISAGREED: &str = "Your answers here point both ways: you disagreed with both.";
    for (keys, points, expected) in [
        (&["myth", "fact"] as &[&str], &[5_u8, 5] as &[u8], AGREED),
        (&["myth", "fact"], &[1, 1], DISAGREED),
        (&["fact", "myth"], &[4, 4], AGREED),
        (&["fact", "myth"], &[2, 2], DISAGREED),
        (&["myth", "fact"], &[3, 5], AGREED),
        (&["myth", "fact"], &[3, 1], DISAGREED),
        (&["myth", "myth", "fact"], &[5, 4, 5], AGREED),
        (&["myth", "myth", "fact"], &[1, 2, 1], DISAGREED),
        (&["myth", "fact", "fact", "fact"], &[5, 5, 4, 5], AGREED),
        (&["myth", "fact", "fact", "fact"], &[1, 1, 2, 1], DISAGREED),
        (&["myth", "myth", "myth", "fact"], &[4, 5, 4, 5], AGREED),
        (&["myth", "fact"], &[5, 1], ""),
        (&["myth", "fact"], &[1, 5], ""),
        (&["myth", "fact"], &[3, 3], ""),
        (&["myth", "myth"], &[5, 1], ""),
    ] {
        let mut widget = common::widget(&small(&[keys]), "en", Choices::default());
        let response = |point: &u8| {
            Some(Response {
                agreement: Agreement::Point(*point),
                certainty: None,
            })
        };
        widget.resume(points.iter().map(response).collect(), Some(usize::MAX));
        let screen = widget.view();
        let notes = texts(&named(&screen, "article.refutation")[0].children, "p.note");
        assert_eq!(notes.join("|"), expected, "{keys:?} {points:?}");
    }
}

#[test]
fn feedback_on_a_contested_misconception_names_no_belief() {
    for (strength, expected) in [
        ("contested", ["you agree"]),
        ("strong", ["you believe this"]),
    ] {
        let choices = Choices {
            layout: Layout::List,
            feedback: Feedback::Each,
            ..Choices::default()
        };
        let mut widget = answered(&of_strengths(&[strength]), 5, choices);
        widget.update(Event::Next);
        assert_eq!(texts(&widget.view(), "b.verdict"), expected, "{strength}");
    }
}

#[test]
fn a_refutation_stays_folded_while_one_of_its_statements_is_asked() {
    let mut widget = common::widget(&of_strengths(&["", ""]), "en", Choices::default());
    widget.update(agree(0, Agreement::Point(5)));
    for _ in 0..4 {
        widget.update(Event::Next);
    }
    let folded = |widget: &Widget| -> Vec<(usize, usize)> {
        let screen = widget.view();
        let articles = named(&screen, "article.refutation");
        let facts = |nodes: &[Node]| {
            named(nodes, "h4.fact").len() + named(nodes, "h4.fact tabindex=-1").len()
        };
        let inside = |it: &&Element| {
            named(&it.children, "details")
                .iter()
                .map(|it| facts(&it.children))
                .sum()
        };
        articles
            .iter()
            .map(|it| (facts(&it.children), inside(it)))
            .collect()
    };
    assert_eq!(folded(&widget), [(1, 1), (1, 1)]);
    widget.update(agree(1, Agreement::Point(1)));
    widget.update(Event::Next);
    assert_eq!(
        folded(&widget),
        [(1, 0), (1, 1)],
        "after the answer it opens like the others"
    );
}

#[test]
fn a_refutation_after_its_statements_is_as_complete_as_on_the_scorecard() {
    let choices = Choices {
        feedback: Feedback::Each,
        order: Order::Author,
        ..Choices::default()
    };
    let document = social_media("en");
    // Believed, first with consistent answers, then with answers that contradict each other.
    for (points, is_noted) in [([5, 1], false), ([5, 5], true)] {
        let mut widget = common::widget(&document, "en", choices);
        let answers = points.map(|point| {
            Some(Response {
                agreement: Agreement::Point(point),
                certainty: None,
            })
        });
        widget.update(Event::Replace(answers.repeat(5)));
        let mut at_once = Vec::new();
        while widget.scorecard().is_none() {
            let screen = widget.view();
            if !named(&screen, "h3.fact").is_empty() {
                at_once.push(parts(&screen));
            }
            widget.update(Event::Next);
        }
        let screen = widget.view();
        let articles = named(&screen, "article.refutation");
        let at_the_end: Vec<_> = articles.iter().map(|it| parts(&it.children)).collect();
        assert_eq!(at_once.len(), parsed(&document).misconceptions.len());
        assert_eq!(at_once, at_the_end, "{points:?}");
        let has_note = |it: &Vec<Vec<String>>| !it[1].is_empty();
        assert!(
            at_once.iter().all(|it| has_note(it) == is_noted),
            "{points:?}"
        );
    }
}

/// Everything that the refutations say, grouped by class.
fn parts(nodes: &[Node]) -> Vec<Vec<String>> {
    let claims = claims(nodes).into_iter().map(|it| text(&it.children));
    let mut parts = vec![claims.collect()];
    for name in [
        "p.note",
        "div.advice",
        "dt",
        "dd",
        "summary.source",
        "p.source",
    ] {
        parts.push(texts(nodes, name));
    }
    parts
}

/// The elements that name misconceptions with their labels: a paragraph, or a span within a
/// summary.
fn claims(nodes: &[Node]) -> Vec<&Element> {
    let mut found = named(nodes, "p.claim");
    found.extend(named(nodes, "span.claim"));
    found
}
