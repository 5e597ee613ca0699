/**
 * Quotes file names in commands that somebody may copy into a shell. This file knows the special
 * characters of shells, and not what the commands do.
 */
import { clean, isSafe } from './text.js';

/** Words that no shell changes. A word that begins with ~ would be a home folder. */
const PLAIN = /^(?!~)[\p{L}\p{M}\p{N}_.,:=@+/-]+$/u;
const PLAIN_ON_WINDOWS = /^(?!~)[\p{L}\p{M}\p{N}_.:=+\\/-]+$/u;

/** `name`, quoted so that a shell takes it as one word, and the command as a file name. */
export function quoted(name, platform) {
  // A word that begins with - would be a flag, and - alone is standard input.
  const word = /^-./s.test(name) ? `./${name}` : name;
  return platform === 'win32' ? onWindows(word) : onUnix(word);
}

function onUnix(word) {
  if (PLAIN.test(word)) return word;
  // Characters that a terminal would act on are escaped, in a form that bash and zsh read, and the
  // POSIX standard of 2024 has.
  if (!isSafe(word)) return `$'${[...word].map(escaped).join('')}'`;
  return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}

/** PowerShell and the older cmd.exe both read double quotes. File names on Windows contain none. */
function onWindows(word) {
  if (PLAIN_ON_WINDOWS.test(word)) return word;
  return /[$`]/.test(word) ? `'${clean(word.replaceAll("'", "''"))}'` : `"${clean(word)}"`;
}

function escaped(character) {
  if (isSafe(character)) return /['\\]/.test(character) ? `\\${character}` : character;
  return [...Buffer.from(character)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}
