/**
 * Writes files: completely or not at all, and never over a file that the content was made from.
 * This file deals with links, folders and disks, and not with what is in a file.
 */
import { randomBytes } from 'node:crypto';
import { constants, fstatSync } from 'node:fs';
import { access, lstat, open, readlink, realpath, rename, rm, stat as statOf } from 'node:fs/promises';
import path from 'node:path';
import { INPUT, sentence, stat } from './files.js';
import { Wrong } from './wrong.js';

/** The name of a file to write; undefined if `out` stands for standard output. */
export const fileOf = (out) => (out === INPUT ? undefined : out);

/** Whether `out` is the same file as one of `names`, under whatever name, link or spelling. */
export function isAmong(out, names, io) {
  const written = stat(path.resolve(io.cwd, out));
  return written !== undefined && names.some((name) => isSame(written, read(name, io)));
}

/** The `stat` of a file that is read. */
function read(name, io) {
  if (name !== INPUT) return stat(path.resolve(io.cwd, name));
  // Standard input may be a redirected file. A stream without a file descriptor is none.
  return typeof io.stdin.fd === 'number' ? fstatSync(io.stdin.fd, { bigint: true }) : undefined;
}

const isSame = (one, other) => other !== undefined && one.ino === other.ino && one.dev === other.dev;

/**
 * Writes a file. With `isNew`, only if there is none with that name. Throws `Wrong` if that fails.
 */
export async function writeText(name, text, { isNew }, io) {
  try {
    const place = path.resolve(io.cwd, name);
    const before = await statOf(place).catch(() => undefined);
    if (isNew) await create(place, text);
    // A device or a pipe is written to directly; for a folder this fails.
    else if (before && !before.isFile()) await write(place, text, 'w');
    else await replace(await target(place), before?.mode, text);
  } catch (error) {
    throw new Wrong(...whyNotWritten(name, error));
  }
}

/**
 * The file that `place` leads to. `place` may be a link, also to a file that does not exist yet.
 */
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

/**
 * Writes a temporary file beside the file and renames it, so that the file never exists in part.
 */
async function replace(place, mode, text) {
  // Renaming only needs write permission for the folder, so the file's own is checked here.
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

/** Writes a new file, and removes it again if it cannot be written completely. */
async function create(place, text, mode) {
  try {
    await write(place, text, 'wx', mode);
  } catch (error) {
    // If it could not even be opened, the file is somebody else's.
    if (error.isOpened) await rm(place, { force: true });
    throw error;
  }
}

async function write(place, text, flag, mode) {
  const file = await open(place, flag);
  try {
    await file.writeFile(text);
    // Some file systems have no permissions.
    if (mode !== undefined) await file.chmod(mode & 0o7777).catch(() => {});
    // Some file systems report only now that the disk is full.
    if ((await file.stat()).isFile()) await file.sync();
  } catch (error) {
    throw Object.assign(error, { isOpened: true });
  } finally {
    await file.close();
  }
}

/** The message for a file that exists already, and the advice. */
export const isThere = (name) => [
  `${name} already exists. Nothing was written.`,
  'Name another file, or add --force to overwrite it.',
];

function whyNotWritten(name, { code, message }) {
  if (code === 'EEXIST') return isThere(name);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return [`There is no directory ${path.dirname(name)}. Nothing was written.`, 'Create the directory first.'];
  }
  if (code === 'EISDIR') return [`${name} is a directory. Nothing was written.`, 'Name a file.'];
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return [`You are not allowed to write ${name}. Nothing was written.`, 'Name a file in a directory of your own.'];
  }
  const why = FULL[code];
  if (why)
    return [`${name} cannot be written: ${why}. Nothing was written.`, 'Free some space, or name a file elsewhere.'];
  return [`${name} cannot be written: ${sentence(code, message)}. Nothing was written.`, 'Name another file.'];
}

/** The message for standard output that cannot be written. */
export const whyNotSaid = ({ code, message }) => {
  const why = FULL[code] ?? sentence(code, message);
  return `The output cannot be written: ${why}. It is incomplete.\n`;
};

/** Reasons why there is no room, by the system's error code. */
const FULL = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'there is no room left for you on the disk',
  EFBIG: 'the file is larger than the file system allows',
};
