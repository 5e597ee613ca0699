//! Shared scorecards on screen: somebody else's, the reason why a link cannot be opened, and how to
//! share one's own.

use super::parts::{PLAIN, button, copied, tell, url_field};
use crate::extras::permalink::LinkError;
use crate::extras::sharing::{OpenedLink, ShareOutcome};
use crate::messages::ExtrasMessage;
use crate::view::ids::{SCORECARD, SHARED};
use crate::view::node::Builder;
use crate::view::scene::Scene;
use crate::view::{profile, refutation, statement};

/// The main button.
const PRIMARY: &str = "button.primary type=button";

/// Adds, above everything else, that a link cannot be opened and why.
pub fn banner(tree: &mut Builder, scene: &Scene<'_>) {
    let Some(OpenedLink::Error(error)) = scene.sharing().and_then(|it| it.opened.as_ref()) else {
        return;
    };
    tree.open("div.shared tabindex=-1");
    tree.attribute("id", SHARED);
    let word = match error {
        LinkError::Damaged => ExtrasMessage::Damaged,
        LinkError::OtherVersion => ExtrasMessage::OtherVersion,
        LinkError::TooNew => ExtrasMessage::TooNew,
    };
    tell(tree, scene, "p", word);
    tree.close();
}

/// Adds somebody else's scorecard: the counts and one main button. The misconceptions stay folded
/// until the reader has a scorecard of their own, because they would give the statements away.
pub fn shared(tree: &mut Builder, scene: &Scene<'_>) {
    let Some(guest) = scene.guest() else {
        return;
    };
    tree.open("div.shared tabindex=-1");
    tree.attribute("id", SHARED);
    tree.open("h2.eyebrow");
    tree.attribute("id", SCORECARD);
    tree.words(scene.messages.extras(ExtrasMessage::Shared));
    tree.close();
    tree.element("p.about", &scene.questionnaire.title);
    tree.close();
    let question = if guest.is_answered {
        ""
    } else {
        scene.messages.extras(ExtrasMessage::AndYou)
    };
    profile::headline(tree, scene, question);
    tree.open("div.acts");
    let word = if guest.has_own {
        ExtrasMessage::BackToOwn
    } else {
        ExtrasMessage::SeeStatements
    };
    button(tree, scene, PRIMARY, "leave", 0, word);
    if guest.is_claimable() {
        button(tree, scene, PLAIN, "claim", 0, ExtrasMessage::Claim);
    }
    tree.close();
    if !guest.has_own {
        statement::meta(tree, scene);
    }
    tree.open("details.which");
    if guest.is_answered {
        tree.attribute("open", "");
    }
    tree.open("summary");
    tree.words_beside(scene.messages.extras(ExtrasMessage::ShowWhich));
    if !guest.is_answered {
        tree.text(" ");
        tell(tree, scene, "small", ExtrasMessage::GivesAway);
    }
    tree.close();
    profile::profile(tree, scene);
    refutation::articles(tree, scene);
    tree.close();
}

/// Adds the controls for sharing one's own scorecard as a link or as a picture, and what became of
/// the link.
pub fn controls(tree: &mut Builder, scene: &Scene<'_>) {
    let (Some(sharing), Some(attempts)) = (scene.sharing(), scene.attempts()) else {
        return;
    };
    // If nobody else can open the page, there is no link to share.
    let has_link = !attempts.address.is_empty();
    tree.open("div.share");
    tree.open("div.acts");
    if has_link {
        button(tree, scene, PRIMARY, "share", 0, ExtrasMessage::Share);
    }
    button(tree, scene, PLAIN, "picture", 0, ExtrasMessage::SavePicture);
    if has_link {
        tree.open("label.too");
        tree.open("input type=checkbox name=too");
        tree.close();
        tree.words(scene.messages.extras(ExtrasMessage::AnswersToo));
        tree.close();
    }
    tree.close();
    // The shim shows this message if no picture can be made.
    let no_picture = "p.note id=no-picture role=alert hidden=";
    tell(tree, scene, no_picture, ExtrasMessage::NoPicture);
    if has_link {
        tell(tree, scene, "p.hint", ExtrasMessage::LinkHolds);
        let is_copied = sharing.given == ShareOutcome::Copied;
        copied(tree, scene, is_copied, ExtrasMessage::SharedText);
        if let ShareOutcome::Shown(shown) = &sharing.given {
            url_field(tree, scene, "link", ExtrasMessage::CopyLink, shown, false);
        }
    }
    tree.close();
}
