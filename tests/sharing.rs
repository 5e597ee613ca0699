//! Somebody else's scorecard in a reader's widget: it is shown as that person's, and the reader's
//! own stays unchanged.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::{letter_answers, lettered, messages, parsed, small, social_media};
use expect_test::expect_file;
use misconception_scorecard::extras::attempts::Attempts;
use misconception_scorecard::extras::permalink::{LinkError, write_answers, write_result};
use misconception_scorecard::extras::remarks::Remarks;
use misconception_scorecard::extras::sharing::ShareOutcome;
use misconception_scorecard::questionnaire::answers::{self, Agreement, Answers, Response};
use misconception_scorecard::scoring::score;
use misconception_scorecard::session::Event;
use misconception_scorecard::session::plan::Choices;
use misconception_scorecard::view::node::to_html;
use misconception_scorecard::widget::Effect;
use misconception_scorecard::widget::extras::{ExtrasEffect, ExtrasWidget};
use serde_json::{Value, json};

fn with_extras(document: &Value, lang: &str) -> ExtrasWidget {
    let questionnaire = parsed(document);
    let remarks = Remarks::new(questionnaire.misconceptions.len());
    let mut widget = ExtrasWidget::new(questionnaire, messages(lang), Choices::default(), true);
    widget.show_extras(remarks, Attempts::default());
    widget
}

fn html(widget: &ExtrasWidget) -> String {
    to_html(&widget.view())
}

fn points(points: &[u8]) -> Answers {
    let agreement = |point: &u8| match point {
        0 => Agreement::DontKnow,
        point => Agreement::Point(*point),
    };
    let answer = |point| {
        Some(Response {
            agreement: agreement(point),
            certainty: None,
        })
    };
    points.iter().map(answer).collect()
}

/// The other person's answers: held, leaning, unsure, too few answers, not held.
fn theirs() -> Answers {
    let mut answers = points(&[5, 1, 4, 3, 3, 0, 1, 5, 2, 4]);
    answers[6] = None;
    answers
}

fn own() -> Answers {
    points(&[1, 5, 2, 4, 1, 5, 1, 5, 1, 5])
}

fn links(widget: &ExtrasWidget) -> [String; 2] {
    let questionnaire = widget.questionnaire();
    let scorecard = score(questionnaire, &theirs());
    [
        write_answers(questionnaire, &theirs()),
        write_result(questionnaire, &scorecard),
    ]
}

fn check(html: &str, name: &str) {
    let html = html.replace("><", ">\n<") + "\n";
    expect_file![format!(
        "{}/tests/golden/{name}.html",
        env!("CARGO_MANIFEST_DIR")
    )]
    .assert_eq(&html);
}

#[test]
fn a_shared_scorecard_is_shown_as_somebody_elses() {
    for lang in ["en", "nb"] {
        let mut widget = with_extras(&social_media(lang), lang);
        for (link, name) in links(&widget)
            .iter()
            .zip(["shared-answers", "shared-result"])
        {
            assert!(widget.follow(link, false));
            check(&html(&widget), &format!("{lang}/{name}"));
        }
    }
}

#[test]
fn a_result_shows_no_answers_and_answers_show_them() {
    let mut widget = with_extras(&social_media("en"), "en");
    for (link, shows_answers) in links(&widget).iter().zip([true, false]) {
        widget.follow(link, false);
        let html = html(&widget);
        assert_eq!(html.contains("Their answers"), shows_answers);
        assert_eq!(html.contains("class=\"own\""), shows_answers);
        for name in [
            "begin-0",
            "share-0",
            "print-0",
            "forget-0",
            "suggest-0",
            "name=\"back\"",
            "<form",
            "<input",
            "Your scorecard",
        ] {
            assert!(!html.contains(name), "{name} is the reader's own");
        }
        assert_eq!(html.matches("Answer it yourself").count(), 1);
    }
}

/// Everything that belongs to the reader.
fn state(widget: &ExtrasWidget) -> (Value, Value, usize, Option<Remarks>) {
    let answers = answers::write(&widget.session().answers, widget.questionnaire());
    let step = widget.session().step;
    (
        answers,
        widget.write_scorecard(),
        step,
        widget.remarks().cloned(),
    )
}

#[test]
fn opening_and_leaving_a_link_keeps_the_readers_own_answers() {
    // At the start, in the middle, and at the end.
    for step in [0, 4, 10] {
        let mut widget = with_extras(&social_media("en"), "en");
        let mut answers = own();
        answers.iter_mut().skip(step).for_each(|it| *it = None);
        widget.resume(answers, Some(step));
        let (before, screen) = (state(&widget), html(&widget));
        let [answers, result] = links(&widget);
        for link in [&answers, &result, "social-media__damaged", "social-media"] {
            assert!(widget.follow(link, false));
            assert_eq!(state(&widget), before, "{link} at {step}");
            assert_ne!(html(&widget), screen, "{link} at {step}");
            let button = if step == 0 {
                "Answer it yourself"
            } else {
                "Back to your own"
            };
            let is_theirs = !link.ends_with("damaged") && link.contains("__");
            assert_eq!(
                html(&widget).contains(button),
                is_theirs,
                "{link} at {step}"
            );
            widget.leave();
            assert_eq!(
                (state(&widget), html(&widget)),
                (before.clone(), screen.clone()),
                "{link} at {step}"
            );
        }
    }
}

