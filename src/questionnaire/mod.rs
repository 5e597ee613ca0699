//! What an author writes: misconceptions, the statements that probe them, and the refutations.
//!
//! Knows the shape and the defaults of a valid questionnaire in one language. Does not know JSON (that is
//! [`parse`]), readers or screens.

pub mod answers;
pub mod fields;
pub mod identity;
pub mod markup;
pub mod parse;
pub mod reader;

/// A valid questionnaire, all texts in one language. A text the author left out is empty, here and below.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Questionnaire {
    /// The version of the format it is written in, such as `1.0`.
    pub format: String,
    /// Its name among questionnaires; part of the storage key.
    pub id: String,
    /// The author's version; answers to one version are never shown against another.
    pub version: String,
    /// The language its texts are in here (BCP 47).
    pub lang: String,
    /// Whether its prose may have markup ([`markup`]); names, titles and labels never do.
    pub has_markup: bool,
    /// The title above the first statement.
    pub title: String,
    /// One or two sentences under the title.
    pub intro: String,
    /// What becomes of the answers, in the author's words.
    pub privacy: String,
    /// What a reader agrees to where answers are sent.
    pub consent: String,
    /// The scale of agreement.
    pub scale: Scale,
    /// The scale of certainty, where it is asked.
    pub certainty: Option<Certainty>,
    /// How many of a misconception's statements must be answered.
    pub min_answered: MinAnswered,
    /// Where the verdicts part.
    pub cutoffs: Cutoffs,
    /// In the author's order; at least one.
    pub misconceptions: Vec<Misconception>,
    /// All statements in the author's order, each naming its misconception by index; those of one stand beside each other.
    pub statements: Vec<Statement>,
    /// Closing words by held + leaning, in the author's order.
    pub outcomes: Vec<Outcome>,
    /// Misconceptions that readers have named, each with an answer.
    pub suggestions: Vec<Suggestion>,
    /// Whom the questionnaire owes.
    pub credits: Credits,
    /// What to say when a scorecard is shared.
    pub share: String,
}

impl Questionnaire {
    /// What `text`, which may have markup, says where only characters can stand.
    #[cfg(any(feature = "extras", feature = "authoring"))]
    #[must_use]
    pub fn plain(&self, text: &str) -> String {
        if self.has_markup {
            markup::plain(text)
        } else {
            text.to_owned()
        }
    }

    /// The outcome for this many misconceptions held or leaned towards and this many undecided, with its place: of those
    /// within reach the one that asks for most held or leaned towards, then for most undecided; the last of equals.
    #[must_use]
    pub fn outcome(&self, reached: usize, unsure: usize) -> Option<(usize, &Outcome)> {
        let mut best: Option<(usize, &Outcome)> = None;
        for (index, outcome) in self.outcomes.iter().enumerate() {
            let is_better = best.is_none_or(|(_, best)| {
                outcome.from > best.from
                    || (outcome.from == best.from && outcome.unsure >= best.unsure)
            });
            let is_reached = outcome.from.unsigned_abs() as usize <= reached
                && outcome.unsure.unsigned_abs() as usize <= unsure;
            if is_reached && is_better {
                best = Some((index, outcome));
            }
        }
        best
    }
}

/// The scale of agreement: `points` steps from disagree (1) to agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// 2..=7; 2 is false (1) and true (2).
    pub points: u8,
    /// One a point, or none, where the widget has words of its own (2 and 5 points).
    pub labels: Vec<String>,
    /// Whether "don't know" is offered.
    pub dont_know: bool,
}

impl Default for Scale {
    fn default() -> Self {
        Self {
            points: 5,
            labels: Vec::new(),
            dont_know: true,
        }
    }
}

/// The scale of certainty, from guessing to certain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certainty {
    /// The lowest level.
    pub from: i16,
    /// The highest level; `to - from` is 1..=5.
    pub to: i16,
    /// One a level, or none, where the widget has words of its own (4 levels).
    pub labels: Vec<String>,
}

