/**
 * Builds the peers (the other widgets), from peers/NAME to dist/NAME, minified as a page would ship
 * them; and the scripts of which only the size is measured, from bytes-only/NAME.js to
 * dist-bytes/NAME. Knows how a bundle is made; must not know any widget.
 *
 *     node build.mjs [NAME...]
 *
 * A peer has an adapter.mjs and the sources of its page: `entry.js` or `entry.jsx` is bundled into
 * main.js and main.css; `page.mjs` exports the whole page; `build.mjs` may add files (its default
 * export gets the folder) and esbuild options (`options`).
 */
import { build } from 'esbuild';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compress } from './serve.mjs';
import { page } from './shared/page.mjs';

/** @type {import('esbuild').BuildOptions} */
const SETTINGS = {
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  legalComments: 'none',
  logLevel: 'error',
};
const ASSETS = {
  loader: { '.woff': 'file', '.woff2': 'file', '.svg': 'file', '.png': 'file' },
  assetNames: '[name]-[hash]',
};
/** A style sheet with at most this many bytes is empty: the widget's script contains its styles. */
const EMPTY = 4;

const names = process.argv.slice(2);
for (const name of readdirSync('peers')) {
  if (!names.length || names.includes(name)) await buildPeer(name);
}
if (!names.length) await buildWeighed();

async function buildPeer(name) {
  const source = join('peers', name);
  const out = join('dist', name);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const own = await load(source, 'build.mjs');
  own?.default?.(out);
  const entry = ['entry.js', 'entry.jsx'].map((file) => join(source, file)).find(existsSync);
  if (entry) await build({ ...SETTINGS, ...ASSETS, entryPoints: { main: entry }, outdir: out, ...own?.options });
  const style = join(out, 'main.css');
  const hasStyle = existsSync(style) && statSync(style).size >= EMPTY;
  if (!hasStyle) rmSync(style, { force: true });
  const index = join(out, 'index.html');
  if (!existsSync(index)) writeFileSync(index, (await load(source, 'page.mjs'))?.default ?? around(hasStyle));
  compress(out);
  // The adapter is copied last, so a folder with an adapter is complete.
  cpSync(join(source, 'adapter.mjs'), join(out, 'adapter.mjs'));
  const files = readdirSync(out).filter((file) => !/^adapter\.mjs$|\.(br|gz)$/.test(file));
  console.log(`built ${name}: ${files.map((file) => `${file} ${statSync(join(out, file)).size}`).join(', ')}`);
}

/** Imports a module of a peer; undefined if the peer has no file of that name. */
async function load(folder, file) {
  return existsSync(join(folder, file)) ? import(`./${folder}/${file}`) : undefined;
}

/** The HTML page around a bundle. */
function around(hasStyle) {
  const style = hasStyle ? '<link rel="stylesheet" href="main.css">\n' : '';
  return page({ head: `${style}<script src="main.js" defer></script>`, body: '<div id="quiz"></div>' });
}

async function buildWeighed() {
  rmSync('dist-bytes', { recursive: true, force: true });
  for (const file of readdirSync('bytes-only').filter((it) => it.endsWith('.js'))) {
    const outdir = join('dist-bytes', file.slice(0, -'.js'.length));
    await build({ ...SETTINGS, entryPoints: [join('bytes-only', file)], outdir, external: ['react', 'react/*'] });
  }
}
