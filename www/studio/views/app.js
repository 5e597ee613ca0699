/**
 * The whole studio: the bar, the views, and the preview beside them. Knows which views there are.
 */
import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { NOTHING } from '../check/examiner.js';
import { languagesOf } from '../data/edits.js';
import { asMap, asText } from '../data/pointers.js';
import * as desk from '../desk.js';
import { LANGUAGES, choose, language, t } from '../texts/words.js';
import { frame } from './frame.js';
import { Later } from './later.js';
import { Left } from './left.js';
import { Button } from './parts.js';
import { Start } from './start.js';

/** On a phone the preview is a view too; on a wide screen it is beside the others. */
const VIEWS = ['write', 'see', 'translate', 'look', 'publish', 'json'];

/** How long a message without a button stays: at least so long, and longer per letter, in milliseconds. */
const [SHORTEST, PER_LETTER] = [6000, 80];

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
  const speak = async (wanted) => {
    await choose(wanted);
    frame();
    page.redraw();
  };
  return h(
    'div',
    { class: `studio${isOpen ? '' : ' starting'}`, key: language },
    h(Bar, { state, isOpen, kept, speak }),
    found
      ? h(Later, { name: 'import', key: found.what, found })
      : isOpen
        ? h(Desk, { state, place, report })
        : h(Start, null),
    h(Said, { said, close: () => say({ text: '', canUndo: false }) }),
  );
}

/**
 * The message that says what was just done. The message is at the bottom of the window, so that it
 * is visible however far the author has scrolled. The paragraph is always in the page, because
 * screen readers only notice changes of elements that exist already.
 */
function Said(/** @type {any} */ { said, close }) {
  const { text, canUndo } = said;
  useEffect(() => {
    if (!text || canUndo) return undefined;
    const timer = setTimeout(close, SHORTEST + PER_LETTER * text.length);
    return () => clearTimeout(timer);
  }, [said]);
  const box = useRef(/** @type {any} */ (null));
  useEffect(() => {
    if (!text) return undefined;
    // Not every browser leaves the space of `scroll-padding` free when it scrolls to the focus.
    const uncover = ({ target }) => {
      const isCovered = target.getBoundingClientRect().bottom > box.current.getBoundingClientRect().top;
      if (isCovered && !box.current.contains(target)) target.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    };
    addEventListener('focusin', uncover);
    return () => removeEventListener('focusin', uncover);
  }, [text]);
  return h(
    'div',
    { class: `saying${text ? '' : ' nothing'}`, ref: box },
    h('p', { id: 'said', role: 'status', tabIndex: -1 }, text),
    text && canUndo && h(Button, { label: t.bar.undo, act: desk.page.undo }),
    text && h(Button, { kind: 'quiet', label: t.bar.close, act: close }),
  );
}

function Bar(/** @type {any} */ { state, isOpen, kept, speak }) {
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
    h('div', { class: 'tools' }, h(Tools, { isOpen }), h(Tongue, { speak })),
  );
}

/** The tools of the bar. On a phone, each is an icon with a name for screen readers. */
function Tools({ isOpen }) {
  const { page } = desk;
  // The buttons appear once there is something to undo or redo.
  const isPast = page.canUndo() || page.store.canRedo();
  const tool = (id, act, disabled = false) =>
    h(Button, { id, kind: 'tool', label: h('span', null, t.bar[id]), disabled, act: () => act() });
  return h(
    'div',
    { class: 'group' },
    isOpen && tool('all', page.showAll),
    (isOpen || isPast) && tool('undo', page.undo, !page.canUndo()),
    (isOpen || isPast) && tool('redo', page.redo, !page.store.canRedo()),
    isOpen && tool('save', page.save),
  );
}

/** The choice of the studio's language. */
const Tongue = ({ speak }) =>
  h(
    'label',
    { class: 'tongue' },
    h('span', { class: 'unseen' }, t.bar.language),
    h(
      'select',
      { id: 'tongue', autocomplete: 'off', value: language, onChange: (event) => speak(event.currentTarget.value) },
      Object.entries(LANGUAGES).map(([tag, name]) =>
        h('option', { key: tag, value: tag, lang: tag, selected: tag === language }, name),
      ),
    ),
  );

function Desk(/** @type {any} */ { state, place, report }) {
  const { view } = place;
  const isJson = view === 'json';
  const languages = languagesOf(asMap(state.document));
  const into = languages.includes(place.lang) ? place.lang : languages[0];
  return [
    h(
      'nav',
      { class: 'views', key: 'views', 'aria-label': t.bar.views },
      VIEWS.map((name) =>
        h(
          'button',
          {
            key: name,
            type: 'button',
            class: `to-${name}`,
            'aria-current': name === view ? 'page' : undefined,
            onClick() {
              desk.page.say('');
              desk.page.go({ ...place, view: name, at: undefined });
            },
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
          : h(Later, {
              name: view === 'see' || !VIEWS.includes(view) ? 'write' : view,
              key: view === 'see' ? 'write' : view,
              state,
              document: state.document,
              section: place.section ?? 'about',
              into,
              report,
            }),
        view !== 'json' && h(Keys, null),
      ),
      h(Later, {
        name: 'see',
        key: 'see',
        state,
        report,
        into: (view === 'see' ? place.work : view) === 'translate' ? into : undefined,
      }),
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
