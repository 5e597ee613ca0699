//! What is on screen of scorecards that readers share: whose this one is, why a link cannot be followed, and how to
//! hand on one's own. Only where the scorecard has grown.

use super::node::Builder;
use super::remarks::{PLAIN, button, tell};
use super::{SHARED, Scene};
use crate::messages::More;
use crate::permalink::Fault;
use crate::sharing::{Given, Guest, Opened, Sharing};

/// Above everything: that the scorecard is somebody else's, with the way out; or that a link cannot be followed.
pub fn banner(tree: &mut Builder, scene: &Scene<'_>) {
    let Some(opened) = scene.sharing().and_then(|it| it.opened.as_ref()) else {
        return;
    };
    tree.open("div.shared tabindex=-1");
    tree.attribute("id", SHARED);
    let word = match opened {
        Opened::Guest(_) => More::Shared,
        Opened::Fault(Fault::Damaged) => More::Damaged,
        Opened::Fault(Fault::OtherVersion) => More::OtherVersion,
        Opened::Fault(Fault::TooNew) => More::TooNew,
    };
    tell(tree, scene, "p", word);
    leave(tree, scene, PLAIN, 0);
    tree.close();
}

/// The button that leads from a guest's scorecard to the reader's own screen.
pub fn leave(tree: &mut Builder, scene: &Scene<'_>, name: &'static str, place: usize) {
    let Some(guest) = guest(scene) else {
        return;
    };
    let word = if guest.has_own {
        More::BackToOwn
    } else {
        More::SeeStatements
    };
    tree.open("div.acts");
    button(tree, scene, name, "leave", place, word);
    if guest.is_claimable() {
        button(tree, scene, PLAIN, "claim", place, More::Claim);
    }
    tree.close();
}

/// The link to the reader's own scorecard: what it holds, the button that hands it on, and what became of it.
pub fn controls(tree: &mut Builder, scene: &Scene<'_>) {
    let Some(sharing) = scene.sharing() else {
        return;
    };
    tree.open("div.share");
    tree.open("div.acts");
    button(tree, scene, PLAIN, "share", 0, More::Share);
    tree.open("label.too");
    tree.open("input type=checkbox name=too");
    tree.close();
    tree.text(scene.messages.more(More::AnswersToo));
    tree.close();
    tree.close();
    tell(tree, scene, "p.hint", More::LinkHolds);
    told(tree, scene, sharing.given == Given::Copied);
    if let Given::Shown(shown) = &sharing.given {
        link(tree, scene, "link", More::CopyLink, shown);
        tree.close();
    }
    tree.close();
}

/// An address to be copied, which is written from the left: its label, and the field at the beginning of a row that
/// is left open for a button.
pub(super) fn link(tree: &mut Builder, scene: &Scene<'_>, id: &str, label: More, address: &str) {
    tree.open("label");
    tree.attribute("for", id);
    tree.text(scene.messages.more(label));
    tree.close();
    tree.open("div.acts");
    tree.open("input.link type=text name=link dir=ltr readonly=");
    tree.attribute("id", id);
    tree.attribute("value", address);
    tree.close();
}

/// That an address was copied, in a line that is there before.
pub(super) fn told(tree: &mut Builder, scene: &Scene<'_>, is_copied: bool) {
    tree.open("p.told role=status");
    if is_copied {
        tree.text(scene.messages.more(More::Copied));
    }
    tree.close();
}

/// Whether the scorecard is somebody else's.
pub fn is_guest(scene: &Scene<'_>) -> bool {
    guest(scene).is_some()
}

/// Whether the answers that the scorecard rests on are there to be shown.
pub fn has_answers(scene: &Scene<'_>) -> bool {
    guest(scene).is_none_or(|guest| guest.has_answers)
}

fn guest<'a>(scene: &Scene<'a>) -> Option<&'a Guest> {
    scene.sharing().and_then(Sharing::guest)
}
