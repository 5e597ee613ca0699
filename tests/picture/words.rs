//! The words of a picture: what it says, what it must not name, and its address.

use crate::{cases, lines_of, named, small_case, texts};
use misconception_scorecard::picture::{LEAST, MOST, SIZE};
use roxmltree::Document;
use serde_json::json;

#[test]
fn the_description_has_the_words_that_the_picture_shows() {
    for (name, title, expected) in [
        (
            "seen-through",
            "What do you believe about sleep?",
            &[
                "My scorecard on 5 misconceptions",
                "5 seen through",
                "How many do you see through?",
                "example.com",
            ][..],
        ),
        (
            "all-verdicts",
            "What do you believe about sleep?",
            &[
                "My scorecard on 6 misconceptions",
                "2 believed",
                "1 undecided",
                "1 open",
                "2 seen through",
                "One more is disputed and not counted",
                "How many do you see through?",
                "example.com",
            ],
        ),
        (
            "practitioner",
            "What do you believe about running a blog?",
            &[
                "My scorecard on 4 beliefs",
                "1 believed",
                "1 undecided",
                "2 not believed",
                "What about you?",
                "example.com",
            ],
        ),
        (
            "straight-lined",
            "What do you believe about sleep?",
            &[
                "My scorecard on 4 misconceptions",
                "1 believed",
                "3 not believed",
                "What about you?",
            ],
        ),
        (
            "all-contested",
            "Open questions",
            &["My scorecard", "2 disputed", "What about you?"],
        ),
        (
            "one",
            "One thing about the brain",
            &[
                "My scorecard on one misconception",
                "1 believed",
                "What about you?",
            ],
        ),
        (
            "unanswered",
            "What do you believe about sleep?",
            &[
                "My scorecard on 2 misconceptions",
                "2 open",
                "What about you?",
            ],
        ),
        (
            "mixed-evidence",
            "What do you believe about sleep?",
            &[
                "My scorecard on 2 beliefs",
                "2 not believed",
                "What about you?",
            ],
        ),
    ] {
        let case = match name {
            "unanswered" => small_case(&json!({ "points": [null, null] })),
            "mixed-evidence" => small_case(&json!({ "points": [1, 1], "practitioner": [1] })),
            _ => named(name),
        };
        let svg = case.draw();
        assert_eq!(texts(&svg, "title"), [title], "{name}");
        assert_eq!(texts(&svg, "desc"), [expected.join("\n")], "{name}");
        // The same is shown, on as many lines as it needs.
        let shown = texts(&svg, "text").join(" ");
        for line in [title].iter().chain(expected) {
            assert!(shown.contains(line), "{name}: {line} in {shown}");
        }
    }
}

#[test]
fn a_picture_names_no_misconception() {
    for case in cases() {
        let svg = case.draw_at((1080, 1920));
        for misconception in case.questionnaire["misconceptions"].as_array().unwrap() {
            let name = misconception["name"].as_str().unwrap();
            let name: String = name.chars().take(12).collect();
            let is_asked = case.questionnaire["title"]
                .as_str()
                .unwrap()
                .contains(&name);
            assert!(is_asked || !svg.contains(&name), "{}: {name}", case.name);
        }
    }
}

#[test]
fn the_address_is_beside_or_below_the_invitation_or_left_out() {
    let drawn = |address: &str, size| {
        let mut case = named("seen-through");
        address.clone_into(&mut case.address);
        let svg = case.draw_at(size);
        let lines = lines_of(&Document::parse(&svg).unwrap(), false);
        let last = &lines[lines.len() - 1];
        let invitation = lines
            .iter()
            .find(|it| it.text.contains("see through?"))
            .unwrap();
        let is_said = texts(&svg, "desc")[0].ends_with(&format!("\n{}", address.trim()));
        let place = match last.text == address.trim() {
            false => "nowhere",
            true if last.top < invitation.bottom => "beside",
            true => "below",
        };
        assert_eq!(is_said, place != "nowhere", "{address}");
        place
    };
    let long = "a-name-of-a-host.example.com:8080";
    for (address, size, expected) in [
        ("example.com", SIZE, "beside"),
        (" example.com\n", SIZE, "beside"),
        (long, SIZE, "below"),
        (long, (MOST, LEAST), "beside"),
        (&"a".repeat(4000), SIZE, "nowhere"),
        ("example.com", (LEAST, LEAST), "below"),
    ] {
        assert_eq!(drawn(address, size), expected, "{address} {size:?}");
    }
    let without = texts(&small_case(&json!({ "points": [1, 1] })).draw(), "text");
    assert_eq!(without.last().unwrap(), "How many do you see through?");
}
