/**
 * Views that are loaded when they are first shown, or a moment after the page is: the first screen needs none of them. Knows where each
 * is; not what it shows.
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

/** Promises that a view can be drawn at once. */
export async function load(name) {
  loaded[name] ??= await FILES[name]();
}

export const isLoaded = (name) => loaded[name] !== undefined || FILES[name] === undefined;

/** Loads all that may be wanted soon; what does not come is asked for again when it is shown. */
export function loadAll() {
  for (const name of Object.keys(FILES)) load(name).catch(() => {});
}

/** The view `name`, drawn as soon as it is there. */
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
