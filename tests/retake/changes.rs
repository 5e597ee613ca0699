//! What the scorecard says about changes since the first attempt: in a sentence, in the rows and on
//! the refutations.

use crate::{VERDICTS, agree, document, go_on, html, kept, texts, with_extras};
use misconception_scorecard::extras::attempts::Retake;
use misconception_scorecard::session::Event;
use misconception_scorecard::session::plan::Choices;
use serde_json::json;

/// What is said about a change: the words in the sentence, in the row, and on the refutation.
type Told = (&'static str, &'static str, &'static str);

const SAME: Told = ("1 as before", "as before", "");
/// Nothing is said if either side has too few answers.
const NOTHING: Told = ("", "", "");

/// What is said from each verdict to each, in the order of [`VERDICTS`]. There is no row for the
/// last one, because nothing is said after it (SCORING.md 5).
const MOVES: [[Told; 5]; 4] = {
    const HELD: &str = "Before, you believed this.";
    const DID_HOLD: &str = "Before, you believed this.";
    const LEANING: &str = "Before, you leaned this way.";
    const DID_LEAN: &str = "Before, you leaned this way.";
    const UNSURE: &str = "Before, you were undecided.";
    const WAS_UNSURE: &str = "Before, you were undecided.";
    const NOT_HELD: &str = "Before, you did not believe this.";
    const DID_NOT: &str = "Before, you did not believe this.";
    const NEWLY: &str = "1 newly believed or leaned towards";
    [
        [
            SAME,
            ("1 less firm", HELD, DID_HOLD),
            ("1 less firm", HELD, DID_HOLD),
            ("1 no longer believed", HELD, DID_HOLD),
            NOTHING,
        ],
        [
            ("1 firmer", LEANING, DID_LEAN),
            SAME,
            ("1 less firm", LEANING, DID_LEAN),
            ("1 no longer believed", LEANING, DID_LEAN),
            NOTHING,
        ],
        [
            (NEWLY, UNSURE, WAS_UNSURE),
            (NEWLY, UNSURE, WAS_UNSURE),
            SAME,
            ("1 no longer in doubt", UNSURE, WAS_UNSURE),
            NOTHING,
        ],
        [
            (NEWLY, NOT_HELD, DID_NOT),
            (NEWLY, NOT_HELD, DID_NOT),
            ("1 now in doubt", NOT_HELD, DID_NOT),
            SAME,
            NOTHING,
        ],
    ]
};

#[test]
fn every_change_of_a_verdict_is_described() {
    let moves = MOVES.into_iter().chain([[NOTHING; 5]]);
    for ((before, first), moves) in VERDICTS.iter().zip(moves) {
        for ((after, second), (word, row, said)) in VERDICTS.iter().zip(moves) {
            let mut widget = with_extras(&document(1), &[*first], Choices::default());
            assert!(!widget.retake(Retake::All).is_empty());
            go_on(&mut widget, &[*second]);
            let name = format!("{before} -> {after}");
            let whole = format!("Since your first answers: {word}.");
            let only = |text: &str, is_said: bool| Vec::from_iter(is_said.then(|| text.to_owned()));
            assert_eq!(
                texts(&widget, "since"),
                only(&whole, !word.is_empty()),
                "{name}"
            );
            assert_eq!(texts(&widget, "before"), [row], "{name}: the row");
            assert_eq!(
                texts(&widget, "was"),
                only(said, !said.is_empty()),
                "{name}"
            );
            assert!(html(&widget).contains("shows what you remember"), "{name}");
        }
    }
}

#[test]
fn a_first_scorecard_compares_nothing_and_explains_what_answering_again_at_once_measures() {
    for (verdict, point) in VERDICTS {
        let widget = with_extras(&document(1), &[point], Choices::default());
        for class in ["since", "before", "was", "moved"] {
            assert_eq!(texts(&widget, class), [""; 0], "{verdict} {class}");
        }
        let measured = "Answering again now shows what you remember of the explanations. In a week, it shows what has lasted.";
        assert_eq!(html(&widget).matches(measured).count(), 1, "{verdict}");
        assert_eq!(kept(&widget), json!({ "again": null }));
    }
}

#[test]
fn the_sentence_counts_each_kind_of_change_without_contested_or_insufficient_ones() {
    let mut document = document(9);
    document["misconceptions"][8]["evidence"] = json!({ "strength": "contested", "asOf": "2026" });
    let mut widget = with_extras(&document, &[7, 7, 4, 1, 5, 1, 1, 0, 7], Choices::default());
    widget.retake(Retake::All);
    go_on(&mut widget, &[1, 5, 1, 5, 7, 4, 1, 1, 1]);
    let expected = "Since your first answers: 1 no longer believed, 1 less firm, 1 no longer in doubt, \
        1 newly believed or leaned towards, 1 firmer, 1 now in doubt, 1 as before.";
    assert_eq!(texts(&widget, "since"), [expected]);
    let rows = texts(&widget, "before");
    let said = rows.iter().filter(|it| !it.is_empty()).count();
    assert_eq!(
        (rows.len(), said),
        (9, 7),
        "nothing about contested ones and those with too few answers"
    );
}

#[test]
fn a_statement_asked_in_any_later_attempt_counts_as_asked_again() {
    let mut widget = with_extras(&document(3), &[7, 1, 1], Choices::default());
    widget.retake(Retake::Unsettled);
    go_on(&mut widget, &[1, 0, 0]);
    let sentence = "Since your first answers: 1 no longer believed, 2 not asked again.";
    assert_eq!(texts(&widget, "since"), [sentence]);
    widget.retake(Retake::All);
    go_on(&mut widget, &[1, 1, 1]);
    let sentence = "Since your first answers: 1 no longer believed, 2 as before.";
    assert_eq!(texts(&widget, "since"), [sentence]);
}

#[test]
fn a_change_of_a_statement_that_was_not_asked_again_is_reported() {
    let mut widget = with_extras(&document(2), &[7, 1], Choices::default());
    widget.retake(Retake::Unsettled);
    go_on(&mut widget, &[1, 0]);
    widget.update(Event::Back);
    widget.update(agree(1, 7));
    widget.update(Event::Next);
    let sentence =
        "Since your first answers: 1 no longer believed, 1 newly believed or leaned towards.";
    assert_eq!(texts(&widget, "since"), [sentence]);
}
