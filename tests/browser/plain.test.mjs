/**
 * The reader's module as wasm-bindgen alone makes it, without the steps that make module and glue
 * small. Those steps are optional, so nothing may depend on them.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { ENGINE, start } from './harness.mjs';

assert.equal(ENGINE, 'chromium', 'one engine is enough; cargo xtask test runs this file in no other');

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

const top = new URL('../../', import.meta.url);
const built = (path) => readFileSync(new URL(path, top));
const dist = readdirSync(new URL('pkg/dist/', top));
const file = (pattern) => dist.find((name) => pattern.test(name));

test('the first screen is shown, and an answer moves on', async () => {
  browser.serve('/plain/glue.js', built('target/pkg/plain/glue.js'), { type: 'text/javascript' });
  browser.serve('/plain/glue_bg.wasm', built('target/pkg/plain/glue_bg.wasm'), { type: 'application/wasm' });
  browser.serve(
    '/plain.html',
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Plain</title><link rel="icon" href="data:,">
<div id="panel"></div>
<script type="module">
  import init, { Handle } from '/plain/glue.js';
  import messages from '/scorecard/${file(/^messages-en/)}';
  import questionnaire from '/scorecard/${file(/^social-media-en/)}';
  class Plurals extends Intl.PluralRules {
    category(number) {
      return ['zero', 'one', 'two', 'few', 'many', 'other'].indexOf(this.select(number));
    }
  }
  await init();
  const options = { questionnaire, messages, plurals: new Plurals('en'), list: false, each: false, order: 0, tap: true };
  window.handle = new Handle(document.getElementById('panel'), options);
  window.title = questionnaire.title;
</script>`,
  );
  await browser.visit('/plain.html');
  await browser.until('return window.handle');
  const shown = `return [document.querySelector('.title').textContent, document.querySelectorAll('[type=radio]').length]`;
  assert.deepEqual(await browser.run(shown), [await browser.run('return window.title'), 6]);
  const moved = `handle.act('agreement', 0, 4, false); handle.act('next', 0, 0, false);
    return document.querySelector('.progress').textContent`;
  assert.equal(await browser.run(moved), 'Statement 2 of 10');
});
