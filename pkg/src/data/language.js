/**
 * Chooses languages. The shim does, not the core, because the words of the chosen one must be fetched.
 */

/** Bokmål serves for Norwegian and Nynorsk. */
const primary = (tag) =>
  String(tag)
    .toLowerCase()
    .split('-')[0]
    .replace(/^n[on]$/, 'nb');

/** The one of `offered` nearest to `wanted`: itself, then the same language; undefined where none is. */
export function nearest(wanted, offered) {
  return (
    offered.find((tag) => String(tag).toLowerCase() === wanted.toLowerCase()) ??
    offered.find((tag) => primary(tag) === primary(wanted))
  );
}

/** The language at `element`: its own or its nearest ancestor's, also across shadow roots. */
export function languageOf(element) {
  const carrier = element.closest('[lang]');
  if (carrier) return carrier.lang;
  const { host } = element.getRootNode();
  return host ? languageOf(host) : '';
}
