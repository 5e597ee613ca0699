//! The screens that ask: one statement or many, with the answers to choose from.

use super::ids::{HEADING, numbered};
use super::inline::{inline, prose};
use super::node::Builder;
use super::parts::{heading, label, navigation, open_heading, say};
use super::phrases::{agreement_label, certainty_label};
use super::scene::Scene;
use crate::data::text::digits;
use crate::messages::{Message, PluralMessage};
use crate::questionnaire::answers::{Agreement, Response};
use crate::session::plan::Step;

/// Statements and certainties a reader answers in a minute.
const PER_MINUTE: usize = 6;
/// Above this many statements the bar would be a blur; the words say it.
const LONGEST_BAR: usize = 40;

/// A step that asks `statements`.
pub fn ask(tree: &mut Builder, scene: &Scene<'_>, statements: &[usize]) {
    let questionnaire = scene.questionnaire;
    let is_single = statements.len() == 1;
    // Pressed before anybody listens, a form with this method does nothing.
    let name = if is_single {
        "form.paged method=dialog"
    } else {
        "form.list method=dialog"
    };
    // A step's form is its own, so that no choice, hover or scroll position is carried into the next.
    tree.open_keyed(name, scene.session.step);
    if scene.session.step == 0 {
        welcome(tree, scene, is_single);
    } else {
        tree.element("h2.eyebrow", &questionnaire.title);
    }
    progress(tree, scene, statements);
    for (index, statement) in statements.iter().enumerate() {
        // The first heading of a step takes the focus: here the title stands above all of them.
        let takes_focus = index == 0 && (is_single || scene.session.step > 0);
        self::statement(tree, scene, *statement, "h3", takes_focus);
    }
    let is_last = scene.session.step + 1 == scene.steps.len();
    let answered = |index: &usize| scene.session.chosen(*index).is_some();
    let next = if !is_single && is_last {
        Message::Finish
    } else if statements.iter().any(answered) {
        Message::Next
    } else {
        Message::Skip
    };
    navigation(tree, scene, next);
    tree.close();
}

/// The title, one line of introduction, how many and how long.
fn welcome(tree: &mut Builder, scene: &Scene<'_>, is_single: bool) {
    let questionnaire = scene.questionnaire;
    let messages = scene.messages;
    if is_single {
        tree.element("h2.title", &questionnaire.title);
    } else {
        heading(tree, "h2.title", &questionnaire.title, false);
    }
    prose(tree, scene, "p", &questionnaire.intro);
    let count = total(scene);
    let asks = if questionnaire.certainty.is_some() {
        2 * count
    } else {
        count
    };
    tree.open("ul.meta role=list");
    tree.element_of_words("li", &messages.count(PluralMessage::Statements, count, ""));
    tree.element_of_words(
        "li",
        &messages.count(PluralMessage::Minutes, asks.div_ceil(PER_MINUTE), ""),
    );
    if questionnaire.privacy.is_empty() {
        say(tree, scene, "li", Message::Privacy);
    }
    tree.close();
    prose(tree, scene, "p.privacy", &questionnaire.privacy);
}

/// How far the reader has come: in words, and as a bar for those who see.
fn progress(tree: &mut Builder, scene: &Scene<'_>, statements: &[usize]) {
    let total = total(scene);
    if statements.len() == total {
        return;
    }
    let before: usize = scene.steps.iter().take(scene.session.step).map(asked).sum();
    let reached = before + statements.len();
    let values = [("n", &*digits(reached)), ("total", &*digits(total))];
    tree.element_of_words(
        "p.progress",
        &scene.messages.fill(Message::Progress, &values),
    );
    if total <= LONGEST_BAR {
        tree.open("div.bar aria-hidden=true");
        for index in 0..total {
            tree.open(if index < reached { "i.on" } else { "i" });
            tree.close();
        }
        tree.close();
    }
}

/// How many statements a step asks.
fn asked(step: &Step) -> usize {
    match step {
        Step::Ask(statements) => statements.len(),
        Step::Refute(_) => 0,
    }
}

/// How many statements are asked: all of them, or where some are asked again, those.
fn total(scene: &Scene<'_>) -> usize {
    scene.steps.iter().map(asked).sum()
}

/// A statement with its answers and, where it is asked, the certainty.
pub fn statement(
    tree: &mut Builder,
    scene: &Scene<'_>,
    index: usize,
    tag: &'static str,
    takes_focus: bool,
) {
    let Some(statement) = scene.questionnaire.statements.get(index) else {
        return;
    };
    let chosen = scene.session.chosen(index);
    let label = numbered("statement", index);
    tree.open_keyed("div.statement", index);
    if takes_focus {
        open_heading(tree, tag);
    } else {
        tree.open(tag);
        tree.attribute("id", &label);
    }
    inline(tree, scene, &statement.text);
    tree.close();
    let label = if takes_focus { HEADING } else { &label };
    if scene.questionnaire.certainty.is_none() {
        hint(tree, scene);
    }
    tree.open("fieldset.answers");
    tree.attribute("aria-labelledby", label);
    let name = numbered("agreement", index);
    let given = chosen.map(|it| it.agreement);
    for point in 1..=scene.questionnaire.scale.points {
        let agreement = Agreement::Point(point);
        let text = agreement_label(scene, agreement);
        answer(
            tree,
            &name,
            &digits(point.into()),
            given == Some(agreement),
            text,
        );
    }
    if scene.questionnaire.scale.dont_know {
        let text = agreement_label(scene, Agreement::DontKnow);
        answer(
            tree,
            &name,
            "dontKnow",
            given == Some(Agreement::DontKnow),
            text,
        );
    }
    tree.close();
    certainty(tree, scene, index, chosen);
    tree.close();
}

/// "How sure are you?": inert, its room kept free, until an agreement is chosen.
fn certainty(tree: &mut Builder, scene: &Scene<'_>, index: usize, chosen: Option<Response>) {
    let Some(scale) = &scene.questionnaire.certainty else {
        return;
    };
    tree.open("fieldset.certainty");
    if !matches!(
        chosen,
        Some(Response {
            agreement: Agreement::Point(_),
            ..
        })
    ) {
        tree.attribute("inert", "");
    }
    say(tree, scene, "legend", Message::HowSure);
    hint(tree, scene);
    let name = numbered("certainty", index);
    let given = chosen.and_then(|it| it.certainty);
    for (index, level) in (scale.from..=scale.to).enumerate() {
        let text = certainty_label(scene, level);
        answer(tree, &name, &digits(index), given == Some(level), text);
    }
    tree.close();
}

/// Says what a tap on the answers below does, where it does something.
#[inline(never)]
fn hint(tree: &mut Builder, scene: &Scene<'_>) {
    if scene.tap_advances && !scene.session.is_complete(scene.steps) {
        say(tree, scene, "p.hint", Message::TapHint);
    }
}

fn answer(
    tree: &mut Builder,
    name: &str,
    value: &str,
    is_chosen: bool,
    (text, is_own): (&str, bool),
) {
    tree.open("label.answer");
    tree.open("input type=radio");
    tree.attribute("name", name);
    tree.attribute("value", value);
    if is_chosen {
        tree.attribute("checked", "");
    }
    tree.close();
    tree.open("span");
    label(tree, text, is_own);
    tree.close();
    tree.close();
}
