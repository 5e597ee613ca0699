/**
 * What an element is once everything is there: the core's side of it, what is kept, and what comes of an act. A script of
 * its own, loaded beside the module, for a first screen does without. Knows the core; of the script that has loaded it only
 * what that hands over, for what is imported here would be there twice.
 */
import style from '#scorecard-style';
import { failure, fromCore } from '../data/failure.js';
import { coreOptions } from '../data/options.js';
import { carryOut, emit } from './effects.js';
import { focus } from './input.js';
import * as module from './instance.js';
import { SavedState } from './saved-state.js';
import { draw } from './takeover.js';

/** How long a tapped answer is seen before the next statement, in milliseconds. */
const MOMENT = 350;
/** The notice of a handle that what was kept does not fit its questionnaire. */
const OTHER_SHAPE = 1;

/**
 * @typedef {object} Page What the element hands over.
 * @property {typeof import('./link.js').currentLink} currentLink
 * @property {typeof import('../loading/patience.js').withPatience} withPatience
 * @property {typeof import('./examine.js').examine} examine
 * @property {(name: string) => Promise<any>} loadLater Loads a script by its name.
 * @property {() => unknown} fallbackReason Why there is no WebAssembly, if there is none.
 * @property {() => boolean} isCurrent Whether what is shown is what was asked for last, in a page.
 * @property {() => import('./first-screen.js').FirstScreen['last']} settleFirst Leaves a first screen to the core, and gives what was done on it last.
 * @property {() => void} drawn Is told that the core's screen is shown.
 * @property {(error: Error) => void} fail Takes it all away again.
 */

class Widget {
  #element;
  #own;
  #page;
  /** The core's side, good for one instance of the module. With the extras it is the one of extras/extras.js. */
  #handle;
  #instance;
  /** What it was made from, and what the core is told besides what is kept. */
  #input;
  #options;
  /** Whether the last act broke the instance. */
  #isBroken;
  /** What is kept of what is shown. */
  #saved;
  /** What is added where the author has named an address for it, by the name of its script. */
  #others = /** @type {Record<string, any>} */ ({});

  /**
   * @param {any} element
   * @param {import('./own-root.js').OwnRoot} own
   * @param {Page} page
   */
  constructor(element, own, page) {
    this.#element = element;
    this.#own = own;
    this.#page = page;
    this.#saved = new SavedState(element);
    own.wear(style);
  }

  /** Whether it speaks the language of this input already, in the questionnaire and around it. */
  isSpoken([questionnaire, [lang]]) {
    return this.#input[0]?.lang === questionnaire?.lang && this.#input[1][0] === lang;
  }

