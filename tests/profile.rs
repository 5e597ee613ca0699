//! The profile, a diagram of beliefs: when it draws a line, where the line's mark is, and where its
//! rows lead.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::tree::{attributes, named, texts};
use common::{letter_answers, lettered, small};
use misconception_scorecard::questionnaire::answers::{Agreement, Response};
use misconception_scorecard::session::plan::Choices;
use misconception_scorecard::view::node::Node;
use serde_json::json;

/// The scorecard in which each letter stands for a misconception and its answers.
fn lettered_screen(letters: &str, strengths: &[&str]) -> Vec<Node> {
    let mut widget = common::widget(&lettered(letters, strengths), "en", Choices::default());
    widget.resume(letter_answers(letters), Some(usize::MAX));
    widget.view()
}

#[test]
fn a_line_is_drawn_only_if_beliefs_can_have_degrees() {
    for (points, keys, answers, lines) in [
        // True or false for one statement each: only two positions, so no line at all.
        (
            2,
            &[&["myth"] as &[&str], &["fact"]] as &[&[&str]],
            &[2_u8, 2] as &[u8],
            None,
        ),
        (2, &[&["myth"], &["fact"]], &[0, 0], None),
        (2, &[&["myth"], &["myth", "fact"]], &[2, 2, 2], Some(1)),
        (2, &[&["myth"], &["myth", "fact"]], &[0, 0, 0], Some(1)),
        (2, &[&["myth", "fact"]], &[2, 1], Some(1)),
        (5, &[&["myth"], &["fact"]], &[5, 1], Some(2)),
        (5, &[&["myth"], &["fact"]], &[0, 1], Some(2)),
    ] {
        let mut document = small(keys);
        document["scale"] = json!({ "points": points });
        let mut widget = common::widget(&document, "en", Choices::default());
        let response = |point: &u8| {
            (*point > 0).then_some(Response {
                agreement: Agreement::Point(*point),
                certainty: None,
            })
        };
        widget.resume(answers.iter().map(response).collect(), Some(usize::MAX));
        let screen = widget.view();
        let name = format!("{points} {keys:?} {answers:?}");
        let table = |name| named(&screen, name).len();
        let is_flat = usize::from(lines.is_none());
        assert_eq!(
            (
                table("table.flat role=table"),
                table("table.profile role=table")
            ),
            (is_flat, 1 - is_flat),
            "{name}"
        );
        assert_eq!(table("th.place role=columnheader"), 1 - is_flat, "{name}");
        assert_eq!(
            table("td.place role=cell"),
            (1 - is_flat) * keys.len(),
            "{name}: a cell in each row"
        );
        assert_eq!(table("svg role=img"), lines.unwrap_or(0), "{name}");
    }
}

#[test]
fn the_mark_is_in_the_highlighted_part_of_its_line() {
    let whole = |value: &str| value.strip_suffix('%').unwrap().parse::<f64>().unwrap();
    for (unsure, leaning, held) in [
        (40.0, 60.0, 75.0),
        (0.0, 50.0, 100.0),
        (0.0, 1.0, 2.0),
        (1.0, 2.0, 3.0),
        (97.0, 98.0, 99.0),
        (33.0, 34.0, 90.0),
        (49.5, 50.0, 50.5),
        (10.0, 49.0, 51.0),
        (83.0, 84.0, 100.0),
    ] {
        for point in 1..=7 {
            let mut document = lettered("H", &[""]);
            document["cutoffs"] = json!({ "held": held, "leaning": leaning, "unsure": unsure });
            let mut widget = common::widget(&document, "en", Choices::default());
            let response = Response {
                agreement: Agreement::Point(point),
                certainty: None,
            };
            widget.resume(vec![Some(response)], Some(usize::MAX));
            let screen = widget.view();
            let name = format!("{unsure} {leaning} {held}, {point}");
            let belief = f64::from(point - 1) / 6.0 * 100.0;
            let (from, to) = match belief {
                _ if belief > held - 1e-6 => (held, 100.0),
                _ if belief > leaning - 1e-6 => (leaning, held),
                _ if belief > unsure + 1e-6 => (unsure, leaning),
                _ => (0.0, unsure),
            };
            let lit = attributes(&screen, "line.lit y1=80% y2=80%", "x1");
            assert_eq!(lit.len(), 1, "{name}");
            assert!((whole(&lit[0]) - from).abs() <= 0.5, "{name}: {lit:?}");
            let at = whole(&attributes(&screen, "svg y=34%", "x")[0]);
            assert!(from - 0.5 <= at && at <= to + 0.5, "{name}: {at}");
            // If there is enough space, the whole mark is inside.
            if to - from >= 8.0 {
                assert!(from + 3.5 <= at && at <= to - 3.5, "{name}: {at}");
            }
            let label = attributes(&screen, "svg role=img", "aria-label");
            let expected = format!(
                "{} of 100 on the way to believing this",
                (belief + 0.5).floor()
            );
            assert_eq!(label, [expected], "{name}");
        }
    }
}

#[test]
fn a_row_leads_to_its_article_and_the_ends_of_the_line_are_named() {
    let screen = lettered_screen("NHUL-DC", &[""]);
    let head = named(&screen, "th.place role=columnheader");
    assert_eq!(
        texts(&head[0].children, "span"),
        ["don’t believe", "believe"]
    );
    let rows = named(&screen, "th.name role=rowheader");
    let links: Vec<String> = rows
        .iter()
        .flat_map(|it| attributes(&it.children, "a", "href"))
        .collect();
    let headings =
        ["h4.fact tabindex=-1", "h4 tabindex=-1"].map(|name| attributes(&screen, name, "id"));
    let mut headings: Vec<String> = headings
        .concat()
        .iter()
        .map(|id| format!("#{id}"))
        .collect();
    assert_eq!(
        links.first().unwrap(),
        "#misconception-1",
        "believed misconceptions come first"
    );
    headings.sort();
    let mut sorted = links;
    sorted.sort();
    assert_eq!(sorted, headings);
    assert_eq!(sorted.len(), 7);
}
