//! A reader's own result as a table, for a spreadsheet: comma-separated values (RFC 4180), one line a statement.
//!
//! Knows how cells are written; what a verdict is, [`crate::scoring`] has said.

use crate::data::text::cut;
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

/// The table: beliefs 0 to 100, rounded as they are shown, empty where there is none; agreements as points of the scale
/// or `dontKnow`, empty where a statement was left out.
#[must_use]
pub fn csv(questionnaire: &Questionnaire, scorecard: &Scorecard, answers: &Answers) -> String {
    let mut table = String::new();
    line(&mut table, &HEAD);
    let findings = questionnaire.misconceptions.iter().zip(&scorecard.findings);
    for (misconception, finding) in findings {
        for contribution in &finding.contributions {
            let Some(statement) = questionnaire.statements.get(contribution.statement) else {
                continue;
            };
            let response = answers.get(contribution.statement).copied().flatten();
            line(
                &mut table,
                &[
                    &misconception.id,
                    &misconception.name,
                    finding.verdict.name(),
                    &finding.belief.map(shown).unwrap_or_default(),
                    &statement.id,
                    &statement.text,
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

fn line(table: &mut String, cells: &[&str]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            table.push_str(",");
        }
        let is_plain = |byte: &u8| !matches!(byte, b'"' | b',' | b'\n' | b'\r');
        let is_formula = is_formula(cell);
        if !is_formula && cell.as_bytes().iter().all(is_plain) {
            table.push_str(cell);
            continue;
        }
        table.push_str(if is_formula { "\"'" } else { "\"" });
        let mut rest = *cell;
        while let Some((before, after)) = cut(rest, b'"') {
            table.push_str(before);
            table.push_str("\"\"");
            rest = after;
        }
        table.push_str(rest);
        table.push_str("\"");
    }
    table.push_str("\r\n");
}

/// Whether a spreadsheet would take a cell for a formula, also where it is written in full width. A level of certainty
/// below 0 is none.
fn is_formula(cell: &str) -> bool {
    let mut rest = cell.chars();
    match rest.next() {
        Some('=' | '+' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '＠' | '－') => true,
        Some('-') => !rest.all(|c| c.is_ascii_digit()),
        _ => false,
    }
}
