//! The parts that screens have in common: a message, paragraphs, a heading, buttons, links.
//!
//! Knows elements and messages; not which screen asks for them, nor what is decided on it.

use super::ids::HEADING;
use super::inline::{LINK, quote};
use super::node::Builder;
use super::scene::Scene;
use crate::data::text::digits;
use crate::messages::Message;
use crate::questionnaire::Source;

/// The button that goes back.
pub const BACK: &str = "button.quiet type=button name=back";

/// An element with one of the widget's words.
#[inline(never)]
pub fn say(tree: &mut Builder, scene: &Scene<'_>, name: &'static str, word: Message) {
    tree.element_of_words(name, scene.messages.text(word));
}

/// The words for an answer as all that the open element says; `is_own`: whether they are the widget's own.
pub fn label(tree: &mut Builder, text: &str, is_own: bool) {
    if is_own {
        tree.words(text);
    } else {
        tree.text(text);
    }
}

/// A heading that can take the focus; `is_own`: whether its words are the widget's own.
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

/// Back and the button that moves on, which is the main one once something has been chosen, and until then looks like a
/// link. Each keeps its place: also where there is nothing to go back to.
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

/// A text that leads to `url`, where there is one.
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

/// The sources of a misconception, each as an element of this name; with their numbers, if its texts refer to them.
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
