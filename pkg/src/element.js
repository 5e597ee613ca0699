/**
 * The custom element `<misconception-scorecard>`: its attributes and properties, loading, the
 * fallback and the first screen. Whatever needs the WebAssembly core belongs in element/widget.js,
 * which is loaded later. Importing this file defines nothing and needs no `window`; `define()` does
 * both.
 */
import style from '#style';
import { fromCore } from './data/failure.js';
import { languageOf } from './data/language.js';
import { readDocument, textOf } from './data/parse-input.js';
import { ATTRIBUTES, IGNORED, reflect } from './element/attributes.js';
import { emit } from './element/effects.js';
import { examine } from './element/examine.js';
import { FirstScreen, isFirstFor } from './element/first-screen.js';
import { listen } from './element/input.js';
import { currentLink, watchRoutes } from './element/link.js';
import { make, makeWaiting } from './element/nodes.js';
import { OwnRoot } from './element/own-root.js';
import { isBuiltIn, loadInput } from './element/start.js';
import { isSeen, onNear, watch } from './element/visibility.js';
import * as load from './loading/load.js';
import { patience, setPatience, withPatience } from './loading/patience.js';

const NAME = 'misconception-scorecard';
/** The events of the window that the element listens to. */
const HEARD = ['hashchange', 'storage', 'pageshow', 'online'];
/**
 * @typedef {import('./element/attributes.js').Reflecting} Base An element with the properties
 *   that `reflect` adds.
 */

/*
 * The states of an element, as its property `state` gives them, and what leads from one to the
 * next:
 *
 *               near the window,                  everything
 *               "Start", or at once               is loaded
 *    waiting -----------------------> starting -----------------> shown
 *                                      |  ^  ^                    |  |
 *                something is missing  |  |  |         a change   |  |  the module has crashed
 *                or not valid          |  |  +--------------------+  |  twice in a row
 *                                      |  |                          |
 *                                      |  | a change,                |
 *                                      v  | or "Try again"           |
 *                                     failed <----------------------+
 *
 * A change: the page has set the questionnaire, `lang`, or an attribute that is not in `IGNORED`.
 *
 * waiting: `#startId` is 0. Readers see the page's own fallback, with room kept free for the
 * widget. `#observer` watches, unless `load` is `click`: then the fallback has a button, "Start".
 *
 * starting: `#startId` differs from `#shownStartId`. What was shown before stays until the new
 * screen is ready; if there was nothing, `#first` may be shown. A change, or "Try again" on that
 * screen, begins another start, and the one that it overtakes changes nothing.
 *
 * shown: `#widget` is set. Once the reader has a scorecard, the widget loads the extras and adds
 * them; that is no state of the element. After a crash of the module, it draws itself again with a
 * new instance.
 *
 * failed: `#error` is set and `#widget` is not. The fallback is back; or, if the reader has begun
 * to answer on `#first`, that stays, with a button "Try again".
 */
export class MisconceptionScorecard extends /** @type {new () => Base} */ (globalThis.HTMLElement ?? class {}) {
  static version = VERSION;
  /** How long each thing may take to load, in milliseconds, for all elements of the page. */
  static get patience() {
    return patience;
  }
  static set patience(milliseconds) {
    setPatience(milliseconds);
  }
  static observedAttributes = Object.keys(ATTRIBUTES);

  /**
   * The shadow root, and which nodes in it belong to this element: an `OwnRoot`, once it is open.
   */
  #own;
  /** The `Widget` of element/widget.js, once everything is loaded. */
  #widget;
  /** The first screen, while it is shown without the core. */
  #first = /** @type {FirstScreen | undefined} */ (undefined);
  /** The value of the property `questionnaire`, and its JSON text, if it can be written as JSON. */
  #questionnaire;
  #questionnaireText;
  /** Answers that were set before the widget was ready for them. */
  #pendingAnswers;
  /** The start whose result is shown. */
  #shownStartId = 0;
  /**
   * The latest start, counted from 1; 0 before the first. An older start that is still loading
   * gives way.
   */
  #startId = 0;
  #observer;
  /** The language that the latest start asked for. */
  #wanted;
  #languages;
  /**
   * The promise `ready`; its `[resolve, reject]` while it is pending; the value it was last
   * resolved with; and the error of the latest start, if it failed.
   */
  #ready;
  #settle;
  #about;
  #error;

