//! The profile: a table with one row a misconception, its cells carrying the bars.
//!
//! A verdict is told by its word and the shape of its mark; colour only repeats it.

#[cfg(feature = "extras")]
use super::extras::retake;
use super::marks::mark;
use super::node::Builder;
use super::parts::say;
use super::phrases::{fact_end, word};
use super::scene::Scene;
use crate::messages::Message;
use crate::scoring::scorecard::shown;

/// The profile of the whole scorecard.
pub fn profile(tree: &mut Builder, scene: &Scene<'_>) {
    // The roles say again what the elements say: laid out as a grid, a table loses them in some browsers.
    tree.open("table.profile role=table");
    tree.open("thead role=rowgroup");
    tree.open("tr role=row");
    for word in [Message::Misconception, Message::YourView] {
        say(tree, scene, "th role=columnheader", word);
    }
    #[cfg(feature = "extras")]
    retake::head(tree, scene);
    tree.open("th.place role=columnheader");
    say(tree, scene, "span", fact_end(scene.questionnaire));
    tree.text(" ");
    say(tree, scene, "span", Message::TheMisconception);
    tree.close();
    tree.close();
    tree.close();
    tree.open("tbody role=rowgroup");
    for index in &scene.scorecard.order {
        let misconception = scene.questionnaire.misconceptions.get(*index);
        let finding = scene.scorecard.findings.get(*index);
        let (Some(misconception), Some(finding)) = (misconception, finding) else {
            continue;
        };
        tree.open("tr role=row");
        tree.element("th role=rowheader", &misconception.name);
        say(tree, scene, "td.verdict role=cell", word(finding));
        #[cfg(feature = "extras")]
        retake::cell(tree, scene, *index);
        tree.open("td.place role=cell");
        match finding.belief {
            Some(belief) => bar(tree, scene, mark(finding), belief),
            None => say(tree, scene, "span.none", Message::NoPosition),
        }
        tree.close();
        tree.close();
    }
    tree.close();
    tree.close();
}

/// The reader's place between fact and misconception: a line, and a mark whose shape is the verdict's.
fn bar(
    tree: &mut Builder,
    scene: &Scene<'_>,
    (ring, solid): (&'static str, &'static str),
    belief: f64,
) {
    let index = shown(belief);
    tree.open("svg role=img");
    tree.own_language();
    let label = scene.messages.fill(Message::Place, &[("n", &index)]);
    tree.attribute("aria-label", &label);
    tree.open("line x2=100% y1=50% y2=50%");
    tree.close();
    tree.open("svg y=50%");
    tree.attribute("x", &(index + "%"));
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
