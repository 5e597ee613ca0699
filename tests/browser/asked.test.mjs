/**
 * A page can ask the element how far it is: `state`, `ready`, `problems`. A page that asks late
 * misses nothing, and a page that never asks gets no unhandled rejection.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { ROOT, embed, small, start } from './harness.mjs';

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

const dist = new URL('../../pkg/dist/', import.meta.url);
const WASM = `/scorecard/${readdirSync(dist).find((name) => /^scorecard-.*wasm$/.test(name))}`;
/**
 * For scripts in the page: the element, and what `ready` resolves to or rejects with. `instanceof`
 * is no use, because scripts of a driver may have another `Error`.
 */
const IT = `const it = document.querySelector('misconception-scorecard');
const outcome = (promise) => promise.then((brought) => ['shown', brought], (error) => ['failed', error.code, Object.prototype.toString.call(error) === '[object Error]', error.problems]);
`;
const ask = (script) => browser.run(`${IT} return ${script}`);
const SMALL = { id: 'small', version: '1', lang: 'en' };

test('shown: `ready` resolves to the detail of scorecard-ready, even for a page that asks late', async () => {
  await browser.visit('/page.html', { html: embed(small()) });
  await browser.ready();
  assert.deepEqual(await ask('[it.state, it.problems]'), ['shown', []]);
  assert.deepEqual(await ask('outcome(it.ready)'), ['shown', SMALL]);
  assert.equal(await ask('it.ready === it.ready'), true);
  await browser.assertQuiet();
});

test('the state goes from waiting over starting to shown, and an early `ready` resolves', async () => {
  await browser.visit('/page.html', { html: embed(small()).replace('load="now"', 'load="click"') });
  await browser.until(`${ROOT} return root.querySelector('button') !== null`);
  assert.equal(await ask('it.state'), 'waiting');
  await ask('(window.early = it.ready, window.states = [])');
  await browser.run(
    `${IT} early.then(() => states.push(it.state)); ${ROOT} root.querySelector('button').click(); states.push(it.state);`,
  );
  assert.deepEqual(await ask('outcome(early)'), ['shown', SMALL]);
  assert.deepEqual(await browser.run('return states'), ['starting', 'shown']);
});

test('failed: `ready` rejects with the error and its problems, whenever the page asks', async () => {
  const html = `<script>addEventListener('DOMContentLoaded', () => {
    window.early = customElements.whenDefined('misconception-scorecard').then(() => document.querySelector('misconception-scorecard').ready);
    early.catch(() => {});
  })</script>${embed(small({ title: 1 }), 'debug="off"')}`;
  await browser.visit('/page.html', { html });
  const problems = [{ code: 'wrongType', pointer: '/title' }];
  const failed = ['failed', 'invalidQuestionnaire', true, problems];
  assert.deepEqual(await ask('outcome(early)'), failed);
  assert.deepEqual(await ask('outcome(it.ready)'), failed);
  assert.deepEqual(await ask('[it.state, it.problems]'), ['failed', problems]);
  const [said, ...others] = await browser.console();
  assert.match(said, /not shown/);
  assert.deepEqual(others, [], 'no unhandled rejection');
});

test('after a failure, another questionnaire starts anew with a new promise and without the old problems', async () => {
  await browser.visit('/page.html', { html: embed(small({ title: 1 }), 'debug="off"') });
  await browser.until(`${IT} return it.state === 'failed'`);
  await browser.console();
  const questionnaire = JSON.stringify(small({ id: 'other' }));
  await browser.run(
    `${IT} window.before = it.ready; it.questionnaire = arguments[0]; window.seen = [it.state, it.ready === before]`,
    questionnaire,
  );
  assert.deepEqual(await browser.run('return seen'), ['starting', false]);
  assert.deepEqual(await ask('outcome(it.ready)'), ['shown', { ...SMALL, id: 'other' }]);
  assert.deepEqual(await ask('[it.state, it.problems]'), ['shown', []]);
  assert.equal((await ask('outcome(before)'))[0], 'failed');
  assert.deepEqual(await browser.console(), []);
});

test('if a start is replaced by another, `ready` resolves to the last one only', async () => {
  await browser.visit('/page.html', { html: embed(small()) });
  await browser.ready();
  await browser.run(
    `${IT} it.questionnaire = arguments[0]; window.one = it.ready; it.questionnaire = arguments[1]; window.two = it.ready;`,
    JSON.stringify(small({ id: 'one' })),
    JSON.stringify(small({ id: 'two' })),
  );
  assert.equal(await browser.run('return one === two'), true);
  assert.deepEqual(await ask('outcome(one)'), ['shown', { ...SMALL, id: 'two' }]);
});

test('a page language that is not offered changes neither the state nor `ready`', async () => {
  await browser.visit('/page.html', { html: embed(small()) });
  await browser.ready();
  await browser.run(`document.documentElement.lang = 'fr'`);
  await browser.until(`${IT} return it.state === 'shown'`);
  assert.deepEqual(await ask('outcome(it.ready)'), ['shown', SMALL]);
  await ask('it.reset()');
  assert.deepEqual(await ask('[it.state, it.problems]'), ['shown', []]);
  assert.deepEqual(await ask('outcome(it.ready)'), ['shown', SMALL]);
});

test('setting a property to undefined or null removes its attribute', async () => {
  await browser.visit('/page.html', { html: embed(small(), 'layout="list"') });
  await browser.ready();
  for (const nothing of ['undefined', 'null']) {
    const seen = await ask(`(it.layout = 'list', it.layout = ${nothing}, [it.hasAttribute('layout'), it.layout])`);
    assert.deepEqual(seen, [false, 'paged']);
  }
});

test('a missing module is reported in one console line on any host, and not at all with `debug="off"`', async () => {
  browser.serve(WASM, 'not here', { status: 404 });
  try {
    for (const [attributes, count] of [
      ['', 1],
      ['debug="off"', 0],
    ]) {
      browser.serve(
        '/missing.html',
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
        ${embed(small(), attributes)}${embed(small({ id: 'again' }), attributes)}<script type="module" src="/scorecard/scorecard.js"></script></html>`,
      );
      await browser.go(`${browser.url.replace('127.0.0.1', 'site.localhost')}/missing.html`);
      await browser.ready();
      await browser.until(
        `return [...document.querySelectorAll('misconception-scorecard')].every((it) => it.state === 'shown')`,
      );
      await new Promise((later) => setTimeout(later, 200));
      const said = await browser.console();
      assert.equal(said.length, count, said.join('\n'));
      if (count)
        assert.match(
          said[0],
          /^warn <misconception-scorecard> the module at \S+ cannot be fetched: .* Copy the whole folder dist\/[^\n]*$/,
        );
    }
  } finally {
    browser.unserve(WASM);
  }
});
