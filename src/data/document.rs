//! A tree of values as JSON has them: the shape in which data enters the core, and leaves the reader's module.
//!
//! Knows kinds of values and nothing of what they mean. Implemented for `serde_json::Value` on a host and
//! for `JsValue` in a browser; neither the parser nor the result knows which of the two it speaks to.

/// What a value is. JavaScript's `undefined` counts as absent and never appears here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// Any double, also those JSON cannot write: NaN and the infinities.
    Number,
    /// A string.
    Text,
    /// An ordered list.
    List,
    /// Named values.
    Map,
}

/// A value of any kind, with its parts.
pub trait Document: Clone {
    /// What this value is; everything that is none of the other kinds is [`ValueKind::Null`].
    fn kind(&self) -> ValueKind;
    /// The truth of a boolean; false for any other kind.
    fn boolean(&self) -> bool;
    /// The double of a number; NaN for any other kind.
    fn number(&self) -> f64;
    /// The characters of a text, lone surrogates replaced by U+FFFD; empty for any other kind.
    fn text(&self) -> String;
    /// How many items a list has; 0 for any other kind.
    fn len(&self) -> usize;
    /// The item at `index`, counted from 0; a null past the end.
    #[must_use]
    fn item(&self, index: usize) -> Self;
    /// The map's own keys in their order; none for any other kind.
    fn keys(&self) -> Vec<String>;
    /// The value at `key`, which must be one of [`Document::keys`]; `None` where it is `undefined`.
    fn get(&self, key: &str) -> Option<Self>;

    /// The value at `key` of what may be a map that may have it.
    fn child(&self, key: &str) -> Option<Self> {
        let has = self.keys().iter().any(|known| known == key);
        if has { self.get(key) } else { None }
    }

    /// Whether a list is empty.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A value that can be built: how the reader's module and the extras give data back, without what serde would cost a
/// reader.
pub trait WriteDocument: Document {
    /// A null.
    fn from_null() -> Self;
    /// A boolean.
    fn from_boolean(value: bool) -> Self;
    /// A number.
    fn from_number(value: f64) -> Self;
    /// A text.
    fn from_text(value: &str) -> Self;
    /// A list of `items`.
    fn from_list(items: Vec<Self>) -> Self;
    /// An empty map, to be filled with [`WriteDocument::set`].
    fn new_map() -> Self;
    /// Sets `key` of a map; does nothing to any other kind.
    fn set(&mut self, key: &str, value: Self);

    /// Sets `key` of a map to a text.
    #[inline(never)]
    fn set_text(&mut self, key: &str, text: &str) {
        self.set(key, Self::from_text(text));
    }

    /// Sets `key` of a map to a number, or to null where there is none.
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
