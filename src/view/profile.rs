//! The profile: a table with one row a misconception, its cells carrying the bars.
//!
//! A verdict is told by its word and the shape of its mark; colour only repeats it.

use super::node::Builder;
use super::{Scene, again, refutation, say};
use crate::messages::Word;
use crate::questionnaire::Questionnaire;
use crate::scorecard::{Finding, Reason, Verdict, shown};

/// The profile of the whole scorecard.
pub fn profile(tree: &mut Builder, scene: &Scene<'_>) {
    // The roles say again what the elements say: laid out as a grid, a table loses them in some browsers.
    tree.open("table.profile role=table");
    tree.open("thead role=rowgroup");
    tree.open("tr role=row");
    for word in [Word::Misconception, Word::YourView] {
        say(tree, scene, "th role=columnheader", word);
    }
    again::head(tree, scene);
    tree.open("th.place role=columnheader");
    say(tree, scene, "span", fact_end(scene.questionnaire));
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
        again::cell(tree, scene, *place);
        tree.open("td.place role=cell");
        match finding.belief {
            Some(belief) => bar(tree, scene, mark(finding), belief),
            None => say(tree, scene, "span.none", Word::NoPosition),
        }
        tree.close();
        tree.close();
    }
    tree.close();
    tree.close();
}

/// The word of a verdict. Where experts disagree, none is given.
pub fn word(finding: &Finding) -> Word {
    match (finding.verdict, finding.reason) {
        (Verdict::Insufficient, _) => Word::Insufficient,
        _ if finding.contested => Word::Contested,
        (Verdict::Held, Reason::Misconception) => Word::HeldSure,
        (Verdict::Held, _) => Word::Held,
        (Verdict::Leaning, _) => Word::Leaning,
        (Verdict::Unsure, _) => Word::Unsure,
        (Verdict::NotHeld, _) => Word::NotHeld,
    }
}

/// What stands at the other end from the misconception: experience claims less than knowledge, and where the
/// evidence is of several kinds, the words fit the weakest of them.
pub fn fact_end(questionnaire: &Questionnaire) -> Word {
    // A bit for each kind there is.
    let mut kinds = 0_u8;
    for misconception in &questionnaire.misconceptions {
        kinds |= match refutation::why(misconception) {
            Word::WhyExperience => 1,
            Word::WhyContested => 2,
            _ => 4,
        };
    }
    match kinds {
        1 => Word::ExperienceShows,
        4 => Word::IsKnown,
        _ => Word::WhyContested,
    }
}

/// The mark of a verdict around the origin, as two paths: a ring, which the page shows through, and what is solid.
/// A disc is no verdict, only a place.
pub fn mark(finding: &Finding) -> (&'static str, &'static str) {
    const RING: &str = "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z";
    match finding.verdict {
        _ if finding.contested => ("", RING),
        Verdict::Held => ("", "M-7-7h14v14h-14z"),
        Verdict::Leaning => ("", "M0-9 9 0 0 9-9 0z"),
        Verdict::Unsure => (RING, "M0-6a6 6 0 0 0 0 12z"),
        Verdict::NotHeld | Verdict::Insufficient => (RING, ""),
    }
}

/// The reader's place between fact and misconception: a line, and a mark whose shape is the verdict's.
fn bar(
    tree: &mut Builder,
    scene: &Scene<'_>,
    (ring, solid): (&'static str, &'static str),
    belief: f64,
) {
    let place = shown(belief);
    tree.open("svg role=img");
    let label = scene.messages.fill(Word::Place, &[("n", &place)]);
    tree.attribute("aria-label", &label);
    tree.open("line x2=100% y1=50% y2=50%");
    tree.close();
    tree.open("svg y=50%");
    tree.attribute("x", &(place + "%"));
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
