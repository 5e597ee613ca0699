//! The scorecard as a picture: golden SVGs, and rules that hold for each. Every text and mark is in
//! its place, nothing is loaded from elsewhere, the marks match the counts, and nobody is accused.
//! Words and marks have their own files in `picture/`.
//! `UPDATE_EXPECT=1 cargo test --test picture` writes the SVGs; look at them afterwards.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::float_cmp)]

mod common;
#[path = "picture/marks.rs"]
mod marks;
#[path = "picture/words.rs"]
mod words;

use common::{messages, parsed, read, small, social_media};
use expect_test::expect_file;
use misconception_scorecard::picture::widths::{Weight, width};
use misconception_scorecard::picture::{LEAST, MOST, SIZE, picture};
use misconception_scorecard::questionnaire::answers;
use misconception_scorecard::scoring::score;
use roxmltree::{Document, Node};
use serde_json::{Map, Value, json};

const SVG: &str = "http://www.w3.org/2000/svg";

/// A picture to draw, from `tests/fixtures/pictures.json`, which tests/package/picture.test.mjs
/// reads too.
struct Case {
    name: String,
    questionnaire: Value,
    answers: Value,
    words: &'static str,
    size: (u32, u32),
    address: String,
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
        address: given["address"].as_str().unwrap_or_default().to_owned(),
    }
}

/// A questionnaire with one statement per misconception.
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
    let places = |key: &str| {
        let list = given[key].as_array().into_iter().flatten();
        let place = |it: &Value| usize::try_from(it.as_u64().unwrap()).unwrap();
        list.map(place).collect::<Vec<usize>>()
    };
    for strength in ["contested", "practitioner"] {
        for index in places(strength) {
            questionnaire["misconceptions"][index]["evidence"] = json!({ "strength": strength });
        }
    }
    for index in places("facts") {
        questionnaire["misconceptions"][index]["statements"][0]["key"] = json!("fact");
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
        let words = messages(self.words);
        picture(&questionnaire, &scorecard, &words, size, &self.address)
    }

    fn is_mirrored(&self) -> bool {
        self.questionnaire["lang"] == "ar"
    }
}

fn named(name: &str) -> Case {
    cases().into_iter().find(|case| case.name == name).unwrap()
}

/// The box of a line of text.
#[derive(Debug)]
struct Line {
    /// Printed when a test fails.
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

/// The lines of text, with widths from the table of widths.
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

/// A mark and its centre.
#[derive(Debug)]
struct Mark {
    x: f64,
    y: f64,
    scale: f64,
    /// Its paths.
    shape: Vec<String>,
    colour: String,
}

impl Mark {
    /// The box of the largest mark.
    fn place(&self) -> Line {
        let reach = 9.0 * self.scale;
        Line {
            text: self.shape.concat(),
            left: self.x - reach,
            right: self.x + reach,
            top: self.y - reach,
            bottom: self.y + reach,
        }
    }
}

fn marks_of(svg: &Document<'_>) -> Vec<Mark> {
    let groups = svg
        .descendants()
        .filter(|node| node.has_tag_name((SVG, "g")));
    groups
        .map(|node| {
            let moved = node.attribute("transform").unwrap();
            let numbers = moved
                .split(|it: char| !it.is_ascii_digit() && it != '.')
                .filter(|it| !it.is_empty())
                .map(|it| it.parse().unwrap())
                .collect::<Vec<f64>>();
            let paths: Vec<Node<'_, '_>> = node.children().filter(Node::is_element).collect();
            let colour = paths[0].attribute("stroke").or(paths[0].attribute("fill"));
            Mark {
                x: numbers[0],
                y: numbers[1],
                scale: numbers[3],
                shape: paths
                    .iter()
                    .map(|it| it.attribute("d").unwrap().to_owned())
                    .collect(),
                colour: colour.unwrap().to_owned(),
            }
        })
        .collect()
}

/// The texts of the elements with this name, in their order.
fn texts(svg: &str, name: &str) -> Vec<String> {
    let document = Document::parse(svg).unwrap();
    let nodes = document
        .descendants()
        .filter(|node| node.tag_name().name() == name);
    nodes
        .filter_map(|node| node.text().map(str::to_owned))
        .collect()
}

/// A case with the title and the names of "seen-through", and `more`.
fn small_case(more: &Value) -> Case {
    let mut given = json!({
        "name": "small", "title": "What do you believe about sleep?",
        "names": ["Everybody needs eight hours", "Lost sleep can be made good"],
    });
    for (key, value) in more.as_object().unwrap() {
        given[key] = value.clone();
    }
    case(&given)
}

#[test]
fn each_picture_equals_the_approved_one() {
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
fn every_text_and_mark_is_inside_the_picture_and_none_overlap() {
    let sizes = [
        SIZE,
        (1584, 396),
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
            let mut lines = lines_of(&document, case.is_mirrored());
            lines.extend(marks_of(&document).iter().map(Mark::place));
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
fn a_picture_loads_nothing_and_runs_nothing() {
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
fn a_size_outside_the_limits_becomes_the_nearest_allowed_one() {
    let case = named("mixed");
    assert_eq!(case.draw_at((0, 0)), case.draw_at((LEAST, LEAST)));
    assert_eq!(case.draw_at((u32::MAX, 9999)), case.draw_at((MOST, MOST)));
}

#[test]
fn the_largest_questionnaire_is_drawn() {
    let names = vec![json!("x".repeat(3_900)); 240];
    let points = vec![json!(3); 240];
    let case = case(
        &json!({ "name": "large", "title": "T ".repeat(1_900), "names": names, "points": points }),
    );
    // If the work grew with the square of a name's length, this would take more than an hour.
    let svg = case.draw();
    assert!(texts(&svg, "text").iter().any(|it| it.ends_with('…')));
    assert_eq!(marks_of(&Document::parse(&svg).unwrap()).len(), 240);
}
