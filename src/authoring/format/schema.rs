//! The format as a JSON Schema for editors. Draft 7, because all editors support it.
//!
//! It is generated from what the parser asks for and from the explanations. Rules between fields
//! that a schema can express are written here a second time; a test makes sure that schema and
//! checker agree. Only the checker knows what a schema cannot express: that ids are unique, cutoffs
//! fall, there are at most a thousand statements, `to` is 1 to 5 above `from` with a label for each
//! level, a translation matches its original, markup is whole, and which rare characters are
//! invisible; and for the JSON text, that no character is broken, no key occurs twice, and it is at
//! most 1 MB.

use super::explanations::{CHOICES, EXPLANATIONS, Explanation};
use super::keys::{Field, FieldKind, children, field, is_translated, shape};
use crate::data::text::{NO_CONTROL, SEEN};
use crate::questionnaire::fields::{MAX_LIST, MAX_TEXT};
use crate::questionnaire::reader::{Language, Pattern};
use serde_json::{Map, Value, json};

/// The field whose range depends on another field.
pub(super) const RELATIVE: &str = "/certainty/to";

/// The schema of a questionnaire.
#[must_use]
pub fn schema() -> Value {
    let fields = shape();
    let mut schema = node(&fields, "");
    let about = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Misconception Scorecard questionnaire, format 1.0",
    });
    merge(&mut schema, about);
    schema
}

/// The schema of what belongs at `pattern`.
fn node(fields: &[Field], pattern: &str) -> Value {
    let Some(field) = field(fields, pattern) else {
        return json!({});
    };
    let mut node = match field.kind {
        FieldKind::Anything => json!({}),
        FieldKind::Map => map(fields, pattern),
        FieldKind::Names => translations(fields),
        FieldKind::List { is_filled } => json!({
            "type": "array",
            "items": node(fields, &format!("{pattern}/*")),
            "minItems": i32::from(is_filled),
            "maxItems": MAX_LIST,
        }),
        FieldKind::Text => text(),
        FieldKind::Written {
            expression,
            expected,
            ..
        } => written(expression, expected.text()),
        FieldKind::Choice(words) => choice(pattern, words),
        FieldKind::Boolean => json!({ "type": "boolean" }),
        FieldKind::Number(low, high) if low > 0.0 && high > 1e9 => {
            json!({ "type": "number", "exclusiveMinimum": 0 })
        }
        FieldKind::Number(low, high) => {
            json!({ "type": "number", "minimum": low, "maximum": high })
        }
        FieldKind::Integer(..) if pattern == RELATIVE => json!({ "type": "integer" }),
        FieldKind::Integer(low, high) => {
            json!({ "type": "integer", "minimum": low, "maximum": high })
        }
    };
    merge(&mut node, said(pattern));
    merge(&mut node, rules(pattern));
    node
}

fn map(fields: &[Field], pattern: &str) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for (key, child) in children(fields, pattern) {
        properties.insert(key.to_owned(), node(fields, &child.pattern));
        if child.is_required {
            required.push(key);
        }
    }
    properties.insert("$comment".to_owned(), comment());
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn text() -> Value {
    let rules = [
        said_pattern(SEEN, "This string is empty."),
        said_pattern(NO_CONTROL, "This string has an invisible character."),
    ];
    json!({ "type": "string", "maxLength": MAX_TEXT, "allOf": rules })
}

fn written(expression: &str, expected: &str) -> Value {
    let mut node = json!({ "type": "string", "maxLength": MAX_TEXT });
    merge(
        &mut node,
        said_pattern(expression, &format!("This should be {expected}.")),
    );
    node
}

/// A pattern, with the message that editors show if a string does not match. `patternErrorMessage`
/// is an extension of VS Code.
fn said_pattern(expression: &str, message: &str) -> Value {
    json!({ "pattern": expression, "patternErrorMessage": message })
}

fn choice(pattern: &str, words: &[&str]) -> Value {
    let meaning = |word: &&str| {
        let is_it = |choice: &&super::explanations::Choice| {
            choice.pattern == pattern && choice.value == *word
        };
        CHOICES.iter().find(is_it).map_or("", |choice| choice.what)
    };
    let meanings: Vec<&str> = words.iter().map(meaning).collect();
    json!({ "type": "string", "enum": words, "enumDescriptions": meanings })
}

fn comment() -> Value {
    let mut comment = json!({ "type": "string" });
    merge(&mut comment, said("/$comment"));
    comment
}

/// The description of `pattern` for people.
fn said(pattern: &str) -> Value {
    let Some(key) = key(pattern) else {
        return json!({});
    };
    let example: Value = serde_json::from_str(key.example).unwrap_or_default();
    json!({ "description": format!("{} {}", key.what, key.why), "examples": [example] })
}

/// The same without the example, which is in the language of the questionnaire.
fn described(pattern: &str) -> Value {
    key(pattern).map_or_else(
        || json!({}),
        |key| json!({ "description": format!("{} {}", key.what, key.why) }),
    )
}

/// The explanation of `pattern`.
#[must_use]
pub fn key(pattern: &str) -> Option<&'static Explanation> {
    EXPLANATIONS.iter().find(|key| key.pattern == pattern)
}

