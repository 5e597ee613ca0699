//! The scorecard as a text: its sentences for every combination of counts, and that no word of it claims more than the
//! evidence does. `UPDATE_EXPECT=1 cargo test --test reading` writes the table of sentences; read it as a reader would.
#![allow(clippy::unwrap_used)]

mod common;

use common::{parsed, small, social_media};
use expect_test::expect_file;
use misconception_scorecard::questionnaire::answers::{Agreement, Response};
use misconception_scorecard::session::Event;
use misconception_scorecard::session::plan::{Choices, Feedback, Layout, Order};
use misconception_scorecard::view::node::{Element, Node};
use misconception_scorecard::widget::Widget;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// How a reader answers a misconception's one statement, of seven points: held, leaning, unsure by the middle and by
/// not knowing, not held, not answered, and, where it is contested, held.
const ANSWERS: [(char, Option<Agreement>); 7] = [
    ('H', Some(Agreement::Point(7))),
    ('L', Some(Agreement::Point(5))),
    ('U', Some(Agreement::Point(4))),
    ('D', Some(Agreement::DontKnow)),
    ('N', Some(Agreement::Point(1))),
    ('-', None),
    ('C', Some(Agreement::Point(7))),
];

/// A widget on its scorecard, where a letter is a misconception answered so.
fn reached(letters: &str, lang: &str) -> Widget {
    let keys: &[&str] = &["myth"];
    let mut document = small(&vec![keys; letters.len()]);
    let labels: Vec<String> = (1..=7).map(|it| format!("Point {it}")).collect();
    document["scale"] = json!({ "points": 7, "labels": labels });
    for (index, letter) in letters.chars().enumerate() {
        if letter == 'C' {
            document["misconceptions"][index]["evidence"] = json!({ "strength": "contested" });
        }
    }
    let mut widget = common::widget(&document, lang, Choices::default());
    for (statement, letter) in letters.chars().enumerate() {
        let (_, answer) = ANSWERS.iter().find(|(it, _)| *it == letter).unwrap();
        if let Some(agreement) = *answer {
            widget.update(agree(statement, agreement));
        }
        widget.update(Event::Next);
    }
    widget
}

fn agree(statement: usize, agreement: Agreement) -> Event {
    Event::Agree {
        statement,
        agreement,
        tapped: false,
    }
}

/// All elements of this name, in their order.
fn named<'a>(nodes: &'a [Node], name: &str) -> Vec<&'a Element> {
    let mut found = Vec::new();
    for node in nodes {
        if let Node::Element(element) = node {
            if element.name == name {
                found.push(element);
            }
            found.extend(named(&element.children, name));
        }
    }
    found
}

fn text(nodes: &[Node]) -> String {
    nodes
        .iter()
        .map(|node| match node {
            Node::Text(text) => text.clone(),
            Node::Element(element) => text(&element.children),
        })
        .collect()
}

fn texts(nodes: &[Node], name: &str) -> Vec<String> {
    let text = |it: &&Element| text(&it.children);
    named(nodes, name).iter().map(text).collect()
}

/// The counts as a reader finds them.
fn sentences(letters: &str, lang: &str) -> Vec<String> {
    let screen = reached(letters, lang).view();
    let mut sentences = texts(&screen, "h2.title");
    assert_eq!(sentences.len(), 1, "{letters}");
    sentences.extend(texts(&screen, "p.rest"));
    sentences
}

#[test]
fn the_counts_are_told_in_sentences() {
    let mut table = String::new();
    for letters in [
        "H",
        "L",
        "U",
        "D",
        "N",
        "-",
        "C", // One in all.
        "HHHHH",
        "LLLLL",
        "UUUUU",
        "DDDDD",
        "NNNNN",
        "-----",
        "CCCCC", // All alike.
        "HNNNN",
        "LNNNN",
        "UNNNN",
        "DNNNN",
        "NNNN-",
        "NNNNC", // One is another.
        "HHLLU",
        "HHLUU",
        "LLUUN",
        "LUNNN",
        "HLUDN", // Firmer and less firm ones.
        "H----",
        "L----",
        "U----",
        "N----",
        "HHN--",
        "HC",
        "LC",
        "UC",
        "NC",
        "-C",
        "--CC",
        "HLUN-C", // Some without verdict.
        "HHLLUUNN--CC",
    ] {
        for lang in ["en", "nb"] {
            let sentences = sentences(letters, lang).join(" | ");
            writeln!(table, "{letters:<13}{lang}  {sentences}").unwrap();
        }
    }
    expect_file![concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/golden/headlines.txt"
    )]
    .assert_eq(&table);
}

/// The letters that are counted, up to twice each, in every combination.
fn combinations() -> Vec<String> {
    let mut all = vec![String::new()];
    for letter in ["H", "L", "U", "N", "-", "C"] {
        all = all
            .iter()
            .flat_map(|before| (0..3).map(move |times| before.clone() + &letter.repeat(times)))
            .collect();
    }
    all.retain(|it| !it.is_empty());
    all
}

