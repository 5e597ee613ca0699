/**
 * The custom element: owns the host element, its attributes, loading, fallback, storage and events. What is
 * inside the shadow root is the core's. Importing this defines nothing and needs no window; `define()` does.
 */
import style from '#style';
import { failure, fromCore } from './data/failure.js';
import { languageOf } from './data/language.js';
import { coreOptions } from './data/options.js';
import { readDocument, textOf } from './data/parse-input.js';
import { ATTRIBUTES, IGNORED, reflect } from './element/attributes.js';
import { carryOut } from './element/effects.js';
import { examine } from './element/examine.js';
import { focus, listen } from './element/input.js';
import { currentLink, watchRoutes } from './element/link.js';
import { make, makeWaiting } from './element/nodes.js';
import { OwnRoot } from './element/own-root.js';
import { SavedState } from './element/saved-state.js';
import { loadInput } from './element/start.js';
import { draw } from './element/takeover.js';
import { isSeen, onNear, watch } from './element/visibility.js';
import * as load from './loading/load.js';
import { patience, setPatience, withPatience } from './loading/patience.js';

const NAME = 'misconception-scorecard';
/** What the element hears of the window. */
const HEARD = ['hashchange', 'storage', 'pageshow', 'online'];
/** How long a tapped answer is seen before the next statement, in milliseconds. */
const MOMENT = 350;
/** The notice of a handle that what was kept does not fit its questionnaire. */
const OTHER_SHAPE = 1;
/** Whether two inputs speak the same language, in the questionnaire and around it. */
const isSpoken = (input, other) => input[0]?.lang === other[0]?.lang && input[1][0] === other[1][0];
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
 *   by another changes nothing.
 * shown: `#handle` is the core's side; `#input` is what it was made from, `#saved` what is kept of it.
 * failed: there is no `#handle`, and the fallback is back.
 * with extras: `#handle` is the one of extras/extras.js, which can `follow` links.
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
  /** The core's side of the widget, once it is ready; good for one instance of the module. */
  #handle;
  #instance;
  /** What it was made from, and what the core is told besides what is kept. */
  #input;
  #options;
  /** Whether the last act broke the instance. */
  #isBroken;
  /** What the questionnaire property holds, and its text, if it has one. */
  #questionnaire;
  #questionnaireText;
  /** Answers set before the widget was ready. */
  #pendingAnswers;
  /** What is kept of what is shown. */
  #saved = new SavedState(this);
  /** The start whose widget is shown. */
  #shownStartId = 0;
  /** Counts starts, so that one that was overtaken gives way. */
  #startId = 0;
  #observer;
  /** The language that the last start asked for. */
  #wanted;
  #languages;

  connectedCallback() {
    this.#observeLanguages();
    if (this.#own) {
      // Moved or put back. If it has not started, it goes on waiting.
      this.#own.putBack();
      this.#settle();
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
    if (this.#own) this.#settle();
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

  /** Fits what is shown to the place where the element is now. */
  #settle() {
    this.#own.rewear();
    this.#correctAccent();
    this.#addExtras();
  }

  disconnectedCallback() {
    for (const type of HEARD) removeEventListener(type, this);
    this.#observer?.disconnect();
    this.#languages.disconnect();
    // The module holds on to what it draws in. Out of the root that leads no way back to the element, so one
    // that is never put back can be forgotten.
    if (this.#handle) this.#own.takeOut();
  }

  /**
   * In another tab the reader has gone on: so this one does, before it keeps what is older. Or the page's address has
   * changed, perhaps to a link to a scorecard.
   */
  handleEvent(event) {
    const { type, key } = event;
    if (type === 'pageshow') {
      // The browser has brought the page back whole, as it was left.
      if (event.persisted && this.#handle && this.#saved.isOutdated) this.#readAgain();
    } else if (type === 'storage') {
      if (this.#handle && this.#saved.concerns(key)) this.#readAgain();
    } else if (type === 'online') {
      this.#addExtras();
    } else if (this.#core()?.follow) this.#call('follow');
    else if (this.#startId) this.#addExtras();
    else if (currentLink() && this.load !== 'click') this.#start();
  }

  /** Goes on from what is in the store. */
  #readAgain() {
    this.#saved.value = {};
    this.#show(...this.#input);
  }

  /** Opens the shadow root. Until there is something to show in it, the page shows the fallback by itself. */
  #open() {
    if (this.#own) return;
    this.#own = new OwnRoot(this);
    this.#own.wear(style);
    const { root } = this.#own;
    // The page's colours have changed, and with them the panel's own.
    root.addEventListener('transitionend', () => this.#correctAccent());
    listen(root, (name, statement, value, tapped) => this.#call('act', name, statement, value, tapped));
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
    return this.#pendingAnswers ?? this.#core()?.answers() ?? {};
  }

  set answers(value) {
    const answers = readDocument(value, 'answers');
    // While another questionnaire is on its way, they are answers to that one.
    if (this.#handle && this.#shownStartId === this.#startId) this.#call('replace', answers);
    else this.#pendingAnswers = answers;
  }

  /** The scorecard; null before the reader has reached it. */
  get scorecard() {
    return this.#core()?.scorecard() ?? null;
  }

  /** Forgets all answers, also those that are kept, and goes back to the first screen. */
  reset() {
    const { id, instance, persistent } = this.#saved.value;
    this.#pendingAnswers = undefined;
    this.#rewind({ id, instance, persistent });
  }

  /** Goes back to the first screen, with the answers as they are. */
  restart() {
    this.#rewind({ ...this.#saved.value, step: 0, isDone: false });
  }

  #rewind(saved) {
    if (!this.#handle) return;
    this.#saved.replace(saved);
    this.#show(...this.#input);
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
    const id = ++this.#startId;
    this.#observer?.disconnect();
    try {
      const wanted = (this.#wanted = languageOf(this));
      const input = await loadInput(this, this.#questionnaire, wanted);
      if (id !== this.#startId) return;
      if (isTranslation && this.#handle && isSpoken(input, this.#input)) this.#shownStartId = id;
      else this.#show(...input, byReader);
    } catch (error) {
      if (id === this.#startId) this.#fail(typeof error.code === 'string' ? error : fromCore(error));
    }
  }

  #show(questionnaire, localized, byReader) {
    const { id, version, lang } = questionnaire ?? {};
    const { instance } = this;
    const before = this.#saved.find(id, version, Boolean(this.#handle));
    // A step counts only among the steps it was one of; the scorecard comes after any.
    const plan = [this.layout, this.feedback, this.order].join(' ');
    const saved = /** @type {any} */ ({ seed: Math.random() * 2 ** 32, ...before, id, instance, version, plan });
    saved.step = saved.isDone ? Infinity : before?.plan === plan ? saved.step : undefined;
    this.#open();
    const isLimited = Boolean(load.fallbackReason);
    const options = { ...coreOptions(this, localized), questionnaire, isLimited };
    const { activeElement } = this.#own.root;
    const { handle, chosen } = draw(this.#own, !this.#handle, saved, options);
    this.#handle = handle;
    this.#instance = load.instance;
    this.#input = [questionnaire, localized];
    this.#options = options;
    const { seed, persistent } = saved;
    // What is of another shape is gone, but for where the reader wants it kept.
    const kept = handle.notice() === OTHER_SHAPE ? { id, instance, version, plan, seed, persistent } : saved;
    this.#saved.accept({ ...kept, answers: handle.answers() });
    this.#shownStartId = this.#startId;
    const early = this.#pendingAnswers;
    this.#pendingAnswers = undefined;
    if (early !== undefined) this.#try(() => (this.answers = early));
    const { root } = this.#own;
    if (byReader || (activeElement && !root.activeElement)) focus(root, 'heading');
    if (this.isConnected) this.#correctAccent();
    else this.disconnectedCallback();
    this.#emit('ready', { id, version, lang });
    for (const [name, statement, value] of chosen) this.#call('act', name, statement, value, false);
    examine({ element: this, shown: { questionnaire, spoken: localized[0], before, notice: handle.notice() } });
    this.#addExtras();
  }

  /**
   * Gives a scorecard what a reader may do with it, or follows a link to one, once that is loaded; without it, all stays
   * as it is. Not where the reader or the element has gone elsewhere meanwhile, nor where it has just broken down: it is
   * asked again then.
   */
  async #addExtras(takeOver) {
    const handle = this.#handle;
    const isWanted = handle && !handle.follow && (this.#saved.value.isDone || this.#saved.value.again || currentLink());
    const isHere = this.#shownStartId === this.#startId && this.isConnected;
    if (!isWanted || !isHere || this.#isBroken || load.fallbackReason) return;
    try {
      if (takeOver) this.#handle = takeOver(this.#own, handle, currentLink, { ...this.#saved.value, ...this.#options });
      else this.#addExtras(await withPatience((await load.loadLater('extras', this.assets))(this.assets)));
    } catch {
      // It stays as it is, until the network is back.
    }
  }

  /** The core's side of the widget: made again, with the answers, where its instance is gone. */
  #core() {
    if (this.#handle && (this.#instance !== load.instance || this.#handle.isStale)) this.#show(...this.#input);
    return this.#handle;
  }

  /** After an act that broke the instance: the widget once more from a fresh one; the second time in a row, none. */
  #recover() {
    load.reinstantiate();
    try {
      if (this.#isBroken) throw failure('crashed', 'broke down twice');
      this.#isBroken = true;
      this.#show(...this.#input, true);
    } catch (again) {
      this.#fail(again);
    }
  }

  /** Sees to it that the author's accent, if there is one, can be told from the page. */
  async #correctAccent() {
    if (!this.#handle) return;
    const panel = this.#own.node;
    // One that was corrected may have gone since.
    if (!panel.style.length && !getComputedStyle(panel).getPropertyValue('--scorecard-accent')) return;
    try {
      (await load.loadLater('accent', this.assets))(panel, this.hasAttribute('debug'));
    } catch {
      // The accent stays as the author has it.
    }
  }

  /** Calls a method of the core and carries out its effects. */
  #call(method, ...values) {
    let effects = [];
    try {
      effects = this.#core()?.[method](...values) ?? [];
      this.#isBroken = false;
    } catch {
      this.#recover();
    }
    if (effects.problems) throw fromCore(effects);
    const own = {
      store: (detail) => {
        const isDone = this.scorecard !== null;
        if (this.#saved.add({ ...detail, isDone })) this.#show(...this.#input);
        this.#addExtras();
      },
      wait: (tap) => {
        const handle = this.#handle;
        setTimeout(() => {
          if (this.#handle === handle) this.#call('act', 'elapse', tap, 0, false);
        }, MOMENT);
      },
      focus: (id) => focus(this.#own.root, id),
      reveal: (id) => this.#own.root.getElementById(id)?.scrollIntoView({ block: 'nearest' }),
    };
    carryOut(effects, own, (name, detail) => this.#emit(name, detail));
    // All that has happened to the store meanwhile was this element's doing.
    this.#saved.agree();
  }

  /** Sets something; what does not fit is told and leaves all as it was. */
  #try(set) {
    try {
      set();
    } catch (error) {
      console.error(`<${NAME}> not taken: ${error.message}`);
    }
  }

  /** Leaves the fallback and says why. */
  #fail(error) {
    const { code, message, problems } = error;
    this.#shownStartId = this.#startId;
    this.#handle = undefined;
    this.#open();
    this.#own.show(make('slot'));
    this.#own.tidy();
    console.error(`<${NAME}> not shown: ${message}`);
    this.#emit('failed', { code, message, problems });
    examine({ element: this, error });
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`scorecard-${name}`, { bubbles: true, composed: true, detail }));
  }
}

reflect(MisconceptionScorecard.prototype);

/** Defines `<misconception-scorecard>`. Harmless the second time. */
export function define() {
  const other = customElements.get(NAME);
  if (!other) watchRoutes();
  if (!other) customElements.define(NAME, MisconceptionScorecard);
  else if (other !== MisconceptionScorecard) examine({ element: document.querySelector(NAME), other });
}
