/**
 * Views that are loaded when they are first shown, or shortly after the page: the first screen
 * needs none of them. Knows the module of each view; must not know what it shows.
 */
import { h } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { page } from '../desk.js';
import { t } from '../texts/words.js';

const FILES = {
  write: () => import('./write.js').then(({ Write }) => Write),
  see: () => import('./see.js').then(({ See }) => See),
  translate: () => import('./translate.js').then(({ Translate }) => Translate),
  look: () => import('./look.js').then(({ Look }) => Look),
  publish: () => import('./publish.js').then(({ Publish }) => Publish),
  json: () => import('./json.js').then(({ Json }) => Json),
  import: () => import('./import.js').then(({ Import }) => Import),
};
const loaded = {};

/** Loads a view. The promise is fulfilled once it can be drawn at once. */
export async function load(name) {
  loaded[name] ??= await FILES[name]();
}

export const isLoaded = (name) => loaded[name] !== undefined || FILES[name] === undefined;

/** Loads all views in advance. A view that fails to load is loaded again when it is shown. */
export function loadAll() {
  for (const name of Object.keys(FILES)) load(name).catch(() => {});
}

/** Shows the view `name` as soon as it is loaded. */
export function Later(/** @type {any} */ { name, ...props }) {
  const [, redraw] = useState(0);
  const [failure, fail] = useState('');
  const isThere = loaded[name] !== undefined;
  useEffect(() => {
    if (isThere) return;
    load(name).then(
      () => redraw((count) => count + 1),
      ({ message }) => fail(message),
    );
  }, [name]);
  useLayoutEffect(() => {
    if (isThere) page.drawn(name);
  }, [name, isThere]);
  if (isThere) return h(loaded[name], props);
  return h('p', { class: 'help', role: 'status' }, failure ? t.notLoaded(failure) : t.loading);
}
