/**
 * The scorecard on paper, A4 and Letter: everything is open, nothing is cut off, and nothing is
 * printed that only a screen can use.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ENGINE, ROOT, embed, small, start } from './harness.mjs';
import { ELEMENT, stage } from './keep-stage.mjs';
import { questionnaire as builtIn } from './screens.mjs';

let browser;
let visit, finish, tapKept, paste;
before(async () => {
  browser = await start();
  ({ visit, finish, tapKept, paste } = stage(browser));
});
after(() => browser?.close());

test('everything is open while the page is printed, and as before afterwards', async () => {
  await visit('', { questionnaire: builtIn });
  await browser.run(`${ROOT} root.querySelector('[type=submit]').click()`);
  await browser.extras();
  // Leave out the folded part that leads to the button.
  const open = `${ROOT} return [...root.querySelectorAll('article > details')].map((it) => it.open)`;
  await browser.run(`${ROOT} root.querySelectorAll('article > details')[1].open = true;
    window.printed = []; window.print = () => printed.push([...root.querySelectorAll('article > details')].length)`);
  await tapKept('#print-0');
  assert.deepEqual(await browser.run('return printed'), [5], 'the button prints once');
  assert.deepEqual(await browser.run(open), [false, true, false, false, false]);
  for (let time = 0; time < 2; time++) {
    await browser.run(`dispatchEvent(new Event('beforeprint'))`);
    assert.deepEqual(await browser.run(open), [true, true, true, true, true]);
    await browser.run(`dispatchEvent(new Event('afterprint'))`);
    assert.deepEqual(await browser.run(open), [false, true, false, false, false], 'what the reader had open is open');
  }
  // Some browsers send `beforeprint` only; the articles are folded again the next time.
  await browser.run(
    `dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'))`,
  );
  assert.deepEqual(await browser.run(open), [false, true, false, false, false]);
  await browser.assertQuiet();
});

/** The width of paper without margins of 1 cm, in CSS pixels. */
const PAPER = { A4: 718, Letter: 740 };
const NO_PAPER = { skip: ENGINE === 'webkit' && 'WebKitGTK’s driver shows no page as paper would' };

/** Checks what is printed: missing texts, what exceeds the page, and what only a screen can use. */
async function onPaper() {
  await browser.settle();
  assert.equal(await browser.print(), true);
  const seen = await browser.run(`${ROOT}
    const card = root.querySelector('.card');
    const isSeen = (it) => it.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true })
      && it.getBoundingClientRect().height > 0;
    const texts = [...root.querySelectorAll('article p, article dt, article dd, .said, .since, .before')].filter((it) => it.innerText);
    const { left, right } = card.getBoundingClientRect();
    return {
      texts: texts.length,
      hidden: texts.filter((it) => !isSeen(it) && !it.closest('.missing, .dispute:not(:has(.said)), .hint')).map((it) => it.innerText),
      cut: [...root.querySelectorAll('.card *:not(svg *, thead *)')].filter((it) => isSeen(it) && it.localName !== 'svg').filter((it) => {
        const box = it.getBoundingClientRect();
        return box.left < left - 1 || box.right > right + 1 || (it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 0);
      }).map((it) => it.outerHTML.slice(0, 80)),
      controls: [...root.querySelectorAll('button, textarea, input, label, summary:not(:has(h4), .source), .left, .told')].filter(isSeen).map((it) => it.id || it.localName),
      said: [...root.querySelectorAll('.said')].filter(isSeen).length,
      page: document.documentElement.scrollWidth <= innerWidth,
      paper: ['color', 'backgroundColor'].map((it) => getComputedStyle(root.querySelector('.panel'))[it]),
    }`);
  await browser.print(false);
  return seen;
}

/**
 * Answers statements of the built-in questionnaire, in its author's order, and goes to the
 * scorecard.
 */
async function answer(agreements) {
  const ids = builtIn.misconceptions.flatMap((it) => it.statements).map((it) => it.id);
  const given = Object.fromEntries(agreements.map((agreement, place) => [ids[place], { agreement }]));
  await browser.run(`${ELEMENT} element.answers = arguments[0]`, given);
  await browser.run(`${ROOT} root.querySelector('[type=submit]').click()`);
}

