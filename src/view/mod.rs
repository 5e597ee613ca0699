//! What is on screen, as a value: questionnaire, words and session in, a tree out.
//!
//! Knows every screen and no browser. Class names, ids and the `name` of each control are a contract with
//! `src/style/` and with the shim, which turns a control's name and value into an act.

mod again;
pub mod node;
pub mod plain;
pub(crate) mod profile;
mod refutation;
mod remarks;
pub(crate) mod result;
mod share;
mod statement;

use crate::attempts::Attempts;
use crate::digits::digits;
use crate::messages::{Messages, Word, cut};
use crate::permalink;
use crate::plan::Step;
use crate::questionnaire::Questionnaire;
use crate::remarks::Remarks;
use crate::scorecard::Scorecard;
use crate::session::Session;
use crate::sharing::Sharing;
use node::{Builder, Node};

/// The id of the heading that takes the focus when a screen is new.
pub const HEADING: &str = "heading";
/// The id of what says that a scorecard is somebody else's, or that a link to one cannot be followed.
pub const SHARED: &str = "shared";

/// The id of the line that says that everything was forgotten.
pub const FORGOTTEN: &str = "forgotten";

/// The button that goes back.
const BACK: &str = "button.quiet type=button name=back";

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
    /// What there is besides, where the scorecard has grown.
    pub extras: Option<Extras<'a>>,
}

/// What a scorecard has besides once it has grown.
#[derive(Clone, Copy)]
pub struct Extras<'a> {
    /// What the reader has said back; none on somebody else's scorecard.
    pub remarks: Option<&'a Remarks>,
    /// The reader's other attempts, likewise.
    pub attempts: Option<&'a Attempts>,
    /// Scorecards on their way between readers.
    pub sharing: &'a Sharing,
}

/// Whether scorecards grow here. In the reader's first module none does, and of what follows from it nothing is left.
const GROWS: bool = cfg!(any(not(target_arch = "wasm32"), feature = "more"));

impl<'a> Scene<'a> {
    fn extras(&self) -> Option<Extras<'a>> {
        self.extras.filter(|_| GROWS)
    }

    /// The fragment of a link to the reader's own scorecard with their answers.
    pub(crate) fn own_link(&self) -> String {
        let text = permalink::write_answers(self.questionnaire, &self.session.answers);
        permalink::fragment(&text)
    }

    fn remarks(&self) -> Option<&'a Remarks> {
        self.extras()?.remarks
    }

    fn attempts(&self) -> Option<&'a Attempts> {
        self.extras()?.attempts
    }

    fn sharing(&self) -> Option<&'a Sharing> {
        Some(self.extras()?.sharing)
    }
}

/// The screen.
#[must_use]
pub fn view(scene: &Scene<'_>) -> Vec<Node> {
    let mut tree = Builder::default();
    let lang = &scene.questionnaire.lang;
    tree.open("div.card");
    tree.attribute("lang", lang);
    tree.attribute("dir", direction(lang));
    share::banner(&mut tree, scene);
    remarks::forgotten(&mut tree, scene);
    match scene.steps.get(scene.session.step) {
        Some(Step::Ask(statements)) => statement::ask(&mut tree, scene, statements),
        Some(Step::Refute(misconception)) => refutation::screen(&mut tree, scene, *misconception),
        None => result::result(&mut tree, scene),
    }
    again::stop(&mut tree, scene);
    tree.close();
    tree.finish()
}

/// The way in which a language is written.
#[must_use]
pub fn direction(lang: &str) -> &'static str {
    const RIGHT_TO_LEFT: [&str; 8] = ["ar", "dv", "fa", "he", "ps", "sd", "ur", "yi"];
    let is_whole = matches!(lang.as_bytes().get(2), None | Some(b'-'));
    let language = lang.get(..2).unwrap_or_default();
    if is_whole && RIGHT_TO_LEFT.contains(&language) {
        "rtl"
    } else {
        "ltr"
    }
}

/// An element with one of the widget's words.
#[inline(never)]
fn say(tree: &mut Builder, scene: &Scene<'_>, name: &'static str, word: Word) {
    tree.element(name, scene.messages.word(word));
}

/// A text as paragraphs of this name: a blank line starts a new one.
fn paragraphs(tree: &mut Builder, name: &'static str, text: &str) {
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
fn heading(tree: &mut Builder, name: &'static str, text: &str) {
    tree.open(name);
    tree.attribute("id", HEADING);
    tree.attribute("tabindex", "-1");
    tree.text(text);
    tree.close();
}

/// A name with a number in it: `statement-3`.
#[must_use]
pub fn numbered(name: &str, number: usize) -> String {
    let mut text = name.to_owned();
    text.push('-');
    text.push_str(&digits(number));
    text
}

/// Back and the one button that moves on. Back keeps its place where there is nothing to go back to.
fn navigation(tree: &mut Builder, scene: &Scene<'_>, next: Word) {
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
