/**
 * Text on a terminal: what is safe to write, its width, and colours. This file does not know what
 * the text says.
 */

/**
 * Control characters, which a terminal would act on, line breaks included, and characters that
 * change the direction of writing.
 */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;
const NO_WIDTH = /[\p{Mark}\p{Cf}]/u;
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]|\p{Emoji_Presentation}/u;

/**
 * `text` made safe for one line of a terminal: a tab becomes two spaces, and an unsafe character a
 * replacement character.
 */
export const clean = (text) => text.replaceAll('\t', '  ').replace(UNSAFE, '\ufffd').toWellFormed();

/** Whether `text` can be written to a terminal as it is. */
export const isSafe = (text) => text.search(UNSAFE) < 0 && text.isWellFormed();

/**
 * `value` as JSON that is safe on a terminal: unsafe characters are escaped, which makes no
 * difference to programs.
 */
export function json(value) {
  const lines = JSON.stringify(value, null, 2).split('\n');
  const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${lines.map((line) => line.replace(UNSAFE, escaped)).join('\n')}\n`;
}

/** How many columns of a terminal `text` takes. */
export function width(text) {
  let columns = 0;
  for (const character of text) columns += NO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return columns;
}

const CODES = { strong: [1, 22], faint: [2, 22], error: [31, 39], advice: [36, 39] };

/**
 * A function from a kind and a text to the text with colour codes; without them if `stream` should
 * have no colours.
 */
export function painter(stream, env) {
  if (!hasColours(stream, env)) return (_, text) => text;
  return (kind, text) => `\u001b[${CODES[kind][0]}m${text}\u001b[${CODES[kind][1]}m`;
}

/**
 * As in Node: FORCE_COLOR overrides NO_COLOR, and an empty NO_COLOR counts as unset (no-color.org).
 */
function hasColours(stream, { FORCE_COLOR, NO_COLOR, TERM }) {
  if (FORCE_COLOR !== undefined) return !['0', 'false'].includes(FORCE_COLOR);
  return !NO_COLOR && TERM !== 'dumb' && stream.isTTY === true;
}
