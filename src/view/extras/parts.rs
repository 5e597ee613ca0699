//! Parts that the extras share: a message, a button, a URL to copy.
//!
//! This file knows elements and messages. It must not know what a button does.

use crate::messages::ExtrasMessage;
use crate::view::ids::numbered;
use crate::view::node::Builder;
use crate::view::scene::Scene;

/// A button with a border.
pub const PLAIN: &str = "button.plain type=button";
/// A button that looks like a link, for actions beside the main one.
pub const QUIET: &str = "button.quiet type=button";
/// Adds an element with a message of the extras.
pub fn tell(tree: &mut Builder, scene: &Scene<'_>, name: &'static str, word: ExtrasMessage) {
    tree.element_of_words(name, scene.messages.extras(word));
}

/// Adds a button. Its name, which is also its id, says what it does and to which index.
pub fn button(
    tree: &mut Builder,
    scene: &Scene<'_>,
    name: &'static str,
    what: &str,
    index: usize,
    word: ExtrasMessage,
) {
    let id = numbered(what, index);
    tree.open(name);
    tree.attribute("name", &id);
    tree.attribute("id", &id);
    tree.words(scene.messages.extras(word));
    tree.close();
}

/// Adds the label of the field with this id.
pub fn label(tree: &mut Builder, scene: &Scene<'_>, id: &str, text: ExtrasMessage) {
    tree.open("label");
    tree.attribute("for", id);
    tree.words(scene.messages.extras(text));
    tree.close();
}

/// Adds a read-only field for a URL, with its label and, if `has_copy`, a button that copies it.
/// The direction is always left to right, because URLs are written so in every language.
pub fn url_field(
    tree: &mut Builder,
    scene: &Scene<'_>,
    id: &str,
    text: ExtrasMessage,
    url: &str,
    has_copy: bool,
) {
    label(tree, scene, id, text);
    tree.open("div.acts");
    tree.open("input.link type=text name=link dir=ltr readonly=");
    tree.attribute("id", id);
    tree.attribute("value", url);
    tree.close();
    if has_copy {
        button(tree, scene, QUIET, "copy", 0, ExtrasMessage::Copy);
    }
    tree.close();
}

/// Adds a line that says whether something was copied. The line exists before, so that a screen
/// reader announces the change.
pub fn copied(tree: &mut Builder, scene: &Scene<'_>, is_copied: bool, word: ExtrasMessage) {
    tree.open("p.told role=status");
    if is_copied {
        tree.words(scene.messages.extras(word));
    }
    tree.close();
}
