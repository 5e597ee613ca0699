/**
 * JSON pointers (RFC 6901) and the values they lead to. Knows pointers and plain data; not what any key means.
 */

/** The keys of a pointer, from the top. */
export const keysOf = (pointer) =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The pointer of these keys and indexes. */
export const pointerOf = (...keys) =>
  keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** What stands at `pointer` in `value`; undefined where nothing does. */
export function valueAt(value, pointer) {
  let here = value;
  for (const key of keysOf(pointer)) {
    if (here === null || typeof here !== 'object' || !Object.hasOwn(here, key)) return undefined;
    here = here[key];
  }
  return here;
}

/** A value as a list, a map or a text, whatever an author has put there: a form shows only what it can. */
export const asList = (value) => (Array.isArray(value) ? value : []);
export const asMap = (value) => (value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {});
export const asText = (value) => (typeof value === 'string' ? value : value === undefined ? '' : String(value));

/** Whether there is nothing to read in a value. */
export const isBlank = (value) => value === undefined || value === null || (typeof value === 'string' && !value.trim());
