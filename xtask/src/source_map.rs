//! Keeps a source map correct when text is inserted into its script.
//!
//! Knows how a source map encodes columns, but not which scripts have maps.

use crate::run::Result;
use serde_json::Value;

/// Text inserted into a script.
pub struct Insertion {
    /// The position before the insertion, in bytes of UTF-8 from the start of the script.
    pub at: usize,
    /// How many characters were inserted, all of them ASCII.
    pub length: usize,
}

/// The source map of a script after `insertions`, which are in ascending order; `map` belongs to
/// `script`, the script before.
pub fn shifted(map: &[u8], script: &str, insertions: &[Insertion]) -> Result<Vec<u8>> {
    let wrong = |what: &dyn std::fmt::Display| format!("a source map cannot be read: {what}");
    let mut map: Value = serde_json::from_slice(map).map_err(|error| wrong(&error))?;
    let mappings = map.get("mappings").and_then(Value::as_str);
    let mappings = mappings.ok_or_else(|| wrong(&"it has no mappings"))?;
    let places: Vec<Place> = insertions.iter().map(|it| place(script, it)).collect();
    let lines: Option<Vec<String>> = mappings
        .split(';')
        .enumerate()
        .map(|(number, line)| shifted_line(line, places.iter().filter(|it| it.line == number)))
        .collect();
    let lines = lines.ok_or_else(|| wrong(&"a column is no number"))?;
    map["mappings"] = Value::from(lines.join(";"));
    serde_json::to_vec(&map).map_err(|error| wrong(&error))
}

/// An insertion as source maps count it: by lines, and within a line by UTF-16 code units.
struct Place {
    line: usize,
    column: i64,
    length: i64,
}

fn place(script: &str, insertion: &Insertion) -> Place {
    let before = script.get(..insertion.at).unwrap_or(script);
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let in_line = before.get(start..).unwrap_or_default();
    Place {
        line: before.matches('\n').count(),
        column: as_column(in_line.encode_utf16().count()),
        length: as_column(insertion.length),
    }
}

/// The cast cannot overflow: no script is that long.
fn as_column(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Shifts a line's segments. Each begins with the distance from the previous segment's column, so
/// only the first segment after an insertion changes.
fn shifted_line<'a>(line: &str, places: impl Iterator<Item = &'a Place>) -> Option<String> {
    let mut places = places.peekable();
    if places.peek().is_none() || line.is_empty() {
        return Some(line.to_owned());
    }
    let mut column = 0;
    let mut segments = Vec::new();
    for segment in line.split(',') {
        let (step, rest) = read(segment)?;
        column += step;
        let mut moved = step;
        while let Some(place) = places.next_if(|it| it.column <= column) {
            moved += place.length;
        }
        segments.push(written(moved) + rest);
    }
    Some(segments.join(","))
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/// The continuation bit of a base64 VLQ digit. The lowest bit of a number is its sign.
const MORE: i64 = 32;

/// The first number of a segment, and the rest of it.
fn read(segment: &str) -> Option<(i64, &str)> {
    let mut value = 0;
    for (index, character) in segment.bytes().enumerate() {
        let digit = DIGITS.iter().position(|it| *it == character)?;
        let digit = as_column(digit);
        value |= (digit % MORE).checked_shl(u32::try_from(index * 5).ok()?)?;
        if digit < MORE {
            let size = value >> 1;
            let number = if value & 1 == 1 { -size } else { size };
            return Some((number, segment.get(index + 1..)?));
        }
    }
    None
}

fn written(number: i64) -> String {
    let mut value = (number.abs() << 1) | i64::from(number < 0);
    let mut text = String::new();
    loop {
        let rest = value >> 5;
        let digit = value % MORE + if rest > 0 { MORE } else { 0 };
        let digit = usize::try_from(digit).ok().and_then(|it| DIGITS.get(it));
        text.extend(digit.copied().map(char::from));
        if rest == 0 {
            return text;
        }
        value = rest;
    }
}

#[cfg(test)]
mod tests {
    use super::{Insertion, read, shifted, written};

    #[test]
    fn numbers_can_be_decoded_again() {
        for number in [0, 1, -1, 15, 16, -16, 511, 512, 40_000, -40_000] {
            assert_eq!(read(&format!("{}Q", written(number))), Some((number, "Q")));
        }
        assert_eq!(written(16), "gB");
        assert_eq!(read("!"), None);
        assert_eq!(read("g"), None, "broken off");
    }

    #[test]
    fn only_the_code_behind_an_insertion_moves() {
        // On the second line: columns 0, 4 and 6. "é" is one column and two bytes.
        let script = "a\né;b(c)\n";
        let at = script.find('c').unwrap();
        let map = br#"{"version":3,"mappings":"AAAA;AAAA,IAAA,EAAA;AAAA"}"#;
        let moved = shifted(map, script, &[Insertion { at, length: 16 }]).unwrap();
        let expected = r#"{"version":3,"mappings":"AAAA;AAAA,oBAAA,EAAA;AAAA"}"#;
        assert_eq!(String::from_utf8(moved).unwrap(), expected);
        assert_eq!(shifted(map, script, &[]).unwrap(), map, "nothing");
    }

    #[test]
    fn a_file_that_is_not_a_source_map_is_refused() {
        for map in ["", "{}", r#"{"mappings":"?"}"#] {
            let at = [Insertion { at: 0, length: 1 }];
            assert!(shifted(map.as_bytes(), "", &at).is_err(), "{map}");
        }
    }
}
