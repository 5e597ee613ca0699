//! A problem of the parser in words: what is wrong there, what to do, and what was probably meant.
//!
//! Knows what people get wrong in JSON; which problems there are, the parser decides.

use super::Finding;
use super::place::{described, escaped, last, parent, pattern, quoted, spoken, value};
use crate::document::{Document, Kind as Is};
use crate::format::shape::{Field, Kind, children, field};
use crate::format::words::{CHOICES, KEYS};
use crate::problem::{Code, Problem};

/// `problem` of `document` in words.
pub fn explain<D: Document>(problem: &Problem, document: &D, fields: &[Field]) -> Finding {
    let place = pattern(&problem.pointer);
    let stands = match problem.code {
        Code::Missing => None,
        _ => value(document, &problem.pointer),
    };
    if let (Code::UnknownKey, "$comment", Some(note)) =
        (problem.code, &*last(&problem.pointer), &stands)
    {
        return no_note(&problem.pointer, note);
    }
    let case = Case {
        problem,
        document,
        fields,
        field: field(fields, &place),
        found: stands.as_ref().map(described).unwrap_or_default(),
        subject: subject(&problem.pointer),
        stands,
        place,
    };
    let (message, remedy, suggestion) = case.words();
    let found = if problem.code == Code::UnknownKey {
        last(&problem.pointer)
    } else {
        case.found
    };
    Finding {
        is_advice: false,
        code: problem.code.name(),
        pointer: problem.pointer.clone(),
        message,
        remedy,
        found,
        expected: problem.expected.text().to_owned(),
        suggestion,
    }
}

