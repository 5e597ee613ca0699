//! Advice: given when it is due, and only then. All questionnaires here are free of errors, which
//! are tested elsewhere.

use crate::common::small;
use crate::{TODAY, codes, good, says, told, with};
use expect_test::expect;
use misconception_scorecard::authoring::check::{Wishes, findings};
use serde_json::{Value, json};

#[test]
fn statements_that_reward_a_habit_of_agreeing_are_reported() {
    says(
        with("/misconceptions/0/statements/1/key", json!("myth")),
        expect![[r#"
            advice alikeKeys /misconceptions
              All statements have the key "myth": a reader who agrees with everything is told that they hold every misconception.
              Give each misconception a statement with the other key, so that a habit of agreeing cancels out.
        "#]],
    );
    says(
        with("/misconceptions/0/statements/0/key", json!("fact")),
        expect![[r#"
            advice alikeKeys /misconceptions
              All statements have the key "fact": a reader who disagrees with everything is told that they hold every misconception.
              Give each misconception a statement with the other key, so that a habit of agreeing cancels out.
        "#]],
    );
    // Two misconceptions, one of them without a fact statement.
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
              No statement here has the key "fact": readers who tend to agree will seem to hold this misconception.
              Add a true statement that nobody who holds the misconception would agree with.
        "#]],
    );
    // A single statement cannot resemble another one.
    says(
        with(
            "/misconceptions/0/statements",
            json!([{ "id": "a", "text": "A text", "key": "myth" }]),
        ),
        expect![[r#"
            advice noFact /misconceptions/0/statements
              No statement here has the key "fact": readers who tend to agree will seem to hold this misconception.
              Add a true statement that nobody who holds the misconception would agree with.
        "#]],
    );
}

#[test]
fn a_refutation_without_sources_or_of_unusual_length_is_reported() {
    says(
        with("/misconceptions/0/sources", json!(null)),
        expect![[r#"
            advice noSource /misconceptions/0/refutation
              This refutation names no source.
              Add "sources" to the misconception: readers who doubt it can then look for themselves.
        "#]],
    );
    let words = |count: usize| json!("word ".repeat(count).trim_end());
    // The refutation's fact has two more words.
    for (count, expected) in [(77, 1), (78, 0), (148, 0), (149, 1)] {
        let found = codes(&with("/misconceptions/0/refutation/whyWrong", words(count)));
        assert_eq!(found.len(), expected, "{count}: {found:?}");
    }
    says(
        with("/misconceptions/0/refutation/whyWrong", words(10)),
        expect![[r#"
            advice refutationLength /misconceptions/0/refutation
              This refutation has 12 words in all its parts.
              Aim for 80 to 150: also say why the misconception is believed and what to do instead.
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
        codes(&document),
        ["unspokenLanguage /lang"],
        "words cannot be counted without spaces"
    );
    let refutation = |more: Value| {
        let mut document = with("/misconceptions/0/refutation/whyWrong", words(10));
        let parts = document["misconceptions"][0]["refutation"].as_object_mut();
        parts.unwrap().extend(more.as_object().unwrap().clone());
        findings(&document, TODAY).0[0].remedy.clone()
    };
    for (more, expected) in [
        (
            json!({ "advice": "A" }),
            "also say why the misconception is believed.",
        ),
        (
            json!({ "whyBelieved": "B" }),
            "also say what to do instead.",
        ),
        (
            json!({ "whyBelieved": "B", "advice": "A", "myth": "M" }),
            "also say what is right about the misconception, if anything.",
        ),
        (
            json!({ "whyBelieved": "B", "advice": "A", "myth": "M", "kernelOfTruth": "K" }),
            "it has all its parts, so give one of them an example or a figure.",
        ),
    ] {
        assert_eq!(refutation(more), format!("Aim for 80 to 150: {expected}"));
    }
}

#[test]
fn evidence_is_reported_after_its_review_date() {
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
              The evidence was due for review by 2024-06.
              Check whether it still holds, then set "asOf" and a later "reviewBy".
        "#]],
    );
}

#[test]
fn statements_that_are_hard_to_answer_are_reported() {
    says(
        with(
            "/misconceptions/0/statements/0/text",
            json!("The method is cheap and quick."),
        ),
        expect![[r#"
            advice doubleBarrelled /misconceptions/0/statements/0/text
              This statement seems to make two claims, at "and": whoever agrees with only one cannot answer.
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
              Say the same without the negation, and change the key if the meaning is reversed.
        "#]],
    );
    says(
        with(
            "/misconceptions/0/statements/0/text",
            json!("The method always works."),
        ),
        expect![[r#"
            advice absolute /misconceptions/0/statements/0/text
              This statement allows no exception, because of "always": knowing one is enough to disagree.
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
    // Translations are read in their own language.
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
fn pairs_whose_fact_does_not_deny_the_myth_are_reported() {
    let pair = |one: &str, other: &str| {
        let mut document = with("/misconceptions/0/statements/0/text", json!(one));
        document["misconceptions"][0]["statements"][1]["text"] = json!(other);
        document
    };
    for (one, other, expected) in [
        (
            "A company posts mainly to sell.",
            "A company posts mainly to answer.",
            expect![[r#"
                advice gapInPair /misconceptions/0/statements
                  Somebody who thinks clearly can disagree with both statements, because of "mainly".
                  Let the fact deny the myth: "at least as much" against "more", "at most half" against "most".
            "#]],
        ),
        (
            "Some pupils learn best from pictures.",
            "Some pupils learn best from words.",
            expect![[r#"
                advice overlapInPair /misconceptions/0/statements
                  Somebody who thinks clearly can agree with both statements, because of "Some".
                  Say how many, or how often, so that the fact denies the myth.
            "#]],
        ),
        (
            "Companies should post daily.",
            "Companies post when there is news.",
            expect![[r#"
                advice wishInPair /misconceptions/0/statements
                  Because of "should", this pair asks what should be done: no evidence can settle that.
                  Say what is true: what happens when it is done, and when it is not.
            "#]],
        ),
        (
            "Old people are often lonely.",
            "The young use phones too much.",
            expect![[r#"
                advice unrelatedPair /misconceptions/0/statements
                  The two statements have no word in common, so one hardly denies the other.
                  Write the fact about the same thing as the myth, so that nobody can agree or disagree with both.
            "#]],
        ),
        (
            "A company’s post is shown to at least half of its followers.",
            "A company’s post is shown to fewer than half of its followers.",
            expect![[r#""#]],
        ),
    ] {
        says(pair(one, other), expected);
    }
    // A pair is exactly two statements with different keys.
    let mut document = pair(
        "Pupils learn mainly at home.",
        "Pupils learn mainly at school.",
    );
    assert_eq!(codes(&document), ["gapInPair /misconceptions/0/statements"]);
    let third = json!({ "id": "s3", "text": "Pupils learn in the street.", "key": "fact" });
    let statements = document["misconceptions"][0]["statements"]
        .as_array_mut()
        .unwrap();
    statements.push(third);
    assert_eq!(codes(&document), [""; 0]);
    // Translations are read in their own language, in both forms that they can have.
    let mut document = pair("Pupils learn at home.", "Pupils learn at school.");
    document["translations"] = json!({ "nb": { "statements": {
        "s1": "Elever lærer hovedsakelig hjemme.",
        "s2": { "text": "Elever lærer hovedsakelig på skolen." },
    } } });
    let found = codes(&document);
    assert!(
        found.contains(&"gapInPair /translations/nb/statements".to_owned()),
        "{found:?}"
    );
}

#[test]
fn outcomes_that_no_reader_can_get_are_reported() {
    let outcomes = json!([{ "from": 0, "title": "None" }, { "from": 1, "title": "One" }, { "from": 1, "title": "Or one" }, { "from": 2, "title": "Two" }]);
    says(
        with("/outcomes", outcomes),
        expect![[r#"
            advice unreachableOutcome /outcomes/1
              Another outcome begins at 1 too, and is shown instead of this one.
              Give this one another "from", or delete it.
            advice unreachableOutcome /outcomes/3
              No answers lead to this outcome: nobody can hold or lean towards 2 misconceptions.
              Lower its "from", or delete it. Contested misconceptions are not counted.
        "#]],
    );
}

#[test]
fn placeholders_are_reported() {
    says(
        with("/misconceptions/0/name", json!("[The misconception]")),
        expect![[r#"
            error placeholder /misconceptions/0/name
              "[The misconception]" is in square brackets, like a text still to be written.
              Write the text, without the brackets.
        "#]],
    );
    assert_eq!(
        told(&with("/intro", json!("[Some] words in [brackets]x"))),
        ""
    );
}

#[test]
fn markup_without_its_key_is_reported_once_with_the_number_of_texts() {
    let mut document = with("/title", json!("Fish &amp; chips"));
    document["misconceptions"][0]["name"] = json!("<b>Never</b>");
    document["misconceptions"][0]["refutation"]["fact"] = json!("See [this](https://example.org).");
    says(
        document,
        expect![[r#"
            advice markup /title
              All text is plain: readers see the markup "&amp;" as it is written. The same problem is in 2 more texts.
              Write the words and characters alone; a blank line starts a paragraph.
        "#]],
    );
    for text in [
        "a **bold** word",
        "__so__ it is",
        "a <br/> b",
        "one&nbsp;two",
        "&#39;",
        "`code` here",
        "![cat](cat.png)",
    ] {
        assert_eq!(
            codes(&with("/title", json!(text))),
            ["markup /title"],
            "{text}"
        );
    }
    for text in [
        "1 < 2 & 3 > 2",
        "AT&T; or so",
        "a * b * c, 2**3 and 2**4",
        "snake__case__name",
        "I <3 cats > dogs",
        "[a] (b)",
        "see [1](or not, here)",
        "the ` sign",
    ] {
        assert_eq!(
            codes(&with("/title", json!(text))),
            Vec::<String>::new(),
            "{text}"
        );
    }
}

#[test]
fn equal_labels_are_reported() {
    let labels = json!({ "points": 3, "labels": ["No", "Perhaps", " no"] });
    let mut document = with("/scale", labels);
    document["translations"] = json!({ "nb": { "scale": { "labels": ["Ja", "Ja", "Nei"] } } });
    let found: Vec<_> = codes(&document)
        .into_iter()
        .filter(|it| it.starts_with("equalLabels"))
        .collect();
    assert_eq!(
        found,
        [
            "equalLabels /scale/labels/2",
            "equalLabels /translations/nb/scale/labels/1"
        ]
    );
}

#[test]
fn languages_that_the_widget_does_not_speak_are_reported() {
    let own = |lang: &str| codes(&with("/lang", json!(lang)));
    for lang in ["en", "en-GB", "nb", "no", "nn-NO"] {
        assert_eq!(own(lang), Vec::<String>::new(), "{lang}");
    }
    assert_eq!(own("ar"), ["unspokenLanguage /lang"]);
    let translations = json!({ "ar": "small.ar.json", "nb": "small.nb.json" });
    let found = codes(&with("/translations", translations));
    assert_eq!(found, ["unspokenLanguage /translations/ar"]);
}

#[test]
fn a_draft_may_have_placeholders() {
    let document = with("/title", json!("[Title: what it is about]"));
    let is_draft = true;
    let wishes = Wishes {
        today: TODAY,
        is_draft,
    };
    let (found, _) = findings(&document, wishes);
    assert!(found[0].is_advice && found[0].code == "placeholder");
    assert!(!findings(&document, TODAY).0[0].is_advice);
    for meant in ["[1]", "[Untitled]", "[…]", "[a b] and [c]"] {
        assert_eq!(
            codes(&with("/title", json!(meant))),
            Vec::<String>::new(),
            "{meant}"
        );
    }
}

#[test]
fn advice_is_given_only_for_a_valid_document() {
    let mut document = small(&[&["myth"]]);
    document["title"] = json!(7);
    assert_eq!(codes(&document), ["wrongType /title"]);
}
