/**
 * What the studio stores and never loses: drafts across a reload, in two tabs, and if the browser
 * stores nothing. Knows www/studio.html; tests/browser/studio.test.mjs tests what is written in it.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Key, small, start } from './harness.mjs';
import { read, studio } from './studio-stage.mjs';

let browser;
let page;
before(async () => {
  browser = await start();
  page = studio(browser);
});
after(() => browser?.close());

const heading = (wanted) =>
  browser.until(`return document.querySelector('h1').innerText === arguments[0]`, `the heading ${wanted}`, wanted);
const drafts = () => browser.run(`return [...document.querySelectorAll('.drafts a')].map((it) => it.innerText)`);
const listed = (...wanted) =>
  browser.until(
    `return JSON.stringify([...document.querySelectorAll('.drafts a')].map((it) => it.innerText)) === arguments[0]`,
    `the drafts ${wanted}`,
    JSON.stringify(wanted),
  );

test('text is restored after a reload, in the same place, also if the page is left at once', async () => {
  await page.come();
  await page.begin('Bees die in winter', 'Bees');
  await page.type('What is true instead', 'They live.');
  await page.kept();
  const hash = await browser.run('return location.hash');
  await page.come({ keep: true, hash });
  await heading('Bees');
  await page.says('#section-title', 'Misconception 1 of 1');
  assert.equal(await page.value('What is true instead'), 'They live.');
  // The page closes at once, before the studio has written the change to the database.
  await browser.run(`const box = document.getElementById('at/misconceptions/0/refutation/fact');
    box.value = 'They live on.'; box.dispatchEvent(new Event('input', { bubbles: true }));
    dispatchEvent(new Event('pagehide'))`);
  await page.come({ keep: true, hash });
  await heading('Bees');
  await page.says('#section-title', 'Misconception 1 of 1');
  assert.equal(await page.value('What is true instead'), 'They live on.');
  assert.deepEqual(
    await browser.run(`return Object.keys(localStorage).filter((it) => !it.endsWith('-places'))`),
    [],
    'no copy is left',
  );
  await page.press('All scorecards');
  await listed('Bees');
  await browser.assertQuiet();
});

test('each scorecard has a draft that opens where its author left it, the latest first; a deleted one can be restored', async () => {
  await page.come();
  await page.begin('Bees die in winter', 'Bees');
  await page.press('All scorecards');
  await listed('Bees');
  await page.begin('Wasps make honey', '');
  await page.kept();
  await page.press('All scorecards');
  await listed('Untitled scorecard', 'Bees');
  await page.press('Delete Bees');
  await listed('Untitled scorecard');
  await page.says('#said', '“Bees” is deleted. Undo brings it back.');
  await page.press('Undo');
  await listed('Untitled scorecard', 'Bees');
  await page.press('Bees', '.drafts');
  await heading('Bees');
  await page.says('#section-title', 'Misconception 1 of 1');
  await page.section('How readers answer');
  await page.press('All scorecards');
  await page.press('Bees', '.drafts');
  await page.says('#section-title', 'How readers answer');
  await browser.assertQuiet();
});

test('a backup keeps the look, and opens again by itself', async () => {
  await page.come();
  await page.openFile(small());
  await page.view('look');
  await page.type('Maximum width', '500');
  await page.focus('Font');
  assert.equal(await page.value('Maximum width'), '500px');
  await page.type('Accent', 'gold');
  await page.focus('Font');
  assert.equal(await browser.run(`return document.querySelector('[type=color]').value`), '#ffd700');
  await page.catchSaves();
  await page.press('Save a backup');
  const { name, bytes } = await page.saved();
  assert.match(name, /^small-backup-\d{4}-\d\d-\d\d\.json$/);
  await page.says('#said', /^“small-backup-.*“Open a file” brings it back\.$/);
  await page.come();
  await page.openBytes(bytes, name);
  await heading('Small');
  await page.view('look');
  assert.deepEqual([await page.value('Maximum width'), await page.value('Accent')], ['500px', 'gold']);
  await page.type('Maximum width', 'wide');
  await page.says('[data-at=look-width] .notes', /not a width that browsers know\. Write a number with a unit/);
  await browser.assertQuiet();
});

test('the browser’s Back leads to the view before, and at last to the list', async () => {
  await page.come();
  await page.begin('Bees die in winter', 'Bees');
  await page.view('look');
  await page.view('publish');
  const current = (name) =>
    browser.until(
      `return document.querySelector('.views [aria-current]')?.className === arguments[0]`,
      name,
      `to-${name}`,
    );
  const back = () => browser.run('history.back()');
  await back();
  await current('look');
  await back();
  await current('write');
  await back();
  await listed('Bees');
  await browser.run('history.forward()');
  await heading('Bees');
  await browser.assertQuiet();
});

test('all drafts can be saved in one file and restored from it', async () => {
  await page.come();
  await page.openFile(small({ title: 'One' }), 'one.json');
  await page.openFile(small({ title: 'Two' }), 'two.json');
  await page.kept();
  await page.press('All scorecards');
  await listed('Two', 'One');
  await page.catchSaves();
  await page.press('Save all as one file');
  const { name, bytes } = await page.saved();
  assert.match(name, /^scorecards-backup-\d{4}-\d\d-\d\d\.json$/);
  await page.come();
  assert.deepEqual(await drafts(), []);
  await browser.run(
    `const files = new DataTransfer();
    // Many drafts are larger together than any scorecard may be.
    files.items.add(new File([arguments[0].padEnd(5e6)], 'scorecards.json'));
    const input = document.querySelector('[name=file]');
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }))`,
    String(bytes),
  );
  await page.says('#said', '2 drafts restored to the list.');
  await browser.until(`return document.querySelectorAll('.drafts a').length === 2`);
  assert.deepEqual((await drafts()).sort(), ['One', 'Two']);
  await browser.assertQuiet();
});

/**
 * The studio twice on one page, as in two tabs: `[one, other]`, each with `write(text)`, `title()`,
 * `kept(pattern)`, `run(script)` and `until(script, what)`.
 */
