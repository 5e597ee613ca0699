/**
 * Makes the entries of this widget, dist/NAME, from the built package. Knows where its files are
 * and how they are named; the content of each page is in pages.mjs.
 *
 *     node ours/build.mjs [--from DIR] [--as WORD] [NAME...]
 *
 * DIR is pkg/dist, or a copy of an earlier one, whose entries are called NAME-WORD.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { PAGES } from './pages.mjs';

/** The build of this working tree. */
const OWN = '../pkg/dist';

const {
  values: { from, as },
  positionals: names,
} = parseArgs({
  options: { from: { type: 'string', default: OWN }, as: { type: 'string', default: '' } },
  allowPositionals: true,
});
const built = existsSync(from) ? readdirSync(from) : [];
/** Files whose names contain a hash of their content. */
const HASHED = /^(.+)-[0-9a-f]{8}\.(js|wasm)$/;

const missing = (name) => new Error(`${join(from, name)} is missing: run cargo xtask build`);

/** Finds the built files that a page requests. */
const dist = {
  one(name) {
    if (!built.includes(name)) throw missing(name);
    return name;
  },
  hashed(name, extension) {
    const isIt = (file) => HASHED.exec(file)?.slice(1).join('.') === `${name}.${extension}`;
    const found = built.find(isIt);
    if (!found) throw missing(`${name}-HASH.${extension}`);
    return found;
  },
  // A page never requests the module of the headless core.
  parts: () => built.filter((file) => HASHED.test(file) && !file.startsWith('core-')),
  core: () => import(pathToFileURL(resolve(from, dist.one('core.js')))),
  /**
   * Bundles a script with `questionnaire` and the files that it needs into `out`, as an author
   * would.
   */
  bundle(questionnaire, out) {
    if (from !== OWN) throw new Error('the command takes the build of its own tree only');
    const options = ['bundle', '-', '--out', join(out, 'mine.js'), '--lang', 'en', '--attribute', 'debug=off'];
    execFileSync(process.execPath, ['../pkg/command/main.js', ...options], { input: JSON.stringify(questionnaire) });
  },
};

for (const [name, page] of Object.entries(PAGES)) {
  if (names.length && !names.includes(name)) continue;
  const out = join('dist', as ? `${name}-${as}` : name);
  rmSync(out, { recursive: true, force: true });
  try {
    mkdirSync(out, { recursive: true });
    const { html, files } = await page.make(dist, out);
    for (const file of files) copyFileSync(join(from, file), join(out, file));
    writeFileSync(join(out, 'index.html'), html);
    writeFileSync(join(out, 'adapter.mjs'), adapter(page));
    console.log(`built ${name}: index.html, ${files.join(', ')}`);
  } catch (error) {
    rmSync(out, { recursive: true, force: true });
    console.error(`${name} not built: ${error.message}`);
    process.exitCode = 1;
  }
}

/** The source of an entry's adapter, with its title and note. */
function adapter({ title, note, adapter }) {
  const said = JSON.stringify({ title: as ? `${title}, ${as}` : title, kind: 'product', note });
  return `import { ${adapter} } from '../../ours/adapters.mjs';\n\nexport default { ...${adapter}, ...${said} };\n`;
}
