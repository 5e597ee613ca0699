//! Turns a document into a questionnaire, or into the list of its problems.
//!
//! This file knows the keys of format 1, their defaults and their limits. It reads one language.
//! Before that, the shim chooses the language and applies the translation to the document, because
//! it must load the messages of the same language.

use super::fields::{Fields, MAX_LIST};
use super::reader::{Address, Date, Id, Language, Reader};
use super::{
    Certainty, Cutoffs, Evidence, Key, MinAnswered, Misconception, Outcome, Questionnaire, Scale,
    Source, Statement, Strength, Suggestion,
};
use crate::data::document::Document;
use crate::data::problem::{Code, Expected, Problem};

/// Reads a questionnaire. Returns it with the problems that are tolerated (unknown keys).
///
/// # Errors
///
/// All problems of the document, the tolerated ones included, if at least one is not tolerated.
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

pub(crate) fn questionnaire<R: Reader>(fields: &mut R, map: &mut R::Map, it: &mut Questionnaire) {
    fields.pass(map, "$schema");
    fields.pass_map(map, "translations");
    fields.text(map, "format", &mut it.format);
    if !it.format.is_empty() && it.format != "1" && !it.format.starts_with("1.") {
        fields.problem_at("format", Code::UnsupportedFormat, Expected::new("1.0"));
    }
    required_id(fields, map, &mut it.id);
    fields.text(map, "version", &mut it.version);
    fields.has(map, "lang");
    fields.pattern::<Language>(map, "lang", &mut it.lang);
    fields.text(map, "title", &mut it.title);
    let markup = fields.choice(map, "markup", &["inline"], Expected::new("inline"));
    it.has_markup = markup.is_some();
    if it.has_markup {
        fields.allow_markup();
    }
    fields.prose(map, "intro", &mut it.intro);
    fields.prose(map, "privacy", &mut it.privacy);
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
        Expected::new("majority or half"),
    );
    if rule == Some(1) {
        it.min_answered = MinAnswered::Half;
    }
    fields.renamed(map, "edges", Expected::new("cutoffs"));
    fields.inside(map, "cutoffs", &mut |fields, map| {
        cutoffs(fields, map, &mut it.cutoffs);
    });
    misconceptions(fields, map, it);
    fields.each_map(map, "outcomes", &mut |fields, map| {
        let mut outcome = Outcome::default();
        fields.has(map, "from");
        let from = fields.integer(
            map,
            "from",
            (0, 1000),
            Expected::new("a whole number from 0 to 1000"),
        );
        outcome.from = from.unwrap_or(0);
        let unsure = fields.integer(
            map,
            "unsure",
            (0, 1000),
            Expected::new("a whole number from 0 to 1000"),
        );
        outcome.unsure = unsure.unwrap_or(0);
        fields.text(map, "title", &mut outcome.title);
        fields.prose(map, "text", &mut outcome.text);
        it.outcomes.push(outcome);
    });
    fields.each_map(map, "suggestions", &mut |fields, map| {
        let mut suggestion = Suggestion::default();
        fields.text(map, "text", &mut suggestion.text);
        fields.optional_text(map, "by", &mut suggestion.by);
        fields.has(map, "answer");
        fields.prose(map, "answer", &mut suggestion.answer);
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

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // The parser has checked the range: 2 to 7.
fn scale<R: Reader>(fields: &mut R, map: &mut R::Map, it: &mut Scale) {
    let points = fields.integer(
        map,
        "points",
        (2, 7),
        Expected::new("a whole number from 2 to 7"),
    );
    let points = points.unwrap_or(5);
    it.points = points as u8;
    it.labels = labels(fields, map, points, points == 2 || points == 5);
    it.dont_know = fields.boolean(map, "dontKnow", true);
}

#[allow(clippy::cast_possible_truncation)] // The bounds below are far within 16 bits.
fn certainty<R: Reader>(fields: &mut R, map: &mut R::Map) -> Certainty {
    let mut from = 1;
    let to = if let Some(low) = fields.integer(
        map,
        "from",
        (-1000, 1000),
        Expected::new("a whole number from -1000 to 1000"),
    ) {
        fields.has(map, "to");
        let expected = Expected::new("a whole number, 1 to 5 above from");
        from = low;
        fields
            .integer(map, "to", (low + 1, low + 5), expected)
            .unwrap_or(low + 1)
    } else {
        fields
            .integer(
                map,
                "levels",
                (2, 6),
                Expected::new("a whole number from 2 to 6"),
            )
            .unwrap_or(4)
    };
    Certainty {
        from: from as i16,
        to: to as i16,
        labels: labels(fields, map, to - from + 1, to - from == 3),
    }
}

/// One label per step of a scale. They may be missing if the widget has its own for that many
/// steps.
fn labels<R: Reader>(
    fields: &mut R,
    map: &mut R::Map,
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
    fields.problem_at("labels", code, Expected::new("one label for each"));
    labels
}

fn cutoffs<R: Reader>(fields: &mut R, map: &mut R::Map, cutoffs: &mut Cutoffs) {
    let expected = Expected::new("a number from 0 to 100");
    for (key, cutoff) in [
        ("held", &mut cutoffs.held),
        ("leaning", &mut cutoffs.leaning),
        ("unsure", &mut cutoffs.unsure),
    ] {
        *cutoff = fields
            .number(map, key, (0.0, 100.0), expected)
            .unwrap_or(*cutoff);
    }
    if cutoffs.held <= cutoffs.leaning || cutoffs.leaning <= cutoffs.unsure {
        let falling = Expected::new("held above leaning above unsure");
        fields.problem(Code::OutOfRange, falling);
    }
}

fn misconceptions<R: Reader>(fields: &mut R, map: &mut R::Map, it: &mut Questionnaire) {
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
    fields.not_empty(KEY, known, it.misconceptions.is_empty());
    if it.statements.len() > MAX_LIST {
        fields.problem_at(
            KEY,
            Code::TooLarge,
            Expected::new("at most 1,000 statements"),
        );
    }
}

fn misconception<R: Reader>(fields: &mut R, map: &mut R::Map, it: &mut Misconception) {
    fields.text(map, "name", &mut it.name);
    // The sources come before the refutation, whose references are checked against them.
    fields.each_map(map, "sources", &mut |fields, map| {
        let mut source = Source::default();
        fields.text(map, "title", &mut source.title);
        address(fields, map, &mut source.url);
        fields.optional_text(map, "date", &mut source.date);
        fields.optional_text(map, "quote", &mut source.quote);
        fields.pattern::<Language>(map, "lang", &mut source.lang);
        it.sources.push(source);
    });
    fields.may_refer_to(it.sources.len());
    fields.has(map, "refutation");
    fields.inside(map, "refutation", &mut |fields, map| {
        let it = &mut it.refutation;
        fields.has(map, "fact");
        fields.has(map, "whyWrong");
        fields.prose(map, "fact", &mut it.fact);
        fields.prose(map, "myth", &mut it.myth);
        fields.prose(map, "whyBelieved", &mut it.why_believed);
        fields.prose(map, "kernelOfTruth", &mut it.kernel_of_truth);
        fields.prose(map, "whyWrong", &mut it.why_wrong);
        fields.prose(map, "advice", &mut it.advice);
    });
    fields.may_refer_to(0);
    fields.inside(map, "evidence", &mut |fields, map| {
        it.evidence = Some(evidence(fields, map));
    });
}

/// Adds the statements of the misconception that is about to be read.
fn probes<R: Reader>(fields: &mut R, map: &mut R::Map, it: &mut Questionnaire) {
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
        // Beyond the limit, comparing every id with all others would take long and report nothing
        // new. Readers never get such a document, so the reader's module does not look at the
        // limit.
        let is_readers = !cfg!(feature = "authoring");
        let is_few = is_readers || it.statements.len() <= MAX_LIST;
        let is_taken = is_few && it.statements.iter().any(|other| other.id == *id);
        unique(fields, id, is_taken);
        fields.has(map, "text");
        fields.prose(map, "text", &mut statement.text);
        fields.has(map, "key");
        if fields.choice(map, "key", &["myth", "fact"], Expected::new("myth or fact")) == Some(1) {
            statement.key = Key::Fact;
        }
        let weights = (f64::MIN_POSITIVE, f64::MAX);
        let weight = fields.number(map, "weight", weights, Expected::new("a number above 0"));
        statement.weight = weight.unwrap_or(1.0);
        it.statements.push(statement);
    });
    fields.not_empty(KEY, known, it.statements.len() == before);
}

fn evidence<R: Reader>(fields: &mut R, map: &mut R::Map) -> Evidence {
    fields.has(map, "strength");
    let names = &["settled", "strong", "practitioner", "contested"];
    let expected = Expected::new("settled, strong, practitioner or contested");
    let strength = fields.choice(map, "strength", names, expected);
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
    fields.pattern::<Date>(map, "asOf", &mut evidence.as_of);
    fields.pattern::<Date>(map, "reviewBy", &mut evidence.review_by);
    evidence
}

/// Records that another item has the same id.
fn unique<R: Reader>(fields: &mut R, id: &str, is_taken: bool) {
    if is_taken && !id.is_empty() {
        fields.problem_at("id", Code::DuplicateId, Expected::new("an id of its own"));
    }
}

fn required_id<R: Reader>(fields: &mut R, map: &mut R::Map, id: &mut String) {
    fields.has(map, "id");
    fields.pattern::<Id>(map, "id", id);
}

fn address<R: Reader>(fields: &mut R, map: &mut R::Map, url: &mut String) {
    fields.pattern::<Address>(map, "url", url);
}