async function twoTabs(hash) {
  browser.serve(
    '/two.html',
    `<!doctype html><title>Two</title><link rel="icon" href="data:,">
    <iframe src="/studio.html${hash}" width="1200" height="800"></iframe><iframe src="/studio.html${hash}" width="1200" height="800"></iframe>`,
  );
  await browser.visit('/two.html', { keep: true });
  return [0, 1].map((index) => {
    const run = (script, ...values) =>
      browser.run(`const window = frames[${index}]; const document = window.document; ${script}`, ...values);
    const until = (script, what, ...values) =>
      browser.until(`const window = frames[${index}]; const document = window.document; ${script}`, what, ...values);
    return {
      run,
      until,
      title: (wanted) =>
        until(
          `return document.querySelector('h1')?.innerText === arguments[0] && document.getElementById('at/title') !== null`,
          `tab ${index}: ${wanted}`,
          wanted,
        ),
      write: (text) =>
        run(
          `const box = document.getElementById('at/title'); box.value = arguments[0];
          box.dispatchEvent(new window.Event('input', { bubbles: true }))`,
          text,
        ),
      kept: (pattern) =>
        until(
          `return new RegExp(arguments[0]).test(document.querySelector('#kept')?.innerText)`,
          `tab ${index} is kept: ${pattern}`,
          pattern,
        ),
    };
  });
}

