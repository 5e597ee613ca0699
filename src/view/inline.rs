//! The author's texts as paragraphs, and prose as elements: emphasis, links, and references to the
//! sources below.
//!
//! This file knows how markup is shown, and that prose has none unless the questionnaire says so.
//! How markup is written is known to [`crate::questionnaire::markup`].

use super::node::Builder;
use super::scene::Scene;
use crate::data::text::{cut, is_blank};
use crate::questionnaire::markup::{self, Prose};

/// A link in the author's text.
pub const LINK: &str = "a rel=noreferrer";

/// Adds prose, which may have markup, as paragraphs: elements with this name.
pub fn prose(tree: &mut Builder, scene: &Scene<'_>, name: &'static str, text: &str) {
    paragraphs(tree, name, text, Some(scene));
}

/// Adds a text as elements with this name; a blank line starts a new one. `scene` is given for
/// prose and tells whether it may have markup.
#[inline(never)]
pub fn paragraphs(tree: &mut Builder, name: &'static str, text: &str, scene: Option<&Scene<'_>>) {
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
            tree.language_of(text);
        }
        is_open = !is_gap;
        if is_open {
            match scene {
                Some(scene) => inline(tree, scene, line),
                None => tree.text(line),
            }
        }
    }
    if is_open {
        tree.close();
    }
}

/// Adds prose to the open element. References are to the sources of the misconception that the tree
/// is at.
#[inline(never)]
pub fn inline(tree: &mut Builder, scene: &Scene<'_>, text: &str) {
    let is_own = tree.open_own(text);
    write(tree, scene, text);
    if is_own {
        tree.close();
    }
}

/// Adds a text in quotation marks to the open element.
#[inline(never)]
pub fn quote(tree: &mut Builder, scene: &Scene<'_>, text: &str, is_prose: bool) {
    let is_own = tree.open_own(text);
    let quoted = scene.messages.quote(text);
    if is_prose {
        write(tree, scene, &quoted);
    } else {
        tree.characters(&quoted);
    }
    if is_own {
        tree.close();
    }
}

fn write(tree: &mut Builder, scene: &Scene<'_>, text: &str) {
    if scene.questionnaire.has_markup {
        markup::read(text, usize::MAX, &mut Inline { tree, scene });
    } else {
        tree.characters(text);
    }
}

struct Inline<'a, 'b> {
    tree: &'a mut Builder,
    scene: &'a Scene<'b>,
}

impl Prose for Inline<'_, '_> {
    fn text(&mut self, text: &str) {
        if !text.is_empty() {
            self.tree.characters(text);
        }
    }

    fn open(&mut self, address: &str) {
        if address.is_empty() {
            self.tree.open("em");
        } else if self.tree.is_in_control {
            self.tree.open("span");
        } else {
            self.tree.open(LINK);
            self.tree.attribute("href", address);
        }
    }

    fn close(&mut self) {
        self.tree.close();
    }

    /// The number of a source links to the source itself, because within a shadow root a link
    /// cannot lead to the entry in the list below. On paper the number is enough.
    fn reference(&mut self, text: &str, number: usize) {
        let tree = &mut *self.tree;
        tree.are_sources_numbered = true;
        tree.open("sup");
        let misconceptions = &self.scene.questionnaire.misconceptions;
        let misconception = misconceptions.get(tree.misconception);
        let source = misconception.and_then(|it| it.sources.get(number.wrapping_sub(1)));
        match source {
            Some(source) if !source.url.is_empty() && !tree.is_in_control => {
                tree.open(LINK);
                tree.attribute("href", &source.url);
                tree.language(&source.lang);
                tree.attribute("title", &source.title);
                tree.text(text);
                tree.close();
            }
            _ => tree.text(text),
        }
        tree.close();
    }
}
