/**
 * The first screen that the embed scripts show before the module is loaded: what a reader may do on
 * it, what happens to that, and how the core or the JavaScript fallback takes it over. When it is
 * shown at all is tested in first-screen-page.test.mjs; rendered.test.mjs tests how the core takes
 * over a screen that came with the page.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Key } from './harness.mjs';
import { MOMENT, READY, TAG, arrive, browser, dist, later, run, told, until } from './rendered-stage.mjs';
import {
  ENTRIES,
  FIRST,
  JAVASCRIPT,
  SECOND,
  STARTED,
  WASM,
  answered,
  early,
  file,
  isReady,
  kept,
  line,
  meanwhile,
  script,
  tag,
} from './first-screen-stage.mjs';

for (const entry of ENTRIES) {
  test(`the first screen is shown, with its styles, before the module is loaded: ${entry}`, async (context) => {
    const release = await early(context, { entry });
    assert.deepEqual(
      await run(`return {
        title: root.querySelector('h2').innerText,
        answers: root.querySelectorAll('input').length,
        display: getComputedStyle(root.querySelector('.answers')).display,
        button: root.querySelector('[type=submit]').innerText,
        fallback: isShown(document.querySelector('#fallback')),
        told: told.length,
        answersSoFar: widget.answers,
        scorecard: widget.scorecard,
      }`),
      {
        title: 'What do you believe about social media in business?',
        answers: 6,
        display: 'block',
        button: 'Skip this one',
        fallback: false,
        told: 0,
        answersSoFar: {},
        scorecard: null,
      },
    );
    release();
    await isReady();
    await browser.assertQuiet();
  });

  test(`the core takes over its nodes, positions and focus: ${entry}`, async (context) => {
    const release = await early(context, { entry });
    await run(`for (const it of all()) it.isGiven = true;
      root.querySelectorAll('.answers input')[1].focus();
      window.places = places(); window.styles = styles()`);
    release();
    await isReady();
    await later(100);
    assert.deepEqual(
      await run(`const now = styles();
        return {
          others: all().filter((it) => !it.isGiven).map((it) => it.outerHTML.slice(0, 200)),
          places: places().filter((it, index) => it !== window.places[index]),
          styles: now.flatMap((it, index) => it.filter((one, place) => one !== window.styles[index][place])).slice(0, 20),
          isFocused: root.activeElement === root.querySelectorAll('.answers input')[1],
          root: [...root.childNodes].map((it) => it.nodeName + '.' + it.className),
        }`),
      { others: [], places: [], styles: [], isFocused: true, root: ['DIV.panel'] },
    );
    assert.deepEqual(await told(), [READY]);
    await browser.assertQuiet();
  });
}

test('the script of one language requests all files at the same time', async (context) => {
  const release = await early(context);
  const wanted = [/^messages-en-.*js$/, /^social-media-en-.*js$/, /^widget-.*js$/].map(file);
  await until(`performance.getEntriesByType('resource').filter((it) => it.name.endsWith('.js')).length >= 5`);
  const asked = () => browser.requests.filter((it) => it.startsWith('/scorecard/')).map((it) => it.slice(11));
  assert.deepEqual([...new Set(asked())].toSorted(), ['scorecard.en.js', WASM, ...wanted].toSorted());
  release();
  await isReady();
});

test('scorecard.js loads only the first screen in the page’s language', async (context) => {
  await early(context, { entry: 'scorecard.js', html: tag().replace('"en"', '"nb"') });
  assert.match(await browser.text('.title'), /^Hva tror du om sosiale medier/);
  assert.deepEqual(
    browser.requests.filter((it) => it.includes('first-screen')),
    [`/scorecard/${file(/^first-screen-nb/)}`],
  );
});

/** What a reader does before the module is there, which screen follows, and which events. */
const ACTS = {
  'a tap': {
    act: () => browser.tap('.answers label', 1),
    step: SECOND,
    told: [STARTED, answered(2)],
    answers: { 'mc-1': { agreement: 2 } },
  },
  'a changed choice': {
    act: async () => {
      await browser.tap('.answers label', 1);
      await later(500);
      await browser.tap('.answers label', 3);
    },
    step: SECOND,
    told: [STARTED, answered(4)],
    answers: { 'mc-1': { agreement: 4 } },
  },
  '“I don’t know”': {
    act: () => browser.tap('.answers label', 5),
    step: SECOND,
    told: [STARTED, answered('dontKnow')],
    answers: { 'mc-1': { agreement: 'dontKnow' } },
  },
  '“Skip”': { act: () => browser.tap('[type=submit]'), step: SECOND, told: [STARTED], answers: {} },
  'a choice and the button': {
    act: async () => {
      await run(`root.querySelectorAll('input')[0].click()`);
      assert.equal(await browser.text('[type=submit]'), 'Next');
      await browser.tap('[type=submit]');
    },
    step: SECOND,
    told: [STARTED, answered(1)],
    answers: { 'mc-1': { agreement: 1 } },
  },
  '“Skip” and then a tap': {
    act: async () => {
      await browser.tap('[type=submit]');
      await later(500);
      await browser.tap('.answers label', 0);
    },
    step: SECOND,
    told: [STARTED, answered(1)],
    answers: { 'mc-1': { agreement: 1 } },
  },
  'the arrow keys, which only choose': {
    act: async () => {
      await run(`root.querySelector('input').focus()`);
      await browser.press(Key.SPACE, Key.ARROW_DOWN, Key.ARROW_DOWN);
    },
    step: FIRST,
    told: [STARTED, answered(3)],
    answers: { 'mc-1': { agreement: 3 } },
  },
  'the arrow keys and Enter': {
    act: async () => {
      await run(`root.querySelector('input').focus()`);
      await browser.press(Key.SPACE, Key.ARROW_DOWN, Key.ENTER);
    },
    step: SECOND,
    told: [STARTED, answered(2)],
    answers: { 'mc-1': { agreement: 2 } },
  },
};
for (const [what, { act, step, told: wanted, answers }] of Object.entries(ACTS)) {
  test(`what a reader does before the module is loaded counts afterwards: ${what}`, async (context) => {
    const release = await early(context);
    await act();
    assert.equal(await run('return step()'), FIRST);
    assert.deepEqual(await told(), [], 'no event is sent before the core is loaded');
    release();
    await isReady();
    await until(`step() === '${step}'`);
    await later(MOMENT);
    assert.equal(await run('return step()'), step);
    assert.deepEqual(await told(), [READY, ...wanted]);
    assert.deepEqual(await run('return widget.answers'), answers);
    assert.deepEqual(await kept(), [answers]);
    await browser.assertQuiet();
  });
}

