//! The questionnaire as plain HTML for pages where no script runs: the first statement in sight,
//! the rest behind a summary.
//!
//! It uses elements without classes, so that the page's own style sheet applies and feed readers
//! can show it. It must not depend on style or script. Readers do not load this file; only the full
//! core contains it.

use super::inline::{inline, paragraphs, prose, quote};
use super::node::{Builder, Node};
use super::parts::{self, link, say};
use super::phrases::{self, agreement_label};
use super::scene::Scene;
use crate::messages::{ApiOnly, Message};
use crate::questionnaire::Misconception;
use crate::questionnaire::answers::Agreement;
use crate::session::plan::Step;

/// The whole questionnaire: the statements, the refutations and what other readers have named.
#[must_use]
pub fn fallback(scene: &Scene<'_>) -> Vec<Node> {
    let mut tree = scene.builder();
    let questionnaire = scene.questionnaire;
    let mut asked = scene.steps.iter().flat_map(|step| match step {
        Step::Ask(statements) => statements.as_slice(),
        Step::Refute(_) => &[],
    });
    tree.element("h2", &questionnaire.title);
    prose(&mut tree, scene, "p", &questionnaire.intro);
    if let Some(first) = asked
        .next()
        .and_then(|it| questionnaire.statements.get(*it))
    {
        statement(&mut tree, scene, "h3", &first.text);
        answers(&mut tree, scene);
    }
    tree.element_of_words("p", scene.messages.api_only(ApiOnly::Decide));
    tree.open("details");
    let rest: Vec<&usize> = asked.collect();
    let summary = if rest.is_empty() {
        ApiOnly::TheAnswers
    } else {
        ApiOnly::TheRest
    };
    tree.element_of_words("summary", scene.messages.api_only(summary));
    if !rest.is_empty() {
        tree.open("ol start=2");
        for statement in rest
            .into_iter()
            .filter_map(|it| questionnaire.statements.get(*it))
        {
            self::statement(&mut tree, scene, "li", &statement.text);
        }
        tree.close();
    }
    for (index, misconception) in questionnaire.misconceptions.iter().enumerate() {
        tree.misconception = index;
        self::misconception(&mut tree, scene, misconception);
    }
    suggestions(&mut tree, scene);
    tree.close();
    let credits = &questionnaire.credits;
    if !credits.text.is_empty() {
        tree.open("p");
        link(&mut tree, &credits.text, &credits.url);
        if !credits.licence.is_empty() {
            tree.text(" ");
            tree.text(&credits.licence);
        }
        tree.close();
    }
    tree.finish()
}

fn statement(tree: &mut Builder, scene: &Scene<'_>, name: &'static str, text: &str) {
    tree.open(name);
    inline(tree, scene, text);
    tree.close();
}

/// Adds the possible answers.
fn answers(tree: &mut Builder, scene: &Scene<'_>) {
    let scale = &scene.questionnaire.scale;
    tree.open("ul");
    for point in 1..=scale.points {
        answer(tree, scene, Agreement::Point(point));
    }
    if scale.dont_know {
        answer(tree, scene, Agreement::DontKnow);
    }
    tree.close();
}

fn answer(tree: &mut Builder, scene: &Scene<'_>, agreement: Agreement) {
    let (text, is_own) = agreement_label(scene, agreement);
    tree.open("li");
    parts::label(tree, text, is_own);
    tree.close();
}

fn misconception(tree: &mut Builder, scene: &Scene<'_>, misconception: &Misconception) {
    let it = &misconception.refutation;
    statement(tree, scene, "h3", &it.fact);
    tree.open("p");
    tree.words_beside(scene.messages.text(phrases::label(misconception)));
    tree.text(": ");
    match &*it.myth {
        // Names never have markup.
        "" => quote(tree, scene, &misconception.name, false),
        myth => quote(tree, scene, myth, true),
    }
    tree.close();
    tree.open("dl");
    for (term, text) in [
        (Message::WhyBelieved, &it.why_believed),
        (Message::KernelOfTruth, &it.kernel_of_truth),
        (phrases::why(misconception), &it.why_wrong),
        (Message::WhatToDo, &it.advice),
    ] {
        if !text.is_empty() {
            say(tree, scene, "dt", term);
            tree.open("dd");
            prose(tree, scene, "p", text);
            tree.close();
        }
    }
    tree.close();
    if let Some(evidence) = &misconception.evidence {
        tree.element_of_words("p", &phrases::evidence(scene, evidence));
    }
    parts::sources(tree, scene, "p", &misconception.sources);
}

fn suggestions(tree: &mut Builder, scene: &Scene<'_>) {
    let suggestions = &scene.questionnaire.suggestions;
    if suggestions.is_empty() {
        return;
    }
    say(tree, scene, "h3", Message::Suggestions);
    for suggestion in suggestions {
        tree.open("blockquote");
        paragraphs(tree, "p", &suggestion.text, None);
        paragraphs(tree, "p", &suggestion.by, None);
        tree.close();
        prose(tree, scene, "p", &suggestion.answer);
    }
}
