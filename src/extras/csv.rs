//! A reader's own result as comma-separated values (RFC 4180) for a spreadsheet, one line per
//! statement.
//!
//! This file knows how cells are written. The verdicts in them are made by [`crate::scoring`].
//!
//! **The separator** depends on the reader's region, which the page knows. In regions with a
//! decimal comma, Excel expects `;` between cells and shows a file with commas as one column. A
//! first line `sep=,` would tell Excel but no other program: Calc, R, Python and Numbers read it as
//! a row, and Excel then ignores that the file is UTF-8.
//!
//! **Formulas.** Somebody may open the file with another separator. Then a cell can begin after any
//! `,`, `;`, tab or line break within a text, because a quote in the middle of a cell has no
//! meaning. So a `'` is inserted before everything that a spreadsheet takes for a formula, at the
//! beginning of a cell and after each of these characters, even if quotes are in between.

use crate::data::text::digits;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::answers::{Agreement, Answers, Response};
use crate::scoring::scorecard::{Scorecard, shown};

const HEAD: [&str; 9] = [
    "misconception",
    "name",
    "verdict",
    "belief",
    "statement",
    "text",
    "key",
    "agreement",
    "certainty",
];

/// The character between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// For regions with a decimal point.
    Comma,
    /// For regions with a decimal comma.
    Semicolon,
}

impl Separator {
    fn text(self) -> &'static str {
        match self {
            Self::Comma => ",",
            Self::Semicolon => ";",
        }
    }
}

/// The file. Beliefs are 0 to 100, rounded as they are shown, and empty if they cannot be said.
/// Agreements are points of the scale or `dontKnow`, and empty for blanks.
#[must_use]
pub fn csv(
    questionnaire: &Questionnaire,
    scorecard: &Scorecard,
    answers: &Answers,
    separator: Separator,
) -> String {
    let mut table = String::new();
    line(&mut table, separator, &HEAD);
    let findings = questionnaire.misconceptions.iter().zip(&scorecard.findings);
    for (misconception, finding) in findings {
        for contribution in &finding.contributions {
            let Some(statement) = questionnaire.statements.get(contribution.statement) else {
                continue;
            };
            let response = answers.get(contribution.statement).copied().flatten();
            line(
                &mut table,
                separator,
                &[
                    &misconception.id,
                    &misconception.name,
                    finding.verdict.name(),
                    &finding.belief.map(shown).unwrap_or_default(),
                    &statement.id,
                    &questionnaire.plain(&statement.text),
                    statement.key.name(),
                    &response.map(agreement).unwrap_or_default(),
                    &response
                        .and_then(|it| it.certainty)
                        .map(level)
                        .unwrap_or_default(),
                ],
            );
        }
    }
    table
}

fn agreement(response: Response) -> String {
    match response.agreement {
        Agreement::Point(point) => digits(point.into()),
        Agreement::DontKnow => "dontKnow".to_owned(),
    }
}

fn level(level: i16) -> String {
    let sign = if level < 0 { "-" } else { "" };
    let mut text = sign.to_owned();
    text.push_str(&digits(level.unsigned_abs().into()));
    text
}

fn line(table: &mut String, separator: Separator, cells: &[&str]) {
    for (index, text) in cells.iter().enumerate() {
        if index > 0 {
            table.push_str(separator.text());
        }
        cell(table, text);
    }
    table.push_str("\r\n");
}

fn cell(table: &mut String, text: &str) {
    let first = text.chars().next();
    // Spreadsheets may drop white space before a formula.
    let is_formula = first.is_some_and(|it| begins_formula(it) || matches!(it, '\t' | '\n' | '\r'));
    let is_special = |byte: &u8| matches!(byte, b'"' | b',' | b';' | b'\t' | b'\n' | b'\r');
    let is_plain = !is_formula && !text.as_bytes().iter().any(is_special);
    if is_plain || is_level(text) {
        table.push_str(text);
        return;
    }
    table.push_str(if is_formula { "\"'" } else { "\"" });
    // Whether some program could see the beginning of a cell here.
    let mut begins = !is_formula;
    for character in text.chars() {
        if begins && begins_formula(character) {
            table.push('\'');
        }
        table.push(character);
        if character == '"' {
            table.push('"');
        } else {
            begins = matches!(character, ',' | ';' | '\t' | '\n' | '\r');
        }
    }
    table.push('"');
}

/// Whether a spreadsheet takes a cell that begins with this character for a formula. The full-width
/// forms count too.
fn begins_formula(character: char) -> bool {
    matches!(character, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}

/// A level of certainty below 0 begins with a minus but is a number.
fn is_level(text: &str) -> bool {
    text.strip_prefix('-')
        .is_some_and(|digits| digits.bytes().all(|it| it.is_ascii_digit()))
}
