//! The scorecard as a picture: golden SVGs, and what holds for each: every text in its place, nothing from elsewhere,
//! and the marks where the beliefs are. `UPDATE_EXPECT=1 cargo test --test picture` writes it; then look at it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::float_cmp)]

mod common;

use common::{evaluate, messages, parsed, read, small, social_media};
use expect_test::expect_file;
use misconception_scorecard::messages::ApiOnly;
use misconception_scorecard::picture::lines::{balanced, lines};
use misconception_scorecard::picture::widths::{Weight, width};
use misconception_scorecard::picture::{LEAST, MOST, SIZE, picture};
use misconception_scorecard::questionnaire::answers;
use misconception_scorecard::scoring::score;
use roxmltree::{Document, Node};
use serde_json::{Map, Value, json};

/// A picture to draw, of `tests/fixtures/pictures.json`; tests/package/picture.test.mjs reads the same.
struct Case {
    name: String,
    questionnaire: Value,
    answers: Value,
    words: &'static str,
    size: (u32, u32),
}

fn cases() -> Vec<Case> {
    let cases = read("tests/fixtures/pictures.json");
    cases.as_array().unwrap().iter().map(case).collect()
}

fn case(given: &Value) -> Case {
    let lang = given["builtIn"].as_str();
    let questionnaire = lang.map_or_else(|| own(given), social_media);
    let mut answers = Map::new();
    let statements = questionnaire["misconceptions"].as_array().unwrap().iter();
    let statements = statements.flat_map(|it| it["statements"].as_array().unwrap());
    for (statement, point) in statements.zip(given["points"].as_array().unwrap()) {
        let mut answer = match point.as_u64() {
            None => continue,
            Some(0) => json!({ "agreement": "dontKnow" }),
            Some(point) => json!({ "agreement": point }),
        };
        if !given["certainty"].is_null() {
            answer["certainty"] = given["certainty"].clone();
        }
        answers.insert(statement["id"].as_str().unwrap().to_owned(), answer);
    }
    let length = |key: &str, without| {
        given[key]
            .as_u64()
            .map_or(without, |it| u32::try_from(it).unwrap())
    };
    Case {
        name: given["name"].as_str().unwrap().to_owned(),
        questionnaire,
        answers: answers.into(),
        words: if lang == Some("nb") { "nb" } else { "en" },
        size: (length("width", SIZE.0), length("height", SIZE.1)),
    }
}

/// A questionnaire with one statement a misconception.
fn own(given: &Value) -> Value {
    let names = given["names"].as_array().unwrap();
    let mut questionnaire = small(&vec![&["myth"] as &[&str]; names.len()]);
    questionnaire["title"] = given["title"].clone();
    if !given["lang"].is_null() {
        questionnaire["lang"] = given["lang"].clone();
    }
    if !given["certainty"].is_null() {
        questionnaire["certainty"] = json!({});
    }
    for (index, name) in names.iter().enumerate() {
        questionnaire["misconceptions"][index]["name"] = name.clone();
    }
    for index in given["contested"].as_array().into_iter().flatten() {
        let index = usize::try_from(index.as_u64().unwrap()).unwrap();
        questionnaire["misconceptions"][index]["evidence"] = json!({ "strength": "contested" });
    }
    questionnaire
}

impl Case {
    fn draw(&self) -> String {
        self.draw_at(self.size)
    }

    fn draw_at(&self, size: (u32, u32)) -> String {
        let questionnaire = parsed(&self.questionnaire);
        let answers = answers::read(&self.answers, &questionnaire).unwrap();
        let scorecard = score(&questionnaire, &answers);
        picture(&questionnaire, &scorecard, &messages(self.words), size)
    }

    fn is_mirrored(&self) -> bool {
        self.questionnaire["lang"] == "ar"
    }
}

fn named(name: &str) -> Case {
    cases().into_iter().find(|case| case.name == name).unwrap()
}

/// Where a line of text stands.
#[derive(Debug)]
struct Line {
    /// Of use where a test fails.
    #[allow(dead_code)]
    text: String,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

fn number(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).unwrap().parse().unwrap()
}

/// The lines of text, by the table of widths.
fn lines_of(svg: &Document<'_>, is_mirrored: bool) -> Vec<Line> {
    let texts = svg
        .descendants()
        .filter(|node| node.tag_name().name() == "text");
    texts
        .map(|node| {
            let text = node.text().unwrap().to_owned();
            let size = number(node, "font-size");
            let weight = match node.attribute("font-weight") {
                None => Weight::Regular,
                Some("700") => Weight::Bold,
                Some(other) => panic!("{other}"),
            };
            let wide = width(&text, weight) * size;
            let (x, y) = (number(node, "x"), number(node, "y"));
            let is_end = node.attribute("text-anchor") == Some("end");
            let left = if is_end == is_mirrored { x } else { x - wide };
            Line {
                text,
                left,
                right: left + wide,
                top: y - size * 0.8,
                bottom: y + size * 0.25,
            }
        })
        .collect()
}

