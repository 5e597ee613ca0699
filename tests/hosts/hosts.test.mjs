/**
 * The widget in real hosts: each site is built and served by its own tools and read in the engine
 * that ENGINE names. The widget must leave the look of the page unchanged. Knows what readers and
 * owners must see; how sites are made and served is in build.mjs and serve.mjs.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { ROOT, start } from '../browser/harness.mjs';
import { hosted } from './hosted.mjs';
import { publish } from './wordpress.mjs';

const BEFORE = 'The bakery closed its accounts because no post had sold a loaf.';
const AFTER = 'The customers had used the accounts as a door, not as a shop window.';
const FALLBACK = '<p>Ten statements about social media belong here. They need JavaScript.</p>';
const ELEMENT = /<misconception-scorecard lang="en">\s*<p>Ten statements/;
const TAPS = 10;

const heading = (number) =>
  `${ROOT} return root.querySelector('.progress')?.innerText.startsWith('Statement ${number} ')`;
const result = `${ROOT} return root.querySelector('.result') !== null`;
const here = `return document.querySelector('misconception-scorecard') !== null`;
/** The look of the page outside the widget: its body and first paragraph. */
const looks = `const of = (element, ...names) => names.map((name) => getComputedStyle(element)[name]);
  const paragraph = document.querySelector('main p');
  return [
    ...of(document.body, 'backgroundColor', 'color', 'fontFamily', 'fontSize', 'margin'),
    ...of(paragraph, 'color', 'fontFamily', 'fontSize', 'lineHeight'),
  ]`;

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

async function fetched(address) {
  const answer = await fetch(address);
  assert.equal(answer.status, 200, address);
  return answer.text();
}

/** The page has the collector, and it has recorded no messages. */
async function assertQuiet() {
  assert.ok(await browser.run('return Array.isArray(window.collected)'), 'the page has the collector');
  await browser.assertQuiet();
}

async function tapThrough(from = 1) {
  for (let number = from; number <= TAPS; number++) {
    await browser.until(heading(number));
    await browser.tap('.answers label', number % 5);
  }
  await browser.until(result);
  assert.equal(Object.keys((await browser.scorecard()).answers).length, TAPS);
}

/** A page with the widget works, and looks like one without it. */
async function assertGuest(post, other) {
  await browser.go(other);
  await browser.run('sessionStorage.clear()');
  await browser.until(`return document.querySelector('main p') !== null`);
  const expected = await browser.run(looks);
  await assertQuiet();
  await browser.go(post);
  await browser.until(here);
  await browser.ready();
  await tapThrough();
  const text = await browser.run(`return document.querySelector('main').innerText`);
  for (const sentence of [BEFORE, AFTER]) assert.ok(text.includes(sentence), `the page says: ${sentence}`);
  assert.deepEqual(await browser.run(looks), expected, 'the page looks like the one without the widget');
  await assertQuiet();
}

const STATIC = {
  plain: ['/', '/about.html'],
  hugo: ['/posts/beliefs/', '/'],
  jekyll: ['/blog/beliefs/', '/blog/'],
  eleventy: ['/posts/beliefs/', '/'],
};
for (const [host, [post, other]] of Object.entries(STATIC)) {
  test(`${host}: the page has the tag as it was written, and the widget works`, () =>
    hosted(browser, host, async (url) => {
      assert.match(await fetched(url + post), ELEMENT);
      await assertGuest(url + post, url + other);
    }));
}

for (const host of ['next', 'vue']) {
  test(`${host}: the widget works, also after a visit to another page`, () =>
    hosted(browser, host, async (url) => {
      const first = await fetched(`${url}/beliefs`);
      if (host === 'next') assert.match(first, ELEMENT, 'the server sends the fallback');
      await assertGuest(`${url}/beliefs`, `${url}/`);

      await browser.run('sessionStorage.clear()');
      await browser.go(`${url}/beliefs`);
      await browser.until(here);
      await browser.ready();
      await browser.run('window.isSamePage = true');
      await browser.tap('.answers label', 4);
      await browser.until(heading(2));
      await follow('/');
      await browser.until(`return document.querySelector('misconception-scorecard') === null`);
      await follow('/beliefs');
      await browser.until(here);
      await browser.until(heading(2));
      assert.ok(await browser.run('return window.isSamePage'), 'no page was loaded on the way');
      await tapThrough(2);
      await follow('/');
      await browser.until(`return document.querySelector('misconception-scorecard') === null`);
      await browser.back();
      await browser.until(here);
      await browser.until(result);
      assert.ok(await browser.run('return window.isSamePage'), 'no page was loaded on the way');
      await assertQuiet();
    }));
}

/** Clicks a link of the page. */
function follow(path) {
  return browser.run(`document.querySelector('nav a[href="' + arguments[0] + '"]').click()`, path);
}

test('wordpress: each role can publish the widget in its own way', (t) =>
  hosted(browser, 'wordpress', async (url) => {
    const content = (user) => readFileSync(new URL(`wordpress/${user}.html`, import.meta.url), 'utf8');
    for (const user of ['administrator', 'editor']) {
      await t.test(`the tag that the ${user} pastes is published`, async () => {
        const { link } = await publish(url, user, `By ${user}`, content(user));
        assert.match(await fetched(link), ELEMENT);
        await assertGuest(link, `${url}/?p=1`);
      });
    }
    await t.test('WordPress removes the tag of an author and leaves its content', async () => {
      const { link } = await publish(url, 'author', 'The tag by the author', content('editor'));
      const page = await fetched(link);
      assert.ok(!page.includes('<misconception-scorecard'));
      assert.ok(page.includes(FALLBACK));
    });
    await t.test('the div that an author pastes is published and becomes the widget', async () => {
      const { link } = await publish(url, 'author', 'By author', content('author'));
      assert.match(await fetched(link), /<div data-misconception-scorecard data-lang="en">\s*<p>Ten statements/);
      await assertGuest(link, `${url}/?p=1`);
    });
  }));
