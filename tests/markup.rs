//! Inline markup: how a text is parsed, where its first error is, how it reads without markup, and
//! how each screen shows it.
#![allow(clippy::unwrap_used)]

mod common;

use common::{small, widget};
use expect_test::expect_file;
use misconception_scorecard::extras::csv::{Separator, csv};
use misconception_scorecard::questionnaire::answers::Agreement;
use misconception_scorecard::questionnaire::markup::{Prose, plain, read};
use misconception_scorecard::questionnaire::parse;
use misconception_scorecard::scoring::score;
use misconception_scorecard::session::Event;
use misconception_scorecard::session::plan::Choices;
use misconception_scorecard::view::node::to_html;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// The parsed text, printed on one line.
#[derive(Default)]
struct Made(String);

impl Prose for Made {
    fn text(&mut self, text: &str) {
        self.0.push_str(text);
    }
    fn open(&mut self, address: &str) {
        self.0.push_str("<");
        self.0
            .push_str(if address.is_empty() { "*" } else { address });
        self.0.push('|');
    }
    fn close(&mut self) {
        self.0.push('>');
    }
    fn reference(&mut self, text: &str, number: usize) {
        let _ = write!(self.0, "<{text}{number}>");
    }
}

fn made(text: &str) -> String {
    let mut made = Made::default();
    assert_eq!(read(text, usize::MAX, &mut made), text.len(), "{text}");
    made.0
}

#[test]
fn a_text_is_parsed_into_its_parts() {
    for (text, expected, without) in [
        ("", "", ""),
        ("Bees sting.", "Bees sting.", "Bees sting."),
        ("*Most* bees", "<*|Most> bees", "Most bees"),
        ("un*believ*able", "un<*|believ>able", "unbelievable"),
        ("«*Bier*», sa hun", "«<*|Bier>», sa hun", "«Bier», sa hun"),
        (
            "5 * 3, and * so on",
            "5 * 3, and * so on",
            "5 * 3, and * so on",
        ),
        (
            r"5\*3 \[1] \[a](b) \\*a* \n \] \",
            r"5*3 [1] [a](b) \<*|a> \n \] \",
            r"5*3 [1] [a](b) \a \n \] \",
        ),
        (
            "See [this study](https://a.example/b_(c)?d=1), then",
            "See <https://a.example/b_(c)?d=1|this study>, then",
            "See this study, then",
        ),
        (
            r"[*so* \* it is](http://a)",
            "<http://a|<*|so> * it is>",
            "so * it is",
        ),
        ("*[a](http://b)*", "<*|<http://b|a>>", "a"),
        ("[1](http://a)", "<http://a|1>", "1"),
        ("So [1][12].", "So <[1]1><[12]12>.", "So [1][12]."),
        ("[007] [9999]", "<[007]7> <[9999]9999>", "[007] [9999]"),
        (
            "[0] [sic] [] [1a] [a1] [ 1] [-1] [",
            "[0] [sic] [] [1a] [a1] [ 1] [-1] [",
            "[0] [sic] [] [1a] [a1] [ 1] [-1] [",
        ),
        ("[a [b](http://c)", "[a <http://c|b>", "[a b"),
        ("[[1]]", "[<[1]1>]", "[[1]]"),
        ("[a\nb](http://c)", "[a\nb](http://c)", "[a\nb](http://c)"),
        ("[a] (http://b)", "[a] (http://b)", "[a] (http://b)"),
        ("é*å*ø [ü](http://é)", "é<*|å>ø <http://é|ü>", "éåø ü"),
    ] {
        assert_eq!(made(text), expected, "{text}");
        assert_eq!(plain(text), without, "{text}");
    }
}

#[test]
fn a_text_of_several_lines_is_parsed_line_by_line() {
    let text = "*a*\n[1]\n\n[b](http://c)\n d * e\n\\\n[a\n](http://b)\n*b*";
    let lines: Vec<String> = text.split('\n').map(made).collect();
    assert_eq!(made(text), lines.join("\n"));
}

