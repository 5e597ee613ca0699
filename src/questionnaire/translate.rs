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
    let translations = document.child(KEY);
    let Some(overlay) = translations.and_then(|translations| translations.child(lang)) else {
        return document.clone();
    };
    let mut place = String::from("/translations/");
    place.push_str(lang);
    let mut statements_place = place.clone();
    statements_place.push_str("/statements");
    let mut translation = Translation {
        statements: overlay.child(STATEMENTS).unwrap_or_else(D::from_null),
        statements_place,
        fields,
    };
    let back = translation.fields.go_to(place);
    let mut result = translation.lay(document, &overlay);
    translation.fields.go_to(back);
    result.set_text("lang", lang);
    result
}

/// In an overlay the statements stand beside the misconceptions, so that one can move to another without
/// its translation.
const STATEMENTS: &str = "statements";

struct Translation<'a, D> {
    statements: D,
    statements_place: String,
    fields: &'a mut Fields,
}

impl<D: Document> Translation<'_, D> {
    /// `base` with the texts of `over`, which is null where there are none.
    fn lay(&mut self, base: &D, over: &D) -> D {
        let (kind, laid) = (base.kind(), over.kind());
        match (kind, laid) {
            (Kind::Text, Kind::Text) => {
                self.fields.as_text(over, &mut String::new());
                over.clone()
            }
            (Kind::Map, Kind::Text) => {
                // Where a map holds little but a text, the text alone will do.
                self.fields.as_text(over, &mut String::new());
                let mut result = self.lay(base, &D::from_null());
                result.set("text", over.clone());
                result
            }
            (Kind::Map, Kind::Map | Kind::Null) => {
                let mut result = D::new_map();
                for key in base.keys() {
                    if let Some(value) = base.get(&key).filter(|_| key != KEY) {
                        let part = over.child(&key).unwrap_or_else(D::from_null);
                        result.set(&key, self.lay_at(&key, &value, &part));
                    }
                }
                result
            }
            (Kind::List, Kind::Map | Kind::List | Kind::Null) => {
                let mut items = Vec::new();
                for index in 0..base.len() {
                    let item = base.item(index);
                    if laid == Kind::List {
                        let part = over.item(index);
                        items.push(self.lay_at(&digits(index), &item, &part));
                    } else {
                        let id = item.child("id").map(|id| id.text()).unwrap_or_default();
                        let part = over.child(&id).unwrap_or_else(D::from_null);
                        items.push(self.lay_at(&id, &item, &part));
                    }
                }
                D::from_list(items)
            }
            (_, Kind::Null) => base.clone(),
            _ => {
                let expected = "what the questionnaire has there";
                self.fields.problem(Code::WrongType, expected);
                base.clone()
            }
        }
    }

    /// `base`, which stands at `key`, with the texts of `part`.
    fn lay_at(&mut self, key: &str, base: &D, part: &D) -> D {
        if key == STATEMENTS && base.kind() == Kind::List {
            let back = self.fields.go_to(self.statements_place.clone());
            let result = self.lay(base, &self.statements.clone());
            self.fields.go_to(back);
            return result;
        }
        let back = self.fields.enter(key);
        let result = self.lay(base, part);
        self.fields.leave(back);
        result
    }
}
