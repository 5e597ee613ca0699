/**
 * The element once everything is loaded: it talks to the core, saves the answers and carries out
 * effects. This is a script of its own, loaded beside the module, because the first screen does not
 * need it. It must not import a file with state that the entry script (pkg/src/element.js) imports
 * too: it would get a second copy. The element hands those things over as a `Page`.
 */
import style from '#scorecard-style';
import { failure, fromCore } from '../data/failure.js';
import { coreOptions } from '../data/options.js';
import { carryOut, emit } from './effects.js';
import { focus } from './focus.js';
import * as module from './instance.js';
import { SavedState } from './saved-state.js';
import { draw } from './takeover.js';

/** How long the reader sees a tapped answer before the next statement comes, in milliseconds. */
const MOMENT = 350;
/** The value of `Handle.notice()` for saved answers that do not fit the questionnaire any more. */
const OTHER_SHAPE = 1;

/** The advice for a site that has not uploaded the module. */
const MISSING = `So a scorecard cannot be shared, printed or saved here. Copy the whole folder dist/ of the package, name it in the attribute assets if it is elsewhere, or with a bundler import 'misconception-scorecard/define', which needs no file`;
/** Whether the page has been told so. */
let isTold = false;

/**
 * @typedef {object} Page What the element hands over.
 * @property {typeof import('./link.js').currentLink} currentLink
 * @property {typeof import('../loading/patience.js').withPatience} withPatience
 * @property {typeof import('./examine.js').examine} examine
 * @property {(name: string) => Promise<any>} loadLater Loads a script by its name.
 * @property {() => any} fallbackReason The error because of which the JavaScript fallback runs
 *   instead of WebAssembly, if it does.
 * @property {() => boolean} isCurrent Whether the latest start is the one that is shown, and the
 *   element is in a page.
 * @property {() => import('./first-screen.js').FirstScreen['last']} settleFirst Leaves a first
 *   screen to the core, and returns the reader's latest action on it.
 * @property {(about: { id: string, version: string, lang: string }) => void} drawn To be called
 *   when the core has drawn; `about` is the questionnaire.
 * @property {(error: Error) => void} fail Ends the widget and brings the fallback back.
 */

class Widget {
  #element;
  #own;
  #page;
  /**
   * The core's handle, and the instance of the module that it belongs to. Once the extras are
   * added, the handle is the `ExtrasHandle` of extras/extras.js.
   */
  #handle;
  #instance;
  /**
   * What was shown last: `[questionnaire, [language, messages]]`; and the core's options that are
   * not saved.
   */
  #input;
  #options;
  /** Whether the previous call to the core crashed the module. */
  #isBroken;
  /** What is saved for this element. */
  #saved;
  /** How often the network has come back. */
  #returns = 0;
  /**
   * What is loaded only if the author has set a URL for it, by the name of its script: `sending`
   * and `feed`.
   */
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

  /**
   * Whether both the questionnaire and the messages of this input are in the language that is shown
   * already.
   */
  isSpoken([questionnaire, [lang]]) {
    return this.#input[0]?.lang === questionnaire?.lang && this.#input[1][0] === lang;
  }

  /**
   * Shows the screen where the reader is. `input` is `[questionnaire, [language, messages]]`;
   * `byReader` moves the focus to the heading.
   */
  show(input, byReader) {
    const [questionnaire, localized] = input;
    const { id, version, lang } = questionnaire ?? {};
    const element = this.#element;
    const { instance } = element;
    const before = this.#saved.find(id, version, Boolean(this.#handle));
    // A saved step is an index into the steps of one plan, so it counts only if the plan is the
    // same. The scorecard comes last in every plan.
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
    // Saved answers of another shape are gone; only the reader's choice of where to save stays.
    const kept = handle.notice() === OTHER_SHAPE ? { id, instance, version, plan, seed, persistent } : saved;
    this.#saved.accept({ ...kept, answers: handle.answers() });
    this.#page.drawn({ id, version, lang });
    if (byReader || (activeElement && !root.activeElement)) focus(root, 'heading');
    if (element.isConnected) this.correctAccent();
    else element.disconnectedCallback();
    emit(element, 'ready', { id, version, lang });
    this.#repeat(chosen, last);
    const shown = { questionnaire, spoken: localized[0], before, notice: handle.notice() };
    this.#page.examine({ element, shown }).then((isExamined) => isExamined || this.#tellMissing());
    this.#addExtras();
  }

