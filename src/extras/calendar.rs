//! A reminder as a file for a calendar (RFC 5545): one event that lasts a day and takes no time,
//! with an alarm in the morning.
//!
//! Knows how such a file is written; not what time it is, nor in which words somebody is reminded.

use crate::data::text::cut;

/// The longest line, in octets.
const WIDTH: usize = 75;

/// What the file says.
#[derive(Clone, Copy, Debug)]
pub struct Reminder<'a> {
    /// Tells this event from all others in the world.
    pub uid: &'a str,
    /// When it was made: `20261123T182905Z`.
    pub stamp: &'a str,
    /// The day it is for: `20261130`.
    pub day: &'a str,
    /// What is to be done.
    pub summary: &'a str,
    /// Why.
    pub description: &'a str,
    /// Where; empty where there is no address.
    pub url: &'a str,
}

/// The file.
#[must_use]
pub fn calendar(reminder: Reminder<'_>) -> String {
    let mut description = escaped(reminder.description);
    if !reminder.url.is_empty() {
        // Some calendars never show an address that stands alone.
        description.push_str("\\n");
        description.push_str(&escaped(reminder.url));
    }
    let mut file = String::new();
    for (name, value) in [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//Misconception Scorecard//EN"),
        ("BEGIN", "VEVENT"),
        ("UID", reminder.uid),
        ("DTSTAMP", reminder.stamp),
        ("DTSTART;VALUE=DATE", reminder.day),
        ("SUMMARY", &escaped(reminder.summary)),
        ("DESCRIPTION", &description),
        ("URL", reminder.url),
        ("TRANSP", "TRANSPARENT"),
        ("BEGIN", "VALARM"),
        ("ACTION", "DISPLAY"),
        ("DESCRIPTION", &escaped(reminder.summary)),
        // Nine in the morning, for the day begins at midnight.
        ("TRIGGER", "PT9H"),
        ("END", "VALARM"),
        ("END", "VEVENT"),
        ("END", "VCALENDAR"),
    ] {
        if !value.is_empty() {
            line(&mut file, name, value);
        }
    }
    file
}

/// A text, with the characters before which a backslash stands.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    let mut start = 0;
    for (index, byte) in text.bytes().enumerate() {
        let instead = match byte {
            b'\\' => "\\\\",
            b';' => "\\;",
            b',' => "\\,",
            b'\n' => "\\n",
            _ => continue,
        };
        escaped.push_str(text.get(start..index).unwrap_or_default());
        escaped.push_str(instead);
        start = index + 1;
    }
    escaped.push_str(text.get(start..).unwrap_or_default());
    escaped
}

/// A line, folded where it is too long: never within a character, and without those that no line may have.
fn line(file: &mut String, name: &str, value: &str) {
    let mut whole = name.to_owned();
    whole.push_str(":");
    let is_control = |byte: u8| byte < b' ' || byte == 0x7F;
    let mut rest = value;
    while let Some(byte) = rest.bytes().find(|byte| is_control(*byte)) {
        let (before, after) = cut(rest, byte).unwrap_or((rest, ""));
        whole.push_str(before);
        rest = after;
    }
    whole.push_str(rest);
    let mut rest = whole.as_str();
    let mut width = WIDTH;
    while rest.len() > width {
        let end = (0..=width).rev().find(|end| rest.is_char_boundary(*end));
        let (before, after) = rest
            .split_at_checked(end.unwrap_or(0))
            .unwrap_or((rest, ""));
        file.push_str(before);
        file.push_str("\r\n ");
        rest = after;
        // The space at its beginning counts.
        width = WIDTH - 1;
    }
    file.push_str(rest);
    file.push_str("\r\n");
}
