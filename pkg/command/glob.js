/**
 * File names with `*` and `?` in them: not every shell carries them out. Knows names in one folder; not what the files
 * are for.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { exists } from './files.js';
import { Wrong } from './wrong.js';

/** `names` without repetitions, each `*` and `?` in a file's name carried out. */
export function expand(names, io) {
  const all = names.flatMap((name) => (/[*?]/.test(name) && !exists(name, io) ? matches(name, io) : [name]));
  return [...new Set(all)];
}

function matches(name, io) {
  const folder = path.dirname(name);
  const pattern = path.basename(name);
  let found = [];
  try {
    const files = readdirSync(path.resolve(io.cwd, folder));
    found = files.filter((file) => !file.startsWith('.') && fits(file, pattern));
  } catch {
    // A folder that is not there, or has a * in its own name, holds nothing that fits.
  }
  if (!found[0]) throw new Wrong(`No file fits ${name} (in ${io.cwd}).`, 'Look at its folder and its ending.');
  return found.sort().map((file) => asName(path.join(folder, file)));
}

/** A file may be called as standard input is. */
const asName = (name) => (name === '-' ? `.${path.sep}-` : name);

/**
 * Whether `name` fits `pattern`, in which `*` is any number of characters and `?` is one. After a mismatch only the last
 * `*` is tried again with one character more, so the time is at most the product of both lengths.
 */
export function fits(name, pattern) {
  const characters = [...name];
  const wanted = [...pattern];
  let at = 0;
  let index = 0;
  /** Where the last `*` stands, and where what follows it was tried last. */
  let star = -1;
  let tried = 0;
  while (at < characters.length) {
    if (wanted[index] === '*') {
      star = index++;
      tried = at;
    } else if (index < wanted.length && (wanted[index] === '?' || wanted[index] === characters[at])) {
      index++;
      at++;
    } else if (star >= 0) {
      index = star + 1;
      at = ++tried;
    } else {
      return false;
    }
  }
  return wanted.slice(index).every((character) => character === '*');
}
