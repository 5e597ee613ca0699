/**
 * Fetches what a widget needs: the module, the words, the questionnaire. Knows files and the network; not
 * the page it is for.
 */
import { Handle, initSync } from '#core';
import * as files from '#files';
import { readDocument } from './document.js';
import { failure } from './failure.js';
import { nearest } from './language.js';

let loading;

/** The class `Handle` of the one instance of the module in this page. */
export function loadCore(assets) {
  loading ??= compile(assets).then((module) => {
    initSync({ module });
    return Handle;
  });
  // A failure is not kept: the next widget tries again.
  loading.catch(() => (loading = undefined));
  return loading;
}

async function compile(assets) {
  const url = assets ? new URL(files.wasmName, new URL(assets, document.baseURI)) : files.wasm();
  const response = await get(url, 'module');
  // Servers that call it something else than application/wasm make the streaming way throw.
  const bytes = response.clone();
  return WebAssembly.compileStreaming(response).catch(async () =>
    WebAssembly.compile(await bytes.arrayBuffer()),
  );
}

/** The widget's words in the language nearest to `lang`, English where there is none: `{ lang, words }`. */
export async function loadWords(lang) {
  const chosen = nearest(lang, Object.keys(files.words)) ?? 'en';
  return { lang: chosen, words: (await files.words[chosen]()).default };
}

/** The built-in questionnaire in the language nearest to `lang`. */
export async function loadBuiltIn(lang) {
  const chosen = nearest(lang, Object.keys(files.questionnaires)) ?? 'en';
  return structuredClone((await files.questionnaires[chosen]()).default);
}

/** The questionnaire at `src`. */
export async function loadDocument(src) {
  const response = await get(new URL(src, document.baseURI), 'questionnaire');
  return readDocument(await response.text());
}

async function get(url, what) {
  let response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw failure('unreachable', `the ${what} at ${url} cannot be fetched: ${error.message}`);
  }
  if (!response.ok) {
    throw failure('unreachable', `the ${what} at ${url} answers ${response.status}`);
  }
  return response;
}
