//! Finds statements that are hard to answer because of their wording.
//!
//! This room knows what makes a sentence hard to agree or disagree with, and which words reveal it.
//! It must not know questionnaires, keys or what an author is told. The words of each language have
//! files of their own.
//!
//! An author sees the result beside every statement, and a single wrong remark destroys the trust
//! in all others. So each rule needs evidence in the words themselves and stays silent if a reader
//! of the sentence could doubt it. There is no grammar here, only lists of words, their order, and
//! the commas between them.
//!
//! Ignored everywhere are words in quotation marks or brackets, which are mentioned rather than
//! said, and words with a capital inside a sentence, which are names. So there is never a remark on
//! a title in capitals or on a statement that is one quotation.

mod claims;
mod cues;
mod english;
mod language;
mod norwegian;
pub mod pairs;
mod reading;
mod tokens;

use english::ENGLISH;
use language::{Language, NEGATION, VERB, has};
use norwegian::NORWEGIAN;
use reading::Reading;
use tokens::Gap;
pub use tokens::MOST;

/// What makes a statement hard to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IssueKind {
    /// The statement makes two claims, but there is only one answer for both.
    ///
    /// Found are: `and/or`; a semicolon or the end of a sentence with a claim on either side;
    /// `both … and`; `not only … but`; `and` or `but` followed by a second verb ("helps and costs
    /// little"), followed by a second subject and its verb ("and the effect is lasting"), or
    /// between two judgements after a verb such as `is` ("is cheap and quick").
    ///
    /// Deliberately not found are: anything joined inside a condition or a relative clause ("people
    /// who smoke and drink"), nouns ("research and development"), adjectives before a noun ("a
    /// cheap and quick method"), infinitives ("stop and think"), `or`, `as well as`, and a claim
    /// with its reason ("because").
    DoubleBarrelled,
    /// The statement contains a negation, which a reader who disagrees must turn around: "disagree
    /// that it is not so".
    ///
    /// Deliberately not found are: negations of a condition or of the people in question ("children
    /// who do not sleep"), because disagreeing does not change them; negations of an act ("it is
    /// unwise not to sleep"); contrasts ("a fruit, not a vegetable"); `without`, `rarely` and
    /// prefixes ("unsafe"), which negate a word rather than the sentence; and `no longer`, which
    /// describes a change.
    Negated,
    /// The statement contains a word that allows no exception, so that knowing one is enough to
    /// disagree. This includes words that also negate, such as `never` and `none`.
    ///
    /// Deliberately not found are: words that are softened or negated ("almost all", "not always"),
    /// that count ("only 10 %", "every third", "all four"), that say how often ("every day"), that
    /// belong to a condition or to the people in question ("people who never smoke", "everyone who
    /// works here"), and `any`, `each`, `must`.
    Absolute,
}

/// One reason why a statement is hard to answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue<'a> {
    /// The reason.
    pub kind: IssueKind,
    /// The word that reveals it, as it is in the text: one word, two that belong together
    /// (`not only`, `and/or`), or, if another sentence follows, the last word of a sentence with
    /// its mark (`cheap.`, `cheap;`).
    pub word: &'a str,
}

/// The issues of `text`: at most one of each kind, which is the first, in the order of
/// [`IssueKind`].
///
/// `lang` is a language tag (BCP 47). English and Norwegian are supported in all variants (`en-GB`,
/// `nb`, `nn-NO`, `no`); for other languages the result is empty. Takes time linear in the length
/// of the text and reads at most its first [`MOST`] words.
#[must_use]
pub fn slips<'a>(text: &'a str, lang: &str) -> Vec<Issue<'a>> {
    let Some(language) = language_of(lang) else {
        return Vec::new();
    };
    let reading = Reading::of(text, language);
    let kinds: [(IssueKind, Rule<'a>); 3] = [
        (IssueKind::DoubleBarrelled, Reading::two_claims),
        (IssueKind::Negated, Reading::negation),
        (IssueKind::Absolute, Reading::absolute),
    ];
    let mut slips = Vec::new();
    for (kind, rule) in kinds {
        if let Some(word) = (0..reading.len()).find_map(|at| rule(&reading, at)) {
            slips.push(Issue { kind, word });
        }
    }
    slips
}

