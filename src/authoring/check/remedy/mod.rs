//! A problem of the parser in words: what is wrong there, what to do, and what was probably meant.
//!
//! Knows which problem is told in which words, and which ones are not told because another one brings them about.
//! Which problems there are, the parser decides; the longer words stand in the files beside this one.

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

/// What is known of a document before any of its problems is put into words.
pub struct Remedies<'a, D> {
    document: &'a D,
    fields: &'a [Field],
    /// Who has an id first, by whether it is a statement, and the id.
    holders: OnceCell<BTreeMap<(bool, String), String>>,
}

impl<'a, D: Document> Remedies<'a, D> {
    /// For the problems of `document`.
    pub fn new(document: &'a D, fields: &'a [Field]) -> Self {
        Self {
            document,
            fields,
            holders: OnceCell::new(),
        }
    }

    /// `problem` in words; `None` where it goes away with another one that is told.
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

    /// What belongs there; in numbers where the parser has none to say.
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

    /// An id that another one has already.
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
        let message = format!("{holder} has the id {} already.", case.found);
        (message, remedy.to_owned(), String::new())
    }
}

/// Whether the id at `pointer` is that of a statement.
fn is_of_statement(pointer: &str) -> bool {
    parent(parent(pointer)).ends_with("statements")
}

/// The pointers of all that have an id, the first of each id.
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

/// The items of what may be a list.
fn items<D: Document>(list: Option<D>) -> impl Iterator<Item = D> {
    let count = list.as_ref().map_or(0, D::len).min(MAX_LIST);
    (0..count).filter_map(move |at| list.as_ref().map(|list| list.item(at)))
}

/// What stands under `$comment` is `note`, which is no text.
pub fn no_note<D: Document>(pointer: &str, note: &D) -> Notice {
    let found = described(note);
    Notice {
        code: Code::WrongType.name(),
        pointer: pointer.to_owned(),
        message: format!("A note under \"$comment\" should be a text, but here is {found}."),
        remedy: "Write it in double quotes, or delete \"$comment\" and its value.".to_owned(),
        found,
        expected: "a text".to_owned(),
        ..Notice::default()
    }
}

/// What a sentence is about.
fn subject(pointer: &str) -> String {
    let spoken = spoken(pointer);
    if spoken.is_empty() {
        return "The document".to_owned();
    }
    // An item of a list begins the sentence; a key is written as it is.
    let mut letters = spoken.chars();
    let first = letters.next().map(|it| it.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// Message, remedy and suggestion.
pub type Words = (String, String, String);

/// A problem and what is known of its place.
struct Case<'a, D> {
    code: Code,
    expected: String,
    pointer: &'a str,
    document: &'a D,
    fields: &'a [Field],
    /// What belongs there; `None` where nothing does.
    field: Option<&'a Field>,
    pattern: String,
    /// The key or index at the end of the pointer.
    key: String,
    stands: Option<D>,
    found: String,
    subject: String,
}

impl<D: Document> Case<'_, D> {
    /// Whether this goes away with a problem that is told.
    fn is_consequence(&self) -> bool {
        match self.code {
            Code::Missing | Code::WrongLength if self.pattern.ends_with("/labels") => {
                self.is_list_wrong() || self.labels().is_none()
            }
            Code::Malformed if self.is_prose() => self.broken().is_none(),
            // Beside "from" it is known, so what is wrong is "from".
            Code::UnknownKey if self.pointer == "/certainty/to" => self.has_beside("from"),
            _ => false,
        }
    }

    /// Whether what stands there is no list that could be read.
    fn is_list_wrong(&self) -> bool {
        let is_right = |it: &D| it.kind() == ValueKind::List && it.len() <= MAX_LIST;
        self.stands.as_ref().is_some_and(|it| !is_right(it))
    }

    /// The code under which it is told: what is there is not missing.
    fn code(&self) -> Code {
        match self.code {
            Code::Missing if self.stands.is_some() => Code::Empty,
            code => code,
        }
    }

    /// Whether `key` stands in the same map.
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
            let remedy = "Let each be smaller than the one before, as in 75, 62.5 and 37.5; one that is left out has \
                          that value.";
            let message = "The cutoffs must fall from held over leaning to unsure.";
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
        let message = format!(
            "\"{}\" was the name of \"{now}\" before format 1.0.",
            self.key
        );
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
            "{} is {named}, which is not one of its words.",
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

    /// Which words there are, with what they mean, after what to do with one of them.
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

    /// What is wrong with the markup; nothing where it comes right with the sources to which it refers.
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
                    "{subject} is a list of {}; {} fit.",
                    grouped(count),
                    grouped(MAX_LIST)
                ),
                "Take some out.".to_owned(),
            ),
            // The statements of all misconceptions are counted together.
            _ => (
                format!(
                    "The misconceptions have more than {} statements between them.",
                    grouped(MAX_LIST)
                ),
                "Take some out.".to_owned(),
            ),
        }
    }

    /// What one may do instead, where the key may be left out; a part of a list has no key.
    fn or_delete(&self) -> String {
        match self.field {
            // Beside "from" it is needed, and there it is read only.
            _ if self.pattern == "/certainty/to" => String::new(),
            Some(field) if !field.is_required && !self.is_item() => {
                format!(", or delete {} and its value", quoted(&self.key))
            }
            _ => String::new(),
        }
    }

    /// Whether it is a part of a list.
    fn is_item(&self) -> bool {
        self.pattern.ends_with("/*")
    }
}

/// The whole number at `pointer`, from `low` to `high`; `None` where there is no such.
fn whole_at<D: Document>(document: &D, pointer: &str, (low, high): (i32, i32)) -> Option<i32> {
    let number = value(document, pointer)?;
    let number = whole(number.number())?;
    (low..=high).contains(&number).then_some(number)
}

/// To how many sources the text at `pointer` may refer: those beside its refutation.
pub fn sources<D: Document>(document: &D, pointer: &str) -> usize {
    let refutation = parent(pointer);
    if last(refutation) != "refutation" {
        return 0;
    }
    let sources = value(document, &within(parent(refutation), "sources"));
    sources.map_or(0, |sources| sources.len())
}

/// The pointer of `key` in what stands at `pointer`.
pub fn within(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", escaped(key))
}
