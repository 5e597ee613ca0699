//! The width of a text, from a table. No font can be asked here, and every platform must give the
//! same bytes.
//!
//! The widths are those of wide system fonts (Georgia, Verdana). A narrower font leaves some room,
//! and a line is too long with none of them. This file knows characters, not what they say.

use crate::data::text::is_mark;

/// The weight of a font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Regular.
    Regular,
    /// Bold, a little wider.
    Bold,
}

/// The ratio of bold to regular widths.
const BOLD: f64 = 1.12;

/// The width of `text` at a font size of 1.
#[must_use]
pub fn width(text: &str, weight: Weight) -> f64 {
    let units: u32 = text.chars().map(advance).sum();
    let factor = match weight {
        Weight::Regular => 1.0,
        Weight::Bold => BOLD,
    };
    f64::from(units) * factor / 1000.0
}

/// The width of a character, in thousandths of the font size.
fn advance(character: char) -> u32 {
    match character {
        ' ' | '\u{a0}' | '\u{2007}' | '\u{202f}' => 330,
        _ if is_mark(character) => 0,
        'i'
        | 'j'
        | 'l'
        | 'I'
        | '.'
        | ','
        | ':'
        | ';'
        | '\''
        | '|'
        | '!'
        | '‘'
        | '’'
        | 'ì'..='ï'
        | 'ı'
        | 'ι'
        | 'ί'
        | 'і'
        | 'ї'
        | 'ј' => 350,
        'f' | 't' | 'r' | 'J' | '(' | ')' | '[' | ']' | '/' | '\\' | '-' | '\u{2010}'
        | '\u{2011}' => 430,
        'm' | 'M' | 'W' | 'æ' | 'Æ' | 'œ' | 'Œ' | '%' | '&' | '@' | '…' | '—' => 1030,
        'w' | '+' | '=' | '<' | '>' | '~' | '^' => 840,
        'ω' | 'ώ' | 'φ' | 'ψ' | 'ж' | 'м' | 'ш' | 'щ' | 'ы' | 'ю' | 'ф' | 'ъ' => 910,
        'Ж' | 'М' | 'Ш' | 'Щ' | 'Ю' | 'Ф' | 'Ы' => 1120,
        '\u{20}'..='\u{7e}'
        | '\u{a1}'..='\u{24f}'
        | '\u{370}'..='\u{52f}'
        | '\u{1e00}'..='\u{1fff}' => {
            if character.is_uppercase() {
                770
            } else {
                645
            }
        }
        '\u{2000}'..='\u{206f}' => 640,
        _ => elsewhere(character),
    }
}

/// The same for scripts other than Latin, Greek and Cyrillic.
fn elsewhere(character: char) -> u32 {
    match character {
        // Hebrew, and half-width forms.
        '\u{590}'..='\u{5ff}' | '\u{ff61}'..='\u{ffdc}' => 640,
        // Arabic, whose isolated letters are wider than those within a word; scripts of the
        // Caucasus, India and South East Asia.
        '\u{530}'..='\u{58f}'
        | '\u{600}'..='\u{10ff}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{feff}' => 850,
        // Half of a flag.
        '\u{1f1e6}'..='\u{1f1ff}' => 900,
        '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' => 1400,
        _ => 1050,
    }
}

/// Whether a character is as wide as it is high, and a line may end on either side of it.
#[must_use]
pub fn is_full_width(character: char) -> bool {
    matches!(character,
        '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}'
        | '\u{20000}'..='\u{3ffff}')
}
