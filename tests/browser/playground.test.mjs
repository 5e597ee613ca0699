/**
 * The playground, as an author writes in it: what is typed is checked, marked and shown. Knows www/playground.html;
 * how a place in a text is found, tests/package/playground.test.mjs knows.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ENGINE, Key, ROOT, small, start } from './harness.mjs';
import { SLIPS, SOCIAL, TRANSLATED, stage } from './playground-stage.mjs';

let browser;
let playground;
before(async () => {
  browser = await start();
  playground = stage(browser);
});
after(() => browser?.close());

/** With advice, and nothing that is wrong. */
const NO_FACT = small({ title: 'Only myths' });

test('a slip is marked and listed while the widget stays, and all that goes when it is mended', async () => {
  await playground.come();
  await browser.ready();
  await playground.focusEditor();
  await browser.press(Key.ARROW_DOWN, Key.END, 'x');
  await playground.says('#count', '1 error');
  assert.deepEqual(await playground.listed(), [['Error', 'Line 2']]);
  const marked = `return [...document.querySelectorAll('.cm-lintRange-error')].map((it) => it.textContent)`;
  assert.deepEqual(await browser.run(marked), ['x']);
  assert.equal(await browser.run(`return document.querySelectorAll('.cm-lint-marker-error').length`), 1);
  assert.equal(await playground.text('#state'), 'This is the last version without errors.');
  assert.equal(await playground.title(), 'What do you believe about social media in business?');
  await browser.until(`return document.querySelector('#live').textContent === '1 error'`, 'it is read out');
  await browser.press(Key.BACK_SPACE);
  await playground.says('#count', 'No problems');
  assert.deepEqual(await playground.listed(), []);
  assert.equal(await browser.run(`return document.querySelectorAll('.cm-lintRange, .cm-lint-marker').length`), 0);
  assert.equal(await playground.text('#state'), '');
  await browser.assertQuiet();
});

test('an error differs from advice in word and shape, and only the error holds the preview back', async () => {
  await playground.come();
  await playground.openFile(NO_FACT);
  await browser.until(`return document.querySelector('#problems .advice') !== null`);
  assert.doesNotMatch(await playground.text('#count'), /error/);
  await playground.titled('Only myths');
  const shape = (selector) =>
    browser.run(
      `const { content, borderRadius } = getComputedStyle(document.querySelector(arguments[0]), '::before');
      return [content, borderRadius]`,
      selector,
    );
  const [advice, adviceMark] = [await shape('.severity.advice'), await shape('.cm-lint-marker-info')];
  await playground.openFile(SLIPS, 'slips.json');
  await playground.says('#count', '2 errors');
  const [error, errorMark] = [await shape('.severity.error'), await shape('.cm-lint-marker-error')];
  for (const [one, other] of [
    [advice, error],
    [adviceMark, errorMark],
  ]) {
    assert.notEqual(one[0], other[0]);
    assert.notEqual(one[1], other[1]);
  }
  assert.equal(await playground.title(), 'Only myths');
  await browser.assertQuiet();
});

