//! The layout of the groups of marks: in rows and columns, each with its label below, with marks as
//! large as possible.
//!
//! This file knows how many marks there are and how much room they have. It must not know what they
//! mean.

use super::Group;
use std::ops::RangeInclusive;

/// The distance between the centres of two marks, in units of the view's marks.
const PITCH: f64 = 23.0;
/// The height of the highest mark, in the same units.
const HIGH: f64 = 18.0;
/// The smallest scale of a mark, as a factor of its size in the view.
const LEAST: f64 = 0.3;
/// The largest number of lines for the marks of a group.
const MOST_LINES: usize = 40;

/// The limits for the groups, in pixels.
pub struct Room {
    pub width: f64,
    pub height: f64,
    /// The width of each group's label.
    pub labels: Vec<f64>,
    /// The height from the marks to the bottom of the label, and the space to the next row.
    pub label: f64,
    pub between_rows: f64,
    /// The smallest and the largest space between two columns.
    pub between: (f64, f64),
    /// Three scales of the marks, relative to the view: the smallest; the one below which a group's
    /// marks are put on more lines; the largest. If the first is 0, the marks may be left out.
    pub scales: [f64; 3],
}

/// The groups with their places.
pub struct Grid {
    /// The scale of the marks, relative to the view; 0 if there is no room for them.
    pub scale: f64,
    pub height: f64,
    pub places: Vec<Place>,
}

/// The place of a group, relative to the left and the top of the grid.
pub struct Place {
    pub left: f64,
    /// The centre of its first line of marks.
    pub first: f64,
    /// The top of its label.
    pub label: f64,
    /// The number of marks on a line.
    pub across: usize,
}

/// Lays the groups out with the largest possible marks on the fewest possible lines; `None` if
/// there is no room.
pub fn grid(groups: &[Group], room: &Room) -> Option<Grid> {
    let [least, good, most] = room.scales;
    let largest = groups.iter().map(|it| it.count).max().unwrap_or(1);
    let largest = largest.min(MOST_LINES);
    for lines in 1..=largest {
        let grid = in_scales(groups, room, (good.max(least), most), lines..=lines);
        if grid.is_some() {
            return grid;
        }
    }
    let grid = in_scales(groups, room, (least.max(LEAST), good), 1..=largest);
    if grid.is_some() || least > 0.0 {
        return grid;
    }
    with_scale(groups, room, 0.0, 1)
}

/// Lays the groups out with the largest marks between two scales.
fn in_scales(
    groups: &[Group],
    room: &Room,
    (least, most): (f64, f64),
    lines: RangeInclusive<usize>,
) -> Option<Grid> {
    let mut scale = most;
    while scale >= least {
        for lines in lines.clone() {
            let grid = with_scale(groups, room, scale, lines);
            if grid.is_some() {
                return grid;
            }
        }
        scale *= 0.94;
    }
    None
}

/// Lays the groups out in the fewest rows for which there is room.
fn with_scale(groups: &[Group], room: &Room, scale: f64, lines: usize) -> Option<Grid> {
    for rows in 1..=groups.len() {
        let columns = groups.len().div_ceil(rows);
        let grid = placed(groups, room, scale, lines, columns);
        if grid.is_some() {
            return grid;
        }
    }
    None
}

/// Lays the groups out in this many columns, each group's marks on this many lines; `None` if there
/// is no room.
fn placed(groups: &[Group], room: &Room, scale: f64, lines: usize, columns: usize) -> Option<Grid> {
    let across = |group: &Group| group.count.div_ceil(lines);
    let mut widths = vec![0.0_f64; columns];
    for (index, (group, label)) in groups.iter().zip(&room.labels).enumerate() {
        let marks = scale * (PITCH * many(across(group) - 1) + HIGH);
        if let Some(width) = widths.get_mut(index % columns) {
            *width = width.max(marks).max(*label);
        }
    }
    let (least, most) = room.between;
    let spaces = many(columns - 1);
    let spare = room.width - widths.iter().sum::<f64>();
    if spare < spaces * least {
        return None;
    }
    let between = (spare / spaces.max(1.0)).min(most);
    let mut places = Vec::new();
    let mut top = 0.0;
    for row in groups.chunks(columns) {
        let lines = row.iter().map(|it| it.count.div_ceil(across(it))).max();
        let marks = scale * (PITCH * many(lines.unwrap_or(1) - 1) + HIGH);
        if !places.is_empty() {
            top += room.between_rows;
        }
        let mut left = 0.0;
        for (group, width) in row.iter().zip(&widths) {
            places.push(Place {
                left,
                first: top + scale * HIGH / 2.0,
                label: top + marks,
                across: across(group),
            });
            left += width + between;
        }
        top += marks + room.label;
    }
    let grid = Grid {
        scale,
        height: top,
        places,
    };
    (top <= room.height).then_some(grid)
}

impl Grid {
    /// The centres of a group's marks, relative to the left and the top of the grid.
    pub fn marks(&self, group: &Group, place: &Place) -> impl Iterator<Item = (f64, f64)> {
        let (scale, across) = (self.scale, place.across.max(1));
        let (x, y) = (place.left + group.reach * scale, place.first);
        let count = if scale > 0.0 { group.count } else { 0 };
        (0..count).map(move |index| {
            let (column, line) = (many(index % across), many(index / across));
            (x + column * PITCH * scale, y + line * PITCH * scale)
        })
    }
}

/// A count as a double.
pub fn many(count: usize) -> f64 {
    // There are at most 1,000 of anything.
    #[allow(clippy::cast_precision_loss)]
    let many = count as f64;
    many
}
