/**
 * All texts of a questionnaire that a translation has, and the translation of each. Knows where translated texts stand and which
 * forms they may have; not who translates.
 */
import { translatedPointer, withValue } from './edits.js';
import { asList, asMap, asText, isBlank, keysOf, pointerOf, valueAt } from './pointers.js';

const PARTS = ['fact', 'myth', 'whyBelieved', 'kernelOfTruth', 'whyWrong', 'advice'];

/**
 * `[{ pointer, text, mayStay }]` in the order in which they are written. What `mayStay` as it is in every language is no gap where
 * it is not translated: what a source is called, and the sentence from it.
 */
export function textsOf(document) {
  const found = [];
  const add = (...keys) => {
    const pointer = pointerOf(...keys);
    const text = valueAt(document, pointer);
    const mayStay = keys[2] === 'sources';
    if (typeof text === 'string' && !isBlank(text)) found.push({ pointer, text, mayStay });
  };
  for (const key of ['title', 'intro', 'privacy', 'consent']) add(key);
  for (const [index, it] of asList(document.misconceptions).entries()) {
    add('misconceptions', index, 'name');
    for (const number of asList(asMap(it).statements).keys())
      add('misconceptions', index, 'statements', number, 'text');
    for (const part of PARTS) add('misconceptions', index, 'refutation', part);
    for (const number of asList(asMap(it).sources).keys()) {
      for (const key of ['title', 'quote']) add('misconceptions', index, 'sources', number, key);
    }
  }
  for (const map of ['scale', 'certainty']) {
    for (const index of asList(asMap(document[map]).labels).keys()) add(map, 'labels', index);
  }
  for (const index of asList(document.outcomes).keys())
    for (const key of ['title', 'text']) add('outcomes', index, key);
  for (const index of asList(document.suggestions).keys()) {
    for (const key of ['text', 'by', 'answer']) add('suggestions', index, key);
  }
  for (const key of ['text', 'licence']) add('credits', key);
  add('share', 'text');
  return found;
}

/** The places of all translated texts, in all languages of `document`. */
export function placesOf(document, languages) {
  const texts = textsOf(document);
  return new Set(languages.flatMap((lang) => texts.map(({ pointer }) => translatedPointer(document, pointer, lang))));
}

/** The translation of the text at `pointer`; an empty text where there is none. */
export function translationOf(document, pointer, lang) {
  const place = translatedPointer(document, pointer, lang);
  const value = valueAt(document, place);
  if (value !== undefined) return asText(typeof value === 'object' ? asMap(value).text : value);
  // Where a map holds little but a text, the text alone may stand for it.
  const around = valueAt(document, place.slice(0, place.lastIndexOf('/')));
  return typeof around === 'string' && keysOf(place).at(-1) === 'text' ? around : '';
}

/** `document` with `text` as the translation of the text at `pointer`; without one where it is empty. */
export function withTranslation(document, pointer, lang, text) {
  const place = translatedPointer(document, pointer, lang);
  let changed = document;
  const keys = keysOf(place);
  for (let length = 3; length < keys.length; length++) {
    const around = pointerOf(...keys.slice(0, length));
    const value = valueAt(changed, around);
    const original = originalOf(document, keys.slice(2, length));
    if (Array.isArray(original) && !(Array.isArray(value) && value.length >= original.length)) {
      const whole = original.map((item, index) => (Array.isArray(value) ? value[index] : undefined) ?? standIn(item));
      changed = withValue(changed, around, whole);
    } else if (typeof value === 'string' && length < keys.length) changed = withValue(changed, around, { text: value });
  }
  const value = valueAt(changed, place);
  const isOfMap = asMap(value) === value;
  const isInList = Array.isArray(valueAt(changed, place.slice(0, place.lastIndexOf('/'))));
  const given = text === '' ? (isInList ? valueAt(document, pointer) : undefined) : text;
  const done = withValue(changed, isOfMap ? `${place}/text` : place, given);
  return valueAt(done, pointerOf('translations', lang)) === undefined
    ? withValue(done, pointerOf('translations', lang), {})
    : done;
}

/** What the translation under these keys translates: what has ids stands under them, all other lists are in the original's order. */
function originalOf(document, [first, id, ...rest]) {
  if (first === 'statements') return undefined;
  if (first !== 'misconceptions')
    return valueAt(document, pointerOf(first, ...(id === undefined ? [] : [id]), ...rest));
  if (rest.length === 0) return undefined;
  const owner = asList(document.misconceptions).find((it) => asMap(it).id === id);
  return valueAt(owner, pointerOf(...rest));
}

/** What stands in a list for what is not translated yet: a label as it is, of anything else nothing. */
const standIn = (item) => (typeof item === 'string' ? item : {});
