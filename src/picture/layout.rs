//! How large everything is. Knows sizes in pixels, and lets type and marks be as large as they can; not what is said.
//!
//! Everything is measured in units: one is the size of the line above the title. From the top down there are the title,
//! the groups of marks, a rule and the invitation; where there is much more width than height, the groups stand beside
//! the title.

mod draw;

use super::Card;
use super::groups::{Grid, Room, grid, many};
use super::lines::{balanced, lines, turned, widest};
use super::svg::{Colour, Style};
use super::widths::{Weight, width};

/// The unit in a picture of 1200 x 630 pixels.
const UNIT: f64 = 32.0;
/// The largest factor of it that is tried, and how much smaller each next one is.
const FACTORS: (f64, f64) = (1.5, 0.96);
/// How wide everything is at most, in units; what is more is left free.
const WIDEST: f64 = 84.0;
/// How many times as wide as high a sheet is at least, if the groups stand beside the title.
const BESIDE: f64 = 2.2;
/// How many times as large as in the view a mark is at most, for each pixel of the unit.
const LARGEST_MARK: f64 = 0.26;
/// How large it is before the marks of a group are put on more lines, in the same measure.
const GOOD_MARK: f64 = 0.14;
/// How large the counts are tried.
const LABELS: [f64; 3] = [1.1, 0.95, 0.8];
/// What is left free below the head and above the rule, at least and at most.
const GAP: (f64, f64) = (1.0, 4.0);
/// From the line above the title to the title.
const ABOVE_TITLE: f64 = 0.2;
/// From the marks to their count.
const ABOVE_LABEL: f64 = 0.4;
/// From the groups to what is not counted.
const ABOVE_DISPUTED: f64 = 0.6;
/// From the rule to the invitation.
const BELOW_RULE: f64 = 0.9;
/// From one column to the next.
const BETWEEN: (f64, f64) = (1.3, 4.0);

/// What is wished for, in units.
struct Wish {
    title: f64,
    /// On how many lines the title stands at most.
    lines: usize,
    /// How large the marks are at least; 0 if they may be left out.
    marks: f64,
    /// The smallest factor of the unit.
    least: f64,
    /// Whether nothing may be left out of the title.
    is_whole: bool,
    /// Whether the address must stand beside the invitation.
    is_beside: bool,
}

/// The first wish that can be granted counts.
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
/// What can be granted on every sheet.
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

/// A card in a certain size.
pub struct Layout<'a> {
    card: &'a Card,
    unit: f64,
    margin: f64,
    size: (f64, f64),
    /// What is within the margins, in pixels.
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
    /// Whether the address stands on a line of its own.
    is_below: bool,
}

/// The card on a sheet of this size.
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
    /// The card with nothing in its place yet.
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

    /// Whether the title stands on so many lines with nothing left out and no word cut; `widest` is what of it has to
    /// stand on one.
    fn is_whole(&self, widest: f64, most: usize) -> bool {
        let Style { weight, size, .. } = self.title_style;
        let (room, _) = self.head_room();
        // On one more line there is no more than on these.
        widest * size <= room
            && lines(&self.card.title, weight, room / size, most + 1).len() <= most
    }

    /// Puts everything in its place; whether there is room for it.
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

    /// The lines of a text in this style, about equally long.
    fn set(&self, text: &str, style: Style, room: f64, most: usize) -> Vec<String> {
        let lines = balanced(text, style.weight, room / style.size, most);
        turned(lines, text, self.card.is_mirrored)
    }

    /// The invitation, and the address beside it; else below it; else nowhere.
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

    /// The groups with the largest counts for which there is room.
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

    /// From where the groups stand if they stand beside the title.
    fn groups_left(&self) -> f64 {
        self.room.0 * 0.5
    }

    /// Width and height of what there is for the title and what is above it.
    fn head_room(&self) -> (f64, f64) {
        let (wide, _) = self.room;
        if self.is_beside {
            (self.groups_left() - 2.0 * self.unit, self.body_room())
        } else {
            (wide, self.body_room())
        }
    }

    /// How much height is left for all but the foot.
    fn body_room(&self) -> f64 {
        self.room.1 - self.foot() - GAP.0 * self.unit
    }

    /// How high the head is.
    fn head(&self) -> f64 {
        many(self.lead.len()) * self.lead_style().leading
            + ABOVE_TITLE * self.unit
            + many(self.title.len()) * self.title_style.leading
    }

    /// How high that is which stands below the groups.
    fn below_groups(&self) -> f64 {
        if self.disputed.is_empty() {
            0.0
        } else {
            ABOVE_DISPUTED * self.unit + many(self.disputed.len()) * self.disputed_style().leading
        }
    }

    /// How high everything from the rule on is.
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
