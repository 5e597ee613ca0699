//! The scorecard: the counts in a sentence, the profile, the refutations, and what other readers named.

#[cfg(feature = "extras")]
use super::extras::{remarks, retake, share};
use super::inline::{paragraphs, prose};
use super::node::Builder;
use super::parts::{BACK, heading, link, say};
use super::phrases::{first_sentence, rest};
use super::scene::Scene;
use super::{profile, refutation};
use crate::messages::Message;

/// The whole scorecard.
pub fn result(tree: &mut Builder, scene: &Scene<'_>) {
    tree.open("div.result");
    // A guest's is announced above.
    if !scene.is_guest() {
        say(tree, scene, "p.eyebrow", Message::Scorecard);
    }
    headline(tree, scene);
    outcome(tree, scene);
    if scene.scorecard.straight_lined {
        say(tree, scene, "p.note", Message::StraightLined);
    }
    #[cfg(feature = "extras")]
    retake::summary(tree, scene);
    profile::profile(tree, scene);
    let is_contested = |index: &&usize| {
        let finding = scene.scorecard.findings.get(**index);
        finding.is_some_and(|finding| finding.contested)
    };
    let order = || scene.scorecard.order.iter();
    for (shown, index) in order().filter(|index| !is_contested(index)).enumerate() {
        refutation::article(tree, scene, *index, shown == 0);
    }
    if scene.scorecard.headline.contested > 0 {
        say(tree, scene, "h2.apart", Message::ContestedHeading);
        for index in order().filter(is_contested) {
            refutation::article(tree, scene, *index, false);
        }
    }
    suggestions(tree, scene);
    #[cfg(feature = "extras")]
    remarks::suggestions(tree, scene);
    #[cfg(feature = "extras")]
    retake::controls(tree, scene);
    #[cfg(feature = "extras")]
    remarks::keep(tree, scene);
    #[cfg(feature = "extras")]
    share::leave(tree, scene, "button.primary type=button", 1);
    if scene.is_limited {
        say(tree, scene, "p.hint", Message::Limited);
    }
    if !scene.is_guest() {
        tree.open("div.nav");
        say(tree, scene, BACK, Message::BackToStatements);
        tree.close();
    }
    let credits = &scene.questionnaire.credits;
    if !credits.text.is_empty() {
        tree.open("p.source");
        link(tree, &credits.text, &credits.url);
        tree.text(" ");
        tree.text(&credits.licence);
        tree.close();
    }
    tree.close();
}

/// The counts, as sentences; the first is the heading.
fn headline(tree: &mut Builder, scene: &Scene<'_>) {
    let (messages, counts) = (scene.messages, scene.scorecard.headline);
    heading(tree, "h2.title", &first_sentence(messages, counts), true);
    for (word, count) in rest(counts) {
        if count > 0 {
            tree.element_of_words("p.rest", &messages.count(word, count, ""));
        }
    }
}

/// The author's closing words; none while verdicts are missing.
fn outcome(tree: &mut Builder, scene: &Scene<'_>) {
    let Some(reached) = scene.scorecard.headline.reached() else {
        return;
    };
    let Some((_, outcome)) = scene.questionnaire.outcome(reached) else {
        return;
    };
    tree.open("div.outcome");
    tree.element("strong", &outcome.title);
    tree.text(" ");
    prose(tree, scene, "p", &outcome.text);
    tree.close();
}

/// What readers have named, each with the author's answer.
fn suggestions(tree: &mut Builder, scene: &Scene<'_>) {
    let suggestions = &scene.questionnaire.suggestions;
    if suggestions.is_empty() {
        return;
    }
    say(tree, scene, "h2.apart", Message::Suggestions);
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
