//! What corrects a misconception: on the scorecard, and after its statements if feedback is given
//! at once.
//!
//! The fact is the heading. The misconception appears once, below it, and is marked as such.

#[cfg(feature = "extras")]
use super::extras::{change, remarks, retake};
use super::ids::numbered;
use super::inline::{inline, prose, quote};
use super::node::Builder;
use super::parts::{self, navigation, open_heading, say};
use super::phrases::{self, agreement_label, certainty_label, told, why};
use super::profile::icon;
use super::scene::Scene;
use super::statement;
use crate::messages::Message;
use crate::questionnaire::{Key, Misconception};
use crate::scoring::scorecard::{Finding, Reason, Verdict};

/// Adds the screen after a misconception's statements.
pub fn screen(tree: &mut Builder, scene: &Scene<'_>, index: usize) {
    tree.misconception = index;
    tree.open_keyed("form", scene.session.step);
    tree.element("h2.eyebrow", &scene.questionnaire.title);
    if let Some((misconception, finding)) = find(scene, index) {
        open_heading(tree, "h3.fact");
        inline(tree, scene, &misconception.refutation.fact);
        tree.close();
        claim(tree, scene, "p.claim", misconception, finding);
        notes(tree, scene, finding);
        reasons(tree, scene, misconception, finding);
    }
    navigation(tree, scene, Message::Next, true);
    tree.close();
}

/// Adds the articles in the order of the scorecard. Contested ones come last, under their own
/// heading.
pub fn articles(tree: &mut Builder, scene: &Scene<'_>) {
    let is_contested = |index: &&usize| {
        let finding = scene.scorecard.findings.get(**index);
        finding.is_some_and(|finding| finding.contested)
    };
    let order = || scene.scorecard.order.iter();
    for (shown, index) in order().filter(|index| !is_contested(index)).enumerate() {
        article(tree, scene, *index, shown == 0);
    }
    if scene.scorecard.headline.contested > 0 {
        say(tree, scene, "h3.apart", Message::ContestedHeading);
        for index in order().filter(is_contested) {
            article(tree, scene, *index, false);
        }
    }
}

/// Adds the article on one misconception. It is folded, unless it `is_first` and the reader
/// believes the misconception or leans towards it.
fn article(tree: &mut Builder, scene: &Scene<'_>, index: usize, is_first: bool) {
    let Some((misconception, finding)) = find(scene, index) else {
        return;
    };
    tree.misconception = index;
    tree.open_keyed("article.refutation", index);
    let is_asked = finding.verdict == Verdict::Insufficient && !scene.is_guest();
    let is_open = is_first && is_believed(finding) && !scene.is_guest();
    if is_asked {
        // The fact must not be visible here, because it would give away the answer to the
        // statements below.
        title(tree, "h4 tabindex=-1", index);
        quote(tree, scene, &misconception.name, false);
        tree.close();
        tree.open("p.claim");
        icon(tree, finding);
        tree.element_of_words("b.verdict", told(scene, Message::Insufficient));
        tree.close();
        missing(tree, scene, finding);
        tree.open("details");
        tree.open("summary");
        tree.words_beside(scene.messages.text(Message::More));
        tree.text(" ");
        quote(tree, scene, &misconception.name, false);
        tree.close();
        tree.open("h4.fact");
        inline(tree, scene, &misconception.refutation.fact);
        tree.close();
    } else {
        if !is_open {
            tree.open("details");
            tree.open("summary");
        }
        // A summary is a control and cannot contain other controls, such as links.
        tree.is_in_control = !is_open;
        title(tree, "h4.fact tabindex=-1", index);
        inline(tree, scene, &misconception.refutation.fact);
        tree.close();
        // A summary cannot contain paragraphs.
        let name = if is_open { "p.claim" } else { "span.claim" };
        claim(tree, scene, name, misconception, finding);
        tree.is_in_control = false;
        if !is_open {
            tree.close();
        }
    }
    notes(tree, scene, finding);
    #[cfg(feature = "extras")]
    retake::sentence(tree, scene, index);
    reasons(tree, scene, misconception, finding);
    #[cfg(feature = "extras")]
    remarks::dispute(tree, scene, index);
    if !is_open {
        tree.close();
    }
    tree.close();
}

fn find<'a>(scene: &Scene<'a>, index: usize) -> Option<(&'a Misconception, &'a Finding)> {
    let misconception = scene.questionnaire.misconceptions.get(index)?;
    let finding = scene.scorecard.findings.get(index)?;
    Some((misconception, finding))
}

/// Whether the reader believes it or leans towards it.
fn is_believed(finding: &Finding) -> bool {
    matches!(finding.verdict, Verdict::Held | Verdict::Leaning) && !finding.contested
}

/// Opens the heading of an article. Its row in the profile links to it.
fn title(tree: &mut Builder, name: &'static str, index: usize) {
    tree.open(name);
    tree.attribute("id", &numbered("misconception", index));
}

/// Adds the misconception, marked as such, and the reader's verdict.
fn claim(
    tree: &mut Builder,
    scene: &Scene<'_>,
    name: &'static str,
    misconception: &Misconception,
    finding: &Finding,
) {
    tree.open(name);
    icon(tree, finding);
    tree.open("span");
    tree.words_beside(scene.messages.text(phrases::label(misconception)));
    tree.text(": ");
    match &*misconception.refutation.myth {
        // Names never have markup.
        "" => quote(tree, scene, &misconception.name, false),
        myth => quote(tree, scene, myth, true),
    }
    tree.text(" ");
    tree.element_of_words("b.verdict", told(scene, phrases::word(finding)));
    tree.close();
    tree.close();
}

