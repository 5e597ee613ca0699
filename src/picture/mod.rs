//! The scorecard as a picture, to be shared: an SVG that needs nothing else.
//!
//! Knows what is said on it: the question, how many and not which, and an invitation. It names no misconception and
//! accuses nobody. The same scorecard is the same bytes in a page, in Node and on a host: no font is asked, widths come
//! from a table.

mod groups;
mod layout;
pub mod lines;
pub mod plot;
mod svg;
pub mod widths;

use crate::data::text::direction;
use crate::messages::{ApiOnly, ApiOnlyPlural, Messages};
use crate::questionnaire::Questionnaire;
use crate::scoring::scorecard::{Finding, Scorecard, Verdict};
use crate::view::{marks, phrases};
use svg::{Colour, Sheet};

/// Width and height in pixels where nobody says otherwise: what most places show of a link.
pub const SIZE: (u32, u32) = (1200, 630);
/// The least width and height.
pub const LEAST: u32 = 300;
/// The greatest.
pub const MOST: u32 = 4096;

/// What is on the picture, in words and marks.
struct Card {
    /// Whose it is, and of how many.
    lead: String,
    title: String,
    /// What is believed first; of no group there are none.
    groups: Vec<Group>,
    /// How many are disputed, beside those that count; empty where there are none.
    disputed: String,
    invitation: String,
    /// Where the questionnaire is; empty where nobody says.
    address: String,
    /// Whether it is laid out from right to left.
    is_mirrored: bool,
}

/// All misconceptions of one verdict.
struct Group {
    count: usize,
    /// How many, and the verdict in a word.
    label: String,
    /// Their mark, as the view draws it.
    mark: (&'static str, &'static str),
    /// How far that reaches to either side of its middle.
    reach: f64,
    colour: Colour,
}

/// The picture, `width` x `height` pixels, each from [`LEAST`] to [`MOST`]; what is outside is taken for the nearest.
/// `address` says where the questionnaire is, such as `example.com`; if it is empty or has no room, nothing does.
#[must_use]
pub fn picture(
    questionnaire: &Questionnaire,
    scorecard: &Scorecard,
    messages: &Messages,
    (width, height): (u32, u32),
    address: &str,
) -> String {
    let card = Card::new(questionnaire, scorecard, messages, address);
    let size = |length: u32| f64::from(length.clamp(LEAST, MOST));
    let size = (size(width), size(height));
    let layout = layout::layout(&card, size);
    let mut sheet = Sheet::new(
        size,
        &questionnaire.lang,
        card.is_mirrored,
        &card.title,
        &card.described(layout.has_address()),
    );
    layout.draw(&mut sheet);
    sheet.finish()
}

impl Card {
    fn new(
        questionnaire: &Questionnaire,
        scorecard: &Scorecard,
        messages: &Messages,
        address: &str,
    ) -> Self {
        let counts = scorecard.headline;
        let counted = counts.classified + counts.insufficient;
        let count = |word, number| messages.api_only_count(word, number);
        // Where experience points the other way, nothing is called a misconception, and nobody has seen through it.
        let are_misconceptions = phrases::authority(questionnaire).is_none();
        // Nor has anybody who gave the same answer throughout.
        let is_telling = are_misconceptions && !scorecard.straight_lined;
        let has_disputed_only = counted == 0;
        let mut groups = Vec::new();
        if has_disputed_only {
            let of = of(scorecard, |it| it.contested);
            let word = ApiOnlyPlural::CountDisputed;
            groups.extend(Group::new(&of, count(word, of.len())));
        }
        for verdict in Verdict::ALL {
            let of = of(scorecard, |it| !it.contested && it.verdict == verdict);
            let word = match verdict {
                Verdict::Held => ApiOnlyPlural::CountBelieved,
                Verdict::Leaning => ApiOnlyPlural::CountLeaning,
                Verdict::Unsure => ApiOnlyPlural::CountUndecided,
                Verdict::Insufficient => ApiOnlyPlural::CountOpen,
                Verdict::NotHeld if is_telling => ApiOnlyPlural::CountSeenThrough,
                Verdict::NotHeld => ApiOnlyPlural::CountNotBelieved,
            };
            groups.extend(Group::new(&of, count(word, of.len())));
        }
        let lead = match are_misconceptions {
            _ if has_disputed_only => messages.api_only(ApiOnly::MyScorecard).to_owned(),
            true => count(ApiOnlyPlural::MyMisconceptions, counted),
            false => count(ApiOnlyPlural::MyBeliefs, counted),
        };
        let invitation = if is_telling && counts.classified > 0 && counted > 1 {
            ApiOnly::HowMany
        } else {
            ApiOnly::WhatAboutYou
        };
        let disputed = if has_disputed_only || counts.contested == 0 {
            String::new()
        } else {
            count(ApiOnlyPlural::MoreDisputed, counts.contested)
        };
        Self {
            lead,
            title: questionnaire.title.clone(),
            groups,
            disputed,
            invitation: messages.api_only(invitation).to_owned(),
            address: address.trim().to_owned(),
            is_mirrored: direction(&questionnaire.lang) == "rtl",
        }
    }

    /// The picture in words, a line each.
    fn described(&self, has_address: bool) -> String {
        let mut lines = vec![&*self.lead];
        lines.extend(self.groups.iter().map(|group| &*group.label));
        if !self.disputed.is_empty() {
            lines.push(&self.disputed);
        }
        lines.push(&self.invitation);
        if has_address {
            lines.push(&self.address);
        }
        lines.join("\n")
    }
}

fn of(scorecard: &Scorecard, is_meant: impl Fn(&Finding) -> bool) -> Vec<&Finding> {
    let findings = scorecard.findings.iter();
    findings.filter(|it| is_meant(it)).collect()
}

impl Group {
    /// The group of those that have the same mark; none where there are none.
    fn new(of: &[&Finding], label: String) -> Option<Self> {
        let first = of.first()?;
        let (reach, colour) = match first.verdict {
            _ if first.contested => (5.0, Colour::Muted),
            Verdict::Held => (7.0, Colour::Ink),
            Verdict::Leaning => (9.0, Colour::Ink),
            Verdict::Unsure => (7.5, Colour::Ink),
            Verdict::Insufficient => (6.0, Colour::Ink),
            Verdict::NotHeld => (7.5, Colour::Green),
        };
        Some(Self {
            count: of.len(),
            label,
            mark: marks::mark(first),
            reach,
            colour,
        })
    }
}
