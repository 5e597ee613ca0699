//! What is on screen, as a value: questionnaire, messages and session go in, a tree of nodes comes
//! out.
//!
//! This file chooses the screen; each screen has a file of its own. Nothing in here knows the
//! browser. Class names, ids and the `name` of each control are a contract with `src/style/` and
//! with the shim, which turns a control's name and value into an event.

#[cfg(feature = "extras")]
mod extras;
pub mod fallback;
pub mod ids;
mod inline;
pub mod kept;
pub(crate) mod marks;
pub mod node;
mod parts;
pub(crate) mod phrases;
mod profile;
mod refutation;
mod result;
pub(crate) mod scene;
mod statement;

use crate::messages::Message;
use crate::session::Notice;
use crate::session::plan::Step;
#[cfg(feature = "extras")]
use extras::{remarks, retake, share};
use kept::Kept;
use node::Node;
use scene::Scene;

/// The nodes of the current screen. `kept` is what was kept of the drawing before, and then what is
/// kept of this one.
#[must_use]
pub fn view(scene: &Scene<'_>, kept: &mut Kept) -> Vec<Node> {
    let mut tree = scene.builder();
    tree.open("div.card");
    tree.language(&scene.questionnaire.lang);
    #[cfg(feature = "extras")]
    share::banner(&mut tree, scene);
    #[cfg(feature = "extras")]
    remarks::forgotten(&mut tree, scene);
    if let Some(notice) = scene.notice {
        let message = match notice {
            Notice::OtherShape => Message::StatementsChanged,
            Notice::Reworded => Message::StatementsReworded,
        };
        parts::say(&mut tree, scene, "p.note role=status", message);
    }
    match scene.steps.get(scene.session.step) {
        Some(Step::Ask(statements)) => statement::ask(&mut tree, scene, statements, kept),
        Some(Step::Refute(misconception)) => refutation::screen(&mut tree, scene, *misconception),
        None => result::result(&mut tree, scene),
    }
    #[cfg(feature = "extras")]
    retake::stop(&mut tree, scene);
    tree.close();
    tree.finish()
}
