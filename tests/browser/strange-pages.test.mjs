/**
 * Pages with habits of their own: they use keys for themselves, block forms, set the same value
 * again and again, wrap the browser's functions, or use language tags in their own way. Each test
 * is named after what a person would see. Knows the smallest page for each; ordinary use is tested
 * in element.test.mjs.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { ROOT, embed, page, small, start } from './harness.mjs';

const WIDGET = `const widget = document.querySelector('misconception-scorecard');`;

let browser;
before(async () => {
  browser = await start();
});
after(() => browser?.close());

/** Shows a widget with `attributes` on a page with the HTML `besides`. */
async function show(attributes = '', besides = '') {
  await browser.visit('/page.html', {
    html: `${besides}<misconception-scorecard lang="en" load="now" debug="off" ${attributes}></misconception-scorecard>`,
  });
  await browser.ready();
}

const answers = () => browser.run(`${WIDGET} return widget.answers`);

for (const layout of ['paged', 'list']) {
  test(`in a frame that may not submit forms the button works (${layout})`, async () => {
    const inner = page(
      `<misconception-scorecard lang="en" load="now" storage="none" layout="${layout}"></misconception-scorecard>`,
    );
    browser.serve('/inner.html', inner);
    const html = `<iframe sandbox="allow-scripts allow-same-origin" src="/inner.html" style="inline-size: 100%; block-size: 60em">`;
    await browser.visit('/page.html', { html });
    const frame = `const inside = document.querySelector('iframe').contentDocument?.querySelector('misconception-scorecard');`;
    await browser.until(
      `${frame} return inside?.shadowRoot?.querySelector('.card') != null`,
      'the widget in the frame',
    );
    const before = await browser.run(`${frame} return inside.shadowRoot.querySelector('.card').innerText`);
    await browser.run(`${frame} inside.shadowRoot.querySelector('[type=submit]').click()`);
    await browser.until(
      `${frame} return inside.shadowRoot.querySelector('.card').innerText !== arguments[0]`,
      'the next screen',
      before,
    );
  });
}

test('the button counts once if forms may be submitted', async () => {
  await show();
  await browser.advance();
  await browser.until(
    `${ROOT} return root.querySelector('.card').innerText.includes('2 of 10')`,
    'the second statement',
  );
  await new Promise((later) => setTimeout(later, 200));
  assert.match(await browser.text(), /2 of 10/);
});

const HOTKEYS = `<input id="search"><p id="said"></p><script>
addEventListener('keydown', (event) => {
  if (/^(INPUT|TEXTAREA)$/.test(event.target.tagName)) return;
  if (event.key === 's' || event.key === 'ArrowRight' || event.key === ' ') {
    event.preventDefault();
    said.textContent += event.key + ';';
  }
  if (event.key === 'Escape' || event.key === 'q') said.textContent += event.key + ';';
});
for (const type of ['mousedown', 'selectstart', 'contextmenu']) addEventListener(type, (event) => event.preventDefault());
</script>`;

test('a page with shortcuts for single keys does not get the keys that choose an answer, but all others', async () => {
  await show('advance="manual"', HOTKEYS);
  await browser.run(`${ROOT} root.querySelectorAll('.answers input')[1].focus()`);
  await browser.press(' ');
  assert.equal(Object.values(await answers())[0]?.agreement, 2, 'Space chooses');
  await browser.press('\uE014');
  assert.equal(Object.values(await answers())[0]?.agreement, 3, 'the arrow goes to the next answer');
  await browser.press('q');
  await browser.press('\uE00C');
  assert.equal(await browser.run('return said.textContent'), 'q;Escape;');
});

