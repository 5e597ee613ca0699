/**
 * The doctor: for each way in which a page or a server keeps the module or another built file from
 * the widget, the console has one message that names the cause and the remedy. Every fault is real,
 * made by a server on this machine.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import {
  CORE,
  MEANWHILE,
  TAG,
  WASM,
  assertFallback,
  assertServes,
  assertTold,
  assertWell,
  browser,
  built,
  copying,
  dist,
  guarded,
  serve,
  show,
  tag,
  told,
  usesJavaScript,
} from './doctor-stage.mjs';
import { page } from './harness.mjs';

// The module

test('a policy that forbids WebAssembly: the doctor names the missing keyword', async () => {
  for (const policy of [`script-src 'self'`, `default-src 'self'; img-src data:`]) {
    await guarded(policy, tag());
    await assertTold(`The Content-Security-Policy of this page forbids WebAssembly.
Add 'wasm-unsafe-eval' to its script-src, as in
script-src 'self' 'wasm-unsafe-eval'
${MEANWHILE}`);
    await assertServes();
  }
  await guarded(`script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'`, tag());
  await browser.ready();
  await assertWell();
});

test('no WebAssembly, because it was deleted, replaced or switched off: the doctor says so', async () => {
  for (const without of [
    'delete window.WebAssembly',
    'window.WebAssembly = {}',
    'WebAssembly.compile = WebAssembly.Module = function () { throw new Error("off"); }',
  ]) {
    await show(`<script>${without}</script>${tag()}`);
    await assertTold([
      'This browser has no WebAssembly, or it is switched off',
      'Lockdown Mode',
      'extension',
      MEANWHILE,
    ]);
    await assertServes();
  }
});

test('a browser that has WebAssembly but refuses the module: the doctor quotes the reason', async () => {
  await show(`<script>const { Module } = WebAssembly;
    WebAssembly.Module = function (bytes) {
      if (bytes.byteLength > 8) throw new Error('what the engine says');
      return new Module(bytes);
    };
    WebAssembly.compile = async (bytes) => new WebAssembly.Module(bytes);</script>${tag()}`);
  await assertTold(`This browser has WebAssembly, but refuses the module. A newer version may accept it: what the engine says
${MEANWHILE}`);
  await assertServes();
});

test('a module with a wrong content type works, and the doctor gives the server’s configuration only with debug', async () => {
  for (const type of ['text/plain', 'application/octet-stream']) {
    serve(WASM.path, WASM.bytes, { type });
    await show(tag());
    await browser.ready();
    await assertWell();
    await show(tag('debug'));
    await assertTold(`The server calls the module "${type}", not "application/wasm":
${browser.url}${WASM.path}
The widget works, but many servers do not compress types that they do not know. In Apache, add
AddType application/wasm .wasm
In nginx, add to types { } in mime.types
application/wasm wasm;`);
    assert.ok(!usesJavaScript());
  }
});

test('an HTML page instead of the module: the doctor names the server’s rewrite rule', async () => {
  serve(WASM.path, page('Home'));
  await show(tag());
  await assertTold(`The server sent a page (HTML) instead of the module:
${browser.url}${WASM.path}
Many servers respond like this if a file is missing. ${copying()}
If the file is there, exempt it from the rule that answers everything with one page.
${MEANWHILE}`);
  await assertServes();
});

test('a module that the server does not deliver: the doctor names the status and the remedy', async () => {
  for (const [status, remedy] of [
    [404, copying()],
    [403, 'The server must let everybody read it.'],
    [500, 'See the log of the server.'],
  ]) {
    serve(WASM.path, 'No', { status, type: 'text/plain' });
    await show(tag());
    await assertTold(`The server responds with ${status} for the module:
${browser.url}${WASM.path}
${remedy}
${MEANWHILE}`);
    await assertServes();
  }
});

test('a module that is missing in the folder that assets names: the doctor names the folder', async () => {
  for (const name of readdirSync(dist)) {
    if (!name.endsWith('.wasm')) serve(`/elsewhere/${name}`, readFileSync(dist + name), { type: 'text/javascript' });
  }
  await show(tag('assets="/elsewhere"'));
  await assertTold([
    `The server responds with 404 for the module:\n${browser.url}/elsewhere/${WASM.name}`,
    `\n${browser.url}/elsewhere/\nor say where it is instead of in /elsewhere, as in\n<${TAG} assets="/scorecard">`,
  ]);
  await browser.ready();
});

test('a module that never arrives: the doctor names its URL', async () => {
  serve(WASM.path, '', { fault: 'hangs' });
  await show(tag());
  await assertTold(
    `Waiting for the module took too long:
${browser.url}${WASM.path}
Open this URL in a browser tab. If it hangs there too, the server hangs.
${MEANWHILE}`,
    30_000,
  );
  await assertServes();
});

const DAMAGED = {
  'cut off on the server': [WASM.bytes.subarray(0, 20_000)],
  'cut off on its way': [WASM.bytes, 'breaks off'],
  'with other line ends': [Buffer.from(WASM.bytes.toString('latin1').replaceAll('\n', '\r\n'), 'latin1')],
  'read as text': [Buffer.from(WASM.bytes.toString('utf8'))],
  'with one byte changed': [WASM.bytes.map((byte, place) => (place === 30_000 ? byte ^ 1 : byte))],
};
for (const [how, [body, fault]] of Object.entries(DAMAGED)) {
  test(`a damaged module: the doctor compares its size with the built one: ${how}`, async () => {
    serve(WASM.path, body, { type: 'application/wasm', fault });
    await show(tag());
    const message = await assertTold([
      'The server sent ',
      ` bytes for the module, not as built (${WASM.bytes.length}):\n${browser.url}${WASM.path}\nUpload it again, in binary mode.`,
      '\n*.wasm binary\n',
      MEANWHILE,
    ]);
    const [, came] = message.match(/sent (\d+) bytes/).map(Number);
    // How much of the half that was sent has arrived, only the engine knows.
    if (!fault) assert.equal(came, body.length);
    else assert.ok(came <= WASM.bytes.length / 2, message);
    await assertServes();
  });
}

test('a damaged module on a page without crypto.subtle is reported too', async () => {
  serve(WASM.path, DAMAGED['with one byte changed'][0], { type: 'application/wasm' });
  serve('/site.html', page(tag('debug')));
  await browser.go(`http://[::ffff:127.0.0.1]:${new URL(browser.url).port}/site.html`);
  await assertTold([`The server sent ${WASM.bytes.length} bytes for the module, not as built (${WASM.bytes.length}):`]);
  await browser.ready();
});

test('a module that arrives at the second attempt is reported', async () => {
  await show(`<script>const get = window.fetch; let isFirst = true;
    window.fetch = (url, ...rest) => {
      if (!String(url).endsWith('.wasm') || !isFirst) return get(url, ...rest);
      isFirst = false;
      return Promise.reject(new TypeError('a passing fault'));
    };</script>${tag()}`);
  await assertTold(`At first the module could not be loaded, but then it could:
${browser.url}${WASM.path}
Reload the page. If this comes back, the server or the connection fails at times.
${MEANWHILE}`);
  await assertServes();
});

test('a policy that forbids fetching the module: the doctor names the origin to allow', async () => {
  const elsewhere = `default-src http://a.example; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; img-src data:`;
  for (const policy of [`connect-src 'none'`, elsewhere]) {
    await guarded(policy, tag());
    await assertTold(`The Content-Security-Policy of this page forbids fetching the module:
${browser.url}${WASM.path}
Add 'self' to its connect-src, as in
connect-src 'self'
${MEANWHILE}`);
    await assertServes();
  }
});

test('neither the module nor the JavaScript fallback: the doctor names both, and does not blame the widget', async () => {
  serve(WASM.path, 'No', { status: 404 });
  serve(CORE.path, 'No', { status: 404 });
  await show(tag());
  assert.deepEqual((await told(2)).sort(), [
    `The server responds with 404 for a file of the widget:
${browser.url}${CORE.path}
${copying()}`,
    `The server responds with 404 for the module:
${browser.url}${WASM.path}
${copying()}
The JavaScript fallback, which would do the work instead, cannot be loaded either.`,
  ]);
  await assertFallback();
});

// Messages and the built-in questionnaire

for (const [name, beginning] of Object.entries({
  'the words': 'messages-nb',
  'the built-in questionnaire': 'social-media-nb',
})) {
  test(`${name} cannot be loaded: the doctor says why`, async () => {
    const file = built(beginning);
    serve(file.path, 'No', { status: 404, type: 'text/plain' });
    await show(tag('lang="nb"'));
    await assertTold(`The server responds with 404 for a file of the widget:
${browser.url}${file.path}
${copying()}`);
    await assertFallback();
    serve(file.path, page('Home'));
    await show(tag('lang="nb"'));
    await assertTold([
      `The server sent a page (HTML) instead of a file of the widget:\n${browser.url}${file.path}\n`,
      copying(),
    ]);
    await assertFallback();
  });
}
