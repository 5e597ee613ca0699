/**
 * Screenshots of screens are compared with those in tests/pictures/, which a person has approved.
 * Knows which screens are worth a picture; how pictures are compared is in pictures-tiles.mjs.
 *
 * Pictures are stored for Chromium only, because they are most of the repository's size. In every
 * engine, hand.test.mjs compares the content of each screen and checks that nothing is cut off.
 *
 * A picture that differs is written to target/pictures/, with the differences beside it.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ENGINE, ROOT, start } from './harness.mjs';
import { TILE, TOLERATED, compare, decode, differences, read, write } from './pictures-tiles.mjs';
import { VARIANTS, show } from './screens.mjs';

assert.equal(
  ENGINE,
  'chromium',
  'pictures are kept for Chromium only; cargo xtask test runs this file in no other engine',
);

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

/** The screens with a picture, each with what only this picture shows. */
const PICTURES = [
  ['start', 'light', 'a button that stands alone, before anything is loaded'],
  ['first', 'light', 'the introduction; answers of which none is chosen; Skip'],
  ['statement', 'narrow', 'Back and Skip in one row of 320 px; the bar half filled; answers that fill the width'],
  ['chosen', 'light', 'the accent: a chosen answer and the button that moves on'],
  ['chosen', 'dark', 'the accent, borders and faint texts on a dark page'],
  ['chosen', 'forced', 'a chosen answer in colours that the reader has set'],
  ['certainty', 'light', 'certainties in two columns'],
  ['certainty', 'narrow', 'certainties in one column'],
  ['certainty', 'right to left', 'dots, columns and buttons from the right'],
  ['list', 'light', 'statements one below another, with the rules between them'],
  ['refutation', 'light', 'a refutation that stands alone, with its buttons'],
  ['refutation', 'right to left', 'the box and its bar from the right, and the line height of another script'],
  ['scorecard', 'light', 'the profile: a square, a ring and no position'],
  ['scorecard', 'dark', 'a ring through which a dark page shows'],
  ['scorecard', 'narrow', 'names and verdicts that wrap in the profile'],
  ['scorecard', 'forced', 'lines and marks in colours that the reader has set'],
  ['scorecard', 'right to left', 'the misconception at the left end'],
  ['scorecard open', 'light', 'the diamond, the disc and the closing words; an article with everything in it'],
  ['scorecard straight', 'light', 'the half disc, in the middle; a note above the profile'],
  ['scorecard empty', 'light', 'statements asked inside the scorecard'],
  ['scorecard compared', 'light', 'what was before, below each verdict, and what has moved since'],
  ['scorecard shared', 'light', 'the banner and the ways out of a scorecard that is somebody else’s'],
  ['scorecard said', 'light', 'text fields, a quoted remark, checkboxes, and the end of the page'],
  ['scorecard said', 'dark', 'fields and checkboxes on a dark page'],
  ['scorecard said', 'narrow', 'buttons that wrap'],
  ['scorecard said', 'right to left', 'a URL that is written from the left in a page from the right'],
];

/** The largest height of a picture, in px: further down, everything looks like what is above. */
const TALLEST = 1600;

const top = fileURLToPath(new URL('../../', import.meta.url));
const references = `${top}tests/pictures`;
const failed = `${top}target/pictures`;
const fileOf = (screen, variant) => `${screen} ${variant}`.replaceAll(' ', '-');
const reference = (screen, variant) => read(`${references}/${fileOf(screen, variant)}.png`);

/**
 * Shows a screen in a window that is not resized afterwards: what was never painted would be black.
 */
function display(screen, variant) {
  const { size: [width] = [640], ...settings } = VARIANTS[variant];
  // The scrollbar belongs to the browser.
  return show(browser, screen, { ...settings, size: [width, TALLEST], css: ':root { scrollbar-width: none }' });
}

/** A picture of the page down to its end. */
async function picture() {
  // Wait for the fade-in.
  await browser.settle();
  const painted = 'return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))';
  await browser.run(painted);
  const end = await browser.run('return document.body.getBoundingClientRect().height');
  const { width, height: shown, data } = decode(Buffer.from(await browser.picture(), 'base64'));
  const height = Math.min(TALLEST, Math.ceil(end), shown);
  return { width, height, data: data.slice(0, width * height * 4) };
}

for (const [screen, variant, reason] of PICTURES) {
  test(`looks like the approved picture: ${screen}, ${variant} (${reason})`, async () => {
    await display(screen, variant);
    const shown = await picture();
    const name = fileOf(screen, variant);
    if (process.env.UPDATE_EXPECT) return write(references, name, shown);
    const path = `${references}/${name}.png`;
    assert.ok(existsSync(path), `${path} is missing; UPDATE_EXPECT=1 makes it`);
    const expected = read(path);
    const different = compare(shown, expected);
    if (different.length > 0) {
      write(failed, name, shown);
      if (shown.data.length === expected.data.length)
        write(failed, `${name}-differences`, differences(shown, expected));
    }
    assert.deepEqual(different, [], `see ${failed}/${name}.png`);
  });
}

test('every stored picture is compared with a screen', () => {
  const names = PICTURES.map(([screen, variant]) => `${fileOf(screen, variant)}.png`);
  assert.deepEqual(readdirSync(references).sort(), names.sort());
});

test('a changed colour is noticed', async () => {
  await display('chosen', 'light');
  await browser.run(`${ROOT} root.querySelector('.panel').style.setProperty('--ms-accent', 'crimson')`);
  assert.notDeepEqual(compare(await picture(), reference('chosen', 'light')), []);
});

