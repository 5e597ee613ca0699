//! Attempts that were stored: they come back as they were, and are compared only with answers to
//! the same questionnaire on the same scale.

use crate::common::{messages, parsed};
use crate::{answers, document, go_on, has_button, html, kept, texts, with_extras};
use misconception_scorecard::extras::attempts::{Attempts, Retake};
use misconception_scorecard::extras::remarks::Remarks;
use misconception_scorecard::questionnaire::Questionnaire;
use misconception_scorecard::questionnaire::answers::Agreement;
use misconception_scorecard::session::Event;
use misconception_scorecard::session::plan::{Choices, Feedback, Layout, Order};
use misconception_scorecard::widget::extras::ExtrasWidget;
use serde_json::{Value, json};

/// Reads saved attempts for another questionnaire.
fn read(kept: &Value, questionnaire: &Questionnaire) -> Attempts {
    Attempts::read(kept, questionnaire)
}

#[test]
fn stored_attempts_are_restored_as_they_were() {
    let mut widget = with_extras(&document(3), &[7, 1, 4], Choices::default());
    let about = json!({ "id": "small", "version": "1", "points": 7.0 });
    let first = json!({ "s1": { "agreement": 7.0 }, "s2": { "agreement": 1.0 }, "s3": { "agreement": 4.0 } });
    widget.retake(Retake::Unsettled);
    let expected = json!({ "again": {
        "questionnaire": about, "first": first, "asked": [],
        "earlier": first, "asking": ["m1", "m3"],
    } });
    assert_eq!(kept(&widget), expected);
    assert_eq!(
        &read(&expected, widget.questionnaire()),
        widget.attempts().unwrap()
    );
    go_on(&mut widget, &[1, 0, 1]);
    let expected = json!({ "again": {
        "questionnaire": about, "first": first, "asked": ["m1", "m3"],
    } });
    assert_eq!(kept(&widget), expected);
    assert_eq!(
        &read(&expected, widget.questionnaire()),
        widget.attempts().unwrap()
    );
}

#[test]
fn attempts_at_another_questionnaire_version_or_scale_are_never_compared() {
    let mut widget = with_extras(&document(2), &[7, 1], Choices::default());
    widget.retake(Retake::All);
    go_on(&mut widget, &[1, 1]);
    let good = kept(&widget);
    assert_ne!(read(&good, widget.questionnaire()), Attempts::default());

    let mut fewer = document(2);
    fewer["scale"] = json!({});
    let changed = |key: &str, value: &str| {
        let mut document = document(2);
        document[key] = json!(value);
        document
    };
    for other in [
        fewer,
        document(1),
        changed("id", "other"),
        changed("version", "2"),
    ] {
        assert_eq!(read(&good, &parsed(&other)), Attempts::default(), "{other}");
    }
    for (pointer, value) in [
        ("/again", json!(null)),
        ("/again", json!("text")),
        ("/again/questionnaire", json!([])),
        ("/again/questionnaire/points", json!("7")),
        ("/again/first", json!(null)),
        ("/again/first/s1/agreement", json!(8)),
        ("/again/first/s1", json!({ "agreement": 7, "certainty": 1 })),
    ] {
        let mut broken = good.clone();
        *broken.pointer_mut(pointer).unwrap() = value;
        let read = read(&broken, widget.questionnaire());
        assert_eq!(read, Attempts::default(), "{pointer}");
    }
    for (key, value) in [
        ("earlier", json!(3)),
        ("asking", json!({})),
        ("asked", json!("m1")),
    ] {
        let mut odd = good.clone();
        odd["again"][key] = value;
        let read = read(&odd, widget.questionnaire());
        assert!(read.first.is_some(), "{key}: the first attempt is there");
        assert_eq!(read.retake, None, "{key}");
    }
}

#[test]
fn a_scorecard_after_a_reload_is_compared_too() {
    let mut before = with_extras(&document(2), &[7, 1], Choices::default());
    before.retake(Retake::All);
    let kept = kept(&before);
    // The reader's module does not know earlier attempts; it only asks statements.
    for (second, is_whole) in [([4, 1], true), ([4, 0], false)] {
        let questionnaire = parsed(&document(2));
        let attempts = read(&kept, &questionnaire);
        let mut after = ExtrasWidget::new(questionnaire, messages("en"), Choices::default(), true);
        after.resume(answers(&second), Some(usize::MAX));
        assert_eq!(
            texts(&after, "since"),
            [""; 0],
            "not before it has the extras"
        );
        after.show_extras(Remarks::new(2), attempts);
        assert_eq!(texts(&after, "since").len(), 1);
        assert_eq!(has_button(&after, "earlier"), !is_whole);
    }
}

/// A reader who does something random at each step.
#[test]
fn random_events_keep_the_first_attempt_and_change_only_what_is_asked() {
    let mut chance = fastrand::Rng::with_seed(5);
    let orders = [Order::Interleaved, Order::Author, Order::Shuffled];
    for round in 0..120 {
        let choices = Choices {
            layout: *chance
                .choice([Layout::Paged, Layout::List])
                .as_ref()
                .unwrap(),
            feedback: *chance
                .choice([Feedback::End, Feedback::Each])
                .as_ref()
                .unwrap(),
            order: orders[round % 3],
            seed: chance.u32(..),
        };
        let points: Vec<u8> = (0..4).map(|_| chance.u8(0..=7)).collect();
        let mut widget = with_extras(&document(4), &points, choices);
        let mut first = None;
        for _ in 0..40 {
            let before = widget.session().answers.clone();
            let was_asking = widget.attempts().unwrap().retake.clone();
            match chance.u8(0..8) {
                0 => {
                    let again = [Retake::All, Retake::Unsettled][chance.usize(0..2)];
                    if !widget.retake(again).is_empty() && first.is_none() {
                        first = Some(before.clone());
                    }
                }
                1 => {
                    widget.stop();
                }
                2 => {
                    widget.update(Event::Back);
                }
                3 | 4 => {
                    widget.update(Event::Next);
                }
                5 => {
                    let tap = widget.session().taps;
                    widget.update(Event::Elapse { tap });
                }
                _ => {
                    widget.update(Event::Agree {
                        statement: chance.usize(0..5),
                        agreement: Agreement::Point(chance.u8(0..9)),
                        tapped: chance.bool(),
                    });
                }
            }
            let attempts = widget.attempts().unwrap();
            match &attempts.first {
                Some(it) => {
                    assert_eq!(Some(&it.answers), first.as_ref(), "the first attempt stays");
                }
                None => first = None,
            }
            if let Some(retake) = &attempts.retake {
                let now = &widget.session().answers;
                let is_same_retake = was_asking.as_ref() == Some(retake);
                for (index, asked) in retake.asked.iter().enumerate() {
                    if is_same_retake && !asked && before[index].is_some() {
                        assert_eq!(
                            now[index], before[index],
                            "a statement that is not asked keeps its answer"
                        );
                    }
                }
            }
            let shown = html(&widget);
            assert_eq!(
                shown.contains("class=\"result\""),
                widget.scorecard().is_some()
            );
            let read = read(&kept(&widget), widget.questionnaire());
            assert_eq!(&read, attempts, "the stored state is complete");
        }
    }
}
