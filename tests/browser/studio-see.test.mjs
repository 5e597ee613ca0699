/**
 * The studio's preview: the results of readers who answer in a certain way, the way from a field to
 * the screen that shows it, and from a text to its field. Knows www/studio.html and the widget's
 * shadow root; tests/browser/studio.test.mjs tests how fields are written.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Key, small, start } from './harness.mjs';
import { STAGE, read, studio } from './studio-stage.mjs';

let browser;
let page;
before(async () => {
  browser = await start();
  page = studio(browser);
});
after(() => browser?.close());

const SOCIAL = JSON.parse(read('questionnaires/social-media.en.json'));

/** Clicks the element of the preview that has exactly this text. */
const click = (text) =>
  browser.until(
    `${STAGE} const it = [...root.querySelectorAll('h2, h3, h4, p, span, dd, a, strong')].find((it) =>
      it.innerText.trim() === arguments[0] && it.checkVisibility());
    it?.click();
    return Boolean(it)`,
    `“${text}” in the preview`,
    text,
  );
const at = (id) => browser.until(`return document.activeElement.id === arguments[0]`, `the focus at ${id}`, `at${id}`);

test('the preview shows the results of readers who answer in a certain way', async () => {
  await page.come();
  await page.openFile(small());
  await page.checked();
  await browser.until(`${STAGE} return root.querySelector('.card') !== null`);
  for (const [way, said] of [
    ['believes it all', 'A reader who believes it all holds 2 of 2 misconceptions.'],
    ['knows better', 'A reader who knows better holds no misconception.'],
    ['always disagrees', 'A reader who disagrees with every statement holds no misconception.'],
  ]) {
    await page.press(way);
    await page.says('.see .said p', said);
    await browser.until(`${STAGE} return root.querySelector('.result') !== null`, 'the scorecard');
  }
  await page.press('guesses');
  await page.says('.see .said p', /^This reader, who answered at random, holds .* The average is 0\.\d of 2\.$/);
  await browser.assertQuiet();
});

test('a field leads to the screen that shows it', async () => {
  await page.come();
  await page.openFile(small());
  await page.checked();
  await browser.until(`${STAGE} return root.querySelector('.card') !== null`);
  await page.section('Misconception 2');
  await page.press('Preview Statement 1');
  await browser.until(
    `${STAGE} return root.querySelector('.card')?.innerText.includes('Statement 2.')`,
    'the second statement',
  );
  await page.press('Preview the correction of misconception 2');
  await browser.until(
    `${STAGE} return root.querySelector('#misconception-1')?.innerText === 'Fact 2.'`,
    'its correction',
  );
  await page.says('.see .said p', 'Shown below: The correction, “Misconception 2”');
  await browser.assertQuiet();
});

const follow = (isOn) =>
  browser.until(
    `const box = document.querySelector('.see [name=follow]');
    if (box.checked !== arguments[0]) {
      document.activeElement.blur();
      box.click();
    }
    return box.checked === arguments[0]`,
    'the choice to follow',
    isOn,
  );
/** Waits until the card, or the article that is outlined, contains this text. */
const shows = (text) =>
  browser.until(
    `${STAGE} return [...root.querySelectorAll('.card, article')].some((it) => it.innerText.includes(arguments[0]))`,
    `“${text}” in the preview`,
    text,
  );
const pause = () => new Promise((later) => setTimeout(later, 1200));

test('where it is chosen, the preview follows the fields, and neither focus nor page moves', async () => {
  await page.come();
  await page.openFile(small());
  await page.checked();
  await shows('Statement 1.');
  await page.section('Misconception 2');
  await page.focus('Statement 1');
  await pause();
  await shows('Statement 1.');
  await follow(true);
  // The page listens once it has drawn the choice.
  await pause();
  await page.focus('Statement 1');
  await shows('Statement 2.');
  await at('/misconceptions/1/statements/0/text');
  await browser.press(Key.END, ...' And');
  await browser.until(`return document.activeElement.value === 'Statement 2. And'`, 'typing goes on');
  await shows('Statement 2. And');
  await page.focus('Why it is wrong');
  const scrolled = await browser.run('return scrollY');
  await browser.until(`${STAGE} return root.querySelector('#misconception-1')?.checkVisibility()`, 'the correction');
  await at('/misconceptions/1/refutation/whyWrong');
  assert.equal(await browser.run('return scrollY'), scrolled, 'the page stays where it is');
  await browser.press(Key.END, ...' And more');
  await browser.until(
    `${STAGE} return root.querySelector('#misconception-1')?.closest('article').innerText.includes('And more')`,
    'the correction is still unfolded',
  );
  await browser.run('scrollTo(0, 0)');
  await page.section('Title and introduction');
  await page.focus('Title');
  await browser.run('scrollTo(0, 0)');
  await shows('Statement 1.');
  await at('/title');
  assert.equal(await browser.run('return scrollY'), 0, 'the page stays where it is');
  await follow(false);
  await page.section('Misconception 2');
  await page.focus('Statement 1');
  await pause();
  await shows('Statement 1.');
  await browser.assertQuiet();
});

