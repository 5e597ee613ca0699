/**
 * The scorecard saved as a picture: what the button makes under every policy, and how a picture
 * looks in this engine. Knows how a page saves a file; the contents of a picture are tested in
 * tests/picture.rs.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { CASES, golden } from '../package/picture-cases.mjs';
import { ROOT, embed, page, small, start } from './harness.mjs';

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

const dist = new URL('../../pkg/dist/', import.meta.url);
const BUTTON = 'button[name="picture-0"]';
const QUIET = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src ";

/** Collects files instead of saving them: name, type, and content. */
const KEEPING = `window.saved = [];
const files = new Map();
const give = URL.createObjectURL;
URL.createObjectURL = (file) => {
  const address = give(file);
  files.set(address, file);
  return address;
};
HTMLAnchorElement.prototype.click = function () {
  saved.push({ name: this.download, file: files.get(this.href) });
};`;

/** Shows a scorecard with its extras on a page with these headers. */
async function arrive({ headers = {}, attributes = '' } = {}) {
  const tag = embed(small(), `layout="list" advance="manual" ${attributes}`);
  browser.serve('/picture.html', page(tag), { headers });
  await browser.visit('/picture.html');
  await browser.ready();
  await browser.run(
    `${KEEPING} document.querySelector('misconception-scorecard').answers = { s1: { agreement: 5 }, s2: { agreement: 1 } };`,
  );
  await browser.tap('button.primary');
  await browser.until(
    `return document.querySelector('misconception-scorecard').shadowRoot.querySelector('${BUTTON.replaceAll('"', '\\"')}') !== null`,
    'the button',
  );
}

/** Taps the button; returns name, type, text and size of the saved file. */
async function save(times = 1) {
  await browser.tap(BUTTON);
  await browser.until(`return saved.length >= ${times}`, 'a file');
  await browser.run(`const { name, file } = saved.at(-1);
    window.read = undefined;
    file.text().then((text) => { window.read = { name, type: file.type, text: file.type === 'image/png' ? '' : text, size: file.size }; });`);
  return browser.until('return window.read', 'its text');
}

/** Width, height, and the shares of paper, ink and green in the last saved PNG. */
async function looked() {
  await browser.run(`window.seen = undefined;
    createImageBitmap(saved.at(-1).file).then((bitmap) => {
      const { width, height } = bitmap;
      const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, width, height);
      const share = (wanted) => {
        let found = 0;
        for (let at = 0; at < data.length; at += 4) {
          if (wanted.every((value, index) => Math.abs(data[at + index] - value) < 12)) found++;
        }
        return found / (data.length / 4);
      };
      window.seen = { width, height, paper: share([253, 252, 250, 255]), ink: share([28, 27, 25, 255]), green: share([8, 116, 77, 255]) };
    });`);
  return browser.until('return window.seen', 'the picture');
}

async function assertPng() {
  const { width, height, paper, ink, green } = await looked();
  assert.deepEqual([width, height], [1200, 630]);
  assert.ok(paper > 0.8 && paper < 0.99, `paper ${paper}`);
  assert.ok(ink > 0.005, `ink ${ink}`);
  assert.ok(green > 0.003, `green ${green}`);
}

const ofCore = () => browser.requests.filter((it) => it.startsWith('/scorecard/core'));

test('the button saves the scorecard as a PNG of 1200 x 630, and only then loads the core', async () => {
  await arrive();
  assert.deepEqual(ofCore(), []);
  const { name, type } = await save();
  assert.deepEqual([name, type], ['small-1.png', 'image/png']);
  await assertPng();
  const wasm = readdirSync(dist).find((it) => /^core-.*\.wasm$/.test(it));
  assert.deepEqual(ofCore(), ['/scorecard/core.js', `/scorecard/${wasm}`]);
  assert.equal((await save(2)).name, 'small-1.png');
  assert.equal(ofCore().length, 2, 'it is loaded once');
  await browser.assertQuiet();
});

test('with `assets` the core is loaded from that folder', async () => {
  const types = {
    '.js': 'text/javascript',
    '.wasm': 'application/wasm',
    '.css': 'text/css',
    '.json': 'application/json',
  };
  for (const file of readdirSync(dist)) {
    browser.serve(`/copy/${file}`, readFileSync(new URL(file, dist)), { type: types[path.extname(file)] });
  }
  await arrive({ attributes: 'assets="/copy"' });
  assert.equal((await save()).name, 'small-1.png');
  assert.deepEqual(ofCore(), []);
  assert.ok(browser.requests.includes('/copy/core.js'));
  await browser.assertQuiet();
});

for (const [policy, expected, complaints] of [
  ["'self' data:", 'png', false],
  ["'self' blob:", 'png', true],
  ["'self'", 'svg', true],
  ["'none'", 'svg', true],
]) {
  test(`under img-src ${policy} the picture is a ${expected.toUpperCase()}`, async () => {
    await arrive({ headers: { 'content-security-policy': QUIET + policy } });
    await browser.console();
    const { name, text } = await save();
    assert.equal(name, `small-1.${expected}`);
    if (expected === 'png') await assertPng();
    else
      assert.match(
        text,
        /^<svg [^]*<title>Small<\/title>\n<desc>My scorecard on 2 misconceptions\n[^]*\n(localhost|127\.0\.0\.1):\d+<[^]*<\/svg>\n$/,
      );
    const said = await browser.console();
    assert.equal(said.length > 0, complaints, `${said}`);
    for (const line of said) assert.match(line, /^error (policy img-src|cannot load)/);
    assert.equal(await browser.run(SHOWN), null, 'no note is shown');
  });
}

