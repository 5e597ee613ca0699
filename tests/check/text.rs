//! Texts, words and numbers that are not allowed: what was probably meant, and no suggestion if
//! nobody can know.

use crate::common::small;
use crate::{TODAY, says, told, with};
use expect_test::expect;
use misconception_scorecard::authoring::check::findings;
use serde_json::{Value, json};

#[test]
fn an_unknown_value_is_reported_with_the_known_ones() {
    says(
        with("/minAnswered", json!("all")),
        expect![[r#"
            error unknownValue /minAnswered
              "minAnswered" is "all", which is not one of the allowed words.
              Write one of these. "majority": More than half of a misconception’s statements: both of two, two of three. "half": At least half of a misconception’s statements: one of two, two of three.
        "#]],
    );
    says(
        with("/misconceptions/0/statements/0/key", json!("Fact")),
        expect![[r#"
            error unknownValue /misconceptions/0/statements/0/key
              "key" of statement 1 of misconception 1 is "Fact", which is not one of the allowed words. Did you mean "fact"?
              Write one of these. "myth": Agreeing with the statement means holding the misconception. "fact": Agreeing with the statement means not holding the misconception.
              suggestion: fact
        "#]],
    );
}

#[test]
fn values_in_another_spelling_are_corrected() {
    says(
        with("/id", json!("my quiz")),
        expect![[r#"
        error malformed /id
          "id" is "my quiz", but should be an id without spaces.
          Write "my-quiz", if that is what you mean.
          suggestion: my-quiz
    "#]],
    );
    says(
        with("/lang", json!("English")),
        expect![[r#"
            advice unspokenLanguage /lang
              The widget has no messages in "English": its buttons and verdicts are in English.
              Write the answers in this language, as "labels" of "scale"; the rest stays in English.
        "#]],
    );
    says(
        with("/lang", json!("nb_NO")),
        expect![[r#"
            error malformed /lang
              "lang" is "nb_NO", but should be a language tag such as en or nb.
              Write "nb-NO", if that is what you mean.
              suggestion: nb-NO
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
              "url" of source 1 of misconception 1 is "www.example.org", but should be a URL that begins with https:// or http://.
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
              "url" of source 1 of misconception 1 is "javascript:alert(1)", but should be a URL that begins with https:// or http://.
              Write a URL that begins with https:// or http://.
        "#]],
    );
}

#[test]
fn empty_too_large_duplicate_and_invisible_texts_are_reported() {
    says(
        with("/intro", json!(" ")),
        expect![[r#"
            error empty /intro
              "intro" is empty.
              Write something between the quotes, or delete "intro" and its value.
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
              Write at least one item between the brackets: [ { "id": "bread-fridge", "name": "…", "statements": [ { "id": "bread-1", "text": "…", "key": "myth" } ], "refutation": { "fact": "…", "whyWrong": "…" } } ].
        "#]],
    );
    says(
        with("/intro", json!("x".repeat(4_001))),
        expect![[r#"
            error tooLarge /intro
              "intro" has 4,001 characters; at most 4,000 are allowed.
              Shorten it.
        "#]],
    );
    let outcomes = vec![json!({ "from": 0, "title": "x" }); 1_001];
    says(
        with("/outcomes", json!(outcomes)),
        expect![[r#"
            error tooLarge /outcomes
              "outcomes" has 1,001 items; at most 1,000 are allowed.
              Take some out.
        "#]],
    );
    says(
        with("/misconceptions/0/statements/1/id", json!("s1")),
        expect![[r#"
            error duplicateId /misconceptions/0/statements/1/id
              Statement 1 of misconception 1 already has the id "s1".
              Give this one an id of its own; answers are kept under it.
        "#]],
    );
    says(
        with("/title", json!("Bell\u{7}")),
        expect![[r#"
            error controlCharacter /title
              "title" has an invisible character (U+0007).
              Delete it: type the text again instead of pasting it.
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
fn a_url_is_corrected_without_becoming_another() {
    let source = |url: &str| json!([{ "title": "A book", "url": url }]);
    for (url, expected) in [
        ("https://example.org/a b", "https://example.org/a%20b"),
        (" https://example.org\n", "https://example.org"),
        ("https:/example.org", "https://example.org"),
        ("HTTP//example.org/a", "http://example.org/a"),
        ("www.example.org/a b", "https://www.example.org/a%20b"),
        ("//example.org", "https://example.org"),
        ("example.org?a=b", "https://example.org?a=b"),
        ("doi:10.1000/182", "https://doi.org/10.1000/182"),
        ("10.1000/182", "https://doi.org/10.1000/182"),
        // Nobody can tell what is meant by these.
        ("https://exam ple.org", ""),
        ("https://example.org/a\nb", ""),
        ("See example.org", ""),
        ("us@example.org", ""),
        ("mailto:us@example.org", ""),
        ("ftp://example.org", ""),
        ("javascript:alert(1)", ""),
        ("/images/bread.png", ""),
        ("./kitchen.html", ""),
        ("kitchen.html", ""),
        ("page 12", ""),
    ] {
        assert_eq!(
            suggestion("/misconceptions/0/sources", source(url)),
            expected,
            "{url}"
        );
    }
}

#[test]
fn ids_languages_and_dates_are_corrected_each_in_its_way() {
    for (id, expected) in [
        ("laundry\n", "laundry"),
        (" laundry ", "laundry"),
        ("My laundry  quiz", "My-laundry-quiz"),
        ("a\tb", "a-b"),
    ] {
        assert_eq!(suggestion("/id", json!(id)), expected, "{id}");
    }
    let long = "word ".repeat(400);
    assert_eq!(
        suggestion("/id", json!(long)),
        "",
        "nobody writes this again"
    );
    for (lang, expected) in [
        ("en_GB", "en-GB"),
        (" en ", "en"),
        ("British English", "en-GB"),
        ("bokmål", "nb"),
        ("e", ""),
        ("1n", ""),
        ("Scots English", ""),
    ] {
        assert_eq!(suggestion("/lang", json!(lang)), expected, "{lang}");
    }
    let evidence = |date: &str| json!({ "strength": "strong", "asOf": date });
    for (date, expected) in [
        ("2026-1", "2026-01"),
        ("1/2026", "2026-01"),
        ("23. 11. 2026", "2026-11-23"),
        ("11/23/2026", "2026-11-23"),
        ("2026-11-23T10:00", "2026-11-23"),
        ("5/11/2026", ""),
        ("2026-13-1", ""),
        ("32.1.2026", ""),
        ("28", ""),
        ("November 2026", ""),
        ("2026-11-23-1", ""),
    ] {
        assert_eq!(
            suggestion("/misconceptions/0/evidence", evidence(date)),
            expected,
            "{date}"
        );
    }
}

/// What is suggested for the first problem.
fn suggestion(pointer: &str, value: Value) -> String {
    let found = findings(&with(pointer, value), TODAY).0;
    found[0].suggestion.clone()
}

#[test]
fn every_invisible_character_is_reported_by_its_code_point() {
    for (character, number) in [
        ('\u{0}', "U+0000"),
        ('\u{b}', "U+000B"),
        ('\u{c}', "U+000C"),
        ('\u{7f}', "U+007F"),
        ('\u{85}', "U+0085"),
        ('\u{9f}', "U+009F"),
    ] {
        let text = format!("A\nline{character}");
        let translated = json!({ "nb": { "title": text } });
        for document in [
            with("/title", json!(text)),
            with("/translations", translated),
        ] {
            let found = findings(&document, TODAY).0;
            assert_eq!(found[0].code, "controlCharacter");
            assert!(found[0].message.contains(number), "{}", found[0].message);
        }
    }
}

#[test]
fn a_text_of_invisible_characters_is_empty_and_reported_by_code_point() {
    for (text, named) in [
        ("\u{200b}", "U+200B, a zero width space"),
        ("\u{a0}", "U+00A0, a no-break space"),
        ("\n \u{ad}", "U+00AD, a soft hyphen"),
        ("\u{3164}", "U+3164"),
        ("\u{e0041}", "U+E0041"),
    ] {
        let translated = json!({ "nb": { "title": text } });
        for document in [
            with("/title", json!(text)),
            with("/translations", translated),
        ] {
            let found = findings(&document, TODAY).0;
            assert_eq!(found[0].code, "empty");
            let expected = format!("nothing visible in it ({named}).");
            let message = &found[0].message;
            assert!(message.ends_with(&expected), "{message}");
        }
    }
}

#[test]
fn ids_and_keys_with_invisible_characters_are_reported() {
    says(
        with("/id", json!("\u{feff}my\u{a0}quiz")),
        expect![[r#"
            error malformed /id
              "id" is "\ufeffmy quiz", with an invisible character (U+FEFF, a byte order mark).
              Write "my-quiz", if that is what you mean.
              suggestion: my-quiz
        "#]],
    );
    let said = |key: &str| {
        let found = findings(&with(key, json!("T")), TODAY).0;
        [found[0].message.clone(), found[0].remedy.clone()]
    };
    assert_eq!(
        said("/in\u{200b}tro"),
        [
            r#"The format has no key "in\u200btro" at the top. It is "intro" with an invisible character (U+200B, a zero width space)."#,
            r#"Delete the character, or type the key again: "intro"."#,
        ]
    );
    assert_eq!(
        said("/ti\u{200b}tle"),
        [
            r#"The format has no key "ti\u200btle" at the top; "title" is already there."#,
            r#"Keep one of the two, under "title"."#,
        ]
    );
    let translated = json!({ "nb": { "title": "T", "statements": { "s1\u{200d}": "En." } } });
    let found = findings(&with("/translations", translated), TODAY).0;
    let suggested = (found[0].code, found[0].suggestion.as_str());
    assert_eq!(suggested, ("unknownKey", "s1"));
    assert!(found[0].message.contains("U+200D, a zero width joiner"));
    for (id, expected) in [
        ("s\u{200b}1", "s1"),
        (" s1\u{a0}", "s1"),
        ("s\u{2028}1", "s-1"),
        ("\u{200b}", ""),
    ] {
        let place = "/misconceptions/0/statements/0/id";
        assert_eq!(suggestion(place, json!(id)), expected, "{id:?}");
    }
    let joined = "می\u{200c}دانم";
    let credits = json!({ "text": joined, "url": format!("https://example.org/{joined}") });
    let said = told(&with("/credits", credits));
    assert_eq!(
        said, "",
        "what joins letters is part of a text and of an address"
    );
}

#[test]
fn a_duplicate_id_is_reported_with_its_other_place() {
    let mut document = small(&[&["myth", "fact"], &["myth"]]);
    document["misconceptions"][1]["id"] = json!("m1");
    document["misconceptions"][1]["statements"][0]["id"] = json!("s2");
    says(
        document,
        expect![[r#"
            error duplicateId /misconceptions/1/id
              Misconception 1 already has the id "m1".
              Give this one an id of its own; verdicts are kept under it.
            error duplicateId /misconceptions/1/statements/0/id
              Statement 2 of misconception 1 already has the id "s2".
              Give this one an id of its own; answers are kept under it.
        "#]],
    );
    // A statement may have the id of a misconception.
    assert_eq!(
        told(&with("/misconceptions/0/statements/0/id", json!("m1"))),
        ""
    );
}
