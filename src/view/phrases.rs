//! The words of a verdict, of evidence, of a headline and of an answer.
//!
//! Decides which message says what was found. Knows no elements: the screens and the picture both take their words
//! from here.

use super::scene::Scene;
use crate::data::text::digits;
use crate::messages::{Message, Messages, PluralMessage};
use crate::questionnaire::answers::Agreement;
use crate::questionnaire::{Evidence, Misconception, Questionnaire, Strength};
use crate::scoring::scorecard::{Finding, Headline, Reason, Verdict};

/// The word of a verdict. Where experts disagree, none is given.
pub fn word(finding: &Finding) -> Message {
    match (finding.verdict, finding.reason) {
        (Verdict::Insufficient, _) => Message::Insufficient,
        _ if finding.contested => Message::Contested,
        (Verdict::Held, Reason::Misconception) => Message::HeldSure,
        (Verdict::Held, _) => Message::Held,
        (Verdict::Leaning, _) => Message::Leaning,
        (Verdict::Unsure, _) => Message::Unsure,
        (Verdict::NotHeld, _) => Message::NotHeld,
    }
}

/// What stands at the other end from the misconception: experience claims less than knowledge, and where the
/// evidence is of several kinds, the words fit the weakest of them.
pub fn fact_end(questionnaire: &Questionnaire) -> Message {
    // A bit for each kind there is.
    let mut kinds = 0_u8;
    for misconception in &questionnaire.misconceptions {
        kinds |= match why(misconception) {
            Message::WhyExperience => 1,
            Message::WhyContested => 2,
            _ => 4,
        };
    }
    match kinds {
        1 => Message::ExperienceShows,
        4 => Message::IsKnown,
        _ => Message::WhyContested,
    }
}

/// What stands above the reasons: they weigh as much as the evidence does.
#[inline(never)]
pub fn why(misconception: &Misconception) -> Message {
    match misconception.evidence.as_ref().map(|it| it.strength) {
        Some(Strength::Practitioner) => Message::WhyExperience,
        Some(Strength::Contested) => Message::WhyContested,
        _ => Message::WhyWrong,
    }
}

/// How strong the case is, in a sentence.
pub fn evidence(scene: &Scene<'_>, evidence: &Evidence) -> String {
    let strength = scene.messages.text(match evidence.strength {
        Strength::Settled => Message::Settled,
        Strength::Strong => Message::Strong,
        Strength::Practitioner => Message::Practitioner,
        Strength::Contested => Message::Contested,
    });
    // A reader asks whether it is old, not on which day it was written.
    let year = evidence.as_of.get(..4).unwrap_or_default();
    let word = if year.is_empty() {
        Message::Evidence
    } else {
        Message::EvidenceAsOf
    };
    let values = [("strength", strength), ("year", year)];
    scene.messages.fill(word, &values)
}

/// The counts in one sentence, which is about the firmest verdict there is. "You hold none" would flatter a reader who
/// is unsure about all.
pub fn first_sentence(messages: &Messages, counts: Headline) -> String {
    if counts.classified == 0 {
        return match counts.insufficient {
            0 => messages.count(PluralMessage::ContestedToo, counts.contested, ""),
            _ => messages.text(Message::NothingToSay).to_owned(),
        };
    }
    let (word, count) = match counts {
        Headline { held: 1.., .. } => (PluralMessage::YouHold, counts.held),
        Headline { leaning: 1.., .. } => (PluralMessage::YouLeanTo, counts.leaning),
        Headline { unsure: 1.., .. } => (PluralMessage::YouDoubt, counts.unsure),
        _ => (PluralMessage::YouHoldNone, 0),
    };
    messages.count(word, counts.classified, &digits(count))
}

/// What there is to say after that, each with its number; nothing of what there is none of.
pub fn rest(counts: Headline) -> [(PluralMessage, usize); 4] {
    // Without any verdict, the first sentence has said so.
    let said = |count| if counts.classified > 0 { count } else { 0 };
    // Nothing is said twice.
    let after = |firmer, count| if firmer > 0 { count } else { 0 };
    [
        (PluralMessage::LeanMore, after(counts.held, counts.leaning)),
        (
            PluralMessage::DoubtMore,
            after(counts.held + counts.leaning, counts.unsure),
        ),
        (PluralMessage::TooFew, said(counts.insufficient)),
        (PluralMessage::ContestedToo, said(counts.contested)),
    ]
}

/// The words for a point of the scale: the author's, else the widget's own; and whether they are its own.
pub fn agreement_label<'a>(scene: &Scene<'a>, agreement: Agreement) -> (&'a str, bool) {
    const FIVE: [Message; 5] = [
        Message::Agreement1,
        Message::Agreement2,
        Message::Agreement3,
        Message::Agreement4,
        Message::Agreement5,
    ];
    let Agreement::Point(point) = agreement else {
        return (scene.messages.text(Message::DontKnow), true);
    };
    let index = usize::from(point).wrapping_sub(1);
    let words: &[Message] = if scene.questionnaire.scale.points == 2 {
        &[Message::Disagree2, Message::Agree2]
    } else {
        &FIVE
    };
    label(scene, &scene.questionnaire.scale.labels, words, index)
}

/// The words for a level of certainty, as [`agreement_label`] gives them.
pub fn certainty_label<'a>(scene: &Scene<'a>, level: i16) -> (&'a str, bool) {
    const FOUR: [Message; 4] = [
        Message::Certainty1,
        Message::Certainty2,
        Message::Certainty3,
        Message::Certainty4,
    ];
    let Questionnaire { certainty, .. } = scene.questionnaire;
    let Some(scale) = certainty else {
        return ("", false);
    };
    let index = level.abs_diff(scale.from).into();
    label(scene, &scale.labels, &FOUR, index)
}

fn label<'a>(
    scene: &Scene<'a>,
    authors: &'a [String],
    words: &[Message],
    index: usize,
) -> (&'a str, bool) {
    match (authors.get(index), words.get(index)) {
        (Some(label), _) => (label, false),
        (None, Some(word)) => (scene.messages.text(*word), true),
        (None, None) => ("", false),
    }
}