#[test]
fn the_first_error_has_its_position() {
    const WHOLE: usize = usize::MAX;
    for (text, sources, expected) in [
        ("", 0, WHOLE),
        (r"5 * 3 [sic] \ a] b) c](d)", 0, WHOLE),
        ("*a* b *c d*", 0, WHOLE),
        ("*a", 0, 0),
        ("a*", 0, 1),
        ("*a* b*", 0, 5),
        ("* a*", 0, 0),
        ("a *", 0, 2),
        ("a\n* b", 0, 2),
        ("a* b*", 0, 1),
        ("*a *b", 0, 3),
        ("**a**", 0, 0),
        ("*a**b*", 0, WHOLE),
        ("*a\nb*", 0, 0),
        ("*a\n\nb*", 0, 0),
        ("*a*\n*b*", 0, WHOLE),
        (r"\*a", 0, WHOLE),
        (r"\\*a", 0, 2),
        ("[a](https://b.example)", 0, WHOLE),
        ("[a](HTTP://b.example)", 0, WHOLE),
        ("so [a](javascript:alert(1))", 0, 3),
        ("[a](//b.example)", 0, 0),
        ("[a](#b)", 0, 0),
        ("[a](mailto:b@c.example)", 0, 0),
        ("[a](https://b.example/c d)", 0, 0),
        ("[a](https://b.example \"c\")", 0, 0),
        ("[a]( https://b.example)", 0, 0),
        ("[a](https://b.example", 0, 0),
        ("[a](https://b.example/(c)", 0, 0),
        ("[a](https://b.example/\nc)", 0, 0),
        ("[a]()", 0, 0),
        ("[a](", 0, 0),
        ("[](https://b.example)", 0, 0),
        ("[ \u{200b}](https://b.example)", 0, 0),
        ("[*a](https://b.example)*", 0, 0),
        ("[1]", 0, 0),
        ("[1]", 1, WHOLE),
        ("[1] [2]", 1, 4),
        ("[0]", 1, WHOLE),
        ("[9999]", 1000, 0),
        ("[10000]", 1000, WHOLE),
        ("[1](https://b.example)", 0, WHOLE),
        (r"\[3]", 1, WHOLE),
    ] {
        let expected = expected.min(text.len());
        assert_eq!(
            read(text, sources, &mut ()),
            expected,
            "{text:?} with {sources}"
        );
    }
}

/// A questionnaire with markup in all prose, and the same characters in texts that are plain.
fn document() -> Value {
    let mut document = small(&[&["myth", "fact"], &["myth", "fact"]]);
    document["markup"] = json!("inline");
    document["title"] = json!("A *title* [1]");
    document["intro"] =
        json!("*Say* what you believe,\nsee [how](https://how.example/?a=1&b=2).\n\n5 \\* 3");
    document["privacy"] = json!("Nothing is *sent*.");
    document["misconceptions"][0]["name"] = json!("A *name* [1]");
    document["misconceptions"][0]["statements"][0]["text"] = json!("*Most* bees sting.");
    document["misconceptions"][0]["refutation"] = json!({
        "fact": "It is *so* [1].", "myth": "*Myth*", "whyBelieved": "See [*this*](http://why.example) [2]",
        "kernelOfTruth": "<b>[sic]</b>", "whyWrong": "A\n\n*b*", "advice": "*[Do](http://do.example)* [1]",
    });
    document["misconceptions"][0]["sources"] = json!([
        { "title": "Une *étude*", "url": "https://source.example", "quote": "*Mot*", "lang": "fr" },
        { "title": "A book" },
    ]);
    document["misconceptions"][1]["sources"] = json!([{ "title": "Not referred to" }]);
    document["outcomes"] = json!([{ "from": 0, "title": "*None*", "text": "*Well* done." }]);
    document["suggestions"] = json!([{ "text": "*Mine*", "by": "*Me*", "answer": "*No*." }]);
    document["credits"] = json!({ "text": "*Thanks*" });
    document["share"] = json!({ "text": "*Mine*" });
    document
}

fn screens(document: &Value) -> [String; 3] {
    let mut widget = widget(document, "en", Choices::default());
    let first = to_html(&widget.view());
    for statement in [0, 2, 1, 3] {
        widget.update(Event::Agree {
            statement,
            agreement: Agreement::Point(5),
            tapped: false,
        });
        widget.update(Event::Next);
    }
    [first, to_html(&widget.view()), to_html(&widget.plain())]
}

#[test]
fn every_screen_shows_markup_in_prose_only() {
    let [first, scorecard, plain] = screens(&document());
    for (name, html) in [("first", first), ("scorecard", scorecard), ("plain", plain)] {
        let html = html.replace("><", ">\n<") + "\n";
        let path = format!(
            "{}/tests/golden/markup/{name}.html",
            env!("CARGO_MANIFEST_DIR")
        );
        expect_file![path].assert_eq(&html);
    }
}

#[test]
fn without_the_key_no_screen_has_markup() {
    let mut document = document();
    document.as_object_mut().unwrap().remove("markup");
    for html in screens(&document) {
        for tag in ["<em>", "<sup>", "how.example", "title="] {
            let is_link = tag == "how.example" && html.contains("[how](https://how.example");
            assert!(!html.contains(tag) || is_link, "{tag} in {html}");
        }
    }
}

#[test]
fn places_for_plain_text_have_the_words_without_markup() {
    let document = document();
    let (questionnaire, _) = parse::parse(&document).unwrap();
    let answers = vec![None; 4];
    let scorecard = score(&questionnaire, &answers);
    let table = csv(&questionnaire, &scorecard, &answers, Separator::Comma);
    assert!(table.contains(",Most bees sting.,"), "{table}");
    assert!(table.contains(",A *name* [1],"), "{table}");
}
