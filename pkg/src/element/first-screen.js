/**
 * The first screen of a questionnaire that was known when the script was built: shown while the module is on its way. What
 * a reader does on it is kept for the core, and the last thing counts. Knows what is said meanwhile; what is on the screen
 * is the core's, which drew it when the script was built (pkg/src/api/first-screen.js).
 */
import { choicesOf } from '../data/options.js';
import { patience } from '../loading/patience.js';
import { make } from './nodes.js';
import * as storage from './storage.js';

/** After how long without the core a reader is told to wait, in milliseconds. */
const SOON = 1000;

/** The name of the button that loads again. */
const RETRY = 'retry';

/** A tree of `[tag, { attribute: value }, ...children]` as nodes; a text is itself. */
function grow([tag, attributes, ...children]) {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  element.append(...children.map((child) => (typeof child === 'string' ? child : grow(child))));
  return element;
}

/**
 * Whether the first screen of the questionnaire with this id and version, drawn for these `choices`, is what the core would
 * show first in this element: not to somebody who comes back.
 */
export function isFirstFor({ choices, id, version }, element) {
  const own = choicesOf(element);
  const isSame = Object.keys(own).every((name) => own[name] === choices[name]);
  return isSame && !storage.load(element.storage, id, element.instance, version);
}

export class FirstScreen {
  panel = make('div', 'panel');
  /** What the reader has done last, as pkg/src/element/input.js names it. */
  last = /** @type {[string, number, number, boolean] | undefined} */ (undefined);
  #words;
  #retry;
  #button;
  #skip;
  #line = make('p', 'hint');
  #said = new Text();
  #timers = /** @type {ReturnType<typeof setTimeout>[]} */ ([]);

  /** `retry` loads again what has not come. */
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

  /** Takes in what the reader does. */
  act(...act) {
    const isRetry = act[0] === RETRY;
    const isFirst = !this.last;
    if (!isRetry) this.last = /** @type {any} */ (act);
    if (this.panel.querySelector(':checked')) this.#call(this.#words.next, 'primary');
    if (!isRetry && !isFirst) return;
    this.#wait(isRetry ? 0 : SOON);
    if (isRetry) this.#retry();
  }

  /** Says that what the reader waits for has not come, with a button to ask for it again. */
  miss() {
    this.#stop();
    this.#say(this.#words.notArrived);
    if (this.#line.querySelector('button')) return;
    const again = make('button', 'quiet');
    Object.assign(again, { type: 'button', name: RETRY, textContent: this.#words.tryAgain });
    this.#line.append(' ', again);
  }

  /** Takes back all but what was chosen: from now on it is the core's screen. Gives what the reader has done last. */
  settle() {
    this.#stop();
    this.#line.remove();
    this.#call(this.#skip, 'quiet');
    return this.last;
  }

  /** Gives the button that moves on this text and this look. */
  #call(text, look) {
    this.#button.textContent = text;
    this.#button.className = look;
    this.#button.part = look;
  }

  #wait(time) {
    this.#stop();
    // There before something stands in it: then it is read out.
    this.#say(this.#said.data);
    this.#timers = [setTimeout(() => this.#say(this.#words.oneMoment), time), setTimeout(() => this.miss(), patience)];
  }

  #stop() {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #say(text) {
    this.#said.data = text;
    // Put in anew, a button in it would lose the focus.
    if (!this.#line.parentNode) this.#button.before(this.#line);
  }
}
