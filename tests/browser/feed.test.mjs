/**
 * The feed beside a reader's own scorecard: how others answered, and which suggestions were
 * published. It is shown from ten readers on, in words and as a bar, and never if the feed breaks
 * the contract. The steps of ten are tested on endpoints, in contract/conformance/.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ROOT, embed, page, small, start } from './harness.mjs';
import { startEndpoint } from './sending-stage.mjs';

const ELEMENT = `const element = document.querySelector('misconception-scorecard');`;
const questionnaire = small();
let browser;
let endpoint;
before(async () => {
  browser = await start();
  endpoint = await startEndpoint([questionnaire], browser.url);
});
after(async () => {
  await browser?.close();
  await endpoint?.close();
});

const FEED = {
  feed: '1',
  questionnaire: { id: 'small', version: '1' },
  made: '2026-11-29',
  n: 240,
  misconceptions: [
    { id: 'm1', classified: 240, held: 84, leaning: 36, unsure: 60, notHeld: 60 },
    { id: 'm2', classified: 20, held: 5, leaning: 0, unsure: 5, notHeld: 10 },
  ],
  statements: [],
  suggestions: [
    { text: '<img src=x onerror=alert(1)>Bees sleep.', by: 'A reader', answer: 'They do.\n\nAt night.', lang: 'en' },
  ],
};

async function visit(attributes, given = { s1: 5, s2: 1 }) {
  browser.serve('/page.html', page(embed(questionnaire, `layout="list" debug="off" ${attributes}`)));
  await browser.visit('/page.html');
  await browser.ready();
  await finish(given);
}

async function finish(given) {
  const all = Object.fromEntries(Object.entries(given).map(([id, agreement]) => [id, { agreement }]));
  await browser.run(`${ELEMENT} element.answers = arguments[0]`, all);
  await browser.advance();
  await browser.extras();
}

const texts = (selector) =>
  browser.run(`${ROOT} return [...root.querySelectorAll(arguments[0])].map((it) => it.textContent)`, selector);
const shown = (selector) =>
  browser.until(`${ROOT} return root.querySelector(arguments[0]) !== null`, selector, selector);

test('each misconception shows how others answered, in words and as a bar; below is who they are', async () => {
  browser.serve('/feed.json', JSON.stringify(FEED), { type: 'application/json' });
  await visit('feed="/feed.json"');
  await shown('td.others');
  assert.deepEqual((await texts('td.others')).toSorted(), [
    'Of 20 readers, 25% believe this.',
    'Of 240 readers, 35% believe this, and 15% lean this way.',
  ]);
  assert.deepEqual(
    await browser.run(
      `${ROOT} return [...root.querySelectorAll('tr')].map((it) => [it.querySelector('.name')?.textContent, it.querySelector('.others')?.textContent.slice(0, 6)])`,
    ),
    [
      ['Misconception', null],
      ['“Misconception 1”', 'Of 240'],
      ['“Misconception 2”', 'Of 20 '],
    ],
  );
  const widths = await browser.run(
    `${ROOT} return [...root.querySelectorAll('.shares')].map((it) => [...it.children].map((part) => part.clientWidth / it.clientWidth))`,
  );
  assert.deepEqual(
    widths.flat().map((it) => Math.round(it * 100)),
    [35, 15, 25, 0],
  );
  assert.deepEqual(await texts('p.others'), [
    'Counted on November 29, 2026: readers who chose to send their answers, not everybody.',
  ]);
  assert.deepEqual(await texts('.published p'), [
    '<img src=x onerror=alert(1)>Bees sleep.',
    'A reader',
    'They do.',
    'At night.',
  ]);
  assert.deepEqual(await browser.axe(), []);
  await browser.assertQuiet();
});

test('the feed is not requested before there is a scorecard', async () => {
  browser.serve('/feed.json', JSON.stringify(FEED), { type: 'application/json' });
  browser.serve('/page.html', page(embed(questionnaire, 'layout="list" debug="off" feed="/feed.json"')));
  await browser.visit('/page.html');
  await browser.ready();
  await new Promise((later) => setTimeout(later, 300));
  assert.equal(
    browser.requests.some((it) => it.includes('feed')),
    false,
  );
  await finish({ s1: 5 });
  await shown('td.others');
});

const without = (more) => ({ ...FEED, ...more });
for (const [what, body] of Object.entries({
  'fewer than ten readers': without({
    misconceptions: [{ id: 'm1', classified: 9, held: 9, leaning: 0, unsure: 0, notHeld: 0 }],
    suggestions: [],
  }),
  'no counts yet': without({ made: null, n: null, misconceptions: [], suggestions: [] }),
  'another version': without({ questionnaire: { id: 'small', version: '2' } }),
  'counts that do not add up': without({
    misconceptions: [{ id: 'm1', classified: 240, held: 300, leaning: 0, unsure: 0, notHeld: 0 }],
    suggestions: [],
  }),
  'other content': { hello: ['world'] },
  'HTML instead of JSON': '<!doctype html>',
})) {
  test(`nothing is shown about others if the feed has ${what}`, async () => {
    browser.serve('/feed.json', typeof body === 'string' ? body : JSON.stringify(body), { type: 'application/json' });
    await visit('feed="/feed.json"');
    await browser.until(`return performance.getEntriesByType('resource').some((it) => it.name.endsWith('/feed.json'))`);
    await new Promise((later) => setTimeout(later, 200));
    assert.deepEqual([await texts('.others'), await texts('.published')], [[], []]);
    await browser.assertQuiet();
  });
}

test('the answers of ten readers are shown to the eleventh', async () => {
  const attributes = `storage="none" endpoint="${endpoint.url}" feed="${endpoint.feed('small')}"`;
  for (let reader = 0; reader < 10; reader++) {
    await visit(attributes, { s1: reader < 3 ? 5 : 1, s2: 1 });
    await shown('.offer');
    assert.deepEqual(await texts('td.others'), [], `${reader} have sent theirs`);
    await browser.run(
      `${ROOT} root.querySelector('.offer [type=checkbox]').click(); root.querySelector('.offer .plain').click()`,
    );
    await browser.until(
      `${ROOT} return root.querySelector('.offer [role=status]').textContent.includes('have been sent')`,
    );
  }
  // Another browser has nothing of it in its cache.
  await visit(attributes.replace(/"$/, '?eleventh"'));
  await shown('td.others');
  assert.deepEqual((await texts('td.others')).toSorted(), [
    'Of 10 readers, 0% believe this.',
    'Of 10 readers, 30% believe this.',
  ]);
});
