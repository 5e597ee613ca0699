/**
 * Chooses the language nearest to the one that is wanted. JavaScript does this and not the core,
 * because the messages of that language must be fetched before the core can use them.
 */

/**
 * A language tag in the form in which tags are compared; some sites write `nb_NO`. A value that is
 * no string counts as no tag.
 */
const plain = (tag) => (typeof tag === 'string' ? tag.toLowerCase().replaceAll('_', '-') : '');

/** The primary language of a tag. Bokmål serves for Norwegian (`no`) and Nynorsk (`nn`) too. */
const primary = (tag) =>
  plain(tag)
    .split('-')[0]
    .replace(/^n[on]$/, 'nb');

/**
 * The tag in `offered` that is equal to `wanted`, or else one with the same primary language;
 * undefined if there is none.
 */
export function nearest(wanted, offered) {
  // A tag that begins with a hyphen has no primary language, nor has the empty language of a page
  // without `lang`.
  const same = (part) => (part(wanted) ? offered.find((tag) => part(tag) === part(wanted)) : undefined);
  return same(plain) ?? same(primary);
}

/**
 * The language of `questionnaire`, or of one of its `translations`, that is nearest to `wanted`;
 * undefined if there is none. If `lang` is no string, it is skipped here: the core reports it.
 */
export function nearestIn({ lang, translations }, wanted) {
  return nearest(wanted, [...(typeof lang === 'string' ? [lang] : []), ...Object.keys(translations)]);
}

/**
 * The language at `element`: the `lang` attribute of itself or its nearest ancestor, also across
 * shadow roots.
 */
export function languageOf(element) {
  const carrier = element.closest('[lang]');
  // SVG elements have no property `lang`.
  if (carrier) return carrier.getAttribute('lang');
  const { host } = element.getRootNode();
  return host ? languageOf(host) : '';
}
