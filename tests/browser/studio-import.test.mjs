/**
 * How files from other programs become scorecards in the studio: the author sees what was found and
 * what is left out before taking it. Knows www/studio.html; tests/package/studio-import.test.mjs
 * tests how each kind is read.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { start } from './harness.mjs';
import { read, studio } from './studio-stage.mjs';

let browser;
let page;
before(async () => {
  browser = await start();
  page = studio(browser);
});
after(() => browser?.close());

/** Opens a file that is not a scorecard. */
async function open(content, name) {
  await browser.run(
    `const files = new DataTransfer();
    files.items.add(new File([arguments[0]], arguments[1]));
    const input = document.querySelector('[name=file]');
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));`,
    content,
    name,
  );
}

const MOODLE = `<?xml version="1.0" ?>
<quiz>
  <question type="category"><category><text>$course$/bees</text></category></question>
  <question type="truefalse">
    <name><text>Winter</text></name>
    <questiontext format="html"><text><![CDATA[<p>Bees die in <b>winter</b>.</p>]]></text></questiontext>
    <answer fraction="0"><text>true</text><feedback><text>They cluster.</text></feedback></answer>
    <answer fraction="100"><text>false</text><feedback><text>Right.</text></feedback></answer>
  </question>
  <question type="truefalse">
    <name><text>Dance</text></name>
    <questiontext format="html"><text>Bees dance.</text></questiontext>
    <generalfeedback><text>They show the way.</text></generalfeedback>
    <answer fraction="100"><text>true</text></answer>
    <answer fraction="0"><text>false</text></answer>
  </question>
  <question type="multichoice">
    <name><text>Colour</text></name>
    <questiontext format="html"><text>Which colour?</text></questiontext>
  </question>
</quiz>`;

test('Moodle’s XML: the studio shows what is imported and what is not, and makes a scorecard', async () => {
  await page.come();
  await open(MOODLE, 'quiz.xml');
  await page.says('#import-title', '“quiz.xml”: questions in Moodle’s XML format');
  await page.says('.import [role=status]', '2 misconceptions can be imported. 1 item cannot; see the list below.');
  await page.says('.import ul li', '“Which colour?”: multichoice, not true/false or agree/disagree');
  assert.deepEqual(await browser.axe(), []);
  await page.type('Title', 'Bees?');
  await page.press('Make a scorecard from it');
  await page.says('#section-title', 'Misconception 1 of 2');
  const { title, scale, misconceptions } = await page.document();
  assert.deepEqual([title, scale], ['Bees?', { points: 2 }]);
  assert.deepEqual(
    misconceptions.map(({ name, statements, refutation }) => [
      name,
      statements.map(({ text, key }) => [text, key]),
      refutation,
    ]),
    [
      ['Bees die in winter.', [['Bees die in winter.', 'myth']], { fact: '', whyWrong: 'They cluster.' }],
      ['', [['Bees dance.', 'fact']], { fact: 'Bees dance.', whyWrong: 'They show the way.' }],
    ],
  );
  await browser.assertQuiet();
});

test('each column of a table can be assigned, and cancelling changes nothing', async () => {
  await page.come();
  await open('What;Is so\nBees die;They live\n;Nothing\n', 'table.csv');
  await page.says('.import [role=status]', '2 misconceptions can be imported. 1 item cannot; see the list below.');
  await browser.run(`document.getElementById('atimport-head').click()`);
  await page.says('.import [role=status]', '1 misconception can be imported. 1 item cannot; see the list below.');
  await page.says('.import ul li', 'Row 3: “Nothing”: this row has no belief');
  await page.choose('Column 2: Is so', 'Why it is wrong');
  await page.press('Cancel');
  await browser.until(`return document.querySelector('.starting .new') !== null`);
  await open('What;Is so\nBees die;They live\n', 'table.csv');
  await browser.run(`document.getElementById('atimport-head').click()`);
  await page.choose('Column 2: Is so', 'Why it is wrong');
  await page.press('Make a scorecard from it');
  const { misconceptions } = await page.document();
  assert.deepEqual(
    misconceptions.map(({ name, refutation }) => [name, refutation]),
    [['Bees die', { fact: '', whyWrong: 'They live' }]],
  );
  await page.press('Undo');
  await browser.until(`return document.querySelector('.starting') !== null`);
  await browser.assertQuiet();
});

test('JSON pasted from a letter is repaired, and the repairs are listed; a zipped document is named', async () => {
  await page.come();
  await page.press('Paste text instead');
  await browser.run(
    `const box = document.getElementById('atpasted');
    box.value = arguments[0];
    box.dispatchEvent(new Event('input', { bubbles: true }))`,
    `Dear Anna, here it is:\n${read('www/examples/kitchen.json').replaceAll('"', '”')}\nYours`,
  );
  await page.press('Open this');
  await browser.until(`return document.querySelector('h1').innerText === 'What do you believe about safe food?'`);
  await page.says(
    '#said',
    /^What you pasted is open\. The text around the JSON was removed\. \d+ curly quotation marks made straight\.$/,
  );
  await page.press('All scorecards');
  await open('PK\u0003\u0004and so on', 'mine.odt');
  await page.says(
    '#said',
    '“mine.odt” is a zipped file, such as a Word document. Open it in the program it comes from, copy the text, and paste it here.',
  );
  await browser.assertQuiet();
});

test('the paragraphs of a Word document are beliefs', async () => {
  const paragraph = (text) =>
    `<w:p w:rsidR="1"><w:r><w:t xml:space="preserve">${text}</w:t></w:r><w:r><w:tab/><w:t>&amp; so</w:t></w:r></w:p>`;
  const xml = `<?xml version="1.0"?><w:document><w:body>${['Bees die', 'Wasps make honey'].map(paragraph).join('')}<w:p/></w:body></w:document>`;
  const zipped = zipSync({ 'word/document.xml': strToU8(xml), '[Content_Types].xml': strToU8('<Types/>') });
  await page.come();
  await browser.run(
    `const files = new DataTransfer();
    files.items.add(new File([Uint8Array.from(atob(arguments[0]), (it) => it.charCodeAt(0))], 'mine.docx'));
    const input = document.querySelector('[name=file]');
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));`,
    Buffer.from(zipped).toString('base64'),
  );
  await page.says('.import [role=status]', '2 misconceptions can be imported. Nothing is left out.');
  await page.press('Make a scorecard from it');
  const { misconceptions } = await page.document();
  assert.deepEqual(
    misconceptions.map(({ name }) => name),
    ['Bees die & so', 'Wasps make honey & so'],
  );
  await browser.assertQuiet();
});

test('what is pasted on the first screen, outside of any field, is opened', async () => {
  await page.come();
  await browser.run(
    `const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', arguments[0]);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    // One engine makes such an event without its data.
    if (!event.clipboardData?.getData('text/plain')) Object.defineProperty(event, 'clipboardData', { value: clipboardData });
    document.body.dispatchEvent(event)`,
    '1. Bees die, people say\n2. Wasps make honey',
  );
  await page.says('.import [role=status]', '2 misconceptions can be imported. Nothing is left out.');
  await browser.assertQuiet();
});
