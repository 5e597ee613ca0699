/**
 * The JSON tab of the studio, as an author writes in it: what is typed is checked, marked and shown; how a questionnaire comes to it
 * and leaves it. Knows www/studio.html; how a place in a text is found, tests/package/studio-json.test.mjs knows.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ENGINE, Key, small, start } from './harness.mjs';
import { SLIPS, SOCIAL, TRANSLATED, jsonTab } from './studio-json-stage.mjs';
import { STAGE, read } from './studio-stage.mjs';

let browser;
let tab;
before(async () => {
  browser = await start();
  tab = jsonTab(browser);
});
after(() => browser?.close());

/** With advice, and nothing that is wrong. */
const NO_FACT = small({ title: 'Only myths' });

test('a slip is marked and listed while the widget stays, and all that goes when it is mended', async () => {
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
  await browser.until(`return document.querySelector('#live').textContent === '1 error'`, 'it is read out');
  await browser.press(Key.BACK_SPACE);
  await tab.says('#count', 'No problems');
  assert.deepEqual(await tab.listed(), []);
  assert.equal(await browser.run(`return document.querySelectorAll('.cm-lintRange, .cm-lint-marker').length`), 0);
  assert.equal(await tab.text('#state'), '');
  await browser.assertQuiet();
});

test('an error differs from advice in word and shape, and only the error holds the preview back', async () => {
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

test('a problem in the list leads to its place, and F8 to the next and round', async () => {
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

test('the word that was probably meant is a button away', async () => {
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

test('the widget follows what is typed and keeps the answers that still fit', async () => {
  // Wide, for End goes to where a long line is broken.
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

test('language, theme and layout can be tried, and the snippet follows', async () => {
  await tab.come();
  await tab.openFile(TRANSLATED);
  await browser.until(`return document.querySelector('.see [name=lang]')?.options.length === 2`);
  const offered = `return [...document.querySelectorAll('.see [name=lang] option')].map((it) => it.text)`;
  assert.deepEqual(await browser.run(offered), ['English', 'Norwegian Bokmål'], 'no language that is a file elsewhere');
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
  await tab.press('A site that is built Hugo, Jekyll, Eleventy, Next.js, Vue …');
  await tab.look('Light or dark', 'Light');
  await tab.view('publish');
  await tab.press('A site that is built Hugo, Jekyll, Eleventy, Next.js, Vue …');
  const tag = '<misconception-scorecard src="small.json" lang="en" layout="list" theme="light">';
  await browser.until(
    `return [...document.querySelectorAll('.snippet code')].at(-1)?.innerText.split('\\n')[1] === arguments[0]`,
    tag,
    tag,
  );
  assert.ok(!browser.requests.some((path) => path.includes('small')), 'nothing is asked for');
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

test('the keys and words of the format are offered at the cursor', async () => {
  await tab.come();
  await tab.openFile('{\n  "format": "1.0",\n  "misconceptions": [{ "statements": [{ "key": "" }] }]\n}\n');
  await tab.focusEditor();
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
  await tab.control(' ', 32);
  const words = await browser.until(`const all = (() => { ${options} })(); return all.length > 0 && all`, 'words');
  assert.deepEqual(words, ['myth', 'fact']);
  await new Promise((later) => setTimeout(later, 200));
  await browser.press(Key.ENTER);
  await browser.until(`return document.querySelectorAll('.cm-line')[3].textContent.includes('"key": "myth" }')`);
  await browser.assertQuiet();
});

test('how somebody fares who answers without reading is told, and hidden while there are errors', async () => {
  await tab.come();
  await tab.fieldsets(1);
  await browser.run(`document.querySelector('#without-reading').open = true`);
  const habits = await tab.text('#habits');
  const told = [
    'Somebody who answers at random holds or leans towards 1.4 of the 5 misconceptions on average.',
    'Somebody who agrees with every statement holds none.',
    'Somebody who disagrees with every statement holds none.',
  ];
  assert.equal(habits.split('\n')[0], told.join(' '));
  const rows = await browser.run(`return [...document.querySelectorAll('#habits table')].map((it) => it.rows.length)`);
  assert.deepEqual(rows, [6, 5]);
  await tab.paste(SLIPS);
  await tab.says('#count', '2 errors');
  await browser.until(`return document.querySelector('#habits') === null`);
  await browser.assertQuiet();
});

test('hundreds of problems are counted, and the first hundred listed', async () => {
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
    // Few enough that the list does not scroll: it is scrolled by the arrows, and axe looks for a focus in it.
    await browser.press(Key.ARROW_DOWN, Key.END, Key.ENTER, '"s');
    await browser.until(`return document.querySelector('.cm-tooltip-autocomplete') !== null`);
    assert.deepEqual(await browser.axe(), []);
    await browser.assertQuiet();
  });
}

test('on a phone all is there, one below the other, and nothing scrolls sideways', async () => {
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
test('with forced colours the marks have an edge that is seen', { skip: KNOWS_NONE }, async () => {
  await tab.come({ forced: true });
  await tab.openFile(SLIPS);
  await tab.says('#count', '2 errors');
  const mark = `getComputedStyle(document.querySelector('.cm-lint-marker-error'), '::before')`;
  assert.match(await browser.run(`return ${mark}.borderTopColor`), /^rgb\(\d+, \d+, \d+\)$/);
  await browser.assertQuiet();
});

test('the playground’s address leads to the studio', async () => {
  await browser.visit('/playground.html');
  await browser.until(`return location.pathname === '/studio.html' && document.querySelector('.starting') !== null`);
  await browser.assertQuiet();
});

test('an example is open with no problems, and undo brings back what was there', async () => {
  await tab.come();
  assert.equal(await tab.text('#count'), 'No problems');
  assert.equal((await tab.lines())[2], '  "id": "social-media",');
  await tab.titled('What do you believe about social media in business?');
  for (const [example, id] of [
    ['media.nb', 'social-media'],
    ['studying', 'studying'],
    ['neuromyths', 'neuromyths'],
    ['kitchen', 'kitchen'],
  ]) {
    await tab.openFile(small({ title: 'Mine' }));
    await tab.press('All scorecards');
    await tab.click(`[data-example$="${example}.json"]`);
    await tab.says('#said', /is open\.$/);
    await tab.view('json');
    await tab.open();
    await tab.identified(id);
    assert.doesNotMatch(await tab.text('#count'), /error/);
    await tab.press('Undo');
    await tab.press('Undo');
    await tab.view('json');
    await tab.open();
    await tab.identified('small');
  }
  await browser.assertQuiet();
});

test('undo in the editor is the undo of all, and what fields change is in the JSON', async () => {
  await tab.come();
  await tab.focusEditor();
  await browser.press(Key.END, 'x');
  await tab.says('#count', '1 error');
  await tab.control('z', 90);
  await tab.says('#count', 'No problems');
  assert.equal((await tab.lines())[0], '{');
  await tab.view('write');
  await tab.section('Title and introduction');
  await tab.type('Title', 'Mine');
  await tab.view('json');
  await tab.open();
  assert.ok((await tab.lines()).some((line) => line === '  "title": "Mine",'));
  await tab.control('z', 90);
  await browser.until(
    `return document.querySelector('h1').innerText === 'What do you believe about social media in business?'`,
  );
  await browser.assertQuiet();
});

test('while the JSON cannot be read, the fields say so, and lead back', async () => {
  await tab.come();
  await tab.focusEditor();
  await browser.press(Key.END, 'x');
  await tab.says('#count', '1 error');
  await tab.view('write');
  await tab.says('.work h2', 'The JSON cannot be read at the moment');
  await tab.press('To the JSON');
  await tab.open();
  assert.equal((await tab.lines())[0], '{x');
  await browser.assertQuiet();
});

test('an example that does not come leaves all as it was', async () => {
  browser.serve('/examples/kitchen.json', 'Gone', { status: 404, type: 'text/plain' });
  await tab.come();
  await tab.press('All scorecards');
  await tab.click('[data-example$="kitchen.json"]');
  await tab.says('#said', 'This example could not be loaded. What you have written is as it was.');
  browser.unserve('/examples/kitchen.json');
  await tab.press('Undo');
  await browser.until(
    `return document.querySelector('h1').innerText === 'What do you believe about social media in business?'`,
  );
  assert.deepEqual(await browser.console(), []);
});

test('a file can be dropped on the page; one that is far too large is not read', async () => {
  await tab.come();
  const drop = (size) =>
    browser.run(
      `const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([arguments[0].padEnd(arguments[1])], 'dropped.json'));
      const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
      // One engine forgets what it was given.
      if (!event.dataTransfer?.files.length) Object.defineProperty(event, 'dataTransfer', { value: dataTransfer });
      (document.querySelector('.cm-content') ?? document.body).dispatchEvent(event);
      return event.defaultPrevented`,
      JSON.stringify(small({ title: 'Dropped' })),
      size,
    );
  assert.equal(await drop(0), true);
  await tab.titled('Dropped');
  assert.equal(await drop(5e6), true);
  await tab.says('#said', '“dropped.json” is too large to be a questionnaire. It may be 1 MB at most.');
  assert.equal(await tab.text('h1'), 'Dropped');
  await browser.assertQuiet();
});

test('what is written is saved under its id, as it was written, also while it has errors', async () => {
  await tab.come();
  await tab.catchSaves();
  await tab.press('Save a file');
  const { name, type, bytes } = await tab.saved();
  assert.deepEqual([name, type, String(bytes)], ['social-media.json', 'application/json', SOCIAL]);
  const broken = `${JSON.stringify({ id: '../a b' }, null, 1)},`;
  await tab.paste(broken);
  await tab.says('#count', /error/);
  await tab.control('s', 83);
  const again = await tab.saved();
  assert.deepEqual([again.name, String(again.bytes)], ['a-b.json', broken]);
  await tab.says('#said', 'Saved as “a-b.json”, where your browser puts downloads.');
  await browser.assertQuiet();
});

test('the snippet works where it is pasted: with a file beside the page, and with all inside', async () => {
  const tricky = small({ title: 'A < B & "C" </script><!-- <script>', intro: 'One\n\nTwo' });
  await tab.come();
  await tab.openFile(JSON.stringify(tricky, null, 2).replaceAll(',', ',\n\n'));
  await tab.view('publish');
  await tab.press('A site that is built Hugo, Jekyll, Eleventy, Next.js, Vue …');
  const last = `[...document.querySelectorAll('.snippet code')].at(-1)?.textContent ?? ''`;
  const beside = await browser.until(`const it = ${last}; return it.includes('A &lt; B') && it`);
  await browser.run(`document.querySelector('[value=inside]').click()`);
  const inside = await browser.until(`const it = ${last}; return it.includes('application/json') && it`);
  assert.doesNotMatch(inside, /\n\s*\n/, 'no empty line, which would end the tag in Markdown');
  await browser.assertQuiet();
  browser.serve('/posts/small.json', JSON.stringify(tricky), { type: 'application/json' });
  for (const snippet of [beside, inside]) {
    await browser.visit('/posts/page.html', { html: snippet.replace('<misconception-scorecard', '$& load="now"') });
    await browser.ready();
    assert.equal(await tab.title(), tricky.title);
    await browser.assertQuiet();
  }
});

test('a snippet is copied, or selected where the browser refuses', async () => {
  await tab.come();
  await tab.view('publish');
  const pretend = (body) =>
    browser.run(`const value = { writeText(it) { ${body} } };
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value })`);
  await pretend('window.copied = it; return Promise.resolve();');
  await tab.press('Copy: What to paste');
  await tab.says('.snippet [role=status]', 'Copied.');
  const snippet = await browser.run(`return document.querySelector('.snippet code').textContent`);
  assert.equal(await browser.run('return copied'), snippet);
  await pretend(`return Promise.reject(new Error('no'));`);
  await tab.press('Copy: What to paste');
  await tab.says('.snippet [role=status]', /Ctrl\+C/);
  assert.equal((await browser.run('return String(getSelection())')).trim(), snippet);
  await browser.assertQuiet();
});

test('what was written is there after a reload, even at once, and even if it is broken', async () => {
  await tab.come();
  await tab.focusEditor();
  await browser.press('x');
  const hash = await browser.run('return location.hash');
  assert.match(hash, /^#draft=\w+&view=json$/);
  await tab.come({ keep: true, hash });
  assert.equal((await tab.lines())[0], 'x{');
  assert.equal(await tab.text('#state'), 'There is nothing to show until what must be mended is mended.');
  await browser.assertQuiet();
});

test('what somebody else left in the storage is passed over', async () => {
  for (const value of ['', '{', 'null', '[]', '{"text":7}']) {
    await tab.come();
    await browser.run(
      `localStorage.setItem('misconception-scorecard-studio-unkept-x', arguments[0]);
      localStorage.setItem('misconception-scorecard-playground', arguments[0])`,
      value,
    );
    await tab.come({ keep: true });
    assert.equal((await tab.lines())[0][0], '{');
    await browser.assertQuiet();
  }
});

test('nothing is asked for but files of this site', async () => {
  await tab.come();
  const translations = { nb: 'https://example.org/nb.json' };
  await tab.openFile(small({ translations, credits: { text: 'A', url: 'https://example.org/' } }));
  await tab.titled('Small');
  const asked = await browser.run(`return performance.getEntriesByType('resource').map((it) => it.name)`);
  assert.ok(asked.length > 5);
  assert.deepEqual(
    asked.filter((it) => !it.startsWith(`${browser.url}/`)),
    [],
  );
  const policy = read('www/studio.html').match(/http-equiv="Content-Security-Policy" content="([^"]+)"/)[1];
  assert.match(
    policy,
    /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; /,
  );
  await browser.assertQuiet();
});

test('a slip that was made often is told once and mended everywhere', async () => {
  await tab.come();
  await tab.paste(read('www/examples/kitchen.json').replaceAll('"', '“'));
  await tab.says('.mending', /^\d+ curly quotation marks stand where straight ones belong\. Mend all$/);
  await tab.press('Mend all');
  await tab.says('#count', 'No problems');
  await browser.until(`return document.querySelector('.mending') === null`);
  await tab.press('Undo');
  await browser.until(`return document.querySelector('.mending') !== null`);
  await browser.assertQuiet();
});
