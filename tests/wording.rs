//! Wording: what makes a statement hard to answer is reported, and what only looks like it is not.
//! The rows of each language are in `wording/`.
#![allow(clippy::unwrap_used)]

mod common;
#[path = "wording/english.rs"]
mod english;
#[path = "wording/norwegian.rs"]
mod norwegian;

use common::{parsed, social_media};
use misconception_scorecard::authoring::check::wording::IssueKind::{
    self, Absolute, DoubleBarrelled, Negated,
};
use misconception_scorecard::authoring::check::wording::{Issue, MOST, slips};

type Row<'a> = (&'a str, &'a [(IssueKind, &'a str)]);

const SILENT: &[(IssueKind, &str)] = &[];

/// Compares all issues in every text of a table with the expected ones.
fn compare(lang: &str, rows: &[Row]) {
    for (text, expected) in rows {
        let expected: Vec<_> = expected
            .iter()
            .map(|&(kind, word)| Issue { kind, word })
            .collect();
        assert_eq!(slips(text, lang), expected, "{text}");
    }
}

#[test]
fn the_built_in_questionnaire_has_no_issue_in_both_languages() {
    for lang in ["en", "nb"] {
        let questionnaire = parsed(&social_media(lang));
        let found: Vec<_> = questionnaire
            .statements
            .iter()
            .map(|statement| (statement.text.as_str(), slips(&statement.text, lang)))
            .collect();
        let clean: Vec<_> = questionnaire
            .statements
            .iter()
            .map(|statement| (statement.text.as_str(), Vec::new()))
            .collect();
        assert_eq!(found, clean);
    }
}

#[test]
fn the_language_is_the_first_part_of_the_tag() {
    let english = vec![Issue {
        kind: Absolute,
        word: "all",
    }];
    let norwegian = vec![Issue {
        kind: Negated,
        word: "ikke",
    }];
    for (lang, expected) in [
        ("en", english.clone()),
        ("EN-us", english.clone()),
        ("en_GB", english),
        ("nb", norwegian.clone()),
        ("no", norwegian.clone()),
        ("nn-NO", norwegian),
        ("da", vec![]),
        ("sv", vec![]),
        ("eng", vec![]),
        ("x-en", vec![]),
        ("", vec![]),
        ("-", vec![]),
    ] {
        assert_eq!(
            slips("We saw all of it, som er ikke rart.", lang),
            expected,
            "{lang}"
        );
    }
}

#[test]
fn a_reported_word_is_a_slice_of_its_text() {
    let text = "  «Aldri» er et ord. Sola går IKKE ned, sa «hun»…";
    let found = slips(text, "nb");
    assert_eq!(
        found,
        [
            Issue {
                kind: DoubleBarrelled,
                word: "ord."
            },
            Issue {
                kind: Negated,
                word: "IKKE"
            }
        ]
    );
    for slip in found {
        let start = slip.word.as_ptr() as usize - text.as_ptr() as usize;
        assert_eq!(text.get(start..start + slip.word.len()), Some(slip.word));
    }
}

#[test]
fn texts_that_are_not_sentences_cause_no_panic() {
    let odd = [
        "",
        " ",
        "\n",
        ".",
        ";",
        "...",
        "and",
        "and/or",
        "og/",
        "/",
        "'",
        "''",
        "‘",
        "’",
        "“",
        "«»",
        "(",
        ")(",
        "((((",
        "not",
        "not only",
        "n't",
        "’t",
        "a;b;c",
        "; ;",
        "and and and",
        "\u{0}\u{301}\u{200D}\u{FEFF}",
        "עברית ו־עוד",
        "🙂 and 🙂",
        "日本語。本",
        "É. É",
        "É;É;",
        "-",
        "– — -",
        "1. 2. 3.",
        "I’",
        "that's",
        "’s ’s",
        "\u{AD}and\u{AD}",
    ];
    for text in odd {
        for lang in ["en", "nb"] {
            for slip in slips(text, lang) {
                assert!(
                    text.contains(slip.word) && !slip.word.is_empty(),
                    "{text:?}: {slip:?}"
                );
            }
        }
    }
    assert_eq!(
        slips("and 🙂 is not 🙂", "en"),
        [Issue {
            kind: Negated,
            word: "not"
        }]
    );
}

/// Each of these would take hours if the time grew with the square of the length.
#[test]
fn a_text_of_a_megabyte_is_checked_quickly() {
    for (piece, expected) in [
        ("and ", None),
        ("both ", None),
        ("not only ", None),
        ("if that is and ", None),
        ("a; ", None),
        ("A. ", None),
        ("(", None),
        ("“", None),
        ("‘a", None),
        ("'a ", None),
        ("a’", None),
        ("x", None),
        ("always ", Some((Absolute, "always"))),
    ] {
        let text = piece.repeat(1_000_000 / piece.len());
        let found = slips(&text, "en");
        let found = found.first().map(|slip| (slip.kind, slip.word));
        assert_eq!(found, expected, "{piece}");
    }
    let (before, beyond) = ("word ".repeat(MOST - 1), "word ".repeat(MOST));
    assert_eq!(
        slips(&format!("{before}always"), "en"),
        [Issue {
            kind: Absolute,
            word: "always"
        }]
    );
    assert_eq!(slips(&format!("{beyond}always"), "en"), []);
}
