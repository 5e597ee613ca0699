//! Why a document cannot be used, with everything that is wrong with it.
//!
//! Knows the stable names of the failures; not how they come about.

use super::problem::Problem;

/// Why there is no result. The name of the variant, in camel case, is the error's `code`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The questionnaire cannot be used.
    InvalidQuestionnaire(Vec<Problem>),
    /// The answers are not answers to it.
    InvalidAnswers(Vec<Problem>),
    /// Two scorecards, or a scorecard and a questionnaire, cannot be read or are not of the same questionnaire, version
    /// and scale.
    NotComparable(Vec<Problem>),
}

impl Failure {
    /// The stable name of the failure.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::InvalidQuestionnaire(_) => "invalidQuestionnaire",
            Self::InvalidAnswers(_) => "invalidAnswers",
            Self::NotComparable(_) => "notComparable",
        }
    }

    /// Everything that is wrong.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::InvalidQuestionnaire(problems)
            | Self::InvalidAnswers(problems)
            | Self::NotComparable(problems) => problems,
        }
    }
}
