/**
 * The widget on pages that could break it: frameworks, resets, rules with !important, narrow and
 * odd containers. Knows their style sheets and how to tell that a page is unchanged; what a reader
 * does is the same on all of them.
 *
 * On each page, every computed style, position and attribute outside the widget is recorded before
 * the script is loaded, and compared when the scorecard is shown. The widget is in a scrolling box
 * of fixed size, so that its own size cannot move anything: every difference is caused by the
 * script. A host with `grows` (a dialog, a row or a table) adapts to its content: sizes and
 * positions may change there, but only inside that box.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { ENGINE, Key, ROOT, embed, start } from './harness.mjs';

let browser;
/**
 * How the widget looks on a page without any style: the first screen and the scorecard, per width.
 * Widths are grouped by the breakpoints of the style sheet, in multiples of its font size.
 */
const plain = {};
const ROOM = `${ROOT} const it = root.querySelector('.card');
  const room = it.clientWidth / parseFloat(getComputedStyle(it).fontSize);
  return [34, 30, 15].filter((least) => room > least).length`;
before(async () => {
  browser = await start();
  for (const [name, path] of Object.entries(SHEETS)) browser.serve(`/${name}.css`, sheet(path), { type: 'text/css' });
  for (const width of [600, 530, 440, 240]) {
    const host = { place: box(width) };
    await visit(host);
    await browser.run(LOAD);
    const looks = await wayThrough(host);
    plain[await browser.run(ROOM)] = looks;
  }
});
after(() => browser?.close());

const SHEETS = {
  bootstrap: 'bootstrap/dist/css/bootstrap.css',
  pico: '@picocss/pico/css/pico.css',
  'pico.classless': '@picocss/pico/css/pico.classless.css',
  normalize: 'normalize.css/normalize.css',
  tailwind: 'tailwindcss/preflight.css',
};
const top = new URL('../../', import.meta.url);
/**
 * The style sheet of a package. Where Tailwind's compiler would insert a value of its theme, insert
 * the default.
 */
const sheet = (path) =>
  readFileSync(new URL(`node_modules/${path}`, top), 'utf8').replaceAll(/--theme\(\s*--[\w-]+,([^)]*)\)/g, '$1');

const BUILT_IN = JSON.parse(readFileSync(new URL('questionnaires/social-media.en.json', top)));
const questionnaire = { ...BUILT_IN, misconceptions: BUILT_IN.misconceptions.slice(0, 1) };
const tag = (more) => embed({ ...questionnaire, ...more }).replace('load="now"', '');
const WIDGET = tag();

/**
 * Gives the box this size whatever the page says: nothing overrides an inline style with
 * !important.
 */
const fixed = (style) =>
  `${style}; box-sizing: border-box; overflow: auto scroll; position: static`.replaceAll(/(?=;|$)/g, ' !important');
const box = (width, inside = WIDGET, style = '') =>
  `<div id="box" style="${fixed(`display: block; width: ${width}px; height: 600px; ${style}`)}">${inside}</div>`;

/** One of each kind of element that a page may have. */
const OTHERS = `<header><nav><ul><li><a href="#after">After</a></li><li>Item</li></ul></nav></header><h2>Heading</h2><h3>Heading</h3>
  <p class="lead">Text with <a href="#after">a link</a>, <strong>strong</strong>, <em>emphasis</em>, <code>code</code>, <small>small</small>.</p>
  <form onsubmit="return false"><fieldset><legend>Legend</legend><label>Name <input name="name" placeholder="Name"></label>
  <label><input type="radio" name="answer" checked> One</label><label><input type="checkbox"> Two</label>
  <select><option>One</option></select><textarea>Text</textarea><button class="btn btn-primary primary">Send</button></fieldset></form>
  <table class="table"><thead><tr><th>Head</th></tr></thead><tbody><tr><td class="verdict">Cell</td></tr></tbody></table>
  <ol><li>Item</li></ol><dl><dt>Term</dt><dd>Text</dd></dl><blockquote class="note">Text</blockquote><pre>Text</pre><hr>
  <details open><summary>Summary</summary><p>Text</p></details><progress value=".5"></progress>
  <div class="card panel"><p class="title">Text</p></div><svg width="20" height="20"><circle class="ring" r="5"></circle><line x2="9"></line></svg>`;

