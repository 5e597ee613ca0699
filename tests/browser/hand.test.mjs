/**
 * Accessibility: keyboards, screen readers, speech control, large text, forced colours, reduced
 * motion, right to left. Knows WCAG 2.2; the screens are defined in screens.mjs.
 */
import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { golden, goldenFile, tree } from './hand-tree.mjs';
import { ENGINE, Key, ROOT, start } from './harness.mjs';
import { SCREENS, show } from './screens.mjs';

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

const names = Object.keys(SCREENS);
const started = names.filter((name) => !SCREENS[name].waits);

for (const screen of names) {
  test(`roles, names, states and texts are as expected: ${screen}`, async () => {
    await show(browser, screen);
    const shown = await tree(browser);
    const path = goldenFile(screen);
    // All engines must agree, so one of them writes the golden texts.
    if (process.env.UPDATE_EXPECT && ENGINE === 'chromium') writeFileSync(path, shown);
    assert.ok(existsSync(path), `${path} is missing; UPDATE_EXPECT=1 makes it in Chromium`);
    assert.equal(shown, golden(screen));
  });
}

test('roles, names, states and texts are the same on a narrow page', async () => {
  for (const screen of ['certainty', 'scorecard compared', 'scorecard said']) {
    await show(browser, screen, { size: [320, 800] });
    assert.equal(await tree(browser), golden(screen), screen);
  }
});

test('the accessible name of each control is its visible text', async () => {
  for (const screen of names) {
    await show(browser, screen);
    const seen = await browser.run(
      `${ROOT} return [...root.querySelectorAll('input, button')].slice(0, 12).map((it) => (it.labels?.[0] ?? it).innerText.trim())`,
    );
    for (const [index, text] of seen.entries()) {
      const [, name] = await browser.accessible('input, button', index);
      assert.equal(name, text, screen);
    }
  }
});

test('no screen announces anything by itself: new content takes the focus', async () => {
  for (const screen of names) {
    await show(browser, screen);
    const live = '[aria-live], [role=status], [role=alert], [role=log], output';
    // A live region has a text only after something happened: a field is nearly full, or something
    // was copied or could not be made.
    const said = `${ROOT} return [...root.querySelectorAll(arguments[0])]
      .map((it) => it.matches('.left, .told, [hidden]') ? it.hidden || it.textContent : it.outerHTML).filter((it) => it !== true)`;
    assert.equal((await browser.run(said, live)).join(''), '', screen);
  }
});

test('Tab goes to each control of the scorecard once, in reading order, and Enter unfolds', async () => {
  await show(browser, 'scorecard');
  const expected = await browser.run(`${ROOT} return [...root.querySelectorAll('summary, input, textarea, button, a')]
    .filter((it) => it.checkVisibility())
    .map((it) => (it.type !== 'radio' && it.id) || it.name || it.innerText).filter((it, index, all) => all.indexOf(it) === index || !it.startsWith('agreement'))`);
  await browser.run(`${ROOT} root.querySelector('#heading').focus()`);
  for (const name of expected) {
    await browser.press(Key.TAB);
    const [id, text] = await browser.focused();
    assert.ok([id, text].includes(name), `${id} ${text} instead of ${name}`);
  }
  await browser.run(`${ROOT} root.querySelector('summary').focus()`);
  await browser.press(Key.ENTER);
  assert.equal(await browser.run(`${ROOT} return root.querySelector('details').open`), true);
  await browser.press(Key.SPACE);
  assert.equal(await browser.run(`${ROOT} return root.querySelector('details').open`), false);
});

const ringless = ENGINE === 'webkit' && 'MiniBrowser’s window never has the focus on a screen without a window manager';
test('every focused control has a visible ring', { skip: ringless }, async () => {
  await show(browser, 'scorecard');
  for (const selector of [
    'summary',
    '.missing input',
    '.plain',
    'textarea',
    '[name^=begin]',
    '.profile a',
    '.keep > summary',
    '[name=back]',
  ]) {
    await browser.run(`${ROOT} root.querySelector('#heading').focus()`);
    for (let tabs = 0; tabs < 48; tabs++) {
      await browser.press(Key.TAB);
      if (await browser.run(`${ROOT} return root.activeElement?.matches(arguments[0])`, selector)) break;
    }
    const ring = await browser.run(
      `${ROOT} const it = root.activeElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(it.closest('label') ?? it);
      return [it.matches(arguments[0]), outlineStyle, outlineWidth]`,
      selector,
    );
    assert.deepEqual(ring, [true, 'solid', '2px'], selector);
  }
});

test('after a step, forward or back, the new heading has the focus and is visible', async () => {
  await show(browser, 'first', { size: [320, 500] });
  const heading = async (progress) => {
    await browser.until(
      `${ROOT} return root.querySelector('.progress').innerText.includes(arguments[0])`,
      progress,
      progress,
    );
    const [id, top, bottom] = await browser.run(`${ROOT} const it = root.activeElement;
      const { top, bottom } = it.getBoundingClientRect(); return [it.id, top, innerHeight - bottom]`);
    assert.equal(id, 'heading');
    assert.ok(top >= 0 && bottom >= 0, `from ${top}, ${bottom} to the end`);
  };
  await browser.tap('.answers label', 4);
  await heading(' 2 ');
  await browser.tap('.answers label', 5);
  await heading(' 3 ');
  await browser.tap('[name=back]');
  await heading(' 2 ');
});

