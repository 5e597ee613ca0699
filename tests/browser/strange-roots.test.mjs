/**
 * Shadow roots that others change too: browsers that translate, tools that insert nodes and style
 * sheets, pages that move the element or update themselves. Each test is named after what a person
 * would see. Knows what such tools do, in the fewest lines; real ones are in libraries.test.mjs.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ROOT, small, start } from './harness.mjs';

const WIDGET = `const widget = document.querySelector('misconception-scorecard');`;
const questionnaire = small();

let browser;
before(async () => {
  browser = await start();
});
after(() => browser?.close());

/** Shows a widget with the small questionnaire, with HTML before and after it. */
async function show({ attributes = '', before = '', after = '' } = {}) {
  const html = `${before}<misconception-scorecard lang="en" load="now" debug="off" ${attributes}><script
    type="application/json">${JSON.stringify(questionnaire)}</script></misconception-scorecard>${after}`;
  await browser.visit('/page.html', { html });
  await browser.ready();
}

const run = (script, ...values) => browser.run(`${WIDGET} ${ROOT} ${script}`, ...values);
const until = (condition, what) => browser.until(`${WIDGET} ${ROOT} return ${condition}`, what ?? condition);
/** Answers both statements and waits for the extras. */
async function finish() {
  for (const progress of ['1 of 2', '2 of 2']) {
    await until(`root.querySelector('.progress')?.innerText.includes('${progress}')`);
    await run(`root.querySelector('input').click()`);
    await run(`root.querySelector('[type=submit]').click()`);
  }
  await until(`root.querySelector('.keep') != null`, 'the extras');
}

const STYLE_FIRST = `<script>
  setInterval(() => {
    const root = document.querySelector('misconception-scorecard')?.shadowRoot;
    if (!root || root.querySelector('style.tool')) return;
    const style = Object.assign(document.createElement('style'), { className: 'tool', textContent: '.card { outline: 0 }' });
    root.prepend(style);
  }, 20);
</script>`;

test('with a style element that a dark mode inserts first into the root, the scorecard can be reached', async () => {
  await show({ before: STYLE_FIRST });
  await until(`root.firstChild.className === 'tool'`);
  await finish();
  assert.equal(await run(`return root.querySelectorAll('.card').length`), 1);
  assert.equal(await run(`return root.querySelector('style.tool') != null`), true);
});

for (const where of ['beforebegin', 'afterend']) {
  test(`with an element that a writing aid inserts at a text field (${where}), characters are counted and the form is intact`, async () => {
    await show();
    await finish();
    await run(`root.querySelector('button[name^=begin]').click()`);
    await until(`root.activeElement?.localName === 'textarea'`);
    await run(
      `const field = root.activeElement; window.aid = document.createElement('writing-aid');
       field.insertAdjacentElement(arguments[0], aid)`,
      where,
    );
    await browser.press('A reason');
    await until(
      `/\\d/.test(root.querySelector('.disputing, form')?.innerText ?? root.querySelector('.card').innerText)`,
    );
    await run(`root.querySelector('button[name^=dispute]').click()`);
    await until(`root.querySelector('[id^=disputed]') != null`, 'the remark');
    const inside = await run(
      `return [...root.querySelectorAll('textarea')].filter((it) => it.childElementCount > 0).length`,
    );
    assert.equal(inside, 0);
    assert.equal(
      await run(
        `return [...root.querySelectorAll('textarea, form > button')].some((it) => it.querySelector('button'))`,
      ),
      false,
    );
    assert.match(await browser.text(), /A reason/);
  });
}

/** Replaces each text by two elements, also texts that are added later. */
const TRANSLATE = `
  const translate = () => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      if (!text.data.trim() || text.parentNode.closest?.('font, textarea')) continue;
      const outer = document.createElement('font');
      outer.append(Object.assign(document.createElement('font'), { textContent: '«' + text.data + '»' }));
      text.replaceWith(outer);
    }
  };
  translate();
  new MutationObserver(translate).observe(root, { childList: true, subtree: true, characterData: true });`;

