/**
 * The components in the oldest React and Vue that pkg/package.json allows. Knows the versions; what
 * a page does is in the stage of tests/browser/components.test.mjs.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { LIST, REACT, stage } from '../browser/components-stage.mjs';
import { start } from '../browser/harness.mjs';

const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const { peerDependencies } = read('../../pkg/package.json');
const { dependencies } = read('oldest/package.json');

let browser;
let page;
before(async () => {
  browser = await start();
  page = stage(browser, 'oldest', 'oldest');
});
after(() => browser?.close());

test('the installed versions are the oldest that the package allows', () => {
  for (const [name, range] of Object.entries(peerDependencies)) {
    const least = range.replace('>=', '');
    assert.equal(dependencies[name], [...least.split('.'), '0', '0'].slice(0, 3).join('.'), name);
  }
});

for (const [framework, ending] of [
  ['react', 'jsx'],
  ['vue', 'js'],
]) {
  test(`${framework}: renders in the browser, sends each event once, keeps the answers, and unmounts`, async () => {
    await page.show(`${framework}-browser.${ending}`, LIST);
    await page.walk();
    await browser.run('window.unmount()');
    assert.equal(await browser.run(`return document.querySelector('misconception-scorecard')`), null);
    await browser.assertQuiet(REACT);
  });

  test(`${framework}: HTML from the server hydrates without warnings`, async () => {
    const [given, html] = await page.sent(`${framework}-server.${ending}`, LIST);
    assert.match(html, /<misconception-scorecard [^>]*lang="en"[^>]*>\s*<p>Questions belong here\.<\/p>/);
    assert.doesNotMatch(html, /questionnaire=|\[object/);
    await page.show(`${framework}-browser.${ending}`, given, { html });
    await page.walk();
    await browser.assertQuiet(REACT);
  });
}
