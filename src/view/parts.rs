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
    tree.element(name, scene.messages.text(word));
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

/// A heading that can take the focus.
pub fn heading(tree: &mut Builder, name: &'static str, text: &str) {
    tree.open(name);
    tree.attribute("id", HEADING);
    tree.attribute("tabindex", "-1");
    tree.text(text);
    tree.close();
}

/// Back and the one button that moves on. Back keeps its place where there is nothing to go back to.
pub fn navigation(tree: &mut Builder, scene: &Scene<'_>, next: Message) {
    tree.open("div.nav");
    if scene.session.step > 0 {
        say(tree, scene, BACK, Message::Back);
    } else {
        tree.open("span");
        tree.close();
    }
    say(tree, scene, "button.primary type=submit", next);
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
    link(tree, &source.title, &source.url);
    if !source.date.is_empty() {
        tree.text(", ");
        tree.text(&source.date);
    }
    if !source.quote.is_empty() {
        tree.text(": ");
        tree.text(
            &scene
                .messages
                .fill(Message::Quoted, &[("text", &source.quote)]),
        );
    }
    tree.close();
}
