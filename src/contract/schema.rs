//! The documents as JSON Schemas (draft 7), generated from the tables by which they are read.
//!
//! Rules between keys that a schema can express are written here a second time. Only the reader
//! knows the others: that the counts of a feed add up, that each id occurs once, and which rare
//! characters are invisible.

use super::shape::{FEED, Field, Kind, LONGEST, REMARK, RESPONSE, WITHDRAW};
use crate::data::text::{NO_CONTROL, SEEN};
use crate::questionnaire::fields::MAX_LIST;
use crate::questionnaire::reader::{Id, Pattern};
use serde_json::{Map, Value, json};

/// The schemas with the names of their documents.
#[must_use]
pub fn schemas() -> Vec<(&'static str, Value)> {
    let of = |name, title: &str, fields, rules: Value| {
        let mut schema = json!({
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": title,
        });
        add(&mut schema, map(fields));
        add(&mut schema, rules);
        (name, schema)
    };
    vec![
        of("response", "The answers of one reader", RESPONSE, json!({})),
        of(
            "remark",
            "What a reader says back",
            REMARK,
            json!({ "oneOf": remark_rules() }),
        ),
        of(
            "withdraw",
            "A message that is taken back",
            WITHDRAW,
            json!({}),
        ),
        of(
            "feed",
            "What others answered, and what was published",
            FEED,
            json!({ "oneOf": feed_rules() }),
        ),
    ]
}

fn remark_rules() -> [Value; 2] {
    [
        json!({ "properties": {
            "about": { "const": "suggestion" },
            "misconception": { "type": "null" },
            "text": { "pattern": SEEN },
        } }),
        json!({ "properties": {
            "about": { "const": "dispute" },
            "misconception": { "type": "string" },
        } }),
    ]
}

fn feed_rules() -> [Value; 2] {
    let none = json!({ "maxItems": 0 });
    [
        json!({ "properties": { "made": { "type": "string" }, "n": { "type": "integer" } } }),
        json!({ "properties": {
            "made": { "type": "null" },
            "n": { "type": "null" },
            "misconceptions": none,
            "statements": none,
        } }),
    ]
}

fn node(kind: &Kind) -> Value {
    match kind {
        Kind::Exactly(word) => json!({ "const": word }),
        Kind::Written { expression, .. } => {
            json!({ "type": "string", "maxLength": LONGEST, "pattern": expression })
        }
        Kind::Choice(words, _) => json!({ "enum": words }),
        Kind::Text {
            most, is_filled, ..
        } => {
            let mut node = json!({ "type": "string", "maxLength": most, "pattern": NO_CONTROL });
            if *is_filled {
                add(&mut node, json!({ "allOf": [{ "pattern": SEEN }] }));
            }
            node
        }
        Kind::Integer(low, high, _) => {
            json!({ "type": "integer", "minimum": low, "maximum": high })
        }
        Kind::Agreement => json!({ "anyOf": [
            { "type": "integer", "minimum": 1, "maximum": 7 },
            { "const": "dontKnow" },
        ] }),
        Kind::Map(fields) => map(fields),
        Kind::ById { each, is_filled } => json!({
            "type": "object",
            "propertyNames": { "maxLength": LONGEST, "pattern": Id::EXPRESSION },
            "additionalProperties": node(each),
            "minProperties": i32::from(*is_filled),
            "maxProperties": MAX_LIST,
        }),
        Kind::List {
            item, least, most, ..
        } => json!({
            "type": "array",
            "items": node(item),
            "minItems": least,
            "maxItems": most,
        }),
        Kind::OrNull(kind) => json!({ "anyOf": [{ "type": "null" }, node(kind)] }),
    }
}

fn map(fields: &[Field]) -> Value {
    let mut properties = Map::new();
    for field in fields {
        let mut property = json!({ "description": field.what });
        add(&mut property, node(&field.kind));
        properties.insert(field.key.to_owned(), property);
    }
    let required = fields.iter().filter(|field| field.is_required);
    json!({
        "type": "object",
        "properties": properties,
        "required": required.map(|field| field.key).collect::<Vec<_>>(),
        "additionalProperties": false,
    })
}

/// Adds the keys of `more` to `node`.
fn add(node: &mut Value, more: Value) {
    if let (Value::Object(node), Value::Object(more)) = (node, more) {
        node.extend(more);
    }
}
