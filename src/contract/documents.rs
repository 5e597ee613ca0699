//! The documents of the contract as types, made once no problem is left.
//!
//! This file knows the rules that depend on two keys of one document. It must not know the
//! questionnaire, or who sends and stores documents.

use super::read::{problem, problems};
use super::shape::{FEED, REMARK, RESPONSE, WITHDRAW};
use crate::data::document::{Document, ValueKind};
use crate::data::problem::{Code, Problem};
use crate::data::text::is_blank;
use crate::questionnaire::fields::whole;
use crate::scoring::scorecard::Verdict;

/// What a widget sends.
#[derive(Clone, Debug, PartialEq)]
pub enum Message<D> {
    /// The answers of one reader.
    Response(Response<D>),
    /// A misconception that a reader names, or a dispute.
    Remark(Remark),
    /// The receipt of a message that is taken back.
    Withdraw(String),
}

/// The answers of one reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Response<D> {
    /// The reader's secret, a random UUID. Store only a hash of it.
    pub receipt: String,
    /// The version of the npm package that sent it.
    pub widget: String,
    /// The questionnaire's id.
    pub questionnaire: String,
    /// The author's version of the questionnaire.
    pub version: String,
    /// The version of the format, such as `1.0`.
    pub format: String,
    /// The [shape](crate::questionnaire::identity::shape) of the questionnaire: 24 bits.
    pub shape: u32,
    /// The language tag of the questionnaire as the reader saw it.
    pub lang: String,
    /// The answers, not yet checked against the questionnaire.
    pub answers: D,
    /// The first answers if the reader has answered again; not yet checked either.
    pub first: Option<D>,
    /// The verdicts as the widget claims them, by the id of the misconception.
    pub verdicts: Vec<(String, Verdict)>,
}

/// What a reader says back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The reader's secret, a random UUID; not the same as for the answers.
    pub receipt: String,
    /// The id of the misconception whose refutation is disputed; `None` for a suggestion.
    pub misconception: Option<String>,
    /// The questionnaire's id.
    pub questionnaire: String,
    /// The author's version of the questionnaire.
    pub version: String,
    /// The language tag of the questionnaire as the reader saw it.
    pub lang: String,
    /// The reader's own words.
    pub text: String,
    /// How the reader wants to be named; empty for not at all.
    pub by: String,
}

/// What an owner publishes: how others answered, and suggestions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// The questionnaire's id.
    pub questionnaire: String,
    /// The author's version of the questionnaire.
    pub version: String,
    /// The counts; `None` below ten responses.
    pub counts: Option<Counts>,
    /// The suggestions that a person has chosen to publish.
    pub suggestions: Vec<Published>,
}

/// The counts of a feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// The day of the counts, in UTC, such as `2026-11-29`.
    pub made: String,
    /// The number of responses, at least 10.
    pub n: u32,
    /// Per misconception: its id, and the numbers of readers who hold it, lean towards it, are
    /// undecided and do not hold it.
    pub misconceptions: Vec<(String, [u32; 4])>,
    /// Per statement: its id, the number of readers who chose each point, and the number who do not
    /// know.
    pub statements: Vec<(String, Vec<u32>, u32)>,
}

/// A published suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The reader's words.
    pub text: String,
    /// How the reader is named; empty for not at all.
    pub by: String,
    /// The owner's answer; empty if there is none yet.
    pub answer: String,
    /// The language tag of the text.
    pub lang: String,
}

/// Reads a message from a widget. Limits and keys are those of the tables in [`super::shape`].
///
/// # Errors
///
/// All problems of the document, each with its JSON pointer. A message of unknown kind has only
/// that one.
pub fn message<D: Document>(document: &D) -> Result<Message<D>, Vec<Problem>> {
    let kind = document.child("kind");
    let named = kind.map(|kind| kind.text()).unwrap_or_default();
    let fields = match named.as_str() {
        "response" => RESPONSE,
        "remark" => REMARK,
        "withdraw" => WITHDRAW,
        _ => return Err(vec![no_kind(document)]),
    };
    let mut found = problems(document, fields);
    if found.is_empty() && named == "remark" {
        remark_rules(document, &mut found);
    }
    if !found.is_empty() {
        return Err(found);
    }
    Ok(match named.as_str() {
        "response" => Message::Response(response(document)),
        "remark" => Message::Remark(remark(document)),
        _ => Message::Withdraw(text(document, "receipt")),
    })
}

fn no_kind<D: Document>(document: &D) -> Problem {
    const EXPECTED: &str = "response, remark or withdraw";
    match document.child("kind").map(|kind| kind.kind()) {
        _ if document.kind() != ValueKind::Map => problem(Code::WrongType, "", "an object: { … }"),
        None => problem(Code::Missing, "/kind", EXPECTED),
        Some(ValueKind::Text) => problem(Code::UnknownValue, "/kind", EXPECTED),
        Some(_) => problem(Code::WrongType, "/kind", EXPECTED),
    }
}

fn remark_rules<D: Document>(document: &D, found: &mut Vec<Problem>) {
    const PLACE: &str = "/misconception";
    let is_of_one = part(document, "misconception").kind() == ValueKind::Text;
    let is_dispute = text(document, "about") == "dispute";
    if is_dispute && !is_of_one {
        let expected = "the id of the misconception that is disputed";
        found.push(problem(Code::WrongType, PLACE, expected));
    } else if !is_dispute && is_of_one {
        found.push(problem(Code::WrongType, PLACE, "null for a suggestion"));
    }
    if !is_dispute && is_blank(&text(document, "text")) {
        found.push(problem(Code::Empty, "/text", "a string"));
    }
}

