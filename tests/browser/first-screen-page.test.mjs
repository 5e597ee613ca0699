/**
 * The first screen that the embed scripts show, and its page: settings, links and stored answers
 * with which readers wait for the core instead, and pages that change, move, copy or need it not.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { small } from './harness.mjs';
import { READY, TAG, arrive, browser, later, run, told, until } from './rendered-stage.mjs';
import { ENTRIES, FIRST, SECOND, early, hold, isReady, script, tag } from './first-screen-stage.mjs';

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
  test(`no first screen is shown before the core if the settings may lead to another one: ${entry}`, async (context) => {
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

test('no first screen is shown before the core if the page has set a questionnaire or answers', async (context) => {
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

test('no first screen is shown before the core if the URL has a link to a scorecard', async (context) => {
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

test('readers who come back see no first screen before the core, which takes them to their place', async (context) => {
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
  assert.equal(await run('return step()'), FIRST, 'under another instance nothing was stored');
});

test('an answer to the built-in questionnaire is dropped if the page sets another one before the core is loaded', async (context) => {
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

test('a first screen can be removed, moved and inserted again, before and after the module is loaded', async (context) => {
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

test('two elements have a first screen each, with their own answers', async (context) => {
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

test('the classic script, which contains everything, loads no file for a first screen', async () => {
  await arrive(tag(), { foot: '<script src="/scorecard/scorecard.standalone.js"></script>' });
  await isReady();
  assert.deepEqual(
    browser.requests.filter((it) => it.startsWith('/scorecard/')),
    ['/scorecard/scorecard.standalone.js'],
  );
  await browser.assertQuiet();
});
