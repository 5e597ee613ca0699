/**
 * The ways to load a widget, and what may go wrong with them: one file or many, a strict policy, no
 * WebAssembly, a server that misbehaves. However it is loaded, the whole questionnaire is answered
 * and gives the same verdicts as the core.
 */
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { MOUNTS, startServer } from '../../xtask/server.mjs';
import { ROOT, embed, scored, small } from './harness.mjs';
import {
  JAVASCRIPT,
  TAG,
  WASM,
  browser,
  bytes,
  complete,
  completeInJavaScript,
  dist,
  module,
  pageWith,
} from './loading-stage.mjs';

const ENTRIES = { 'all languages': 'scorecard.js', 'one language': 'scorecard.en.js' };

test('the script of one language speaks it, whatever the page’s language is', async () => {
  pageWith(module('scorecard.nb.js'), { body: TAG.replace(' lang="en"', '') });
  await browser.visit('/page.html');
  await browser.ready();
  assert.match(await browser.text('.title'), /^Hva tror du om sosiale medier/);
  await browser.until(`return document.querySelector('misconception-scorecard').answers !== undefined`);
  assert.deepEqual(
    browser.requests.filter((it) => /-en-/.test(it)),
    [],
  );
});

test('the classic script speaks all languages and needs no other file, also in a page of another encoding', async () => {
  const body = TAG.replace('"en"', '"nb"').replace('debug', 'style="--scorecard-accent: #ffeeee" debug');
  const head = '<script src="/scorecard/scorecard.standalone.js"></script>';
  pageWith(head.replace('<meta', ''), { body, type: 'text/html; charset=windows-1252' });
  await browser.visit('/page.html');
  await browser.ready();
  assert.match(await browser.text(), /spørreskjema|Hva tror du om sosiale medier/);
  assert.match(await browser.text('.answers'), /Helt uenig/);
  assert.doesNotMatch(await browser.text(), /Ã/);
  // The file contains the script that corrects the accent.
  await browser.until(`${ROOT} return root.querySelector('.panel').style.length > 0`);
  assert.deepEqual(browser.requests, ['/page.html', '/scorecard/scorecard.standalone.js']);
});

