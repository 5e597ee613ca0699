/**
 * The first screen of a questionnaire that was known when this script was built, shown while the
 * module is loading. It remembers what the reader does there, for the core. This file knows the
 * line about waiting and retrying; the screen itself was drawn by the core at build time
 * (pkg/src/api/first-screen.js).
 */
import { choicesOf } from '../data/options.js';
import { patience } from '../loading/patience.js';
import { make } from './nodes.js';
import * as storage from './storage.js';

/** After how many milliseconds without the core the reader is asked to wait. */
const SOON = 1000;

/** The name of the button that tries to load again. */
const RETRY = 'retry';

/**
 * Makes nodes of a tree of `[tag, { attribute: value }, ...children]`; a child is such a tree or a
 * string.
 */
function grow([tag, attributes, ...children]) {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  element.append(...children.map((child) => (typeof child === 'string' ? child : grow(child))));
  return element;
}

/**
 * Whether the core would show this very screen first in `element`. `id` and `version` are the
 * questionnaire's, `choices` those that the screen was drawn for. False if the reader has saved
 * answers.
 */
export function isFirstFor({ choices, id, version }, element) {
  const own = choicesOf(element);
  const isSame = Object.keys(own).every((name) => own[name] === choices[name]);
  return isSame && !storage.load(element.storage, id, element.instance, version);
}

export class FirstScreen {
  panel = make('div', 'panel');
  /**
   * The reader's latest action, as pkg/src/element/input.js names it:
   * `[name, statement, value, tapped]`.
   */
  last = /** @type {[string, number, number, boolean] | undefined} */ (undefined);
  #words;
  #retry;
  #button;
  #skip;
  #line = make('p', 'hint');
  #said = new Text();
  #timers = /** @type {ReturnType<typeof setTimeout>[]} */ ([]);

  /**
   * `screen` and `words` come from pkg/src/api/first-screen.js; `retry` is called to load again
   * what did not come.
   */
  constructor({ screen, words }, retry) {
    this.panel.append(...screen.map(grow));
    this.#words = words;
    this.#retry = retry;
    this.#button = this.panel.querySelector('[type=submit]');
    this.#skip = this.#button.textContent;
    for (const [name, value] of Object.entries({ role: 'status', lang: words.lang, dir: 'auto' })) {
      this.#line.setAttribute(name, value);
    }
    this.#line.append(this.#said);
  }

  /** Takes in an action of the reader. */
  act(...act) {
    const isRetry = act[0] === RETRY;
    const isFirst = !this.last;
    if (!isRetry) this.last = /** @type {any} */ (act);
    if (this.panel.querySelector(':checked')) this.#call(this.#words.next, 'primary');
    if (!isRetry && !isFirst) return;
    this.#wait(isRetry ? 0 : SOON);
    if (isRetry) this.#retry();
  }

  /** Says that the rest could not be loaded, with a button to try again. */
  miss() {
    this.#stop();
    this.#say(this.#words.notArrived);
    if (this.#line.querySelector('button')) return;
    const again = make('button', 'quiet');
    Object.assign(again, { type: 'button', name: RETRY, textContent: this.#words.tryAgain });
    this.#line.append(' ', again);
  }

  /**
   * Undoes everything but the reader's choices, because the core owns the screen from now on.
   * Returns the reader's latest action.
   */
  settle() {
    this.#stop();
    this.#line.remove();
    this.#call(this.#skip, 'quiet');
    return this.last;
  }

  /** Sets text and look of the button that moves on. */
  #call(text, look) {
    this.#button.textContent = text;
    this.#button.className = look;
    this.#button.part = look;
  }

  #wait(time) {
    this.#stop();
    // A screen reader announces only changes in a live region that is already in the page, so the
    // line is inserted before it says anything new.
    this.#say(this.#said.data);
    this.#timers = [setTimeout(() => this.#say(this.#words.oneMoment), time), setTimeout(() => this.miss(), patience)];
  }

  #stop() {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #say(text) {
    this.#said.data = text;
    // If the line were inserted again, a button in it would lose the focus.
    if (!this.#line.parentNode) this.#button.before(this.#line);
  }
}
