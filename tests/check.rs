//! What an author is told: every problem in words that can be acted on, and advice where it is due and only there.
// The goldens are written by a tool, hashes and all.
#![allow(
    clippy::unwrap_used,
    clippy::needless_pass_by_value,
    clippy::needless_raw_string_hashes,
    missing_docs
)]

mod common;

use common::{read, small, social_media};
use expect_test::{Expect, expect};
use misconception_scorecard::check::{check, findings};
use serde_json::{Value, json};
use std::fmt::Write as _;

const TODAY: &str = "2026-11-23";

/// The findings as an author reads them.
fn told(document: &Value) -> String {
    let mut text = String::new();
    for it in findings(document, TODAY).0 {
        let severity = if it.is_advice { "advice" } else { "error" };
        let _ = writeln!(text, "{severity} {} {}", it.code, it.pointer);
        let _ = writeln!(text, "  {}\n  {}", it.message, it.remedy);
        if !it.suggestion.is_empty() {
            let _ = writeln!(text, "  suggestion: {}", it.suggestion);
        }
    }
    text
}

#[track_caller]
fn says(document: Value, expected: Expect) {
    expected.assert_eq(&told(&document));
}

/// The codes alone, with their places.
fn codes(document: &Value) -> Vec<String> {
    let found = findings(document, TODAY).0;
    found
        .iter()
        .map(|it| format!("{} {}", it.code, it.pointer))
        .collect()
}

/// A questionnaire of which there is nothing to say.
fn good() -> Value {
    let mut document = small(&[&["myth", "fact"]]);
    document["misconceptions"][0]["refutation"]["whyWrong"] =
        json!(["Word "; 90].concat().trim_end());
    document["misconceptions"][0]["sources"] = json!([{ "title": "A book" }]);
    document
}

/// The good one with the value at `pointer` set; null takes the key away.
fn with(pointer: &str, value: Value) -> Value {
    let mut document = good();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap() {
        Value::Object(map) if value.is_null() => drop(map.remove(key)),
        Value::Object(map) => drop(map.insert(key.to_owned(), value)),
        Value::Array(list) => list[key.parse::<usize>().unwrap()] = value,
        other => panic!("{pointer} is within {other}"),
    }
    document
}

#[test]
fn nothing_is_said_of_a_good_questionnaire() {
    assert_eq!(told(&good()), "");
    for lang in ["en", "nb"] {
        assert_eq!(told(&social_media(lang)), "", "{lang}");
    }
    assert_eq!(told(&read("www/examples/kitchen.json")), "");
}

