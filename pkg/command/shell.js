/**
 * File names in commands that somebody may copy. Knows what shells make of characters; not what the commands do.
 */
import { clean, isSafe } from './text.js';

/** What no shell changes. With ~ in front a word would be a folder. */
const PLAIN = /^(?!~)[\p{L}\p{M}\p{N}_.,:=@+/-]+$/u;
const PLAIN_ON_WINDOWS = /^(?!~)[\p{L}\p{M}\p{N}_.:=+\\/-]+$/u;

/** `name` as a shell takes it for one word, and the command for that very file. */
export function quoted(name, platform) {
  // With - in front a word would be a flag; alone it is standard input.
  const word = /^-./s.test(name) ? `./${name}` : name;
  return platform === 'win32' ? onWindows(word) : onUnix(word);
}

function onUnix(word) {
  if (PLAIN.test(word)) return word;
  // What a terminal would obey cannot be shown as it is: bash, zsh and POSIX shells read this.
  if (!isSafe(word)) return `$'${[...word].map(escaped).join('')}'`;
  return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}

/** PowerShell and the older cmd.exe have only " in common. No file has a " in its name there. */
function onWindows(word) {
  if (PLAIN_ON_WINDOWS.test(word)) return word;
  return /[$`]/.test(word) ? `'${clean(word.replaceAll("'", "''"))}'` : `"${clean(word)}"`;
}

function escaped(character) {
  if (isSafe(character)) return /['\\]/.test(character) ? `\\${character}` : character;
  return [...Buffer.from(character)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}
