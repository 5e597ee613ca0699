/**
 * Reads the files named on the command line. This file deals with names, encodings and system
 * errors, and not with what is in a file. For writing, see write.js.
 */
import { createReadStream, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { NOT_UTF8, kindOf } from './binary.js';
import { closest } from './closest.js';
import { quoted } from './shell.js';
import { Wrong } from './wrong.js';

/** The name that stands for standard input. */
export const INPUT = '-';

/** What a file is called in a sentence. */
export const called = (name) => (name === INPUT ? 'standard input' : name);

/**
 * The most bytes that are read. A document has at most 1 MB, so this is enough to report that it is
 * too large, and by how much.
 */
const MOST_BYTES = 16e6;

/**
 * The text of the file `name`, without a byte order mark. Throws `Wrong` if it cannot be read or is
 * not UTF-8.
 */
export async function readText(name, io) {
  const bytes = await readBytes(name, io);
  let [kind, remedy] = kindOf(bytes) ?? [];
  try {
    if (!kind) return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    [kind, remedy] = NOT_UTF8;
  }
  throw new Wrong(`${called(name)} is ${kind}.`, remedy);
}

async function readBytes(name, io) {
  const parts = [];
  let size = 0;
  for await (const bytes of streamOf(name, io)) {
    size += bytes.length;
    if (size > MOST_BYTES)
      throw new Wrong(`${called(name)} is larger than 16 MB.`, 'A document may have at most 1 MB.');
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

/**
 * The bytes of the file `name`, chunk by chunk. Throws `Wrong` if it is of a kind that is not text.
 */
export async function* partsOf(name, io) {
  let isFirst = true;
  for await (const bytes of streamOf(name, io)) {
    const [kind, remedy] = (isFirst && kindOf(bytes)) || [];
    if (kind) throw new Wrong(`${called(name)} is ${kind}.`, remedy);
    isFirst = false;
    yield bytes;
  }
}

/** The bytes of the file `name`, chunk by chunk. */
async function* streamOf(name, io) {
  if (/^https?:/i.test(name)) {
    throw new Wrong(
      `${name} is a URL. This command reads only files and does not use the network.`,
      'Save it as a file first.',
    );
  }
  const isInput = name === INPUT;
  if (isInput && io.stdin.isTTY) {
    io.stderr.write('Reading what you type. To end, press Ctrl+D (on Windows Ctrl+Z, then Enter).\n');
  }
  try {
    for await (const part of isInput ? io.stdin : createReadStream(path.resolve(io.cwd, name))) yield Buffer.from(part);
  } catch (error) {
    throw new Wrong(...whyNotRead(name, error, io));
  }
}

function whyNotRead(name, { code, message }, io) {
  if (name === INPUT) return [`Standard input cannot be read: ${sentence(code, message)}.`, 'Name a file.'];
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const meant = neighbour(name, io);
    const remedy = meant ? `Did you mean ${meant}?` : 'Check the name and the directory.';
    return [`There is no file ${name} (in ${io.cwd}).`, remedy];
  }
  if (code === 'EISDIR') {
    const files = quoted(path.join(name, path.sep), io.platform);
    return [`${name} is a directory.`, `Name the files in it, as in ${files.replace(/^\.[\\/]/, '')}*.json`];
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return [`You are not allowed to read ${name}.`, 'Ask for permission, or copy it to a directory of your own.'];
  }
  return [`${name} cannot be read: ${sentence(code, message)}.`];
}

/** The system's error message, without its code and the name of the call. */
export const sentence = (code, message) => message.replace(`${code}: `, '').replace(/, \w+( '.*')?$/s, '');

/** A file in the same folder with a similar name. */
function neighbour(name, io) {
  const folder = path.dirname(name);
  try {
    const meant = closest(path.basename(name), readdirSync(path.resolve(io.cwd, folder)));
    return meant && path.join(folder, meant);
  } catch {
    return undefined;
  }
}

/** Whether there is a file, or anything else, with that name. */
export const exists = (name, io) => stat(path.resolve(io.cwd, name)) !== undefined;

/** The `stat` of the file `place`; undefined if there is none, or it cannot be examined. */
export function stat(place) {
  try {
    return statSync(place, { bigint: true });
  } catch {
    return undefined;
  }
}
