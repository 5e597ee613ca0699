/**
 * Finds the built entries, with their files and adapters. Knows folders; must not know how an entry
 * is made.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadFolder } from './serve.mjs';

const BUILT = 'dist';
/** The order of the kinds in the report. */
const KINDS = ['floor', 'baseline', 'product', 'lower bound', 'peer'];

/**
 * The entries with these names (all if `names` is empty), and `others`, given as `NAME=DIR`, from
 * other folders. Returns `[{ name, files, adapter }]`.
 */
export async function findEntries(names, others = []) {
  const built = existsSync(BUILT) ? readdirSync(BUILT) : [];
  const missing = names.filter((name) => !built.includes(name));
  if (missing.length) throw new Error(`not built: ${missing.join(', ')}; built are ${built.join(', ') || 'none'}`);
  const places = new Map((names.length ? names : built).map((name) => [name, join(BUILT, name)]));
  for (const other of others) {
    const [name, folder] = other.split('=');
    if (!folder) throw new Error(`--entry ${other}: it is NAME=DIR`);
    places.set(name, folder);
  }
  const entries = [];
  for (const [name, folder] of places) {
    const { default: adapter } = await import(pathToFileURL(resolve(folder, 'adapter.mjs')).href);
    if (!KINDS.includes(adapter.kind)) throw new Error(`${folder}/adapter.mjs: kind is one of ${KINDS.join(', ')}`);
    entries.push({ name, files: loadFolder(folder), adapter });
  }
  const rank = ({ adapter }) => KINDS.indexOf(adapter.kind);
  return entries.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

/** The files by name of entry, as `serve` takes them. */
export const filesByName = (entries) => new Map(entries.map(({ name, files }) => [name, files]));
