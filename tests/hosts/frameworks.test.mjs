/**
 * The widget in frameworks and documentation generators, in Chromium. Each site is built and served
 * by its own tools. If a server or a build makes the page, the tag is in it before any script runs.
 * All statements are answered, everything that a reader can do then works, and a page's own
 * questionnaire is shown, sends events and answers its script. Knows what readers and owners must
 * see; how sites are made and served is in build.mjs and serve.mjs.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ROOT, start } from '../browser/harness.mjs';
import { hosted } from './hosted.mjs';
import { reader } from './reader.mjs';

/**
 * The paths of the pages. `isOnePage`: links change the page without loading another. `isEmpty`:
 * the browser makes the page, so its HTML is empty. `says`: what the host itself writes to the
 * console. `writesAttribute`: its server writes a property as an attribute, and the browser then
 * sets the property.
 */
const HOSTS = {
  astro: { beliefs: '/beliefs/', kitchen: '/kitchen/' },
  sveltekit: { beliefs: '/beliefs', kitchen: '/kitchen', isOnePage: true, writesAttribute: true },
  nuxt: { beliefs: '/beliefs', kitchen: '/kitchen', isOnePage: true },
  vitepress: { beliefs: '/beliefs.html', kitchen: '/kitchen.html', isOnePage: true },
  docusaurus: { beliefs: '/beliefs', kitchen: '/kitchen', isOnePage: true },
  'react-router': { beliefs: '/beliefs', kitchen: '/kitchen', isOnePage: true },
  angular: { beliefs: '/beliefs', kitchen: '/kitchen', isOnePage: true, isEmpty: true },
  mkdocs: { beliefs: '/beliefs/', kitchen: '/kitchen/', says: /^INFO .*\/search\/worker\.js / },
  sphinx: { beliefs: '/beliefs.html', kitchen: '/kitchen.html' },
  docsify: { beliefs: '/#/beliefs', kitchen: '/#/kitchen', isOnePage: true, isEmpty: true },
};
const AFTER = 'The customers had used the accounts as a door, not as a shop window.';
const INSIDE = (text) => new RegExp(`<misconception-scorecard [^>]*lang="?en[^>]*>(\\s|<!--.*?-->)*<p[^>]*>${text}`);
const BUILT_IN = 10;

let browser;
let does;
before(async () => {
  browser = await start();
  does = reader(browser);
});
after(() => browser?.close());

async function fetched(address) {
  const answer = await fetch(address);
  assert.equal(answer.status, 200, address);
  return answer.text();
}

/** Visits a page as a new reader. */
async function visit(address) {
  // A URL that differs only in its fragment would not load the page again.
  await browser.visit('/blank');
  await browser.go(address);
  await browser.run('sessionStorage.clear(); localStorage.clear()');
  await browser.visit('/blank');
  await browser.go(address);
  await browser.until(`return document.querySelector('misconception-scorecard') !== null`, 'the tag');
}

/** The page has the collector, and the console has no messages but the host's own. */
async function assertQuiet({ says }) {
  assert.ok(await browser.run('return Array.isArray(window.collected)'), 'the page has the collector');
  await browser.assertQuiet(says);
}

/** Clicks the page's first link to `path`. */
const follow = (path) =>
  browser.run(
    `const wanted = arguments[0].replace(/\\.html$/, '').replace(/(.)\\/$/, '$1');
    const plain = (it) => it.getAttribute('href').replace(/\\.html$/, '').replace(/(.)\\/$/, '$1').replace(/^#/, '/#');
    const link = [...document.links].find((it) => plain(it) === wanted);
    if (!link) throw new Error('no link to ' + wanted + ' in ' + [...document.links].map(plain));
    link.click()`,
    path,
  );