test('text typed into a field of the widget does not reach the page, and the field can be focused by mouse', async () => {
  await show('layout="list"', HOTKEYS);
  await browser.run(`${ROOT} root.querySelector('[type=submit]').click()`);
  await browser.until(`${ROOT} return root.querySelector('.result') !== null`);
  await browser.extras();
  await browser.tap('textarea');
  assert.equal((await browser.focused())?.[0], 'suggestion');
  await browser.press('yes, no');
  assert.equal(await browser.run(`${ROOT} return root.querySelector('textarea').value`), 'yes, no');
  assert.equal(await browser.run('return said.textContent'), '');
});

test('a tap that the page has prevented does not answer', async () => {
  await show('advance="manual"', `<script>addEventListener('click', (event) => event.preventDefault(), true)</script>`);
  await browser.tap('.answers label', 1);
  assert.deepEqual(await answers(), {});
  assert.equal(await browser.run(`${ROOT} return root.querySelector(':checked')`), null);
});

test('a form around the widget gets no events of it', async () => {
  const html = `<script>window.heard = []</script><form id="form" oninput="heard.push('input')" onchange="heard.push('change')"
    onsubmit="heard.push('submit')"><misconception-scorecard lang="en" load="now" layout="list" debug="off"></misconception-scorecard></form>`;
  await browser.visit('/page.html', { html });
  await browser.ready();
  await browser.tap('.answers label', 1);
  await browser.run(`${ROOT} root.querySelector('[type=submit]').click()`);
  await browser.extras();
  await browser.tap('textarea');
  await browser.press('A text');
  assert.deepEqual(await browser.run('return heard'), []);
});

test('setting an equal questionnaire again changes nothing', async () => {
  await browser.visit('/page.html', { html: embed(small(), 'debug="off" advance="manual"') });
  await browser.ready();
  await browser.run(
    `${WIDGET} window.starts = 0; window.text = arguments[0];
    widget.addEventListener('scorecard-ready', () => { window.starts++; if (window.starts === 1) widget.questionnaire = JSON.parse(window.text); });
    widget.questionnaire = JSON.parse(window.text);`,
    JSON.stringify(small()),
  );
  await browser.until('return starts === 1', 'a start from the property');
  await browser.tap('.answers label', 1);
  const focused = await browser.focused();
  await browser.run(`${WIDGET} for (let round = 0; round < 20; round++) widget.questionnaire = JSON.parse(text);`);
  await new Promise((later) => setTimeout(later, 300));
  assert.equal(await browser.run('return starts'), 1);
  assert.deepEqual(await browser.focused(), focused);
  assert.equal(Object.values(await answers())[0]?.agreement, 2);
  await browser.run(`${WIDGET} widget.questionnaire = { ...JSON.parse(text), title: 'Another' };`);
  await browser.until('return starts === 2', 'a start with the new questionnaire');
});

const DEEP = `const deep = (it) => it && typeof it === 'object' ? new Proxy(it, { get: (of, key) => deep(of[key]) }) : it;`;

test('a questionnaire behind proxies, and answers in an object of a class, are accepted', async () => {
  await browser.visit('/page.html', { html: embed(small(), 'debug="off"') });
  await browser.ready();
  await browser.run(
    `${WIDGET} ${DEEP} widget.questionnaire = deep(arguments[0]); class Store { s1 = { agreement: 4 }; }
    widget.answers = deep(new Store());`,
    small({ title: 'From a store' }),
  );
  await browser.until(`${ROOT} return root.querySelector('.card')?.innerText.includes('From a store')`, 'the title');
  assert.deepEqual(await answers(), { s1: { agreement: 4 } });
});

test('answers that are not plain data are refused, and the earlier ones stay', async () => {
  await browser.visit('/page.html', { html: embed(small(), 'debug="off"') });
  await browser.ready();
  const messages = await browser.run(`${WIDGET} widget.answers = { s1: { agreement: 4 } };
    return [new Map(), new Set(), new Date(), new Uint8Array(4)].map((it) => {
      try { widget.answers = it; return 'taken'; } catch ({ code, message }) { return code + ': ' + message; }
    });`);
  assert.deepEqual(messages, [
    'notPlainData: the set of answers is not plain data: there is a Map in it',
    'notPlainData: the set of answers is not plain data: there is a Set in it',
    'notPlainData: the set of answers is not plain data: there is a Date in it',
    'notPlainData: the set of answers is not plain data: there is a Uint8Array in it',
  ]);
  assert.deepEqual(await answers(), { s1: { agreement: 4 } });
});

