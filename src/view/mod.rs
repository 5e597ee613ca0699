//! What is on screen, as a value: questionnaire, words and session in, a tree out.
//!
//! Knows every screen and no browser. Class names, ids and the `name` of each control are a contract with
//! `scorecard.css` and with the shim, which turns a control's name and value into an act.

pub mod node;
mod profile;
mod refutation;
mod result;
mod statement;

use crate::messages::{Messages, Word};
use crate::plan::Step;
use crate::questionnaire::Questionnaire;
use crate::scorecard::Scorecard;
use crate::session::Session;
use node::Tree;

/// The id of the heading that takes the focus when a screen is new.
pub const HEADING: &str = "heading";

/// Everything a screen is made from.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The questionnaire.
    pub questionnaire: &'a Questionnaire,
    /// The widget's words.
    pub messages: &'a Messages,
    /// The steps.
    pub steps: &'a [Step],
    /// Where the reader is.
    pub session: &'a Session,
    /// What the answers show so far.
    pub scorecard: &'a Scorecard,
    /// Whether a tap on an answer moves on.
    pub tap_advances: bool,
}

/// The screen.
#[must_use]
pub fn view(scene: Scene<'_>) -> Tree {
    let mut tree = Tree::default();
    let lang = &scene.questionnaire.lang;
    tree.open_class("div", "card");
    tree.attribute("lang", lang);
    tree.attribute("dir", direction(lang));
    match scene.steps.get(scene.session.step) {
        Some(Step::Ask(statements)) => statement::ask(&mut tree, scene, statements),
        Some(Step::Refute(misconception)) => refutation::screen(&mut tree, scene, *misconception),
        None => result::result(&mut tree, scene),
    }
    tree.close();
    tree
}

/// The way in which a language is written.
fn direction(lang: &str) -> &'static str {
    const RIGHT_TO_LEFT: [&str; 8] = ["ar", "dv", "fa", "he", "ps", "sd", "ur", "yi"];
    let language = lang.split('-').next().unwrap_or_default();
    if RIGHT_TO_LEFT.contains(&language) { "rtl" } else { "ltr" }
}

/// A text as paragraphs: a blank line starts a new one.
fn paragraphs(tree: &mut Tree, class: &str, text: &str) {
    let mut open = false;
    for line in text.lines() {
        if line.trim().is_empty() {
            if open {
                tree.close();
            }
            open = false;
            continue;
        }
        if open {
            tree.text(" ");
        } else {
            tree.open("p");
            if !class.is_empty() {
                tree.attribute("class", class);
            }
        }
        open = true;
        tree.text(line.trim());
    }
    if open {
        tree.close();
    }
}

/// A heading that can take the focus.
fn heading(tree: &mut Tree, tag: &'static str, class: &str, text: &str) {
    tree.open(tag);
    tree.attribute("id", HEADING);
    tree.attribute("tabindex", "-1");
    if !class.is_empty() {
        tree.attribute("class", class);
    }
    tree.text(text);
    tree.close();
}

/// A button; `submit` for the one that moves on, else the name of the act.
fn button(tree: &mut Tree, act: &str, class: &str, text: &str) {
    tree.open_class("button", class);
    if act == "submit" {
        tree.attribute("type", "submit");
    } else {
        tree.attribute("type", "button");
        tree.attribute("name", act);
    }
    tree.text(text);
    tree.close();
}

/// Back and the one button that moves on. Back keeps its place where there is nothing to go back to.
fn navigation(tree: &mut Tree, scene: Scene<'_>, next: Word) {
    tree.open_class("div", "nav");
    if scene.session.step > 0 {
        button(tree, "back", "quiet", scene.messages.word(Word::Back));
    } else {
        tree.open("span");
        tree.close();
    }
    button(tree, "submit", "primary", scene.messages.word(next));
    tree.close();
}
