//! What the rules need to know about a language: lists of words. This file knows no rules.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Words by their role. Each list is one string of lower-case words separated by spaces; arrays of
/// strings would take more bytes in the module.
pub struct Language {
    /// The lists as an index by word, built on first use.
    pub index: OnceLock<Index>,
    /// Idioms whose words do not have their usual meaning, separated by `|`; `#` stands for a
    /// number.
    pub idioms: &'static str,
    /// Abbreviations whose full stop does not end a sentence.
    pub abbreviations: &'static str,
    /// Numbers in words.
    pub numbers: &'static str,

    /// The plain negation.
    pub not: &'static str,
    /// All other negations.
    pub negations: &'static str,
    /// Two words that negate as one, joined by a hyphen here.
    pub pairs_of_none: &'static str,
    /// Words before `not` that set two things against each other.
    pub contrasts: &'static str,

    /// Words that allow no exception.
    pub absolutes: &'static str,
    /// The same, if they begin the sentence. Elsewhere they have other meanings too.
    pub opening_absolutes: &'static str,
    /// Words for `completely` that are too common to count unless one of `wholes` follows.
    pub wholly: &'static str,
    /// Words that are absolute if one of `wholly` precedes them.
    pub wholes: &'static str,
    /// Those of `absolutes` that also mean `no more than`.
    pub only: &'static str,
    /// Those of `absolutes` that a relative clause can restrict: `everyone who`.
    pub everybody: &'static str,
    /// Words that soften the absolute after them.
    pub softeners: &'static str,

    /// Relative pronouns without another meaning.
    pub relatives: &'static str,
    /// A relative pronoun with other meanings. It is one if no subject precedes its verb.
    pub that: &'static str,
    /// Words that begin a condition, a time or a reason.
    pub conditions: &'static str,
    /// The same, if they begin their clause. Elsewhere they are prepositions.
    pub opening_conditions: &'static str,
    /// Other words that begin a subordinate clause.
    pub subordinators: &'static str,
    /// How many words back a condition is searched if no comma ends it.
    pub reach: isize,
    /// Whether `not` follows the verb in a main clause and precedes it in a subordinate one.
    pub verb_before_not: bool,

    /// The word for `and`.
    pub and: &'static str,
    /// The word for `or`.
    pub or: &'static str,
    /// The word for `but`.
    pub but: &'static str,
    /// The word for `both`.
    pub both: &'static str,
    /// What may follow `not only …`.
    pub but_also: &'static str,

    /// Verbs that are always finite, and auxiliaries.
    pub auxiliaries: &'static str,
    /// Other finite verbs that have no other meaning.
    pub verbs: &'static str,
    /// Finite verbs that are also infinitives.
    pub bases: &'static str,
    /// Finite verbs that are also nouns.
    pub nouns_too: &'static str,
    /// Words that may be verbs: enough to show that a claim has been made, too little to show a
    /// second one.
    pub perhaps: &'static str,
    /// What may follow one of `nouns_too` if it is a verb.
    pub after_verbs: &'static str,
    /// The marker of an infinitive.
    pub infinitive: &'static str,
    /// The ending of participles; empty if an ending does not identify them.
    pub participle: &'static str,
    /// Words that an infinitive may follow.
    pub before_infinitives: &'static str,
    /// Verbs that say what something is like.
    pub copulas: &'static str,
    /// Subjects of one word.
    pub pronouns: &'static str,
    /// First words of longer subjects.
    pub determiners: &'static str,
    /// Words that may precede a verb or an adjective.
    pub adverbs: &'static str,
    /// Adjectives that judge.
    pub adjectives: &'static str,
    /// Endings of other adjectives.
    pub adjective_endings: &'static str,
    /// Letters by which an adjective may be inflected.
    pub inflections: &'static str,
    /// What may follow the last of two adjectives that do not belong to a noun.
    pub after_judgements: &'static str,
}

/// The roles of a word, as bits, because many words have several.
pub type Roles = u8;

/// A finite verb and nothing else.
pub const FINITE: Roles = 1;
/// May be a verb.
pub const VERB: Roles = 2;
/// Begins a subordinate clause.
pub const SUBORDINATOR: Roles = 4;
/// An infinitive may follow.
pub const BEFORE_INFINITIVE: Roles = 8;
/// Negates.
pub const NEGATION: Roles = 16;
/// A subject of one word.
pub const PRONOUN: Roles = 32;
/// Begins a subordinate clause if it begins its clause.
pub const OPENING: Roles = 64;

/// An index for looking up every word of a text. Searching the lists instead would take seconds for
/// a long questionnaire.
#[derive(Debug, Default)]
pub struct Index {
    roles: BTreeMap<&'static str, Roles>,
    /// Idioms by their first word.
    idioms: BTreeMap<&'static str, Vec<&'static str>>,
}

impl Language {
    /// The roles of `word` according to the lists.
    pub fn roles(&'static self, word: &str) -> Roles {
        self.index().roles.get(word).copied().unwrap_or(0)
    }

    /// The idioms that begin with `word`.
    pub fn idioms(&'static self, word: &str) -> &'static [&'static str] {
        self.index().idioms.get(word).map_or(&[], Vec::as_slice)
    }

    fn index(&'static self) -> &'static Index {
        self.index.get_or_init(|| {
            let mut index = Index::default();
            for (list, roles) in [
                (self.auxiliaries, FINITE | VERB),
                (self.verbs, FINITE | VERB),
                (self.bases, VERB),
                (self.nouns_too, VERB),
                (self.perhaps, VERB),
                (self.relatives, SUBORDINATOR),
                (self.conditions, SUBORDINATOR),
                (self.subordinators, SUBORDINATOR),
                (self.before_infinitives, BEFORE_INFINITIVE),
                (self.not, NEGATION),
                (self.negations, NEGATION),
                (self.pronouns, PRONOUN),
                (self.opening_conditions, OPENING),
            ] {
                for word in list.split_ascii_whitespace() {
                    *index.roles.entry(word).or_insert(0) |= roles;
                }
            }
            for idiom in self.idioms.split('|') {
                let first = idiom.split(' ').next().unwrap_or_default();
                index.idioms.entry(first).or_default().push(idiom);
            }
            index
        })
    }
}

/// Whether `word` is in `list`; false if `word` is empty.
pub fn has(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split_ascii_whitespace().any(|it| it == word)
}