  connectedCallback() {
    this.#observeLanguages();
    if (this.#own) {
      // The element was moved or put back. If it has not started yet, it goes on waiting.
      this.#own.putBack();
      this.#own.rewear();
      this.#widget?.settle();
      if (!this.#startId) watch(this.#observer, this);
    }
    for (const name of [...Object.keys(ATTRIBUTES), 'questionnaire', 'answers']) {
      // The page set this property before the element was upgraded.
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this.#try(() => (this[name] = value));
      }
    }
    for (const type of HEARD) addEventListener(type, this);
    if (this.#own || this.#startId) this.#onLanguageChange();
    else this.#schedule();
  }

  /**
   * The browser calls this, and neither of the other two callbacks, for a move that keeps all state
   * (`moveBefore`).
   */
  connectedMoveCallback() {
    this.#observeLanguages();
    this.#own?.rewear();
    this.#widget?.settle();
    this.#onLanguageChange();
  }

  /**
   * Watches `lang` in each tree from the element up to the document: the page may change its
   * language, or may have moved the element to a place with another one.
   */
  #observeLanguages() {
    this.#languages ??= new MutationObserver(() => this.#onLanguageChange());
    this.#languages.disconnect();
    const options = { subtree: true, attributeFilter: ['lang'] };
    for (let root = /** @type {any} */ (this); root; root = root.getRootNode().host) {
      this.#languages.observe(root.getRootNode(), options);
    }
  }

