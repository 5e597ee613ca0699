//! Encodes bytes as a string literal of JavaScript: either short after compression, or short as it
//! is.
//!
//! Base64 splits bytes across characters, so compression no longer finds repetitions, and a reader
//! would load a quarter more. Here a byte becomes one or two characters, which costs 7 %
//! (measured).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

/// The first printable character of ASCII, and how many there are.
const FIRST: u8 = b' ';
const COUNT: u8 = 95;
/// Bytes below this become one character. The two characters left over begin a pair.
const SINGLE: u8 = 93;

/// Returns a literal of printable ASCII, in which a byte is one character or a pair. ASCII reads
/// the same in every encoding: the classic script is read in that of the page. The decoder is
/// `pkg/src/loading/inline-module.js`.
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

/// Returns a literal of `bytes`, deflated and in base64. It is for the core, whose literal would
/// otherwise be so long that a bundler warns about it. Compressed for sending, it is 9 % longer
/// than that of [`pack`]. The decoder is `pkg/src/api/module-inside.js`.
pub fn deflate(bytes: &[u8]) -> String {
    let deflated = miniz_oxide::deflate::compress_to_vec(bytes, 10);
    // The literal has its own line: for an uncaught error, Node prints the line that threw it.
    format!("\n\"{}\"\n", BASE64.encode(deflated))
}

#[cfg(test)]
mod tests {
    use super::{BASE64, deflate, pack};
    use base64::Engine as _;

    #[test]
    fn deflated_data_can_be_inflated() {
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
