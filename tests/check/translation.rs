//! Translations: parts that match nothing in the original, and parts with another shape than the
//! original's.

use crate::{TODAY, codes, each_says, good, says, told, with};
use expect_test::expect;
use misconception_scorecard::authoring::check::findings;
use serde_json::{Value, json};

#[test]
fn a_list_that_is_shorter_than_the_original_is_reported() {
    let outcomes = json!([{ "from": 0, "title": "A" }, { "from": 1, "title": "B" }, { "from": 2, "title": "C" }]);
    let mut document = with("/outcomes", outcomes);
    document["translations"] = json!({ "nb": { "outcomes": [{ "title": "A" }] } });
    let (found, _) = findings(&document, TODAY);
    let told = found.iter().find(|it| it.code == "shorterList").unwrap();
    assert!(told.is_advice);
    assert_eq!(told.pointer, "/translations/nb/outcomes");
    assert_eq!(
        told.message,
        "The translation of \"outcomes\" has 1 item, but the original has 3: the last ones stay untranslated, and if one \
         is left out before them, all after it are in the wrong place."
    );
    document["translations"]["nb"]["outcomes"] = json!([{}, {}, {}]);
    let (found, _) = findings(&document, TODAY);
    assert!(found.iter().all(|it| it.code != "shorterList"));
}

#[test]
fn parts_of_a_translation_without_an_original_are_reported() {
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
              The original has no "titel" here, so this is never shown; "title" is already there.
              Keep one of the two, under "title".
        "#]],
    );
    says(more("intro", json!("En innledning.")), expect![""]);
}

