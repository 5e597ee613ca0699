/**
 * `bundle`: writes a script that contains an author's questionnaire. This file knows the templates
 * in dist/ and which files such a script requests; the core decides what is on the first screen.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { asAttribute } from './attribute.js';
import { languagesOf, singleScript, splitScript } from './bundled-script.js';
import { INPUT, called, readText, stat } from './files.js';
import { refuseLanguage } from './languages.js';
import { tellProblems } from './problems.js';
import { clean } from './text.js';
import { wrong } from './usage.js';
import { isAmong, isThere, writeText } from './write.js';
import { Wrong } from './wrong.js';

const DIST = new URL('../dist/', import.meta.url);
/**
 * Files that such a script may request: all with a hash in their name, except the first screens of
 * the built-in questionnaire.
 */
const BESIDE = /^(?!first-screen-).*-[\da-f]{8}\.(js|wasm)$/;
/** The file that draws pictures; it has no hash in its name. */
const CORE = 'core.js';

/**
 * Writes the script and, without `--single`, the files it needs beside it. Returns the exit code.
 */
export async function bundle(core, { flags, files: [name] }, io) {
  const { single: isSingle, lang: wanted, attribute = [], force: isForced } = flags;
  // Names of attributes are case-insensitive in HTML.
  const attributes = Object.fromEntries(attribute.map(asAttribute).map(([key, value]) => [key.toLowerCase(), value]));
  const choices = Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [key, value === true ? '' : value]),
  );
  const out = flags.out ?? nameFrom(name);
  refuse(out, name, attributes, io);
  const text = await readText(name, io);
  for (const lang of wanted ?? []) refuseLanguage('bundle', lang, text);
  let made;
  try {
    // If the text is no questionnaire, it has no languages; then `firstScreen` throws what is
    // wrong.
    const screens = (wanted ?? languagesOf(text) ?? [undefined]).map((lang) =>
      core.firstScreen(text, { lang, attributes: choices }),
    );
    made = isSingle
      ? { text: singleScript(screens, template('bundle-single')), beside: [] }
      : splitScript(screens, template('bundle'), shortHash);
  } catch (error) {
    return tellProblems(core, error, { name: called(name), text }, io);
  }
  const folder = path.dirname(out);
  const beside = isSingle ? [] : [...made.beside, ...copies()];
  const files = [[path.basename(out), made.text], ...beside].map(([file, content]) => [
    path.join(folder, file),
    content,
  ]);
  if (!isForced) for (const [file, content] of files) refuseOther(file, content, io);
  // The script is written last, so that it never exists without the files it needs.
  for (const [file, content] of files.toReversed()) await writeText(file, content, { isNew: false }, io);
  io.stdout.write(told(out, made.text, beside.length, isSingle, attributes));
  return 0;
}

function nameFrom(name) {
  if (name === INPUT)
    throw wrong('bundle', 'Standard input has no name from which to name the script. Name the script: --out FILE.js');
  return `${path.basename(name, path.extname(name))}.js`;
}

function refuse(out, name, /** @type {any} */ { src, questionnaire }, io) {
  if (!out.endsWith('.js')) throw wrong('bundle', `--out ${out}: the name of a script must end in .js.`);
  if (src !== undefined || questionnaire !== undefined) {
    throw wrong('bundle', '--attribute: the script contains the questionnaire, so leave out src and questionnaire.');
  }
  if (isAmong(out, [name], io)) throw wrong('bundle', `${out} is the questionnaire itself. Name another file.`);
}

/** Refuses to replace a file with other content. */
function refuseOther(file, content, { cwd }) {
  const place = path.resolve(cwd, file);
  const found = stat(place);
  if (!found || (found.isFile() && readFileSync(place).equals(Buffer.from(content)))) return;
  throw new Wrong(...isThere(file));
}

const template = (name) => readFileSync(new URL(`${name}.template`, DIST), 'utf8');

/** The hash in a file's name. */
const shortHash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** The files of the package that a script may request, as `[name, content]`. */
const copies = () =>
  readdirSync(DIST)
    .filter((file) => BESIDE.test(file) || file === CORE)
    .sort()
    .map((file) => [file, readFileSync(new URL(file, DIST))]);

/** The output: size and integrity of the script, and the HTML to paste. */
function told(out, text, count, isSingle, attributes) {
  const hash = createHash('sha384').update(text).digest('base64');
  const tag = Object.entries(attributes).map(
    ([name, value]) => ` ${name}${value === true ? '' : `="${escaped(value)}"`}`,
  );
  const lines = [
    `${out}: ${Buffer.byteLength(text)} bytes${count ? `, and ${count} files beside it` : ''}`,
    `integrity: sha384-${hash}`,
    '',
    'Put this into the page, with the directory before the file name:',
    `<script ${isSingle ? '' : 'type="module" '}src="${escaped(path.basename(out))}"></script>`,
    `<misconception-scorecard${tag.join('')}></misconception-scorecard>`,
  ];
  return lines.map((line) => `${clean(line)}\n`).join('');
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
