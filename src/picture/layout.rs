//! Where everything stands. Knows sizes in pixels, and lets the type be as large as it can; not what is said.
//!
//! Everything is measured in units: one is the size of a misconception's name. Where there is much room in width, a row
//! is one line: name, verdict, bar; where there is not, the bar stands below.

mod draw;

use super::lines::{balanced, lines, turned};
use super::svg::Style;
use super::widths::{Weight, width};
use super::{Card, Row};

/// The unit in a picture of 1200 x 630 pixels.
const UNIT: f64 = 26.0;
/// How large the type is tried, from the first to the last.
const SIZES: [f64; 6] = [1.3, 1.2, 1.1, 1.0, 0.92, 0.85];
/// From how many units in width a row is one line.
const WIDE: f64 = 32.0;
/// No line is read with pleasure that is wider, in units.
const WIDEST: f64 = 56.0;

/// What is drawn: the card on a sheet of this size. Gives how many rows there is room for, and draws those.
pub fn plan(card: &Card, (wide, high): (f64, f64)) -> CardLayout<'_> {
    let base = UNIT
        * (wide * high / (1200.0 * 630.0))
            .sqrt()
            .min(wide / 600.0)
            .min(high / 450.0);
    let plan = |size| CardLayout::new(card, base * size, (wide, high));
    let fits = |plan: &CardLayout<'_>| {
        plan.rows == card.rows.len() && plan.height(plan.rows) <= plan.room.1
    };
    let mut first = None;
    for plan in SIZES.map(plan).into_iter().filter(fits) {
        // Rather smaller than with something left out of a name.
        if plan.is_whole() {
            return plan;
        }
        first = first.or(Some(plan));
    }
    first.unwrap_or_else(|| {
        let [.., smallest] = SIZES;
        let mut plan = plan(smallest);
        while plan.rows > 0 && plan.height(plan.rows) > plan.room.1 {
            plan.rows -= 1;
        }
        plan
    })
}

/// A card in a certain size of type.
pub struct CardLayout<'a> {
    card: &'a Card,
    unit: f64,
    margin: f64,
    size: (f64, f64),
    /// What is within the margins, in pixels.
    room: (f64, f64),
    is_wide: bool,
    /// From where to where the verdicts have their place.
    verdicts: (f64, f64),
    title: Vec<String>,
    headline: Vec<String>,
    rest: Vec<String>,
    ends: [Vec<String>; 2],
    bands: Vec<Band>,
    /// How many rows are shown.
    pub rows: usize,
}

/// A row in its lines.
struct Band {
    name: Vec<String>,
    word: Vec<String>,
}

impl<'a> CardLayout<'a> {
    fn new(card: &'a Card, unit: f64, (wide, high): (f64, f64)) -> Self {
        let margin = 2.2 * unit;
        let room = (
            (wide - 2.0 * margin).min(WIDEST * unit),
            high - 2.0 * margin,
        );
        let is_wide = room.0 >= WIDE * unit;
        let mut plan = Self {
            card,
            unit,
            margin,
            size: (wide, high),
            room,
            is_wide,
            verdicts: (0.0, 0.0),
            title: Vec::new(),
            headline: Vec::new(),
            rest: Vec::new(),
            ends: [Vec::new(), Vec::new()],
            bands: Vec::new(),
            rows: card.rows.len(),
        };
        plan.title = plan.set(&card.title, plan.title_style(), room.0, 2);
        plan.headline = plan.set_even(&card.headline, plan.headline_style(), room.0, 3);
        plan.rest = plan.set(&card.rest, plan.rest_style(), room.0, 3);
        plan.ends = plan.ends();
        // There is never room for more, so there is no need to break their lines.
        while plan.rows > 0 && many(plan.rows - 1) * plan.name_style().leading > room.1 {
            plan.rows -= 1;
        }
        plan.verdicts = plan.verdicts();
        plan.bands = card
            .rows
            .iter()
            .take(plan.rows)
            .map(|row| plan.band(row))
            .collect();
        plan
    }

    fn band(&self, row: &Row) -> Band {
        let (from, to) = self.verdicts;
        let word = self.set(&row.word, self.word_style(), to - from, 2);
        // One below the other, the name has what the verdict leaves.
        let widest = word
            .iter()
            .map(|line| width(line, Weight::Bold))
            .fold(0.0, f64::max);
        let (room, most) = if self.is_wide {
            (from - self.unit, 2)
        } else {
            (self.room.0 - widest * self.word_style().size - self.unit, 3)
        };
        let name = self.set_even(&row.name, self.name_style(), room, most);
        Band { name, word }
    }

    /// The lines of a text in this style.
    fn set(&self, text: &str, style: Style, room: f64, most: usize) -> Vec<String> {
        let lines = lines(text, style.weight, room / style.size, most);
        turned(lines, text, self.card.is_mirrored)
    }

    /// The same, about equally long.
    fn set_even(&self, text: &str, style: Style, room: f64, most: usize) -> Vec<String> {
        let lines = balanced(text, style.weight, room / style.size, most);
        turned(lines, text, self.card.is_mirrored)
    }

