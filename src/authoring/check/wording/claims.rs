//! Finds sentences that make two claims.
//!
//! This file knows the forms in which a second claim follows the first. Each rule looks for
//! evidence in the surrounding words, at most [`FAR`] words away, so that a text without full stops
//! takes no longer.

use super::language::{BEFORE_INFINITIVE, FINITE, NEGATION, Roles, SUBORDINATOR, VERB, has};
use super::reading::Reading;
use super::tokens::Gap;

/// How many words back a clause is read.
const FAR: isize = 40;

impl<'a> Reading<'a> {
    /// What reveals that a second claim begins at `at`.
    pub fn two_claims(&self, at: usize) -> Option<&'a str> {
        self.two_sentences(at)
            .or_else(|| self.not_only(at))
            .or_else(|| self.both(at))
            .or_else(|| self.conjunction(at))
    }

    /// A sentence that ends before `at`, with a semicolon, or with a verb in it and in the next
    /// one.
    fn two_sentences(&self, at: usize) -> Option<&'a str> {
        let border = self.border(at)?;
        let claims = border.verbs || border.ending.ends_with(';');
        (claims && border.words >= 3).then_some(border.ending)
    }

    /// `not only … but`.
    fn not_only(&self, at: usize) -> Option<&'a str> {
        let language = self.language();
        let here = has(language.not, self.within(at, 0)) && has(language.only, self.near(at, 1));
        let also = here && (2..=20).any(|step| has(language.but_also, self.within(at, step)));
        if also { self.slice(at, at + 1) } else { None }
    }

    /// `both … and`, unless it is negated ("cannot have both") or not a claim.
    fn both(&self, at: usize) -> Option<&'a str> {
        let language = self.language();
        let here = has(language.both, self.telling(at)?);
        let and = here && (2..=8).any(|step| has(language.and, self.within(at, step)));
        let claims = and && !self.qualifies(at) && !self.softened(at);
        if claims { self.slice(at, at) } else { None }
    }

    /// `and`, `but` or `and/or` between two claims.
    fn conjunction(&self, at: usize) -> Option<&'a str> {
        let language = self.language();
        let word = self.telling(at)?;
        if !has(language.and, word) && !has(language.but, word) {
            None
        } else if self.gap(at + 1) == Gap::Slash && has(language.or, self.near(at, 1)) {
            self.slice(at, at + 1)
        } else if self.joins(at) {
            self.slice(at, at)
        } else {
            None
        }
    }

    /// Whether the conjunction at `at` joins two claims rather than two words.
    fn joins(&self, at: usize) -> bool {
        let language = self.language();
        let comma = self.gap(at) >= Gap::Comma;
        let but = has(language.but, self.within(at, 0));
        let before = self.before(at, comma);
        if before & SUBORDINATOR != 0 {
            return false;
        }
        let denies = but && has(language.not, self.near(at, 1)) && !self.near(at, 2).is_empty();
        let claimed = before & VERB != 0;
        (claimed && (denies || self.second_subject(at, comma, before)))
            || self.second_verb(at, before)
            || (!(but && before & NEGATION != 0) && self.two_judgements(at))
    }

    /// The roles of everything before `at`: in the clause, or in the whole sentence if there is a
    /// comma before `at`.
    fn before(&self, at: usize, comma: bool) -> Roles {
        let mut before = 0;
        for back in 1..=FAR {
            before |= self.roles(at, -back);
            if self.opens_clause(at, -back) && !comma {
                break;
            }
        }
        before
    }

    /// "… and costs little": a verb without a subject of its own. Two adjacent verbs are one act,
    /// and so are two infinitives, except in "should be good and cost little".
    fn second_verb(&self, at: usize, before: Roles) -> bool {
        let language = self.language();
        let there = self.past_adverbs(at, 0);
        let (word, next) = (self.near(at, there), self.near(at, there + 1));
        let second = before & BEFORE_INFINITIVE == 0 || self.judgement(self.near(at, -1));
        let base = second && has(language.bases, word);
        let no_noun = has(language.nouns_too, word) && has(language.after_verbs, next);
        let verb = self.finite(at, there) || base || (before & VERB != 0 && no_noun);
        let verb = verb && !word.is_empty();
        verb && self.roles(at, -1) & VERB == 0
    }

    /// "… and it costs little", "…, and the costs are low". The latter needs a certain finite verb
    /// before it; otherwise it may be the end of a list: "shops, schools, and the mayor are".
    fn second_subject(&self, at: usize, comma: bool, before: Roles) -> bool {
        let language = self.language();
        let there = self.past_adverbs(at, 0);
        let subject = self.near(at, there);
        let verb = there + self.past_adverbs(at, there);
        let after = self.near(at, verb);
        let acts = !after.is_empty() && (self.finite(at, verb) || has(language.bases, after));
        let short = subject.split_once('\'').map_or("", |(short, _)| short);
        if (has(language.pronouns, subject) && acts) || has(language.pronouns, short) {
            return true;
        }
        let reach = if before & FINITE == 0 {
            0
        } else if comma {
            6
        } else if has(language.determiners, subject) {
            4
        } else if self.judgement(self.near(at, -1)) {
            2
        } else {
            0
        };
        self.verb_follows(at, reach)
    }

    /// Whether a subject with its verb follows the conjunction within `reach` words.
    fn verb_follows(&self, at: usize, reach: isize) -> bool {
        for step in 1..=reach {
            if self.near(at, step).is_empty() || self.roles(at, step) & SUBORDINATOR != 0 {
                return false;
            }
            let infinitive = self.roles(at, step - 1) & BEFORE_INFINITIVE != 0;
            if step > 1 && self.finite(at, step) && !infinitive {
                return true;
            }
        }
        false
    }

    /// "is cheap and quick", without a noun after it.
    fn two_judgements(&self, at: usize) -> bool {
        let language = self.language();
        let (first, there) = (self.within(at, -1), self.past_adverbs(at, 0));
        let (second, next) = (self.near(at, there), self.near(at, there + 1));
        let both = self.adjective(first) && self.adjective(second);
        let alone = next.is_empty() || has(language.after_judgements, next);
        both && (self.judgement(first) || self.judgement(second))
            && alone
            && (2..=5).any(|back| has(language.copulas, self.within(at, -back)))
    }

    /// How many steps lead past the adverbs that begin `start` steps after `at`.
    fn past_adverbs(&self, at: usize, start: isize) -> isize {
        let adverbs = self.language().adverbs;
        (1..=3)
            .find(|step| !has(adverbs, self.near(at, start + step)))
            .unwrap_or(3)
    }

    /// Whether `word` is one of the known judgements, possibly inflected.
    fn judgement(&self, word: &str) -> bool {
        let language = self.language();
        let short = word
            .char_indices()
            .next_back()
            .map(|(last, letter)| (word.get(..last), letter));
        has(language.adjectives, word)
            || short.is_some_and(|(stem, letter)| {
                language.inflections.contains(letter)
                    && has(language.adjectives, stem.unwrap_or_default())
            })
    }

    /// Whether `word` is a judgement or has the ending of an adjective.
    fn adjective(&self, word: &str) -> bool {
        let mut endings = self.language().adjective_endings.split_ascii_whitespace();
        self.judgement(word) || (word.len() > 6 && endings.any(|ending| word.ends_with(ending)))
    }
}
