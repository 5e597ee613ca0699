/**
 * The doctor: it is silent if there is nothing to correct. Mistakes in the tag, scripts that are
 * loaded twice, and faults whose cause is not in the page. No server on this machine can offer a
 * page on https, so for that case the doctor runs in Node.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { VALUES } from '../../pkg/src/doctor/attributes.js';
import {
  DOCTOR,
  TAG,
  WASM,
  assertFallback,
  assertTold,
  assertWell,
  browser,
  dist,
  serve,
  serveJson,
  show,
  tag,
  told,
  top,
  version,
} from './doctor-stage.mjs';
import { page, small } from './harness.mjs';

test('the doctor is silent if there is nothing to correct, with and without debug', async () => {
  for (const attributes of ['', 'debug', 'debug="on"', 'layout="list" theme="dark" lang="nb" storage="local" debug']) {
    await show(tag(attributes));
    await browser.ready();
    await assertWell();
    await browser.assertQuiet();
  }
});

test('the doctor is silent about scripts that contain a language or everything', async () => {
  for (const script of ['scorecard.en.js', 'scorecard.standalone.js']) {
    const type = script === 'scorecard.standalone.js' ? 'defer' : 'type="module"';
    const split = 'type="module" src="/scorecard/scorecard.js"';
    serve('/whole.html', page(tag('debug')).replace(split, `${type} src="/scorecard/${script}"`));
    await browser.visit('/whole.html');
    await browser.ready();
    await assertWell();
    await browser.assertQuiet();
    assert.equal(browser.requests.includes(WASM.path), script === 'scorecard.en.js', 'which module is requested');
  }
});

test('with debug="off" the doctor is not loaded', async () => {
  await show(tag('debug="off" laguage="nb" src="/nowhere.json"'));
  await browser.until(`return window.collected.some((it) => it.includes('not shown'))`);
  assert.deepEqual(await told(0), []);
  assert.ok(!browser.requests.includes(DOCTOR.path));
});

test('on a public host the doctor is loaded only if the tag has debug', async () => {
  // This machine under another name.
  const site = `http://[::ffff:127.0.0.1]:${new URL(browser.url).port}`;
  for (const [debug, isHere] of [
    ['', false],
    ['debug="off"', false],
    ['debug', true],
  ]) {
    serve('/site.html', page(tag(`${debug} laguage="nb"`)));
    await show('');
    await browser.go(`${site}/site.html`);
    await browser.ready();
    await told(isHere ? 1 : 0);
    assert.equal(browser.requests.includes(DOCTOR.path), isHere, debug);
  }
});

test('a message is not repeated at the next start, nor after the fault is repaired', async () => {
  serveJson('/mine.json', '{ "a": 1, }');
  await show(tag('src="/mine.json" layout="grid"'));
  await told(2);
  const start = `document.querySelector('${TAG}').setAttribute('instance', arguments[0])`;
  for (const round of ['1', '2']) {
    await browser.run(start, round);
    assert.deepEqual(await told(0), [], 'said once');
  }
  serveJson('/mine.json', small());
  await browser.run(start, '3');
  await browser.ready();
  assert.deepEqual(await told(0), []);
});

test('three widgets with the same faulty file get one message for it, and each one message for its own fault', async () => {
  serveJson('/mine.json', '[');
  await show(tag('src="/mine.json"') + tag('src="/mine.json" lod="now"') + tag('src="/mine.json" lod="now"'));
  const messages = await told(3);
  assert.equal(messages.filter((it) => it.startsWith('This is not JSON')).length, 1);
});

// The tag

const SLIPS_OF_THE_TAG = {
  'laguage="nb"': 'This tag has no attribute laguage. Did you mean lang?\nlang="nb"',
  'language="nb"': 'This tag has no attribute language. Did you mean lang?\nlang="nb"',
  'layuot="list"': 'This tag has no attribute layuot. Did you mean layout?\nlayout="list"',
  'scr="/mine.json"': 'This tag has no attribute scr. Did you mean src?\nsrc="/mine.json"',
  'data-lang="nb"': 'This tag has no attribute data-lang. Did you mean lang?\nlang="nb"',
  'questionnaire="/mine.json"': 'This tag has no attribute questionnaire. Did you mean src?\nsrc="/mine.json"',
  'feedbak="each"': 'This tag has no attribute feedbak. Did you mean feedback?\nfeedback="each"',
  'asset="/scorecard"': 'This tag has no attribute asset. Did you mean assets?\nassets="/scorecard"',
  'layout="grid"': `layout="grid" is not allowed, so the default applies. Write one of these:
layout="paged"
layout="list"`,
  'order="Author"': `order="Author" is not allowed, so the default applies. Write one of these:
order="interleaved"
order="author"
order="shuffled"`,
  'encoding="xml"': `encoding="xml" is not allowed, so the default applies. Write one of these:
encoding="json"
encoding="form"`,
  'endpoint="mailto:me@example.org"': `endpoint="mailto:me@example.org" is not the URL of a server, so it has no effect. Write one, as in
endpoint="https://example.org/"`,
};
for (const [attribute, expected] of Object.entries(SLIPS_OF_THE_TAG)) {
  test(`a mistake in the tag is reported: ${attribute}`, async () => {
    await show(tag(attribute));
    await browser.ready();
    await assertTold(expected);
  });
}

test('attributes of HTML and of frameworks are not reported', async () => {
  const names = `accesskey autocapitalize autocorrect autofocus class contextmenu dir draggable enterkeyhint exportparts
    id inputmode is itemid itemprop itemref itemscope itemtype nonce part role slot spellcheck style
    tabindex title translate virtualkeyboardpolicy writingsuggestions xmlns headingoffset anchor lang onclick onload onfocus
    aria-label aria-live data-id data-v-7ba5bd90 data-astro-cid-x data-reactroot v-cloak v-if="a" x-data ng-src ng-version
    :src="a" @click="b" _ngcontent-abc-1 client:load wire:ignore hx-get key ref name value width height align border for type`;
  await show(`<${TAG} LOAD="now" LAYOUT="list" ${names}></${TAG}>`);
  await browser.ready();
  await assertWell();
  await show(`<div data-${TAG} data-load="now" data-lang="nb" data-mine="x"></div>`);
  await browser.ready();
  await assertWell();
});

test('the values that the doctor knows are those of the element’s description', () => {
  const { modules } = JSON.parse(readFileSync(`${top}pkg/custom-elements.json`, 'utf8'));
  const values = {};
  for (const { name, default: first, type } of modules[0].declarations[0].attributes) {
    const listed = type?.text.match(/(?<=')\w+(?=')/g);
    // One attribute is there or not, and has a word besides that switches it off.
    if (!listed || type.text.startsWith('boolean')) continue;
    assert.equal(listed[0], first, name);
    values[name] = listed;
  }
  assert.deepEqual(VALUES, values);
});

// The script

/** A second copy of the script with its own files. */
function copy(change = (text) => text) {
  for (const name of readdirSync(dist)) {
    const body = readFileSync(dist + name);
    const type = path.extname(name) === '.wasm' ? 'application/wasm' : 'text/javascript';
    serve(`/second/${name}`, name === 'scorecard.js' ? change(String(body)) : body, { type });
  }
}

