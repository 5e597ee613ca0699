//! The syntax of the short strings in the contract: receipts, versions, shapes, days.
//!
//! Each is so narrow that nothing else fits in: no name, no time of day, no URL of a page.

use crate::data::problem::Expected;
use crate::questionnaire::reader::Pattern;

/// Whether `text` is as long as `form` and every byte matches: `0` stands for a digit, `x` for a
/// digit or a letter from a to f, anything else for itself.
fn is_like(text: &str, form: &str) -> bool {
    let fits = |(byte, form): (u8, u8)| match form {
        b'0' => byte.is_ascii_digit(),
        b'x' => byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte),
        form => byte == form,
    };
    text.len() == form.len() && text.bytes().zip(form.bytes()).all(fits)
}

/// A random UUID (RFC 9562, version 4) in lower case.
pub struct Receipt;

impl Pattern for Receipt {
    const EXPECTED: Expected = Expected::new("a random UUID (version 4) in small letters");
    const EXPRESSION: &'static str =
        "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$";

    fn fits(text: &str) -> bool {
        let is_variant = matches!(text.as_bytes().get(19), Some(b'8' | b'9' | b'a' | b'b'));
        is_variant && is_like(text, "xxxxxxxx-xxxx-4xxx-xxxx-xxxxxxxxxxxx")
    }
}

/// The version of the npm package that sends.
pub struct WidgetVersion;

impl Pattern for WidgetVersion {
    const EXPECTED: Expected = Expected::new("a version such as 0.2.0");
    const EXPRESSION: &'static str = "^[0-9]{1,4}\\.[0-9]{1,4}\\.[0-9]{1,4}$";

    fn fits(text: &str) -> bool {
        let is_number = |part: &str| {
            (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        text.split('.').count() == 3 && text.split('.').all(is_number)
    }
}

/// The version of the format in which the questionnaire is written.
pub struct FormatVersion;

impl Pattern for FormatVersion {
    const EXPECTED: Expected = Expected::new("a version of the format such as 1.0");
    const EXPRESSION: &'static str = "^1(\\.[0-9]{1,4})?$";

    fn fits(text: &str) -> bool {
        let Some(rest) = text.strip_prefix('1') else {
            return false;
        };
        rest.is_empty()
            || rest.strip_prefix('.').is_some_and(|minor| {
                (1..=4).contains(&minor.len()) && minor.bytes().all(|byte| byte.is_ascii_digit())
            })
    }
}

/// The shape of a questionnaire ([`crate::questionnaire::identity::shape`]): 24 bits as six
/// hexadecimal digits in lower case.
pub struct Shape;

impl Pattern for Shape {
    const EXPECTED: Expected = Expected::new("six hexadecimal digits in small letters");
    const EXPRESSION: &'static str = "^[0-9a-f]{6}$";

    fn fits(text: &str) -> bool {
        is_like(text, "xxxxxx")
    }
}

/// A day, such as `2026-11-29`.
pub struct Day;

impl Pattern for Day {
    const EXPECTED: Expected = Expected::new("a day such as 2026-11-29");
    const EXPRESSION: &'static str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    fn fits(text: &str) -> bool {
        is_like(text, "0000-00-00")
    }
}
