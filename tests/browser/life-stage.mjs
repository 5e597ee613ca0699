/**
 * What the tests of pages that change share: a page with widgets, and helpers for scripts in it.
 * Knows the shadow root; what is expected is decided in the tests.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { embed, small, start } from './harness.mjs';

export let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

const dist = fileURLToPath(new URL('../../pkg/dist/', import.meta.url));
export const TAG = 'misconception-scorecard';
export const OPEN = `<${TAG} load="now"`;
export const CLOSE = `</${TAG}>`;
export const SCRIPT = '<script type="module" src="/scorecard/scorecard.js"></script>';

/**
 * Helpers for scripts in the page: widgets, what they show, and a tap on an answer, which takes
 * effect after a moment.
 */
export const PAGE = `
const widgets = document.getElementsByTagName('${TAG}');
const widget = widgets[0];
const part = (it, selector) => it?.shadowRoot?.querySelector(selector);
const title = (it = widget) => part(it, 'h2')?.innerText;
const step = (it = widget) => part(it, '.progress')?.innerText;
const answers = (it = widget) => JSON.stringify(it.answers);
const tap = (place, it = widget) => it.shadowRoot.querySelectorAll('.answers label')[place]
  .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, detail: 1 }));`;
export const run = (script, ...values) => browser.run(PAGE + script, ...values);
export const until = (condition) => browser.until(`${PAGE} return ${condition}`, condition);
export const first = `{"s1":{"agreement":5}}`;

export const questionnaire = small({ translations: { nb: { title: 'Liten' }, de: { title: 'Klein' } } });
export const widget = (attributes = '') => embed(questionnaire, attributes);

export async function show(html) {
  await browser.visit('/page.html', { html });
  await until('title()');
}

/** Shows the widget and answers its first statement. */
export async function begin(html = widget()) {
  await show(html);
  await run('tap(4)');
  await until(`step() === 'Statement 2 of 2'`);
}

/** Serves the built files from another folder. */
export function copy(folder, { headers, change = (text) => text } = {}) {
  for (const name of readdirSync(dist)) {
    const body = name === 'scorecard.js' ? change(readFileSync(dist + name, 'utf8')) : readFileSync(dist + name);
    const type = path.extname(name) === '.wasm' ? 'application/wasm' : 'text/javascript';
    browser.serve(`${folder}/${name}`, body, { type, headers });
  }
}

/** A page with nothing but `html`: without the script that `page` adds at the end. */
export async function own(html) {
  browser.serve('/own.html', `<!doctype html><html lang="en"><title>Own</title><link rel="icon" href="data:,">${html}`);
  await browser.visit('/own.html');
}
