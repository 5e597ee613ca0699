/**
 * The studio's own words in the language of whoever writes, and the names of languages. Knows which languages there are;
 * the words stand in one file for each.
 */
import en from './en.js';

const KEPT = 'misconception-scorecard-studio-language';
export const LANGUAGES = { en: 'English' };
const TABLES = { en };
/** The languages that are offered by name; any other can be written as a tag in the JSON. */
const OFFERED =
  'ar bg ca cs da de el en es et fi fr ga he hi hr hu id is it ja ko lt lv nb nl nn pl pt ro ru se sk sl sr sv th tr uk vi zh';

/** The words, and their language. */
export let t = en;
export let language = 'en';

/** Speaks `wanted`, or what was chosen before, or what the browser asks for. */
export function speak(wanted = chosen()) {
  language = TABLES[wanted] ? wanted : 'en';
  t = TABLES[language];
  document.documentElement.lang = language;
}

/** Speaks `wanted` from now on. */
export function choose(wanted) {
  try {
    localStorage.setItem(KEPT, wanted);
  } catch {
    // Then it holds as long as the page is there.
  }
  speak(wanted);
}

function chosen() {
  try {
    const kept = localStorage.getItem(KEPT);
    if (kept) return kept;
  } catch {
    // Then by what the browser asks for.
  }
  const own = navigator.languages?.find((it) => /^(n[bno]|en)(-|$)/.test(it)) ?? 'en';
  return own.startsWith('en') ? 'en' : 'nb';
}

/** A language by its name; one that has none there, as it is. */
export function languageName(tag) {
  try {
    const name = new Intl.DisplayNames(language, { type: 'language' }).of(tag);
    return name[0].toLocaleUpperCase(language) + name.slice(1);
  } catch {
    return String(tag);
  }
}

/** All languages to choose from, `own` among them. */
export function languageOptions(own) {
  const tags = new Set(OFFERED.split(' '));
  if (typeof own === 'string' && own) tags.add(own);
  const options = [...tags].map((tag) => [tag, languageName(tag)]);
  return options.sort(([, one], [, other]) => one.localeCompare(other, language));
}
