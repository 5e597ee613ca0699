/**
 * Reads and writes the files named in a command line. Knows names, encodings and what can go wrong with them; not what
 * is in a file.
 */
import { readdirSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { closest } from './closest.js';
import { Wrong } from './wrong.js';

/** Standard input, as a name. */
export const INPUT = '-';

/** How a file is called in a sentence. */
export const called = (name) => (name === INPUT ? 'standard input' : name);

/** The text of the file `name`, without a byte order mark. */
export async function readText(name, io) {
  const bytes = name === INPUT ? await readInput(io) : await readNamed(name, io);
  const marks = bytes[0] + 256 * bytes[1];
  try {
    if (marks === 0xfeff || marks === 0xfffe) throw new TypeError('UTF-16');
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Wrong(
      `${called(name)} is not saved as UTF-8, so its letters cannot be read.`,
      'Save it again in your editor with the encoding UTF-8.',
    );
  }
}

async function readNamed(name, io) {
  if (/^https?:/i.test(name)) {
    throw new Wrong(`${name} is an address. This command reads files and uses no network.`, 'Save it as a file first.');
  }
  try {
    return await readFile(path.resolve(io.cwd, name));
  } catch (error) {
    throw new Wrong(...whyNotRead(name, error, io));
  }
}

async function readInput({ stdin, stderr }) {
  if (stdin.isTTY) stderr.write('Reading what you type. End with Ctrl+D (on Windows Ctrl+Z, then Enter).\n');
  const parts = [];
  for await (const part of stdin) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

function whyNotRead(name, { code, message }, io) {
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const meant = neighbour(name, io);
    const remedy = meant ? `Did you mean ${meant}?` : 'Look at its name and folder.';
    return [`There is no file ${name} (in ${io.cwd}).`, remedy];
  }
  if (code === 'EISDIR') return [`${name} is a folder.`, `Name the files in it, as in ${path.join(name, '*.json')}`];
  if (code === 'EACCES' || code === 'EPERM') {
    return [`You are not allowed to read ${name}.`, 'Ask for the permission, or copy it to a folder of your own.'];
  }
  return [`${name} cannot be read: ${message}.`];
}

/** A file beside `name` whose name is much like it. */
function neighbour(name, io) {
  const folder = path.dirname(name);
  try {
    const meant = closest(path.basename(name), readdirSync(path.resolve(io.cwd, folder)));
    return meant && path.join(folder, meant);
  } catch {
    return undefined;
  }
}

/** Writes a file; where `isNew`, only if there is none of that name. */
export async function writeText(name, text, { isNew }, io) {
  try {
    await writeFile(path.resolve(io.cwd, name), text, { flag: isNew ? 'wx' : 'w' });
  } catch (error) {
    throw new Wrong(...whyNotWritten(name, error));
  }
}

/** What is said of a file that stays as it is. */
export const isThere = (name) => [
  `${name} is there already. Nothing was written.`,
  'Name another file, or add --force to put this in its place.',
];

function whyNotWritten(name, { code, message }) {
  if (code === 'EEXIST') return isThere(name);
  if (code === 'ENOENT') {
    return [`There is no folder ${path.dirname(name)}. Nothing was written.`, 'Make the folder first.'];
  }
  if (code === 'EISDIR') return [`${name} is a folder. Nothing was written.`, 'Name a file.'];
  return [`${name} cannot be written: ${message}.`];
}

/** Whether there is a file, or anything else, of that name. */
export const exists = (name, io) => statSync(path.resolve(io.cwd, name), { throwIfNoEntry: false }) !== undefined;

/** `names` without repetitions, each `*` and `?` in a file's name carried out: not every shell does it. */
export function expand(names, io) {
  const all = names.flatMap((name) => (/[*?]/.test(name) && !exists(name, io) ? matches(name, io) : [name]));
  return [...new Set(all)];
}

function matches(name, io) {
  const folder = path.dirname(name);
  const source = path.basename(name).replace(/[.+^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`^${source.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u');
  let found = [];
  try {
    found = readdirSync(path.resolve(io.cwd, folder)).filter((file) => pattern.test(file) && !file.startsWith('.'));
  } catch {
    // A folder that is not there, or has a * in its own name, holds nothing that fits.
  }
  if (!found[0]) throw new Wrong(`No file fits ${name} (in ${io.cwd}).`, 'Look at its folder and its ending.');
  return found.sort().map((file) => path.join(folder, file));
}
