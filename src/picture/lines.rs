//! Breaks a text into lines that fit.
//!
//! This file knows where a line may end. The width of a text is known to [`super::widths`].

use super::widths::{Weight, is_full_width, width};
use crate::data::text::{first_cluster, is_mark};

/// The mark for text that was left out.
const LEFT_OUT: &str = "…";

/// Breaks `text` into at most `most` lines, none wider than `room` times the font size. If the text
/// is too long, the last line ends in an ellipsis.
#[must_use]
pub fn lines(text: &str, weight: Weight, room: f64, most: usize) -> Vec<String> {
    let mut lines = broken(text, weight, room, most);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = shortened(last, weight, room);
        }
    }
    lines
}

/// The same as [`lines`], with lines of about equal length.
#[must_use]
pub fn balanced(text: &str, weight: Weight, room: f64, most: usize) -> Vec<String> {
    let mut best = lines(text, weight, room, most);
    let is_whole = broken(text, weight, room, most).len() <= most;
    let (mut low, mut high) = (room / 2.0, room);
    for _ in 0..8 {
        let middle = f64::midpoint(low, high);
        let tried = broken(text, weight, middle, most);
        // A word that was not cut must not be cut now.
        let is_good = is_whole && tried.len() == best.len() && words(&tried) == words(&best);
        if is_good {
            best = tried;
            high = middle;
        } else {
            low = middle;
        }
    }
    best
}

/// The width of the widest unbreakable part of a text, at a font size of 1.
#[must_use]
pub fn widest(text: &str, weight: Weight) -> f64 {
    let widths = pieces(text).map(|it| width(&it.text, weight) + width(it.end, weight));
    widths.fold(0.0, f64::max)
}

fn words(lines: &[String]) -> usize {
    let words = |line: &String| line.split_whitespace().count();
    lines.iter().map(words).sum()
}

/// Wraps the lines in direction isolates if `text` runs in the opposite direction to the picture.
#[must_use]
pub fn turned(lines: Vec<String>, text: &str, is_mirrored: bool) -> Vec<String> {
    let strong = text.chars().find(|it| it.is_alphabetic());
    let isolate = match (strong.map(is_right_to_left), is_mirrored) {
        (Some(true), false) => '\u{2067}',
        (Some(false), true) => '\u{2066}',
        _ => return lines,
    };
    let turn = |line| format!("{isolate}{line}\u{2069}");
    lines.into_iter().map(turn).collect()
}

/// Whether a letter belongs to a script that is written from right to left.
fn is_right_to_left(character: char) -> bool {
    matches!(character,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}

/// An unbreakable part of a text.
struct Piece {
    text: String,
    /// Whether a space precedes it, except at the beginning of a line.
    is_spaced: bool,
    /// What is added after it if the line ends there, such as a hyphen.
    end: &'static str,
}

/// The lines of `text`. Stops one line after `most`, which shows that the text is too long.
fn broken(text: &str, weight: Weight, room: f64, most: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    // What is added if the line ends after the current piece.
    let mut end = "";
    for piece in pieces(text) {
        let mut longer = line.clone();
        if piece.is_spaced && !line.is_empty() {
            longer.push(' ');
        }
        longer.push_str(&piece.text);
        let fits = |text: &str| width(text, weight) + width(piece.end, weight) <= room;
        if fits(&longer) {
            line = longer;
        } else {
            if !line.is_empty() {
                lines.push(line + end);
            }
            line = piece.text;
            while !line.is_empty() && !fits(&line) && lines.len() <= most {
                let (first, rest) = cut(&line, weight, room);
                lines.push(first);
                line = rest;
            }
        }
        end = piece.end;
        if lines.len() > most {
            return lines;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The pieces of a text. They are found one by one, because most pieces of a long text are never
/// needed.
fn pieces(text: &str) -> impl Iterator<Item = Piece> + '_ {
    let mut rest = text;
    let mut is_spaced = false;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let (text, end, is_before_space, after) = first_piece(rest);
            let piece = Piece {
                text: text.to_owned(),
                is_spaced,
                end,
            };
            rest = after;
            is_spaced = is_before_space || (is_spaced && text.is_empty());
            if !text.is_empty() {
                return Some(piece);
            }
        }
        None
    })
}

