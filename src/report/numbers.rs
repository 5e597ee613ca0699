//! Formats numbers for people: whole numbers in groups of three, shares as percent, intervals as
//! two ends.
//!
//! Knows the number marks of a language, but not what is counted. Rounds half away from zero
//! (SCORING.md 6).

use super::words::Words;
use crate::messages::fill;
use crate::statistics::mean::Estimate;
use crate::statistics::share::Share;

/// The minus sign that is printed.
const MINUS: &str = "\u{2212}";

/// A count, with its digits in groups of three.
#[must_use]
pub fn count(number: u32, words: &Words) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push_str(&words.thousands);
        }
        text.push(digit);
    }
    text
}

/// A number with this many digits after the decimal mark.
#[must_use]
pub fn decimal(number: f64, digits: i32, words: &Words) -> String {
    let scale = 10_f64.powi(digits);
    // Rounded here, because formatting alone rounds half to even. Adding 0 turns -0 into 0.
    let rounded = (number * scale).round() / scale + 0.0;
    let places = usize::try_from(digits).unwrap_or(0);
    let text = format!("{:.places$}", rounded.abs()).replace('.', &words.decimal);
    let sign = if rounded < 0.0 { MINUS } else { "" };
    format!("{sign}{text}")
}

/// A share, 0..=1, as percent without the sign: a whole number, with one more digit near 0 and 100,
/// so that a few are not shown as none.
#[must_use]
pub fn percent(share: f64, words: &Words) -> String {
    let percent = share * 100.0;
    let is_near = (percent > 0.0 && percent < 1.0) || (percent > 99.0 && percent < 100.0);
    let text = decimal(percent, i32::from(is_near), words);
    let least = format!("0{}0", words.decimal);
    let most = format!("100{}0", words.decimal);
    if text == least {
        format!("< {}", decimal(0.1, 1, words))
    } else if text == most {
        format!("> {}", decimal(99.9, 1, words))
    } else {
        text
    }
}

/// A share in words: "81 of 231 (35 %, between 29 and 41)".
#[must_use]
pub fn share(of: &Share, words: &Words) -> String {
    fill(
        &words.share,
        &[
            ("count", &count(of.count, words)),
            ("n", &count(of.n, words)),
            ("percent", &percent(of.share, words)),
            ("low", &percent(of.low, words)),
            ("high", &percent(of.high, words)),
        ],
    )
}

/// An estimate in words: "0.71 (between 0.60 and 0.80; 231 readers)".
#[must_use]
pub fn estimate(of: &Estimate, words: &Words) -> String {
    let two = |number| decimal(number, 2, words);
    let (value, n) = (two(of.value), count(of.n, words));
    let mut values = vec![("value", value), ("n", n)];
    let template = match (of.low, of.high) {
        (Some(low), Some(high)) => {
            values.extend([("low", two(low)), ("high", two(high))]);
            &words.estimate
        }
        _ => &words.estimate_alone,
    };
    filled(template, &values)
}

/// An estimate as percent in words: "71 % (between 65 and 77; 231 readers)".
#[must_use]
pub fn facility(of: &Estimate, words: &Words) -> String {
    let percent = |share| percent(share, words);
    let mut values = vec![("percent", percent(of.value)), ("n", count(of.n, words))];
    let template = match (of.low, of.high) {
        (Some(low), Some(high)) => {
            values.extend([("low", percent(low)), ("high", percent(high))]);
            &words.facility_value
        }
        _ => &words.facility_alone,
    };
    filled(template, &values)
}

fn filled(template: &str, values: &[(&str, String)]) -> String {
    let values: Vec<(&str, &str)> = values.iter().map(|(name, it)| (*name, &**it)).collect();
    fill(template, &values)
}
