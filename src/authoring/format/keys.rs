//! The fields of the format as a list, found by letting the parser ask for every key without a
//! document.
//!
//! This file knows the kind and range of each value and whether it is required. It must not know
//! what a key is for. Rules between fields (how many labels there are, that cutoffs fall) are known
//! to the parser alone; `schema` repeats those that a JSON Schema can express.

use crate::data::problem::{Code, Expected};
use crate::questionnaire::Questionnaire;
use crate::questionnaire::parse;
use crate::questionnaire::reader::{Pattern, Reader};

/// One key of the format, or the items of an array (`/misconceptions/*`).
#[derive(Clone, Debug)]
pub struct Field {
    /// Its JSON pointer, with `*` for array indices and for names that the author chooses; empty
    /// for the document.
    pub pattern: String,
    /// The kind of its value.
    pub kind: FieldKind,
    /// Whether it is required in every case.
    pub is_required: bool,
    /// Whether it is a text that may have markup.
    pub is_prose: bool,
}

impl Field {
    /// The pattern of the containing object or array, and the key in it; `None` for the document.
    #[must_use]
    pub fn parts(&self) -> Option<(&str, &str)> {
        self.pattern.rsplit_once('/')
    }
}

/// The kind of a value.
#[derive(Clone, Copy, Debug)]
pub enum FieldKind {
    /// Any value.
    Anything,
    /// An object whose keys the author chooses.
    Names,
    /// An object with the fields below this one.
    Map,
    /// An array of items described by the field `/*` below this one.
    List {
        /// Whether it needs at least one item.
        is_filled: bool,
    },
    /// A string.
    Text,
    /// A string in a certain form.
    Written {
        /// The form in words.
        expected: Expected,
        /// The form as a regular expression.
        expression: &'static str,
        /// Whether a string has this form.
        fits: fn(&str) -> bool,
    },
    /// One of these strings.
    Choice(&'static [&'static str]),
    /// A boolean.
    Boolean,
    /// A number in this range, both ends included.
    Number(f64, f64),
    /// A whole number in this range, both ends included.
    Integer(i32, i32),
}

/// All fields, each once, parents before their children.
#[must_use]
pub fn shape() -> Vec<Field> {
    let mut notes = Notes::default();
    notes.note("", FieldKind::Map);
    // Which keys the parser asks for may depend on another value. Keys that are required either way
    // are required.
    let [with, without] = [true, false].map(|is_there| {
        notes.is_there = is_there;
        parse::questionnaire(&mut notes, &mut (), &mut Questionnaire::default());
        std::mem::take(&mut notes.required)
    });
    for field in &mut notes.fields {
        field.is_required = with.contains(&field.pattern) && without.contains(&field.pattern);
    }
    notes.fields
}

/// Records what the parser asks for.
#[derive(Default)]
struct Notes {
    pattern: String,
    fields: Vec<Field>,
    required: Vec<String>,
    /// Whether to answer that numbers are there.
    is_there: bool,
}

impl Notes {
    fn at(&self, key: &str) -> String {
        format!("{}/{key}", self.pattern)
    }

    fn note(&mut self, pattern: &str, kind: FieldKind) {
        if self.fields.iter().all(|field| field.pattern != pattern) {
            self.fields.push(Field {
                pattern: pattern.to_owned(),
                kind,
                is_required: false,
                is_prose: false,
            });
        }
    }

    fn note_key(&mut self, key: &str, kind: FieldKind) {
        self.note(&self.at(key), kind);
    }

    fn within(&mut self, key: &str, read: &mut dyn FnMut(&mut Self)) {
        let back = self.pattern.len();
        self.pattern = self.at(key);
        read(self);
        self.pattern.truncate(back);
    }
}

impl Reader for Notes {
    type Value = ();
    type Map = ();

    fn count(&self) -> usize {
        0
    }

    fn problem(&mut self, _code: Code, _expected: Expected) {}

    fn problem_at(&mut self, _key: &str, _code: Code, _expected: Expected) {}

    fn pass(&mut self, _map: &mut (), key: &str) {
        self.note_key(key, FieldKind::Anything);
    }

    fn pass_map(&mut self, _map: &mut (), key: &str) {
        self.note_key(key, FieldKind::Names);
    }

    fn renamed(&mut self, _map: &mut (), _before: &str, _expected: Expected) {}

    fn has(&mut self, _map: &(), key: &str) -> bool {
        self.required.push(self.at(key));
        true
    }

    fn not_empty(&mut self, key: &str, _known: usize, _is_empty: bool) {
        let pattern = self.at(key);
        for field in &mut self.fields {
            if field.pattern == pattern {
                field.kind = FieldKind::List { is_filled: true };
            }
        }
    }

