//! The sizes and places of everything on the picture, with text and marks as large as possible.
//!
//! From top to bottom there are the title, the groups of marks, a rule and the invitation. If the
//! picture is much wider than high, the groups are beside the title. All lengths here are in units
//! (the size of the line above the title) unless they are said to be pixels. This file must not
//! know what the texts say.

mod draw;

use super::Card;
use super::groups::{Grid, Room, grid, many};
use super::lines::{balanced, lines, turned, widest};
use super::svg::{Colour, Style};
use super::widths::{Weight, width};

/// The unit in a picture of 1200 x 630 pixels, in pixels.
const UNIT: f64 = 32.0;
/// The largest factor of the unit that is tried, and the ratio of each factor to the one before.
const FACTORS: (f64, f64) = (1.5, 0.96);
/// The largest width of the content. Beyond that the sheet is left free.
const WIDEST: f64 = 84.0;
/// The smallest ratio of width to height for which the groups are beside the title.
const BESIDE: f64 = 2.2;
/// The largest scale of a mark, relative to the view, per pixel of the unit.
const LARGEST_MARK: f64 = 0.26;
/// The scale below which a group's marks are put on more lines, in the same measure.
const GOOD_MARK: f64 = 0.14;
/// The sizes of the counts, in the order in which they are tried.
const LABELS: [f64; 3] = [1.1, 0.95, 0.8];
/// The smallest and the largest space below the head and above the rule.
const GAP: (f64, f64) = (1.0, 4.0);
/// The space between the line above the title and the title.
const ABOVE_TITLE: f64 = 0.2;
/// The space between the marks and their count.
const ABOVE_LABEL: f64 = 0.4;
/// The space between the groups and the line about contested misconceptions.
const ABOVE_DISPUTED: f64 = 0.6;
/// The space between the rule and the invitation.
const BELOW_RULE: f64 = 0.9;
/// The smallest and the largest space between two columns.
const BETWEEN: (f64, f64) = (1.3, 4.0);

/// What a layout must achieve, in units.
struct Wish {
    title: f64,
    /// The largest number of lines for the title.
    lines: usize,
    /// The smallest scale of the marks, per pixel of the unit; 0 if they may be left out.
    marks: f64,
    /// The smallest factor of the unit.
    least: f64,
    /// Whether the title must be complete.
    is_whole: bool,
    /// Whether the address must be beside the invitation.
    is_beside: bool,
}

/// The first of these that can be achieved is used.
const WISHES: [Wish; 8] = [
    Wish {
        is_beside: true,
        ..wish(2.0, 2, 0.17, 0.85, true)
    },
    wish(2.0, 3, 0.15, 0.8, true),
    wish(1.8, 4, 0.12, 0.7, true),
    wish(1.5, 5, 0.1, 0.6, true),
    wish(1.5, 5, 0.06, 0.5, true),
    wish(1.4, 4, 0.12, 0.5, false),
    wish(1.4, 4, 0.05, 0.4, false),
    LAST,
];
/// This can be achieved on every sheet.
const LAST: Wish = wish(1.2, 2, 0.0, 0.3, false);

const fn wish(title: f64, lines: usize, marks: f64, least: f64, is_whole: bool) -> Wish {
    Wish {
        title,
        lines,
        marks,
        least,
        is_whole,
        is_beside: false,
    }
}

/// A card laid out for a certain size.
pub struct Layout<'a> {
    card: &'a Card,
    unit: f64,
    margin: f64,
    size: (f64, f64),
    /// The size within the margins, in pixels.
    room: (f64, f64),
    is_beside: bool,
    lead: Vec<String>,
    title: Vec<String>,
    title_style: Style,
    grid: Option<Grid>,
    label_style: Style,
    disputed: Vec<String>,
    invitation: Vec<String>,
    address: Option<String>,
    /// Whether the address has a line of its own.
    is_below: bool,
}

/// Lays the card out for a sheet of this size, in pixels.
pub fn layout(card: &Card, (wide, high): (f64, f64)) -> Layout<'_> {
    let base = (wide * high / (1200.0 * 630.0))
        .sqrt()
        .min(wide / 640.0)
        .min(high / 420.0);
    let (most, step) = FACTORS;
    let widest = widest(&card.title, Weight::Bold);
    for wish in &WISHES {
        let mut factor = most;
        while factor >= wish.least {
            let unit = UNIT * base * factor;
            for is_beside in [false, true] {
                if is_beside && wide < BESIDE * high {
                    continue;
                }
                let mut layout = Layout::empty(card, unit, (wide, high), wish, is_beside);
                if (!wish.is_whole || layout.is_whole(widest, wish.lines)) && layout.set_all(wish) {
                    return layout;
                }
            }
            factor *= step;
        }
    }
    let unit = UNIT * base * LAST.least;
    let mut layout = Layout::empty(card, unit, (wide, high), &LAST, false);
    layout.set_all(&LAST);
    layout
}

impl<'a> Layout<'a> {
    /// The card before anything has its place.
    fn empty(
        card: &'a Card,
        unit: f64,
        (wide, high): (f64, f64),
        wish: &Wish,
        is_beside: bool,
    ) -> Self {
        let margin = (2.2 * unit).min(0.08 * wide.min(high));
        let room = (
            (wide - 2.0 * margin).min(WIDEST * unit),
            high - 2.0 * margin,
        );
        let small = style(unit, 1.0, Weight::Bold, Colour::Ink);
        Self {
            card,
            unit,
            margin,
            size: (wide, high),
            room,
            is_beside,
            lead: Vec::new(),
            title: Vec::new(),
            title_style: Style {
                leading: wish.title * unit * 1.13,
                is_serif: true,
                ..style(unit, wish.title, Weight::Bold, Colour::Ink)
            },
            grid: None,
            label_style: small,
            disputed: Vec::new(),
            invitation: Vec::new(),
            address: None,
            is_below: false,
        }
    }

