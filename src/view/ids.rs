//! The ids that the screens, the widget and the shim share: what takes the focus, and what a label points to.
//!
//! Knows names only. Ids are unique within one shadow root.

use crate::data::text::digits;

/// The id of the heading that takes the focus when a screen is new.
pub const HEADING: &str = "heading";
/// The id of the heading of the whole scorecard.
pub const SCORECARD: &str = "scorecard";
/// The id of what heads somebody else's scorecard, or of the note on a link that cannot be opened.
pub const SHARED: &str = "shared";
/// The id of the line that says that all answers were erased.
pub const FORGOTTEN: &str = "forgotten";

/// A name with a number in it, such as `statement-3`.
#[must_use]
pub fn numbered(name: &str, number: usize) -> String {
    let mut text = name.to_owned();
    text.push('-');
    text.push_str(&digits(number));
    text
}
