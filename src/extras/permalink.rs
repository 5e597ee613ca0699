//! A scorecard as a text for a link, and back: `<id>.<data>`, which stands behind `#scorecard=`, percent-encoded.
//!
//! Knows characters and scales; no page, no words. Links are kept for years: what is written here under version 1
//! must be read for ever, so the tables below have an order of their own, and the golden links in tests/permalink.rs
//! never change.
//!
//! `<id>` is the questionnaire's. `<data>` is made of the 64 characters of base64url (RFC 4648): four for the edition, the
//! content, four that sum all of it up, and one for version and kind. The content of `A` is one character a statement, that
//! of `B` one and then three a misconception. In every version the sum stands where it does, and the last character is a
//! letter or a digit: some programs end a link before any other.

use crate::data::digest::Digest;
use crate::data::text::digits;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::answers::{Agreement, Answers, Response, allows_agreement, certainty_at};
use crate::scoring;
use crate::scoring::scorecard::{Finding, Reason, Scorecard, Verdict};

/// What a fragment begins with that has a scorecard in it; pkg/src/extras/share.js knows it too.
const PREFIX: &str = "#scorecard=";
/// Characters of edition and sum: 24 bits.
const SUM: usize = 4;
/// Stands for no belief; a belief is 0 to 100.
const NO_BELIEF: u16 = 101;
/// Don't know, among the points of a scale.
const DONT_KNOW: u8 = 8;
/// How many agreements there are: blank, seven points, don't know.
const AGREEMENTS: u8 = 9;

const VERDICTS: [Verdict; 5] = [
    Verdict::Held,
    Verdict::Leaning,
    Verdict::Unsure,
    Verdict::Insufficient,
    Verdict::NotHeld,
];
const REASONS: [Reason; 8] = [
    Reason::Agreement,
    Reason::DontKnow,
    Reason::TooFewAnswers,
    Reason::Misconception,
    Reason::Mixed,
    Reason::SoundKnowledge,
    Reason::LuckyGuess,
    Reason::LackOfKnowledge,
];

/// What somebody else has shared.
#[derive(Clone, Debug, PartialEq)]
pub enum SharedContent {
    /// Their answers, from which the scorecard follows.
    Answers(Answers),
    /// Their scorecard alone; its findings have no contributions, and its beliefs are whole.
    Result(Scorecard),
}

/// Why a link to this questionnaire cannot be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// Something is missing or changed.
    Damaged,
    /// It was made for the questionnaire as it was, or will be.
    OtherVersion,
    /// It was made by a widget that knows more kinds of links.
    TooNew,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum LinkKind {
    Answers,
    Result,
}

impl LinkKind {
    /// Version and kind: all others are of later versions.
    const fn symbol(self) -> &'static str {
        match self {
            Self::Answers => "A",
            Self::Result => "B",
        }
    }
}

/// The text that holds `answers`.
#[must_use]
pub fn write_answers(questionnaire: &Questionnaire, answers: &Answers) -> String {
    let mut content = String::new();
    for index in 0..questionnaire.statements.len() {
        let response = answers.get(index).copied().flatten();
        push(&mut content, answer_value(questionnaire, response).into());
    }
    write(questionnaire, LinkKind::Answers, &content)
}

/// The text that holds the verdicts of `scorecard` and no answers.
#[must_use]
pub fn write_result(questionnaire: &Questionnaire, scorecard: &Scorecard) -> String {
    let mut content = String::new();
    push(&mut content, scorecard.straight_lined.into());
    for finding in &scorecard.findings {
        let verdict = place_of(&VERDICTS, &finding.verdict);
        push(
            &mut content,
            verdict * 8 + place_of(&REASONS, &finding.reason),
        );
        // A belief is 0..=100, and shown as an integer, half away from zero.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let belief = finding.belief.map_or(NO_BELIEF, |it| (it + 0.5) as u16);
        let value = belief + (NO_BELIEF + 1) * u16::from(finding.inconsistent);
        push(&mut content, value / 64);
        push(&mut content, value % 64);
    }
    write(questionnaire, LinkKind::Result, &content)
}

