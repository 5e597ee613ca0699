/**
 * The custom element: owns the host element, its attributes, loading, fallback, storage and events. What is
 * inside the shadow root is the core's. Importing this defines nothing and needs no window; `define()` does.
 */
import style from '#style';
import { focus, listen } from './acts.js';
import { readDocument } from './document.js';
import { fromCore } from './failure.js';
import { languageOf, nearest } from './language.js';
import { loadAccent, loadBuiltIn, loadCore, loadDocument, loadWords, startIn } from './load.js';
import { keep, recall } from './storage.js';
import { translate } from './translate.js';

const NAME = 'misconception-scorecard';
/** The attributes that are properties too, and what those are without. */
const ATTRIBUTES = {
  src: '',
  layout: 'paged',
  advance: 'tap',
  feedback: 'end',
  theme: 'auto',
  order: 'interleaved',
  load: 'visible',
  storage: 'session',
  instance: '',
  assets: '',
};
/** Attributes whose change needs no new start: the style sheet sees the one, the other is past. */
const IDLE = ['theme', 'load'];
const PROPERTIES = ['questionnaire', 'answers'];
/** The plural categories in the order of the words' forms. */
const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];
const ORDERS = ['interleaved', 'author', 'shuffled'];
/** How long a tapped answer is seen before the next statement, in milliseconds. */
const MOMENT = 350;

/** From a number to the place of its plural category; on its own, so that it holds no element. */
function chooser(lang) {
  const rules = new Intl.PluralRules(lang);
  return (n) => CATEGORIES.indexOf(rules.select(n));
}

/** What is watched for coming near: WebKit never sees what is inside columns, only all of them. */
function watched(element) {
  let target = element;
  for (let node = element; node; node = node.parentElement) {
    const { columnCount, columnWidth } = getComputedStyle(node);
    if (columnCount + columnWidth !== 'autoauto') target = node;
  }
  return target;
}

