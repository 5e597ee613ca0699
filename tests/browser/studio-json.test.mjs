/**
 * The studio's JSON tab while an author writes in it: what is typed is checked, marked and shown.
 * Knows www/studio.html. tests/package/studio-json.test.mjs tests how a place in a text is found,
 * studio-json-files.test.mjs how a questionnaire comes and goes.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ENGINE, Key, small, start } from './harness.mjs';
import { SLIPS, SOCIAL, TRANSLATED, jsonTab } from './studio-json-stage.mjs';
import { STAGE } from './studio-stage.mjs';

let browser;
let tab;
before(async () => {
  browser = await start();
  tab = jsonTab(browser);
});
after(() => browser?.close());

/** A questionnaire with advice and no errors. */
const NO_FACT = small({ title: 'Only myths' });

test('a mistake is marked and listed while the widget stays, until it is corrected', async () => {
  await tab.come();
  await tab.fieldsets(1);
  await tab.focusEditor();
  await browser.press(Key.ARROW_DOWN, Key.END, 'x');
  await tab.says('#count', '1 error');
  assert.deepEqual(await tab.listed(), [['Error', 'Line 2']]);
  const marked = `return [...document.querySelectorAll('.cm-lintRange-error')].map((it) => it.textContent)`;
  assert.deepEqual(await browser.run(marked), ['x']);
  assert.equal(await browser.run(`return document.querySelectorAll('.cm-lint-marker-error').length`), 1);
  assert.equal(await tab.text('#state'), 'This is the last version without errors.');
  assert.equal(await tab.title(), 'What do you believe about social media in business?');
  await browser.until(`return document.querySelector('#live').textContent === '1 error'`, 'it is announced');
  await browser.press(Key.BACK_SPACE);
  await tab.says('#count', 'No problems');
  assert.deepEqual(await tab.listed(), []);
  assert.equal(await browser.run(`return document.querySelectorAll('.cm-lintRange, .cm-lint-marker').length`), 0);
  assert.equal(await tab.text('#state'), '');
  await browser.assertQuiet();
});

test('an error differs from advice in wording and shape, and only an error stops the preview', async () => {
  await tab.come();
  await tab.openFile(NO_FACT);
  await browser.until(`return document.querySelector('#problems .advice') !== null`);
  assert.doesNotMatch(await tab.text('#count'), /error/);
  await tab.titled('Only myths');
  const shape = (selector) =>
    browser.run(
      `const { content, borderRadius } = getComputedStyle(document.querySelector(arguments[0]), '::before');
      return [content, borderRadius]`,
      selector,
    );
  const [advice, adviceMark] = [await shape('.severity.advice'), await shape('.cm-lint-marker-info')];
  await tab.paste(SLIPS);
  await tab.says('#count', '2 errors');
  await browser.until(`return document.querySelector('.cm-lint-marker-error') !== null`);
  const [error, errorMark] = [await shape('.severity.error'), await shape('.cm-lint-marker-error')];
  for (const [one, other] of [
    [advice, error],
    [adviceMark, errorMark],
  ]) {
    assert.notEqual(one[0], other[0]);
    assert.notEqual(one[1], other[1]);
  }
  assert.equal(await tab.title(), 'Only myths');
  await browser.assertQuiet();
});

test('a problem in the list leads to its position, and F8 goes to the next one and around', async () => {
  await tab.come();
  await tab.openFile(SLIPS);
  await tab.says('#count', '2 errors');
  assert.deepEqual(await tab.listed(), [
    ['Error', 'Line 7'],
    ['Error', 'Line 13'],
  ]);
  const selected = `return document.activeElement === document.querySelector('.cm-content') && String(getSelection())`;
  await tab.click('#problems li:last-child .jump');
  assert.equal(await browser.run(selected), '"mth"');
  for (const [key, wanted] of [
    [Key.F8, '"introo"'],
    [Key.F8, '"mth"'],
  ]) {
    await browser.press(key);
    assert.equal(await browser.run(selected), wanted);
  }
  assert.match(await browser.run(`return document.querySelector('#live').textContent`), /^Error .*"mth"/);
  await browser.assertQuiet();
});

