//! Markup in a questionnaire that allows it: what is reported about an error, in the questionnaire
//! and in its translations, and what is not an error.

use crate::common::small;
use crate::{codes, each_says, good, says, told, with};
use expect_test::expect;
use serde_json::{Value, json};

/// The good questionnaire with markup allowed and the value at `pointer` set.
fn allowed(pointer: &str, value: Value) -> Value {
    let mut document = with(pointer, value);
    document["markup"] = json!("inline");
    document
}

/// What is reported for each text in place of the refutation's fact.
fn facts(texts: &[&str]) -> String {
    let of = |text: &&str| told(&allowed("/misconceptions/0/refutation/fact", json!(text)));
    texts.iter().map(of).collect()
}

#[test]
fn correct_markup_is_not_reported() {
    let texts = [
        "*Most* bees [can sting again](https://example.org/bees_(insects)) [1].",
        r"5 * 3, \*, \[2], [sic], a] and b)",
        "*[Emphatic](http://example.org)* and [*so*](http://example.org)",
    ];
    assert_eq!(facts(&texts), "");
    for pointer in ["/intro", "/privacy", "/misconceptions/0/statements/0/text"] {
        assert_eq!(
            told(&allowed(pointer, json!("*So* it is."))),
            "",
            "{pointer}"
        );
    }
}

