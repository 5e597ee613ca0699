//! Puts a problem of the parser into words: what is wrong, what to do, and what was probably meant.
//!
//! This file knows the words for each problem, and which problems are left out because another one
//! causes them. The parser decides which problems there are. Longer explanations are in the other
//! files of this folder.

mod guess;
mod kind;
mod label;
mod markup;
mod missing;
mod sample;
mod text;
mod unknown;

pub use guess::{nearest, rewritten};
pub use label::count as wanted_labels;
pub use markup::broken as broken_markup;
pub use text::{empty, is_odd, not_so_written, too_long, unseen};
pub use unknown::instead;

use super::Notice;
use super::pointer::{described, escaped, grouped, last, parent, pattern, quoted, spoken, value};
use crate::authoring::format::explanations::CHOICES;
use crate::authoring::format::keys::{Field, FieldKind, field};
use crate::data::document::{Document, ValueKind};
use crate::data::problem::{Code, Problem};
use crate::questionnaire::fields::{MAX_LIST, whole};
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// What is known about a document before its problems are put into words.
pub struct Remedies<'a, D> {
    document: &'a D,
    fields: &'a [Field],
    /// The pointer to the first holder of each id. The boolean of the key says whether it is a
    /// statement.
    holders: OnceCell<BTreeMap<(bool, String), String>>,
}

impl<'a, D: Document> Remedies<'a, D> {
    /// Prepares for the problems of `document`.
    pub fn new(document: &'a D, fields: &'a [Field]) -> Self {
        Self {
            document,
            fields,
            holders: OnceCell::new(),
        }
    }

    /// `problem` in words; `None` if it disappears once another reported problem is solved.
    pub fn explain(&self, problem: &Problem) -> Option<Notice> {
        let stands = value(self.document, &problem.pointer);
        let key = last(&problem.pointer);
        if let (Code::UnknownKey, "$comment", Some(note)) = (problem.code, key.as_str(), &stands) {
            return Some(no_note(&problem.pointer, note));
        }
        let pattern = pattern(&problem.pointer);
        let case = Case {
            code: problem.code,
            expected: self.expected(problem),
            pointer: &problem.pointer,
            document: self.document,
            fields: self.fields,
            field: field(self.fields, &pattern),
            found: stands.as_ref().map(described).unwrap_or_default(),
            subject: subject(&problem.pointer),
            key,
            stands,
            pattern,
        };
        if case.is_consequence() {
            return None;
        }
        let (message, remedy, suggestion) = match problem.code {
            Code::DuplicateId => self.duplicate(&case),
            _ => case.words(),
        };
        Some(Notice {
            is_advice: false,
            code: case.code().name(),
            pointer: problem.pointer.clone(),
            message,
            remedy,
            found: match problem.code {
                Code::UnknownKey => case.key,
                _ => case.found,
            },
            expected: case.expected,
            suggestion,
        })
    }

    /// What belongs there, with numbers that the parser does not have.
    fn expected(&self, problem: &Problem) -> String {
        let key = last(&problem.pointer);
        let in_numbers = match (problem.code, key.as_str()) {
            (Code::WrongType | Code::OutOfRange, "to") => label::range_of_to(self.document)
                .map(|(low, high)| format!("a whole number from {low} to {high}")),
            (Code::Missing | Code::WrongLength, "labels") => {
                let wanted = label::wanted(self.document, parent(&problem.pointer));
                wanted.map(|count| format!("{count} labels"))
            }
            _ => None,
        };
        in_numbers.unwrap_or_else(|| problem.expected.text().to_owned())
    }

    /// The words for an id that another item already has.
    fn duplicate(&self, case: &Case<D>) -> Words {
        let is_statement = is_of_statement(case.pointer);
        let holders = self.holders.get_or_init(|| holders(self.document));
        let id = case.stands.as_ref().map(D::text).unwrap_or_default();
        let holder = holders.get(&(is_statement, id));
        let holder = holder.map_or_else(|| "Another one".to_owned(), |pointer| subject(pointer));
        let remedy = if is_statement {
            "Give this one an id of its own; answers are kept under it."
        } else {
            "Give this one an id of its own; verdicts are kept under it."
        };
        let message = format!("{holder} already has the id {}.", case.found);
        (message, remedy.to_owned(), String::new())
    }
}

/// Whether the id at `pointer` belongs to a statement.
fn is_of_statement(pointer: &str) -> bool {
    parent(parent(pointer)).ends_with("statements")
}