/** A long URL of a source. */
const ADDRESS = `https://example.org/${'a-rather-long-name-of-an-article-'.repeat(8)}?and=more`;

test(
  'on paper every refutation and the reader’s own words are complete, and no field or button is shown',
  NO_PAPER,
  async () => {
    const questionnaire = structuredClone(builtIn);
    questionnaire.misconceptions[4].evidence = { strength: 'contested', asOf: '2026-11' };
    for (const it of questionnaire.misconceptions) it.sources[0].url = ADDRESS;
    const whole = { hidden: [], cut: [], controls: [], page: true, paper: ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'] };
    for (const [paper, width] of Object.entries(PAPER)) {
      await browser.resize(width, 1000);
      const head = paper === 'A4' ? '' : '<style>body { background: #111; color: #eee; }</style>';
      await visit('', { questionnaire, head });
      // Held, not held and in between; the last one has no answer.
      await answer([5, 1, 1, 5, 3, 3, 2, 5]);
      await browser.extras();
      const place = await browser.run(`${ROOT} return Number(root.querySelector('.dispute button').id.split('-')[1])`);
      await browser.tap(`#begin-${place}`);
      await paste(`reason-${place}`, `${'Long. '.repeat(120)}\n\n${'x'.repeat(120)}`);
      await browser.tap(`#dispute-${place}`);
      await paste('suggestion', 'Another.');
      await browser.tap('#suggest-0');
      const { texts, ...seen } = await onPaper();
      assert.ok(texts > 50, `${texts} texts`);
      assert.deepEqual(seen, { ...whole, said: 2 }, paper);
      // The second scorecard, with the changes.
      await browser.tap('#again-0');
      await answer([1, 5, 1, 5, 5, 1, 4, 5, 1, 5]);
      await browser.until(`${ROOT} return root.querySelector('.since') !== null`);
      const again = await onPaper();
      assert.deepEqual({ ...again, texts }, { texts, ...whole, said: 2 }, `${paper}, answered again`);
      assert.equal(again.texts > 50 && (await browser.run(`${ROOT} return root.querySelectorAll('p.was').length`)), 2);
    }
    await browser.resize(800, 1000);
  },
);

test('on paper each source has its URL', NO_PAPER, async () => {
  const questionnaire = small({ credits: { text: 'After somebody', url: 'https://example.org/b' } });
  questionnaire.misconceptions[0].sources = [{ title: 'A', url: 'https://example.org/a' }, { title: 'B' }];
  await visit('', { questionnaire });
  await finish();
  // `getComputedStyle` returns `attr(href)` in some engines, and the URL itself in others.
  const read = () =>
    browser.run(
      `${ROOT} return [...root.querySelectorAll('.source a')].map((it) => getComputedStyle(it, '::after').content.replaceAll('"', '').replace(/ ?attr\\(href\\) ?/, it.href))`,
    );
  const screen = await read();
  await browser.print();
  const paper = await read();
  await browser.print(false);
  assert.ok(screen.length === 2 && screen.every((it) => ['none', 'normal'].includes(it)), `${screen}`);
  assert.deepEqual(paper, [' (https://example.org/a)', ' (https://example.org/b)']);
});

/** The number of pages of the page's PDF. */
const pages = async () => {
  const file = Buffer.from(await browser.pdf({ background: false }), 'base64').toString('latin1');
  return file.match(/\/Type \/Page\b/g)?.length;
};

test('folded parts are printed as if they were open', {
  skip: ENGINE !== 'chromium' && 'only Chromium’s PDFs are told apart by pages',
}, async () => {
  await visit('', { questionnaire: builtIn });
  await browser.run(`${ROOT} root.querySelector('[type=submit]').click()`);
  await browser.extras();
  const folded = await pages();
  await browser.run(`${ROOT} for (const it of root.querySelectorAll('details')) it.open = true`);
  const open = await pages();
  await browser.run(`${ROOT} for (const it of root.querySelectorAll('details')) it.remove()`);
  const without = await pages();
  assert.ok(without < open, `${without} pages without, ${open} with`);
  assert.equal(folded, open);
});

test('on paper no heading is without content', NO_PAPER, async () => {
  const headings = `${ROOT} return [...root.querySelectorAll('h3.apart')].filter((it) => it.checkVisibility()).map((it) => it.innerText)`;
  await visit();
  await finish();
  await browser.print();
  const before = await browser.run(headings);
  await browser.print(false);
  await paste('suggestion', 'Another.');
  await browser.tap('#suggest-0');
  await browser.print();
  const then = await browser.run(headings);
  await browser.print(false);
  assert.deepEqual([before, then], [[], ['Which other misconceptions are out there?']]);
});

/**
 * Helpers for scripts in the page: the widget, wherever it is, and everything on the page outside
 * it.
 */
const ALONE = `
const outer = document.querySelector('#outer')?.shadowRoot;
const widget = (outer ?? document).querySelector('misconception-scorecard');
const root = widget.shadowRoot;
const roots = [document, ...(outer ? [outer] : []), root];
const around = [document, ...(outer ? [outer] : [])].flatMap((it) => [...it.querySelectorAll('body *, :host *, p, div')]);
const others = around.filter((it) => it.checkVisibility() && !it.contains(widget) && !it.contains(outer?.host) && it !== widget);
const state = () => JSON.stringify([document.documentElement.outerHTML, outer?.innerHTML, root.innerHTML,
  roots.map((it) => it.adoptedStyleSheets.length), scrollY]);`;
const HOMES = {
  'in the page': { more: (it) => it },
  'in a box that scrolls': {
    more: (it) =>
      `<div style="height: 300px; overflow: auto; padding: 40px; border: 9px solid"><p>Beside.</p>${it}</div>`,
  },
  'inside another shadow root': {
    more: (it) => `<div id="outer"><p>Slotted.</p></div><script>
      const root = document.querySelector('#outer').attachShadow({ mode: 'open' });
      root.innerHTML = ${JSON.stringify(`<p>Around.</p><slot></slot>${it}`).replaceAll('</script', '<\\/script')};
    </script>`,
  },
};
for (const [where, { more }] of Object.entries(HOMES)) {
  test(`the button prints only the scorecard, and leaves the page unchanged: ${where}`, async () => {
    const body = `<p class="beside">Before.</p>${more(embed(small(), 'layout="list" debug="off"'))}${embed(small({ id: 'other' }), 'hidden')}`;
    await browser.visit('/alone.html', { html: body });
    await browser.until(`${ALONE} return root?.querySelector('.card') != null`, 'the widget');
    await browser.run(`${ALONE} root.querySelector('input').click(); root.querySelector('[type=submit]').click()`);
    await browser.until(`${ALONE} return root.querySelector('.keep') !== null`, 'the extras');
    await browser.run(`${ALONE} document.activeElement.blur();
      root.querySelector('.keep').open = true; window.printed = 0; window.print = () => window.printed++; window.before = state()`);
    assert.ok((await browser.run(`${ALONE} return others.length`)) > 2, 'the page has more than the widget');
    await browser.run(`${ALONE} root.querySelector('#print-0').click()`);
    assert.equal(await browser.run('return printed'), 1);
    if (await browser.print()) {
      const [seen, rest] =
        await browser.run(`${ALONE} const { width, height } = root.querySelector('.result').getBoundingClientRect();
        return [width > 300 && height > 100, others.map((it) => it.outerHTML.slice(0, 80))]`);
      await browser.print(false);
      assert.deepEqual([seen, rest], [true, []]);
    }
    assert.equal(
      await browser.run(`${ALONE} return others.length > 2`),
      true,
      'on the screen everything is still visible',
    );
    await browser.run(`dispatchEvent(new Event('afterprint'))`);
    assert.equal(await browser.run(`${ALONE} return state() === before`), true, 'everything is as before');
    if (await browser.print()) {
      const rest = await browser.run(`${ALONE} return others.length`);
      await browser.print(false);
      assert.ok(rest > 2, 'the browser’s own printing prints the whole page');
    }
    await browser.assertQuiet();
  });
}

test('if the browser refuses to print, the page is unchanged', async () => {
  await visit();
  await finish();
  const state = 'return [document.documentElement.outerHTML, document.adoptedStyleSheets.length]';
  const before = await browser.run(state);
  await browser.run(`window.print = () => { throw new DOMException('no', 'NotAllowedError'); }`);
  await tapKept('#print-0');
  assert.deepEqual(await browser.run(state), before);
  await browser.assertQuiet();
});