test('a page that wraps fetch, and expects strings or requests, shows the widget', async () => {
  browser.serve('/small.json', JSON.stringify(small()), { type: 'application/json' });
  const wrapped = `<script>const real = fetch; window.fetch = function (input, more) {
    const url = typeof input === 'string' ? input : input.url;
    return url.indexOf('/api/') === 0 ? undefined : real.call(window, input, more);
  }</script>`;
  await show('src="/small.json"', wrapped);
  assert.match(await browser.text(), /Statement 1\./);
});

for (const [lang, expected] of [
  ['nb_NO', /Hva tror du|Enig|enig/],
  ['NB-no', /enig/],
  ['en_US', /agree/],
]) {
  test(`the language tag ${lang} is understood`, async () => {
    const text = page('<misconception-scorecard load="now" debug="off"></misconception-scorecard>');
    browser.serve('/page.html', text.replace('<html lang="en">', `<html lang="${lang}">`));
    await browser.visit('/page.html');
    await browser.ready();
    assert.match(await browser.text(), expected);
  });
}

test('a page language that is not offered, set later by a translation tool, changes nothing', async () => {
  await browser.visit('/page.html', {
    html: '<misconception-scorecard load="now" debug="off" advance="manual"></misconception-scorecard>',
  });
  await browser.ready();
  await browser.tap('.answers label', 1);
  const focused = await browser.focused();
  await browser.run(`${ROOT} window.card = root.querySelector('.card'); document.documentElement.lang = 'fi'`);
  await new Promise((later) => setTimeout(later, 300));
  assert.deepEqual(await browser.focused(), focused);
  assert.equal(
    await browser.run(`${ROOT} return root.querySelector('.card') === card`),
    true,
    'nothing was rendered again',
  );
  assert.equal(Object.values(await answers())[0]?.agreement, 2);
  await browser.run(`document.documentElement.lang = 'nb'`);
  await browser.until(
    `${ROOT} return /enig/.test(root.querySelector('.card').innerText)`,
    'Norwegian, which is offered',
  );
});

test('if the storage is cleared in another tab, the answers are gone here too', async () => {
  await show('storage="local" advance="manual"');
  await browser.tap('.answers label', 1);
  assert.equal(Object.keys(await answers()).length, 1);
  const html = page('<script>localStorage.clear()</script>');
  browser.serve('/clear.html', html);
  await browser.run(
    `const frame = document.createElement('iframe'); frame.src = '/clear.html'; document.body.append(frame)`,
  );
  await browser.until(`${WIDGET} return Object.keys(widget.answers).length === 0`, 'no answers');
});

test('in a browser without relative colours, the chosen answer and the button are visible', async (context) => {
  const script = readFileSync(new URL('../../pkg/dist/scorecard.js', import.meta.url), 'utf8');
  const older = script.replaceAll('oklch(from', 'unknown(from').replaceAll('color(from', 'unknown(from');
  assert.notEqual(older, script);
  context.after(() => browser.unserve('/scorecard/scorecard.js'));
  browser.serve('/scorecard/scorecard.js', older, { type: 'text/javascript' });
  await show('advance="manual"');
  await browser.tap('.answers label', 1);
  const seen = await browser.run(`${ROOT}
    const style = (selector) => getComputedStyle(root.querySelector(selector));
    const button = style('.primary');
    return [style(':checked').borderTopColor, button.borderTopColor, button.webkitTextFillColor]`);
  const ink = await browser.run(`return getComputedStyle(document.querySelector('#after')).color`);
  assert.deepEqual(seen, [ink, ink, ink]);
});

