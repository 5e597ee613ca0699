/**
 * Loads what a widget needs: the module, the words, the questionnaire. Knows files; not the page they are for.
 */
import { Handle, join } from '#core';
import * as files from '#files';
import { compile } from '#module';
import { readDocument } from './document.js';
import { get, place } from './fetch.js';
import { nearest } from './language.js';

/** How long to wait for a questionnaire, in milliseconds. */
const PATIENCE = 3e4;

export { Handle };

let loading;
/**
 * The compiled module, or the JavaScript core: a function from imports to exports. No closure, which might hold an
 * element.
 */
let core;

/** Counts instances of the module: a handle is good for the one that it was made in. */
export let instance = 0;

/** Why the JavaScript core stands in for the module, if it does. */
export let obstacle;

/** Starts the one instance of the module in this page; then `Handle` can be used. */
export function loadCore(assets) {
  loading ??= startCore(assets);
  // A failure is not kept: the next widget tries again.
  loading.catch(() => (loading = undefined));
  return loading;
}

/** Puts a fresh instance in the place of one that is broken. */
export function renew() {
  join((imports) => (core.call ? core(imports) : new WebAssembly.Instance(core, imports).exports));
  instance++;
}

/** The module's instance, or where that cannot be had the JavaScript core's. */
async function startCore(assets) {
  try {
    core = await compile(assets);
    renew();
  } catch (error) {
    obstacle = error;
    core = await loadLater('javascript', assets).catch(() => {
      throw error;
    });
    renew();
  }
}

/** The widget's words in the language nearest to `lang`, after that language: `[lang, words]`. */
export const loadWords = (lang, assets) => loadNearest(files.words, lang, assets);

/** The built-in questionnaire in the language nearest to `lang`. */
export async function loadBuiltIn(lang, assets) {
  return (await loadNearest(files.questionnaires, lang, assets))[1];
}

/** Of the modules by language, `[name, import]`, the one nearest to `lang`: its language and what it holds. */
async function loadNearest(modules, lang, assets) {
  const chosen = choose(modules, lang);
  return [chosen, await loadModule(modules[chosen], assets)];
}

/** The language nearest to `lang`, else the first: English, or the only one. */
function choose(modules, lang) {
  const offered = Object.keys(modules);
  return nearest(lang, offered) ?? offered[0];
}

/** What a built module holds. */
async function loadModule([name, load], assets) {
  const module = await (assets ? import(/* webpackIgnore: true */ /* @vite-ignore */ place(name, assets).href) : load());
  return module.default;
}

/** What only some pages need: `accent`, `doctor` or `translate`, each a function in the file of that name. */
export const loadLater = (name, assets) => loadModule(files.later[name], assets);

/** The word for "start" in the language nearest to `lang`. */
export const startIn = (lang) => files.words[choose(files.words, lang)][2];

/** The questionnaire at `src`. */
export async function loadDocument(src) {
  const url = new URL(src, document.baseURI);
  return readDocument(await get(url, 'questionnaire', (it) => it.text(), PATIENCE));
}
