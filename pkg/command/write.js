/**
 * Writes files, whole or not at all, and never over what they are made of. Knows links, folders and disks; not what is
 * in a file.
 */
import { randomBytes } from 'node:crypto';
import { constants, fstatSync } from 'node:fs';
import { access, lstat, open, readlink, realpath, rename, rm, stat as statOf } from 'node:fs/promises';
import path from 'node:path';
import { INPUT, sentence, stat } from './files.js';
import { Wrong } from './wrong.js';

/** The name of a file to write; undefined where standard output is meant. */
export const fileOf = (out) => (out === INPUT ? undefined : out);

/** Whether `out` is one of the files `names`, by whatever names, links or spellings. */
export function isAmong(out, names, io) {
  const written = stat(path.resolve(io.cwd, out));
  return written !== undefined && names.some((name) => isSame(written, read(name, io)));
}

/** What is known of a file that is read. */
function read(name, io) {
  if (name !== INPUT) return stat(path.resolve(io.cwd, name));
  // Standard input may be a file too. A stream without a number is none.
  return typeof io.stdin.fd === 'number' ? fstatSync(io.stdin.fd, { bigint: true }) : undefined;
}

const isSame = (one, other) => other !== undefined && one.ino === other.ino && one.dev === other.dev;

/** Writes a file; with `isNew`, only if there is none of that name. */
export async function writeText(name, text, { isNew }, io) {
  try {
    const place = path.resolve(io.cwd, name);
    const before = await statOf(place).catch(() => undefined);
    if (isNew) await create(place, text);
    // A device or a pipe is written to as it is; a folder fails here.
    else if (before && !before.isFile()) await write(place, text, 'w');
    else await replace(await target(place), before?.mode, text);
  } catch (error) {
    throw new Wrong(...whyNotWritten(name, error));
  }
}

/** The file that is meant by `place`, which may be a link, also to a file that is not there yet. */
async function target(place) {
  try {
    return await realpath(place);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  const isLink = await lstat(place)
    .then((it) => it.isSymbolicLink())
    .catch(() => false);
  return isLink ? target(path.resolve(path.dirname(place), await readlink(place))) : place;
}

/** Writes beside the file and puts that in its place, so that it is never there in part. */
async function replace(place, mode, text) {
  // To replace a file, the system asks for the folder only.
  if (mode !== undefined) await access(place, constants.W_OK);
  const aside = path.join(path.dirname(place), `.scorecard-${randomBytes(6).toString('hex')}.tmp`);
  await create(aside, text, mode);
  try {
    await rename(aside, place);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

/** Writes a file that is not there yet, and takes it away again if it cannot be written whole. */
async function create(place, text, mode) {
  try {
    await write(place, text, 'wx', mode);
  } catch (error) {
    // What could not even be opened is not ours.
    if (error.isOpened) await rm(place, { force: true });
    throw error;
  }
}

async function write(place, text, flag, mode) {
  const file = await open(place, flag);
  try {
    await file.writeFile(text);
    // Not every disk knows permissions.
    if (mode !== undefined) await file.chmod(mode & 0o7777).catch(() => {});
    // Some disks say only now that they are full.
    if ((await file.stat()).isFile()) await file.sync();
  } catch (error) {
    throw Object.assign(error, { isOpened: true });
  } finally {
    await file.close();
  }
}

/** What is said of a file that stays as it is. */
export const isThere = (name) => [
  `${name} is there already. Nothing was written.`,
  'Name another file, or add --force to put this in its place.',
];

function whyNotWritten(name, { code, message }) {
  if (code === 'EEXIST') return isThere(name);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return [`There is no folder ${path.dirname(name)}. Nothing was written.`, 'Make the folder first.'];
  }
  if (code === 'EISDIR') return [`${name} is a folder. Nothing was written.`, 'Name a file.'];
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return [`You are not allowed to write ${name}. Nothing was written.`, 'Name a file in a folder of your own.'];
  }
  const why = FULL[code];
  if (why) return [`${name} cannot be written: ${why}. Nothing was written.`, 'Make room, or name a file elsewhere.'];
  return [`${name} cannot be written: ${sentence(code, message)}. Nothing was written.`, 'Name another file.'];
}

/** What is said of a standard output that does not take what is written. */
export const whyNotSaid = ({ code, message }) => {
  const why = FULL[code] ?? sentence(code, message);
  return `The output cannot be written: ${why}. It is not whole.\n`;
};

/** Where there is no room, by what the system calls it. */
const FULL = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'there is no room left for you on the disk',
  EFBIG: 'it is larger than files may be there',
};
