//! Draws a finished layout from top to bottom.
//!
//! This file knows the order of the parts. Sizes and heights come from the layout.

use super::{ABOVE_DISPUTED, ABOVE_LABEL, ABOVE_TITLE, BELOW_RULE, GAP, Layout};
use crate::picture::groups::Grid;
use crate::picture::svg::{Anchor, Sheet, Style};

impl Layout<'_> {
    /// Draws everything.
    pub fn draw(&self, sheet: &mut Sheet) {
        let unit = self.unit;
        let left = (self.size.0 - self.room.0) / 2.0;
        let groups = self.grid.as_ref().map_or(0.0, |it| it.height) + self.below_groups();
        let head = self.head();
        let (gap, most) = (GAP.0 * unit, GAP.1 * unit);
        let (body, gaps) = if self.is_beside {
            (head.max(groups), 1.0)
        } else {
            (head + gap + groups, 2.0)
        };
        let spare = (self.body_room() - body).max(0.0);
        let more = (spare / gaps).min(most - gap);
        let mut y = self.margin + (spare - more * gaps) / 2.0;
        if self.is_beside {
            self.draw_head(sheet, (left, y + (body - head) / 2.0));
            let right = left + self.groups_left();
            self.draw_groups(sheet, (right, y + (body - groups) / 2.0));
            y += body;
        } else {
            self.draw_head(sheet, (left, y));
            y += head + gap + more;
            self.draw_groups(sheet, (left, y));
            y += groups;
        }
        y += gap + more;
        sheet.line((left, y), left + self.room.0, unit / 16.0);
        self.draw_foot(sheet, (left, y + BELOW_RULE * unit));
    }

    fn draw_head(&self, sheet: &mut Sheet, (left, mut y): (f64, f64)) {
        let start = (left, Anchor::Start);
        draw_lines(sheet, &self.lead, start, &mut y, self.lead_style());
        y += ABOVE_TITLE * self.unit;
        draw_lines(sheet, &self.title, start, &mut y, self.title_style);
    }

    fn draw_groups(&self, sheet: &mut Sheet, (left, top): (f64, f64)) {
        let Some(grid) = &self.grid else {
            return;
        };
        self.draw_grid(sheet, grid, (left, top));
        let style = self.disputed_style();
        let mut y = top + grid.height + ABOVE_DISPUTED * self.unit;
        draw_lines(sheet, &self.disputed, (left, Anchor::Start), &mut y, style);
    }

    fn draw_grid(&self, sheet: &mut Sheet, grid: &Grid, (left, top): (f64, f64)) {
        for (group, place) in self.card.groups.iter().zip(&grid.places) {
            for (x, y) in grid.marks(group, place) {
                sheet.mark(group.mark, (left + x, top + y), grid.scale, group.colour);
            }
            let style = Style {
                colour: group.colour,
                ..self.label_style
            };
            let start = (left + place.left, Anchor::Start);
            let mut y = top + place.label + ABOVE_LABEL * self.unit;
            let label = self.set(&group.label, style, self.room.0, 1);
            draw_lines(sheet, &label, start, &mut y, style);
        }
    }

    fn draw_foot(&self, sheet: &mut Sheet, (left, mut y): (f64, f64)) {
        let (start, style) = ((left, Anchor::Start), self.invitation_style());
        draw_lines(sheet, &self.invitation, start, &mut y, style);
        let Some(address) = &self.address else {
            return;
        };
        let style = self.address_style();
        let place = if self.is_below {
            start
        } else {
            // The address shares the baseline of the invitation's last line.
            y -= self.invitation_style().leading;
            (left + self.room.0, Anchor::End)
        };
        let style = if self.is_below {
            style
        } else {
            Style {
                leading: self.invitation_style().leading,
                ..style
            }
        };
        draw_lines(sheet, std::slice::from_ref(address), place, &mut y, style);
    }
}

/// Draws lines from `y` on, and moves `y` below them.
fn draw_lines(
    sheet: &mut Sheet,
    lines: &[String],
    (x, anchor): (f64, Anchor),
    y: &mut f64,
    style: Style,
) {
    for line in lines {
        // The centre of a line of letters is about a third of the font size above the baseline.
        let base = *y + style.leading / 2.0 + style.size * 0.35;
        sheet.text(line, (x, base), anchor, style);
        *y += style.leading;
    }
}