#[test]
fn a_link_to_another_questionnaire_changes_nothing() {
    let mut widget = with_extras(&social_media("en"), "en");
    let screen = html(&widget);
    for link in ["", "other__AAAAAAAAAA", "social-media-2.AAAA", "x"] {
        // An empty link may be the beginning of a link to this questionnaire; all others belong to
        // the page.
        assert_eq!(widget.follow(link, false), link.is_empty(), "{link}");
        widget.leave();
        assert_eq!(html(&widget), screen);
    }
    // Nor does such a link close the other person's scorecard.
    let [link, _] = links(&widget);
    widget.follow(&link, false);
    let guest = html(&widget);
    assert!(!widget.follow("other__AAAAAAAAAA", false));
    assert_eq!(html(&widget), guest);
}

#[test]
fn a_link_that_cannot_be_read_is_a_note_above_the_readers_own_screen() {
    let mut widget = with_extras(&social_media("en"), "en");
    let screen = html(&widget);
    let mut document = social_media("en");
    document["version"] = json!("another");
    let other = write_answers(&parsed(&document), &theirs());
    for (link, fault, words) in [
        ("social-media__x", LinkError::Damaged, "is damaged"),
        (&other, LinkError::OtherVersion, "another version"),
        // Kind E with its correct checksum.
        (
            "social-media__later8DUvE",
            LinkError::TooNew,
            "is newer than this page",
        ),
    ] {
        assert!(widget.follow(link, false), "{link}");
        let expected = "<div class=\"shared\" part=\"shared\" tabindex=\"-1\" id=\"shared\"><p>";
        let html = html(&widget);
        let (before, after) = html.split_once(expected).unwrap();
        let (note, after) = after.split_once("</p></div>").unwrap();
        assert!(note.contains(words), "{fault:?}: {note}");
        assert_eq!(format!("{before}{after}"), screen);
    }
    // The note stays until the reader moves on.
    let agree = Event::Agree {
        statement: 0,
        agreement: Agreement::Point(2),
        tapped: false,
    };
    widget.update(agree);
    assert!(html(&widget).contains("id=\"shared\""));
    widget.update(Event::Next);
    assert!(!html(&widget).contains("id=\"shared\""));
}

#[test]
fn answers_set_by_the_page_meanwhile_are_the_readers_own() {
    let mut widget = with_extras(&social_media("en"), "en");
    let [link, _] = links(&widget);
    widget.follow(&link, false);
    let guest = html(&widget);
    assert_eq!(widget.update(Event::Replace(own())), [Effect::Store]);
    assert_eq!(html(&widget), guest);
    assert_eq!(widget.session().answers, own());
    widget.leave();
    assert!(html(&widget).contains("checked"));
}

#[test]
fn the_readers_own_link_has_their_own_answers_even_beside_a_shared_scorecard() {
    let mut widget = with_extras(&social_media("en"), "en");
    widget.resume(own(), Some(10));
    let [link, _] = links(&widget);
    widget.follow(&link, false);
    let questionnaire = widget.questionnaire();
    let scorecard = score(questionnaire, &own());
    let expected = [
        write_answers(questionnaire, &own()),
        write_result(questionnaire, &scorecard),
    ];
    for (with_answers, text) in [true, false].into_iter().zip(expected) {
        assert_eq!(widget.link(with_answers), text);
    }
}

#[test]
fn a_link_restores_the_readers_own_answers_and_asks_everything_again() {
    let mut widget = with_extras(&social_media("en"), "en");
    let [answers, result] = links(&widget);
    widget.follow(&result, false);
    assert!(widget.claim().is_empty(), "the link has no answers");
    assert!(!html(&widget).contains("claim-0"));
    widget.follow(&answers, false);
    assert!(html(&widget).contains("These are my own answers"));
    assert_eq!(
        widget.claim(),
        [
            ExtrasEffect::Store,
            ExtrasEffect::Focus("heading".to_owned())
        ]
    );
    assert!(widget.session().answers.iter().all(Option::is_none));
    let first = widget.attempts().unwrap().first.clone().unwrap();
    assert_eq!(first.answers, theirs());
    assert!(widget.claim().is_empty(), "the shared scorecard is closed");
    // If the reader stops answering again, that scorecard stays as their own.
    widget.stop();
    assert_eq!(widget.session().answers, theirs());
    assert_eq!(
        widget.scorecard(),
        Some(&score(widget.questionnaire(), &theirs()))
    );
}

