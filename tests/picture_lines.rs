//! How the picture breaks a text into lines: where a line may end, what is left out, and what is
//! never divided. Knows nothing else of the picture.

use misconception_scorecard::picture::lines::{balanced, lines, widest};
use misconception_scorecard::picture::widths::{Weight, width};

#[test]
fn lines_end_only_at_allowed_places() {
    for (text, room, expected) in [
        ("", 5.0, &[][..]),
        ("one two three", 100.0, &["one two three"]),
        ("one two three", 5.5, &["one two", "three"]),
        ("  one \n\t two  ", 100.0, &["one two"]),
        ("one\u{a0}two three", 6.5, &["one\u{a0}two", "three"]),
        ("well-known fact", 4.5, &["well-", "known", "fact"]),
        ("minus -5 here", 6.5, &["minus -5", "here"]),
        (
            "marketing\u{ad}department",
            7.5,
            &["marketing-", "department"],
        ),
        ("marketing\u{ad}department", 100.0, &["marketingdepartment"]),
        ("abcdefghijklmn", 4.0, &["abcde-", "fghijkl-", "mn"]),
        ("1234567890", 3.0, &["1234", "5678", "90"]),
        ("abc\u{200b}def", 3.0, &["abc", "def"]),
        // No line begins with a full stop or ends with an opening bracket.
        ("日本語。「日本」", 3.2, &["日本", "語。", "「日", "本」"]),
        ("日本語。「日本」", 4.4, &["日本語。", "「日本」"]),
        ("日本語text日本", 4.5, &["日本語", "text日本"]),
        // Combining characters stay with their base character.
        (
            "e\u{301}e\u{301}e\u{301}e\u{301}",
            1.2,
            &["e\u{301}-", "e\u{301}-", "e\u{301}-", "e\u{301}"],
        ),
        (
            "👩\u{200d}👧👩\u{200d}👧",
            3.0,
            &["👩\u{200d}👧", "👩\u{200d}👧"],
        ),
        ("🇳🇴🇸🇪🇩🇰", 2.0, &["🇳🇴", "🇸🇪", "🇩🇰"]),
        ("👍🏽👍🏽", 1.5, &["👍🏽", "👍🏽"]),
    ] {
        assert_eq!(
            lines(text, Weight::Regular, room, 9),
            expected,
            "{text:?} in {room}"
        );
    }
}

#[test]
fn text_that_does_not_fit_is_cut_with_an_ellipsis() {
    for (text, most, expected) in [
        ("one two three", 1, &["one two…"][..]),
        ("one two three", 2, &["one two", "three"]),
        ("one, two three", 1, &["one…"]),
        ("one", 1, &["one"]),
        ("abcdefghijklmn", 1, &["abcdefg…"]),
        ("日本語日本語", 1, &["日本語日…"]),
    ] {
        assert_eq!(
            lines(text, Weight::Regular, 5.5, most),
            expected,
            "{text:?} on {most}"
        );
    }
}

#[test]
fn lines_are_about_equally_long_without_more_lines_or_divided_words() {
    let even = |text, room| balanced(text, Weight::Bold, room, 3);
    assert_eq!(
        even("one two three four five six", 15.0),
        ["one two three", "four five six"]
    );
    assert_eq!(even("one two three", 50.0), ["one two three"]);
    assert_eq!(even("a misconception", 10.0), ["a", "misconception"]);
}

#[test]
fn the_widest_part_is_the_longest_piece_that_cannot_be_divided() {
    for (text, part) in [
        ("", ""),
        ("one three two", "three"),
        ("well-known", "known"),
        ("marketing\u{ad}department", "department"),
        ("日本語。「日本」", "語。"),
    ] {
        let (weight, text) = (Weight::Bold, text.to_owned());
        assert_eq!(
            widest(&text, weight).to_bits(),
            width(part, weight).to_bits(),
            "{text:?}"
        );
    }
}
