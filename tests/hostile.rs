//! Documents made to do harm, and documents broken at random: nothing panics, and all promises
//! hold.
#![allow(clippy::unwrap_used)]

mod common;
#[path = "hostile/edits.rs"]
mod edits;
#[path = "hostile/invariants.rs"]
mod invariants;

use common::{messages, read, small, social_media};
use edits::edited;
use fastrand::Rng;
use invariants::assert_all;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The first seed. A failure names the seed of its document.
const SEED: u64 = 20_261_123;

/// Checks all promises on `count` edited documents. Returns how often each code was found.
fn assert_edits(documents: &[Value], count: u64) -> BTreeMap<&'static str, usize> {
    let mut codes = BTreeMap::new();
    for seed in SEED..SEED + count {
        let mut rng = Rng::with_seed(seed);
        let mut pick = |below| rng.usize(..below);
        let base = documents[pick(documents.len())].clone();
        let document = edited(base, &mut pick);
        let asked = || assert_all(&document, &|| messages("en"), &mut pick);
        let found = catch_unwind(AssertUnwindSafe(asked))
            .unwrap_or_else(|_| panic!("seed {seed}: {document}"));
        for code in found {
            *codes.entry(code).or_insert(0) += 1;
        }
    }
    codes
}

#[test]
fn small_documents_edited_at_random_keep_every_invariant() {
    let bases = [
        json!({}),
        small(&[&["myth"]]),
        small(&[&["myth", "myth"]]),
        small(&[&["myth", "fact"], &["fact"]]),
        read("tests/hostile/small.json"),
        read("tests/hostile/small.json"),
        read("tests/hostile/markup.json"),
    ];
    let codes = assert_edits(&bases, 1_500);
    // If one of these codes is missing, the edits do not make the mistakes that the codes are for.
    for code in [
        "missing",
        "wrongType",
        "unknownKey",
        "unknownValue",
        "outOfRange",
        "empty",
        "tooLarge",
        "wrongLength",
        "duplicateId",
        "malformed",
        "controlCharacter",
        "unsupportedFormat",
        "missingTranslation",
        "ownLanguage",
        "alikeKeys",
        "noFact",
        "noSource",
        "refutationLength",
        "doubleBarrelled",
        "absolute",
        "negated",
    ] {
        assert!(
            codes.contains_key(code),
            "{code} was never found: {codes:?}"
        );
    }
}

#[test]
fn published_documents_edited_at_random_keep_every_invariant() {
    let bases = [
        social_media("en"),
        social_media("nb"),
        read("www/examples/kitchen.json"),
        read("www/examples/neuromyths.json"),
    ];
    let codes = assert_edits(&bases, 20);
    assert!(codes.contains_key("unknownKey"), "{codes:?}");
}

#[test]
fn documents_that_once_broke_an_invariant_keep_it() {
    for (index, value) in [
        // These labels are present but invalid; they were once reported as missing.
        ("scale", json!({ "points": 3, "labels": [] })),
        ("scale", json!({ "points": 3, "labels": "No, half, yes" })),
        ("certainty", json!({ "levels": 2, "labels": {} })),
        // Numbers that Rust parses but JSON does not allow; they were once suggested.
        ("scale", json!({ "points": ".5" })),
        ("scale", json!({ "points": "+5" })),
        ("scale", json!({ "points": "inf" })),
        ("scale", json!({ "points": "1e999" })),
        ("scale", json!({ "points": "0".repeat(5_000) })),
        // Texts were once reported as missing inside what is itself a text.
        ("translations", json!({ "nb": { "statements": "S" } })),
    ] {
        let mut document = small(&[&["myth", "fact"]]);
        document[index] = value;
        let mut rng = Rng::with_seed(SEED);
        let codes = assert_all(&document, &|| messages("en"), &mut |below| {
            rng.usize(..below)
        });
        assert_ne!(codes, ["refutationLength", "noSource"], "{document}");
    }
}

/// Arrays or objects nested to `depth`.
fn nested(depth: usize, wrap: fn(Value) -> Value) -> Value {
    (0..depth).fold(json!("x"), |value, _| wrap(value))
}

#[test]
fn deep_nesting_causes_no_panic() {
    // More than serde_json reads, but little enough that dropping it does not exhaust the stack.
    const DEPTH: usize = 500;
    for wrap in [
        |value| json!([value]),
        |value| json!({ "text": value }),
        |value| json!({ "statements": value }),
        |value| json!([{ "misconceptions": value }]),
    ] as [fn(Value) -> Value; 4]
    {
        let value = nested(DEPTH, wrap);
        for index in [
            "title",
            "misconceptions",
            "scale",
            "translations",
            "other",
            "$comment",
        ] {
            let mut document = small(&[&["myth"]]);
            document[index] = value.clone();
            let mut rng = Rng::with_seed(SEED);
            let codes = assert_all(&document, &|| messages("en"), &mut |below| {
                rng.usize(..below)
            });
            assert!(
                codes.contains(&"wrongType") || codes.contains(&"unknownKey"),
                "{index}: {codes:?}"
            );
        }
        let mut document = small(&[&["myth"]]);
        document["translations"] = json!({ "nb": { "title": value.clone(), "outcomes": value } });
        let mut rng = Rng::with_seed(SEED);
        assert_all(&document, &|| messages("en"), &mut |below| {
            rng.usize(..below)
        });
    }
}
