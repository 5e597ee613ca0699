//! From a document to a questionnaire, or to every problem it has.
//!
//! Knows the keys of format 1, their defaults and their limits. Reads one language: the shim chooses it and
//! lays its translation over the document before, for it must fetch the words of the same language.

use super::fields::{Fields, MAX_LIST, Map};
use super::{
    Certainty, Edges, Evidence, Key, MinAnswered, Misconception, Outcome, Questionnaire, Scale,
    Source, Statement, Strength, Suggestion,
};
use crate::document::Document;
use crate::problem::{Code, Problem};

const ID: &str = "an id without spaces";
const DATE: &str = "a date: 2026, 2026-11 or 2026-11-23";
const ADDRESS: &str = "an address that begins with https:// or http://";
const ONE: &str = "at least one";
const LANGUAGE: &str = "a language tag such as en or nb";

/// Reads a questionnaire, with the problems that are passed over.
///
/// # Errors
/// Every problem of the document, where one keeps it from being used.
pub fn parse<D: Document>(document: &D) -> Result<(Questionnaire, Vec<Problem>), Vec<Problem>> {
    let mut fields = Fields::default();
    let mut result = Questionnaire::default();
    fields.open(document.clone(), &mut |fields, map| {
        questionnaire(fields, map, &mut result);
    });
    if fields.is_usable() {
        Ok((result, fields.into_problems()))
    } else {
        Err(fields.into_problems())
    }
}

