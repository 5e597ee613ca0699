/**
 * The plugin's translatable strings: finds them in the PHP, writes the template for translators,
 * and makes the files that WordPress loads. Knows gettext's two formats, but not what the strings
 * say. Run as a program, it updates the template: `node xtask/wordpress/texts.mjs`.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const DOMAIN = 'misconception-scorecard';
const CALL =
  /\b(?:__|_e|esc_html__|esc_html_e|esc_attr__|esc_attr_e)\(\s*'((?:[^'\\]|\\.)*)',\s*'misconception-scorecard'\s*\)/g;
const NOTE = /\/\* translators: (.*?) \*\/\s*$/;
const HEADER = [/^ \* Plugin Name: +(.*)$/m, /^ \* Description: +(.*)$/m];

/** All translatable strings of the plugin, in the order of the files, as `[{ text, note, at }]`. */
export function textsOf(folder) {
  const found = new Map();
  const add = (text, at, note) => {
    const known = found.get(text);
    if (known) known.at = [...new Set([...known.at, at])];
    else found.set(text, { text, note, at: [at] });
  };
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((it) => it.endsWith('.php'));
  for (const name of files.sort()) {
    const code = readFileSync(path.join(folder, name), 'utf8');
    if (name === `${DOMAIN}.php`) for (const pattern of HEADER) add(pattern.exec(code)[1], name);
    for (const match of code.matchAll(CALL)) {
      const before = code.slice(0, match.index);
      const note = NOTE.exec(before.slice(0, before.lastIndexOf('\n')))?.[1];
      add(match[1].replaceAll("\\'", "'").replaceAll('\\\\', '\\'), name.replaceAll('\\', '/'), note);
    }
  }
  return [...found.values()];
}

const quoted = (text) => JSON.stringify(text);

/** The template for translators. */
export function potOf(texts, version) {
  const head = [
    '# The words of the plugin Misconception Scorecard, under the licence of the plugin.',
    'msgid ""',
    'msgstr ""',
    `"Project-Id-Version: Misconception Scorecard ${version}\\n"`,
    '"MIME-Version: 1.0\\n"',
    '"Content-Type: text/plain; charset=UTF-8\\n"',
    '"Content-Transfer-Encoding: 8bit\\n"',
    `"X-Domain: ${DOMAIN}\\n"`,
  ].join('\n');
  const entries = texts.map(({ text, note, at }) =>
    [...(note ? [`#. translators: ${note}`] : []), `#: ${at.join(' ')}`, `msgid ${quoted(text)}`, 'msgstr ""'].join(
      '\n',
    ),
  );
  return `${[head, ...entries].join('\n\n')}\n`;
}

/** The translations in a gettext PO file, by original string. The empty string has the header. */
export function readPo(content) {
  const read = new Map();
  const string = '((?:"(?:[^"\\\\]|\\\\.)*"\\s*)+)';
  const whole = (parts) => [...parts.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([it]) => JSON.parse(it)).join('');
  for (const [, id, text] of content.matchAll(new RegExp(`^msgid ${string}msgstr ${string}`, 'gm')))
    read.set(whole(id), whole(text));
  return read;
}

/**
 * The translations in gettext's binary MO format, which WordPress loads: two tables of lengths and
 * offsets, then the strings.
 */
export function moOf(translations) {
  const entries = [...translations].filter(([, text]) => text !== '');
  const pairs = entries.map((pair) => pair.map((it) => Buffer.from(it))).sort(([a], [b]) => Buffer.compare(a, b));
  const HEAD = 28;
  const start = HEAD + pairs.length * 16;
  const head = Buffer.alloc(start);
  const numbers = [0x950412de, 0, pairs.length, HEAD, HEAD + pairs.length * 8, 0, start];
  for (const [index, it] of numbers.entries()) head.writeUInt32LE(it, index * 4);
  const parts = [head];
  let offset = start;
  for (const table of [0, 1]) {
    for (const [index, pair] of pairs.entries()) {
      const at = HEAD + table * pairs.length * 8 + index * 8;
      head.writeUInt32LE(pair[table].length, at);
      head.writeUInt32LE(offset, at + 4);
      parts.push(pair[table], Buffer.from([0]));
      offset += pair[table].length + 1;
    }
  }
  return Buffer.concat(parts);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const top = new URL('../../', import.meta.url);
  const folder = fileURLToPath(new URL('wordpress/misconception-scorecard/', top));
  const { version } = JSON.parse(readFileSync(new URL('pkg/package.json', top), 'utf8'));
  writeFileSync(path.join(folder, `languages/${DOMAIN}.pot`), potOf(textsOf(folder), version));
}
