/**
 * The custom element: owns the host element, its attributes, loading, fallback and first screen. What it is once everything
 * is there, element/widget.js knows, which is loaded. Importing this defines nothing and needs no window; `define()` does.
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
/** What the element hears of the window. */
const HEARD = ['hashchange', 'storage', 'pageshow', 'online'];
/** @typedef {import('./element/attributes.js').Reflecting} Base An element with what `reflect` gives it. */

/*
 * The states of an element, and what leads from one to the next:
 *
 *            connected                near, "Start", or at once
 *   (new) --------------> waiting ------------------------------> starting <---------------+
 *                                                                 |      |                 |
 *                                            everything is loaded |      | something is    | an attribute, the language
 *                                                                 v      v missing         | or the questionnaire changes
 *                                                              shown    failed ------------+
 *                                                                |  |                      |
 *                                   the scorecard is there, and  |  +----------------------+
 *                                   the extras have been loaded  v
 *                                                        shown, with extras
 *
 * waiting: `#startId` is 0, `#observer` watches, and the page's own fallback is what readers see.
 * starting: `#startId` is not `#shownStartId`; what was shown before stays until then, and a start that has been overtaken
 *   by another changes nothing. Where nothing was, `#first` may be shown.
 * shown: `#widget` is there, which also knows whether it has the extras.
 * failed: there is no `#widget`, and the fallback is back; or, where a reader has begun on it, `#first` is still there.
 *
 * A breakdown of the module leads back to shown, from a fresh instance; the second one in a row to failed.
 */
export class MisconceptionScorecard extends /** @type {new () => Base} */ (globalThis.HTMLElement ?? class {}) {
  static version = VERSION;
  /** How long to wait for what may never come, in milliseconds. */
  static get patience() {
    return patience;
  }
  static set patience(milliseconds) {
    setPatience(milliseconds);
  }
  static observedAttributes = Object.keys(ATTRIBUTES);

  /** The shadow root, with what in it is this element's own. */
  #own;
  /** What it is once everything is there. */
  #widget;
  /** The first screen, while it is shown before the core's side is ready. */
  #first = /** @type {FirstScreen | undefined} */ (undefined);
  /** What the questionnaire property holds, and its text, if it has one. */
  #questionnaire;
  #questionnaireText;
  /** Answers set before the widget was ready. */
  #pendingAnswers;
  /** The start whose widget is shown. */
  #shownStartId = 0;
  /** Counts starts, so that one that was overtaken gives way. */
  #startId = 0;
  #observer;
  /** The language that the last start asked for. */
  #wanted;
  #languages;
  /** `ready`; what settles it, until it is; what it brings; and the error of a start that failed. */
  #ready;
  #settle;
  #about;
  #error;

