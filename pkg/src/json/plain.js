/**
 * Tells whether a value is plain data, which JSON can hold, and if not, what and where. This file
 * does not know what the data is for.
 */
import { escaped } from './positions.js';

/**
 * How many values a document may have. 1 MB of JSON has fewer; arrays that share items may come to
 * billions.
 */
const MOST_VALUES = 1e6;

/**
 * The first part of `value` because of which it cannot be read; undefined if there is none.
 * `pointer` says where. `fault` is `kind` if it is not plain data but what `found` says, `depth` if
 * it is nested deeper than `mostLevels`, and `size` if there are too many values. A key whose value
 * is `undefined` counts as absent.
 */
export function oddPart(value, mostLevels) {
  let count = 0;
  const look = (part, pointer, around) => {
    count++;
    if (count > MOST_VALUES) return { fault: 'size', pointer: '' };
    const kind = kindOf(part);
    if (kind === 'plain') return undefined;
    if (kind !== 'array' && kind !== 'object') return { fault: 'kind', pointer, found: kind };
    if (around.includes(part)) return { fault: 'kind', pointer, found: `an ${kind} that contains itself` };
    if (around.length === mostLevels) return { fault: 'depth', pointer };
    const inside = [...around, part];
    // A hole in an array is an item that is undefined, which `keys()` includes.
    for (const key of kind === 'array' ? part.keys() : Object.keys(part)) {
      const item = part[key];
      if (kind === 'object' && item === undefined) continue;
      const odd = look(item, `${pointer}/${escaped(String(key))}`, inside);
      if (odd) return odd;
    }
    return undefined;
  };
  return look(value, '', []);
}

/**
 * `plain`, `array`, `object`, or the name of something that is none of these.
 */
function kindOf(value) {
  if (value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value)) return 'plain';
  if (value === undefined || typeof value === 'number') return String(value);
  if (typeof value !== 'object') return typeof value;
  if (Array.isArray(value)) return 'array';
  const name = Object.prototype.toString.call(value).slice(8, -1);
  if (name !== 'Object') return name;
  return typeof value.toJSON === 'function' ? 'object with toJSON' : 'object';
}
