//! Which statements are hard to answer by their wording alone.
//!
//! Knows what makes a sentence hard to agree or disagree with, and how to tell by its words. Does not know
//! questionnaires, keys or what an author is told; the words of each language are in files of their own.
//!
//! An author sees this beside every statement, and one wrong remark costs the trust in all the others. So each
//! rule needs evidence in the words themselves, and where a reader of the sentence could doubt, it is silent.
//! There is no grammar here: lists of words, their order, and the commas between them.
//!
//! Passed over everywhere: words in quotation marks or brackets, which are mentioned rather than said, and words
//! with a capital inside a sentence, which are names. So a title set with capitals, or a statement that is one
//! quotation, is never remarked on.

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
    /// Two claims, and one answer for both.
    ///
    /// Found: `and/or`; a semicolon or the end of a sentence with a claim on either side; `both … and`;
    /// `not only … but`; `and` or `but` with a second verb after it ("helps and costs little"), with a second
    /// subject and its verb ("and the effect is lasting"), or between two judgements after a verb such as `is`
    /// ("is cheap and quick").
    ///
    /// Missed on purpose: everything joined inside a condition or a relative clause ("people who smoke and
    /// drink"), nouns ("research and development"), adjectives before a noun ("a cheap and quick method"),
    /// infinitives ("stop and think"), `or`, `as well as`, and a claim with its reason ("because").
    DoubleBarrelled,
    /// A negation, which a reader who disagrees must turn around: "disagree that it is not so".
    ///
    /// Missed on purpose: negations of a condition or of the people meant ("children who do not sleep"), for
    /// disagreeing leaves them as they are; of an act ("it is unwise not to sleep"); contrasts ("a fruit, not a
    /// vegetable"); `without`, `rarely` and prefixes ("unsafe"), which deny a word and not the sentence; and
    /// `no longer`, which speaks of a change.
    Negated,
    /// A word that allows of no exception, so that knowing one is enough to disagree. Also where it denies at
    /// once, such as `never` and `none`.
    ///
    /// Missed on purpose: words that are softened or denied ("almost all", "not always"), that count ("only
    /// 10 %", "every third", "all four"), that say how often ("every day"), that belong to a condition or to
    /// those meant ("people who never smoke", "everyone who works here"), and `any`, `each`, `must`.
    Absolute,
}

/// One thing that makes a statement hard to answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue<'a> {
    /// What it is.
    pub kind: IssueKind,
    /// The word that shows it, as it stands in the text: one word, two that belong together (`not only`,
    /// `and/or`), or the last word of a sentence with its mark where another follows (`cheap.`, `cheap;`).
    pub word: &'a str,
}

/// What makes `text` hard to answer: at most one slip of each kind, the first, in the order of [`IssueKind`].
///
/// `lang` is a BCP 47 tag. Of English and Norwegian only the language counts (`en-GB`, `nb`, `nn-NO`, `no`); for
/// all others the list is empty. Takes time linear in the text, whatever it holds, and looks at the first
/// [`MOST`] words of it.
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

/// Whether the word at a place is a slip of one kind: if so, what shows it.
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

    /// Whether the negation at `at` is that of an infinitive or a participle: "not to sleep", "objects not moving".
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

    /// Whether the word at `at` is taken back before it is said: "almost all", "does not cure all".
    fn softened(&self, at: usize) -> bool {
        let language = self.language();
        has(language.softeners, self.near(at, -1))
            || (1..=6)
                .take_while(|back| !self.near(at, -back).is_empty())
                .any(|back| self.roles(at, -back) & NEGATION != 0)
    }

    /// Whether the word at `at` says which people, things or cases are meant, rather than what is claimed of
    /// them: it stands in a condition, or in a relative clause that has not come to its verb.
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

    /// Whether what lies between a relative pronoun, `back` words before `at`, and the word at `at` leaves it
    /// before the verb of the relative clause, or beside it: "foods that do not", "mat som barn ikke liker".
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

/// The language of a BCP 47 tag, if it is known.
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