/** The page of this host, without the script. */
function hostPage({ sheets = [], css = '', root = '', place = box(600) }) {
  const links = sheets.map((name) => `<link rel="stylesheet" href="/${name}.css">`).join('');
  return `<!doctype html><html lang="en" ${root}><head><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">${links}
<style>${css}</style></head><body><main class="container"><h1>A page</h1>${place}${OTHERS}<p id="after">After.</p></main></body></html>`;
}

/** Hostile values for everything that elements inherit. */
const RUDE = `line-height: 4 !important; letter-spacing: .3em !important; word-spacing: 1em !important;
  text-transform: uppercase !important; text-indent: 3em !important; text-align: justify !important;
  text-shadow: 0 0 9px red !important; white-space: nowrap !important; font-style: italic !important;
  word-break: break-all !important; tab-size: 1 !important; list-style: square inside !important; quotes: none !important;
  cursor: crosshair !important; border-collapse: collapse !important; -webkit-text-fill-color: #eee !important;
  text-emphasis: filled !important; paint-order: stroke !important; stroke: red !important; fill: red !important;`;

/**
 * The pages. `own`: has its own fonts and colours, which the widget adopts; `zoomed`: larger or
 * smaller than written.
 */
const HOSTS = [
  { name: 'Bootstrap', sheets: ['bootstrap'], own: true },
  { name: 'Bootstrap, dark', sheets: ['bootstrap'], root: 'data-bs-theme="dark"', own: true },
  { name: 'Tailwind’s preflight', sheets: ['tailwind'], own: true },
  { name: 'Pico', sheets: ['pico'], own: true },
  { name: 'Pico without classes, dark', sheets: ['pico.classless'], root: 'data-theme="dark"', own: true },
  { name: 'normalize', sheets: ['normalize'] },
  { name: '* { all: unset !important }', css: '* { all: unset !important; }' },
  { name: '* { all: revert !important }', sheets: ['bootstrap'], css: '* { all: revert !important; }' },
  { name: 'everything that is inherited, with !important', css: `* { ${RUDE} }` },
  {
    name: 'boxes with !important',
    css: `* { margin: 3px !important; padding: 5px !important; border: 2px solid #888 !important; border-radius: 9px !important;
      box-sizing: content-box !important; min-height: 3em !important; transition: all .2s !important; opacity: .99 !important; }`,
  },
  {
    name: 'no buttons, inputs and tables, with !important',
    css: `button, input, label, fieldset, legend, h2, h3, h4, p, form, ul, li, table, thead, tbody, tr, th, td, svg, a, summary,
      .card, .panel, .answers, .primary, .verdict { all: revert !important; color: red !important; font-size: 9px !important;
      line-height: 9px !important; display: none !important; visibility: hidden !important; }`,
  },
  { name: 'huge line heights', css: 'html { line-height: 80px; } body { line-height: 5em; } * { line-height: 90px; }' },
  {
    name: 'names of the widget’s own',
    css: `:root { --accent: #ff0; --corrected: #ff0; --behind: #fff; --white: 1; --dark: 1; --own: #ff0; --line: #f00; --edge: #fff;
      --soft: #f00; --muted: #fff; --font: fantasy; --sans: fantasy; --radius: 3em; --width: 9em; --reserve: 1px; }`,
  },
  {
    name: 'names of the widget’s own, registered',
    css: ['accent', 'own', 'line', 'edge', 'soft', 'muted']
      .map((name) => `@property --${name} { syntax: '<color>'; inherits: false; initial-value: #ff0; }`)
      .join(''),
  },
  {
    name: 'a grey, spaced-out body of small capitals',
    css: 'body { color: #333; background: #f5f0e6; font: 300 small-caps 18px/2.2 serif; letter-spacing: .2em; text-align: center; }',
    own: true,
  },
  { name: 'a root of 62.5 %', css: 'html { font-size: 62.5%; } body { font-size: 1.6rem; }' },
  { name: 'a root of 32 px', css: 'html { font-size: 32px; } body { font-size: .625rem; }' },
  { name: 'dir="rtl"', root: 'dir="rtl"' },
  {
    name: 'vertical writing',
    css: 'misconception-scorecard { writing-mode: vertical-rl !important; }',
    place: box(700),
  },
  { name: 'zoom: 1.5', zoomed: true, place: `<div style="zoom: 1.5">${box(480)}</div>` },
  { name: 'zoom: .5', zoomed: true, place: `<div style="zoom: .5; font-size: 24px">${box(900)}</div>` },
  { name: 'a column of 240 px', place: box(240) },
  {
    name: 'a long word in a column of 240 px',
    place: box(240, tag({ title: 'Donaudampfschifffahrtsgesellschaftskapitän' })),
  },
  {
    name: 'a float beside it',
    place: box(600, `<div style="float: left; width: 200px; height: 150px">Beside</div>${WIDGET}`),
  },
  { name: 'afloat', css: 'misconception-scorecard { float: left; }' },
  { name: 'an inline block', css: 'misconception-scorecard { display: inline-block; }' },
  {
    name: 'an item of a row',
    place: box(700, `<p style="flex: none; width: 150px">Beside</p>${WIDGET}`, 'display: flex;'),
  },
  {
    name: 'an item of a column',
    place: box(600, `<p>Above</p>${WIDGET}`, 'display: flex; flex-direction: column; align-items: center;'),
  },
  { name: 'an item of a narrow row', place: box(240, WIDGET, 'display: flex;') },
  {
    name: 'an item of a grid',
    place: box(600, `<p>Beside</p>${WIDGET}`, 'display: grid; grid-template-columns: 150px 1fr;'),
    grows: true,
  },
  {
    name: 'an item in the middle of a grid',
    place: box(600, WIDGET, 'display: grid; place-items: center;'),
    grows: true,
  },
  {
    name: 'a cell of a table',
    place: box(600, `<table><tr><td>Beside</td><td>${WIDGET}</td></tr></table>`),
    grows: true,
  },
  { name: 'contain: strict', place: box(600, WIDGET, 'contain: strict;') },
  { name: 'user-select: none', css: '* { -webkit-user-select: none !important; user-select: none !important; }' },
  { name: 'several columns', place: box(760, WIDGET, 'columns: 3; column-gap: 20px; height: 2600px;') },
  {
    name: 'foreignObject',
    place: `<svg width="640" height="640"><rect width="640" height="640" fill="#eee"></rect>
      <foreignObject x="20" y="20" width="600" height="600">${box(600)}</foreignObject></svg>`,
  },
  {
    name: 'details',
    place: `<details id="folded"><summary>More</summary>${box(600)}</details>`,
    open: `document.querySelector('#folded').open = true`,
    close: `document.querySelector('#folded').open = false`,
  },
  {
    name: 'a dialog',
    place: `<dialog id="folded">${WIDGET}</dialog>`,
    grows: true,
    open: `document.querySelector('#folded').showModal()`,
    close: `document.querySelector('#folded').close()`,
    async then() {
      await browser.press(Key.ESCAPE);
      assert.equal(
        await browser.run(`return document.querySelector('#folded').open`),
        false,
        'Escape closes the dialog',
      );
    },
  },
];