export class MisconceptionScorecard extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = Object.keys(ATTRIBUTES);

  #root;
  /** The core's side of the widget, once it is ready. */
  #handle;
  /** What the questionnaire property holds. */
  #given;
  /** Answers set before the widget was ready. */
  #early;
  /** What is kept of what is shown: `{ id, instance, version, seed, plan, step, isDone, answers }`. */
  #kept = {};
  /** The start whose widget is shown. */
  #shown = 0;
  /** Counts starts, so that one that was overtaken gives way. */
  #turn = 0;
  #observer;
  /** The language that the last start asked for. */
  #wanted;
  #languages;
  /** What is in the root, while the element is away. */
  #content;

  connectedCallback() {
    // The page may change its language, or the element move to where another one is spoken.
    this.#languages ??= new MutationObserver(() => this.#respeak());
    const options = { subtree: true, attributeFilter: ['lang'] };
    for (let root = this; root; root = root.getRootNode().host) {
      this.#languages.observe(root.getRootNode(), options);
    }
    if (this.#root) {
      // Moved or put back. If it has not started, it goes on waiting.
      this.#root.firstChild ?? this.#root.append(this.#content);
      this.#dress();
      this.#tint();
      if (!this.#turn) this.#observer?.observe(watched(this));
      this.#respeak();
      return;
    }
    this.#root = this.attachShadow({ mode: 'open' });
    this.#dress();
    // The page's colours have changed, and with them the panel's own.
    this.#root.addEventListener('transitionend', () => this.#tint());
    for (const name of [...Object.keys(ATTRIBUTES), ...PROPERTIES]) {
      // Set before the element was upgraded.
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this.#try(() => (this[name] = value));
      }
    }
    listen(this.#root, (...act) => this.#act(() => this.#handle?.act(...act)));
    this.#wait();
  }

  disconnectedCallback() {
    this.#observer?.disconnect();
    this.#languages.disconnect();
    // The module holds on to what it draws in. Out of the root that leads no way back to the element, so one
    // that is never put back can be forgotten.
    this.#content = this.#root.firstChild;
    this.#content.remove();
  }

  /** A sheet is good for one document; in another one, an element arrives without. */
  #dress() {
    if (this.#root.adoptedStyleSheets[0]) return;
    const sheet = new this.ownerDocument.defaultView.CSSStyleSheet();
    sheet.replaceSync(style);
    this.#root.adoptedStyleSheets = [sheet];
  }

  attributeChangedCallback(name, before, after) {
    if (this.#turn && before !== after && !IDLE.includes(name)) this.#start();
  }

  #respeak() {
    if (this.#turn && languageOf(this) !== this.#wanted) this.#start();
  }

  /** The questionnaire, as a document or its JSON text; undefined where it comes from elsewhere. */
  get questionnaire() {
    return this.#given;
  }

  set questionnaire(value) {
    this.#given = value;
    if (this.#turn) this.#start();
  }

  /** The answers so far, by statement. Setting them fires no event; ones that do not fit throw. */
  get answers() {
    return this.#early ?? this.#handle?.answers() ?? {};
  }

  set answers(value) {
    const answers = readDocument(value, 'answers');
    // While another questionnaire is on its way, they are answers to that one.
    if (this.#handle && this.#shown === this.#turn) this.#act(() => this.#handle.replace(answers));
    else this.#early = answers;
  }

  /** The scorecard; null before the reader has reached it. */
  get scorecard() {
    return this.#handle?.scorecard() ?? null;
  }

  /** Shows the fallback and starts when the attribute `load` says. */
  #wait() {
    const waiting = document.createElement('div');
    waiting.className = 'waiting';
    waiting.append(document.createElement('slot'));
    this.#root.replaceChildren(waiting);
    if (this.load === 'now') {
      this.#start();
    } else if (this.load === 'click') {
      waiting.part = waiting.className = 'panel';
      const button = document.createElement('button');
      button.part = button.className = 'primary';
      button.textContent = startIn(languageOf(this));
      waiting.append(button);
      button.addEventListener('click', () => this.#start(true), { once: true });
    } else {
      this.#observer = new IntersectionObserver(
        (entries) => {
          if (!entries.some((entry) => entry.isIntersecting)) return;
          this.#observer.disconnect();
          this.#start();
        },
        { rootMargin: '100%' },
      );
      this.#observer.observe(watched(this));
    }
  }

  /** Loads everything and shows the screen where the reader is; `byReader`: it was the reader who asked. */
  async #start(byReader) {
    const turn = ++this.#turn;
    this.#observer?.disconnect();
    try {
      const wanted = (this.#wanted = languageOf(this));
      const [Handle, source, guess] = await Promise.all([
        loadCore(this.assets),
        this.#source(wanted),
        loadWords(wanted, this.assets),
      ]);
      const questionnaire = await this.#translated(source, wanted);
      const spoken = String(questionnaire?.lang ?? '');
      const words = nearest(spoken, [guess.lang]) ? guess : await loadWords(spoken, this.assets);
      if (turn === this.#turn) this.#show(Handle, questionnaire, words, byReader);
    } catch (error) {
      if (turn === this.#turn) this.#fail(typeof error.code === 'string' ? error : fromCore(error));
    }
  }

  /** The questionnaire in the language nearest to `wanted`. */
  async #translated(source, wanted) {
    const translations = source?.translations;
    if (!translations || typeof translations !== 'object') return source;
    const lang = nearest(wanted, [source.lang ?? '', ...Object.keys(translations)]);
    if (typeof translations[lang] === 'string') {
      translations[lang] = await loadDocument(new URL(translations[lang], this.#base));
    }
    return translate(source, lang);
  }

  #show(Handle, questionnaire, { lang: spoken, words }, byReader) {
    const { id, version, lang } = questionnaire ?? {};
    const { instance, storage } = this;
    const old = this.#handle && this.#kept;
    const isSame = old?.id === id && old?.version === version && old?.instance === instance;
    const kept = isSame
      ? { ...old, answers: this.#handle.answers() }
      : (recall(storage, id, instance, version) ?? {});
    // A step counts only among the steps it was one of; the scorecard comes after any.
    const plan = [this.layout, this.feedback, this.order].join(' ');
    const { isDone, seed = Math.floor(Math.random() * 2 ** 32) } = kept;
    const step = isDone ? Number.MAX_SAFE_INTEGER : kept.plan === plan ? kept.step : undefined;
    const panel = document.createElement('div');
    panel.part = panel.className = 'panel';
    let handle;
    try {
      handle = new Handle(panel, {
        questionnaire,
        words,
        category: chooser(spoken),
        list: this.layout === 'list',
        each: this.feedback === 'each',
        order: Math.max(0, ORDERS.indexOf(this.order)),
        tap: this.advance !== 'manual',
        seed,
        answers: kept.answers,
        step,
      });
    } catch (error) {
      throw fromCore(error);
    }
    this.#handle?.free();
    this.#handle = handle;
    this.#kept = { id, instance, version, seed, plan, step, isDone };
    this.#shown = this.#turn;
    this.#root.replaceChildren(panel);
    const early = this.#early;
    this.#early = undefined;
    if (early !== undefined) this.#try(() => (this.answers = early));
    if (byReader) focus(this.#root, 'heading');
    if (this.isConnected) this.#tint();
    else this.disconnectedCallback();
    this.#emit('ready', { id, version, lang });
  }

  /** Sees to it that the author's accent, if there is one, can be told from the page. */
  async #tint() {
    const panel = this.#root.firstChild;
    if (!this.#handle) return;
    // One that was corrected may have gone since.
    if (!panel.style.length && !getComputedStyle(panel).getPropertyValue('--scorecard-accent')) return;
    try {
      (await loadAccent(this.assets))(panel, this.hasAttribute('debug'));
    } catch {
      // The accent stays as the author has it.
    }
  }

  get #base() {
    return this.src ? new URL(this.src, document.baseURI) : document.baseURI;
  }

  /** The questionnaire: the property's, the address's, the child's, or the built-in one. */
  async #source(lang) {
    if (this.#given !== undefined) return readDocument(this.#given);
    if (this.src) return loadDocument(this.src);
    if (document.readyState === 'loading') {
      // The children are not all there yet.
      await new Promise((done) => document.addEventListener('DOMContentLoaded', done));
    }
    const child = this.querySelector(':scope > script[type="application/json"]');
    return child ? readDocument(child.textContent) : loadBuiltIn(lang, this.assets);
  }

  /** Runs an act and carries out its effects. */
  #act(run) {
    const effects = run() ?? [];
    if (effects.problems) throw fromCore(effects);
    for (const [name, detail] of effects) {
      if (name === 'store') {
        const isDone = this.scorecard !== null;
        Object.assign(this.#kept, detail, { isDone });
        keep(this.storage, this.#kept);
      } else if (name === 'wait') {
        const handle = this.#handle;
        setTimeout(() => {
          if (this.#handle === handle) this.#act(() => handle.act('elapse', detail, 0, false));
        }, MOMENT);
      } else if (name === 'focus') {
        focus(this.#root, detail);
      } else {
        this.#emit(name, detail);
      }
    }
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
    const { code, message, problems = [] } = error;
    this.#shown = this.#turn;
    this.#handle?.free();
    this.#handle = undefined;
    this.#root.replaceChildren(document.createElement('slot'));
    console.error(`<${NAME}> not shown: ${message}`);
    this.#emit('failed', { code, message, problems });
  }

  #emit(name, detail) {
    const options = { bubbles: true, composed: true, detail };
    this.dispatchEvent(new CustomEvent(`scorecard-${name}`, options));
  }
}

for (const [name, without] of Object.entries(ATTRIBUTES)) {
  Object.defineProperty(MisconceptionScorecard.prototype, name, {
    get() {
      return this.getAttribute(name) ?? without;
    },
    set(value) {
      this.setAttribute(name, value);
    },
    enumerable: true,
  });
}

/** Defines `<misconception-scorecard>`. Harmless the second time. */
export function define() {
  if (!customElements.get(NAME)) customElements.define(NAME, MisconceptionScorecard);
}
