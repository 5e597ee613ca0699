//! Links to scorecards: a link that was written can be read, damage is noticed, and links made once
//! can be opened for ever.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::unnecessary_wraps
)]

mod common;

use common::{parsed, small, social_media};
use misconception_scorecard::extras::permalink::{
    LinkError, SharedContent, read, read_version_1, write_answers, write_result,
};
use misconception_scorecard::questionnaire::Questionnaire;
use misconception_scorecard::questionnaire::answers::{Agreement, Answers, Response};
use misconception_scorecard::scoring::score;
use misconception_scorecard::scoring::scorecard::{Reason, Scorecard, Verdict, shown};
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
fn answers_come_back_as_they_were_shared() {
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
fn a_result_comes_back_with_every_verdict_and_no_answers() {
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

/// These links are in letters and chats that nobody can call back. A case that fails here is a
/// broken promise, whatever the reason: write a new version beside the old one.
#[test]
fn links_of_version_1_never_change() {
    let pairs: &[&[&str]] = &[&["myth", "fact"], &["myth", "fact"], &["myth", "fact"]];
    let plain = parsed(&small(pairs));
    let mut document = small(pairs);
    document["id"] = json!("sm\u{e5}.a-b");
    document["version"] = json!("2026-11");
    document["certainty"] = json!({ "from": -1, "to": 2, "labels": ["a", "b", "c", "d"] });
    let certain = parsed(&document);
    let all = vec![point(5), point(1), point(4), None, DONT_KNOW, DONT_KNOW];
    let sure = vec![
        sure(5, Some(2)),
        sure(1, Some(-1)),
        sure(3, None),
        sure(4, Some(0)),
        DONT_KNOW,
        None,
    ];
    for (questionnaire, answers, with_answers, result) in [
        (
            &plain,
            all,
            "small.l62-FBEAII4k89A",
            "small.JmVYAABkaBlRBlC5V_B",
        ),
        (
            &plain,
            vec![None; 6],
            "small.l62-AAAAAAz9YmA",
            "small.JmVYAaBlaBlaBlyy5eB",
        ),
        (
            &plain,
            vec![point(4); 6],
            "small.l62-EEEEEErlk3A",
            "small.JmVYBQCYQCYQCY393uB",
        ),
        (
            &certain,
            sure,
            "små.a-b.wM7wpKDWIAGmFyA",
            "små.a-b.oGG-AMBkXAmaBl4s_oB",
        ),
    ] {
        let scorecard = score(questionnaire, &answers);
        assert_eq!(
            read_version_1(with_answers, questionnaire),
            Some(Ok(SharedContent::Answers(answers)))
        );
        let Some(Ok(SharedContent::Result(theirs))) = read_version_1(result, questionnaire) else {
            panic!("{result} is a result");
        };
        assert_eq!(without_answers(theirs), without_answers(scorecard));
    }
    // Their editions, computed in a second way.
    assert_eq!(
        sum(b"1\x005\x00\x000\x00\x000\x00s1\x00s2\x00s3\x00s4\x00s5\x00s6\x00"),
        "l62-"
    );
    assert_eq!(
        sum(b"2026-11\x005\x00-\x001\x00\x002\x00s1\x00s2\x00s3\x00s4\x00s5\x00s6\x00"),
        "wM7w"
    );
    assert_eq!(sum(b"1\x00m1\x00m2\x00m3\x00"), "JmVY");
}

/// One link of each kind and scale, as version 2 writes them.
#[test]
fn links_of_version_2_never_change() {
    let seen: Vec<[String; 2]> = questionnaires()
        .iter()
        // Leave out the built-in questionnaire: its own version may change.
        .skip(1)
        .map(|questionnaire| {
            let mut random = fastrand::Rng::with_seed(5);
            let answers = random_answers(questionnaire, &mut random);
            let links = [
                write_answers(questionnaire, &answers),
                write_result(questionnaire, &score(questionnaire, &answers)),
            ];
            assert_eq!(
                read(&links[0], questionnaire),
                Some(Ok(SharedContent::Answers(answers)))
            );
            links
        })
        .collect();
    let expected = [
        [
            "sm_c3_a5_2ea-b__BzXKCICBCIb-h4C",
            "sm_c3_a5_2ea-b__BzXKAABkABkRBlKsSYD",
        ],
        [
            "sm_c3_a5_2ea-b__oCRppvIv0OaMf-C",
            "sm_c3_a5_2ea-b__oCRpADBLDBTMCpUiJCD",
        ],
        [
            "sm_c3_a5_2ea-b__AaZaflIdsNnVfoC",
            "sm_c3_a5_2ea-b__AaZaADBYDBLXBlAEz-D",
        ],
    ];
    assert_eq!(seen, expected);
}

/// The shape, computed in a second way.
#[test]
fn the_edition_of_version_2_is_the_shape() {
    let mut document = small(&[&["myth", "fact"]]);
    document["certainty"] = json!({ "from": -1, "to": 2, "labels": ["a", "b", "c", "d"] });
    let mut bytes = b"small\x001\x00".to_vec();
    for number in [5.0_f64, -1.0, 2.0, 75.0, 62.5, 37.5] {
        bytes.extend(number.to_le_bytes());
    }
    for (id, is_fact) in [("s1", 0), ("s2", 1)] {
        bytes.extend(id.as_bytes());
        bytes.extend([0, is_fact]);
        bytes.extend(1.0_f64.to_le_bytes());
        bytes.extend(b"0\x00");
    }
    let link = write_answers(&parsed(&document), &vec![None, None]);
    assert_eq!(link["small__".len()..][..4], sum(&bytes));
}

/// How every kind of verdict, reason and belief is written, worked out by hand.
#[test]
fn the_tables_of_results_are_these() {
    let questionnaire = parsed(&small(&[&["myth"]]));
    let plain = score(&questionnaire, &vec![None]);
    let mut seen = Vec::new();
    for (verdict, first) in [
        (Verdict::Held, "ABCDEFGH"),
        (Verdict::Leaning, "IJKLMNOP"),
        (Verdict::Unsure, "QRSTUVWX"),
        (Verdict::Insufficient, "YZabcdef"),
        (Verdict::NotHeld, "ghijklmn"),
    ] {
        let reasons = [
            Reason::Agreement,
            Reason::DontKnow,
            Reason::TooFewAnswers,
            Reason::Misconception,
            Reason::Mixed,
            Reason::SoundKnowledge,
            Reason::LuckyGuess,
            Reason::LackOfKnowledge,
        ];
        for (reason, symbol) in reasons.into_iter().zip(first.chars()) {
            for (belief, inconsistent, rest) in [
                (Some(0.0), false, "AA"),
                (Some(63.4), false, "A_"),
                (Some(63.5), false, "BA"),
                (Some(100.0), false, "Bk"),
                (None, false, "Bl"),
                (Some(0.0), true, "Bm"),
                (None, true, "DL"),
            ] {
                let mut scorecard = plain.clone();
                let finding = &mut scorecard.findings[0];
                (finding.verdict, finding.reason) = (verdict, reason);
                (finding.belief, finding.inconsistent) = (belief, inconsistent);
                let link = write_result(&questionnaire, &scorecard);
                let data = link.strip_prefix("small__").unwrap();
                assert_eq!(
                    data[4..8],
                    format!("A{symbol}{rest}"),
                    "{verdict:?} {reason:?} {belief:?}"
                );
                seen.push(link);
            }
        }
    }
    let mut unlike = seen.clone();
    unlike.sort();
    unlike.dedup();
    assert_eq!(unlike.len(), seen.len());
}

#[test]
fn every_change_of_one_character_is_noticed() {
    let questionnaire = built_in();
    let scorecard = score(&questionnaire, &mixed());
    for link in [
        write_answers(&questionnaire, &mixed()),
        write_result(&questionnaire, &scorecard),
    ] {
        let start = link.find("__").unwrap() + 2;
        for at in start..link.len() {
            for other in SYMBOLS.chars().chain("%~!\u{e5} ".chars()) {
                let changed = format!("{}{other}{}", &link[..at], &link[at + 1..]);
                if changed == link {
                    continue;
                }
                assert_eq!(
                    read(&changed, &questionnaire),
                    Some(Err(LinkError::Damaged)),
                    "{changed}"
                );
            }
        }
    }
}

#[test]
fn a_character_more_or_less_and_two_in_the_wrong_order_are_noticed() {
    let questionnaire = built_in();
    let link = write_answers(&questionnaire, &mixed());
    let start = link.find("__").unwrap() + 2;
    for at in start..link.len() {
        let (before, after) = link.split_at(at);
        let mut damaged = vec![format!("{before}{}", &after[1..])];
        damaged.extend(SYMBOLS.chars().map(|it| format!("{before}{it}{after}")));
        if after.len() > 1 && after[..1] != after[1..2] {
            damaged.push(format!(
                "{before}{}{}{}",
                &after[1..2],
                &after[..1],
                &after[2..]
            ));
        }
        for damaged in damaged {
            assert_eq!(
                read(&damaged, &questionnaire),
                Some(Err(LinkError::Damaged)),
                "{damaged}"
            );
        }
    }
}

#[test]
fn a_link_that_is_broken_off_anywhere_is_damaged() {
    let questionnaire = built_in();
    let link = write_answers(&questionnaire, &mixed());
    for end in 0..link.len() {
        let damaged = &link[..end];
        assert_eq!(
            read(damaged, &questionnaire),
            Some(Err(LinkError::Damaged)),
            "{damaged:?}"
        );
    }
}

#[test]
fn what_a_letter_puts_behind_a_link_is_no_part_of_it() {
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
fn the_links_of_others_are_not_ours() {
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

#[test]
fn another_edition_is_told_from_damage() {
    let base = || small(&[&["myth", "fact"], &["myth", "fact"]]);
    let own = parsed(&base());
    let answers = vec![point(5), point(1), None, DONT_KNOW];
    let link = write_answers(&own, &answers);
    let result = write_result(&own, &score(&own, &answers));
    // The same links as version 1 wrote them.
    let edition = sum(b"1\x005\x00\x000\x00\x000\x00s1\x00s2\x00s3\x00s4\x00");
    let link_1 = signed(".", "small", 'A', &format!("{edition}{}", &link[11..15]));
    let edition = sum(b"1\x00m1\x00m2\x00");
    let result_1 = signed(".", "small", 'B', &format!("{edition}{}", &result[11..18]));
    let check_edition =
        |what: &str, now: &Questionnaire, answers: (&str, bool), old: (&str, bool)| {
            let is_same = matches!(what, "title" | "language" | "don't know");
            for (found, is_same) in [
                (read(&link, now), is_same && answers.1),
                (read(&result, now), is_same),
                (read_version_1(&link_1, now), answers.1),
                (read_version_1(&result_1, now), old.1),
            ] {
                let found = found.unwrap();
                if is_same {
                    assert!(found.is_ok(), "{what}: {found:?}");
                } else {
                    assert_eq!(found, Err(LinkError::OtherVersion), "{what}");
                }
            }
        };
    let (same, other) = (true, false);
    for (what, change, keeps_answers, keeps_result) in [
        ("version", json!({ "version": "2" }), other, other),
        ("points", json!({ "scale": { "points": 2 } }), other, same),
        (
            "certainty",
            json!({ "certainty": { "levels": 4 } }),
            other,
            same,
        ),
        ("title", json!({ "title": "Another" }), same, same),
        ("language", json!({ "lang": "nb" }), same, same),
        (
            "cutoffs",
            json!({ "cutoffs": { "held": 90, "leaning": 80, "unsure": 20 } }),
            same,
            same,
        ),
    ] {
        let mut document = base();
        for (key, value) in change.as_object().unwrap() {
            document[key] = value.clone();
        }
        check_edition(
            what,
            &parsed(&document),
            (&link, keeps_answers),
            (&result, keeps_result),
        );
    }
    // The same version, but other statements or misconceptions.
    let swapped = |pointer: &str| {
        let mut document = base();
        document
            .pointer_mut(pointer)
            .unwrap()
            .as_array_mut()
            .unwrap()
            .swap(0, 1);
        parsed(&document)
    };
    let statements = swapped("/misconceptions/0/statements");
    check_edition("statements", &statements, (&link, other), (&result, same));
    check_edition(
        "misconceptions",
        &swapped("/misconceptions"),
        (&link, other),
        (&result, other),
    );
    let mut document = base();
    document["scale"] = json!({ "dontKnow": false });
    check_edition(
        "don't know",
        &parsed(&document),
        (&link, other),
        (&result, same),
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
fn the_sum_is_of_the_id_and_all_data() {
    sum(b"123456789");
    let questionnaire = built_in();
    let link = write_answers(&questionnaire, &mixed());
    let (id, data) = link.split_once("__").unwrap();
    assert_eq!(signed("__", id, 'C', &data[..data.len() - 5]), link);
}

#[test]
fn a_later_version_is_told_from_damage() {
    let questionnaire = built_in();
    let link = write_answers(&questionnaire, &mixed());
    let data = &link["social-media__".len()..link.len() - 5];
    for kind in SYMBOLS[4..62].chars() {
        for data in [data, "", "x"] {
            let link = signed("__", "social-media", kind, data);
            let found = read(&link, &questionnaire);
            assert_eq!(found, Some(Err(LinkError::TooNew)), "{link}");
            let link = signed(".", "social-media", kind, data);
            let found = read_version_1(&link, &questionnaire);
            assert_eq!(found, Some(Err(LinkError::TooNew)), "{link}");
        }
    }
}

#[test]
fn a_forged_link_never_makes_an_answer_off_the_scale() {
    let mut document = small(&[&["myth", "fact"]]);
    document["scale"] = json!({ "points": 2, "dontKnow": false });
    document["certainty"] = json!({ "levels": 2, "labels": ["a", "b"] });
    let questionnaire = parsed(&document);
    let edition = |link: String| link["small__".len()..][..4].to_owned();
    let answers = edition(write_answers(&questionnaire, &vec![None, None]));
    let allowed: Vec<usize> = vec![0, 1, 2, 10, 11, 19, 20];
    for (value, symbol) in SYMBOLS.chars().enumerate() {
        let link = signed("__", "small", 'C', &format!("{answers}{symbol}A"));
        let found = read(&link, &questionnaire).unwrap();
        assert_eq!(found.is_ok(), allowed.contains(&value), "{value} {found:?}");
    }
    let result = edition(write_result(
        &questionnaire,
        &score(&questionnaire, &vec![None, None]),
    ));
    for (data, is_right) in [
        ("AAAA", true),
        ("BAAA", true),
        ("CAAA", false),
        ("AnDL", true),
        ("AoAA", false),
        ("A_AA", false),
        ("ADM", false),
        ("AADL", true),
        ("AADM", false),
        ("AA__", false),
        ("AAAAA", false),
        ("A", false),
        ("", false),
    ] {
        let link = signed("__", "small", 'D', &format!("{result}{data}"));
        let found = read(&link, &questionnaire).unwrap();
        assert_eq!(found.is_ok(), is_right, "{data} {found:?}");
    }
}

#[test]
fn any_text_is_read_without_breaking() {
    let mut random = fastrand::Rng::with_seed(3);
    let questionnaire = built_in();
    let letters: Vec<char> = format!("{SYMBOLS}...%#=&\u{e5}\u{1f600}\u{0} ")
        .chars()
        .collect();
    for round in 0..20_000 {
        let start = ["", "social-media__", "social-media.cUZQ", "social-medi"][round % 4];
        let length = random.usize(0..40);
        let text: String = (0..length)
            .map(|_| *random.choice(&letters).unwrap())
            .collect();
        for read in [read, read_version_1] {
            let found = read(&format!("{start}{text}"), &questionnaire);
            let is_foreign = found.is_none() || found == Some(Err(LinkError::Damaged));
            assert!(is_foreign, "{start}{text}: {found:?}");
        }
    }
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
fn a_link_is_of_characters_that_an_address_and_a_selector_take() {
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
