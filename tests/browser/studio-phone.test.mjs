/**
 * The studio's layout on a phone, in Norwegian, whose words are the longest: nothing is cut off or
 * overlaps anything else. Knows www/studio.html as an author sees it; tests/browser/
 * studio-whole.test.mjs tests that an author can use the studio on a phone.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { small, start } from './harness.mjs';
import { studio } from './studio-stage.mjs';

const PHONE = [390, 844];
let browser;
let page;
before(async () => {
  browser = await start();
  page = studio(browser);
});
after(() => browser?.close());

async function norwegian() {
  await browser.run(
    `const control = document.getElementById('tongue'); control.value = 'nb';
    control.dispatchEvent(new Event('change', { bubbles: true }))`,
  );
  await browser.until(`return document.documentElement.lang === 'nb'`);
}

async function open(document) {
  await page.come({ size: PHONE });
  await page.openFile(document);
  await page.checked();
  await norwegian();
}

/** The visible select elements whose text does not fit, each with its text. */
const CUT = `const pen = document.createElement('canvas').getContext('2d');
  return [...document.querySelectorAll('#studio select:not(#tongue)')].filter((it) => it.checkVisibility() && it.clientWidth > 0)
    .flatMap((it) => {
      const { font, paddingInlineStart } = getComputedStyle(it);
      pen.font = font;
      const room = it.clientWidth - 2 * parseFloat(paddingInlineStart) - 20;
      return [...it.options].map(({ text }) => text).filter((text) => pen.measureText(text).width > room);
    })`;

test('the menu is whole, and the tools are beside the heading, not over the introduction', async () => {
  await open(small());
  await browser.run(`document.getElementById('all').click()`);
  await browser.until(`return document.querySelector('.starting #undo') !== null`, 'Undo on the first screen');
  const menu = `const nav = document.querySelector('.site nav');
    return [...nav.querySelectorAll('a')].every((it) => it.getBoundingClientRect().right <= innerWidth) &&
      nav.scrollWidth <= nav.clientWidth`;
  assert.equal(await browser.run(menu), true);
  const below = `return document.querySelector('.top p').getBoundingClientRect().top >=
    document.querySelector('.bar .tools').getBoundingClientRect().bottom - 1`;
  assert.equal(await browser.run(below), true);
  assert.deepEqual(await browser.run(CUT), []);
  await browser.assertQuiet();
});

test('the words of lists that open fit', async () => {
  const sources = [{ title: 'A book' }];
  const document = small();
  document.misconceptions[0] = { ...document.misconceptions[0], sources };
  await open(document);
  for (const section of ['Tittel og innledning', 'Misconception 2', 'Hvordan leserne svarer']) {
    await page.section(section);
    assert.deepEqual(await browser.run(CUT), [], section);
  }
  await page.view('look');
  await page.type('En adresse som tar imot svar', 'x.org/a');
  assert.deepEqual(await browser.run(CUT), [], 'Look');
  await browser.assertQuiet();
});

test('ways to answer are one row to swipe', async () => {
  await open(small());
  await page.view('see');
  const row = `const { height } = document.querySelector('.ways').getBoundingClientRect(); return height`;
  assert.ok((await browser.run(row)) < 72);
  const last = `const it = document.getElementById('restart'); it.scrollIntoView({ inline: 'end' });
    const { right } = it.getBoundingClientRect(); return right <= innerWidth`;
  assert.equal(await browser.run(last), true);
  const isWide = 'return document.documentElement.scrollWidth > innerWidth';
  assert.equal(await browser.run(isWide), false, 'the page itself does not move aside');
  await browser.assertQuiet();
});

test('what is said moves nothing, and a long list of what is left says that there is more', async () => {
  await page.come({ size: PHONE });
  await page.begin('Bees die in winter', 'Bees');
  for (let count = 2; count < 6; count++) {
    await page.press('Add another misconception', '.next');
    await page.says('#section-title', `Misconception ${count} of ${count}`);
  }
  await page.says('.left summary', 'To do: 24 texts to write');
  await browser.run('scrollTo(0, 0)');
  const top = () => browser.run(`return document.querySelector('.left').getBoundingClientRect().top`);
  const before = await top();
  await page.press('Save a backup');
  await page.says('#said', /^“.+” is in your downloads\./);
  assert.equal(await top(), before);
  await browser.run(`document.querySelector('.left').open = true`);
  const list = await browser.run(`const it = document.querySelector('.left ul');
    return { isLonger: it.scrollHeight > it.clientHeight, shadow: getComputedStyle(it).backgroundAttachment }`);
  assert.deepEqual(list, { isLonger: true, shadow: 'local, local, scroll, scroll' });
  await browser.assertQuiet();
});
