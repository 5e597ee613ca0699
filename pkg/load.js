/**
 * Fetches what a widget needs: the module, the words, the questionnaire. Knows files and the network; not
 * the page it is for.
 */
import { Handle, join } from '#core';
import * as files from '#files';
import { readDocument } from './document.js';
import { failure } from './failure.js';
import { nearest } from './language.js';

let loading;

/** The class `Handle` of the one instance of the module in this page. */
export function loadCore(assets) {
  loading ??= compile(assets).then((module) => {
    join((imports) => new WebAssembly.Instance(module, imports).exports);
    return Handle;
  });
  // A failure is not kept: the next widget tries again.
  loading.catch(() => (loading = undefined));
  return loading;
}

async function compile(assets) {
  const url = assets ? place(files.wasmName, assets) : files.wasm();
  // Servers that call it something else than application/wasm make the streaming way throw.
  const [response, copy] = await get(url, 'module', (it) => [it, it.clone()]);
  return WebAssembly.compileStreaming(response).catch(async () => WebAssembly.compile(await copy.arrayBuffer()));
}

/** The widget's words in the language nearest to `lang`, English where there is none: `{ lang, words }`. */
export async function loadWords(lang, assets) {
  const [chosen, words] = await loadNearest(files.words, lang, assets);
  return { lang: chosen, words };
}

/** The built-in questionnaire in the language nearest to `lang`. */
export async function loadBuiltIn(lang, assets) {
  const [, questionnaire] = await loadNearest(files.questionnaires, lang, assets);
  return structuredClone(questionnaire);
}

/** Of the modules by language, `[name, import]`, the one nearest to `lang`: its language and what it holds. */
async function loadNearest(modules, lang, assets) {
  const chosen = choose(modules, lang);
  return [chosen, await loadModule(modules[chosen], assets)];
}

const choose = (modules, lang) => nearest(lang, Object.keys(modules)) ?? 'en';

/** What a built module holds. */
async function loadModule([name, load], assets) {
  const module = await (assets ? import(/* webpackIgnore: true */ /* @vite-ignore */ place(name, assets).href) : load());
  return module.default;
}

/** What keeps an author's accent apart from the page: see accent.js. */
export const loadAccent = (assets) => loadModule(files.accent, assets);

/** The word for "start" in the language nearest to `lang`. */
export const startIn = (lang) => files.words[choose(files.words, lang)][2];

/** Where a built file lies in the folder `assets`. */
const place = (name, assets) => new URL(name, new URL(`${assets}/`, document.baseURI));

/** The questionnaire at `src`. */
export async function loadDocument(src) {
  return readDocument(await get(new URL(src, document.baseURI), 'questionnaire', (it) => it.text()));
}

/** What `read` makes of the answer of `url`. */
async function get(url, what, read) {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`it answers ${response.status}`);
    return await read(response);
  } catch (error) {
    throw failure('unreachable', `the ${what} at ${url} cannot be fetched: ${error.message}`);
  }
}
