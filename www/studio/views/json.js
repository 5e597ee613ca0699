/**
 * The questionnaire as its file has it, for whoever wants to see or write JSON. Knows the place for the editor; the editor is
 * loaded when this is opened.
 */
import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { mend } from '../import/recognise.js';
import { contentOf } from '../keep/keeper.js';
import * as desk from '../desk.js';
import { t } from '../texts/words.js';
import { Button } from './parts.js';

export function Json({ state }) {
  const box = useRef(/** @type {any} */ (null));
  const mounted = useRef(/** @type {any} */ (null));
  const [failure, fail] = useState('');
  const { page } = desk;
  // One cause is told once, and mended everywhere at once.
  const mended = state.isBroken ? mend(state.text) : undefined;

  useEffect(() => {
    let isHere = true;
    import('../json/mount.js').then(
      ({ mount }) => {
        if (!isHere) return;
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
          check: (text) => page.core.ask('check', text),
          on: { change, save: page.save },
        });
      },
      ({ message }) => fail(message),
    );
    return () => {
      isHere = false;
      mounted.current?.destroy();
    };
  }, []);
  // An effect runs after the next key may have come: what it takes is what holds by then.
  useEffect(() => mounted.current?.take(page.textOf(page.store.get())), [state]);

  return h(
    'div',
    { class: 'section json', ref: box },
    h('div', { class: 'section-head' }, h('h2', { id: 'section-title', tabIndex: -1 }, t.json.title)),
    failure && h('p', null, t.json.failed(failure)),
    mended &&
      h(
        'p',
        { class: 'mending', role: 'status' },
        t.json.slips(mended.done),
        ' ',
        h(Button, { label: t.json.mend, act: () => change(mended.text, null) }),
      ),
    h('div', { id: 'editor' }),
    h(
      'section',
      { class: 'found', 'aria-labelledby': 'count', lang: 'en' },
      h('h3', { id: 'count' }, 'Checking'),
      h('ul', { id: 'problems', role: 'list' }),
      h('p', { id: 'live', class: 'unseen', role: 'status' }),
    ),
    h(
      'p',
      { id: 'keys' },
      t.json.keys.map((part, index) => (index % 2 ? h('kbd', { key: index }, part) : part)),
    ),
  );
}

/** Takes what is typed. While it is no JSON, the questionnaire stays as it was. */
function change(text, group = 'json') {
  const { store } = desk.page;
  const state = store.get();
  const content = contentOf(text, state.look);
  const next = content.isBroken ? { ...state, text, isBroken: true } : { id: state.id, ...content };
  store.commit(next, { place: { view: 'json' }, group: group ?? undefined });
}
