//! The scorecard as a picture for sharing: a self-contained SVG.
//!
//! This room knows what the picture says: the question, how many misconceptions have which verdict,
//! and an invitation. It must not name a misconception or accuse anybody. The same scorecard must
//! give the same bytes on a page, in Node and on a host, so widths come from a table and no font is
//! asked.

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

/// The default width and height in pixels. Most sites show link previews in this size.
pub const SIZE: (u32, u32) = (1200, 630);
/// The smallest width and height in pixels.
pub const LEAST: u32 = 300;
/// The largest width and height in pixels.
pub const MOST: u32 = 4096;

/// The texts and marks on the picture.
struct Card {
    /// Whose scorecard it is, and how many misconceptions it is about.
    lead: String,
    title: String,
    /// The groups, in the order of the scorecard. Empty groups are left out.
    groups: Vec<Group>,
    /// How many contested misconceptions there are besides those that are counted; empty if there
    /// are none.
    disputed: String,
    invitation: String,
    /// Where the questionnaire can be found; may be empty.
    address: String,
    /// Whether the picture is laid out from right to left.
    is_mirrored: bool,
}

/// All misconceptions with one verdict.
struct Group {
    count: usize,
    /// How many there are, with a word for the verdict.
    label: String,
    /// The mark, as the view draws it.
    mark: (&'static str, &'static str),
    /// Half the width of the mark, in the view's units.
    reach: f64,
    colour: Colour,
}

/// The picture of a scorecard as SVG. `width` and `height` are in pixels, from [`LEAST`] to
/// [`MOST`]; values outside are replaced by the nearest one. `address` says where the questionnaire
/// can be found, such as `example.com`; it is left out if it is empty or does not fit.
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
        // If only experience contradicts a belief, the picture neither calls it a misconception nor
        // says that it was seen through.
        let are_misconceptions = phrases::authority(questionnaire).is_none();
        // The same answer throughout does not show that anything was seen through.
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

    /// The picture in words, one line per part, for screen readers.
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
    /// The group of findings with the same mark; `None` if there are no findings.
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
