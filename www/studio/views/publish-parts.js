/**
 * The parts of all ways to publish: a button that makes a file, lines to paste, and the choice of a
 * language. Knows how they look; publish.js knows which way needs which.
 */
import { h } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fileAddressOf } from '../data/tidy.js';
import { copy } from '../publish/beside.js';
import { taken } from '../publish/made.js';
import { saveBytes } from '../publish/save.js';
import { snippetOf } from '../publish/snippets.js';
import { languageName, t } from '../texts/words.js';
import { openLeft } from './left.js';
import { Button, Field, Select } from './parts.js';

/**
 * A button that makes a file, saves it, and says so. While the scorecard is not ready, the button
 * opens the list of what is left to do instead.
 */
export function Make(/** @type {any} */ { label, name, type, isReady, make }) {
  const [said, say] = useState('');
  const [isMaking, making] = useState(false);
  const act = async () => {
    if (isMaking) return;
    making(true);
    say(t.publish.making);
    try {
      const made = await make();
      saveBytes(made, name, type);
      say(t.publish.made(name, Math.ceil(new Blob([made]).size / 1000)));
    } catch (error) {
      say(t.publish.failed(error.message));
    }
    making(false);
  };
  return h(
    'p',
    { class: 'make' },
    h(Button, { kind: 'main', label, disabled: !isReady, refuse: openLeft, act, 'data-make': name }),
    h('span', { role: 'status' }, said),
  );
}

/** A snippet with a button that copies it. `warning` is said when it was copied. */
export function Snippet(/** @type {any} */ { text, label, warning = undefined }) {
  const box = useRef(/** @type {any} */ (null));
  const [said, say] = useState('');
  useLayoutEffect(() => say(''), [text]);
  const act = async () => {
    const isCopied = await copy(box.current);
    say([isCopied ? t.publish.copied : t.publish.selected, warning].filter(Boolean).join(' '));
  };
  return h(
    'div',
    { class: 'snippet' },
    h('pre', { tabIndex: 0, 'aria-label': label }, h('code', { ref: box }, text)),
    h(
      'p',
      { class: 'make' },
      h(Button, { label: t.publish.copy, name: `${t.publish.copy}: ${label}`, act }),
      h('span', { role: 'status' }, said),
    ),
  );
}

export const Steps = ({ steps }) =>
  h(
    'ol',
    { class: 'steps' },
    steps.map((step, index) => h('li', { key: index }, step)),
  );

/** The language in which readers see the scorecard, and a field for it if there are several. */
export function useLanguage(id, document) {
  const [chosen, choose] = useChosen(id, 'lang', document.lang);
  const languages = taken(document);
  const lang = languages.includes(chosen) ? chosen : document.lang;
  const options = languages.map((it) => [it, languageName(it)]);
  const field = { at: 'publish-lang', label: t.publish.lang, value: lang, options, choose };
  return { lang, choice: languages.length > 1 && h(Select, { key: 'lang', ...field }) };
}

/**
 * What an author chose last for a draft, by the draft's id and a key. It stays as long as the page,
 * also while another view is open.
 */
const chosen = new Map();

/** Like `useState`, but the value outlasts the view. */
export function useChosen(id, key, first) {
  const [, redraw] = useState(0);
  const name = `${id} ${key}`;
  const choose = (next) => {
    chosen.set(name, next);
    redraw((count) => count + 1);
  };
  return [chosen.get(name) ?? first, choose];
}

/**
 * The lines that load the script `name`, in two parts: `address` is a field for the script's URL;
 * `lines` are a field for the language, and the snippet. `way` is the way to publish.
 */
export function usePaste(/** @type {any} */ { id, way, document, look, name }) {
  const [address, setAddress] = useChosen(id, `address ${way}`, '');
  const { lang, choice } = useLanguage(id, document);
  const words = t.publish;
  const written = address.trim() || name;
  const field = h(Field, {
    at: 'publish-address',
    label: words.address,
    help: words.addressHelp,
    value: address,
    placeholder: name,
    tidy: fileAddressOf,
    write: setAddress,
  });
  const snippet = h(Snippet, {
    key: 'snippet',
    text: snippetOf({ document, look, address: written, lang }),
    label: words.snippet,
    warning: written.includes('/') ? undefined : words.bare,
  });
  return { address: field, lines: [choice, snippet] };
}