/** Visits the page and waits until nothing moves. */
async function visit(host) {
  browser.serve('/host.html', hostPage(host));
  await browser.visit('/host.html');
  if (host.open) await browser.run(host.open);
  await browser.until('return document.getAnimations().length === 0');
}

const LOAD = `return import('/scorecard/scorecard.js').then(() => null)`;

/**
 * Everything outside the widget, by element and pseudo-element: computed styles, position and
 * attributes.
 */
const RECORD = `const widget = document.querySelector('misconception-scorecard');
const record = () => {
  document.activeElement.blur();
  for (const it of document.querySelectorAll('*')) it.scrollTo?.(0, 0);
  const all = { '': {
    sheets: document.styleSheets.length,
    adopted: document.adoptedStyleSheets.length,
    elements: document.querySelectorAll('style, link, script, body *').length,
  } };
  [...document.querySelectorAll('*')].filter((it) => !widget.contains(it)).forEach((it, index) => {
    const name = index + ' ' + it.localName + (it.closest('#box, dialog') ? ' in its box' : '');
    all[name] = {
      attributes: [...it.attributes].map(({ name, value }) => name + '=' + value).join(' '),
      place: JSON.stringify(it.getBoundingClientRect()),
    };
    for (const pseudo of ['', '::before', '::after', '::marker', '::placeholder']) {
      const style = getComputedStyle(it, pseudo);
      for (const property of style) all[name][pseudo + property] = style.getPropertyValue(property);
    }
  });
  return all;
};`;
const SIZE = String.raw`/^place$|^(::\w+)?(-webkit-)?(width|height|(inline|block)-size|(perspective|transform)-origin|grid-template.*|margin.*|inset.*|top|right|bottom|left)$/`;
/** The differences from the earlier record; with `grows`, without the sizes in its box. */
const DIFFERENCES = `${RECORD}
const [before, now, differences] = [window.before, record(), []];
for (const name of new Set([...Object.keys(before), ...Object.keys(now)])) {
  for (const property in { ...before[name], ...now[name] }) {
    if (arguments[0] && name.endsWith('in its box') && ${SIZE}.test(property)) continue;
    const [was, is] = [before[name]?.[property], now[name]?.[property]];
    if (was !== is) differences.push(name + ' ' + property + ': ' + was + ' -> ' + is);
  }
}
return differences;`;

