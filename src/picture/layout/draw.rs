//! Draws what has its place. Knows the order from the top down; sizes and heights, the layout knows.

use super::{Band, CardLayout, UNIT, many};
use crate::picture::Row;
use crate::picture::svg::{Anchor, Sheet, Style};
use crate::picture::widths::Weight;

/// Half the height of a mark of the view.
const MARK: f64 = 9.0;

impl CardLayout<'_> {
    /// Draws everything.
    pub fn draw(&self, sheet: &mut Sheet) {
        let left = (self.size.0 - self.room.0) / 2.0;
        let spare = (self.room.1 - self.height(self.rows)).max(0.0);
        let more = (spare / many(self.rows.max(1))).min(0.55 * self.unit);
        let rest = spare - more * many(self.rows);
        let mut y = self.margin + rest / 2.0;
        self.draw_head(sheet, left, &mut y);
        let mut is_among_contested = false;
        for (band, row) in self.bands.iter().zip(&self.card.rows).take(self.rows) {
            if row.is_contested && !is_among_contested {
                is_among_contested = true;
                let style = self.small_style();
                let style = Style {
                    weight: Weight::Bold,
                    ..style
                };
                let heading = self.set(&self.card.contested, style, self.room.0, 1);
                let mut below = y + self.heading() - style.leading - 0.1 * self.unit;
                draw_lines(sheet, &heading, (left, Anchor::Start), &mut below, style);
                y += self.heading();
            }
            let high = self.row(band) + more;
            self.draw_row(sheet, band, row, (left, y), high);
            y += high;
        }
        if self.rows < self.card.rows.len() {
            y += 0.2 * self.unit;
            let style = Style {
                is_muted: true,
                ..self.name_style()
            };
            let more = self.card.more(self.card.rows.len() - self.rows);
            let more = self.set(&more, style, self.room.0, 1);
            draw_lines(sheet, &more, (left, Anchor::Start), &mut y, style);
        }
    }

    fn draw_head(&self, sheet: &mut Sheet, left: f64, y: &mut f64) {
        let start = (left, Anchor::Start);
        draw_lines(sheet, &self.title, start, y, self.title_style());
        *y += 0.35 * self.unit;
        draw_lines(sheet, &self.headline, start, y, self.headline_style());
        if !self.rest.is_empty() {
            *y += 0.3 * self.unit;
        }
        draw_lines(sheet, &self.rest, start, y, self.rest_style());
        *y += 1.1 * self.unit;
        let (from, to) = self.bar();
        let style = self.small_style();
        let most = self.ends.iter().map(Vec::len).max().unwrap_or_default();
        let places = [(left + from, Anchor::Start), (left + to, Anchor::End)];
        for (end, place) in self.ends.iter().zip(places) {
            // They stand on the same line, the last.
            let mut above = *y + many(most - end.len()) * style.leading;
            draw_lines(sheet, end, place, &mut above, style);
        }
        *y += many(most) * style.leading + self.below_ends();
    }

    fn draw_row(
        &self,
        sheet: &mut Sheet,
        band: &Band,
        row: &Row,
        (left, top): (f64, f64),
        high: f64,
    ) {
        let (name, word) = (self.name_style(), self.word_style());
        let text = if self.is_wide { high } else { self.words(band) };
        let middle =
            |lines: &[String], style: Style| top + (text - many(lines.len()) * style.leading) / 2.0;
        let mut y = middle(&band.name, name);
        draw_lines(sheet, &band.name, (left, Anchor::Start), &mut y, name);
        let (from, to) = self.verdicts;
        let place = if self.is_wide {
            (left + from, Anchor::Start)
        } else {
            (left + to, Anchor::End)
        };
        let mut y = middle(&band.word, word);
        draw_lines(sheet, &band.word, place, &mut y, word);
        let (from, to) = self.bar();
        let y = if self.is_wide {
            top + high / 2.0
        } else {
            top + text + 0.6 * self.unit
        };
        if let Some(belief) = row.belief {
            let scale = self.unit / UNIT * 1.25;
            let (from, to) = (left + from + MARK * scale, left + to - MARK * scale);
            sheet.line((from, y), to, self.unit / UNIT * 2.0);
            let x = from + (to - from) * belief / 100.0;
            sheet.mark(row.mark, (x, y), scale);
        } else {
            let style = Style {
                is_muted: true,
                weight: Weight::Regular,
                ..word
            };
            let none = self.set(&self.card.none, style, to - from, 1);
            let mut y = y - style.leading / 2.0;
            draw_lines(sheet, &none, (left + from, Anchor::Start), &mut y, style);
        }
    }
}

/// Draws lines from `y` on, which then is below them.
fn draw_lines(
    sheet: &mut Sheet,
    lines: &[String],
    (x, anchor): (f64, Anchor),
    y: &mut f64,
    style: Style,
) {
    for line in lines {
        // Between the tops and the feet of its letters a line has its middle about a third above its base.
        let base = *y + style.leading / 2.0 + style.size * 0.35;
        sheet.text(line, (x, base), anchor, style);
        *y += style.leading;
    }
}
