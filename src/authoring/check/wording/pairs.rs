//! Finds pairs of statements that do not contradict each other, by their words alone.
//!
//! This file knows the two statements of a misconception and the lists in `cues`. It must not know
//! keys, questionnaires or what an author is told.
//!
//! Whether one sentence contradicts another takes understanding, which no list of words has. But
//! some failures show in a few words: two of several reasons, two of several times, two extremes.
//! Other failures are not found, and whatever looks like a contradiction ("at least as much",
//! "something other than") is accepted.

use super::cues::{Cues, ENGLISH, NORWEGIAN};
use super::language::has;
use super::reading::Reading;
use super::tokens::{Word, words};
use super::{Language, language_of};

/// How many words of a statement are read; the rest is ignored.
const LONGEST: usize = 80;

/// What is doubtful about a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It says what should be, which no evidence can decide.
    Wish,
    /// Somebody who thinks clearly could disagree with both.
    Refused,
    /// Somebody who thinks clearly could agree with both.
    Accepted,
    /// The statements have no word in common.
    Unrelated,
}

/// The first doubt about `one` and `other`, and the words that reveal it: one from each, empty if
/// there is none. The order of the two does not matter.
///
/// `lang` is a language tag, as for [`super::slips`].
#[must_use]
pub fn doubt<'a>(one: &'a str, other: &'a str, lang: &str) -> Option<(Doubt, [&'a str; 2])> {
    let language = language_of(lang)?;
    let (one, other) = (Side::of(one, language), Side::of(other, language));
    let both = |rule: fn(&Side<'a>) -> Option<&'a str>| Some([rule(&one)?, rule(&other)?]);
    let wish = [Side::wish(&one), Side::wish(&other)].map(Option::unwrap_or_default);
    if wish.iter().any(|word| !word.is_empty()) {
        return Some((Doubt::Wish, wish));
    }
    let refused = if one.denies() || other.denies() {
        None
    } else {
        one.one_of_several(&other)
            .or_else(|| one.compared(&other))
            .or_else(|| one.opposed(&other))
            .or_else(|| other.opposed(&one).map(|[one, other]| [other, one]))
    };
    refused
        .or_else(|| both(Side::extreme))
        .or_else(|| one.apart_in_time(&other))
        .map(|words| (Doubt::Refused, words))
        .or_else(|| both(Side::now_and_then).map(|words| (Doubt::Accepted, words)))
        .or_else(|| {
            one.is_unrelated(&other)
                .then_some((Doubt::Unrelated, [""; 2]))
        })
}

/// A span of time: how many units, if that is said, and the seconds of one unit.
#[derive(Clone, Copy)]
struct Span<'a> {
    number: Option<f64>,
    seconds: f64,
    shown: &'a str,
}

impl Span<'_> {
    /// Whether both can be the same time.
    fn meets(&self, other: &Self) -> bool {
        match (self.number, other.number) {
            (Some(one), Some(two)) => {
                let (one, two) = (one * self.seconds, two * other.seconds);
                (one - two).abs() < 0.05 * one.max(two)
            }
            _ => (self.seconds - other.seconds).abs() < 1.0,
        }
    }
}

/// One statement of a pair.
struct Side<'a> {
    text: &'a str,
    words: Vec<Word<'a>>,
    reading: Reading<'a>,
    language: &'static Language,
    cues: &'static Cues,
}

impl<'a> Side<'a> {
    fn of(text: &'a str, language: &'static Language) -> Self {
        let cues = if language.and == "and" {
            &ENGLISH
        } else {
            &NORWEGIAN
        };
        let mut words = words(text, language.abbreviations);
        words.truncate(LONGEST);
        Self {
            text,
            words,
            reading: Reading::of(text, language),
            language,
            cues,
        }
    }

