/**
 * Chooses languages. The shim does, not the core, because the words of the chosen one must be fetched.
 */

/** A tag as it is compared: sites also write `nb_NO`. */
const plain = (tag) => String(tag).toLowerCase().replaceAll('_', '-');

/** Bokmål serves for Norwegian and Nynorsk. */
const primary = (tag) =>
  plain(tag)
    .split('-')[0]
    .replace(/^n[on]$/, 'nb');

/** The one of `offered` nearest to `wanted`: itself, then the same language; undefined where none is. */
export function nearest(wanted, offered) {
  return offered.find((tag) => plain(tag) === plain(wanted)) ?? offered.find((tag) => primary(tag) === primary(wanted));
}

/** The language at `element`: its own or its nearest ancestor's, also across shadow roots. */
export function languageOf(element) {
  const carrier = element.closest('[lang]');
  // Not the property `lang`: elements of SVG have none.
  if (carrier) return carrier.getAttribute('lang');
  const { host } = element.getRootNode();
  return host ? languageOf(host) : '';
}
