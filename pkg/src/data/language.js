/**
 * Chooses languages. The shim does, not the core, because the words of the chosen one must be fetched.
 */

/** A tag as it is compared: sites also write `nb_NO`. What is no text is no tag. */
const plain = (tag) => (typeof tag === 'string' ? tag.toLowerCase().replaceAll('_', '-') : '');

/** Bokmål serves for Norwegian and Nynorsk. */
const primary = (tag) =>
  plain(tag)
    .split('-')[0]
    .replace(/^n[on]$/, 'nb');

/** The one of `offered` nearest to `wanted`: itself, then the same language; undefined where none is. */
export function nearest(wanted, offered) {
  // A name that begins with a hyphen has no primary part, and neither has a page without a language.
  const same = (part) => (part(wanted) ? offered.find((tag) => part(tag) === part(wanted)) : undefined);
  return same(plain) ?? same(primary);
}

/**
 * The language of `questionnaire`, or of one of its `translations`, a map, that is nearest to `wanted`; undefined where
 * none is. A language that is no text is the core's to refuse.
 */
export function nearestIn({ lang, translations }, wanted) {
  return nearest(wanted, [...(typeof lang === 'string' ? [lang] : []), ...Object.keys(translations)]);
}

/** The language at `element`: its own or its nearest ancestor's, also across shadow roots. */
export function languageOf(element) {
  const carrier = element.closest('[lang]');
  // Not the property `lang`: elements of SVG have none.
  if (carrier) return carrier.getAttribute('lang');
  const { host } = element.getRootNode();
  return host ? languageOf(host) : '';
}
