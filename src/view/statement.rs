//! The screens that ask: one statement or many, with the answers to choose from.

use super::node::Tree;
use super::{Scene, heading, navigation, paragraphs};
use crate::messages::{Plural, Word};
use crate::plan::Step;
use crate::questionnaire::Questionnaire;
use crate::response::{Agreement, Response};

/// Statements and certainties a reader answers in a minute.
const PER_MINUTE: usize = 6;
/// Above this many statements the bar would be a blur; the words say it.
const LONGEST_BAR: usize = 40;

/// A step that asks `statements`.
pub fn ask(tree: &mut Tree, scene: Scene<'_>, statements: &[usize]) {
    let questionnaire = scene.questionnaire;
    let is_single = statements.len() == 1;
    let layout = if is_single { "paged" } else { "list" };
    // A step's form is its own, so that no choice, hover or scroll position is carried into the next.
    tree.open_keyed("form", scene.session.step);
    tree.attribute("class", layout);
    if scene.session.step == 0 {
        welcome(tree, scene, is_single);
    } else {
        tree.element_class("h2", "eyebrow", &questionnaire.title);
    }
    progress(tree, scene, statements);
    for (place, statement) in statements.iter().enumerate() {
        // The first heading of a step takes the focus: here the title stands above all of them.
        let takes_focus = place == 0 && (is_single || scene.session.step > 0);
        self::statement(tree, scene, *statement, "h3", takes_focus);
    }
    let is_last = scene.session.step + 1 == scene.steps.len();
    let answered = |index: &usize| scene.session.chosen(*index).is_some();
    let next = if !is_single && is_last {
        Word::Finish
    } else if statements.iter().any(answered) {
        Word::Next
    } else {
        Word::Skip
    };
    navigation(tree, scene, next);
    tree.close();
}

/// The title, one line of introduction, how many and how long.
fn welcome(tree: &mut Tree, scene: Scene<'_>, is_single: bool) {
    let questionnaire = scene.questionnaire;
    let messages = scene.messages;
    if is_single {
        tree.element_class("h2", "title", &questionnaire.title);
    } else {
        heading(tree, "h2", "title", &questionnaire.title);
    }
    if let Some(intro) = &questionnaire.intro {
        paragraphs(tree, "", intro);
    }
    let count = questionnaire.statements.len();
    let asks = if questionnaire.certainty.is_some() { 2 * count } else { count };
    tree.open_class("ul", "meta");
    tree.attribute("role", "list");
    tree.element("li", &messages.count(Plural::Statements, count, &[]));
    tree.element("li", &messages.count(Plural::Minutes, asks.div_ceil(PER_MINUTE), &[]));
    if questionnaire.privacy.is_none() {
        tree.element("li", messages.word(Word::Privacy));
    }
    tree.close();
    if let Some(privacy) = &questionnaire.privacy {
        paragraphs(tree, "privacy", privacy);
    }
}

/// How far the reader has come: in words, and as a bar for those who see.
fn progress(tree: &mut Tree, scene: Scene<'_>, statements: &[usize]) {
    let total = scene.questionnaire.statements.len();
    if statements.len() == total {
        return;
    }
    let asked = |step: &Step| match step {
        Step::Ask(statements) => statements.len(),
        Step::Refute(_) => 0,
    };
    let before: usize = scene.steps.iter().take(scene.session.step).map(asked).sum();
    let reached = before + statements.len();
    let values = [("n", &*reached.to_string()), ("total", &*total.to_string())];
    tree.element_class("p", "progress", &scene.messages.fill(Word::Progress, &values));
    if total <= LONGEST_BAR {
        tree.open_class("div", "bar");
        tree.attribute("aria-hidden", "true");
        for place in 0..total {
            tree.open("i");
            if place < reached {
                tree.attribute("class", "on");
            }
            tree.close();
        }
        tree.close();
    }
}

