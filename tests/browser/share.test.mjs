/**
 * A reader hands their scorecard on: the link is shared in whatever way the browser offers, with or
 * without the answers. How it opens is tested in share-links.test.mjs.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Key, ROOT, embed, small, start } from './harness.mjs';
import {
  ANSWERS,
  COPIES,
  ELEMENT,
  OWN,
  answersFragment,
  finish,
  followed,
  handed,
  heard,
  open,
  pause,
  questionnaire,
  resultFragment,
} from './share-stage.mjs';

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

/**
 * What is shared with the link of `OWN`: the author's text, the result, and a mark per
 * misconception.
 */
const TEXT = 'What I believed: I saw through 1 of 2 misconceptions. How many do you see through? ■○';

const SHARES = { share: '' };
const REFUSES = `throw new DOMException('no', 'NotAllowedError');`;
const told = () => browser.text('.share .told');
const heading = () => browser.text('#heading');

for (const [what, isTicked, hash] of [
  ['the result alone', false, resultFragment(questionnaire, OWN)],
  ['the answers if the reader chooses so', true, answersFragment(questionnaire, OWN)],
]) {
  test(`the share sheet gets a link with ${what}`, async () => {
    await open(browser, '?a=1#after', { ways: { ...SHARES, ...COPIES } });
    await finish(browser);
    const before = await browser.run('return [history.length, location.href]');
    if (isTicked) await browser.tap('.too');
    await browser.tap('#share-0');
    const url = `${browser.url}/share.html?a=1${hash}`;
    await browser.until('return heard.at(-1)[0] === "shared"');
    assert.deepEqual(await handed(browser), [['share', { title: 'Small', text: TEXT, url }]]);
    assert.deepEqual(await heard(browser, ['shared']), [['shared', { url, answers: isTicked }]]);
    assert.deepEqual(await browser.run('return [history.length, location.href]'), before, 'the page is as it was');
    assert.equal(await told(), '', 'the share sheet has said it');
    assert.deepEqual(await browser.run(`${ELEMENT} return element.answers`), OWN);
    await browser.assertQuiet();
  });
}

test('without the author’s text, the title is shared', async () => {
  await open(browser, '', { document: small(), ways: SHARES });
  await finish(browser);
  await browser.tap('#share-0');
  const [[, { title, text }]] = await browser.until('return handed.length && handed');
  assert.deepEqual([title, text], ['Small', TEXT.replace('What I believed', 'Small')]);
});

test('cancelling the share sheet shares nothing and shows no message', async () => {
  await open(browser, '', { ways: { share: `throw new DOMException('no', 'AbortError');`, ...COPIES } });
  await finish(browser);
  await browser.tap('#share-0');
  await pause();
  assert.equal((await handed(browser)).length, 1, 'nothing is copied');
  assert.deepEqual(await heard(browser, ['shared']), []);
  assert.equal(await told(), '');
  assert.equal(await browser.find('#link'), null);
  await browser.assertQuiet();
});

for (const [what, ways, asked] of [
  ['there is no share sheet', COPIES, ['copy']],
  ['the share sheet does not take it', { share: '', canShare: 'false', ...COPIES }, ['copy']],
  ['the share sheet fails', { share: REFUSES, ...COPIES }, ['share', 'copy']],
]) {
  test(`if ${what}, text and link are copied, and a message says so`, async () => {
    await open(browser, '', { ways });
    await finish(browser);
    await browser.tap('#share-0');
    await browser.until(`${ROOT} return root.querySelector('.share .told').innerText !== ''`);
    assert.equal(await told(), 'Your result and the link are copied.');
    assert.equal(await browser.run(`${ROOT} return root.querySelector('.share .told').role`), 'status');
    const url = `${browser.url}/share.html${resultFragment(questionnaire, OWN)}`;
    const list = await handed(browser);
    assert.deepEqual(
      list.map(([way]) => way),
      asked,
    );
    assert.equal(list.at(-1)[1], `${TEXT}\n${url}`);
    assert.deepEqual(await heard(browser, ['shared']), [['shared', { url, answers: false }]]);
    assert.equal((await browser.focused())[0], 'share-0', 'the focus stays');
    await browser.assertQuiet();
  });
}

