//! Text as people read it: decimal digits, characters, the direction of a language.
//!
//! This file knows as much of Unicode as the widget needs. It must not use the standard library's
//! formatting or full Unicode tables, which would cost readers several kilobytes.

/// `number` in decimal digits.
#[must_use]
pub fn digits(number: usize) -> String {
    let mut text = String::new();
    push_digits(&mut text, number);
    text
}

fn push_digits(text: &mut String, number: usize) {
    if number > 9 {
        push_digits(text, number / 10);
    }
    let digit = number % 10;
    text.push_str("0123456789".get(digit..=digit).unwrap_or_default());
}

/// The parts of `text` before and after the first `byte`, which must be ASCII; `None` if `text`
/// does not contain it.
#[must_use]
pub fn cut(text: &str, byte: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|other| other == byte)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// Whether a character has no visible shape: white space, controls, joiners, format characters,
/// fillers.
///
/// The ranges of the basic plane must be the same as in `unseen!`.
#[inline(never)]
#[must_use]
pub fn is_unseen(character: char) -> bool {
    matches!(character,
        '\0'..=' ' | '\u{7f}'..='\u{a0}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{1680}'
        | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}'
        | '\u{205f}'..='\u{206f}' | '\u{2800}' | '\u{3000}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// The ranges of [`is_unseen`] in the basic plane, as the inside of a character class of a regular
/// expression.
macro_rules! unseen {
    () => {
        concat!(
            r"\u0000-\u0020\u007f-\u00a0\u00ad\u034f\u061c\u115f-\u1160\u1680\u17b4-\u17b5\u180b-\u180f",
            r"\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb",
        )
    };
}
pub(crate) use unseen;

/// A regular expression for a string with at least one visible character, the opposite of
/// [`is_blank`].
pub const SEEN: &str = concat!(r"^[\s\S]*[^", unseen!(), r"][\s\S]*$");
/// A regular expression for a string without control characters other than tabs and line breaks.
pub const NO_CONTROL: &str = r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$";

/// Whether a string has no visible character.
#[inline(never)]
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.chars().all(is_unseen)
}

/// Whether two language tags (BCP 47) have the same primary language; region and script do not
/// matter.
#[must_use]
pub fn is_same_language(one: &str, other: &str) -> bool {
    fn primary(tag: &str) -> &str {
        cut(tag, b'-').map_or(tag, |(primary, _)| primary)
    }
    primary(one).eq_ignore_ascii_case(primary(other))
}

/// The writing direction of a language tag, as the attribute `dir` names it: `ltr` or `rtl`.
#[must_use]
pub fn direction(lang: &str) -> &'static str {
    const RIGHT_TO_LEFT: [&str; 8] = ["ar", "dv", "fa", "he", "ps", "sd", "ur", "yi"];
    let is_whole = matches!(lang.as_bytes().get(2), None | Some(b'-'));
    let language = lang.get(..2).unwrap_or_default();
    if is_whole && RIGHT_TO_LEFT.contains(&language) {
        "rtl"
    } else {
        "ltr"
    }
}

/// The number of characters that people see in a string: close to Unicode's grapheme clusters (UAX
/// 29), but without its tables.
#[must_use]
pub fn characters(text: &str) -> usize {
    let mut count = 0;
    let mut rest = text;
    while !rest.is_empty() {
        (_, rest) = first_cluster(rest);
        count += 1;
    }
    count
}

/// The first character that people see, together with everything that belongs to it (accents, vowel
/// points, the parts of an emoji, the second half of a flag), and the rest of the string. Both are
/// empty if the string is.
#[must_use]
pub fn first_cluster(text: &str) -> (&str, &str) {
    let is_flag = |character| matches!(character, '\u{1f1e6}'..='\u{1f1ff}');
    let mut before = None;
    let mut flags = 0;
    for (at, character) in text.char_indices() {
        let is_second = is_flag(character) && flags == 1 && before.is_some_and(is_flag);
        let belongs = is_mark(character) || before == Some('\u{200d}') || is_second;
        if before.is_some() && !belongs {
            return text.split_at_checked(at).unwrap_or((text, ""));
        }
        flags += usize::from(is_flag(character));
        before = Some(character);
    }
    (text, "")
}

/// Whether a character combines with the one before it and takes no space of its own: accents,
/// vowel points, joiners, emoji modifiers and direction marks.
#[must_use]
pub fn is_mark(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'
        | '\u{5c1}'..='\u{5c2}' | '\u{5c4}'..='\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}'
        | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}' | '\u{900}'..='\u{902}' | '\u{93c}'
        | '\u{941}'..='\u{948}' | '\u{94d}' | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{20d0}'..='\u{20ff}' | '\u{3099}'..='\u{309a}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{fe20}'..='\u{fe2f}' | '\u{feff}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}'
        | '\u{e0100}'..='\u{e01ef}')
}