/** Walks through a page with the built-in questionnaire, to the end. */
async function walkBuiltIn(url, about) {
  const { beliefs, isOnePage } = about;
  await visit(url + beliefs);
  await browser.ready();
  await does.answerAll(BUILT_IN);
  assert.equal(Object.keys((await browser.scorecard()).answers).length, BUILT_IN);
  const text = await browser.run('return document.body.innerText');
  assert.ok(text.includes(AFTER), 'what follows in the page still follows');
  const link = await does.takeAll();
  await assertQuiet(about);
  if (isOnePage) await walkAway(about);
  await visit(link);
  await browser.until(`${ROOT} return root.querySelector('#shared, #leave-0') !== null`, 'what the link has opened');
  await assertQuiet(about);
}

/** Goes to another page and back without loading a page: the scorecard is there again. */
async function walkAway(about) {
  const { beliefs } = about;
  await browser.run('window.isSamePage = true');
  await follow(beliefs.startsWith('/#') ? '/#/' : '/');
  await browser.until(`return document.querySelector('misconception-scorecard') === null`, 'the other page');
  await follow(beliefs);
  await browser.until(`return document.querySelector('misconception-scorecard') !== null`, 'the tag');
  await browser.extras();
  assert.ok(await browser.run('return window.isSamePage'), 'no page was loaded in between');
  await assertQuiet(about);
}

const asked = () =>
  browser.until(
    `const output = document.querySelector('output'); return output.innerText`,
    'what the element has told',
  );

/** Presses the page's button, whose script calls the element. */
async function ask() {
  await browser.run(`document.querySelector('#ask').click()`);
  return asked();
}

/**
 * Walks through a page with its own questionnaire, whose script listens to the element and calls
 * it.
 */
async function walkOwn(url, about) {
  await visit(url + about.kitchen);
  await browser.ready();
  assert.match(await browser.text('.title'), /kitchen/);
  assert.equal(await ask(), 'kitchen: shown, 0 problems');
  await does.answerAll(2);
  await browser.extras();
  const { held, total } = (await browser.scorecard()).headline;
  assert.equal(await browser.run('return document.title'), `${held} held`, `of ${total}, the page has heard`);
  await assertQuiet(about);
}

/**
 * The same page with a questionnaire that cannot be shown: its script calls the element and gets
 * the reason.
 */
async function walkWrong() {
  await browser.run(`const it = document.querySelector('misconception-scorecard');
    it.setAttribute('debug', 'off'); it.questionnaire = { format: '1.0', id: 'wrong' }`);
  const problems = await browser.until(
    `const { state, problems } = document.querySelector('misconception-scorecard'); return state === 'failed' && problems.length`,
  );
  await browser.run(`document.querySelector('#ask').click()`);
  const expected = `invalidQuestionnaire: failed, ${problems} problems`;
  await browser.until(`return document.querySelector('output').innerText === arguments[0]`, expected, expected);
  const [said, ...others] = await browser.console();
  assert.match(said, /^error .*not shown/);
  assert.deepEqual(others, []);
}

for (const [host, about] of Object.entries(HOSTS)) {
  test(`${host}: the widget completes, answers its page, and is in the HTML before any script`, async (t) => {
    await hosted(browser, host, async (url) => {
      await t.test('the HTML without JavaScript', async () => {
        const [page, own] = await Promise.all([fetched(url + about.beliefs), fetched(url + about.kitchen)]);
        assert.equal(INSIDE('Ten statements').test(page), !about.isEmpty, 'what is inside the tag is in the page');
        assert.equal(INSIDE('Two statements').test(own), !about.isEmpty, 'what is inside the tag is in the page');
        assert.equal(/\[object Object\]/.test(own), about.writesAttribute === true, 'an object in an attribute');
      });
      await t.test('the built-in questionnaire, and everything that a reader can do', () => walkBuiltIn(url, about));
      await t.test('the page’s own questionnaire, with events and questions of its script', () => walkOwn(url, about));
      await t.test('a questionnaire that cannot be shown, with the reason for its script', walkWrong);
    });
  });
}
