//! The profile: a table with one row a misconception, its cells carrying the bars.
//!
//! A verdict is told by its word and the shape of its mark; colour only repeats it.

use super::Scene;
use super::node::Tree;
use crate::messages::Word;
use crate::questionnaire::Strength;
use crate::scorecard::{Finding, Reason, Verdict};

/// The profile of the whole scorecard.
pub fn profile(tree: &mut Tree, scene: Scene<'_>) {
    let messages = scene.messages;
    // The roles say again what the elements say: laid out as a grid, a table loses them in some browsers.
    tree.open_class("table", "profile");
    tree.attribute("role", "table");
    tree.open("thead");
    tree.attribute("role", "rowgroup");
    row(tree);
    cell(tree, "th", "columnheader", "");
    tree.text(messages.word(Word::Misconception));
    tree.close();
    cell(tree, "th", "columnheader", "");
    tree.text(messages.word(Word::YourView));
    tree.close();
    cell(tree, "th", "columnheader", "place");
    tree.element("span", messages.word(fact_end(scene)));
    tree.text(" ");
    tree.element("span", messages.word(Word::TheMisconception));
    tree.close();
    tree.close();
    tree.close();
    tree.open("tbody");
    tree.attribute("role", "rowgroup");
    for place in &scene.scorecard.order {
        let misconception = scene.questionnaire.misconceptions.get(*place);
        let finding = scene.scorecard.findings.get(*place);
        let (Some(misconception), Some(finding)) = (misconception, finding) else {
            continue;
        };
        row(tree);
        cell(tree, "th", "rowheader", "");
        tree.text(&misconception.name);
        tree.close();
        cell(tree, "td", "cell", "verdict");
        tree.text(messages.word(word(finding)));
        tree.close();
        cell(tree, "td", "cell", "place");
        match finding.belief {
            Some(belief) => bar(tree, scene, finding.verdict, belief),
            None => tree.element_class("span", "none", messages.word(Word::NoPosition)),
        }
        tree.close();
        tree.close();
    }
    tree.close();
    tree.close();
}

fn row(tree: &mut Tree) {
    tree.open("tr");
    tree.attribute("role", "row");
}

fn cell(tree: &mut Tree, tag: &'static str, role: &str, class: &str) {
    tree.open(tag);
    tree.attribute("role", role);
    if !class.is_empty() {
        tree.attribute("class", class);
    }
}

/// The word of a verdict.
fn word(finding: &Finding) -> Word {
    match (finding.verdict, finding.reason) {
        (Verdict::Held, Reason::Misconception) => Word::HeldSure,
        (Verdict::Held, _) => Word::Held,
        (Verdict::Leaning, _) => Word::Leaning,
        (Verdict::Unsure, _) => Word::Unsure,
        (Verdict::Insufficient, _) => Word::Insufficient,
        (Verdict::NotHeld, _) => Word::NotHeld,
    }
}

/// What stands at the other end from the misconception: experience claims less than knowledge.
fn fact_end(scene: Scene<'_>) -> Word {
    let is_experience = |evidence: &Option<_>| {
        let strength = evidence.as_ref().map(|it: &crate::questionnaire::Evidence| it.strength);
        strength == Some(Strength::Practitioner)
    };
    let mut misconceptions = scene.questionnaire.misconceptions.iter();
    if misconceptions.all(|it| is_experience(&it.evidence)) {
        Word::ExperienceShows
    } else {
        Word::IsKnown
    }
}

/// The reader's place between fact and misconception: a line, and a mark whose shape is the verdict's.
fn bar(tree: &mut Tree, scene: Scene<'_>, verdict: Verdict, belief: f64) {
    const RING: &str = "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z";
    let place = rounded(belief);
    tree.open("svg");
    tree.attribute("role", "img");
    let label = scene.messages.fill(Word::Place, &[("n", &place)]);
    tree.attribute("aria-label", &label);
    tree.open("line");
    tree.attribute("x2", "100%");
    tree.attribute("y1", "50%");
    tree.attribute("y2", "50%");
    tree.close();
    tree.open("svg");
    tree.attribute("x", &format!("{place}%"));
    tree.attribute("y", "50%");
    let (ring, solid) = match verdict {
        Verdict::Held => ("", "M-7-7h14v14h-14z"),
        Verdict::Leaning => ("", "M0-9 9 0 0 9-9 0z"),
        Verdict::Unsure => (RING, "M0-6a6 6 0 0 0 0 12z"),
        Verdict::NotHeld | Verdict::Insufficient => (RING, ""),
    };
    for (class, path) in [("ring", ring), ("solid", solid)] {
        if !path.is_empty() {
            tree.open_class("path", class);
            tree.attribute("d", path);
            tree.close();
        }
    }
    tree.close();
    tree.close();
}

/// A belief as it is shown: an integer, half away from zero (SCORING.md 6).
fn rounded(belief: f64) -> String {
    // 0..=100 by definition.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let rounded = (belief + 0.5) as u32;
    rounded.to_string()
}
