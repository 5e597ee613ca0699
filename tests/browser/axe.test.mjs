/**
 * axe finds nothing on any screen of the widget, in light and dark. Knows only axe; the screens are
 * defined in screens.mjs.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ROOT, start } from './harness.mjs';
import { SCREENS, show } from './screens.mjs';

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

for (const scheme of ['light', 'dark']) {
  for (const screen of Object.keys(SCREENS)) {
    test(`axe finds nothing: ${screen}, ${scheme}`, async () => {
      await show(browser, screen, { media: { scheme } });
      assert.deepEqual(await browser.axe(), []);
      await browser.assertQuiet();
    });
  }
}

test('axe looks inside the shadow root', async () => {
  await show(browser, 'first');
  await browser.run(`${ROOT} root.querySelector('h3').style.color = '#bbb'`);
  const found = await browser.axe();
  assert.ok(
    found.some((it) => it.startsWith('color-contrast')),
    found.join(),
  );
});
