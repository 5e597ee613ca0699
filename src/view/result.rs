//! The screen of the scorecard: the counts in a sentence, the profile, the refutations, and what
//! other readers have named.
//!
//! This file knows the order of the parts; each part has a file of its own or is small.

#[cfg(feature = "extras")]
use super::extras::{remarks, retake, share};
use super::ids::SCORECARD;
use super::inline::{paragraphs, prose};
use super::node::Builder;
use super::parts::{BACK, link, say};
use super::scene::Scene;
use super::{profile, refutation};
use crate::messages::Message;

/// Adds the whole scorecard.
pub fn result(tree: &mut Builder, scene: &Scene<'_>) {
    tree.open("section.result");
    tree.attribute("aria-labelledby", SCORECARD);
    #[cfg(feature = "extras")]
    if scene.is_guest() {
        share::shared(tree, scene);
        credits(tree, scene);
        tree.close();
        return;
    }
    tree.open("h2.eyebrow");
    tree.attribute("id", SCORECARD);
    tree.words(scene.messages.text(Message::Scorecard));
    tree.close();
    profile::headline(tree, scene, "");
    #[cfg(feature = "extras")]
    retake::summary(tree, scene);
    outcome(tree, scene);
    profile::profile(tree, scene);
    #[cfg(feature = "extras")]
    share::controls(tree, scene);
    refutation::articles(tree, scene);
    suggestions(tree, scene);
    #[cfg(feature = "extras")]
    remarks::suggestions(tree, scene);
    #[cfg(feature = "extras")]
    retake::controls(tree, scene);
    #[cfg(feature = "extras")]
    remarks::keep(tree, scene);
    if scene.is_limited {
        say(tree, scene, "p.hint", Message::Limited);
    }
    tree.open("div.nav");
    say(tree, scene, BACK, Message::BackToStatements);
    tree.close();
    credits(tree, scene);
    tree.close();
}

/// Adds the credits of the questionnaire.
fn credits(tree: &mut Builder, scene: &Scene<'_>) {
    let credits = &scene.questionnaire.credits;
    if !credits.text.is_empty() {
        tree.open("p.source");
        link(tree, &credits.text, &credits.url);
        tree.text(" ");
        tree.text(&credits.licence);
        tree.close();
    }
}

/// Adds the author's closing words, unless verdicts are missing.
fn outcome(tree: &mut Builder, scene: &Scene<'_>) {
    let Some(reached) = scene.scorecard.headline.reached() else {
        return;
    };
    let Some((_, outcome)) = scene
        .questionnaire
        .outcome(reached, scene.scorecard.headline.unsure)
    else {
        return;
    };
    tree.open("div.outcome");
    tree.element("strong", &outcome.title);
    tree.text(" ");
    prose(tree, scene, "p", &outcome.text);
    tree.close();
}

/// Adds what readers have named, each with the author's answer.
fn suggestions(tree: &mut Builder, scene: &Scene<'_>) {
    let suggestions = &scene.questionnaire.suggestions;
    if suggestions.is_empty() {
        return;
    }
    say(tree, scene, "h3.apart", Message::Suggestions);
    for suggestion in suggestions {
        tree.open("div.suggestion");
        tree.open("blockquote");
        paragraphs(tree, "p", &suggestion.text, None);
        paragraphs(tree, "p.source", &suggestion.by, None);
        tree.close();
        prose(tree, scene, "p", &suggestion.answer);
        tree.close();
    }
}