    /// The word at `at` in lower case, or as it is if it is a name; empty if there is none.
    fn at(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.lower.as_str())
    }

    /// The word `back` words before `at`.
    fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |before| self.at(before))
    }

    fn shown(&self, from: usize, to: usize) -> &'a str {
        let range = self.words.get(from).zip(self.words.get(to));
        range
            .and_then(|(from, to)| self.text.get(from.start..to.end))
            .unwrap_or_default()
    }

    /// The first and the last index of the first of `phrases`, which are separated by `|`.
    fn find(&self, phrases: &str) -> Option<(usize, usize)> {
        for at in 0..self.words.len() {
            let word = self.at(at);
            if word.is_empty() {
                continue;
            }
            for phrase in phrases.split('|').filter(|it| it.starts_with(word)) {
                let mut length = 0;
                let is_here = phrase.split(' ').all(|it| {
                    length += 1;
                    self.at(at + length - 1) == it
                });
                if is_here {
                    return Some((at, at + length - 1));
                }
            }
        }
        None
    }

    /// The first three words from `at` on that have a meaning of their own.
    fn meaning(&self, at: usize) -> impl Iterator<Item = &str> {
        let rest = self.words.iter().skip(at).map(|it| it.lower.as_str());
        rest.filter(|word| self.carries(word)).take(3)
    }

    fn carries(&self, word: &str) -> bool {
        let language = self.language;
        let empty = [
            self.cues.small,
            language.determiners,
            language.pronouns,
            language.auxiliaries,
            language.infinitive,
        ];
        !word.is_empty() && !empty.iter().any(|list| has(list, word))
    }

    /// The word `should`, if the statement says it itself rather than reporting or asking it.
    fn wish(&self) -> Option<&'a str> {
        let language = self.language;
        let at = (0..self.words.len()).find(|at| has(self.cues.wishes, self.at(*at)))?;
        let is_reported = (0..at).any(|before| {
            let word = self.at(before);
            has(language.subordinators, word) || has(language.conditions, word)
        });
        (!is_reported && !self.reading.qualifies(at)).then(|| self.shown(at, at))
    }

    /// Whether the statement has words of contradiction: "at least as much", "something other
    /// than".
    fn denies(&self) -> bool {
        let equal = self.cues.equal;
        let is_equal = |at: usize| {
            let follows = |step| self.at(at + step) == equal.1;
            let is_no_more = has(self.cues.none, self.at(at)) && self.at(at + 2) == self.cues.than;
            is_no_more || (self.at(at) == equal.0 && (equal.1.is_empty() || (2..=8).any(follows)))
        };
        self.find(self.cues.denials).is_some() || (0..self.words.len()).any(is_equal)
    }

    /// Both name the most important of several, or a cause, but not the same.
    fn one_of_several(&self, other: &Self) -> Option<[&'a str; 2]> {
        [self.cues.mainly, self.cues.causes]
            .iter()
            .find_map(|cues| {
                let (mine, theirs) = (self.find(cues)?, other.find(cues)?);
                let is_same = self.meaning(mine.1 + 1).eq(other.meaning(theirs.1 + 1));
                let words = [self.shown(mine.0, mine.1), other.shown(theirs.0, theirs.1)];
                (!is_same).then_some(words)
            })
    }

    /// Both say `more than`, `is better` or `is the best`. Somebody who sees no difference
    /// disagrees with both.
    fn compared(&self, other: &Self) -> Option<[&'a str; 2]> {
        let than = self.cues.than;
        match (self.find(than), other.find(than)) {
            (Some((mine, _)), Some((theirs, _))) => {
                let (after, their) = (self.at(mine + 1), other.at(theirs + 1));
                let is_threshold = after == their && self.is_quantity(after);
                let words = [
                    self.shown(mine.saturating_sub(1), mine),
                    other.shown(theirs.saturating_sub(1), theirs),
                ];
                (!is_threshold).then_some(words)
            }
            (None, None) => self
                .judged(other, Self::judged_more)
                .or_else(|| self.judged(other, Self::judged_most)),
            _ => None,
        }
    }

    fn is_quantity(&self, word: &str) -> bool {
        word.starts_with(|first: char| first.is_ascii_digit())
            || has(self.cues.quantities, word)
            || has(self.language.numbers, word)
    }

    fn judged(&self, other: &Self, rule: fn(&Self) -> Option<&'a str>) -> Option<[&'a str; 2]> {
        Some([rule(self)?, rule(other)?])
    }

    /// What is ranked first: "is the best".
    fn judged_most(&self) -> Option<&'a str> {
        let (from, to) = self.find(self.cues.superlatives)?;
        has(self.language.copulas, self.before(from, 1)).then(|| self.shown(from, to))
    }

    /// A comparative that follows a verb such as `is`: "is safer".
    fn judged_more(&self) -> Option<&'a str> {
        let is_one = |at: &usize| {
            has(self.cues.comparatives, self.at(*at))
                && has(self.language.copulas, self.before(*at, 1))
        };
        let at = (1..self.words.len()).find(is_one)?;
        Some(self.shown(at, at))
    }

    /// One says that something rises, the other that it falls; it may also stay the same.
    fn opposed(&self, other: &Self) -> Option<[&'a str; 2]> {
        for opposites in self.cues.opposites.split('|') {
            let Some((one, two)) = opposites.split_once('/') else {
                continue;
            };
            if let (Some(mine), Some(theirs)) = (self.first_of(one), other.first_of(two)) {
                return Some([mine, theirs]);
            }
        }
        None
    }

    fn first_of(&self, list: &str) -> Option<&'a str> {
        let at = (0..self.words.len()).find(|at| has(list, self.at(*at)))?;
        Some(self.shown(at, at))
    }

    /// A word that allows no exception, or `nobody` at the beginning. "No bigger" is not an
    /// extreme.
    fn extreme(&self) -> Option<&'a str> {
        let begins = self.reading.telling(0).unwrap_or_default();
        let nobody = has(self.cues.none, begins).then(|| self.shown(0, 0));
        nobody.or_else(|| (0..self.words.len()).find_map(|at| self.reading.absolute(at)))
    }

    /// `some`, `often`: what is true of some can also be true of others.
    fn now_and_then(&self) -> Option<&'a str> {
        let cues = self.cues;
        let is_one = |at: &usize| {
            has(cues.partly, self.at(*at))
                && !has(cues.not_before, self.before(*at, 1))
                && !has(cues.not_after, self.at(at + 1))
                && self.span(at + 1).is_none()
                && !self.reading.qualifies(*at)
        };
        let at = (0..self.words.len()).find(is_one)?;
        Some(self.shown(at, at))
    }

    /// The span of time whose unit is at `at`. A unit in the singular needs a number before it: "a
    /// day", not "day".
    fn span(&self, at: usize) -> Option<Span<'a>> {
        let word = self.at(at);
        let (singular, _, seconds) = self
            .cues
            .units
            .iter()
            .find(|(one, more, _)| *one == word || has(more, word))?;
        let amount = |word: &str| {
            let known = self.cues.amounts.iter().find(|(name, _)| *name == word);
            known
                .map(|(_, number)| *number)
                .or_else(|| word.parse().ok())
        };
        let number = amount(self.before(at, 1));
        let half = has(self.cues.half, self.before(at, 2));
        let number = if half { Some(0.5) } else { number };
        if word == *singular && number.is_none() {
            return None;
        }
        let back = usize::from(number.is_some()) + usize::from(half);
        Some(Span {
            number,
            seconds: *seconds,
            shown: self.shown(at.saturating_sub(back), at),
        })
    }

    /// Both name times, but none in common.
    fn apart_in_time(&self, other: &Self) -> Option<[&'a str; 2]> {
        let spans = |side: &Self| -> Vec<Span<'a>> {
            (0..side.words.len())
                .filter_map(|at| side.span(at))
                .collect()
        };
        let (mine, theirs) = (spans(self), spans(other));
        let meet = mine
            .iter()
            .any(|one| theirs.iter().any(|two| one.meets(two)));
        let shown = [mine.first()?.shown, theirs.first()?.shown];
        (!meet).then_some(shown)
    }

    /// Whether they share no word with a meaning of its own, in whatever form. False if either has
    /// fewer than three such words.
    fn is_unrelated(&self, other: &Self) -> bool {
        let meanings = |side: &Self| -> Vec<String> {
            let own = side.words.iter().filter(|word| side.carries(&word.lower));
            own.map(|word| word.lower.to_lowercase()).collect()
        };
        let (mine, theirs) = (meanings(self), meanings(other));
        let is_told = mine.len() > 2 && theirs.len() > 2;
        is_told
            && !mine
                .iter()
                .any(|one| theirs.iter().any(|two| is_akin(one, two)))
    }
}

/// Whether two words have the same beginning or one contains the other: `forget` and `forgets`,
/// `fish` and `goldfish`.
fn is_akin(one: &str, two: &str) -> bool {
    let alike = one.chars().zip(two.chars()).take_while(|(a, b)| a == b);
    let shorter = one.chars().count().min(two.chars().count());
    alike.count() >= shorter.min(4) || (shorter > 3 && (one.contains(two) || two.contains(one)))
}
