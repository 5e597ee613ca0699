/**
 * A link to a scorecard is opened by somebody whose own answers, storage and page stay as they
 * were: which links open, on which widget, what they show, and the way back.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ROOT, embed, scored, small, start } from './harness.mjs';
import {
  ANSWERS,
  COPIES,
  ELEMENT,
  OWN,
  RESULT,
  THEIRS,
  answersFragment,
  answersFragment1,
  extras,
  finish,
  followed,
  fragment,
  heard,
  isGuest,
  kept,
  open,
  pause,
  questionnaire,
  resultFragment1,
} from './share-stage.mjs';

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

const NEVER = ['started', 'answered', 'completed', 'shared', 'failed', 'disputed', 'suggested', 'reset'];
const heading = () => browser.text('#heading');

for (const [what, hash, hasAnswers] of [
  ['answers', ANSWERS, true],
  ['a result', RESULT, false],
]) {
  test(`a link with ${what} shows the other reader’s scorecard as theirs, and stores nothing`, async () => {
    await open(browser, hash, { ways: COPIES });
    await followed(browser);
    const text = await browser.text();
    assert.match(text, /^Somebody shared this scorecard with you\n+Small\n/);
    assert.match(text, /They saw through 1 of these 2 misconceptions/);
    const answered = await browser.run(`${ROOT} return [...root.querySelectorAll('.own')].map((it) => it.textContent)`);
    assert.deepEqual(answered, hasAnswers ? ['I don’t know', 'Disagree'] : []);
    for (const own of ['#share-0', '#print-0', '#forget-0', '#begin-0', '#suggestion', '[name=back]', 'input']) {
      assert.equal(await browser.find(own), null, `${own} is for one's own`);
    }
    assert.deepEqual(await browser.run(`${ELEMENT} return [element.scorecard, element.answers]`), [null, {}]);
    assert.deepEqual(await heard(browser), [['ready', { id: 'small', version: '1', lang: 'en' }]]);
    assert.deepEqual(await kept(browser), [[], []]);
    assert.ok(await browser.run('return document.activeElement === document.body'), 'the focus is the page’s');
    const asked = browser.requests;
    assert.ok(
      asked.every((path) => /^\/(share\.html|scorecard\/[\w.-]+)$/.test(path)),
      asked.join(),
    );
    assert.equal(new Set(asked).size, asked.length, 'every file once');
    assert.deepEqual(await browser.axe(), []);
    // Back to the statements, which are the reader's own.
    await browser.tap('#leave-0');
    assert.equal(await browser.text('.statement h3'), 'Statement 1.');
    assert.equal((await browser.focused())[0], 'heading');
    assert.deepEqual(await kept(browser), [[], []]);
    assert.equal(await browser.run('return location.hash'), hash, 'the address is the page’s');
    await finish(browser);
    assert.deepEqual(await browser.scorecard(), scored(questionnaire, OWN));
    assert.equal(await isGuest(browser), false);
    assert.equal((await heard(browser, ['completed'])).length, 1);
    await browser.assertQuiet();
  });
}

for (const storage of ['session', 'local', 'none']) {
  test(`the reader’s own scorecard is unchanged by a shared one (storage="${storage}")`, async () => {
    const attributes = `storage="${storage}"`;
    await open(browser, '', { attributes });
    await finish(browser);
    const before = await kept(browser);
    assert.equal(before.flat().length, storage === 'none' ? 0 : 1);
    // The reader pastes the link into the address bar of the open page.
    await browser.run('location.hash = arguments[0]', ANSWERS);
    await followed(browser);
    assert.equal((await browser.focused())[0], 'shared', 'the focus goes to the shared scorecard');
    assert.equal(await heading(), 'They saw through 1 of these 2 misconceptions');
    assert.deepEqual(
      await browser.scorecard(),
      scored(questionnaire, OWN),
      'the element’s scorecard is the reader’s own',
    );
    assert.equal(await browser.text('#leave-0'), 'Back to your own');
    await browser.tap('#leave-0');
    assert.equal(await heading(), 'You believe 1 of these 2 misconceptions');
    assert.equal((await browser.focused())[0], 'heading');
    assert.deepEqual(await kept(browser), before);
    if (storage !== 'none') {
      // A reader opens the link in a browser that has their own answers.
      await open(browser, RESULT, { attributes, keep: true });
      await followed(browser);
      assert.equal(await heading(), 'They saw through 1 of these 2 misconceptions');
      assert.deepEqual(await browser.scorecard(), scored(questionnaire, OWN));
      await browser.tap('#leave-0');
      assert.equal(await heading(), 'You believe 1 of these 2 misconceptions');
      assert.deepEqual(await kept(browser), before);
      assert.deepEqual(await heard(browser, NEVER), []);
    }
    await browser.assertQuiet();
  });
}

test('a reader who was answering returns to the same statement', async () => {
  await open(browser);
  await browser.tap('.answers label', 2);
  await browser.until(`${ROOT} return root.querySelector('.progress').innerText.includes(' 2 ')`);
  const before = await kept(browser);
  await open(browser, ANSWERS, { keep: true });
  await followed(browser);
  assert.equal(await browser.text('#leave-0'), 'Back to your own');
  await browser.tap('#leave-0');
  assert.equal(await browser.text('.statement h3'), 'Statement 2.');
  assert.deepEqual(await kept(browser), before);
  assert.deepEqual(await browser.run(`${ELEMENT} return element.answers`), { s1: { agreement: 3 } });
  await browser.assertQuiet();
});

const changed = (text, at) => text.slice(0, at) + (text.at(at) === 'x' ? 'y' : 'x') + text.slice(at + 1);
for (const [what, hash, words] of [
  ['changed', changed(ANSWERS, ANSWERS.length - 3), /^The link to a shared scorecard is damaged/],
  ['broken off', ANSWERS.slice(0, -4), /is damaged/],
  ['of version 1 broken off in the name', '#scorecard=sma', /is damaged/],
  ['of version 1 that is empty', '#scorecard=', /is damaged/],
  ['with a percent sign too many', `${ANSWERS.slice(0, -4)}%zz`, /is damaged/],
  ['of another version', answersFragment(small({ version: '2' }), THEIRS), /another version of this questionnaire/],
  ['of a later kind', fragment('small', 'E', 'abc'), /newer than this page/],
]) {
  test(`a link ${what} is reported above the reader’s own screen`, async () => {
    await open(browser);
    await browser.tap('.answers label', 2);
    await browser.until(`${ROOT} return root.querySelector('.progress').innerText.includes(' 2 ')`);
    const before = await kept(browser);
    await open(browser, hash, { keep: true });
    await followed(browser);
    assert.match(await browser.text('#shared'), words);
    assert.equal(await isGuest(browser), false);
    assert.equal(await browser.text('.statement h3'), 'Statement 2.');
    assert.deepEqual(await kept(browser), before);
    assert.deepEqual(await heard(browser, NEVER), []);
    assert.deepEqual(await browser.axe(), []);
    await browser.tap('.answers label', 0);
    await extras(browser);
    assert.equal(await browser.find('#shared'), null, 'the note is gone after the next answer');
    await browser.assertQuiet();
  });
}

test('following a link on the page itself moves the focus to the shared scorecard', async () => {
  for (const isBegun of [true, false]) {
    await open(browser);
    if (isBegun) {
      await browser.tap('.answers label', 2);
      await browser.until(`${ROOT} return root.querySelector('.progress').innerText.includes(' 2 ')`);
    }
    const before = await kept(browser);
    await browser.run('location.hash = arguments[0]', ANSWERS);
    await followed(browser);
    assert.equal((await browser.focused())[0], 'shared');
    assert.equal(await heading(), 'They saw through 1 of these 2 misconceptions');
    assert.deepEqual(await kept(browser), before);
    await browser.tap('#leave-0');
    assert.equal(await browser.text('.statement h3'), isBegun ? 'Statement 2.' : 'Statement 1.');
    assert.deepEqual(await heard(browser, ['completed', 'failed']), []);
  }
  await browser.assertQuiet();
});

test('fragments that are not links to a scorecard are left to the page', async () => {
  for (const hash of ['#after', '#scorecard', '#scorecard-x', '#Scorecard=small.x', '#a#scorecard=small.x', '#=', '']) {
    await open(browser, hash);
    await pause();
    assert.equal(await browser.text('.statement h3'), 'Statement 1.');
    assert.equal(await browser.find('#shared'), null, hash);
    assert.ok(!browser.requests.some((path) => path.includes('extras-')), `${hash} loads nothing`);
    assert.equal(await browser.run('return location.hash'), hash);
  }
  await finish(browser);
  const screen = await browser.text();
  for (const hash of ['#after', '#scorecard', '#scorecard-x', '#Scorecard=small.x']) {
    await browser.run('location.hash = arguments[0]', hash);
    await pause();
    assert.equal(await browser.text(), screen);
    assert.equal(await browser.run('return location.hash'), hash);
  }
  await browser.assertQuiet();
});

test('a link to another questionnaire is ignored', async () => {
  const hash = answersFragment(small({ id: 'smaller' }), THEIRS);
  await open(browser, hash);
  await browser.until('return performance.getEntriesByType("resource").some((it) => it.name.endsWith(".wasm"))');
  await pause();
  assert.equal(await browser.find('#shared'), null);
  assert.equal(await browser.text('.statement h3'), 'Statement 1.');
  await finish(browser);
  assert.equal(await browser.find('#shared'), null);
  assert.deepEqual(await browser.scorecard(), scored(questionnaire, OWN));
  await browser.assertQuiet();
});

test('of two widgets, only the one with the link’s questionnaire opens it', async () => {
  const other = small({ id: 'sm\u00e5.ler' });
  await open(browser, answersFragment(other, THEIRS), { html: embed(questionnaire) + embed(other) });
  const banners = `return [...document.querySelectorAll('misconception-scorecard')].map((it) =>
    it.shadowRoot?.querySelector('#leave-0') != null)`;
  await browser.until(`${banners}.some((it) => it)`);
  await pause();
  assert.deepEqual(await browser.run(banners), [false, true]);
  await browser.run('location.hash = arguments[0]', RESULT);
  await browser.until(`${banners}[0]`);
  assert.deepEqual(await browser.run(banners), [true, true], 'the first one is still open');
  await browser.assertQuiet();
});

test('a new link replaces the open one, and a link that the reader has left is not opened again', async () => {
  await open(browser, RESULT);
  await followed(browser);
  assert.equal(await browser.find('.own'), null);
  await browser.run('location.hash = arguments[0]', ANSWERS);
  await browser.until(`${ROOT} return root.querySelector('.own') !== null`);
  await browser.run('location.hash = "after"');
  await pause();
  assert.equal(await isGuest(browser), true, 'the reader decides when to go back');
  await browser.run('location.hash = arguments[0]', ANSWERS.slice(0, -2));
  await browser.until(`${ROOT} return root.querySelector('#leave-0') === null`);
  assert.match(await browser.text('#shared'), /damaged/);
  await browser.run('location.hash = arguments[0]', ANSWERS);
  await browser.until(`${ROOT} return root.querySelector('#leave-0') !== null`);
  await browser.tap('#leave-0');
  // Another layout restarts the widget at the same URL.
  await browser.run(`${ELEMENT} element.layout = 'list'`);
  await browser.until(`${ROOT} return root.querySelectorAll('.statement').length === 2`);
  await pause();
  assert.equal(await browser.find('#shared'), null);
  await browser.assertQuiet();
});

test('a moved widget still follows links, a removed one does not', async () => {
  await open(browser, RESULT);
  await followed(browser);
  await browser.run(`${ELEMENT} document.querySelector('main').append(element)`);
  await browser.run('location.hash = arguments[0]', ANSWERS);
  await browser.until(`${ROOT} return root.querySelector('.own') !== null`);
  await browser.run(`${ELEMENT} window.away = element; element.remove(); location.hash = arguments[0]`, RESULT);
  await pause();
  await browser.run(`document.querySelector('main').append(away)`);
  assert.equal(await isGuest(browser), true);
  assert.notEqual(await browser.find('.own'), null, 'the earlier link is still open');
  await browser.assertQuiet();
});

test('a link scrolls to a widget far down the page, unless the widget waits for a click', async () => {
  const html = `<div style="height: 5000px">Far.</div>${embed(questionnaire).replace('load="now"', '')}`;
  await open(browser, ANSWERS, { html });
  await followed(browser);
  const { top, bottom, height } = await browser.until(`${ROOT}
    const it = root.querySelector('#shared').getBoundingClientRect();
    return scrollY && { top: it.top, bottom: it.bottom, height: innerHeight }`);
  assert.ok(top >= 0 && bottom <= height, `${top} to ${bottom} of ${height}`);
  browser.serve(
    '/click.html',
    `<!doctype html><html lang="en"><title>Click</title><link rel="icon" href="data:,">
    ${embed(questionnaire).replace('load="now"', 'load="click"')}
    <script type="module" src="/scorecard/scorecard.js"></script>`,
  );
  await browser.visit(`/click.html${ANSWERS}`);
  await browser.until(`${ROOT} return root.querySelector('button') !== null`);
  await pause();
  assert.ok(!browser.requests.some((path) => path.endsWith('.wasm')), 'nothing is loaded before');
  await browser.tap('button');
  await followed(browser);
  assert.equal(await isGuest(browser), true);
  await browser.assertQuiet();
});

test('removed widgets leave no hashchange listeners', async () => {
  const counting = `<script>window.listeners = 0; const add = addEventListener;
    window.addEventListener = (name, ...more) => {
      listeners += name === 'hashchange';
      add.call(window, name, ...more);
    };
    const remove = removeEventListener;
    window.removeEventListener = (name, ...more) => {
      listeners -= name === 'hashchange';
      remove.call(window, name, ...more);
    };
  </script>`;
  await open(browser, ANSWERS, { html: counting + embed(questionnaire) + embed(questionnaire, 'instance="b"') });
  await browser.until(`return [...document.querySelectorAll('misconception-scorecard')].every((it) =>
    it.shadowRoot?.querySelector('#shared'))`);
  // One of the listeners handles links in a page's routes, as long as there is a widget.
  assert.equal(await browser.run('return listeners'), 3);
  await browser.run(`for (const it of document.querySelectorAll('misconception-scorecard')) it.remove()`);
  assert.equal(await browser.run('return listeners'), 1);
});

for (const [what, hash] of [
  ['answers', answersFragment1(questionnaire, THEIRS)],
  ['a result', resultFragment1(questionnaire, THEIRS)],
]) {
  test(`a link of version 1 with ${what} still opens`, async () => {
    await open(browser, hash);
    await followed(browser);
    assert.equal(await isGuest(browser), true);
    assert.equal(await heading(), 'They saw through 1 of these 2 misconceptions');
    await browser.assertQuiet();
  });
}

test('a link is a valid selector that matches nothing, for pages that look up their fragment', async () => {
  const html = `<script>if (location.hash) document.querySelector(location.hash); window.went = true</script>`;
  await open(browser, ANSWERS, { html: html + embed(questionnaire) });
  await followed(browser);
  assert.equal(await browser.run('return window.went'), true);
  await browser.assertQuiet();
});

/** Which of these texts are visible. */
const inSight = (texts) =>
  browser.run(
    `${ROOT} const seen = [...root.querySelectorAll('.card *')]
      .filter((it) => it.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }))
      .flatMap((it) => [...it.childNodes]).filter((it) => it.nodeType === Node.TEXT_NODE).map((it) => it.data).join(' ');
    return arguments[0].filter((it) => seen.includes(it))`,
    texts,
  );