/// The texts of the elements of this name, in their order.
fn texts(svg: &str, name: &str) -> Vec<String> {
    let document = Document::parse(svg).unwrap();
    let nodes = document
        .descendants()
        .filter(|node| node.tag_name().name() == name);
    nodes
        .filter_map(|node| node.text().map(str::to_owned))
        .collect()
}

#[test]
fn each_is_drawn_as_it_was_found_good() {
    for case in cases() {
        let path = format!(
            "{}/tests/golden/pictures/{}.svg",
            env!("CARGO_MANIFEST_DIR"),
            case.name
        );
        expect_file![path].assert_eq(&case.draw());
    }
}

#[test]
fn every_text_has_its_place_within_the_picture_and_no_two_the_same() {
    let sizes = [
        SIZE,
        (1080, 1080),
        (1080, 1920),
        (400, 300),
        (LEAST, LEAST),
        (MOST, LEAST),
        (LEAST, MOST),
    ];
    for case in cases() {
        for (wide, high) in sizes.into_iter().chain([case.size]) {
            let svg = case.draw_at((wide, high));
            let document = Document::parse(&svg).unwrap();
            let lines = lines_of(&document, case.is_mirrored());
            let about = format!("{} {wide} x {high}", case.name);
            assert!(lines.len() > 3, "{about}");
            for (index, line) in lines.iter().enumerate() {
                let is_inside = line.left >= 0.0
                    && line.top >= 0.0
                    && line.right <= f64::from(wide)
                    && line.bottom <= f64::from(high);
                assert!(is_inside, "{about}: {line:?}");
                for other in lines.iter().skip(index + 1) {
                    let is_apart = line.right <= other.left
                        || other.right <= line.left
                        || line.bottom <= other.top
                        || other.bottom <= line.top;
                    assert!(is_apart, "{about}: {line:?} {other:?}");
                }
            }
        }
    }
}

#[test]
fn it_needs_nothing_from_elsewhere_and_runs_nothing() {
    const ELEMENTS: [&str; 7] = ["svg", "title", "desc", "rect", "text", "path", "g"];
    const ATTRIBUTES: [&str; 17] = [
        "width",
        "height",
        "viewBox",
        "role",
        "lang",
        "direction",
        "font-family",
        "fill",
        "x",
        "y",
        "font-size",
        "font-weight",
        "text-anchor",
        "d",
        "stroke",
        "stroke-width",
        "transform",
    ];
    for case in cases() {
        let svg = case.draw();
        let document = Document::parse(&svg).unwrap();
        for node in document.descendants().filter(Node::is_element) {
            assert!(
                ELEMENTS.contains(&node.tag_name().name()),
                "{}: {node:?}",
                case.name
            );
            for attribute in node.attributes() {
                assert!(
                    ATTRIBUTES.contains(&attribute.name()),
                    "{}: {attribute:?}",
                    case.name
                );
                let is_near =
                    !attribute.value().contains("url(") && !attribute.value().contains("//");
                assert!(is_near, "{}: {attribute:?}", case.name);
            }
        }
    }
}

#[test]
fn it_says_in_words_what_it_shows() {
    let svg = named("mixed").draw();
    assert_eq!(
        texts(&svg, "title"),
        ["What do you believe about social media in business?"]
    );
    assert_eq!(
        texts(&svg, "desc"),
        ["You hold 2 of 5 misconceptions\n\
          You lean towards one more. You are unsure about one more.\n\
          Social media is above all a marketing channel: held\n\
          A few weeks show whether social media pays off: held\n\
          Marketing can handle social media alone: leaning\n\
          A blunder on social media ruins a reputation for good: unsure\n\
          Reaching followers on social media is free: not held"]
    );
}

#[test]
fn it_says_what_the_scorecard_document_says() {
    for case in cases() {
        let scorecard = evaluate(&case.questionnaire, &case.answers).unwrap();
        let svg = case.draw_at((1080, 1920));
        let described = texts(&svg, "desc").remove(0);
        let names: Vec<&str> = scorecard["order"]
            .as_array()
            .unwrap()
            .iter()
            .map(|id| {
                let list = case.questionnaire["misconceptions"].as_array().unwrap();
                list.iter().find(|it| it["id"] == *id).unwrap()["name"]
                    .as_str()
                    .unwrap()
            })
            .collect();
        let mut rest = described.as_str();
        for name in names.iter().take(6) {
            let name: String = name
                .chars()
                .map(|it| {
                    if "\u{fffe}\u{ffff}".contains(it) {
                        '\u{fffd}'
                    } else {
                        it
                    }
                })
                .collect();
            let at = rest.find(&name.replace(|it: char| it.is_control() && it != '\n', " "));
            rest = &rest[at.unwrap_or_else(|| panic!("{}: {name:?} in {rest:?}", case.name))..];
        }
    }
}

