//! One answer asked again in place, on the scorecard.
//!
//! Knows where the button and the form stand; what becomes of the answer, [`crate::session`] decides.

use super::parts::{QUIET, button};
use crate::messages::ExtrasMessage;
use crate::view::node::Builder;
use crate::view::scene::Scene;
use crate::view::statement;

/// The form that asks the statement at `index` again, if the reader is changing that answer; whether it does.
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

/// The button that opens it, beside the answer, on the scorecard: what was not answered is asked elsewhere.
pub fn open(tree: &mut Builder, scene: &Scene<'_>, index: usize) {
    let is_answered = matches!(scene.session.answers.get(index), Some(Some(_)));
    let is_complete = scene.session.is_complete(scene.steps);
    if is_answered && is_complete && scene.attempts().is_some() {
        tree.text(" ");
        button(tree, scene, QUIET, "change", index, ExtrasMessage::Change);
    }
}