  /**
   * Warns once per page, on any host, that the site lacks the module: its readers miss the extras,
   * and would not tell the author.
   */
  #tellMissing() {
    const reason = this.#page.fallbackReason();
    if (reason?.code !== 'unreachable' || isTold) return;
    isTold = true;
    console.warn(`<misconception-scorecard> ${reason.message}. ${MISSING}`);
  }

  /**
   * Tells the core what the reader has `chosen` on a first screen. The reader's `last` action there
   * has the same effect as it would have now: a tap moves on.
   */
  #repeat(chosen, last) {
    for (const act of chosen) {
      const isLast = last && act.every((it, index) => it === last[index]);
      this.call('act', ...act, isLast ? last[3] : false);
    }
    if (last?.[0] === 'next') this.call('act', ...last);
  }

  /** Adapts what is shown after the element was moved. */
  settle() {
    this.correctAccent();
    this.#addExtras();
  }

  /**
   * Takes in an event of the window.
   *
   * - `storage`: the reader has answered in another tab. This tab goes on from there before it
   *   can save something older.
   * - `pageshow`: likewise, for a page that the browser has kept in memory.
   * - `hashchange`: the page's URL may now be a link to a scorecard.
   * - `online`: the extras may be loaded now.
   */
  hear(event) {
    const { type, key, persisted } = event;
    this.#others.sending?.hear?.(event);
    if (type === 'pageshow') {
      // The browser has restored the page from its back/forward cache.
      if (persisted && this.#saved.isOutdated) this.#readAgain();
    } else if (type === 'storage') {
      if (this.#saved.concerns(key)) this.#readAgain();
    } else if (type === 'hashchange' && this.core().follow) this.call('follow');
    else {
      if (type === 'online') this.#returns++;
      this.#addExtras();
    }
  }

  /** Draws again from what is in the storage. */
  #readAgain() {
    this.#saved.value = {};
    this.show(this.#input);
  }

  /** Forgets all answers, also the saved ones, and goes back to the first screen. */
  reset() {
    const { id, instance, persistent } = this.#saved.value;
    this.#rewind({ id, instance, persistent });
  }

  /** Goes back to the first screen and keeps the answers. */
  restart() {
    this.#rewind({ ...this.#saved.value, step: 0, isDone: false });
  }

  #rewind(saved) {
    this.#saved.replace(saved);
    this.show(this.#input);
  }

  /**
   * Loads the extras and adds them, if there is a scorecard or a link to one. It does nothing if
   * the reader or the element has gone elsewhere meanwhile, or if the module has just crashed: then
   * it is called again later. If the extras cannot be loaded, the scorecard stays without them.
   * `takeOver` is set in the second call, which it makes itself once they are loaded.
   */
  async #addExtras(takeOver) {
    const handle = this.#handle;
    const { currentLink, withPatience, loadLater, isCurrent, fallbackReason } = this.#page;
    const { isDone, again } = this.#saved.value;
    const isWanted = !handle.follow && (isDone || again || currentLink());
    if (!isWanted || !isCurrent() || this.#isBroken || fallbackReason()) return;
    const returns = this.#returns;
    try {
      if (takeOver) this.#handle = takeOver(this.#own, handle, currentLink, { ...this.#saved.value, ...this.#options });
      else await this.#addExtras(await withPatience((await loadLater('extras'))(this.#element.assets)));
      if (takeOver) this.#addOthers();
    } catch {
      // Everything stays as it is until the network is back. If it came back while this was
      // loading, try at once.
      if (returns !== this.#returns) this.#addExtras();
    }
  }

  /**
   * Adds what the author has set a URL for: `endpoint`, where readers may send their answers, and
   * `feed`, which tells how others answered. Each is a script of its own, loaded once the extras
   * are there.
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
        others[name]?.stop();
        others[name] = { address, follow() {}, stop() {} };
        if (!address) return;
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
      // Nothing of it is shown. The reader's next action tries again.
      others[name] = undefined;
    }
  }

  /**
   * The core's handle. If its instance is gone, the widget is drawn again first, from the saved
   * answers.
   */
  core() {
    if (this.#instance !== module.instance || this.#handle.isStale) this.show(this.#input);
    return this.#handle;
  }

  /**
   * Draws the widget again from a new instance after the module has crashed. A second crash in a
   * row ends the widget.
   */
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

  /** Corrects the author's accent, if there is one that cannot be told from the page. */
  async correctAccent() {
    const panel = this.#own.node;
    // Also if there is none now: one that was corrected before may be gone.
    if (!panel.style.length && !getComputedStyle(panel).getPropertyValue('--scorecard-accent')) return;
    try {
      const debug = this.#element.getAttribute('debug') ?? 'off';
      (await this.#page.loadLater('accent'))(panel, debug !== 'off');
    } catch {
      // The accent stays as the author has set it.
    }
  }

  /** Moves the focus to the element with this id. */
  focus(id) {
    focus(this.#own.root, id);
  }

  /**
   * Calls a method of the core and carries out the effects it returns. Throws if the core refuses
   * `values`.
   */
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
      focus: (id) => this.focus(id),
      reveal: (id) => this.#own.root.getElementById(id)?.scrollIntoView({ block: 'nearest' }),
    };
    carryOut(effects, own, (name, detail) => emit(this.#element, name, detail));
    // All changes of the storage up to here were this element's own.
    this.#saved.agree();
    this.#addOthers();
  }
}

export default { start: module.start, Widget };
