//! The CSV table of a reader's own result. Read according to RFC 4180 it gives back what went in,
//! and no spreadsheet runs any of it.
#![allow(clippy::unwrap_used)]

mod common;

use common::{parsed, small, social_media};
use misconception_scorecard::extras::csv::{Separator, csv};
use misconception_scorecard::questionnaire::Questionnaire;
use misconception_scorecard::questionnaire::answers::{self, Answers};
use misconception_scorecard::scoring::score;
use serde_json::{Value, json};
use std::path::Path;

const HEAD: &str = "misconception,name,verdict,belief,statement,text,key,agreement,certainty\r\n";

fn table(document: &Value, answers: &Value) -> String {
    table_with(Separator::Comma, document, answers)
}

fn table_with(separator: Separator, document: &Value, answers: &Value) -> String {
    let questionnaire: Questionnaire = parsed(document);
    let answers: Answers = answers::read(answers, &questionnaire).unwrap();
    let scorecard = score(&questionnaire, &answers);
    csv(&questionnaire, &scorecard, &answers, separator)
}

/// Reads a table strictly as RFC 4180 says.
fn read_back(table: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut rest = table.chars().peekable();
    let mut is_quoted = false;
    while let Some(c) = rest.next() {
        let cell = rows.last_mut().unwrap().last_mut().unwrap();
        match (is_quoted, c) {
            (true, '"') if rest.peek() == Some(&'"') => cell.push(rest.next().unwrap()),
            (true, '"') => {
                is_quoted = false;
                assert!(
                    matches!(rest.peek(), Some(',' | '\r')),
                    "a quote ends its cell"
                );
            }
            (false, '"') => {
                assert!(cell.is_empty(), "a quote begins its cell");
                is_quoted = true;
            }
            (false, ',') => rows.last_mut().unwrap().push(String::new()),
            (false, '\r') => {
                assert_eq!(rest.next(), Some('\n'), "lines end as on paper tape");
                rows.push(vec![String::new()]);
            }
            (false, '\n') => panic!("a line feed outside quotes"),
            (_, c) => cell.push(c),
        }
    }
    assert!(!is_quoted);
    assert_eq!(
        rows.pop(),
        Some(vec![String::new()]),
        "the last line ends too"
    );
    rows
}

#[test]
fn every_statement_has_a_row() {
    let mut document = small(&[&["myth", "fact"], &["myth"]]);
    document["misconceptions"][0]["statements"][0]["text"] = json!("Is it so?");
    let answers = json!({ "s1": { "agreement": 5 }, "s2": { "agreement": 2 }, "s3": { "agreement": "dontKnow" } });
    let expected = [
        HEAD,
        "m1,Misconception 1,held,88,s1,Is it so?,myth,5,\r\n",
        "m1,Misconception 1,held,88,s2,Statement 2,fact,2,\r\n",
        "m2,Misconception 2,unsure,,s3,Statement 3,myth,dontKnow,\r\n",
    ]
    .concat();
    assert_eq!(table(&document, &answers), expected);
}

#[test]
fn a_statement_without_an_answer_has_empty_cells() {
    let expected = format!("{HEAD}m1,Misconception 1,insufficient,,s1,Statement 1,myth,,\r\n");
    assert_eq!(table(&small(&[&["myth"]]), &json!({})), expected);
}

#[test]
fn levels_of_certainty_can_be_negative_numbers() {
    for (level, cell) in [(-3, "-3"), (0, "0"), (1, "1")] {
        let mut document = small(&[&["myth"]]);
        document["certainty"] = json!({ "from": -3, "to": 1, "labels": ["a", "b", "c", "d", "e"] });
        let answers = json!({ "s1": { "agreement": 4, "certainty": level } });
        let line = table(&document, &answers);
        assert!(line.ends_with(&format!(",myth,4,{cell}\r\n")), "{line}");
    }
}

#[test]
fn every_text_can_be_read_back_unchanged() {
    for name in [
        "plain",
        "Æ, ø og å",
        "She said \"no\"",
        "\"",
        "\"\"\"",
        "a,b;c\td",
        "one\ntwo\r\nthree",
        "1.5",
        "-1",
        "a=1+1",
        "🙂 漢字 שלום",
        "'quoted'",
        " =1",
    ] {
        let mut document = small(&[&["myth"]]);
        document["misconceptions"][0]["name"] = json!(name);
        let rows = read_back(&table(&document, &json!({})));
        assert_eq!(
            rows[1],
            [
                "m1",
                name,
                "insufficient",
                "",
                "s1",
                "Statement 1",
                "myth",
                "",
                ""
            ]
        );
    }
}

#[test]
fn a_cell_that_looks_like_a_formula_is_marked_as_text() {
    for name in [
        "=1+1",
        "=HYPERLINK(\"http://example.org\",\"x\")",
        "+1",
        "-1+1",
        "-x",
        "@SUM(1)",
        "\tx",
        "\rx",
        "\nx",
        "＝1",
        "＋1",
        "－1",
        "＠x",
    ] {
        let mut document = small(&[&["myth"]]);
        document["misconceptions"][0]["name"] = json!(name);
        let table = table(&document, &json!({}));
        assert!(table.contains("\r\nm1,\"'"), "{table}");
        assert_eq!(read_back(&table)[1][1], format!("'{name}"));
    }
}

