/**
 * Markup in prose: what readers see, follow and hear, on every screen, on paper, and on a screen
 * that came with the page. If the questionnaire does not allow markup, there is none.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { renderToString } from '../../pkg/dist/core.js';
import { ROOT, embed, small, start } from './harness.mjs';

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

const document = small({ markup: 'inline', intro: '*Say* it, or [see how](https://how.example/(a)).' });
const [first] = document.misconceptions;
first.statements[0].text = 'Bees *always* die.';
first.refutation.fact = 'Only *some* die [1], so [read on](https://more.example) [2].';
first.sources = [{ title: 'Étude', url: 'https://source.example', lang: 'fr' }, { title: 'A book' }];
document.outcomes = [{ from: 0, title: '*Plain*', text: '*Well* done.' }];

/** Emphasis, links with their URLs, and references below `selector`. */
const shown = (selector) => `${ROOT}
  const of = (name) => [...root.querySelectorAll('${selector} ' + name)];
  return [of('em').map((it) => it.textContent), of('a[rel]').map((it) => it.textContent + ' ' + it.getAttribute('href')),
    of('sup').map((it) => it.textContent)]`;

const finish = async () => {
  await browser.run(
    `${ROOT} for (const it of root.querySelectorAll('fieldset')) it.querySelector('[value="5"]').click()`,
  );
  await browser.run(`${ROOT} root.querySelector('.primary').click()`);
  await browser.until(`${ROOT} return root.querySelector('.result') !== null`);
};

test('prose has emphasis, links and references, and all other texts are plain', async () => {
  await browser.visit('/page.html', { html: embed(document, 'layout="list"') });
  await browser.ready();
  assert.deepEqual(await browser.run(shown('.card')), [['Say', 'always'], ['see how https://how.example/(a)'], []]);
  await finish();
  assert.deepEqual(await browser.run(shown('.outcome')), [['Well'], [], []]);
  assert.deepEqual(await browser.run(shown('.fact')), [
    ['some'],
    ['[1] https://source.example', 'read on https://more.example'],
    ['[1]', '[2]'],
  ]);
  assert.deepEqual(
    await browser.run(`${ROOT} return [...root.querySelectorAll('.refutation .source')].map((it) => it.textContent)`),
    ['[1] Étude', '[2] A book'],
  );
  const reference = `${ROOT} const it = root.querySelector('.fact sup a'); return [it.title, it.lang, it.rel]`;
  assert.deepEqual(await browser.run(reference), ['Étude', 'fr', 'noreferrer']);
  assert.equal(await browser.text('.outcome strong'), '*Plain*');
  await browser.assertQuiet();
});

test('a line with references is as high as one without', async () => {
  const lines = await browser.run(
    `${ROOT} return [...root.querySelectorAll('.fact')].map((it) => it.getBoundingClientRect().height / parseFloat(getComputedStyle(it).lineHeight))`,
  );
  assert.ok(lines.length > 1, `${lines}`);
  for (const it of lines) assert.ok(Math.abs(it - Math.round(it)) < 0.05, `${it} lines`);
});

test('without the key markup, every character is shown as it is written', async () => {
  const { markup: _, ...plain } = document;
  await browser.visit('/page.html', { html: embed(plain, 'layout="list"') });
  await browser.ready();
  assert.deepEqual(await browser.run(shown('.card')), [[], [], []]);
  assert.equal(await browser.text('.statement h3'), 'Bees *always* die.');
  await browser.assertQuiet();
});

test('a first screen that came with the page is taken over with its markup', async () => {
  const html = renderToString(document, { shadow: true, attributes: { layout: 'list', load: 'now' } });
  await browser.visit('/page.html', { html: html });
  await browser.ready();
  assert.deepEqual(await browser.run(shown('.card')), [['Say', 'always'], ['see how https://how.example/(a)'], []]);
  await browser.assertQuiet();
});

test('a link with a forbidden URL keeps the questionnaire from being shown', async () => {
  const odd = { ...document, intro: '[a](javascript:alert(1))' };
  const listen = `<script>window.told = [];
    addEventListener('scorecard-failed', ({ detail }) => told.push(JSON.parse(JSON.stringify(detail))))</script>`;
  await browser.visit('/page.html', { html: listen + embed(odd) });
  const [{ problems }] = await browser.until('return told.length && told');
  assert.deepEqual(
    problems.map(({ code, pointer }) => `${code} ${pointer}`),
    ['malformed /intro'],
  );
  assert.equal(await browser.run(`return document.querySelector('#fallback').checkVisibility()`), true);
});
