//! The words of a verdict, of evidence, of a headline and of an answer.
//!
//! Decides which message says what was found, and in which person. Knows no elements: the screens take their words from here.

#[cfg(feature = "extras")]
use super::extras::guest;
use super::scene::Scene;
use crate::data::text::digits;
use crate::messages::{Message, PluralMessage, fill};
use crate::questionnaire::answers::Agreement;
use crate::questionnaire::{Evidence, Misconception, Questionnaire, Strength};
use crate::scoring::scorecard::{Finding, Headline, Reason, Verdict};

/// The words of a verdict. Where experts disagree, nobody is said to believe what is not so.
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

/// The text of a message that speaks to the reader; of somebody else's scorecard, the one that speaks of its maker.
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

/// The same of a message with plural forms.
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

/// What a belief that does not hold is called: as much as the evidence allows.
pub fn label(misconception: &Misconception) -> Message {
    match why(misconception) {
        Message::WhyExperience => Message::ManyBelieve,
        Message::WhyContested => Message::Disputed,
        _ => Message::Misconception,
    }
}

/// What points the other way, where not all that is counted may be called a misconception: experience claims less than
/// knowledge.
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

/// The counts in words: the sentence that matters most, and what there is to say after it.
///
/// Nothing that is undecided or lacks answers is called unbelieved, and who believes none is told so first.
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
    // Each verdict with what the heading and what the rest says of it, where these are misconceptions and where not.
    let verdicts = [
        (
            counts.held,
            [Message::YouBelieve, Message::OtherWay],
            // What is believed is always in the heading.
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
    // In the rest, what is nearer to belief goes first.
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
        // What lacks answers is not called unbelieved.
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

/// Whether every verdict there is rests on "I don't know".
fn has_no_mind(scene: &Scene<'_>) -> bool {
    let mut findings = scene.scorecard.findings.iter();
    findings.all(|it| {
        // Where certainty is asked, another reason is given for it.
        let has_positions = it.contributions.iter().any(|it| it.position.is_some());
        it.contested
            || matches!(it.reason, Reason::DontKnow | Reason::TooFewAnswers)
            || (scene.has_answers() && !has_positions)
    })
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
    label_at(scene, &scene.questionnaire.scale.labels, words, index)
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
