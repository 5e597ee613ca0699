/**
 * Two tabs of one site with the same questionnaire: each continues from the other, and neither
 * loses what the other has. A frame replaces the other tab, because it shares the storage and gets
 * the same events.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { embed, page, small, start } from './harness.mjs';
import { KEY, SETTLED, stage } from './keep-stage.mjs';

let browser;
let stored;
before(async () => {
  browser = await start();
  ({ stored } = stage(browser));
});
after(() => browser?.close());

/**
 * A page with a widget, and a frame with another one of the same questionnaire, as in another tab.
 */
async function two(storage, other = storage) {
  const document = small({
    misconceptions: [1, 2, 3].map((number) => ({
      id: `m${number}`,
      name: `Misconception ${number}`,
      statements: [{ id: `s${number}`, text: `Statement ${number}.`, key: 'myth' }],
      refutation: { fact: `Fact ${number}.`, whyWrong: `Reason ${number}.` },
    })),
  });
  const widget = (kind) => embed(document, `advance="manual" debug="off" storage="${kind}"`);
  browser.serve('/other.html', page(widget(other)));
  const html = `${widget(storage)}<iframe src="/other.html" style="inline-size: 100%; block-size: 40em"></iframe>`;
  await browser.visit('/page.html', { html });
  await bothReady();
}

const BOTH = `const elements = [document, document.querySelector('iframe').contentDocument].map((it) =>
  it?.querySelector('misconception-scorecard'));`;
const bothReady = () => browser.until(`${BOTH} return elements.every((it) => it?.shadowRoot?.querySelector('.card'))`);
const both = (what) => browser.run(`${BOTH} return elements.map((it) => ${what})`);
const points = () => both('Object.values(it.answers).map(({ agreement }) => agreement).join()');
/** Answers in one of the two and moves on. */
const answerIn = (place, point) =>
  browser.run(
    `${BOTH} const root = elements[arguments[0]].shadowRoot;
  root.querySelectorAll('.answers input')[arguments[1] - 1].click(); root.querySelector('[type=submit]').click()`,
    place,
    point,
  );
const pressIn = (place, name) =>
  browser.run(`${BOTH} elements[arguments[0]].shadowRoot.querySelector(arguments[1]).click()`, place, name);

for (const kind of ['local', 'session, kept on this device']) {
  test(`two tabs share their answers, and neither loses what the other has (${kind})`, async () => {
    await two(kind === 'local' ? 'local' : 'session');
    if (kind !== 'local') {
      // A frame shares session storage too. So the choice to store for longer is set directly, and
      // both find it.
      await browser.run(
        `localStorage[arguments[0]] = JSON.stringify({ id: 'small', instance: '', version: '1', persistent: true,
        answers: {}, plan: 'paged end interleaved', step: 0, seed: 1 }); sessionStorage.clear()`,
        KEY,
      );
      await browser.visit('/page.html', { keep: true });
      await bothReady();
    }
    await answerIn(0, 5);
    await browser.until(`${BOTH} return elements[1].answers.s1?.agreement === 5`);
    await answerIn(1, 4);
    await browser.until(`${BOTH} return elements[0].answers.s2?.agreement === 4`);
    assert.deepEqual(await points(), ['5,4', '5,4']);
    await answerIn(0, 2);
    await browser.until(`${BOTH} return elements.every((it) => it.shadowRoot.querySelector('.keep'))`);
    assert.deepEqual(await points(), ['5,4,2', '5,4,2']);
    // A remark made in one appears in the other, and what is erased in one is erased in both.
    await pressIn(1, '#begin-0');
    await browser.run(`${BOTH} elements[1].shadowRoot.querySelector('#reason-0').value = 'Because.'`);
    await pressIn(1, '#dispute-0');
    await browser.until(`${BOTH} return elements[0].shadowRoot.querySelector('.said')?.innerText === 'Because.'`);
    await pressIn(0, '#forget-0');
    await browser.until(`${BOTH} return elements.every((it) => it.scorecard === null)`);
    assert.deepEqual(await points(), ['', '']);
    assert.deepEqual(await stored(), [[], []]);
    await browser.assertQuiet();
  });
}

for (const [storage, other] of [
  ['none', 'local'],
  ['session', 'local'],
]) {
  test(`a widget with storage "${storage}" does not change if another one stores "${other}"`, async () => {
    await two(storage, other);
    await answerIn(0, 5);
    await answerIn(1, 3);
    await browser.run(SETTLED);
    assert.deepEqual(await points(), ['5', '3']);
    await answerIn(0, 4);
    await answerIn(1, 2);
    await browser.run(SETTLED);
    assert.deepEqual(await points(), ['5,4', '3,2']);
    await browser.assertQuiet();
  });
}