#[test]
fn each_error_in_markup_has_a_message_and_a_remedy() {
    expect![[r#"
        error malformed /misconceptions/0/refutation/fact
          "fact" of "refutation" of misconception 1 has a * that is not closed on its line, at "*so, they say.".
          Write * after the last of the words too, or \\* for the character itself.
        error malformed /misconceptions/0/refutation/fact
          "fact" of "refutation" of misconception 1 has a * that is not closed on its line, at "*so\n\nand not* so.".
          Write * after the last of the words too, or \\* for the character itself.
        error malformed /misconceptions/0/refutation/fact
          "fact" of "refutation" of misconception 1 has two * in a row, at "**so**.".
          Write one * on each side of the words, or \\* for the character itself.
        error malformed /misconceptions/0/refutation/fact
          "fact" of "refutation" of misconception 1 has a * with a space where words should be, at "* so, they* say.".
          Write * close to the words on both sides, or \\* for the character itself.
        error malformed /misconceptions/0/refutation/fact
          "fact" of "refutation" of misconception 1 has a * with a space where words should be, at "*they say.".
          Write * close to the words on both sides, or \\* for the character itself.
        error malformed /misconceptions/0/refutation/fact
          "fact" of "refutation" of misconception 1 has a link to "javascript:alert(1)", which should be a URL that begins with https:// or http://.
          Write a URL that begins with https:// or http://, with %20 for each space.
        error malformed /misconceptions/0/refutation/fact
          "fact" of "refutation" of misconception 1 has a link to "www.example.org/a", which should be a URL that begins with https:// or http://.
          Write "https://www.example.org/a", if that is what you mean.
        error malformed /misconceptions/0/refutation/fact
          "fact" of "refutation" of misconception 1 has a link to "https://example.org/a b", which should be a URL that begins with https:// or http://.
          Write "https://example.org/a%20b", if that is what you mean.
        error malformed /misconceptions/0/refutation/fact
          "fact" of "refutation" of misconception 1 has a link whose URL is empty or does not end, at "[this](https://example.org".
          Write it as in [words](https://example.org); inside a URL, ( and ) come in pairs.
        error malformed /misconceptions/0/refutation/fact
          "fact" of "refutation" of misconception 1 has a link whose URL is empty or does not end, at "[this]().".
          Write it as in [words](https://example.org); inside a URL, ( and ) come in pairs.
        error malformed /misconceptions/0/refutation/fact
          "fact" of "refutation" of misconception 1 has a link without words, at "[ ](https://example.org).".
          Write between [ and ] where it leads: readers see only that.
        error malformed /misconceptions/0/refutation/fact
          "fact" of "refutation" of misconception 1 has a * that is not closed on its line, at "*this".
          Write * after the last of the words too, or \\* for the character itself.
        error malformed /misconceptions/0/refutation/fact
          "fact" of "refutation" of misconception 1 refers to source 2, but there is 1 source.
          In a refutation, write the number of one of the misconception’s sources, as in [1], or \\[2] for the characters themselves.
        error malformed /misconceptions/0/refutation/fact
          "fact" of "refutation" of misconception 1 refers to source 9999, but there is 1 source.
          In a refutation, write the number of one of the misconception’s sources, as in [1], or \\[9999] for the characters themselves.
    "#]].assert_eq(&facts(&[
        "It is *so, they say.",
        "It is *so\n\nand not* so.",
        "It is **so**.",
        "It is* so, they* say.",
        "It is *so *they say.",
        "See [this](javascript:alert(1)).",
        "See [this](www.example.org/a).",
        "See [this](https://example.org/a b).",
        "See [this](https://example.org",
        "See [this]().",
        "See [ ](https://example.org).",
        "See [*this](https://example.org).",
        "So it is [2].",
        "So it is [9999].",
    ]));
}

#[test]
fn references_without_a_source_in_their_misconception_are_reported() {
    let mut document = small(&[&["myth", "fact"], &["myth", "fact"]]);
    document["markup"] = json!("inline");
    document["misconceptions"][0]["sources"] = json!([{ "title": "A" }, { "title": "B" }]);
    for index in 0..2 {
        document["misconceptions"][index]["refutation"]["fact"] = json!("So it is [2].");
    }
    document["intro"] = json!("So it is [1].");
    let errors: Vec<_> = codes(&document)
        .into_iter()
        .filter(|it| it.starts_with("malformed"))
        .collect();
    assert_eq!(
        errors,
        [
            "malformed /intro",
            "malformed /misconceptions/1/refutation/fact"
        ]
    );
}

#[test]
fn an_invalid_source_is_reported_without_its_references() {
    let mut document = allowed("/misconceptions/0/refutation/fact", json!("So [2]."));
    document["misconceptions"][0]["sources"] = json!([3, { "title": "B" }]);
    assert_eq!(codes(&document), ["wrongType /misconceptions/0/sources/0"]);
}

#[test]
fn markup_in_translations_is_checked_too() {
    let mut document = allowed(
        "/outcomes",
        json!([{ "from": 0, "title": "*a", "text": "*a*" }]),
    );
    document["translations"] = json!({ "nb": {
        "title": "*a",
        "misconceptions": { "m1": {
            "name": "*a",
            "refutation": { "fact": "Slik er det [1].", "whyWrong": "Slik er det [2]." },
        } },
        "statements": { "s1": "Det er *slik", "s2": "Det er *slik*." },
        "outcomes": [{ "title": "*a", "text": "[a](b)" }],
    } });
    let found = told(&document);
    let errors: Vec<_> = found
        .split_inclusive('\n')
        .skip_while(|line| !line.starts_with("error"))
        .collect();
    expect![[r#"
        error malformed /translations/nb/misconceptions/m1/refutation/whyWrong
          The translation of "whyWrong" of "refutation" of misconception 1 refers to source 2, but there is 1 source.
          In a refutation, write the number of one of the misconception’s sources, as in [1], or \\[2] for the characters themselves.
        error malformed /translations/nb/statements/s1
          The translation of statement 1 of misconception 1 has a * that is not closed on its line, at "*slik".
          Write * after the last of the words too, or \\* for the character itself.
        error malformed /translations/nb/outcomes/0/text
          The translation of "text" of outcome 1 has a link to "b", which should be a URL that begins with https:// or http://.
          Write a URL that begins with https:// or http://, with %20 for each space.
    "#]].assert_eq(&errors.concat());
}

#[test]
fn without_the_key_every_text_is_plain() {
    let mut document = good();
    document["misconceptions"][0]["refutation"]["fact"] = json!("*so [9] [a](b");
    document["translations"] =
        json!({ "nb": { "misconceptions": { "m1": { "refutation": { "fact": "*" } } } } });
    let is_error = |it: &String| it.starts_with("malformed");
    assert_eq!(codes(&document).into_iter().find(is_error), None);
}

#[test]
fn text_that_only_looks_like_markup_is_reported() {
    says(
        with("/intro", json!("It is *never* so.")),
        expect![[r#"
            advice markup /intro
              All text is plain: readers see the markup "*never*" as it is written.
              Write the words and characters alone, or "markup": "inline" at the top: then prose may have *emphasis* and [words](https://example.org).
        "#]],
    );
    let intro = |text: &str| ("/intro", json!(text));
    let title = |text: &str| ("/title", json!(text));
    let changes = [
        intro("It is __never__ so."),
        intro("See [this] (https://example.org)."),
        intro("AT&amp;T"),
        title("It is *never* so."),
        title("See [this](https://example.org)."),
    ];
    let text: String = changes
        .into_iter()
        .map(|(pointer, value)| told(&allowed(pointer, value)))
        .collect();
    expect![[r#"
        advice markup /intro
          Readers see the markup "__never__" as it is written.
          Write *emphasis*, [words](https://example.org) or [1] in prose, and no other markup; titles, names and labels are plain.
        advice markup /intro
          Readers see the markup "[this] (https://example.org)" as it is written.
          Write *emphasis*, [words](https://example.org) or [1] in prose, and no other markup; titles, names and labels are plain.
        advice markup /intro
          Readers see the markup "&amp;" as it is written.
          Write *emphasis*, [words](https://example.org) or [1] in prose, and no other markup; titles, names and labels are plain.
        advice markup /title
          Readers see the markup "*never*" as it is written.
          Write *emphasis*, [words](https://example.org) or [1] in prose, and no other markup; titles, names and labels are plain.
        advice markup /title
          Readers see the markup "[this](https://example.org)" as it is written.
          Write *emphasis*, [words](https://example.org) or [1] in prose, and no other markup; titles, names and labels are plain.
    "#]].assert_eq(&text);
}

#[test]
fn an_unknown_kind_of_markup_is_reported() {
    each_says(
        vec![("/markup", json!("markdown")), ("/markup", json!(true))],
        expect![[r#"
            error unknownValue /markup
              "markup" is "markdown", which is not one of the allowed words.
              Write one of these. "inline": Emphasis, links and references within a paragraph.
            error wrongType /markup
              "markup" should be a string in double quotes, but it is true.
              Write one of these. "inline": Emphasis, links and references within a paragraph.
        "#]],
    );
}

#[test]
fn advice_on_wording_ignores_markup() {
    let statement = "/misconceptions/0/statements/0/text";
    for (text, expected) in [
        (
            "Bees *always* sting.",
            vec!["absolute /misconceptions/0/statements/0/text"],
        ),
        ("Bees [sting](https://always.example/never).", vec![]),
    ] {
        assert_eq!(codes(&allowed(statement, json!(text))), expected, "{text}");
    }
}