/// A statement with its answers and, where it is asked, the certainty.
pub fn statement(
    tree: &mut Tree,
    scene: Scene<'_>,
    index: usize,
    tag: &'static str,
    takes_focus: bool,
) {
    let Some(statement) = scene.questionnaire.statements.get(index) else {
        return;
    };
    let chosen = scene.session.chosen(index);
    let label = format!("statement-{index}");
    tree.open_keyed("div", index);
    tree.attribute("class", "statement");
    if takes_focus {
        heading(tree, tag, "", &statement.text);
    } else {
        tree.open(tag);
        tree.attribute("id", &label);
        tree.text(&statement.text);
        tree.close();
    }
    let label = if takes_focus { super::HEADING } else { &label };
    let is_single = matches!(
        scene.steps.get(scene.session.step),
        Some(Step::Ask(statements)) if statements.len() == 1
    );
    if scene.tap_advances && is_single {
        tree.element_class("p", "hint", scene.messages.word(Word::TapHint));
    }
    tree.open("fieldset");
    tree.attribute("aria-labelledby", label);
    tree.attribute("class", "answers");
    let name = format!("agreement-{index}");
    let points = scene.questionnaire.scale.points;
    for point in 1..=points {
        let is_chosen = is(chosen, Agreement::Point(point));
        let text = agreement_label(scene, Agreement::Point(point));
        answer(tree, &name, &point.to_string(), "", is_chosen, text);
    }
    if scene.questionnaire.scale.dont_know {
        let text = agreement_label(scene, Agreement::DontKnow);
        let is_chosen = is(chosen, Agreement::DontKnow);
        answer(tree, &name, "dontKnow", "apart", is_chosen, text);
    }
    tree.close();
    certainty(tree, scene, index, chosen);
    tree.close();
}

/// "How sure are you?": inert, its room kept free, until an agreement is chosen.
fn certainty(tree: &mut Tree, scene: Scene<'_>, index: usize, chosen: Option<Response>) {
    let Some(scale) = &scene.questionnaire.certainty else {
        return;
    };
    tree.open("fieldset");
    tree.attribute("class", "answers certainty");
    if !matches!(chosen, Some(Response { agreement: Agreement::Point(_), .. })) {
        tree.attribute("inert", "");
    }
    tree.element("legend", scene.messages.word(Word::HowSure));
    let name = format!("certainty-{index}");
    for level in scale.from..=scale.to {
        let is_chosen = chosen.and_then(|it| it.certainty) == Some(level);
        let text = certainty_label(scene, level);
        answer(tree, &name, &level.to_string(), "", is_chosen, text);
    }
    tree.close();
}

fn answer(tree: &mut Tree, name: &str, value: &str, class: &str, is_chosen: bool, text: &str) {
    tree.open("label");
    if !class.is_empty() {
        tree.attribute("class", class);
    }
    tree.open("input");
    tree.attribute("type", "radio");
    tree.attribute("name", name);
    tree.attribute("value", value);
    if is_chosen {
        tree.attribute("checked", "");
    }
    tree.close();
    tree.element("span", text);
    tree.close();
}

fn is(chosen: Option<Response>, agreement: Agreement) -> bool {
    chosen.is_some_and(|it| it.agreement == agreement)
}

/// The words for a point of the scale: the author's, else the widget's.
pub fn agreement_label<'a>(scene: Scene<'a>, agreement: Agreement) -> &'a str {
    const FIVE: [Word; 5] = [
        Word::Agreement1,
        Word::Agreement2,
        Word::Agreement3,
        Word::Agreement4,
        Word::Agreement5,
    ];
    let Agreement::Point(point) = agreement else {
        return scene.messages.word(Word::DontKnow);
    };
    let place = usize::from(point).saturating_sub(1);
    let words: &[Word] = if scene.questionnaire.scale.points == 2 {
        &[Word::Disagree2, Word::Agree2]
    } else {
        &FIVE
    };
    label(scene, &scene.questionnaire.scale.labels, words, place)
}

/// The words for a level of certainty: the author's, else the widget's.
pub fn certainty_label<'a>(scene: Scene<'a>, level: i32) -> &'a str {
    const FOUR: [Word; 4] = [
        Word::Certainty1,
        Word::Certainty2,
        Word::Certainty3,
        Word::Certainty4,
    ];
    let Questionnaire { certainty, .. } = scene.questionnaire;
    let Some(scale) = certainty else {
        return "";
    };
    let place = level.abs_diff(scale.from) as usize;
    label(scene, &scale.labels, &FOUR, place)
}

fn label<'a>(scene: Scene<'a>, own: &'a [String], words: &[Word], place: usize) -> &'a str {
    match (own.get(place), words.get(place)) {
        (Some(own), _) => own,
        (None, Some(word)) => scene.messages.word(*word),
        (None, None) => "",
    }
}
