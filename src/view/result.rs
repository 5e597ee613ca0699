//! The scorecard: the counts in a sentence, the profile, the refutations, and what other readers named.

use super::node::Builder;
use super::{BACK, Scene, again, heading, paragraphs, profile, refutation, remarks, say, share};
use crate::digits::digits;
use crate::messages::{Messages, Plural, Word};
use crate::scorecard::Headline;

/// The whole scorecard.
pub fn result(tree: &mut Builder, scene: &Scene<'_>) {
    tree.open("div.result");
    // A guest's is announced above.
    if !share::is_guest(scene) {
        say(tree, scene, "p.eyebrow", Word::Scorecard);
    }
    headline(tree, scene);
    outcome(tree, scene);
    if scene.scorecard.straight_lined {
        say(tree, scene, "p.note", Word::StraightLined);
    }
    again::summary(tree, scene);
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
        say(tree, scene, "h2.apart", Word::ContestedHeading);
        for place in order().filter(is_contested) {
            refutation::article(tree, scene, *place, false);
        }
    }
    suggestions(tree, scene);
    remarks::suggestions(tree, scene);
    again::again(tree, scene);
    remarks::keep(tree, scene);
    if share::is_guest(scene) {
        share::leave(tree, scene, "button.primary type=button", 1);
    } else {
        tree.open("div.nav");
        say(tree, scene, BACK, Word::BackToStatements);
        tree.close();
    }
    let credits = &scene.questionnaire.credits;
    if !credits.text.is_empty() {
        tree.open("p.source");
        refutation::link(tree, &credits.text, &credits.url);
        tree.text(" ");
        tree.text(&credits.licence);
        tree.close();
    }
    tree.close();
}

/// The counts, as sentences; the first is the heading.
fn headline(tree: &mut Builder, scene: &Scene<'_>) {
    let (messages, counts) = (scene.messages, scene.scorecard.headline);
    heading(tree, "h2.title", &first_sentence(messages, counts));
    for (word, count) in rest(counts) {
        if count > 0 {
            tree.element("p.rest", &messages.count(word, count, ""));
        }
    }
}

/// The counts in one sentence, which is about the firmest verdict there is. "You hold none" would flatter a reader who
/// is unsure about all.
pub fn first_sentence(messages: &Messages, counts: Headline) -> String {
    if counts.classified == 0 {
        return match counts.insufficient {
            0 => messages.count(Plural::ContestedToo, counts.contested, ""),
            _ => messages.word(Word::NothingToSay).to_owned(),
        };
    }
    let (word, count) = match counts {
        Headline { held: 1.., .. } => (Plural::YouHold, counts.held),
        Headline { leaning: 1.., .. } => (Plural::YouLeanTo, counts.leaning),
        Headline { unsure: 1.., .. } => (Plural::YouDoubt, counts.unsure),
        _ => (Plural::YouHoldNone, 0),
    };
    messages.count(word, counts.classified, &digits(count))
}

/// What there is to say after that, each with its number; nothing of what there is none of.
pub fn rest(counts: Headline) -> [(Plural, usize); 4] {
    // Without any verdict, the first sentence has said so.
    let said = |count| if counts.classified > 0 { count } else { 0 };
    // Nothing is said twice.
    let after = |firmer, count| if firmer > 0 { count } else { 0 };
    [
        (Plural::LeanMore, after(counts.held, counts.leaning)),
        (
            Plural::DoubtMore,
            after(counts.held + counts.leaning, counts.unsure),
        ),
        (Plural::TooFew, said(counts.insufficient)),
        (Plural::ContestedToo, said(counts.contested)),
    ]
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
    paragraphs(tree, "p", &outcome.text);
    tree.close();
}

/// What readers have named, each with the author's answer.
fn suggestions(tree: &mut Builder, scene: &Scene<'_>) {
    let suggestions = &scene.questionnaire.suggestions;
    if suggestions.is_empty() {
        return;
    }
    say(tree, scene, "h2.apart", Word::Suggestions);
    for suggestion in suggestions {
        tree.open("div.suggestion");
        tree.open("blockquote");
        paragraphs(tree, "p", &suggestion.text);
        paragraphs(tree, "p.source", &suggestion.by);
        tree.close();
        paragraphs(tree, "p", &suggestion.answer);
        tree.close();
    }
}