/// What stands under `$comment` is `note`, which is no text.
pub fn no_note<D: Document>(pointer: &str, note: &D) -> Finding {
    let found = described(note);
    Finding {
        code: Code::WrongType.name(),
        pointer: pointer.to_owned(),
        message: format!("A note under \"$comment\" should be a text, but here is {found}."),
        remedy: "Write it in double quotes, or delete the key with its value.".to_owned(),
        found,
        expected: "a text".to_owned(),
        ..Finding::default()
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
type Words = (String, String, String);

/// A problem and what is known of its place.
struct Case<'a, D> {
    problem: &'a Problem,
    document: &'a D,
    fields: &'a [Field],
    /// What belongs there; `None` where nothing does.
    field: Option<&'a Field>,
    place: String,
    stands: Option<D>,
    found: String,
    subject: String,
}

impl<D: Document> Case<'_, D> {
    fn words(&self) -> Words {
        let subject = &self.subject;
        let found = &self.found;
        let text = self.stands.as_ref().map(D::text).unwrap_or_default();
        let expected = self.problem.expected.text();
        let none = String::new();
        match self.problem.code {
            Code::Missing => (format!("{subject} is missing."), self.add(), none),
            Code::WrongType => self.wrong_type(),
            Code::UnknownKey => self.unknown_key(),
            Code::UnknownValue => self.unknown_value(&text),
            Code::Malformed => self.malformed(&text),
            Code::OutOfRange if self.place == "/edges" => (
                "The edges must fall from held over leaning to unsure.".to_owned(),
                "Let each be smaller than the one before, as in 75, 62.5 and 37.5; one that is left out has that value."
                    .to_owned(),
                none,
            ),
            Code::OutOfRange => (
                format!("{subject} is {found}, but must be {expected}."),
                format!("Write {expected}."),
                none,
            ),
            Code::Empty => self.empty(),
            Code::TooLarge => self.too_large(&text),
            Code::WrongLength => self.wrong_length(),
            Code::DuplicateId => (
                format!("The id {found} is there twice: here and further up."),
                "Give this one an id of its own; answers are kept under it.".to_owned(),
                none,
            ),
            Code::ControlCharacter => {
                let odd = text.chars().find(|it| it.is_control() && !it.is_whitespace());
                let number = odd.map_or(0, u32::from);
                (
                    format!("{subject} has a character that cannot be seen (U+{number:04X})."),
                    "Delete it: type the text anew where it is, rather than pasting it.".to_owned(),
                    none,
                )
            }
            Code::UnsupportedFormat => (
                format!("The format is {found}, which this version does not read."),
                "Write \"1.0\", or use a newer version of the package.".to_owned(),
                "1.0".to_owned(),
            ),
            Code::UnknownId | Code::NotComparable => {
                (format!("{subject}: expected {expected}."), none.clone(), none)
            }
        }
    }

    /// How to add what is missing.
    fn add(&self) -> String {
        let key = last(&self.problem.pointer);
        let Some(words) = KEYS.iter().find(|it| it.place == self.place) else {
            return format!("Add \"{key}\".");
        };
        if self.place.ends_with("labels") {
            return "Add \"labels\": [ … ] with a word for each point in double quotes, with commas between them."
                .to_owned();
        }
        if words.example.contains('\n') {
            return format!("Add \"{key}\". {}", words.what);
        }
        format!("Add it, as in \"{key}\": {}. {}", words.example, words.what)
    }

    fn wrong_type(&self) -> Words {
        let (subject, found) = (&self.subject, &self.found);
        let number = self
            .stands
            .as_ref()
            .is_some_and(|it| it.kind() == Is::Number);
        let text = self.stands.as_ref().map(D::text).unwrap_or_default();
        let is_format = self.place == "/format";
        let is_required = self.field.is_some_and(|field| field.is_required);
        let bare = text.trim();
        let (belongs, remedy, suggestion) = match self.field.map(|field| field.kind) {
            Some(Kind::Map | Kind::Names) => (
                "a map { … }",
                "Put its parts between { and }, each with its name: { \"name\": … }.".to_owned(),
                String::new(),
            ),
            Some(Kind::List { .. }) => (
                "a list [ … ]",
                "Put it between [ and ], also where there is only one: [ … ].".to_owned(),
                String::new(),
            ),
            Some(Kind::Boolean) if matches!(bare, "true" | "false") => (
                "true or false",
                format!("Write {bare} without quotes."),
                bare.to_owned(),
            ),
            Some(Kind::Boolean) => (
                "true or false",
                "Write true or false, without quotes.".to_owned(),
                String::new(),
            ),
            Some(Kind::Number(..) | Kind::Integer(..)) if bare.parse::<f64>().is_ok() => (
                "a number",
                format!("Write {bare} without quotes."),
                bare.to_owned(),
            ),
            Some(Kind::Number(..) | Kind::Integer(..)) => (
                "a number",
                "Write a number, without quotes.".to_owned(),
                String::new(),
            ),
            _ if is_format => (
                "a text",
                "Write \"1.0\", with the quotes.".to_owned(),
                "1.0".to_owned(),
            ),
            _ if number => (
                "a text",
                format!("Put it in double quotes: \"{found}\"."),
                found.clone(),
            ),
            Some(Kind::Choice(_)) => ("a text", self.choices(), String::new()),
            _ if self.stands.as_ref().is_some_and(|it| it.kind() == Is::List) => (
                "a text",
                "Write one text in double quotes; \\n\\n in it starts a paragraph.".to_owned(),
                String::new(),
            ),
            Some(_) if !is_required => (
                "a text",
                "Write a text in double quotes, or delete the key with its value.".to_owned(),
                String::new(),
            ),
            _ => (
                "a text",
                "Write a text in double quotes.".to_owned(),
                String::new(),
            ),
        };
        (
            format!("{subject} should be {belongs}, but here is {found}."),
            remedy,
            suggestion,
        )
    }

    fn unknown_key(&self) -> Words {
        let key = last(&self.problem.pointer);
        let around = parent(&self.problem.pointer);
        let place = pattern(around);
        let place = place.as_str();
        let named = quoted(&key);
        let at = match spoken(around) {
            at if at.is_empty() => "at the top".to_owned(),
            at => format!("in {at}"),
        };
        if place == "/certainty" && matches!(key.as_str(), "levels" | "to") {
            let message = format!("{named} says nothing here.");
            let remedy = "Write \"levels\" alone, or \"from\" and \"to\" together.";
            return (message, remedy.to_owned(), String::new());
        }
        let message = format!("The format has no {named} {at}.");
        let known: Vec<&str> = children(self.fields, place).map(|(key, _)| key).collect();
        let map = value(self.document, around);
        let is_free = |it: &&str| map.as_ref().is_none_or(|map| map.get(it).is_none());
        let near = nearest(&key, known.iter().copied().filter(is_free));
        if let Some(near) = near {
            let message = format!("{message} Did you mean \"{near}\"?");
            return (
                message,
                format!("Write \"{near}\" instead of {named}."),
                near.to_owned(),
            );
        }
        let elsewhere = self
            .fields
            .iter()
            .find(|field| field.parts().is_some_and(|(_, other)| other == key));
        if let Some(field) = elsewhere {
            let home = room(field.parts().map_or("", |(parent, _)| parent));
            return (
                format!("{message} It belongs {home}."),
                "Move it there, or delete it.".to_owned(),
                String::new(),
            );
        }
        let remedy = format!(
            "Delete it; what may stand here is {}. A note to yourself goes under \"$comment\".",
            known.join(", ")
        );
        (message, remedy, String::new())
    }

    fn unknown_value(&self, text: &str) -> Words {
        let subject = &self.subject;
        let words = match self.field.map(|field| field.kind) {
            Some(Kind::Choice(words)) => words,
            _ => &[],
        };
        let near = nearest(text, words.iter().copied()).unwrap_or_default();
        let mut message = format!(
            "{subject} is {}, which is not one of its words.",
            quoted(text)
        );
        if !near.is_empty() {
            message = format!("{message} Did you mean \"{near}\"?");
        }
        (message, self.choices(), near.to_owned())
    }

    /// Which words there are, with what they mean.
    fn choices(&self) -> String {
        let choices = CHOICES.iter().filter(|choice| choice.place == self.place);
        let meanings: Vec<String> = choices
            .map(|choice| format!("\"{}\": {}", choice.value, choice.what))
            .collect();
        format!("Write one of these. {}", meanings.join(" "))
    }

    fn malformed(&self, text: &str) -> Words {
        let subject = &self.subject;
        let expected = self.problem.expected.text();
        let fits = match self.field.map(|field| field.kind) {
            Some(Kind::Written { fits, .. }) => fits,
            _ => |_: &str| false,
        };
        let guess = rewritten(text, fits).unwrap_or_default();
        let remedy = if guess.is_empty() {
            format!("Write {expected}.")
        } else {
            format!("Write \"{guess}\", if that is what you mean.")
        };
        (
            format!("{subject} is {}, but should be {expected}.", quoted(text)),
            remedy,
            guess,
        )
    }

    fn empty(&self) -> Words {
        let subject = &self.subject;
        let is_list = matches!(self.field.map(|field| field.kind), Some(Kind::List { .. }));
        let is_required = self.field.is_some_and(|field| field.is_required);
        let remedy = if is_list {
            "Add at least one, between { and }."
        } else if is_required {
            "Write something between the quotes."
        } else {
            "Write something between the quotes, or delete the key with its value."
        };
        (
            format!("{subject} is empty."),
            remedy.to_owned(),
            String::new(),
        )
    }

    fn too_large(&self, text: &str) -> Words {
        let subject = &self.subject;
        if let Some(Is::Text) = self.stands.as_ref().map(D::kind) {
            let count = text.chars().count();
            return (
                format!("{subject} has {count} characters; 4,000 fit."),
                "Shorten it: readers leave long before.".to_owned(),
                String::new(),
            );
        }
        (
            format!(
                "{subject} holds more than fits: {}.",
                self.problem.expected.text()
            ),
            "Split the questionnaire in two; readers answer about ten statements.".to_owned(),
            String::new(),
        )
    }

    fn wrong_length(&self) -> Words {
        let count = self.stands.as_ref().map_or(0, D::len);
        let around = parent(&self.problem.pointer);
        let number = |key: &str| {
            let value = value(self.document, &format!("{around}/{key}"));
            value
                .map(|value| value.number())
                .filter(|it| it.is_finite())
        };
        let spread = number("to")
            .zip(number("from"))
            .map(|(to, from)| to - from + 1.0);
        // What is no scale has been said; the labels are then counted against the scale the parser takes instead.
        let within = |low: f64, high: f64| move |it: &f64| (low..=high).contains(it);
        let wanted = if around == "/scale" {
            number("points").filter(within(2.0, 7.0)).unwrap_or(5.0)
        } else if number("from").is_some() {
            spread.filter(within(2.0, 6.0)).unwrap_or(2.0)
        } else {
            number("levels").filter(within(2.0, 6.0)).unwrap_or(4.0)
        };
        let noun = if count == 1 { "label" } else { "labels" };
        (
            format!("There are {wanted} points to choose from, but {count} {noun}."),
            format!("Write {wanted} labels, one for each point, in their order."),
            String::new(),
        )
    }
}

