//! The words of somebody else's scorecard. They are about that person, never address the reader,
//! and reveal no statement too early.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::tree::{attributes, named, texts};
use common::{letter_answers, lettered, messages, parsed};
use misconception_scorecard::extras::attempts::Attempts;
use misconception_scorecard::extras::permalink::{write_answers, write_result};
use misconception_scorecard::extras::remarks::Remarks;
use misconception_scorecard::questionnaire::answers::{Agreement, Answers, Response};
use misconception_scorecard::scoring::score;
use misconception_scorecard::session::plan::Choices;
use misconception_scorecard::view::node::Node;
use misconception_scorecard::widget::extras::ExtrasWidget;
use serde_json::{Value, json};

/// A reader's widget that shows somebody else's scorecard. With `at_the_end`, the reader has a
/// scorecard of their own.
fn guest(
    document: &Value,
    answers: &Answers,
    has_answers: bool,
    at_the_end: bool,
    lang: &str,
) -> ExtrasWidget {
    let questionnaire = parsed(document);
    let link = if has_answers {
        write_answers(&questionnaire, answers)
    } else {
        write_result(&questionnaire, &score(&questionnaire, answers))
    };
    let remarks = Remarks::new(questionnaire.misconceptions.len());
    let mut widget = ExtrasWidget::new(questionnaire, messages(lang), Choices::default(), true);
    if at_the_end {
        widget.resume(answers.clone(), Some(usize::MAX));
    }
    widget.show_extras(remarks, Attempts::default());
    assert!(widget.follow(&link, false));
    widget
}

/// All words that the screen says about the scorecard.
fn words_of(screen: &[Node]) -> Vec<String> {
    let mut all = Vec::new();
    for name in [
        "h3.title",
        "p.rest",
        "p.note",
        "table.profile role=table",
        "table.flat role=table",
        "article.refutation",
        "h3.apart",
    ] {
        for text in texts(screen, name) {
            let words = text.split(|it: char| !it.is_alphabetic() && it != '’');
            all.extend(words.map(str::to_lowercase));
        }
    }
    all
}

fn sure(points: &[(u8, i16)]) -> Answers {
    let response = |(point, level): &(u8, i16)| Response {
        agreement: Agreement::Point(*point),
        certainty: Some(*level),
    };
    points.iter().map(|it| Some(response(it))).collect()
}

#[test]
fn the_words_about_somebody_else_never_address_the_reader() {
    let mut cases = Vec::new();
    for letters in [
        "H", "L", "U", "D", "N", "-", "C", "HLUDN-C", "NNNN", "DDD-", "HH-", "NN-", "LL-", "UU-",
        "HHHHH", "LLLNC",
    ] {
        for strengths in [
            &[""] as &[&str],
            &["practitioner"],
            &["contested"],
            &["practitioner", "strong"],
        ] {
            cases.push((lettered(letters, strengths), letter_answers(letters)));
        }
    }
    // Verdicts with certainty (sure, mixed, guessed), and the same answer to all statements of both
    // keys.
    let mut document = common::small(&[&["myth", "fact"], &["myth", "fact"], &["myth", "fact"]]);
    cases.push((
        document.clone(),
        letter_answers("HHHHHH")
            .iter()
            .map(|it| {
                it.map(|it| Response {
                    agreement: Agreement::Point(5),
                    ..it
                })
            })
            .collect(),
    ));
    document["certainty"] = json!({});
    cases.push((
        document.clone(),
        sure(&[(5, 4), (1, 4), (5, 4), (5, 4), (1, 1), (5, 1)]),
    ));
    for (lang, forbidden) in [
        ("en", &["you", "your", "yours", "you’re"] as &[&str]),
        ("nb", &["du", "deg", "din", "ditt", "dine"]),
    ] {
        for (document, answers) in &cases {
            for has_answers in [false, true] {
                let screen = guest(document, answers, has_answers, true, lang).view();
                let words = words_of(&screen);
                let said: Vec<&String> = words
                    .iter()
                    .filter(|it| forbidden.contains(&it.as_str()))
                    .collect();
                assert!(said.is_empty(), "{lang} {answers:?}: {said:?}");
                assert!(words.len() > 10, "something is said");
                // The reader's own scorecard does use the forbidden words, so the list of words is
                // right.
                let mut own = guest(document, answers, has_answers, true, lang);
                own.leave();
                let words = words_of(&own.view());
                assert!(
                    words.iter().any(|it| forbidden.contains(&it.as_str())),
                    "{lang} {answers:?}"
                );
            }
        }
    }
}

#[test]
fn the_list_of_misconceptions_is_folded_until_the_reader_has_a_scorecard() {
    let letters = "HN-";
    for (at_the_end, question, warning) in [
        (false, " And you?", "gives the statements away"),
        (true, "", ""),
    ] {
        for has_answers in [false, true] {
            let document = lettered(letters, &[""]);
            let widget = guest(
                &document,
                &letter_answers(letters),
                has_answers,
                at_the_end,
                "en",
            );
            let screen = widget.view();
            let rest = format!(
                "On 1 they answered too few statements to say. They saw through 1.{question}"
            );
            assert_eq!(texts(&screen, "p.rest"), [rest]);
            let folded = named(&screen, "details.which");
            assert_eq!(folded.len(), 1);
            let is_open = folded[0].attributes.iter().any(|(name, _)| *name == "open");
            assert_eq!(is_open, at_the_end);
            assert_eq!(texts(&screen, "small").join(""), warning);
            // Everything that names a statement or a misconception is in the folded part.
            let named_in = |nodes: &[Node]| {
                ["article.refutation", "th.name role=rowheader", "dd"]
                    .map(|name| named(nodes, name).len())
            };
            assert_eq!(named_in(&screen), named_in(&folded[0].children));
            assert_eq!(named_in(&screen)[..2], [3, 3]);
            // No article is open, and nothing can be answered for the other person.
            let facts = ["h4.fact", "h4.fact tabindex=-1"].map(|name| named(&screen, name).len());
            assert_eq!(facts, [0, 3]);
            assert_eq!(named(&folded[0].children, "details").len(), 3);
            assert_eq!(named(&screen, "form.missing").len(), 0);
            // There is one main button.
            let main = attributes(&screen, "button.primary type=button", "name");
            assert_eq!(main, ["leave-0"]);
            let word = if at_the_end {
                "Back to your own"
            } else {
                "Answer it yourself"
            };
            assert_eq!(texts(&screen, "button.primary type=button"), [word]);
            let meta = named(&screen, "ul.meta role=list").len();
            assert_eq!(meta, usize::from(!at_the_end), "how long it takes");
        }
    }
}
