/**
 * The module fails: the widget continues with a new instance and the earlier answers, and gives up
 * if that does not help. Uses the build with a trap in it, which fails when "disagree" is chosen.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ROOT, start } from './harness.mjs';

let browser;
before(async () => {
  const build = fileURLToPath(new URL('../../target/pkg/trap-dist/scorecard.js', import.meta.url));
  assert.ok(existsSync(build), 'there is no build with a trap in it: cargo xtask build --trap');
  browser = await start();
});
after(() => browser?.close());

const NO_WASM = '<script>delete globalThis.WebAssembly</script>';
const TAG =
  '<misconception-scorecard lang="en" load="now" debug="off"><p class="fallback">F</p></misconception-scorecard>';
async function visit({ head = '', body = TAG } = {}) {
  browser.serve(
    '/page.html',
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
${head}<script>window.told = []; for (const it of ['ready', 'answered', 'failed']) {
  addEventListener('scorecard-' + it, ({ detail }) => told.push(it + (detail.code ? ' ' + detail.code : '')));
}</script><script type="module" src="/trap/scorecard.js"></script><main>${body}</main></html>`,
  );
  await browser.visit('/page.html');
  await browser.ready();
}
const reached = (number) =>
  browser.until(
    `${ROOT} return root.querySelector('.progress')?.innerText.includes(' ${number} ')`,
    `statement ${number}`,
  );
const told = () => browser.run('return told.splice(0)');
const STRONGLY_AGREE = 4;
const DISAGREE = 1;

for (const [core, head] of [
  ['WebAssembly', ''],
  ['JavaScript', NO_WASM],
]) {
  test(`after a failure the same statement is asked again, with all answers (${core})`, async () => {
    await visit({ head });
    for (const number of [1, 2]) {
      await reached(number);
      await browser.tap('.answers label', STRONGLY_AGREE);
    }
    await reached(3);
    const before = await browser.run(`return document.querySelector('misconception-scorecard').answers`);
    assert.equal(Object.keys(before).length, 2);
    await told();
    await browser.tap('.answers label', DISAGREE);
    assert.deepEqual(await browser.until('return told.length && told.splice(0)'), ['ready']);
    await reached(3);
    assert.deepEqual(await browser.run(`return document.querySelector('misconception-scorecard').answers`), before);
    assert.equal((await browser.focused())[0], 'heading', 'the reader is where they were');
    await browser.tap('.answers label', STRONGLY_AGREE);
    await reached(4);
    await browser.assertQuiet();
  });

  test(`after a second failure in a row the fallback is shown, and the console says so (${core})`, async () => {
    await visit({ head });
    await browser.tap('.answers label', DISAGREE);
    await browser.until('return told.length > 1');
    await browser.tap('.answers label', DISAGREE);
    await browser.until(`return told.includes('failed crashed')`);
    assert.equal(await browser.run(`return document.querySelector('.fallback').checkVisibility()`), true);
    const lines = await browser.console();
    assert.equal(lines.length, 1, lines.join('\n'));
    assert.match(lines[0], /not shown: broke down twice$/);
  });
}

test('a failure after an answer that worked is not the second in a row', async () => {
  await visit();
  for (let number = 1; number < 4; number++) {
    await reached(number);
    await told();
    await browser.tap('.answers label', DISAGREE);
    assert.deepEqual(await browser.until('return told.length && told.splice(0)'), ['ready']);
    await browser.tap('.answers label', STRONGLY_AGREE);
  }
  await reached(4);
});

test('a scorecard is shown again after the failure of another widget, and gets the extras again', async () => {
  const list = TAG.replace('load', 'layout="list" instance="list" load');
  await visit({ body: list + TAG });
  await browser.until(`return told.filter((it) => it === 'ready').length === 2`);
  await browser.run(`${ROOT} for (const it of root.querySelectorAll('fieldset')) it.querySelectorAll('input')[4].click();
    root.querySelector('[type=submit]').click()`);
  await browser.extras();
  const kept = `const { answers, scorecard } = document.querySelector('misconception-scorecard'); return JSON.stringify([answers, scorecard])`;
  const before = await browser.run(kept);
  await told();
  await browser.run(
    `document.querySelectorAll('misconception-scorecard')[1].shadowRoot.querySelectorAll('.answers input')[${DISAGREE}].click()`,
  );
  assert.deepEqual(await browser.until('return told.length && told.splice(0)'), ['ready']);
  await browser.run(`${ROOT} root.querySelector('[name=begin-0]').click()`);
  assert.deepEqual(await told(), ['ready']);
  assert.equal(await browser.run(kept), before);
  await browser.extras();
  assert.deepEqual(await told(), []);
  await browser.run(`${ROOT} root.querySelector('[name=begin-0]').click()`);
  await browser.until(`${ROOT} return root.querySelector('#reason-0') !== null`);
  await browser.assertQuiet();
});

test('the other widgets of the page continue with the new instance and their answers', async () => {
  await visit({ body: TAG + TAG.replace('load', 'instance="other" load') });
  await browser.until(`return told.filter((it) => it === 'ready').length === 2`);
  const other = `const root = document.querySelectorAll('misconception-scorecard')[1].shadowRoot;`;
  const choose = (place) =>
    browser.run(
      `${other} root.querySelectorAll('.answers input')[${place}].click(); root.querySelector('form').requestSubmit()`,
    );
  await choose(STRONGLY_AGREE);
  await browser.tap('.answers label', DISAGREE);
  await browser.until(`return told.filter((it) => it === 'ready').length === 3`);
  const answers = `return Object.values(document.querySelectorAll('misconception-scorecard')[1].answers)`;
  assert.deepEqual(await browser.run(answers), [{ agreement: 5 }]);
  await choose(STRONGLY_AGREE);
  assert.deepEqual(await browser.run(answers), [{ agreement: 5 }, { agreement: 5 }]);
  await browser.until(`${other} return root.querySelector('.progress').innerText.includes(' 3 ')`);
  await browser.tap('.answers label', STRONGLY_AGREE);
  await reached(2);
  await browser.assertQuiet();
});