/** Properties that come from the page or are derived from it. */
const OWN = ['font-family', 'font-weight', 'color', 'background-color', 'border-top-color', 'stroke', 'fill'];

/**
 * What a page must not change. Sizes are in em of the element, so that pages with different font
 * sizes compare equal.
 */
const LOOK = `${ROOT}
const size = parseFloat(getComputedStyle(root.host).fontSize);
const properties = [
  'display', 'visibility', 'opacity', 'position', 'float', 'box-sizing', 'font-size', 'font-style', 'line-height', 'letter-spacing',
  'word-spacing', 'word-break', 'text-transform', 'text-indent', 'text-align', 'text-shadow', 'white-space', 'text-decoration-line',
  'writing-mode', 'cursor', 'list-style-type', 'border-collapse', 'overflow-wrap', 'transform', 'margin-top', 'margin-left',
  'padding-top', 'padding-left', 'border-top-left-radius', 'min-height', 'max-width', 'appearance', 'paint-order',
  ...arguments[0],
];
return [...root.querySelectorAll('.panel, .panel *')].filter((it) => it.localName !== 'svg').map((it) => {
  const style = getComputedStyle(it);
  const values = properties.map((name) => {
    const value = style.getPropertyValue(name);
    return name + ' ' + value.replaceAll(/(-?[\\d.]+)px/g, (_, number) => (number / size).toFixed(2) + 'em');
  });
  return [it.localName + '.' + (it.getAttribute('class') ?? ''), values];
});`;

/** What a reader could not read or press: the names of elements, and why. */
const UNREADABLE = `${ROOT}
const panel = root.querySelector('.panel');
const around = panel.getBoundingClientRect();
const host = getComputedStyle(root.host);
const unit = parseFloat(host.fontSize) * (root.host.currentCSSZoom ?? 1);
const found = [];
const say = (it, ...words) => found.push([it.localName + '.' + (it.getAttribute('class') ?? ''), ...words].join(' '));
if (around.width < 12 * unit) say(panel, 'is only', around.width, 'wide');
for (const it of [root.host.parentElement, panel, ...panel.querySelectorAll('*:not(svg *)')]) {
  const style = getComputedStyle(it);
  // A heading for screen readers only is clipped on purpose.
  if (style.clipPath !== 'none' || !it.getClientRects().length) continue;
  // The text in a field of one line may be longer than the field.
  const goesOn = style.display === 'inline' || it.matches('.link');
  if (!goesOn && it.scrollWidth > it.clientWidth + 1) say(it, 'overflows', it.scrollWidth, it.clientWidth);
  const place = it.getBoundingClientRect();
  if (panel.contains(it) && (place.left < around.left - 1 || place.right > around.right + 1)) say(it, 'sticks out');
  const least = it.matches('.answer, textarea') ? 2.75 : it.matches('label:has(input)') ? 2.4 : 0;
  if (place.height < least * unit) say(it, 'is only', place.height, 'high');
  const text = [...it.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  if (text && (!place.width || !place.height)) say(it, 'is not visible');
  if (text && !it.matches('.primary') && style.webkitTextFillColor !== style.color) say(it, 'is filled with', style.webkitTextFillColor);
}
return found;`;

async function readable() {
  await browser.settle();
  assert.deepEqual(await browser.run(UNREADABLE), [], 'nothing is clipped, too small or invisible');
  return browser.run(LOOK, OWN);
}

/** What axe finds inside the widget. The page around it is its author's concern. */
const axe = async () => (await browser.axe()).filter((it) => it.includes('misconception-scorecard'));