/// The fragment of an address with this text in it.
#[must_use]
pub fn fragment(link: &str) -> String {
    let mut fragment = PREFIX.to_owned();
    for byte in link.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            fragment.push(byte.into());
        } else {
            fragment.push('%');
            for digit in [byte >> 4, byte & 15] {
                let digit = char::from_digit(digit.into(), 16).unwrap_or_default();
                fragment.push(digit.to_ascii_uppercase());
            }
        }
    }
    fragment
}

/// What a link's text says of this questionnaire; none where it is another's.
#[must_use]
pub fn read(link: &str, questionnaire: &Questionnaire) -> Option<Result<SharedContent, LinkError>> {
    let id = &*questionnaire.id;
    // What stands around a link in a letter or a chat is sometimes taken for its end.
    let is_data = |byte| symbol_value(byte).is_some();
    let end = link.bytes().rposition(is_data).map_or(0, |last| last + 1);
    let whole = link.get(..end).unwrap_or_default();
    // Data has no dots; an id may.
    let dot = whole.bytes().rposition(|byte| byte == b'.').unwrap_or(end);
    if whole.get(..dot) == Some(id) {
        let data = whole.get(dot + 1..).unwrap_or_default();
        return Some(read_data(data, questionnaire));
    }
    // Broken off before the data begins.
    id.starts_with(link).then_some(Err(LinkError::Damaged))
}

fn read_data(data: &str, questionnaire: &Questionnaire) -> Result<SharedContent, LinkError> {
    let (data, kind) = cut_end(data, 1).ok_or(LinkError::Damaged)?;
    let (data, sum) = cut_end(data, SUM).ok_or(LinkError::Damaged)?;
    if sum != self::sum(&questionnaire.id, kind, data) {
        return Err(LinkError::Damaged);
    }
    // From here on it is as it was written.
    let kind = match kind {
        "A" => LinkKind::Answers,
        "B" => LinkKind::Result,
        _ => return Err(LinkError::TooNew),
    };
    let content = data.strip_prefix(&*edition(questionnaire, kind));
    let values: Option<Vec<u8>> = content.and_then(|it| it.bytes().map(symbol_value).collect());
    let theirs = values.and_then(|values| match kind {
        LinkKind::Answers => read_answers(&values, questionnaire).map(SharedContent::Answers),
        LinkKind::Result => read_result(&values, questionnaire).map(SharedContent::Result),
    });
    theirs.ok_or(LinkError::OtherVersion)
}

/// A text without its last `length` bytes, and those.
fn cut_end(text: &str, length: usize) -> Option<(&str, &str)> {
    text.split_at_checked(text.len().checked_sub(length)?)
}

fn read_answers(values: &[u8], questionnaire: &Questionnaire) -> Option<Answers> {
    if values.len() != questionnaire.statements.len() {
        return None;
    }
    let mut answers = Vec::new();
    for value in values {
        let (agreement, certainty) = (value % AGREEMENTS, value / AGREEMENTS);
        let agreement = match agreement {
            0 if certainty == 0 => {
                answers.push(None);
                continue;
            }
            0 => return None,
            DONT_KNOW => Agreement::DontKnow,
            point => Agreement::Point(point),
        };
        if !allows_agreement(questionnaire, agreement) {
            return None;
        }
        let certainty = match certainty {
            0 => None,
            index => Some(certainty_at(questionnaire, i16::from(index) - 1)?),
        };
        answers.push(Some(Response {
            agreement,
            certainty,
        }));
    }
    Some(answers)
}

