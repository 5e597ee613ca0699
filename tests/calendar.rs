//! The reminder follows RFC 5545: its lines, what is escaped in them, and where they are folded.

use misconception_scorecard::extras::calendar::{Reminder, calendar};

const REMINDER: Reminder<'static> = Reminder {
    uid: "20261123T182905-4fz@misconception-scorecard",
    stamp: "20261123T182905Z",
    day: "20261130",
    summary: "Answer again: Social media",
    description: "See what has lasted.",
    url: "https://blog.example/social?a=1",
};

/// The lines as a calendar reads them, unfolded.
fn lines(file: &str) -> Vec<String> {
    let whole = file.replace("\r\n ", "");
    let ended = whole
        .strip_suffix("\r\n")
        .unwrap_or("no line ends the file");
    ended.split("\r\n").map(str::to_owned).collect()
}

fn line(file: &str, name: &str) -> Option<String> {
    let lines = lines(file);
    let line = lines.iter().find_map(|it| it.strip_prefix(name))?;
    line.strip_prefix(':').map(str::to_owned)
}

#[test]
fn a_reminder_is_one_all_day_event_with_an_alarm_in_the_morning() {
    let expected = "BEGIN:VCALENDAR\r\n\
        VERSION:2.0\r\n\
        PRODID:-//Misconception Scorecard//EN\r\n\
        BEGIN:VEVENT\r\n\
        UID:20261123T182905-4fz@misconception-scorecard\r\n\
        DTSTAMP:20261123T182905Z\r\n\
        DTSTART;VALUE=DATE:20261130\r\n\
        SUMMARY:Answer again: Social media\r\n\
        DESCRIPTION:See what has lasted.\\nhttps://blog.example/social?a=1\r\n\
        URL:https://blog.example/social?a=1\r\n\
        TRANSP:TRANSPARENT\r\n\
        BEGIN:VALARM\r\n\
        ACTION:DISPLAY\r\n\
        DESCRIPTION:Answer again: Social media\r\n\
        TRIGGER:PT9H\r\n\
        END:VALARM\r\n\
        END:VEVENT\r\n\
        END:VCALENDAR\r\n";
    assert_eq!(calendar(REMINDER), expected);
}

#[test]
fn without_a_url_no_line_mentions_one() {
    let file = calendar(Reminder {
        url: "",
        ..REMINDER
    });
    assert_eq!(line(&file, "URL"), None);
    assert_eq!(
        line(&file, "DESCRIPTION").as_deref(),
        Some("See what has lasted.")
    );
}

#[test]
fn special_characters_are_escaped_in_texts_and_not_in_the_url() {
    for (text, expected) in [
        ("plain: “quoted” = 100 %", "plain: “quoted” = 100 %"),
        ("a;b", "a\\;b"),
        ("a,b,", "a\\,b\\,"),
        ("\\", "\\\\"),
        ("\\n;", "\\\\n\\;"),
        ("one\ntwo", "one\\ntwo"),
        ("one\r\ntwo", "one\\ntwo"),
        ("tab\tand bell\u{7}", "taband bell"),
        ("", ""),
    ] {
        let file = calendar(Reminder {
            summary: text,
            ..REMINDER
        });
        let expected = Some(expected.to_owned()).filter(|it| !it.is_empty());
        assert_eq!(line(&file, "SUMMARY"), expected, "{text:?}");
    }
    let file = calendar(Reminder {
        url: "https://blog.example/?a=1;2,3",
        ..REMINDER
    });
    assert_eq!(
        line(&file, "URL").as_deref(),
        Some("https://blog.example/?a=1;2,3")
    );
}

#[test]
fn no_inserted_text_can_begin_a_line() {
    let text = "x\r\nATTACH:http://other.example\rBEGIN:VALARM\nEND:VEVENT";
    let file = calendar(Reminder {
        uid: text,
        stamp: text,
        day: text,
        summary: text,
        description: text,
        url: text,
    });
    let names: Vec<String> = lines(&file)
        .iter()
        .map(|it| it.split([':', ';']).next().unwrap_or_default().to_owned())
        .collect();
    let expected = [
        "BEGIN",
        "VERSION",
        "PRODID",
        "BEGIN",
        "UID",
        "DTSTAMP",
        "DTSTART",
        "SUMMARY",
        "DESCRIPTION",
        "URL",
        "TRANSP",
        "BEGIN",
        "ACTION",
        "DESCRIPTION",
        "TRIGGER",
        "END",
        "END",
        "END",
    ];
    assert_eq!(names, expected);
}

#[test]
fn long_lines_are_folded_at_75_octets_and_never_within_a_character() {
    for character in ["x", "ø", "中", "🙂", "\\", ","] {
        for length in (0..90).chain([200, 4_000]) {
            for lead in ["", "a"] {
                let text = lead.to_owned() + &character.repeat(length);
                let file = calendar(Reminder {
                    summary: &text,
                    ..REMINDER
                });
                let expected = text.replace('\\', "\\\\").replace(',', "\\,");
                let expected = Some(expected).filter(|it| !it.is_empty());
                assert_eq!(line(&file, "SUMMARY"), expected, "{character} x {length}");
                for line in file.split("\r\n") {
                    assert!(line.len() <= 75, "{} octets: {line}", line.len());
                    assert_ne!(line, " ", "a fold with nothing in it");
                }
            }
        }
    }
}

#[test]
fn a_line_of_75_octets_stays_whole_and_one_of_76_is_folded_once() {
    // The length is that of the text; "SUMMARY:" has 8 more.
    for (length, folds) in [(66, 0), (67, 0), (68, 1), (67 + 74, 1), (67 + 75, 2)] {
        let file = calendar(Reminder {
            summary: &"x".repeat(length),
            ..REMINDER
        });
        // The alarm repeats the text after a longer property name, so count in the event only.
        let (event, _) = file.split_once("BEGIN:VALARM").unwrap_or_default();
        assert_eq!(event.matches("\r\n ").count(), folds, "{length}");
    }
}