/// Each mark's place between fact and myth, 0 to 100, from the top down.
fn places(svg: &str) -> Vec<f64> {
    let document = Document::parse(svg).unwrap();
    let mut places = Vec::new();
    let mut bar = (0.0, 0.0);
    for node in document.descendants().filter(Node::is_element) {
        if node.tag_name().name() == "path"
            && node.has_attribute("stroke")
            && node.attribute("d").unwrap().contains('H')
        {
            let line = node.attribute("d").unwrap().strip_prefix('M').unwrap();
            let (from, to) = line.split_once('H').unwrap();
            let (from, _) = from.split_once(' ').unwrap();
            bar = (from.parse::<f64>().unwrap(), to.parse::<f64>().unwrap());
        } else if let Some(moved) = node.attribute("transform") {
            let (x, _) = moved
                .strip_prefix("translate(")
                .unwrap()
                .split_once(' ')
                .unwrap();
            let x: f64 = x.parse().unwrap();
            places.push(((x - bar.0) / (bar.1 - bar.0) * 100.0).round());
        }
    }
    places
}

#[test]
fn a_mark_stands_where_the_belief_is_and_none_where_there_is_none() {
    for (name, expected) in [
        ("none-held", vec![25.0, 25.0, 0.0, 0.0, 0.0]),
        ("contested", vec![100.0, 0.0, 75.0, 100.0]),
        ("no-answers", vec![]),
        ("greek", vec![100.0, 75.0, 50.0, 0.0]),
        // From the right to the left, as it is read.
        ("arabic", vec![100.0, 75.0, 50.0, 0.0]),
    ] {
        assert_eq!(places(&named(name).draw()), expected, "{name}");
    }
}

#[test]
fn verdicts_differ_in_shape_and_word() {
    let svg = named("mixed").draw();
    let document = Document::parse(&svg).unwrap();
    let shapes: Vec<Vec<&str>> = document
        .descendants()
        .filter(|node| node.tag_name().name() == "g" && node.is_element())
        .map(|node| node.children().filter_map(|it| it.attribute("d")).collect())
        .collect();
    let mut different = shapes.clone();
    different.sort();
    different.dedup();
    assert_eq!((shapes.len(), different.len()), (5, 4), "{shapes:?}");
    let shown = texts(&svg, "text");
    for word in ["held", "leaning", "unsure", "not held"] {
        assert!(shown.iter().any(|it| it == word), "{word}: {shown:?}");
    }
}

#[test]
fn what_there_is_no_room_for_is_counted_in_words() {
    for (wide, high) in [SIZE, (400, 300), (1080, 1920), (MOST, MOST)] {
        let svg = named("forty").draw_at((wide, high));
        let shown = texts(&svg, "text");
        let names = shown
            .iter()
            .filter(|it| it.starts_with("Misconception number"))
            .count();
        let more = shown
            .iter()
            .find_map(|it| it.strip_prefix("and ")?.strip_suffix(" more"));
        let more: usize = more.unwrap().parse().unwrap();
        assert_eq!(names + more, 40, "{wide} x {high}");
        assert!(names >= 3, "{wide} x {high}: {names}");
        assert!(texts(&svg, "desc")[0].ends_with(&format!("\nand {more} more")));
    }
    for name in ["mixed", "all-held", "cyrillic", "chinese"] {
        let shown = texts(&named(name).draw(), "text");
        assert!(
            !shown.iter().any(|it| it.starts_with("and ")),
            "{name}: {shown:?}"
        );
    }
}

#[test]
fn contested_misconceptions_stand_below_a_heading_of_their_own() {
    let shown = texts(&named("contested").draw(), "text");
    let index = |text: &str| shown.iter().position(|it| it == text).unwrap();
    let heading = index("Where experts disagree");
    assert!(index("Blue light is what keeps us awake") < heading);
    assert!(
        index("Lost sleep cannot be made good") > heading
            && index("Napping ruins the night") > heading
    );
    assert!(
        shown
            .iter()
            .any(|it| it == "2 misconceptions are contested and do not count.")
    );
    let without = texts(&named("mixed").draw(), "text");
    assert!(!without.iter().any(|it| it == "Where experts disagree"));
}

#[test]
fn too_few_answers_are_said_and_have_no_place() {
    let shown = texts(&named("insufficient").draw(), "text");
    assert_eq!(
        shown.iter().filter(|it| *it == "too few answers").count(),
        3
    );
    assert_eq!(shown.iter().filter(|it| *it == "no position").count(), 3);
    let shown = texts(&named("no-answers").draw(), "text");
    assert!(
        shown
            .iter()
            .any(|it| it == "Too few answers to say anything yet"),
        "{shown:?}"
    );
}

