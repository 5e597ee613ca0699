/**
 * What the scorecard leads to: rows link to their articles, one answer can be changed in place, and
 * answers that were erased can be brought back. retake.test.mjs tests answering everything again;
 * keep.test.mjs tests what is stored where.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Key, ROOT, embed, page, small, start } from './harness.mjs';

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

const ELEMENT = `const element = document.querySelector('misconception-scorecard');`;
const questionnaire = small({
  misconceptions: [1, 2, 3].map((number) => ({
    id: `m${number}`,
    name: `Misconception ${number}`,
    statements: [{ id: `s${number}`, text: `Statement ${number}.`, key: 'myth' }],
    refutation: { fact: `Fact ${number}.`, whyWrong: `Reason ${number}. `.repeat(60) },
  })),
});
const ANSWERS = { s1: { agreement: 5 }, s2: { agreement: 1 }, s3: { agreement: 1 } };

const LISTENING = `window.told = [];
  for (const name of ['started', 'answered', 'completed', 'reset', 'restored', 'failed']) {
    addEventListener('scorecard-' + name, ({ type, detail }) => told.push([type.slice(10), JSON.parse(JSON.stringify(detail))]));
  }
  for (const name of ['hashchange', 'popstate']) addEventListener(name, () => told.push([name]));`;
const told = () => browser.run('return told.splice(0)');
const names = async () => (await told()).map(([name]) => name);

/** Shows the scorecard for these answers on a page whose URL has a fragment. */
async function finish(attributes = '') {
  browser.serve('/change.html', page(embed(questionnaire, `layout="list" debug="off" ${attributes}`)));
  await browser.visit('/change.html#after');
  await browser.ready();
  await browser.run(`${ELEMENT} element.answers = arguments[0]`, ANSWERS);
  await browser.advance();
  await browser.extras();
  await browser.run(LISTENING);
}

const focused = async () => (await browser.focused())?.[0];
const answers = () => browser.run(`${ELEMENT} return element.answers`);
const kept = () => browser.run(`return JSON.parse(Object.values({ ...sessionStorage, ...localStorage })[0] ?? 'null')`);
/** Clicks the button with this id, wherever it is. */
const press = (id) => browser.run(`${ROOT} root.getElementById(arguments[0]).click()`, id);
/** Everything that a reader sees, regardless of what is folded or has the focus. */
const SEEN = `${ROOT} return root.querySelector('.card').innerHTML.replaceAll(/ open(="")?(?=[ >])/g, '')`;

test('each row of the profile leads to its article, opens it, and does not change the page’s URL', async () => {
  await browser.resize(400, 500);
  await finish();
  const before = await browser.run('return [location.href, history.length]');
  for (const [row, index] of [0, 1, 2].entries()) {
    await browser.run(`${ROOT} root.querySelectorAll('.profile tbody a')[arguments[0]].scrollIntoView()`, row);
    await browser.tap('.profile tbody a', row);
    assert.equal(await focused(), `misconception-${index}`);
    const [isOpen, top, bottom] = await browser.run(`${ROOT} const it = root.activeElement;
      const { top, bottom } = it.getBoundingClientRect();
      return [it.closest('details')?.open ?? true, top, innerHeight - bottom]`);
    assert.equal(isOpen, true);
    // Scroll positions are rounded to whole pixels.
    assert.ok(top > -1 && bottom > -1, `visible: ${top} px from the top, ${bottom} px from the bottom`);
  }
  assert.deepEqual(await browser.run('return [location.href, history.length]'), before);
  assert.deepEqual(await told(), []);
  await browser.resize(800, 1000);
  await browser.assertQuiet();
});

test('an article that is already visible is focused without scrolling', async () => {
  await browser.resize(800, 1400);
  await finish('style="display: block; margin-block-end: 3000px"');
  await browser.run('scrollTo(0, 20)');
  await browser.tap('.profile tbody a', 1);
  assert.equal(await focused(), 'misconception-1');
  assert.equal(await browser.run('return scrollY'), 20);
  await browser.resize(800, 1000);
});

test('each row of the profile is one link: by its name, by keyboard, and over its whole width', async () => {
  await finish();
  assert.deepEqual(await browser.accessible('.profile tbody a', 1), ['link', '“Misconception 2”']);
  await browser.run(`${ROOT} root.querySelectorAll('.profile tbody a')[1].focus()`);
  await browser.press(Key.ENTER);
  assert.equal(await focused(), 'misconception-1');
  const hit = await browser.run(`${ROOT} const row = root.querySelectorAll('.profile tbody tr')[1];
    row.scrollIntoView({ block: 'center' });
    return [...row.cells].map((cell) => {
      const { left, top, width, height } = cell.getBoundingClientRect();
      return root.elementFromPoint(left + width / 2, top + height / 2) === row.querySelector('a');
    })`);
  assert.deepEqual(hit, [true, true, true]);
});

