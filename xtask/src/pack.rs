//! Bytes as a text that stands in a script, short when it is compressed.
//!
//! Base64 would cost a reader a quarter of the module, for it tears bytes apart and compression finds them
//! no more. Here a byte stays a character: measured, 2 %, and 7 % where the text must be ASCII.

use std::fmt::Write as _;

/// The literal of a text in which each character is a byte, but for 0 and 127, which stand for each other: a file
/// with a 0 in it is taken for something else than a script. For modules, which are always read as UTF-8;
/// `pkg/src/loading/inline-module.js` reads it.
pub fn pack(bytes: &[u8]) -> String {
    let mut literal = String::from("`");
    for (index, &byte) in bytes.iter().enumerate() {
        let code = if byte == 0 || byte == 127 {
            127 - byte
        } else {
            byte
        };
        match code {
            // An engine would read a line feed; and 127 is rare.
            0 | b'\r' => {
                let _ = write!(literal, "\\x{code:02x}");
            }
            b'\\' | b'`' => literal.extend(['\\', char::from(code)]),
            b'$' if bytes.get(index + 1) == Some(&b'{') => literal.push_str("\\$"),
            _ => literal.push(char::from(code)),
        }
    }
    literal.push('`');
    literal
}

/// The first of the printable characters of ASCII, and how many there are.
const FIRST: u8 = b' ';
const COUNT: u8 = 95;
/// Bytes below are one character. The two characters that are left open a pair.
const SINGLE: u8 = 93;

/// The literal of a text that is harmless in every encoding: a byte is a character, or a pair. For the classic
/// script, which is read in the page's encoding; `pkg/src/loading/inline-module-ascii.js` reads it.
pub fn pack_ascii(bytes: &[u8]) -> String {
    let mut literal = String::from("\"");
    let mut push = |index: u8| {
        let character = char::from(FIRST + index);
        if matches!(character, '"' | '\\') {
            literal.push('\\');
        }
        literal.push(character);
    };
    for &byte in bytes {
        if let Some(rest) = byte.checked_sub(SINGLE) {
            push(SINGLE + rest / COUNT);
            push(rest % COUNT);
        } else {
            push(byte);
        }
    }
    literal.push('"');
    literal
}

#[cfg(test)]
mod tests {
    use super::{pack, pack_ascii};

    #[test]
    fn every_byte_has_its_own_text() {
        for (byte, text) in [
            (0, "\u{7f}"),
            (10, "\n"),
            (13, "\\x0d"),
            (92, "\\\\"),
            (96, "\\`"),
            (127, "\\x00"),
            (255, "\u{ff}"),
        ] {
            assert_eq!(pack(&[byte]), format!("`{text}`"), "{byte}");
        }
        assert_eq!(pack(b"$${a$"), "`$\\${a$`");
    }

    #[test]
    fn every_byte_has_its_own_text_in_ascii() {
        for (byte, text) in [
            (0, " "),
            (2, "\\\""),
            (60, "\\\\"),
            (92, "|"),
            (93, "} "),
            (187, "}~"),
            (188, "~ "),
            (255, "~c"),
        ] {
            assert_eq!(pack_ascii(&[byte]), format!("\"{text}\""), "{byte}");
        }
    }
}
