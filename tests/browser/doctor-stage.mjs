/**
 * What the tests of the doctor share: pages with a fault in them, and the doctor's messages. Knows
 * the harness and the built files; which faults are tested is decided in the tests.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, afterEach, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { page, start } from './harness.mjs';

export let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

export const top = fileURLToPath(new URL('../../', import.meta.url));
export const dist = `${top}pkg/dist/`;
/** The name, path and content of the built file whose name begins with `beginning`. */
export function built(beginning) {
  const name = readdirSync(dist).find((it) => it.startsWith(`${beginning}-`));
  return { name, path: `/scorecard/${name}`, bytes: readFileSync(dist + name) };
}
export const WASM = built('scorecard');
export const CORE = built('fallback');
export const DOCTOR = built('doctor');
export const { version } = JSON.parse(readFileSync(`${top}pkg/package.json`, 'utf8'));

export const TAG = 'misconception-scorecard';
export const FALLBACK = '<p id="fallback">Fallback</p>';
export const tag = (attributes = '') => `<${TAG} load="now" ${attributes}>${FALLBACK}</${TAG}>`;
export const MEANWHILE = 'Until then, the slower JavaScript fallback does the work.';
export const copying = () => `Copy the whole folder dist/ of the package to
${browser.url}/scorecard/
or say where it is, as in
<${TAG} assets="/scorecard">`;

/** Paths that a test serves differently; after the test they are as built again. */
export const changed = new Set();
export function serve(path, body, more) {
  changed.add(path);
  browser.serve(path, body, more);
}
afterEach(() => {
  for (const path of changed) browser.unserve(path);
  changed.clear();
});
export const serveJson = (path, body, more) =>
  serve(path, typeof body === 'string' ? body : JSON.stringify(body), { type: 'application/json', ...more });

/** Visits a page with the Content Security Policy `policy`. */
export function guarded(policy, body, path = '/guarded.html') {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  serve(path, page(body).replace('<title>', `${meta}<title>`));
  return browser.visit(path);
}
export const show = (html) => browser.visit('/page.html', { html });

export const pause = (ms) => new Promise((later) => setTimeout(later, ms));

/** The doctor's messages: waits for `count` of them, then a moment longer for any more. */
export async function told(count = 1, patience = 10_000) {
  const end = Date.now() + patience;
  const messages = [];
  const listen = async () => {
    const lines = await browser.console();
    messages.push(...lines.filter((it) => it.startsWith(`warn <${TAG}> `)).map((it) => it.slice(TAG.length + 8)));
  };
  for (await listen(); messages.length < count && Date.now() < end; await listen()) await pause(50);
  await pause(700);
  await listen();
  assert.equal(messages.length, count, `${count} messages: ${messages.join('\n\n')}`);
  return messages;
}

/** Asserts that the doctor's only message equals `expected`, or contains each part of it. */
export async function assertTold(expected, patience) {
  const [message] = await told(1, patience);
  if (typeof expected === 'string') assert.equal(message, expected);
  else for (const part of expected) assert.ok(message.includes(part), `${part}\nis not in\n${message}`);
  return message;
}

export const usesJavaScript = () => browser.requests.includes(CORE.path);
export const assertServes = async () => {
  await browser.ready();
  assert.ok(usesJavaScript(), 'the JavaScript fallback serves');
};
export const assertFallback = async () => {
  const seen = `return document.querySelector('#fallback').checkVisibility()`;
  assert.equal(await browser.run(seen), true, 'the fallback is visible');
};

/** Asserts that the doctor was loaded and said nothing. */
export async function assertWell() {
  const isHere = `return performance.getEntriesByType('resource').some((it) => it.name.endsWith('${DOCTOR.name}'))`;
  await browser.until(isHere, 'the doctor');
  assert.deepEqual(await told(0), []);
}

// Nothing to correct