/// Every cell that a lenient program may see if it takes `separator` for the separator: quotes
/// count only at the beginning of a cell, and what follows the closing quote belongs to the cell
/// too.
fn cells_as_read(table: &str, separator: char) -> Vec<String> {
    let mut cells = Vec::new();
    let mut rest = table;
    while !rest.is_empty() {
        let mut cell = String::new();
        let mut is_quoted = rest.starts_with('"');
        let mut chars = rest.char_indices().skip(usize::from(is_quoted)).peekable();
        let mut end = rest.len();
        while let Some((at, c)) = chars.next() {
            if is_quoted && c == '"' {
                if chars.next_if(|(_, next)| *next == '"').is_some() {
                    cell.push('"');
                } else {
                    is_quoted = false;
                }
            } else if !is_quoted && (c == separator || c == '\n' || c == '\r') {
                end = at + 1;
                break;
            } else {
                cell.push(c);
            }
        }
        rest = &rest[end..];
        cells.push(cell);
    }
    cells
}

#[test]
fn no_cell_begins_a_formula_whatever_is_taken_for_the_separator() {
    let formulas = [
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(1;2)",
        "=cmd|' /C calc'!A0",
        "＝1+1",
        "－1",
    ];
    let befores = [
        "", "a", "a;", "a,", "a\t", "a\n", "a\r\n", "a\r", ";", ",", "\t", ";;", ",\"", ";\"",
        ";\"\"", "\"", "\"\"", "\";", "\",", "\"\n", "a\";\"", "a\n\n", "'\";",
    ];
    for before in befores {
        for formula in formulas {
            for after in ["", ";b", ",b", "\"", "\";\""] {
                let text = format!("{before}{formula}{after}");
                let mut document = small(&[&["myth"]]);
                document["misconceptions"][0]["name"] = json!(text);
                document["misconceptions"][0]["statements"][0]["text"] = json!(text);
                for written in [Separator::Comma, Separator::Semicolon] {
                    let table = table_with(written, &document, &json!({}));
                    for read in [',', ';', '\t'] {
                        for cell in cells_as_read(&table, read) {
                            // Programs may drop white space at the beginning of a cell.
                            let begins = cell.trim_start_matches(['"', '\t', '\r', '\n']);
                            let is_formula = begins.starts_with(|it| "=+-@＝＋－＠".contains(it));
                            assert!(!is_formula, "{read:?} {cell:?} in {table}");
                        }
                    }
                }
            }
        }
    }
}

/// The tables that tests/hosts/spreadsheet.test.mjs opens. `UPDATE_EXPECT=1 cargo test --test csv`
/// writes them.
#[test]
fn the_tables_for_a_spreadsheet_are_up_to_date() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let texts: Vec<String> =
        serde_json::from_str(&read(&root.join("fixtures/tables.json"))).unwrap();
    let mut document = small(&vec![&["myth"][..]; texts.len()]);
    for (index, text) in texts.iter().enumerate() {
        document["misconceptions"][index]["name"] = json!(text);
        document["misconceptions"][index]["statements"][0]["text"] = json!(text);
    }
    for (name, separator) in [
        ("comma", Separator::Comma),
        ("semicolon", Separator::Semicolon),
    ] {
        let table = table_with(separator, &document, &json!({}));
        let file = root.join(format!("golden/tables/{name}.csv"));
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(&file, &table).unwrap();
        }
        // Compare directly: expect_test would treat all line ends as equal.
        assert!(read(&file) == table, "{} is old", file.display());
    }
}

fn read(file: &Path) -> String {
    std::fs::read_to_string(file).unwrap()
}

#[test]
fn with_semicolons_it_is_the_same_table() {
    let mut document = small(&[&["myth", "fact"]]);
    document["misconceptions"][0]["name"] = json!("a,b;c \"d\"");
    let answers = json!({ "s1": { "agreement": 5 }, "s2": { "agreement": 2 } });
    let table = table_with(Separator::Semicolon, &document, &answers);
    let expected = [
        &HEAD.replace(',', ";"),
        "m1;\"a,b;c \"\"d\"\"\";held;88;s1;Statement 1;myth;5;\r\n",
        "m1;\"a,b;c \"\"d\"\"\";held;88;s2;Statement 2;fact;2;\r\n",
    ]
    .concat();
    assert_eq!(table, expected);
}

#[test]
fn the_built_in_questionnaire_has_a_row_for_each_statement_in_both_languages() {
    for lang in ["en", "nb"] {
        let document = social_media(lang);
        let rows = read_back(&table(&document, &json!({})));
        let questionnaire = parsed(&document);
        assert_eq!(rows.len(), 1 + questionnaire.statements.len());
        assert!(rows.iter().all(|row| row.len() == 9));
        let texts: Vec<&str> = rows.iter().skip(1).map(|row| &*row[5]).collect();
        let expected: Vec<&str> = questionnaire
            .statements
            .iter()
            .map(|it| &*it.text)
            .collect();
        assert_eq!(texts, expected);
    }
}