/// Rules that depend on more than one field.
fn rules(pattern: &str) -> Value {
    match pattern {
        "/format" => said_pattern(r"^1(\.[\s\S]*)?$", "Here should be 1.0."),
        "/scale" => {
            let rules: Vec<Value> = (2..=7)
                .map(|points| labelled("points", points, 5))
                .collect();
            json!({ "allOf": rules })
        }
        "/certainty" => {
            let mut rules: Vec<Value> = (2..=6)
                .map(|levels| labelled("levels", levels, 4))
                .collect();
            rules.push(json!({
                "not": { "required": ["levels", "from"] },
                "errorMessage": "Write levels alone, or from and to together.",
            }));
            json!({ "dependencies": { "from": ["to"], "to": ["from"] }, "allOf": rules })
        }
        _ => json!({}),
    }
}

/// The rule that there is one label per step if `key` is `count`, which it is by default if it is
/// `usual`. The widget has its own labels for the usual scale and for true or false. `doNotSuggest`
/// keeps editors from suggesting keys from here, where they have no description.
fn labelled(key: &str, count: usize, usual: usize) -> Value {
    let mut case = Map::new();
    case.insert(
        key.to_owned(),
        json!({ "const": count, "doNotSuggest": true }),
    );
    let mut condition = json!({ "properties": case });
    if count != usual {
        merge(&mut condition, json!({ "required": [key] }));
    } else if key == "levels" {
        merge(&mut condition, json!({ "not": { "required": ["from"] } }));
    }
    let exactly = json!({ "minItems": count, "maxItems": count });
    let has_own = count == usual || (key == "points" && count == 2);
    let rule = if has_own {
        json!({ "anyOf": [exactly, { "maxItems": 0 }] })
    } else {
        exactly
    };
    let mut labels = Map::new();
    labels.insert("labels".to_owned(), rule);
    let mut rule = json!({ "properties": labels });
    merge(
        &mut rule,
        json!({ "properties": { "labels": { "doNotSuggest": true } } }),
    );
    if !has_own {
        merge(&mut rule, json!({ "required": ["labels"] }));
    }
    json!({ "if": condition, "then": rule })
}

/// Per language, a URL or an object of the same shape with the texts only.
fn translations(fields: &[Field]) -> Value {
    let mut overlay = overlay(fields, "");
    let mut statements = by_id(&overlay_item(fields, "/misconceptions/*/statements/*"));
    merge(&mut statements, described("/misconceptions/*/statements"));
    merge(
        &mut overlay,
        json!({ "properties": { "statements": statements } }),
    );
    merge(&mut overlay, said("/translations/*"));
    let tag = format!(r"^\$comment$|{}", Language::EXPRESSION);
    json!({
        "type": "object",
        "propertyNames": said_pattern(&tag, &format!("This should be {}.", Language::EXPECTED.text())),
        "properties": { "$comment": comment() },
        "additionalProperties": { "anyOf": [overlay, text()] },
    })
}

/// What may replace the texts at `pattern`.
fn overlay(fields: &[Field], pattern: &str) -> Value {
    let mut properties = Map::new();
    for (key, child) in children(fields, pattern) {
        let is_elsewhere = matches!(child.kind, FieldKind::Names)
            || key == "statements"
            || child.pattern == "/lang";
        if is_translated(key) && !is_elsewhere {
            let mut node = match child.kind {
                FieldKind::Text => text(),
                FieldKind::Written {
                    expression,
                    expected,
                    ..
                } => written(expression, expected.text()),
                FieldKind::Map => overlay_item(fields, &child.pattern),
                FieldKind::List { .. } => overlay_list(fields, &format!("{}/*", child.pattern)),
                _ => continue,
            };
            merge(&mut node, described(&child.pattern));
            properties.insert(key.to_owned(), node);
        }
    }
    properties.insert("$comment".to_owned(), comment());
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

/// If an object has little but a text, the text alone is enough.
fn overlay_item(fields: &[Field], pattern: &str) -> Value {
    let has_text = children(fields, pattern).any(|(key, _)| key == "text");
    if matches!(field(fields, pattern), Some(field) if matches!(field.kind, FieldKind::Text)) {
        return text();
    }
    let overlay = overlay(fields, pattern);
    if has_text {
        json!({ "anyOf": [text(), overlay] })
    } else {
        overlay
    }
}

/// An array of items with ids becomes an object with the ids as keys. Any other remains an array in
/// the author's order.
fn overlay_list(fields: &[Field], item: &str) -> Value {
    let has_ids = children(fields, item).any(|(key, _)| key == "id");
    let part = overlay_item(fields, item);
    if has_ids {
        by_id(&part)
    } else {
        json!({ "type": "array", "items": part })
    }
}

/// An object with ids as keys and `part` as values.
fn by_id(part: &Value) -> Value {
    json!({ "type": "object", "properties": { "$comment": comment() }, "additionalProperties": part })
}

/// Adds the contents of `more` to `node`, recursively.
fn merge(node: &mut Value, more: Value) {
    match (node, more) {
        (Value::Object(node), Value::Object(more)) => {
            for (key, value) in more {
                merge(node.entry(key).or_insert(Value::Null), value);
            }
        }
        (Value::Array(node), Value::Array(more)) => node.extend(more),
        (node, more) => *node = more,
    }
}
