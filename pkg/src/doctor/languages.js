/**
 * Finds language tags that are none, and says what is shown where a language is not spoken. Knows tags and the languages
 * that the widget speaks; the names of languages and countries, the browser has.
 */
import { languages } from '#files';
import { languageOf, nearest } from '../data/language.js';

const namesOf = (type, speaker = 'en') => new Intl.DisplayNames([speaker], { type, fallback: 'none' });
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
/** Languages whose tag is mostly a slip: the code of a country that speaks another one. */
const SLIPS = /^(ee|kr|se)$/;
/** Language, perhaps script, and country. */
const WITH_COUNTRY = /^([a-z]{2,3})(?:-[a-z]{4})?-([a-z]{2})(?:-|$)/;

/** What is to be said of the language of `element`, where this `questionnaire` is shown among words in `spoken`. */
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
  // An author may well live with that, and cannot mend it in the page.
  if (nearest(shown, [spoken]) || !element.hasAttribute('debug')) return undefined;
  return `The questionnaire is in ${nameOf(shown)}, which the widget does not speak: its own words, as on buttons, are in
${nameOf(spoken)}. It speaks ${listed(languages)}. CONTRIBUTING.md says how to add a language.`;
}

/** Of the built-in questionnaire, in a language that it is not in. */
function strange(wanted, place, shown) {
  const own = nearest(wanted, languages);
  if (own) {
    return `The script on this page speaks ${nameOf(shown)} only, not ${nameOf(own)} (${place}). Take this file instead:
scorecard.${own}.js
or, for several languages, scorecard.js.`;
  }
  return `The built-in questionnaire is in ${listed(languages)}, not in ${nameOf(wanted)} (${place}), so
${nameOf(shown)} is shown. If that is meant, write on the tag
lang="${shown}"
A questionnaire of your own may be in any language; CONTRIBUTING.md says how to add one to the widget.`;
}

/** What is wrong with a tag, and the one to write; undefined where it is a language's. */
export function slipIn(tag) {
  // As systems have it: nb_NO.UTF-8.
  const dashed = tag
    .replace(/[.@].*/, '')
    .replaceAll('_', '-')
    .toLowerCase();
  const [first] = dashed.split('-');
  const country = found(namesOf('region'), first);
  if (!isLanguage(first)) {
    const meant = country ? spokenIn(first) : named(first);
    const what = country ? `is not a language, but a country, ${country}` : 'is not the tag of a language';
    if (meant) return `${what}. For ${nameOf(meant)}, write\nlang="${meant}"`;
    return `${what}. Write a tag such as\nlang="en"`;
  }
  if (SLIPS.test(dashed)) {
    const meant = spokenIn(first);
    return `is a language, but not ${nameOf(meant)}. If that is meant, write\nlang="${meant}"`;
  }
  const [, language, region] = WITH_COUNTRY.exec(dashed) ?? [];
  if (region === 'uk') return `names no country: the code of the United Kingdom is GB. Write\nlang="${language}-GB"`;
  if (region && !found(namesOf('region'), region)) {
    const meant = nearest(language, [region]) ?? language;
    return `names no country: ${region} is none. For ${nameOf(meant)}, write\nlang="${meant}"`;
  }
  if (!tag.includes('_')) return undefined;
  return `works here, but browsers and screen readers do not know an underscore. Write\nlang="${canonical(dashed)}"`;
}

/** Whether there is such a language: browsers do not have all names. Of those with three letters, none knows all. */
function isLanguage(code) {
  try {
    return code.length === 3 || Boolean(new Intl.Locale(code).maximize().region);
  } catch {
    return false;
  }
}

/** The name that `names` has for `code`; undefined where it is none. */
function found(names, code) {
  try {
    return names.of(code.length === 2 && names.resolvedOptions().type === 'region' ? code.toUpperCase() : code);
  } catch {
    return undefined;
  }
}

/** The language that most speak in a country. */
const spokenIn = (code) => new Intl.Locale(`und-${code}`).maximize().language;

/** The tag of the language with this name, in English or its own. */
function named(word) {
  const has = (name = '') =>
    name
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .includes(word);
  const codes = LETTERS.flatMap((one) => LETTERS.map((other) => one + other));
  const english = namesOf('language');
  // What was renamed has the new one's name.
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
