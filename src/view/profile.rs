//! The profile: a table with one row a misconception, its cells carrying the bars.
//!
//! A verdict is told by its word and the shape of its mark; colour only repeats it.

use super::node::Builder;
use super::{Scene, say};
use crate::digits::digits;
use crate::messages::Word;
use crate::questionnaire::Strength;
use crate::scorecard::{Finding, Reason, Verdict};

/// The profile of the whole scorecard.
pub fn profile(tree: &mut Builder, scene: &Scene<'_>) {
    // The roles say again what the elements say: laid out as a grid, a table loses them in some browsers.
    tree.open("table.profile role=table");
    tree.open("thead role=rowgroup");
    tree.open("tr role=row");
    for word in [Word::Misconception, Word::YourView] {
        say(tree, scene, "th role=columnheader", word);
    }
    tree.open("th.place role=columnheader");
    say(tree, scene, "span", fact_end(scene));
    tree.text(" ");
    say(tree, scene, "span", Word::TheMisconception);
    tree.close();
    tree.close();
    tree.close();
    tree.open("tbody role=rowgroup");
    for place in &scene.scorecard.order {
        let misconception = scene.questionnaire.misconceptions.get(*place);
        let finding = scene.scorecard.findings.get(*place);
        let (Some(misconception), Some(finding)) = (misconception, finding) else {
            continue;
        };
        tree.open("tr role=row");
        tree.element("th role=rowheader", &misconception.name);
        say(tree, scene, "td.verdict role=cell", word(finding));
        tree.open("td.place role=cell");
        match finding.belief {
            Some(belief) => bar(tree, scene, finding.verdict, belief),
            None => say(tree, scene, "span.none", Word::NoPosition),
        }
        tree.close();
        tree.close();
    }
    tree.close();
    tree.close();
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
fn fact_end(scene: &Scene<'_>) -> Word {
    for misconception in &scene.questionnaire.misconceptions {
        match &misconception.evidence {
            Some(evidence) if evidence.strength == Strength::Practitioner => {}
            _ => return Word::IsKnown,
        }
    }
    Word::ExperienceShows
}

/// The reader's place between fact and misconception: a line, and a mark whose shape is the verdict's.
fn bar(tree: &mut Builder, scene: &Scene<'_>, verdict: Verdict, belief: f64) {
    const RING: &str = "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z";
    let place = rounded(belief);
    tree.open("svg role=img");
    let label = scene.messages.fill(Word::Place, &[("n", &place)]);
    tree.attribute("aria-label", &label);
    tree.open("line x2=100% y1=50% y2=50%");
    tree.close();
    tree.open("svg y=50%");
    tree.attribute("x", &(place + "%"));
    let (ring, solid) = match verdict {
        Verdict::Held => ("", "M-7-7h14v14h-14z"),
        Verdict::Leaning => ("", "M0-9 9 0 0 9-9 0z"),
        Verdict::Unsure => (RING, "M0-6a6 6 0 0 0 0 12z"),
        Verdict::NotHeld | Verdict::Insufficient => (RING, ""),
    };
    for (name, path) in [("path.ring", ring), ("path.solid", solid)] {
        if !path.is_empty() {
            tree.open(name);
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
    let rounded = (belief + 0.5) as usize;
    digits(rounded)
}