    fn as_text(&mut self, _value: &(), _text: &mut String) {
        self.note(&self.pattern.clone(), FieldKind::Text);
    }

    fn text(&mut self, map: &mut (), key: &str, text: &mut String) {
        self.has(map, key);
        self.optional_text(map, key, text);
    }

    fn optional_text(&mut self, _map: &mut (), key: &str, _text: &mut String) {
        self.note_key(key, FieldKind::Text);
    }

    fn prose(&mut self, map: &mut (), key: &str, text: &mut String) {
        self.optional_text(map, key, text);
        let pattern = self.at(key);
        for field in &mut self.fields {
            field.is_prose |= field.pattern == pattern;
        }
    }

    fn allow_markup(&mut self) {}

    fn may_refer_to(&mut self, _sources: usize) {}

    fn pattern<P: Pattern>(&mut self, _map: &mut (), key: &str, _text: &mut String) {
        let kind = FieldKind::Written {
            expected: P::EXPECTED,
            expression: P::EXPRESSION,
            fits: P::fits,
        };
        self.note_key(key, kind);
    }

    fn choice(
        &mut self,
        _map: &mut (),
        key: &str,
        names: &'static [&'static str],
        _expected: Expected,
    ) -> Option<usize> {
        self.note_key(key, FieldKind::Choice(names));
        None
    }

    fn boolean(&mut self, _map: &mut (), key: &str, default: bool) -> bool {
        self.note_key(key, FieldKind::Boolean);
        default
    }

    fn number(
        &mut self,
        _map: &mut (),
        key: &str,
        (low, high): (f64, f64),
        _expected: Expected,
    ) -> Option<f64> {
        self.note_key(key, FieldKind::Number(low, high));
        self.is_there.then_some(low)
    }

    fn integer(
        &mut self,
        _map: &mut (),
        key: &str,
        (low, high): (i32, i32),
        _expected: Expected,
    ) -> Option<i32> {
        self.note_key(key, FieldKind::Integer(low, high));
        self.is_there.then_some(low)
    }

    fn each(&mut self, _map: &mut (), key: &str, read: &mut dyn FnMut(&mut Self, ())) {
        self.note_key(key, FieldKind::List { is_filled: false });
        self.within(key, &mut |notes| {
            notes.within("*", &mut |notes| read(notes, ()));
        });
    }

    fn each_map(&mut self, map: &mut (), key: &str, read: &mut dyn FnMut(&mut Self, &mut ())) {
        self.each(map, key, &mut |notes, ()| {
            notes.note(&notes.pattern.clone(), FieldKind::Map);
            read(notes, &mut ());
        });
    }

    fn inside(&mut self, _map: &mut (), key: &str, read: &mut dyn FnMut(&mut Self, &mut ())) {
        self.note_key(key, FieldKind::Map);
        self.within(key, &mut |notes| read(notes, &mut ()));
    }
}

/// The field at `pattern`.
#[must_use]
pub fn field<'a>(fields: &'a [Field], pattern: &str) -> Option<&'a Field> {
    fields.iter().find(|field| field.pattern == pattern)
}

/// The fields of the object at `pattern`, with their keys.
pub fn children<'a>(
    fields: &'a [Field],
    pattern: &'a str,
) -> impl Iterator<Item = (&'a str, &'a Field)> {
    let part = move |field: &'a Field| field.parts().map(|(parent, key)| (parent, key, field));
    let inside = move |(parent, key, field)| (parent == pattern).then_some((key, field));
    fields.iter().filter_map(part).filter_map(inside)
}

/// Keys whose values are the same in every language. pkg/src/data/translate.js has the same list.
/// The questionnaire's own `lang` is not translated either, but that of a source may be.
const SAME: &[&str] = &[
    "format",
    "id",
    "version",
    "key",
    "strength",
    "asOf",
    "reviewBy",
    "minAnswered",
    "markup",
];

/// Whether the text at `key` is in the questionnaire's language, so that a translation may replace
/// it.
#[must_use]
pub fn is_translated(key: &str) -> bool {
    !SAME.contains(&key)
}

/// Objects that a translation may have even if the original does not, because they contain words.
/// pkg/src/data/translate.js has the same list.
const WORDS_ONLY: &[&str] = &["/scale", "/credits", "/share"];

/// Whether a translation may add this field if the original leaves it out. It may add words only,
/// nothing that changes how answers count.
#[must_use]
pub fn may_be_added(field: &Field) -> bool {
    match field.kind {
        FieldKind::Text | FieldKind::Written { .. } => !field.is_required,
        FieldKind::List { .. } => field.pattern.ends_with("/labels"),
        FieldKind::Map => WORDS_ONLY.contains(&field.pattern.as_str()),
        _ => false,
    }
}
