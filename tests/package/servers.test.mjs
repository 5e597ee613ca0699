/**
 * The package without a page: imported, bundled into one file for a server, with its module passed
 * in, in a simulated page (jsdom), and in Cloudflare's runtime. Deno, Bun, Vitest and Jest are
 * tested in tests/bundlers/all.test.mjs.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import { project, top } from '../bundlers/stage.mjs';

let folder;
before(() => {
  folder = project('servers');
  cpSync(path.join(top, 'tests/bundlers/servers'), path.join(folder, 'servers'), { recursive: true });
});

/** Runs a module in the project; returns what it prints as JSON. */
function node(code, ...words) {
  writeFileSync(path.join(folder, 'try.mjs'), code);
  return JSON.parse(execFileSync(process.execPath, [...words, 'try.mjs'], { cwd: folder, encoding: 'utf8' }));
}

/** What each server computes: the verdicts for two answers. */
const VERDICTS = `import mine from './app/mine.json' with { type: 'json' };
const verdicts = (core) => core.evaluate(mine, { 'salt-1': { agreement: 5 }, 'salt-2': { agreement: 1 } })
  .verdicts.map((it) => it.verdict);`;
const HELD = ['held'];
/** The error of a call that fails. */
const THROWN = `const thrown = async (call) => {
  try { return await call(); } catch ({ code, message }) { return { code, message }; }
};`;

test('no entry does anything without a page', () => {
  const entries = ['', '/define', '/core', '/react', '/vue', '/preact', '/solid', '/svelte'];
  const files = ['/dist/scorecard.js', '/dist/scorecard.en.js', '/dist/element.js', '/dist/scorecard.standalone.js'];
  const seen = node(`
    // Import React and Vue first, because their own setup does not belong to the package.
    import 'react';
    import 'vue';
    const before = Object.keys(globalThis).length;
    const made = [];
    for (const it of ${JSON.stringify([...entries, ...files])}) await import('misconception-scorecard' + it);
    const { define } = await import('misconception-scorecard');
    console.log(JSON.stringify([define() ?? 'nothing', Object.keys(globalThis).length - before]));
  `);
  assert.deepEqual(seen, ['nothing', 0]);
});

for (const [name, entry, more] of [
  ['the entry', 'misconception-scorecard/core', {}],
  ['the entry, for Node and as CommonJS', 'misconception-scorecard/core', { format: 'cjs', conditions: ['node'] }],
]) {
  test(`the core works when it is bundled into one file: ${name}`, async () => {
    const entryPoint = path.join(folder, 'server.mjs');
    writeFileSync(
      entryPoint,
      `import * as core from '${entry}';\n${VERDICTS}\nconsole.log(JSON.stringify(verdicts(core)));`,
    );
    const alone = path.join(folder, 'alone');
    mkdirSync(alone, { recursive: true });
    const outfile = path.join(alone, more.format === 'cjs' ? 'server.cjs' : 'server.mjs');
    const options = { bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'silent', ...more };
    const { warnings } = await build({ entryPoints: [entryPoint], ...options });
    assert.deepEqual(warnings, []);
    assert.deepEqual(JSON.parse(execFileSync(process.execPath, [outfile], { encoding: 'utf8' })), HELD);
  });
}

test('dist/core.js, bundled without its module, says what to do, and accepts the bytes', async () => {
  const entryPoint = path.join(folder, 'split.mjs');
  writeFileSync(
    entryPoint,
    `import { readFileSync } from 'node:fs';
    import * as core from 'misconception-scorecard/dist/core.js';
    ${VERDICTS} ${THROWN}
    const failed = await thrown(() => verdicts(core));
    await core.ready(readFileSync(process.argv[2]));
    console.log(JSON.stringify([failed, verdicts(core)]));`,
  );
  const outfile = path.join(folder, 'alone/split.mjs');
  await build({
    entryPoints: [entryPoint],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'silent',
  });
  const wasm = path.join(folder, 'node_modules/misconception-scorecard/modules/core.wasm');
  const [failed, held] = JSON.parse(execFileSync(process.execPath, [outfile, wasm], { encoding: 'utf8' }));
  assert.equal(failed.code, 'unreachable');
  assert.match(
    failed.message,
    /core-\w+\.wasm cannot be used: ENOENT.* Import 'misconception-scorecard\/core', which has/,
  );
  assert.deepEqual(held, HELD);
});

const WASM = `import { readFileSync } from 'node:fs';
  const bytes = readFileSync(new URL(import.meta.resolve('misconception-scorecard/core.wasm')));`;
for (const [name, given] of Object.entries({
  bytes: 'bytes',
  'an ArrayBuffer': 'Uint8Array.from(bytes).buffer',
  'a module': 'new WebAssembly.Module(bytes)',
  'a promise of a module': 'WebAssembly.compile(bytes)',
  'what a bundler makes of an import': '{ default: new WebAssembly.Module(bytes) }',
})) {
  test(`ready() accepts ${name}, and ignores a second call`, () => {
    const held = node(`import * as core from 'misconception-scorecard/core';
      ${WASM} ${VERDICTS}
      await core.ready(${given});
      await core.ready('whatever');
      console.log(JSON.stringify(verdicts(core)));`);
    assert.deepEqual(held, HELD);
  });
}

