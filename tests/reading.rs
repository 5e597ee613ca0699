//! The headline: its sentences for every combination of counts, about the reader and about somebody
//! else. `UPDATE_EXPECT=1 cargo test --test reading` writes the table of sentences; read it as a
//! reader would.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::tree::{named, texts};
use common::{letter_answers, lettered, messages, parsed};
use expect_test::expect_file;
use misconception_scorecard::extras::attempts::Attempts;
use misconception_scorecard::extras::permalink::write_result;
use misconception_scorecard::extras::remarks::Remarks;
use misconception_scorecard::session::plan::Choices;
use misconception_scorecard::view::node::Node;
use misconception_scorecard::widget::extras::ExtrasWidget;
use std::fmt::Write as _;

/// A widget at its scorecard, in which each letter stands for a misconception and its answers.
fn reached(letters: &str, strengths: &[&str], lang: &str) -> ExtrasWidget {
    let questionnaire = parsed(&lettered(letters, strengths));
    let remarks = Remarks::new(questionnaire.misconceptions.len());
    let mut widget = ExtrasWidget::new(questionnaire, messages(lang), Choices::default(), true);
    widget.resume(letter_answers(letters), Some(usize::MAX));
    widget.show_extras(remarks, Attempts::default());
    widget
}

/// The same scorecard as somebody else's, shared without the answers.
fn shared(letters: &str, strengths: &[&str], lang: &str) -> ExtrasWidget {
    let theirs = reached(letters, strengths, lang);
    let link = write_result(theirs.questionnaire(), theirs.scorecard().unwrap());
    let questionnaire = parsed(&lettered(letters, strengths));
    let mut widget = ExtrasWidget::new(questionnaire, messages(lang), Choices::default(), true);
    assert!(widget.follow(&link, false));
    widget
}

/// The counts as a reader finds them: the heading, and what the text says after it.
fn sentences(screen: &[Node]) -> [String; 2] {
    let [heading] = texts(screen, "h3.title").try_into().unwrap();
    [heading, texts(screen, "p.rest").join("|")]
}

#[test]
fn the_headline_states_the_counts_in_sentences() {
    let mut table = String::new();
    for letters in [
        "H",
        "L",
        "U",
        "D",
        "N",
        "-",
        "C", // One misconception.
        "HHHHH",
        "LLLLL",
        "UUUUU",
        "DDDDD",
        "NNNNN",
        "-----",
        "CCCCC", // All the same.
        "HNNNN",
        "LNNNN",
        "UNNNN",
        "DNNNN",
        "NNNN-",
        "NNNNC", // One differs.
        "HHLLU",
        "HHLUU",
        "LLUUN",
        "LUNNN",
        "HLUDN", // Firm and less firm verdicts.
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
        "HLUN-C", // Some without a verdict.
        "HHLLUUNN--CC",
    ] {
        for lang in ["en", "nb"] {
            for (kind, strengths) in [("", &[""] as &[&str]), ("experience", &["practitioner"])] {
                let [heading, rest] = sentences(&reached(letters, strengths, lang).view());
                writeln!(table, "{letters:<13}{lang} {kind:<11}{heading} | {rest}").unwrap();
            }
        }
    }
    expect_file![concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/golden/headlines.txt"
    )]
    .assert_eq(&table);
}

/// Every combination of the letters that are counted, each up to twice.
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

/// What contradicts the counted misconceptions: knowledge, experience, or both.
const KINDS: [&[&str]; 3] = [&[""], &["practitioner"], &["practitioner", "strong"]];

