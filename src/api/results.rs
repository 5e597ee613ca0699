//! What the headless core gives back, as types: for native code as they are, for JavaScript as plain objects.
//!
//! Knows shapes and names. A test holds the scorecard here and the one that the reader's module writes together.

use crate::authoring::check::Notice;
use crate::authoring::check::habits::{Habits, Pattern, Random};
use crate::messages::{ApiOnly, Message, Messages};
use crate::questionnaire::Questionnaire;
use crate::questionnaire::answers::{Agreement, Answers, Response};
use crate::scoring::change::Transition;
use crate::scoring::scorecard::{Class, Finding, Headline, Reason, Scorecard, Verdict};
use crate::view::node::{Element, Node};
use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// All verdicts of one reader, with what they are based on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScorecardResult {
    /// The questionnaire that was answered.
    pub questionnaire: QuestionnaireResult,
    /// The counts.
    pub headline: Headline,
    /// One per misconception, in the author's order.
    pub verdicts: Vec<VerdictResult>,
    /// The ids of the misconceptions in the order in which they are shown.
    pub order: Vec<String>,
    /// `straightLined`, if all answers are the same against both keys.
    pub flags: Vec<&'static str>,
    /// The answers, by statement.
    pub answers: AnswersResult,
}

/// What answers come to: the scorecard, and the author's closing words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EvaluationResult {
    /// The scorecard, as the widget gives it too.
    #[serde(flatten)]
    pub scorecard: ScorecardResult,
    /// The outcome that is shown; null if none is, as where answers are missing.
    pub outcome: Option<OutcomeResult>,
}

/// Which of the questionnaire's outcomes is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OutcomeResult {
    /// Its index in the questionnaire, from 0.
    pub index: usize,
    /// Its title.
    pub title: String,
}

/// What a scorecard is of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuestionnaireResult {
    /// The questionnaire's id.
    pub id: String,
    /// The author's version.
    pub version: String,
    /// The version of the format.
    pub format: String,
    /// The points of the scale, 2 to 7.
    pub points: u8,
}

/// What the answers show of one misconception.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct VerdictResult {
    /// The misconception's id.
    pub misconception: String,
    /// Whether it is held.
    pub verdict: Verdict,
    /// What that is based on.
    pub reason: Reason,
    /// 0 to 100, unrounded; null if it cannot be said.
    pub belief: Option<f64>,
    /// Whether experts disagree.
    pub contested: bool,
    /// `single`, `inconsistent`: what qualifies the verdict without changing it.
    pub flags: Vec<&'static str>,
    /// Its statements in the author's order.
    pub statements: Vec<StatementResult>,
}

/// What one statement contributed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatementResult {
    /// The statement's id.
    pub id: String,
    /// A point of the scale or `dontKnow`; null if it was left out.
    pub agreement: Option<Agreement>,
    /// The level of certainty; null if none was given.
    pub certainty: Option<i16>,
    /// 0 to 1, towards the misconception; null for don't know and a blank.
    pub position: Option<f64>,
    /// What the answer shows together with its certainty; null if certainty is not asked.
    pub class: Option<Class>,
}

/// Answers by statement, in the author's order; blanks are absent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswersResult(pub Vec<(String, AnswerResult)>);

/// One answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct AnswerResult {
    /// A point of the scale or `dontKnow`.
    pub agreement: Agreement,
    /// The level of certainty, if one was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty: Option<i16>,
}

/// What moved between two scorecards.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChangesResult {
    /// One per misconception, in the order of the first scorecard.
    pub changes: Vec<ChangeResult>,
}

/// How one misconception moved.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChangeResult {
    /// The misconception's id.
    pub misconception: String,
    /// How the verdict moved; null if either side has too few answers.
    pub transition: Option<Transition>,
    /// Normalised change, -1 to 1; null if it cannot be said (SCORING.md 5).
    pub change: Option<f64>,
}

/// A questionnaire as HTML.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rendered {
    /// The language of its texts.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// The first screen as the widget draws it.
    pub screen: String,
    /// A page to read.
    pub plain: String,
    /// The first screen as data, with what is needed to show it before the widget is there.
    pub first: FirstScreen,
}

/// A first screen that a script has in it, to be shown before the widget is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FirstScreen {
    /// The questionnaire's id, by which answers are kept.
    pub id: String,
    /// The author's version.
    pub version: String,
    /// The screen as the widget draws it.
    pub screen: Tree,
    /// What is said meanwhile.
    pub words: FirstWords,
}