/// Everything up to the first possible line break, what is added if the line ends there, whether
/// the break is a space, and the rest.
fn first_piece(text: &str) -> (&str, &'static str, bool, &str) {
    let mut before = None;
    for (at, character) in text.char_indices() {
        let (piece, rest) = text.split_at(at);
        let after = rest.get(character.len_utf8()..).unwrap_or_default();
        if is_space(character) {
            return (piece, "", true, after);
        }
        match character {
            '\u{ad}' => return (piece, "-", false, after),
            '\u{200b}' => return (piece, "", false, after),
            _ if before.is_some_and(|before| may_end_between(before, character)) => {
                return (piece, "", false, rest);
            }
            _ => before = Some(character),
        }
    }
    (text, "", false, "")
}

/// Whether `character` is a space or control at which a line may end.
fn is_space(character: char) -> bool {
    let keeps_together = matches!(character, '\u{a0}' | '\u{2007}' | '\u{202f}');
    (character.is_whitespace() || character.is_control()) && !keeps_together
}

/// Whether a line may end between two characters without anything being added.
fn may_end_between(before: char, after: char) -> bool {
    if is_mark(after) || is_closing(after) || is_opening(before) || before == '\u{200d}' {
        return false;
    }
    let is_joint = matches!(before, '-' | '\u{2010}' | '–' | '—' | '/') && after.is_alphabetic();
    is_joint || is_full_width(before) || is_full_width(after)
}

/// Characters with which a line must not begin.
fn is_closing(character: char) -> bool {
    const CLOSING: &str = ",.:;!?)]}%»”’…、。，．：；！？）］｝」』】〕》〉ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ・";
    CLOSING.contains(character)
}

/// Characters with which a line must not end.
fn is_opening(character: char) -> bool {
    const OPENING: &str = "([{«“‘（［｛「『【〔《〈";
    OPENING.contains(character)
}

/// Cuts a word that is too long for a line into what fits and the rest. The first part has at least
/// one character.
fn cut(word: &str, weight: Weight, room: f64) -> (String, String) {
    let (cluster, mut rest) = first_cluster(word);
    let mut first = cluster.to_owned();
    let mut last = cluster;
    loop {
        let (next, after) = first_cluster(rest);
        let (beyond, _) = first_cluster(after);
        let longer =
            width(&first, weight) + width(next, weight) + width(hyphen(next, beyond), weight);
        if next.is_empty() || longer > room {
            first.push_str(hyphen(last, next));
            return (first, rest.to_owned());
        }
        first.push_str(next);
        last = next;
        rest = after;
    }
}

/// What is added if a word is cut between these two characters.
fn hyphen(before: &str, after: &str) -> &'static str {
    let is_letter = |text: &str| {
        let first = text.chars().next();
        first.is_some_and(|it| it.is_alphabetic() && it < '\u{530}')
    };
    if is_letter(before) && is_letter(after) {
        "-"
    } else {
        ""
    }
}

/// The characters of a text as people see them.
fn clusters(text: &str) -> Vec<&str> {
    let mut clusters = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (cluster, after) = first_cluster(rest);
        clusters.push(cluster);
        rest = after;
    }
    clusters
}

/// Shortens a line so that the ellipsis fits. Keeps whole words unless that would leave too little.
fn shortened(line: &str, weight: Weight, room: f64) -> String {
    let closed = |text: &str| {
        let text = text.trim_end_matches([' ', ',', '.', ';', ':', '-', '–', '—']);
        text.to_owned() + LEFT_OUT
    };
    let mut kept = clusters(line);
    while width(&closed(&kept.concat()), weight) > room && kept.pop().is_some() {}
    let kept = kept.concat();
    let is_cut =
        kept.len() < line.len() && !line.get(kept.len()..).is_some_and(|it| it.starts_with(' '));
    let words = kept
        .rsplit_once(' ')
        .filter(|_| is_cut)
        .map(|(words, _)| words);
    let words = words.filter(|words| width(words, weight) > room * 0.4);
    closed(words.unwrap_or(&kept))
}
