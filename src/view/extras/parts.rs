//! The parts that the extras have in common: a message, a button, a URL to copy.
//!
//! Knows elements and messages; not what a button does.

use crate::messages::ExtrasMessage;
use crate::view::ids::numbered;
use crate::view::node::Builder;
use crate::view::scene::Scene;

/// The look of a button with a border.
pub const PLAIN: &str = "button.plain type=button";
/// The look of a button that stands beside another, as a link does.
pub const QUIET: &str = "button.quiet type=button";
/// An element with a message of the extras.
pub fn tell(tree: &mut Builder, scene: &Scene<'_>, name: &'static str, word: ExtrasMessage) {
    tree.element_of_words(name, scene.messages.extras(word));
}

/// A button, whose name is also its id: what it does, with the index it does it to.
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

/// The label of the field with this id.
pub fn label(tree: &mut Builder, scene: &Scene<'_>, id: &str, text: ExtrasMessage) {
    tree.open("label");
    tree.attribute("for", id);
    tree.words(scene.messages.extras(text));
    tree.close();
}

/// A read-only field for a URL, with its label and, if it `has_copy`, a button that copies it. URLs are written from left to
/// right in every language.
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

/// Says that something was copied. The line is there before, so that a screen reader hears it change.
pub fn copied(tree: &mut Builder, scene: &Scene<'_>, is_copied: bool, word: ExtrasMessage) {
    tree.open("p.told role=status");
    if is_copied {
        tree.words(scene.messages.extras(word));
    }
    tree.close();
}
