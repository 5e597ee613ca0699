//! What corrects a misconception: on the scorecard, and after its statements where feedback comes at once.

#[cfg(feature = "extras")]
use super::extras::{remarks, retake};
use super::ids::numbered;
use super::inline::{inline, prose};
use super::node::Builder;
use super::parts::{self, heading, navigation, say};
use super::phrases::{self, agreement_label, certainty_label, why};
use super::scene::Scene;
use super::statement;
use crate::messages::Message;
use crate::questionnaire::Misconception;
use crate::scoring::scorecard::{Finding, Reason, Verdict};

/// The screen after a misconception's statements.
pub fn screen(tree: &mut Builder, scene: &Scene<'_>, index: usize) {
    tree.misconception = index;
    tree.open_keyed("form", scene.session.step);
    tree.element("h2.eyebrow", &scene.questionnaire.title);
    if let Some((misconception, finding)) = find(scene, index) {
        heading(tree, "h3", &misconception.name, false);
        verdict(tree, scene, finding);
        fact(tree, scene, misconception);
        reasons(tree, scene, misconception, finding);
    }
    navigation(tree, scene, Message::Next);
    tree.close();
}

/// One misconception on the scorecard: all of it, or its fact with the rest behind a summary.
pub fn article(tree: &mut Builder, scene: &Scene<'_>, index: usize, is_open: bool) {
    let Some((misconception, finding)) = find(scene, index) else {
        return;
    };
    tree.misconception = index;
    tree.open_keyed("article.refutation", index);
    tree.open("h3 tabindex=-1");
    tree.attribute("id", &numbered("misconception", index));
    tree.text(&misconception.name);
    tree.close();
    verdict(tree, scene, finding);
    #[cfg(feature = "extras")]
    retake::sentence(tree, scene, index);
    let is_asked = finding.verdict == Verdict::Insufficient && !scene.is_guest();
    if is_asked {
        missing(tree, scene, finding);
    } else {
        fact(tree, scene, misconception);
    }
    let is_folded = is_asked || !is_open;
    if is_folded {
        tree.open("details");
        say(tree, scene, "summary", Message::More);
    }
    if is_asked {
        // In sight, it would teach the answer that is still to be given.
        fact(tree, scene, misconception);
    }
    reasons(tree, scene, misconception, finding);
    #[cfg(feature = "extras")]
    remarks::dispute(tree, scene, index);
    if is_folded {
        tree.close();
    }
    tree.close();
}

fn find<'a>(scene: &Scene<'a>, index: usize) -> Option<(&'a Misconception, &'a Finding)> {
    let misconception = scene.questionnaire.misconceptions.get(index)?;
    let finding = scene.scorecard.findings.get(index)?;
    Some((misconception, finding))
}

/// Where the reader stands, as a sentence.
fn verdict(tree: &mut Builder, scene: &Scene<'_>, finding: &Finding) {
    let word = match (finding.verdict, finding.reason) {
        (Verdict::Insufficient, _) => Message::YouAnsweredTooFew,
        // Nobody is said to have been taken in, or to have seen through it.
        _ if finding.contested => Message::ContestedHeading,
        (Verdict::Held, Reason::Misconception) => Message::YouHeldSure,
        (Verdict::Held, _) => Message::YouHeld,
        (Verdict::Leaning, Reason::Mixed) => Message::YouLeanedMixed,
        (Verdict::Leaning, _) => Message::YouLeaned,
        (Verdict::Unsure, Reason::DontKnow) => Message::YouDidNotKnow,
        (Verdict::Unsure, Reason::Mixed) => Message::YouWereMixed,
        (Verdict::Unsure, Reason::LuckyGuess) => Message::YouGuessed,
        (Verdict::Unsure, Reason::LackOfKnowledge) => Message::YouWereUnsure,
        (Verdict::Unsure, _) => Message::YouWereBetween,
        (Verdict::NotHeld, Reason::SoundKnowledge) => Message::YouDidNotHoldSure,
        (Verdict::NotHeld, _) => Message::YouDidNotHold,
    };
    say(tree, scene, "p.verdict", word);
    if finding.inconsistent {
        say(tree, scene, "p.note", Message::Inconsistent);
    }
}

/// The statements that were left open, to be answered in place.
fn missing(tree: &mut Builder, scene: &Scene<'_>, finding: &Finding) {
    tree.open("form.missing");
    say(tree, scene, "p", Message::AnswerHere);
    for contribution in &finding.contributions {
        let index = contribution.statement;
        if scene.session.answers.get(index) == Some(&None) {
            statement::statement(tree, scene, index, "h4", false);
        }
    }
    say(tree, scene, "button.plain type=submit", Message::Update);
    tree.close();
}

fn fact(tree: &mut Builder, scene: &Scene<'_>, misconception: &Misconception) {
    prose(tree, scene, "p.fact", &misconception.refutation.fact);
}

/// Everything behind the fact: what to do, why, the reader's own answers, evidence and sources.
fn reasons(
    tree: &mut Builder,
    scene: &Scene<'_>,
    misconception: &Misconception,
    finding: &Finding,
) {
    let refutation = &misconception.refutation;
    if !refutation.advice.is_empty() {
        tree.open("div.advice");
        say(tree, scene, "strong", Message::Instead);
        tree.text(" ");
        prose(tree, scene, "p", &refutation.advice);
        tree.close();
    }
    tree.open("dl");
    for (term, text) in [
        (Message::TheMisconception, &refutation.myth),
        (Message::WhyBelieved, &refutation.why_believed),
        (Message::KernelOfTruth, &refutation.kernel_of_truth),
        (why(misconception), &refutation.why_wrong),
    ] {
        if !text.is_empty() {
            say(tree, scene, "dt", term);
            tree.open("dd");
            prose(tree, scene, "p", text);
            tree.close();
        }
    }
    if scene.has_answers() {
        say(tree, scene, "dt", Message::YouAnswered);
        for contribution in &finding.contributions {
            own_answer(tree, scene, contribution.statement);
        }
    }
    tree.close();
    if let Some(evidence) = &misconception.evidence {
        tree.element_of_words("p.source", &phrases::evidence(scene, evidence));
    }
    parts::sources(tree, scene, "p.source", &misconception.sources);
}

fn own_answer(tree: &mut Builder, scene: &Scene<'_>, index: usize) {
    let Some(statement) = scene.questionnaire.statements.get(index) else {
        return;
    };
    let response = scene.session.answers.get(index).copied().flatten();
    tree.open("dd");
    let quoted = scene
        .messages
        .fill(Message::Quoted, &[("text", &statement.text)]);
    inline(tree, scene, &quoted);
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
    tree.close();
}

fn beside(tree: &mut Builder, (text, is_own): (&str, bool)) {
    if is_own {
        tree.words_beside(text);
    } else {
        tree.text(text);
    }
}