/// What a first screen says while the widget is on its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FirstWords {
    /// The language of these words.
    pub lang: String,
    /// On the button that goes on, once something is chosen.
    pub next: String,
    /// While a reader waits.
    pub one_moment: String,
    /// After they have waited in vain.
    pub not_arrived: String,
    /// On the button for that case.
    pub try_again: String,
}

/// A piece of the screen as compact data: a text, or `[tag, { attribute: value }, ...children]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree(pub Vec<Node>);

/// What an author is told of a questionnaire.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// The errors, then the advice, each in the order of reading.
    pub problems: Vec<Notice>,
    /// What answering out of habit would bring; null if there are errors.
    pub habits: Option<HabitsResult>,
}

/// What answering at random, agreeing or disagreeing with everything would bring.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HabitsResult {
    /// Answers at random; null if there are too many ways to answer to count them exactly.
    pub random: Option<RandomResult>,
    /// Agreeing with everything.
    pub agree: PatternResult,
    /// Disagreeing with everything.
    pub disagree: PatternResult,
}

/// What answers at random bring: probabilities, 0 to 1.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RandomResult {
    /// Per misconception, the probability of each verdict.
    pub verdicts: Vec<ProbabilitiesResult>,
    /// The probability that 0, 1, 2 ... misconceptions are held or leaned towards.
    pub counts: Vec<f64>,
    /// The probability of each outcome, in the author's order.
    pub outcomes: Vec<f64>,
}

/// The probability of each verdict on one misconception.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ProbabilitiesResult {
    /// The misconception's id.
    pub misconception: String,
    /// Of `held`.
    pub held: f64,
    /// Of `leaning`.
    pub leaning: f64,
    /// Of `unsure`.
    pub unsure: f64,
    /// Of `insufficient`.
    pub insufficient: f64,
    /// Of `notHeld`.
    pub not_held: f64,
}

/// What one way of answering brings.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PatternResult {
    /// The counts.
    pub headline: Headline,
    /// One per misconception.
    pub verdicts: Vec<PatternVerdictResult>,
    /// The index of the outcome that is reached; null if none is.
    pub outcome: Option<usize>,
}

/// The verdict that one way of answering brings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PatternVerdictResult {
    /// The misconception's id.
    pub misconception: String,
    /// Whether it is held.
    pub verdict: Verdict,
}

impl ScorecardResult {
    /// The scorecard of these answers to this questionnaire, by ids instead of indices.
    #[must_use]
    pub fn new(scorecard: &Scorecard, questionnaire: &Questionnaire, answers: &Answers) -> Self {
        let misconceptions = &questionnaire.misconceptions;
        let verdicts = misconceptions.iter().zip(&scorecard.findings);
        let order = scorecard.order.iter();
        Self {
            questionnaire: QuestionnaireResult::new(questionnaire),
            headline: scorecard.headline,
            verdicts: verdicts
                .map(|(it, finding)| VerdictResult::new(&it.id, finding, questionnaire, answers))
                .collect(),
            order: order
                .filter_map(|index| Some(misconceptions.get(*index)?.id.clone()))
                .collect(),
            flags: flags(&[("straightLined", scorecard.straight_lined)]),
            answers: AnswersResult::new(questionnaire, answers),
        }
    }
}

impl EvaluationResult {
    /// What these answers to this questionnaire come to.
    #[must_use]
    pub fn new(scorecard: &Scorecard, questionnaire: &Questionnaire, answers: &Answers) -> Self {
        let reached = scorecard.headline.reached();
        let outcome = reached.and_then(|it| questionnaire.outcome(it, scorecard.headline.unsure));
        Self {
            scorecard: ScorecardResult::new(scorecard, questionnaire, answers),
            outcome: outcome.map(|(index, outcome)| OutcomeResult {
                index,
                title: outcome.title.clone(),
            }),
        }
    }
}

impl QuestionnaireResult {
    /// What scorecards of this questionnaire are of.
    #[must_use]
    pub fn new(questionnaire: &Questionnaire) -> Self {
        Self {
            id: questionnaire.id.clone(),
            version: questionnaire.version.clone(),
            format: questionnaire.format.clone(),
            points: questionnaire.scale.points,
        }
    }
}