/// Where `place` is, for somebody who looks for it.
fn room(place: &str) -> String {
    let key = place.trim_end_matches("/*");
    let key = key.rsplit('/').next().unwrap_or_default();
    match key {
        "" => "at the top".to_owned(),
        "misconceptions" => "in a misconception".to_owned(),
        "statements" => "in a statement".to_owned(),
        "sources" => "in a source".to_owned(),
        "outcomes" => "in an outcome".to_owned(),
        "suggestions" => "in a suggestion".to_owned(),
        _ => format!("in \"{key}\""),
    }
}

/// What people write for a language.
const LANGUAGES: &[(&str, &str)] = &[
    ("english", "en"),
    ("engelsk", "en"),
    ("norwegian", "nb"),
    ("norsk", "nb"),
    ("bokmål", "nb"),
    ("german", "de"),
    ("deutsch", "de"),
    ("french", "fr"),
    ("spanish", "es"),
    ("swedish", "sv"),
    ("danish", "da"),
];

/// What `text` would be if it were written as `fits` asks.
fn rewritten(text: &str, fits: fn(&str) -> bool) -> Option<String> {
    let text = text.trim();
    let low = text.to_lowercase();
    let is_host = text.contains('.') && !text.contains(':');
    let address = if is_host {
        format!("https://{}", text.trim_start_matches('/'))
    } else {
        String::new()
    };
    let language = LANGUAGES.iter().find(|(name, _)| *name == low);
    let numbers: Vec<&str> = text.split(['.', '/', '-']).collect();
    let date = match numbers.as_slice() {
        // Which is day and which is month cannot be told where both are small.
        [day, month, year] if year.len() == 4 && day.parse().is_ok_and(|day: u8| day > 12) => {
            format!("{year}-{month:0>2}-{day:0>2}")
        }
        [month, year] if year.len() == 4 && month.len() <= 2 => format!("{year}-{month:0>2}"),
        [year, rest @ ..] if year.len() == 4 => {
            rest.iter().fold((*year).to_owned(), |date, part| {
                format!("{date}-{part:0>2}")
            })
        }
        _ => String::new(),
    };
    [
        language
            .map(|(_, tag)| (*tag).to_owned())
            .unwrap_or_default(),
        low.replace('_', "-"),
        text.split_whitespace().collect::<Vec<_>>().join("-"),
        address,
    ]
    .into_iter()
    .chain([date])
    .rev()
    // A tag and an id look alike, so the later guesses are tried first.
    .find(|guess| !guess.is_empty() && guess != text && fits(guess))
}

/// The one of `words` that `word` was probably meant to be.
pub fn nearest<'a>(word: &str, words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |word: &str| word.to_lowercase().replace(['-', '_', ' '], "");
    let meant = plain(word);
    // So long a word is no slip of a key, and measuring it would take its time.
    if meant.is_empty() || meant.len() > 40 {
        return None;
    }
    words
        .map(|word| (strsim::damerau_levenshtein(&meant, &plain(word)), word))
        .filter(|(distance, word)| *distance <= (meant.len().min(word.len()) / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// The pointer of `key` in what stands at `pointer`.
pub fn within(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", escaped(key))
}
