/**
 * Loads what a widget needs: the module, the words, the questionnaire. Knows files; not the page they are for.
 */
import * as files from '#files';
import { compile } from '#module';
import { readDocument } from '../data/parse-input.js';
import { get, assetUrl } from './fetch.js';
import { nearest } from '../data/language.js';
import { withPatience } from './patience.js';

let loading;

/** Why the JavaScript fallback stands in for the module, if it does. */
export let fallbackReason;

/** Starts the one instance of the module in this page; gives what pkg/src/element/widget.js exports. */
export function startModule(assets) {
  loading ??= startOrFallBack(assets);
  // A failure is not kept: the next widget tries again.
  loading.catch(() => (loading = undefined));
  return loading;
}

/** The module's instance, or where that cannot be had the JavaScript fallback's. */
async function startOrFallBack(assets) {
  const compiling = compile(assets, loadLater);
  // What has become of it, is asked below.
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

/** The widget's words in the language nearest to `lang`, after that language: `[lang, messages]`. */
export const loadMessages = (lang, assets) => loadNearest(files.messages, lang, assets);

/** The built-in questionnaire in the language nearest to `lang`. */
export async function loadBuiltIn(lang, assets) {
  return (await loadNearest(files.questionnaires, lang, assets))[1];
}

/** For whom there are first screens of the built-in questionnaire, as pkg/src/element/first-screen.js asks; null for nobody. */
export const { firstFor } = files;

/** The first screen in the language nearest to `lang`. */
export async function loadFirstScreen(lang, assets) {
  return (await loadNearest(files.firstScreens, lang, assets))[1];
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
  // Without a name, it is in the script itself.
  const address = assets && name && assetUrl(name, assets).href;
  const start = address ? () => importFrom(address) : load;
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
    const asked = name && performance.getEntriesByType('resource').find((it) => it.name.endsWith(`/${name}`));
    if (!asked) throw error;
    return importFrom(`${asked.name}?again=${performance.now()}`);
  }
}

/** A script at an address that bundlers need not look for; xtask/src/esbuild.rs sees to it that they do not. */
const importFrom = (address) => import(address);

/** What is not needed at once, or only by some pages: what the file of that name holds. */
export const loadLater = (name, assets) => importDefault(files.later[name], assets);

/** The word for "start" in the language nearest to `lang`. */
export const startIn = (lang) => files.messages[choose(files.messages, lang)][2];

/** The questionnaire at `src`. */
export async function loadDocument(src) {
  const url = new URL(src, document.baseURI);
  return readDocument(new TextDecoder().decode(await get(url, 'questionnaire')));
}