test('the choice to follow is remembered; on a phone it is not offered, and nothing moves', async () => {
  await page.come();
  await page.openFile(small());
  await browser.until(`return document.querySelector('.see [name=follow]') !== null`);
  assert.equal(await browser.run(`return document.querySelector('.see [name=follow]').checked`), false);
  await follow(true);
  await page.kept();
  const hash = await browser.run('return location.hash');
  await page.come({ keep: true, hash, size: [360, 740] });
  await browser.until(`return document.querySelector('.see [name=follow]')?.checked === true`, 'it is remembered');
  await page.focus('Title');
  const before = await browser.run('return scrollY');
  await pause();
  await at('/title');
  assert.equal(await browser.run('return scrollY'), before);
  assert.equal(await browser.run(`return document.querySelector('.views [aria-current]').innerText`), 'Write');
  await page.view('see');
  assert.equal(await browser.run(`return document.querySelector('.see .follow').checkVisibility()`), false);
  await browser.run('localStorage.clear()');
  await browser.assertQuiet();
});

test('a text in the preview leads to its field, from any view', async () => {
  await page.come();
  await page.openFile(SOCIAL);
  await browser.until(`${STAGE} return root.querySelector('.card') !== null`);
  await page.view('publish');
  await click(SOCIAL.title);
  await at('/title');
  await click(SOCIAL.intro);
  await at('/intro');
  await click(SOCIAL.misconceptions[0].statements[0].text);
  await at('/misconceptions/0/statements/0/text');
  await page.press('believes it all');
  await browser.until(`${STAGE} return root.querySelector('.result') !== null`);
  await browser.run(`${STAGE} for (const it of root.querySelectorAll('details')) it.open = true`);
  await click(SOCIAL.misconceptions[0].refutation.fact);
  await at('/misconceptions/0/refutation/fact');
  await click(SOCIAL.misconceptions[1].refutation.whyWrong);
  await at('/misconceptions/1/refutation/whyWrong');
  const [source] = SOCIAL.misconceptions[0].sources;
  await click(source.title);
  await at('/misconceptions/0/sources/0/title');
  assert.match(
    await browser.run('return location.pathname'),
    /studio\.html$/,
    'a link in the preview leads nowhere else',
  );
  await browser.assertQuiet();
});

test('the preview reacts like the widget when a reader uses it', async () => {
  await page.come();
  await page.openFile(small());
  await browser.until(`${STAGE} return root.querySelector('.card') !== null`);
  await page.view('look');
  await browser.run(`${STAGE} root.querySelector('.answer').click()`);
  await browser.until(`return Object.keys(document.querySelector('misconception-scorecard').answers).length === 1`);
  assert.equal(await browser.run(`return document.querySelector('.views [aria-current]').innerText`), 'Look');
  await browser.assertQuiet();
});

test('by keyboard, a list of the visible texts leads to the fields', async () => {
  await page.come();
  await page.openFile(small());
  await browser.until(`${STAGE} return root.querySelector('.card') !== null`);
  await page.press('Click a text to change it, or choose it here');
  const listed = `return [...document.querySelectorAll('#shown-here button')].map((it) => it.innerText)`;
  await browser.until(`return (() => { ${listed} })().length > 0`, 'the list');
  assert.deepEqual(await browser.run(listed), ['Title', 'Statement 1, “Misconception 1”']);
  await browser.run(`document.querySelectorAll('#shown-here button')[1].focus()`);
  await browser.press(Key.ENTER);
  await at('/misconceptions/0/statements/0/text');
  await browser.assertQuiet();
});

test('a translated text in the preview leads to the field beside the original', async () => {
  await page.come();
  await page.openFile(small({ translations: { nb: { title: 'Liten', statements: { s1: 'Påstand 1.' } } } }));
  await browser.until(`return document.querySelector('.see [name=lang]') !== null`);
  await browser.run(
    `const control = document.querySelector('.see [name=lang]'); control.value = 'nb';
    control.dispatchEvent(new Event('change', { bubbles: true }))`,
  );
  await page.titled('Liten');
  await click('Påstand 1.');
  await at('/translations/nb/statements/s1');
  await browser.assertQuiet();
});

test('on a phone a text in the preview leads to its field too', async () => {
  await page.come({ size: [360, 740] });
  await page.openFile(small());
  await page.view('see');
  await browser.until(`${STAGE} return root.querySelector('.card') !== null`);
  await click('Statement 1.');
  await at('/misconceptions/0/statements/0/text');
  await browser.assertQuiet();
});

test('what is said over the preview is gone once the preview moves on or something is written', async () => {
  const document = small();
  document.misconceptions[0] = { ...document.misconceptions[0], name: 'Honeybees are endangered.' };
  await page.come();
  await page.openFile(document);
  await page.checked();
  await page.section('Honeybees are endangered.');
  const show = async () => {
    await page.press('Preview Statement 1');
    await page.says('.said p', 'Shown below: Statement 1, “Statement 1.”');
  };
  await show();
  await browser.run(`${STAGE} root.querySelector('.answers input').click()`);
  await page.says('.said p', '');
  await show();
  await page.type('Statement 1', 'Another');
  await page.says('.said p', '');
  await page.press('Preview the correction of misconception 1');
  await page.says('.said p', 'Shown below: The correction, “Honeybees are endangered”');
  await browser.assertQuiet();
});
