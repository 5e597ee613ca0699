/**
 * JSON pointers (RFC 6901) and the values that they lead to. Knows pointers and plain data; must
 * not know what any key means.
 */

/** The keys of a pointer, the outermost first. */
export const keysOf = (pointer) =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The pointer made of these keys and indexes. */
export const pointerOf = (...keys) =>
  keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The value at `pointer` in `value`, or undefined if there is none. */
export function valueAt(value, pointer) {
  let here = value;
  for (const key of keysOf(pointer)) {
    if (here === null || typeof here !== 'object' || !Object.hasOwn(here, key)) return undefined;
    here = here[key];
  }
  return here;
}

/**
 * The value as an array, an object or a string; an empty one if the value is of another type. A
 * form shows only values that its fields can hold.
 */
export const asList = (value) => (Array.isArray(value) ? value : []);
export const asMap = (value) => (value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {});
export const asText = (value) => (typeof value === 'string' ? value : value === undefined ? '' : String(value));

/** Whether a value is missing, null, or a string without a visible character. */
export const isBlank = (value) => value === undefined || value === null || (typeof value === 'string' && !value.trim());