test('two scripts of different versions are reported with both versions and tags', async () => {
  copy((text) => text.replaceAll(`"${version}"`, '"9.9.9"'));
  const second = '<script type="module" src="/second/scorecard.js?v=9"></script>';
  const first = '<script type="module" src="/scorecard/scorecard.js"></script>';
  for (const body of [tag(), '']) {
    await show(`${second}${body}`);
    await assertTold(`The script of the widget is on this page twice. The first, version 9.9.9, is used;
the second, version ${version}, does nothing. Remove one of these:
${second}
${first}`);
  }
  await show(`<script type="module">import '/second/scorecard.js'</script>${tag()}`);
  await assertTold([
    `The first, version 9.9.9, is used`,
    `from a bundle, a theme or a plugin. Remove it, or this:\n${first}`,
  ]);
});

test('two tags with the same script are not reported, because it runs once', async () => {
  await show(`<script type="module" src="/scorecard/scorecard.js"></script>${tag()}`);
  await browser.ready();
  await assertWell();
});

// Faults whose cause is not in the page

test('a widget that fails without a cause in the page asks for a report', async () => {
  const report = (message, agent) => `Nothing on this page was found to cause this: ${message}
Reload the page. If it comes back, this is a bug in the widget: please report it, with this message and the questionnaire.
Version ${version}, ${agent}`;
  await show(`<script>Intl.PluralRules = function () { throw new Error('no rules'); };</script>${tag()}`);
  await assertTold(report('no rules', await browser.run('return navigator.userAgent')));
  await assertFallback();
  const navigator = { userAgent: 'An engine' };
  const error = failed('crashed', 'it broke down twice in a row: unreachable');
  assert.deepEqual(await inNode({ navigator }, { element: host(), error }), [
    report(error.message, navigator.userAgent),
  ]);
});