#[test]
fn a_translation_has_only_texts_and_as_many_as_the_original() {
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
              "version" is the same in every language, so a translation leaves it out.
              Delete it here.
        "#]],
    );
    says(
        more("title", json!("")),
        expect![[r#"
            error empty /translations/nb/title
              The translation of "title" is empty.
              Write the translation between the quotes, or delete "title" and its value: then the original is shown.
        "#]],
    );
    says(
        more("title", json!(["Liten"])),
        expect![[r#"
            error wrongType /translations/nb/title
              The translation of "title" should be a string in double quotes, but it is an array of 1 item.
              Write "Liten", without the brackets.
        "#]],
    );
    says(
        more(
            "misconceptions",
            json!([{ "name": "Navn" }, { "name": "To" }]),
        ),
        expect![[r#"
            error wrongType /translations/nb/misconceptions
              The translation of "misconceptions" should be an object { … }, but it is an array of 2 items.
              Write each under its id: { "m1": { … } }.
        "#]],
    );
    says(
        more("statements", json!({ "s1": "En", "s2": "To", "s3": "Tre" })),
        expect![[r#"
            error unknownKey /translations/nb/statements/s3
              No statement of the original has the id "s3", so this is never shown.
              Delete it, or write the id of a statement.
        "#]],
    );
    says(
        more("statements", json!(["En", "To"])),
        expect![[r#"
            error wrongType /translations/nb/statements
              The translation of "statements" should be an object { … }, but it is an array of 2 items.
              Write each under its id: { "s1": "…" }.
        "#]],
    );
}

#[test]
fn a_translation_has_the_name_of_another_language_and_is_a_map() {
    says(
        with("/translations", json!({ "norsk!": {} })),
        expect![[r#"
            error malformed /translations/norsk!
              "norsk!" is not a language tag.
              Use a language tag such as "en" or "nb" as the key.
        "#]],
    );
    says(
        with("/translations", json!({ "nb": 4 })),
        expect![[r#"
            error wrongType /translations/nb
              The translation into "nb" should be an object { … } or a URL in double quotes, but it is 4.
              Write the translated texts, as in { "title": "…" }, or the URL of a file with them, in double quotes.
        "#]],
    );
    says(
        with("/translations", json!({ "en": { "title": "Small" } })),
        expect![[r#"
            advice ownLanguage /translations/en
              The questionnaire itself is in "en": this translation is never shown.
              Delete it, or correct "lang" at the top.
        "#]],
    );
}

/// What is reported for a questionnaire with every kind of part, translated by `overlay`.
fn told_of(overlay: &Value) -> String {
    let mut document = good();
    document["scale"] = json!({ "points": 2, "labels": ["No", "Yes"] });
    document["cutoffs"] = json!({ "held": 80 });
    document["misconceptions"][0]["sources"] =
        json!([{ "title": "A book", "url": "https://example.org" }]);
    document["outcomes"] =
        json!([{ "from": 0, "title": "None", "text": "So." }, { "from": 1, "title": "One" }]);
    document["credits"] = json!({ "text": "By us" });
    document["translations"] = json!({ "nb": overlay });
    let found = findings(&document, TODAY).0;
    let errors = found.into_iter().filter(|it| !it.is_advice);
    errors.fold(String::new(), |text, it| {
        format!(
            "{text}{} {}\n  {}\n  {}\n",
            it.code, it.pointer, it.message, it.remedy
        )
    })
}

#[test]
fn a_translation_of_a_wrong_type_is_reported_with_the_right_one() {
    let overlays = [
        json!({ "scale": ["Nei", "Ja"] }),
        json!({ "scale": { "labels": { "0": "Nei" } } }),
        json!({ "scale": { "labels": ["Nei", 2] } }),
        json!({ "scale": { "labels": ["Nei", "Ja", "Jo"] } }),
        json!({ "cutoffs": 80 }),
        json!({ "misconceptions": [{ "name": "Navn" }] }),
        json!({ "misconceptions": { "m1": "Navn" } }),
        json!({ "misconceptions": { "m1": { "refutation": [{ "fact": "Fakta." }] } } }),
        json!({ "misconceptions": { "m1": { "statements": { "s1": "En" } } } }),
        json!({ "statements": ["En", "To"] }),
        json!({ "statements": { "s1": 1 } }),
        json!({ "statements": { "s1": ["En"] } }),
        json!({ "statements": { "s1": { "text": "" } } }),
        json!({ "outcomes": { "0": "Ingen" } }),
        json!({ "outcomes": [0] }),
        json!({ "outcomes": [{}, "En"] }),
        json!({ "credits": 1 }),
    ];
    let told: String = overlays.iter().map(told_of).collect();
    expect![[r#"
        wrongType /translations/nb/scale
          The translation of "scale" should be an object { … }, but it is an array of 2 items.
          Write { "labels": [ … ] }.
        wrongType /translations/nb/scale/labels
          The translation of "labels" of "scale" should be an array [ … ], but it is an object { … }.
          Write all items in the order of the original: [ "…", "…" ].
        wrongType /translations/nb/scale/labels/1
          The translation of label 2 of "scale" should be a string in double quotes, but it is 2.
          Write the translation in double quotes.
        wrongLength /translations/nb/scale/labels
          The translation of "labels" of "scale" has 3 items, but the original has 2.
          Translate each item of the original once, in the same order.
        wrongType /translations/nb/cutoffs
          The translation of "cutoffs" should be an object { … }, but it is 80.
          Delete it: nothing in it is translated.
        wrongType /translations/nb/misconceptions
          The translation of "misconceptions" should be an object { … }, but it is an array of 1 item.
          Write each under its id: { "m1": { … } }.
        wrongType /translations/nb/misconceptions/m1
          The translation of misconception 1 should be an object { … }, but it is the string "Navn".
          Write { "name": "…", "refutation": { … } }.
        wrongType /translations/nb/misconceptions/m1/refutation
          The translation of "refutation" of misconception 1 should be an object { … }, but it is an array of 1 item.
          Delete the [ and ] around it.
        unknownKey /translations/nb/misconceptions/m1/statements
          Translated statements do not belong inside their misconception.
          Move them to "statements" beside "misconceptions", each under its id.
        wrongType /translations/nb/statements
          The translation of "statements" should be an object { … }, but it is an array of 2 items.
          Write each under its id: { "s1": "…" }.
        wrongType /translations/nb/statements/s1
          The translation of statement 1 of misconception 1 should be a string in double quotes, but it is 1.
          Write the translation in double quotes.
        wrongType /translations/nb/statements/s1
          The translation of statement 1 of misconception 1 should be a string in double quotes, but it is an array of 1 item.
          Write "En", without the brackets.
        empty /translations/nb/statements/s1/text
          The translation of statement 1 of misconception 1 is empty.
          Write the translation between the quotes, or delete "text" and its value: then the original is shown.
        wrongType /translations/nb/outcomes
          The translation of "outcomes" should be an array [ … ], but it is an object { … }.
          Write all items in the order of the original: [ { … }, { … } ].
        wrongType /translations/nb/outcomes/0
          The translation of outcome 1 should be an object { … }, but it is 0.
          Write { "title": "…", "text": "…" }.
        wrongType /translations/nb/credits
          The translation of "credits" should be a string in double quotes, but it is 1.
          Write the translation in double quotes.
    "#]].assert_eq(&told);
    // In these places a string alone is enough.
    let right = json!({ "statements": { "s1": "En" }, "outcomes": ["Så."], "credits": "Av oss" });
    assert_eq!(told_of(&right), "");
}

#[test]
fn a_problem_in_a_translated_text_is_reported_like_one_in_the_original() {
    let long = "x".repeat(4_001);
    let source = |url: &str| json!({ "m1": { "sources": [{ "url": url }] } });
    let overlays = [
        json!({ "scale": { "labels": [" "] } }),
        json!({ "credits": "" }),
        json!({ "title": long }),
        json!({ "title": "a\u{7}" }),
        json!({ "misconceptions": source("www.example.org/a b") }),
        json!({ "misconceptions": source("her") }),
    ];
    let told: String = overlays.iter().map(told_of).collect();
    expect![[r#"
        empty /translations/nb/scale/labels/0
          The translation of label 1 of "scale" is empty.
          Write the translation between the quotes.
        empty /translations/nb/credits
          The translation of "text" of "credits" is empty.
          Write the translation between the quotes, or delete "credits" and its value: then the original is shown.
        tooLarge /translations/nb/title
          The translation of "title" has 4,001 characters; at most 4,000 are allowed.
          Shorten it.
        controlCharacter /translations/nb/title
          The translation of "title" has an invisible character (U+0007).
          Delete it: type the text again instead of pasting it.
        malformed /translations/nb/misconceptions/m1/sources/0/url
          The translation of "url" of source 1 of misconception 1 is "www.example.org/a b", but should be a URL that begins with https:// or http://.
          Write "https://www.example.org/a%20b", if that is what you mean.
        malformed /translations/nb/misconceptions/m1/sources/0/url
          The translation of "url" of source 1 of misconception 1 is "her", but should be a URL that begins with https:// or http://.
          Write a URL that begins with https:// or http://.
    "#]].assert_eq(&told);
}

#[test]
fn an_unknown_part_of_a_translation_is_reported_with_what_was_meant() {
    let overlays = [
        json!({ "titel": "Liten" }),
        json!({ "title": "Liten", "Title": "Liten" }),
        json!({ "comment": "Later." }),
        json!({ "intro": "Hei." }),
        json!({ "colour": "rød" }),
        json!({ "id": "liten" }),
        json!({ "cutoffs": { "held": 90 } }),
        json!({ "translations": {} }),
        json!({ "misconceptions": { "m2": {} } }),
        json!({ "misconceptions": { "m1": {}, "m2": {} } }),
        json!({ "statements": { "s1": "En", "s3": "Tre" } }),
        json!({ "statements": { "s1": "En", "s2": "To", "s3": "Tre" } }),
    ];
    let told: String = overlays.iter().map(told_of).collect();
    expect![[r#"
        unknownKey /translations/nb/titel
          The original has no "titel" here, so this is never shown. Did you mean "title"?
          Write "title" instead of "titel".
        unknownKey /translations/nb/Title
          The original has no "Title" here, so this is never shown; "title" is already there.
          Keep one of the two, under "title".
        unknownKey /translations/nb/comment
          The original has no "comment" here, so this is never shown. Did you mean "$comment"?
          Write "$comment" instead of "comment", with the note in double quotes.
        unknownKey /translations/nb/colour
          The original has no "colour" here, so this is never shown.
          Delete it.
        unknownKey /translations/nb/id
          "id" is the same in every language, so a translation leaves it out.
          Delete it here.
        unknownKey /translations/nb/cutoffs/held
          "held" is the same in every language, so a translation leaves it out.
          Delete it here.
        unknownKey /translations/nb/translations
          A translation has no translations of its own.
          Delete it here.
        unknownKey /translations/nb/misconceptions/m2
          No misconception of the original has the id "m2", so this is never shown. Did you mean "m1"?
          Write "m1" instead of "m2".
        unknownKey /translations/nb/misconceptions/m2
          No misconception of the original has the id "m2", so this is never shown.
          Delete it, or write the id of a misconception.
        unknownKey /translations/nb/statements/s3
          No statement of the original has the id "s3", so this is never shown. Did you mean "s2"?
          Write "s2" instead of "s3".
        unknownKey /translations/nb/statements/s3
          No statement of the original has the id "s3", so this is never shown.
          Delete it, or write the id of a statement.
    "#]].assert_eq(&told);
}

#[test]
fn a_wrong_language_tag_is_corrected() {
    let of = |lang: &str, overlay: Value| ("/translations", json!({ lang: overlay }));
    each_says(
        vec![
            of("nb_NO", json!("small.nb.json")),
            of("n", json!("small.nb.json")),
            of("fr", json!("")),
            of("fr", json!(null)),
        ],
        expect![[r#"
            error malformed /translations/nb_NO
              "nb_NO" is not a language tag.
              Use the key "nb-NO", if that is what you mean.
            error malformed /translations/n
              "n" is not a language tag.
              Use a language tag such as "en" or "nb" as the key.
            error empty /translations/fr
              The URL of the translation into "fr" is empty.
              Write it between the quotes, or delete "fr" and its value.
            error wrongType /translations/fr
              The translation into "fr" should be an object { … } or a URL in double quotes, but it is null.
              Write the translated texts, as in { "title": "…" }, or the URL of a file with them, in double quotes.
        "#]],
    );
}

#[test]
fn translations_of_ignored_parts_are_ignored() {
    let mut document = good();
    let inner = json!([{ "id": "s1", "text": "Nobody reads this." }]);
    document["misconceptions"][0]["statements"][1]["statements"] = inner;
    document["translations"] = json!({ "nb": { "statements": { "s1": "Slik.", "s2": "Slik." } } });
    let errors: Vec<_> = codes(&document)
        .into_iter()
        .filter(|it| !it.starts_with("missingTranslation"))
        .collect();
    assert_eq!(
        errors,
        ["unknownKey /misconceptions/0/statements/1/statements"]
    );
}
