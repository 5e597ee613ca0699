//! The screens that ask: one statement or several, with the answers to choose from.
//!
//! This file knows elements and messages. What happens to an answer is decided in
//! [`crate::session`].

use super::ids::{HEADING, numbered};
use super::inline::{inline, prose};
use super::kept::Kept;
use super::node::Builder;
use super::parts::{heading, label, navigation, say};
use super::phrases::{agreement_label, certainty_label};
use super::scene::Scene;
use crate::data::text::digits;
use crate::messages::{Message, PluralMessage};
use crate::questionnaire::answers::{Agreement, Response};
use crate::session::plan::Step;

/// How many questions (statements and certainties) a reader answers per minute.
const PER_MINUTE: usize = 6;
/// With more statements than this the bar would be a blur; the words are enough then.
const LONGEST_BAR: usize = 40;

/// Adds a step that asks `statements`. `kept` holds those that were drawn before.
pub fn ask(tree: &mut Builder, scene: &Scene<'_>, statements: &[usize], kept: &mut Kept) {
    let questionnaire = scene.questionnaire;
    let is_single = statements.len() == 1;
    // If the form is submitted before the script listens, this method does nothing.
    let name = if is_single {
        "form.paged method=dialog"
    } else {
        "form.list method=dialog"
    };
    // Each step has its own form, so that no choice, hover or scroll position is carried over.
    tree.open_keyed(name, scene.session.step);
    if scene.session.step == 0 {
        welcome(tree, scene, is_single);
    } else {
        tree.element(
            if is_single { "h2.unseen" } else { "h2.eyebrow" },
            &questionnaire.title,
        );
    }
    progress(tree, scene, statements);
    // Statements enter a form together: Chromium takes a time that grows with the square of their
    // number to add them one by one.
    if !is_single {
        tree.open("div");
    }
    for (index, statement) in statements.iter().enumerate() {
        // The first heading of a step takes the focus. On the first step of a list, that is the
        // title above.
        let takes_focus = index == 0 && (is_single || scene.session.step > 0);
        let answer = scene.session.chosen(*statement);
        if let Some(node) = kept.statement(*statement, answer) {
            tree.add(node);
            continue;
        }
        self::statement(tree, scene, *statement, "h3", takes_focus);
        if let Some(node) = tree.last() {
            kept.keep(*statement, answer, node.clone());
        }
    }
    if !is_single {
        tree.close();
    }
    let is_last = scene.session.step + 1 == scene.steps.len();
    let is_answered = |index: &usize| scene.session.chosen(*index).is_some();
    let is_chosen = statements.iter().any(is_answered);
    let next = match is_last {
        true => Message::Finish,
        false if is_chosen => Message::Next,
        false => Message::Skip,
    };
    navigation(tree, scene, next, is_chosen || !is_single);
    tree.close();
}

/// Adds the title, the introduction, and how long it takes.
fn welcome(tree: &mut Builder, scene: &Scene<'_>, is_single: bool) {
    let questionnaire = scene.questionnaire;
    if is_single {
        tree.element("h2.title", &questionnaire.title);
    } else {
        heading(tree, "h2.title", &questionnaire.title, false);
    }
    prose(tree, scene, "p", &questionnaire.intro);
    meta(tree, scene);
    prose(tree, scene, "p.privacy", &questionnaire.privacy);
}

/// Adds how many statements there are, how many minutes they take, and what happens to the answers.
pub fn meta(tree: &mut Builder, scene: &Scene<'_>) {
    let questionnaire = scene.questionnaire;
    let messages = scene.messages;
    let count = total(scene);
    let asks = if questionnaire.certainty.is_some() {
        2 * count
    } else {
        count
    };
    let minutes = asks.div_ceil(PER_MINUTE);
    tree.open("ul.meta role=list");
    for (word, number) in [
        (PluralMessage::Statements, count),
        (PluralMessage::Minutes, minutes),
    ] {
        tree.element_of_words("li", &messages.count(word, number, ("", "")));
    }
    if questionnaire.privacy.is_empty() {
        say(tree, scene, "li", Message::Privacy);
    }
    tree.close();
}

/// Adds how far the reader has come, in words and as a bar. The bar is hidden from screen readers.
fn progress(tree: &mut Builder, scene: &Scene<'_>, statements: &[usize]) {
    let total = total(scene);
    if statements.len() == total {
        return;
    }
    let before: usize = scene.steps.iter().take(scene.session.step).map(asked).sum();
    let reached = before + statements.len();
    let values = [("n", &*digits(reached)), ("total", &*digits(total))];
    let text = scene.messages.fill(Message::Progress, &values);
    tree.element_of_words("p.progress id=progress", &text);
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

/// How many statements are asked in total. While a reader answers again, only those that are asked
/// again.
fn total(scene: &Scene<'_>) -> usize {
    scene.steps.iter().map(asked).sum()
}

/// Adds a statement with its answers and, if it is asked, the certainty.
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
    let is_paged = takes_focus && total(scene) > 1;
    if is_paged {
        // The element reserves the height of the longest statement, so that the answers do not move
        // from one statement to the next.
        tree.open("div.asked");
        tree.attribute("data-longest", longest(scene));
    }
    tree.open(tag);
    if takes_focus {
        tree.attribute("id", HEADING);
        tree.attribute("tabindex", "-1");
        if is_paged {
            // Screen readers announce the progress with each new statement.
            tree.attribute("aria-describedby", "progress");
        }
    } else {
        tree.attribute("id", &label);
    }
    inline(tree, scene, &statement.text);
    tree.close();
    if is_paged {
        tree.close();
    }
    let label = if takes_focus { HEADING } else { &label };
    let has_hint = has_hint(scene);
    if has_hint {
        say(tree, scene, "p.hint id=hint", Message::TapHint);
    }
    tree.open("fieldset.answers");
    tree.attribute("aria-labelledby", label);
    if has_hint {
        tree.attribute("aria-describedby", "hint");
    }
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

/// Adds "How sure are you?". It is inert but keeps its space until an agreement is chosen.
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
    tree.attribute("id", &numbered("sure", index));
    say(tree, scene, "legend", Message::HowSure);
    let name = numbered("certainty", index);
    let given = chosen.and_then(|it| it.certainty);
    tree.open("div.levels");
    for (index, level) in (scale.from..=scale.to).enumerate() {
        let text = certainty_label(scene, level);
        answer(tree, &name, &digits(index), given == Some(level), text);
    }
    tree.close();
    tree.close();
}

/// Whether to explain what a tap on an answer does: on the first step, and only if it does
/// something.
#[inline(never)]
fn has_hint(scene: &Scene<'_>) -> bool {
    scene.tap_advances && scene.session.step == 0
}

/// The longest statement in bytes, which is close enough to its width.
fn longest<'a>(scene: &Scene<'a>) -> &'a str {
    let mut longest = "";
    for statement in &scene.questionnaire.statements {
        if statement.text.len() > longest.len() {
            longest = &statement.text;
        }
    }
    longest
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
