//! Links that are damaged, forged, or no links at all: each is noticed, and none breaks anything.

use crate::common::{parsed, small};
use crate::{SYMBOLS, built_in, mixed, signed};
use misconception_scorecard::extras::permalink::{
    LinkError, read, read_version_1, write_answers, write_result,
};
use misconception_scorecard::scoring::score;
use serde_json::json;

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
fn an_added_missing_or_swapped_character_is_noticed() {
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
fn any_text_can_be_read_without_a_panic() {
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
