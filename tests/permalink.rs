//! Links to scorecards: a link that was written can be read, and has only characters that fit in a
//! URL. Calculates the checksum in a second way. Links of earlier versions are in
//! `permalink/versions.rs`, damaged and forged ones in `permalink/damage.rs`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::unnecessary_wraps
)]

mod common;
#[path = "permalink/damage.rs"]
mod damage;
#[path = "permalink/versions.rs"]
mod versions;

use common::{parsed, small, social_media};
use misconception_scorecard::extras::permalink::{
    LinkError, SharedContent, read, read_version_1, write_answers, write_result,
};
use misconception_scorecard::questionnaire::Questionnaire;
use misconception_scorecard::questionnaire::answers::{Agreement, Answers, Response};
use misconception_scorecard::scoring::score;
use misconception_scorecard::scoring::scorecard::{Scorecard, shown};
use serde_json::json;

const SYMBOLS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn point(point: u8) -> Option<Response> {
    sure(point, None)
}

fn sure(point: u8, certainty: Option<i16>) -> Option<Response> {
    Some(Response {
        agreement: Agreement::Point(point),
        certainty,
    })
}

const DONT_KNOW: Option<Response> = Some(Response {
    agreement: Agreement::DontKnow,
    certainty: None,
});

fn built_in() -> Questionnaire {
    parsed(&social_media("en"))
}

/// A reader of the built-in questionnaire with every kind of answer.
fn mixed() -> Answers {
    vec![
        point(5),
        point(1),
        point(4),
        point(2),
        DONT_KNOW,
        point(3),
        None,
        point(5),
        None,
        None,
    ]
}

fn questionnaires() -> Vec<Questionnaire> {
    let mut list = vec![built_in()];
    for (points, certainty) in [
        (2, json!(null)),
        (
            7,
            json!({ "from": -3, "to": 2, "labels": ["a", "b", "c", "d", "e", "f"] }),
        ),
        (5, json!({ "levels": 4 })),
    ] {
        let mut document = small(&[&["myth", "fact", "myth"], &["fact"], &["myth", "fact"]]);
        document["id"] = json!("sm\u{e5}.a-b");
        document["scale"] = json!({ "points": points });
        if points == 7 {
            document["scale"]["labels"] = json!(["1", "2", "3", "4", "5", "6", "7"]);
        }
        if !certainty.is_null() {
            document["certainty"] = certainty;
        }
        document["misconceptions"][1]["evidence"] = json!({ "strength": "contested" });
        list.push(parsed(&document));
    }
    list
}

fn random_answers(questionnaire: &Questionnaire, random: &mut fastrand::Rng) -> Answers {
    let levels = questionnaire.certainty.as_ref().map(|it| it.from..=it.to);
    let answer = |_| {
        let points = questionnaire.scale.points;
        match random.u8(0..points + 2) {
            0 => None,
            given => {
                let agreement = match given {
                    given if given > points => Agreement::DontKnow,
                    given => Agreement::Point(given),
                };
                let certainty = levels.clone().filter(|_| random.bool());
                let certainty = certainty.map(|levels| random.i16(levels));
                Some(Response {
                    agreement,
                    certainty,
                })
            }
        }
    };
    questionnaire.statements.iter().map(answer).collect()
}

/// A scorecard as a link without answers contains it.
fn without_answers(mut scorecard: Scorecard) -> Scorecard {
    for finding in &mut scorecard.findings {
        finding.contributions.clear();
        finding.belief = finding.belief.map(|it| shown(it).parse().unwrap());
    }
    scorecard.order.clear();
    scorecard
}

#[test]
fn shared_answers_are_read_as_they_were_written() {
    let mut random = fastrand::Rng::with_seed(1);
    for questionnaire in questionnaires() {
        for _ in 0..500 {
            let answers = random_answers(&questionnaire, &mut random);
            let link = write_answers(&questionnaire, &answers);
            assert_eq!(
                read(&link, &questionnaire),
                Some(Ok(SharedContent::Answers(answers))),
                "{link}"
            );
        }
    }
}

#[test]
fn a_shared_result_is_read_with_every_verdict_and_no_answers() {
    let mut random = fastrand::Rng::with_seed(2);
    for questionnaire in questionnaires() {
        for _ in 0..500 {
            let scorecard = score(&questionnaire, &random_answers(&questionnaire, &mut random));
            let link = write_result(&questionnaire, &scorecard);
            let Some(Ok(SharedContent::Result(theirs))) = read(&link, &questionnaire) else {
                panic!("{link} is a result");
            };
            let mut order = theirs.order.clone();
            order.sort_unstable();
            assert!(order.into_iter().eq(0..theirs.findings.len()));
            let ranks: Vec<_> = theirs
                .order
                .iter()
                .map(|index| &theirs.findings[*index])
                .map(|it| {
                    (
                        it.contested,
                        if it.contested { 0 } else { it.verdict as usize },
                    )
                })
                .collect();
            assert!(ranks.is_sorted(), "{ranks:?}");
            assert_eq!(
                without_answers(theirs),
                without_answers(scorecard),
                "{link}"
            );
        }
    }
}