test('an answer can be changed on the scorecard in four actions, and the focus stays at it', async () => {
  await finish();
  const first = await browser.scorecard();
  // The article opens, the answer is asked again, a new one is chosen, and it is saved.
  await browser.tap('details summary');
  await browser.tap('#change-1');
  assert.equal(await focused(), 'statement-1');
  assert.equal(await browser.run(`${ROOT} return root.querySelector('.missing :checked').value`), '1');
  assert.deepEqual(await browser.axe(), []);
  await browser.tap('.missing label', 4);
  assert.deepEqual([await answers(), await told()], [ANSWERS, []], 'chosen, not saved');
  await browser.tap('.missing [type=submit]');
  assert.equal(await focused(), 'change-1');
  assert.equal(await browser.find('.missing'), null);
  const changed = { ...ANSWERS, s2: { agreement: 5 } };
  const scorecard = await browser.scorecard();
  assert.deepEqual([first.headline.held, scorecard.headline.held], [1, 2]);
  assert.deepEqual(scorecard.answers, changed);
  assert.deepEqual(await told(), [
    ['answered', { statement: 's2', agreement: 5 }],
    ['completed', scorecard],
  ]);
  const saved = await kept();
  assert.deepEqual([saved.answers, saved.again ?? null], [changed, null], 'it is not a new attempt');
  assert.equal(await browser.find('.since'), null);
  await browser.assertQuiet();
});

test('cancelling a change restores everything', async () => {
  await finish();
  const before = [await browser.run(SEEN), await answers(), await kept(), await browser.scorecard()];
  await press('change-1');
  await browser.run(`${ROOT} root.querySelectorAll('.missing input')[3].click()`);
  await press('cancel-1');
  assert.equal(await focused(), 'change-1');
  assert.deepEqual([await browser.run(SEEN), await answers(), await kept(), await browser.scorecard()], before);
  assert.deepEqual(await told(), []);
  // An answer that was chosen but not saved is not there the next time.
  await press('change-1');
  assert.equal(await browser.run(`${ROOT} return root.querySelector('.missing :checked').value`), '1');
  await browser.assertQuiet();
});

test('changing an answer after answering again does not change the first answers', async () => {
  await finish();
  await press('again-0');
  await browser.run(`${ELEMENT} element.answers = arguments[0]`, ANSWERS);
  await browser.advance();
  await browser.until(`${ROOT} return root.querySelector('.since') !== null`);
  await press('change-0');
  await browser.run(`${ROOT} root.querySelectorAll('.missing input')[0].click()`);
  await browser.tap('.missing [type=submit]');
  const { again, answers } = await kept();
  assert.deepEqual([again.first.s1, answers.s1], [{ agreement: 5 }, { agreement: 1 }]);
  assert.match(await browser.text('.since'), /1 no longer believed/);
});

test('erased answers are deleted at once, and can be brought back while the page is open, also after a new answer', async () => {
  for (const isLater of [false, true]) {
    await finish();
    await browser.run(`${ROOT} root.getElementById('begin-0').click()`);
    await browser.run(`${ROOT} root.getElementById('reason-0').value = 'Because.'`);
    await press('dispute-0');
    const before = [await answers(), await browser.scorecard(), await kept()];
    await told();
    await press('forget-0');
    assert.deepEqual(await browser.run('return [sessionStorage.length, localStorage.length]'), [0, 0]);
    assert.deepEqual([await answers(), await browser.scorecard(), await names()], [{}, null, ['reset']]);
    if (isLater) {
      await browser.run(`${ROOT} root.querySelectorAll('.answers input')[2].click()`);
      assert.deepEqual(await answers(), { s1: { agreement: 3 } });
      await told();
    }
    await press('undo-0');
    assert.deepEqual([await answers(), await browser.scorecard(), await kept()], before);
    assert.equal(await browser.text('.said'), 'Because.');
    assert.equal(await focused(), 'heading');
    assert.equal(await browser.find('#undo-0'), null);
    assert.deepEqual(await names(), ['restored']);
    await browser.assertQuiet();
  }
});

test('erasing can no longer be undone after a reload or after the next scorecard', async () => {
  await finish();
  await press('forget-0');
  assert.notEqual(await browser.find('#undo-0'), null);
  await browser.visit('/change.html', { keep: true });
  await browser.ready();
  await browser.run('return new Promise((done) => setTimeout(done, 300))');
  assert.equal(await browser.find('#undo-0'), null);
  assert.deepEqual(await answers(), {});
  await finish();
  await press('forget-0');
  await browser.advance();
  await browser.extras();
  assert.equal(await browser.find('#undo-0'), null);
  await browser.assertQuiet();
});