// What only a page on https has, and a doctor that fails itself

/** Runs the doctor in Node with stubs of a page. */
async function inNode(globals, what) {
  const messages = [];
  const stubs = {
    document: { baseURI: 'https://page.example/', addEventListener() {}, removeEventListener() {} },
    location: { protocol: 'https:', origin: 'https://page.example' },
    fetch: () => Promise.reject(new TypeError('no')),
    console: { ...console, warn: (text) => messages.push(text.slice(TAG.length + 3)) },
    ...globals,
  };
  const before = Object.fromEntries(
    Object.keys(stubs).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]),
  );
  try {
    for (const [name, value] of Object.entries(stubs))
      Object.defineProperty(globalThis, name, { value, configurable: true });
    const { default: examine } = await import(`${dist}${DOCTOR.name}?${Math.random()}`);
    await examine(what);
  } finally {
    for (const [name, value] of Object.entries(before)) {
      delete globalThis[name];
      if (value) Object.defineProperty(globalThis, name, value);
    }
  }
  return messages;
}
const host = (more) => ({
  constructor: { observedAttributes: ['src', 'layout'] },
  attributes: [],
  src: '',
  assets: '',
  hasAttribute: () => false,
  querySelector: () => null,
  ...more,
});
const failed = (code, message, problems = []) => Object.assign(new Error(message), { code, problems });

test('a page on https with a questionnaire on http is reported', async () => {
  const src = 'http://other.example/mine.json';
  const error = failed('unreachable', `the questionnaire at ${src} cannot be fetched: no`);
  assert.deepEqual(await inNode({}, { element: host({ src }), error }), [
    `A page over https cannot read the questionnaire over http:\n${src}\nWrite\nhttps://other.example/mine.json`,
  ]);
});

test('each problem code in the README has a remedy', async () => {
  const [, table] = readFileSync(`${top}pkg/README.md`, 'utf8').split('## Problems in a questionnaire');
  // What only `check` finds is not the doctor's concern, nor are errors in answers and scorecards.
  const codes = [...table.split('Errors that are thrown')[0].matchAll(/^\| `(\w+)`[^|]*\| (?!`check`[:,])/gm)].map(
    ([, code]) => code,
  );
  const listed = codes.filter((it) => !['unknownId', 'notComparable'].includes(it));
  assert.equal(listed.length, 13);
  const error = failed(
    'invalidQuestionnaire',
    'no',
    listed.map((code) => ({ code, pointer: '/x' })),
  );
  const [text] = await inNode({}, { element: host(), error });
  const lines = text.split('\n').slice(1);
  assert.deepEqual(
    lines.map((it) => it.match(/^\/x: (\w+) - ./)?.[1]),
    listed,
  );
  assert.ok(!text.includes('undefined'));
});

test('the doctor never throws, whatever it is given', async () => {
  const circle = {};
  circle.cause = circle;
  for (const what of [
    {},
    { element: null },
    { element: host(), error: circle },
    { element: host(), error: null, obstacle: circle },
    { element: host(), error: failed('badJson', 'no') },
    { element: host({ attributes: null }), error: failed('crashed', 'no') },
    { other: {} },
    { other: null, element: undefined },
  ]) {
    assert.ok(Array.isArray(await inNode({}, what)));
  }
});
