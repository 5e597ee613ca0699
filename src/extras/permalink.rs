//! Encodes a scorecard as the content of a link, and decodes it. The content is `<id>__<data>`. It
//! follows `#scorecard-` in the page's URL, or `scorecard=` if the page keeps a route in its
//! fragment. It consists of letters, digits, `-` and `_` only: as a selector, `#scorecard-...` is
//! then valid and matches nothing, which matters for pages that look up their fragment.
//!
//! Links are kept for years. Everything that was ever written here must remain readable, so the
//! tables below have their own order and the golden links in `tests/permalink/versions.rs` never
//! change. This file knows characters and scales; it must not know pages or messages.
//!
//! `<id>` is the questionnaire's id, in which every byte that is not a letter, digit or `-` is
//! replaced by `_` and two hexadecimal digits. `<data>` consists of the 64 characters of base64url
//! (RFC 4648): four for the edition, then the content, four for the checksum of everything, and one
//! for version and kind. The content of answers has one character per statement. The content of a
//! result has one character, then three per misconception. In every version the checksum is at the
//! same place, and the last character is a letter or a digit, because some programs end a link
//! before any other character.
//!
//! Version 1 had the kinds `A` and `B`, another edition, and the form `<id>.<data>`,
//! percent-encoded, after `#scorecard=`. Version 2 has the kinds `C` and `D`.

use crate::data::digest::Digest;
use crate::data::text::digits;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::answers::{Agreement, Answers, Response, allows_agreement, certainty_at};
use crate::questionnaire::identity::shape;
use crate::scoring;
use crate::scoring::scorecard::{Finding, Reason, Scorecard, Verdict};

/// Between id and data. An encoded id never contains it.
const BETWEEN: &str = "__";
/// The number of characters of the edition and of the checksum: 24 bits each.
const SUM: usize = 4;
/// The value for no belief. A belief is 0 to 100.
const NO_BELIEF: u16 = 101;
/// The value for don't know, among the points of a scale.
const DONT_KNOW: u8 = 8;
/// The number of values for an agreement: blank, seven points, don't know.
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

/// The content of somebody else's link.
#[derive(Clone, Debug, PartialEq)]
pub enum SharedContent {
    /// Their answers, from which the scorecard follows.
    Answers(Answers),
    /// Their scorecard without answers. Its findings have no contributions, and its beliefs are
    /// integers.
    Result(Scorecard),
}

/// Why a link to this questionnaire cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// A part is missing or changed.
    Damaged,
    /// It was made for another version of the questionnaire.
    OtherVersion,
    /// It was made by a newer widget that has more kinds of links.
    TooNew,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum LinkKind {
    Answers,
    Result,
}

impl LinkKind {
    /// The character for version 2.
    const fn symbol(self) -> &'static str {
        match self {
            Self::Answers => "C",
            Self::Result => "D",
        }
    }
}

/// The content of a link with `answers`.
#[must_use]
pub fn write_answers(questionnaire: &Questionnaire, answers: &Answers) -> String {
    let mut content = String::new();
    for index in 0..questionnaire.statements.len() {
        let response = answers.get(index).copied().flatten();
        push(&mut content, answer_value(questionnaire, response).into());
    }
    write(questionnaire, LinkKind::Answers, &content)
}

/// The content of a link with the verdicts of `scorecard`, without answers.
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
        // A belief is between 0 and 100. It is rounded as it is shown: half away from zero.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let belief = finding.belief.map_or(NO_BELIEF, |it| (it + 0.5) as u16);
        let value = belief + (NO_BELIEF + 1) * u16::from(finding.inconsistent);
        push(&mut content, value / 64);
        push(&mut content, value % 64);
    }
    write(questionnaire, LinkKind::Result, &content)
}

/// Reads the content of a link; `None` if it belongs to another questionnaire.
#[must_use]
pub fn read(link: &str, questionnaire: &Questionnaire) -> Option<Result<SharedContent, LinkError>> {
    let id = encoded(&questionnaire.id);
    let whole = trimmed(link);
    if let Some(data) = whole
        .strip_prefix(&*id)
        .and_then(|it| it.strip_prefix(BETWEEN))
    {
        return Some(read_data(data, questionnaire));
    }
    // The link was cut off before the data.
    let is_begun = link.is_empty() || (!whole.is_empty() && id.starts_with(whole));
    let is_broken = is_begun || whole.strip_suffix('_') == Some(&id);
    is_broken.then_some(Err(LinkError::Damaged))
}

/// Reads the content of a link of version 1, percent-decoded; `None` if it belongs to another
/// questionnaire.
#[must_use]
pub fn read_version_1(
    link: &str,
    questionnaire: &Questionnaire,
) -> Option<Result<SharedContent, LinkError>> {
    let id = &*questionnaire.id;
    let whole = trimmed(link);
    // The data contains no dots, but an id may.
    let dot = whole.bytes().rposition(|byte| byte == b'.');
    let dot = dot.unwrap_or(whole.len());
    if whole.get(..dot) == Some(id) {
        let data = whole.get(dot + 1..).unwrap_or_default();
        return Some(read_data(data, questionnaire));
    }
    // The link was cut off before the data.
    id.starts_with(link).then_some(Err(LinkError::Damaged))
}

