/**
 * Hands the link to a scorecard on, and follows the one in the page's address. Knows the address and the browser's ways
 * of sharing; what stands in a link and what it shows is the core's. Opening a link stores and sends nothing.
 */

import { uncover } from '../element/input.js';
import { addressBefore, decoded } from './address.js';

/** By element: the source of the link that its reader was led to, and of the one they have left; a new start does neither again. */
const led = new WeakMap();
const left = new WeakMap();

/** Whether the page came with this fragment. */
const isFirst = (source) => performance.getEntriesByType('navigation')[0]?.name.endsWith(source);

/**
 * Gives `{ title, text, url }` to the share sheet, or else text and address to the clipboard: 'shared', 'copied', 'stopped'
 * where the reader thought better of it, or undefined where the browser refuses both.
 */
async function hand(data) {
  try {
    if (navigator.share && navigator.canShare?.(data)) {
      await navigator.share(data);
      return 'shared';
    }
  } catch (error) {
    if (error.name === 'AbortError') return 'stopped';
  }
  try {
    await navigator.clipboard.writeText(`${data.text}\n${data.url}`);
    return 'copied';
  } catch {
    return undefined;
  }
}

/** The links of one scorecard: `core` is its handle, `panel` where it is drawn, `currentLink` gives the one in the page's address. */
export class Sharing {
  #core;
  #panel;
  #currentLink;
  /** What is told of the link that is shown to be copied by hand. */
  #linkGiven;

  constructor(core, panel, currentLink) {
    this.#core = core;
    this.#panel = panel;
    this.#currentLink = currentLink;
  }

  /** Follows the address. */
  start() {
    const reference = new WeakRef(this);
    // The module holds the panel, and the panel what listens on it.
    this.#panel.addEventListener('copy', ({ target }) => {
      const alive = reference.deref();
      if (alive) alive.#copied(target);
    });
    const { source = '' } = this.#currentLink() ?? {};
    this.follow(!isFirst(source) && led.get(this.#panel.getRootNode().host) !== source);
  }

  /** Shows what the address says of this questionnaire; `isNew`: it has just been put there. */
  follow(isNew) {
    const { host, activeElement } = this.#panel.getRootNode();
    const link = this.#currentLink();
    if (!host?.isConnected || !link || (!isNew && left.get(host) === link.source)) return;
    const text = link.isOld ? decoded(link.text) : link.text;
    if (!this.#core.follow(text, link.isOld)) return;
    led.set(host, link.source);
    const banner = this.#panel.querySelector('#shared');
    // Who follows a link is led to where it leads, as by any other fragment; but nobody is called back.
    if (isNew || activeElement) banner.focus({ preventScroll: true });
    const { top, bottom } = banner.getBoundingClientRect();
    if ((isNew || !scrollY) && (top < 0 || bottom > innerHeight)) banner.scrollIntoView();
    if (isNew) uncover(banner, host);
  }

  /** Carries out what a reader does with links, and gives back effects; undefined for any other button. */
  press(name) {
    if (name === 'leave' || name === 'claim') return this.#leave(name);
    if (name === 'share') this.#share();
    // Another link is wanted than the one that is shown.
    else if (name === 'too') this.#core.give(false, '');
    else if (name !== 'link') return undefined;
    return [];
  }

  #leave(name) {
    left.set(this.#panel.getRootNode().host, this.#currentLink()?.source);
    return this.#core[name]();
  }

  async #share() {
    const answers = this.#panel.querySelector('[name=too]').checked;
    const { link, ...words } = this.#core.link(answers);
    const url = addressBefore() + link;
    const detail = { url, answers };
    // What is said twice is heard twice.
    this.#core.give(false, '');
    const way = await hand({ ...words, url });
    if (way === 'shared' || way === 'copied') this.#tell(detail);
    if (way === 'copied') this.#core.give(true, '');
    if (way) return;
    this.#linkGiven = detail;
    this.#core.give(false, url);
    const field = this.#panel.querySelector('#link');
    field?.focus();
    field?.select();
  }

  #copied({ id }) {
    if (id === 'link') this.#tell(this.#linkGiven);
  }

  #tell(detail) {
    const { host } = this.#panel.getRootNode();
    host?.dispatchEvent(new CustomEvent('scorecard-shared', { bubbles: true, composed: true, detail }));
  }
}