/// The rules of the headline written a second time. What the reader believes comes first. A reader
/// who believes nothing is told what they saw through. Nothing that is undecided or lacks answers
/// is called unbelieved.
fn expected(letters: &str, strengths: &[&str]) -> [String; 2] {
    let count = |letter| letters.matches(letter).count();
    let [held, leaning, undecided, seen, missing, contested] =
        ["H", "L", "U", "N", "-", "C"].map(count);
    let disputed = match contested {
        0 => String::new(),
        _ => format!("Experts disagree on {contested}, which is not counted."),
    };
    let total = held + leaning + undecided + seen;
    if total == 0 {
        let heading = match missing {
            0 => "Where experts disagree".to_owned(),
            _ => "Too few answers to say anything yet".to_owned(),
        };
        return [heading, String::new()];
    }
    let is_used = |kind: &str| {
        let mut kinds = strengths.iter().cycle().zip(letters.chars());
        kinds.any(|(it, letter)| *it == kind && letter != 'C')
    };
    let has_experience = is_used("practitioner");
    let what = if is_used("strong") {
        "the evidence"
    } else {
        "experience"
    };
    let of = |count: usize| {
        let is_all = count == total;
        let name = if has_experience {
            ""
        } else {
            " misconceptions"
        };
        match (missing, is_all, total) {
            (0, true, 1) if has_experience => "this".to_owned(),
            (0, true, 1) => "this misconception".to_owned(),
            (0, true, _) => format!("all {total}{name}"),
            (0, false, _) => format!("{count} of these {total}{name}"),
            (_, true, 1) if has_experience => "the one you answered".to_owned(),
            (_, true, 1) => "the misconception you answered".to_owned(),
            (_, true, _) => format!("all {total}{name} you answered"),
            (_, false, _) => format!("{count} of the {total}{name} you answered"),
        }
    };
    let leans = |count: String| {
        if has_experience {
            format!("On {count}, {what} points away from where you lean")
        } else {
            format!("You lean towards {count}")
        }
    };
    let agrees = |count: String, on: &str| {
        if has_experience {
            format!("On {count}{on} you see it as {what} does")
        } else {
            format!("You saw through {count}")
        }
    };
    let (heading, told) = match (held, seen, leaning) {
        (1.., _, _) if has_experience => {
            (format!("On {}, {what} points the other way", of(held)), 'H')
        }
        (1.., _, _) => (format!("You believe {}", of(held)), 'H'),
        (_, 1.., _) => (agrees(of(seen), ","), 'N'),
        (_, _, 1..) => (leans(of(leaning)), 'L'),
        _ => (format!("You are undecided on {}", of(undecided)), 'U'),
    };
    let mut rest = Vec::new();
    if missing > 0 {
        rest.push(format!(
            "On {missing} you answered too few statements to say."
        ));
    }
    if leaning > 0 && told != 'L' {
        rest.push(leans(leaning.to_string()) + ".");
    }
    if undecided > 0 && told != 'U' {
        rest.push(format!("You are undecided on {undecided}."));
    }
    if seen > 0 && told != 'N' {
        rest.push(agrees(seen.to_string(), "") + ".");
    }
    if seen == total && total > 1 && missing == 0 && !has_experience {
        rest.push("You believe none of them.".to_owned());
    }
    if !disputed.is_empty() {
        rest.push(disputed);
    }
    [heading, rest.join(" ")]
}

/// The same sentence about somebody else.
fn of_somebody(text: &str) -> String {
    text.replace("You ", "They ")
        .replace(" you ", " they ")
        .replace("points the other way", "points another way than they think")
}

#[test]
fn every_combination_of_counts_is_stated_completely_and_without_flattery() {
    for letters in combinations() {
        for strengths in KINDS {
            let screen = reached(&letters, strengths, "en").view();
            assert_eq!(
                sentences(&screen),
                expected(&letters, strengths),
                "{letters} {strengths:?}"
            );
            let marks = named(&screen, "div.strip aria-hidden=true");
            let counted = letters.len() - letters.matches('C').count();
            let marks = marks.iter().map(|it| it.children.len());
            assert_eq!(
                marks.collect::<Vec<_>>(),
                if counted > 0 {
                    vec![counted]
                } else {
                    Vec::new()
                },
                "{letters}: a mark for all that is counted"
            );
        }
    }
}

#[test]
fn the_headline_of_somebody_elses_scorecard_says_the_same_in_the_third_person() {
    for letters in combinations().iter().filter(|it| it.len() < 5) {
        for strengths in KINDS {
            let screen = shared(letters, strengths, "en").view();
            let [heading, rest] = expected(letters, strengths).map(|it| of_somebody(&it));
            let rest = format!("{rest} And you?");
            assert_eq!(
                sentences(&screen),
                [heading, rest],
                "{letters} {strengths:?}"
            );
        }
    }
}

#[test]
fn i_dont_know_throughout_is_neither_praised_nor_blamed() {
    for (letters, rest) in [
        ("D", "You mostly answered “I don’t know”."),
        ("DDD", "You mostly answered “I don’t know”."),
        (
            "DD-",
            "On 1 you answered too few statements to say. You mostly answered “I don’t know”.",
        ),
        (
            "DC",
            "You mostly answered “I don’t know”. Experts disagree on 1, which is not counted.",
        ),
    ] {
        for strengths in KINDS {
            let heading = "You have not made up your mind";
            let own = sentences(&reached(letters, strengths, "en").view());
            assert_eq!(own, [heading, rest], "{letters}");
            let theirs = sentences(&shared(letters, strengths, "en").view());
            let expected = [
                heading.replace("You", "They").replace("your", "their"),
                of_somebody(rest) + " And you?",
            ];
            assert_eq!(theirs, expected, "{letters}");
        }
    }
    for (letters, heading) in [
        ("DU", "You are undecided on all 2 misconceptions"),
        ("DN", "You saw through 1 of these 2 misconceptions"),
        ("DL", "You lean towards 1 of these 2 misconceptions"),
    ] {
        let [own, _] = sentences(&reached(letters, KINDS[0], "en").view());
        assert_eq!(own, heading, "{letters}");
    }
}
