/**
 * Every screen, looked at: pictures are compared with those in tests/pictures/, which somebody has seen and found
 * good. Knows pixels. After a wanted change, `UPDATE_EXPECT=1 cargo xtask test` makes them anew: look at each.
 *
 * A picture that differs is left in target/pictures/, with the differences beside it.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import UPNG from 'upng-js';
import { ENGINE, ROOT, start } from './harness.mjs';
import { SCREENS, VARIANTS, show } from './screens.mjs';

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

/** How far a pixel's colour may be from the expected one, 0 to 1, and how many may be farther. */
const THRESHOLD = 0.2;
const TOLERATED = 0.003;
/** No picture is taller: what is below looks like what is above. */
const TALLEST = 1600;
/** How many colours a kept picture has. */
const COLOURS = 24;

const top = fileURLToPath(new URL('../../', import.meta.url));
const references = `${top}tests/pictures/${ENGINE}`;
const failed = `${top}target/pictures/${ENGINE}`;

/** A picture as `{ width, height, data }`, four bytes a pixel. */
function decode(bytes) {
  const png = UPNG.decode(bytes);
  return { width: png.width, height: png.height, data: new Uint8Array(UPNG.toRGBA8(png)[0]) };
}

/** Writes a picture; of few colours it takes little room, and nobody sees the difference. */
function save(folder, name, { width, height, data }) {
  mkdirSync(folder, { recursive: true });
  const bytes = UPNG.encode([data.buffer.slice(data.byteOffset, data.byteOffset + width * height * 4)], width, height, COLOURS);
  writeFileSync(`${folder}/${name}.png`, Buffer.from(bytes));
}

/** The first rows of a picture. */
const rows = ({ width, data }, height) => data.subarray(0, width * height * 4);

/** Shows a screen in a window that is never resized afterwards: what was not painted yet would be black. */
const display = (screen, { size: [width] = [640], ...settings }) =>
  show(browser, screen, { ...settings, size: [width, TALLEST] });

/** The page down to its end, and no more. */
async function picture() {
  const painted = 'return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))';
  await browser.run(painted);
  const end = await browser.run('return document.body.getBoundingClientRect().height');
  const shown = decode(Buffer.from(await browser.picture(), 'base64'));
  return { ...shown, height: Math.min(TALLEST, Math.ceil(end), shown.height) };
}

const CANNOT = { webkit: { forced: 'WebKitGTK knows no forced colours' } };

for (const [variant, settings] of Object.entries(VARIANTS)) {
  for (const screen of Object.keys(SCREENS)) {
    const name = `${screen} ${variant}`.replaceAll(' ', '-');
    test(`looks as it was found good: ${screen}, ${variant}`, { skip: CANNOT[ENGINE]?.[variant] }, async () => {
      await display(screen, settings);
      const shown = await picture();
      if (process.env.UPDATE_EXPECT) return save(references, name, shown);
      const path = `${references}/${name}.png`;
      assert.ok(existsSync(path), `${path} is missing; UPDATE_EXPECT=1 makes it`);
      const { count, pixels, differences, sizes } = compare(shown, decode(readFileSync(path)));
      const isGood = sizes === '' && count <= pixels * TOLERATED;
      if (!isGood) {
        save(failed, name, shown);
        if (differences) save(failed, `${name}-differences`, differences);
      }
      assert.ok(isGood, `${sizes || `${count} of ${pixels} pixels differ`}; see ${failed}/${name}.png`);
    });
  }
}

/** How many pixels differ, of how many; a picture of the differences; or what is wrong with the size. */
function compare(shown, expected) {
  const { width } = expected;
  const height = Math.min(shown.height, expected.height);
  if (shown.width !== width || Math.abs(shown.height - expected.height) > 2) {
    return { sizes: `${shown.width} x ${shown.height} px instead of ${width} x ${expected.height}` };
  }
  const differences = { width, height, data: new Uint8Array(width * height * 4) };
  const parts = [rows(shown, height), rows(expected, height), differences.data];
  const count = pixelmatch(...parts, width, height, { threshold: THRESHOLD });
  return { sizes: '', count, pixels: width * height, differences };
}

test('another colour would be seen', async () => {
  await display('chosen', VARIANTS.light);
  await browser.run(`${ROOT} root.querySelector('.panel').style.setProperty('--ms-accent', 'crimson')`);
  const expected = decode(readFileSync(`${references}/chosen-light.png`));
  const { count, pixels } = compare(await picture(), expected);
  assert.ok(count > pixels * TOLERATED, `${count} pixels differ`);
});
