//! Whole numbers as text. Knows digits; the formatting of the standard library would cost readers 2 kB.

/// The decimal digits of `number`.
#[must_use]
pub fn digits(number: usize) -> String {
    let mut text = String::new();
    push(&mut text, number);
    text
}

fn push(text: &mut String, number: usize) {
    if number > 9 {
        push(text, number / 10);
    }
    let digit = number % 10;
    text.push_str("0123456789".get(digit..=digit).unwrap_or_default());
}
