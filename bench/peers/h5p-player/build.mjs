/**
 * Copies H5P's player and writes a content package for it: the manifest and one library, no media.
 */
import { buildSync, transformSync } from 'esbuild';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ITEMS, TITLE } from '../../shared/content.mjs';
import { page } from '../../shared/page.mjs';

const player = 'node_modules/h5p-standalone/dist';
const library = { machineName: 'H5P.PlainLikert', majorVersion: 1, minorVersion: 0 };
const manifest = {
  title: TITLE,
  language: 'en',
  mainLibrary: library.machineName,
  embedTypes: ['iframe'],
  license: 'U',
  preloadedDependencies: [library],
};
const description = {
  title: 'Plain Likert',
  ...library,
  patchVersion: 0,
  runnable: 1,
  embedTypes: ['iframe'],
  preloadedJs: [{ path: 'likert.js' }],
  preloadedCss: [{ path: 'likert.css' }],
};

export default function build(out) {
  for (const file of ['main.bundle.js', 'frame.bundle.js', 'styles', 'fonts']) {
    cpSync(`${player}/${file}`, `${out}/${file}`, { recursive: true });
  }
  const small = (file, loader) => transformSync(readFileSync(file, 'utf8'), { loader, minify: true }).code;
  writeFileSync(`${out}/start.js`, small('peers/h5p-player/start.js', 'js'));
  const folder = `${out}/content/${library.machineName}-1.0`;
  mkdirSync(folder, { recursive: true });
  mkdirSync(`${out}/content/content`);
  buildSync({
    entryPoints: ['peers/h5p-player/likert.js'],
    outfile: `${folder}/likert.js`,
    bundle: true,
    minify: true,
    format: 'iife',
  });
  writeFileSync(`${folder}/likert.css`, small('shared/quiz.css', 'css'));
  writeFileSync(`${folder}/library.json`, JSON.stringify(description));
  writeFileSync(`${out}/content/h5p.json`, JSON.stringify(manifest));
  writeFileSync(`${out}/content/content/content.json`, JSON.stringify({ items: ITEMS.length }));
  const head = '<script src="main.bundle.js" defer></script>\n<script src="start.js" defer></script>';
  writeFileSync(`${out}/index.html`, page({ head, body: '<div id="quiz"></div>' }));
}
