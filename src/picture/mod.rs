//! The scorecard as a picture, to be shared: an SVG that needs nothing else.
//!
//! Knows what is said on it, in the words of the view: a verdict is told by its word and the shape of its mark. The same
//! scorecard is the same bytes in a page, in Node and on a host: no font is asked, widths come from a table.

mod layout;
pub mod lines;
mod svg;
pub mod widths;

use crate::data::text::digits;
use crate::data::text::direction;
use crate::messages::{ApiOnly, Message, Messages, fill};
use crate::questionnaire::Questionnaire;
use crate::scoring::scorecard::Scorecard;
use crate::session::Session;
use crate::view::scene::Scene;
use crate::view::{marks, phrases};
use svg::Sheet;

/// Width and height in pixels where nobody says otherwise: what most places show of a link.
pub const SIZE: (u32, u32) = (1200, 630);
/// The least width and height.
pub const LEAST: u32 = 300;
/// The greatest.
pub const MOST: u32 = 4096;

/// What is on the picture, in words.
struct Card {
    title: String,
    headline: String,
    /// What is added to it; empty where there is nothing to add.
    rest: String,
    /// What the ends of a bar mean.
    ends: [String; 2],
    /// Whether it is laid out from right to left.
    is_mirrored: bool,
    /// Contested ones last.
    rows: Vec<Row>,
    /// What stands above the contested ones.
    contested: String,
    /// What stands in place of a bar.
    none: String,
    /// What is said of the rows that there is no room for, `{n}` of them.
    more: String,
}

/// One misconception.
struct Row {
    name: String,
    /// Its mark, as the view draws it.
    mark: (&'static str, &'static str),
    word: String,
    belief: Option<f64>,
    is_contested: bool,
}

/// The picture, `width` x `height` pixels, each from [`LEAST`] to [`MOST`]; what is outside is taken for the nearest.
#[must_use]
pub fn picture(
    questionnaire: &Questionnaire,
    scorecard: &Scorecard,
    messages: &Messages,
    (width, height): (u32, u32),
) -> String {
    let card = Card::new(questionnaire, scorecard, messages);
    let size = |length: u32| f64::from(length.clamp(LEAST, MOST));
    let size = (size(width), size(height));
    let plan = layout::plan(&card, size);
    let lang = &questionnaire.lang;
    let mut sheet = Sheet::new(
        size,
        lang,
        card.is_mirrored,
        &card.title,
        &card.described(plan.rows),
    );
    plan.draw(&mut sheet);
    sheet.finish()
}

impl Card {
    fn new(questionnaire: &Questionnaire, scorecard: &Scorecard, messages: &Messages) -> Self {
        let mut rows = Vec::new();
        for index in &scorecard.order {
            let misconception = questionnaire.misconceptions.get(*index);
            let finding = scorecard.findings.get(*index);
            if let (Some(misconception), Some(finding)) = (misconception, finding) {
                rows.push(Row {
                    name: misconception.name.clone(),
                    mark: marks::mark(finding),
                    word: messages.text(phrases::word(finding)).to_owned(),
                    belief: finding.belief,
                    is_contested: finding.contested,
                });
            }
        }
        let session = Session::new(questionnaire.statements.len());
        let (headline, rest) = phrases::headline(&Scene {
            questionnaire,
            messages,
            steps: &[],
            session: &session,
            scorecard,
            tap_advances: false,
            notice: None,
            is_limited: false,
            #[cfg(feature = "extras")]
            extras: None,
        });
        let word = |word| messages.text(word).to_owned();
        Self {
            title: questionnaire.title.clone(),
            headline,
            rest,
            ends: [word(Message::DontBelieve), word(Message::Believe)],
            rows,
            is_mirrored: direction(&questionnaire.lang) == "rtl",
            contested: word(Message::ContestedHeading),
            none: String::new(),
            more: messages.api_only(ApiOnly::AndMore).to_owned(),
        }
    }

    /// How many more there are.
    fn more(&self, count: usize) -> String {
        fill(&self.more, &[("n", &digits(count))])
    }

    /// The picture in words, a line each: what is on it where the first `shown` rows are.
    fn described(&self, shown: usize) -> String {
        let mut lines = vec![self.headline.clone()];
        if !self.rest.is_empty() {
            lines.push(self.rest.clone());
        }
        let mut is_among_contested = false;
        for row in self.rows.iter().take(shown) {
            if row.is_contested && !is_among_contested {
                is_among_contested = true;
                lines.push(self.contested.clone());
            }
            lines.push(format!("{}: {}", row.name, row.word));
        }
        if shown < self.rows.len() {
            lines.push(self.more(self.rows.len() - shown));
        }
        lines.join("\n")
    }
}
