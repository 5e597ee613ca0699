/**
 * The headless core: the same verdicts as the widget's, without a page. In Node the first call instantiates
 * the module; in a page, await `ready()` first.
 */
import * as core from '#headless';
import { wasm } from '#headless-files';
import { readDocument } from './document.js';
import { failure, fromCore } from './failure.js';

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

/** The scorecard of `answers` to `questionnaire`; each is a document or its JSON text. */
export function evaluate(questionnaire, answers) {
  return run(() =>
    core.evaluate(readDocument(questionnaire), readDocument(answers, 'answers')),
  );
}

/** What moved between two scorecards of the same reader. */
export function compare(before, after) {
  return run(() =>
    core.compare(readDocument(before, 'scorecard before'), readDocument(after, 'scorecard after')),
  );
}

function run(call) {
  if (!isReady && !startInNode()) {
    throw failure('notReady', 'await ready() before the first call');
  }
  try {
    return call();
  } catch (error) {
    throw error.code && error instanceof Error ? error : fromCore(error);
  }
}

function startInNode() {
  const fs = globalThis.process?.getBuiltinModule?.('node:fs');
  if (!fs) return false;
  start(fs.readFileSync(wasm()));
  return true;
}

function start(bytes) {
  const module = new WebAssembly.Module(bytes);
  core.join((imports) => new WebAssembly.Instance(module, imports).exports);
  isReady = true;
}
