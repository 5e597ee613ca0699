/**
 * Expands `*` and `?` in file names, because not every shell does. It looks at names in one folder,
 * and does not know what the files are for.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { exists } from './files.js';
import { Wrong } from './wrong.js';

/** `names` with `*` and `?` in file names expanded, and without duplicates. */
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
    // A folder that does not exist, or that has a * in its own name, contains no match.
  }
  if (!found[0]) throw new Wrong(`No file matches ${name} (in ${io.cwd}).`, 'Check the directory and the extension.');
  return found.sort().map((file) => asName(path.join(folder, file)));
}

/** A file may have the name that stands for standard input. */
const asName = (name) => (name === '-' ? `.${path.sep}-` : name);

/**
 * Whether `name` matches `pattern`, in which `*` stands for any number of characters and `?` for
 * one. After a mismatch only the last `*` is extended by one character, so the time is at most the
 * product of both lengths.
 */
export function fits(name, pattern) {
  const characters = [...name];
  const wanted = [...pattern];
  let at = 0;
  let index = 0;
  /** The index of the last `*`, and the index in `name` from which the rest was tried last. */
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
