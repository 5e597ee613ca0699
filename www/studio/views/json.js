/**
 * The questionnaire as JSON, for authors who want to see or write the JSON. Knows the place for the
 * editor; the editor is loaded when this view is opened.
 */
import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { mend } from '../import/mend.js';
import { recognise } from '../import/recognise.js';
import { contentOf } from '../keep/record.js';
import * as desk from '../desk.js';
import { loadCatalogue, t, translated } from '../texts/words.js';
import { Button } from './parts.js';

export function Json({ state }) {
  const box = useRef(/** @type {any} */ (null));
  const mounted = useRef(/** @type {any} */ (null));
  const [failure, fail] = useState('');
  const { page } = desk;
  const seen = useSeen(state);

  useEffect(() => {
    let isHere = true;
    loadCatalogue('keys');
    import('../json/mount.js').then(
      ({ mount }) => {
        // The author may have left this view while the editor was loading.
        if (!isHere || !box.current) return;
        const find = (name) => box.current.querySelector(name);
        const elements = {
          editor: find('#editor'),
          list: find('#problems'),
          count: find('#count'),
          live: find('#live'),
        };
        mounted.current = mount({
          elements,
          text: page.textOf(page.store.get()),
          schema: page.schema,
          words: wordsOfEditor(),
          check: (text) => page.core.ask('check', text),
          on: { change, save: page.saveJson },
        });
      },
      ({ message }) => fail(message),
    );
    return () => {
      isHere = false;
      mounted.current?.destroy();
    };
  }, []);
  // The effect may run after another key press, so it reads the newest state.
  useEffect(() => mounted.current?.take(page.textOf(page.store.get())), [state]);

  return h(
    'div',
    { class: 'section json', ref: box },
    h('div', { class: 'section-head' }, h('h2', { id: 'section-title', tabIndex: -1 }, t.json.title)),
    failure && h('p', null, t.json.failed(failure)),
    h(Seen, seen),
    h('div', { id: 'editor' }),
    h(
      'section',
      { class: 'found', 'aria-labelledby': 'count' },
      h('h3', { id: 'count' }, t.problems.checking),
      h('ul', { id: 'problems', role: 'list' }),
      h('p', { id: 'live', class: 'unseen', role: 'status' }),
    ),
    h('p', null, h(Button, { label: t.json.save, act: () => desk.page.saveJson() })),
    h(
      'p',
      { id: 'keys' },
      t.json.keys.map((part, index) => (index % 2 ? h('kbd', { key: index }, part) : part)),
    ),
  );
}

/** The words for the editor, its list of problems, and the descriptions and findings in both. */
const wordsOfEditor = () => ({
  ...t.problems,
  failed: t.left.failed,
  told: t.toldInJson,
  explained: (english) => translated('keys', english),
});

/** How long an unreadable text must have stayed the same before it is examined, in milliseconds. */
const REST = 250;

/**
 * Finds out what an unreadable text is: JSON with mistakes that can be repaired, or something else.
 */
function useSeen({ isBroken, text }) {
  const [seen, see] = useState(/** @type {any} */ ({}));
  useEffect(() => {
    if (!isBroken) return see({});
    const timer = setTimeout(() => {
      const mended = mend(text);
      see({ text, mended, found: mended || !text.trim() ? undefined : recognise(text) });
    }, REST);
    return () => clearTimeout(timer);
  }, [isBroken, text]);
  return seen.text === text && isBroken ? seen : {};
}

/**
 * Lists each cause of mistakes once and offers to repair them all. If the text is not JSON, says
 * what it is instead.
 */
function Seen(/** @type {any} */ { mended, found }) {
  if (mended)
    return h(
      'p',
      { class: 'mending', role: 'status' },
      t.json.slips(mended.done),
      ' ',
      h(Button, { label: t.json.mend, act: () => change(mended.text, null) }),
    );
  if (found?.kind !== 'table' && found?.kind !== 'items') return null;
  const { kinds } = t;
  return h(
    'p',
    { class: 'mending', role: 'status' },
    found.kind === 'table' ? kinds.table(found.rows.length) : kinds.items(t.import.from[found.from]),
    ' ',
    h(Button, {
      label: kinds.take,
      act: () => desk.page.showImport({ ...found, what: t.start.what }),
    }),
  );
}

/** Stores the text. As long as it is not valid JSON, the questionnaire stays as it was. */
function change(text, group = 'json') {
  const { store } = desk.page;
  const state = store.get();
  const content = contentOf(text, state.look);
  const next = content.isBroken ? { ...state, text, isBroken: true } : { id: state.id, ...content };
  store.commit(next, { place: { view: 'json' }, group: group ?? undefined });
}
