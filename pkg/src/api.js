/**
 * The headless core: the widget's verdicts, its HTML and its picture, without a page. In Node the first call instantiates
 * the module; in a page, await `ready()` first.
 */
import * as core from '#api-glue';
import { wasm } from '#api-files';
import { checkWith } from './api/check.js';
import { Prepared } from './api/prepare.js';
import { readDocument } from './data/parse-input.js';
import { failure, fromCore } from './data/failure.js';
import { firstScreen as first } from './api/first-screen.js';
import { picture as draw } from './api/picture.js';
import { render } from './api/render.js';

let isReady = false;

/** Fetches and instantiates the module. */
export async function ready() {
  if (isReady || startInNode()) return;
  let response;
  try {
    response = await fetch(wasm());
    if (!response.ok) throw new Error(`it answers ${response.status}`);
    start(await response.arrayBuffer());
  } catch (error) {
    throw failure('unreachable', `the module at ${wasm()} cannot be used: ${error.message}`);
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

function run(call) {
  if (!isReady && !startInNode()) {
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

function startInNode() {
  const fs = globalThis.process?.getBuiltinModule?.('node:fs');
  if (!fs) return false;
  start(fs.readFileSync(wasm()));
  return true;
}

function start(bytes) {
  const module = new WebAssembly.Module(bytes);
  core.instantiate((imports) => new WebAssembly.Instance(module, imports).exports);
  isReady = true;
}
