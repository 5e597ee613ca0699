//! A text cut into words, and what stands between them.
//!
//! Knows letters and marks; of a language, only what is written with a full stop. Letters are told without the
//! tables of Unicode, which would weigh more than all the rules: beyond ASCII, what is no known mark is a letter.

use std::ops::RangeInclusive;

use super::language::has;

/// How many words are read: more than any statement may have, and few enough for any text to be read at once.
pub const MOST: usize = 4_000;

/// A word, or all of a quotation.
pub struct Word<'a> {
    /// Where it begins in the text, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// In small letters, `’` as `'`; a name as it stands, a quotation empty.
    pub lower: String,
    /// What parts it from the word before it.
    pub gap: Gap,
    /// How the sentence before it ended: the last word with its mark. Empty within a sentence.
    pub ending: &'a str,
    /// Says nothing here: a name, a quotation, part of an idiom.
    pub ignored: bool,
}

/// What parts two words, the weakest first. A dash or a bracket alone counts as a comma.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing but space.
    Space,
    /// `/`
    Slash,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// `;`
    Semicolon,
    /// The end of a sentence, or the beginning of the text.
    Sentence,
}

/// The words of `text`. What is in brackets is left out. Takes time linear in the text.
pub fn words<'a>(text: &'a str, abbreviations: &str) -> Vec<Word<'a>> {
    let mut words: Vec<Word<'a>> = Vec::new();
    let mut between = Between::beginning();
    // Marks that nothing closes, so that no text is searched in vain twice.
    let mut unclosed = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty())
        && words.len() < MOST
    {
        let (piece, length) = piece(rest, &mut unclosed);
        let end = at + length;
        if matches!(piece, Piece::Word | Piece::Quotation) {
            let said = match piece {
                Piece::Word => text.get(at..end).unwrap_or_default(),
                _ => "",
            };
            let (last, from) = words
                .last()
                .map_or(("", 0), |word| (word.lower.as_str(), word.start));
            let gap = between.gap(said, last, abbreviations);
            let name = gap < Gap::Colon && is_name(said);
            let lower = if name {
                said.to_owned()
            } else {
                said.chars().map(small).collect()
            };
            words.push(Word {
                start: at,
                end,
                lower,
                gap,
                ending: between.ending(text, from, gap),
                ignored: name || said.is_empty(),
            });
            between = Between::default();
        } else if let (Piece::Mark, Some(mark)) = (piece, rest.chars().next()) {
            between.add(mark, at, is_space(rest.chars().nth(1)));
        }
        at = end;
    }
    words
}

/// What a text goes on with.
#[derive(Clone, Copy)]
enum Piece {
    Word,
    Quotation,
    Brackets,
    Mark,
}

/// The next piece of a text that is not empty, and its length in bytes.
fn piece(rest: &str, unclosed: &mut Vec<char>) -> (Piece, usize) {
    let length = word_length(rest);
    if length > 0 {
        return (Piece::Word, length);
    }
    let first = rest.chars().next().unwrap_or_default();
    let closing: &[char] = match first {
        '(' => &[')'],
        '[' => &[']'],
        '“' | '"' => &['”', '"'],
        '„' => &['“', '”'],
        '«' => &['»'],
        '‘' | '\'' if rest.chars().nth(1).is_some_and(is_letter) => &['’', '\''],
        _ => &[],
    };
    if closing.is_empty() || unclosed.contains(&first) {
        return (Piece::Mark, first.len_utf8());
    }
    let apostrophe = closing.contains(&'’');
    let mut marks = rest.char_indices().skip(1).peekable();
    while let Some((at, mark)) = marks.next() {
        let inside = apostrophe && marks.peek().is_some_and(|(_, next)| is_letter(*next));
        if closing.contains(&mark) && !inside {
            let brackets = matches!(first, '(' | '[');
            let piece = if brackets {
                Piece::Brackets
            } else {
                Piece::Quotation
            };
            return (piece, at + mark.len_utf8());
        }
    }
    unclosed.push(first);
    (Piece::Mark, first.len_utf8())
}

/// What has been seen since the last word.
#[derive(Default)]
struct Between {
    strongest: Option<Gap>,
    /// Where the last mark stands that may end a sentence, and which it is.
    stop: Option<(usize, char)>,
    /// Whether there was a space after that mark.
    spaced: bool,
}

