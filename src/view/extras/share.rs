//! What is on screen of scorecards that readers share: whose this one is, why a link cannot be followed, and how to
//! hand on one's own.

use super::parts::{PLAIN, button, copied, tell, url_field};
use crate::extras::permalink::LinkError;
use crate::extras::sharing::{OpenedLink, ShareOutcome};
use crate::messages::ExtrasMessage;
use crate::view::ids::SHARED;
use crate::view::node::Builder;
use crate::view::scene::Scene;

/// Above everything: that the scorecard is somebody else's, with the way out; or that a link cannot be followed.
pub fn banner(tree: &mut Builder, scene: &Scene<'_>) {
    let Some(opened) = scene.sharing().and_then(|it| it.opened.as_ref()) else {
        return;
    };
    tree.open("div.shared tabindex=-1");
    tree.attribute("id", SHARED);
    let word = match opened {
        OpenedLink::Scorecard(_) => ExtrasMessage::Shared,
        OpenedLink::Error(LinkError::Damaged) => ExtrasMessage::Damaged,
        OpenedLink::Error(LinkError::OtherVersion) => ExtrasMessage::OtherVersion,
        OpenedLink::Error(LinkError::TooNew) => ExtrasMessage::TooNew,
    };
    tell(tree, scene, "p", word);
    leave(tree, scene, PLAIN, 0);
    tree.close();
}

/// The button that leads from a guest's scorecard to the reader's own screen.
pub fn leave(tree: &mut Builder, scene: &Scene<'_>, name: &'static str, index: usize) {
    let Some(guest) = scene.guest() else {
        return;
    };
    let word = if guest.has_own {
        ExtrasMessage::BackToOwn
    } else {
        ExtrasMessage::SeeStatements
    };
    tree.open("div.acts");
    button(tree, scene, name, "leave", index, word);
    if guest.is_claimable() {
        button(tree, scene, PLAIN, "claim", index, ExtrasMessage::Claim);
    }
    tree.close();
}

/// The link to the reader's own scorecard: what it holds, the button that hands it on, and what became of it.
pub fn controls(tree: &mut Builder, scene: &Scene<'_>) {
    let Some(sharing) = scene.sharing() else {
        return;
    };
    // From a page that nobody else can open, there is nothing to share.
    if scene.attempts().is_none_or(|it| it.address.is_empty()) {
        return;
    }
    tree.open("div.share");
    tree.open("div.acts");
    button(tree, scene, PLAIN, "share", 0, ExtrasMessage::Share);
    tree.open("label.too");
    tree.open("input type=checkbox name=too");
    tree.close();
    tree.words(scene.messages.extras(ExtrasMessage::AnswersToo));
    tree.close();
    tree.close();
    tell(tree, scene, "p.hint", ExtrasMessage::LinkHolds);
    copied(tree, scene, sharing.given == ShareOutcome::Copied);
    if let ShareOutcome::Shown(shown) = &sharing.given {
        url_field(tree, scene, "link", ExtrasMessage::CopyLink, shown, false);
    }
    tree.close();
}
