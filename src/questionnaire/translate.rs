//! Lays a translation over a questionnaire.
//!
//! A translation is an overlay: the questionnaire's own shape with the translated texts only, lists of
//! things with ids written as maps from id. Knows shapes; not what a text means, nor which language suits
//! a reader: the shim chooses that, for it must fetch the words of the same language.

use super::fields::Fields;
use crate::digits::digits;
use crate::document::{Document, Kind};
use crate::problem::Code;

/// Where the overlays stand in a questionnaire.
pub const KEY: &str = "translations";

/// The document in `lang`, one of the keys of its translations; as it is for any other.
pub fn apply<D: Document>(document: &D, lang: &str, fields: &mut Fields) -> D {
    let overlay = document
        .child(KEY)
        .and_then(|translations| translations.child(lang));
    let Some(overlay) = overlay else {
        return document.clone();
    };
    let back = fields.enter(KEY);
    fields.enter(lang);
    let mut result = document.clone();
    if overlay.kind() == Kind::Map {
        let statements = overlay.child(STATEMENTS).map(|texts| {
            let inner = fields.enter(STATEMENTS);
            let place = fields.place().to_owned();
            fields.leave(inner);
            (texts, place)
        });
        result = lay(document, Some(&overlay), statements.as_ref(), fields);
        result.set("lang", D::from_text(lang));
    } else {
        fields.problem(Code::WrongType, "a translation: { … }");
    }
    fields.leave(back);
    result
}

/// In an overlay the statements stand beside the misconceptions, so that one can move to another without
/// its translation.
const STATEMENTS: &str = "statements";

/// `base` with the texts of `overlay`; `statements` is where those of the statements stand, with its place.
fn lay<D: Document>(
    base: &D,
    overlay: Option<&D>,
    statements: Option<&(D, String)>,
    fields: &mut Fields,
) -> D {
    let kind = base.kind();
    let over = overlay.map_or(Kind::Null, Document::kind);
    let text = overlay.filter(|_| over == Kind::Text);
    if let Some(text) = text {
        fields.as_text(text, &mut String::new());
        if kind == Kind::Text {
            return text.clone();
        }
        if kind == Kind::Map {
            // Where a map holds little but a text, the text alone will do.
            let mut result = base.clone();
            result.set("text", text.clone());
            return result;
        }
    }
    let fits = match kind {
        Kind::Map => over == Kind::Map,
        Kind::List => over == Kind::Map || over == Kind::List,
        _ => false,
    };
    if over != Kind::Null && !fits {
        fields.problem(Code::WrongType, "what the questionnaire has there");
    }
    match kind {
        Kind::Map => {
            let mut result = D::new_map();
            for key in base.keys() {
                let Some(value) = base.get(&key).filter(|_| key != KEY) else {
                    continue;
                };
                let back = fields.enter(&key);
                let laid = if let Some((texts, place)) = statements.filter(|_| key == STATEMENTS) {
                    let outer = fields.go_to(place.clone());
                    let laid = lay(&value, Some(texts), statements, fields);
                    fields.go_to(outer);
                    laid
                } else {
                    let over = overlay.and_then(|overlay| overlay.child(&key));
                    lay(&value, over.as_ref(), statements, fields)
                };
                fields.leave(back);
                result.set(&key, laid);
            }
            result
        }
        Kind::List => {
            let mut items = Vec::new();
            for index in 0..base.len() {
                let item = base.item(index);
                let mut key = digits(index);
                let over = match overlay {
                    Some(overlay) if over == Kind::Map => {
                        key = item.child("id").map(|id| id.text()).unwrap_or_default();
                        overlay.child(&key)
                    }
                    Some(overlay) if index < overlay.len() => Some(overlay.item(index)),
                    _ => None,
                };
                let back = fields.enter(&key);
                items.push(lay(&item, over.as_ref(), statements, fields));
                fields.leave(back);
            }
            D::from_list(items)
        }
        _ => base.clone(),
    }
}
