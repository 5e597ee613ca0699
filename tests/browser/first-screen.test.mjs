/**
 * The first screen that the embed scripts show before the module is loaded: when it is shown, what
 * a reader may do on it, and what happens to that. rendered.test.mjs tests how the core takes over
 * a screen that came with the page.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { Key, small } from './harness.mjs';
import { MOMENT, READY, TAG, arrive, browser, dist, later, run, told, until } from './rendered-stage.mjs';

const file = (pattern) => readdirSync(dist).find((name) => pattern.test(name));
const WASM = file(/^scorecard-.*wasm$/);
const JAVASCRIPT = file(/^fallback-/);
const ENTRIES = ['scorecard.en.js', 'scorecard.js'];
const script = (entry) => `<script type="module" src="/scorecard/${entry}"></script>`;
const tag = (attributes = '', content = '') =>
  `<${TAG} lang="en" load="now" debug="off" ${attributes}><p id="fallback">Fallback</p>${content}</${TAG}>`;
const answered = (agreement) => ['answered', { statement: 'mc-1', agreement }];
const STARTED = ['started', null];

/** Serves the module differently until the test ends; returns a function that ends it earlier. */
function meanwhile(context, more, names = [WASM]) {
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
function hold(context) {
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
async function early(context, { entry = 'scorecard.en.js', html = tag(), ...more } = {}) {
  const release = hold(context);
  await arrive(html, { foot: script(entry), ...more });
  await browser.shown();
  return release;
}

const isReady = () => until(`told.some(([name]) => name === 'ready')`);
const line = () => run(`return root.querySelector('[role=status]')?.innerText.trim() ?? null`);
const kept = () => run(`return Object.values(sessionStorage).map((it) => JSON.parse(it).answers)`);
const FIRST = 'Statement 1 of 10';
const SECOND = 'Statement 2 of 10';

for (const entry of ENTRIES) {
  test(`the first screen is there, styled, before the module: ${entry}`, async (context) => {
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

  test(`the core takes it over with its nodes, its places and the focus: ${entry}`, async (context) => {
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

test('what a script of one language asks for, it asks for beside each other', async (context) => {
  const release = await early(context);
  const wanted = [/^messages-en-.*js$/, /^social-media-en-.*js$/, /^widget-.*js$/].map(file);
  await until(`performance.getEntriesByType('resource').filter((it) => it.name.endsWith('.js')).length >= 5`);
  const asked = () => browser.requests.filter((it) => it.startsWith('/scorecard/')).map((it) => it.slice(11));
  assert.deepEqual([...new Set(asked())].toSorted(), ['scorecard.en.js', WASM, ...wanted].toSorted());
  release();
  await isReady();
});

test('scorecard.js shows the first screen in the language of the page, and asks for no other', async (context) => {
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
  test(`what a reader does before the module is there counts once it is: ${what}`, async (context) => {
    const release = await early(context);
    await act();
    assert.equal(await run('return step()'), FIRST);
    assert.deepEqual(await told(), [], 'nothing is told before the core says so');
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

test('a choice is marked at once; after a second a line asks to wait, and goes with the core', async (context) => {
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

test('without an act no line appears', async (context) => {
  await early(context);
  await later(1200);
  assert.equal(await line(), null);
});

test('after the one patience the line says that it has not come, with a button; what comes then is shown', async (context) => {
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
  const what = isChosen ? 'the screen stays, for something was chosen' : 'the fallback text comes back';
  test(`neither core comes: ${what}`, async (context) => {
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
  'is not there': { status: 404 },
  'never comes': { fault: 'hangs' },
})) {
  test(`the module ${what}: the JavaScript fallback takes the screen over, with what was chosen`, async (context) => {
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
    test(`under ${what} the first screen shows and is taken over: ${entry}`, async () => {
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

/**
 * Settings with which the first screen is or may be another one: readers then wait for the core, as
 * without a first screen.
 */
const OTHERS = {
  'another layout': tag('layout="list"'),
  'another order': tag('order="author"'),
  'an order by chance': tag('order="shuffled"'),
  'refutations in between': tag('feedback="each"'),
  'no moving on by a tap': tag('advance="manual"'),
  'an address': tag('src="/small.json"'),
  'a child': tag('', `<script type="application/json">${JSON.stringify(small())}</script>`),
  'a click to wait for': tag().replace('load="now"', 'load="click"'),
};
for (const entry of ENTRIES) {
  test(`no first screen is shown beforehand where another one may be the first: ${entry}`, async (context) => {
    browser.serve('/small.json', JSON.stringify(small()), { type: 'application/json' });
    const release = hold(context);
    for (const [what, html] of Object.entries(OTHERS)) {
      await arrive(html, { foot: script(entry) });
      await until(`customElements.get('${TAG}')`);
      await later(300);
      assert.deepEqual(await run(`return [root?.querySelector('.card') ?? null, told.length]`), [null, 0], what);
      assert.equal(await run(`return isShown(document.querySelector('#fallback'))`), true, what);
    }
    release();
  });
}

test('properties set beforehand are waited with: a questionnaire, and answers', async (context) => {
  hold(context);
  for (const set of [
    `widget.questionnaire = ${JSON.stringify(small())}`,
    `widget.answers = { 'mc-1': { agreement: 1 } }`,
  ]) {
    await arrive(tag());
    await run(`${set}; document.head.append(Object.assign(document.createElement('script'),
      { type: 'module', src: '/scorecard/scorecard.en.js' }))`);
    await until(`customElements.get('${TAG}')`);
    await later(300);
    assert.equal(await run(`return root?.querySelector('.card') ?? null`), null, set);
  }
});

test('a link to a scorecard is waited with', async (context) => {
  hold(context);
  browser.serve('/listener.js', `location.hash = '#scorecard-social-media__x';`, { type: 'text/javascript' });
  context.after(async () => {
    const { LISTENER } = await import('./rendered-stage.mjs');
    browser.serve('/listener.js', LISTENER, { type: 'text/javascript' });
  });
  await arrive(tag(), { foot: script('scorecard.en.js') });
  await until(`customElements.get('${TAG}')`);
  await later(300);
  assert.equal(await run(`return root?.querySelector('.card') ?? null`), null);
});

test('readers who come back wait for the core, and are taken to their place', async (context) => {
  await arrive(tag(), { foot: script('scorecard.en.js') });
  await isReady();
  await browser.tap('.answers label', 4);
  await until(`step() === '${SECOND}'`);
  const release = hold(context);
  await arrive(tag(), { keep: true, foot: script('scorecard.en.js') });
  await until(`customElements.get('${TAG}')`);
  await later(300);
  assert.equal(await run(`return root?.querySelector('.card') ?? null`), null);
  release();
  await isReady();
  assert.equal(await run('return step()'), SECOND);
  assert.deepEqual(await told(), [READY]);
  await arrive(tag('instance="other"'), { keep: true, foot: script('scorecard.en.js') });
  await isReady();
  assert.equal(await run('return step()'), FIRST, 'under another name nothing was kept');
});

test('an answer to the built-in questionnaire is none to another that comes in its place', async (context) => {
  browser.serve('/small.json', JSON.stringify(small()), { type: 'application/json' });
  const release = await early(context);
  await run(`root.querySelectorAll('input')[2].click(); widget.src = '/small.json'`);
  await until(`root.querySelector('.card') === null`);
  release();
  await isReady();
  assert.deepEqual(
    await run(`return [root.querySelector('h2').innerText, widget.answers, root.querySelectorAll(':checked').length]`),
    ['Small', {}, 0],
  );
  assert.deepEqual(await told(), [READY]);
});

test('a first screen can be taken away, moved and put back, before the module and after', async (context) => {
  const release = await early(context, { html: `<section></section>${tag()}` });
  await run(`window.kept = widget; window.card = root.querySelector('.card'); root.querySelectorAll('input')[1].click();
    document.querySelector('section').append(kept); kept.remove()`);
  release();
  await browser.until(`return kept.answers['mc-1']`);
  await browser.run(`document.querySelector('#after').after(kept)`);
  assert.deepEqual(await run(`return [root.querySelector('.card') === card, widget.answers]`), [
    true,
    { 'mc-1': { agreement: 2 } },
  ]);
});

test('two elements have a first screen each, and know nothing of each other', async (context) => {
  const release = await early(context, { html: tag() + tag('instance="other"') });
  await until(`[...document.querySelectorAll('${TAG}')].every((it) => it.shadowRoot.querySelector('.card'))`);
  await run(`root.querySelectorAll('input')[0].click()`);
  release();
  await until(`told.filter(([name]) => name === 'ready').length === 2`);
  assert.deepEqual(await run(`return [...document.querySelectorAll('${TAG}')].map((it) => it.answers)`), [
    { 'mc-1': { agreement: 1 } },
    {},
  ]);
});

test('the script with everything in it needs no first screen for the meantime', async () => {
  await arrive(tag(), { foot: '<script src="/scorecard/scorecard.standalone.js"></script>' });
  await isReady();
  assert.deepEqual(
    browser.requests.filter((it) => it.startsWith('/scorecard/')),
    ['/scorecard/scorecard.standalone.js'],
  );
  await browser.assertQuiet();
});
