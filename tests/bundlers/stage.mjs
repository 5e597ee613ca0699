/**
 * A project that has the packed package installed, for a bundler to build. Knows folders and npm;
 * must not know a bundler or a browser.
 */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../hosts/programs.mjs';

export const top = fileURLToPath(new URL('../../', import.meta.url));
/** The scripts in app/. Each has a page. */
export const PAGES = ['default', 'split', 'english', 'own'];

/**
 * Creates a fresh project in target/bundlers/: the sources of app/, the package from its tarball
 * and, if `locked` names a folder here, the packages in its package-lock.json.
 */
export function project(name, locked) {
  assert.ok(existsSync(path.join(top, 'pkg/modules/element.js')), 'pkg/modules is missing: run cargo xtask build');
  const folder = path.join(top, 'target/bundlers', name);
  if (!locked) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (locked) installLocked(path.join(top, 'tests/bundlers', locked), folder);
  else writeFileSync(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  cpSync(path.join(top, 'tests/bundlers/app'), path.join(folder, 'app'), { recursive: true });
  installPackage(folder);
  return folder;
}

/**
 * Installs the packages in a lock file, unless they are installed already for this version of Node.
 */
function installLocked(from, folder) {
  for (const file of ['package.json', 'package-lock.json']) cpSync(path.join(from, file), path.join(folder, file));
  const note = path.join(folder, 'node_modules/.installed');
  const wanted = process.version + readFileSync(path.join(folder, 'package-lock.json'), 'utf8');
  if (existsSync(note) && readFileSync(note, 'utf8') === wanted) return;
  run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder });
  writeFileSync(note, wanted);
}

/**
 * Packs the package and installs the tarball. No lock file names it, because its content changes
 * daily here.
 */
function installPackage(folder) {
  const [{ filename }] = JSON.parse(
    run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: path.join(top, 'pkg') }),
  );
  rmSync(path.join(folder, 'node_modules/misconception-scorecard'), { recursive: true, force: true });
  const words = ['install', '--prefer-offline', '--no-save', '--no-package-lock', '--no-audit', '--no-fund'];
  run('npm', [...words, `./${filename}`], { cwd: folder });
}

/**
 * A page. `script` is its script tag, `collector` the URL of the script that records the page's
 * messages.
 */
export function pageOf({ script, collector, attributes = '' }) {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
<script src="${collector}"></script></head>
<body><main><h1>A page</h1><misconception-scorecard layout="list" load="now" storage="none" ${attributes}><p>Questions belong here.</p></misconception-scorecard></main>
${script}</body></html>
`;
}