#[test]
fn every_combination_of_counts_is_told_whole_and_flatters_nobody() {
    for letters in combinations() {
        let count = |letter| letters.matches(letter).count();
        let sentences = sentences(&letters, "en");
        let all = sentences.join(" ");
        assert!(
            !all.contains('{') && sentences.iter().all(|it| !it.is_empty()),
            "{letters}: {all}"
        );
        let classified = count('H') + count('L') + count('U') + count('N');
        let is_none = all.contains("none of") || all.contains("do not hold");
        assert_eq!(
            is_none,
            classified > 0 && classified == count('N'),
            "{letters}: {all}"
        );
        if classified > 0 {
            for (letter, word) in [
                ('H', "You hold"),
                ('L', "lean towards"),
                ('U', "unsure about"),
                ('-', "Too few"),
                ('C', "contested"),
            ] {
                let is_told = all.contains(word) && !(letter == 'H' && is_none);
                assert_eq!(is_told, count(letter) > 0, "{letters}, {word}: {all}");
            }
        }
    }
}

/// A questionnaire whose misconceptions have evidence of these kinds; of none where there is no word.
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

/// Its scorecard, where all agree with the myths and disagree with the facts, or the other way round.
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

#[test]
fn the_end_of_the_facts_claims_no_more_than_the_weakest_evidence() {
    const EXPERIENCE: &str = "What experience shows";
    const KNOWN: &str = "What is known";
    const AGAINST: &str = "What speaks against it";
    for (strengths, expected) in [
        (&["practitioner"] as &[&str], EXPERIENCE),
        (&["practitioner", "practitioner"], EXPERIENCE),
        (&["settled"], KNOWN),
        (&["settled", "strong", ""], KNOWN),
        (&[""], KNOWN),
        (&["contested"], AGAINST),
        (&["contested", "contested"], AGAINST),
        (&["settled", "contested"], AGAINST),
        (&["practitioner", "contested"], AGAINST),
        (&["practitioner", "settled"], AGAINST),
        (&["", "practitioner"], AGAINST),
    ] {
        let screen = at_the_end(answered(&of_strengths(strengths), 5, Choices::default()));
        let head = named(&screen, "th.place role=columnheader");
        let ends: Vec<Vec<String>> = head.iter().map(|it| texts(&it.children, "span")).collect();
        assert_eq!(ends, [[expected, "The misconception"]], "{strengths:?}");
    }
}

#[test]
fn where_experts_disagree_no_verdict_is_given() {
    for point in [5, 3, 1] {
        let document = of_strengths(&["contested"]);
        let screen = at_the_end(answered(&document, point, Choices::default()));
        assert_eq!(
            texts(&screen, "td.verdict role=cell"),
            ["contested"],
            "{point}"
        );
        assert_eq!(
            texts(&screen, "p.verdict"),
            ["Where experts disagree"],
            "{point}"
        );
        // A place between the ends, but the mark of no verdict.
        assert_eq!(named(&screen, "path.ring").len(), 0, "{point}");
        let marks: Vec<&String> = named(&screen, "path.solid")
            .iter()
            .flat_map(|it| it.attributes.iter().map(|(_, value)| value))
            .collect();
        assert_eq!(marks, ["M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z"], "{point}");
    }
    let open = at_the_end(common::widget(
        &of_strengths(&["contested"]),
        "en",
        Choices::default(),
    ));
    assert_eq!(texts(&open, "td.verdict role=cell"), ["too few answers"]);
    assert_eq!(texts(&open, "p.verdict"), ["Too few answers to say"]);
}

#[test]
fn where_experts_disagree_feedback_at_once_says_so() {
    for (strength, expected) in [
        ("contested", ["Where experts disagree"]),
        ("strong", ["You held this"]),
    ] {
        let choices = Choices {
            layout: Layout::List,
            feedback: Feedback::Each,
            ..Choices::default()
        };
        let mut widget = answered(&of_strengths(&[strength]), 5, choices);
        widget.update(Event::Next);
        assert_eq!(texts(&widget.view(), "p.verdict"), expected, "{strength}");
    }
}

#[test]
fn what_is_known_stays_folded_while_its_statement_is_still_asked() {
    let mut widget = common::widget(&of_strengths(&["", ""]), "en", Choices::default());
    widget.update(agree(0, Agreement::Point(5)));
    for _ in 0..4 {
        widget.update(Event::Next);
    }
    let folded = |widget: &Widget| -> Vec<(usize, usize)> {
        let screen = widget.view();
        let articles = named(&screen, "article.refutation");
        let facts = |nodes: &[Node]| named(nodes, "p.fact").len();
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
        "answered, it is as the others"
    );
}

#[test]
fn after_its_statements_a_refutation_is_as_whole_as_on_the_scorecard() {
    let choices = Choices {
        feedback: Feedback::Each,
        order: Order::Author,
        ..Choices::default()
    };
    let document = social_media("en");
    let mut widget = answered(&document, 5, choices);
    let mut at_once = Vec::new();
    while widget.scorecard().is_none() {
        let screen = widget.view();
        if !named(&screen, "p.fact").is_empty() {
            at_once.push(parts(&screen));
        }
        widget.update(Event::Next);
    }
    let screen = widget.view();
    let articles = named(&screen, "article.refutation");
    let at_the_end: Vec<_> = articles.iter().map(|it| parts(&it.children)).collect();
    assert_eq!(at_once.len(), parsed(&document).misconceptions.len());
    assert_eq!(at_once, at_the_end);
}

/// All that a refutation says, by where it says it.
fn parts(nodes: &[Node]) -> Vec<Vec<String>> {
    [
        "p.verdict",
        "p.note",
        "p.fact",
        "div.advice",
        "dt",
        "dd",
        "p.source",
    ]
    .iter()
    .map(|name| texts(nodes, name))
    .collect()
}
