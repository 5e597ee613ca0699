/**
 * The studio's words in the author's language, and the names of languages. Knows which languages
 * there are; each language has its words in files of its own.
 */
import { asList, asMap, asText, keysOf } from '../data/pointers.js';
import en from './en.js';
import { PLAIN as plainEn } from './plain-en.js';

const KEPT = 'misconception-scorecard-studio-language';
export const LANGUAGES = { en: 'English', nb: 'Norsk' };
const TABLES = { en: complete(en, plainEn, {}) };
/** The words of other languages, loaded when an author chooses the language. */
const OTHERS = {
  nb: async () => {
    const [{ default: nb }, { PLAIN }] = await Promise.all([import('./nb.js'), import('./plain-nb.js')]);
    return complete(nb, PLAIN, PLAIN);
  },
};
/**
 * Translations of English texts from outside the studio, by these texts: the schema's descriptions
 * (`keys`), and instructions for sites (`hosts`). Each is loaded when a text of its kind is to be
 * shown.
 */
const CATALOGUES = { nb: { keys: () => import('./nb-keys.js'), hosts: () => import('./nb-hosts.js') } };
const catalogues = {};
/**
 * The languages that are offered by name. Any other can be written as a language tag in the JSON.
 */
const OFFERED =
  'ar bg ca cs da de el en es et fi fr ga he hi hr hu id is it ja ko lt lv nb nl nn pl pt ro ru se sk sl sr sv th tr uk vi zh';

/** The current words. */
export let t = TABLES.en;
export let language = 'en';

/**
 * Switches to the language `wanted`. By default, this is the language that the author chose last,
 * or else the browser's language. Switches to English if the words cannot be loaded.
 */
export async function speak(wanted = chosen()) {
  try {
    TABLES[wanted] ??= await OTHERS[wanted]();
    language = wanted;
  } catch {
    language = 'en';
  }
  t = TABLES[language];
  document.documentElement.lang = language;
}

/** Switches to the language `wanted` and remembers the choice. */
export function choose(wanted) {
  try {
    localStorage.setItem(KEPT, wanted);
  } catch {
    // The browser stores nothing: the choice lasts as long as the page.
  }
  return speak(wanted);
}

/**
 * Loads the translations that `translated` needs for texts of this kind. Never fails: without the
 * translations, the texts stay in English.
 */
export async function loadCatalogue(kind) {
  const load = CATALOGUES[language]?.[kind];
  const own = (catalogues[language] ??= {});
  if (load) own[kind] ??= (await load().catch(() => undefined))?.default;
}

/**
 * An English text from outside the studio in the studio's language: `{ text, lang }`. `lang` is its
 * language, if it is not the studio's language.
 */
export function translated(kind, english) {
  if (language === 'en' || !english) return { text: english, lang: undefined };
  const text = catalogues[language]?.[kind]?.[english];
  return text === undefined ? { text: english, lang: 'en' } : { text, lang: undefined };
}

function chosen() {
  try {
    const kept = localStorage.getItem(KEPT);
    if (kept) return kept;
  } catch {
    // The browser stores nothing: its own languages decide.
  }
  const own = navigator.languages?.find((it) => /^(n[bno]|en)(-|$)/.test(it)) ?? 'en';
  return own.startsWith('en') ? 'en' : 'nb';
}

/** The name of a language in the studio's language, or its tag if it has no name. */
export function languageName(tag) {
  try {
    const known = new Intl.DisplayNames(language, { type: 'language' }).of(tag);
    const name = known === tag ? (t.languages[tag] ?? tag) : known;
    return name[0].toLocaleUpperCase(language) + name.slice(1);
  } catch {
    return String(tag);
  }
}

/** All languages to choose from, including `own`. */
export function languageOptions(own) {
  const tags = new Set(OFFERED.split(' '));
  if (typeof own === 'string' && own) tags.add(own);
  const options = [...tags].map((tag) => [tag, languageName(tag)]);
  return options.sort(([, one], [, other]) => one.localeCompare(other, language));
}

/**
 * A language's words, with the functions that describe a finding: what it says beside a field
 * (`inFields`) and below the JSON (`inJson`), and where it is.
 */
function complete(words, inFields, inJson) {
  return {
    ...words,
    /**
     * The name and the message of a finding. `lang` is the language of the message, if it is not
     * the studio's language.
     */
    told: (finding) => ({ name: words.names[finding.kind], ...plainly(inFields, finding) }),
    /** The message of a finding for an author who reads the JSON. */
    toldInJson: (finding) => plainly(inJson, finding),
    where: (at, document) => where(words, keysOf(at), document),
    /** The name of a place without its misconception, for views that show which one is meant. */
    within(at, document) {
      const [first, , ...rest] = keysOf(at);
      return first === 'misconceptions' && rest.length > 0
        ? inMisconception(words, rest)
        : where(words, keysOf(at), document);
    },
  };
}

/**
 * A finding in the words of `table`, or else in the check's own. An entry of the table is a message
 * and a remedy, or a function of the finding that returns both, or nothing if they do not fit.
 */
function plainly(table, finding) {
  const entry = Object.hasOwn(table, finding.code) ? table[finding.code] : undefined;
  const [message, remedy] = (typeof entry === 'function' ? entry(finding) : entry) ?? [];
  if (message !== undefined) return { message, remedy, lang: undefined };
  const isForeign = language !== 'en';
  return { message: finding.message ?? '', remedy: finding.remedy ?? '', lang: isForeign ? 'en' : undefined };
}

/** A source or one of its keys, in words. */
function ofSource(words, number, key) {
  const name = words.sources.numbered(number);
  const what = words.fields[`source-${key}`]?.label;
  return what ? `${what}, ${name}` : name;
}

/** A part of a misconception in words. */
function inMisconception(words, [part, inner, key]) {
  const named = (own, otherwise) => words.fields[own]?.label ?? otherwise;
  const inside = inner === undefined ? undefined : Number(inner) + 1;
  const what = {
    statements: () => (inside ? words.statements.numbered(inside) : words.statements.title),
    refutation: () => (inner ? named(inner, inner) : words.correction.title),
    sources: () => (inside ? ofSource(words, inside, key) : words.sources.title),
    evidence: () => (inner ? named(inner, words.evidence.strength) : words.evidence.title),
  }[part];
  return what ? what() : named(part, part);
}

/** A place in words. */
function where(words, [first, index, part, inner, key], document) {
  const named = (own, otherwise) => words.fields[own]?.label ?? otherwise;
  const { places } = words;
  if (first === undefined) return places.whole;
  if (first === 'translations') return index ? places.translation(index) : places.translations;
  if (first === 'misconceptions') {
    if (index === undefined) return places.misconceptions;
    const number = Number(index) + 1;
    const name = asText(asMap(asList(document?.misconceptions)[index]).name)
      .trim()
      .replace(/\.$/, '');
    const whose = name
      ? words.quoted(name.length > 40 ? `${name.slice(0, 39)}…` : name)
      : words.misconception.numbered(number);
    if (part === undefined) return whose;
    return `${inMisconception(words, [part, inner, key])}, ${whose}`;
  }
  if (first === 'outcomes' || first === 'suggestions') {
    const own = words.scorecard[first];
    if (index === undefined) return own.title;
    const number = own.numbered(Number(index) + 1);
    const what = words.fields[`${first}-${part}`]?.label;
    return what ? `${what}, ${number}` : number;
  }
  const { scale, certainty, cutoffs } = words.answers;
  const group = { scale, certainty, cutoffs }[first];
  return (
    group ?? named(index === undefined ? first : `${first}-${index}`, named(first, words.scorecard[first] ?? first))
  );
}
