//! The words for a verdict, for evidence, for the headline and for an answer.
//!
//! This file decides which message says what was found, and in which person. It must not know
//! elements; the screens take their words from here.

#[cfg(feature = "extras")]
use super::extras::guest;
use super::scene::Scene;
use crate::data::text::digits;
use crate::messages::{Message, PluralMessage, fill};
use crate::questionnaire::answers::Agreement;
use crate::questionnaire::{Evidence, Misconception, Questionnaire, Strength};
use crate::scoring::scorecard::{Finding, Headline, Reason, Verdict};

/// The message for a verdict. If experts disagree about the misconception, it does not say that the
/// reader believes something false.
pub fn word(finding: &Finding) -> Message {
    match (finding.verdict, finding.reason) {
        (Verdict::Insufficient, _) => Message::Insufficient,
        (Verdict::Unsure, Reason::DontKnow) => Message::DontKnowThis,
        (Verdict::Unsure, _) => Message::Unsure,
        (Verdict::Held, _) if finding.contested => Message::Agree,
        (Verdict::Leaning, _) if finding.contested => Message::LeanTowardsIt,
        (Verdict::NotHeld, _) if finding.contested => Message::DisagreeWithIt,
        (Verdict::Held, Reason::Misconception) => Message::HeldSure,
        (Verdict::Held, _) => Message::Held,
        (Verdict::Leaning, _) => Message::Leaning,
        (Verdict::NotHeld, _) => Message::NotHeld,
    }
}

/// The text of a message that addresses the reader; on somebody else's scorecard, the text about
/// its maker.
#[inline(never)]
pub fn told<'a>(scene: &Scene<'a>, word: Message) -> &'a str {
    #[cfg(feature = "extras")]
    if scene.is_guest()
        && let Some(word) = guest::third_person(word)
    {
        return scene.messages.extras(word);
    }
    scene.messages.text(word)
}

/// The same for a message with plural forms.
#[inline(never)]
fn counted(scene: &Scene<'_>, word: PluralMessage, number: usize, value: (&str, &str)) -> String {
    #[cfg(feature = "extras")]
    if scene.is_guest()
        && let Some(word) = guest::third_person_plural(word)
    {
        return scene.messages.extras_count(word, number, value);
    }
    scene.messages.count(word, number, value)
}

/// What a false belief is called. The word is no stronger than the evidence.
pub fn label(misconception: &Misconception) -> Message {
    match why(misconception) {
        Message::WhyExperience => Message::ManyBelieve,
        Message::WhyContested => Message::Disputed,
        _ => Message::Misconception,
    }
}

/// Who says otherwise (the evidence or experience), for a questionnaire in which not everything
/// that is counted may be called a misconception. `None` if all of it may.
pub fn authority(questionnaire: &Questionnaire) -> Option<Message> {
    let (mut has_experience, mut has_knowledge) = (false, false);
    for misconception in &questionnaire.misconceptions {
        match why(misconception) {
            Message::WhyExperience => has_experience = true,
            Message::WhyContested => {}
            _ => has_knowledge = true,
        }
    }
    let word = if has_knowledge {
        Message::TheEvidence
    } else {
        Message::Experience
    };
    has_experience.then_some(word)
}

/// The heading above the reasons. It is no stronger than the evidence.
#[inline(never)]
pub fn why(misconception: &Misconception) -> Message {
    match misconception.evidence.as_ref().map(|it| it.strength) {
        Some(Strength::Practitioner) => Message::WhyExperience,
        Some(Strength::Contested) => Message::WhyContested,
        _ => Message::WhyWrong,
    }
}

/// A sentence about the strength of the evidence.
pub fn evidence(scene: &Scene<'_>, evidence: &Evidence) -> String {
    let strength = scene.messages.text(match evidence.strength {
        Strength::Settled => Message::Settled,
        Strength::Strong => Message::Strong,
        Strength::Practitioner => Message::Practitioner,
        Strength::Contested => Message::Contested,
    });
    // The year is enough for readers, who want to know whether the evidence is old.
    let year = evidence.as_of.get(..4).unwrap_or_default();
    let word = if year.is_empty() {
        Message::Evidence
    } else {
        Message::EvidenceAsOf
    };
    let values = [("strength", strength), ("year", year)];
    scene.messages.fill(word, &values)
}