/**
 * WebKit reports positions as if there were no zoom, so its driver would tap in the wrong place.
 */
const canTap = (host) => !(ENGINE === 'webkit' && host.zoomed);

/**
 * Answers the first statement by a tap and the second by the keyboard; returns the look of each
 * screen.
 */
async function wayThrough(host) {
  await browser.ready();
  const looks = [await readable()];
  // The driver scrolls the window, but not every box in it.
  await browser.run(`${ROOT} root.querySelectorAll('.answers label')[4].scrollIntoView({ block: 'center' })`);
  if (canTap(host)) await browser.tap('.answers label', 4);
  else {
    await browser.press(Key.TAB);
    await browser.press(Key.SPACE, ...Array(4).fill(Key.ARROW_DOWN), Key.ENTER);
  }
  await browser.until(`${ROOT} return root.querySelector('.progress').innerText.includes(' 2 ')`);
  await browser.press(Key.TAB);
  await browser.press(Key.SPACE);
  assert.equal(await browser.run(`${ROOT} return root.querySelector(':checked')?.value`), '1', 'Space chooses');
  await browser.press(Key.ENTER);
  await browser.extras();
  assert.equal((await browser.scorecard()).verdicts[0].verdict, 'held');
  await browser.run(`${ROOT} for (const it of root.querySelectorAll('details')) it.open = true`);
  looks.push(await readable());
  return looks;
}

/** Fails with the differences only, not with everything. */
function assertAlike(looks, { own }, room) {
  const expected = plain[room];
  const differences = looks.flatMap((look, screen) => {
    assert.equal(look.length, expected[screen].length, 'as many elements');
    return look.flatMap(([name, values], index) =>
      values
        .filter(
          (value, place) =>
            !(own && OWN.includes(value.split(' ')[0])) && !alike(value, expected[screen][index][1][place]),
        )
        .map((value) => `${name} ${value}, not ${expected[screen][index][1][values.indexOf(value)]}`),
    );
  });
  assert.deepEqual(differences, [], 'inside, everything looks as on a plain page');
}

/** Whether two values are equal, apart from the rounding of lengths to pixels. */
function alike(one, other) {
  // The minimum is 44 px here, and 24 px for a button beside a text. With larger text, a size that
  // is written smaller comes closer to that.
  if (/^min-height 1\.50?em$/.test(other) && parseFloat(one.split(' ')[1]) >= 1) return true;
  if (other === 'min-height 2.75em' && parseFloat(one.split(' ')[1]) >= 2.4) return true;
  const [numbers, others] = [one, other].map((text) => text.match(/-?[\d.]+(?=em)/g) ?? []);
  const bare = (text) => text.replaceAll(/-?[\d.]+(?=em)/g, '');
  return bare(one) === bare(other) && numbers.every((it, index) => Math.abs(it - others[index]) < 0.04);
}

test('on a plain page the computed sizes are those of the style sheet', () => {
  const [screen] = plain[3];
  const find = (name, property) => screen.find(([it]) => it === name)[1].find((it) => it.startsWith(`${property} `));
  assert.equal(find('h3.', 'font-size'), 'font-size 1.31em');
  assert.equal(find('label.answer', 'font-size'), 'font-size 1.00em');
  assert.equal(find('div.panel', 'line-height'), 'line-height 1.55em');
  assert.equal(find('p.', 'letter-spacing'), 'letter-spacing normal');
  assert.equal(find('button.quiet', 'text-transform'), 'text-transform none');
});

for (const host of HOSTS) {
  test(`the widget is readable and usable, and leaves the page unchanged: ${host.name}`, async () => {
    await visit(host);
    await browser.run(`${RECORD} window.before = record()`);
    if (host.close) await browser.run(host.close);
    await browser.run(LOAD);
    if (host.close) {
      await new Promise((later) => setTimeout(later, 300));
      assert.ok(!browser.requests.some((it) => it.endsWith('.wasm')), 'nothing is loaded before it is visible');
      await browser.run(host.open);
    }
    const looks = await wayThrough(host);
    assertAlike(looks, host, await browser.run(ROOM));
    assert.deepEqual(await browser.run(DIFFERENCES, host.grows ?? false), [], 'the page is as it was');
    assert.deepEqual(await axe(), [], 'axe finds nothing inside');
    await browser.assertQuiet();
    await host.then?.();
  });
}
