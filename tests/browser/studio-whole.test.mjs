/**
 * The studio as a whole: by keyboard, on phones, under its content security policy, with the largest
 * number of statements, and with every finding beside its field. Knows www/studio.html.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { check } from '../../pkg/dist/core.js';
import { BAD } from '../package/documents/bad.mjs';
import { changed } from '../package/documents/base.mjs';
import { Key, small, start } from './harness.mjs';
import { KITCHEN, STAGE, VIEWS, read, rich, studio } from './studio-stage.mjs';

let browser;
let page;
before(async () => {
  browser = await start();
  page = studio(browser);
});
after(() => browser?.close());

test('nothing scrolls sideways on a phone', async () => {
  await page.come({ size: [320, 640] });
  const over = `const it = document.documentElement; return it.scrollWidth - it.clientWidth`;
  assert.ok((await browser.run(over)) <= 0, 'the start');
  await page.openFile(rich());
  await page.checked();
  for (const view of ['see', ...VIEWS]) {
    await page.view(view);
    await browser.run(`for (const it of document.querySelectorAll('.work details')) it.open = true`);
    assert.ok((await browser.run(over)) <= 0, view);
  }
  for (const way of ['one', 'page', 'wordpress', 'site', 'link', 'command']) {
    await page.view('publish');
    await browser.run(`document.querySelector('[data-way=' + arguments[0] + ']').click()`, way);
    assert.ok((await browser.run(over)) <= 0, way);
  }
  await browser.assertQuiet();
});

test('every view can be reached and left by keyboard alone', async () => {
  await page.come();
  await page.focus('What do people believe that is not true?');
  await browser.press(...'Bees die', Key.TAB, ...'Bees');
  await browser.press(Key.ENTER);
  await browser.until(`return document.activeElement.id === 'at/misconceptions/0/refutation/fact'`, 'the first field');
  const seen = new Set();
  for (let count = 0; count < 80; count++) {
    await browser.press(Key.TAB);
    const at = await browser.run(
      `const it = document.activeElement; return it.id || it.getAttribute('aria-label') || it.innerText || it.localName`,
    );
    seen.add(at);
  }
  for (const wanted of [
    'at/misconceptions/0/statements/0/text',
    'at/misconceptions/0/statements/0/key',
    'Delete Statement 1',
    'at/misconceptions/0/refutation/advice',
    'at/misconceptions/0/evidence/strength',
    'Add a source',
  ]) {
    assert.ok(seen.has(wanted), `${wanted} among ${[...seen].join(' | ')}`);
  }
  await browser.assertQuiet();
});

test('under its policy no foreign and no inline script runs', async () => {
  await page.come();
  await page.openFile(small({ title: '<img src=x onerror="window.broken = true">' }));
  await page.titled('<img src=x onerror="window.broken = true">');
  assert.equal(await browser.run('return window.broken ?? null'), null);
  const tried = await browser.run(`return new Promise((done) => {
    const script = document.createElement('script');
    script.textContent = 'window.inline = true';
    document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective), { once: true });
    document.body.append(script);
  })`);
  assert.match(tried, /^script-src/);
  assert.equal(await browser.run('return window.inline ?? null'), null);
  assert.doesNotMatch(read('www/studio.html'), /unsafe-eval'(?<!wasm-unsafe-eval')|<script(?![^>]* src=)/);
});

/** A questionnaire with the largest number of statements, in `misconceptions` misconceptions. */
function many(misconceptions) {
  const each = 1000 / misconceptions;
  const texts = { fact: 'What holds is this.', whyWrong: 'It was found to be so.' };
  return small({
    misconceptions: Array.from({ length: misconceptions }, (_, index) => ({
      id: `m${index}`,
      name: `Misconception ${index}`,
      statements: Array.from({ length: each }, (_, number) => ({
        id: `s${index}-${number}`,
        text: `Statement ${number} of ${index}.`,
        key: number % 2 ? 'fact' : 'myth',
      })),
      refutation: texts,
    })),
  });
}

/**
 * JavaScript that measures the time from a key press until its text is drawn, in milliseconds. The
 * result is the median of 15.
 */
const KEY = `return new Promise(async (done) => {
  const box = document.getElementById(arguments[0]);
  const took = [];
  for (let count = 0; count < 15; count++) {
    const start = performance.now();
    box.value += 'x';
    box.dispatchEvent(new Event('input', { bubbles: true }));
    await Promise.resolve().then(() => Promise.resolve());
    box.offsetHeight;
    took.push(performance.now() - start);
    await new Promise((later) => setTimeout(later, 30));
  }
  done(took.sort((one, other) => one - other)[7]);
})`;

for (const [misconceptions, at] of [
  [500, 'at/misconceptions/7/statements/1/text'],
  [1, 'at/misconceptions/0/statements/500/text'],
]) {
  test(`with 1,000 statements in ${misconceptions}, typed text appears on screen`, async (context) => {
    await page.come();
    await page.openFile(many(misconceptions), 'many.json');
    await page.section(`Misconception ${misconceptions === 1 ? 0 : 7}`);
    await browser.until(`return document.getElementById(arguments[0]) !== null`, 'the field', at);
    const took = await browser.run(KEY, at);
    // The time is only reported, not tested, because it depends on what else the machine does.
    context.diagnostic(`${took} ms from a key to the screen, the median; 50 are wanted`);
    assert.ok(Number.isFinite(took), 'the typed key appears on screen');
    await page.kept();
    await browser.assertQuiet();
  });
}

