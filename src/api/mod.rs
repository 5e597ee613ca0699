//! The core without a screen: documents in, documents out.
//!
//! Knows the order of the work; what each part means stands where it is done.

use crate::data::document::{Document, ValueKind};
use crate::data::problem::{Code, Expected, Problem};
use crate::data::text::direction;
use crate::messages::Messages;
#[cfg(feature = "authoring")]
use crate::picture;
use crate::questionnaire::answers;
use crate::questionnaire::parse;
use crate::scoring;
use crate::scoring::change;
use crate::scoring::scorecard::Verdict;
use crate::session::plan::Choices;
use crate::view::node::to_html;
use crate::widget::Widget;

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

/// The scorecard of `answers` to `questionnaire`, shaped as [`crate::scoring::scorecard::Scorecard::write`] says.
///
/// # Errors
/// [`Failure::InvalidQuestionnaire`] or [`Failure::InvalidAnswers`], with every problem.
pub fn evaluate<D: Document>(questionnaire: &D, answers: &D) -> Result<D, Failure> {
    let (questionnaire, _) = parse::parse(questionnaire).map_err(Failure::InvalidQuestionnaire)?;
    let answers = answers::read(answers, &questionnaire).map_err(Failure::InvalidAnswers)?;
    Ok(scoring::score(&questionnaire, &answers).write(&questionnaire, &answers))
}

/// The questionnaire as HTML: `{ lang, direction, screen, plain }`, where `screen` is the first screen as the widget
/// draws it, and `plain` a page to read.
///
/// # Errors
/// [`Failure::InvalidQuestionnaire`], with every problem.
pub fn render<D: Document>(
    questionnaire: &D,
    messages: Messages,
    choices: Choices,
    tap_advances: bool,
) -> Result<D, Failure> {
    let (questionnaire, _) = parse::parse(questionnaire).map_err(Failure::InvalidQuestionnaire)?;
    let lang = questionnaire.lang.clone();
    let widget = Widget::new(questionnaire, messages, choices, tap_advances);
    let mut html = D::new_map();
    html.set_text("lang", &lang);
    html.set_text("direction", direction(&lang));
    html.set_text("screen", &to_html(&widget.view()));
    html.set_text("plain", &to_html(&widget.plain()));
    Ok(html)
}

/// The scorecard as a picture; see [`picture::picture`]. Its verdicts are not taken over: they are those of its answers.
///
/// # Errors
/// [`Failure::InvalidQuestionnaire`]; [`Failure::NotComparable`] where it is no scorecard of this questionnaire, version
/// and points; [`Failure::InvalidAnswers`] where its answers are missing or are not answers to it.
#[cfg(feature = "authoring")]
pub fn picture<D: Document>(
    scorecard: &D,
    questionnaire: &D,
    messages: &Messages,
    size: (u32, u32),
) -> Result<String, Failure> {
    let (questionnaire, _) = parse::parse(questionnaire).map_err(Failure::InvalidQuestionnaire)?;
    let mut own = D::new_map();
    own.set_text("id", &questionnaire.id);
    own.set_text("version", &questionnaire.version);
    own.set_number("points", Some(questionnaire.scale.points.into()));
    let given = scorecard.child("questionnaire");
    let mut problems = Vec::new();
    differences(given.as_ref(), Some(&own), "", &mut problems);
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
    Ok(picture::picture(&questionnaire, &scorecard, messages, size))
}

/// What moved between two scorecards of the same reader: `{ changes: [{ misconception, transition,
/// change }] }` in the order of `before`; null where nothing can be said.
///
/// # Errors
/// [`Failure::NotComparable`] where one of them is no scorecard, or the two differ in questionnaire id,
/// version or points.
pub fn compare<D: Document>(before: &D, after: &D) -> Result<D, Failure> {
    let mut problems = Vec::new();
    let old = verdicts(before, "/before", &mut problems);
    let new = verdicts(after, "/after", &mut problems);
    let of = |scorecard: &D| scorecard.child("questionnaire");
    differences(
        of(before).as_ref(),
        of(after).as_ref(),
        "/after",
        &mut problems,
    );
    if !problems.is_empty() {
        return Err(Failure::NotComparable(problems));
    }
    let changes = old.iter().map(|(id, verdict, belief)| {
        let other = new.iter().find(|(other, ..)| other == id);
        let transition = other.and_then(|(_, after, _)| change::transition(*verdict, *after));
        let change = other.and_then(|(.., after)| change::normalized_change(*belief, *after));
        let mut map = D::new_map();
        map.set_text("misconception", id);
        let name = transition.map(|transition| D::from_text(transition.name()));
        map.set("transition", name.unwrap_or_else(D::from_null));
        map.set_number("change", change);
        map
    });
    let mut result = D::new_map();
    result.set("changes", D::from_list(changes.collect()));
    Ok(result)
}

/// In what two scorecards differ that must not; `before` and `after` say what each is a scorecard of, the one at `place`.
fn differences<D: Document>(
    before: Option<&D>,
    after: Option<&D>,
    place: &str,
    problems: &mut Vec<Problem>,
) {
    for key in ["id", "version", "points"] {
        let value = |about: Option<&D>| {
            let value = about?.child(key)?;
            let is_said = matches!(value.kind(), ValueKind::Text | ValueKind::Number);
            is_said.then(|| (value.text(), value.number().to_bits()))
        };
        // Scorecards kept without their points are taken to have had the same.
        let is_optional = key == "points";
        let is_same = match (value(before), value(after)) {
            (Some(before), Some(after)) => before == after,
            _ => is_optional,
        };
        if !is_same {
            problems.push(Problem {
                code: Code::NotComparable,
                pointer: format!("{place}/questionnaire/{key}"),
                expected: Expected::new("the same in both"),
            });
        }
    }
}

type Line = (String, Verdict, Option<f64>);

/// The lines of a scorecard: id, verdict and belief.
fn verdicts<D: Document>(scorecard: &D, place: &str, problems: &mut Vec<Problem>) -> Vec<Line> {
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
        problem(format!("{place}/verdicts"), "a scorecard with its verdicts");
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
                format!("{place}/verdicts/{index}"),
                "{ misconception, verdict, belief }, belief 0 to 100 or null",
            ),
        }
    }
    lines
}
