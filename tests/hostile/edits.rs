//! Documents that are nearly questionnaires: a valid one, changed by edits of the kind that people
//! and programs make.
//!
//! This file knows JSON and the words of the format, not what is valid. The caller picks what is
//! edited and how often.

use super::invariants::Pick;
use serde_json::{Map, Value, json};

/// Keys of the format, and some that only look like keys.
#[rustfmt::skip]
const KEYS: &[&str] = &[
    "$comment", "$schema", "advice", "answer", "asOf", "by", "certainty", "consent", "credits",
    "date", "dontKnow", "cutoffs", "evidence", "fact", "format", "from", "held", "id", "intro",
    "kernelOfTruth", "key", "labels", "lang", "leaning", "levels", "licence", "markup", "minAnswered",
    "misconceptions", "myth", "name", "outcomes", "points", "privacy", "quote", "refutation",
    "reviewBy", "scale", "share", "sources", "statements", "strength", "suggestions", "text",
    "title", "to", "translations", "unsure", "url", "version", "weight", "whyBelieved", "whyWrong",
    "", "0", "-1", "00", "*", "/", "~", "~1", "a/b", "a\nb", "a\"b", "\0", "\u{202e}", "__proto__",
    "constructor", "toString", "titel", "statments", "fakta", "en", "nb", "🙂", "Title",
    "where_wrong",
];

/// Texts of the format, and some that are hard to read.
#[rustfmt::skip]
const TEXTS: &[&str] = &[
    "", " ", "\n", "a", "myth", "fact", "Fact", "half", "majority", "settled", "contested", "1.0",
    "2.0", "1", "en", "nb", "en-GB", "english", "zh", "2026", "2026-11-23", "23.11.2026",
    "2026-13-45", "0000-00-00", "1/2/2026", "https://a.example/b", "a.example",
    "javascript:alert(1)", "http://", "true", "5", " 5 ", "1e999", "NaN", "inf", ".5", "\0",
    "\u{85}", "\u{feff}", "\u{202e}abc", "🙂🙂", "e\u{301}", "مرحبا", "<b>&amp;</b>", "a b", "s1",
    "m1", "Two claims are made here and nobody ever believes both of them.",
    "It is not true that \"this\" isn't (so).", "’s", "a—b—c",
    "inline", "*a*", "*a", "**a**", "a * b", "\\*a", "[1]", "[2] [3]", "[a](https://a.example/(b))", "[a](b)",
    "[*a*](http://b) [c", "*a\n\nb*",
    "Dr. A. B. and/or C; not only d but e", "__proto__", "\u{10ffff}", "\u{fffd}", "../..", "\\",
];

#[rustfmt::skip]
const NUMBERS: &[f64] = &[
    0.0, -0.0, 1.0, 2.0, 2.5, 3.0, 5.0, 6.0, 7.0, 8.0, 37.5, 62.5, 75.0, 100.0, 100.1, -1.0,
    -1000.0, 1000.0, 1001.0, 1e-320, 1e300, 1.797e308, 5e-324, 2_147_483_648.0, -2_147_483_649.0,
    4_294_967_296.0, 9_007_199_254_740_993.0,
];

/// `document` after some edits, chosen by `pick`: none, a few, or more.
pub fn edited(mut document: Value, pick: Pick) -> Value {
    if pick(3) == 0 {
        translate(&mut document, pick);
    }
    for _ in 0..pick(7) {
        edit(&mut document, pick);
    }
    document
}

/// Makes one edit somewhere in `document`.
fn edit(document: &mut Value, pick: Pick) {
    let mut places = Vec::new();
    list_places(document, &mut String::new(), &mut places);
    let from = document
        .pointer(&one(&places, pick))
        .cloned()
        .unwrap_or_default();
    let pointer = one(&places, pick);
    let Some(value) = document.pointer_mut(&pointer) else {
        return;
    };
    match pick(11) {
        0 => *value = any(pick),
        1 => *value = from,
        2 => *value = json!([value]),
        3 => *value = json!({ one(KEYS, pick).to_owned(): value }),
        4 => *value = number(pick).into(),
        5 => *value = text(pick).into(),
        6 => add(value, from, pick),
        7 => add(value, any(pick), pick),
        8 => remove(value, pick),
        9 => rename(value, pick),
        _ => double(value, pick),
    }
}

fn one<T: Clone>(all: &[T], pick: Pick) -> T {
    all[pick(all.len())].clone()
}

/// Adds the pointers of everything in `value` to `places`.
fn list_places(value: &Value, pointer: &mut String, places: &mut Vec<String>) {
    places.push(pointer.clone());
    let back = pointer.len();
    let mut inside = |token: &str, value: &Value| {
        pointer.push('/');
        pointer.push_str(&token.replace('~', "~0").replace('/', "~1"));
        list_places(value, pointer, places);
        pointer.truncate(back);
    };
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| inside(key, value)),
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                inside(&index.to_string(), value);
            }
        }
        _ => {}
    }
}

