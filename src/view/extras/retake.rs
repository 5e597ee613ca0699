//! Before and after: what has changed since a reader's first answers, and the controls for
//! answering again.
//!
//! How a verdict changed is decided in [`crate::scoring::change`]; this file puts it into words.

use super::parts::{PLAIN, QUIET, button, copied, tell, url_field};
use crate::extras::attempts::{Attempts, Change, unsettled};
use crate::messages::{ExtrasMessage, ExtrasPlural, fill};
use crate::scoring::change::Transition;
use crate::scoring::scorecard::{Finding, Verdict};
use crate::view::node::Builder;
use crate::view::scene::Scene;

/// Each transition with its clause, in the order in which the sentence has them.
const CLAUSES: [(Option<Transition>, ExtrasPlural); 8] = [
    (Some(Transition::Corrected), ExtrasPlural::Corrected),
    (Some(Transition::Loosened), ExtrasPlural::Loosened),
    (Some(Transition::Settled), ExtrasPlural::SettledNow),
    (Some(Transition::Acquired), ExtrasPlural::Acquired),
    (Some(Transition::Strengthened), ExtrasPlural::Strengthened),
    (Some(Transition::Unsettled), ExtrasPlural::Unsettled),
    (Some(Transition::Unchanged), ExtrasPlural::Unchanged),
    (None, ExtrasPlural::NotAskedAgain),
];

/// Adds a sentence that counts what has changed.
pub fn summary(tree: &mut Builder, scene: &Scene<'_>) {
    if !is_compared(scene) {
        return;
    }
    let mut changes = String::new();
    for (transition, word) in CLAUSES {
        let is_counted =
            |index: &usize| change(scene, *index).is_some_and(|it| it.transition == transition);
        let count = (0..scene.scorecard.findings.len())
            .filter(is_counted)
            .count();
        if count > 0 {
            if !changes.is_empty() {
                changes.push_str(", ");
            }
            changes.push_str(&scene.messages.extras_count(word, count, ("", "")));
        }
    }
    tree.open("div.moved");
    if !changes.is_empty() {
        let sentence = scene.messages.extras(ExtrasMessage::SinceFirst);
        tree.element_of_words("p.since", &fill(sentence, &[("changes", &changes)]));
    }
    tell(tree, scene, "p.rest", ExtrasMessage::AtOnce);
    tree.close();
}

/// Adds the heading of the profile's column for what was before.
pub fn head(tree: &mut Builder, scene: &Scene<'_>) {
    if is_compared(scene) {
        tell(
            tree,
            scene,
            "th.unseen role=columnheader",
            ExtrasMessage::Before,
        );
    }
}

/// Adds the cell for what was before to a misconception's row of the profile; empty if nothing can
/// be said.
pub fn cell(tree: &mut Builder, scene: &Scene<'_>, index: usize) {
    if !is_compared(scene) {
        return;
    }
    let messages = scene.messages;
    let text = match change(scene, index) {
        None => "",
        Some(Change { before, transition }) => messages.extras(match transition {
            None => ExtrasMessage::NotAsked,
            Some(Transition::Unchanged) => ExtrasMessage::AsBefore,
            Some(_) => was(before),
        }),
    };
    tree.element_of_words("td.before role=cell", text);
}

/// The message for the earlier verdict.
fn was(before: &Finding) -> ExtrasMessage {
    match before.verdict {
        Verdict::Held => ExtrasMessage::WasHeld,
        Verdict::Leaning => ExtrasMessage::WasLeaning,
        Verdict::Unsure => ExtrasMessage::WasUnsure,
        // An insufficient verdict has no transition, so this arm is for not held only.
        Verdict::NotHeld | Verdict::Insufficient => ExtrasMessage::WasNotHeld,
    }
}

/// Adds a sentence about what was before, if the verdict on this misconception has changed.
pub fn sentence(tree: &mut Builder, scene: &Scene<'_>, index: usize) {
    let Some(Change { before, transition }) = change(scene, index) else {
        return;
    };
    if matches!(transition, None | Some(Transition::Unchanged)) {
        return;
    }
    tell(tree, scene, "p.was", was(before));
}

/// Adds the controls for answering again, now or in a week.
pub fn controls(tree: &mut Builder, scene: &Scene<'_>) {
    let Some(attempts) = scene.attempts() else {
        return;
    };
    tree.open("section.again");
    tell(tree, scene, "h3.apart", ExtrasMessage::Again);
    if attempts.retake.is_some() {
        tree.open("div.note");
        tell(tree, scene, "p", ExtrasMessage::LeftOpen);
        tree.open("div.acts");
        act(tree, scene, PLAIN, "earlier", ExtrasMessage::BackToEarlier);
        tree.close();
        tree.close();
    }
    if attempts.first.is_none() {
        tell(tree, scene, "p", ExtrasMessage::AtOnce);
    }
    tree.open("div.acts");
    act(tree, scene, PLAIN, "again", ExtrasMessage::AnswerAll);
    let unsettled = unsettled(scene.scorecard);
    if unsettled.contains(&true) && unsettled.contains(&false) {
        act(tree, scene, QUIET, "open", ExtrasMessage::AnswerOpen);
    }
    tree.close();
    tell(tree, scene, "p", ExtrasMessage::ComeBack);
    tree.open("div.acts");
    act(tree, scene, PLAIN, "calendar", ExtrasMessage::ToCalendar);
    tree.close();
    address(tree, scene, attempts);
    // The first screen promises privacy, so the button that erases the answers is never folded
    // away.
    tree.open("div.acts");
    act(tree, scene, QUIET, "forget", ExtrasMessage::Forget);
    tree.close();
    tree.close();
}

/// Adds the link by which the reader can come back.
fn address(tree: &mut Builder, scene: &Scene<'_>, attempts: &Attempts) {
    let url = scene.extras.map_or("", |extras| extras.return_link);
    if url.is_empty() {
        return;
    }
    url_field(tree, scene, "address", ExtrasMessage::Address, url, true);
    copied(tree, scene, attempts.is_copied, ExtrasMessage::Copied);
}

/// Adds the button back to the earlier scorecard, while a reader is answering again.
pub fn stop(tree: &mut Builder, scene: &Scene<'_>) {
    let is_asked = !scene.session.is_complete(scene.steps);
    if is_asked && scene.attempts().is_some_and(|it| it.retake.is_some()) {
        tree.open("div.acts");
        act(tree, scene, QUIET, "earlier", ExtrasMessage::StopAgain);
        tree.close();
    }
}

fn act(tree: &mut Builder, scene: &Scene<'_>, look: &'static str, name: &str, word: ExtrasMessage) {
    button(tree, scene, look, name, 0, word);
}

fn change<'a>(scene: &Scene<'a>, index: usize) -> Option<Change<'a>> {
    let now = scene.scorecard.findings.get(index)?;
    // Where experts disagree, no verdict is put into words, so none can have changed.
    let attempts = scene.attempts().filter(|_| !now.contested)?;
    attempts.change(index, now)
}

fn is_compared(scene: &Scene<'_>) -> bool {
    scene.attempts().is_some_and(|it| it.first.is_some())
}