/// How large a part of a misconception's statements must be answered (SCORING.md 2.2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MinAnswered {
    /// More than half.
    #[default]
    Majority,
    /// Half or more.
    Half,
}

/// Where the verdicts part, in belief (0..=100): 100 >= held > leaning > unsure >= 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cutoffs {
    /// Held from here up.
    pub held: f64,
    /// Leaning from here up.
    pub leaning: f64,
    /// Unsure above this.
    pub unsure: f64,
}

impl Default for Cutoffs {
    fn default() -> Self {
        Self {
            held: 75.0,
            leaning: 62.5,
            unsure: 37.5,
        }
    }
}

/// A named false or harmful belief.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Misconception {
    /// Unique among misconceptions.
    pub id: String,
    /// The belief in a few words.
    pub name: String,
    /// What corrects it.
    pub refutation: Refutation,
    /// How strong the case is; absent where the author does not say.
    pub evidence: Option<Evidence>,
    /// Where the case stands.
    pub sources: Vec<Source>,
}

impl Misconception {
    /// Whether the experts themselves disagree; then nobody is said to be mistaken.
    #[must_use]
    pub fn is_contested(&self) -> bool {
        matches!(&self.evidence, Some(evidence) if evidence.strength == Strength::Contested)
    }
}

/// One sentence a reader agrees or disagrees with.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Unique among statements.
    pub id: String,
    /// The sentence.
    pub text: String,
    /// Which way agreement points.
    pub key: Key,
    /// Finite and above 0.
    pub weight: f64,
    /// Index of its misconception.
    pub misconception: usize,
}

/// Which way agreement with a statement points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Agreeing means holding the misconception.
    Myth,
    /// Agreeing means not holding it.
    Fact,
}

impl Key {
    /// The word for it in the format.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Myth => "myth",
            Self::Fact => "fact",
        }
    }
}

/// What corrects a misconception. A blank line in a text starts a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refutation {
    /// What is so.
    pub fact: String,
    /// What is not.
    pub myth: String,
    /// Why it is easy to believe.
    pub why_believed: String,
    /// What is right about it.
    pub kernel_of_truth: String,
    /// Why it is wrong.
    pub why_wrong: String,
    /// What to do instead.
    pub advice: String,
}

/// How strong the case for a refutation is, and as of when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// How strong.
    pub strength: Strength,
    /// A year, month or day (`2026`, `2026-11`, `2026-11-23`).
    pub as_of: String,
    /// When the author means to look again; written as `as_of`.
    pub review_by: String,
}

/// How strong the case for a refutation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// No serious doubt is left.
    Settled,
    /// Good studies agree.
    Strong,
    /// Experience of those who do the work.
    Practitioner,
    /// Experts disagree.
    Contested,
}

/// Where the case for a refutation stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// What it is called.
    pub title: String,
    /// An http or https address, or empty.
    pub url: String,
    /// When it was published, as the author writes it.
    pub date: String,
    /// A sentence of it, word for word.
    pub quote: String,
    /// The language it is in (BCP 47), where it is another than the questionnaire's; else empty.
    pub lang: String,
}

/// Closing words for `from` or more misconceptions held or leaned towards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Lowest count of held + leaning.
    pub from: i32,
    /// Lowest count of undecided; 0 where the author asks for none.
    pub unsure: i32,
    /// One sentence.
    pub title: String,
    /// A paragraph or more.
    pub text: String,
}

/// A misconception a reader has named, and the author's answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestion {
    /// The misconception.
    pub text: String,
    /// Who named it.
    pub by: String,
    /// The answer.
    pub answer: String,
}

/// Whom the questionnaire owes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credits {
    /// The credit.
    pub text: String,
    /// An http or https address, or empty.
    pub url: String,
    /// The licence's name.
    pub licence: String,
}
