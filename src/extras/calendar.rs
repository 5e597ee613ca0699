//! A reminder as a calendar file (iCalendar, RFC 5545): one all-day event that does not block time,
//! with an alarm in the morning.
//!
//! This file knows the file format. It must not know what time it is, or the words of the reminder.

use crate::data::text::cut;

/// The longest line, in octets (RFC 5545, 3.1).
const WIDTH: usize = 75;

/// The content of the file.
#[derive(Clone, Copy, Debug)]
pub struct Reminder<'a> {
    /// A globally unique id of the event.
    pub uid: &'a str,
    /// When the file was made, in UTC: `20261123T182905Z`.
    pub stamp: &'a str,
    /// The day of the event: `20261130`.
    pub day: &'a str,
    /// What to do.
    pub summary: &'a str,
    /// Why.
    pub description: &'a str,
    /// The URL to come back by; empty if there is none.
    pub url: &'a str,
}

/// The file.
#[must_use]
pub fn calendar(reminder: Reminder<'_>) -> String {
    let mut description = escaped(reminder.description);
    if !reminder.url.is_empty() {
        // Some calendars do not show the property `URL`, so the URL is in the description too.
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
        // Nine in the morning: the event begins at midnight.
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

/// Escapes a text (RFC 5545, 3.3.11).
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

/// Adds a line without control characters, folded after 75 octets but never within a character.
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
        // The space at the beginning of the line counts too.
        width = WIDTH - 1;
    }
    file.push_str(rest);
    file.push_str("\r\n");
}
