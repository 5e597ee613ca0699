//! The versions of links: a link can be opened for ever, and another edition of the questionnaire is
//! not reported as damage.

use crate::common::{parsed, small};
use crate::{
    DONT_KNOW, SYMBOLS, built_in, mixed, point, questionnaires, random_answers, signed, sum, sure,
    without_answers,
};
use misconception_scorecard::extras::permalink::{
    LinkError, SharedContent, read, read_version_1, write_answers, write_result,
};
use misconception_scorecard::questionnaire::Questionnaire;
use misconception_scorecard::scoring::score;
use misconception_scorecard::scoring::scorecard::{Reason, Verdict};
use serde_json::json;

/// These links are in letters and chats that nobody can call back. A case that fails here is a
/// broken promise, whatever the reason: write a new version beside the old one.
#[test]
fn links_of_version_1_can_be_read_for_ever() {
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
fn every_verdict_reason_and_belief_has_its_own_characters() {
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
fn a_link_to_another_edition_is_not_reported_as_damaged() {
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

#[test]
fn a_link_of_a_later_version_is_not_reported_as_damaged() {
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