/** Documents with errors or advice, one for each code of the check. */
function withCodes() {
  const kitchen = (edit) => {
    const document = structuredClone(KITCHEN);
    edit(document);
    return document;
  };
  const made = [
    kitchen((it) => {
      for (const { statements } of it.misconceptions) for (const one of statements) one.key = 'myth';
    }),
    kitchen((it) => it.misconceptions[0].statements.pop()),
    kitchen((it) => (it.misconceptions[0].refutation = { fact: 'Short.', whyWrong: 'Short.' })),
    kitchen((it) => delete it.misconceptions[1].sources),
    kitchen((it) => (it.misconceptions[0].evidence = { strength: 'strong', asOf: '2026-02-31', reviewBy: '2020' })),
    kitchen(
      (it) => (it.misconceptions[0].statements[0].text = 'A cook always smells and tastes leftovers, and never errs.'),
    ),
    kitchen((it) => (it.misconceptions[0].statements[0].text = 'Leftovers are not safe.')),
    kitchen((it) => {
      it.misconceptions[0].statements[0].text = 'Most cooks mainly go by smell.';
      it.misconceptions[0].statements[1].text = 'Most cooks mainly go by time.';
    }),
    kitchen((it) => {
      it.misconceptions[0].statements[0].text = 'A cook should smell leftovers.';
      it.misconceptions[0].statements[1].text = 'A cook should not smell leftovers.';
    }),
    kitchen((it) => (it.misconceptions[0].statements[1].text = 'Planets circle.')),
    kitchen(
      (it) =>
        (it.outcomes = [
          { from: 0, title: 'A' },
          { from: 9, title: 'B' },
        ]),
    ),
    kitchen((it) => (it.scale = { points: 3, labels: ['No', 'No', 'Yes'] })),
    kitchen((it) => (it.lang = 'fi')),
    kitchen((it) => (it.intro = 'This is **bold**.')),
    kitchen((it) => (it.misconceptions[2].refutation.advice = '[What to do, to be written]')),
    kitchen((it) => (it.title = 'Turned \u202e round')),
    kitchen((it) => (it.translations = { nb: { titel: 'X', statements: { 'smell-9': 'X' } } })),
    ...BAD.map(([, changes]) => changes)
      .filter((it) => it !== null && typeof it === 'object' && !Array.isArray(it))
      .map((changes) => JSON.parse(JSON.stringify(changed(changes)) ?? 'null'))
      .filter((it) => it !== null && typeof it === 'object' && !Array.isArray(it)),
  ];
  const byCode = new Map();
  for (const document of made) {
    for (const { code, severity } of check(document, { draft: true }).problems) {
      if (!byCode.has(`${severity} ${code}`)) byCode.set(`${severity} ${code}`, document);
    }
  }
  return byCode;
}

test('every problem is shown beside its field, and its item in the list leads there', async () => {
  const byCode = withCodes();
  assert.ok(byCode.size >= 25, [...byCode.keys()].join(', '));
  await page.come();
  const lost = [];
  for (const document of new Set(byCode.values())) {
    await page.openFile(document);
    await page.checked().catch((error) => assert.fail(`${JSON.stringify(document)}: ${error.message}`));
    const count = await browser.run(`return document.querySelectorAll('.left li button').length`);
    for (let index = 0; index < count; index++) {
      const [where, message] = await browser.run(
        `const left = document.querySelector('.left');
        if (left instanceof HTMLDetailsElement) left.open = true;
        const item = document.querySelectorAll('.left li')[arguments[0]];
        if (item.querySelector('.todo, .translate')) return [null, null];
        const message = item.lastElementChild.innerText;
        const where = item.querySelector('button').innerText;
        item.querySelector('button').click();
        return [where, message]`,
        index,
      );
      if (message === null) continue;
      await new Promise((later) => setTimeout(later, 30));
      const isSeen = await browser.run(
        `return [...document.querySelectorAll('.work .note')].some((it) => it.checkVisibility() &&
          !it.closest('details:not([open])') && it.innerText.includes(arguments[0]))`,
        message,
      );
      if (!isSeen) lost.push(`${where}: ${message}`);
    }
  }
  assert.deepEqual(lost, []);
  await browser.assertQuiet();
});

test('the preview can have any width, and has the width that it shows', async () => {
  await page.come();
  await page.openFile(KITCHEN);
  await browser.until(`${STAGE} return root.querySelector('.card') !== null`);
  for (const [name, width] of [
    ['phone', 375],
    ['tablet', 768],
  ]) {
    await browser.run(
      `const control = document.querySelector('.see [name=width]');
      control.value = arguments[0];
      control.dispatchEvent(new Event('change', { bubbles: true }))`,
      name,
    );
    await browser.until(
      `const frame = document.querySelector('.frame');
      return frame.scrollWidth <= frame.clientWidth && document.querySelector('#stage').offsetWidth === arguments[0]`,
      `a stage of ${width} px, without a scroll bar`,
      width,
    );
  }
  await browser.assertQuiet();
});
