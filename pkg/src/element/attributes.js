/**
 * The element's attributes that are properties too. Knows their names and what they are without; not what they do.
 */

/** The attributes that are properties too, and what those are without. */
export const ATTRIBUTES = {
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
  endpoint: '',
  encoding: 'json',
  feed: '',
};
/** @typedef {keyof typeof ATTRIBUTES} Name */
/** @typedef {HTMLElement & Pick<import('../../element.js').MisconceptionScorecard, Name>} Reflecting What has them. */

/** Attributes whose change needs no new start: the style sheet sees the one, the next is past, and where answers are sent is asked when they are. */
export const IGNORED = ['theme', 'load', 'endpoint', 'encoding', 'feed'];

/** Gives the element a property for each. */
export function reflect(prototype) {
  for (const [name, without] of Object.entries(ATTRIBUTES)) {
    Object.defineProperty(prototype, name, {
      get() {
        return this.getAttribute(name) ?? without;
      },
      set(value) {
        this.setAttribute(name, value);
      },
      enumerable: true,
    });
  }
}