/// Returns what reveals an issue of one kind at the word with this index, if there is one.
type Rule<'a> = fn(&Reading<'a>, usize) -> Option<&'a str>;

impl<'a> Reading<'a> {
    fn negation(&self, at: usize) -> Option<&'a str> {
        let language = self.language();
        let word = self.telling(at)?;
        let plain = has(language.not, word) || word.ends_with("n't");
        let parted = matches!(self.gap(at), Gap::Comma | Gap::Colon);
        let contrast = plain && (parted || has(language.contrasts, self.near(at, -1)));
        let of_an_act = plain && self.denies_an_act(at);
        if !(plain || has(language.negations, word)) || contrast || of_an_act || self.qualifies(at)
        {
            return None;
        }
        let pair = has(language.pairs_of_none, &[word, self.near(at, 1)].join("-"));
        self.slice(at, at + usize::from(pair))
    }

    /// Whether the negation at `at` belongs to an infinitive or a participle: "not to sleep",
    /// "objects not moving".
    fn denies_an_act(&self, at: usize) -> bool {
        let language = self.language();
        let (before, after) = (self.near(at, -1), self.near(at, 1));
        let participle = !language.participle.is_empty() && after.ends_with(language.participle);
        let act = participle
            || [before, after]
                .iter()
                .any(|word| has(language.infinitive, word));
        act && self.roles(at, -1) & VERB == 0
    }

    fn absolute(&self, at: usize) -> Option<&'a str> {
        let language = self.language();
        let word = self.telling(at)?;
        let next = self.near(at, 1);
        let strong = has(language.absolutes, word)
            || (has(language.wholly, word) && has(language.wholes, next))
            || (has(language.opening_absolutes, word) && self.gap(at) == Gap::Sentence);
        let counts =
            has(language.only, word) && (1..=3).any(|step| self.number(self.near(at, step)));
        let bounded = has(language.everybody, word)
            && (has(language.relatives, next) || has(language.that, next));
        let silent = !strong || counts || bounded || self.softened(at) || self.qualifies(at);
        if silent { None } else { self.slice(at, at) }
    }

    /// Whether the word at `at` is softened or negated by what precedes it: "almost all", "does not
    /// cure all".
    fn softened(&self, at: usize) -> bool {
        let language = self.language();
        has(language.softeners, self.near(at, -1))
            || (1..=6)
                .take_while(|back| !self.near(at, -back).is_empty())
                .any(|back| self.roles(at, -back) & NEGATION != 0)
    }

    /// Whether the word at `at` says which people, things or cases are meant rather than what is
    /// claimed about them. It then belongs to a condition, or to a relative clause before its verb.
    fn qualifies(&self, at: usize) -> bool {
        let language = self.language();
        for back in 1..=language.reach {
            let word = self.near(at, -back);
            let first = self.opens_clause(at, -back);
            let opening = (first || back == 1) && has(language.opening_conditions, word);
            let relative = has(language.relatives, word) || (!first && has(language.that, word));
            if opening || has(language.conditions, word) || (relative && self.led_up(at, back)) {
                return true;
            }
            if word.is_empty() || first {
                return false;
            }
        }
        false
    }

    /// Whether the words between a relative pronoun, `back` words before `at`, and the word at `at`
    /// show that the latter is before or beside the verb of the relative clause: "foods that do
    /// not", "mat som barn ikke liker".
    fn led_up(&self, at: usize, back: isize) -> bool {
        let language = self.language();
        if language.verb_before_not {
            return back <= 3 && !self.finite(at, -1);
        }
        (1..back).all(|step| {
            let word = self.near(at, -step);
            has(language.auxiliaries, word)
                || has(language.bases, word)
                || has(language.adverbs, word)
        })
    }
}

/// The language of a language tag, if it is supported.
fn language_of(tag: &str) -> Option<&'static Language> {
    let primary = tag.split(['-', '_']).next()?;
    let is = |name: &str| primary.eq_ignore_ascii_case(name);
    if is("en") {
        Some(&ENGLISH)
    } else if is("nb") || is("nn") || is("no") {
        Some(&NORWEGIAN)
    } else {
        None
    }
}