test('a choice is marked at once; after a second a line asks to wait, until the core is loaded', async (context) => {
  const release = await early(context);
  await run(`root.querySelectorAll('input')[2].click()`);
  assert.deepEqual(
    await run(`return [root.querySelector(':checked').value, root.querySelector('[type=submit]').innerText]`),
    ['3', 'Next'],
  );
  assert.equal(await line(), '');
  await until(`root.querySelector('[role=status]').innerText.trim() === 'One moment.'`);
  assert.deepEqual(await browser.axe(), []);
  release();
  await isReady();
  assert.equal(await line(), null);
  assert.deepEqual(await told(), [READY, STARTED, answered(3)]);
  await browser.assertQuiet();
});

test('no line appears if the reader does nothing', async (context) => {
  await early(context);
  await later(1200);
  assert.equal(await line(), null);
});

test('after the time limit the line offers to try again, and a core that comes later is used', async (context) => {
  const release = await early(context, { html: tag().replace('"en"', '"nb"'), entry: 'scorecard.nb.js' });
  await run(`customElements.get('${TAG}').patience = 1500; root.querySelector('input').click()`);
  await until(`root.querySelector('[role=status]').innerText.trim() === 'Et øyeblikk.'`);
  await until(`root.querySelector('[role=status] button')?.innerText === 'Prøv igjen'`);
  assert.match(await line(), /^Resten av spørreskjemaet har ikke kommet fram\. Prøv igjen$/);
  assert.deepEqual(await browser.axe(), []);
  await browser.tap('[name=retry]');
  await until(`root.querySelector('[role=status]').innerText.startsWith('Et øyeblikk.')`);
  assert.equal(await run('return root.activeElement?.name'), 'retry', 'the focus stays');
  release();
  await isReady();
  assert.equal(await line(), null);
  assert.deepEqual(await told(), [READY, STARTED, answered(1)]);
});