  /** Shows the screen where the reader is; `input` is the questionnaire and `[language, messages]`. */
  show(input, byReader) {
    const [questionnaire, localized] = input;
    const { id, version, lang } = questionnaire ?? {};
    const element = this.#element;
    const { instance } = element;
    const before = this.#saved.find(id, version, Boolean(this.#handle));
    // A step counts only among the steps it was one of; the scorecard comes after any.
    const plan = [element.layout, element.feedback, element.order].join(' ');
    const saved = /** @type {any} */ ({ seed: Math.random() * 2 ** 32, ...before, id, instance, version, plan });
    saved.step = saved.isDone ? Infinity : before?.plan === plan ? saved.step : undefined;
    const isLimited = Boolean(this.#page.fallbackReason());
    const options = { ...coreOptions(element, localized, questionnaire), questionnaire, isLimited };
    const { root } = this.#own;
    const { activeElement } = root;
    const last = this.#page.settleFirst();
    const { handle, chosen } = draw(this.#own, !this.#handle, saved, options);
    this.#handle = handle;
    this.#instance = module.instance;
    this.#input = input;
    this.#options = options;
    const { seed, persistent } = saved;
    // What is of another shape is gone, but for where the reader wants it kept.
    const kept = handle.notice() === OTHER_SHAPE ? { id, instance, version, plan, seed, persistent } : saved;
    this.#saved.accept({ ...kept, answers: handle.answers() });
    this.#page.drawn();
    if (byReader || (activeElement && !root.activeElement)) focus(root, 'heading');
    if (element.isConnected) this.correctAccent();
    else element.disconnectedCallback();
    emit(element, 'ready', { id, version, lang });
    this.#repeat(chosen, last);
    this.#page.examine({ element, shown: { questionnaire, spoken: localized[0], before, notice: handle.notice() } });
    this.#addExtras();
  }

  /** Tells the core what was `chosen` on a first screen; what the reader has done there `last` counts as it would now. */
  #repeat(chosen, last) {
    for (const act of chosen) {
      const isLast = last && act.every((it, index) => it === last[index]);
      this.call('act', ...act, isLast ? last[3] : false);
    }
    if (last?.[0] === 'next') this.call('act', ...last);
  }

  /** Fits what is shown to the place where the element is now. */
  settle() {
    this.correctAccent();
    this.#addExtras();
  }

  /**
   * Takes in an event of the window. In another tab the reader has gone on: so this one does, before it keeps what is older.
   * Or the page's address has changed, perhaps to a link to a scorecard.
   */
  hear(event) {
    const { type, key, persisted } = event;
    this.#others.sending?.hear?.(event);
    if (type === 'pageshow') {
      // The browser has brought the page back whole, as it was left.
      if (persisted && this.#saved.isOutdated) this.#readAgain();
    } else if (type === 'storage') {
      if (this.#saved.concerns(key)) this.#readAgain();
    } else if (type === 'hashchange' && this.core().follow) this.call('follow');
    else this.#addExtras();
  }

  /** Goes on from what is in the store. */
  #readAgain() {
    this.#saved.value = {};
    this.show(this.#input);
  }

  /** Forgets all answers, also those that are kept, and goes back to the first screen. */
  reset() {
    const { id, instance, persistent } = this.#saved.value;
    this.#rewind({ id, instance, persistent });
  }

  /** Goes back to the first screen, with the answers as they are. */
  restart() {
    this.#rewind({ ...this.#saved.value, step: 0, isDone: false });
  }

  #rewind(saved) {
    this.#saved.replace(saved);
    this.show(this.#input);
  }

  /**
   * Gives a scorecard what a reader may do with it, or follows a link to one, once that is loaded; without it, all stays
   * as it is. Not where the reader or the element has gone elsewhere meanwhile, nor where it has just broken down: it is
   * asked again then.
   */
  async #addExtras(takeOver) {
    const handle = this.#handle;
    const { currentLink, withPatience, loadLater, isCurrent, fallbackReason } = this.#page;
    const { isDone, again } = this.#saved.value;
    const isWanted = !handle.follow && (isDone || again || currentLink());
    if (!isWanted || !isCurrent() || this.#isBroken || fallbackReason()) return;
    try {
      if (takeOver) this.#handle = takeOver(this.#own, handle, currentLink, { ...this.#saved.value, ...this.#options });
      else await this.#addExtras(await withPatience((await loadLater('extras'))(this.#element.assets)));
      if (takeOver) this.#addOthers();
    } catch {
      // It stays as it is, until the network is back.
    }
  }

  /**
   * Adds what the author has named an address for: where answers may be sent, and where it stands how others answered. Each
   * is a script, loaded once the scorecard has its extras.
   */
  #addOthers() {
    if (!this.#handle.follow) return;
    this.#addOther('sending', this.#element.endpoint);
    this.#addOther('feed', this.#element.feed);
  }

  async #addOther(name, address) {
    const element = this.#element;
    const others = this.#others;
    if (!address && !others[name]) return;
    try {
      const { examine, loadLater } = this.#page;
      if (others[name]?.address !== address) {
        others[name] = { address, follow() {} };
        others[name] = (await loadLater(name))({
          element,
          examine,
          address,
          own: this.#own,
          kept: () => this.#saved.value,
          questionnaire: () => this.#input[0],
          emit: (event, detail) => emit(element, event, detail),
        });
      }
      others[name].follow();
    } catch {
      // Nothing of it is shown; after the next act it is tried again.
      others[name] = undefined;
    }
  }

  /** The core's side: made again, with the answers, where its instance is gone. */
  core() {
    if (this.#instance !== module.instance || this.#handle.isStale) this.show(this.#input);
    return this.#handle;
  }

  /** After an act that broke the instance: the widget once more from a fresh one; the second time in a row, none. */
  #recover() {
    module.reinstantiate();
    try {
      if (this.#isBroken) throw failure('crashed', 'broke down twice');
      this.#isBroken = true;
      this.show(this.#input, true);
    } catch (again) {
      this.#page.fail(again);
    }
  }

  /** Sees to it that the author's accent, if there is one, can be told from the page. */
  async correctAccent() {
    const panel = this.#own.node;
    // One that was corrected may have gone since.
    if (!panel.style.length && !getComputedStyle(panel).getPropertyValue('--scorecard-accent')) return;
    try {
      (await this.#page.loadLater('accent'))(panel, this.#element.hasAttribute('debug'));
    } catch {
      // The accent stays as the author has it.
    }
  }

  /** Calls a method of the core and carries out its effects. */
  call(method, ...values) {
    let effects = [];
    try {
      effects = this.core()[method](...values) ?? [];
      this.#isBroken = false;
    } catch {
      this.#recover();
    }
    if (effects.problems) throw fromCore(effects);
    const own = {
      store: (detail) => {
        const isDone = this.#element.scorecard !== null;
        if (this.#saved.add({ ...detail, isDone })) this.show(this.#input);
        this.#addExtras();
      },
      wait: (tap) => {
        const handle = this.#handle;
        setTimeout(() => {
          if (this.#handle === handle) this.call('act', 'elapse', tap, 0, false);
        }, MOMENT);
      },
      focus: (id) => focus(this.#own.root, id),
      reveal: (id) => this.#own.root.getElementById(id)?.scrollIntoView({ block: 'nearest' }),
    };
    carryOut(effects, own, (name, detail) => emit(this.#element, name, detail));
    // All that has happened to the store meanwhile was this element's doing.
    this.#saved.agree();
    this.#addOthers();
  }
}

export default { start: module.start, Widget };