const GIVEN_AWAY = ['Misconception 1', 'Misconception 2', 'Statement 1.', 'Statement 2.', 'Fact 1.', 'Reason 1.'];

for (const [what, hash] of [
  ['answers', ANSWERS],
  ['a result', RESULT],
]) {
  test(`a link with ${what} shows no statement to a reader who has not answered yet`, async () => {
    await open(browser, hash);
    await followed(browser);
    assert.deepEqual(await inSight(GIVEN_AWAY), []);
    assert.deepEqual(await inSight(['They saw through 1', 'Answer it yourself', 'Show which ones']), [
      'They saw through 1',
      'Answer it yourself',
      'Show which ones',
    ]);
    assert.equal(await browser.run(`${ROOT} return root.querySelectorAll('.primary').length`), 1, 'one main button');
    // A reader who wants to know anyway unfolds it; the articles in it are still folded.
    await browser.tap('.which > summary');
    assert.deepEqual(await inSight(GIVEN_AWAY), ['Misconception 1', 'Misconception 2', 'Fact 1.']);
    assert.deepEqual(await browser.axe(), []);
    await browser.tap('#leave-0');
    await finish(browser);
    await browser.run('location.hash = ""; location.hash = arguments[0]', hash);
    await followed(browser);
    assert.deepEqual(
      (await inSight(GIVEN_AWAY)).slice(0, 2),
      ['Misconception 1', 'Misconception 2'],
      'it is open for a reader who has answered',
    );
    await browser.assertQuiet();
  });
}
