/**
 * Finds wrong language tags, and explains what is shown if a language is not available. The names
 * of languages and countries come from the browser.
 */
import { languages } from '#files';
import { languageOf, nearest } from '../data/language.js';

const namesOf = (type, speaker = 'en') => new Intl.DisplayNames([speaker], { type, fallback: 'none' });
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
/**
 * Valid language codes that are mostly a mistake: they are also the codes of countries where
 * another language is spoken.
 */
const SLIPS = /^(ee|kr|se)$/;
/** A tag with a language, perhaps a script, and a country. */
const WITH_COUNTRY = /^([a-z]{2,3})(?:-[a-z]{4})?-([a-z]{2})(?:-|$)/;

/**
 * The message about the language of `element`, in which `questionnaire` is shown with the widget's
 * messages in `spoken`; undefined if nothing is wrong.
 */
export function misspoken(element, questionnaire, spoken, isBuiltIn) {
  const wanted = languageOf(element);
  if (!wanted) return undefined;
  const carrier = element.closest('[lang]');
  const isOwn = carrier === element;
  const place = `lang="${wanted}" ${isOwn ? 'on this tag' : carrier ? `on <${carrier.localName}>` : 'around it'}`;
  const slip = slipIn(wanted);
  const shown = questionnaire?.lang;
  const isShown = nearest(wanted, [shown]);
  if (slip) return `${place} ${slip}${isShown ? '' : `\nUntil then ${nameOf(shown)} is shown.`}`;
  if (isBuiltIn && !isShown) return strange(wanted, place, shown);
  if (isOwn && !isShown) {
    return `The questionnaire has no ${nameOf(wanted)} (${place}), so ${nameOf(shown)} is shown. Write
lang="${shown}"
or add to the questionnaire, with its texts in that language,
"translations": { "${wanted}": { } }`;
  }
  // The author may accept this, and cannot change it in the page.
  if (nearest(shown, [spoken]) || !element.hasAttribute('debug')) return undefined;
  return `The questionnaire is in ${nameOf(shown)}, but the texts of the widget, such as buttons, are in
${nameOf(spoken)}. They exist in ${listed(languages)}. CONTRIBUTING.md says how to add a language.`;
}

/** The message for the built-in questionnaire, if it is not available in the wanted language. */
function strange(wanted, place, shown) {
  const own = nearest(wanted, languages);
  if (own) {
    return `The script on this page speaks only ${nameOf(shown)}, not ${nameOf(own)} (${place}). Use this file instead:
scorecard.${own}.js
or, for several languages, scorecard.js.`;
  }
  return `The built-in questionnaire is in ${listed(languages)}, not in ${nameOf(wanted)} (${place}), so
${nameOf(shown)} is shown. If that is intended, write on the tag
lang="${shown}"
A questionnaire of your own may be in any language; CONTRIBUTING.md says how to add one to the widget.`;
}

/**
 * What is wrong with a tag, and which one to write; undefined if it is a good tag of a language.
 */
export function slipIn(tag) {
  // Operating systems write `nb_NO.UTF-8`.
  const dashed = tag
    .replace(/[.@].*/, '')
    .replaceAll('_', '-')
    .toLowerCase();
  const [first] = dashed.split('-');
  const country = found(namesOf('region'), first);
  if (!isLanguage(first)) {
    const meant = country ? spokenIn(first) : named(first);
    const what = country ? `is not a language, but a country, ${country}` : 'is not a language tag';
    if (meant) return `${what}. For ${nameOf(meant)}, write\nlang="${meant}"`;
    return `${what}. Write a tag such as\nlang="en"`;
  }
  if (SLIPS.test(dashed)) {
    const meant = spokenIn(first);
    return `is a language, but not ${nameOf(meant)}. If that is meant, write\nlang="${meant}"`;
  }
  const [, language, region] = WITH_COUNTRY.exec(dashed) ?? [];
  if (region === 'uk') return `has no such country: the code of the United Kingdom is GB. Write\nlang="${language}-GB"`;
  if (region && !found(namesOf('region'), region)) {
    const meant = nearest(language, [region]) ?? language;
    return `has no such country: there is no ${region}. For ${nameOf(meant)}, write\nlang="${meant}"`;
  }
  if (!tag.includes('_')) return undefined;
  return `works here, but browsers and screen readers do not know an underscore. Write\nlang="${canonical(dashed)}"`;
}

/**
 * Whether there is a language with this code. Browsers do not have the names of all languages, so
 * this asks for a region instead; of codes with three letters no browser knows all, so they pass.
 */
function isLanguage(code) {
  try {
    return code.length === 3 || Boolean(new Intl.Locale(code).maximize().region);
  } catch {
    return false;
  }
}

/** The name that `names` has for `code`; undefined if it has none. */
function found(names, code) {
  try {
    return names.of(code.length === 2 && names.resolvedOptions().type === 'region' ? code.toUpperCase() : code);
  } catch {
    return undefined;
  }
}

/** The language that most people in a country speak. */
const spokenIn = (code) => new Intl.Locale(`und-${code}`).maximize().language;

/** The tag of the language with this name, in English or in the language itself. */
function named(word) {
  const has = (name = '') =>
    name
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .includes(word);
  const codes = LETTERS.flatMap((one) => LETTERS.map((other) => one + other));
  const english = namesOf('language');
  // An outdated code has the name of the new one, and is skipped.
  const known = codes.filter((it) => found(english, it) && canonical(it) === it);
  return known.find((it) => has(found(english, it)) || has(found(namesOf('language', it), it)));
}

const nameOf = (tag) => found(namesOf('language'), canonical(String(tag)).split('-')[0]) ?? tag;

const listed = (tags) => new Intl.ListFormat('en').format(tags.map(nameOf));

function canonical(tag) {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0];
  } catch {
    return tag;
  }
}
