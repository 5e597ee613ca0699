//! Parts that screens share: a message, a heading, buttons, links, sources.
//!
//! This file knows elements and messages. It must not know which screen asks for them, or make
//! decisions about its content.

use super::ids::HEADING;
use super::inline::{LINK, quote};
use super::node::Builder;
use super::scene::Scene;
use crate::data::text::digits;
use crate::messages::Message;
use crate::questionnaire::Source;

/// The button that goes back.
pub const BACK: &str = "button.quiet type=button name=back";

/// Adds an element with a message of the widget.
#[inline(never)]
pub fn say(tree: &mut Builder, scene: &Scene<'_>, name: &'static str, word: Message) {
    tree.element_of_words(name, scene.messages.text(word));
}

/// Adds the label of an answer as the only content of the open element. `is_own` says whether it is
/// the widget's message rather than the author's text.
pub fn label(tree: &mut Builder, text: &str, is_own: bool) {
    if is_own {
        tree.words(text);
    } else {
        tree.text(text);
    }
}

/// Adds a heading that can take the focus. `is_own` says whether it is the widget's message rather
/// than the author's text.
pub fn heading(tree: &mut Builder, name: &'static str, text: &str, is_own: bool) {
    open_heading(tree, name);
    label(tree, text, is_own);
    tree.close();
}

/// Opens a heading that can take the focus.
pub fn open_heading(tree: &mut Builder, name: &'static str) {
    tree.open(name);
    tree.attribute("id", HEADING);
    tree.attribute("tabindex", "-1");
}

/// Adds the back button and the button that moves on. The latter is the main button if `is_main`,
/// otherwise it looks like a link. Both keep their places, so an empty element replaces the back
/// button on the first step.
pub fn navigation(tree: &mut Builder, scene: &Scene<'_>, next: Message, is_main: bool) {
    tree.open("div.nav");
    if scene.session.step > 0 {
        say(tree, scene, BACK, Message::Back);
    } else {
        tree.open("span");
        tree.close();
    }
    let name = if is_main {
        "button.primary type=submit"
    } else {
        "button.quiet type=submit"
    };
    say(tree, scene, name, next);
    tree.close();
}

/// Adds a text, as a link if `url` is not empty.
pub fn link(tree: &mut Builder, text: &str, url: &str) {
    if url.is_empty() {
        tree.text(text);
        return;
    }
    tree.open(LINK);
    tree.attribute("href", url);
    tree.text(text);
    tree.close();
}

/// Adds the sources of a misconception, each as an element with this name, and with their numbers
/// if a text has referred to them.
pub fn sources(tree: &mut Builder, scene: &Scene<'_>, name: &'static str, sources: &[Source]) {
    let are_numbered = std::mem::take(&mut tree.are_sources_numbered);
    for (index, source) in sources.iter().enumerate() {
        tree.open(name);
        tree.language(&source.lang);
        if are_numbered {
            tree.text("[");
            tree.text(&digits(index + 1));
            tree.text("] ");
        }
        link(tree, &source.title, &source.url);
        if !source.date.is_empty() {
            tree.text(", ");
            tree.text(&source.date);
        }
        if !source.quote.is_empty() {
            tree.text(": ");
            quote(tree, scene, &source.quote, false);
        }
        tree.close();
    }
}
