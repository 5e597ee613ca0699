/**
 * Fields that correct the form of URLs and dates, and the buttons from one section to the next.
 * Knows www/studio.html; which texts are URLs or dates is tested in
 * tests/package/studio-tidy.test.mjs.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Key, small, start } from './harness.mjs';
import { studio } from './studio-stage.mjs';

let browser;
let page;
before(async () => {
  browser = await start();
  page = studio(browser);
});
after(() => browser?.close());

const valueOf = (at) => browser.run('return document.getElementById(arguments[0]).value', `at${at}`);

/** A scorecard whose first misconception has a source and says how strong the case is. */
function sourced() {
  const document = small();
  const [first] = document.misconceptions;
  document.misconceptions[0] = { ...first, sources: [{ title: 'A book' }], evidence: { strength: 'strong' } };
  return document;
}

test('an address without https:// gets it when its field is left, as a step that can be undone', async () => {
  const at = '/misconceptions/0/sources/0/url';
  await page.come();
  await page.openFile(sourced());
  await page.section('Misconception 1');
  await page.type('Web address', 'www.fao.org/x');
  assert.equal(await valueOf(at), 'www.fao.org/x', 'not while it is written');
  await page.focus('Statement 1');
  assert.equal(await valueOf(at), 'https://www.fao.org/x');
  await page.press('Undo');
  await browser.until(`return document.getElementById('at${at}').value === 'www.fao.org/x'`);
  await page.focus('Statement 1');
  assert.equal(await valueOf(at), 'www.fao.org/x', 'what was undone stays undone');
  await page.checked();
  await page.says('.notes', /This is not a web address that readers’ browsers can open\./);
  await page.section('On the scorecard');
  await page.type('Web address', 'nhi.no/x');
  await page.focus('Licence');
  assert.equal(await valueOf('/credits/url'), 'https://nhi.no/x');
  await page.view('look');
  await page.type('Web address that receives answers', 'forms.example.org/f/1');
  await page.focus('Font');
  assert.equal(await valueOf('look-endpoint'), 'https://forms.example.org/f/1');
  await page.view('publish');
  await page.type('Address of the file', 'mybees.blog/files/bees quiz.js');
  await browser.press(Key.TAB);
  assert.match(await page.text('.snippet code'), /src="https:\/\/mybees\.blog\/files\/bees%20quiz\.js"/);
  await browser.assertQuiet();
});

test('an e-mail address cannot take answers, and is told so', async () => {
  await page.come();
  await page.openFile(small());
  await page.view('look');
  await page.type('Web address that receives answers', 'anna@bees.org');
  await page.says('.notes', /This is an e-mail address, and a page cannot send answers there by itself\./);
  await page.focus('Font');
  assert.equal(await valueOf('look-endpoint'), 'anna@bees.org');
  await browser.assertQuiet();
});

test('a date is taken over as it is written', async () => {
  await page.come();
  await page.openFile(sourced());
  await page.section('Misconception 1');
  await browser.run(`for (const it of document.querySelectorAll('.misconception details')) it.open = true`);
  await page.type('Checked on', '23. november 2026');
  await page.type('Check again by', 'some day');
  await page.focus('Statement 1');
  assert.equal(await valueOf('/misconceptions/0/evidence/asOf'), '2026-11-23');
  await page.says(
    '.notes',
    /This date could not be read\. Write the year, the month and the day like this: 2026-11-23\./,
  );
  await browser.assertQuiet();
});

test('where the form of a misconception ends, another can be added', async () => {
  await page.come();
  await page.begin('Bees die in winter', 'Bees');
  await page.press('Add another misconception', '.next');
  await page.says('#section-title', 'Misconception 2 of 2');
  await browser.until(`return document.activeElement.id === 'at/misconceptions/1/name'`);
  await browser.assertQuiet();
});

const SEEN = `const box = document.querySelector('.saying').getBoundingClientRect();
  return box.height > 20 && box.top >= 0 && box.bottom <= innerHeight`;

test('what was deleted is told where the author is, and no longer after the next edit', async () => {
  await page.come({ size: [390, 780] });
  await page.openFile(sourced());
  await page.says('.saying', /small|mine\.json/);
  await page.section('Misconception 1');
  await page.focus('Web address');
  await page.press('Delete source 1');
  await page.says('#said', '“source 1” is deleted. Undo brings it back.');
  await browser.until('return scrollY > 400', 'scrolled far down');
  assert.equal(await browser.run(SEEN), true);
  await page.press('Undo', '.saying');
  await page.says('#said', 'Undone.');
  await browser.until(`return document.getElementById('at/misconceptions/0/sources/0/title')?.value === 'A book'`);
  await page.press('Delete source 1');
  await page.says('#said', /is deleted/);
  await page.type('Statement 1', 'Another');
  await page.says('#said', '');
  assert.equal(await browser.run(`return document.querySelector('.saying button') === null`), true);
  await browser.assertQuiet();
});

test('a field that gets the focus is not under what is said', async () => {
  await page.come({ size: [390, 780] });
  await page.openFile(sourced());
  await page.section('Misconception 1');
  await page.press('Save a backup');
  await page.says('#said', /^“small-backup-/);
  for (let count = 0; count < 40; count++) {
    await browser.press(Key.TAB);
    const isClear = await browser.run(`const it = document.activeElement;
      if (it === document.body || it.closest('.saying')) return true;
      return it.getBoundingClientRect().bottom <= document.querySelector('.saying').getBoundingClientRect().top`);
    assert.ok(isClear, await browser.run('return document.activeElement.outerHTML.slice(0, 200)'));
  }
  await page.press('Close', '.saying');
  await page.says('#said', '');
  await browser.assertQuiet();
});

test('with two answers, the words around statements are those of the answers', async () => {
  await page.come();
  await page.openFile(small({ scale: { points: 2 } }));
  await page.section('Misconception 1');
  await page.says('.misconception', /Readers answer “True” or “False” to these sentences\./);
  await page.says('.card', /A reader who answers “True”/);
  await page.section('How readers answer');
  await browser.run(`document.getElementById('at/scale/labels-own').click()`);
  await page.type('Answer 2 of 2', 'Right');
  await page.section('Misconception 1');
  await page.says('.card', /A reader who answers “Right”/);
  await page.openFile(small());
  await page.section('Misconception 1');
  await page.says('.card', /A reader who agrees with it/);
  await browser.assertQuiet();
});