fn add(value: &mut Value, item: Value, pick: Pick) {
    match value {
        Value::Object(map) => drop(map.insert(one(KEYS, pick).to_owned(), item)),
        Value::Array(list) => list.insert(pick(list.len() + 1), item),
        _ => {}
    }
}

fn remove(value: &mut Value, pick: Pick) {
    match value {
        Value::Object(map) if !map.is_empty() => drop(map.shift_remove(&key(map, pick))),
        Value::Array(list) if !list.is_empty() => drop(list.remove(pick(list.len()))),
        _ => {}
    }
}

fn rename(value: &mut Value, pick: Pick) {
    if let Value::Object(map) = value
        && !map.is_empty()
    {
        let old = key(map, pick);
        let item = map.shift_remove(&old).unwrap_or_default();
        // Half of the new names are typing errors in the old one.
        let new = match pick(6) {
            0 => old.to_uppercase(),
            1 => format!("{old}s"),
            2 => old.chars().skip(1).collect(),
            _ => one(KEYS, pick).to_owned(),
        };
        map.insert(new, item);
    }
}

/// Repeats something, so that ids occur twice or arrays become too long.
fn double(value: &mut Value, pick: Pick) {
    match value {
        Value::Array(list) if !list.is_empty() => {
            let item = one(list, pick);
            let times = match pick(60) {
                0 => 1_001,
                1..10 => 5,
                _ => 1,
            };
            // A long array of long items would take much time and show nothing more.
            let times = if item.to_string().len() > 200 {
                1
            } else {
                times
            };
            list.extend(std::iter::repeat_n(item, times));
        }
        Value::String(text) if !text.is_empty() => {
            *text = text.repeat([2, 10, 4_001 / text.len() + 1][pick(3)]);
        }
        _ => {}
    }
}

fn key(map: &Map<String, Value>, pick: Pick) -> String {
    map.keys().nth(pick(map.len())).cloned().unwrap_or_default()
}

fn number(pick: Pick) -> f64 {
    one(NUMBERS, pick)
}

/// One of the texts, or two joined.
fn text(pick: Pick) -> String {
    let mut text = one(TEXTS, pick).to_owned();
    if pick(4) == 0 {
        text.push_str(one(TEXTS, pick));
    }
    text
}

/// A small value of any type.
fn any(pick: Pick) -> Value {
    match pick(9) {
        0 => Value::Null,
        1 => Value::Bool(pick(2) == 0),
        2 => number(pick).into(),
        3 | 4 => text(pick).into(),
        5 => json!([]),
        6 => json!({}),
        7 => json!([any(pick), any(pick)]),
        _ => {
            json!({ one(KEYS, pick).to_owned(): any(pick), one(KEYS, pick).to_owned(): any(pick) })
        }
    }
}

/// Adds a translation in the shape of the document, of which much is left out or not translated.
fn translate(document: &mut Value, pick: Pick) {
    let overlay = overlay(document, pick);
    if let Value::Object(map) = document {
        let translations = map.entry("translations").or_insert_with(|| json!({}));
        if let Value::Object(translations) = translations {
            let lang = if pick(3) == 0 {
                text(pick)
            } else {
                "nb".to_owned()
            };
            translations.insert(lang, overlay);
        }
    }
}

fn overlay(base: &Value, pick: Pick) -> Value {
    match base {
        Value::Object(map) => {
            let mut over = Map::new();
            let mut statements = Map::new();
            for (key, value) in map {
                if key == "translations" || pick(4) == 0 {
                    continue;
                }
                if key == "misconceptions" {
                    for misconception in value.as_array().into_iter().flatten() {
                        by_id(&misconception["statements"], &mut statements, pick);
                    }
                }
                over.insert(key.clone(), overlay(value, pick));
            }
            if !statements.is_empty() {
                over.insert("statements".to_owned(), Value::Object(statements));
            }
            Value::Object(over)
        }
        Value::Array(list) if list.iter().any(|item| item["id"].is_string()) => {
            let mut over = Map::new();
            by_id(base, &mut over, pick);
            Value::Object(over)
        }
        Value::Array(list) => list.iter().map(|item| overlay(item, pick)).collect(),
        Value::String(_) if pick(3) == 0 => any(pick),
        other => other.clone(),
    }
}

/// Overlays for the items of an array, by id.
fn by_id(list: &Value, over: &mut Map<String, Value>, pick: Pick) {
    for item in list.as_array().into_iter().flatten() {
        if let Some(id) = item["id"].as_str()
            && pick(5) > 0
        {
            over.insert(id.to_owned(), overlay(item, pick));
        }
    }
}
