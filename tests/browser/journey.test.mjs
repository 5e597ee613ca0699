/**
 * The way through the built-in questionnaire on the blog pages, by taps and by keyboard alone, in
 * both languages.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ENGINE, Key, ROOT, start, scored } from './harness.mjs';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

let browser;
before(async () => {
  browser = await start();
  // The same pages without the script.
  for (const path of [...Object.values(PAGES), FRONT]) {
    const page = readFileSync(`${top}www${path}`, 'utf8');
    browser.serve(path.replace('.html', '-waiting.html'), page.replace(/<script type="module".*<\/script>/, ''));
  }
});
after(() => browser?.close());

const top = fileURLToPath(new URL('../../', import.meta.url));
const questionnaire = JSON.parse(readFileSync(`${top}questionnaires/social-media.en.json`));
const PAGES = { en: '/blog.html', nb: '/nb.html' };
/** The site's front page, which has its own questionnaire. */
const FRONT = '/index.html';
/** The statements in the order in which they are asked. */
const asked = [0, 1].flatMap((round) => questionnaire.misconceptions.map((it) => it.statements[round].id));
/** The index of each answer among the radio buttons; 5 is don't know. */
const places = [4, 3, 0, 2, 1, 2, 5, 4, 3, 0];
const answers = Object.fromEntries(
  asked.map((id, index) => [id, { agreement: places[index] === 5 ? 'dontKnow' : places[index] + 1 }]),
);
const heading = (number) => `${ROOT} return root.querySelector('.progress')?.innerText.includes(' ${number} ')`;
const result = `${ROOT} return root.querySelector('.result') !== null`;

for (const [lang, path] of Object.entries(PAGES)) {
  test(`ten taps lead to the scorecard that the core calculates (${lang})`, async () => {
    await browser.visit(path);
    await browser.ready();
    for (const [index, place] of places.entries()) {
      await browser.until(heading(index + 1));
      await browser.tap('.answers label', place);
    }
    await browser.until(result);
    assert.deepEqual(await browser.scorecard(), scored(questionnaire, answers));
    assert.equal((await browser.focused())[0], 'heading');
    await browser.assertQuiet();
  });
}

test('the questionnaire can be answered by keyboard alone, and arrow keys never move on', async () => {
  await browser.visit(PAGES.en);
  await browser.ready();
  // Focus the last link before the widget.
  await browser.run(`const widget = document.querySelector('misconception-scorecard');
    const isBefore = (it) => it.compareDocumentPosition(widget) & Node.DOCUMENT_POSITION_FOLLOWING;
    [...document.querySelectorAll('a')].filter(isBefore).at(-1).focus()`);
  await browser.press(Key.TAB);
  for (const [index, place] of places.entries()) {
    await browser.until(heading(index + 1));
    if (index > 0) {
      const [id, text] = await browser.focused();
      assert.equal(id, 'heading', 'the new heading has the focus');
      assert.match(text, /\.$/);
      await browser.press(Key.TAB);
    }
    const [name] = await browser.focused();
    assert.match(name, /^agreement-\d$/, 'the next stop is the answers');
    await browser.press(Key.SPACE, ...Array(place).fill(Key.ARROW_DOWN));
    await new Promise((later) => setTimeout(later, 450));
    assert.ok(await browser.run(heading(index + 1)), 'choosing does not move on');
    await browser.press(Key.ENTER);
  }
  await browser.until(result);
  assert.deepEqual(await browser.scorecard(), scored(questionnaire, answers));
  await browser.assertQuiet();
});

test('Back keeps the answers, Skip moves on without one', async () => {
  await browser.visit(PAGES.en);
  await browser.ready();
  assert.equal(await browser.text('[type=submit]'), 'Skip this one');
  await browser.advance();
  await browser.until(heading(2));
  await browser.tap('.answers label', 1);
  await browser.until(heading(3));
  await browser.tap('[name=back]');
  await browser.until(heading(2));
  assert.equal(await browser.text('[type=submit]'), 'Next');
  assert.equal(await browser.run(`${ROOT} return root.querySelector(':checked').value`), '2');
  await browser.tap('[name=back]');
  await browser.until(heading(1));
  assert.equal(await browser.run(`${ROOT} return root.querySelector(':checked')`), null);
});

