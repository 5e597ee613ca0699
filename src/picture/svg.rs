//! Writes SVG: texts, lines and marks, mirrored for languages that are written from right to left.
//!
//! This file knows the syntax of SVG and XML. It must not know what is drawn.

use super::widths::Weight;
use std::fmt::Write as _;

/// Sans-serif fonts that most systems have, for all text but the title.
const SANS: &str = "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'Noto Sans', sans-serif";
/// Serif fonts that most systems have, for the title.
const SERIF: &str = "Charter, Georgia, 'Times New Roman', 'Liberation Serif', 'Noto Serif', serif";

const PAPER: &str = "#fdfcfa";
const INK: &str = "#1c1b19";
const MUTED: &str = "#545351";
const EDGE: &str = "#a9a8a5";
/// For what is not believed: the colour that the style sheet has on light paper.
const GREEN: &str = "#08744d";

/// Which end of a text is at its place.
#[derive(Clone, Copy)]
pub enum Anchor {
    /// The beginning.
    Start,
    /// The end.
    End,
}

/// The colour of a text or a mark.
#[derive(Clone, Copy, PartialEq)]
pub enum Colour {
    /// The colour of text.
    Ink,
    /// For less important text.
    Muted,
    /// For what is not believed.
    Green,
}

impl Colour {
    fn hex(self) -> &'static str {
        match self {
            Self::Ink => INK,
            Self::Muted => MUTED,
            Self::Green => GREEN,
        }
    }
}

/// The look of a text.
#[derive(Clone, Copy)]
pub struct Style {
    /// The font size in pixels.
    pub size: f64,
    /// The weight of the font.
    pub weight: Weight,
    /// The distance from one line to the next, in pixels.
    pub leading: f64,
    /// Whether the font has serifs.
    pub is_serif: bool,
    /// The colour.
    pub colour: Colour,
}

/// The SVG written so far.
pub struct Sheet {
    svg: String,
    width: f64,
    is_mirrored: bool,
}

impl Sheet {
    /// An empty sheet with a title and a description for screen readers. Sizes are in pixels.
    pub fn new(
        (width, height): (f64, f64),
        lang: &str,
        is_mirrored: bool,
        title: &str,
        description: &str,
    ) -> Self {
        let mut svg = String::new();
        let (wide, high) = (number(width), number(height));
        let lang = escape(lang);
        let _ = write!(
            svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{high}\" viewBox=\"0 0 {wide} {high}\" \
             role=\"img\" lang=\"{lang}\" xml:lang=\"{lang}\" font-family=\"{SANS}\" fill=\"{INK}\""
        );
        if is_mirrored {
            svg.push_str(" direction=\"rtl\"");
        }
        let _ = write!(
            svg,
            ">\n<title>{}</title>\n<desc>{}</desc>\n<rect width=\"{wide}\" height=\"{high}\" fill=\"{PAPER}\"/>\n",
            escape(title),
            escape(description),
        );
        Self {
            svg,
            width,
            is_mirrored,
        }
    }

    /// Draws a line of text on the baseline `y`.
    pub fn text(&mut self, text: &str, (x, y): (f64, f64), anchor: Anchor, style: Style) {
        let (x, y, size) = (number(self.across(x)), number(y), number(style.size));
        let _ = write!(self.svg, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"");
        if style.weight == Weight::Bold {
            self.svg.push_str(" font-weight=\"700\"");
        }
        if style.is_serif {
            let _ = write!(self.svg, " font-family=\"{SERIF}\"");
        }
        if style.colour != Colour::Ink {
            let _ = write!(self.svg, " fill=\"{}\"", style.colour.hex());
        }
        if let Anchor::End = anchor {
            self.svg.push_str(" text-anchor=\"end\"");
        }
        let _ = writeln!(self.svg, ">{}</text>", escape(text));
    }

    /// Draws a horizontal line that is `stroke` pixels thick.
    pub fn line(&mut self, (from, y): (f64, f64), to: f64, stroke: f64) {
        let (from, to) = (number(self.across(from)), number(self.across(to)));
        let (y, stroke) = (number(y), number(stroke));
        let _ = writeln!(
            self.svg,
            "<path d=\"M{from} {y}H{to}\" stroke=\"{EDGE}\" stroke-width=\"{stroke}\"/>"
        );
    }

    /// Draws a mark of the view around this point, scaled by `scale`.
    pub fn mark(
        &mut self,
        (ring, solid): (&str, &str),
        (x, y): (f64, f64),
        scale: f64,
        colour: Colour,
    ) {
        let colour = colour.hex();
        let (x, y, high) = (number(self.across(x)), number(y), hundredths(scale));
        let wide = if self.is_mirrored {
            format!("-{high}")
        } else {
            high.clone()
        };
        let _ = write!(
            self.svg,
            "<g transform=\"translate({x} {y}) scale({wide} {high})\">"
        );
        if !ring.is_empty() {
            let _ = write!(
                self.svg,
                "<path d=\"{ring}\" fill=\"{PAPER}\" stroke=\"{colour}\" stroke-width=\"3\"/>"
            );
        }
        if !solid.is_empty() {
            let _ = write!(self.svg, "<path d=\"{solid}\" fill=\"{colour}\"/>");
        }
        self.svg.push_str("</g>\n");
    }

    /// The complete SVG.
    pub fn finish(mut self) -> String {
        self.svg.push_str("</svg>\n");
        self.svg
    }

    fn across(&self, x: f64) -> f64 {
        if self.is_mirrored { self.width - x } else { x }
    }
}

/// A length with at most one decimal.
fn number(length: f64) -> String {
    let text = format!("{length:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

fn hundredths(scale: f64) -> String {
    format!("{scale:.2}")
}

/// Escapes a text for XML and replaces characters that XML does not allow.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' => escaped.push('\n'),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            _ if character.is_control() => escaped.push(' '),
            _ => escaped.push(character),
        }
    }
    escaped
}