/** The message if there is no picture. */
const SHOWN = `const note = document.querySelector('misconception-scorecard').shadowRoot.querySelector('#no-picture');
return note.checkVisibility() ? note.innerText : null;`;

test('if the canvas returns noise, nothing or an error, the picture is saved as SVG', async () => {
  for (const lie of [
    'function (...place) { const it = real.apply(this, place); crypto.getRandomValues(it.data.subarray(0, 60000)); return it; }',
    'function (x, y, width, height) { return new ImageData(width, height); }',
    'function (...place) { const it = real.apply(this, place); it.data.fill(255); return it; }',
    "function () { throw new DOMException('no', 'SecurityError'); }",
  ]) {
    await arrive();
    await browser.run(`const real = CanvasRenderingContext2D.prototype.getImageData;
      CanvasRenderingContext2D.prototype.getImageData = ${lie};`);
    assert.equal((await save()).name, 'small-1.svg', lie);
    await browser.assertQuiet();
  }
});

test('if the core cannot be loaded, a note says so and the other buttons work', async () => {
  browser.serve('/scorecard/core.js', 'Gone', { status: 404, type: 'text/plain' });
  try {
    await arrive();
    assert.equal(await browser.run(SHOWN), null);
    await browser.tap(BUTTON);
    await browser.until(SHOWN, 'the note');
    assert.equal(await browser.run(SHOWN), 'The picture cannot be made just now.');
    assert.deepEqual(await browser.run('return saved.length'), 0);
    await browser.run(`${ROOT} root.querySelector('.keep').open = true`);
    await browser.tap('button[name="json-0"]');
    assert.equal(await browser.run('return saved.length'), 1);
  } finally {
    browser.unserve('/scorecard/core.js');
  }
});

test('a page draws each picture with the same bytes as the host', async () => {
  await browser.visit('/plain.html', { html: '' });
  await browser.run(
    `window.drawn = undefined;
    import('/scorecard/core.js').then(async ({ picture, ready }) => {
      await ready();
      window.drawn = JSON.parse(arguments[0]).map(({ questionnaire, scorecard, wishes }) => picture(scorecard, { questionnaire, ...wishes }));
    });`,
    JSON.stringify(CASES),
  );
  const drawn = await browser.until('return window.drawn', 'the pictures');
  for (const [place, { name }] of CASES.entries()) assert.equal(drawn[place], golden(name), name);
});

/**
 * Inserts a picture into the page; returns what is wrong with its texts as this engine measures
 * them.
 */
const MEASURE = `const parsed = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
if (parsed.querySelector('parsererror')) return ['it is no XML'];
const svg = document.importNode(parsed.documentElement, true);
document.body.append(svg);
const { width, height } = svg.viewBox.baseVal;
const boxes = [...svg.querySelectorAll('text')].map((it) => [it.textContent, it.getBBox()]);
svg.remove();
const wrong = [];
for (const [place, [text, it]] of boxes.entries()) {
  if (!it.width) wrong.push('unseen: ' + text);
  if (it.x < 0 || it.x + it.width > width || it.y < 0 || it.y + it.height > height) wrong.push('outside: ' + text);
  for (const [other, that] of boxes.slice(place + 1)) {
    const isBeside = it.x + it.width <= that.x || that.x + that.width <= it.x;
    // Boxes are as high as the font, not as its letters: lines may touch.
    const isApart = it.y + it.height * 0.7 <= that.y || that.y + that.height * 0.7 <= it.y;
    if (!isBeside && !isApart) wrong.push(text + ' on ' + other);
  }
}
return wrong;`;

test('the measurement finds a text outside its place', async () => {
  await browser.visit('/plain.html', { html: '' });
  const svg = golden('all-verdicts');
  for (const [from, to, found] of [
    [/<text x="[\d.]+"/, '<text x="900"', 'outside: My scorecard on 6 misconceptions'],
    [/<text x="[\d.]+"/, '<text x="-1"', 'outside: My scorecard on 6 misconceptions'],
    [/y="[\d.]+"( [^>]*>2 believed<)/, 'y="640"$1', 'outside: 2 believed'],
    [/<text x="[\d.]+"( [^>]*>1 undecided<)/, '<text x="60"$1', '2 believed on 1 undecided'],
    ['</svg>', '<svg>', 'it is no XML'],
  ]) {
    const wrong = await browser.run(MEASURE, svg.replace(from, to));
    assert.ok(wrong.includes(found), `${to}: ${wrong}`);
  }
});

test('in every script the texts of a picture stay in their places', async () => {
  await browser.visit('/plain.html', { html: '' });
  for (const { name } of CASES) {
    // No font on this machine has all its stacked combining characters.
    if (name === 'hostile') continue;
    assert.deepEqual(await browser.run(MEASURE, golden(name)), [], name);
  }
});

test('malicious texts of a questionnaire are only text in its picture', async () => {
  await browser.visit('/plain.html', { html: '' });
  const found = await browser.run(
    `const svg = new DOMParser().parseFromString(arguments[0], 'image/svg+xml').documentElement;
    return [...new Set([...svg.querySelectorAll('*')].map((it) => it.localName))].sort();`,
    golden('hostile'),
  );
  assert.deepEqual(found, ['desc', 'g', 'path', 'rect', 'text', 'title']);
});