test('answers that were erased elsewhere do not come back with the next answer', async () => {
  await show('storage="local" advance="manual"');
  for (let number = 0; number < 3; number++) {
    await browser.tap('.answers label', 1);
    await browser.advance();
  }
  assert.equal(Object.keys(await answers()).length, 3);
  await browser.run('localStorage.clear()');
  await browser.tap('.answers label', 4);
  const left = await browser.run(
    `${WIDGET} return [widget.answers, JSON.parse(Object.values(localStorage)[0]).answers]`,
  );
  assert.deepEqual(Object.values(left[0]), [{ agreement: 5 }]);
  assert.deepEqual(left[1], left[0]);
});

test('a page that removes the widget again and again stays responsive', async () => {
  const html = `<div id="place" data-misconception-scorecard data-load="click">Fallback</div><script>
    window.taken = 0;
    new MutationObserver(() => {
      const found = document.querySelector('#place > misconception-scorecard');
      if (found) { found.remove(); taken++; }
    }).observe(document, { childList: true, subtree: true });</script>`;
  await browser.visit('/page.html', { html });
  await browser.until('return taken >= 10', 'the tenth removal');
  await new Promise((later) => setTimeout(later, 300));
  assert.equal(await browser.run('return taken'), 10);
});

test('a reader who keeps a scorecard on a full device loses nothing, and is told so', async () => {
  await browser.visit('/page.html', { html: embed(small(), 'debug="off" layout="list"') });
  await browser.ready();
  await browser.tap('.answers label', 1);
  await browser.run(`${ROOT} root.querySelector('[type=submit]').click()`);
  await browser.extras();
  await browser.run(`let text = 'x'.repeat(1 << 20), count = 0;
    while (text.length) {
      try { localStorage.setItem('f' + count++, text); } catch { text = text.slice(0, text.length >> 1); }
    }`);
  await browser.run(`${ROOT} root.querySelector('.keep').open = true`);
  await browser.tap('[name=stay]');
  const seen = `${ROOT} return [root.querySelector('[name=stay]').checked, root.querySelector('#no-room').hidden]`;
  assert.deepEqual(await browser.run(seen), [false, false]);
  await browser.visit('/page.html', { html: embed(small(), 'debug="off" layout="list"'), keep: true });
  await browser.ready();
  assert.deepEqual(await answers(), { s1: { agreement: 2 } });
  await browser.run('localStorage.clear()');
});

test('widgets with similar ids and instances keep their own answers, and an old entry hides no current one', async () => {
  const html =
    embed(small({ id: 'a:b' }), 'debug="off" storage="local" advance="manual"') +
    embed(small({ id: 'a' }), 'debug="off" storage="local" instance="b:" advance="manual"');
  await browser.visit('/page.html', { html });
  await browser.ready();
  await browser.tap('.answers label', 1);
  await browser.visit('/page.html', { html, keep: true });
  const both = `const all = [...document.querySelectorAll('misconception-scorecard')];`;
  await browser.until(`${both} return all.every((it) => it.shadowRoot?.querySelector('.card'))`);
  assert.deepEqual(await browser.run(`${both} return all.map((it) => it.answers)`), [{ s1: { agreement: 2 } }, {}]);

  // Put answers of an earlier version into session storage; the current ones are in local storage.
  await browser.run(
    `const key = Object.keys(localStorage).find((it) => it.endsWith(':a%3Ab:'));
    sessionStorage[key] = JSON.stringify({ ...JSON.parse(localStorage[key]), version: '0', answers: {} });`,
  );
  await browser.visit('/page.html', { html: html.replaceAll('storage="local"', 'storage="session"'), keep: true });
  await browser.ready();
  assert.deepEqual(await answers(), { s1: { agreement: 2 } });
});
