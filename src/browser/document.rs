//! Documents as JavaScript has them. Reads own, enumerable keys only, so a prototype has no say.

use crate::document::{Document, Kind};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Value;

    #[wasm_bindgen(js_namespace = Object, js_name = keys)]
    fn own_keys(value: &JsValue) -> Value;
    #[wasm_bindgen(js_namespace = Array, js_name = isArray)]
    fn is_list(value: &JsValue) -> bool;
    #[wasm_bindgen(js_namespace = Array, js_name = of)]
    fn new_list() -> Value;
    #[wasm_bindgen(js_name = Object)]
    fn new_object() -> Value;

    #[wasm_bindgen(method, getter)]
    fn length(this: &Value) -> usize;
    #[wasm_bindgen(method)]
    fn push(this: &Value, item: &JsValue);
    #[wasm_bindgen(method, structural, indexing_getter)]
    fn item(this: &Value, index: usize) -> JsValue;

    #[wasm_bindgen(method, structural, indexing_getter)]
    fn at(this: &Value, key: &str) -> JsValue;

    #[wasm_bindgen(method, structural, indexing_setter)]
    fn put(this: &Value, key: &str, value: &JsValue);
}

impl Document for JsValue {
    #[inline(never)]
    fn kind(&self) -> Kind {
        if self.is_string() {
            Kind::Text
        } else if self.as_f64().is_some() {
            Kind::Number
        } else if self.as_bool().is_some() {
            Kind::Boolean
        } else if is_list(self) {
            Kind::List
        } else if self.is_object() {
            Kind::Map
        } else {
            Kind::Null
        }
    }

    fn boolean(&self) -> bool {
        self.as_bool().unwrap_or(false)
    }

    #[inline(never)]
    fn number(&self) -> f64 {
        self.as_f64().unwrap_or(f64::NAN)
    }

    #[inline(never)]
    fn text(&self) -> String {
        self.as_string().unwrap_or_default()
    }

    #[inline(never)]
    fn len(&self) -> usize {
        if self.kind() == Kind::List {
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
        if self.kind() != Kind::Map {
            return Vec::new();
        }
        let list = own_keys(self);
        let mut keys = Vec::new();
        for index in 0..list.length() {
            keys.push(list.item(index).text());
        }
        keys
    }

    #[inline(never)]
    fn get(&self, key: &str) -> Option<Self> {
        let value = self.unchecked_ref::<Value>().at(key);
        (!value.is_undefined()).then_some(value)
    }

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
