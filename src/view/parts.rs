//! The parts that screens have in common: a message, paragraphs, a heading, buttons, links.
//!
//! Knows elements and messages; not which screen asks for them, nor what is decided on it.

use super::ids::HEADING;
use super::node::Builder;
use super::scene::Scene;
use crate::data::text::{cut, is_blank};
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

/// A text as paragraphs of this name: a blank line starts a new one.
pub fn paragraphs(tree: &mut Builder, name: &'static str, text: &str) {
    let mut is_open = false;
    let mut rest = text;
    while !rest.is_empty() {
        let (line, after) = cut(rest, b'\n').unwrap_or((rest, ""));
        rest = after;
        let is_gap = is_blank(line);
        if is_open && is_gap {
            tree.close();
        } else if is_open {
            tree.text(" ");
        } else if !is_gap {
            tree.open(name);
        }
        is_open = !is_gap;
        if is_open {
            tree.text(line);
        }
    }
    if is_open {
        tree.close();
    }
}

/// A heading that can take the focus; `is_own`: whether its words are the widget's own.
pub fn heading(tree: &mut Builder, name: &'static str, text: &str, is_own: bool) {
    tree.open(name);
    tree.attribute("id", HEADING);
    tree.attribute("tabindex", "-1");
    label(tree, text, is_own);
    tree.close();
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
    tree.open("a rel=noreferrer");
    tree.attribute("href", url);
    tree.text(text);
    tree.close();
}

/// A source, as an element of this name.
pub fn source(tree: &mut Builder, scene: &Scene<'_>, name: &'static str, source: &Source) {
    tree.open(name);
    tree.language(&source.lang);
    link(tree, &source.title, &source.url);
    if !source.date.is_empty() {
        tree.text(", ");
        tree.text(&source.date);
    }
    if !source.quote.is_empty() {
        tree.text(": ");
        tree.text(&scene.messages.quote(&source.quote));
    }
    tree.close();
}
