/**
 * The golden trees that hand.test.mjs compares: each belongs to a screen, and none would overlook
 * what a reader would miss.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { golden, goldenFile, tree } from './hand-tree.mjs';
import { ROOT, start } from './harness.mjs';
import { SCREENS, show } from './screens.mjs';

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

test('the golden tree notices the loss of a name, role, level, state, text or description', async () => {
  for (const [screen, loss] of [
    ['scorecard', `root.querySelector('.profile [role=img]').removeAttribute('aria-label')`],
    ['scorecard', `root.querySelector('fieldset').removeAttribute('aria-labelledby')`],
    ['scorecard', `root.querySelector('.profile').setAttribute('role', 'presentation')`],
    ['scorecard', `root.querySelector('h3').setAttribute('role', 'note')`],
    [
      'scorecard',
      `const it = root.querySelector('h3'); it.replaceWith(Object.assign(document.createElement('h4'), { textContent: it.textContent }))`,
    ],
    ['scorecard', `root.querySelector('details').open = true`],
    ['scorecard', `root.querySelector('.rest').firstChild.data += ' too'`],
    ['scorecard', `root.querySelector('.rest').hidden = true`],
    ['scorecard', `root.querySelector('button').style.display = 'none'`],
    ['scorecard', `root.querySelector('#address').readOnly = false`],
    ['scorecard', `root.querySelector('[role=status]').remove()`],
    [
      'scorecard',
      `root.getElementById(root.querySelector('textarea').getAttribute('aria-describedby')).textContent = 'Full'`,
    ],
    ['certainty', `root.querySelector(':checked').checked = false`],
    ['certainty', `root.querySelector('.certainty').inert = true`],
    ['certainty', `root.querySelector('input').disabled = true`],
  ]) {
    await show(browser, screen);
    await browser.run(`${ROOT} ${loss}`);
    assert.notEqual(await tree(browser), golden(screen), loss);
  }
});

test('every golden tree belongs to a screen', () => {
  const files = Object.keys(SCREENS).map(goldenFile);
  assert.deepEqual(readdirSync(path.dirname(files[0])).sort(), files.map((file) => path.basename(file)).sort());
});
