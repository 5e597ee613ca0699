/**
 * Connects the parts of the studio: the store, the keeper, the check and the views. Knows the page
 * and its URL; the parts know only what this file passes to them.
 */
import './controls.css';
import './studio.css';
import './fields.css';
import './out.css';
import './json.css';
import './phone.css';
import { h, render } from 'preact';
import { createCore } from './check/core.js';
import { createExaminer, NOTHING } from './check/examiner.js';
import { wayTo } from './check/findings.js';
import { ages } from './data/ages.js';
import { languagesOf } from './data/edits.js';
import { keysOf } from './data/pointers.js';
import { EXAMPLES, ofKind } from './data/templates.js';
import { placesOf } from './data/translations.js';
import { page } from './desk.js';
import { Keeper } from './keep/keeper.js';
import { keepPlace, placeIn } from './keep/places.js';
import { newId } from './keep/record.js';
import { createOpener } from './open.js';
import { isPacked, unpack } from './publish/link.js';
import { createStore } from './store.js';
import { language, speak, t } from './texts/words.js';
import { App } from './views/app.js';
import { frame } from './views/frame.js';
import { isLoaded, loadAll } from './views/later.js';
import { backupOf } from './keep/backup.js';
import { acceptDrops, acceptPastes, readExample, save } from './keep/files.js';
import { describe, keysIn, schemasAt } from './json/schema.js';
import { fileName } from './publish/beside.js';

await speak();
if (language !== 'en') frame();

const core = createCore();
const store = createStore();
/**
 * The author's place: `{ view, section, lang, at, work }`. `lang` is the language of the translation,
 * `work` the view in which the author wrote last.
 */
let place = /** @type {any} */ ({ view: 'write', section: 'about', at: undefined });
let report = NOTHING;
let schema;
/** The place that the preview was last asked to show, so that the author can go back to it. */
let shownAt;

const find = (id) => document.getElementById(id);
/**
 * Calls `act` once the page is redrawn. Two microtasks are enough, so this happens before the next
 * key press: drawing does not wait for a frame.
 */
const drawn = (act) => Promise.resolve().then(() => Promise.resolve().then(act));
/** What to do as soon as a view is drawn. */
let waiting = /** @type {{ name: string, act: () => void } | undefined} */ (undefined);
/** Calls `act` once the view `name` is drawn. The view may have to be loaded first. */
function whenThere(name, act) {
  waiting = undefined;
  if (isLoaded(name)) drawn(act);
  else waiting = { name, act };
}

Object.assign(page, {
  store,
  core,
  keeper: new Keeper({ store, tell: keptAs }),
  place: () => place,
  report: () => report,
  say,
  focus: (at) => drawn(() => focusOn(at)),
  go,
  canUndo: () => Boolean(undoDelete) || store.canUndo(),
  undo: () => (undoDelete ? putBack() : step(store.undo(), t.bar.undone)),
  redo: () => step(store.redo(), t.bar.redone),
  begin({ kind, title, lang, name }) {
    open(
      { document: ofKind(kind, { title, lang, name }), text: undefined, look: {} },
      { view: 'write', section: 0, at: '/misconceptions/0/refutation/fact' },
    );
  },
  async openDraft(id) {
    const state = await page.keeper.read(id);
    if (!state) return say(t.said.missing);
    // The place is read first, because opening the draft makes its beginning the last place.
    const last = placeIn(id) ?? { view: 'write', section: 'about' };
    store.commit(state, { place: { view: 'start' } });
    go({ ...last, at: undefined });
  },
  async removeDraft(id, title) {
    const record = await page.keeper.remove(id);
    undoDelete = record && (() => page.keeper.put(record).then(() => say(t.said.draftBack(title))));
    say(t.said.draftGone(title), true);
    page.redraw();
  },
  showAll() {
    page.imported(undefined);
    page.keeper.flush();
    store.commit({ id: null }, { place });
    go({ view: 'start' });
    say('');
  },
  openExample: (path, name) => opener.take(readExample(path), t.quoted(name), t.said.exampleLost),
  takeFile: (file) => opener.takeFile(file),
  take: (text, what) => opener.take(Promise.resolve(text), what),
  showImport(found) {
    page.imported(found);
    whenThere('import', () => find('import-title')?.focus());
  },
  takeImport(questionnaire) {
    page.imported(undefined);
    if (questionnaire)
      open({ document: questionnaire, text: undefined, look: {} }, { view: 'write', section: 0, at: undefined });
  },
  save() {
    const state = store.get();
    const name = fileName(textOf(state)).replace(/\.json$/, `-backup-${today()}.json`);
    save(backupOf([state]), name);
    say(t.said.backedUp(name));
  },
  saveJson() {
    const name = fileName(textOf(store.get()));
    save(textOf(store.get()), name);
    say(t.said.saved(name));
  },
  async saveAll() {
    const all = await page.keeper.all();
    save(backupOf(all.map(({ content }) => content)), `scorecards-backup-${today()}.json`);
    say(t.said.savedAll(all.length));
  },
  textOf,
  schema: () => schema,
  explain: (at) => (schema ? describe(schemasAt(schema, pathOf(at))) : undefined),
  keysAt: (at) => (schema ? keysIn(schema, schemasAt(schema, pathOf(at))) : []),
  shown(at) {
    shownAt = at;
  },
  back() {
    if (shownAt) go(wayTo(shownAt));
  },
  started,
  /** The view `name` was drawn for the first time: calls the function that waited for it. */
  drawn(name) {
    if (waiting?.name !== name) return;
    const { act } = waiting;
    waiting = undefined;
    act();
  },
});

