//! The results of the headless core as types: used as they are by native code, and as plain objects
//! by JavaScript.
//!
//! This file knows shapes and names, in which ids take the place of indices. In JavaScript the
//! names are camel case, and `None` is null unless a field says otherwise. A test makes sure that
//! the scorecard here equals the one that the reader's module writes.

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

/// All verdicts of one reader, with what they rest on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScorecardResult {
    /// The questionnaire that was answered.
    pub questionnaire: QuestionnaireResult,
    /// How many misconceptions have each verdict.
    pub headline: Headline,
    /// One entry per misconception, in the author's order.
    pub verdicts: Vec<VerdictResult>,
    /// The ids of the misconceptions in the order of the scorecard (SCORING.md 4).
    pub order: Vec<String>,
    /// `straightLined` if at least four answers are all at the same point, to statements with both
    /// keys; otherwise empty (SCORING.md 2.5).
    pub flags: Vec<&'static str>,
    /// The answers that the verdicts rest on.
    pub answers: AnswersResult,
}

/// The result of one reader: the scorecard and the author's closing words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EvaluationResult {
    /// The scorecard; its properties are those of the result in JavaScript. The widget returns the
    /// same.
    #[serde(flatten)]
    pub scorecard: ScorecardResult,
    /// The outcome that applies; null if none does, for example because answers are missing.
    pub outcome: Option<OutcomeResult>,
}

/// One of the questionnaire's outcomes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OutcomeResult {
    /// Its index in the questionnaire, counted from 0.
    pub index: usize,
    /// Its title.
    pub title: String,
}

/// Which questionnaire a scorecard belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuestionnaireResult {
    /// The questionnaire's id.
    pub id: String,
    /// The author's version of the questionnaire.
    pub version: String,
    /// The version of the format, such as `1.0`.
    pub format: String,
    /// The points of the scale of agreement, 2 to 7.
    pub points: u8,
}

/// The verdict on one misconception.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct VerdictResult {
    /// The misconception's id.
    pub misconception: String,
    /// Whether the reader holds the misconception.
    pub verdict: Verdict,
    /// What the verdict rests on.
    pub reason: Reason,
    /// From 0 (rejects it throughout) to 100 (holds it throughout), unrounded; null if it cannot be
    /// said (SCORING.md 2.3).
    pub belief: Option<f64>,
    /// Whether experts disagree about the misconception.
    pub contested: bool,
    /// `single` if one statement probes it, `inconsistent` if the answers contradict each other.
    /// Flags never change a verdict (SCORING.md 2.5).
    pub flags: Vec<&'static str>,
    /// One entry per statement of the misconception, in the author's order.
    pub statements: Vec<StatementResult>,
}

/// What one statement contributes to a verdict.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatementResult {
    /// The statement's id.
    pub id: String,
    /// A point of the scale, from 1 to `points`, or `dontKnow`; null for a blank.
    pub agreement: Option<Agreement>,
    /// The level of certainty; null if none was given.
    pub certainty: Option<i16>,
    /// How far the response leans towards the misconception, from 0 to 1 (SCORING.md 2.1); null
    /// for a don't-know and a blank.
    pub position: Option<f64>,
    /// The class of the response (SCORING.md 3); null for a blank and if certainty is not asked.
    pub class: Option<Class>,
}

/// Answers by the id of the statement, in the author's order, without blanks. In JavaScript an
/// object that [`answers::read`](crate::questionnaire::answers::read) accepts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswersResult(pub Vec<(String, AnswerResult)>);

/// One answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct AnswerResult {
    /// A point of the scale, from 1 to `points`, or `dontKnow`.
    pub agreement: Agreement,
    /// The level of certainty; absent if none was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty: Option<i16>,
}

/// What changed between two scorecards.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChangesResult {
    /// One entry per misconception of the first scorecard, in its order.
    pub changes: Vec<ChangeResult>,
}

