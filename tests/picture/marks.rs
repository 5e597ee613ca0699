//! The marks of a picture: their number, shapes, colours and sizes.

use crate::common::evaluate;
use crate::{cases, marks_of, named, small_case, texts};
use misconception_scorecard::picture::{LEAST, MOST, SIZE};
use roxmltree::Document;
use serde_json::json;

#[test]
fn there_are_as_many_marks_as_the_scorecard_counts() {
    for case in cases() {
        let scorecard = evaluate(&case.questionnaire, &case.answers).unwrap();
        let count = |key: &str| {
            let count = scorecard["headline"][key].as_f64().unwrap();
            format!("{count}").parse::<usize>().unwrap()
        };
        let expected = match count("classified") + count("insufficient") {
            0 => count("contested"),
            counted => counted,
        };
        for size in [case.size, (LEAST, LEAST), (1080, 1920), (MOST, LEAST)] {
            let svg = case.draw_at(size);
            let marks = marks_of(&Document::parse(&svg).unwrap());
            assert_eq!(marks.len(), expected, "{} {size:?}", case.name);
        }
    }
}

#[test]
fn verdicts_differ_in_shape_and_only_what_is_not_believed_is_green() {
    let kinds = |name: &str| {
        let svg = named(name).draw();
        let marks = marks_of(&Document::parse(&svg).unwrap());
        let mut kinds: Vec<(Vec<String>, String)> =
            marks.into_iter().map(|it| (it.shape, it.colour)).collect();
        kinds.dedup();
        kinds
    };
    // Believed, undecided, open, seen through; believed, leaning, undecided, not believed.
    for name in ["all-verdicts", "mixed"] {
        let kinds = kinds(name);
        let mut shapes: Vec<&Vec<String>> = kinds.iter().map(|it| &it.0).collect();
        shapes.sort();
        shapes.dedup();
        let colours: Vec<&str> = kinds.iter().map(|it| &*it.1).collect();
        assert_eq!(shapes.len(), 4, "{name}: {shapes:?}");
        assert_eq!(
            colours,
            ["#1c1b19", "#1c1b19", "#1c1b19", "#08744d"],
            "{name}"
        );
    }
}

#[test]
fn marks_shrink_before_they_are_left_out_and_counts_stay() {
    let scale = |count: usize, size| {
        let names = vec![json!("Name"); count];
        let given = json!({ "names": names, "points": vec![json!(1); count] });
        let svg = small_case(&given).draw_at(size);
        let document = Document::parse(&svg).unwrap();
        assert!(texts(&svg, "text").contains(&format!("{count} seen through")));
        let marks = marks_of(&document);
        (marks.len(), marks.first().map_or(0.0, |it| it.scale))
    };
    let (few, large) = scale(2, SIZE);
    let (many, small) = scale(200, SIZE);
    assert_eq!((few, many), (2, 200));
    assert!(large > 4.0 && small < 2.0, "{large} {small}");
    let mut points = vec![json!(5); 1000];
    points[..3].clone_from_slice(&[json!(1), json!(3), json!(null)]);
    let names = vec![json!("Name"); 1000];
    let given = json!({ "title": "Word ".repeat(300), "names": names, "points": points });
    let svg = small_case(&given).draw_at((LEAST, LEAST));
    assert_eq!(marks_of(&Document::parse(&svg).unwrap()).len(), 0);
    let shown = texts(&svg, "text");
    for count in ["997 believed", "1 undecided", "1 open", "1 seen through"] {
        assert!(shown.iter().any(|it| it == count), "{count}: {shown:?}");
    }
}
