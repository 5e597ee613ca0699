//! The core without a screen: documents in, typed results out.
//!
//! Knows the order of the work; each part of it has a room of its own. Only in the full core.

pub mod report;
pub mod results;

use crate::authoring::check::habits::habits;
use crate::authoring::check::{Wishes, findings};
use crate::data::document::{Document, ValueKind};
use crate::data::failure::Failure;
use crate::data::problem::{Code, Expected, Problem};
use crate::data::text::direction;
use crate::messages::Messages;
use crate::picture;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::answers;
use crate::questionnaire::identity::Identity;
use crate::questionnaire::parse;
use crate::scoring;
use crate::scoring::change;
use crate::scoring::scorecard::Verdict;
use crate::session::plan::Choices;
use crate::view::node::to_html;
use crate::widget::Widget;
use results::{
    ChangeResult, ChangesResult, EvaluationResult, FirstScreen, FirstWords, HabitsResult, Rendered,
    Report, Tree,
};
use std::cell::OnceCell;

/// What is wrong with a questionnaire, and advice; with what answering out of habit would bring, if there are no errors.
pub fn check<'a, D: Document>(document: &D, wishes: impl Into<Wishes<'a>>) -> Report {
    let (problems, questionnaire) = findings(document, wishes);
    let is_usable = problems.iter().all(|problem| problem.is_advice);
    let questionnaire = questionnaire.filter(|_| is_usable);
    Report {
        habits: questionnaire.map(|it| HabitsResult::new(&habits(&it), &it)),
        problems,
    }
}

/// The scorecard of `answers` to `questionnaire`, and which outcome it shows. For many answers, see [`prepare`].
///
/// # Errors
/// [`Failure::InvalidQuestionnaire`] or [`Failure::InvalidAnswers`], with every problem.
pub fn evaluate<D: Document>(questionnaire: &D, answers: &D) -> Result<EvaluationResult, Failure> {
    prepare(questionnaire)?.evaluate(answers)
}

/// Reads `questionnaire` once, for answers of many readers.
///
/// # Errors
/// [`Failure::InvalidQuestionnaire`], with every problem.
pub fn prepare<D: Document>(questionnaire: &D) -> Result<Prepared, Failure> {
    let (questionnaire, _) = parse::parse(questionnaire).map_err(Failure::InvalidQuestionnaire)?;
    Ok(Prepared {
        questionnaire,
        scoring: OnceCell::new(),
    })
}

/// A questionnaire that has been read.
#[derive(Debug)]
pub struct Prepared {
    questionnaire: Questionnaire,
    scoring: OnceCell<scoring::prepared::Prepared>,
}

impl Prepared {
    /// What was read.
    #[must_use]
    pub fn questionnaire(&self) -> &Questionnaire {
        &self.questionnaire
    }

    /// The scorecard of one reader's answers, and which outcome it shows.
    ///
    /// # Errors
    /// [`Failure::InvalidAnswers`], with every problem.
    pub fn evaluate<D: Document>(&self, answers: &D) -> Result<EvaluationResult, Failure> {
        let questionnaire = &self.questionnaire;
        let answers = answers::read(answers, questionnaire).map_err(Failure::InvalidAnswers)?;
        let scorecard = scoring::score(questionnaire, &answers);
        Ok(EvaluationResult::new(&scorecard, questionnaire, &answers))
    }

    /// The same laid out for columns of answers; the first call lays it out.
    pub fn scoring(&self) -> &scoring::prepared::Prepared {
        let new = || scoring::prepared::Prepared::new(&self.questionnaire);
        self.scoring.get_or_init(new)
    }
}

/// The questionnaire as HTML: the first screen as the widget draws it, and a page to read.
///
/// # Errors
/// [`Failure::InvalidQuestionnaire`], with every problem.
pub fn render<D: Document>(
    questionnaire: &D,
    messages: Messages,
    choices: Choices,
    tap_advances: bool,
) -> Result<Rendered, Failure> {
    let (questionnaire, _) = parse::parse(questionnaire).map_err(Failure::InvalidQuestionnaire)?;
    let lang = questionnaire.lang.clone();
    let widget = Widget::new(questionnaire, messages, choices, tap_advances);
    let screen = widget.view();
    Ok(Rendered {
        direction: direction(&lang),
        lang,
        plain: to_html(&widget.plain()),
        screen: to_html(&screen),
        first: FirstScreen {
            id: widget.questionnaire().id.clone(),
            version: widget.questionnaire().version.clone(),
            screen: Tree(screen),
            words: FirstWords::new(widget.messages()),
        },
    })
}

