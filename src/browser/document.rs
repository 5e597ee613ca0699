//! Documents as JavaScript has them. Reads own, enumerable keys only, so a prototype has no say.

use crate::document::{Document, Kind};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Object, js_name = keys)]
    fn own_keys(value: &JsValue) -> js_sys::Array;

    type Value;

    #[wasm_bindgen(method, structural, indexing_getter)]
    fn at(this: &Value, key: &str) -> JsValue;

    #[wasm_bindgen(method, structural, indexing_setter)]
    fn put(this: &Value, key: &str, value: &JsValue);
}

impl Document for JsValue {
    fn kind(&self) -> Kind {
        if self.is_string() {
            Kind::Text
        } else if self.as_f64().is_some() {
            Kind::Number
        } else if self.as_bool().is_some() {
            Kind::Boolean
        } else if js_sys::Array::is_array(self) {
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

    fn number(&self) -> f64 {
        self.as_f64().unwrap_or(f64::NAN)
    }

    fn text(&self) -> String {
        self.as_string().unwrap_or_default()
    }

    fn len(&self) -> usize {
        if self.kind() == Kind::List {
            self.unchecked_ref::<js_sys::Array>().length() as usize
        } else {
            0
        }
    }

    fn item(&self, index: usize) -> Self {
        // The limits keep every list far below 2^32.
        #[allow(clippy::cast_possible_truncation)]
        self.unchecked_ref::<js_sys::Array>().get(index as u32)
    }

    fn keys(&self) -> Vec<String> {
        if self.kind() != Kind::Map {
            return Vec::new();
        }
        let keys = own_keys(self);
        (0..keys.length()).map(|index| keys.get(index).text()).collect()
    }

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

    fn from_number(value: f64) -> Self {
        value.into()
    }

    fn from_text(value: &str) -> Self {
        value.into()
    }

    fn from_list(items: Vec<Self>) -> Self {
        let list = js_sys::Array::new();
        for item in items {
            list.push(&item);
        }
        list.into()
    }

    fn new_map() -> Self {
        js_sys::Object::new().into()
    }

    fn set(&mut self, key: &str, value: Self) {
        self.unchecked_ref::<Value>().put(key, &value);
    }
}
