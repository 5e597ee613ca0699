/**
 * The studio in Norwegian, where its texts come from elsewhere: explanations of keys, findings of
 * the check, instructions for sites. Knows www/studio.html as an author sees it; that every text
 * has Norwegian words is tested in tests/package/studio-texts.test.mjs.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { small, start } from './harness.mjs';
import { studio } from './studio-stage.mjs';

let browser;
let page;
before(async () => {
  browser = await start();
  page = studio(browser);
});
after(() => browser?.close());

/** Opens the studio with `content`, in Norwegian. */
async function open(content) {
  await page.come();
  await page.openFile(content);
  await browser.run(
    `const control = document.getElementById('tongue'); control.value = 'nb';
    control.dispatchEvent(new Event('change', { bubbles: true }))`,
  );
  await browser.until(`return document.documentElement.lang === 'nb'`);
}
const lang = (selector) => browser.run('return document.querySelector(arguments[0]).lang', selector);

test('a key is explained in Norwegian, and one without Norwegian words in English, marked as such', async (context) => {
  const schema = JSON.parse(readFileSync(new URL('../../pkg/dist/questionnaire.schema.json', import.meta.url), 'utf8'));
  schema.properties.audience = { type: 'string', description: 'Whom it is for.' };
  browser.serve('/scorecard/questionnaire.schema.json', JSON.stringify(schema), { type: 'application/json' });
  context.after(() => browser.unserve('/scorecard/questionnaire.schema.json'));
  await open(small());
  await page.press('Mer om «Tittel»');
  await page.says('.explained', /^Overskriften på det første skjermbildet\./);
  assert.equal(await lang('.explained'), '');
  await page.press('Mer om «Tittel»');
  await page.press('Flere innstillinger');
  await page.press('Mer om «audience»');
  await page.says('.explained', 'Whom it is for.');
  assert.equal(await lang('.explained'), 'en');
  await browser.assertQuiet();
});
