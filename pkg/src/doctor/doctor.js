/**
 * Explains in the console what is wrong with the widget on a page, and how to repair it: one
 * message per cause, each only once. It finds causes by trying again, never by reading an engine's
 * messages. It must not throw, change the page, or request a URL that the widget does not request.
 * It is loaded only if an author or developer is likely to be looking.
 */
import { integrity, wasmName, wasmSize } from '#files';
import { addressIn, forbidden, look } from './addresses.js';
import { asProperty, misused } from './attributes.js';
import { misspoken } from './languages.js';
import { mangled, rewritten } from './markup.js';
import { unsent as unsentText } from './sending.js';
import { firstSlip, picture } from '../json/slip.js';
import { languageOf, nearestIn } from '../data/language.js';

const NAME = 'misconception-scorecard';
/** The smallest valid WebAssembly module. */
const EMPTY = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
/** Names of the widget's scripts that are loaded after the entry script. */
const LATER = /\/(widget|first-screen|messages|social-media|translate|fallback)-([\w-]+-)?[\da-f]{8}\b[^/]*\.js$/;
/** The URL of an entry script of this package. */
const ENTRY = /\/(scorecard(\.\w+)?|element)\.js([?#]|$)/;
/** The questionnaire in the tag. */
const CHILD = ':scope > script[type="application/json"]';
/** The value of `Handle.notice()` for saved answers of another shape. */
const OTHER_SHAPE = 1;
/**
 * The folders in which Vite, and VitePress, Astro and Nuxt with it, put packages that it has
 * bundled for development.
 */
const OPTIMISED = /\/(\.vite|cache|client)\/deps\//;
/** How many problems of a questionnaire are listed. */
const MOST = 20;
/** What to do about a problem of a questionnaire, by its code. */
const REMEDIES = {
  missing: 'add it',
  wrongType: 'this needs another type: string, number, array [ ] or object { }',
  unknownKey: 'not a property of the format; a misspelling?',
  renamed: 'write "cutoffs"; "edges" was its name before 1.0',
  unknownValue: 'use a word of the format, such as "myth" or "fact"',
  outOfRange: 'use a number within the range; cutoffs must decrease',
  empty: 'fill it in, or delete the property',
  tooLarge: 'at most 1 MB, 1,000 statements, 4,000 characters per string',
  tooDeep: 'look for a bracket [ or { that should not be there',
  wrongLength: 'write one label for each point of the scale',
  duplicateId: 'this id is already used; use another',
  malformed: 'write a language as en, an id without spaces, a date as 2026-11-23, a URL with https://',
  controlCharacter: 'delete the invisible characters',
  unsupportedFormat: 'this version of the widget reads "1.0"',
};

/** The messages that were written, by the element or the page that they are about. */
const said = new WeakMap();
/** Fallback reasons and URLs that were examined already. */
const known = new Set();
const isNew = (it) => !known.has(it) && known.add(it);

/**
 * Examines an element after a start, or a page with a second copy of the script: see
 * pkg/src/element/examine.js.
 */
export default async function examine({ element, error, other, fallbackReason, shown, unsent }) {
  try {
    if (other) return say(copies(other));
    if (unsent) return say(unsentText(unsent), element);
    for (const text of misused(element)) say(text, element);
    if (shown) await examineShown(element, shown);
    const isModules = fallbackReason && error?.message === fallbackReason.message;
    await Promise.all([
      fallbackReason && isNew(fallbackReason) && examineModule(fallbackReason, element, isModules),
      error && !isModules && examineError(error, element),
      !fallbackReason && element.hasAttribute('debug') && examineType(),
    ]);
  } catch {
    // The element has already reported the error itself; if the doctor fails, nothing is added.
  }
}

/** Writes `text` to the console, once per element or page. */
function say(text, about = document) {
  const texts = said.get(about) ?? new Set();
  said.set(about, texts);
  if (!texts.has(text)) console.warn(`<${NAME}> ${text}`);
  texts.add(text);
}

/**
 * Reports what is shown but probably not meant so. `questionnaire` is what is shown, `spoken` the
 * language of the messages around it, `before` what was saved, `notice` the value of
 * `Handle.notice()`.
 */
async function examineShown(element, { questionnaire, spoken, before, notice }) {
  if (document.readyState === 'loading') {
    // The parser may not have come to the content of the tag, and what follows it, yet.
    await new Promise((done) => document.addEventListener('DOMContentLoaded', done));
  }
  for (const text of mangled(element)) say(text, element);
  const { src } = element;
  const isBuiltIn = element.questionnaire === undefined && !src && !element.querySelector(CHILD);
  const text = misspoken(element, questionnaire, spoken, isBuiltIn);
  if (text) say(text, text.includes('on this tag') ? element : document);
  if (notice === OTHER_SHAPE && before?.version === questionnaire.version) {
    const { id, version } = questionnaire;
    say(
      `The questionnaire "${id}" has changed since answers were kept: it has other statements, keys, weights, scale or
cutoffs, but the same version. Those answers are not used, and readers start again. Once it is published, give each such
change a new version, so that links and results tell the two apart. It is now
"version": "${version}"
If it is another questionnaire, give it another "id".`,
      element,
    );
  }
}

/**
 * Explains why the module cannot be used. `isFatal`: the JavaScript fallback cannot be used either.
 */
async function examineModule(fallbackReason, element, isFatal) {
  const stands = isFatal
    ? 'The JavaScript fallback, which would do the work instead, cannot be loaded either.'
    : 'Until then, the slower JavaScript fallback does the work.';
  let error;
  try {
    // A policy may forbid modules; in WebKit it forbids instances.
    new WebAssembly.Instance(new WebAssembly.Module(EMPTY));
  } catch (thrown) {
    error = thrown.name;
  }
  const url = addressIn(fallbackReason);
  if (error === 'CompileError') {
    say(`${forbidden('WebAssembly.', 'script-src', `'wasm-unsafe-eval'`)}\n${stands}`);
  } else if (error) {
    say(`This browser has no WebAssembly, or it is switched off: by Lockdown Mode, an organisation, an extension or
a script of the page. You can repair this only if the script is yours.\n${stands}`);
  } else if (!url) {
    say(
      `This browser has WebAssembly, but refuses the module. A newer version may accept it: ${fallbackReason.message}\n${stands}`,
    );
  }
  if (url) {
    const module = { name: 'the module', size: wasmSize, integrity, ...builtIn(url, element) };
    say(`${(await look(url, module, fallbackReason)).text}\n${stands}`);
  }
  if (isFatal) await examineLater(element, 'fallback');
}

/** The advice for a built file that is missing, and whether it certainly is. */
const builtIn = (url, element) => ({
  isMissing: OPTIMISED.test(url),
  missing: OPTIMISED.test(url)
    ? `Vite has bundled the package for development and left this file out. In the options for Vite (vite.config.js; in
Astro, VitePress and Nuxt under vite in their options), add
optimizeDeps: { exclude: ['misconception-scorecard'] },
and start it again.`
    : `Copy the whole folder dist/ of the package to
${new URL('.', url)}
or say where it is${element.assets && ` instead of in ${element.assets}`}, as in
<${NAME} assets="/scorecard">`,
});

/**
 * Examines the scripts that were requested after the start. Returns whether one of them is at
 * fault.
 */
async function examineLater(element, only = '') {
  const later = asked().filter((it) => it.match(LATER)?.[1].startsWith(only));
  const texts = await Promise.all(
    later.map(async (url) => (await look(url, { name: 'a file of the widget', ...builtIn(url, element) })).text),
  );
  for (const text of texts) if (text) say(text);
  return texts.some(Boolean);
}

/** The URLs that the page has requested. */
const asked = () => [...new Set(performance.getEntriesByType('resource').map((it) => it.name))];

/**
 * The widget compiles the module whatever its MIME type is, but an author may want to know of a
 * wrong one.
 */
async function examineType() {
  const url = asked().find((it) => it.includes(wasmName.slice(0, -5)));
  if (!url || !isNew(url)) return;
  const type = (await fetch(url)).headers.get('content-type');
  if (/^application\/wasm\b/.test(type)) return;
  say(`The server calls the module "${type ?? ''}", not "application/wasm":
${url}
The widget works, but many servers do not compress types that they do not know. In Apache, add
AddType application/wasm .wasm
In nginx, add to types { } in mime.types
application/wasm wasm;`);
}

/** Explains why the widget is not shown, if that is not because of the module. */
async function examineError(error, element) {
  const { code, message, problems } = error;
  const { src } = element;
  if (problems?.length && code !== 'notPlainData') {
    // Two elements may show the same file, so the message is about the page.
    const text = `Errors in ${sourceOf(element)}, with their places, counted from 0:\n${listed(problems)}`;
    say(text, src ? document : element);
  } else if (code === 'unreachable') {
    const url = addressIn(error);
    say((await look(url, questionnaireAt(url, element), error)).text);
  } else if (code === 'badJson') {
    await examineJson(element);
  } else if (code === 'notPlainData') {
    say(
      'The property questionnaire contains something that JSON cannot hold, such as a function. Set it to JSON text.',
      element,
    );
  } else if (URL.canParse?.(src, document.baseURI) === false) {
    say(`src="${src}" is not a valid URL. Write one, as in src="/mine.json"`, element);
  } else if (code === 'crashed' || !(await examineLater(element))) {
    say(
      `Nothing on this page was found to cause this: ${message}
Reload the page. If it comes back, this is a bug in the widget: please report it, with this message and the questionnaire.
Version ${VERSION}, ${navigator.userAgent}`,
      element,
    );
  }
}

function listed(problems) {
  const lines = problems.slice(0, MOST).map(({ code, pointer }) => `${pointer || 'all'}: ${code} - ${REMEDIES[code]}`);
  if (problems.length > MOST) lines.push(`and ${problems.length - MOST} more`);
  return lines.join('\n');
}

const addressOf = (src) => new URL(src, document.baseURI).href;

/** Where the author's questionnaire comes from, in words. */
function sourceOf({ questionnaire, src }) {
  if (questionnaire !== undefined) return 'the property questionnaire';
  return src ? addressOf(src) : 'the script in the tag';
}

/** What is expected at `url`: the questionnaire of `src`, or a translation that it names. */
function questionnaireAt(url, { src }) {
  return url === addressOf(src)
    ? {
        name: 'the questionnaire',
        missing:
          asProperty('src', src, 'questionnaire') ??
          `This is the URL of src="${src}" on ${document.baseURI}. Correct it, or put the file there.`,
      }
    : { name: 'a translation', missing: 'Put the file there, or correct its URL in the questionnaire.' };
}

/**
 * Finds the slip in what should be JSON: the property, the file, the child, or a translation that
 * they name.
 */
async function examineJson(element) {
  const { questionnaire, src } = element;
  const child = element.querySelector(CHILD)?.textContent;
  const tell = (given, source = sourceOf(element), about = element) => {
    if (typeof given !== 'string') return given;
    const text = given.replace(/^\uFEFF/, '');
    const slip = firstSlip(text);
    if (!slip) return JSON.parse(text);
    const remedy = (given === child && rewritten(text)) || slip[1];
    say(`This is not JSON: ${source}\n${picture(text, slip[0])}\n${remedy}`, about);
    return undefined;
  };
  const tellAt = async (url) => {
    const { text, bytes } = await look(url, questionnaireAt(url, element));
    return text ? say(text) : tell(new TextDecoder().decode(bytes), url, document);
  };
  const isAway = questionnaire === undefined && src;
  const source = isAway ? await tellAt(addressOf(src)) : tell(questionnaire ?? child);
  const { lang, translations = {} } = source ?? {};
  const translation = translations?.[nearestIn({ lang, translations: translations ?? {} }, languageOf(element))];
  if (typeof translation === 'string') await tellAt(new URL(translation, addressOf(src)).href);
}

/** The message about two copies of the script: this one, which came too late, and the `other`. */
function copies({ version = 'unknown' }) {
  const scripts = [...document.scripts].filter((it) => ENTRY.test(it.src)).map((it) => it.outerHTML);
  const others = 'One comes from a bundle, a theme or a plugin. Remove it, or this:';
  const remedy = scripts[1] ? 'Remove one of these:' : others;
  return `The script of the widget is on this page twice. The first, version ${version}, is used;
the second, version ${VERSION}, does nothing. ${remedy}\n${scripts.join('\n')}`;
}