for (const [what, ways] of [
  ['refuses to copy', { writeText: REFUSES }],
  ['has no clipboard', {}],
  ['refuses both', { share: REFUSES, writeText: REFUSES }],
]) {
  test(`if the browser ${what}, the link is shown and selected`, async () => {
    await open(browser, '', { ways });
    await finish(browser);
    await browser.tap('#share-0');
    await browser.until(`${ROOT} return root.querySelector('#link') !== null && root.activeElement?.id === 'link'`);
    const url = `${browser.url}/share.html${resultFragment(questionnaire, OWN)}`;
    const field = await browser.run(`${ROOT} const it = root.querySelector('#link');
      return [it.value, it.readOnly, it.value.slice(it.selectionStart, it.selectionEnd)]`);
    assert.deepEqual(field, [url, true, url]);
    assert.deepEqual(await browser.accessible('#link'), ['textbox', 'Copy this link:']);
    assert.deepEqual(await heard(browser, ['shared']), [], 'nobody has it yet');
    assert.deepEqual(await browser.axe(), []);
    await browser.run(`${ROOT} root.querySelector('#link').dispatchEvent(new Event('copy', { bubbles: true }))`);
    assert.deepEqual(await heard(browser, ['shared']), [['shared', { url, answers: false }]]);
    // A click into the field leaves the link; another choice removes it.
    await browser.run(`${ROOT} root.querySelector('#link').click()`);
    assert.notEqual(await browser.find('#link'), null);
    await browser.tap('.too');
    assert.equal(await browser.find('#link'), null, 'it was another link');
    assert.deepEqual(await browser.run(`${ELEMENT} return element.answers`), OWN);
    assert.equal((await heard(browser, ['answered'])).length, 2);
    await browser.assertQuiet();
  });
}

test('sharing and going back work by keyboard alone', async () => {
  await open(browser, '', { ways: COPIES });
  await finish(browser);
  await browser.run(`${ROOT} root.querySelector('#share-0').focus()`);
  await browser.press(Key.TAB);
  assert.equal((await browser.focused())[0], 'picture-0');
  await browser.press(Key.TAB);
  assert.equal((await browser.focused())[0], 'too');
  await browser.press(Key.SPACE);
  assert.equal(await browser.run(`${ROOT} return root.querySelector('[name=too]').checked`), true);
  await browser.run(`${ROOT} root.querySelector('#share-0').focus()`);
  await browser.press(Key.ENTER);
  await browser.until(`return heard.at(-1)[0] === 'shared'`);
  assert.equal((await heard(browser, ['shared']))[0][1].answers, true);
  assert.deepEqual(await browser.accessible('[name=too]'), ['checkbox', 'Include my answers']);
  await browser.run('location.hash = arguments[0]', ANSWERS);
  await followed(browser);
  await browser.press(Key.TAB);
  assert.equal((await browser.focused())[0], 'leave-0', 'the button to leave is next');
  await browser.press(Key.ENTER);
  assert.equal(await heading(), 'You believe 1 of these 2 misconceptions');
  assert.equal((await browser.focused())[0], 'heading');
  await browser.assertQuiet();
});

test('at 240 px nothing is cut off', async () => {
  await browser.resize(240, 800);
  try {
    const fits = `${ROOT} const card = root.querySelector('.card').getBoundingClientRect();
      return [...root.querySelectorAll('.shared, .shared *, .share, .share *, .acts *')]
        .filter((it) => it.getBoundingClientRect().right > card.right + 1).map((it) => it.className || it.localName)`;
    await open(browser, ANSWERS);
    await followed(browser);
    assert.deepEqual(await browser.run(fits), []);
    await browser.tap('#leave-0');
    await finish(browser);
    await browser.tap('#share-0');
    await browser.until(`${ROOT} return root.querySelector('#link') !== null`);
    assert.deepEqual(await browser.run(fits), []);
    const scrolls = 'return document.documentElement.scrollWidth > document.documentElement.clientWidth';
    assert.equal(await browser.run(scrolls), false);
  } finally {
    await browser.resize(800, 1000);
  }
});

test('on a page without a URL of its own, sharing is not offered', async () => {
  const script = `${browser.url}/scorecard/scorecard.js`;
  const inner = `<!doctype html><script type="module" src="${script}"></script>${embed(questionnaire, 'storage="none"')}`;
  const quoted = inner.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  await browser.visit('/page.html', { html: `<iframe srcdoc="${quoted}"></iframe>` });
  const frame = `const root = document.querySelector('iframe').contentDocument
    ?.querySelector('misconception-scorecard')?.shadowRoot;`;
  for (const statement of ['Statement 1.', 'Statement 2.']) {
    await browser.until(
      `${frame} return root?.querySelector('h3')?.textContent === arguments[0]`,
      statement,
      statement,
    );
    await browser.run(`${frame} root.querySelector('input').click(); root.querySelector('[type=submit]').click()`);
  }
  await browser.until(`${frame} return root.querySelector('.keep') != null`, 'the extras');
  assert.equal(await browser.run(`${frame} return root.querySelector('[name=share-0]') !== null`), false);
  assert.equal(await browser.run(`${frame} return root.querySelector('[name=print-0]') !== null`), true);
});