    /// What the ends of the bars mean: beside each other, if need be on several lines.
    fn ends(&self) -> [Vec<String>; 2] {
        let style = self.small_style();
        let (from, to) = self.bar();
        let room = to - from - 0.6 * self.unit;
        let widths = self
            .card
            .ends
            .each_ref()
            .map(|end| width(end, style.weight) * style.size + 0.01);
        let is_enough = widths.iter().sum::<f64>() <= room;
        let rooms = if is_enough { widths } else { [room / 2.0; 2] };
        let [fact, myth] = &self.card.ends;
        let [before, after] = rooms;
        [
            self.set(fact, style, before, 3),
            self.set(myth, style, after, 3),
        ]
    }

    /// From where to where the verdicts have their place: as wide as the widest of them, within reason.
    fn verdicts(&self) -> (f64, f64) {
        let words = self
            .card
            .rows
            .iter()
            .map(|row| width(&row.word, Weight::Bold));
        let widest = words.fold(0.0, f64::max) * self.word_style().size;
        let most = if self.is_wide { 0.3 } else { 0.45 };
        let room = widest.min(self.room.0 * most) + 0.01;
        let to = if self.is_wide {
            self.bar().0 - self.unit
        } else {
            self.room.0
        };
        (to - room, to)
    }

    /// From where to where the bars go.
    fn bar(&self) -> (f64, f64) {
        let from = if self.is_wide {
            self.room.0 * 0.64
        } else {
            0.0
        };
        (from, self.room.0)
    }

    /// Whether nothing is left out of a name.
    fn is_whole(&self) -> bool {
        let rows = self.bands.iter().zip(&self.card.rows);
        let mut ends = rows.map(|(band, row)| (band.name.last(), &row.name));
        ends.all(|(last, name)| {
            let end = last.map_or("", String::as_str).trim_end_matches('\u{2069}');
            !end.ends_with('…') || name.trim_end().ends_with('…')
        })
    }

    /// How high everything is with this many rows, in pixels.
    fn height(&self, rows: usize) -> f64 {
        self.head() + self.list(rows)
    }

    /// How high everything above the rows is.
    fn head(&self) -> f64 {
        let block = |lines: &[String], style: Style| many(lines.len()) * style.leading;
        let most = self.ends.iter().map(Vec::len).max().unwrap_or_default();
        block(&self.title, self.title_style())
            + 0.35 * self.unit
            + block(&self.headline, self.headline_style())
            + if self.rest.is_empty() {
                0.0
            } else {
                0.3 * self.unit
            }
            + block(&self.rest, self.rest_style())
            + 1.1 * self.unit
            + many(most) * self.small_style().leading
            + self.below_ends()
    }

    fn below_ends(&self) -> f64 {
        if self.is_wide {
            0.3 * self.unit
        } else {
            0.6 * self.unit
        }
    }

    /// How high the rows are, and what stands between and below them.
    fn list(&self, rows: usize) -> f64 {
        let shown = || self.bands.iter().zip(&self.card.rows).take(rows);
        let has_contested = shown().any(|(_, row)| row.is_contested);
        let more = if rows < self.card.rows.len() {
            1.5 * self.unit
        } else {
            0.0
        };
        let heading = if has_contested { self.heading() } else { 0.0 };
        shown().map(|(band, _)| self.row(band)).sum::<f64>() + heading + more
    }

    fn heading(&self) -> f64 {
        1.75 * self.unit
    }

    /// How high a row is.
    fn row(&self, band: &Band) -> f64 {
        let text = self.words(band);
        if self.is_wide {
            text + 0.45 * self.unit
        } else {
            text + 1.75 * self.unit
        }
    }

    /// How high the words of a row are.
    fn words(&self, band: &Band) -> f64 {
        let name = many(band.name.len()) * self.name_style().leading;
        let word = many(band.word.len()) * self.word_style().leading;
        name.max(word).max(self.name_style().leading)
    }

    fn title_style(&self) -> Style {
        self.style(0.9, 1.3, Weight::Bold, false, true)
    }

    fn headline_style(&self) -> Style {
        self.style(1.85, 1.14, Weight::Bold, true, false)
    }

    fn rest_style(&self) -> Style {
        self.style(1.02, 1.4, Weight::Regular, true, false)
    }

    fn small_style(&self) -> Style {
        self.style(0.74, 1.25, Weight::Regular, false, true)
    }

    fn name_style(&self) -> Style {
        self.style(1.0, 1.25, Weight::Regular, false, false)
    }

    fn word_style(&self) -> Style {
        self.style(0.92, 1.25, Weight::Bold, false, false)
    }

    fn style(
        &self,
        size: f64,
        leading: f64,
        weight: Weight,
        is_serif: bool,
        is_muted: bool,
    ) -> Style {
        let size = size * self.unit;
        Style {
            size,
            weight,
            leading: size * leading,
            is_serif,
            is_muted,
        }
    }
}

/// How many, as a factor.
fn many(count: usize) -> f64 {
    // There are at most 1,000 of anything.
    #[allow(clippy::cast_precision_loss)]
    let many = count as f64;
    many
}
