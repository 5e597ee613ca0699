/**
 * The whole of the studio: the bar, the views, and the preview beside them. Knows which views there are.
 */
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { NOTHING } from '../check/examiner.js';
import { asText } from '../data/pointers.js';
import * as desk from '../desk.js';
import { LANGUAGES, choose, language, t } from '../texts/words.js';
import { Import } from './import.js';
import { Json } from './json.js';
import { Left } from './left.js';
import { Look } from './look.js';
import { Button } from './parts.js';
import { Publish } from './publish.js';
import { See } from './see.js';
import { Start } from './start.js';
import { Translate } from './translate.js';
import { Write } from './write.js';

const VIEWS = { write: Write, translate: Translate, look: Look, publish: Publish, json: Json };

export function App(/** @type {any} */ { first }) {
  const [, redraw] = useState(0);
  const [place, setPlace] = useState(first);
  const [report, setReport] = useState(NOTHING);
  const [kept, setKept] = useState(undefined);
  const [said, say] = useState({ text: '', canUndo: false });
  const [found, setImport] = useState(/** @type {any} */ (undefined));
  const { page } = desk;

  useEffect(() => {
    page.redraw = () => redraw((count) => count + 1);
    page.placed = setPlace;
    page.reported = setReport;
    page.imported = setImport;
    page.keptAs = setKept;
    setKept(page.status);
    page.said = say;
    page.started();
  }, []);

  const state = page.store.get();
  const isOpen = state.id !== null;
  const speak = (wanted) => {
    choose(wanted);
    page.redraw();
  };
  return h(
    'div',
    { class: `studio${isOpen ? '' : ' starting'}`, key: language },
    h(Bar, { state, isOpen, kept, said, speak }),
    found ? h(Import, { key: found.what, found }) : isOpen ? h(Desk, { state, place, report }) : h(Start, null),
  );
}

function Bar(/** @type {any} */ { state, isOpen, kept, said, speak }) {
  const { store } = desk.page;
  const title = asText(state.document?.title).trim();
  return h(
    'div',
    { class: 'bar' },
    h(
      'div',
      { class: 'top' },
      h('h1', { lang: isOpen && title ? state.document.lang : undefined }, isOpen ? title || t.untitled : t.studio),
      !isOpen && h('p', null, t.lead),
      (isOpen || kept === 'blocked') &&
        kept &&
        h(
          'p',
          { class: `kept ${kept}`, id: 'kept', role: kept === 'kept' || kept === 'keeping' ? undefined : 'alert' },
          t.kept[kept],
        ),
    ),
    h(
      'div',
      { class: 'tools' },
      h(
        'div',
        { class: 'group' },
        isOpen && h(Button, { id: 'all', label: t.bar.all, act: () => desk.page.showAll() }),
        h(Button, { id: 'undo', label: t.bar.undo, disabled: !desk.page.canUndo(), act: () => desk.page.undo() }),
        h(Button, { id: 'redo', label: t.bar.redo, disabled: !store.canRedo(), act: () => desk.page.redo() }),
        isOpen && h(Button, { id: 'save', label: t.bar.save, act: () => desk.page.save() }),
      ),
      h('p', { id: 'said', role: 'status' }, said.text),
      Object.keys(LANGUAGES).length > 1 &&
        h(
          'label',
          { class: 'tongue' },
          h('span', { class: 'unseen' }, t.bar.language),
          h(
            'select',
            {
              id: 'tongue',
              autocomplete: 'off',
              value: language,
              onChange: (event) => speak(event.currentTarget.value),
            },
            Object.entries(LANGUAGES).map(([tag, name]) =>
              h('option', { key: tag, value: tag, lang: tag, selected: tag === language }, name),
            ),
          ),
        ),
    ),
  );
}

function Desk(/** @type {any} */ { state, place, report }) {
  const { view } = place;
  const names = ['write', 'see', ...Object.keys(VIEWS).filter((name) => name !== 'write')];
  const isJson = view === 'json';
  return [
    h(
      'nav',
      { class: 'views', key: 'views', 'aria-label': t.bar.views },
      names.map((name) =>
        h(
          'button',
          {
            key: name,
            type: 'button',
            class: `to-${name}`,
            'aria-current': name === view ? 'page' : undefined,
            onClick: () => desk.page.go({ ...place, view: name, at: undefined }),
          },
          t.views[name],
        ),
      ),
    ),
    h(
      'div',
      { key: 'panes', class: `panes in-${view}` },
      h(
        'div',
        { class: 'work' },
        !isJson && !state.isBroken && h(Left, { report, document: state.document }),
        state.isBroken && !isJson
          ? h(Broken, null)
          : h(VIEWS[view] ?? Write, { state, document: state.document, section: place.section ?? 'about', report }),
        view !== 'json' && h(Keys, null),
      ),
      h(See, { state, report }),
    ),
  ];
}

function Broken() {
  return h(
    'div',
    { class: 'section' },
    h('h2', null, t.broken.title),
    h('p', null, t.broken.text),
    h('p', null, h(Button, { label: t.broken.go, act: () => desk.page.go({ view: 'json' }) })),
  );
}

function Keys() {
  return h(
    'details',
    { class: 'more keys' },
    h('summary', null, t.bar.keys),
    h(
      'dl',
      null,
      t.keys.flatMap(([keys, what]) => [
        h('dt', { key: keys }, h('kbd', null, keys)),
        h('dd', { key: `${keys}-what` }, what),
      ]),
    ),
  );
}
