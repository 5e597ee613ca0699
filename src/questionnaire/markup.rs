//! Inline markup: emphasis, links, and references to sources by their number.
//!
//! Knows how it is written, when it is whole, and what a text says without it. Must not know which texts may have it (the
//! parser says so), nor how it is shown.

use super::reader::{Address, Pattern};
use crate::data::text::is_blank;

/// What is made of a text, part by part.
pub trait Prose {
    /// Characters that stand for themselves; there may be none.
    fn text(&mut self, text: &str);
    /// A link to `address` begins, or emphasis, if that is empty.
    fn open(&mut self, address: &str);
    /// What was begun last ends.
    fn close(&mut self);
    /// A reference to the source of this number, counted from 1, with its brackets.
    fn reference(&mut self, text: &str, number: usize);
}

/// Nothing is made of a text that is only looked through.
impl Prose for () {
    fn text(&mut self, _text: &str) {}
    fn open(&mut self, _address: &str) {}
    fn close(&mut self) {}
    fn reference(&mut self, _text: &str, _number: usize) {}
}

/// Goes through `text`, which may refer to so many `sources`, and returns how far its markup is whole, in bytes: emphasis is
/// closed in its line and stands close to its words, links have words and lead to where sources may, and sources are there.
#[inline(never)]
pub fn read(text: &str, sources: usize, to: &mut dyn Prose) -> usize {
    // Where the emphasis began that is not closed.
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
            // Between spaces it is an asterisk.
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
                // The end of the text, or of a line in which emphasis is open.
                _ => return open,
            }
        }
        at += 1;
    }
}

/// The byte at `at`; 0 beyond the ends of the text.
fn byte(text: &str, at: usize) -> u8 {
    text.as_bytes().get(at).copied().unwrap_or_default()
}

#[inline(never)]
fn part(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).unwrap_or_default()
}

/// Of the `[` at `at`: where its `]` is, and where the `)` is if a `(` follows that; 0 where there is none.
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

/// The number that `words` are, of four digits at most; 0 where they are none.
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

/// What `text`, whose markup is whole, says without it: words are kept, addresses are not.
#[cfg(any(feature = "extras", feature = "authoring"))]
#[must_use]
pub fn plain(text: &str) -> String {
    let mut plain = String::new();
    read(text, usize::MAX, &mut plain);
    plain
}
