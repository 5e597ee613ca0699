//! From a document to a questionnaire, or to every problem it has.
//!
//! Knows the keys of format 1, their defaults and their limits. Reads one language; the overlay of another
//! is laid on before by [`super::translate`].

use super::fields::{Fields, MAX_LIST, Map};
use super::translate;
use super::{
    Certainty, Credits, Edges, Evidence, Key, MinAnswered, Misconception, Outcome, Questionnaire,
    Refutation, Scale, Source, Statement, Strength, Suggestion,
};
use crate::document::Document;
use crate::problem::{Code, Problem};

const ID: &str = "an id without spaces";
const DATE: &str = "a date: 2026, 2026-11 or 2026-11-23";
const ADDRESS: &str = "an address that begins with https:// or http://";
const LANGUAGE: &str = "a language tag such as en or nb";

/// Reads a questionnaire in `lang`, which is one of its translations or else its own language, with the
/// problems that are passed over.
///
/// # Errors
/// Every problem of the document, where one keeps it from being used.
pub fn parse<D: Document>(
    document: &D,
    lang: &str,
) -> Result<(Questionnaire, Vec<Problem>), Vec<Problem>> {
    let mut fields = Fields::default();
    let document = translate::apply(document, lang, &mut fields);
    let questionnaire = fields.whole_map(document, questionnaire);
    match questionnaire {
        Some(questionnaire) if fields.is_usable() => Ok((questionnaire, fields.into_problems())),
        _ => Err(fields.into_problems()),
    }
}

fn questionnaire<D: Document>(fields: &mut Fields, map: &mut Map<D>) -> Questionnaire {
    fields.take(map, "$schema");
    fields.take(map, translate::KEY);
    let format = fields.text(map, "format");
    if !format.is_empty() && format != "1" && !format.starts_with("1.") {
        fields.problem_at("format", Code::UnsupportedFormat, "1.0");
    }
    let id = required(fields, map, "id", is_id, ID);
    let version = fields.text(map, "version");
    let lang = required(fields, map, "lang", is_language, LANGUAGE);
    let title = fields.text(map, "title");
    let intro = fields.optional_text(map, "intro");
    let privacy = fields.optional_text(map, "privacy");
    let consent = fields.optional_text(map, "consent");
    let scale = fields.map(map, "scale", scale).unwrap_or(Scale {
        points: 5,
        labels: Vec::new(),
        dont_know: true,
    });
    let certainty = fields.map(map, "certainty", certainty);
    let expected = "majority or half";
    let min_answered = match fields.choice(map, "minAnswered", &["majority", "half"], expected) {
        Some(1) => MinAnswered::Half,
        _ => MinAnswered::Majority,
    };
    let edges = fields.map(map, "edges", edges).unwrap_or_default();

    let mut statements = Vec::new();
    let misconceptions = misconceptions(fields, map, &mut statements);
    let mut outcomes = fields.list(map, "outcomes", |fields, item| {
        fields.whole_map(item.clone(), outcome)
    });
    outcomes.sort_by_key(|outcome| outcome.from);
    let suggestions = fields.list(map, "suggestions", |fields, item| {
        fields.whole_map(item.clone(), |fields, map| Suggestion {
            text: fields.text(map, "text"),
            by: fields.optional_text(map, "by"),
            answer: fields.text(map, "answer"),
        })
    });
    let credits = fields.map(map, "credits", |fields, map| Credits {
        text: fields.text(map, "text"),
        url: address(fields, map),
        licence: fields.optional_text(map, "licence"),
    });
    let share = fields.map(map, "share", |fields, map| fields.text(map, "text"));
    Questionnaire {
        format,
        id,
        version,
        lang,
        title,
        intro,
        privacy,
        consent,
        scale,
        certainty,
        min_answered,
        edges,
        misconceptions,
        statements,
        outcomes,
        suggestions,
        credits,
        share,
    }
}

fn scale<D: Document>(fields: &mut Fields, map: &mut Map<D>) -> Scale {
    let points = fields.integer(map, "points", 2, 7, "a whole number from 2 to 7");
    let points = points.unwrap_or(5);
    Scale {
        points: points.unsigned_abs() as u8,
        labels: labels(fields, map, points, points == 2 || points == 5),
        dont_know: fields.boolean(map, "dontKnow", true),
    }
}