    /// Whether the title fits on at most `most` lines, with nothing left out and no word cut.
    /// `widest` is the width of its widest unbreakable part.
    fn is_whole(&self, widest: f64, most: usize) -> bool {
        let Style { weight, size, .. } = self.title_style;
        let (room, _) = self.head_room();
        // Asking for one more line than `most` shows whether these are enough.
        widest * size <= room
            && lines(&self.card.title, weight, room / size, most + 1).len() <= most
    }

    /// Gives everything its place. Returns whether there is room for it.
    fn set_all(&mut self, wish: &Wish) -> bool {
        self.set_foot();
        if wish.is_beside && self.is_below {
            return false;
        }
        let (room, height) = self.head_room();
        self.lead = self.set(&self.card.lead, self.lead_style(), room, 2);
        self.title = self.set(&self.card.title, self.title_style, room, wish.lines);
        if self.head() <= height {
            self.set_groups(wish.marks);
        }
        self.grid.is_some()
    }

    /// The lines of a text in this style, of about equal length.
    fn set(&self, text: &str, style: Style, room: f64, most: usize) -> Vec<String> {
        let lines = balanced(text, style.weight, room / style.size, most);
        turned(lines, text, self.card.is_mirrored)
    }

    /// Places the invitation, and the address beside it; below it if there is no room beside;
    /// nowhere if there is no room at all.
    fn set_foot(&mut self) {
        let (style, room) = (self.invitation_style(), self.room.0);
        self.invitation = self.set(&self.card.invitation, style, room, 3);
        let address = &self.card.address;
        let wide = width(address, Weight::Regular) * self.address_style().size;
        if address.is_empty() || wide > room {
            return;
        }
        self.address = turned(vec![address.clone()], address, self.card.is_mirrored).pop();
        let last = self.invitation.last().map_or("", String::as_str);
        let last = width(last, style.weight) * style.size;
        self.is_below = last + BETWEEN.0 * self.unit + wide > room;
    }

    /// Places the groups, with the largest counts for which there is room.
    fn set_groups(&mut self, least: f64) {
        let unit = self.unit;
        let (wide, height) = if self.is_beside {
            (self.room.0 - self.groups_left(), self.body_room())
        } else {
            (self.room.0, self.body_room() - self.head() - GAP.0 * unit)
        };
        self.disputed = self.set(&self.card.disputed, self.disputed_style(), wide, 2);
        for label in LABELS {
            let style = style(unit, label, Weight::Bold, Colour::Ink);
            let width = |text: &str| width(text, style.weight) * style.size;
            let labels = self.card.groups.iter().map(|it| width(&it.label));
            let room = Room {
                width: wide,
                height: height - self.below_groups(),
                labels: labels.collect(),
                label: ABOVE_LABEL * unit + style.leading,
                between_rows: 0.8 * unit,
                between: (BETWEEN.0 * unit, BETWEEN.1 * unit),
                scales: [least * unit, GOOD_MARK * unit, LARGEST_MARK * unit],
            };
            self.label_style = style;
            self.grid = grid(&self.card.groups, &room);
            if self.grid.is_some() {
                return;
            }
        }
    }

    /// Whether the address is on the picture.
    pub fn has_address(&self) -> bool {
        self.address.is_some()
    }

    /// The left edge of the groups if they are beside the title.
    fn groups_left(&self) -> f64 {
        self.room.0 * 0.5
    }

    /// The width and height available for the title and the line above it.
    fn head_room(&self) -> (f64, f64) {
        let (wide, _) = self.room;
        if self.is_beside {
            (self.groups_left() - 2.0 * self.unit, self.body_room())
        } else {
            (wide, self.body_room())
        }
    }

    /// The height of everything above the foot.
    fn body_room(&self) -> f64 {
        self.room.1 - self.foot() - GAP.0 * self.unit
    }

    /// The height of the head.
    fn head(&self) -> f64 {
        many(self.lead.len()) * self.lead_style().leading
            + ABOVE_TITLE * self.unit
            + many(self.title.len()) * self.title_style.leading
    }

    /// The height of what is below the groups.
    fn below_groups(&self) -> f64 {
        if self.disputed.is_empty() {
            0.0
        } else {
            ABOVE_DISPUTED * self.unit + many(self.disputed.len()) * self.disputed_style().leading
        }
    }

    /// The height of everything from the rule on.
    fn foot(&self) -> f64 {
        let invitation = many(self.invitation.len()) * self.invitation_style().leading;
        let below = if self.is_below && self.has_address() {
            self.address_style().leading
        } else {
            0.0
        };
        BELOW_RULE * self.unit + invitation + below
    }

    fn lead_style(&self) -> Style {
        style(self.unit, 1.0, Weight::Bold, Colour::Muted)
    }

    fn disputed_style(&self) -> Style {
        style(self.unit, 0.9, Weight::Regular, Colour::Muted)
    }

    fn invitation_style(&self) -> Style {
        style(self.unit, 1.3, Weight::Bold, Colour::Ink)
    }

    fn address_style(&self) -> Style {
        style(self.unit, 1.1, Weight::Regular, Colour::Muted)
    }
}

fn style(unit: f64, size: f64, weight: Weight, colour: Colour) -> Style {
    let size = size * unit;
    Style {
        size,
        weight,
        leading: size * 1.25,
        is_serif: false,
        colour,
    }
}
