//! Remarks of readers: every event changes only what it should, and a text is kept whole or not at
//! all.
#![allow(clippy::unwrap_used)]

mod common;

use common::{parsed, read as file, small};
use misconception_scorecard::data::text::characters;
use misconception_scorecard::extras::remarks::{MOST, MOST_SUGGESTIONS, Remark, Remarks};
use misconception_scorecard::messages::{EXTRAS, EXTRAS_PLURALS};
use misconception_scorecard::questionnaire::Questionnaire;
use serde_json::{Value, json};

const MYTHS: usize = 2;

fn questionnaire() -> Questionnaire {
    parsed(&small(&[&["myth"], &["myth"]]))
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn after(remarks: impl IntoIterator<Item = Remark>) -> Remarks {
    let mut state = Remarks::new(MYTHS);
    for remark in remarks {
        state.apply(remark);
    }
    state
}

fn read(kept: &Value) -> Remarks {
    Remarks::read(kept, &questionnaire())
}

#[test]
fn texts_are_counted_in_characters_as_people_count_them() {
    for (text, expected) in [
        ("", 0),
        ("abc", 3),
        ("Æ ø å", 5),
        ("a\u{30A}", 1),
        ("שָׁלוֹם", 4),
        ("مُحَمَّد", 4),
        ("が", 1),
        ("か\u{3099}", 1),
        ("漢字", 2),
        ("ที่", 1),
        ("🙂", 1),
        ("🙂🙂", 2),
        ("👍🏽", 1),
        ("❤️", 1),
        ("👩‍👩‍👧‍👦", 1),
        ("🇳🇴", 1),
        ("🇳🇴🇸🇪", 2),
        ("🇳🇴a🇳", 3),
        (
            "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
            1,
        ),
        ("1️⃣", 1),
        ("line\nline", 9),
    ] {
        assert_eq!(characters(text), expected, "{text}");
    }
}

#[test]
fn each_event_of_a_dispute_changes_only_what_it_should() {
    use Remark::{Agree, Begin, Dispute, Stop, Write};
    let none = || Remarks::new(MYTHS);
    let dispute = |reason: &str| Dispute(1, text(reason));
    let disputed = |reason: &str| Remarks {
        disputes: vec![None, Some(text(reason))],
        ..none()
    };
    let writing = |draft: &str| Remarks {
        drafts: vec![None, Some(text(draft))],
        ..none()
    };
    let cases: &[(&str, Vec<Remark>, Remarks)] = &[
        ("begins with an empty reason", vec![Begin(1)], writing("")),
        (
            "writes",
            vec![Begin(1), Write(1, text("No"))],
            writing("No"),
        ),
        (
            "writes nothing before it has begun",
            vec![Write(1, text("No"))],
            none(),
        ),
        (
            "stops",
            vec![Begin(1), Write(1, text("No")), Stop(1)],
            none(),
        ),
        ("stops what has not begun", vec![Stop(1)], none()),
        (
            "disagrees for a reason",
            vec![Begin(1), dispute("No")],
            disputed("No"),
        ),
        (
            "disagrees without one",
            vec![Begin(1), dispute("")],
            disputed(""),
        ),
        (
            "drops the space around it",
            vec![dispute(" \n No,\nno \t")],
            disputed("No,\nno"),
        ),
        (
            "has no reason of space alone",
            vec![dispute(" \n ")],
            disputed(""),
        ),
        (
            "goes on from what was said",
            vec![dispute("No"), Begin(1)],
            Remarks {
                disputes: disputed("No").disputes,
                ..writing("No")
            },
        ),
        (
            "keeps what was said where it stops",
            vec![dispute("No"), Begin(1), Stop(1)],
            disputed("No"),
        ),
        (
            "says something else",
            vec![dispute("No"), Begin(1), dispute("Well")],
            disputed("Well"),
        ),
        ("takes it back", vec![dispute("No"), Agree(1)], none()),
        ("takes back what was not said", vec![Agree(1)], none()),
        (
            "writes about two at once",
            vec![Begin(0), Write(0, text("One")), Begin(1)],
            Remarks {
                drafts: vec![Some(text("One")), Some(text(""))],
                ..none()
            },
        ),
        (
            "stays nowhere it may not",
            vec![Remark::TogglePersistent],
            none(),
        ),
    ];
    for (name, remarks, expected) in cases {
        assert_eq!(after(remarks.clone()), *expected, "{name}");
    }
}

#[test]
fn each_event_of_a_suggestion_changes_only_what_it_should() {
    use Remark::{Draft, Suggest, Withdraw};
    let none = || Remarks::new(MYTHS);
    let named = |suggestions: &[&str], draft: &str| Remarks {
        suggestions: suggestions.iter().map(|it| text(it)).collect(),
        draft: text(draft),
        ..none()
    };
    let cases: &[(&str, Vec<Remark>, Remarks)] = &[
        ("drafts", vec![Draft(text(" A"))], named(&[], " A")),
        (
            "names",
            vec![Draft(text("A")), Suggest(text(" A "))],
            named(&["A"], ""),
        ),
        ("names nothing", vec![Suggest(text(""))], none()),
        (
            "names no space",
            vec![Suggest(text(" \n"))],
            named(&[], " \n"),
        ),
        (
            "names it once",
            vec![Suggest(text("A")), Suggest(text("A "))],
            named(&["A"], "A "),
        ),
        (
            "names several",
            vec![Suggest(text("A")), Suggest(text("B"))],
            named(&["A", "B"], ""),
        ),
        (
            "takes one back",
            vec![Suggest(text("A")), Suggest(text("B")), Withdraw(0)],
            named(&["B"], ""),
        ),
        (
            "takes none back",
            vec![Suggest(text("A")), Withdraw(1)],
            named(&["A"], ""),
        ),
        (
            "takes one back while it drafts",
            vec![Suggest(text("A")), Draft(text("B")), Withdraw(0)],
            named(&[], "B"),
        ),
    ];
    for (name, remarks, expected) in cases {
        assert_eq!(after(remarks.clone()), *expected, "{name}");
    }
}

#[test]
fn a_remark_about_no_misconception_changes_nothing() {
    let before = after([
        Remark::Dispute(0, text("No")),
        Remark::Begin(1),
        Remark::Suggest(text("A")),
    ]);
    for index in [MYTHS, usize::MAX] {
        for remark in [
            Remark::Begin(index),
            Remark::Stop(index),
            Remark::Write(index, text("x")),
            Remark::Dispute(index, text("x")),
            Remark::Agree(index),
            Remark::Withdraw(index),
        ] {
            let mut state = before.clone();
            state.apply(remark.clone());
            assert_eq!(state, before, "{remark:?}");
        }
    }
}

#[test]
fn a_text_is_stored_whole_or_stays_in_its_field() {
    for unit in ["x", "å", "👩‍👩‍👧‍👦", "🇳🇴"] {
        let (longest, too_long) = (unit.repeat(MOST), unit.repeat(MOST + 1));
        let state = after([Remark::Begin(0), Remark::Dispute(0, longest.clone())]);
        assert_eq!(
            (&state.disputes[0], &state.drafts[0]),
            (&Some(longest.clone()), &None),
            "{unit}"
        );
        let state = after([Remark::Begin(0), Remark::Dispute(0, too_long.clone())]);
        assert_eq!(
            (&state.disputes[0], &state.drafts[0]),
            (&None, &Some(too_long.clone())),
            "{unit}"
        );
        let state = after([Remark::Suggest(longest.clone())]);
        assert_eq!(
            (state.suggestions, state.draft),
            (vec![longest], text("")),
            "{unit}"
        );
        let state = after([Remark::Suggest(too_long.clone())]);
        assert_eq!(
            (state.suggestions, state.draft),
            (vec![], too_long),
            "{unit}"
        );
    }
    let many = (0..=MOST_SUGGESTIONS).map(|number| Remark::Suggest(number.to_string()));
    let state = after(many);
    assert_eq!(
        (state.suggestions.len(), &*state.draft),
        (MOST_SUGGESTIONS, "20")
    );
}

#[test]
fn stored_values_that_do_not_fit_are_ignored() {
    let long = "x".repeat(MOST + 1);
    let many: Vec<String> = (0..50).map(|it| it.to_string()).collect();
    for kept in [
        json!({}),
        json!(null),
        json!("disputes"),
        json!([]),
        json!({ "disputes": null, "suggestions": null, "persistent": null }),
        json!({ "disputes": ["m1"], "suggestions": { "0": "A" }, "persistent": "true" }),
        json!({ "disputes": { "m3": "No", "m1": 1, "m2": null }, "suggestions": [1, null, [], {}, "", " "] }),
        json!({ "disputes": { "m1": long }, "suggestions": [long], "persistent": 1 }),
    ] {
        assert_eq!(read(&kept), Remarks::new(MYTHS), "{kept}");
    }
    assert_eq!(
        read(&json!({ "suggestions": many })).suggestions,
        many[..MOST_SUGGESTIONS]
    );
    assert_eq!(
        read(&json!({ "suggestions": ["A", "A", "B"] })).suggestions,
        ["A", "B"]
    );
}

/// The names of the placeholders in a message, in order.
fn gaps(word: &str) -> Vec<&str> {
    let mut gaps: Vec<&str> = word
        .split('{')
        .skip(1)
        .filter_map(|it| it.split_once('}'))
        .map(|it| it.0)
        .collect();
    gaps.sort_unstable();
    gaps
}

#[test]
fn every_language_has_its_own_messages_with_the_same_placeholders() {
    let (english, norwegian) = (file("messages/en.json"), file("messages/nb.json"));
    for key in EXTRAS.iter().chain(EXTRAS_PLURALS) {
        assert!(english[key] != Value::Null, "{key}");
        assert_ne!(english[key], norwegian[key], "{key}");
    }
    for key in EXTRAS {
        let word = |file: &Value| file[key].as_str().unwrap().to_owned();
        assert_eq!(gaps(&word(&english)), gaps(&word(&norwegian)), "{key}");
    }
}