fn certainty<D: Document>(fields: &mut Fields, map: &mut Map<D>) -> Certainty {
    let levels = fields.integer(map, "levels", 2, 6, "a whole number from 2 to 6");
    let mut from = 1;
    let mut to = levels.unwrap_or(4);
    if levels.is_none() {
        let low = fields.integer(map, "from", -1000, 1000, "a whole number");
        if let Some(low) = low {
            let expected = "a whole number, 1 to 5 above from";
            from = low;
            to = low + 1;
            match fields.integer(map, "to", low + 1, low + 5, expected) {
                Some(high) => to = high,
                None => fields.problem_at("to", Code::Missing, expected),
            }
        }
    }
    let labels = labels(fields, map, to - from + 1, to - from == 3);
    Certainty { from, to, labels }
}

/// One label a point; they may be left out where the widget has words of its own.
fn labels<D: Document>(
    fields: &mut Fields,
    map: &mut Map<D>,
    count: i32,
    may_be_absent: bool,
) -> Vec<String> {
    let labels = fields.list(map, "labels", Fields::as_text);
    let right = labels.len() == count.unsigned_abs() as usize;
    if labels.is_empty() && !may_be_absent {
        fields.problem_at("labels", Code::Missing, "one label a point");
    } else if !labels.is_empty() && !right {
        fields.problem_at("labels", Code::WrongLength, "one label a point");
    }
    labels
}

fn edges<D: Document>(fields: &mut Fields, map: &mut Map<D>) -> Edges {
    let expected = "100 >= held > leaning > unsure >= 0";
    let mut edge = |key, default| {
        let within = |n| (0.0..=100.0).contains(&n);
        fields.number(map, key, within, expected).unwrap_or(default)
    };
    let default = Edges::default();
    let edges = Edges {
        held: edge("held", default.held),
        leaning: edge("leaning", default.leaning),
        unsure: edge("unsure", default.unsure),
    };
    if edges.held <= edges.leaning || edges.leaning <= edges.unsure {
        fields.problem(Code::OutOfRange, expected);
    }
    edges
}

fn misconceptions<D: Document>(
    fields: &mut Fields,
    map: &mut Map<D>,
    statements: &mut Vec<Statement>,
) -> Vec<Misconception> {
    let mut ids = Vec::new();
    let read = filled_list(fields, map, "misconceptions", |fields, item| {
        fields.whole_map(item.clone(), |fields, map| {
            let id = unique_id(fields, map, &mut ids);
            probes(fields, map, ids.len() - 1, statements);
            misconception(fields, map, id)
        })
    });
    if statements.len() > MAX_LIST {
        let expected = "at most 1,000 statements";
        fields.problem_at("misconceptions", Code::TooLarge, expected);
    }
    read
}

fn misconception<D: Document>(
    fields: &mut Fields,
    map: &mut Map<D>,
    id: String,
) -> Misconception {
    let name = fields.text(map, "name");
    fields.has(map, "refutation");
    let refutation = fields.map(map, "refutation", |fields, map| Refutation {
        fact: fields.text(map, "fact"),
        myth: fields.optional_text(map, "myth"),
        why_believed: fields.optional_text(map, "whyBelieved"),
        kernel_of_truth: fields.optional_text(map, "kernelOfTruth"),
        why_wrong: fields.text(map, "whyWrong"),
        advice: fields.optional_text(map, "advice"),
    });
    Misconception {
        id,
        name,
        refutation: refutation.unwrap_or_default(),
        evidence: fields.map(map, "evidence", evidence).flatten(),
        sources: fields.list(map, "sources", |fields, item| {
            fields.whole_map(item.clone(), |fields, map| Source {
                title: fields.text(map, "title"),
                url: address(fields, map),
                date: fields.optional_text(map, "date"),
                quote: fields.optional_text(map, "quote"),
            })
        }),
    }
}

