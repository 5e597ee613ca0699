//! The parts that screens have in common: a message, paragraphs, a heading, buttons, links.
//!
//! Knows elements and messages; not which screen asks for them, nor what is decided on it.

use super::ids::{HEADING, numbered};
use super::node::Builder;
use super::scene::Scene;
use crate::data::text::cut;
use crate::messages::{More, Word};
use crate::questionnaire::Source;

/// The button that goes back.
pub const BACK: &str = "button.quiet type=button name=back";
/// The look of a main button.
pub const PLAIN: &str = "button.plain type=button";
/// The look of a button beside a main one.
pub const QUIET: &str = "button.quiet type=button";

/// An element with one of the widget's words.
#[inline(never)]
pub fn say(tree: &mut Builder, scene: &Scene<'_>, name: &'static str, word: Word) {
    tree.element(name, scene.messages.word(word));
}

/// An element with one of the words of a grown scorecard.
pub fn tell(tree: &mut Builder, scene: &Scene<'_>, name: &'static str, word: More) {
    tree.element(name, scene.messages.more(word));
}

/// A text as paragraphs of this name: a blank line starts a new one.
pub fn paragraphs(tree: &mut Builder, name: &'static str, text: &str) {
    let mut is_open = false;
    let mut rest = text;
    while !rest.is_empty() {
        let (line, after) = cut(rest, b'\n').unwrap_or((rest, ""));
        rest = after;
        let is_blank = line.bytes().all(|byte| byte <= b' ');
        if is_open && is_blank {
            tree.close();
        } else if is_open {
            tree.text(" ");
        } else if !is_blank {
            tree.open(name);
        }
        is_open = !is_blank;
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
pub fn navigation(tree: &mut Builder, scene: &Scene<'_>, next: Word) {
    tree.open("div.nav");
    if scene.session.step > 0 {
        say(tree, scene, BACK, Word::Back);
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

/// A button for an act; the act's name goes with the place it is for.
pub fn button(
    tree: &mut Builder,
    scene: &Scene<'_>,
    name: &'static str,
    act: &str,
    place: usize,
    word: More,
) {
    let act = numbered(act, place);
    tree.open(name);
    tree.attribute("name", &act);
    tree.attribute("id", &act);
    tree.text(scene.messages.more(word));
    tree.close();
}

/// An address to be copied, which is written from the left: its label, and the field at the beginning of a row that
/// is left open for a button.
pub fn url_field(tree: &mut Builder, scene: &Scene<'_>, id: &str, label: More, address: &str) {
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
pub fn copied(tree: &mut Builder, scene: &Scene<'_>, is_copied: bool) {
    tree.open("p.told role=status");
    if is_copied {
        tree.text(scene.messages.more(More::Copied));
    }
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
                .fill(Word::Quoted, &[("text", &source.quote)]),
        );
    }
    tree.close();
}
