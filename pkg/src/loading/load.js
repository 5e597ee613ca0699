/**
 * Loads what a widget needs: the module, messages, the questionnaire, and scripts that only some
 * pages need. This file knows the built files and in which language to take them; it does not know
 * the element.
 */
import * as files from '#files';
import { compile } from '#module';
import { readDocument } from '../data/parse-input.js';
import { get, assetUrl } from './fetch.js';
import { nearest } from '../data/language.js';
import { withPatience } from './patience.js';

let loading;

/**
 * The error because of which the JavaScript fallback runs instead of the module; undefined if the
 * module runs.
 */
export let fallbackReason;

/**
 * Starts the one instance of the module in this page, if it is not started yet. Resolves to what
 * pkg/src/element/widget.js exports.
 */
export function startModule(assets) {
  loading ??= startOrFallBack(assets);
  // A failure is not remembered, so that the next widget tries again.
  loading.catch(() => (loading = undefined));
  return loading;
}

/** Starts the module; if that is impossible for any reason, the JavaScript fallback. */
async function startOrFallBack(assets) {
  const compiling = compile(assets, loadLater);
  // Errors are handled below; without this, the browser would report an unhandled rejection.
  compiling.catch(() => {});
  const widget = await loadLater('widget', assets);
  try {
    widget.start(await compiling);
  } catch (error) {
    fallbackReason = error;
    const core = await loadLater('fallback', assets).catch(() => {
      throw error;
    });
    widget.start(core);
  }
  return widget;
}

/** The widget's messages in the language nearest to `lang`: `[language, messages]`. */
export const loadMessages = (lang, assets) => loadNearest(files.messages, lang, assets);

/** The built-in questionnaire in the language nearest to `lang`. */
export async function loadBuiltIn(lang, assets) {
  return (await loadNearest(files.questionnaires, lang, assets))[1];
}

/**
 * The questionnaire and choices that the built first screens were drawn for,
 * `{ id, version, choices }`; null if there are none.
 */
export const { firstFor } = files;

/** The first screen in the language nearest to `lang`. */
export async function loadFirstScreen(lang, assets) {
  return (await loadNearest(files.firstScreens, lang, assets))[1];
}

/**
 * Imports the file in the language nearest to `lang`: `[language, its default export]`. `modules`
 * has `[name, import]` per language.
 */
async function loadNearest(modules, lang, assets) {
  const chosen = choose(modules, lang);
  return [chosen, await importDefault(modules[chosen], assets)];
}

/** The language nearest to `lang`; else the first one, which is English or the only one. */
function choose(modules, lang) {
  const offered = Object.keys(modules);
  return nearest(lang, offered) ?? offered[0];
}

/** The names of scripts that have failed to load at least once. */
const missed = new Set();

/**
 * The default export of a built script. `assets` is the attribute of that name; if it is empty, the
 * script lies beside this one.
 */
async function importDefault([name, load], assets) {
  // Without a name, the script is part of this one.
  const address = assets && name && assetUrl(name, assets).href;
  const start = address ? () => importFrom(address) : load;
  try {
    return (await withPatience(missed.has(name) ? again(name, start) : start())).default;
  } catch (error) {
    missed.add(name);
    throw error;
  }
}

/**
 * Tries to load a script again. Some engines remember the URL of a script that failed and never
 * request it again, so this adds a query to the URL.
 */
async function again(name, start) {
  try {
    return await start();
  } catch (error) {
    const asked = name && performance.getEntriesByType('resource').find((it) => it.name.endsWith(`/${name}`));
    if (!asked) throw error;
    return importFrom(`${asked.name}?again=${performance.now()}`);
  }
}

/**
 * Imports a script from a URL that only the page knows. Bundlers must not try to resolve it: see
 * xtask/src/esbuild.rs.
 */
const importFrom = (address) => import(address);

/**
 * The default export of the script with this name, for scripts that are not needed at once, or only
 * by some pages.
 */
export const loadLater = (name, assets) => importDefault(files.later[name], assets);

/** The label of the button "Start" in the language nearest to `lang`. */
export const startIn = (lang) => files.messages[choose(files.messages, lang)][2];

/** Fetches the questionnaire, or translation, at `src`, a URL relative to the page. */
export async function loadDocument(src) {
  const url = new URL(src, document.baseURI);
  return readDocument(new TextDecoder().decode(await get(url, 'questionnaire')));
}
