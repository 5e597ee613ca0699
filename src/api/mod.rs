//! The headless core: documents in, typed results out.
//!
//! This is the facade for native programs, Node and the checker's pages. It knows the order in
//! which the other rooms are called; the work is done by those. It must not know screens. Only
//! compiled with the feature `authoring`.

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

/// Checks a questionnaire: problems that make it unusable, advice, and, if there are no errors,
/// what answering out of habit would result in. Never fails; a document of any shape is accepted.
///
/// `wishes` says what to check beyond the format; see [`Wishes`].
pub fn check<'a, D: Document>(document: &D, wishes: impl Into<Wishes<'a>>) -> Report {
    let (problems, questionnaire) = findings(document, wishes);
    let is_usable = problems.iter().all(|problem| problem.is_advice);
    let questionnaire = questionnaire.filter(|_| is_usable);
    Report {
        habits: questionnaire.map(|it| HabitsResult::new(&habits(&it), &it)),
        problems,
    }
}

/// Scores the `answers` of one reader to `questionnaire` and chooses the author's outcome.
/// `answers` is an object `{ [statement id]: { agreement, certainty? } }`; see [`answers::read`].
/// For many readers, use [`prepare`].
///
/// # Errors
///
/// [`Failure::InvalidQuestionnaire`] or [`Failure::InvalidAnswers`], with all problems of the
/// document.
pub fn evaluate<D: Document>(questionnaire: &D, answers: &D) -> Result<EvaluationResult, Failure> {
    prepare(questionnaire)?.evaluate(answers)
}

/// Reads `questionnaire` once, for scoring the answers of many readers.
///
/// # Errors
///
/// [`Failure::InvalidQuestionnaire`], with all problems of the document.
pub fn prepare<D: Document>(questionnaire: &D) -> Result<Prepared, Failure> {
    let (questionnaire, _) = parse::parse(questionnaire).map_err(Failure::InvalidQuestionnaire)?;
    Ok(Prepared {
        questionnaire,
        scoring: OnceCell::new(),
    })
}

/// A questionnaire that has been read and can be scored any number of times.
#[derive(Debug)]
pub struct Prepared {
    questionnaire: Questionnaire,
    scoring: OnceCell<scoring::Prepared>,
}

impl Prepared {
    /// The questionnaire.
    #[must_use]
    pub fn questionnaire(&self) -> &Questionnaire {
        &self.questionnaire
    }

    /// Scores the answers of one reader and chooses the author's outcome; see [`evaluate`].
    ///
    /// # Errors
    ///
    /// [`Failure::InvalidAnswers`], with all problems of the document.
    pub fn evaluate<D: Document>(&self, answers: &D) -> Result<EvaluationResult, Failure> {
        let questionnaire = &self.questionnaire;
        let answers = answers::read(answers, questionnaire).map_err(Failure::InvalidAnswers)?;
        let scorecard = scoring::score(questionnaire, &answers);
        Ok(EvaluationResult::new(&scorecard, questionnaire, &answers))
    }

    /// The same questionnaire prepared for columns of answers. The first call prepares it, which
    /// takes a few milliseconds; later calls return the same value.
    pub fn scoring(&self) -> &scoring::Prepared {
        let new = || scoring::Prepared::new(&self.questionnaire);
        self.scoring.get_or_init(new)
    }
}

/// Renders the questionnaire as HTML: the first screen as the widget draws it, and a plain version
/// for pages where no script runs. `messages` are the widget's messages, `choices` and
/// `tap_advances` what the element's attributes would set.
///
/// # Errors
///
/// [`Failure::InvalidQuestionnaire`], with all problems of the document.
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

/// Draws a scorecard as an SVG; see [`picture::picture`] for `size` (pixels) and `address`. Of
/// `scorecard` only `questionnaire` and `answers` are used: the verdicts are computed again from
/// the answers.
///
/// # Errors
///
/// [`Failure::InvalidQuestionnaire`] if the questionnaire cannot be used;
/// [`Failure::NotComparable`] if `scorecard` does not belong to this questionnaire, version and
/// scale; [`Failure::InvalidAnswers`] if its answers are missing or do not fit the questionnaire.
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

/// Compares two scorecards of the same reader, as [`evaluate`] returns them, misconception by
/// misconception in the order of `before`. See [`change::transition`] and
/// [`change::normalized_change`] for the rules and their source.
///
/// # Errors
///
/// [`Failure::NotComparable`] if one of them is not a scorecard, or if they differ in questionnaire
/// id, version or points. The problems' pointers begin with `/before` or `/after`.
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

/// Adds a problem for each part in which two identities differ. `pointer` leads to the scorecard at
/// fault.
fn differences(one: &Identity, other: &Identity, pointer: &str, problems: &mut Vec<Problem>) {
    let is_same = |one: &Option<String>, other: &Option<String>| one.is_some() && one == other;
    // Scorecards saved by early versions have no points; these are taken to be equal.
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

/// The id, verdict and belief of each misconception on a scorecard.
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
