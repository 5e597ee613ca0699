//! A reader's own result as a table, for a spreadsheet: comma-separated values (RFC 4180), one line per statement.
//!
//! Knows how cells are written; what a verdict is, [`crate::scoring`] has said.
//!
//! **The separator** is that of the reader's region, which the page knows. Where decimals have a comma, Excel reads `;`
//! between cells and shows a table with commas as one column. A first line `sep=,` would tell Excel, but no other program:
//! to Calc, R, Python and Numbers it is a row, and it makes Excel forget that the file is UTF-8.
//!
//! **Formulas.** Whoever opens the table may have chosen another separator, and then a cell can begin after any `,`, `;`,
//! tab or line break within a text, because a quote in the middle of a cell is none. So nothing that a spreadsheet takes
//! for a formula stands at the beginning of a cell or after one of these, quotes between them or not: a `'` goes before it.

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

/// What stands between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// Where decimals have a point.
    Comma,
    /// Where decimals have a comma.
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

/// The table: beliefs 0 to 100, rounded as they are shown, empty where there is none; agreements as points of the scale
/// or `dontKnow`, empty where a statement was left out.
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
    // A spreadsheet may drop what is white before a formula.
    let is_formula = first.is_some_and(|it| begins_formula(it) || matches!(it, '\t' | '\n' | '\r'));
    let is_special = |byte: &u8| matches!(byte, b'"' | b',' | b';' | b'\t' | b'\n' | b'\r');
    let is_plain = !is_formula && !text.as_bytes().iter().any(is_special);
    if is_plain || is_level(text) {
        table.push_str(text);
        return;
    }
    table.push_str(if is_formula { "\"'" } else { "\"" });
    // Whether a cell could begin here, for one program or another.
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

/// Whether a spreadsheet would take a cell for a formula that begins so, also in full width.
fn begins_formula(character: char) -> bool {
    matches!(character, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}

/// A level of certainty below 0 is a number, and no formula.
fn is_level(text: &str) -> bool {
    text.strip_prefix('-')
        .is_some_and(|digits| digits.bytes().all(|it| it.is_ascii_digit()))
}