/// The statements of one misconception, added to those of the others.
fn probes<D: Document>(
    fields: &mut Fields,
    map: &mut Map<D>,
    misconception: usize,
    statements: &mut Vec<Statement>,
) {
    let mut ids: Vec<String> = statements.iter().map(|known| known.id.clone()).collect();
    let read = filled_list(fields, map, "statements", |fields, item| {
        fields.whole_map(item.clone(), |fields, map| Statement {
            id: unique_id(fields, map, &mut ids),
            text: fields.text(map, "text"),
            key: {
                fields.has(map, "key");
                match fields.choice(map, "key", &["myth", "fact"], "myth or fact") {
                    Some(1) => Key::Fact,
                    _ => Key::Myth,
                }
            },
            weight: {
                let above = |weight| weight > 0.0;
                let expected = "a number above 0";
                fields.number(map, "weight", above, expected).unwrap_or(1.0)
            },
            misconception,
        })
    });
    statements.extend(read);
}

fn evidence<D: Document>(fields: &mut Fields, map: &mut Map<D>) -> Option<Evidence> {
    const STRENGTHS: [(&str, Strength); 4] = [
        ("settled", Strength::Settled),
        ("strong", Strength::Strong),
        ("practitioner", Strength::Practitioner),
        ("contested", Strength::Contested),
    ];
    fields.has(map, "strength");
    let names = STRENGTHS.map(|(name, _)| name);
    let expected = "settled, strong, practitioner or contested";
    let place = fields.choice(map, "strength", &names, expected);
    let as_of = fields.pattern(map, "asOf", is_date, DATE);
    let review_by = fields.pattern(map, "reviewBy", is_date, DATE);
    let (_, strength) = *STRENGTHS.get(place?)?;
    Some(Evidence {
        strength,
        as_of,
        review_by,
    })
}

fn outcome<D: Document>(fields: &mut Fields, map: &mut Map<D>) -> Outcome {
    fields.has(map, "from");
    let from = fields.integer(map, "from", 0, 1000, "a whole number, 0 or above");
    Outcome {
        from: from.unwrap_or(0).unsigned_abs() as usize,
        title: fields.text(map, "title"),
        text: fields.optional_text(map, "text"),
    }
}

/// The items at `key`, of which there must be one at least.
fn filled_list<D: Document, T>(
    fields: &mut Fields,
    map: &mut Map<D>,
    key: &str,
    read: impl FnMut(&mut Fields, &D) -> Option<T>,
) -> Vec<T> {
    let known = fields.count();
    fields.has(map, key);
    let items = fields.list(map, key, read);
    if items.is_empty() && fields.count() == known {
        fields.problem_at(key, Code::Empty, "at least one");
    }
    items
}

/// The id of the map, which none before it may have.
fn unique_id<D: Document>(fields: &mut Fields, map: &mut Map<D>, ids: &mut Vec<String>) -> String {
    let id = required(fields, map, "id", is_id, ID);
    if !id.is_empty() && ids.contains(&id) {
        fields.problem_at("id", Code::DuplicateId, "an id of its own");
    }
    ids.push(id.clone());
    id
}

fn required<D: Document>(
    fields: &mut Fields,
    map: &mut Map<D>,
    key: &str,
    is_valid: fn(&str) -> bool,
    expected: &'static str,
) -> String {
    fields.has(map, key);
    fields
        .pattern(map, key, is_valid, expected)
        .unwrap_or_default()
}

fn address<D: Document>(fields: &mut Fields, map: &mut Map<D>) -> Option<String> {
    fields.pattern(map, "url", is_address, ADDRESS)
}

fn is_id(text: &str) -> bool {
    !text.contains(char::is_whitespace)
}

fn is_language(text: &str) -> bool {
    let part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    text.split('-').all(part) && text.split('-').next().is_some_and(|first| first.len() > 1)
}

fn is_date(text: &str) -> bool {
    let digits = |part: &str, count| {
        part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut parts = text.split('-');
    parts.next().is_some_and(|year| digits(year, 4))
        && parts.by_ref().take(2).all(|part| digits(part, 2))
        && parts.next().is_none()
}

fn is_address(text: &str) -> bool {
    let begins = |scheme: &str| {
        text.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    (begins("https://") || begins("http://")) && !text.contains(char::is_whitespace)
}
