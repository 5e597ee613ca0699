/**
 * The forms for remarks as readers see and hear them: contrast, sizes, narrow screens, labels and
 * live regions.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROOT } from './harness.mjs';
import { browser, document, paste, unfold, visit } from './remarks-stage.mjs';

/** Taps; WebKit's driver does not always scroll far enough by itself. */
async function press(selector) {
  await browser.run(`${ROOT} root.querySelector(arguments[0]).scrollIntoView({ block: 'center' })`, selector);
  await browser.tap(selector);
}

/**
 * Every state at once: disputed, being disputed, not disputed; a text that is too long; a
 * suggestion.
 */
async function everything() {
  await unfold();
  await press('#begin-0');
  await paste('reason-0', 'A reason, and averyveryverylongwordthatnobodyhaseverbrokenupintowordsthatfitanywhereatall.');
  await press('#dispute-0');
  await press('#begin-1');
  await paste('suggestion', 'averyveryverylongwordthatnobodyhaseverbrokenupintowordsthatfitanywhereatall');
  await press('#suggest-0');
  await paste('suggestion', 'x'.repeat(1001));
  await press('#suggest-0');
}

test('axe finds nothing in any state, light and dark', async () => {
  for (const scheme of ['light', 'dark']) {
    await browser.media({ scheme });
    await visit(document(), `theme="${scheme}"`);
    assert.deepEqual(await browser.axe(), []);
    await everything();
    assert.deepEqual(await browser.axe(), []);
    await press('#forget-0');
    assert.deepEqual(await browser.axe(), []);
  }
  await browser.media({});
});

test('buttons and fields are 44 px in size, and everything fits into 240 px, in both writing directions', async () => {
  for (const lang of ['en', 'ar']) {
    await browser.resize(240, 1000);
    await visit(document({ lang }), 'style="--scorecard-sans: sans-serif"');
    await everything();
    const { small, wide } = await browser.run(`${ROOT}
      const card = root.querySelector('.card').getBoundingClientRect();
      const all = [...root.querySelectorAll('.dispute *, .suggest *, .keep *')].filter((it) => it.checkVisibility());
      const name = (it) => it.localName + '#' + it.id + ' ' + JSON.stringify(it.getBoundingClientRect());
      return {
        small: all.filter((it) => it.matches('button, textarea, .stay')).filter((it) => {
          const { width, height } = it.getBoundingClientRect();
          return width < 44 || height < 44;
        }).map(name),
        wide: all.filter((it) => {
          const { left, right } = it.getBoundingClientRect();
          return left < card.left - 0.5 || right > card.right + 0.5;
        }).map(name),
      }`);
    assert.deepEqual({ small, wide }, { small: [], wide: [] }, lang);
    assert.deepEqual(await browser.accessible('.dispute'), ['group', 'Fact 1.'], 'each group has its own name');
  }
  await browser.resize(800, 1000);
});

test('each field has its own label, description and live region', async () => {
  await visit();
  await unfold();
  await browser.tap('#begin-0');
  await browser.tap('#begin-1');
  const fields = await browser.run(`${ROOT} return [...root.querySelectorAll('textarea')].map((it) => {
    const room = root.getElementById(it.getAttribute('aria-describedby'));
    return [it.id, it.labels.length, it.nextElementSibling.contains(room), room.role, room.innerText];
  })`);
  const row = (id) => [id, 1, true, 'status', ''];
  assert.deepEqual(fields, [row('reason-0'), row('reason-1'), row('suggestion')]);
  const twice = await browser.run(`${ROOT} const ids = [...root.querySelectorAll('[id]')].map((it) => it.id);
    return ids.filter((id, place) => ids.indexOf(id) !== place)`);
  assert.deepEqual(twice, []);
});