fn read_result(values: &[u8], questionnaire: &Questionnaire) -> Option<Scorecard> {
    let (flags, values) = values.split_first()?;
    if *flags > 1 || values.len() != questionnaire.misconceptions.len() * 3 {
        return None;
    }
    let mut findings = Vec::new();
    let misconceptions = questionnaire.misconceptions.iter().enumerate();
    for ((index, misconception), values) in misconceptions.zip(values.chunks(3)) {
        let [what, high, low] = *values else {
            return None;
        };
        let value = u16::from(high) * 64 + u16::from(low);
        let belief = value % (NO_BELIEF + 1);
        let inconsistent = value / (NO_BELIEF + 1);
        if inconsistent > 1 {
            return None;
        }
        let own = |it: &&crate::questionnaire::Statement| it.misconception == index;
        findings.push(Finding {
            verdict: *VERDICTS.get(usize::from(what / 8))?,
            reason: *REASONS.get(usize::from(what % 8))?,
            belief: (belief < NO_BELIEF).then(|| belief.into()),
            contested: misconception.is_contested(),
            single: questionnaire.statements.iter().filter(own).count() == 1,
            inconsistent: inconsistent == 1,
            contributions: Vec::new(),
        });
    }
    Some(Scorecard {
        headline: scoring::headline(&findings),
        order: scoring::order(&findings),
        straight_lined: *flags == 1,
        findings,
    })
}

/// Agreement (0 blank, 1 to 7, 8 don't know) and nine times the certainty (0 none, 1 the lowest level): at most 62.
fn answer_value(questionnaire: &Questionnaire, response: Option<Response>) -> u8 {
    let Some(response) = response else {
        return 0;
    };
    let agreement = match response.agreement {
        Agreement::Point(point) => point,
        Agreement::DontKnow => DONT_KNOW,
    };
    let lowest = questionnaire.certainty.as_ref().map(|scale| scale.from);
    let index = response.certainty.zip(lowest).map(|(it, low)| it - low + 1);
    agreement + AGREEMENTS * index.and_then(|it| u8::try_from(it).ok()).unwrap_or(0)
}

fn write(questionnaire: &Questionnaire, kind: LinkKind, content: &str) -> String {
    let mut data = edition(questionnaire, kind);
    data.push_str(content);
    let mut link = questionnaire.id.clone();
    let sum = sum(&questionnaire.id, kind.symbol(), &data);
    for part in [".", &data, &sum, kind.symbol()] {
        link.push_str(part);
    }
    link
}

/// What must be the same for a link to mean the same: the author's version, and, in order, what the content is about.
fn edition(questionnaire: &Questionnaire, kind: LinkKind) -> String {
    let mut parts = Digest::default();
    parts.part(&questionnaire.version);
    if kind == LinkKind::Result {
        for misconception in &questionnaire.misconceptions {
            parts.part(&misconception.id);
        }
        return symbols(&parts);
    }
    parts.part(&digits(questionnaire.scale.points.into()));
    let levels = questionnaire.certainty.as_ref();
    for level in levels.map_or([0, 0], |it| [it.from, it.to]) {
        parts.part(if level < 0 { "-" } else { "" });
        parts.part(&digits(level.unsigned_abs().into()));
    }
    for statement in &questionnaire.statements {
        parts.part(&statement.id);
    }
    symbols(&parts)
}

fn sum(id: &str, kind: &str, data: &str) -> String {
    let mut parts = Digest::default();
    parts.part(id);
    parts.bytes(kind.as_bytes());
    parts.bytes(data.as_bytes());
    symbols(&parts)
}

/// The sum of what was digested, as four symbols.
fn symbols(digest: &Digest) -> String {
    let mut text = String::new();
    for shift in [18, 12, 6, 0] {
        // Six bits.
        #[allow(clippy::cast_possible_truncation)]
        push(&mut text, (digest.sum() >> shift & 63) as u16);
    }
    text
}

/// Adds the character of a value below 64.
fn push(text: &mut String, value: u16) {
    const SYMBOLS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let index = usize::from(value);
    text.push_str(SYMBOLS.get(index..=index).unwrap_or_default());
}

fn symbol_value(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'-' => Some(62),
        b'_' => Some(63),
        _ => None,
    }
}

/// The place of a value in its table; all values stand there.
fn place_of<T: PartialEq>(table: &[T], value: &T) -> u16 {
    let index = table.iter().position(|it| it == value);
    index.and_then(|it| u16::try_from(it).ok()).unwrap_or(0)
}
