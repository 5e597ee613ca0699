//! Inline markup in prose: emphasis, links, and references to sources by number.
//!
//! This file knows the syntax, when markup is whole, and how to remove it. It must not know which
//! texts may have markup (the parser decides that) or how it is shown.

use super::reader::{Address, Pattern};
use crate::data::text::is_blank;

/// Receives the parts of a text in order, as [`read`] finds them.
pub trait Prose {
    /// Plain characters; may be empty.
    fn text(&mut self, text: &str);
    /// Begins a link to the URL `address`, or emphasis if `address` is empty.
    fn open(&mut self, address: &str);
    /// Ends what was begun last.
    fn close(&mut self);
    /// A reference to the source with this number, counted from 1. `text` includes the brackets.
    fn reference(&mut self, text: &str, number: usize);
}

/// For callers that only want to know whether the markup is whole.
impl Prose for () {
    fn text(&mut self, _text: &str) {}
    fn open(&mut self, _address: &str) {}
    fn close(&mut self) {}
    fn reference(&mut self, _text: &str, _number: usize) {}
}

/// Reads `text`, which may refer to `sources` sources, and returns how many bytes of it have whole
/// markup; that is the length of `text` if nothing is wrong. Emphasis must close on its own line,
/// without spaces or asterisks inside its ends. A link must have words and a valid URL. The source
/// that a reference names must exist.
#[inline(never)]
pub fn read(text: &str, sources: usize, to: &mut dyn Prose) -> usize {
    // Where the open emphasis began; the end of the text if none is open.
    let mut open = text.len();
    let (mut from, mut at) = (0_usize, 0_usize);
    loop {
        let is_open = open < text.len();
        let (before, sign, after) = (
            byte(text, at.wrapping_sub(1)),
            byte(text, at),
            byte(text, at + 1),
        );
        let (end, last) = if sign == b'[' {
            brackets(text, at)
        } else {
            (0, 0)
        };
        let words = part(text, at + 1, end);
        let number = number(words);
        let is_link = end > 0 && byte(text, end + 1) == b'(';
        let is_markup = match sign {
            // An asterisk between spaces is a plain character.
            b'*' => before != b' ' || after != b' ',
            b'\\' => matches!(after, b'*' | b'[' | b'\\'),
            b'\n' => is_open,
            _ => is_link || number > 0 || at >= text.len(),
        };
        if is_markup {
            to.text(part(text, from, at));
            from = at + 1;
            match sign {
                b'*' => {
                    let beside = if is_open { before } else { after };
                    if matches!(beside, b' ' | b'*') {
                        return at;
                    }
                    if is_open {
                        open = text.len();
                        to.close();
                    } else {
                        open = at;
                        to.open("");
                    }
                }
                b'\\' => at += 1,
                _ if is_link => {
                    let address = part(text, end + 2, last);
                    if !Address::fits(address) || is_blank(words) {
                        return at;
                    }
                    to.open(address);
                    if read(words, 0, to) < words.len() {
                        return at;
                    }
                    to.close();
                    at = last;
                    from = at + 1;
                }
                _ if number > sources => return at,
                _ if number > 0 => {
                    to.reference(part(text, at, end + 1), number);
                    at = end;
                    from = at + 1;
                }
                // The end of the text, or of a line in which emphasis is still open.
                _ => return open,
            }
        }
        at += 1;
    }
}

/// The byte at `at`; 0 outside the text.
fn byte(text: &str, at: usize) -> u8 {
    text.as_bytes().get(at).copied().unwrap_or_default()
}

#[inline(never)]
fn part(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).unwrap_or_default()
}

/// For the `[` at `at`: the index of its `]`, and that of the `)` if a `(` follows the `]`. Either
/// is 0 if there is none; the second means nothing if no `(` follows.
#[must_use]
pub fn brackets(text: &str, at: usize) -> (usize, usize) {
    let mut end = at + 1;
    while end < text.len() && !matches!(byte(text, end), b'[' | b']' | b'\n') {
        end += 1;
    }
    if byte(text, end) != b']' {
        return (0, 0);
    }
    let mut depth = 0;
    let mut last = end + 1;
    while last < text.len() {
        match byte(text, last) {
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth <= 0 {
            return (end, last);
        }
        last += 1;
    }
    (end, 0)
}

/// The number that `words` consists of, at most four digits; 0 if it is not a number.
#[must_use]
pub fn number(words: &str) -> usize {
    let mut number = 0;
    for byte in words.bytes() {
        if !byte.is_ascii_digit() || number > 999 {
            return 0;
        }
        number = number * 10 + usize::from(byte - b'0');
    }
    number
}

#[cfg(any(feature = "extras", feature = "authoring"))]
impl Prose for String {
    fn text(&mut self, text: &str) {
        self.push_str(text);
    }
    fn open(&mut self, _address: &str) {}
    fn close(&mut self) {}
    fn reference(&mut self, text: &str, _number: usize) {
        self.push_str(text);
    }
}

/// `text` without its markup, which must be whole: the words of links remain, their URLs do not.
#[cfg(any(feature = "extras", feature = "authoring"))]
#[must_use]
pub fn plain(text: &str) -> String {
    let mut plain = String::new();
    read(text, usize::MAX, &mut plain);
    plain
}
