//! Follows remedies to the letter. Knows how a remedy is written; what they are about is tested in
//! the other files.

use crate::{TODAY, with};
use misconception_scorecard::authoring::check::findings;
use serde_json::{Value, json};

/// The complete value that a remedy says to write, if it gives one.
fn to_write(remedy: &str) -> Option<Value> {
    let rest = remedy.strip_prefix("Write ")?;
    let end = [
        ", with the quotes",
        ", without",
        " without",
        ", if that",
        ", or delete",
        ".",
    ]
    .iter()
    .find_map(|end| rest.rfind(end))?;
    serde_json::from_str(&rest[..end]).ok()
}

#[test]
fn the_value_in_a_remedy_is_valid() {
    let source = |url: &str| json!([{ "title": "A book", "url": url }]);
    let evidence = |date: &str| json!({ "strength": "strong", "asOf": date });
    for (pointer, value) in [
        ("/id", json!("my quiz")),
        ("/id", json!("quiz\n")),
        ("/lang", json!("nb_NO")),
        ("/lang", json!("British English")),
        ("/lang", json!(["en"])),
        ("/format", json!(1)),
        ("/intro", json!(["He said \"no\"."])),
        ("/misconceptions", json!("Bread")),
        ("/misconceptions/0/statements", json!("Bread")),
        (
            "/misconceptions/0/statements/0",
            json!("A \"loaf\" stays soft."),
        ),
        ("/misconceptions/0/refutation", json!("No.")),
        ("/misconceptions/0/evidence", json!("strong")),
        ("/misconceptions/0/evidence", evidence("23.11.2026")),
        ("/misconceptions/0/sources", source("example.org/a b")),
        ("/misconceptions/0/sources", json!("A book")),
        ("/misconceptions/0/sources/0", json!("A book")),
        ("/scale", json!(5)),
        ("/scale", json!({ "points": "2" })),
        ("/scale", json!({ "dontKnow": "False" })),
        ("/certainty", json!(4)),
        ("/cutoffs", json!(80)),
        ("/outcomes", json!("None")),
        ("/outcomes", json!(0)),
        ("/suggestions", json!("Vinegar")),
        ("/credits", json!("By us")),
        ("/share", json!("Mine")),
    ] {
        let mut document = with(pointer, value.clone());
        let finding = findings(&document, TODAY).0.remove(0);
        let written = to_write(&finding.remedy).unwrap_or_else(|| panic!("{finding:?}"));
        *document.pointer_mut(&finding.pointer).unwrap() = written;
        let left = findings(&document, TODAY).0;
        let is_mended = left.iter().all(|it| it.is_advice);
        assert!(is_mended, "{pointer} {value}: {finding:?} left {left:?}");
    }
}
