/**
 * Tells whether a value is plain data, such as JSON can hold, and if not, where. Knows JavaScript's values; not what
 * the data is for.
 */
import { escaped } from './positions.js';

/** How many values a document may have. In one of 1 MB they are fewer; lists that share items may come to billions. */
const MOST_VALUES = 1e6;

/**
 * The first part of `value` that keeps it from being read, with its `pointer`, or undefined. Its `fault` is `kind`
 * where it is not plain data but what `found` says, `depth` where it is nested deeper than `mostLevels`, `size` where
 * there is no end of it. A key that is `undefined` is absent.
 */
export function oddPart(value, mostLevels) {
  let count = 0;
  const look = (part, pointer, around) => {
    count++;
    if (count > MOST_VALUES) return { fault: 'size', pointer: '' };
    const kind = kindOf(part);
    if (kind === 'plain') return undefined;
    if (kind !== 'list' && kind !== 'map') return { fault: 'kind', pointer, found: kind };
    if (around.includes(part)) return { fault: 'kind', pointer, found: `a ${kind} within itself` };
    if (around.length === mostLevels) return { fault: 'depth', pointer };
    const inside = [...around, part];
    // A gap in a list is an item that is undefined.
    for (const key of kind === 'list' ? part.keys() : Object.keys(part)) {
      const item = part[key];
      if (kind === 'map' && item === undefined) continue;
      const odd = look(item, `${pointer}/${escaped(String(key))}`, inside);
      if (odd) return odd;
    }
    return undefined;
  };
  return look(value, '', []);
}

/** `plain`, `list`, `map`, or in words what is none of these. */
function kindOf(value) {
  if (value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value)) return 'plain';
  if (value === undefined || typeof value === 'number') return String(value);
  if (typeof value !== 'object') return typeof value;
  if (Array.isArray(value)) return 'list';
  const name = Object.prototype.toString.call(value).slice(8, -1);
  if (name !== 'Object') return name;
  return typeof value.toJSON === 'function' ? 'object with toJSON' : 'map';
}
