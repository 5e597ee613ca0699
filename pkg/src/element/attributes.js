/**
 * Which attributes of the element are properties too, and their defaults. It does not know what the
 * attributes do.
 */

/** Attribute names and default values. */
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
/**
 * @typedef {HTMLElement & Pick<import('../../element.js').MisconceptionScorecard, Name>} Reflecting
 *   An element with these properties.
 */

/**
 * A change of these needs no new start. The style sheet reads `theme` itself, `load` no longer
 * matters after the start, and the others are read when they are needed.
 */
export const IGNORED = ['theme', 'load', 'endpoint', 'encoding', 'feed'];

/** Adds a property for each attribute to `prototype`. */
export function reflect(prototype) {
  for (const [name, without] of Object.entries(ATTRIBUTES)) {
    Object.defineProperty(prototype, name, {
      get() {
        return this.getAttribute(name) ?? without;
      },
      set(value) {
        // Frameworks set null or undefined to remove an attribute.
        if (value == null) this.removeAttribute(name);
        else this.setAttribute(name, value);
      },
      enumerable: true,
    });
  }
}