test('a button replaces a word by the one that was probably meant', async () => {
  await tab.come();
  await tab.openFile(SLIPS);
  await tab.says('#count', '2 errors');
  assert.equal(await tab.text('#problems .mend'), 'Change to “intro”');
  await tab.click('#problems .mend');
  await tab.says('#count', '1 error');
  assert.match((await tab.lines())[6], /^ {2}"intro": "Say/);
  await tab.click('#problems .mend');
  await tab.says('#count', 'No problems');
  await browser.assertQuiet();
});

test('the preview follows the text and keeps the answers that still fit', async () => {
  // A wide window, because End goes to the end of the visual line and long lines wrap.
  await tab.come({ size: [1800, 900] });
  await tab.look('Statements', 'All at once');
  await tab.fieldsets(10);
  await browser.run(`${STAGE} root.querySelectorAll('input')[3].click()`);
  await tab.focusEditor();
  for (let line = 1; line < 6; line++) await browser.press(Key.ARROW_DOWN);
  await browser.press(Key.END, Key.ARROW_LEFT, Key.ARROW_LEFT, '!');
  await tab.titled('What do you believe about social media in business?!');
  const answers = `return document.querySelector('misconception-scorecard').answers`;
  assert.deepEqual(await browser.run(answers), { 'mc-1': { agreement: 4 } });
  const fewer = JSON.parse(SOCIAL);
  fewer.misconceptions.length = 2;
  await tab.paste(fewer);
  await tab.fieldsets(4);
  assert.deepEqual(await browser.run(answers), { 'mc-1': { agreement: 4 } });
  const other = JSON.parse(SOCIAL);
  other.scale = { points: 2 };
  await tab.paste(other);
  await tab.fieldsets(10);
  assert.deepEqual(await browser.run(answers), {});
  await browser.assertQuiet();
});

test('language, theme and layout can be tried in the preview, and the snippet follows', async () => {
  await tab.come();
  await tab.openFile(TRANSLATED);
  await browser.until(`return document.querySelector('.see [name=lang]')?.options.length === 2`);
  const offered = `return [...document.querySelectorAll('.see [name=lang] option')].map((it) => it.text)`;
  assert.deepEqual(
    await browser.run(offered),
    ['English', 'Norwegian Bokmål'],
    'no language whose translation is another file',
  );
  await tab.titled('Small');
  await tab.pick('lang', 'nb');
  await tab.titled('Liten');
  await tab.look('Statements', 'All at once');
  await tab.fieldsets(2);
  await tab.pick('theme', 'dark');
  const background = `${STAGE} return getComputedStyle(root.querySelector('.panel')).backgroundColor`;
  const dark = await browser.run(background);
  await tab.pick('theme', 'light');
  await browser.until(`return (() => { ${background} })() !== arguments[0]`, 'another background', dark);
  await tab.view('publish');
  await tab.press('Other ways');
  await tab.press('For developers Hugo, Jekyll, Eleventy, Next.js, Vue …');
  await tab.look('Light or dark', 'Light');
  await tab.view('publish');
  const tag = '<misconception-scorecard src="small.json" lang="en" layout="list" theme="light">';
  await browser.until(
    `return [...document.querySelectorAll('.snippet code')].at(-1)?.innerText.split('\\n')[1] === arguments[0]`,
    tag,
    tag,
  );
  assert.ok(!browser.requests.some((path) => path.includes('small')), 'nothing is requested');
  await browser.assertQuiet();
});

test('Tab indents, and after Escape it leaves the editor', async () => {
  await tab.come();
  await tab.focusEditor();
  await browser.press(Key.TAB);
  assert.equal((await tab.lines())[0], '  {');
  assert.equal(await browser.run(`return document.activeElement.className.includes('cm-content')`), true);
  await browser.press(Key.ESCAPE);
  await browser.press(Key.TAB);
  await browser.until(`return !document.querySelector('#editor').contains(document.activeElement)`);
  assert.equal((await tab.lines())[0], '  {');
  assert.match(await tab.text('#keys'), /press Escape, then Tab/);
  await browser.assertQuiet();
});

test('the keys and values of the format are offered at the cursor', async () => {
  await tab.come();
  await tab.openFile('{\n  "format": "1.0",\n  "misconceptions": [{ "statements": [{ "key": "" }] }]\n}\n');
  await tab.focusEditor();
  await browser.press(Key.ARROW_DOWN, Key.END, Key.ENTER, '"');
  const options = `return [...document.querySelectorAll('.cm-completionLabel')].map((it) => it.textContent)`;
  const keys = await browser.until(`const all = (() => { ${options} })(); return all.length > 0 && all`, 'keys');
  assert.deepEqual(keys.slice(0, 4).toSorted(), ['id', 'lang', 'title', 'version'], 'required keys come first');
  assert.ok(keys.includes('outcomes') && !keys.includes('format') && !keys.includes('statements'), String(keys));
  await browser.press('titl');
  await browser.until(`const all = (() => { ${options} })(); return String(all) === 'title'`);
  // Without a pause, the editor takes the key as part of the word.
  await new Promise((later) => setTimeout(later, 200));
  await browser.press(Key.ENTER);
  const third = `return document.querySelectorAll('.cm-line')[2].textContent`;
  await browser.until(`${third} === '  "title": "",'`, 'the key with its quotes');
  await browser.press('Mine', Key.ARROW_DOWN, Key.END);
  for (let back = 0; back < 7; back++) await browser.press(Key.ARROW_LEFT);
  await tab.control(' ', 32);
  const words = await browser.until(`const all = (() => { ${options} })(); return all.length > 0 && all`, 'words');
  assert.deepEqual(words, ['myth', 'fact']);
  await new Promise((later) => setTimeout(later, 200));
  await browser.press(Key.ENTER);
  await browser.until(`return document.querySelectorAll('.cm-line')[3].textContent.includes('"key": "myth" }')`);
  await browser.assertQuiet();
});

test('the results of answering without reading are shown, and hidden while there are errors', async () => {
  await tab.come();
  await tab.fieldsets(1);
  await browser.run(`document.querySelector('#without-reading').open = true`);
  const habits = await tab.text('#habits');
  const told = [
    'A reader who answers at random holds or leans towards 1.4 of the 5 misconceptions on average.',
    'A reader who agrees with every statement holds none.',
    'A reader who disagrees with every statement holds none.',
  ];
  assert.equal(habits.split('\n')[0], told.join(' '));
  const rows = await browser.run(`return [...document.querySelectorAll('#habits table')].map((it) => it.rows.length)`);
  assert.deepEqual(rows, [6, 5]);
  await tab.paste(SLIPS);
  await tab.says('#count', '2 errors');
  await browser.until(`return document.querySelector('#habits') === null`);
  await browser.assertQuiet();
});

test('of hundreds of problems, the first hundred are listed and all counted', async () => {
  await tab.come();
  const many = small();
  const statement = (_, index) => ({ id: `x${index}`, text: 'X.', key: 'mth' });
  many.misconceptions[0].statements = Array.from({ length: 300 }, statement);
  await tab.openFile(many);
  await browser.until(`return document.querySelector('#count').textContent.startsWith('300 errors')`);
  assert.equal(await browser.run(`return document.querySelectorAll('#problems li').length`), 101);
  assert.match(await tab.text('#problems li:last-child'), /^And \d+ more/);
  await browser.assertQuiet();
});

for (const scheme of ['light', 'dark']) {
  test(`axe finds nothing with problems, a preview and completions on the page: ${scheme}`, async () => {
    await tab.come({ scheme });
    await tab.openFile({ ...NO_FACT, titel: 'X' });
    await browser.until(`return document.querySelectorAll('#problems .error, #problems .advice').length > 1`);
    await tab.focusEditor();
    // The prefix leaves so few options that the list does not scroll. axe would report a scrolling
    // list that cannot take the focus, although the arrow keys scroll it.
    await browser.press(Key.ARROW_DOWN, Key.END, Key.ENTER, '"s');
    await browser.until(`return document.querySelector('.cm-tooltip-autocomplete') !== null`);
    assert.deepEqual(await browser.axe(), []);
    await browser.assertQuiet();
  });
}

test('on a phone everything is there, one below the other, and nothing scrolls sideways', async () => {
  await tab.come({ size: [320, 640] });
  await tab.openFile(SLIPS);
  await tab.says('#count', '2 errors');
  const sizes = `const it = document.documentElement; return it.scrollWidth - it.clientWidth`;
  assert.ok((await browser.run(sizes)) <= 0);
  await tab.paste(SOCIAL);
  await tab.says('#count', 'No problems');
  assert.ok((await browser.run(sizes)) <= 0);
  const tops = await browser.run(`return ['.views', '#editor', '#count', '#keys'].map((it) =>
    document.querySelector(it).getBoundingClientRect().top)`);
  assert.deepEqual(
    tops,
    tops.toSorted((one, other) => one - other),
  );
  await browser.assertQuiet();
});

const KNOWS_NONE = ENGINE === 'webkit' && 'WebKitGTK knows no forced colours';
test('with forced colours the marks have a visible edge', { skip: KNOWS_NONE }, async () => {
  await tab.come({ forced: true });
  await tab.openFile(SLIPS);
  await tab.says('#count', '2 errors');
  const mark = `getComputedStyle(document.querySelector('.cm-lint-marker-error'), '::before')`;
  assert.match(await browser.run(`return ${mark}.borderTopColor`), /^rgb\(\d+, \d+, \d+\)$/);
  await browser.assertQuiet();
});
