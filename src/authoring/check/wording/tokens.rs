//! A text divided into words, with what is between them.
//!
//! This file knows letters and punctuation, and of a language only its abbreviations. It does
//! without the tables of Unicode, which would take more bytes than all rules: beyond ASCII,
//! everything but a few known marks counts as a letter.

use std::ops::RangeInclusive;

use super::language::has;

/// How many words are read. No statement has as many, and even the longest text is read at once.
pub const MOST: usize = 4_000;

/// A word, or a whole quotation.
pub struct Word<'a> {
    /// The beginning in the text, in bytes.
    pub start: usize,
    /// The end in the text, in bytes.
    pub end: usize,
    /// The word in lower case, with `’` as `'`; a name as it is; empty for a quotation.
    pub lower: String,
    /// What separates it from the word before.
    pub gap: Gap,
    /// The end of the sentence before it: the last word with its mark. Empty within a sentence.
    pub ending: &'a str,
    /// Whether the rules ignore it: a name, a quotation, part of an idiom.
    pub ignored: bool,
}

/// What separates two words, the weakest first. A lone dash counts as a comma.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Only space.
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

/// The words of `text`, without those in brackets. Takes time linear in the length of the text.
pub fn words<'a>(text: &'a str, abbreviations: &str) -> Vec<Word<'a>> {
    let mut words: Vec<Word<'a>> = Vec::new();
    let mut between = Between::beginning();
    // Opening marks that nothing closes, so that no text is searched twice for the same reason.
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

/// What comes next in a text.
#[derive(Clone, Copy)]
enum Piece {
    Word,
    Quotation,
    Brackets,
    Mark,
}

/// The next piece of a text, which must not be empty, and its length in bytes.
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
    /// The last mark that may end a sentence, with its position.
    stop: Option<(usize, char)>,
    /// Whether a space follows that mark.
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

    /// Adds a mark. `spaced` says whether a space follows it.
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

    /// What separates the word `before` from the word `next`.
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

    /// The word at the end of a sentence, which begins at `from`, with its mark; empty if no
    /// sentence has ended.
    fn ending<'a>(&self, text: &'a str, from: usize, gap: Gap) -> &'a str {
        self.stop
            .filter(|_| gap >= Gap::Semicolon)
            .and_then(|(at, mark)| text.get(from..at + mark.len_utf8()))
            .unwrap_or_default()
    }
}

/// The length in bytes of the word at the beginning of `rest`; 0 if there is none.
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

/// A capital followed by a lower-case letter. That is how a name is written; a stressed word is all
/// capitals.
fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next().is_some_and(is_capital);
    first
        && letters
            .next()
            .is_some_and(|second| is_letter(second) && !is_capital(second))
}

/// The marks of Unicode beyond `À` that are not letters.
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