#[test]
fn a_language_from_right_to_left_is_mirrored() {
    let svg = named("arabic").draw();
    let document = Document::parse(&svg).unwrap();
    assert_eq!(document.root_element().attribute("direction"), Some("rtl"));
    let first = &lines_of(&document, true)[0];
    assert!(first.right > 1100.0, "{first:?}");
    let svg = named("greek").draw();
    let document = Document::parse(&svg).unwrap();
    assert_eq!(document.root_element().attribute("direction"), None);
    let first = &lines_of(&document, false)[0];
    assert!(first.left < 100.0, "{first:?}");
}

#[test]
fn a_size_that_cannot_be_is_the_nearest_that_can() {
    let case = named("mixed");
    assert_eq!(case.draw_at((0, 0)), case.draw_at((LEAST, LEAST)));
    assert_eq!(case.draw_at((u32::MAX, 9999)), case.draw_at((MOST, MOST)));
}

#[test]
fn every_language_can_say_how_many_more_there_are() {
    for lang in ["en", "nb"] {
        assert!(
            messages(lang).api_only(ApiOnly::AndMore).contains("{n}"),
            "{lang}"
        );
    }
}

#[test]
fn lines_end_where_they_may() {
    for (text, room, expected) in [
        ("", 5.0, &[][..]),
        ("one two three", 100.0, &["one two three"]),
        ("one two three", 5.5, &["one two", "three"]),
        ("  one \n\t two  ", 100.0, &["one two"]),
        ("one\u{a0}two three", 6.5, &["one\u{a0}two", "three"]),
        ("well-known fact", 4.5, &["well-", "known", "fact"]),
        ("minus -5 here", 6.5, &["minus -5", "here"]),
        (
            "marketing\u{ad}department",
            7.5,
            &["marketing-", "department"],
        ),
        ("marketing\u{ad}department", 100.0, &["marketingdepartment"]),
        ("abcdefghijklmn", 4.0, &["abcde-", "fghijkl-", "mn"]),
        ("1234567890", 3.0, &["1234", "5678", "90"]),
        ("abc\u{200b}def", 3.0, &["abc", "def"]),
        // No line begins with a full stop or ends with an opening bracket.
        ("日本語。「日本」", 3.2, &["日本", "語。", "「日", "本」"]),
        ("日本語。「日本」", 4.4, &["日本語。", "「日本」"]),
        ("日本語text日本", 4.5, &["日本語", "text日本"]),
        // What belongs together is not taken apart.
        (
            "e\u{301}e\u{301}e\u{301}e\u{301}",
            1.2,
            &["e\u{301}-", "e\u{301}-", "e\u{301}-", "e\u{301}"],
        ),
        (
            "👩\u{200d}👧👩\u{200d}👧",
            3.0,
            &["👩\u{200d}👧", "👩\u{200d}👧"],
        ),
        ("🇳🇴🇸🇪🇩🇰", 2.0, &["🇳🇴", "🇸🇪", "🇩🇰"]),
        ("👍🏽👍🏽", 1.5, &["👍🏽", "👍🏽"]),
    ] {
        assert_eq!(
            lines(text, Weight::Regular, room, 9),
            expected,
            "{text:?} in {room}"
        );
    }
}

#[test]
fn what_does_not_fit_on_the_lines_is_left_out_and_that_is_said() {
    for (text, most, expected) in [
        ("one two three", 1, &["one two…"][..]),
        ("one two three", 2, &["one two", "three"]),
        ("one, two three", 1, &["one…"]),
        ("one", 1, &["one"]),
        ("abcdefghijklmn", 1, &["abcdefg…"]),
        ("日本語日本語", 1, &["日本語日…"]),
    ] {
        assert_eq!(
            lines(text, Weight::Regular, 5.5, most),
            expected,
            "{text:?} on {most}"
        );
    }
}

#[test]
fn lines_are_about_equally_long_but_no_more_and_no_word_is_cut_for_it() {
    let even = |text, room| balanced(text, Weight::Bold, room, 3);
    assert_eq!(
        even("one two three four five six", 15.0),
        ["one two three", "four five six"]
    );
    assert_eq!(even("one two three", 50.0), ["one two three"]);
    assert_eq!(even("a misconception", 10.0), ["a", "misconception"]);
}

#[test]
fn a_questionnaire_as_large_as_can_be_is_drawn() {
    let names = vec![json!("x".repeat(3_900)); 240];
    let points = vec![json!(3); 240];
    let case = case(
        &json!({ "name": "large", "title": "T ".repeat(1_900), "names": names, "points": points }),
    );
    // With work that grows by the square of a name's length, this would not come back in an hour.
    assert!(case.draw().contains("and 2"));
}
