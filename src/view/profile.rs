//! The headline and the profile: where the reader stands, in a row of marks, in a sentence, and as a table whose rows lead
//! to the articles.
//!
//! A verdict is told by its words and the shape of its mark; colour only repeats it.

#[cfg(feature = "extras")]
use super::extras::retake;
use super::ids::numbered;
use super::inline::quote;
use super::marks::mark;
use super::node::Builder;
use super::parts::{heading, say};
use super::phrases::{self, authority, told, word};
use super::scene::Scene;
use crate::messages::Message;
use crate::scoring::scorecard::{Finding, Verdict, shown};

/// What is left free on each side of a mark, in hundredths of the line.
const MARGIN: f64 = 4.0;

/// The marks, and the counts as sentences; the first is the heading, and `more` is added to the others.
pub fn headline(tree: &mut Builder, scene: &Scene<'_>, more: &str) {
    strip(tree, scene);
    let (first, mut rest) = phrases::headline(scene);
    heading(tree, "h3.title", &first, true);
    if !more.is_empty() {
        rest.push(' ');
        rest.push_str(more);
    }
    if !rest.is_empty() {
        tree.element_of_words("p.rest", &rest);
    }
}

/// The marks of all that is counted, in the order of the scorecard.
fn strip(tree: &mut Builder, scene: &Scene<'_>) {
    if scene.scorecard.findings.iter().all(|it| it.contested) {
        return;
    }
    tree.open("div.strip aria-hidden=true");
    for index in &scene.scorecard.order {
        if let Some(finding) = scene.scorecard.findings.get(*index)
            && !finding.contested
        {
            icon(tree, finding);
        }
    }
    tree.close();
}

/// The mark of a verdict, beside words that say the same.
pub fn icon(tree: &mut Builder, finding: &Finding) {
    tree.open(if is_seen_through(finding) {
        "svg.seen viewBox=-10,-10,20,20 aria-hidden=true"
    } else {
        "svg.mark viewBox=-10,-10,20,20 aria-hidden=true"
    });
    paths(tree, finding);
    tree.close();
}

/// The profile of the whole scorecard.
pub fn profile(tree: &mut Builder, scene: &Scene<'_>) {
    // Answers of true or false to one statement each have no degrees, so no line is drawn.
    let has_line = scene
        .scorecard
        .findings
        .iter()
        .any(|it| has_degrees(scene, it));
    // The roles say again what the elements say: laid out as a grid, a table loses them in some browsers.
    tree.open(if has_line {
        "table.profile role=table"
    } else {
        "table.flat role=table"
    });
    tree.open("thead role=rowgroup");
    tree.open("tr role=row");
    // The heading claims no more than holds of every row.
    let name = match authority(scene.questionnaire) {
        None if scene.scorecard.headline.contested == 0 => Message::Misconception,
        _ => Message::ManyBelieve,
    };
    say(tree, scene, "th.name role=columnheader", name);
    if has_line {
        tree.open("th.place role=columnheader");
        say(tree, scene, "span", Message::DontBelieve);
        tree.text(" ");
        say(tree, scene, "span", Message::Believe);
        tree.close();
    }
    tree.element_of_words("th.verdict role=columnheader", told(scene, Message::You));
    #[cfg(feature = "extras")]
    retake::head(tree, scene);
    tree.close();
    tree.close();
    tree.open("tbody role=rowgroup");
    for index in &scene.scorecard.order {
        row(tree, scene, *index, has_line);
    }
    tree.close();
    tree.close();
}

fn row(tree: &mut Builder, scene: &Scene<'_>, index: usize, has_line: bool) {
    let misconception = scene.questionnaire.misconceptions.get(index);
    let finding = scene.scorecard.findings.get(index);
    let (Some(misconception), Some(finding)) = (misconception, finding) else {
        return;
    };
    tree.open(if is_seen_through(finding) {
        "tr.seen role=row"
    } else {
        "tr role=row"
    });
    tree.open("th.name role=rowheader");
    tree.open("a");
    tree.attribute("href", &numbered("#misconception", index));
    quote(tree, scene, &misconception.name, false);
    tree.close();
    tree.close();
    let place = finding.belief.filter(|_| has_degrees(scene, finding));
    if has_line {
        tree.open("td.place role=cell");
        if has_degrees(scene, finding) {
            line(tree, scene, finding, place);
        }
        tree.close();
    }
    tree.open("td.verdict role=cell");
    if place.is_none() {
        icon(tree, finding);
    }
    tree.element_of_words("b", told(scene, word(finding)));
    tree.close();
    #[cfg(feature = "extras")]
    retake::cell(tree, scene, index);
    tree.close();
}

/// Whether the answers could have led to more than two places.
fn has_degrees(scene: &Scene<'_>, finding: &Finding) -> bool {
    scene.questionnaire.scale.points > 2 || finding.contributions.len() > 1
}

/// Whether it is counted as seen through.
fn is_seen_through(finding: &Finding) -> bool {
    finding.verdict == Verdict::NotHeld && !finding.contested
}

/// A line in four parts, one for each verdict, of which the reader's is lit; and where they stand, their mark above it.
fn line(tree: &mut Builder, scene: &Scene<'_>, finding: &Finding, place: Option<f64>) {
    tree.open("svg role=img");
    if let Some(belief) = place {
        tree.own_language();
        let values = [("n", &*shown(belief))];
        tree.attribute("aria-label", &scene.messages.fill(Message::Place, &values));
    } else {
        tree.attribute("aria-hidden", "true");
    }
    let lit = match finding.verdict {
        Verdict::NotHeld => 0,
        Verdict::Unsure => 1,
        Verdict::Leaning => 2,
        Verdict::Held => 3,
        Verdict::Insufficient => 4,
    };
    let cutoffs = &scene.questionnaire.cutoffs;
    let (mut from, mut at) = (0.0, 0.0);
    let ends = [cutoffs.unsure, cutoffs.leaning, cutoffs.held, 100.0];
    for (index, to) in ends.into_iter().enumerate() {
        let is_lit = index == lit && place.is_some();
        tree.open(if is_lit {
            "line.lit y1=80% y2=80%"
        } else {
            "line y1=80% y2=80%"
        });
        percent(tree, "x1", from);
        // A hundredth is left free between them.
        let end = if index < 3 { to - 1.0 } else { to };
        percent(tree, "x2", end.max(from));
        tree.close();
        if is_lit {
            // It never leaves the part that its verdict lights.
            let (least, most) = (from + MARGIN, to - MARGIN);
            let belief = place.unwrap_or(from);
            at = if least > most {
                f64::midpoint(from, to)
            } else if belief < least {
                least
            } else if belief > most {
                most
            } else {
                belief
            };
        }
        from = to;
    }
    if place.is_some() {
        tree.open("svg y=34%");
        percent(tree, "x", at);
        paths(tree, finding);
        tree.close();
    }
    tree.close();
}

fn percent(tree: &mut Builder, name: &'static str, value: f64) {
    tree.attribute(name, &(shown(value) + "%"));
}

fn paths(tree: &mut Builder, finding: &Finding) {
    let (ring, solid) = mark(finding);
    for (name, path) in [("path.ring", ring), ("path.solid", solid)] {
        if !path.is_empty() {
            tree.open(name);
            tree.attribute("d", path);
            tree.close();
        }
    }
}
