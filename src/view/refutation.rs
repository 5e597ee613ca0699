//! What corrects a misconception: on the scorecard, and after its statements where feedback comes at once.

use super::node::Tree;
use super::{Scene, button, heading, navigation, paragraphs, statement};
use crate::messages::Word;
use crate::questionnaire::{Evidence, Misconception, Source, Strength};
use crate::scorecard::{Finding, Reason, Verdict};

/// The screen after a misconception's statements.
pub fn screen(tree: &mut Tree, scene: Scene<'_>, index: usize) {
    tree.open_keyed("form", scene.session.step);
    tree.element_class("h2", "eyebrow", &scene.questionnaire.title);
    if let Some((misconception, finding)) = find(scene, index) {
        heading(tree, "h3", "", &misconception.name);
        verdict(tree, scene, finding);
        fact(tree, misconception);
        reasons(tree, scene, misconception, finding);
    }
    navigation(tree, scene, Word::Next);
    tree.close();
}

/// One misconception on the scorecard: all of it, or its fact with the rest behind a summary.
pub fn article(tree: &mut Tree, scene: Scene<'_>, index: usize, is_open: bool) {
    let Some((misconception, finding)) = find(scene, index) else {
        return;
    };
    tree.open_keyed("article", index);
    tree.open("h3");
    tree.attribute("id", &format!("misconception-{index}"));
    tree.attribute("tabindex", "-1");
    tree.text(&misconception.name);
    tree.close();
    verdict(tree, scene, finding);
    if finding.verdict == Verdict::Insufficient {
        missing(tree, scene, finding);
    }
    fact(tree, misconception);
    if is_open {
        reasons(tree, scene, misconception, finding);
    } else {
        tree.open("details");
        tree.element("summary", scene.messages.word(Word::More));
        reasons(tree, scene, misconception, finding);
        tree.close();
    }
    tree.close();
}

fn find(scene: Scene<'_>, index: usize) -> Option<(&Misconception, &Finding)> {
    let misconception = scene.questionnaire.misconceptions.get(index)?;
    let finding = scene.scorecard.findings.get(index)?;
    Some((misconception, finding))
}

/// Where the reader stands, as a sentence.
fn verdict(tree: &mut Tree, scene: Scene<'_>, finding: &Finding) {
    let word = match (finding.verdict, finding.reason) {
        (Verdict::Held, Reason::Misconception) => Word::YouHeldSure,
        (Verdict::Held, _) => Word::YouHeld,
        (Verdict::Leaning, Reason::Mixed) => Word::YouLeanedMixed,
        (Verdict::Leaning, _) => Word::YouLeaned,
        (Verdict::Unsure, Reason::DontKnow) => Word::YouDidNotKnow,
        (Verdict::Unsure, Reason::Mixed) => Word::YouWereMixed,
        (Verdict::Unsure, Reason::LuckyGuess) => Word::YouGuessed,
        (Verdict::Unsure, Reason::LackOfKnowledge) => Word::YouWereUnsure,
        (Verdict::Unsure, _) => Word::YouWereBetween,
        (Verdict::Insufficient, _) => Word::YouAnsweredTooFew,
        (Verdict::NotHeld, Reason::SoundKnowledge) => Word::YouDidNotHoldSure,
        (Verdict::NotHeld, _) => Word::YouDidNotHold,
    };
    tree.element_class("p", "verdict", scene.messages.word(word));
    if finding.inconsistent {
        tree.element_class("p", "note", scene.messages.word(Word::Inconsistent));
    }
}

/// The statements that were left open, to be answered in place.
fn missing(tree: &mut Tree, scene: Scene<'_>, finding: &Finding) {
    tree.open_class("form", "missing list");
    tree.element("p", scene.messages.word(Word::AnswerHere));
    for contribution in &finding.contributions {
        let index = contribution.statement;
        if scene.session.answers.get(index) == Some(&None) {
            statement::statement(tree, scene, index, "h4", false);
        }
    }
    button(tree, "submit", "plain", scene.messages.word(Word::Update));
    tree.close();
}

fn fact(tree: &mut Tree, misconception: &Misconception) {
    paragraphs(tree, "fact", &misconception.refutation.fact);
}