fn response<D: Document>(document: &D) -> Response<D> {
    let about = part(document, "questionnaire");
    let first = part(document, "first");
    let claims = part(document, "verdicts");
    let claim = |id: String| {
        let named = text(&claims, &id);
        let verdict = Verdict::ALL.into_iter().find(|it| it.name() == named);
        Some((id, verdict?))
    };
    Response {
        receipt: text(document, "receipt"),
        widget: text(document, "widget"),
        questionnaire: text(&about, "id"),
        version: text(&about, "version"),
        format: text(&about, "format"),
        shape: u32::from_str_radix(&text(&about, "shape"), 16).unwrap_or(u32::MAX),
        lang: text(&about, "lang"),
        answers: part(document, "answers"),
        first: (first.kind() == ValueKind::Map).then_some(first),
        verdicts: claims.keys().into_iter().filter_map(claim).collect(),
    }
}

fn remark<D: Document>(document: &D) -> Remark {
    let about = part(document, "questionnaire");
    let misconception = text(document, "misconception");
    Remark {
        receipt: text(document, "receipt"),
        misconception: Some(misconception).filter(|id| !id.is_empty()),
        questionnaire: text(&about, "id"),
        version: text(&about, "version"),
        lang: text(&about, "lang"),
        text: text(document, "text"),
        by: text(document, "by"),
    }
}

/// Reads a feed.
///
/// # Errors
///
/// All problems of the document, each with its JSON pointer.
pub fn feed<D: Document>(document: &D) -> Result<Feed, Vec<Problem>> {
    let mut found = problems(document, FEED);
    if !found.is_empty() {
        return Err(found);
    }
    let about = part(document, "questionnaire");
    let feed = Feed {
        questionnaire: text(&about, "id"),
        version: text(&about, "version"),
        counts: counts(document, &mut found),
        suggestions: items(document, "suggestions", |item| Published {
            text: text(item, "text"),
            by: text(item, "by"),
            answer: text(item, "answer"),
            lang: text(item, "lang"),
        }),
    };
    if found.is_empty() {
        Ok(feed)
    } else {
        Err(found)
    }
}

fn counts<D: Document>(document: &D, found: &mut Vec<Problem>) -> Option<Counts> {
    let has_counts = part(document, "n").kind() != ValueKind::Null;
    if has_counts == (part(document, "made").kind() == ValueKind::Null) {
        let expected = "a day if n is a number, else null";
        found.push(problem(Code::WrongType, "/made", expected));
    }
    if !has_counts {
        for key in ["misconceptions", "statements"] {
            if part(document, key).len() > 0 {
                let expected = "no counts if n is null";
                found.push(problem(Code::WrongLength, &format!("/{key}"), expected));
            }
        }
        return None;
    }
    let counts = Counts {
        made: text(document, "made"),
        n: count(document, "n"),
        misconceptions: items(document, "misconceptions", |item| {
            let counts = ["held", "leaning", "unsure", "notHeld"].map(|key| count(item, key));
            (text(item, "id"), counts)
        }),
        statements: items(document, "statements", |item| {
            let list = part(item, "counts");
            let counts = (0..list.len()).map(|index| number(&list.item(index)));
            (text(item, "id"), counts.collect(), count(item, "dontKnow"))
        }),
    };
    let classified = items(document, "misconceptions", |item| count(item, "classified"));
    sums(&counts, &classified, found);
    Some(counts)
}

/// Checks that the counts add up and that each id occurs once.
fn sums(counts: &Counts, classified: &[u32], found: &mut Vec<Problem>) {
    let n = u64::from(counts.n);
    let sum = |counts: &[u32]| counts.iter().copied().map(u64::from).sum::<u64>();
    for (index, ((_, verdicts), classified)) in
        counts.misconceptions.iter().zip(classified).enumerate()
    {
        let classified = u64::from(*classified);
        if sum(verdicts) != classified || classified > n {
            let pointer = format!("/misconceptions/{index}/classified");
            let expected = "the sum of the four verdicts, at most n";
            found.push(problem(Code::OutOfRange, &pointer, expected));
        }
    }
    for (index, (_, points, dont_know)) in counts.statements.iter().enumerate() {
        if sum(points) + u64::from(*dont_know) > n {
            let pointer = format!("/statements/{index}/counts");
            let expected = "at most n answers, don’t know included";
            found.push(problem(Code::OutOfRange, &pointer, expected));
        }
    }
    let misconceptions = counts.misconceptions.iter().map(|(id, _)| id).collect();
    let statements = counts.statements.iter().map(|(id, ..)| id).collect();
    let lists: [(&str, Vec<&String>); 2] = [
        ("misconceptions", misconceptions),
        ("statements", statements),
    ];
    for (key, ids) in lists {
        for (index, id) in ids.iter().enumerate() {
            if ids.iter().take(index).any(|other| other == id) {
                let pointer = format!("/{key}/{index}/id");
                found.push(problem(Code::DuplicateId, &pointer, "an id of its own"));
            }
        }
    }
}

/// The value at `key`; null if it is absent.
fn part<D: Document>(document: &D, key: &str) -> D {
    document
        .child(key)
        .unwrap_or_else(|| document.item(usize::MAX))
}

fn text<D: Document>(document: &D, key: &str) -> String {
    part(document, key).text()
}

fn count<D: Document>(document: &D, key: &str) -> u32 {
    number(&part(document, key))
}

fn number<D: Document>(value: &D) -> u32 {
    let whole = whole(value.number());
    whole.and_then(|it| u32::try_from(it).ok()).unwrap_or(0)
}

fn items<D: Document, T>(document: &D, key: &str, read: impl FnMut(&D) -> T) -> Vec<T> {
    let list = part(document, key);
    let items: Vec<D> = (0..list.len()).map(|index| list.item(index)).collect();
    items.iter().map(read).collect()
}
