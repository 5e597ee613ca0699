//! Texts that a translation leaves out: wherever one is shown, it has its own language and
//! direction, and nothing else has.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::{messages, parsed, read, small};
use misconception_scorecard::data::text::direction;
use misconception_scorecard::extras::attempts::Attempts;
use misconception_scorecard::extras::remarks::Remarks;
use misconception_scorecard::messages::Untranslated;
use misconception_scorecard::questionnaire::answers::Agreement;
use misconception_scorecard::session::Event;
use misconception_scorecard::session::plan::{Choices, Feedback, Layout};
use misconception_scorecard::view::node::Node;
use misconception_scorecard::widget::extras::ExtrasWidget;
use serde_json::{Value, json};
use std::collections::HashSet;

/// Keys whose values no reader sees as text, or sees in the language of their source.
const NO_TEXT: [&str; 9] = [
    "format", "id", "version", "key", "strength", "asOf", "reviewBy", "url", "date",
];

/// Marks all texts of a document so that none is contained in another, and collects them.
fn mark(value: &mut Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => {
            *text = format!("{text}\u{2192}{}", texts.len());
            texts.push(text.clone());
        }
        Value::Array(items) => items.iter_mut().for_each(|it| mark(it, texts)),
        Value::Object(map) => {
            for (key, item) in map {
                if !NO_TEXT.contains(&&**key) && key != "lang" && key != "markup" {
                    mark(item, texts);
                }
            }
        }
        _ => {}
    }
}

/// The texts of these nodes with their language, as `(language, direction, text)`.
fn said(nodes: &[Node], around: (&str, &str), found: &mut Vec<(String, String, String)>) {
    for node in nodes {
        match node {
            Node::Text(text) => {
                found.push((around.0.to_owned(), around.1.to_owned(), text.clone()));
            }
            Node::Element(element) => {
                let value = |name| {
                    let mut all = element.attributes.iter();
                    all.find(|(it, _)| *it == name).map(|(_, value)| &**value)
                };
                let own = (
                    value("lang").unwrap_or(around.0),
                    value("dir").unwrap_or(around.1),
                );
                said(&element.children, own, found);
            }
        }
    }
}

/// Every screen on the way, and the scorecard with everything opened.
fn screens(document: &Value, choices: Choices, left: &Untranslated) -> Vec<Vec<Node>> {
    let words = || {
        messages("nb")
            .in_language("nb".to_owned())
            .beside(left.clone())
    };
    let mut widget = ExtrasWidget::new(parsed(document), words(), choices, true);
    let count = parsed(document).statements.len();
    let mut screens = Vec::new();
    while widget.scorecard().is_none() {
        screens.push(widget.view());
        for statement in 0..count {
            widget.update(Event::Agree {
                statement,
                agreement: Agreement::Point(1),
                tapped: false,
            });
        }
        screens.push(widget.view());
        widget.update(Event::Next);
    }
    screens.push(widget.view());
    widget.show_extras(
        Remarks::new(parsed(document).misconceptions.len()),
        Attempts::default(),
    );
    screens.push(widget.view());
    widget.update(Event::Change(Some(0)));
    screens.push(widget.view());
    screens
}

/// Documents that together contain every kind of text.
fn documents() -> Vec<Value> {
    let mut full = small(&[&["myth", "fact"], &["myth"]]);
    full["intro"] = json!("An introduction.\n\nIn two paragraphs.");
    full["privacy"] = json!("A word on privacy.");
    full["scale"] = json!({ "points": 3, "labels": ["No", "Perhaps", "Yes"], "dontKnow": true });
    full["certainty"] = json!({ "levels": 3, "labels": ["Not", "A bit", "Very"] });
    full["outcomes"] = json!([{ "from": 0, "title": "An outcome", "text": "Its text." }]);
    full["credits"] = json!({ "text": "By somebody.", "licence": "CC0" });
    full["misconceptions"][0]["refutation"] = json!({
        "fact": "A fact.", "myth": "A myth.", "whyBelieved": "Because.", "kernelOfTruth": "A kernel.",
        "whyWrong": "Wrong, for a reason.\n\nAnd another one.", "advice": "Do this.",
    });
    full["misconceptions"][0]["sources"] =
        json!([{ "title": "A source", "url": "https://a.example/", "quote": "A quote" }]);
    let mut with_markup = full.clone();
    with_markup["markup"] = json!("inline");
    with_markup["misconceptions"][0]["refutation"]["whyWrong"] =
        json!("*Wrong*, see [there](https://a.example/).");
    with_markup["misconceptions"][0]["statements"][0]["text"] = json!("A *first* one");
    let mut social_media = read("questionnaires/social-media.en.json");
    // The scorecard shows only one of several outcomes.
    social_media.as_object_mut().unwrap().remove("outcomes");
    vec![full, with_markup, social_media]
}

#[test]
fn exactly_the_untranslated_texts_have_their_own_language() {
    for mut document in documents() {
        let mut texts = Vec::new();
        mark(&mut document, &mut texts);
        document["lang"] = json!("nb");
        for lang in ["en", "ar"] {
            let left = Untranslated {
                lang: lang.to_owned(),
                texts: texts.clone(),
            };
            let mut seen = HashSet::new();
            for choices in [
                Choices::default(),
                Choices {
                    layout: Layout::List,
                    ..Choices::default()
                },
                Choices {
                    feedback: Feedback::Each,
                    ..Choices::default()
                },
            ] {
                for screen in screens(&document, choices, &left) {
                    let mut found = Vec::new();
                    said(&screen, ("nb", "ltr"), &mut found);
                    for (own, way, text) in found {
                        if let Some((_, after)) = text.split_once('\u{2192}') {
                            let expected = (lang, direction(lang));
                            assert_eq!((&*own, &*way), expected, "{text}");
                            let number: String =
                                after.chars().take_while(char::is_ascii_digit).collect();
                            seen.insert(number.parse::<usize>().unwrap());
                            continue;
                        }
                        // The first of two paragraphs has no mark of its own.
                        let is_word = text.chars().filter(|it| it.is_alphabetic()).count() > 3;
                        if is_word && !texts.iter().any(|it| it.contains(&*text)) {
                            assert_eq!(own, "nb", "{text}");
                        }
                    }
                }
            }
            let unseen = (0..texts.len()).filter(|it| !seen.contains(it));
            let unseen: Vec<_> = unseen.map(|it| &texts[it]).collect();
            assert_eq!(unseen, Vec::<&String>::new(), "shown nowhere");
        }
    }
}

#[test]
fn translated_texts_have_no_language_of_their_own() {
    let document = read("questionnaires/social-media.nb.json");
    for screen in screens(&document, Choices::default(), &Untranslated::default()) {
        let mut found = Vec::new();
        said(&screen, ("", ""), &mut found);
        // Sources keep their own language.
        found.retain(|(lang, ..)| lang != "nb" && lang != "en");
        assert_eq!(found, []);
    }
}
