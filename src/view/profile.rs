//! The headline and the profile: the results as a row of marks, as a sentence, and as a table whose
//! rows link to the articles.
//!
//! A verdict is expressed in words and by the shape of its mark; colour only repeats it.

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

/// The space on each side of a mark, in hundredths of the line's length.
const MARGIN: f64 = 4.0;

/// Adds the marks, and the counts as sentences. The first sentence is the heading; `more` is
/// appended to the others.
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

/// Adds the marks of all verdicts that are counted, in the order of the scorecard.
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

/// Adds the mark of a verdict. It is hidden from screen readers, because the words beside it say
/// the same.
pub fn icon(tree: &mut Builder, finding: &Finding) {
    tree.open(if is_seen_through(finding) {
        "svg.seen viewBox=-10,-10,20,20 aria-hidden=true"
    } else {
        "svg.mark viewBox=-10,-10,20,20 aria-hidden=true"
    });
    paths(tree, finding);
    tree.close();
}

/// Adds the profile of the whole scorecard.
pub fn profile(tree: &mut Builder, scene: &Scene<'_>) {
    // If each misconception has one statement that is answered true or false, there are no degrees
    // to draw a line for.
    let has_line = scene
        .scorecard
        .findings
        .iter()
        .any(|it| has_degrees(scene, it));
    // The roles repeat what the elements mean, because some browsers drop the semantics of a table
    // that is laid out as a grid.
    tree.open(if has_line {
        "table.profile role=table"
    } else {
        "table.flat role=table"
    });
    tree.open("thead role=rowgroup");
    tree.open("tr role=row");
    // The heading must be true of every row.
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

/// Whether the answers could have led to more than two beliefs.
fn has_degrees(scene: &Scene<'_>, finding: &Finding) -> bool {
    scene.questionnaire.scale.points > 2 || finding.contributions.len() > 1
}

/// Whether it counts as seen through.
fn is_seen_through(finding: &Finding) -> bool {
    finding.verdict == Verdict::NotHeld && !finding.contested
}

/// Adds a line of four segments, one per verdict. If `place`, the belief, is known, the segment of
/// the reader's verdict is lit and has their mark above it.
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
        // A hundredth is left free between two segments.
        let end = if index < 3 { to - 1.0 } else { to };
        percent(tree, "x2", end.max(from));
        tree.close();
        if is_lit {
            // The mark never leaves the segment of its verdict.
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
