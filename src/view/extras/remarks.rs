//! What a reader may say back and do with the scorecard: dispute a refutation, suggest a
//! misconception, save and print.
//!
//! This file knows elements and messages. The remarks themselves are in [`crate::extras::remarks`].

use super::parts::{PLAIN, QUIET, button, label, tell};
use crate::data::text::{characters, digits};
use crate::extras::remarks::{MOST, MOST_SUGGESTIONS};
use crate::messages::{ExtrasMessage, Message, fill};
use crate::view::ids::{FORGOTTEN, numbered};
use crate::view::node::Builder;
use crate::view::parts::say;
use crate::view::scene::Scene;

/// If at most this many characters remain, the form shows how many.
const NEAR: usize = 100;

/// Adds whether the reader still disagrees with a refutation, and why; or the button to say so.
pub fn dispute(tree: &mut Builder, scene: &Scene<'_>, index: usize) {
    let Some(remarks) = scene.remarks() else {
        return;
    };
    // The same words appear under every refutation, so the group is labelled for screen readers.
    tree.open_keyed("div.dispute role=group", index);
    tree.attribute("aria-labelledby", &numbered("misconception", index));
    let draft = remarks.drafts.get(index).and_then(Option::as_deref);
    let said = remarks.disputes.get(index).and_then(Option::as_deref);
    if let Some(draft) = draft {
        let ids = (numbered("reason", index), numbered("room", index));
        field(tree, scene, &ids, ExtrasMessage::WhyDisagree, draft);
        tree.open("div.acts");
        button(tree, scene, PLAIN, "dispute", index, ExtrasMessage::Done);
        button(tree, scene, QUIET, "stop", index, ExtrasMessage::Cancel);
        left(tree, scene, &ids, draft);
        tree.close();
    } else if let Some(reason) = said {
        let word = if reason.is_empty() {
            ExtrasMessage::YouDisagree
        } else {
            ExtrasMessage::YouDisagreeFor
        };
        own(tree, scene, &numbered("disputed", index), word, reason);
        tree.open("div.acts");
        button(tree, scene, QUIET, "begin", index, ExtrasMessage::Change);
        button(tree, scene, QUIET, "agree", index, ExtrasMessage::TakeBack);
        tree.close();
    } else {
        button(tree, scene, QUIET, "begin", index, ExtrasMessage::Disagree);
    }
    if draft.is_some() || said.is_some() {
        tell(tree, scene, "p.hint", ExtrasMessage::OnlyYou);
    }
    tree.close();
}

/// Adds the misconceptions that the reader has named, and a field for another.
pub fn suggestions(tree: &mut Builder, scene: &Scene<'_>) {
    let Some(remarks) = scene.remarks() else {
        return;
    };
    if scene.questionnaire.suggestions.is_empty() {
        // Otherwise this heading is already above the suggestions that the author has published.
        say(tree, scene, "h3.apart", Message::Suggestions);
    }
    tree.open("div.suggest");
    for (index, suggestion) in remarks.suggestions.iter().enumerate() {
        let id = numbered("suggested", index);
        own(tree, scene, &id, ExtrasMessage::YouNamed, suggestion);
        tree.open("div.acts");
        let act = numbered("withdraw", index);
        tree.open(QUIET);
        tree.attribute("name", &act);
        tree.attribute("id", &act);
        tree.attribute("aria-describedby", &id);
        tree.words(scene.messages.extras(ExtrasMessage::TakeBack));
        tree.close();
        tree.close();
    }
    if remarks.suggestions.len() < MOST_SUGGESTIONS {
        // A new key makes a new field after each suggestion, so that the browser empties it.
        tree.open_keyed("div.write", remarks.suggestions.len());
        let ids = ("suggestion".to_owned(), "room".to_owned());
        field(tree, scene, &ids, ExtrasMessage::Name, &remarks.draft);
        tree.open("div.acts");
        button(tree, scene, PLAIN, "suggest", 0, ExtrasMessage::Add);
        left(tree, scene, &ids, &remarks.draft);
        tree.close();
        tell(tree, scene, "p.hint", ExtrasMessage::OnlyYou);
        tree.close();
    }
    tree.close();
}

/// Adds what a reader may do with the scorecard, folded.
pub fn keep(tree: &mut Builder, scene: &Scene<'_>) {
    let Some(remarks) = scene.remarks() else {
        return;
    };
    tree.open("details.keep");
    tree.open("summary");
    tell(tree, scene, "h3", ExtrasMessage::Yours);
    tree.close();
    if let Some(persistent) = remarks.persistent {
        tree.open("label.stay");
        tree.open("input type=checkbox name=stay");
        if persistent {
            tree.attribute("checked", "");
        }
        tree.close();
        tell(tree, scene, "span", ExtrasMessage::Stay);
        tree.close();
        // The shim shows this message if the device has no room.
        let no_room = "p.note id=no-room role=alert hidden=";
        tell(tree, scene, no_room, ExtrasMessage::NoRoom);
    }
    tree.open("div.acts");
    button(tree, scene, PLAIN, "print", 0, ExtrasMessage::Print);
    button(tree, scene, QUIET, "csv", 0, ExtrasMessage::SaveCsv);
    button(tree, scene, QUIET, "json", 0, ExtrasMessage::SaveJson);
    tree.close();
    tree.close();
}

/// Adds the note that everything was erased, and the button to undo that. It stays until the next
/// scorecard.
pub fn forgotten(tree: &mut Builder, scene: &Scene<'_>) {
    if scene.remarks().is_some_and(|remarks| remarks.is_forgotten) {
        tree.open("div.note tabindex=-1");
        tree.attribute("id", FORGOTTEN);
        tell(tree, scene, "p", ExtrasMessage::Forgotten);
        button(tree, scene, QUIET, "undo", 0, ExtrasMessage::Undo);
        tree.close();
    }
}

/// Adds the reader's own words. The element can take the focus. Its direction is `auto`, because a
/// reader may write in any language.
fn own(tree: &mut Builder, scene: &Scene<'_>, id: &str, word: ExtrasMessage, text: &str) {
    tree.open("div.note tabindex=-1");
    tree.attribute("id", id);
    tell(tree, scene, "p", word);
    if !text.is_empty() {
        tree.element("p.said dir=auto", text);
    }
    tree.close();
}

/// Adds a field for several lines, with its label. `ids` are the ids of the field and of the line
/// with the characters left.
fn field(
    tree: &mut Builder,
    scene: &Scene<'_>,
    (id, room): &(String, String),
    name: ExtrasMessage,
    text: &str,
) {
    label(tree, scene, id, name);
    tree.open("textarea rows=3 dir=auto");
    tree.attribute("id", id);
    tree.attribute("aria-describedby", room);
    if characters(text.trim()) > MOST {
        tree.attribute("aria-invalid", "true");
    }
    tree.characters(text);
    tree.close();
}

/// Adds how many characters are left when the field is nearly full. It is beside the buttons, so
/// that nothing moves when it appears.
fn left(tree: &mut Builder, scene: &Scene<'_>, (_, room): &(String, String), text: &str) {
    let length = characters(text.trim());
    tree.open("p.left role=status");
    tree.attribute("id", room);
    if length > MOST {
        count(tree, scene, ExtrasMessage::TooMany, length - MOST);
    } else if MOST - length <= NEAR {
        count(tree, scene, ExtrasMessage::Room, MOST - length);
    }
    tree.close();
}

fn count(tree: &mut Builder, scene: &Scene<'_>, word: ExtrasMessage, number: usize) {
    let text = fill(scene.messages.extras(word), &[("n", &digits(number))]);
    tree.words(&text);
}