test('ready() refuses a wrong value with a remedy, and the core still works', () => {
  const [text, broken, other, none, held] = node(`import * as core from 'misconception-scorecard/core';
    ${WASM} ${VERDICTS} ${THROWN}
    const empty = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
    console.log(JSON.stringify([
      await thrown(() => core.ready('core.wasm')),
      await thrown(() => core.ready(bytes.subarray(0, 1000))),
      await thrown(() => core.ready(empty)),
      await thrown(() => core.ready(null)),
      verdicts(core),
    ]));`);
  assert.deepEqual([text.code, none.code], ['badOption', 'badOption']);
  assert.match(text.message, /takes a WebAssembly\.Module or the bytes of core\.wasm/);
  for (const it of [broken, other]) {
    assert.equal(it.code, 'notStarted', JSON.stringify(it));
    assert.match(it.message, /^the core does not start: .*must be core\.wasm of this version/s);
  }
  assert.deepEqual(held, HELD);
});

test('if a runtime does not compile bytes, the error says what to do', () => {
  const failed = node(
    `import * as core from 'misconception-scorecard/core'; ${VERDICTS} ${THROWN}
    WebAssembly.Module = function () { throw new WebAssembly.CompileError('Wasm code generation disallowed by embedder'); };
    console.log(JSON.stringify(await thrown(() => verdicts(core))));`,
  );
  assert.equal(failed.code, 'notStarted');
  assert.match(failed.message, /have it import 'misconception-scorecard\/core\.wasm' and await ready\(\) with that/);
});

test('without Node’s modules, as in an edge worker, the core needs ready()', () => {
  const [before, held] = node(`import * as core from 'misconception-scorecard/core'; ${VERDICTS} ${THROWN}
    const { log } = console;
    process.getBuiltinModule = undefined;
    const before = await thrown(() => verdicts(core));
    await core.ready();
    log(JSON.stringify([before, verdicts(core)]));`);
  assert.equal(before.code, 'notReady');
  assert.deepEqual(held, HELD);
});

test('in Cloudflare’s runtime the core works without ready(), from an imported module', async () => {
  const outdir = path.join(folder, 'out/worker');
  mkdirSync(outdir, { recursive: true });
  // As Cloudflare's own tool does: with its conditions, and with modules left to the runtime.
  await build({
    entryPoints: [path.join(folder, 'servers/worker.js')],
    bundle: true,
    format: 'esm',
    outdir,
    conditions: ['workerd', 'worker', 'browser'],
    loader: { '.wasm': 'copy' },
    assetNames: '[name]',
    logLevel: 'silent',
  });
  const worker = new Miniflare({
    rootPath: outdir,
    modules: [
      { type: 'ESModule', path: 'worker.js' },
      { type: 'CompiledWasm', path: 'core.wasm' },
    ],
    compatibilityDate: '2025-01-01',
  });
  try {
    const response = await worker.dispatchFetch('http://localhost/');
    assert.deepEqual(await response.json(), [HELD, true]);
  } finally {
    await worker.dispose();
  }
});

/** A simulated page, as test runners make one. */
const JSDOM = `import { JSDOM } from 'jsdom';
  const { window } = new JSDOM('<!doctype html><main></main>', { url: 'https://example.com/', pretendToBeVisual: true });
  window.addEventListener('error', ({ message, error }) => faults.push(String(error?.stack ?? message)));
  process.on('unhandledRejection', (error) => faults.push('unhandled ' + error?.stack));
  process.on('uncaughtException', (error) => faults.push('uncaught ' + error?.stack));
  const faults = [];
  const own = Object.getOwnPropertyNames(window).filter((it) => !(it in globalThis));
  for (const name of own) Object.defineProperty(globalThis, name, { configurable: true, get: () => window[name] });
  for (const name of ['Event', 'CustomEvent', 'EventTarget']) globalThis[name] = window[name];
  globalThis.addEventListener = window.addEventListener.bind(window);
  globalThis.removeEventListener = window.removeEventListener.bind(window);`;

test('in jsdom the core works without ready(), and defining the tag does no harm', () => {
  const [held, text, faults] = node(`${JSDOM}
    import mine from './app/mine.json' with { type: 'json' };
    const core = await import('misconception-scorecard/core');
    const held = core.evaluate(mine, { 'salt-1': { agreement: 5 }, 'salt-2': { agreement: 1 } }).verdicts.map((it) => it.verdict);
    await import('misconception-scorecard/define');
    console.error = () => {};
    document.querySelector('main').innerHTML = '<misconception-scorecard load="now"><p>Fallback</p></misconception-scorecard><misconception-scorecard></misconception-scorecard>';
    await new Promise((later) => setTimeout(later, 500));
    console.log(JSON.stringify([held, document.querySelector('main').textContent, faults]));
    process.exit();`);
  assert.deepEqual(held, HELD);
  assert.match(text, /Fallback/);
  assert.deepEqual(faults, []);
});
