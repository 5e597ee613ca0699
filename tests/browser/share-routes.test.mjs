/**
 * Links to scorecards on pages that have their routes in the fragment: a link leads to its route,
 * and leaves the rest of the URL alone.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { embed, start } from './harness.mjs';
import { ANSWERS, COPIES, finish, followed, isGuest, open, pause, questionnaire } from './share-stage.mjs';

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

/** A page with routes in the fragment; unknown routes show nothing. */
const routed = (html) => `<main></main><script>
  window.seen = [];
  const pages = { '#/': '<h1>Home</h1>', '#/quiz': ${JSON.stringify(html).replaceAll('</script', '<\\/script')}, '#!/quiz?a=1': '<h1>Old</h1>' };
  const route = () => {
    seen.push(location.hash);
    document.querySelector('main').innerHTML = pages[location.hash || '#/'] ?? '<h1>Not found</h1>';
  };
  addEventListener('hashchange', route);
  addEventListener('DOMContentLoaded', route);
</script>`;

test('on a page with routes in the fragment, a link opens on its route', async () => {
  const html = routed(embed(questionnaire));
  const shared = `#/quiz?scorecard=${ANSWERS.slice('#scorecard-'.length)}`;
  await open(browser, shared, { html });
  await followed(browser);
  assert.equal(await browser.run('return location.hash'), '#/quiz');
  assert.equal(await isGuest(browser), true);
  // Again on the open page, where the router removes the widget first.
  await browser.run(`location.hash = '#/'`);
  await browser.until(`return document.querySelector('h1')?.innerText === 'Home'`);
  await browser.run('location.hash = arguments[0]', shared);
  await followed(browser);
  assert.equal(await browser.run('return location.hash'), '#/quiz');
  // Another route shows nothing of it.
  await browser.run(`location.hash = '#/'`);
  await browser.until(`return document.querySelector('h1')?.innerText === 'Home'`);
  await browser.run(`location.hash = '#/quiz'`);
  await browser.ready();
  await pause();
  assert.equal(await isGuest(browser), false);
  await browser.assertQuiet();
});

test('opening a link keeps the other parameters of the route', async () => {
  const text = ANSWERS.slice('#scorecard-'.length);
  for (const [shared, route] of [
    [`#/quiz?a=1&scorecard=${text}`, '#/quiz?a=1'],
    [`#/quiz?scorecard=${text}&b=2`, '#/quiz?b=2'],
    [`#!/quiz?scorecard=${text}.`, '#!/quiz'],
  ]) {
    await open(browser, shared);
    await followed(browser);
    assert.equal(await browser.run('return location.hash'), route);
    assert.equal(await isGuest(browser), true);
  }
  await browser.assertQuiet();
});

test('on a page with routes in the fragment, a shared link contains the route', async () => {
  await open(browser, '#/quiz', { ways: COPIES });
  await finish(browser);
  await browser.tap('[name=share-0]');
  await browser.until('return handed.length > 0');
  const [[, copied]] = await browser.run('return handed');
  assert.match(copied, /\/[\w.-]*#\/quiz\?scorecard=small__[\w-]+$/);
  await browser.assertQuiet();
});
