//! Documents as JavaScript has them. Reads own, enumerable keys only, so a prototype has no say.

use crate::data::document::{Document, ValueKind, WriteDocument};
use crate::data::text::cut;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Value;

    #[wasm_bindgen(js_namespace = Object, js_name = keys)]
    fn own_keys(value: &JsValue) -> Value;
    /// The place of a value's kind in [`ValueKind`]; the build writes it into the glue, for one call tells all kinds.
    #[wasm_bindgen(js_name = kindOf)]
    fn kind_of(value: &JsValue) -> u32;
    #[wasm_bindgen(js_name = String)]
    fn string_of(value: &JsValue) -> String;
    #[wasm_bindgen(js_name = Number)]
    fn number_of(value: &JsValue) -> f64;
    #[wasm_bindgen(js_namespace = Array, js_name = of)]
    fn new_list() -> Value;
    #[wasm_bindgen(js_name = Object)]
    fn new_object() -> Value;

    #[wasm_bindgen(method, getter)]
    fn length(this: &Value) -> usize;
    #[wasm_bindgen(method)]
    fn join(this: &Value, between: &str) -> String;
    #[wasm_bindgen(method)]
    fn push(this: &Value, item: &JsValue);
    #[wasm_bindgen(method, structural, indexing_getter)]
    fn item(this: &Value, index: usize) -> JsValue;

    #[wasm_bindgen(method, structural, indexing_getter)]
    fn at(this: &Value, key: &str) -> JsValue;

    #[wasm_bindgen(method, structural, indexing_setter)]
    fn put(this: &Value, key: &str, value: &JsValue);
}

/// The lines of a text.
#[inline(never)]
pub fn lines(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = text;
    while let Some((line, after)) = cut(rest, b'\n') {
        lines.push(line.to_owned());
        rest = after;
    }
    lines.push(rest.to_owned());
    lines
}

impl Document for JsValue {
    #[inline(never)]
    fn kind(&self) -> ValueKind {
        match kind_of(self) {
            1 => ValueKind::Boolean,
            2 => ValueKind::Number,
            3 => ValueKind::Text,
            4 => ValueKind::List,
            5 => ValueKind::Map,
            _ => ValueKind::Null,
        }
    }

    fn boolean(&self) -> bool {
        self.kind() == ValueKind::Boolean && self.is_truthy()
    }

    #[inline(never)]
    fn number(&self) -> f64 {
        if self.kind() == ValueKind::Number {
            number_of(self)
        } else {
            f64::NAN
        }
    }

    #[inline(never)]
    fn text(&self) -> String {
        if self.kind() == ValueKind::Text {
            string_of(self)
        } else {
            String::new()
        }
    }

    #[inline(never)]
    fn len(&self) -> usize {
        if self.kind() == ValueKind::List {
            self.unchecked_ref::<Value>().length()
        } else {
            0
        }
    }

    #[inline(never)]
    fn item(&self, index: usize) -> Self {
        self.unchecked_ref::<Value>().item(index)
    }

    #[inline(never)]
    fn keys(&self) -> Vec<String> {
        if self.kind() != ValueKind::Map {
            return Vec::new();
        }
        let keys = own_keys(self);
        let count = keys.length();
        if count == 0 {
            return Vec::new();
        }
        // All at once: a call into JavaScript for each would take longer than everything else here.
        let all = lines(&keys.join("\n"));
        if cfg!(feature = "authoring") && all.len() != count {
            // An author has put a line break into a key.
            return (0..count).map(|at| keys.item(at).text()).collect();
        }
        all
    }

    #[inline(never)]
    fn get(&self, key: &str) -> Option<Self> {
        let value = self.unchecked_ref::<Value>().at(key);
        (!value.is_undefined()).then_some(value)
    }
}

impl WriteDocument for JsValue {
    fn from_null() -> Self {
        Self::NULL
    }

    fn from_boolean(value: bool) -> Self {
        value.into()
    }

    #[inline(never)]
    fn from_number(value: f64) -> Self {
        value.into()
    }

    #[inline(never)]
    fn from_text(value: &str) -> Self {
        value.into()
    }

    #[inline(never)]
    fn from_list(items: Vec<Self>) -> Self {
        let list = new_list();
        for item in &items {
            list.push(item);
        }
        list.into()
    }

    #[inline(never)]
    fn new_map() -> Self {
        new_object().into()
    }

    #[inline(never)]
    fn set(&mut self, key: &str, value: Self) {
        self.unchecked_ref::<Value>().put(key, &value);
    }
}
