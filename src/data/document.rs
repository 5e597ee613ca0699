//! A tree of JSON-like values. Every document enters the core as one, and the reader's module
//! writes its results as one.
//!
//! This file knows the kinds of values and must not know what they mean. On a host the trait is
//! implemented for `serde_json::Value`, in a browser for `JsValue`; the parser does not know which
//! of the two it reads.

/// The kind of a value. JavaScript's `undefined` counts as absent and never appears here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// Any double, including NaN and the infinities, which JSON cannot express.
    Number,
    /// A string.
    Text,
    /// An array.
    List,
    /// An object.
    Map,
}

/// A value of any kind, with access to its parts. No method panics or fails: if the value has
/// another kind than a method asks for, the method returns the default that its description names.
pub trait Document: Clone {
    /// The kind of this value; [`ValueKind::Null`] if it is none of the others.
    fn kind(&self) -> ValueKind;
    /// The value of a boolean; `false` for any other kind.
    fn boolean(&self) -> bool;
    /// The value of a number; NaN for any other kind.
    fn number(&self) -> f64;
    /// The content of a string, with lone surrogates replaced by U+FFFD; empty for any other kind.
    fn text(&self) -> String;
    /// The number of items of an array; 0 for any other kind.
    fn len(&self) -> usize;
    /// The item of an array at `index`, counted from 0; null if there is none.
    #[must_use]
    fn item(&self, index: usize) -> Self;
    /// The object's own keys in their order; empty for any other kind.
    fn keys(&self) -> Vec<String>;
    /// The value at `key`; `None` if it is `undefined`. The caller must make sure that `key` is one
    /// of [`Document::keys`]; [`Document::child`] does.
    fn get(&self, key: &str) -> Option<Self>;

    /// The value at `key`; `None` if this is not an object or has no such key of its own.
    fn child(&self, key: &str) -> Option<Self> {
        let has = self.keys().iter().any(|known| known == key);
        if has { self.get(key) } else { None }
    }

    /// Whether an array has no items; `true` for any other kind.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A value that can be built. The reader's module and the extras return data this way, because
/// serde would add to what every reader loads.
pub trait WriteDocument: Document {
    /// Null.
    fn from_null() -> Self;
    /// A boolean.
    fn from_boolean(value: bool) -> Self;
    /// A number.
    fn from_number(value: f64) -> Self;
    /// A string.
    fn from_text(value: &str) -> Self;
    /// An array of `items`.
    fn from_list(items: Vec<Self>) -> Self;
    /// An empty object, to be filled with [`WriteDocument::set`].
    fn new_map() -> Self;
    /// Sets the property `key` of an object; does nothing to any other kind.
    fn set(&mut self, key: &str, value: Self);

    /// Sets the property `key` of an object to a string.
    #[inline(never)]
    fn set_text(&mut self, key: &str, text: &str) {
        self.set(key, Self::from_text(text));
    }

    /// Sets the property `key` of an object to a number, or to null if `number` is `None`.
    #[inline(never)]
    fn set_number(&mut self, key: &str, number: Option<f64>) {
        self.set(key, number.map_or_else(Self::from_null, Self::from_number));
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Document for serde_json::Value {
    fn kind(&self) -> ValueKind {
        match self {
            Self::Null => ValueKind::Null,
            Self::Bool(_) => ValueKind::Boolean,
            Self::Number(_) => ValueKind::Number,
            Self::String(_) => ValueKind::Text,
            Self::Array(_) => ValueKind::List,
            Self::Object(_) => ValueKind::Map,
        }
    }

    fn boolean(&self) -> bool {
        self.as_bool().unwrap_or(false)
    }

    fn number(&self) -> f64 {
        self.as_f64().unwrap_or(f64::NAN)
    }

    fn text(&self) -> String {
        self.as_str().unwrap_or_default().to_owned()
    }

    fn len(&self) -> usize {
        self.as_array().map_or(0, Vec::len)
    }

    fn item(&self, index: usize) -> Self {
        self.as_array()
            .and_then(|items| items.get(index))
            .cloned()
            .unwrap_or_default()
    }

    fn keys(&self) -> Vec<String> {
        self.as_object()
            .map(|map| map.keys().cloned().collect())
            .unwrap_or_default()
    }

    fn get(&self, key: &str) -> Option<Self> {
        self.as_object()?.get(key).cloned()
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl WriteDocument for serde_json::Value {
    fn from_null() -> Self {
        Self::Null
    }

    fn from_boolean(value: bool) -> Self {
        Self::Bool(value)
    }

    fn from_number(value: f64) -> Self {
        value.into()
    }

    fn from_text(value: &str) -> Self {
        value.into()
    }

    fn from_list(items: Vec<Self>) -> Self {
        Self::Array(items)
    }

    fn new_map() -> Self {
        Self::Object(serde_json::Map::new())
    }

    fn set(&mut self, key: &str, value: Self) {
        if let Self::Object(map) = self {
            map.insert(key.to_owned(), value);
        }
    }
}
