/**
 * Changes of a questionnaire. Each returns a new document that shares every unchanged part with the
 * old one. Knows the places of lists and of their translations; must not know who asks for a
 * change, nor why.
 */
import { asList, asMap, keysOf, pointerOf, valueAt } from './pointers.js';

/**
 * The order of keys in the format's description. New keys are inserted in this order, so that a
 * file reads as if it had been written by hand.
 */
const ORDER = [
  ...['$schema', '$comment', 'format', 'id', 'version', 'lang', 'title', 'markup', 'intro', 'privacy', 'consent'],
  ...['scale', 'certainty', 'points', 'levels', 'labels', 'dontKnow', 'minAnswered', 'cutoffs', 'name'],
  ...['misconceptions', 'statements', 'fact', 'myth', 'whyBelieved', 'kernelOfTruth', 'whyWrong', 'advice'],
  ...['refutation', 'strength', 'asOf', 'reviewBy', 'evidence', 'sources', 'outcomes', 'suggestions', 'credits'],
  ...['share', 'translations', 'from', 'unsure', 'text', 'by', 'answer', 'key', 'weight', 'url', 'date', 'quote'],
];
/** Objects that are removed once they are empty. */
const OPTIONAL = ['scale', 'certainty', 'cutoffs', 'evidence', 'credits', 'share', 'translations'];

/**
 * `document` with `value` at `pointer`. If `value` is undefined, removes what is there, and an
 * optional object that is empty then.
 */
export function withValue(document, pointer, value) {
  return put(document, keysOf(pointer), value);
}

function put(here, /** @type {any[]} */ [key, ...rest], value) {
  if (key === undefined) return value;
  const inner = asMap(here)[key] ?? here?.[key];
  let made = rest.length === 0 ? value : put(inner ?? {}, rest, value);
  if (OPTIONAL.includes(key) && made && !Array.isArray(made) && Object.keys(made).length === 0) made = undefined;
  if (Array.isArray(here)) return here.with(Number(key), made);
  if (made === undefined) return without(asMap(here), key);
  return withKey(asMap(here), key, made);
}

function without(map, key) {
  const { [key]: _, ...rest } = map;
  return rest;
}

function withKey(map, key, value) {
  if (Object.hasOwn(map, key)) return { ...map, [key]: value };
  const rank = ORDER.indexOf(key);
  const entries = Object.entries(map);
  const before = rank < 0 ? -1 : entries.findIndex(([other]) => ORDER.indexOf(other) > rank);
  const at = before < 0 ? entries.length : before;
  return Object.fromEntries(entries.toSpliced(at, 0, [key, value]));
}

/** Inserts `item` into the array at `pointer`, before `index`. */
export function withItem(document, pointer, index, item) {
  const list = asList(valueAt(document, pointer));
  const changed = withValue(document, pointer, list.toSpliced(index, 0, item));
  return inTranslations(changed, document, pointer, (it) => it.toSpliced(index, 0, {}));
}

/** Removes an item of the array at `pointer`, and the translations of that item. */
export function withoutItem(document, pointer, index) {
  const list = asList(valueAt(document, pointer));
  const rest = list.toSpliced(index, 1);
  const isNeeded = /\/(misconceptions|statements)$/.test(pointer);
  const changed = withValue(document, pointer, rest.length > 0 || isNeeded ? rest : undefined);
  const item = asMap(list[index]);
  const ids = [item.id, ...asList(item.statements).map((it) => asMap(it).id)].filter((id) => typeof id === 'string');
  return inTranslations(forgotten(changed, ids), document, pointer, (it) => it.toSpliced(index, 1));
}

/** Moves an item of the array at `pointer` from one index to another. */
export function withMoved(document, pointer, from, to) {
  const move = (list) => list.toSpliced(from, 1).toSpliced(to, 0, list[from]);
  const changed = withValue(document, pointer, move(asList(valueAt(document, pointer))));
  return inTranslations(changed, document, pointer, (it) => (it.length > Math.max(from, to) ? move(it) : it));
}

/**
 * Makes the same change in the arrays of translations that are in the order of the original: those
 * whose items have no ids.
 */
function inTranslations(changed, before, pointer, change) {
  if (/\/(misconceptions|statements)$/.test(pointer)) return changed;
  let done = changed;
  for (const lang of languagesOf(before)) {
    const place = translatedPointer(before, pointer, lang);
    const list = valueAt(before, place);
    if (Array.isArray(list)) done = withValue(done, place, change(list));
  }
  return done;
}

/** `document` without the translations of the misconceptions and statements that have these ids. */
function forgotten(document, ids) {
  let done = document;
  for (const lang of languagesOf(document)) {
    for (const id of ids) {
      for (const map of ['misconceptions', 'statements']) {
        const place = pointerOf('translations', lang, map, id);
        if (valueAt(document, place) !== undefined) done = withValue(done, place, undefined);
      }
    }
  }
  return done;
}

/** The languages whose translations are in `document` itself. */
export const languagesOf = ({ translations }) =>
  Object.entries(asMap(translations))
    .filter(([lang, overlay]) => !lang.startsWith('$') && typeof overlay === 'object' && overlay !== null)
    .map(([lang]) => lang);

/**
 * The pointer to the translation of the text at `pointer`. Translations of misconceptions and
 * statements are found by their ids, and `statements` is beside `misconceptions`, not inside.
 */
export function translatedPointer(document, pointer, lang) {
  const keys = keysOf(pointer);
  const made = ['translations', lang];
  const [first, index, second, inner, ...rest] = keys;
  if (first !== 'misconceptions' || index === undefined) return pointerOf(...made, ...keys);
  const misconception = asMap(asList(document.misconceptions)[index]);
  if (second !== 'statements' || inner === undefined) {
    return pointerOf(...made, first, misconception.id, ...keys.slice(2));
  }
  const statement = asMap(asList(misconception.statements)[inner]);
  return pointerOf(...made, 'statements', statement.id, ...rest.filter((key) => key !== 'text'));
}