impl Between {
    /// Before the first word.
    fn beginning() -> Self {
        Self {
            strongest: Some(Gap::Sentence),
            ..Self::default()
        }
    }

    /// Adds a mark, and whether a space follows it.
    fn add(&mut self, mark: char, at: usize, spaced: bool) {
        let gap = match mark {
            '/' => Gap::Slash,
            ',' | '–' | '—' | '\n' => Gap::Comma,
            '-' if spaced => Gap::Comma,
            ':' => Gap::Colon,
            ';' => Gap::Semicolon,
            _ => Gap::Space,
        };
        if matches!(mark, ';' | '.' | '!' | '?' | '…') {
            self.stop = Some((at, mark));
        }
        self.spaced |= spaced && self.stop.is_some();
        self.strongest = self.strongest.max(Some(gap));
    }

    /// What it comes to between the word `before` and the word `next`.
    fn gap(&self, next: &str, before: &str, abbreviations: &str) -> Gap {
        let gap = self.strongest.unwrap_or(Gap::Space);
        let Some((_, mark)) = self.stop.filter(|(_, mark)| *mark != ';') else {
            return gap;
        };
        let short = before.chars().count() == 1
            || before.contains('.')
            || (before.len() < 3 && before.starts_with(|first: char| first.is_ascii_digit()))
            || has(abbreviations, before);
        if mark == '.' && short {
            gap
        } else if self.spaced && next.chars().next().is_none_or(is_capital) {
            Gap::Sentence
        } else {
            gap.max(Gap::Comma)
        }
    }

    /// The word that ended a sentence, from where it begins, with its mark; empty where no sentence ended.
    fn ending<'a>(&self, text: &'a str, from: usize, gap: Gap) -> &'a str {
        self.stop
            .filter(|_| gap >= Gap::Semicolon)
            .and_then(|(at, mark)| text.get(from..at + mark.len_utf8()))
            .unwrap_or_default()
    }
}

/// The length of the word that `rest` begins with, in bytes; 0 where it begins with none.
fn word_length(rest: &str) -> usize {
    let mut length = 0;
    let mut last = ' ';
    let mut chars = rest.char_indices().peekable();
    while let Some((at, letter)) = chars.next() {
        if !is_letter(letter) {
            let next = chars.peek().map_or(' ', |(_, next)| *next);
            let digits = last.is_ascii_digit() && next.is_ascii_digit();
            let joins = match letter {
                '\'' | '’' | '-' | '\u{2011}' => is_letter(next),
                '.' => is_letter(next) && !is_capital(next),
                ',' => digits,
                _ => false,
            };
            if length == 0 || !joins || !is_letter(last) {
                return length;
            }
        }
        length = at + letter.len_utf8();
        last = letter;
    }
    length
}

/// A capital, then none: how a name is written, and a word that is only stressed is not.
fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next().is_some_and(is_capital);
    first
        && letters
            .next()
            .is_some_and(|second| is_letter(second) && !is_capital(second))
}

/// The marks of Unicode beyond `À` that are no letters.
const PUNCTUATION: [RangeInclusive<char>; 3] = [
    '\u{2000}'..='\u{206F}',
    '\u{2E00}'..='\u{2E7F}',
    '\u{3000}'..='\u{303F}',
];

fn is_letter(it: char) -> bool {
    it.is_ascii_alphanumeric()
        || (it >= 'À'
            && !matches!(it, '×' | '÷')
            && !PUNCTUATION.iter().any(|marks| marks.contains(&it)))
}

/// Whether `it` is a capital of a Western European alphabet.
pub fn is_capital(it: char) -> bool {
    it.is_ascii_uppercase() || matches!(it, 'À'..='Þ')
}

fn is_space(it: Option<char>) -> bool {
    it.is_some_and(|it| matches!(it, ' ' | '\n' | '\t' | '\r' | '\u{A0}' | '\u{202F}'))
}

fn small(it: char) -> char {
    match it {
        '’' => '\'',
        '\u{2011}' => '-',
        'À'..='Þ' if it != '×' => char::from_u32(u32::from(it) + 32).unwrap_or(it),
        _ => it.to_ascii_lowercase(),
    }
}
