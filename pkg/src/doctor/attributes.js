/**
 * Finds attributes on the tag that have no effect: misspelt names, and values that are not allowed.
 * This file has the values; the element's class has the names.
 */

/** The values that an attribute may have, the default first. */
export const VALUES = {
  layout: ['paged', 'list'],
  advance: ['tap', 'manual'],
  feedback: ['end', 'each'],
  theme: ['auto', 'light', 'dark'],
  order: ['interleaved', 'author', 'shuffled'],
  load: ['visible', 'now', 'click'],
  storage: ['session', 'local', 'none'],
  encoding: ['json', 'form'],
};
/** Attributes that hold the URL of a server. */
const ADDRESSES = ['endpoint', 'feed'];
/** What is only a property: an object, which an attribute cannot hold. */
const PROPERTIES = ['questionnaire', 'answers'];
/** An object or JSON text, in a place for a URL. */
const IS_DATA = /^\s*[[{]/;
/** Names that other libraries use for these attributes. */
const OTHERS = { language: 'lang', locale: 'lang', source: 'src', href: 'src', url: 'src', questionnaire: 'src' };

/** Whether this is empty, or a URL that can be sent to or fetched from. */
const isAddress = (value) =>
  value === '' ||
  (URL.canParse(value, document.baseURI) && /^https?:$/.test(new URL(value, document.baseURI).protocol));

/** The messages about the attributes of `element`. */
export function misused(element) {
  const known = [...element.constructor.observedAttributes, 'lang', 'debug'];
  const texts = [];
  for (const { name, value } of element.attributes) {
    const bare = name.replace('data-', '');
    if (ADDRESSES.includes(name) && !isAddress(value)) {
      texts.push(
        `${name}="${value}" is not the URL of a server, so it has no effect. Write one, as in\n${name}="https://example.org/"`,
      );
    } else if (known.includes(name)) {
      const values = VALUES[name];
      if (!values || values.includes(value)) continue;
      const lines = values.map((it) => `${name}="${it}"`).join('\n');
      texts.push(`${name}="${value}" is not allowed, so the default applies. Write one of these:\n${lines}`);
    } else if (PROPERTIES.includes(name) && (name === 'answers' || IS_DATA.test(value))) {
      // A server wrote the attribute, but the page may have set the property since.
      if (!Object.keys(element[name] ?? {}).length) texts.push(asProperty(name, value));
    } else {
      // The names of global attributes are not similar to any of these.
      const near = known.includes(bare) ? bare : nearest(name, [...known, ...Object.keys(OTHERS)]);
      const meant = OTHERS[near] ?? near;
      if (meant) texts.push(`This tag has no attribute ${name}. Did you mean ${meant}?\n${meant}="${value}"`);
    }
  }
  return texts;
}

/**
 * The advice if the attribute `name` holds what only the property `property` can; undefined if it
 * does not.
 */
export function asProperty(name, value, property = name) {
  if (name === 'src' && !IS_DATA.test(value)) return undefined;
  return `${name}="${shortened(value)}" is an attribute, but ${property} is a property, not an attribute. React before 19
and pages rendered on a server write attributes. In React, write
<misconception-scorecard ref={(it) => { if (it) it.${property} = ${property}; }}></misconception-scorecard>
in Vue and Nuxt
<misconception-scorecard :${property}.prop="${property}"></misconception-scorecard>
and in a script
document.querySelector('misconception-scorecard').${property} = ${property};`;
}

const shortened = (value) => (value.length > 40 ? `${value.slice(0, 40)}…` : value);

/**
 * The one of `words` that differs from `word` by one or two letters, at most one in three, and has
 * the same first letter.
 */
function nearest(word, words) {
  const within = (steps) => words.find((it) => it[0] === word[0] && it.length >= steps * 3 && isNear(word, it, steps));
  return within(1) ?? within(2);
}

/**
 * Whether `one` becomes `other` by at most `steps` insertions, deletions, changes, or swaps of
 * neighbouring letters.
 */
function isNear(one, other, steps) {
  if (steps < 0 || one === other) return steps >= 0;
  const [a, b] = [one.slice(1), other.slice(1)];
  if (one[0] === other[0]) return isNear(a, b, steps);
  const isSwapped = one[0] === other[1] && one[1] === other[0];
  return (
    [
      [a, other],
      [one, b],
      [a, b],
    ].some((rest) => isNear(...rest, steps - 1)) ||
    (isSwapped && isNear(one.slice(2), other.slice(2), steps - 1))
  );
}
