//! The words of a verdict, of evidence, of a headline and of an answer.
//!
//! Decides which message says what was found. Knows no elements: the screens and the picture both take their words
//! from here.

use super::scene::Scene;
use crate::data::text::digits;
use crate::messages::{Messages, Plural, Word};
use crate::questionnaire::answers::Agreement;
use crate::questionnaire::{Evidence, Misconception, Questionnaire, Strength};
use crate::scoring::scorecard::{Finding, Headline, Reason, Verdict};

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
        kinds |= match why(misconception) {
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

/// What stands above the reasons: they weigh as much as the evidence does.
#[inline(never)]
pub fn why(misconception: &Misconception) -> Word {
    match misconception.evidence.as_ref().map(|it| it.strength) {
        Some(Strength::Practitioner) => Word::WhyExperience,
        Some(Strength::Contested) => Word::WhyContested,
        _ => Word::WhyWrong,
    }
}

/// How strong the case is, in a sentence.
pub fn evidence(scene: &Scene<'_>, evidence: &Evidence) -> String {
    let strength = scene.messages.word(match evidence.strength {
        Strength::Settled => Word::Settled,
        Strength::Strong => Word::Strong,
        Strength::Practitioner => Word::Practitioner,
        Strength::Contested => Word::Contested,
    });
    // A reader asks whether it is old, not on which day it was written.
    let year = evidence.as_of.get(..4).unwrap_or_default();
    let word = if year.is_empty() {
        Word::Evidence
    } else {
        Word::EvidenceAsOf
    };
    let values = [("strength", strength), ("year", year)];
    scene.messages.fill(word, &values)
}

/// The counts in one sentence, which is about the firmest verdict there is. "You hold none" would flatter a reader who
/// is unsure about all.
pub fn first_sentence(messages: &Messages, counts: Headline) -> String {
    if counts.classified == 0 {
        return match counts.insufficient {
            0 => messages.count(Plural::ContestedToo, counts.contested, ""),
            _ => messages.word(Word::NothingToSay).to_owned(),
        };
    }
    let (word, count) = match counts {
        Headline { held: 1.., .. } => (Plural::YouHold, counts.held),
        Headline { leaning: 1.., .. } => (Plural::YouLeanTo, counts.leaning),
        Headline { unsure: 1.., .. } => (Plural::YouDoubt, counts.unsure),
        _ => (Plural::YouHoldNone, 0),
    };
    messages.count(word, counts.classified, &digits(count))
}

/// What there is to say after that, each with its number; nothing of what there is none of.
pub fn rest(counts: Headline) -> [(Plural, usize); 4] {
    // Without any verdict, the first sentence has said so.
    let said = |count| if counts.classified > 0 { count } else { 0 };
    // Nothing is said twice.
    let after = |firmer, count| if firmer > 0 { count } else { 0 };
    [
        (Plural::LeanMore, after(counts.held, counts.leaning)),
        (
            Plural::DoubtMore,
            after(counts.held + counts.leaning, counts.unsure),
        ),
        (Plural::TooFew, said(counts.insufficient)),
        (Plural::ContestedToo, said(counts.contested)),
    ]
}

/// The words for a point of the scale: the author's, else the widget's.
pub fn agreement_label<'a>(scene: &Scene<'a>, agreement: Agreement) -> &'a str {
    const FIVE: [Word; 5] = [
        Word::Agreement1,
        Word::Agreement2,
        Word::Agreement3,
        Word::Agreement4,
        Word::Agreement5,
    ];
    let Agreement::Point(point) = agreement else {
        return scene.messages.word(Word::DontKnow);
    };
    let place = usize::from(point).wrapping_sub(1);
    let words: &[Word] = if scene.questionnaire.scale.points == 2 {
        &[Word::Disagree2, Word::Agree2]
    } else {
        &FIVE
    };
    label(scene, &scene.questionnaire.scale.labels, words, place)
}

/// The words for a level of certainty: the author's, else the widget's.
pub fn certainty_label<'a>(scene: &Scene<'a>, level: i16) -> &'a str {
    const FOUR: [Word; 4] = [
        Word::Certainty1,
        Word::Certainty2,
        Word::Certainty3,
        Word::Certainty4,
    ];
    let Questionnaire { certainty, .. } = scene.questionnaire;
    let Some(scale) = certainty else {
        return "";
    };
    let place = level.abs_diff(scale.from).into();
    label(scene, &scale.labels, &FOUR, place)
}

fn label<'a>(scene: &Scene<'a>, own: &'a [String], words: &[Word], place: usize) -> &'a str {
    match (own.get(place), words.get(place)) {
        (Some(own), _) => own,
        (None, Some(word)) => scene.messages.word(*word),
        (None, None) => "",
    }
}
