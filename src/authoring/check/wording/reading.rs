//! A text divided into clauses and sentences, with its idioms marked.
//!
//! This file knows the lists of a language and the words around a word. It must not know what makes
//! a statement hard to answer.

use super::language::{
    BEFORE_INFINITIVE, FINITE, Language, NEGATION, OPENING, PRONOUN, Roles, SUBORDINATOR, VERB, has,
};
use super::tokens::{Gap, Word, is_capital, words};

/// A text that has been read once.
pub struct Reading<'a> {
    text: &'a str,
    language: &'static Language,
    words: Vec<Word<'a>>,
    /// The place of each word; as many as `words`.
    places: Vec<Place>,
    sentences: Vec<Sentence>,
}

/// The clause and the sentence of a word, counted from 0, and its roles. A comma begins a clause, a
/// semicolon a sentence.
#[derive(Clone, Copy)]
struct Place {
    clause: usize,
    sentence: usize,
    roles: Roles,
}

/// What is known about a sentence as a whole.
#[derive(Clone, Copy)]
struct Sentence {
    words: usize,
    verb: bool,
}

/// The border between two sentences.
pub struct Border<'a> {
    /// The last word of the first sentence, with its mark.
    pub ending: &'a str,
    /// The number of words of the shorter sentence.
    pub words: usize,
    /// Whether both have a verb.
    pub verbs: bool,
}

impl<'a> Reading<'a> {
    /// Reads `text`.
    pub fn of(text: &'a str, language: &'static Language) -> Self {
        let mut reading = Self {
            text,
            language,
            words: words(text, language.abbreviations),
            places: Vec::new(),
            sentences: Vec::new(),
        };
        reading.place();
        for at in 0..reading.words.len() {
            let first = reading.words.get(at).map_or("", |word| word.lower.as_str());
            for idiom in language.idioms(first) {
                reading.pass_over(at, idiom);
            }
            reading.pass_over_title(at);
        }
        reading
    }

    fn place(&mut self) {
        let (mut clause, mut sentence) = (0, 0);
        for at in 0..self.words.len() {
            let gap = self.gap(at);
            clause += usize::from(gap >= Gap::Comma);
            if gap >= Gap::Semicolon || at == 0 {
                sentence = self.sentences.len();
                self.sentences.push(Sentence {
                    words: 0,
                    verb: false,
                });
            }
            let roles = self.role(at);
            self.places.push(Place {
                clause,
                sentence,
                roles,
            });
            if let Some(sentence) = self.sentences.last_mut() {
                sentence.words += 1;
                sentence.verb |= roles & VERB != 0;
            }
        }
    }

    /// The roles of the word at `at`, by itself and depending on whether it begins its clause.
    fn role(&self, at: usize) -> Roles {
        let language = self.language;
        let word = self.words.get(at).map_or("", |word| word.lower.as_str());
        let mut roles = language.roles(word);
        let subject = word.split_once('\'').map_or("", |(subject, _)| subject);
        if language.roles(subject) & PRONOUN != 0 {
            roles |= FINITE | VERB;
        }
        if word.ends_with("'ll") || word.ends_with("'d") {
            roles |= BEFORE_INFINITIVE;
        }
        if word.ends_with("n't") {
            roles |= FINITE | VERB | BEFORE_INFINITIVE | NEGATION;
        }
        if roles & OPENING != 0 && self.gap(at) >= Gap::Comma {
            roles |= SUBORDINATOR;
        }
        roles
    }

    /// Marks the words of `idiom` as ignored if it begins at `at`.
    fn pass_over(&mut self, at: usize, idiom: &str) {
        let mut length = 0;
        for word in idiom.split_ascii_whitespace() {
            let here = self.near(at, length);
            if here != word && !(word == "#" && self.number(here)) {
                return;
            }
            length += 1;
        }
        let ignored = self.words.iter_mut().skip(at).zip(0..length);
        ignored.for_each(|(word, _)| word.ignored = true);
    }

    /// Marks the word at `at` as ignored if two names follow it, because it then begins a title.
    fn pass_over_title(&mut self, at: usize) {
        let names = (1..=2).all(|step| self.near(at, step).starts_with(is_capital));
        if let Some(word) = self.words.get_mut(at).filter(|_| names) {
            word.ignored = true;
        }
    }

    /// The lists of the language.
    pub fn language(&self) -> &'static Language {
        self.language
    }

    /// The number of words.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// The word `steps` after `at`, in lower case; empty if a comma is in between or there is none.
    pub fn near(&self, at: usize, steps: isize) -> &str {
        self.other(at, steps, |here, there| here.clause == there.clause)
    }

    /// The word `steps` after `at`, in lower case; empty outside the sentence.
    pub fn within(&self, at: usize, steps: isize) -> &str {
        self.other(at, steps, |here, there| here.sentence == there.sentence)
    }

    fn other(&self, at: usize, steps: isize, same: fn(Place, Place) -> bool) -> &str {
        let there = at.checked_add_signed(steps);
        let places = (
            self.places.get(at),
            there.and_then(|there| self.places.get(there)),
        );
        match (places, there.and_then(|there| self.words.get(there))) {
            ((Some(here), Some(there)), Some(word)) if same(*here, *there) => &word.lower,
            _ => "",
        }
    }

    /// The roles of the word `steps` after `at`; none outside the sentence.
    pub fn roles(&self, at: usize, steps: isize) -> Roles {
        let there = at
            .checked_add_signed(steps)
            .and_then(|there| self.places.get(there));
        match (self.places.get(at), there) {
            (Some(here), Some(there)) if here.sentence == there.sentence => there.roles,
            _ => 0,
        }
    }

    /// Whether the word `steps` after `at` is a finite verb and nothing else.
    pub fn finite(&self, at: usize, steps: isize) -> bool {
        self.roles(at, steps) & FINITE != 0
    }

    /// Whether the word `steps` after `at` begins its clause.
    pub fn opens_clause(&self, at: usize, steps: isize) -> bool {
        at.checked_add_signed(steps)
            .is_some_and(|there| self.gap(there) >= Gap::Comma)
    }

    /// The word at `at` without a possessive `'s`; `None` if it is ignored.
    pub fn telling(&self, at: usize) -> Option<&str> {
        let word = self.words.get(at).filter(|word| !word.ignored)?;
        Some(word.lower.strip_suffix("'s").unwrap_or(&word.lower))
    }

    /// The text from the word `first` to the word `last`.
    pub fn slice(&self, first: usize, last: usize) -> Option<&'a str> {
        let (start, end) = (self.words.get(first)?.start, self.words.get(last)?.end);
        self.text.get(start..end)
    }

    /// What separates the word at `at` from the one before it.
    pub fn gap(&self, at: usize) -> Gap {
        self.words.get(at).map_or(Gap::Sentence, |word| word.gap)
    }

    /// The border before the word at `at`, if a sentence ends there.
    pub fn border(&self, at: usize) -> Option<Border<'a>> {
        let ending = self.words.get(at)?.ending;
        let number = self.places.get(at).filter(|_| !ending.is_empty())?.sentence;
        let before = self.sentences.get(number.checked_sub(1)?)?;
        let after = self.sentences.get(number)?;
        Some(Border {
            ending,
            words: before.words.min(after.words),
            verbs: before.verb && after.verb,
        })
    }

    /// Whether `word` is a number, in digits or in words.
    pub fn number(&self, word: &str) -> bool {
        word.starts_with(|first: char| first.is_ascii_digit()) || has(self.language.numbers, word)
    }
}
