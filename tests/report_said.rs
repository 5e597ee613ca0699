//! The words of a report: the golden page and text, numbers as people write them, and escaped texts.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod common;
#[path = "report/messages.rs"]
mod messages;

use common::{read, small, social_media};
use expect_test::expect_file;
use messages::{sample, teachers};
use misconception_scorecard::api::report::collect;
use misconception_scorecard::report::words::Words;
use misconception_scorecard::report::{Material, Read, numbers, page, text};
use misconception_scorecard::statistics::share::share;
use serde_json::Value;

fn words(lang: &str) -> Words {
    serde_json::from_value(read(&format!("messages/report/{lang}.json"))).unwrap()
}

/// The report of these messages, as `write` prints it.
fn said(
    questionnaire: &Value,
    sent: &[Value],
    lang: &str,
    write: impl Fn(&Material) -> String,
) -> String {
    let mut collector = collect(questionnaire).unwrap();
    for message in sent {
        collector.add(message).unwrap();
    }
    let rows = u32::try_from(sent.len()).unwrap();
    write(&Material {
        questionnaire: collector.questionnaire(),
        figures: &collector.figures().unwrap(),
        counts: collector.counts(),
        suggestions: collector.suggestions(),
        read: Read {
            rows: rows + 3,
            damaged: 1,
            others: 2,
            ..Read::default()
        },
        words: &words(lang),
    })
}

#[test]
fn the_page_and_the_text_equal_the_golden_ones() {
    let neuromyths = read("www/examples/neuromyths.json");
    let published = read("tests/fixtures/statistics/neuromyths.json");
    let sent = teachers(&neuromyths, &published, "uk");
    let html = said(&neuromyths, &sent, "en", page::page);
    expect_file!["golden/report/neuromyths.html"].assert_eq(&html);
    for lang in ["en", "nb"] {
        let questionnaire = social_media(lang);
        let sent = sample(&questionnaire, 120, &mut fastrand::Rng::with_seed(3));
        let html = said(&questionnaire, &sent, lang, page::page);
        expect_file![format!("golden/report/social-media.{lang}.html")].assert_eq(&html);
        let plain = said(&questionnaire, &sent, lang, |it| text::text(it, 80));
        expect_file![format!("golden/report/social-media.{lang}.txt")].assert_eq(&plain);
        // No line is too long.
        let is_long = |line: &&str| line.chars().count() > 80;
        assert_eq!(plain.lines().filter(is_long).count(), 0);
    }
}

#[test]
fn every_section_with_figures_says_whose_answers_they_are() {
    let questionnaire = social_media("en");
    let sent = sample(&questionnaire, 60, &mut fastrand::Rng::with_seed(3));
    for lang in ["en", "nb"] {
        let html = said(&questionnaire, &sent, lang, page::page);
        let note = words(lang).note_short;
        let sections: Vec<&str> = html.split("<section>").skip(1).collect();
        assert!(sections.len() > 6);
        for section in sections {
            let has_figures = section.contains("class=\"items\"");
            assert_eq!(section.contains(&note), has_figures, "{section}");
        }
        let plain = said(&questionnaire, &sent, lang, |it| text::text(it, 80));
        assert!(plain.contains(&note));
    }
}

#[test]
fn a_page_loads_nothing_and_escapes_every_text() {
    let mut questionnaire = small(&[&["myth", "fact"]]);
    let odd = "<script>\"&amp; &lt;/style>{n}</title>";
    questionnaire["title"] = odd.into();
    questionnaire["misconceptions"][0]["name"] = odd.into();
    questionnaire["misconceptions"][0]["statements"][0]["text"] = odd.into();
    let sent = sample(&questionnaire, 30, &mut fastrand::Rng::with_seed(5));
    let html = said(&questionnaire, &sent, "en", page::page);
    for never in [
        "<script", "src=", "href=", "url(", "@import", "http:", "https:", "NaN", "inf",
    ] {
        assert!(!html.contains(never), "{never}");
    }
    assert!(html.contains("&lt;script&gt;&quot;&amp;amp; &amp;lt;/style&gt;{n}&lt;/title&gt;"));
}

#[test]
fn reports_on_no_reader_and_on_one_reader_read_well() {
    let questionnaire = social_media("en");
    let nobody = said(&questionnaire, &[], "en", |it| text::text(it, 80));
    assert!(nobody.starts_with("No reader’s answers"), "{nobody}");
    let html = said(&questionnaire, &[], "en", page::page);
    assert!(!html.contains("NaN"));
    let sent = sample(&questionnaire, 1, &mut fastrand::Rng::with_seed(1));
    let responses: Vec<Value> = sent
        .into_iter()
        .filter(|it| it["kind"] == "response")
        .collect();
    let one = said(&questionnaire, &responses[..1], "en", |it| {
        text::text(it, 80)
    });
    assert!(one.starts_with("The answers that one reader sent"), "{one}");
}

#[test]
fn numbers_are_written_as_people_write_them() {
    let (en, nb) = (words("en"), words("nb"));
    let said = numbers::share(&share(81, 231).unwrap(), &en);
    assert_eq!(said, "81 of 231 (35 %, between 29 and 41)");
    let said = numbers::share(&share(1, 100_000).unwrap(), &nb);
    assert_eq!(said, "1 av 100\u{a0}000 (< 0,1 %, mellom < 0,1 og < 0,1)");
    for (share, expected) in [
        (0.0, "0"),
        (0.004, "0.4"),
        (0.0001, "< 0.1"),
        (0.005, "0.5"),
        (0.345, "35"),
        (0.996, "99.6"),
        (0.9999, "> 99.9"),
        (1.0, "100"),
    ] {
        assert_eq!(numbers::percent(share, &en), expected);
    }
    assert_eq!(numbers::decimal(-0.125, 2, &en), "\u{2212}0.13");
    assert_eq!(numbers::decimal(-0.001, 2, &nb), "0,00");
    assert_eq!(numbers::count(1_234_567, &en), "1,234,567");
    assert_eq!(numbers::count(999, &en), "999");
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_placeholders() {
    let (en, nb) = (
        read("messages/report/en.json"),
        read("messages/report/nb.json"),
    );
    let places = |text: &str| {
        let mut places: Vec<String> = text
            .split('{')
            .skip(1)
            .map(|it| it.split('}').next().unwrap().into())
            .collect();
        places.sort();
        places
    };
    for (key, text) in en.as_object().unwrap() {
        let (Some(one), Some(other)) = (text.as_str(), nb[key].as_str()) else {
            assert_eq!(
                text.as_array().unwrap().len(),
                nb[key].as_array().unwrap().len()
            );
            continue;
        };
        assert_eq!(places(one), places(other), "{key}");
    }
    // A missing or unknown key is refused.
    for (key, value) in [("title", Value::Null), ("more", "more".into())] {
        let mut file = en.clone();
        file[key] = value;
        assert!(serde_json::from_value::<Words>(file).is_err());
    }
}
