/**
 * A project that has installed the packed package, for a bundler to build. Knows folders and npm; no bundler, no browser.
 */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../hosts/programs.mjs';

export const top = fileURLToPath(new URL('../../', import.meta.url));
/** The scripts in app/, each of which a page has. */
export const PAGES = ['default', 'split', 'english', 'own'];

/**
 * A fresh project in target/bundlers/, with the sources of app/, the package from its tarball and, if `locked` names a folder
 * here, what the package-lock.json there names.
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

/** Installs what a lock file names, unless just that is installed for just this Node. */
function installLocked(from, folder) {
  for (const file of ['package.json', 'package-lock.json']) cpSync(path.join(from, file), path.join(folder, file));
  const note = path.join(folder, 'node_modules/.installed');
  const wanted = process.version + readFileSync(path.join(folder, 'package-lock.json'), 'utf8');
  if (existsSync(note) && readFileSync(note, 'utf8') === wanted) return;
  run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder });
  writeFileSync(note, wanted);
}

/** Packs the package and installs the tarball. It is in no lock file: its content changes daily here. */
function installPackage(folder) {
  const [{ filename }] = JSON.parse(
    run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: path.join(top, 'pkg') }),
  );
  rmSync(path.join(folder, 'node_modules/misconception-scorecard'), { recursive: true, force: true });
  const words = ['install', '--prefer-offline', '--no-save', '--no-package-lock', '--no-audit', '--no-fund'];
  run('npm', [...words, `./${filename}`], { cwd: folder });
}

/** A page; `script` is the tag of its script, `collector` the address of what hears what the page says. */
export function pageOf({ script, collector, attributes = '' }) {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
<script src="${collector}"></script></head>
<body><main><h1>A page</h1><misconception-scorecard layout="list" load="now" storage="none" ${attributes}><p>Questions belong here.</p></misconception-scorecard></main>
${script}</body></html>
`;
}
