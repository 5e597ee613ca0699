/**
 * How a questionnaire comes into the studio's JSON tab and leaves it: examples, files, undo, a
 * reload, the snippet, and mistakes that are repaired at once. Knows www/studio.html;
 * tests/browser/studio-json.test.mjs tests how one is written there.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Key, small, start } from './harness.mjs';
import { SOCIAL, jsonTab } from './studio-json-stage.mjs';
import { read } from './studio-stage.mjs';

let browser;
let tab;
before(async () => {
  browser = await start();
  tab = jsonTab(browser);
});
after(() => browser?.close());

test('an example opens without problems, and undo restores the earlier text', async () => {
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

test('undo in the editor undoes changes of fields too, and changes of fields are in the JSON', async () => {
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

test('if the JSON cannot be read, the fields say so and lead back to it', async () => {
  await tab.come();
  await tab.focusEditor();
  await browser.press(Key.END, 'x');
  await tab.says('#count', '1 error');
  await tab.view('write');
  await tab.says('.work h2', 'The JSON cannot be read at the moment');
  await tab.press('Go to the JSON');
  await tab.open();
  assert.equal((await tab.lines())[0], '{x');
  await browser.assertQuiet();
});

test('an example that cannot be loaded changes nothing', async () => {
  browser.serve('/examples/kitchen.json', 'Gone', { status: 404, type: 'text/plain' });
  await tab.come();
  await tab.press('All scorecards');
  await tab.click('[data-example$="kitchen.json"]');
  await tab.says('#said', /^This example could not be loaded: .+ Your own text is unchanged\.$/);
  browser.unserve('/examples/kitchen.json');
  await tab.press('Undo');
  await browser.until(
    `return document.querySelector('h1').innerText === 'What do you believe about social media in business?'`,
  );
  assert.deepEqual(await browser.console(), []);
});

test('a file can be dropped on the page; one that is much too large or cannot be read changes nothing', async () => {
  await tab.come();
  const drop = (size) =>
    browser.run(
      `const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([arguments[0].padEnd(arguments[1])], 'dropped.json'));
      const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
      // One engine makes such an event without its data.
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
  await browser.run(`File.prototype.text = () => Promise.reject(new Error('the file has moved'))`);
  assert.equal(await drop(0), true);
  await tab.says('#said', '“dropped.json” could not be opened: the file has moved. Your own text is unchanged.');
  assert.equal(await tab.text('h1'), 'Dropped');
  await browser.assertQuiet();
});

test('the JSON is saved as it is written, in a file named after its id, also if it has errors', async () => {
  await tab.come();
  await tab.catchSaves();
  await tab.press('Save the JSON');
  const { name, type, bytes } = await tab.saved();
  assert.deepEqual([name, type, String(bytes)], ['social-media.json', 'application/json', SOCIAL]);
  const broken = `${JSON.stringify({ id: '../a b' }, null, 1)},`;
  await tab.paste(broken);
  await tab.says('#count', /error/);
  await tab.control('s', 83);
  const again = await tab.saved();
  assert.deepEqual([again.name, String(again.bytes)], ['a-b.json', broken]);
  await tab.says('#said', '“a-b.json” is in your browser’s downloads.');
  await browser.assertQuiet();
});

test('the snippet works on a page: with a file beside the page, and with everything inside', async () => {
  const tricky = small({ title: 'A < B & "C" </script><!-- <script>', intro: 'One\n\nTwo' });
  await tab.come();
  await tab.openFile(JSON.stringify(tricky, null, 2).replaceAll(',', ',\n\n'));
  await tab.view('publish');
  await tab.press('Other ways');
  await tab.press('For developers Hugo, Jekyll, Eleventy, Next.js, Vue …');
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

test('a snippet is copied, or selected if the browser refuses', async () => {
  await tab.come();
  await tab.view('publish');
  const pretend = (body) =>
    browser.run(`const value = { writeText(it) { ${body} } };
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value })`);
  await pretend('window.copied = it; return Promise.resolve();');
  await tab.press('Copy: What to paste');
  await tab.says(
    '.snippet [role=status]',
    'Copied. The lines name the file without its address, so they only work if the page is in the same folder as the file.',
  );
  const snippet = await browser.run(`return document.querySelector('.snippet code').textContent`);
  assert.equal(await browser.run('return copied'), snippet);
  await tab.type('Address of the file', 'https://example.org/files/small.js');
  await tab.press('Copy: What to paste');
  await tab.says('.snippet [role=status]', 'Copied.');
  await pretend(`return Promise.reject(new Error('no'));`);
  await tab.press('Copy: What to paste');
  await tab.says('.snippet [role=status]', /Ctrl\+C/);
  const changed = await tab.text('.snippet code');
  assert.equal((await browser.run('return String(getSelection())')).trim(), changed);
  await browser.assertQuiet();
});

test('the JSON is restored after a reload, even an immediate one, and even if it has errors', async () => {
  await tab.come();
  await tab.focusEditor();
  await browser.press('x');
  const hash = await browser.run('return location.hash');
  assert.match(hash, /^#draft=\w+&view=json$/);
  await tab.come({ keep: true, hash });
  assert.equal((await tab.lines())[0], 'x{');
  assert.equal(await tab.text('#state'), 'The preview appears once the errors are fixed.');
  await browser.assertQuiet();
});

test('other entries in the storage are ignored', async () => {
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

test('only files of this site are requested', async () => {
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

test('a repeated syntax error is reported once and repaired everywhere', async () => {
  await tab.come();
  await tab.paste(read('www/examples/kitchen.json').replaceAll('"', '“'));
  await tab.says('.mending', /^\d+ curly quotation marks are used instead of straight ones\. Fix all$/);
  await tab.press('Fix all');
  await tab.says('#count', 'No problems');
  await browser.until(`return document.querySelector('.mending') === null`);
  await tab.press('Undo');
  await browser.until(`return document.querySelector('.mending') !== null`);
  await browser.assertQuiet();
});

test('a text that is not JSON is named, and can be imported from there', async () => {
  await tab.come();
  await tab.paste('Misconception;What is true instead\nBees die;They live\nWasps make honey;They do not');
  await tab.says(
    '.mending',
    /^This is not JSON, but it can be read as a table or a list: 3 rows\. See what can be imported$/,
  );
  await tab.press('See what can be imported');
  await tab.says('.import [role=status]', '2 misconceptions can be imported. Nothing is left out.');
  await tab.press('Cancel');
  await tab.open();
  await tab.paste(`\`\`\`json\n${read('www/examples/kitchen.json').replaceAll(/"(\w+)":/g, '$1:')}\n\`\`\``);
  await tab.says(
    '.mending',
    /^The JSON is in a code block, as in a chat\. \d+ keys have no quotation marks\. Fix all$/,
  );
  await tab.press('Fix all');
  await tab.says('#count', 'No problems');
  await browser.assertQuiet();
});

test('the playground’s URL leads to the studio', async () => {
  await browser.visit('/playground.html');
  await browser.until(`return location.pathname === '/studio.html' && document.querySelector('.starting') !== null`);
  await browser.assertQuiet();
});
