/**
 * What the tests of rendered screens share: pages with a first screen, whose script is loaded
 * later. Knows the harness; what is expected is decided in the tests.
 */
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { renderToString } from '../../pkg/dist/core.js';
import { small, start } from './harness.mjs';

export let browser;
before(async () => {
  browser = await start();
  browser.serve('/listener.js', LISTENER, { type: 'text/javascript' });
});
after(() => browser?.close());

export const dist = fileURLToPath(new URL('../../pkg/dist/', import.meta.url));
export const TAG = 'misconception-scorecard';
export const SRC = '/scorecard/scorecard.js';
export const SHEET = '/scorecard/scorecard.css';
export const MOMENT = 600;

/** Helpers for scripts in the page. */
export const PAGE = `
const widget = document.querySelector('${TAG}');
const root = widget.shadowRoot;
const all = () => [...root.querySelectorAll('.panel, .panel *')];
const step = () => root.querySelector('.progress')?.innerText;
/** The position of every element of the page, and below every style in the widget. */
const places = () => [...document.querySelectorAll('body > *, main > *'), ...all()].map((it) => {
  const { top, left, width, height } = it.getBoundingClientRect();
  return [it.localName, it.className, top, left, width, height].join(' ');
});
const styles = () => all().map((it) => {
  const style = getComputedStyle(it);
  return [...style].map((name) => it.localName + '.' + it.className + ' ' + name + ': ' + style.getPropertyValue(name));
});
const isShown = (it) => it.getClientRects().length > 0 && it.checkVisibility();`;
export const run = (script, ...values) => browser.run(PAGE + script, ...values);
export const until = (condition) => browser.until(`${PAGE} return ${condition}`, condition);
export const later = (time) => new Promise((done) => setTimeout(done, time));

/** Records the widget's events, from before it can send any. */
export const LISTENER = `window.told = [];
for (const name of ['ready', 'started', 'answered', 'completed', 'failed']) {
  addEventListener('scorecard-' + name, ({ detail }) => told.push([name, name === 'answered' ? detail : null]));
}`;
/** The requests of the page, without itself and the listener. */
export const requests = () => browser.requests.filter((path) => !['/rendered.html', '/listener.js'].includes(path));
export const READY = ['ready', null];

/** Visits a page with this tag, and no script except the listener. */
export async function arrive(html, { keep = false, foot = '', headers = {} } = {}) {
  browser.serve(
    '/rendered.html',
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><script src="/listener.js"></script>
<main><h1>A page</h1>${html}<p id="after">After.</p></main>${foot}</html>`,
    { headers },
  );
  await browser.visit('/rendered.html', { keep });
}

/** Loads the script, later than the page. */
export const load = (src = SRC) =>
  run(`const script = document.createElement('script');
  document.head.append(Object.assign(script, { type: 'module', src: '${src}' }))`);
/** Loads the script and waits until the widget is ready. */
export async function loaded() {
  await load();
  await until(`told.some(([name]) => name === 'ready')`);
}
export const told = () => run('return told.splice(0)');

/** Delays requests whose URL contains `part` until `release()` is called. */
export const hold = (part) =>
  run(`const get = window.fetch;
  window.fetch = async (url, ...more) => {
    if (String(url).includes('${part}')) await new Promise((go) => (window.release = go));
    return get(url, ...more);
  }`);

export const shadow = (questionnaire, { attributes, ...more } = {}) =>
  renderToString(questionnaire, { shadow: true, attributes: { load: 'now', ...attributes }, ...more });

export const questionnaire = small({ translations: { nb: { title: 'Liten', statements: { s1: 'Påstand 1.' } } } });
export const sure = small({ certainty: { from: 0, to: 2, labels: ['Guessing', 'Fairly', 'Certain'] } });
export const labels = ['لا', 'ربما', 'نعم'];
export const arabic = small({ lang: 'ar', title: 'خمسة مفاهيم خاطئة', scale: { points: 3, labels, dontKnow: false } });

/** Every kind of first screen: `[description, tag, its title, number of answers]`. */
export const SCREENS = [
  ['the built-in one', shadow(), 'What do you believe about social media in business?', 6],
  ['the built-in one in Norwegian', shadow(undefined, { lang: 'nb' }), 'Hva tror du om sosiale medier i bedrifter?', 6],
  [
    'with a linked sheet',
    shadow(undefined, { stylesheet: SHEET }),
    'What do you believe about social media in business?',
    6,
  ],
  [
    'a list',
    shadow(undefined, { lang: 'nb', attributes: { layout: 'list' } }),
    'Hva tror du om sosiale medier i bedrifter?',
    60,
  ],
  ['a list with a linked sheet', shadow(small(), { stylesheet: SHEET, attributes: { layout: 'list' } }), 'Small', 12],
  ['from right to left', shadow(arabic), 'خمسة مفاهيم خاطئة', 3],
  ['with certainty', shadow(sure), 'Small', 9],
  ['a list with certainty', shadow(sure, { attributes: { layout: 'list', advance: 'manual' } }), 'Small', 18],
  ['in the language that is spoken', shadow(questionnaire, { lang: 'nb' }), 'Liten', 6],
  ['with a theme', shadow(small(), { attributes: { theme: 'dark' } }), 'Small', 6],
  [
    'with an introduction of several lines',
    shadow(small({ intro: 'One line,\nand another.\n\nA second paragraph.' })),
    'Small',
    6,
  ],
  [
    'with line breaks as Windows writes them',
    shadow(small({ intro: 'One line,\r\nand another.', title: 'Small\r\none' })),
    'Small one',
    6,
  ],
  [
    'the author’s order, feedback after each',
    shadow(undefined, { attributes: { order: 'author', feedback: 'each', advance: 'manual' } }),
    'What do you believe about social media in business?',
    6,
  ],
  ['with & and < in it', shadow(small({ title: 'A < B & "C"' })), 'A < B & "C"', 6],
];
