/**
 * The headless core: verdicts, HTML and pictures like the widget's, without a page. On a server the
 * first call instantiates the module; in a browser, await `ready()` first. `#api-module` knows
 * where the module comes from: a file, a string in the script, or an import.
 */
import * as core from '#api-glue';
import { later, now } from '#api-module';
import { checkWith } from './api/check.js';
import { Collected } from './api/collect.js';
import { localize, wantedOf } from './api/localize.js';
import { Prepared } from './api/prepare.js';
import { readDocument } from './data/parse-input.js';
import { failure } from './data/failure.js';
import { firstScreen as first } from './api/first-screen.js';
import { picture as draw } from './api/picture.js';
import { render } from './api/render.js';
import { thrown } from './api/thrown.js';

let isReady = false;

/**
 * Instantiates the module: the package's own, or `given`, which is a compiled module, its bytes, or
 * a promise of either. Throws `badOption`, `notStarted` or `unreachable`.
 *
 * @param {any} [given]
 */
export async function ready(given) {
  if (isReady) return;
  if (given !== undefined) {
    const source = await given;
    // A bundler may wrap it as the default export of a module.
    const module = source?.default ?? source;
    if (!isModule(module) && !isBytes(module)) {
      throw failure('badOption', 'ready() takes a WebAssembly.Module or the bytes of core.wasm, or a promise of one');
    }
    start(isModule(module) ? module : await compiled(module));
  } else if (!startAtOnce()) {
    const source = await later();
    // Another call may have started it meanwhile.
    if (!isReady) start(isModule(source) ? source : await compiled(source));
  }
}

/**
 * All problems of a questionnaire, and advice: see `Report` in documents.d.ts. `source` is an
 * object or JSON text.
 */
export function check(source, options) {
  return run(() => checkWith(core.check, source, options));
}

/**
 * The scorecard of `answers` to `questionnaire`, and its `outcome`. Each is an object or JSON text.
 * If the answers are text, each of their problems has a line and a column, not counting a byte
 * order mark.
 */
export function evaluate(questionnaire, answers) {
  const prepared = prepare(questionnaire);
  try {
    return prepared.evaluate(answers);
  } finally {
    prepared.free();
  }
}

/** Reads a questionnaire once, for the answers of many readers: see `Prepared` in core.d.ts. */
export function prepare(questionnaire) {
  return run(() => new Prepared(core.prepare(read(questionnaire)), read, expected));
}

/** How each verdict changed between two scorecards of the same reader. */
export function compare(before, after) {
  return run(() => core.compare(read(before, 'scorecard before'), read(after, 'scorecard after')));
}

/**
 * The element's tag as HTML, with the questionnaire inside as a page to read without scripts. With
 * `shadow`, also with the first screen as the widget draws it, so that it is there before any
 * script. Without a questionnaire, the built-in one.
 *
 * @param {any} [questionnaire]
 * @param {import('../core.js').RenderOptions} [options]
 */
export function renderToString(questionnaire, options = {}) {
  const document = questionnaire === undefined ? undefined : read(questionnaire);
  return run(() => render(core.render, document, options));
}

/**
 * The first screen of `questionnaire` as data, for a script that shows it before the widget is
 * loaded. Without a questionnaire, that of the built-in one.
 *
 * @param {any} [questionnaire]
 * @param {import('../core.js').FirstScreenOptions} [options]
 */
export function firstScreen(questionnaire, options = {}) {
  const document = questionnaire === undefined ? undefined : read(questionnaire);
  return run(() => first(core.render, document, options));
}

/**
 * The scorecard as a picture to share: SVG that loads nothing. Its verdicts are computed from the
 * answers in `scorecard`. Without a questionnaire, the scorecard must be of the built-in one.
 *
 * @param {any} scorecard
 * @param {import('../core.js').PictureOptions} [options]
 */
export function picture(scorecard, { questionnaire, ...options } = {}) {
  const document = questionnaire === undefined ? undefined : read(questionnaire);
  return run(() => draw(core.picture, read(scorecard, 'scorecard'), document, options));
}

/**
 * Begins to collect what readers sent about `questionnaire`; see `Collected` in core.d.ts.
 *
 * @param {any} questionnaire
 * @param {{ lang?: string }} [options]
 */
export function collect(questionnaire, { lang } = {}) {
  const document = read(questionnaire);
  return run(() => {
    const localized = localize(document, wantedOf(lang, document?.lang)).questionnaire;
    return new Collected(core.collect(localized), read, lang ?? localized?.lang);
  });
}

/**
 * The figures of `messages`, documents of the contract or their JSON texts, in the order in which
 * they came; see `Figures` in core.d.ts.
 *
 * @param {any} questionnaire
 * @param {any} messages
 * @param {{ lang?: string }} [options]
 */
export function report(questionnaire, messages, options) {
  if (typeof messages?.[Symbol.iterator] !== 'function' || typeof messages === 'string') {
    throw failure('badList', 'report takes an array of messages');
  }
  const collected = collect(questionnaire, options);
  try {
    for (const message of messages) collected.add(message);
    return collected.figures();
  } finally {
    collected.free();
  }
}

function run(call) {
  if (!isReady && !startAtOnce()) {
    throw failure('notReady', 'await ready() before the first call');
  }
  try {
    return call();
  } catch (error) {
    throw thrown(error, expected);
  }
}

/** A file that was read as text may begin with a byte order mark; `Response.text()` removes it. */
const unmarked = (text) => text.replace(/^\uFEFF/, '');

const read = (source, name) => readDocument(typeof source === 'string' ? unmarked(source) : source, name);

const expected = (problem) => (problem.expected ? `, expected ${problem.expected}` : '');

const isModule = (it) => Object.prototype.toString.call(it) === '[object WebAssembly.Module]';

/** Also arrays of another realm, as in Jest, for which `instanceof` fails. */
const isBytes = (it) =>
  ArrayBuffer.isView(it) || /^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(it));

/** Starts the core if its module can be had synchronously; returns whether it could. */
function startAtOnce() {
  const source = now();
  if (!source) return false;
  start(isModule(source) ? source : told(() => new WebAssembly.Module(/** @type {BufferSource} */ (source))));
  return true;
}

const compiled = (bytes) => WebAssembly.compile(bytes).catch((error) => told(() => rethrow(error)));

function start(module) {
  told(() => {
    if (WebAssembly.Module.exports(module).length === 0) throw new Error('the module exports nothing');
    core.instantiate((imports) => new WebAssembly.Instance(module, imports).exports);
  });
  isReady = true;
}

/** Returns what `begin` returns. If it throws, throws `notStarted` with a remedy instead. */
function told(begin) {
  try {
    return begin();
  } catch (error) {
    throw Object.assign(failure('notStarted', `the core does not start: ${error.message}. ${remedy(error)}`), {
      cause: error,
    });
  }
}

/**
 * Some runtimes, such as those of content delivery networks, do not allow code to be compiled at
 * run time.
 */
const remedy = ({ message }) =>
  /disallowed|not allowed|forbid|blocked|unsafe-eval/i.test(message)
    ? "If this runtime compiles no WebAssembly from bytes, have it import 'misconception-scorecard/core.wasm' and await ready() with that"
    : "What ready() is given must be core.wasm of this version, whole: 'misconception-scorecard/core.wasm'";

function rethrow(error) {
  throw error;
}
