//! What the rules need to know of a language: lists of words. Knows no sentence.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Words by the work they do. Each list is one text, its words in small letters with a space between: lists
/// of texts would weigh more in the module.
pub struct Language {
    /// The lists by word, once they have been asked for.
    pub index: OnceLock<Index>,
    /// Turns of phrase that say nothing of what their words say, with `|` between; `#` is a number.
    pub idioms: &'static str,
    /// What ends in a full stop without ending a sentence.
    pub abbreviations: &'static str,
    /// Numbers in words.
    pub numbers: &'static str,

    /// The plain negation.
    pub not: &'static str,
    /// All other negations.
    pub negations: &'static str,
    /// Two words that deny as one, joined by a hyphen here.
    pub pairs_of_none: &'static str,
    /// What stands before `not` where two things are set against each other.
    pub contrasts: &'static str,

    /// Words that allow of no exception.
    pub absolutes: &'static str,
    /// The same, where they begin the sentence; elsewhere they mean other things too.
    pub opening_absolutes: &'static str,
    /// Words for `completely` that are too common to tell anything but before one of `wholes`.
    pub wholly: &'static str,
    /// What is much when it is so completely.
    pub wholes: &'static str,
    /// The absolutes that also mean `no more than`.
    pub only: &'static str,
    /// The absolutes that a relative clause may bound: `everyone who`.
    pub everybody: &'static str,
    /// Words before an absolute that take it back.
    pub softeners: &'static str,

    /// Relative pronouns that are nothing else.
    pub relatives: &'static str,
    /// A relative pronoun that is other things too: it is one where no subject comes before its verb.
    pub that: &'static str,
    /// What begins a condition, a time or a reason.
    pub conditions: &'static str,
    /// The same, where they begin their clause; elsewhere they are prepositions.
    pub opening_conditions: &'static str,
    /// Other words that begin a clause within a clause.
    pub subordinators: &'static str,
    /// How many words back a condition reaches where no comma ends it.
    pub reach: isize,
    /// Whether `not` stands after the verb in a main clause, and before it in others.
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

    /// Verbs that are always finite, and those that help others.
    pub auxiliaries: &'static str,
    /// Other finite verbs that are no other word.
    pub verbs: &'static str,
    /// Finite verbs that are infinitives too.
    pub bases: &'static str,
    /// Finite verbs that are nouns too.
    pub nouns_too: &'static str,
    /// Words that may be verbs: enough to show that a claim has been made, too little to show a second.
    pub perhaps: &'static str,
    /// What may follow those that are nouns too where they are verbs.
    pub after_verbs: &'static str,
    /// The mark of an infinitive.
    pub infinitive: &'static str,
    /// How participles end, where that tells them.
    pub participle: &'static str,
    /// What an infinitive follows.
    pub before_infinitives: &'static str,
    /// Verbs that say how a thing is.
    pub copulas: &'static str,
    /// Subjects of one word.
    pub pronouns: &'static str,
    /// What a subject of more words begins with.
    pub determiners: &'static str,
    /// What may stand before a verb, and before an adjective.
    pub adverbs: &'static str,
    /// Judgements.
    pub adjectives: &'static str,
    /// How other adjectives end.
    pub adjective_endings: &'static str,
    /// Letters that an adjective may take on.
    pub inflections: &'static str,
    /// What may follow the last of two adjectives that belong to no noun.
    pub after_judgements: &'static str,
}

/// What a word is known to be: bits, for many are several things.
pub type Roles = u8;

/// A finite verb and nothing else.
pub const FINITE: Roles = 1;
/// A word that may be a verb.
pub const VERB: Roles = 2;
/// Begins a clause within a clause.
pub const SUBORDINATOR: Roles = 4;
/// An infinitive may follow.
pub const BEFORE_INFINITIVE: Roles = 8;
/// Denies.
pub const NEGATION: Roles = 16;
/// A subject of one word.
pub const PRONOUN: Roles = 32;
/// Begins a clause within a clause, where it begins its clause.
pub const OPENING: Roles = 64;

/// What every word of a text is looked up for; going through the lists for each would take seconds for a long
/// questionnaire.
#[derive(Debug, Default)]
pub struct Index {
    roles: BTreeMap<&'static str, Roles>,
    /// Idioms by their first word.
    idioms: BTreeMap<&'static str, Vec<&'static str>>,
}

impl Language {
    /// What `word` is by the lists alone.
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

/// Whether `word` is in `list`; no word never is.
pub fn has(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split_ascii_whitespace().any(|it| it == word)
}