test('nothing is focused, scrolled or shifted before the reader acts', async () => {
  // The position of everything on the page, before and after the widget is there.
  const places = `return [document.activeElement.localName, scrollX, scrollY,
    ...[...document.querySelectorAll('body *:not(misconception-scorecard *)')].map((it) => {
      const { top, left, width, height } = it.getBoundingClientRect();
      return [it.localName, top, left, width, height].join(' ');
    })]`;
  for (const page of [...Object.values(PAGES), FRONT]) {
    // The reserved height depends on the window's width, which in WebKit is never less than its
    // toolbar's.
    const widths = [320, 375, 417, 480, 560, 640, 800].filter((it) => ENGINE !== 'webkit' || it > 447);
    for (const width of widths) {
      await browser.resize(width, 1000);
      await browser.visit(page.replace('.html', '-waiting.html'));
      const before = await browser.run(places);
      await browser.visit(page);
      await browser.ready();
      assert.deepEqual(await browser.run(places), before, `${page}, ${width} px wide`);
      assert.equal(before[0], 'body');
    }
  }
  await browser.resize(800, 1000);
});

test('no file is requested except the listed ones', async () => {
  // Turn the doctor off, which otherwise runs on this machine.
  const page = readFileSync(`${top}www${PAGES.nb}`, 'utf8').replace('<misconception-scorecard', '$& debug="off"');
  browser.serve('/nb-off.html', page);
  await browser.visit('/nb-off.html');
  await browser.ready();
  const built = readdirSync(`${top}pkg/dist`);
  const file = (pattern) => `/scorecard/${built.find((name) => pattern.test(name))}`;
  const expected = [
    '/nb-off.html',
    '/blog.css',
    '/scorecard/scorecard.js',
    file(/^first-screen-nb/),
    file(/^scorecard-.*wasm$/),
    file(/^widget-/),
    file(/^messages-nb/),
    file(/^social-media-nb/),
  ];
  for (const [index, place] of places.entries()) {
    await browser.until(heading(index + 1));
    if (index === places.length - 1)
      assert.deepEqual(browser.requests.toSorted(), expected.toSorted(), 'up to the last tap');
    await browser.tap('.answers label', place);
  }
  await browser.until(result);
  await browser.extras();
  assert.deepEqual(
    browser.requests.toSorted(),
    [...expected, file(/^extras-.*js$/), file(/^extras-.*wasm$/)].toSorted(),
  );
  assert.deepEqual(await browser.run('return document.cookie'), '');
});

test('after a reload the reader continues where they were, and a scorecard is shown again', async () => {
  await browser.visit(PAGES.en);
  await browser.ready();
  await browser.tap('.answers label', 4);
  await browser.until(heading(2));
  await browser.tap('.answers label', 0);
  await browser.until(heading(3));
  await browser.visit(PAGES.en, { keep: true });
  await browser.until(heading(3));
  assert.equal(await browser.focused(), null, 'resuming does not move the focus');
  for (let number = 3; number <= 10; number++) {
    await browser.until(heading(number));
    await browser.advance();
  }
  await browser.until(result);
  const scorecard = await browser.scorecard();
  assert.deepEqual(Object.keys(scorecard.answers).length, 2);
  await browser.visit(PAGES.nb, { keep: true });
  await browser.until(result);
  assert.deepEqual(await browser.scorecard(), scorecard, 'in the other language too');
});

test('a statement without an answer can be answered on the scorecard', async () => {
  await browser.visit(PAGES.en);
  await browser.ready();
  for (const [index, place] of places.entries()) {
    await browser.until(heading(index + 1));
    if (index === 2) await browser.advance();
    else await browser.tap('.answers label', place);
  }
  await browser.until(result);
  await browser.extras();
  assert.equal((await browser.scorecard()).headline.insufficient, 1);
  await browser.tap('.missing label', 0);
  assert.equal((await browser.scorecard()).headline.insufficient, 1, 'chosen, not sent');
  await browser.tap('.missing button');
  assert.deepEqual(await browser.scorecard(), scored(questionnaire, answers));
  assert.equal((await browser.focused())[0], 'misconception-2');
});
