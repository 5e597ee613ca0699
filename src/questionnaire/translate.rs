//! Lays a translation over a questionnaire.
//!
//! A translation is an overlay: the questionnaire's own shape with the translated texts only, lists of
//! things with ids written as maps from id. Knows shapes; not what a text means, nor which language suits
//! a reader: the shim chooses that, for it must fetch the words of the same language.

use super::fields::Fields;
use crate::document::{Document, Kind};
use crate::problem::Code;

/// Where the overlays stand in a questionnaire.
pub const KEY: &str = "translations";
const MISCONCEPTIONS: &str = "misconceptions";
const STATEMENTS: &str = "statements";

/// Texts that are names for the program and the same in every language.
const NOT_TRANSLATED: [&str; 9] = [
    "format", "id", "version", "lang", "key", "strength", "asOf", "reviewBy", "minAnswered",
];

/// The document in `lang`, one of the keys of its translations; as it is for any other.
pub fn apply<D: Document>(document: &D, lang: &str, fields: &mut Fields) -> D {
    let back = fields.enter(KEY);
    let result = translated(document, lang, fields);
    fields.leave(back);
    result.unwrap_or_else(|| document.clone())
}

fn translated<D: Document>(document: &D, lang: &str, fields: &mut Fields) -> Option<D> {
    let translations = document.child(KEY)?;
    if translations.kind() != Kind::Map {
        fields.problem(Code::WrongType, "a map from language to translation");
        return None;
    }
    let overlay = translations.child(lang)?;
    let back = fields.enter(lang);
    let result = laid_over(document, &overlay, lang, fields);
    fields.leave(back);
    result
}

fn laid_over<D: Document>(document: &D, overlay: &D, lang: &str, fields: &mut Fields) -> Option<D> {
    if overlay.kind() != Kind::Map {
        fields.problem(Code::WrongType, "a translation: { … }");
        return None;
    }
    let mut result = lay_map(document, overlay, STATEMENTS, fields);
    if let Some(texts) = overlay.child(STATEMENTS) {
        let back = fields.enter(STATEMENTS);
        lay_statements(&mut result, &texts, fields);
        fields.leave(back);
    }
    result.set("lang", D::from_text(lang));
    Some(result)
}

/// `base` with the texts of `overlay`. A text laid over a map is the map's `text`.
fn lay<D: Document>(base: &D, overlay: &D, fields: &mut Fields) -> D {
    match (base.kind(), overlay.kind()) {
        (Kind::Text, Kind::Text) => {
            fields.as_text(overlay);
            overlay.clone()
        }
        (Kind::Map, Kind::Text) => {
            fields.as_text(overlay);
            let mut texts = D::new_map();
            texts.set("text", overlay.clone());
            lay_map(base, &texts, "", fields)
        }
        (Kind::Map, Kind::Map) => lay_map(base, overlay, "", fields),
        (Kind::List, Kind::Map | Kind::List) => lay_list(base, overlay, fields),
        _ => {
            fields.problem(Code::WrongType, "what the questionnaire has there");
            base.clone()
        }
    }
}

fn lay_map<D: Document>(base: &D, overlay: &D, beside: &str, fields: &mut Fields) -> D {
    let mut result = D::new_map();
    let mut left = overlay.keys();
    left.retain(|key| key != beside);
    for key in base.keys() {
        let Some(value) = base.get(&key) else {
            continue;
        };
        let over = left.iter().position(|known| *known == key);
        let over = over.filter(|_| !NOT_TRANSLATED.contains(&key.as_str()));
        let value = match over.and_then(|place| overlay.get(&left.swap_remove(place))) {
            Some(over) => {
                let back = fields.enter(&key);
                let value = lay(&value, &over, fields);
                fields.leave(back);
                value
            }
            None => value,
        };
        result.set(&key, value);
    }
    unknown(&left, fields);
    result
}

/// Lays over a list by id, where the overlay is a map, else place by place.
fn lay_list<D: Document>(base: &D, overlay: &D, fields: &mut Fields) -> D {
    let by_id = overlay.kind() == Kind::Map;
    let mut left = overlay.keys();
    let mut items = Vec::new();
    for index in 0..base.len() {
        let item = base.item(index);
        let key = if by_id {
            item.child("id").map(|id| id.text()).unwrap_or_default()
        } else {
            index.to_string()
        };
        let over = if by_id {
            overlay.child(&key)
        } else {
            (index < overlay.len()).then(|| overlay.item(index))
        };
        left.retain(|id| *id != key);
        items.push(match over {
            Some(over) => {
                let back = fields.enter(&key);
                let item = lay(&item, &over, fields);
                fields.leave(back);
                item
            }
            None => item,
        });
    }
    unknown(&left, fields);
    D::from_list(items)
}

/// Lays `texts` over the statements of all misconceptions at once: they stand beside the misconceptions
/// in an overlay, so that a statement can move without its translation.
fn lay_statements<D: Document>(document: &mut D, texts: &D, fields: &mut Fields) {
    let Some(misconceptions) = document.child(MISCONCEPTIONS) else {
        return;
    };
    let lists = (0..misconceptions.len()).map(|index| {
        let statements = misconceptions.item(index).child(STATEMENTS);
        statements.unwrap_or_else(|| D::from_list(Vec::new()))
    });
    let lists: Vec<D> = lists.collect();
    let all = lists.iter().flat_map(|list| (0..list.len()).map(|at| list.item(at)));
    let all = lay(&D::from_list(all.collect()), texts, fields);
    let mut next = 0;
    let misconceptions = lists.iter().enumerate().map(|(index, list)| {
        let mut misconception = D::new_map();
        let old = misconceptions.item(index);
        for key in old.keys() {
            if let Some(value) = old.get(&key) {
                misconception.set(&key, value);
            }
        }
        if !list.is_empty() {
            let statements = (next..next + list.len()).map(|at| all.item(at));
            misconception.set(STATEMENTS, D::from_list(statements.collect()));
            next += list.len();
        }
        misconception
    });
    let misconceptions = D::from_list(misconceptions.collect());
    document.set(MISCONCEPTIONS, misconceptions);
}

fn unknown(keys: &[String], fields: &mut Fields) {
    for key in keys {
        fields.problem_at(key, Code::UnknownKey, "what the questionnaire has there");
    }
}