/// Adds remarks on the answers, such as contradictions.
fn notes(tree: &mut Builder, scene: &Scene<'_>, finding: &Finding) {
    if scene.is_guest() {
        return;
    }
    if finding.inconsistent {
        let word = if has_agreed_with_both(scene, finding) {
            Message::AgreedWithBoth
        } else {
            Message::DisagreedWithBoth
        };
        say(tree, scene, "p.note", word);
    }
    let word = match (finding.verdict, finding.reason) {
        (Verdict::Unsure, Reason::Mixed) => Message::YouWereMixed,
        (Verdict::Unsure, Reason::LuckyGuess) => Message::YouGuessed,
        (Verdict::Unsure, Reason::LackOfKnowledge) => Message::YouWereUnsure,
        _ => return,
    };
    say(tree, scene, "p.note", word);
}

/// For answers that contradict each other: whether the reader agreed with both the misconception
/// and its negation, rather than disagreed with both.
fn has_agreed_with_both(scene: &Scene<'_>, finding: &Finding) -> bool {
    // A position says how far the answer goes towards the misconception, so agreement with a `fact`
    // statement is 0.
    let (mut myths, mut facts) = ((0.0, 0.0), (0.0, 0.0));
    for contribution in &finding.contributions {
        let statement = scene.questionnaire.statements.get(contribution.statement);
        if let (Some(statement), Some(position)) = (statement, contribution.position) {
            let side = if statement.key == Key::Myth {
                &mut myths
            } else {
                &mut facts
            };
            side.0 += position;
            side.1 += 1.0;
        }
    }
    // This compares the means without dividing.
    myths.0 * facts.1 > facts.0 * myths.1
}

/// Adds the statements that are still blank, so that they can be answered here.
fn missing(tree: &mut Builder, scene: &Scene<'_>, finding: &Finding) {
    tree.open("form.missing");
    say(tree, scene, "p", Message::AnswerHere);
    for contribution in &finding.contributions {
        let index = contribution.statement;
        if scene.session.answers.get(index) == Some(&None) {
            statement::statement(tree, scene, index, "h5", false);
        }
    }
    say(tree, scene, "button.plain type=submit", Message::Update);
    tree.close();
}

/// Adds everything below the fact: why the misconception is believed, what speaks against it, what
/// to do, the reader's own answers, evidence and sources.
fn reasons(
    tree: &mut Builder,
    scene: &Scene<'_>,
    misconception: &Misconception,
    finding: &Finding,
) {
    let refutation = &misconception.refutation;
    let advice = if is_believed(finding) {
        Message::Instead
    } else {
        Message::WhatToDo
    };
    tree.open("dl");
    for (name, term, text) in [
        ("div", Message::WhyBelieved, &refutation.why_believed),
        ("div", Message::KernelOfTruth, &refutation.kernel_of_truth),
        ("div", why(misconception), &refutation.why_wrong),
        ("div.advice", advice, &refutation.advice),
    ] {
        if !text.is_empty() {
            tree.open(name);
            say(tree, scene, "dt", term);
            tree.open("dd");
            prose(tree, scene, "p", text);
            tree.close();
            tree.close();
        }
    }
    if scene.has_answers() {
        tree.open("div.answered");
        tree.element_of_words("dt", told(scene, Message::YouAnswered));
        for contribution in &finding.contributions {
            tree.open_keyed("dd", contribution.statement);
            own_answer(tree, scene, contribution.statement);
            tree.close();
        }
        tree.close();
    }
    if misconception.evidence.is_some() || !misconception.sources.is_empty() {
        tree.open("div");
        say(tree, scene, "dt", Message::Sources);
        tree.open("dd");
        sources(tree, scene, misconception);
        tree.close();
        tree.close();
    }
    tree.close();
}

/// Adds the sources and the strength of the evidence. Several sources are folded behind the latter.
fn sources(tree: &mut Builder, scene: &Scene<'_>, misconception: &Misconception) {
    let sources = &misconception.sources;
    let Some(evidence) = &misconception.evidence else {
        return parts::sources(tree, scene, "p.source", sources);
    };
    let evidence = phrases::evidence(scene, evidence);
    let is_folded = sources.len() > 1;
    if is_folded {
        tree.open("details");
        tree.open("summary.source");
        tree.words_beside(&evidence);
        tree.text(" ");
        tree.open("span.unseen");
        quote(tree, scene, &misconception.name, false);
        tree.close();
        tree.close();
    }
    parts::sources(tree, scene, "p.source", sources);
    if is_folded {
        tree.close();
    } else {
        tree.element_of_words("p.source", &evidence);
    }
}

fn own_answer(tree: &mut Builder, scene: &Scene<'_>, index: usize) {
    let Some(statement) = scene.questionnaire.statements.get(index) else {
        return;
    };
    #[cfg(feature = "extras")]
    if change::form(tree, scene, index) {
        return;
    }
    let response = scene.session.answers.get(index).copied().flatten();
    quote(tree, scene, &statement.text, true);
    tree.text(" ");
    let answer = match response {
        Some(response) => agreement_label(scene, response.agreement),
        None => (scene.messages.text(Message::NoAnswer), true),
    };
    tree.open("span.own");
    beside(tree, answer);
    if let Some(level) = response.and_then(|it| it.certainty) {
        tree.text(", ");
        beside(tree, certainty_label(scene, level));
    }
    tree.close();
    #[cfg(feature = "extras")]
    change::open(tree, scene, index);
}

fn beside(tree: &mut Builder, (text, is_own): (&str, bool)) {
    if is_own {
        tree.words_beside(text);
    } else {
        tree.text(text);
    }
}