test('on a page that a tool translates, every text of the widget is current', async () => {
  await show();
  await run(TRANSLATE);
  await until(`root.querySelector('[type=submit]').innerText === '«Skip this one»'`);
  await run(`root.querySelector('input').click()`);
  await until(`root.querySelector('[type=submit]').innerText === '«Next»'`);
  await run(`root.querySelector('[type=submit]').click()`);
  await until(`root.querySelector('.progress').innerText.includes('2 of 2')`);
  assert.equal(await run(`return root.querySelector('.progress').innerText.match(/of 2/g).length`), 1);
  await run(`root.querySelector('input').click()`);
  await run(`root.querySelector('[type=submit]').click()`);
  await until(`root.querySelector('.keep') != null`, 'the extras');
  const words = await run(`return root.querySelector('.card').innerText`);
  assert.doesNotMatch(words, /Next|Skip|See/);
  assert.match(words, /«/);
});

test('a foreign button inside the widget does nothing', async () => {
  await show();
  await run(`root.querySelector('form').append(Object.assign(document.createElement('button'), { type: 'button' }));
    root.querySelector('form > button:not([part])').click()`);
  assert.match(await browser.text(), /1 of 2/);
});

const SHARED_SHEET = `<script>
  window.shared = new CSSStyleSheet();
  shared.replaceSync('.card { letter-spacing: 3px }');
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    root.adoptedStyleSheets.push(shared);
    return root;
  };
</script>`;

test('a style sheet that a page adds to every root stays, and the widget keeps its own', async () => {
  await show({ before: SHARED_SHEET });
  const look = `const { borderTopWidth, display } = getComputedStyle(root.querySelector('.answer'));
    const { letterSpacing } = getComputedStyle(root.querySelector('.card'));
    return [display !== 'inline', letterSpacing, root.adoptedStyleSheets.includes(shared)]`;
  assert.deepEqual(await run(look), [true, '3px', true]);
  await finish();
  const sheets = () => run(`return [root.adoptedStyleSheets.length, root.adoptedStyleSheets.at(-1) === shared]`);
  assert.deepEqual(await sheets(), [4, true]);
  // A restart keeps the page's own style sheet.
  await run(`widget.restart()`);
  assert.deepEqual(await sheets(), [4, true]);
});

test('a style sheet that a page removes is restored when the element is inserted again', async () => {
  await show();
  await run(`root.adoptedStyleSheets = []; widget.parentNode.append(widget)`);
  assert.equal(await run(`return root.adoptedStyleSheets.length`), 2);
});

test('the widget works if a tool removes one of its elements', async () => {
  await show();
  await run(`root.querySelector('.progress').remove()`);
  await run(`root.querySelector('input').click(); root.querySelector('[type=submit]').click()`);
  await until(`root.querySelectorAll('.statement, legend, h2').length > 0`);
  await run(`root.querySelector('input').click(); root.querySelector('[type=submit]').click()`);
  await until(`root.querySelector('.keep') != null`, 'the extras');
});

test('a moved widget keeps the chosen answer, and with moveBefore also the focus', async () => {
  await show({ after: '<div id="there" lang="nb"></div>' });
  // In engines without `moveBefore`, the focus goes to the page; nothing else is lost.
  const keeps = await run(`return 'moveBefore' in document.body`);
  await run(`root.querySelector('input').click(); root.querySelector('input').focus()`);
  await run(keeps ? `there.moveBefore(widget, null)` : `there.append(widget)`);
  assert.equal(await run(`return root.activeElement?.localName === 'input'`), keeps);
  assert.deepEqual(await run(`return Object.keys(widget.answers)`), ['s1']);
  assert.equal(await run(`return root.querySelector('input').checked`), true);
});

test('a marked place that a page empties gets its widget back, with the answers', async () => {
  const before = `<div data-misconception-scorecard data-storage="none" data-load="now" data-debug="off"><p>Fallback.</p></div>`;
  await browser.visit('/page.html', { html: before });
  await browser.ready();
  await run(`root.querySelector('input').click(); window.first = widget; widget.remove()`);
  await until(`widget === first && root.querySelector('.card') != null`, 'the widget');
  assert.equal(await run(`return Object.keys(widget.answers).length`), 1);
  assert.equal(await run(`return widget.querySelectorAll('p').length`), 1);
});
