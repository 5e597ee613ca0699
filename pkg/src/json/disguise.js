/**
 * Says what a text is that is not JSON, such as YAML or a table, and how often the first slip
 * occurs in it, so that an author repairs one cause and not thirty lines one by one. Such texts are
 * recognised as a whole; slip.js finds where the first slip is.
 */

/** A string in double quotes, which may contain anything. */
const QUOTED = /"(?:[^"\\\n\r]|\\.)*"/g;
/** How many rows of a table are examined. */
const ROWS = 3;

/**
 * What the text may be: a pattern, a message and a remedy. If the fourth item is true, there must
 * also be JSON in the text. The first that matches is reported.
 *
 * @type {[RegExp, string, string, boolean?][]}
 */
const KINDS = [
  [
    /^PK[\u0003\u0005]/,
    'This is a document of an office program, such as Word, or an archive. It is not JSON.',
    'Copy the text out of it into a plain text file, and save that as UTF-8.',
  ],
  [/^\{\\rtf/, 'This is a document in Rich Text, not JSON.', 'Save it again as plain text, in UTF-8.'],
  [/^%PDF-/, 'This is a PDF, not JSON.', 'Copy the text out of it into a plain text file, and save that as UTF-8.'],
  [
    /^\s*(```|~~~)/,
    'The JSON is inside a code fence, as in Markdown.',
    'Delete the lines that begin with ``` or ~~~, before and after it.',
  ],
  [
    /^\s*<[^]*<script\b[^>]*>\s*\{/i,
    'This is HTML with the JSON in a script.',
    'Keep only what is between the two script tags.',
  ],
  [
    /^\s*(export\s+default|(module\.)?exports\b[^={]*=|(const|let|var)\s+[\w$]+\s*=|(window|globalThis|self)[.[][^={]*=|[\w$]+\s*=)\s*[[{]/,
    'This is JavaScript: it assigns the JSON to a name.',
    'Keep only the part from the first { to its }, and write each key in double quotes.',
  ],
  [
    /^\s*[\w$.]+\(\s*[[{]/,
    'This is JavaScript: it passes the JSON to a function.',
    'Keep only the part from the first { to its }.',
  ],
  [
    /^\s*(---\s*\n|[A-Za-z]\w*:[ \t]+\S[^]*\n[A-Za-z]\w*:)/,
    'This looks like YAML, not JSON.',
    'Write it as JSON: { at the beginning, } at the end, each key and each string in double quotes.',
  ],
  [
    /^[^{[]*\{[^]*\}[^}\]]*$/,
    'There is more than JSON in this text.',
    'Delete everything before the first { and after the last }.',
    true,
  ],
];

/**
 * The message and remedy for a text that is something else than JSON; undefined if it is JSON with
 * a slip.
 */
export function disguise(text) {
  for (const [pattern, message, remedy, isAround] of KINDS) {
    if (pattern.test(text) && (!isAround || hasJson(text))) return { message, remedy };
  }
  return isTable(text)
    ? {
        message: 'This is a table (CSV), not JSON.',
        remedy:
          'Write the questionnaire as JSON; the command new writes a first draft: npx misconception-scorecard new.',
      }
    : undefined;
}

/** Whether the part from the first { to the last } is JSON. */
function hasJson(text) {
  try {
    JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
    return true;
  } catch {
    return false;
  }
}

/** Whether the first lines all have the same number of fields, at least two. */
function isTable(text) {
  const rows = text
    .replace(QUOTED, '')
    .split(/[\r\n]+/, ROWS)
    .filter(Boolean);
  if (rows.length < 2 || /^\s*[[{]/.test(text)) return false;
  return [',', ';', '\t'].some((separator) => {
    const [first, ...others] = rows.map((row) => row.split(separator).length);
    return first > 1 && others.every((count) => count === first);
  });
}

/**
 * How to find all occurrences of a slip outside of strings: how its message begins, a pattern, and
 * a remedy for all of them. Wrong quotes count only at the beginning of a key or string.
 *
 * @type {[RegExp, RegExp, string][]}
 */
const REPEATED = [
  [
    /^JSON needs (straight|double) quotes/,
    /[{[,:]\s*[“„”«»‘’‚'`´]/g,
    'Replace all quotes around keys and strings with ": most editors do it at once, with Replace All.',
  ],
  [
    /^JSON has no comments/,
    /\/\/[^\n]*|\/\*[^]*?\*\/|(^|\s)#[^\n]*/g,
    'Delete all of them, or make each a string under the key "$comment".',
  ],
  [/^JSON allows no comma after/, /,\s*[}\]]/g, 'Delete each of these commas.'],
  [/^A key in double quotes/, /[{,]\s*[\p{L}_$][\p{L}\d_$-]*\s*:/gu, 'Write each key between two ".'],
  [
    /^There is an invisible character/,
    /[^\S \t\n\r]|[\u200b\u2060\ufeff]/g,
    'Delete all of them: most editors can replace them with spaces.',
  ],
  [/^There is a tab or/, /\t/g, 'Delete each of them, or write \\t.'],
];

/**
 * `explained`, the message and remedy for a slip; if it occurs more than once in `text`, with the
 * number and one remedy for all.
 */
export function counted(/** @type {{ message: string, remedy: string }} */ explained, text) {
  const found = REPEATED.find(([sentence]) => sentence.test(explained.message));
  if (!found) return explained;
  const [, pattern, remedy] = found;
  // A tab is a slip inside strings; all other slips are outside of them.
  const bare = pattern.source === '\\t' ? text : text.replace(QUOTED, '""');
  const others = (bare.match(pattern) ?? []).length - 1;
  if (others < 1) return explained;
  const message = explained.message.replace(/[^.]$/, '$&.');
  return { message: `${message} The same problem is in ${others} more ${others === 1 ? 'place' : 'places'}.`, remedy };
}
