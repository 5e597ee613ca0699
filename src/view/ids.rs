//! The ids that the screens, the widget and the shim share: what takes the focus, and what labels
//! refer to.
//!
//! This file knows names only. An id is unique within one shadow root.

use crate::data::text::digits;

/// The heading that takes the focus on a new screen.
pub const HEADING: &str = "heading";
/// The heading of the whole scorecard.
pub const SCORECARD: &str = "scorecard";
/// The heading of somebody else's scorecard, or the note that a link cannot be opened.
pub const SHARED: &str = "shared";
/// The note that all answers were erased.
pub const FORGOTTEN: &str = "forgotten";

/// A name with a number, such as `statement-3`.
#[must_use]
pub fn numbered(name: &str, number: usize) -> String {
    let mut text = name.to_owned();
    text.push('-');
    text.push_str(&digits(number));
    text
}