/// Everything behind the fact: what to do, why, the reader's own answers, evidence and sources.
fn reasons(tree: &mut Tree, scene: Scene<'_>, misconception: &Misconception, finding: &Finding) {
    let refutation = &misconception.refutation;
    let strength = misconception.evidence.as_ref().map(|it| it.strength);
    if let Some(advice) = &refutation.advice {
        tree.open_class("div", "advice");
        tree.element("strong", scene.messages.word(Word::Instead));
        paragraphs(tree, "", advice);
        tree.close();
    }
    let why = match strength {
        Some(Strength::Practitioner) => Word::WhyExperience,
        Some(Strength::Contested) => Word::WhyContested,
        _ => Word::WhyWrong,
    };
    tree.open("dl");
    for (term, text) in [
        (Word::TheMisconception, refutation.myth.as_ref()),
        (Word::WhyBelieved, refutation.why_believed.as_ref()),
        (Word::KernelOfTruth, refutation.kernel_of_truth.as_ref()),
        (why, Some(&refutation.why_wrong)),
    ] {
        if let Some(text) = text {
            tree.element("dt", scene.messages.word(term));
            tree.open("dd");
            paragraphs(tree, "", text);
            tree.close();
        }
    }
    tree.element("dt", scene.messages.word(Word::YouAnswered));
    for contribution in &finding.contributions {
        own_answer(tree, scene, contribution.statement);
    }
    tree.close();
    if let Some(evidence) = &misconception.evidence {
        self::evidence(tree, scene, evidence);
    }
    for source in &misconception.sources {
        self::source(tree, scene, source);
    }
}

fn own_answer(tree: &mut Tree, scene: Scene<'_>, index: usize) {
    let Some(statement) = scene.questionnaire.statements.get(index) else {
        return;
    };
    let response = scene.session.answers.get(index).copied().flatten();
    let mut answer = match response {
        Some(response) => statement::agreement_label(scene, response.agreement).to_owned(),
        None => scene.messages.word(Word::NoAnswer).to_owned(),
    };
    if let Some(level) = response.and_then(|it| it.certainty) {
        answer.push_str(" · ");
        answer.push_str(statement::certainty_label(scene, level));
    }
    let quoted = scene.messages.fill(Word::Quoted, &[("text", &statement.text)]);
    tree.open("dd");
    match quoted.split_once("{answer}") {
        Some((before, after)) => {
            tree.text(before);
            tree.element_class("span", "own", &answer);
            tree.text(after);
        }
        None => tree.text(&quoted),
    }
    tree.close();
}

fn evidence(tree: &mut Tree, scene: Scene<'_>, evidence: &Evidence) {
    let strength = scene.messages.word(match evidence.strength {
        Strength::Settled => Word::Settled,
        Strength::Strong => Word::Strong,
        Strength::Practitioner => Word::Practitioner,
        Strength::Contested => Word::Contested,
    });
    // A reader asks whether it is old, not on which day it was written.
    let year = evidence.as_of.as_ref().and_then(|date| date.get(..4));
    let text = match year {
        Some(year) => {
            let values = [("strength", strength), ("year", year)];
            scene.messages.fill(Word::EvidenceAsOf, &values)
        }
        None => scene.messages.fill(Word::Evidence, &[("strength", strength)]),
    };
    tree.element_class("p", "source", &text);
}

fn source(tree: &mut Tree, scene: Scene<'_>, source: &Source) {
    tree.open_class("p", "source");
    link(tree, &source.title, source.url.as_deref());
    if let Some(date) = &source.date {
        tree.text(", ");
        tree.text(date);
    }
    if let Some(quote) = &source.quote {
        let values = [("text", quote.as_str()), ("answer", "")];
        tree.text(": ");
        tree.text(scene.messages.fill(Word::Quoted, &values).trim());
    }
    tree.close();
}

/// A text that leads to `url`, where there is one.
pub fn link(tree: &mut Tree, text: &str, url: Option<&str>) {
    match url {
        Some(url) => {
            tree.open("a");
            tree.attribute("href", url);
            tree.attribute("rel", "noopener noreferrer");
            tree.text(text);
            tree.close();
        }
        None => tree.text(text),
    }
}
