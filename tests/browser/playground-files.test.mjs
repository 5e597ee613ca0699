/**
 * How a questionnaire comes to the playground and leaves it: examples, files, the snippet, what is kept across a
 * reload, and that nothing else is asked for. Knows www/playground.html.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { small, start } from './harness.mjs';
import { SOCIAL, TRANSLATED, read, stage } from './playground-stage.mjs';

let browser;
let playground;
before(async () => {
  browser = await start();
  playground = stage(browser);
});
after(() => browser?.close());

test('it starts with an example that has no problems, in the editor and in the widget', async () => {
  await playground.come();
  await browser.ready();
  assert.equal(await playground.text('#count'), 'No problems');
  assert.equal((await playground.lines())[2], '  "id": "social-media",');
  assert.equal(await playground.title(), 'What do you believe about social media in business?');
  assert.equal(await playground.text('#state'), '');
  await browser.assertQuiet();
});

test('an example takes the place of what was written, and undo brings that back', async () => {
  await playground.come();
  await playground.openFile(small({ title: 'Mine' }));
  for (const [example, id] of [
    ['media.nb', 'social-media'],
    ['studying', 'studying'],
    ['neuromyths', 'neuromyths'],
    ['kitchen', 'kitchen'],
  ]) {
    await playground.click(`[data-example$="${example}.json"]`);
    await playground.identified(id);
    assert.doesNotMatch(await playground.text('#count'), /error/);
    assert.match(await playground.text('#said'), /is open\. Undo brings back what you had\.$/);
    await playground.click('#undo');
    await playground.identified('small');
    assert.equal(await browser.run(`return document.querySelector('#undo').checkVisibility()`), false);
  }
  await playground.click('[data-example$="kitchen.json"]');
  await playground.identified('kitchen');
  await playground.control('z', 90);
  await playground.identified('small');
  await browser.assertQuiet();
});

test('an example that does not come leaves all as it was', async () => {
  browser.serve('/examples/kitchen.json', 'Gone', { status: 404, type: 'text/plain' });
  await playground.come();
  const before = await playground.lines();
  await playground.click('[data-example$="kitchen.json"]');
  await playground.says('#said', 'This example could not be loaded. What you have written is as it was.');
  browser.unserve('/examples/kitchen.json');
  assert.deepEqual(await playground.lines(), before);
  assert.deepEqual(await browser.console(), []);
});

test('a file can be dropped on the page; one that is far too large is not read', async () => {
  await playground.come();
  const drop = (size) =>
    browser.run(
      `const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([arguments[0].padEnd(arguments[1])], 'dropped.json'));
      const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
      // One engine forgets what it was given.
      if (!event.dataTransfer?.files.length) Object.defineProperty(event, 'dataTransfer', { value: dataTransfer });
      document.querySelector('.cm-content').dispatchEvent(event);
      return event.defaultPrevented`,
      JSON.stringify(small({ title: 'Dropped' })),
      size,
    );
  assert.equal(await drop(0), true);
  await playground.titled('Dropped');
  const before = await playground.lines();
  assert.equal(await drop(5e6), true);
  await playground.says('#said', '“dropped.json” is too large to be a questionnaire. It may be 1 MB at most.');
  assert.deepEqual(await playground.lines(), before);
  await browser.assertQuiet();
});

test('what is written is saved under its id, also while it has errors', async () => {
  await playground.come();
  await browser.run(`window.saved = [];
    URL.createObjectURL = (blob) => { saved.push(blob); return '#'; };
    HTMLAnchorElement.prototype.click = function () { saved.push(this.download); };`);
  const save = async () => {
    const [type, name] = await browser.run(`[window.blob, window.name] = saved.splice(0); return [blob.type, name]`);
    assert.equal(type, 'application/json');
    return [name, await browser.until(`blob.text().then((it) => (window.content = it)); return window.content`)];
  };
  await playground.click('#save');
  assert.deepEqual(await save(), ['social-media.json', SOCIAL]);
  await playground.openFile(`${JSON.stringify({ id: '../a b' }, null, 1)},`);
  await playground.control('s', 83);
  await browser.run('delete window.content');
  assert.deepEqual(await save(), ['a-b.json', '{\n "id": "../a b"\n},']);
  assert.equal(await playground.text('#said'), 'Saved as “a-b.json”, where your browser puts downloads.');
  await browser.assertQuiet();
});

test('the snippet works where it is pasted: with a file beside the page, and with all inside', async () => {
  const tricky = small({ title: 'A < B & "C" </script><!-- <script>', intro: 'One\n\nTwo' });
  await playground.come();
  await playground.openFile(JSON.stringify(tricky, null, 2).replaceAll(',', ',\n\n'));
  await browser.until(`return document.querySelector('#snippet').textContent.includes('A &lt; B')`);
  const beside = await playground.text('#snippet');
  await browser.run(`document.querySelector('[value=inside]').click()`);
  const inside = await playground.text('#snippet');
  assert.doesNotMatch(inside, /\n\s*\n/, 'no empty line, which would end the tag in Markdown');
  await browser.assertQuiet();
  browser.serve('/posts/small.json', JSON.stringify(tricky), { type: 'application/json' });
  for (const snippet of [beside, inside]) {
    await browser.visit('/posts/page.html', { html: snippet.replace('<misconception-scorecard', '$& load="now"') });
    await browser.ready();
    assert.equal(await playground.title(), tricky.title);
    await browser.assertQuiet();
  }
});

test('the snippet is copied, or selected where the browser refuses', async () => {
  await playground.come();
  const pretend = (body) =>
    browser.run(`const value = { writeText(it) { ${body} } };
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value })`);
  await pretend('window.copied = it; return Promise.resolve();');
  await playground.click('#copy');
  await playground.says('#copied', 'Copied.');
  const snippet = await browser.run(`return document.querySelector('#snippet').textContent`);
  assert.equal(await browser.run('return copied'), snippet);
  await pretend(`return Promise.reject(new Error('no'));`);
  await playground.click('#copy');
  await browser.until(`return document.querySelector('#copied').textContent.includes('Ctrl+C')`);
  assert.equal((await browser.run('return String(getSelection())')).trim(), snippet);
  await browser.assertQuiet();
});

test('what was written and chosen is there after a reload, even at once', async () => {
  await playground.come();
  await browser.run(`dispatchEvent(new Event('pagehide'))`);
  assert.equal(await browser.run('return localStorage.length'), 0, 'nothing was touched');
  await playground.openFile(TRANSLATED);
  await browser.until(`return document.querySelector('[name=lang]').options.length === 3`);
  await playground.choose('lang', 'nb');
  await playground.choose('layout', 'list');
  await playground.come({ keep: true });
  await playground.titled('Liten');
  assert.equal((await playground.lines())[2], '  "id": "small",');
  const chosen = `return [...document.querySelectorAll('.choices select')].map((it) => it.value)`;
  assert.deepEqual(await browser.run(chosen), ['nb', 'auto', 'list', 'tap', 'end']);
  await playground.focusEditor();
  await browser.press('x');
  await playground.come({ keep: true });
  assert.equal((await playground.lines())[0], 'x{');
  assert.equal(await playground.text('#state'), 'There is nothing to show until the errors are mended.');
  await browser.assertQuiet();
});

test('what somebody else left in the storage is passed over', async () => {
  for (const value of ['', '{', 'null', '[]', '{"text":7}', '{"text":"{}","choices":{"theme":"loud","lang":[]}}']) {
    await playground.come();
    await browser.run(`localStorage.setItem('misconception-scorecard-playground', arguments[0])`, value);
    await playground.come({ keep: true });
    assert.equal((await playground.lines())[0][0], '{');
    assert.equal(await browser.run(`return document.querySelector('[name=theme]').value`), 'auto');
    await browser.assertQuiet();
  }
});

test('without storage it works as long as the page is there', async () => {
  const block = `Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked') } })`;
  browser.serve('/blocked.js', block, { type: 'text/javascript' });
  const blocked = read('www/playground.html').replace('<title>', '<script src="/blocked.js"></script><title>');
  browser.serve('/blocked.html', blocked);
  await playground.come({ path: '/blocked.html' });
  await playground.openFile(small({ title: 'Mine' }));
  await playground.titled('Mine');
  await browser.run(`dispatchEvent(new Event('pagehide'))`);
  await browser.assertQuiet();
});

test('nothing is asked for but files of this site', async () => {
  await playground.come();
  await browser.ready();
  const translations = { nb: 'https://example.org/nb.json' };
  await playground.openFile(small({ translations, credits: { text: 'A', url: 'https://example.org/' } }));
  await browser.until(`return document.querySelector('[name=lang]').options.length === 2`);
  const asked = await browser.run(`return performance.getEntriesByType('resource').map((it) => it.name)`);
  assert.ok(asked.length > 5);
  assert.deepEqual(
    asked.filter((it) => !it.startsWith(`${browser.url}/`)),
    [],
  );
  const policy = await browser.run(`return document.querySelector('[http-equiv="Content-Security-Policy"]').content`);
  assert.match(policy, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; /);
  await browser.assertQuiet();
});