#[test]
fn punctuation_after_a_link_is_ignored() {
    let questionnaire = built_in();
    let link = write_answers(&questionnaire, &mixed());
    for after in [".", ",", ")", ").", "!", "\u{201d}", " ", ">", "\n"] {
        let followed = format!("{link}{after}");
        assert_eq!(
            read(&followed, &questionnaire),
            Some(Ok(SharedContent::Answers(mixed()))),
            "{followed}"
        );
    }
}

#[test]
fn links_to_other_questionnaires_are_ignored() {
    let questionnaire = built_in();
    for link in [
        "other.Aabcdefgh",
        "social-media2.AAAAA",
        "social-medi.AAAAAAAA",
        "Social-media.AAAA",
        ".AAAA",
        "social-media.more.AAAA",
        "x",
        "social-media ",
        "xsocial-media.AAAA",
        "\u{e5}",
        "#scorecard",
    ] {
        // A space at the end does not belong to the id, so this link is cut off.
        let expected = (link == "social-media ").then_some(Err(LinkError::Damaged));
        assert_eq!(read_version_1(link, &questionnaire), expected, "{link}");
        // No id contains the characters between id and data.
        let is_damaged = link == "social-media.more.AAAA";
        let expected = is_damaged.then_some(Err(LinkError::Damaged)).or(expected);
        let link = link.replace('.', "__");
        assert_eq!(read(&link, &questionnaire), expected, "{link}");
    }
    // An id may contain dots, and begin with another id.
    let mut document = small(&[&["myth"]]);
    document["id"] = json!("small.er");
    let other = parsed(&document);
    let (own, theirs) = (parsed(&small(&[&["myth"]])), vec![point(2)]);
    assert_eq!(read(&write_answers(&other, &theirs), &own), None);
    assert_eq!(read(&write_answers(&own, &theirs), &other), None);
    assert_eq!(
        read(&write_answers(&other, &theirs), &other),
        Some(Ok(SharedContent::Answers(theirs)))
    );
}

/// The CRC-24 of `OpenPGP`, bit by bit from its definition: a second way to the same checksum.
fn sum(bytes: &[u8]) -> String {
    let mut crc: u32 = 0xb7_04ce;
    for bit in bytes
        .iter()
        .flat_map(|byte| (0..8).rev().map(move |at| u32::from(byte >> at & 1)))
    {
        let top = crc >> 23 & 1;
        crc = crc << 1 & 0xff_ffff;
        if top != bit {
            crc ^= 0x86_4cfb;
        }
    }
    if bytes == b"123456789" {
        assert_eq!(crc, 0x21_cf02, "the check value of its catalogue");
    }
    let symbol = |shift: u32| SYMBOLS.as_bytes()[(crc >> shift & 63) as usize] as char;
    [18, 12, 6, 0].map(symbol).iter().collect()
}

/// A link with a correct checksum, whatever else it contains.
fn signed(between: &str, id: &str, kind: char, data: &str) -> String {
    let sum = sum(format!("{id}\0{kind}{data}").as_bytes());
    format!("{id}{between}{data}{sum}{kind}")
}

#[test]
fn the_checksum_covers_the_id_and_all_data() {
    sum(b"123456789");
    let questionnaire = built_in();
    let link = write_answers(&questionnaire, &mixed());
    let (id, data) = link.split_once("__").unwrap();
    assert_eq!(signed("__", id, 'C', &data[..data.len() - 5]), link);
}

#[test]
fn a_link_is_short() {
    let questionnaire = built_in();
    let scorecard = score(&questionnaire, &mixed());
    let lengths = [
        write_answers(&questionnaire, &mixed()),
        write_result(&questionnaire, &scorecard),
    ];
    // Some programs take other characters at the end of a link for the end of the sentence.
    assert!(write_answers(&questionnaire, &mixed()).ends_with('C'));
    assert_eq!(
        lengths.map(|it| it.len() - "social-media__".len()),
        [9 + 10, 9 + 1 + 3 * 5]
    );
}

#[test]
fn a_link_has_only_characters_that_fit_in_a_url_and_a_selector() {
    for (id, expected) in [
        ("small", "small"),
        ("sm\u{e5}.a-b", "sm_c3_a5_2ea-b"),
        ("a_b__c", "a_5fb_5f_5fc"),
        ("a/b?c#d&e=f%g", "a_2fb_3fc_23d_26e_3df_25g"),
    ] {
        let mut document = small(&[&["myth"]]);
        document["id"] = json!(id);
        let questionnaire = parsed(&document);
        let link = write_answers(&questionnaire, &vec![point(2)]);
        assert_eq!(link.split_once("__").unwrap().0, expected);
        let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        assert!(link.chars().all(is_plain), "{link}");
        let found = read(&link, &questionnaire);
        assert_eq!(found, Some(Ok(SharedContent::Answers(vec![point(2)]))));
    }
}
