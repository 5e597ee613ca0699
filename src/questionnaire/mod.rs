//! What an author writes: misconceptions, the statements that probe them, and their refutations.
//!
//! This file knows the shape and the defaults of a valid questionnaire in one language. It must not
//! know JSON (that is [`parse`]), readers or screens.

pub mod answers;
pub mod fields;
pub mod identity;
pub mod markup;
pub mod parse;
pub mod reader;

/// A valid questionnaire, with all texts in one language. A text that the author left out is an
/// empty string, here and in all parts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Questionnaire {
    /// The version of the format it is written in: `1` or `1.x`.
    pub format: String,
    /// Identifies it among questionnaires; part of the storage key. Not empty, no spaces.
    pub id: String,
    /// The author's version. Answers to one version are never shown against another.
    pub version: String,
    /// The language of its texts, as a language tag (BCP 47).
    pub lang: String,
    /// Whether its prose may have [`markup`]. Names, titles and labels never have any.
    pub has_markup: bool,
    /// The title above the first statement.
    pub title: String,
    /// One or two sentences under the title.
    pub intro: String,
    /// What happens to the answers, in the author's words; empty for the widget's own sentence.
    pub privacy: String,
    /// What a reader agrees to before answers are sent to an endpoint.
    pub consent: String,
    /// The scale of agreement.
    pub scale: Scale,
    /// The scale of certainty; `None` if certainty is not asked.
    pub certainty: Option<Certainty>,
    /// What part of a misconception's statements must be answered for a verdict.
    pub min_answered: MinAnswered,
    /// The limits in belief between the verdicts.
    pub cutoffs: Cutoffs,
    /// All misconceptions in the author's order; at least one.
    pub misconceptions: Vec<Misconception>,
    /// All statements in the author's order, 1 to 1,000. Those of one misconception are adjacent.
    pub statements: Vec<Statement>,
    /// The author's closing words for different results; see [`Questionnaire::outcome`].
    pub outcomes: Vec<Outcome>,
    /// Misconceptions that readers have named, each with the author's answer.
    pub suggestions: Vec<Suggestion>,
    /// The people or works that the questionnaire credits.
    pub credits: Credits,
    /// What to say when a scorecard is shared; if empty, the title takes its place.
    pub share: String,
}

impl Questionnaire {
    /// `text`, which may have markup, as plain characters.
    #[cfg(any(feature = "extras", feature = "authoring"))]
    #[must_use]
    pub fn plain(&self, text: &str) -> String {
        if self.has_markup {
            markup::plain(text)
        } else {
            text.to_owned()
        }
    }

    /// The outcome, with its index, for `reached` misconceptions that are held or leaned towards
    /// and `unsure` undecided ones. An outcome qualifies if both of its counts are reached. Among
    /// those, the one with the highest `from` wins, then the one with the highest `unsure`, then
    /// the last.
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
    /// 2 to 7. With 2, the points mean false (1) and true (2).
    pub points: u8,
    /// One label per point. May be empty for 2 and 5 points, for which the widget has its own.
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
    /// The lowest level, -1000 to 1000.
    pub from: i16,
    /// The highest level; 1 to 5 above `from`.
    pub to: i16,
    /// One label per level. May be empty for 4 levels, for which the widget has its own.
    pub labels: Vec<String>,
}

/// What part of a misconception's statements must be answered for a verdict (SCORING.md 2.2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MinAnswered {
    /// More than half.
    #[default]
    Majority,
    /// Half or more.
    Half,
}

/// The limits between the verdicts, on the scale of belief: 100 >= held > leaning > unsure >= 0
/// (SCORING.md 2.4).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cutoffs {
    /// The lowest belief that is held.
    pub held: f64,
    /// The lowest belief that is leaning.
    pub leaning: f64,
    /// The highest belief that is not held; above it begins unsure.
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
    /// Unique among the misconceptions.
    pub id: String,
    /// The belief in a few words.
    pub name: String,
    /// What corrects it.
    pub refutation: Refutation,
    /// How strong the case is; `None` if the author does not say.
    pub evidence: Option<Evidence>,
    /// Sources for the refutation.
    pub sources: Vec<Source>,
}

impl Misconception {
    /// Whether experts disagree about it. Nobody is then said to be mistaken.
    #[must_use]
    pub fn is_contested(&self) -> bool {
        matches!(&self.evidence, Some(evidence) if evidence.strength == Strength::Contested)
    }
}

/// One sentence that a reader agrees or disagrees with.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Unique among all statements.
    pub id: String,
    /// The sentence.
    pub text: String,
    /// Whether agreement counts for or against the misconception.
    pub key: Key,
    /// How much the statement counts; finite and above 0.
    pub weight: f64,
    /// The index of its misconception.
    pub misconception: usize,
}

/// Whether agreement with a statement counts for or against the misconception.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Agreeing means holding the misconception.
    Myth,
    /// Agreeing means not holding it.
    Fact,
}

impl Key {
    /// Its name in the format: `myth` or `fact`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Myth => "myth",
            Self::Fact => "fact",
        }
    }
}

/// What corrects a misconception. In each text a blank line starts a new paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refutation {
    /// What is true. Required.
    pub fact: String,
    /// The misconception as a sentence; if empty, its name takes this place.
    pub myth: String,
    /// Why the misconception is easy to believe.
    pub why_believed: String,
    /// What is right about the misconception.
    pub kernel_of_truth: String,
    /// Why the misconception is wrong. Required.
    pub why_wrong: String,
    /// What to do instead.
    pub advice: String,
}

/// How strong the case for a refutation is, and as of when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The strength.
    pub strength: Strength,
    /// As of when: a year, month or day (`2026`, `2026-11`, `2026-11-23`).
    pub as_of: String,
    /// When the author means to look again, in the same form as `as_of`.
    pub review_by: String,
}

/// How strong the case for a refutation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// No serious doubt is left.
    Settled,
    /// Good studies agree.
    Strong,
    /// The case rests on the experience of practitioners.
    Practitioner,
    /// Experts disagree.
    Contested,
}

/// A source for a refutation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The title of the source.
    pub title: String,
    /// Its http or https URL.
    pub url: String,
    /// When it was published, as the author writes it.
    pub date: String,
    /// One sentence from it, verbatim.
    pub quote: String,
    /// Its language (BCP 47) if that differs from the questionnaire's.
    pub lang: String,
}

/// The author's closing words for a result, chosen by [`Questionnaire::outcome`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The lowest number of misconceptions held or leaned towards, 0 to 1000.
    pub from: i32,
    /// The lowest number of undecided misconceptions, 0 to 1000; 0 if the author does not ask for
    /// any.
    pub unsure: i32,
    /// One sentence.
    pub title: String,
    /// One or more paragraphs.
    pub text: String,
}

/// A misconception that a reader has named, and the author's answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestion {
    /// The misconception.
    pub text: String,
    /// Who named it.
    pub by: String,
    /// The author's answer.
    pub answer: String,
}

/// The people or works that the questionnaire credits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credits {
    /// The credit.
    pub text: String,
    /// An http or https URL.
    pub url: String,
    /// The name of the licence.
    pub licence: String,
}
