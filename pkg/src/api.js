/**
 * The headless core: the widget's verdicts, its HTML and its picture, without a page. On a server the first call instantiates
 * the module; in a page, await `ready()` first. Where the module is, `#api-module` knows: a file, a text, or what a runtime
 * imports.
 */
import * as core from '#api-glue';
import { later, now } from '#api-module';
import { checkWith } from './api/check.js';
import { Collected } from './api/collect.js';
import { localize, wantedOf } from './api/localize.js';
import { Prepared } from './api/prepare.js';
import { readDocument } from './data/parse-input.js';
import { failure, fromCore } from './data/failure.js';
import { firstScreen as first } from './api/first-screen.js';
import { picture as draw } from './api/picture.js';
import { render } from './api/render.js';

let isReady = false;

/**
 * Instantiates the module: the package's own, or the one that is given, compiled or as bytes, or what will bring it.
 *
 * @param {any} [given]
 */
export async function ready(given) {
  if (isReady) return;
  if (given !== undefined) {
    const source = await given;
    // A bundler may wrap it as the one thing that a module exports.
    const module = source?.default ?? source;
    if (!isModule(module) && !isBytes(module)) {
      throw failure('badOption', 'ready() takes a WebAssembly.Module or the bytes of core.wasm, or a promise of one');
    }
    start(isModule(module) ? module : await compiled(module));
  } else if (!startAtOnce()) {
    const source = await later();
    // Another call may have been sooner.
    if (!isReady) start(isModule(source) ? source : await compiled(source));
  }
}

/** All that is wrong with a questionnaire, a document or its JSON text, and advice; see `Report` in documents.d.ts. */
export function check(source, options) {
  return run(() => checkWith(core.check, source, options));
}

/**
 * The scorecard of `answers` to `questionnaire`, each a document or its JSON text, with the `outcome` that it shows. Where
 * answers are a text, each problem with them has its line and column, not counting a byte order mark.
 */
export function evaluate(questionnaire, answers) {
  const prepared = prepare(questionnaire);
  try {
    return prepared.evaluate(answers);
  } finally {
    prepared.free();
  }
}

/** Reads a questionnaire once, for the answers of many; see `Prepared` in core.d.ts. */
export function prepare(questionnaire) {
  return run(() => new Prepared(core.prepare(read(questionnaire)), read, expected));
}

/** What moved between two scorecards of the same reader. */
export function compare(before, after) {
  return run(() => core.compare(read(before, 'scorecard before'), read(after, 'scorecard after')));
}

/**
 * The tag with `questionnaire` in it as a page to read, for where nothing runs; with `shadow`, also with the first
 * screen as the widget draws it, which is there before any script. Without a questionnaire: the built-in one.
 *
 * @param {any} [questionnaire]
 * @param {import('../core.js').RenderOptions} [options]
 */
export function renderToString(questionnaire, options = {}) {
  const document = questionnaire === undefined ? undefined : read(questionnaire);
  return run(() => render(core.render, document, options));
}

/**
 * The first screen of `questionnaire` as data, which a script shows before the widget is there. Without a questionnaire: that of the
 * built-in one.
 *
 * @param {any} [questionnaire]
 * @param {import('../core.js').FirstScreenOptions} [options]
 */
export function firstScreen(questionnaire, options = {}) {
  const document = questionnaire === undefined ? undefined : read(questionnaire);
  return run(() => first(core.render, document, options));
}

/**
 * The scorecard as a picture to share, SVG with nothing from elsewhere. Its verdicts are those of its answers, by the
 * questionnaire; without one, the built-in one, if it is that one's.
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
 * The figures of `messages`, documents of the contract or their JSON texts in the order they came; see `Figures` in core.d.ts.
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
    throw error.code && error instanceof Error ? error : fromCore(error, expected);
  }
}

/** Whoever reads a file as text has its byte order mark, too; over the network it is gone. */
const unmarked = (text) => text.replace(/^\uFEFF/, '');

const read = (source, name) => readDocument(typeof source === 'string' ? unmarked(source) : source, name);

const expected = (problem) => (problem.expected ? `, expected ${problem.expected}` : '');

const isModule = (it) => Object.prototype.toString.call(it) === '[object WebAssembly.Module]';

/** Also those of another realm, as in Jest. */
const isBytes = (it) =>
  ArrayBuffer.isView(it) || /^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(it));

/** Whether it has started, as it can where the module need not be waited for. */
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

/** What `begin` gives; if it throws, so does this, with a remedy. */
function told(begin) {
  try {
    return begin();
  } catch (error) {
    throw Object.assign(failure('notStarted', `the core does not start: ${error.message}. ${remedy(error)}`), {
      cause: error,
    });
  }
}

/** Some runtimes compile nothing while they run, as those at the edge of a network. */
const remedy = ({ message }) =>
  /disallowed|not allowed|forbid|blocked|unsafe-eval/i.test(message)
    ? "If this runtime compiles no WebAssembly from bytes, have it import 'misconception-scorecard/core.wasm' and await ready() with that"
    : "What ready() is given must be core.wasm of this version, whole: 'misconception-scorecard/core.wasm'";

function rethrow(error) {
  throw error;
}