/// What changed about one misconception.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChangeResult {
    /// The misconception's id.
    pub misconception: String,
    /// How the verdict changed; null if either is insufficient or the second scorecard lacks the
    /// misconception (SCORING.md 5).
    pub transition: Option<Transition>,
    /// The individual normalised change, from -1 to 1, positive if the misconception has weakened;
    /// null if it cannot be said (SCORING.md 5; Marx & Cummings 2007).
    pub change: Option<f64>,
}

/// A questionnaire as HTML.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rendered {
    /// The language tag of its texts.
    pub lang: String,
    /// The direction of that language: `ltr` or `rtl`.
    pub direction: &'static str,
    /// The first screen as the widget draws it, as HTML.
    pub screen: String,
    /// The whole questionnaire as plain HTML, for pages where no script runs.
    pub plain: String,
    /// The first screen as data, with everything that is needed to show it before the widget is
    /// loaded.
    pub first: FirstScreen,
}

/// A first screen that is part of a script and is shown before the widget is loaded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FirstScreen {
    /// The questionnaire's id, which is part of the storage key.
    pub id: String,
    /// The author's version of the questionnaire.
    pub version: String,
    /// The screen as the widget draws it.
    pub screen: Tree,
    /// The messages that may be needed until then.
    pub words: FirstWords,
}

/// The messages of a first screen until the widget is loaded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FirstWords {
    /// The language tag of these messages.
    pub lang: String,
    /// The label of the button that moves on, once something is chosen.
    pub next: String,
    /// Shown while the reader waits.
    pub one_moment: String,
    /// Shown if the widget could not be loaded.
    pub not_arrived: String,
    /// The label of the button that tries again.
    pub try_again: String,
}

/// Nodes of a screen as compact data: each is a string or an array
/// `[tag, { attribute: value }, ...children]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree(pub Vec<Node>);

/// What the checker reports about a questionnaire.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// The errors, then the advice, each in the order of reading.
    pub problems: Vec<Notice>,
    /// What answering out of habit would result in; null if there are errors.
    pub habits: Option<HabitsResult>,
}

/// What answering at random, agreeing with everything or disagreeing with everything would result
/// in.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HabitsResult {
    /// Answers at random; null if there are too many combinations to count them exactly.
    pub random: Option<RandomResult>,
    /// Agreeing with everything.
    pub agree: PatternResult,
    /// Disagreeing with everything.
    pub disagree: PatternResult,
}

/// The result of answers at random, as probabilities from 0 to 1.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RandomResult {
    /// One entry per misconception, in the author's order.
    pub verdicts: Vec<ProbabilitiesResult>,
    /// The probability that 0, 1, 2 ... misconceptions are held or leaned towards.
    pub counts: Vec<f64>,
    /// The probability of each outcome, in the author's order.
    pub outcomes: Vec<f64>,
}

/// The probability of each verdict on one misconception, from 0 to 1. They add up to 1.
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

/// The result of one way of answering.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PatternResult {
    /// How many misconceptions have each verdict.
    pub headline: Headline,
    /// One entry per misconception, in the author's order.
    pub verdicts: Vec<PatternVerdictResult>,
    /// The index of the outcome that applies; null if none does.
    pub outcome: Option<usize>,
}

/// The verdict on one misconception for one way of answering.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PatternVerdictResult {
    /// The misconception's id.
    pub misconception: String,
    /// Whether it would be held.
    pub verdict: Verdict,
}

impl ScorecardResult {
    /// The scorecard with ids instead of indices. `questionnaire` and `answers` must be those that
    /// were scored.
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
    /// The scorecard and the outcome. `questionnaire` and `answers` must be those that were scored.
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
    /// The identity of a questionnaire.
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
    /// Takes the first screen's messages from `messages`.
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
    /// The habits with ids instead of indices.
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

/// The names of the flags that are set.
fn flags(flags: &[(&'static str, bool)]) -> Vec<&'static str> {
    let up = flags.iter().filter(|(_, is_up)| *is_up);
    up.map(|(name, _)| *name).collect()
}