/// The scorecard as a picture; see [`picture::picture`]. Its verdicts are not taken over: they are those of its answers.
///
/// # Errors
/// [`Failure::InvalidQuestionnaire`]; [`Failure::NotComparable`] where it is no scorecard of this questionnaire, version
/// and points; [`Failure::InvalidAnswers`] where its answers are missing or are not answers to it.
pub fn picture<D: Document>(
    scorecard: &D,
    questionnaire: &D,
    messages: &Messages,
    size: (u32, u32),
    address: &str,
) -> Result<String, Failure> {
    let (questionnaire, _) = parse::parse(questionnaire).map_err(Failure::InvalidQuestionnaire)?;
    let given = identity(scorecard);
    let mut problems = Vec::new();
    differences(&given, &Identity::of(&questionnaire), "", &mut problems);
    if !problems.is_empty() {
        return Err(Failure::NotComparable(problems));
    }
    let Some(answers) = scorecard.child("answers") else {
        return Err(Failure::InvalidAnswers(vec![Problem {
            code: Code::Missing,
            pointer: "/answers".to_owned(),
            expected: Expected::new("the answers the scorecard rests on"),
        }]));
    };
    let answers = answers::read(&answers, &questionnaire).map_err(|mut problems| {
        for problem in &mut problems {
            problem.pointer.insert_str(0, "/answers");
        }
        Failure::InvalidAnswers(problems)
    })?;
    let scorecard = scoring::score(&questionnaire, &answers);
    Ok(picture::picture(
        &questionnaire,
        &scorecard,
        messages,
        size,
        address,
    ))
}

/// What moved between two scorecards of the same reader, in the order of `before`.
///
/// # Errors
/// [`Failure::NotComparable`] if one of them is no scorecard, or if the two differ in questionnaire id, version or
/// points.
pub fn compare<D: Document>(before: &D, after: &D) -> Result<ChangesResult, Failure> {
    let mut problems = Vec::new();
    let old = verdicts(before, "/before", &mut problems);
    let new = verdicts(after, "/after", &mut problems);
    differences(&identity(before), &identity(after), "/after", &mut problems);
    if !problems.is_empty() {
        return Err(Failure::NotComparable(problems));
    }
    let changes = old.into_iter().map(|(id, verdict, belief)| {
        let other = new.iter().find(|(other, ..)| *other == id);
        ChangeResult {
            transition: other.and_then(|(_, after, _)| change::transition(verdict, *after)),
            change: other.and_then(|(.., after)| change::normalized_change(belief, *after)),
            misconception: id,
        }
    });
    Ok(ChangesResult {
        changes: changes.collect(),
    })
}

fn identity<D: Document>(scorecard: &D) -> Identity {
    Identity::read(scorecard.child("questionnaire").as_ref())
}

/// Adds a problem per part in which two scorecards differ; `pointer` is that of the scorecard that is at fault.
fn differences(one: &Identity, other: &Identity, pointer: &str, problems: &mut Vec<Problem>) {
    let is_same = |one: &Option<String>, other: &Option<String>| one.is_some() && one == other;
    // A scorecard kept by an early version has no points: it is taken to have had the same.
    let points = one.points.zip(other.points);
    for (key, is_same) in [
        ("id", is_same(&one.id, &other.id)),
        ("version", is_same(&one.version, &other.version)),
        (
            "points",
            points.is_none_or(|(one, other)| one.to_bits() == other.to_bits()),
        ),
    ] {
        if !is_same {
            problems.push(Problem {
                code: Code::NotComparable,
                pointer: format!("{pointer}/questionnaire/{key}"),
                expected: Expected::new("the same in both"),
            });
        }
    }
}

type Line = (String, Verdict, Option<f64>);

/// The lines of a scorecard: id, verdict and belief.
fn verdicts<D: Document>(scorecard: &D, pointer: &str, problems: &mut Vec<Problem>) -> Vec<Line> {
    let mut problem = |pointer: String, expected| {
        problems.push(Problem {
            code: Code::WrongType,
            pointer,
            expected: Expected::new(expected),
        });
    };
    let Some(list) = scorecard
        .child("verdicts")
        .filter(|list| list.kind() == ValueKind::List)
    else {
        problem(
            format!("{pointer}/verdicts"),
            "a scorecard with its verdicts",
        );
        return Vec::new();
    };
    let mut lines = Vec::new();
    for index in 0..list.len() {
        let line = list.item(index);
        let text = |key| {
            line.child(key)
                .map(|value| value.text())
                .unwrap_or_default()
        };
        let named = text("verdict");
        let verdict = Verdict::ALL
            .into_iter()
            .find(|verdict| verdict.name() == named);
        let belief = line
            .child("belief")
            .filter(|belief| belief.kind() == ValueKind::Number);
        let belief = belief.map(|belief| belief.number());
        let is_belief = |belief: &f64| (0.0..=100.0).contains(belief);
        match verdict {
            Some(verdict) if belief.as_ref().is_none_or(is_belief) => {
                lines.push((text("misconception"), verdict, belief));
            }
            _ => problem(
                format!("{pointer}/verdicts/{index}"),
                "{ misconception, verdict, belief }, belief 0 to 100 or null",
            ),
        }
    }
    lines
}
