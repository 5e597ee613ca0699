//! JavaScript values as documents. Only an object's own enumerable properties are read, so nothing
//! in a prototype counts.

#![allow(clippy::cast_possible_truncation)] // A usize has 32 bits here.

use crate::data::document::{Document, ValueKind, WriteDocument};
use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Any object, accessed by key. `js_sys::Reflect` does the same but checks for exceptions on
    /// every call. That is not needed here: we read only own keys and write only to objects made
    /// here.
    type Keyed;

    #[cfg(not(feature = "authoring"))]
    #[wasm_bindgen(method, structural, indexing_getter)]
    fn at(this: &Keyed, key: &str) -> JsValue;

    #[cfg(feature = "authoring")]
    #[wasm_bindgen(method, structural, indexing_getter)]
    fn own(this: &Keyed, key: &JsValue) -> JsValue;

    #[wasm_bindgen(method, structural, indexing_setter)]
    fn put(this: &Keyed, key: &str, value: &JsValue);
}

/// The one key that cannot be assigned, because the assignment would set the prototype. An id may
/// have this name.
const PROTOTYPE: &str = "__proto__";

impl Document for JsValue {
    #[inline(never)]
    fn kind(&self) -> ValueKind {
        if self.is_string() {
            ValueKind::Text
        } else if self.is_array() {
            ValueKind::List
        } else if self.is_object() {
            ValueKind::Map
        } else if self.as_f64().is_some() {
            ValueKind::Number
        } else if Object::is(self, &Self::FALSE) || self.boolean() {
            ValueKind::Boolean
        } else {
            ValueKind::Null
        }
    }

    fn boolean(&self) -> bool {
        Object::is(self, &Self::TRUE)
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
        if self.is_array() {
            self.unchecked_ref::<Array>().length() as usize
        } else {
            0
        }
    }

    #[inline(never)]
    fn item(&self, index: usize) -> Self {
        self.unchecked_ref::<Array>().get(index as u32)
    }

    #[inline(never)]
    fn keys(&self) -> Vec<String> {
        if self.kind() != ValueKind::Map {
            return Vec::new();
        }
        let keys = Object::keys(self.unchecked_ref::<Object>());
        (0..keys.length()).map(|at| keys.get(at).text()).collect()
    }

    // The widget asks only for keys that it has seen.
    #[cfg(not(feature = "authoring"))]
    #[inline(never)]
    fn get(&self, key: &str) -> Option<Self> {
        let value = self.unchecked_ref::<Keyed>().at(key);
        (!Object::is(&value, &Self::UNDEFINED)).then_some(value)
    }

    // The checker's JSON pointers may lead anywhere. Each string that is passed takes time, so the
    // key is passed once.
    #[cfg(feature = "authoring")]
    fn get(&self, key: &str) -> Option<Self> {
        let key = Self::from(key);
        if !Object::has_own(self.unchecked_ref::<Object>(), &key) {
            return None;
        }
        let value = self.unchecked_ref::<Keyed>().own(&key);
        (!Object::is(&value, &Self::UNDEFINED)).then_some(value)
    }

    // The default would pass all keys.
    #[cfg(feature = "authoring")]
    fn child(&self, key: &str) -> Option<Self> {
        (self.kind() == ValueKind::Map).then(|| self.get(key))?
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
        items.iter().collect::<Array>().into()
    }

    #[inline(never)]
    fn new_map() -> Self {
        Object::new().into()
    }

    #[inline(never)]
    fn set(&mut self, key: &str, value: Self) {
        if key != PROTOTYPE {
            return self.unchecked_ref::<Keyed>().put(key, &value);
        }
        let mut own = Self::new_map();
        own.set("value", value);
        for attribute in ["configurable", "enumerable", "writable"] {
            own.set(attribute, Self::TRUE);
        }
        Object::define_property(
            self.unchecked_ref::<Object>(),
            &key.into(),
            own.unchecked_ref(),
        );
    }
}
