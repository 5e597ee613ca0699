//! The messages about the maker of a shared scorecard, in place of those that address the reader.
//!
//! This file knows pairs of messages. What is said and when is decided in [`crate::view::phrases`].

use crate::messages::{ExtrasMessage, ExtrasPlural, Message, PluralMessage};

/// The message in the third person; `None` if the message does not address the reader.
pub fn third_person(word: Message) -> Option<ExtrasMessage> {
    Some(match word {
        Message::You => ExtrasMessage::They,
        Message::YouAnswered => ExtrasMessage::TheyAnswered,
        Message::Held => ExtrasMessage::TheyHeld,
        Message::HeldSure => ExtrasMessage::TheyHeldSure,
        Message::Leaning => ExtrasMessage::TheyLeaning,
        Message::Unsure => ExtrasMessage::TheyUnsure,
        Message::DontKnowThis => ExtrasMessage::TheyDontKnow,
        Message::NotHeld => ExtrasMessage::TheyNotHeld,
        Message::Agree => ExtrasMessage::TheyAgree,
        Message::LeanTowardsIt => ExtrasMessage::TheyLeanTowardsIt,
        Message::DisagreeWithIt => ExtrasMessage::TheyDisagree,
        Message::YouBelieve => ExtrasMessage::TheyBelieve,
        Message::YouSawThrough => ExtrasMessage::TheySawThrough,
        Message::YouLeanTowards => ExtrasMessage::TheyLeanTowards,
        Message::YouAreUndecided => ExtrasMessage::TheyAreUndecided,
        Message::OtherWay => ExtrasMessage::TheirsOtherWay,
        Message::YouSeeItAs => ExtrasMessage::TheySeeItAs,
        Message::YouLeanAway => ExtrasMessage::TheyLeanAway,
        Message::NoMind => ExtrasMessage::TheirNoMind,
        Message::SaidDontKnow => ExtrasMessage::TheySaidDontKnow,
        Message::NoneOfThem => ExtrasMessage::TheyNoneOfThem,
        Message::SameAnswer => ExtrasMessage::TheySameAnswer,
        Message::StraightLined => ExtrasMessage::TheirStraightLine,
        _ => return None,
    })
}

/// The same for a message with plural forms.
pub fn third_person_plural(word: PluralMessage) -> Option<ExtrasPlural> {
    Some(match word {
        PluralMessage::AllAnswered => ExtrasPlural::TheyAllAnswered,
        PluralMessage::SomeAnswered => ExtrasPlural::TheySomeAnswered,
        PluralMessage::AllCalledAnswered => ExtrasPlural::TheyAllCalledAnswered,
        PluralMessage::SomeCalledAnswered => ExtrasPlural::TheySomeCalledAnswered,
        PluralMessage::TooFew => ExtrasPlural::TheyTooFew,
        PluralMessage::LeanMore => ExtrasPlural::TheyLeanMore,
        PluralMessage::AwayMore => ExtrasPlural::TheyAwayMore,
        PluralMessage::DoubtMore => ExtrasPlural::TheyDoubtMore,
        PluralMessage::SawMore => ExtrasPlural::TheySawMore,
        PluralMessage::SeeMore => ExtrasPlural::TheySeeMore,
        _ => return None,
    })
}