#[test]
fn a_link_never_replaces_a_readers_answers() {
    let mut widget = with_extras(&social_media("en"), "en");
    widget.resume(own(), Some(10));
    let [answers, _] = links(&widget);
    widget.follow(&answers, false);
    assert!(!html(&widget).contains("claim-0"));
    assert!(widget.claim().is_empty());
    widget.leave();
    assert_eq!(widget.session().answers, own());
}

#[test]
fn the_note_about_a_link_stays_until_the_readers_next_act() {
    let mut widget = with_extras(&small(&[&["myth"], &["fact"]]), "en");
    assert!(
        !html(&widget).contains("share-0"),
        "a page without a URL cannot be shared"
    );
    let attempts = Attempts {
        address: "https://a.example/#scorecard-".into(),
        ..Attempts::default()
    };
    widget.show_extras(Remarks::new(2), attempts);
    widget.resume(points(&[5, 1]), Some(2));
    let silent = html(&widget);
    assert!(silent.contains("<p class=\"told\" part=\"told\" role=\"status\"></p>"));
    for (given, expected) in [
        (
            ShareOutcome::Copied,
            "role=\"status\">Your result and the link are copied.</p>",
        ),
        (
            ShareOutcome::Shown("https://a.example/?x=\"&y#scorecard=z".into()),
            "readonly=\"\" id=\"link\" value=\"https://a.example/?x=&quot;&amp;y#scorecard=z\">",
        ),
    ] {
        widget.give(given);
        assert!(html(&widget).contains(expected), "{}", html(&widget));
        widget.update(Event::Back);
        widget.update(Event::Next);
        assert_eq!(html(&widget), silent);
    }
}

#[test]
fn erasing_removes_the_note_too() {
    let mut widget = with_extras(&small(&[&["myth"]]), "en");
    widget.follow("small__x", false);
    widget.forget();
    assert!(!html(&widget).contains("id=\"shared\""));
}

#[test]
fn sharing_is_not_offered_without_the_extras() {
    let questionnaire = parsed(&small(&[&["myth"]]));
    let mut widget = ExtrasWidget::new(questionnaire, messages("en"), Choices::default(), true);
    widget.resume(points(&[5]), Some(1));
    let html = html(&widget);
    assert!(
        !html.contains("share") && !html.contains("leave-"),
        "{html}"
    );
}

#[test]
fn the_text_with_a_link_states_the_result_and_invites() {
    const THROUGH: &str = "misconceptions. How many do you see through?";
    for (letters, strengths, expected) in [
        // What the sender saw through, counted among what may be called a misconception.
        (
            "HLUN",
            &["settled"] as &[&str],
            format!("I saw through 1 of 4 {THROUGH} ■◆◐○"),
        ),
        (
            "NNDH-C",
            &["strong", ""],
            format!("I saw through 2 of 4 {THROUGH} ■◐–○○"),
        ),
        // What experience contradicts, and what experience or knowledge contradicts.
        (
            "NHN",
            &["practitioner"],
            "On 2 of 3 I see it as experience does. What about you? ■○○".to_owned(),
        ),
        (
            "NHN",
            &["practitioner", "strong"],
            "On 2 of 3 I see it as the evidence does. What about you? ■○○".to_owned(),
        ),
        // Nothing to be proud of, and nothing that accuses anybody.
        (
            "HLD",
            &[""],
            "This is where I stand. What about you? ■◆◐".to_owned(),
        ),
        (
            "HL",
            &["practitioner"],
            "This is where I stand. What about you? ■◆".to_owned(),
        ),
        (
            "-C",
            &[""],
            "This is where I stand. What about you? –".to_owned(),
        ),
    ] {
        let mut document = lettered(letters, strengths);
        for (question, share) in [
            // A title gets a colon; a sentence keeps its own punctuation mark.
            ("Small:", json!(null)),
            (
                "Which do you know?",
                json!({ "text": "Which do you know?" }),
            ),
        ] {
            if !share.is_null() {
                document["share"] = share;
            }
            let mut widget = with_extras(&document, "en");
            widget.resume(letter_answers(letters), Some(usize::MAX));
            assert_eq!(
                widget.share_text(),
                format!("{question} {expected}"),
                "{letters} {strengths:?}"
            );
        }
    }
    let mut widget = with_extras(&lettered("NH", &["practitioner"]), "nb");
    widget.resume(letter_answers("NH"), Some(usize::MAX));
    assert_eq!(
        widget.share_text(),
        "Small: På 1 av 2 ser jeg det slik erfaringen tilsier. Hva med deg? ■○"
    );
}
