//! The errors that say why a document cannot be used, each with the problems that were found.
//!
//! This file knows the stable names of the errors. It must not know how they come about.

use super::problem::Problem;

/// Why there is no result. The variant's name in camel case is the error's `code` in JavaScript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The questionnaire cannot be used.
    InvalidQuestionnaire(Vec<Problem>),
    /// The answers do not fit the questionnaire.
    InvalidAnswers(Vec<Problem>),
    /// Two scorecards, or a scorecard and a questionnaire, cannot be compared: one cannot be read,
    /// or they differ in questionnaire, version or scale.
    NotComparable(Vec<Problem>),
}

impl Failure {
    /// The stable name of the error, such as `invalidQuestionnaire`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::InvalidQuestionnaire(_) => "invalidQuestionnaire",
            Self::InvalidAnswers(_) => "invalidAnswers",
            Self::NotComparable(_) => "notComparable",
        }
    }

    /// The problems that were found. At least one of them is not tolerated
    /// ([`Problem::is_tolerated`]).
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::InvalidQuestionnaire(problems)
            | Self::InvalidAnswers(problems)
            | Self::NotComparable(problems) => problems,
        }
    }
}
