/**
 * axe finds nothing on any view of the studio, in light and dark, on a phone and a wide screen.
 * Knows only axe; the studio is operated by studio-stage.mjs.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { start } from './harness.mjs';
import { VIEWS, rich, studio } from './studio-stage.mjs';

let browser;
let page;
before(async () => {
  browser = await start();
  page = studio(browser);
});
after(() => browser?.close());

for (const scheme of ['light', 'dark']) {
  for (const size of [
    [1280, 900],
    [360, 740],
  ]) {
    test(`axe finds nothing on any view: ${scheme}, ${size[0]} px`, async () => {
      await page.come({ scheme, size });
      assert.deepEqual(await browser.axe(), [], 'the start');
      await page.openFile(rich());
      await page.checked();
      await browser.run(`document.querySelector('.left').open = true`);
      assert.deepEqual(await browser.axe(), [], 'title and introduction');
      for (let index = 0; index < 6; index++) {
        const isThere = await browser.run(
          `const it = document.querySelectorAll('.outline li button')[arguments[0]]; it?.click(); return Boolean(it)`,
          index,
        );
        if (!isThere) break;
        await browser.run(`for (const it of document.querySelectorAll('.sheet details')) it.open = true`);
        assert.deepEqual(await browser.axe(), [], `section ${index}`);
      }
      for (const view of ['see', ...VIEWS]) {
        await page.view(view);
        await browser.until(`return document.querySelector('.work h2, .see h2') !== null`);
        if (view === 'json') await browser.until(`return document.querySelector('.cm-content') !== null`);
        assert.deepEqual(await browser.axe(), [], view);
      }
      await browser.assertQuiet();
    });
  }
}
