/**
 * Long lists: far down, the browser lays out only what the reader comes near, and a choice draws
 * one statement. Nobody may notice either.
 */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { ROOT, embed, small, start } from './harness.mjs';

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

const MISCONCEPTIONS = 250;
/** The index of a misconception far down the list. */
const FAR = 220;

/** A questionnaire with one misconception per statement. */
const questionnaire = small();
questionnaire.misconceptions = Array.from({ length: MISCONCEPTIONS }, (_, index) => ({
  ...questionnaire.misconceptions[0],
  id: `m${index}`,
  name: `Misconception ${index}`,
  statements: [
    { id: `s${index}`, text: `Statement ${index} has enough words to fill more than a line on a phone.`, key: 'myth' },
  ],
}));

const FIND = `${ROOT} const statements = [...root.querySelectorAll('.statement')];
  const far = statements[${FAR}];`;

beforeEach(async () => {
  await browser.visit('/page.html', { html: embed(questionnaire, 'layout="list" order="author"') });
  await browser.ready();
});

test('a statement far down has the same edges as the first, and room for a focus ring', async () => {
  const edges = `const edges = (it) => { const { left, width } = it.querySelector('.answers').getBoundingClientRect(); return [left, width]; };`;
  const [first, other] = await browser.run(
    `${FIND} ${edges} far.scrollIntoView(); return [edges(statements[0]), edges(far)]`,
  );
  assert.deepEqual(other, first);
  // What is laid out late is clipped at its edges. The ring is 3 pixels wide and 2 away from its
  // control.
  const room = `${FIND} const { contentVisibility, overflowClipMargin } = getComputedStyle(far);
    return contentVisibility === 'auto' ? overflowClipMargin : '5px'`;
  assert.ok(Number.parseFloat(await browser.run(room)) >= 5);
  await browser.assertQuiet();
});

test('choices far down are marked, taken up, and follow answers that the page sets', async () => {
  const choose = (index, option) =>
    browser.run(`${FIND} statements[${index}].querySelectorAll('input')[${option}].click()`);
  await browser.run(`${FIND} window.before = statements`);
  await choose(FAR, 1);
  await choose(FAR + 1, 2);
  await choose(FAR, 3);
  const checked = `${FIND} return statements.flatMap((it, index) => {
    const at = [...it.querySelectorAll('input')].findIndex((input) => input.checked);
    return at < 0 ? [] : [[index, at]];
  })`;
  assert.deepEqual(await browser.run(checked), [
    [FAR, 3],
    [FAR + 1, 2],
  ]);
  const element = `const element = document.querySelector('misconception-scorecard');`;
  await browser.run(`${element} element.answers = { s3: { agreement: 1 }, s${FAR}: { agreement: 5 } }`);
  await choose(4, 0);
  assert.deepEqual(await browser.run(checked), [
    [3, 0],
    [4, 0],
    [FAR, 4],
  ]);
  assert.equal(await browser.run(`${FIND} return statements.every((it, index) => it === window.before[index])`), true);
  assert.deepEqual(await browser.run(`${element} return element.answers`), {
    s3: { agreement: 1 },
    s4: { agreement: 1 },
    [`s${FAR}`]: { agreement: 5 },
  });
  await browser.assertQuiet();
});

test('a row of the profile leads to its correction far down, which is shown from its top and stays there', async () => {
  await browser.run(`${FIND} for (const it of statements) it.querySelector('input:nth-of-type(1)').click();
    for (const it of statements) [...it.querySelectorAll('input')].at(4).click();
    root.querySelector('[type=submit]').click()`);
  await browser.until(`${ROOT} return root.querySelector('.result') !== null`);
  await browser.run(`${ROOT} root.querySelector('.profile [href$="misconception-${FAR}"]').click()`);
  const place = `${ROOT} const { top } = root.getElementById('misconception-${FAR}').getBoundingClientRect();
    return top >= 0 && top < innerHeight / 3`;
  await browser.until(place);
  // Neighbours that come into view get their own height now, which must not push it away.
  await browser.run(`return new Promise((done) => setTimeout(done, 300))`);
  assert.equal(await browser.run(place), true);
  await browser.assertQuiet();
});