  connectedCallback() {
    this.#observeLanguages();
    if (this.#own) {
      // Moved or put back. If it has not started, it goes on waiting.
      this.#own.putBack();
      this.#own.rewear();
      this.#widget?.settle();
      if (!this.#startId) watch(this.#observer, this);
    }
    for (const name of [...Object.keys(ATTRIBUTES), 'questionnaire', 'answers']) {
      // Set before the element was upgraded.
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

  /** Moved within the page with all its state: with this callback, neither of the others is called. */
  connectedMoveCallback() {
    this.#observeLanguages();
    this.#own?.rewear();
    this.#widget?.settle();
    this.#onLanguageChange();
  }

  /** The page may change its language, or the element move to where another one is spoken. */
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
    // The module holds on to what it draws in. Out of the root that leads no way back to the element, so one
    // that is never put back can be forgotten.
    if (this.#widget) this.#own.takeOut();
  }

  /**
   * In another tab the reader has gone on: so this one does, before it keeps what is older. Or the page's address has
   * changed, perhaps to a link to a scorecard.
   */
  handleEvent(event) {
    if (this.#widget) this.#widget.hear(event);
    else if (event.type === 'hashchange' && !this.#startId && currentLink() && this.load !== 'click') this.#start();
  }

  /** Opens the shadow root. Until there is something to show in it, the page shows the fallback by itself. */
  #open() {
    if (this.#own) return;
    this.#own = new OwnRoot(this);
    this.#own.wear(style);
    const { root } = this.#own;
    // The page's colours have changed, and with them the panel's own.
    root.addEventListener('transitionend', () => this.#widget?.correctAccent());
    listen(root, (...act) => (this.#first ? this.#first.act(...act) : this.#widget?.call('act', ...act)));
  }

  attributeChangedCallback(name, before, after) {
    if (this.#startId && before !== after && !IGNORED.includes(name)) this.#start();
  }

  #onLanguageChange() {
    if (this.#startId && languageOf(this) !== this.#wanted) this.#start(false, this.#shownStartId === this.#startId);
  }

  /** The questionnaire, as a document or its JSON text; undefined where it comes from elsewhere. */
  get questionnaire() {
    return this.#questionnaire;
  }

  set questionnaire(value) {
    this.#questionnaire = value;
    // Frameworks set their properties at each render: an equal document changes nothing.
    const before = this.#questionnaireText;
    this.#questionnaireText = textOf(value);
    if (this.#startId && (before === undefined || before !== this.#questionnaireText)) this.#start();
  }

  /** The answers so far, by statement. Setting them fires no event; ones that do not fit throw. */
  get answers() {
    return this.#pendingAnswers ?? this.#widget?.core().answers() ?? {};
  }

  set answers(value) {
    const answers = readDocument(value, 'answers');
    // While another questionnaire is on its way, they are answers to that one.
    if (this.#widget && this.#shownStartId === this.#startId) this.#widget.call('replace', answers);
    else this.#pendingAnswers = answers;
  }

  /** The scorecard; null before the reader has reached it. */
  get scorecard() {
    return this.#widget?.core().scorecard() ?? null;
  }

  /** Where it is on its way: see the states above. */
  get state() {
    if (!this.#startId) return 'waiting';
    if (this.#startId !== this.#shownStartId) return 'starting';
    return this.#error ? 'failed' : 'shown';
  }

  /** Brings `{ id, version, lang }` once what was asked for last is shown, and the error if that fails. */
  get ready() {
    this.#ready ??= new Promise((...settle) => (this.#settle = settle));
    // Whoever asks hears of it, and nobody else: it is in the console already.
    this.#ready.catch(() => {});
    return this.#ready;
  }

  /** What is wrong in what should be shown. */
  get problems() {
    return this.#error?.problems ?? [];
  }

  /** Forgets all answers, also those that are kept, and goes back to the first screen. */
  reset() {
    this.#pendingAnswers = undefined;
    this.#widget?.reset();
  }

  /** Goes back to the first screen, with the answers as they are. */
  restart() {
    this.#widget?.restart();
  }

  /**
   * Starts when the attribute `load` says, or where a link to a scorecard leads here; keeps the room free until then, if
   * there is no first screen yet.
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
   * Loads everything and shows the screen where the reader is. `byReader`: it was the reader who asked; `isTranslation`:
   * only the page's language has changed, so what is shown stays if it is not offered in that language.
   */
  async #start(byReader, isTranslation) {
    // What has settled was an answer to the start before.
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

  /** Shows the first screen while the rest is on its way, where it is known which one that is. */
  async #showFirst(id, wanted) {
    try {
      const isKnown = this.load !== 'click' && (await isBuiltIn(this, this.#questionnaire));
      const isFirst = isKnown && load.firstFor && isFirstFor(load.firstFor, this);
      const data = isFirst && (await load.loadFirstScreen(wanted, this.assets));
      // Overtaken, or the core was sooner.
      if (id !== this.#startId || id === this.#shownStartId) return;
      if (this.#first && !isKnown) {
        // What was chosen there was said of another questionnaire.
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
      // It is shown with the rest, or what is missing is told then.
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

  /** What is shown is what was asked for last; answers that were set meanwhile are answers to that. */
  #drawn(about = this.#about) {
    this.#first = undefined;
    this.#shownStartId = this.#startId;
    this.#about = about;
    this.#end(0, about);
    const early = this.#pendingAnswers;
    this.#pendingAnswers = undefined;
    if (early !== undefined) this.#try(() => (this.answers = early));
  }

  /** A start has come to an end: with what is shown (0), or with an error (1). */
  #end(way, value) {
    this.#error = way ? value : undefined;
    // Made now if nobody is waiting for it.
    if (!this.#settle) this.#ready = undefined;
    this.ready;
    this.#settle[way](value);
    this.#settle = undefined;
  }

  /** Sets something; what does not fit is told and leaves all as it was. */
  #try(set) {
    try {
      set();
    } catch (error) {
      console.error(`<${NAME}> not taken: ${error.message}`);
    }
  }

  /** Leaves the fallback, or what a reader has begun on, and says why. */
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

/** Defines `<misconception-scorecard>`. Harmless the second time, and where there is no page that is seen: on a server, in jsdom. */
export function define() {
  if (!globalThis.IntersectionObserver) return;
  const other = customElements.get(NAME);
  if (!other) watchRoutes();
  if (!other) customElements.define(NAME, MisconceptionScorecard);
  else if (other !== MisconceptionScorecard) examine({ element: document.querySelector(NAME), other });
}