test('a problem in the list leads to its place, and F8 to the next and round', async () => {
  await playground.come();
  await playground.openFile(SLIPS);
  await playground.says('#count', '2 errors');
  assert.deepEqual(await playground.listed(), [
    ['Error', 'Line 7'],
    ['Error', 'Line 13'],
  ]);
  const selected = `return document.activeElement === document.querySelector('.cm-content') && String(getSelection())`;
  await playground.click('#problems li:last-child .jump');
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

test('the word that was probably meant is a button away', async () => {
  await playground.come();
  await playground.openFile(SLIPS);
  await playground.says('#count', '2 errors');
  assert.equal(await playground.text('#problems .mend'), 'Change to “intro”');
  await playground.click('#problems .mend');
  await playground.says('#count', '1 error');
  assert.match((await playground.lines())[6], /^ {2}"intro": "Say/);
  await playground.click('#problems .mend');
  await playground.says('#count', 'No problems');
  await browser.assertQuiet();
});

test('the widget follows what is typed and keeps the answers that still fit', async () => {
  // Wide, for End goes to where a long line is broken.
  await playground.come({ size: [1800, 900] });
  await playground.choose('layout', 'list');
  await browser.until(`${ROOT} return root.querySelectorAll('fieldset').length === 10`);
  await browser.run(`${ROOT} root.querySelectorAll('input')[3].click()`);
  await playground.focusEditor();
  for (let line = 1; line < 6; line++) await browser.press(Key.ARROW_DOWN);
  await browser.press(Key.END, Key.ARROW_LEFT, Key.ARROW_LEFT, '!');
  await playground.titled('What do you believe about social media in business?!');
  const answers = `return document.querySelector('misconception-scorecard').answers`;
  assert.deepEqual(await browser.run(answers), { 'mc-1': { agreement: 4 } });
  const fewer = JSON.parse(SOCIAL);
  fewer.misconceptions.length = 2;
  await playground.openFile(fewer);
  await browser.until(`${ROOT} return root.querySelectorAll('fieldset').length === 4`);
  assert.deepEqual(await browser.run(answers), { 'mc-1': { agreement: 4 } });
  const other = JSON.parse(SOCIAL);
  other.scale = { points: 2 };
  await playground.openFile(other, 'other.json');
  await browser.until(`${ROOT} return root.querySelectorAll('fieldset').length === 10`);
  assert.deepEqual(await browser.run(answers), {});
  await browser.assertQuiet();
});

test('language, theme and layout can be tried, and the snippet follows', async () => {
  await playground.come();
  await playground.openFile(TRANSLATED);
  await browser.until(`return document.querySelector('[name=lang]').options.length === 3`);
  const offered = `return [...document.querySelectorAll('[name=lang] option')].map((it) => [it.text, it.disabled])`;
  assert.deepEqual(await browser.run(offered), [
    ['English', false],
    ['Norwegian Bokmål', false],
    ['Swedish, in a file of its own', true],
  ]);
  await playground.titled('Small');
  await playground.choose('lang', 'nb');
  await playground.titled('Liten');
  await playground.choose('layout', 'list');
  await browser.until(`${ROOT} return root.querySelectorAll('fieldset').length === 2`);
  await playground.choose('theme', 'dark');
  const background = `${ROOT} return getComputedStyle(root.querySelector('.panel')).backgroundColor`;
  const dark = await browser.run(background);
  await playground.choose('theme', 'light');
  assert.notEqual(await browser.run(background), dark);
  const tag = '<misconception-scorecard src="small.json" lang="nb" theme="light" layout="list">';
  assert.equal((await playground.text('#snippet')).split('\n')[1], tag);
  assert.ok(!browser.requests.some((path) => path.includes('small')), 'nothing is asked for');
  await browser.assertQuiet();
});

test('Tab indents, and after Escape it leaves the editor', async () => {
  await playground.come();
  await playground.focusEditor();
  await browser.press(Key.TAB);
  assert.equal((await playground.lines())[0], '  {');
  assert.equal(await browser.run(`return document.activeElement.className.includes('cm-content')`), true);
  await browser.press(Key.ESCAPE);
  await browser.press(Key.TAB);
  await browser.until(`return !document.querySelector('#editor').contains(document.activeElement)`);
  assert.equal((await playground.lines())[0], '  {');
  assert.match(await playground.text('#keys'), /press Escape, then Tab/);
  await browser.assertQuiet();
});

test('the keys and words of the format are offered at the cursor', async () => {
  await playground.come();
  await playground.openFile('{\n  "format": "1.0",\n  "misconceptions": [{ "statements": [{ "key": "" }] }]\n}\n');
  await playground.focusEditor();
  await browser.press(Key.ARROW_DOWN, Key.END, Key.ENTER, '"');
  const options = `return [...document.querySelectorAll('.cm-completionLabel')].map((it) => it.textContent)`;
  const keys = await browser.until(`const all = (() => { ${options} })(); return all.length > 0 && all`, 'keys');
  assert.deepEqual(keys.slice(0, 4).toSorted(), ['id', 'lang', 'title', 'version'], 'what is needed comes first');
  assert.ok(keys.includes('outcomes') && !keys.includes('format') && !keys.includes('statements'), String(keys));
  await browser.press('titl');
  await browser.until(`const all = (() => { ${options} })(); return String(all) === 'title'`);
  // Keys that come at once are taken for more of the word.
  await new Promise((later) => setTimeout(later, 200));
  await browser.press(Key.ENTER);
  const third = `return document.querySelectorAll('.cm-line')[2].textContent`;
  await browser.until(`${third} === '  "title": "",'`, 'the key with its marks');
  await browser.press('Mine', Key.ARROW_DOWN, Key.END);
  for (let back = 0; back < 7; back++) await browser.press(Key.ARROW_LEFT);
  await playground.control(' ', 32);
  const words = await browser.until(`const all = (() => { ${options} })(); return all.length > 0 && all`, 'words');
  assert.deepEqual(words, ['myth', 'fact']);
  await new Promise((later) => setTimeout(later, 200));
  await browser.press(Key.ENTER);
  await browser.until(`return document.querySelectorAll('.cm-line')[3].textContent.includes('"key": "myth" }')`);
  await browser.assertQuiet();
});

test('how somebody fares who answers without reading is told, and hidden while there are errors', async () => {
  await playground.come();
  await browser.ready();
  const habits = await playground.text('#habits');
  const told = [
    'Somebody who answers at random holds or leans towards 1.4 of the 5 misconceptions on average.',
    'Somebody who agrees with every statement holds none.',
    'Somebody who disagrees with every statement holds none.',
  ];
  assert.equal(habits.split('\n')[0], told.join(' '));
  const rows = await browser.run(`return [...document.querySelectorAll('#habits table')].map((it) => it.rows.length)`);
  assert.deepEqual(rows, [6, 5]);
  await playground.openFile(SLIPS);
  await playground.says('#count', '2 errors');
  assert.equal(await browser.run(`return document.querySelector('#habits').checkVisibility()`), false);
  await browser.assertQuiet();
});

test('hundreds of problems are counted, and the first hundred listed', async () => {
  await playground.come();
  const many = small();
  const statement = (_, index) => ({ id: `x${index}`, text: 'X.', key: 'mth' });
  many.misconceptions[0].statements = Array.from({ length: 300 }, statement);
  await playground.openFile(many);
  await browser.until(`return document.querySelector('#count').textContent.startsWith('300 errors')`);
  assert.equal(await browser.run(`return document.querySelectorAll('#problems li').length`), 101);
  assert.match(await playground.text('#problems li:last-child'), /^And \d+ more/);
  await browser.assertQuiet();
});

for (const scheme of ['light', 'dark']) {
  test(`axe finds nothing with problems, a preview and completions on the page: ${scheme}`, async () => {
    await playground.come({ scheme });
    await playground.openFile({ ...NO_FACT, titel: 'X' });
    await browser.until(`return document.querySelectorAll('#problems .error, #problems .advice').length > 1`);
    await playground.focusEditor();
    // Few enough that the list does not scroll: it is scrolled by the arrows, and axe looks for a focus in it.
    await browser.press(Key.ARROW_DOWN, Key.END, Key.ENTER, '"s');
    await browser.until(`return document.querySelector('.cm-tooltip-autocomplete') !== null`);
    assert.deepEqual(await browser.axe(), []);
    await browser.assertQuiet();
  });
}

test('on a phone all is there, one below the other, and nothing scrolls sideways', async () => {
  await playground.come({ size: [320, 640] });
  await browser.ready();
  await playground.openFile(SLIPS);
  await playground.says('#count', '2 errors');
  const sizes = `const it = document.documentElement; return it.scrollWidth - it.clientWidth`;
  assert.ok((await browser.run(sizes)) <= 0);
  await playground.openFile(SOCIAL, 'again.json');
  await playground.says('#count', 'No problems');
  assert.ok((await browser.run(sizes)) <= 0);
  const tops = await browser.run(`return ['#editor', '#count', '#stage', '#habits', '#snippet'].map((it) =>
    document.querySelector(it).getBoundingClientRect().top)`);
  assert.deepEqual(
    tops,
    tops.toSorted((one, other) => one - other),
  );
  await browser.assertQuiet();
});

const KNOWS_NONE = ENGINE === 'webkit' && 'WebKitGTK knows no forced colours';
test('with forced colours the marks have an edge that is seen', { skip: KNOWS_NONE }, async () => {
  await playground.come({ forced: true });
  await playground.openFile(SLIPS);
  await playground.says('#count', '2 errors');
  const mark = `getComputedStyle(document.querySelector('.cm-lint-marker-error'), '::before')`;
  assert.match(await browser.run(`return ${mark}.borderTopColor`), /^rgb\(\d+, \d+, \d+\)$/);
  await browser.assertQuiet();
});
