/**
 * Answering again in a page, all or in part, across reloads and with every storage, and what the
 * second scorecard says about the first. The words for each change are tested in tests/retake/,
 * answering a week later in retake-later.test.mjs.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Key, ROOT, embed } from './harness.mjs';
import {
  AT_ONCE,
  QUESTIONNAIRE,
  SAVING,
  agreements,
  answer,
  browser,
  element,
  extras,
  first,
  has,
  kept,
  press,
  reload,
  rows,
  since,
  stored,
} from './retake-stage.mjs';

test('a first scorecard compares nothing, and explains what answering again at once measures', async () => {
  await first([5, 1, 3, 0]);
  assert.equal(await since(), null);
  assert.deepEqual(await rows(), [
    ['“Misconception 1”', 'you believe this'],
    ['“Misconception 3”', 'undecided'],
    ['“Misconception 4”', 'too few answers'],
    ['“Misconception 2”', 'you don’t believe this'],
  ]);
  assert.equal((await browser.text('.again')).split(AT_ONCE).length, 2);
  assert.equal((await kept()).again ?? null, null);
  await browser.assertQuiet();
});

test('after answering everything again, the rows and a sentence say what has changed', async () => {
  await first([5, 1, 3, 1]);
  await press('again');
  assert.deepEqual(await browser.focused(), ['heading', 'Statement 1.']);
  assert.equal(await browser.text('.progress'), 'Statement 1 of 4');
  assert.deepEqual(await agreements(), {});
  assert.equal(await browser.scorecard(), null);
  await answer([1, 1, 5, 3]);
  const sentence =
    'Since your first answers: 1 no longer believed, 1 newly believed or leaned towards, 1 now in doubt, 1 as before.';
  assert.equal(await since(), sentence);
  assert.deepEqual(await rows(), [
    ['“Misconception 3”', 'you believe this', 'Before, you were undecided.'],
    ['“Misconception 4”', 'undecided', 'Before, you did not believe this.'],
    ['“Misconception 1”', 'you don’t believe this', 'Before, you believed this.'],
    ['“Misconception 2”', 'you don’t believe this', 'as before'],
  ]);
  assert.equal((await browser.text()).split(AT_ONCE).length, 2, 'the explanation is there once');
  const told = await browser.run(`${ROOT} return [...root.querySelectorAll('.was')].map((it) => it.textContent)`);
  assert.deepEqual(told, [
    'Before, you were undecided.',
    'Before, you did not believe this.',
    'Before, you believed this.',
  ]);
  await browser.assertQuiet();
});

test('a third attempt is compared with the first, also after a reload', async () => {
  await first([5, 1, 1, 1], 'storage="local"');
  await press('again');
  await answer([1, 5, 1, 1]);
  await press('again');
  await answer([3, 1, 1, 1]);
  const sentence = 'Since your first answers: 1 less firm, 3 as before.';
  assert.equal(await since(), sentence);
  await reload();
  await extras();
  assert.equal(await since(), sentence);
  const { again, answers } = await kept();
  assert.deepEqual(
    [again.first.s1.agreement, answers.s1.agreement],
    [5, 3],
    'the first and the latest answers are kept',
  );
  await browser.assertQuiet();
});

test('answering in part asks only what is believed or undecided, and keeps the other answers', async () => {
  await first([5, 1, 3, 1]);
  await press('open');
  assert.deepEqual(await agreements(), { s2: 1, s4: 1 });
  assert.deepEqual(await browser.focused(), ['heading', 'Statement 1.']);
  await answer([1, 3]);
  assert.deepEqual(await agreements(), { s1: 1, s2: 1, s3: 3, s4: 1 });
  assert.equal(await since(), 'Since your first answers: 1 no longer believed, 1 as before, 2 not asked again.');
  await browser.assertQuiet();
});

test('a tap moves to the next statement that is asked again', async () => {
  await first([5, 1, 1, 3]);
  await browser.run(`${element} element.advance = 'tap'`);
  await browser.ready();
  await extras();
  await press('open');
  await browser.tap('.answers label', 0);
  await browser.until(`${ROOT} return root.querySelector('h3').innerText === 'Statement 4.'`);
  assert.equal(await browser.text('.progress'), 'Statement 2 of 2');
  await browser.tap('.answers label', 0);
  await extras();
  assert.equal(
    await since(),
    'Since your first answers: 1 no longer believed, 1 no longer in doubt, 2 not asked again.',
  );
  await browser.assertQuiet();
});

test('answering in part is not offered if it would ask everything or nothing', async () => {
  for (const [points, expected] of [
    [[5, 5, 3, 3], false],
    [[1, 1, 1, 0], false],
    [[1, 1, 1, 4], true],
  ]) {
    await first(points);
    assert.deepEqual([await has('again'), await has('open')], [true, expected], `${points}`);
  }
});

test('a reload while answering again loses nothing, and the new scorecard is compared', async () => {
  for (const [act, restOfThem, sentence] of [
    ['again', [1, 1, 1], 'Since your first answers: 2 no longer believed, 2 as before.'],
    ['open', [1], 'Since your first answers: 2 no longer believed, 2 not asked again.'],
  ]) {
    await first([5, 1, 5, 1], 'storage="local"');
    await press(act);
    await browser.run(`${ROOT} root.querySelectorAll('.answers input')[0].click()`);
    await browser.run(`${ROOT} root.querySelector('[type=submit]').click()`);
    const shown = act === 'again' ? 'Statement 2.' : 'Statement 3.';
    await browser.until(`${ROOT} return root.querySelector('h3').innerText === arguments[0]`, shown, shown);
    await reload();
    assert.equal(await browser.text('h3'), shown);
    assert.equal((await kept()).again.first.s3.agreement, 5, 'the first attempt is stored');
    // The button for answering again, and the way back, appear when the page has the extras.
    await browser.until(`${ROOT} return root.querySelector('[name=earlier-0]')`);
    await answer(restOfThem);
    assert.equal(await since(), sentence, act);
    await browser.assertQuiet();
  }
});

test('a reader who stops answering again gets the earlier scorecard back, without a comparison', async () => {
  await first([5, 1, 3, 1]);
  const had = await browser.scorecard();
  await press('again');
  await browser.run(`${ROOT} root.querySelectorAll('.answers input')[2].click()`);
  await press('earlier');
  assert.deepEqual(await browser.scorecard(), had);
  assert.equal((await browser.focused())[0], 'heading');
  assert.equal(await since(), null);
  await reload();
  await extras();
  assert.deepEqual(await browser.scorecard(), had);
  assert.equal(await since(), null);
  await browser.assertQuiet();
});

test('answers that were skipped the second time can be restored, also after a reload', async () => {
  await first([5, 1, 3, 1]);
  await press('again');
  await reload();
  await answer([1, 0, 0, 1]);
  assert.equal(await since(), 'Since your first answers: 1 no longer believed, 1 as before.');
  await press('earlier');
  assert.deepEqual(await agreements(), { s1: 5, s2: 1, s3: 3, s4: 1 });
  assert.equal(await since(), null);
  await browser.assertQuiet();
});

test('answers to another version or scale are never compared', async () => {
  const labels = ['1', '2', '3', '4', '5', '6', '7'];
  for (const other of [
    { ...QUESTIONNAIRE, version: '2' },
    { ...QUESTIONNAIRE, scale: { points: 7, labels } },
  ]) {
    await first([5, 1, 3, 1], 'storage="local"');
    await press('again');
    await answer([1, 1, 1, 1]);
    assert.ok(await since());
    await browser.visit('/again.html', {
      keep: true,
      html: embed(other, 'advance="manual" storage="local" debug="off"'),
    });
    await browser.ready();
    assert.match(await browser.text('.note'), /^The statements have changed since you answered/);
    await answer([5, 5, 5, 5]);
    assert.equal(await since(), null);
    assert.deepEqual(await browser.run(`${ROOT} return root.querySelectorAll('.before, .was').length`), 0);
    await browser.assertQuiet();
  }
});

test('without storage scorecards are compared until the page is left', async () => {
  await first([5, 1, 3, 1], 'storage="none"');
  await press('open');
  await answer([1, 3]);
  assert.equal(await since(), 'Since your first answers: 1 no longer believed, 1 as before, 2 not asked again.');
  assert.deepEqual(await stored(), [0, 0]);
  await reload();
  assert.equal(await browser.text('.progress'), 'Statement 1 of 4');
  assert.deepEqual(await stored(), [0, 0]);
  await browser.assertQuiet();
});

test('erasing deletes the first attempt too', async () => {
  await first([5, 1, 3, 1], 'storage="local"');
  await press('again');
  await answer([1, 1, 1, 1]);
  await press('forget');
  await browser.until('return localStorage.length === 0');
  await answer([5, 5, 5, 5]);
  assert.equal(await since(), null);
  await browser.assertQuiet();
});

test('changing the language while answering again keeps the reader’s place', async () => {
  const translations = { nb: { title: 'Liten' } };
  await first([5, 1, 3, 1], '', { ...QUESTIONNAIRE, translations });
  await press('again');
  await browser.run(`${ROOT} root.querySelector('[type=submit]').click()`);
  await browser.run(`document.documentElement.lang = 'nb'`);
  await browser.until(`${ROOT} return root.querySelector('.progress')?.innerText === 'Påstand 2 av 4'`);
  await answer([1, 3, 1]);
  assert.equal(await since(), 'Siden de første svarene dine: 3 som før.');
  await browser.assertQuiet();
});

test('answering again sends started, answered and completed like a first attempt, and nothing when it begins', async () => {
  await first([5, 1, 3, 1]);
  await browser.run(`window.told = [];
    for (const name of ['ready', 'started', 'answered', 'completed', 'reset', 'failed']) {
      addEventListener('scorecard-' + name, ({ type }) => told.push(type.slice(10)));
    }`);
  for (const act of ['again', 'open']) {
    await press(act);
    assert.deepEqual(await browser.run('return told.splice(0)'), []);
    await answer([3, 3, 1, 1].slice(0, act === 'again' ? 4 : 2));
    const told = act === 'again' ? ['started', ...Array(4).fill('answered')] : ['started', 'answered', 'answered'];
    assert.deepEqual(await browser.run('return told.splice(0)'), [...told, 'completed']);
  }
  await browser.assertQuiet();
});

test('answering again works by keyboard, and the focus follows', async () => {
  await first([5, 1, 1, 1]);
  await browser.run(`${ROOT} root.querySelector('[name="again-0"]').focus()`);
  await browser.press(Key.TAB);
  assert.equal((await browser.focused())[0], 'open-0');
  await browser.press(Key.ENTER);
  assert.deepEqual(await browser.focused(), ['heading', 'Statement 1.']);
  await browser.press(Key.TAB, Key.SPACE);
  await browser.press(Key.ENTER);
  await extras();
  assert.equal(await since(), 'Since your first answers: 1 no longer believed, 3 not asked again.');
  assert.equal((await browser.focused())[0], 'heading');
  await browser.assertQuiet();
});

test('arrow keys choose an answer, and never move on', async () => {
  await first([5, 1, 3, 1], 'advance="tap"');
  await press('again');
  await browser.run(`${ROOT} root.querySelector('.answers input').focus()`);
  await browser.press(Key.SPACE, Key.ARROW_DOWN, Key.ARROW_DOWN, Key.ARROW_RIGHT, Key.ARROW_LEFT);
  await browser.run('return new Promise((done) => setTimeout(done, 700))');
  assert.equal(await browser.text('.progress'), 'Statement 1 of 4');
  assert.deepEqual(await agreements(), { s1: 3 });
  await browser.press(Key.ENTER);
  await browser.until(`${ROOT} return root.querySelector('.progress').innerText.includes(' 2 ')`);
  await browser.assertQuiet();
});

test('axe finds nothing while answering again and on the compared scorecard', async () => {
  await first([5, 1, 3, 1]);
  assert.deepEqual(await browser.axe(), []);
  await press('again');
  assert.deepEqual(await browser.axe(), []);
  await answer([1, 1, 5, 0]);
  assert.deepEqual(await browser.axe(), []);
  await browser.assertQuiet();
});

test('answering again causes no request, and stores one key only', async () => {
  await first([5, 1, 3, 1]);
  const asked = browser.requests.length;
  const address = await browser.run('return location.href');
  await browser.run(SAVING);
  await press('again');
  await answer([1, 1, 1, 1]);
  await press('calendar');
  await press('copy');
  assert.deepEqual(browser.requests.slice(asked), []);
  assert.deepEqual(await stored(), [1, 0]);
  assert.equal(await browser.run('return location.href + document.cookie'), address);
  await browser.assertQuiet();
});