  disconnectedCallback() {
    for (const type of HEARD) removeEventListener(type, this);
    this.#observer?.disconnect();
    this.#languages.disconnect();
    // The module keeps references to the nodes it draws in. Once they are out of the root, no
    // reference leads back to the element, so one that is never put back can be garbage-collected.
    if (this.#widget) this.#own.takeOut();
  }

  /**
   * Takes in an event of the window. Before there is a widget, only one counts: the page's URL has
   * changed to a link to a scorecard.
   */
  handleEvent(event) {
    if (this.#widget) this.#widget.hear(event);
    else if (event.type === 'hashchange' && !this.#startId && currentLink() && this.load !== 'click') this.#start();
  }

  /**
   * Opens the shadow root. Only call this when there is something to show in it: until then the
   * page shows the fallback by itself.
   */
  #open() {
    if (this.#own) return;
    this.#own = new OwnRoot(this);
    this.#own.wear(style);
    const { root } = this.#own;
    // The style sheet lets this event fire when the page changes its colours.
    root.addEventListener('transitionend', () => this.#widget?.correctAccent());
    const act = (...act) => (this.#first ? this.#first.act(...act) : this.#widget?.call('act', ...act));
    listen(root, act, (id) => this.#widget?.focus(id));
  }

  attributeChangedCallback(name, before, after) {
    if (this.#startId && before !== after && !IGNORED.includes(name)) this.#start();
  }

  #onLanguageChange() {
    if (this.#startId && languageOf(this) !== this.#wanted) this.#start(false, this.#shownStartId === this.#startId);
  }

  /**
   * The questionnaire as the page has set it: an object or its JSON text; undefined if it comes
   * from elsewhere.
   */
  get questionnaire() {
    return this.#questionnaire;
  }

  set questionnaire(value) {
    this.#questionnaire = value;
    // Frameworks set their properties at each render, so an equal document changes nothing.
    const before = this.#questionnaireText;
    this.#questionnaireText = textOf(value);
    if (this.#startId && (before === undefined || before !== this.#questionnaireText)) this.#start();
  }

  /**
   * The answers so far, by statement id. Setting them fires no event; it throws if an answer does
   * not fit its statement.
   */
  get answers() {
    return this.#pendingAnswers ?? this.#widget?.core().answers() ?? {};
  }

  set answers(value) {
    const answers = readDocument(value, 'set of answers');
    // While another questionnaire is loading, they are answers to that one.
    if (this.#widget && this.#shownStartId === this.#startId) this.#widget.call('replace', answers);
    else this.#pendingAnswers = answers;
  }

  /** The scorecard; null until the reader has reached it. */
  get scorecard() {
    return this.#widget?.core().scorecard() ?? null;
  }

  /** One of the states that are drawn above this class. */
  get state() {
    if (!this.#startId) return 'waiting';
    if (this.#startId !== this.#shownStartId) return 'starting';
    return this.#error ? 'failed' : 'shown';
  }

  /**
   * Resolves to `{ id, version, lang }` once what was asked for last is shown; rejects with the
   * error if that fails.
   */
  get ready() {
    this.#ready ??= new Promise((...settle) => (this.#settle = settle));
    // The error is in the console already, so a page that does not handle it gets no "unhandled
    // rejection" as well.
    this.#ready.catch(() => {});
    return this.#ready;
  }

  /** The problems of the latest start, if it failed because of a document; else empty. */
  get problems() {
    return this.#error?.problems ?? [];
  }

  /** Forgets all answers, also the saved ones, and goes back to the first screen. */
  reset() {
    this.#pendingAnswers = undefined;
    this.#widget?.reset();
  }

  /** Goes back to the first screen and keeps the answers. */
  restart() {
    this.#widget?.restart();
  }

  /**
   * Starts at once or later, as the attribute `load` says; at once also if the page's URL is a link
   * to a scorecard, unless `load` is `click`. Until the start it keeps the room free, if the page
   * came without a first screen.
   */
  #schedule() {
    const isClick = this.load === 'click';
    if (this.load === 'now' || (!isClick && (currentLink() || isSeen(this)))) return this.#start();
    this.#open();
    const drawn = this.#own.node;
    if (!drawn) this.#own.show(makeWaiting(isClick ? load.startIn(languageOf(this)) : undefined));
    if (isClick) {
      const start = drawn ?? this.#own.node.querySelector('button');
      start.addEventListener('click', () => this.#start(!drawn), { once: true });
    } else {
      this.#observer = onNear(() => this.#start());
      watch(this.#observer, this);
    }
  }

  /**
   * Loads everything and shows the screen where the reader is. `byReader`: the reader asked for it,
   * so the heading gets the focus. `isTranslation`: only the page's language has changed, so the
   * screen stays if nothing is offered in the new language.
   */
  async #start(byReader, isTranslation) {
    // A promise that is settled already was for an earlier start.
    if (!this.#settle) this.#ready = undefined;
    const id = ++this.#startId;
    this.#observer?.disconnect();
    try {
      const wanted = (this.#wanted = languageOf(this));
      if (!this.#widget) this.#showFirst(id, wanted);
      const [{ Widget }, ...input] = await loadInput(this, this.#questionnaire, wanted);
      if (id !== this.#startId) return;
      if (isTranslation && this.#widget?.isSpoken(input)) this.#drawn();
      else this.#show(Widget, input, byReader);
    } catch (error) {
      if (id === this.#startId) this.#fail(typeof error.code === 'string' ? error : fromCore(error));
    }
  }

  /** Shows the first screen while the rest is loading, if it is known which screen that will be. */
  async #showFirst(id, wanted) {
    try {
      const isKnown = this.load !== 'click' && (await isBuiltIn(this, this.#questionnaire));
      const isFirst = isKnown && load.firstFor && isFirstFor(load.firstFor, this);
      const data = isFirst && (await load.loadFirstScreen(wanted, this.assets));
      // Another start has overtaken this one, or the core was faster.
      if (id !== this.#startId || id === this.#shownStartId) return;
      if (this.#first && !isKnown) {
        // The answers on that screen were to another questionnaire.
        this.#first.settle();
        this.#first = undefined;
        this.#own.show(makeWaiting());
      }
      const isWanted = data && !this.#first && this.#pendingAnswers === undefined && !currentLink();
      if (!isWanted) return;
      this.#open();
      if (this.#own.root.querySelector('.card')) return;
      this.#first = new FirstScreen(data, () => this.#start());
      this.#own.show(this.#first.panel);
    } catch {
      // The core will draw this screen, or the start reports what is missing.
    }
  }

  #show(Widget, input, byReader) {
    this.#open();
    this.#widget ??= new Widget(this, this.#own, {
      currentLink,
      withPatience,
      examine,
      loadLater: (name) => load.loadLater(name, this.assets),
      fallbackReason: () => load.fallbackReason,
      isCurrent: () => this.#shownStartId === this.#startId && this.isConnected,
      settleFirst: () => this.#first?.settle(),
      drawn: (about) => this.#drawn(about),
      fail: (error) => this.#fail(error),
    });
    this.#widget.show(input, byReader);
  }

  /** The latest start has succeeded. Answers that were set while it was loading are set now. */
  #drawn(about = this.#about) {
    this.#first = undefined;
    this.#shownStartId = this.#startId;
    this.#about = about;
    this.#end(0, about);
    const early = this.#pendingAnswers;
    this.#pendingAnswers = undefined;
    if (early !== undefined) this.#try(() => (this.answers = early));
  }

  /**
   * Ends a start and settles `ready`. `way` is 0 (resolve, with `{ id, version, lang }`) or 1
   * (reject, with the error).
   */
  #end(way, value) {
    this.#error = way ? value : undefined;
    // If nobody has asked for `ready` yet, the getter makes the promise now.
    if (!this.#settle) this.#ready = undefined;
    this.ready;
    this.#settle[way](value);
    this.#settle = undefined;
  }

  /** Calls `set` and logs what it throws; it must change nothing if it throws. */
  #try(set) {
    try {
      set();
    } catch (error) {
      console.error(`<${NAME}> value not accepted: ${error.message}`);
    }
  }

  /**
   * Ends the latest start with `error` and reports it. The fallback comes back, unless the reader
   * has begun on the first screen: that stays.
   */
  #fail(error) {
    const { code, message, problems } = error;
    this.#shownStartId = this.#startId;
    this.#widget = undefined;
    this.#end(1, error);
    if (this.#first?.last) this.#first.miss();
    else this.#leave();
    console.error(`<${NAME}> not shown: ${message}`);
    emit(this, 'failed', { code, message, problems });
    examine({ element: this, error });
  }

  #leave() {
    this.#first = undefined;
    this.#open();
    this.#own.show(make('slot'));
    this.#own.tidy();
  }
}

reflect(MisconceptionScorecard.prototype);

/**
 * Defines `<misconception-scorecard>`. Calling it again does no harm, nor does calling it where no
 * page is displayed: on a server or in jsdom.
 */
export function define() {
  if (!globalThis.IntersectionObserver) return;
  const other = customElements.get(NAME);
  if (!other) watchRoutes();
  if (!other) customElements.define(NAME, MisconceptionScorecard);
  else if (other !== MisconceptionScorecard) examine({ element: document.querySelector(NAME), other });
}