/// The pointer to the first holder of each id.
fn holders<D: Document>(document: &D) -> BTreeMap<(bool, String), String> {
    let mut holders = BTreeMap::new();
    let mut note = |is_statement: bool, item: &D, pointer: &str| {
        if let Some(id) = item.child("id").filter(|id| id.kind() == ValueKind::Text) {
            let holder = (is_statement, id.text());
            holders.entry(holder).or_insert_with(|| pointer.to_owned());
        }
    };
    let misconceptions = document.child("misconceptions");
    for (at, misconception) in items(misconceptions).enumerate() {
        let pointer = format!("/misconceptions/{at}");
        note(false, &misconception, &pointer);
        for (at, statement) in items(misconception.child("statements")).enumerate() {
            note(true, &statement, &format!("{pointer}/statements/{at}"));
        }
    }
    holders
}

/// The items of a value; none if it is not an array.
fn items<D: Document>(list: Option<D>) -> impl Iterator<Item = D> {
    let count = list.as_ref().map_or(0, D::len).min(MAX_LIST);
    (0..count).filter_map(move |at| list.as_ref().map(|list| list.item(at)))
}

/// The notice that the value under `$comment`, `note`, is not a string.
pub fn no_note<D: Document>(pointer: &str, note: &D) -> Notice {
    let found = described(note);
    Notice {
        code: Code::WrongType.name(),
        pointer: pointer.to_owned(),
        message: format!("A note under \"$comment\" should be a string, but it is {found}."),
        remedy: "Write it in double quotes, or delete \"$comment\" and its value.".to_owned(),
        found,
        expected: "a string".to_owned(),
        ..Notice::default()
    }
}

