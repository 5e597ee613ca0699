/**
 * The pages of www/ as readers see them: readable in light and dark and on a phone, without dead
 * links. Knows the folder; what the pages say about other files is tested in
 * tests/hosts/snippets.test.mjs.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { start } from './harness.mjs';

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

const www = new URL('../../www/', import.meta.url);
/** All pages except redirects. */
const pages = readdirSync(www).filter(
  (name) => name.endsWith('.html') && !readFileSync(new URL(name, www), 'utf8').includes('http-equiv="refresh"'),
);

for (const page of pages) {
  for (const scheme of ['light', 'dark']) {
    test(`axe finds nothing: ${page}, ${scheme}`, async () => {
      await browser.media({ scheme });
      await browser.resize(800, 1000);
      await browser.visit(`/${page}`);
      if (await browser.run(`return document.querySelector('misconception-scorecard') !== null`)) await browser.ready();
      assert.deepEqual(await browser.axe(), []);
      await browser.assertQuiet();
    });
  }

  test(`fits on a phone, and has no dead links: ${page}`, async () => {
    await browser.media({});
    await browser.resize(320, 640);
    await browser.visit(`/${page}`);
    const sizes = await browser.run('const it = document.documentElement; return [it.scrollWidth, it.clientWidth]');
    assert.ok(sizes[0] <= sizes[1], `${sizes[0]} px in ${sizes[1]}`);
    const links = await browser.run(`return [...document.querySelectorAll('a[href]')].map((it) => it.href)`);
    for (const link of links) {
      assert.ok(link.startsWith(browser.url), `${link} exists here`);
      const answer = await fetch(link);
      assert.equal(answer.status, 200, link);
      const [, id] = link.split('#');
      if (id) assert.ok((await answer.text()).includes(`id="${id}"`), link);
    }
  });
}