fn questionnaire<D: Document>(fields: &mut Fields, map: &mut Map<D>, it: &mut Questionnaire) {
    fields.take(map, "$schema");
    fields.inside(map, "translations", &mut |fields, map| fields.take_all(map));
    fields.text(map, "format", &mut it.format);
    if !it.format.is_empty() && it.format != "1" && !it.format.starts_with("1.") {
        fields.problem_at("format", Code::UnsupportedFormat, "1.0");
    }
    required_id(fields, map, &mut it.id);
    fields.text(map, "version", &mut it.version);
    fields.has(map, "lang");
    fields.pattern(map, "lang", &mut it.lang, is_language, LANGUAGE);
    fields.text(map, "title", &mut it.title);
    fields.optional_text(map, "intro", &mut it.intro);
    fields.optional_text(map, "privacy", &mut it.privacy);
    fields.optional_text(map, "consent", &mut it.consent);
    fields.inside(map, "scale", &mut |fields, map| {
        scale(fields, map, &mut it.scale);
    });
    fields.inside(map, "certainty", &mut |fields, map| {
        it.certainty = Some(certainty(fields, map));
    });
    let rule = fields.choice(
        map,
        "minAnswered",
        &["majority", "half"],
        "majority or half",
    );
    if rule == Some(1) {
        it.min_answered = MinAnswered::Half;
    }
    fields.inside(map, "edges", &mut |fields, map| {
        edges(fields, map, &mut it.edges);
    });
    misconceptions(fields, map, it);
    fields.each_map(map, "outcomes", &mut |fields, map| {
        let mut outcome = Outcome::default();
        fields.has(map, "from");
        let from = fields.integer(map, "from", (0, 1000), "a whole number, 0 or above");
        outcome.from = from.unwrap_or(0);
        fields.text(map, "title", &mut outcome.title);
        fields.optional_text(map, "text", &mut outcome.text);
        it.outcomes.push(outcome);
    });
    fields.each_map(map, "suggestions", &mut |fields, map| {
        let mut suggestion = Suggestion::default();
        fields.text(map, "text", &mut suggestion.text);
        fields.optional_text(map, "by", &mut suggestion.by);
        fields.text(map, "answer", &mut suggestion.answer);
        it.suggestions.push(suggestion);
    });
    fields.inside(map, "credits", &mut |fields, map| {
        fields.text(map, "text", &mut it.credits.text);
        address(fields, map, &mut it.credits.url);
        fields.optional_text(map, "licence", &mut it.credits.licence);
    });
    fields.inside(map, "share", &mut |fields, map| {
        fields.text(map, "text", &mut it.share);
    });
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 2 to 7.
fn scale<D: Document>(fields: &mut Fields, map: &mut Map<D>, it: &mut Scale) {
    let points = fields.integer(map, "points", (2, 7), "a whole number from 2 to 7");
    let points = points.unwrap_or(5);
    it.points = points as u8;
    it.labels = labels(fields, map, points, points == 2 || points == 5);
    it.dont_know = fields.boolean(map, "dontKnow", true);
}

#[allow(clippy::cast_possible_truncation)] // The bounds below are far within 16 bits.
fn certainty<D: Document>(fields: &mut Fields, map: &mut Map<D>) -> Certainty {
    let levels = fields.integer(map, "levels", (2, 6), "a whole number from 2 to 6");
    let mut from = 1;
    let mut to = levels.unwrap_or(4);
    if levels.is_none()
        && let Some(low) = fields.integer(map, "from", (-1000, 1000), "a whole number")
    {
        fields.has(map, "to");
        let expected = "a whole number, 1 to 5 above from";
        from = low;
        to = fields
            .integer(map, "to", (low + 1, low + 5), expected)
            .unwrap_or(low + 1);
    }
    Certainty {
        from: from as i16,
        to: to as i16,
        labels: labels(fields, map, to - from + 1, to - from == 3),
    }
}

/// One label a point; they may be left out where the widget has words of its own.
fn labels<D: Document>(
    fields: &mut Fields,
    map: &mut Map<D>,
    count: i32,
    may_be_absent: bool,
) -> Vec<String> {
    let mut labels = Vec::new();
    let mut listed = 0;
    fields.each(map, "labels", &mut |fields, item| {
        listed += 1;
        let mut label = String::new();
        fields.as_text(&item, &mut label);
        labels.push(label);
    });
    let code = match listed {
        0 if may_be_absent => return labels,
        0 => Code::Missing,
        _ if listed == count => return labels,
        _ => Code::WrongLength,
    };
    fields.problem_at("labels", code, "one label a point");
    labels
}

fn edges<D: Document>(fields: &mut Fields, map: &mut Map<D>, edges: &mut Edges) {
    let expected = "100 >= held > leaning > unsure >= 0";
    for (key, edge) in [
        ("held", &mut edges.held),
        ("leaning", &mut edges.leaning),
        ("unsure", &mut edges.unsure),
    ] {
        *edge = fields
            .number(map, key, (0.0, 100.0), expected)
            .unwrap_or(*edge);
    }
    if edges.held <= edges.leaning || edges.leaning <= edges.unsure {
        fields.problem(Code::OutOfRange, expected);
    }
}

fn misconceptions<D: Document>(fields: &mut Fields, map: &mut Map<D>, it: &mut Questionnaire) {
    const KEY: &str = "misconceptions";
    let known = fields.count();
    fields.has(map, KEY);
    fields.each_map(map, KEY, &mut |fields, map| {
        let mut misconception = Misconception::default();
        required_id(fields, map, &mut misconception.id);
        let id = &misconception.id;
        unique(
            fields,
            id,
            it.misconceptions.iter().any(|other| other.id == *id),
        );
        probes(fields, map, it);
        self::misconception(fields, map, &mut misconception);
        it.misconceptions.push(misconception);
    });
    if it.misconceptions.is_empty() && fields.count() == known {
        fields.problem_at(KEY, Code::Empty, ONE);
    }
    if it.statements.len() > MAX_LIST {
        fields.problem_at(KEY, Code::TooLarge, "at most 1,000 statements");
    }
}

fn misconception<D: Document>(fields: &mut Fields, map: &mut Map<D>, it: &mut Misconception) {
    fields.text(map, "name", &mut it.name);
    fields.has(map, "refutation");
    fields.inside(map, "refutation", &mut |fields, map| {
        let it = &mut it.refutation;
        fields.text(map, "fact", &mut it.fact);
        fields.optional_text(map, "myth", &mut it.myth);
        fields.optional_text(map, "whyBelieved", &mut it.why_believed);
        fields.optional_text(map, "kernelOfTruth", &mut it.kernel_of_truth);
        fields.text(map, "whyWrong", &mut it.why_wrong);
        fields.optional_text(map, "advice", &mut it.advice);
    });
    fields.inside(map, "evidence", &mut |fields, map| {
        it.evidence = Some(evidence(fields, map));
    });
    fields.each_map(map, "sources", &mut |fields, map| {
        let mut source = Source::default();
        fields.text(map, "title", &mut source.title);
        address(fields, map, &mut source.url);
        fields.optional_text(map, "date", &mut source.date);
        fields.optional_text(map, "quote", &mut source.quote);
        it.sources.push(source);
    });
}

/// The statements of the misconception that is read next, added to those of the others.
fn probes<D: Document>(fields: &mut Fields, map: &mut Map<D>, it: &mut Questionnaire) {
    const KEY: &str = "statements";
    let known = fields.count();
    let before = it.statements.len();
    fields.has(map, KEY);
    fields.each_map(map, KEY, &mut |fields, map| {
        let mut statement = Statement {
            id: String::new(),
            text: String::new(),
            key: Key::Myth,
            weight: 1.0,
            misconception: it.misconceptions.len(),
        };
        required_id(fields, map, &mut statement.id);
        let id = &statement.id;
        unique(
            fields,
            id,
            it.statements.iter().any(|other| other.id == *id),
        );
        fields.text(map, "text", &mut statement.text);
        fields.has(map, "key");
        if fields.choice(map, "key", &["myth", "fact"], "myth or fact") == Some(1) {
            statement.key = Key::Fact;
        }
        let weights = (f64::MIN_POSITIVE, f64::MAX);
        let weight = fields.number(map, "weight", weights, "a number above 0");
        statement.weight = weight.unwrap_or(1.0);
        it.statements.push(statement);
    });
    if it.statements.len() == before && fields.count() == known {
        fields.problem_at(KEY, Code::Empty, ONE);
    }
}

fn evidence<D: Document>(fields: &mut Fields, map: &mut Map<D>) -> Evidence {
    fields.has(map, "strength");
    let names = ["settled", "strong", "practitioner", "contested"];
    let expected = "settled, strong, practitioner or contested";
    let strength = fields.choice(map, "strength", &names, expected);
    let mut evidence = Evidence {
        strength: match strength {
            Some(0) => Strength::Settled,
            Some(1) => Strength::Strong,
            Some(2) => Strength::Practitioner,
            _ => Strength::Contested,
        },
        as_of: String::new(),
        review_by: String::new(),
    };
    fields.pattern(map, "asOf", &mut evidence.as_of, is_date, DATE);
    fields.pattern(map, "reviewBy", &mut evidence.review_by, is_date, DATE);
    evidence
}

/// Notes where an id is another's already.
fn unique(fields: &mut Fields, id: &str, is_taken: bool) {
    if is_taken && !id.is_empty() {
        fields.problem_at("id", Code::DuplicateId, "an id of its own");
    }
}

fn required_id<D: Document>(fields: &mut Fields, map: &mut Map<D>, id: &mut String) {
    fields.has(map, "id");
    fields.pattern(map, "id", id, is_id, ID);
}

fn address<D: Document>(fields: &mut Fields, map: &mut Map<D>, url: &mut String) {
    fields.pattern(map, "url", url, is_address, ADDRESS);
}

fn is_id(text: &str) -> bool {
    text.bytes().all(|byte| byte > b' ')
}

fn is_language(text: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let mut bytes = text.bytes();
    let mut letter = || bytes.next().is_some_and(|byte| byte.is_ascii_alphabetic());
    letter() && letter() && bytes.all(is_part)
}

fn is_date(text: &str) -> bool {
    let is_right = |(at, byte): (usize, u8)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    matches!(text.len(), 4 | 7 | 10) && text.bytes().enumerate().all(is_right)
}

fn is_address(text: &str) -> bool {
    let begins = |scheme: &str| {
        text.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    (begins("https://") || begins("http://")) && is_id(text)
}