/// The subject of a sentence about `pointer`.
fn subject(pointer: &str) -> String {
    let spoken = spoken(pointer);
    if spoken.is_empty() {
        return "The document".to_owned();
    }
    // The name of an item begins with a capital; a key is in quotes and stays as it is.
    let mut letters = spoken.chars();
    let first = letters.next().map(|it| it.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// A message, a remedy and a suggestion.
pub type Words = (String, String, String);

/// A problem and what is known about its place.
struct Case<'a, D> {
    code: Code,
    expected: String,
    pointer: &'a str,
    document: &'a D,
    fields: &'a [Field],
    /// The field of the format at this place; `None` if there is none.
    field: Option<&'a Field>,
    pattern: String,
    /// The last key or index of the pointer.
    key: String,
    stands: Option<D>,
    found: String,
    subject: String,
}

impl<D: Document> Case<'_, D> {
    /// Whether this problem disappears once another reported problem is solved.
    fn is_consequence(&self) -> bool {
        match self.code {
            Code::Missing | Code::WrongLength if self.pattern.ends_with("/labels") => {
                self.is_list_wrong() || self.labels().is_none()
            }
            Code::Malformed if self.is_prose() => self.broken().is_none(),
            // `to` is a known key beside `from`, so the problem is `from`.
            Code::UnknownKey if self.pointer == "/certainty/to" => self.has_beside("from"),
            _ => false,
        }
    }

    /// Whether the value is something other than an array that can be read.
    fn is_list_wrong(&self) -> bool {
        let is_right = |it: &D| it.kind() == ValueKind::List && it.len() <= MAX_LIST;
        self.stands.as_ref().is_some_and(|it| !is_right(it))
    }

    /// The code under which the problem is reported: a value that is there is not missing.
    fn code(&self) -> Code {
        match self.code {
            Code::Missing if self.stands.is_some() => Code::Empty,
            code => code,
        }
    }

    /// Whether the same object has `key`.
    fn has_beside(&self, key: &str) -> bool {
        value(self.document, &within(parent(self.pointer), key)).is_some()
    }

    fn words(&self) -> Words {
        let Self { subject, found, .. } = self;
        let text = self.stands.as_ref().map(D::text).unwrap_or_default();
        let (message, remedy) = match self.code() {
            Code::WrongType => return self.wrong_type(),
            Code::UnknownKey => return self.unknown_key(),
            Code::Renamed => return self.renamed(),
            Code::UnknownValue => return self.unknown_value(&text),
            Code::Malformed => return self.malformed(&text),
            Code::UnsupportedFormat => return self.unsupported(),
            Code::Missing => (self.absent(), self.add()),
            Code::OutOfRange => self.out_of_range(),
            Code::Empty => (empty(subject, &text), self.fill()),
            Code::TooLarge => self.too_large(&text),
            Code::WrongLength => self.wrong_length(),
            Code::ControlCharacter => unseen(subject, &text),
            Code::DuplicateId | Code::UnknownId | Code::NotComparable => (
                format!("{subject} is {found}, but should be {}.", self.expected),
                format!("Write {}.", self.expected),
            ),
        };
        (message, remedy, String::new())
    }

    fn out_of_range(&self) -> (String, String) {
        let Self {
            subject,
            found,
            expected,
            ..
        } = self;
        if self.pattern == "/cutoffs" {
            let remedy = "Make each smaller than the one before, as in 75, 62.5 and 37.5; one that is left out has \
                          that value.";
            let message = "The cutoffs must decrease from held to leaning to unsure.";
            return (message.to_owned(), remedy.to_owned());
        }
        let remedy = match parent(&self.pattern) {
            "/cutoffs" => format!("Write {expected}: held the highest, unsure the lowest."),
            "/certainty" if self.key == "to" => {
                format!("Write {expected}: \"to\" is 1 to 5 above \"from\".")
            }
            _ => format!("Write {expected}."),
        };
        (
            format!("{subject} is {found}, but must be {expected}."),
            remedy,
        )
    }

    fn renamed(&self) -> Words {
        let now = &self.expected;
        let message = format!("\"{now}\" was called \"{}\" before format 1.0.", self.key);
        (message, format!("Write \"{now}\"."), now.clone())
    }

    fn unsupported(&self) -> Words {
        let message = format!(
            "The format is {}, which this version does not read.",
            self.found
        );
        let remedy = "Write \"1.0\", or use a newer version of the package.";
        (message, remedy.to_owned(), "1.0".to_owned())
    }

    fn unknown_value(&self, text: &str) -> Words {
        let words = match self.field.map(|field| field.kind) {
            Some(FieldKind::Choice(words)) => words,
            _ => &[],
        };
        let near = nearest(text, words.iter().copied()).unwrap_or_default();
        let named = quoted(text);
        let mut message = format!(
            "{} is {named}, which is not one of the allowed words.",
            self.subject
        );
        if !near.is_empty() {
            message = format!("{message} Did you mean \"{near}\"?");
        }
        (
            message,
            self.choices("Write one of these."),
            near.to_owned(),
        )
    }

    /// `lead`, followed by the allowed words with their meanings.
    fn choices(&self, lead: &str) -> String {
        let choices = CHOICES
            .iter()
            .filter(|choice| choice.pattern == self.pattern);
        let meanings: Vec<String> = choices
            .map(|choice| format!("\"{}\": {}", choice.value, choice.what))
            .collect();
        format!("{lead} {}", meanings.join(" "))
    }

    /// Whether it is a text that may have markup.
    fn is_prose(&self) -> bool {
        self.field.is_some_and(|field| field.is_prose)
    }

    /// What is wrong with the markup; `None` if it is whole once the document's sources are
    /// counted.
    fn broken(&self) -> Option<(String, String)> {
        let text = self.stands.as_ref()?.text();
        broken_markup(&self.subject, &text, sources(self.document, self.pointer))
    }

    fn malformed(&self, text: &str) -> Words {
        if self.is_prose() {
            let (message, remedy) = self.broken().unwrap_or_default();
            return (message, remedy, String::new());
        }
        let guess = self
            .field
            .and_then(|field| rewritten(text, field.kind))
            .unwrap_or_default();
        let (message, remedy) = text::not_so_written(&self.subject, text, &self.expected, &guess);
        (message, remedy, guess)
    }

    fn too_large(&self, text: &str) -> (String, String) {
        let subject = &self.subject;
        let count = self.stands.as_ref().map_or(0, D::len);
        match self.stands.as_ref().map(D::kind) {
            Some(ValueKind::Text) => too_long(subject, text),
            _ if count > MAX_LIST => (
                format!(
                    "{subject} has {} items; at most {} are allowed.",
                    grouped(count),
                    grouped(MAX_LIST)
                ),
                "Take some out.".to_owned(),
            ),
            // The limit is for the statements of all misconceptions together.
            _ => (
                format!(
                    "The misconceptions have more than {} statements in all.",
                    grouped(MAX_LIST)
                ),
                "Take some out.".to_owned(),
            ),
        }
    }

    /// The offer to delete the property instead, if it is optional. An array item has no key to
    /// delete.
    fn or_delete(&self) -> String {
        match self.field {
            // `to` is read only beside `from`, and required there.
            _ if self.pattern == "/certainty/to" => String::new(),
            Some(field) if !field.is_required && !self.is_item() => {
                format!(", or delete {} and its value", quoted(&self.key))
            }
            _ => String::new(),
        }
    }

    /// Whether it is an array item.
    fn is_item(&self) -> bool {
        self.pattern.ends_with("/*")
    }
}

/// The whole number at `pointer`, if there is one and it is in the range.
fn whole_at<D: Document>(document: &D, pointer: &str, (low, high): (i32, i32)) -> Option<i32> {
    let number = value(document, pointer)?;
    let number = whole(number.number())?;
    (low..=high).contains(&number).then_some(number)
}

/// The number of sources that the text at `pointer` may refer to: those of the misconception, for a
/// text of its refutation.
pub fn sources<D: Document>(document: &D, pointer: &str) -> usize {
    let refutation = parent(pointer);
    if last(refutation) != "refutation" {
        return 0;
    }
    let sources = value(document, &within(parent(refutation), "sources"));
    sources.map_or(0, |sources| sources.len())
}

/// The pointer to the property `key` of the value at `pointer`.
pub fn within(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", escaped(key))
}