/** Shows whether the draft is stored, also on a page that is not drawn yet. */
function keptAs(status) {
  page.status = status;
  page.keptAs?.(status);
}

/** Restores the draft that was deleted from the list, as long as nothing else was done. */
let undoDelete;

function putBack() {
  undoDelete();
  undoDelete = undefined;
  page.redraw();
  find('said')?.focus();
}

const pathOf = (at) => keysOf(at).map((key) => (/^\d+$/.test(key) ? Number(key) : key));

/** Today’s date as 2026-11-30, which is how Swedish writes dates. */
const today = () => new Date().toLocaleDateString('sv');

/** The JSON of a state: as its author wrote it, or else as the studio would write it. */
function textOf(/** @type {any} */ { document, text }) {
  return text ?? `${JSON.stringify(document, null, 2)}\n`;
}

/** Says what was done. With `canUndo`, beside a button that undoes it. */
function say(text, canUndo = false) {
  page.said?.({ text, canUndo });
}

/** Goes to a view, to a section of it, and to a field in that section. */
function go(next) {
  const before = place;
  place = { ...place, ...next, at: next.at };
  if (next.section === undefined) place.section = before.section ?? 'about';
  if (next.lang === undefined) place.lang = before.lang;
  if (place.view !== 'see') place.work = place.view;
  page.placed(place);
  remember();
  const isOtherView = next.view !== undefined && next.view !== before.view;
  if (isOtherView && next.at === undefined) drawn(toTop);
  if (next.at !== undefined) whenThere(place.view, () => focusOn(next.at));
  else if (next.section !== undefined && next.section !== before.section) whenThere(place.view, () => focusOn());
}

/** Scrolls to the top of a view, so that the names of the views above it are visible. */
function toTop() {
  const panes = document.querySelector('.panes');
  const names = /** @type {HTMLElement | null} */ (document.querySelector('.views'));
  if (!panes || !names) return;
  const above = panes.getBoundingClientRect().top - names.offsetHeight;
  if (above < 0) scrollBy({ top: above - 8, behavior: 'instant' });
}

/** The part of the window, at the top and at the bottom, that may be covered, in pixels. */
const CLEAR = 128;

/**
 * Moves the focus to a field, or to the heading of its group. Without a pointer, to the heading of
 * the section.
 */
function focusOn(at) {
  const target =
    (at !== undefined && (find(`at${at}`) ?? find(`at${at}-title`) ?? within(at))) || find('section-title');
  if (!target) return;
  for (let it = target.parentElement; it; it = it.parentElement) if (it instanceof HTMLDetailsElement) it.open = true;
  target.focus({ preventScroll: true });
  const { top, bottom } = target.getBoundingClientRect();
  const isInSight = top >= CLEAR && bottom <= innerHeight - CLEAR;
  if (at === undefined || !isInSight) target.scrollIntoView({ block: at === undefined ? 'start' : 'center' });
}

/**
 * The first element that can take the focus in a group, a card or a field that has a place of its
 * own.
 */
function within(at) {
  const around = document.querySelector(`[data-at="${CSS.escape(at)}"]`);
  return /** @type {any} */ (around?.querySelector('input, textarea, select, h2, h3, h4, button') ?? undefined);
}

function step(done, words) {
  if (!done) return say(t.bar.nothing);
  const { view = place.view, section, lang, at } = done.place ?? {};
  say(words);
  if (store.get().id === null) return page.placed((place = { ...place, view: 'start' }));
  go({ view: view === 'start' ? 'write' : view, section, lang, at: view === 'json' ? undefined : at });
}

/** Opens a content as a new draft. */
function open(content, where = /** @type {any} */ ({ view: 'write', section: 'about', at: undefined })) {
  store.commit({ id: newId(), ...content }, { place: store.get().id === null ? { view: 'start' } : place });
  go(where);
}

/**
 * Writes into the URL which draft is open and which place, for a reload and for the browser's list
 * of tabs. `isNew` is false if the author has not gone anywhere.
 */
function remember({ isNew = true } = {}) {
  const { id, document: questionnaire } = store.get();
  const { view } = place;
  if (id !== null) keepPlace(id, place);
  const hash = id === null ? '' : `#draft=${id}${view === 'write' ? '' : `&view=${view}`}`;
  if (location.hash !== hash) visit(hash, isNew);
  const title = id === null ? t.studio : String(questionnaire?.title ?? '').trim() || t.untitled;
  document.title = `${title} · Misconception Scorecard`;
}

