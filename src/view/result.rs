//! The scorecard: the counts in a sentence, the profile, the refutations, and what other readers named.

use super::node::Tree;
use super::{Scene, button, heading, paragraphs, profile, refutation};
use crate::messages::{Plural, Word};

/// The whole scorecard.
pub fn result(tree: &mut Tree, scene: Scene<'_>) {
    let messages = scene.messages;
    tree.open_class("div", "result");
    tree.element_class("p", "eyebrow", messages.word(Word::Scorecard));
    headline(tree, scene);
    outcome(tree, scene);
    if scene.scorecard.straight_lined {
        tree.element_class("p", "note", messages.word(Word::StraightLined));
    }
    profile::profile(tree, scene);
    let is_contested = |place: &&usize| {
        let finding = scene.scorecard.findings.get(**place);
        finding.is_some_and(|finding| finding.contested)
    };
    let order = || scene.scorecard.order.iter();
    for (shown, place) in order().filter(|place| !is_contested(place)).enumerate() {
        refutation::article(tree, scene, *place, shown == 0);
    }
    if scene.scorecard.headline.contested > 0 {
        tree.element_class("h2", "apart", messages.word(Word::ContestedHeading));
        for place in order().filter(is_contested) {
            refutation::article(tree, scene, *place, false);
        }
    }
    suggestions(tree, scene);
    tree.open_class("div", "nav");
    button(tree, "back", "quiet", messages.word(Word::BackToStatements));
    tree.close();
    if let Some(credits) = &scene.questionnaire.credits {
        tree.open_class("p", "source");
        refutation::link(tree, &credits.text, credits.url.as_deref());
        if let Some(licence) = &credits.licence {
            tree.text(" ");
            tree.text(licence);
        }
        tree.close();
    }
    tree.close();
}

/// The counts, as sentences; the first is the heading.
fn headline(tree: &mut Tree, scene: Scene<'_>) {
    let messages = scene.messages;
    let counts = scene.scorecard.headline;
    let held = counts.held.to_string();
    let first = if counts.classified == 0 {
        messages.word(Word::NothingToSay).to_owned()
    } else if counts.held == 0 {
        messages.count(Plural::YouHoldNone, counts.classified, &[])
    } else {
        messages.count(Plural::YouHold, counts.classified, &[("held", &held)])
    };
    heading(tree, "h2", "title", &first);
    let lean = if counts.held == 0 { Plural::LeanOf } else { Plural::LeanMore };
    let rest: Vec<String> = [
        (lean, counts.leaning),
        (Plural::TooFew, counts.insufficient),
        (Plural::ContestedToo, counts.contested),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(word, count)| messages.count(word, count, &[]))
    .collect();
    if !rest.is_empty() {
        tree.element("p", &rest.join(" "));
    }
}

/// The author's closing words; none while verdicts are missing.
fn outcome(tree: &mut Tree, scene: Scene<'_>) {
    let counts = scene.scorecard.headline;
    if counts.classified == 0 || counts.insufficient > 0 {
        return;
    }
    let reached = counts.held + counts.leaning;
    let mut outcomes = scene.questionnaire.outcomes.iter().rev();
    let Some(outcome) = outcomes.find(|outcome| outcome.from <= reached) else {
        return;
    };
    tree.open_class("div", "outcome");
    tree.element("strong", &outcome.title);
    if let Some(text) = &outcome.text {
        tree.text(" ");
        paragraphs(tree, "", text);
    }
    tree.close();
}

/// What readers have named, each with the author's answer.
fn suggestions(tree: &mut Tree, scene: Scene<'_>) {
    let suggestions = &scene.questionnaire.suggestions;
    if suggestions.is_empty() {
        return;
    }
    tree.element_class("h2", "apart", scene.messages.word(Word::Suggestions));
    for suggestion in suggestions {
        tree.open_class("div", "suggestion");
        tree.open("blockquote");
        paragraphs(tree, "", &suggestion.text);
        if let Some(by) = &suggestion.by {
            tree.element_class("p", "source", by);
        }
        tree.close();
        paragraphs(tree, "", &suggestion.answer);
        tree.close();
    }
}