test('two tabs show each other’s changes, and never overwrite them', async () => {
  await page.come();
  await page.openFile(small({ title: 'Start' }));
  await page.kept();
  const hash = await browser.run('return location.hash');
  const [one, other] = await twoTabs(hash);
  for (const tab of [one, other]) await tab.title('Start');
  await one.write('From one');
  await one.kept('^Saved');
  await other.title('From one');
  // Both write before either is notified of the other's change.
  await browser.run(
    `for (const [index, text] of [[0, 'Of one'], [1, 'Of the other']]) {
      const box = frames[index].document.getElementById('at/title'); box.value = text;
      box.dispatchEvent(new frames[index].Event('input', { bubbles: true }));
    }`,
  );
  await browser.until(
    `const told = [0, 1].map((index) => frames[index].document.querySelector('#kept')?.innerText ?? '');
    return told.some((it) => it.startsWith('This draft was changed')) && told.some((it) => it.startsWith('Saved'))`,
    'one of them to continue as another draft',
  );
  const titles = await browser.run(
    `return [0, 1].map((index) => frames[index].document.querySelector('h1').innerText)`,
  );
  assert.deepEqual(titles, ['Of one', 'Of the other']);
  const hashes = await browser.run(`return [0, 1].map((index) => frames[index].location.hash)`);
  assert.notEqual(hashes[0], hashes[1], 'they are separate drafts');
  await page.come({ keep: true });
  await browser.until(`return document.querySelectorAll('.drafts a').length === 2`);
  assert.deepEqual((await drafts()).sort(), ['Of one', 'Of the other']);
});

/** Serves the studio's page with a script in front of its own. Returns the path. */
function served(name, script) {
  browser.serve(`/${name}.js`, script, { type: 'text/javascript' });
  browser.serve(
    `/${name}.html`,
    read('www/studio.html').replace('<title>', `<script src="/${name}.js"></script><title>`),
  );
  return `/${name}.html`;
}
const BLOCKED = `for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) {
  Object.defineProperty(window, name, { configurable: true, get() { throw new DOMException('blocked', 'SecurityError') } });
}`;

test('if the browser stores nothing, the studio says so, and everything else works', async () => {
  await page.come({ path: served('blocked', BLOCKED), keep: true });
  await page.says('#kept', 'This browser does not let the page store anything. Save a backup before you leave.');
  await page.begin('Bees die in winter', 'Bees');
  await page.titled('Bees');
  await page.type('What is true instead', 'They live.');
  await page.press('All scorecards');
  await page.press('Undo');
  await browser.until(`return document.getElementById('at/misconceptions/0/refutation/fact')?.value === 'They live.'`);
  await page.says('#kept', 'This browser does not let the page store anything. Save a backup before you leave.');
  await browser.assertQuiet();
});

test('if the storage is full, the studio says so, and stores the draft as soon as there is room', async () => {
  const script = `window.isFull = true;
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given) {
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, given);
    };`;
  await page.come({ path: served('full', script) });
  await page.begin('Bees die in winter', 'Bees');
  await page.says(
    '#kept',
    /^This browser could not save the last changes; it may have no room left\. Save a backup before you leave/,
  );
  await browser.run('window.isFull = false');
  await page.type('What is true instead', 'They live.');
  await page.kept();
  await browser.assertQuiet();
});

test('the text that the playground stored becomes the first draft', async () => {
  await page.come();
  await browser.run(
    `localStorage.setItem('misconception-scorecard-playground', JSON.stringify({ text: arguments[0], choices: {} }))`,
    JSON.stringify(small({ title: 'From before' })),
  );
  await page.come({ keep: true });
  await listed('From before');
  assert.equal(await browser.run('return localStorage.length'), 0);
  await browser.assertQuiet();
});

test('leaving the page right after typing loses no letter', async () => {
  await page.come();
  await page.begin('Bees die in winter', 'Bees');
  await page.kept();
  await page.type('What is true instead', 'abcdefghijklmnopqrstuvwxyz');
  const hash = await browser.run('return location.hash');
  await page.come({ keep: true, hash });
  await page.section('Bees die in winter');
  assert.equal(await page.value('What is true instead'), 'abcdefghijklmnopqrstuvwxyz');
  await browser.press(Key.TAB);
  await browser.assertQuiet();
});
