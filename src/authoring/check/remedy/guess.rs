//! Guesses what was probably meant: a similar word, or the same text in the right form.
//!
//! This file knows what people write for a URL, a date, a language or an id. It must not know where
//! the text is. A wrong guess is worse than none, so it guesses only if hardly anything else can be
//! meant.

use crate::authoring::check::pointer::seen;
use crate::authoring::format::keys::FieldKind;
use crate::data::text::is_unseen;
use crate::questionnaire::reader::{Address, Date, Language, Pattern};

/// The longest guess that is reported, in bytes.
const LONGEST: usize = 300;
/// The longest key that can be a misspelling, in bytes.
const LONGEST_KEY: usize = 40;

/// What people write for a language.
const LANGUAGES: &[(&str, &str)] = &[
    ("british english", "en-GB"),
    ("american english", "en-US"),
    ("bokmål", "nb"),
    ("norsk bokmål", "nb"),
    ("norwegian bokmål", "nb"),
    ("norsk nynorsk", "nn"),
    ("norwegian nynorsk", "nn"),
    ("brazilian portuguese", "pt-BR"),
];
/// The beginnings of URLs, and what remains of them if a character is lost. The complete ones come
/// first.
const SCHEMES: &[(&str, &str)] = &[
    ("https://", "https"),
    ("http://", "http"),
    ("https:/", "https"),
    ("http:/", "http"),
    ("https//", "https"),
    ("http//", "http"),
];
/// Endings of file names that are not endings of host names.
const FILES: &[&str] = &["html", "htm", "pdf", "json", "md", "txt", "doc", "docx"];

/// `text` in the form that `kind` requires, if that can be guessed.
pub fn rewritten(text: &str, kind: FieldKind) -> Option<String> {
    let FieldKind::Written { expected, fits, .. } = kind else {
        return None;
    };
    let bare = text.trim_matches(is_unseen);
    let guess = if expected == Address::EXPECTED {
        address(bare)
    } else if expected == Language::EXPECTED {
        Some(language(&bare.replace(['\u{200b}', '\u{ad}'], "")))
    } else if expected == Date::EXPECTED {
        date(bare)
    } else {
        let words: Vec<String> = bare.split_whitespace().map(seen).collect();
        Some(words.join("-"))
    };
    guess.filter(|it| !it.is_empty() && it.len() <= LONGEST && it != text && fits(it))
}

fn address(text: &str) -> Option<String> {
    let begun = SCHEMES.iter().find_map(|(begin, scheme)| {
        let start = text.get(..begin.len())?;
        let rest = text.get(begin.len()..)?;
        start.eq_ignore_ascii_case(begin).then_some((*scheme, rest))
    });
    let (scheme, rest) = begun.unwrap_or(("https", text.trim_start_matches("//")));
    let number = rest.strip_prefix("doi:").unwrap_or(rest).trim_start();
    if number.starts_with("10.") && number.contains('/') {
        return Some(format!("https://doi.org/{}", number.replace(' ', "%20")));
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    is_site(host, begun.is_some()).then(|| format!("{scheme}://{}", rest.replace(' ', "%20")))
}

/// Whether `host` may be the host of a site. Without a scheme it could also be a file name.
fn is_site(host: &str, has_scheme: bool) -> bool {
    let is_name = |it: char| it.is_alphanumeric() || matches!(it, '.' | '-' | ':');
    let end = host.rsplit('.').next().unwrap_or_default();
    let is_file = FILES.iter().any(|file| file.eq_ignore_ascii_case(end));
    let begins = host.starts_with(char::is_alphanumeric);
    begins
        && host.chars().all(is_name)
        && (has_scheme || (host.contains('.') && end.len() > 1 && !is_file && !host.contains(':')))
}

fn language(text: &str) -> String {
    let low = text.to_lowercase();
    let known = LANGUAGES.iter().find(|(name, _)| *name == low);
    known.map_or_else(|| text.replace('_', "-"), |(_, tag)| (*tag).to_owned())
}

fn date(text: &str) -> Option<String> {
    // After a day there may be a time.
    let day = text.get(..10).filter(|day| Date::fits(day));
    let is_time = text.get(10..11).is_some_and(|it| matches!(it, "T" | " "));
    if let Some(day) = day.filter(|_| is_time) {
        return Some(day.to_owned());
    }
    let numbers: Option<Vec<u16>> = text
        .split(['.', '/', '-', ' '])
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect();
    let (year, month, day) = match *numbers?.as_slice() {
        // If both numbers are small, nobody can tell the day from the month.
        [day, month, year] if day > 12 && day < 1000 => (year, month, Some(day)),
        [month, day, year] if day > 12 && month < 1000 => (year, month, Some(day)),
        [year, month, day] => (year, month, Some(day)),
        [month, year] if month < 1000 => (year, month, None),
        [year, month] => (year, month, None),
        _ => return None,
    };
    let is_date = (1000..=9999).contains(&year)
        && (1..=12).contains(&month)
        && (1..=31).contains(&day.unwrap_or(1));
    let day = day.map_or_else(String::new, |day| format!("-{day:02}"));
    is_date.then(|| format!("{year}-{month:02}{day}"))
}

/// The one of `words` that was probably meant by `word`; the first of those that are equally
/// similar.
pub fn nearest<'a>(word: &str, words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |word: &str| word.to_lowercase().replace(['-', '_', ' '], "");
    let meant = plain(word);
    // A word this long is not a misspelled key, and measuring its distance would take long.
    if meant.is_empty() || meant.len() > LONGEST_KEY {
        return None;
    }
    words
        .map(|word| (strsim::damerau_levenshtein(&meant, &plain(word)), word))
        .filter(|(distance, word)| *distance <= (meant.len().min(word.len()) / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}
