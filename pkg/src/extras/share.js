/**
 * Shares the link to a scorecard, and opens the one in the page's URL. This file deals with the URL
 * and the browser's ways of sharing; the core knows what is in a link and what it shows. Opening a
 * link stores and sends nothing.
 */

import { uncover } from '../element/focus.js';
import { addressBefore, decoded } from './address.js';

/**
 * For each element: the source of the link whose scorecard was shown, and of the one that the
 * reader has left. A new start neither moves the reader to the first again, nor opens the second
 * again.
 */
const led = new WeakMap();
const left = new WeakMap();

/** Whether the page was loaded with this fragment. */
const isFirst = (source) => performance.getEntriesByType('navigation')[0]?.name.endsWith(source);

/**
 * Gives `{ title, text, url }` to the system's share sheet, or else text and URL to the clipboard.
 * Resolves to 'shared', 'copied', 'stopped' if the reader cancelled, or undefined if the browser
 * refuses both.
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

/**
 * The links of one scorecard. `core` is its handle, `panel` the element it is drawn in;
 * `currentLink` returns the link in the page's URL.
 */
export class Sharing {
  #core;
  #panel;
  #currentLink;
  /** The event's detail for the link that is shown to be copied by hand. */
  #linkGiven;

  constructor(core, panel, currentLink) {
    this.#core = core;
    this.#panel = panel;
    this.#currentLink = currentLink;
  }

  /** Begins to listen, and shows the scorecard that the page's URL links to, if it does. */
  start() {
    const reference = new WeakRef(this);
    // The module keeps a reference to the panel, and the panel to its listeners, so the listener
    // must not hold this object.
    this.#panel.addEventListener('copy', ({ target }) => {
      const alive = reference.deref();
      if (alive) alive.#copied(target);
    });
    const { source = '' } = this.#currentLink() ?? {};
    this.follow(!isFirst(source) && led.get(this.#panel.getRootNode().host) !== source);
  }

  /**
   * Shows the scorecard in the link, if it is of this questionnaire. `isNew`: the link has just
   * been put into the URL.
   */
  follow(isNew) {
    const { host, activeElement } = this.#panel.getRootNode();
    const link = this.#currentLink();
    if (!host?.isConnected || !link || (!isNew && left.get(host) === link.source)) return;
    const text = link.isOld ? decoded(link.text) : link.text;
    if (!this.#core.follow(text, link.isOld)) return;
    led.set(host, link.source);
    const banner = this.#panel.querySelector('#shared');
    // A new link moves the focus and scrolls to its target, as any fragment does. An old one must
    // not pull the reader back.
    if (isNew || activeElement) banner.focus({ preventScroll: true });
    const { top, bottom } = banner.getBoundingClientRect();
    if ((isNew || !scrollY) && (top < 0 || bottom > innerHeight)) banner.scrollIntoView();
    if (isNew) uncover(banner, host);
  }

  /**
   * Carries out what the button with this name does, and returns effects; undefined if it is no
   * button of sharing.
   */
  press(name) {
    if (name === 'leave' || name === 'claim') return this.#leave(name);
    if (name === 'share') this.#share();
    // The reader has changed what is to be in the link, so the one that is shown is out of date.
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
    // The same message again would not be read out, so the old one is removed first.
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