impl VerdictResult {
    fn new(id: &str, finding: &Finding, questionnaire: &Questionnaire, answers: &Answers) -> Self {
        let statements = finding.contributions.iter().filter_map(|contribution| {
            let statement = questionnaire.statements.get(contribution.statement)?;
            let response = answers.get(contribution.statement).copied().flatten();
            Some(StatementResult {
                id: statement.id.clone(),
                agreement: response.map(|it| it.agreement),
                certainty: response.and_then(|it| it.certainty),
                position: contribution.position,
                class: contribution.class,
            })
        });
        Self {
            misconception: id.to_owned(),
            verdict: finding.verdict,
            reason: finding.reason,
            belief: finding.belief,
            contested: finding.contested,
            flags: flags(&[
                ("single", finding.single),
                ("inconsistent", finding.inconsistent),
            ]),
            statements: statements.collect(),
        }
    }
}

impl AnswersResult {
    /// The answers by the ids of their statements.
    #[must_use]
    pub fn new(questionnaire: &Questionnaire, answers: &Answers) -> Self {
        let both = questionnaire.statements.iter().zip(answers);
        let given = both.filter_map(|(statement, response)| {
            let response = (*response)?;
            Some((statement.id.clone(), response.into()))
        });
        Self(given.collect())
    }
}

impl From<Response> for AnswerResult {
    fn from(response: Response) -> Self {
        Self {
            agreement: response.agreement,
            certainty: response.certainty,
        }
    }
}

impl Serialize for AnswersResult {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(id, answer)| (id, answer)))
    }
}

impl FirstWords {
    /// Those of these messages.
    #[must_use]
    pub fn new(messages: &Messages) -> Self {
        Self {
            lang: messages.lang.clone(),
            next: messages.text(Message::Next).to_owned(),
            one_moment: messages.api_only(ApiOnly::OneMoment).to_owned(),
            not_arrived: messages.api_only(ApiOnly::NotArrived).to_owned(),
            try_again: messages.api_only(ApiOnly::TryAgain).to_owned(),
        }
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(Piece))
    }
}

struct Piece<'a>(&'a Node);

impl Serialize for Piece<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let element = match self.0 {
            Node::Text(text) => return serializer.serialize_str(text),
            Node::Element(element) => element,
        };
        let (tag, attributes) = attributes(element);
        let mut parts = serializer.serialize_seq(Some(2 + element.children.len()))?;
        parts.serialize_element(tag)?;
        parts.serialize_element(&attributes)?;
        for child in &element.children {
            parts.serialize_element(&Piece(child))?;
        }
        parts.end()
    }
}

/// The tag of an element, and all its attributes.
fn attributes(element: &Element) -> (&'static str, BTreeMap<String, String>) {
    let mut attributes = BTreeMap::new();
    let tag = element.tag(&mut |name, value| {
        attributes.insert(name.to_owned(), value.to_owned());
    });
    for (name, value) in &element.attributes {
        attributes.insert((*name).to_owned(), value.clone());
    }
    (tag, attributes)
}

impl HabitsResult {
    /// The habits by ids instead of indices.
    #[must_use]
    pub fn new(habits: &Habits, questionnaire: &Questionnaire) -> Self {
        let random = habits.random.as_ref();
        Self {
            random: random.map(|it| RandomResult::new(it, questionnaire)),
            agree: PatternResult::new(&habits.agree, questionnaire),
            disagree: PatternResult::new(&habits.disagree, questionnaire),
        }
    }
}

impl RandomResult {
    fn new(random: &Random, questionnaire: &Questionnaire) -> Self {
        let both = questionnaire.misconceptions.iter().zip(&random.verdicts);
        let verdicts = both.map(|(misconception, row)| {
            // In the order of `Verdict::ALL`.
            let [held, leaning, unsure, insufficient, not_held] = *row;
            ProbabilitiesResult {
                misconception: misconception.id.clone(),
                held,
                leaning,
                unsure,
                insufficient,
                not_held,
            }
        });
        Self {
            verdicts: verdicts.collect(),
            counts: random.counts.clone(),
            outcomes: random.outcomes.clone(),
        }
    }
}

impl PatternResult {
    fn new(pattern: &Pattern, questionnaire: &Questionnaire) -> Self {
        let both = questionnaire.misconceptions.iter().zip(&pattern.verdicts);
        let verdicts = both.map(|(misconception, verdict)| PatternVerdictResult {
            misconception: misconception.id.clone(),
            verdict: *verdict,
        });
        Self {
            headline: pattern.headline,
            verdicts: verdicts.collect(),
            outcome: pattern.outcome,
        }
    }
}

/// The names of the flags that are up.
fn flags(flags: &[(&'static str, bool)]) -> Vec<&'static str> {
    let up = flags.iter().filter(|(_, is_up)| *is_up);
    up.map(|(name, _)| *name).collect()
}