test('answers and buttons are at least 44 px in size, other controls 24 px', async () => {
  for (const screen of names) {
    await show(browser, screen, { css: 'body { font-size: 13px }' });
    const sizes =
      await browser.run(`${ROOT} return [...root.querySelectorAll('label:has(input), textarea, button, summary')]
      .filter((it) => it.checkVisibility() && !it.closest('[inert]'))
      .map((it) => { const { width, height } = it.getBoundingClientRect(); return [it.localName + it.id, width, height, it.matches('summary, .answered .quiet')]; })`);
    for (const [name, width, height, isSmall] of sizes) {
      const least = isSmall ? 24 : 44;
      assert.ok(width >= least && height >= least, `${screen}: ${name} ${width} x ${height}`);
    }
  }
});

/** Elements that are wider than the panel or make the page scroll sideways. */
const TOO_WIDE = `${ROOT} const panel = root.querySelector('.panel').getBoundingClientRect();
  // A mark may extend over the edge of its line, which ends where there is room for the mark.
  // A URL is in a field of one line, whose text may be longer than the field.
  const isHidden = (it) => it.closest('.unseen, thead .place, path, svg svg, .link') || !it.checkVisibility();
  const wide = [...root.querySelectorAll('.panel *')].filter((it) => {
    const { left, right } = it.getBoundingClientRect();
    return !isHidden(it) && (left < panel.left - 1 || right > panel.right + 1 || it.scrollWidth > it.clientWidth + 1 && getComputedStyle(it).overflowX !== 'visible');
  }).map((it) => it.outerHTML.slice(0, 80));
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) wide.push('the page');
  return wide`;

for (const [name, settings] of Object.entries({
  'text of 200 %': { css: ':root { font-size: 200% } body { font-size: 1rem }' },
  'text of 200 % in a narrow window': { size: [320, 600], css: ':root { font-size: 200% } body { font-size: 1rem }' },
  'a zoom of 400 %, which leaves 320 by 256': { size: [320, 256] },
  'a page 240 px wide': { size: [240, 600] },
  'a page 1600 px wide': { size: [1600, 900] },
  'a narrow page from right to left': { size: [320, 600], isPseudo: true },
})) {
  test(`nothing is cut off and nothing scrolls sideways: ${name}`, async () => {
    for (const screen of started) {
      await show(browser, screen, settings);
      assert.deepEqual(await browser.run(TOO_WIDE), [], screen);
    }
  });
}

test('in forced colours the chosen answer and the marks keep their shape', {
  skip: ENGINE === 'webkit' && 'WebKitGTK knows no forced colours',
}, async () => {
  await show(browser, 'chosen', { media: { forced: true } });
  const chosen = `${ROOT} const of = (it) => { const { borderTopWidth, borderTopColor } = getComputedStyle(it); return [borderTopWidth, borderTopColor]; };
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'Highlight';
    const { outlineStyle, outlineColor } = getComputedStyle(root.querySelector('label:has(:checked)'));
    return [of(root.querySelector(':checked')), of(root.querySelector('input:not(:checked)')), [outlineStyle, outlineColor], getComputedStyle(probe).color]`;
  const [checked, other, outline, highlight] = await browser.run(chosen);
  assert.notEqual(checked[0], other[0], 'the dot of the chosen one is a thick border');
  assert.deepEqual([checked[1], ...outline], [highlight, 'solid', highlight]);
  await show(browser, 'scorecard', { media: { forced: true } });
  const fills = await browser.run(
    `${ROOT} return [...root.querySelectorAll('path')].map((it) => getComputedStyle(it).stroke + getComputedStyle(it).fill)`,
  );
  assert.ok(fills.length > 0 && fills.every((it) => !it.startsWith('nonenone')), fills.join());
});

test('a new screen fades in, but nothing moves by itself if the reader prefers reduced motion', async () => {
  for (const calm of [false, true]) {
    await show(browser, 'first', { media: { calm } });
    assert.equal(await browser.run(`return matchMedia('(prefers-reduced-motion: reduce)').matches`), calm);
    await browser.tap('.answers label', 4);
    await browser.until(`${ROOT} return root.querySelector('.progress').innerText.includes(' 2 ')`);
    const moving = await browser.run(`${ROOT} return [...root.querySelectorAll('*')].flatMap((it) => {
      const { animationName, transitionProperty, transitionDuration, scrollBehavior } = getComputedStyle(it);
      const lasts = transitionDuration.split(', ').some((it) => parseFloat(it) > 0.001);
      const moves = animationName !== 'none' || lasts || scrollBehavior === 'smooth';
      return moves ? [it.className + ' ' + transitionProperty + ' ' + transitionDuration] : [];
    })`);
    assert.deepEqual(moving, calm ? [] : ['paged opacity 0.12s']);
  }
});

test('a page from right to left has its answers and its profile from right to left', async () => {
  await show(browser, 'scorecard', { isPseudo: true });
  const [dir, mark, panel] = await browser.run(`${ROOT} const at = (it) => it.getBoundingClientRect();
    const panel = at(root.querySelector('.place > svg'));
    return [getComputedStyle(root.querySelector('.card')).direction, at(root.querySelector('.place path.solid')).left, [panel.left, panel.right]]`);
  assert.equal(dir, 'rtl');
  assert.ok(mark < panel[0] + (panel[1] - panel[0]) / 4, 'a misconception that is held stands at the left end');
  await show(browser, 'first', { isPseudo: true });
  const [radio, text] = await browser.run(`${ROOT} const label = root.querySelector('label');
    return [...label.children].map((it) => it.getBoundingClientRect().left)`);
  assert.ok(radio > text, 'the button stands right of its answer');
});