for (const isChosen of [false, true]) {
  const what = isChosen ? 'the screen stays if something was chosen' : 'the fallback text comes back';
  test(`if neither core can be loaded, ${what}`, async (context) => {
    let release;
    const after = new Promise((done) => (release = done));
    const end = meanwhile(context, { status: 404, after }, [WASM, JAVASCRIPT]);
    context.after(() => release());
    await arrive(tag(), { foot: script('scorecard.en.js') });
    await browser.shown();
    if (isChosen) await run(`root.querySelector('input').click()`);
    release();
    await until(`told.length > 0`);
    assert.deepEqual(await told(), [['failed', null]]);
    assert.deepEqual(
      await run(`return [isShown(document.querySelector('#fallback')), root.querySelector('.card') !== null]`),
      [!isChosen, isChosen],
    );
    if (!isChosen) return;
    assert.match(await line(), /has not arrived\. Try again$/);
    end();
    await browser.tap('[name=retry]');
    await isReady();
    assert.deepEqual(await told(), [READY, STARTED, answered(1)]);
  });
}

const bytes = readFileSync(dist + WASM);
for (const [what, more] of Object.entries({
  'is altered': { body: Buffer.concat([bytes.subarray(0, 100), bytes.subarray(101)]) },
  'is missing': { status: 404 },
  'never arrives': { fault: 'hangs' },
})) {
  test(`if the module ${what}, the JavaScript fallback takes the screen over, with what was chosen`, async (context) => {
    browser.serve(`/scorecard/${WASM}`, more.body ?? bytes, { type: 'application/wasm', ...more });
    context.after(() => browser.unserve(`/scorecard/${WASM}`));
    // Shorten the wait, before the module is requested.
    await arrive(`<template>${tag()}</template><${TAG} load="click"></${TAG}>`, {
      foot: `${script('scorecard.en.js')}<script type="module">
        customElements.get('${TAG}').patience = 1500;
        document.querySelector('${TAG}').remove();
        const template = document.querySelector('template');
        template.replaceWith(template.content);
      </script>`,
    });
    await browser.shown();
    await run(`root.querySelectorAll('input')[4].click()`);
    await isReady();
    assert.deepEqual(await told(), [READY, STARTED, answered(5)]);
    assert.equal(await run(`return root.querySelector(':checked').value`), '5');
  });
}

for (const [what, wasm] of [
  ['a strict policy', ` 'wasm-unsafe-eval'`],
  ['a policy without wasm-unsafe-eval', ''],
]) {
  for (const entry of ENTRIES) {
    test(`under ${what} the first screen is shown and taken over: ${entry}`, async () => {
      const policy = `default-src 'none'; script-src 'self'${wasm}; connect-src 'self'; img-src data:;
        base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'`.replaceAll('\n', ' ');
      await arrive(tag(), { foot: script(entry), headers: { 'content-security-policy': policy } });
      await browser.shown();
      await run(`for (const it of all()) it.isGiven = true; root.querySelectorAll('input')[1].click()`);
      await isReady();
      assert.deepEqual((await told()).at(-1), answered(2));
      assert.equal(await run(`return root.querySelector(':checked').isGiven`), true);
      if (wasm) await browser.assertQuiet();
    });
  }
}