/// Removes characters at the end that no link contains, such as the punctuation after a link in a
/// letter or a chat.
fn trimmed(link: &str) -> &str {
    let is_data = |byte| symbol_value(byte).is_some();
    let end = link.bytes().rposition(is_data).map_or(0, |last| last + 1);
    link.get(..end).unwrap_or_default()
}

/// An id as letters, digits and `-`, with `_` and two hexadecimal digits for every other byte.
fn encoded(id: &str) -> String {
    let mut text = String::new();
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' {
            text.push(byte.into());
        } else {
            text.push('_');
            for digit in [byte >> 4, byte & 15] {
                text.push(char::from_digit(digit.into(), 16).unwrap_or_default());
            }
        }
    }
    text
}

fn read_data(data: &str, questionnaire: &Questionnaire) -> Result<SharedContent, LinkError> {
    let (data, kind) = cut_end(data, 1).ok_or(LinkError::Damaged)?;
    let (data, sum) = cut_end(data, SUM).ok_or(LinkError::Damaged)?;
    if sum != self::sum(&questionnaire.id, kind, data) {
        return Err(LinkError::Damaged);
    }
    // From here on the data is known to be as it was written.
    let (kind, edition) = match kind {
        "A" => (LinkKind::Answers, answers_edition_1(questionnaire)),
        "B" => (LinkKind::Result, result_edition_1(questionnaire)),
        "C" => (LinkKind::Answers, edition(questionnaire)),
        "D" => (LinkKind::Result, edition(questionnaire)),
        _ => return Err(LinkError::TooNew),
    };
    let content = data.strip_prefix(&*edition);
    let values: Option<Vec<u8>> = content.and_then(|it| it.bytes().map(symbol_value).collect());
    let theirs = values.and_then(|values| match kind {
        LinkKind::Answers => read_answers(&values, questionnaire).map(SharedContent::Answers),
        LinkKind::Result => read_result(&values, questionnaire).map(SharedContent::Result),
    });
    theirs.ok_or(LinkError::OtherVersion)
}

/// The text without its last `length` bytes, and these bytes; `None` if it is shorter or would be
/// cut within a character.
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

/// The value of a response: the agreement (0 for a blank, 1 to 7, 8 for don't know) plus nine times
/// the certainty (0 for none, 1 for the lowest level). At most 62.
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
    let mut data = edition(questionnaire);
    data.push_str(content);
    let mut link = encoded(&questionnaire.id);
    let sum = sum(&questionnaire.id, kind.symbol(), &data);
    for part in [BETWEEN, &data, &sum, kind.symbol()] {
        link.push_str(part);
    }
    link
}

/// The edition: what must be equal so that a link still means the same.
fn edition(questionnaire: &Questionnaire) -> String {
    symbols(shape(questionnaire))
}

/// The edition of a result in version 1: the author's version and the misconceptions in order.
fn result_edition_1(questionnaire: &Questionnaire) -> String {
    let mut parts = Digest::default();
    parts.part(&questionnaire.version);
    for misconception in &questionnaire.misconceptions {
        parts.part(&misconception.id);
    }
    symbols(parts.sum())
}

/// The edition of answers in version 1: the author's version, the scales and the statements in
/// order.
fn answers_edition_1(questionnaire: &Questionnaire) -> String {
    let mut parts = Digest::default();
    parts.part(&questionnaire.version);
    parts.part(&digits(questionnaire.scale.points.into()));
    let levels = questionnaire.certainty.as_ref();
    for level in levels.map_or([0, 0], |it| [it.from, it.to]) {
        parts.part(if level < 0 { "-" } else { "" });
        parts.part(&digits(level.unsigned_abs().into()));
    }
    for statement in &questionnaire.statements {
        parts.part(&statement.id);
    }
    symbols(parts.sum())
}

fn sum(id: &str, kind: &str, data: &str) -> String {
    let mut parts = Digest::default();
    parts.part(id);
    parts.bytes(kind.as_bytes());
    parts.bytes(data.as_bytes());
    symbols(parts.sum())
}

/// A checksum as four characters.
fn symbols(sum: u32) -> String {
    let mut text = String::new();
    for shift in [18, 12, 6, 0] {
        // Only six bits remain.
        #[allow(clippy::cast_possible_truncation)]
        push(&mut text, (sum >> shift & 63) as u16);
    }
    text
}

/// Appends the character for a value below 64.
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

/// The index of a value in its table. Every value is in its table.
fn place_of<T: PartialEq>(table: &[T], value: &T) -> u16 {
    let index = table.iter().position(|it| it == value);
    index.and_then(|it| u16::try_from(it).ok()).unwrap_or(0)
}
