//! Plots of a report: strips as wide as the space they get, each beside the words it belongs to.
//!
//! Knows shares and their positions on an axis, but not what they are shares of. Positions are
//! percentages of the width, so one strip fits a phone and a sheet of paper. Shapes have classes
//! and no colours, because the page sets those. Screen readers skip a strip, because the same
//! numbers are beside it as text.

pub use super::svg::escape;
use std::fmt::Write as _;

/// The height of a strip, in pixels.
const HEIGHT: f64 = 18.0;
/// How far the ends of a bracket reach to either side of the middle, in pixels.
const REACH: f64 = 6.0;
/// The radius of a dot, in pixels.
const RADIUS: f64 = 5.0;

/// An interval as (lower end, figure, upper end), each 0..=1 from the left.
pub type Interval = (f64, f64, f64);

/// A stacked bar: parts with their classes and shares, 0..=1. The bracket is the interval of the
/// end of the first part.
#[must_use]
pub fn bar(parts: &[(&str, f64)], bracket: Option<Interval>) -> String {
    let mut svg = open("bar");
    let mut from = 0.0;
    for (class, share) in parts {
        if *share > 0.0 {
            let (x, width) = (percent(from), percent(*share));
            let _ = write!(
                svg,
                "<rect class=\"{class}\" x=\"{x}\" width=\"{width}\" y=\"1\" height=\"{}\"/>",
                HEIGHT - 2.0
            );
        }
        from += share;
    }
    if let Some(interval) = bracket {
        // Drawn first as a wide halo, so that it is visible on every part.
        draw_interval(&mut svg, interval, "halo");
        draw_interval(&mut svg, interval, "bracket");
    }
    svg.push_str("</svg>");
    svg
}

/// Dots with their intervals on an axis with marks at these positions. A ring shows the value
/// before.
#[must_use]
pub fn dots(marks: &[f64], dots: &[(bool, Interval)]) -> String {
    let mut svg = open("dots");
    for at in marks {
        let x = percent(*at);
        let _ = write!(
            svg,
            "<line class=\"grid\" x1=\"{x}\" x2=\"{x}\" y1=\"0\" y2=\"{HEIGHT}\"/>"
        );
    }
    let middle = HEIGHT / 2.0;
    if let [(_, (_, from, _)), .., (_, (_, to, _))] = dots {
        let (from, to) = (percent(*from), percent(*to));
        let _ = write!(
            svg,
            "<line class=\"way\" x1=\"{from}\" x2=\"{to}\" y1=\"{middle}\" y2=\"{middle}\"/>"
        );
    }
    for (is_ring, interval) in dots {
        let class = if *is_ring { "ring" } else { "dot" };
        if dots.len() == 1 {
            draw_interval(&mut svg, *interval, "bracket");
        }
        let x = percent(interval.1);
        let _ = write!(
            svg,
            "<circle class=\"{class}\" cx=\"{x}\" cy=\"{middle}\" r=\"{RADIUS}\"/>"
        );
    }
    svg.push_str("</svg>");
    svg
}

/// The labels below an axis, each at its position, 0..=1. The first begins there, the last ends
/// there.
#[must_use]
pub fn axis(words: &[(f64, &str)]) -> String {
    let mut svg = open("axis");
    for (at, word) in words {
        let anchor = match *at {
            at if at <= 0.0 => "start",
            at if at >= 1.0 => "end",
            _ => "middle",
        };
        let _ = write!(
            svg,
            "<text x=\"{}\" y=\"13\" text-anchor=\"{anchor}\">{}</text>",
            percent(*at),
            escape(word)
        );
    }
    svg.push_str("</svg>");
    svg
}

fn open(class: &str) -> String {
    format!("<svg class=\"{class}\" width=\"100%\" height=\"{HEIGHT}\" aria-hidden=\"true\">")
}

fn draw_interval(svg: &mut String, (low, _, high): Interval, class: &str) {
    let middle = HEIGHT / 2.0;
    let (top, bottom) = (middle - REACH, middle + REACH);
    let (low, high) = (percent(low), percent(high));
    for (from, to, above, below) in [
        (&low, &high, middle, middle),
        (&low, &low, top, bottom),
        (&high, &high, top, bottom),
    ] {
        let _ = write!(
            svg,
            "<line class=\"{class}\" x1=\"{from}\" x2=\"{to}\" y1=\"{above}\" y2=\"{below}\"/>"
        );
    }
}

/// A position in percent with two digits, clamped to the axis.
fn percent(share: f64) -> String {
    let text = format!("{:.2}", share.clamp(0.0, 1.0) * 100.0);
    let text = text.trim_end_matches('0').trim_end_matches('.');
    format!("{text}%")
}