/// The counts in words: the most important sentence, which is the heading, and the sentences after
/// it.
///
/// An undecided or insufficient misconception is never counted as not believed. If a reader holds
/// none, the headline says so first.
pub fn headline(scene: &Scene<'_>) -> (String, String) {
    let counts = scene.scorecard.headline;
    let authority = authority(scene.questionnaire);
    let what = ("what", authority.map_or("", |it| scene.messages.text(it)));
    let mut rest = Vec::new();
    if counts.classified == 0 {
        let heading = match counts.insufficient {
            0 => told(scene, Message::ContestedHeading).to_owned(),
            _ => told(scene, Message::NothingToSay).to_owned(),
        };
        return (heading, String::new());
    }
    if scene.scorecard.straight_lined {
        let said = [Message::SameAnswer, Message::StraightLined];
        let [heading, rest] = said.map(|it| told(scene, it).to_owned());
        return (heading, rest);
    }
    // For each verdict its count, the message for the heading and the message for the rest. The
    // first of each pair is for misconceptions, the second for when not all may be called so.
    let verdicts = [
        (
            counts.held,
            [Message::YouBelieve, Message::OtherWay],
            // Never used: if anything is held, it is in the heading.
            [PluralMessage::LeanMore; 2],
        ),
        (
            counts.not_held,
            [Message::YouSawThrough, Message::YouSeeItAs],
            [PluralMessage::SawMore, PluralMessage::SeeMore],
        ),
        (
            counts.leaning,
            [Message::YouLeanTowards, Message::YouLeanAway],
            [PluralMessage::LeanMore, PluralMessage::AwayMore],
        ),
        (
            counts.unsure,
            [Message::YouAreUndecided; 2],
            [PluralMessage::DoubtMore; 2],
        ),
    ];
    let kind = usize::from(authority.is_some());
    let first = verdicts.iter().position(|(count, ..)| *count > 0);
    if counts.insufficient > 0 {
        rest.push(counted(
            scene,
            PluralMessage::TooFew,
            counts.insufficient,
            what,
        ));
    }
    // In the rest, verdicts closer to belief come first.
    for index in [2, 3, 1] {
        if let Some((count @ 1.., _, words)) = verdicts.get(index)
            && first != Some(index)
            && let Some(word) = words.get(kind)
        {
            rest.push(counted(scene, *word, *count, what));
        }
    }
    let mut heading = String::new();
    if let Some((count, words, _)) = first.and_then(|it| verdicts.get(it))
        && let Some(word) = words.get(kind)
    {
        let of = scope(scene, counts, *count, authority.is_none());
        heading = fill(told(scene, *word), &[("of", &of), what]);
        // Insufficient misconceptions are not counted as not believed.
        let is_all = *count == counts.classified && counts.insufficient == 0;
        if *word == Message::YouSawThrough && is_all && *count > 1 {
            rest.push(told(scene, Message::NoneOfThem).to_owned());
        }
    }
    if counts.unsure == counts.classified && has_no_mind(scene) {
        told(scene, Message::NoMind).clone_into(&mut heading);
        rest.push(told(scene, Message::SaidDontKnow).to_owned());
    }
    if counts.contested > 0 {
        rest.push(counted(
            scene,
            PluralMessage::ContestedToo,
            counts.contested,
            what,
        ));
    }
    (heading, rest.join(" "))
}

/// How many of how many, as a part of a sentence.
fn scope(scene: &Scene<'_>, counts: Headline, count: usize, is_called: bool) -> String {
    let is_all = count == counts.classified;
    let word = match (counts.insufficient, is_called) {
        (0, true) if is_all => PluralMessage::AllMisconceptions,
        (0, true) => PluralMessage::SomeMisconceptions,
        (0, false) if is_all => PluralMessage::All,
        (0, false) => PluralMessage::Some,
        (_, true) if is_all => PluralMessage::AllCalledAnswered,
        (_, true) => PluralMessage::SomeCalledAnswered,
        (_, false) if is_all => PluralMessage::AllAnswered,
        (_, false) => PluralMessage::SomeAnswered,
    };
    counted(scene, word, counts.classified, ("held", &digits(count)))
}

/// Whether no verdict rests on anything but "I don't know".
fn has_no_mind(scene: &Scene<'_>) -> bool {
    let mut findings = scene.scorecard.findings.iter();
    findings.all(|it| {
        // If certainty is asked, a don't-know leads to another reason.
        let has_positions = it.contributions.iter().any(|it| it.position.is_some());
        it.contested
            || matches!(it.reason, Reason::DontKnow | Reason::TooFewAnswers)
            || (scene.has_answers() && !has_positions)
    })
}

/// The label of a point of the scale: the author's, or the widget's if there is none. The boolean
/// says whether it is the widget's.
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
    label_at(scene, &scene.questionnaire.scale.labels, words, index)
}

/// The label of a level of certainty, in the same way as [`agreement_label`].
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
    label_at(scene, &scale.labels, &FOUR, index)
}

fn label_at<'a>(
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
