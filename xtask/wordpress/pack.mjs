/**
 * Builds the WordPress plugin, as a folder and as the ZIP that an administrator uploads: `node
 * xtask/wordpress/pack.mjs`. Knows which files it consists of, and has the core draw the first
 * screens of the built-in questionnaire. Needs the built package.
 */
import { zipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { moOf, readPo } from './texts.mjs';

const TOP = fileURLToPath(new URL('../../', import.meta.url));
export const SOURCE = path.join(TOP, 'wordpress/misconception-scorecard');
const DIST = path.join(TOP, 'pkg/dist');
const NAME = 'misconception-scorecard';
const LANGUAGES = ['en', 'nb'];
/**
 * The files of the package that a site needs: the plugin loads `scorecard.js` and what that loads,
 * and the admin pages load the core.
 */
const NEEDED = /\.(js|wasm)$/;
const NOT_NEEDED = /^scorecard\.(en|nb|standalone)\.js$/;
/** A fixed date, so that the same content makes the same ZIP. ZIPs know no earlier date. */
const MADE = new Date(1980, 0, 1);

/**
 * Draws the screens of the built-in questionnaire, and writes the style sheet of the first screens.
 */
async function buildScreens(folder) {
  const { renderToString } = await import(pathToFileURL(path.join(DIST, 'core.js')).href);
  const { drawn } = await import(pathToFileURL(path.join(SOURCE, 'admin/tree.js')).href);
  const parse = (html) => new JSDOM(html).window.document;
  for (const lang of LANGUAGES) {
    const json = readFileSync(path.join(TOP, `questionnaires/social-media.${lang}.json`), 'utf8');
    const made = { json: JSON.stringify(JSON.parse(json)), ...drawn(renderToString, parse, undefined, lang) };
    writeFileSync(path.join(folder, `social-media.${lang}.json`), JSON.stringify(made));
  }
  const [, sheet] = /<style>([^]*?)<\/style>/.exec(renderToString(undefined, { shadow: true }));
  writeFileSync(path.join(folder, 'first-screen.css'), sheet);
}

/** Writes `target/wordpress/misconception-scorecard/` and the ZIP beside it. Returns both paths. */
export async function pack() {
  if (!existsSync(path.join(DIST, 'core.js'))) throw new Error('pkg/dist is missing: run cargo xtask build');
  const out = path.join(TOP, 'target/wordpress');
  const folder = path.join(out, NAME);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'built'), { recursive: true });
  cpSync(SOURCE, folder, { recursive: true });
  for (const name of readdirSync(DIST).filter((it) => NEEDED.test(it) && !NOT_NEEDED.test(it))) {
    cpSync(path.join(DIST, name), path.join(folder, 'scorecard', name));
  }
  await buildScreens(path.join(folder, 'built'));
  for (const name of readdirSync(path.join(folder, 'languages')).filter((it) => it.endsWith('.po'))) {
    const translations = readPo(readFileSync(path.join(folder, 'languages', name), 'utf8'));
    writeFileSync(path.join(folder, 'languages', name.replace(/po$/, 'mo')), moOf(translations));
  }
  cpSync(path.join(TOP, 'LICENSE-MIT'), path.join(folder, 'LICENSE'));
  const notices = path.join(TOP, 'pkg/THIRD-PARTY-NOTICES.txt');
  if (existsSync(notices)) cpSync(notices, path.join(folder, 'THIRD-PARTY-NOTICES.txt'));
  const zip = path.join(out, `${NAME}.zip`);
  writeFileSync(zip, zipped(folder));
  return { folder, zip };
}

function zipped(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => path.join(it.parentPath ?? it.path, it.name));
  const files = names.sort().map((name) => {
    const inside = path.relative(folder, name).split(path.sep).join('/');
    return [`${NAME}/${inside}`, [new Uint8Array(readFileSync(name)), { mtime: MADE }]];
  });
  return zipSync(Object.fromEntries(files), { level: 9 });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { zip } = await pack();
  console.log(`The plugin for WordPress: ${zip} (${readFileSync(zip).length.toLocaleString('en')} bytes)`);
}