#[test]
fn the_document_is_no_map() {
    says(
        json!([]),
        expect![[r#"
        error wrongType 
          The document should be a map { … }, but here is an empty list [ ].
          Put its parts between { and }, each with its name: { "name": … }.
    "#]],
    );
}

#[test]
fn what_is_missing_comes_with_an_example() {
    says(
        json!({}),
        expect![[r#"
        error missing /format
          "format" is missing.
          Add it, as in "format": "1.0". The version of this format in which the file is written.
        error missing /id
          "id" is missing.
          Add it, as in "id": "kitchen". The questionnaire’s name for the program, without spaces; readers do not see it.
        error missing /version
          "version" is missing.
          Add it, as in "version": "1". Your own version of the questionnaire, as a text.
        error missing /lang
          "lang" is missing.
          Add it, as in "lang": "en". The language in which the texts are written, as a tag such as en, nb or pt-BR.
        error missing /title
          "title" is missing.
          Add it, as in "title": "Two misconceptions about the kitchen". The heading of the first screen; on later screens it stands in small above the statement.
        error missing /misconceptions
          "misconceptions" is missing.
          Add "misconceptions". The misconceptions that the questionnaire is about, each with its statements and its correction.
    "#]],
    );
    says(
        with("/misconceptions/0/statements/1/key", json!(null)),
        expect![[r#"
            error missing /misconceptions/0/statements/1/key
              "key" of statement 2 of misconception 1 is missing.
              Add it, as in "key": "myth". Which way agreement points: myth is towards the misconception, fact away from it.
        "#]],
    );
    says(
        with(
            "/misconceptions/0/refutation",
            json!({ "fact": "It is so." }),
        ),
        expect![[r#"
            error missing /misconceptions/0/refutation/whyWrong
              "whyWrong" of "refutation" of misconception 1 is missing.
              Add it, as in "whyWrong": "The starch in the crumb hardens in the cold, even where no water is lost.". The reasons against the misconception.
        "#]],
    );
    says(
        with("/scale", json!({ "points": 3 })),
        expect![[r#"
        error missing /scale/labels
          "labels" of "scale" is missing.
          Add "labels": [ … ] with a word for each point in double quotes, with commas between them.
    "#]],
    );
}

#[test]
fn another_kind_of_value_than_belongs_there() {
    says(
        with("/format", json!(1.0)),
        expect![[r#"
        error wrongType /format
          "format" should be a text, but here is 1.
          Write "1.0", with the quotes.
          suggestion: 1.0
    "#]],
    );
    says(
        with("/version", json!(2)),
        expect![[r#"
        error wrongType /version
          "version" should be a text, but here is 2.
          Put it in double quotes: "2".
          suggestion: 2
    "#]],
    );
    says(
        with("/intro", json!(true)),
        expect![[r#"
        error wrongType /intro
          "intro" should be a text, but here is true.
          Write a text in double quotes, or delete the key with its value.
    "#]],
    );
    says(
        with(
            "/misconceptions/0/refutation/whyWrong",
            json!(["One.", "Two."]),
        ),
        expect![[r#"
            error wrongType /misconceptions/0/refutation/whyWrong
              "whyWrong" of "refutation" of misconception 1 should be a text, but here is a list of 2.
              Write one text in double quotes; \n\n in it starts a paragraph.
        "#]],
    );
    says(
        with("/misconceptions/0/refutation", json!("It is not so.")),
        expect![[r#"
            error wrongType /misconceptions/0/refutation
              "refutation" of misconception 1 should be a map { … }, but here is "It is not so.".
              Put its parts between { and }, each with its name: { "name": … }.
        "#]],
    );
    says(
        with("/misconceptions/0/sources", json!({ "title": "A book" })),
        expect![[r#"
            error wrongType /misconceptions/0/sources
              "sources" of misconception 1 should be a list [ … ], but here is a map { … }.
              Put it between [ and ], also where there is only one: [ … ].
        "#]],
    );
    says(
        with("/misconceptions/0/statements/0/key", json!(false)),
        expect![[r#"
            error wrongType /misconceptions/0/statements/0/key
              "key" of statement 1 of misconception 1 should be a text, but here is false.
              Write one of these. "myth": Agreeing with the statement means holding the misconception. "fact": Agreeing with the statement means not holding the misconception.
        "#]],
    );
    says(
        with("/misconceptions/0/statements/0/weight", json!("2")),
        expect![[r#"
            error wrongType /misconceptions/0/statements/0/weight
              "weight" of statement 1 of misconception 1 should be a number, but here is "2".
              Write 2 without quotes.
              suggestion: 2
        "#]],
    );
    says(
        with("/scale", json!({ "dontKnow": "false" })),
        expect![[r#"
            error wrongType /scale/dontKnow
              "dontKnow" of "scale" should be true or false, but here is "false".
              Write false without quotes.
              suggestion: false
        "#]],
    );
    says(
        with("/outcomes", json!([{ "from": "none", "title": "None" }])),
        expect![[r#"
            error wrongType /outcomes/0/from
              "from" of outcome 1 should be a number, but here is "none".
              Write a number, without quotes.
        "#]],
    );
}

#[test]
fn an_unknown_key_is_met_with_the_one_that_was_meant() {
    says(
        with("/titel", json!("A title")),
        expect![[r#"
        error unknownKey /titel
          The format has no "titel" at the top.
          Delete it; what may stand here is $schema, translations, format, id, version, lang, title, intro, privacy, consent, scale, certainty, minAnswered, edges, misconceptions, outcomes, suggestions, credits, share. A note to yourself goes under "$comment".
    "#]],
    );
    says(
        with("/privasy", json!("Nothing leaves.")),
        expect![[r#"
        error unknownKey /privasy
          The format has no "privasy" at the top. Did you mean "privacy"?
          Write "privacy" instead of "privasy".
          suggestion: privacy
    "#]],
    );
    says(
        with("/scale", json!({ "dontknow": false })),
        expect![[r#"
        error unknownKey /scale/dontknow
          The format has no "dontknow" in "scale". Did you mean "dontKnow"?
          Write "dontKnow" instead of "dontknow".
          suggestion: dontKnow
    "#]],
    );
    says(
        with("/key", json!("myth")),
        expect![[r#"
        error unknownKey /key
          The format has no "key" at the top. It belongs in a statement.
          Move it there, or delete it.
    "#]],
    );
    says(
        with("/misconceptions/0/colour", json!("red")),
        expect![[r#"
            error unknownKey /misconceptions/0/colour
              The format has no "colour" in misconception 1.
              Delete it; what may stand here is id, statements, name, refutation, evidence, sources. A note to yourself goes under "$comment".
        "#]],
    );
    says(
        with("/certainty", json!({ "from": 0, "to": 3, "levels": 4 })),
        expect![[r#"
            error unknownKey /certainty/levels
              "levels" says nothing here.
              Write "levels" alone, or "from" and "to" together.
        "#]],
    );
    says(
        with("/certainty", json!({ "to": 3 })),
        expect![[r#"
        error unknownKey /certainty/to
          "to" says nothing here.
          Write "levels" alone, or "from" and "to" together.
    "#]],
    );
}

#[test]
fn a_word_that_is_none_of_those_there_are() {
    says(
        with("/minAnswered", json!("all")),
        expect![[r#"
        error unknownValue /minAnswered
          "minAnswered" is "all", which is not one of its words.
          Write one of these. "majority": More than half of a misconception’s statements: both of two, two of three. "half": At least half of a misconception’s statements: one of two, two of three.
    "#]],
    );
    says(
        with("/misconceptions/0/statements/0/key", json!("Fact")),
        expect![[r#"
            error unknownValue /misconceptions/0/statements/0/key
              "key" of statement 1 of misconception 1 is "Fact", which is not one of its words. Did you mean "fact"?
              Write one of these. "myth": Agreeing with the statement means holding the misconception. "fact": Agreeing with the statement means not holding the misconception.
              suggestion: fact
        "#]],
    );
}

#[test]
fn what_is_written_in_another_way() {
    says(
        with("/id", json!("my quiz")),
        expect![[r#"
        error malformed /id
          "id" is "my quiz", but should be an id without spaces.
          Write "my-quiz", if that is what you mean.
          suggestion: my-quiz
    "#]],
    );
    says(with("/lang", json!("English")), expect![[""]]);
    says(
        with("/lang", json!("nb_NO")),
        expect![[r#"
        error malformed /lang
          "lang" is "nb_NO", but should be a language tag such as en or nb.
          Write "nb-no", if that is what you mean.
          suggestion: nb-no
    "#]],
    );
    let evidence = |date: &str| json!({ "strength": "strong", "asOf": date });
    says(
        with("/misconceptions/0/evidence", evidence("23.11.2026")),
        expect![[r#"
            error malformed /misconceptions/0/evidence/asOf
              "asOf" of "evidence" of misconception 1 is "23.11.2026", but should be a date: 2026, 2026-11 or 2026-11-23.
              Write "2026-11-23", if that is what you mean.
              suggestion: 2026-11-23
        "#]],
    );
    says(
        with("/misconceptions/0/evidence", evidence("2026/1/5")),
        expect![[r#"
            error malformed /misconceptions/0/evidence/asOf
              "asOf" of "evidence" of misconception 1 is "2026/1/5", but should be a date: 2026, 2026-11 or 2026-11-23.
              Write "2026-01-05", if that is what you mean.
              suggestion: 2026-01-05
        "#]],
    );
    says(
        with("/misconceptions/0/evidence", evidence("5/11/2026")),
        expect![[r#"
            error malformed /misconceptions/0/evidence/asOf
              "asOf" of "evidence" of misconception 1 is "5/11/2026", but should be a date: 2026, 2026-11 or 2026-11-23.
              Write a date: 2026, 2026-11 or 2026-11-23.
        "#]],
    );
    says(
        with("/misconceptions/0/sources/0/url", json!("www.example.org")),
        expect![[r#"
            error malformed /misconceptions/0/sources/0/url
              "url" of source 1 of misconception 1 is "www.example.org", but should be an address that begins with https:// or http://.
              Write "https://www.example.org", if that is what you mean.
              suggestion: https://www.example.org
        "#]],
    );
    says(
        with(
            "/misconceptions/0/sources/0/url",
            json!("javascript:alert(1)"),
        ),
        expect![[r#"
            error malformed /misconceptions/0/sources/0/url
              "url" of source 1 of misconception 1 is "javascript:alert(1)", but should be an address that begins with https:// or http://.
              Write an address that begins with https:// or http://.
        "#]],
    );
}

#[test]
fn what_is_out_of_range_or_of_another_length() {
    says(
        with("/scale", json!({ "points": 9, "labels": ["No", "Yes"] })),
        expect![[r#"
            error outOfRange /scale/points
              "points" of "scale" is 9, but must be a whole number from 2 to 7.
              Write a whole number from 2 to 7.
            error wrongLength /scale/labels
              There are 5 points to choose from, but 2 labels.
              Write 5 labels, one for each point, in their order.
        "#]],
    );
    says(
        with("/scale", json!({ "points": 3, "labels": ["No", "Yes"] })),
        expect![[r#"
            error wrongLength /scale/labels
              There are 3 points to choose from, but 2 labels.
              Write 3 labels, one for each point, in their order.
        "#]],
    );
    says(
        with("/certainty", json!({ "from": 0, "to": 9 })),
        expect![[r#"
            error outOfRange /certainty/to
              "to" of "certainty" is 9, but must be a whole number, 1 to 5 above from.
              Write a whole number, 1 to 5 above from.
            error missing /certainty/labels
              "labels" of "certainty" is missing.
              Add "labels": [ … ] with a word for each point in double quotes, with commas between them.
        "#]],
    );
    says(
        with("/edges", json!({ "held": 50 })),
        expect![[r#"
        error outOfRange /edges
          The edges must fall from held over leaning to unsure.
          Let each be smaller than the one before, as in 75, 62.5 and 37.5; one that is left out has that value.
    "#]],
    );
    says(
        with("/edges", json!({ "held": 500 })),
        expect![[r#"
        error outOfRange /edges/held
          "held" of "edges" is 500, but must be 100 >= held > leaning > unsure >= 0.
          Write 100 >= held > leaning > unsure >= 0.
    "#]],
    );
    says(
        with("/misconceptions/0/statements/0/weight", json!(0)),
        expect![[r#"
            error outOfRange /misconceptions/0/statements/0/weight
              "weight" of statement 1 of misconception 1 is 0, but must be a number above 0.
              Write a number above 0.
        "#]],
    );
}

#[test]
fn what_is_empty_too_large_there_twice_or_unseen() {
    says(
        with("/intro", json!(" ")),
        expect![[r#"
        error empty /intro
          "intro" is empty.
          Write something between the quotes, or delete the key with its value.
    "#]],
    );
    says(
        with("/title", json!("")),
        expect![[r#"
        error empty /title
          "title" is empty.
          Write something between the quotes.
    "#]],
    );
    says(
        with("/misconceptions", json!([])),
        expect![[r#"
        error empty /misconceptions
          "misconceptions" is empty.
          Add at least one, between { and }.
    "#]],
    );
    says(
        with("/intro", json!("x".repeat(4_001))),
        expect![[r#"
        error tooLarge /intro
          "intro" has 4001 characters; 4,000 fit.
          Shorten it: readers leave long before.
    "#]],
    );
    let outcomes = vec![json!({ "from": 0, "title": "x" }); 1_001];
    says(
        with("/outcomes", json!(outcomes)),
        expect![[r#"
        error tooLarge /outcomes
          "outcomes" holds more than fits: at most 1,000.
          Split the questionnaire in two; readers answer about ten statements.
    "#]],
    );
    says(
        with("/misconceptions/0/statements/1/id", json!("s1")),
        expect![[r#"
            error duplicateId /misconceptions/0/statements/1/id
              The id "s1" is there twice: here and further up.
              Give this one an id of its own; answers are kept under it.
        "#]],
    );
    says(
        with("/title", json!("Bell\u{7}")),
        expect![[r#"
        error controlCharacter /title
          "title" has a character that cannot be seen (U+0007).
          Delete it: type the text anew where it is, rather than pasting it.
    "#]],
    );
    says(
        with("/format", json!("2.0")),
        expect![[r#"
        error unsupportedFormat /format
          The format is "2.0", which this version does not read.
          Write "1.0", or use a newer version of the package.
          suggestion: 1.0
    "#]],
    );
}

#[test]
fn a_translation_fits_what_it_translates() {
    let translated = |overlay: Value| with("/translations", json!({ "nb": overlay }));
    let whole = json!({
        "title": "Liten",
        "misconceptions": { "m1": { "name": "Navn", "refutation": { "fact": "Fakta.", "whyWrong": "Grunnen." } } },
        "statements": { "s1": "En", "s2": { "text": "To" } },
    });
    assert_eq!(told(&translated(whole.clone())), "");
    assert_eq!(told(&translated(json!("small.nb.json"))), "");
    says(
        translated(json!({ "title": "Liten" })),
        expect![[r#"
        advice missingTranslation /translations/nb/misconceptions/m1/name
          The translation into "nb" leaves out "Misconception 1".
          Add it; until then these readers see the original.
        advice missingTranslation /translations/nb/misconceptions/m1/refutation/fact
          The translation into "nb" leaves out "The fact.".
          Add it; until then these readers see the original.
        advice missingTranslation /translations/nb/misconceptions/m1/refutation/whyWrong
          The translation into "nb" leaves out "Word Word Word Word Word Word Word Word …".
          Add it; until then these readers see the original.
        advice missingTranslation /translations/nb/statements/s1/text
          The translation into "nb" leaves out "Statement 1".
          Add it; until then these readers see the original.
        advice missingTranslation /translations/nb/statements/s2/text
          The translation into "nb" leaves out "Statement 2".
          Add it; until then these readers see the original.
    "#]],
    );
    let more = |key: &str, value: Value| {
        let mut overlay = whole.clone();
        overlay[key] = value;
        translated(overlay)
    };
    says(
        more("titel", json!("Liten")),
        expect![[r#"
            error unknownKey /translations/nb/titel
              The original has no "titel" here, so this is never shown.
              Delete it, or add it to the original.
        "#]],
    );
    says(
        more("intro", json!("En innledning.")),
        expect![[r#"
        error unknownKey /translations/nb/intro
          The original has no "intro" here, so this is never shown.
          Delete it, or add it to the original.
    "#]],
    );
}

#[test]
fn a_translation_is_of_texts_and_as_many() {
    let translated = |overlay: Value| with("/translations", json!({ "nb": overlay }));
    let whole = json!({
        "title": "Liten",
        "misconceptions": { "m1": { "name": "Navn", "refutation": { "fact": "Fakta.", "whyWrong": "Grunnen." } } },
        "statements": { "s1": "En", "s2": { "text": "To" } },
    });
    let more = |key: &str, value: Value| {
        let mut overlay = whole.clone();
        overlay[key] = value;
        translated(overlay)
    };
    says(
        more("version", json!("2")),
        expect![[r#"
        error unknownKey /translations/nb/version
          "version" is no text: it is the same in every language.
          Delete it here.
    "#]],
    );
    says(
        more("title", json!("")),
        expect![[r#"
        error empty /translations/nb/title
          This translation is empty.
          Translate the text, or delete the key: then the original stands.
    "#]],
    );
    says(
        more("title", json!(["Liten"])),
        expect![[r#"
        error wrongType /translations/nb/title
          A translation is a text.
          Write it in double quotes.
    "#]],
    );
    says(
        more(
            "misconceptions",
            json!([{ "name": "Navn" }, { "name": "To" }]),
        ),
        expect![[r#"
            error wrongLength /translations/nb/misconceptions
              Here are 2, but the original has 1.
              Translate each of the original once, in its order.
            advice missingTranslation /translations/nb/misconceptions/0/refutation/fact
              The translation into "nb" leaves out "The fact.".
              Add it; until then these readers see the original.
            advice missingTranslation /translations/nb/misconceptions/0/refutation/whyWrong
              The translation into "nb" leaves out "Word Word Word Word Word Word Word Word …".
              Add it; until then these readers see the original.
        "#]],
    );
    says(
        more("statements", json!({ "s1": "En", "s2": "To", "s3": "Tre" })),
        expect![[r#"
            error unknownKey /translations/nb/statements/s3
              No statement of the original has the id "s3", so this is never shown.
              Delete it, or add it to the original.
        "#]],
    );
    says(
        more("statements", json!(["En", "To"])),
        expect![[r#"
        error wrongType /translations/nb/statements
          Here should be a map { … } with the ids of statements.
          Write the translation in the shape of what it translates.
    "#]],
    );
}

#[test]
fn a_translation_has_the_name_of_another_language_and_is_a_map() {
    says(
        with("/translations", json!({ "norsk!": {} })),
        expect![[r#"
            error malformed /translations/norsk!
              "norsk!" is not the tag of a language.
              Name the translation by a tag such as "en" or "nb".
        "#]],
    );
    says(
        with("/translations", json!({ "nb": 4 })),
        expect![[r#"
        error wrongType /translations/nb
          Here should be a map { … }, or the address of one in double quotes.
          Write the translation in the shape of what it translates.
    "#]],
    );
    says(
        with("/translations", json!({ "en": { "title": "Small" } })),
        expect![[r#"
            advice ownLanguage /translations/en
              The questionnaire itself is in "en": this translation is never shown.
              Delete it, or mend "lang" at the top.
        "#]],
    );
}

#[test]
fn notes_are_passed_over_in_every_map() {
    let mut document = good();
    for place in [
        "",
        "/misconceptions/0",
        "/misconceptions/0/statements/0",
        "/misconceptions/0/refutation",
    ] {
        document.pointer_mut(place).unwrap()["$comment"] = json!("[A note]");
    }
    document["translations"] = json!({ "$comment": "none yet" });
    assert_eq!(told(&document), "");
    says(
        with("/$comment", json!(["One", "Two"])),
        expect![[r#"
        error unknownKey /$comment
          The format has no "$comment" at the top.
          Delete it; what may stand here is $schema, translations, format, id, version, lang, title, intro, privacy, consent, scale, certainty, minAnswered, edges, misconceptions, outcomes, suggestions, credits, share. A note to yourself goes under "$comment".
    "#]],
    );
}

#[test]
fn a_habit_of_agreeing_is_pointed_out() {
    says(
        with("/misconceptions/0/statements/1/key", json!("myth")),
        expect![[r#"
            advice alikeKeys /misconceptions
              All statements have the key "myth": a reader who agrees with everything is told of every misconception.
              Give each misconception a statement with the other key, so that a habit of agreeing cancels out.
        "#]],
    );
    says(
        with("/misconceptions/0/statements/0/key", json!("fact")),
        expect![[r#"
            advice alikeKeys /misconceptions
              All statements have the key "fact": a reader who disagrees with everything is told of every misconception.
              Give each misconception a statement with the other key, so that a habit of agreeing cancels out.
        "#]],
    );
    // Two misconceptions, one without a fact.
    let mut document = small(&[&["myth", "fact"], &["myth"]]);
    for misconception in document["misconceptions"].as_array_mut().unwrap() {
        misconception["refutation"]["whyWrong"] =
            good()["misconceptions"][0]["refutation"]["whyWrong"].clone();
        misconception["sources"] = json!([{ "title": "A book" }]);
    }
    says(
        document,
        expect![[r#"
        advice noFact /misconceptions/1/statements
          No statement here has the key "fact": readers who tend to agree seem to hold this misconception.
          Add a statement that is true, and with which nobody who holds the misconception would agree.
    "#]],
    );
    // A single statement has nothing to be alike with.
    says(
        with(
            "/misconceptions/0/statements",
            json!([{ "id": "a", "text": "A text", "key": "myth" }]),
        ),
        expect![[r#"
            advice noFact /misconceptions/0/statements
              No statement here has the key "fact": readers who tend to agree seem to hold this misconception.
              Add a statement that is true, and with which nobody who holds the misconception would agree.
        "#]],
    );
}

#[test]
fn a_refutation_has_sources_and_a_length() {
    says(
        with("/misconceptions/0/sources", json!(null)),
        expect![[r#"
            advice noSource /misconceptions/0/refutation
              This refutation names no source.
              Add "sources" to the misconception: readers who doubt it can then look for themselves.
        "#]],
    );
    let words = |count: usize| json!("word ".repeat(count).trim_end());
    // The fact beside it has two words.
    for (count, expected) in [(77, 1), (78, 0), (148, 0), (149, 1)] {
        let found = codes(&with("/misconceptions/0/refutation/whyWrong", words(count)));
        assert_eq!(found.len(), expected, "{count}: {found:?}");
    }
    says(
        with("/misconceptions/0/refutation/whyWrong", words(10)),
        expect![[r#"
            advice refutationLength /misconceptions/0/refutation
              This refutation has 12 words in all its parts.
              Aim for 80 to 150: say also why the misconception is believed and what to do instead.
        "#]],
    );
    says(
        with("/misconceptions/0/refutation/whyWrong", words(200)),
        expect![[r#"
            advice refutationLength /misconceptions/0/refutation
              This refutation has 202 words in all its parts.
              Aim for 80 to 150: few readers stay for more. Sources can carry the rest.
        "#]],
    );
    let mut document = with(
        "/misconceptions/0/refutation/whyWrong",
        json!("これは間違いです。"),
    );
    document["lang"] = json!("ja");
    assert_eq!(
        told(&document),
        "",
        "words cannot be counted without spaces"
    );
}

#[test]
fn evidence_is_due_once_its_day_is_over() {
    let due = |date: &str| {
        codes(&with(
            "/misconceptions/0/evidence",
            json!({ "strength": "strong", "reviewBy": date }),
        ))
    };
    for date in ["2026", "2026-11", "2026-11-23", "2026-12", "2027"] {
        assert_eq!(due(date), Vec::<String>::new(), "{date}");
    }
    for date in ["2025", "2026-10", "2026-11-22"] {
        assert_eq!(
            due(date),
            ["reviewDue /misconceptions/0/evidence/reviewBy"],
            "{date}"
        );
    }
    for date in ["2027-13", "2027-02-29", "2027-00", "2027-04-31"] {
        assert_eq!(
            due(date),
            ["oddDate /misconceptions/0/evidence/reviewBy"],
            "{date}"
        );
    }
    says(
        with(
            "/misconceptions/0/evidence",
            json!({ "strength": "strong", "reviewBy": "2024-06" }),
        ),
        expect![[r#"
            advice reviewDue /misconceptions/0/evidence/reviewBy
              The evidence was to be looked at again by 2024-06.
              See whether it still holds, then set "asOf" and a later "reviewBy".
        "#]],
    );
}

#[test]
fn statements_are_read_for_what_makes_them_hard_to_answer() {
    says(
        with(
            "/misconceptions/0/statements/0/text",
            json!("The method is cheap and quick."),
        ),
        expect![[r#"
            advice doubleBarrelled /misconceptions/0/statements/0/text
              This statement seems to make two claims, at "and": whoever agrees with one only cannot answer.
              Make it two statements, or leave one of the claims out.
        "#]],
    );
    says(
        with(
            "/misconceptions/0/statements/0/text",
            json!("The method does not work."),
        ),
        expect![[r#"
            advice negated /misconceptions/0/statements/0/text
              This statement is negated by "not": to disagree, a reader must deny a denial.
              Say the same without the negation, and turn the key if the meaning turns.
        "#]],
    );
    says(
        with(
            "/misconceptions/0/statements/0/text",
            json!("The method always works."),
        ),
        expect![[r#"
            advice absolute /misconceptions/0/statements/0/text
              This statement allows of no exception, by "always": knowing one is enough to disagree.
              Say what usually holds, or for whom.
        "#]],
    );
    let mut document = with(
        "/misconceptions/0/statements/1/text",
        json!("Metoden virker alltid."),
    );
    assert_eq!(told(&document), "", "that is no English");
    document["lang"] = json!("nb");
    assert_eq!(
        codes(&document),
        ["absolute /misconceptions/0/statements/1/text"]
    );
    // Translations are read in their language.
    let document = with(
        "/translations",
        json!({ "nb": { "statements": { "s2": { "text": "Metoden virker aldri." } } } }),
    );
    let found = codes(&document);
    assert!(
        found.contains(&"absolute /translations/nb/statements/s2/text".to_owned()),
        "{found:?}"
    );
}

#[test]
fn outcomes_that_nobody_sees_are_pointed_out() {
    let outcomes = json!([{ "from": 0, "title": "None" }, { "from": 1, "title": "One" }, { "from": 1, "title": "Or one" }, { "from": 2, "title": "Two" }]);
    says(
        with("/outcomes", outcomes),
        expect![[r#"
        advice unreachableOutcome /outcomes/1
          Another outcome begins at 1 too, and is shown instead of this one.
          Give this one another "from", or delete it.
        advice unreachableOutcome /outcomes/3
          No answers lead to this outcome: 2 misconceptions held or leaned towards cannot come about.
          Lower its "from", or delete it. Contested misconceptions are not counted.
    "#]],
    );
}

#[test]
fn texts_still_to_be_written_are_pointed_out() {
    says(
        with("/misconceptions/0/name", json!("[The misconception]")),
        expect![[r#"
            advice placeholder /misconceptions/0/name
              "[The misconception]" stands in square brackets, as a text still to be written.
              Write the text, without the brackets.
        "#]],
    );
    assert_eq!(
        told(&with("/intro", json!("[Some] words in [brackets]x"))),
        ""
    );
}

#[test]
fn advice_waits_until_the_document_can_be_used() {
    let mut document = small(&[&["myth"]]);
    document["title"] = json!(7);
    assert_eq!(codes(&document), ["wrongType /title"]);
}

#[test]
fn more_than_anybody_reads_is_cut_short() {
    let mut document = good();
    for number in 0..2_000 {
        document[format!("odd{number}")] = json!(1);
    }
    let found = findings(&document, TODAY).0;
    assert_eq!(found.len(), 1_000);
    assert_eq!(found.last().unwrap().code, "more");
}

#[test]
fn habits_come_with_what_can_be_used_only() {
    let report: Value = check(&good(), TODAY);
    assert_eq!(report["problems"], json!([]));
    assert_eq!(
        report["habits"]["agree"]["verdicts"],
        json!([{ "misconception": "m1", "verdict": "unsure" }])
    );
    assert_eq!(
        report["habits"]["random"]["counts"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    let report: Value = check(&with("/titel", json!("x")), TODAY);
    assert_eq!(report["habits"], Value::Null);
    assert_eq!(
        report["problems"][0],
        json!({
            "severity": "error", "code": "unknownKey", "pointer": "/titel",
            "message": "The format has no \"titel\" at the top.", "remedy": report["problems"][0]["remedy"],
            "found": "titel",
        })
    );
}
