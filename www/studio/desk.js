/**
 * What the views may ask for: the state, the way to a field, and every change that an author can
 * make. Knows the store and the functions in data/; must not know how anything looks. main.js fills
 * in `page` once.
 */
import { withItem, withMoved, withValue, withoutItem } from './data/edits.js';
import { copyOfMisconception, copyOfStatement, newMisconception, newStatement } from './data/making.js';
import { asList, asMap, pointerOf, valueAt } from './data/pointers.js';

/** @type {any} The store, the keeper, the core and the author's place: filled in by main.js. */
export const page = {};

/** The author's current place. It is stored with each change, and undo goes back to it. */
const here = () => page.place();

/**
 * Replaces the open document by `changed(document)`. Consecutive changes of the same `group` are
 * undone as one step.
 */
export function change(changed, { group, place = here() } = /** @type {any} */ ({})) {
  const state = page.store.get();
  const document = changed(state.document);
  if (document === state.document) return;
  page.store.commit({ ...state, document, text: undefined, isBroken: undefined }, { place, group });
}

/**
 * Writes a string, number, object or array at the pointer `at`. An empty text removes its key,
 * unless it `isNeeded`.
 */
export function write(at, value, { isNeeded = false, group = at } = {}) {
  const given = value === '' && !isNeeded ? undefined : value;
  change((document) => withValue(document, at, given), { group, place: { ...here(), at } });
}

/** Sets one option of the look. */
export function dress(name, value, { group = `look ${name}` } = {}) {
  const state = page.store.get();
  const { [name]: _, ...rest } = state.look ?? {};
  const look = value === undefined || value === '' ? rest : { ...rest, [name]: value };
  page.store.commit({ ...state, look }, { place: { ...here(), at: `look-${name}` }, group });
}

/** Inserts an item into an array and moves the focus to its first field. */
export function add(list, item, index, first = 'text') {
  const at = index ?? asList(valueAt(page.store.get().document, list)).length;
  change((document) => withItem(document, list, at, item));
  focusOn(first === '' ? `${list}/${at}` : `${list}/${at}/${first}`);
}

export function remove(list, index, what) {
  change((document) => withoutItem(document, list, index));
  page.say(what, true);
}

export function move(list, from, to) {
  if (to < 0 || to >= asList(valueAt(page.store.get().document, list)).length) return;
  change((document) => withMoved(document, list, from, to));
}

/** Adds a misconception after `index`, or at the end, and goes to it. */
export function addMisconception(name = '', index = undefined) {
  const { document } = page.store.get();
  const at = index ?? asList(document.misconceptions).length;
  const place = { view: 'write', section: at, at: pointerOf('misconceptions', at, 'name') };
  change((it) => withItem(it, '/misconceptions', at, newMisconception(it, name)), { place });
  page.go({ ...place, at: pointerOf('misconceptions', at, name ? 'refutation/fact' : 'name').replace('~1', '/') });
}

export function copyMisconception(index) {
  change((it) => withItem(it, '/misconceptions', index + 1, copyOfMisconception(it, asMap(it.misconceptions[index]))));
  page.go({ view: 'write', section: index + 1, at: pointerOf('misconceptions', index + 1, 'name') });
}

export function removeMisconception(index, said) {
  change((document) => withoutItem(document, '/misconceptions', index));
  const left = asList(page.store.get().document.misconceptions).length;
  page.go({ view: 'write', section: left === 0 ? 'about' : Math.min(index, left - 1) });
  page.say(said, true);
}

export function moveMisconception(from, to) {
  const { misconceptions } = page.store.get().document;
  if (to < 0 || to >= asList(misconceptions).length) return;
  change((document) => withMoved(document, '/misconceptions', from, to));
  page.go({ view: 'write', section: to });
}

export function addStatement(misconception, index) {
  const list = pointerOf('misconceptions', misconception, 'statements');
  const { document } = page.store.get();
  add(list, newStatement(document, asMap(document.misconceptions[misconception])), index);
}

export function copyStatement(misconception, index) {
  const list = pointerOf('misconceptions', misconception, 'statements');
  const { document } = page.store.get();
  const owner = asMap(document.misconceptions[misconception]);
  add(list, copyOfStatement(document, owner, asMap(owner.statements[index])), index + 1);
}

/** Moves the focus to the field at a pointer, once the field is drawn. */
export function focusOn(at) {
  page.focus(at);
}

export { wayTo } from './check/findings.js';
