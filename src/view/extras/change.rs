//! One answer changed in place, on the scorecard.
//!
//! This file knows where the button and the form are. What becomes of the answer is decided in
//! [`crate::session`].

use super::parts::{QUIET, button};
use crate::messages::ExtrasMessage;
use crate::view::node::Builder;
use crate::view::scene::Scene;
use crate::view::statement;

/// Adds the form that asks the statement at `index` again, if the reader is changing that answer.
/// Returns whether they are.
pub fn form(tree: &mut Builder, scene: &Scene<'_>, index: usize) -> bool {
    let is_open = scene.session.changing == Some(index);
    if is_open {
        tree.open("form.missing");
        statement::statement(tree, scene, index, "h5 tabindex=-1", false);
        tree.open("div.acts");
        tree.open("button.plain type=submit");
        tree.words(scene.messages.extras(ExtrasMessage::Done));
        tree.close();
        button(tree, scene, QUIET, "cancel", index, ExtrasMessage::Cancel);
        tree.close();
        tree.close();
    }
    is_open
}

/// Adds the button that opens the form, beside the answer. Only on the scorecard and only for a
/// statement that was answered; the others are asked elsewhere on it.
pub fn open(tree: &mut Builder, scene: &Scene<'_>, index: usize) {
    let is_answered = matches!(scene.session.answers.get(index), Some(Some(_)));
    let is_complete = scene.session.is_complete(scene.steps);
    if is_answered && is_complete && scene.attempts().is_some() {
        tree.text(" ");
        button(tree, scene, QUIET, "change", index, ExtrasMessage::Change);
    }
}