/** Whether the current task has added an entry to the browser's history already. */
let isNewEntry = false;

/**
 * Puts `hash` into the URL as a new entry of the browser's history, so that Back leads to the view
 * or the list before. If `isNew` is false, the current entry is replaced. So is the entry of a link
 * to a packed draft or an example, because going back to such an entry would open it again.
 */
function visit(hash, isNew) {
  const address = `${location.pathname}${location.search}${hash}`;
  const isLink = location.hash !== '' && !location.hash.startsWith('#draft=');
  if (!isNew || isLink || isNewEntry) return history.replaceState(null, '', address);
  history.pushState(null, '', address);
  isNewEntry = true;
  setTimeout(() => {
    isNewEntry = false;
  });
}

/** Runs once everything is drawn for the first time: opens what the URL asks for. */
async function started() {
  let last = null;
  store.subscribe((state, cause) => {
    undoDelete = undefined;
    // The message was about an earlier change; its button would now undo something else.
    say('');
    if (state.id !== last) {
      last = state.id;
      if (last !== null) {
        prepare();
        ages.see(last, state.document);
      }
      page.reported((report = NOTHING));
      examiner.again();
    }
    if (state.id === null) {
      if (place.view !== 'start') page.placed((place = { ...place, view: 'start' }));
    } else if (place.view === 'start') page.placed((place = { ...place, view: 'write' }));
    page.redraw();
    remember({ isNew: cause !== 'accept' });
    if (cause === 'accept') page.placed({ ...place });
  });
  await openAddress();
  addEventListener('hashchange', openAddress);
}

/** Opens what the URL names: a draft, an example, or a draft that is packed in the fragment. */
async function openAddress() {
  const fragment = location.hash.slice(1);
  if (isPacked(fragment)) {
    try {
      open(await unpack(fragment));
      say(t.said.opened(t.said.fromLink, false));
    } catch ({ message }) {
      say(message === 'newer' ? t.said.linkNewer : t.said.linkBroken);
      history.replaceState(null, '', location.pathname + location.search);
    }
    return;
  }
  const asked = new URLSearchParams(location.hash.slice(1));
  const example = EXAMPLES.find(({ path }) => path === asked.get('example'));
  const view = asked.get('view') ?? 'write';
  if (asked.get('draft')) {
    if (asked.get('draft') === store.get().id) return view === place.view ? undefined : go({ view });
    const state = await page.keeper.read(asked.get('draft'));
    // The author has gone on meanwhile.
    if (location.hash.slice(1) !== fragment) return;
    page.imported(undefined);
    if (state) {
      const { section = 'about' } = placeIn(state.id) ?? {};
      place = { ...place, view, section, at: undefined };
      store.accept(state, { replaces: store.get().id === null });
      go({ view, section });
    } else {
      say(t.said.missing);
      remember({ isNew: false });
    }
  } else if (example) {
    await page.openExample(example.path, example.name);
    go({ view });
  } else if (fragment === '' && store.get().id !== null) page.showAll();
}

const examiner = createExaminer({
  store,
  core,
  rowsOf: (questionnaire) => placesOf(questionnaire, languagesOf(questionnaire)),
  tell(next) {
    report = next;
    page.reported(next);
  },
});

const opener = createOpener({ store, open, say });

/**
 * Loads what is not needed before a scorecard is open: the views, the widget, and the schema's
 * descriptions of keys.
 */
function prepare() {
  if (isPrepared) return;
  isPrepared = true;
  loadAll();
  const script = document.createElement('script');
  script.type = 'module';
  script.src = 'scorecard/scorecard.js';
  document.head.append(script);
  fetch('scorecard/questionnaire.schema.json')
    .then((answer) => answer.json())
    .then((it) => {
      schema = it;
      page.redraw?.();
    })
    .catch(() => {});
}
let isPrepared = false;
// An author who begins to type or presses something will need them soon.
for (const name of ['pointerdown', 'keydown']) addEventListener(name, prepare, { once: true });

acceptPastes((text) => store.get().id === null && opener.take(Promise.resolve(text), t.start.what));

addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (event.defaultPrevented || !(ctrlKey || metaKey) || altKey) return;
  const letter = key.toLowerCase();
  if (letter === 's') (place.view === 'json' ? page.saveJson : page.save)();
  else if (letter === 'z' && !shiftKey) page.undo();
  else if ((letter === 'z' && shiftKey) || (letter === 'y' && ctrlKey)) page.redo();
  else return;
  event.preventDefault();
});
// The browser's own menu may ask a field to undo. The studio has one history for all fields, so it
// undoes instead.
addEventListener('beforeinput', (event) => {
  if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
  event.preventDefault();
  if (event.inputType === 'historyUndo') page.undo();
  else page.redo();
});
acceptDrops((file) => page.takeFile(file));

render(h(App, { first: place }), find('studio'));
document.documentElement.lang = language;
