//! Bytes as a text that stands in a script: short when it is compressed on its way, or short as it is.
//!
//! Base64 would cost a reader a quarter of the module, for it tears bytes apart and compression finds them
//! no more. Here a byte stays a character, or two: measured, 7 %.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

/// The first of the printable characters of ASCII, and how many there are.
const FIRST: u8 = b' ';
const COUNT: u8 = 95;
/// Bytes below are one character. The two characters that are left open a pair.
const SINGLE: u8 = 93;

/// The literal of a text that is harmless in every encoding: a byte is a character, or a pair. For the classic
/// script, which is read in the page's encoding; `pkg/src/loading/inline-module.js` reads it.
pub fn pack(bytes: &[u8]) -> String {
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

/// The literal of `bytes` deflated and in base64: for the core, whose text would be so long that a bundler warns of it.
/// Compressed on its way it is 9 % longer than [`pack`] makes it; `pkg/src/api/module-inside.js` reads it.
pub fn deflate(bytes: &[u8]) -> String {
    let deflated = miniz_oxide::deflate::compress_to_vec(bytes, 10);
    // In a line of its own: where an error is not caught, Node prints the line that threw it.
    format!("\n\"{}\"\n", BASE64.encode(deflated))
}

#[cfg(test)]
mod tests {
    use super::{BASE64, deflate, pack};
    use base64::Engine as _;

    #[test]
    fn what_is_deflated_comes_out_again() {
        let literal = deflate(b"aaaaaaaaaab");
        let deflated = BASE64.decode(literal.trim().trim_matches('"')).unwrap();
        let inflated = miniz_oxide::inflate::decompress_to_vec(&deflated).unwrap();
        assert_eq!(inflated, b"aaaaaaaaaab");
    }

    #[test]
    fn every_byte_has_its_own_text() {
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
            assert_eq!(pack(&[byte]), format!("\"{text}\""), "{byte}");
        }
    }
}
