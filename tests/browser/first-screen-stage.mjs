/**
 * What the tests of the first screen share: a page with an embed script whose module is delayed or
 * faulty. Knows the built files and rendered-stage.mjs; what is expected is decided in the tests.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { TAG, arrive, browser, dist, run, until } from './rendered-stage.mjs';

export const file = (pattern) => readdirSync(dist).find((name) => pattern.test(name));
export const WASM = file(/^scorecard-.*wasm$/);
export const JAVASCRIPT = file(/^fallback-/);
export const ENTRIES = ['scorecard.en.js', 'scorecard.js'];
export const script = (entry) => `<script type="module" src="/scorecard/${entry}"></script>`;
export const tag = (attributes = '', content = '') =>
  `<${TAG} lang="en" load="now" debug="off" ${attributes}><p id="fallback">Fallback</p>${content}</${TAG}>`;
export const answered = (agreement) => ['answered', { statement: 'mc-1', agreement }];
export const STARTED = ['started', null];

/** Serves the module differently until the test ends; returns a function that ends it earlier. */
export function meanwhile(context, more, names = [WASM]) {
  for (const name of names) {
    const type = name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript';
    browser.serve(`/scorecard/${name}`, readFileSync(dist + name), { type, ...more });
  }
  const end = () => {
    for (const name of names) browser.unserve(`/scorecard/${name}`);
  };
  context.after(end);
  return end;
}

/** Delays the module; returns a function that releases it. */
export function hold(context) {
  let release;
  const end = meanwhile(context, { after: new Promise((done) => (release = done)) });
  const letGo = () => {
    release();
    end();
  };
  context.after(letGo);
  return letGo;
}

/**
 * Visits a page with the first screen while the module is delayed; returns a function that releases
 * it.
 */
export async function early(context, { entry = 'scorecard.en.js', html = tag(), ...more } = {}) {
  const release = hold(context);
  await arrive(html, { foot: script(entry), ...more });
  await browser.shown();
  return release;
}

export const isReady = () => until(`told.some(([name]) => name === 'ready')`);
export const line = () => run(`return root.querySelector('[role=status]')?.innerText.trim() ?? null`);
export const kept = () => run(`return Object.values(sessionStorage).map((it) => JSON.parse(it).answers)`);
export const FIRST = 'Statement 1 of 10';
export const SECOND = 'Statement 2 of 10';