test('the classic script works from a folder on disk', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'scorecard-'));
  try {
    copyFileSync(`${dist}scorecard.standalone.js`, path.join(folder, 'scorecard.js'));
    const page = path.join(folder, 'page.html');
    writeFileSync(
      page,
      `<!doctype html><meta charset="utf-8"><title>A page</title><script src="scorecard.js"></script>${TAG}`,
    );
    await browser.visit('/blank', { html: '' });
    await browser.go(pathToFileURL(page).href);
    await complete({ hasExtras: false });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const NO_WASM = '<script>delete globalThis.WebAssembly</script>';
const corrupted = Buffer.from(bytes);
corrupted[corrupted.length >> 1] ^= 0x55;
/** What the server sends for the module, and whether the JavaScript fallback must replace it. */
const FAULTS = {
  'sent with a wrong content type': [bytes, { type: 'text/plain' }, false],
  'replaced by an HTML page': ['<!doctype html><title>Not found</title>', {}, true],
  missing: ['Not found', { status: 404, type: 'text/plain' }, true],
  'refused with an error': ['', { status: 500, type: 'application/wasm' }, true],
  'cut short': [bytes.subarray(0, bytes.length / 2), { type: 'application/wasm' }, true],
  'broken off': [bytes, { type: 'application/wasm', fault: 'breaks off' }, true],
  'altered by one byte': [corrupted, { type: 'application/wasm' }, true],
  'never delivered': [bytes, { fault: 'hangs' }, true],
};
for (const [name, [body, more, isReplaced]] of Object.entries(FAULTS)) {
  test(`if the module is ${name}, the questionnaire completes`, async (context) => {
    context.after(() => browser.unserve(WASM));
    browser.serve(WASM, body, more);
    pageWith(module('scorecard.js'));
    await browser.visit('/page.html');
    if (more.fault === 'hangs') await new Promise((later) => setTimeout(later, 10_000));
    await (isReplaced ? completeInJavaScript() : complete());
    assert.equal(browser.requests.includes(JAVASCRIPT), isReplaced);
  });
}

const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:";
for (const [way, entry] of Object.entries(ENTRIES)) {
  test(`without WebAssembly the questionnaire completes (${way})`, async () => {
    pageWith(NO_WASM + module(entry));
    await browser.visit('/page.html');
    await completeInJavaScript();
    assert.ok(browser.requests.includes(JAVASCRIPT));
    assert.ok(!browser.requests.includes(WASM), 'the module is not fetched, because it cannot be used');
    await browser.assertQuiet();
  });

  test(`under a policy without wasm-unsafe-eval the questionnaire completes (${way})`, async () => {
    pageWith(module(entry), { policy: POLICY });
    await browser.visit('/page.html');
    await browser.ready();
    // The browser has already reported that the module is forbidden; the extras add no message.
    await browser.console();
    await completeInJavaScript();
    assert.ok(browser.requests.includes(JAVASCRIPT));
    assert.deepEqual(await browser.console(), []);
  });

  for (const [name, wasm] of [
    ['', " 'wasm-unsafe-eval'"],
    [' and without wasm-unsafe-eval', ''],
  ]) {
    test(`under a strict policy with nonce, strict-dynamic and no trusted type${name} the questionnaire completes (${way})`, async () => {
      const policy =
        `default-src 'none'; script-src 'nonce-abc123' 'strict-dynamic'${wasm}; connect-src 'self'; img-src data:;
        base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'`.replaceAll('\n', ' ');
      pageWith(module(entry, 'nonce="abc123"'), { policy });
      await browser.visit('/page.html');
      await (wasm ? complete() : completeInJavaScript());
      assert.equal(browser.requests.includes(JAVASCRIPT), !wasm);
      if (wasm) await browser.assertQuiet();
    });
  }
}

test('the JavaScript fallback reads a questionnaire that needs more than its initial memory', async () => {
  const large = small();
  const long = 'A sentence that is as long as many. '.repeat(60);
  large.misconceptions = Array.from({ length: 200 }, (_, index) => ({
    ...small().misconceptions[0],
    id: `m${index}`,
    statements: [{ id: `s${index}`, text: `${index} ${long}`, key: 'myth' }],
  }));
  pageWith(NO_WASM + module('scorecard.js'), { body: embed(large, 'layout="list" debug="off"') });
  await browser.visit('/page.html');
  await browser.ready();
  await browser.run(`${ROOT} for (const it of root.querySelectorAll('fieldset')) it.querySelectorAll('input')[3].click();
    root.querySelector('[type=submit]').click()`);
  await browser.until(`${ROOT} return root.querySelector('.result') !== null`);
  const all = Object.fromEntries(large.misconceptions.map((_, index) => [`s${index}`, { agreement: 4 }]));
  assert.deepEqual(await browser.scorecard(), scored(large, all));
});

test('without module and JavaScript fallback the page’s fallback stays, and the first cause is reported', async (context) => {
  context.after(() => {
    for (const it of [WASM, JAVASCRIPT]) browser.unserve(it);
  });
  for (const it of [WASM, JAVASCRIPT]) browser.serve(it, 'Not found', { status: 404, type: 'text/plain' });
  const listen = `<script>addEventListener('scorecard-failed', ({ detail }) => (window.told = detail.code + ' ' + detail.message))</script>`;
  pageWith(listen + module('scorecard.js'));
  await browser.visit('/page.html');
  const told = await browser.until('return window.told');
  assert.ok(told.startsWith(`unreachable the module at ${browser.url}${WASM} cannot be fetched: `), told);
  assert.equal(await browser.run(`return document.querySelector('#fallback').checkVisibility()`), true);
});

test('the script runs from another origin if it matches its integrity, and not if it is altered', async (context) => {
  const cors = { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' };
  let change = (text) => text;
  const other = await startServer({
    mounts: MOUNTS,
    answer: ({ pathname }, respond) => {
      const name = path.basename(pathname);
      const isEntry = /^scorecard\.\w+\.js$/.test(name);
      return respond(200, cors, isEntry ? change(readFileSync(dist + name, 'utf8')) : readFileSync(dist + name));
    },
  });
  context.after(() => other.close());
  const hashes = JSON.parse(readFileSync(`${dist}integrity.json`)).files;
  for (const [name, type] of [
    ['scorecard.en.js', 'type="module"'],
    ['scorecard.standalone.js', ''],
  ]) {
    const src = `src="${other.url}/${name}" integrity="${hashes[name]}" crossorigin="anonymous"`;
    pageWith(`<script ${type} ${src}></script>`);
    change = (text) => text;
    await browser.visit('/page.html');
    await complete({ asked: () => other.requests });
    other.requests.length = 0;
    change = (text) => `${text} `;
    await browser.visit('/page.html');
    assert.equal(await browser.run(`return customElements.get('misconception-scorecard') === undefined`), true, name);
  }
});