/** Calls `act` for each pixel of a box that is inside the picture. */
function each({ width, height }, [left, top, right, bottom], act) {
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) {
    for (let x = Math.max(0, left); x < Math.min(width, right); x++) act((y * width + x) * 4);
  }
}

/** The most frequent colour in a box, as the index of one of its pixels. */
function background(picture, box) {
  const counts = new Map();
  each(picture, box, (at) => {
    const colour = picture.data.subarray(at, at + 3).join();
    const [count] = counts.get(colour) ?? [0];
    counts.set(colour, [count + 1, at]);
  });
  return [...counts.values()].reduce((most, it) => (it[0] > most[0] ? it : most))[1];
}

/** The smallest difference from the background, in shades, at which a colour counts as ink. */
const INK = 32;

/** Paints over a box with the background around it; returns how many pixels of ink it had. */
function erase(picture, original, box, around) {
  const ground = background(original, around);
  let ink = 0;
  each(picture, box, (at) => {
    const far = [0, 1, 2].map((channel) => Math.abs(original.data[at + channel] - original.data[ground + channel]));
    if (Math.max(...far) >= INK) ink += 1;
    picture.data.set(original.data.subarray(ground, ground + 4), at);
  });
  return ink;
}

/**
 * Whether a picture that was changed in these rows still passes. Comparing their tiles only is
 * faster and enough.
 */
function passes(changed, original, top, bottom) {
  const { width, height } = original;
  const [from, to] = [top - (top % TILE), Math.min(height, Math.ceil(bottom / TILE) * TILE)];
  const cut = ({ data }) => ({ width, height: to - from, data: data.slice(from * width * 4, to * width * 4) });
  return compare(cut(changed), cut(original)).length === 0;
}

const BAND = 16;
/**
 * Up to this much ink is the tip of a letter or mark, which passes if it is split between two
 * tiles.
 */
const TIP = 2 * TOLERATED;

for (const [screen, variant] of [
  ['certainty', 'light'],
  ['chosen', 'forced'],
  ['refutation', 'right to left'],
  ['scorecard', 'dark'],
  ['scorecard said', 'narrow'],
]) {
  test(`a missing line is noticed: ${screen}, ${variant}`, (context) => {
    const original = reference(screen, variant);
    const unseen = [];
    let inked = 0;
    let tips = 0;
    for (let top = 0; top < original.height; top += BAND) {
      const erased = { ...original, data: original.data.slice() };
      let ink = 0;
      for (let left = 0; left < original.width; left += BAND) {
        const around = [left - 24, top, left + BAND + 24, top + BAND];
        ink += erase(erased, original, [left, top, left + BAND, top + BAND], around);
      }
      if (ink > 0 && ink <= TIP) tips += 1;
      if (ink <= TIP) continue;
      inked += 1;
      if (passes(erased, original, top, top + BAND)) unseen.push(`${ink} px of ink from ${top} on`);
    }
    context.diagnostic(`${inked - unseen.length} of ${inked} bands; ${tips} have at most ${TIP} px of ink`);
    assert.ok(inked > 30, `${inked} bands with ink`);
    assert.deepEqual(unseen, []);
  });
}

for (const variant of ['light', 'dark', 'forced', 'narrow', 'right to left']) {
  test(`a missing word, line or mark of the profile is noticed: ${variant}`, async (context) => {
    await display('scorecard', variant);
    const shown = await picture();
    const expected = reference('scorecard', variant);
    // Text that is only for screen readers has no picture, such as the ends of the scale on a
    // narrow page.
    const boxes = await browser.run(`${ROOT} const boxes = [];
      const profile = root.querySelector('.profile');
      const add = (name, { left, top, right, bottom }) => boxes.push([name, ...[left, top, right, bottom].map(Math.round)]);
      const texts = document.createTreeWalker(profile, NodeFilter.SHOW_TEXT);
      for (let text; (text = texts.nextNode());) {
        const cell = text.parentElement.closest('th, td');
        if (cell.offsetWidth <= 1) continue;
        for (const { 0: word, index } of text.data.matchAll(/\\S+/g)) {
          const range = new Range();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          for (const box of range.getClientRects()) add(word, box);
        }
      }
      for (const it of profile.querySelectorAll('line, svg svg')) add(it.localName, it.getBoundingClientRect());
      return boxes`);
    const unseen = boxes.filter(([, ...box]) => {
      const [left, top, right, bottom] = box;
      const around = [left - 4, top - 4, right + 4, bottom + 4];
      const erased = { ...shown, data: shown.data.slice() };
      assert.ok(erase(erased, shown, [left, top - 1, right, bottom + 1], around) > 0, `${box} has ink`);
      return passes(erased, expected, Math.max(0, top - 1), bottom + 1);
    });
    context.diagnostic(`${boxes.length - unseen.length} of ${boxes.length} words, lines and marks`);
    assert.ok(boxes.length > 30, `${boxes.length} boxes`);
    assert.deepEqual(unseen, []);
  });
}

test('edges of letters that are smoothed a little differently are tolerated', () => {
  const original = reference('scorecard', 'light');
  const { width, height, data } = original;
  const noisy = { width, height, data: data.slice() };
  let changed = 0;
  each(original, [1, 0, width, height], (at) => {
    // A pixel is on an edge if its left neighbour differs.
    if (Math.abs(data[at] - data[at - 4]) < INK) return;
    const shades = ((at / 4) % 41) - 20;
    for (let channel = at; channel < at + 3; channel++)
      noisy.data[channel] = Math.min(255, Math.max(0, data[channel] + shades));
    changed += 1;
  });
  assert.ok(changed > 100 * TILE, `${changed} pixels`);
  assert.deepEqual(compare(noisy, original), []);
});
