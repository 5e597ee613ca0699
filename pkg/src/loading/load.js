/**
 * Loads what a widget needs: the module, the words, the questionnaire. Knows files; not the page they are for.
 */
import { Handle, instantiate } from '#glue';
import * as files from '#files';
import { compile } from '#module';
import { readDocument } from '../data/parse-input.js';
import { get, assetUrl } from './fetch.js';
import { nearest } from '../data/language.js';
import { withPatience } from './patience.js';

export { Handle };

let loading;
/**
 * The compiled module, or the JavaScript fallback: a function from imports to exports. No closure, which might hold an
 * element.
 */
let core;

/** Counts instances of the module: a handle is good for the one that it was made in. */
export let instance = 0;

/** Why the JavaScript fallback stands in for the module, if it does. */
export let fallbackReason;

/** Starts the one instance of the module in this page; then `Handle` can be used. */
export function startModule(assets) {
  loading ??= startOrFallBack(assets);
  // A failure is not kept: the next widget tries again.
  loading.catch(() => (loading = undefined));
  return loading;
}

/** Puts a fresh instance in the place of one that is broken. */
export function reinstantiate() {
  instantiate((imports) => (core.call ? core(imports) : new WebAssembly.Instance(core, imports).exports));
  instance++;
}

/** The module's instance, or where that cannot be had the JavaScript fallback's. */
async function startOrFallBack(assets) {
  try {
    core = await compile(assets);
    reinstantiate();
  } catch (error) {
    fallbackReason = error;
    core = await loadLater('fallback', assets).catch(() => {
      throw error;
    });
    reinstantiate();
  }
}

/** The widget's words in the language nearest to `lang`, after that language: `[lang, messages]`. */
export const loadMessages = (lang, assets) => loadNearest(files.messages, lang, assets);

/** The built-in questionnaire in the language nearest to `lang`. */
export async function loadBuiltIn(lang, assets) {
  return (await loadNearest(files.questionnaires, lang, assets))[1];
}

/** Of the modules by language, `[name, import]`, the one nearest to `lang`: its language and what it holds. */
async function loadNearest(modules, lang, assets) {
  const chosen = choose(modules, lang);
  return [chosen, await importDefault(modules[chosen], assets)];
}

/** The language nearest to `lang`, else the first: English, or the only one. */
function choose(modules, lang) {
  const offered = Object.keys(modules);
  return nearest(lang, offered) ?? offered[0];
}

/** The scripts that could not be had once. */
const missed = new Set();

/** What a built module holds. */
async function importDefault([name, load], assets) {
  const address = assets && assetUrl(name, assets).href;
  const start = address ? () => import(/* webpackIgnore: true */ /* @vite-ignore */ address) : load;
  try {
    return (await withPatience(missed.has(name) ? again(name, start) : start())).default;
  } catch (error) {
    missed.add(name);
    throw error;
  }
}

/** Some engines remember that they could not have a script, by its address: then it is asked for under another one. */
async function again(name, start) {
  try {
    return await start();
  } catch (error) {
    const asked = performance.getEntriesByType('resource').find((it) => it.name.endsWith(`/${name}`));
    if (!asked) throw error;
    return import(/* webpackIgnore: true */ /* @vite-ignore */ `${asked.name}?again=${performance.now()}`);
  }
}

/** What only some pages need: `accent`, `doctor` or `translate`, each a function in the file of that name. */
export const loadLater = (name, assets) => importDefault(files.later[name], assets);

/** The word for "start" in the language nearest to `lang`. */
export const startIn = (lang) => files.messages[choose(files.messages, lang)][2];

/** The questionnaire at `src`. */
export async function loadDocument(src) {
  const url = new URL(src, document.baseURI);
  return readDocument(new TextDecoder().decode(await get(url, 'questionnaire')));
}
