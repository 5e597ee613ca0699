/**
 * All texts of a questionnaire that can be translated, and their translations. Knows the places of
 * translated texts and whether each is a string or an object; must not know who translates.
 */
import { translatedPointer, withValue } from './edits.js';
import { asList, asMap, asText, isBlank, keysOf, pointerOf, valueAt } from './pointers.js';

const PARTS = ['fact', 'myth', 'whyBelieved', 'kernelOfTruth', 'whyWrong', 'advice'];

/**
 * `[{ pointer, text, mayStay }]`, in the order in which they are written. `mayStay` is true for the
 * title and quote of a source: they may be the same in every language, so their translations are
 * not reported as missing.
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

/** The pointers to all translated texts, in all languages of `document`. */
export function placesOf(document, languages) {
  const texts = textsOf(document);
  return new Set(languages.flatMap((lang) => texts.map(({ pointer }) => translatedPointer(document, pointer, lang))));
}

/** The translation of the text at `pointer`, or an empty string if there is none. */
export function translationOf(document, pointer, lang) {
  const place = translatedPointer(document, pointer, lang);
  const value = valueAt(document, place);
  if (value !== undefined) return asText(typeof value === 'object' ? asMap(value).text : value);
  // A translation may be a plain string instead of an object with the key `text`.
  const around = valueAt(document, place.slice(0, place.lastIndexOf('/')));
  return typeof around === 'string' && keysOf(place).at(-1) === 'text' ? around : '';
}

/**
 * `document` with `text` as the translation of the text at `pointer`. An empty `text` removes the
 * translation.
 */
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

/**
 * The original of the translation under these keys. Misconceptions and statements are found by
 * their ids; other arrays have the order of the original.
 */
function originalOf(document, [first, id, ...rest]) {
  if (first === 'statements') return undefined;
  if (first !== 'misconceptions')
    return valueAt(document, pointerOf(first, ...(id === undefined ? [] : [id]), ...rest));
  if (rest.length === 0) return undefined;
  const owner = asList(document.misconceptions).find((it) => asMap(it).id === id);
  return valueAt(owner, pointerOf(...rest));
}

/**
 * What an array of translations contains for an item that is not translated yet: the label itself,
 * or an empty object for any other item.
 */
const standIn = (item) => (typeof item === 'string' ? item : {});
