/**
 * The extras of a scorecard: what is loaded for them and when, that a reader loses nothing when
 * they come, and that the scorecard stays as it was if they do not come. What readers can do with
 * them is tested in remarks.test.mjs.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { embed, small, start } from './harness.mjs';

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

const dist = fileURLToPath(new URL('../../pkg/dist/', import.meta.url));
const built = (pattern) => `/scorecard/${readdirSync(dist).find((name) => pattern.test(name))}`;
const SCRIPT = built(/^extras-.*\.js$/);
const MODULE = built(/^extras-.*\.wasm$/);
const TYPES = { [SCRIPT]: 'text/javascript', [MODULE]: 'application/wasm' };
const bytesOf = (path) => readFileSync(dist + path.split('/').at(-1));
const TAG = 'misconception-scorecard';
/** Waits long enough to be sure that nothing happens. */
const later = (time = 400) => new Promise((done) => setTimeout(done, time));

/** Helpers for scripts in the page. */
const PAGE = `
const widgets = document.getElementsByTagName('${TAG}');
const widget = widgets[0];
const root = widget?.shadowRoot;
const part = (selector, it = widget) => it?.shadowRoot?.querySelector(selector);
const hasExtras = (it = widget) => part('.keep', it) !== null;
const press = (name) => part('[name="' + name + '"]').click();
const top = (it) => it.getBoundingClientRect().top;`;
const run = (script, ...values) => browser.run(PAGE + script, ...values);
const until = (condition) => browser.until(`${PAGE} return ${condition}`, condition);

/** Five misconceptions with one statement each; the last one has too few answers. */
const FACT = 'A fact that is told in some sentences, so that it takes more than a line of the page. '.repeat(4);
const questionnaire = small({
  translations: { nb: { title: 'Liten' } },
  misconceptions: Array.from({ length: 5 }, (_, index) => ({
    id: `m${index}`,
    name: `Misconception ${index}`,
    statements: [{ id: `s${index}`, text: `Statement ${index}.`, key: 'myth' }],
    refutation: { fact: `${index} ${FACT}`, whyWrong: FACT },
  })),
});
const answers = Object.fromEntries([5, 4, 3, 1].map((agreement, index) => [`s${index}`, { agreement }]));

const LISTENER = `<script>window.told = [];
for (const name of ['ready', 'started', 'answered', 'completed', 'failed', 'reset']) {
  addEventListener('scorecard-' + name, () => told.push(name));
}</script>`;
/** The events so far. `started` is left out because it belongs to answering, not to the extras. */
const told = () => run(`return told.splice(0).filter((it) => it !== 'started')`);
const asked = () => browser.requests.filter((it) => it.includes('/extras-'));

/** Visits the page and waits for the first screen. */
async function show({ attributes = '', around = (it) => it } = {}) {
  await browser.visit('/page.html', { html: LISTENER + around(embed(questionnaire, `layout="list" ${attributes}`)) });
  await browser.ready();
}

/** Goes from the list to the scorecard, with or without extras. */
async function finish() {
  await run('widget.answers = arguments[0]; part("[type=submit]").click()', answers);
  await until(`part('.result')`);
}

/** Delays a file until the returned function is called. */
function hold(context, path = MODULE) {
  let release;
  const after = new Promise((done) => (release = done));
  context.after(() => browser.unserve(path));
  browser.serve(path, bytesOf(path), { type: TYPES[path], after });
  return release;
}

/** Shows a scorecard whose extras wait until the returned function is called. */
async function showHeld(context, settings) {
  const release = hold(context);
  await show(settings);
  await finish();
  await browser.until(`return performance.getEntriesByType('resource').some((it) => it.name.includes('${SCRIPT}'))`);
  return release;
}

test('no file is requested before there is a scorecard, and then each file once per page', async () => {
  await show({ around: (it) => it + it.replace('load=', 'instance="other" load=') });
  await run('part("input").click(); widgets[0].layout = "paged"');
  await until(`part('.progress')`);
  await later();
  assert.deepEqual(asked(), []);
  await run('widget.layout = "list"');
  await until(`!part('.progress')`);
  await finish();
  await browser.extras();
  assert.deepEqual(asked().toSorted(), [SCRIPT, MODULE].toSorted());
  await run('press("back")');
  await until(`!part('.result')`);
  await finish();
  await run('widgets[1].answers = arguments[0]; part("[type=submit]", widgets[1]).click()', answers);
  await until('hasExtras() && hasExtras(widgets[1])');
  assert.equal(asked().length, 2);
  await browser.assertQuiet();
});

test('a scorecard that is restored after a reload has the extras', async () => {
  await show();
  await finish();
  await browser.visit('/page.html', { keep: true });
  await browser.extras();
  assert.deepEqual(await told(), ['ready']);
  await browser.assertQuiet();
});

test('the extras are added around what is shown: nodes, focus and scorecard stay the same, and no event is sent again', async (context) => {
  const release = await showHeld(context);
  const seen = `return [JSON.stringify(widget.scorecard), JSON.stringify(widget.answers), root.activeElement.id, scrollY]`;
  const before = await run(seen);
  assert.equal(before[2], 'heading');
  await run(
    `window.nodes = [...root.querySelectorAll('.panel, .panel *')]; window.texts = nodes.map((it) => it.textContent)`,
  );
  assert.deepEqual(await told(), ['ready', 'completed']);
  assert.equal(await run('return hasExtras()'), false);
  release();
  await browser.extras();
  assert.deepEqual(await run(seen), before);
  assert.deepEqual(
    await run(`const now = [...root.querySelectorAll('.panel, .panel *')];
    return nodes.filter((it) => !now.includes(it)).map((it) => it.outerHTML)`),
    [],
    'no element was replaced',
  );
  assert.equal(await run(`return root.querySelectorAll('.card').length`), 1);
  await later();
  assert.deepEqual(await told(), []);
  await browser.assertQuiet();
});

/** Where a reader may be when the extras come: the element at the top of their window. */
const PLACES = {
  'at the top': `part('h2')`,
  'in the profile': `part('.profile')`,
  'at the second refutation': `root.querySelectorAll('article h4')[1]`,
  'within the last': `[...root.querySelectorAll('article .fact')].at(-1)`,
  'below the scorecard': `document.querySelector('#after')`,
};
for (const [place, element] of Object.entries(PLACES)) {
  test(`what the reader is looking at does not move when the extras come: ${place}`, async (context) => {
    await browser.resize(500, 400);
    context.after(() => browser.resize(800, 1000));
    const below = '<div style="height: 3000px">Below.</div>';
    const release = await showHeld(context, { around: (it) => `${it}<p id="after">After.</p>${below}` });
    await run(`document.activeElement.blur(); scrollBy(0, top(${element}))`);
    await later(200);
    const measure = `return top(${element})`;
    assert.ok(Math.abs(await run(measure)) < 1, 'it is at the top of the window');
    release();
    await browser.extras();
    await later(200);
    assert.ok(Math.abs(await run(measure)) < 1, `it is at ${await run(measure)}`);
  });
}

test('what a reader has opened and chosen before the extras come stays open, chosen and focused', async (context) => {
  const release = await showHeld(context);
  await run(`[...root.querySelectorAll('article summary')].at(-1).click()`);
  await browser.tap('.missing .answers label', 4);
  await run(`const input = root.querySelectorAll('.missing .answers input')[4]; input.focus();
    window.kept = [part('.card'), input, [...root.querySelectorAll('article details')].at(-1)]`);
  const seen = `return [part('.card') === kept[0], root.activeElement === kept[1], kept[1].checked, kept[2].isConnected,
    [...root.querySelectorAll('article details')].map((it) => it.open), widget.answers.s4 ?? null]`;
  const before = await run(seen);
  assert.deepEqual(before, [true, true, true, true, [false, false, false, true], null]);
  await told();
  release();
  await browser.extras();
  assert.deepEqual(await run(seen), before);
  assert.deepEqual(await told(), []);
  await browser.tap('.missing button');
  assert.deepEqual(await run('return [widget.answers.s4, hasExtras()]'), [{ agreement: 5 }, true]);
  assert.deepEqual(await told(), ['answered', 'completed']);
  await browser.assertQuiet();
});

test('extras that come after the reader has gone back change nothing, and are shown with the next scorecard', async (context) => {
  const release = await showHeld(context);
  await run('press("back")');
  await until(`!part('.result')`);
  await run(
    `root.querySelectorAll('fieldset')[4].querySelectorAll('input')[1].click(); window.card = part('.card'); told.length = 0`,
  );
  release();
  await later();
  assert.deepEqual(
    await run(`return [part('.card') === card, root.querySelectorAll(':checked').length, hasExtras()]`),
    [true, 5, false],
  );
  assert.deepEqual(await told(), []);
  await run(`part('[type=submit]').click()`);
  await browser.extras();
  assert.deepEqual(await run('return widget.answers.s4'), { agreement: 2 });
  await browser.assertQuiet();
});

test('a widget that is removed before the extras come gets them when it is inserted again, in a frame with its own style', async (context) => {
  const release = await showHeld(context, {
    around: (it) => `${it}<iframe srcdoc="<!doctype html><html lang=en><title>Frame</title>"></iframe>`,
  });
  await until(`document.querySelector('iframe').contentDocument.title === 'Frame'`);
  await run('window.kept = widget; kept.remove()');
  release();
  await later();
  assert.equal(await browser.run(`return kept.shadowRoot.childNodes.length`), 0);
  await browser.assertQuiet();
  await browser.run(`document.querySelector('iframe').contentDocument.body.append(kept)`);
  const seen = `const it = kept.shadowRoot.querySelector('.keep .acts'); return it && [getComputedStyle(it).display, kept.shadowRoot.adoptedStyleSheets.length]`;
  assert.deepEqual(await browser.until(seen), ['flex', 3]);
  await browser.run(`document.querySelector('#after').before(kept)`);
  assert.deepEqual(await browser.run(seen), ['flex', 3], 'back in the page');
  await browser.run(`kept.remove(); document.querySelector('#after').before(kept)`);
  assert.deepEqual(await browser.run(seen), ['flex', 3]);
  assert.deepEqual(await browser.run(`return told.filter((it) => it !== 'started')`), ['ready', 'completed']);
  await browser.assertQuiet();
});

test('while another questionnaire is loading, the old one gets no extras, and answers that are set belong to the new one', async (context) => {
  let send;
  browser.serve('/other.json', JSON.stringify(small({ id: 'other', title: 'Other' })), {
    type: 'application/json',
    after: new Promise((done) => (send = done)),
  });
  const release = await showHeld(context);
  await run(`widget.src = '/other.json'; widget.questionnaire = undefined; widget.querySelector('script').remove();
    widget.answers = { s1: { agreement: 1 } }; told.length = 0`);
  release();
  await later();
  assert.deepEqual(await run('return [hasExtras(), part("#heading").innerText.startsWith("You believe")]'), [
    false,
    true,
  ]);
  send();
  await until(`part('h2').innerText === 'Other'`);
  assert.deepEqual(await run('return [widget.answers, hasExtras()]'), [{ s1: { agreement: 1 } }, false]);
  assert.deepEqual(await told(), ['ready']);
  await browser.assertQuiet();
});

test('with extras, the widget still follows answers, language and questionnaire that the page sets', async () => {
  await show();
  await finish();
  await browser.extras();
  await told();
  // The page sets answers: the same card with another verdict.
  await run(`window.card = part('.card'); widget.answers = { ...widget.answers, s0: { agreement: 1 } }`);
  assert.deepEqual(await run(`return [part('.card') === card, hasExtras(), widget.scorecard.verdicts[0].verdict]`), [
    true,
    true,
    'notHeld',
  ]);
  assert.deepEqual(await told(), []);
  await run(`widget.lang = 'nb'`);
  await until(`part('.keep h3')?.innerText === 'Behold, skriv ut, last ned'`);
  assert.deepEqual(await told(), ['ready']);
  assert.equal(await run(`return root.querySelectorAll('.keep').length`), 1);
  await run(`widget.questionnaire = ${JSON.stringify(small({ id: 'other', title: 'Other', lang: 'nb' }))}`);
  await until(`part('h2').innerText === 'Other'`);
  await later();
  assert.deepEqual(await run('return [hasExtras(), widget.scorecard]'), [false, null]);
  assert.deepEqual(await told(), ['ready']);
  await browser.assertQuiet();
});

test('extras that failed to load are requested again with the next scorecard', async (context) => {
  context.after(() => browser.unserve(MODULE));
  browser.serve(MODULE, 'Not yet', { status: 503, type: 'text/plain' });
  await show();
  await finish();
  await later();
  assert.equal(await run('return hasExtras()'), false);
  browser.unserve(MODULE);
  await run('press("back")');
  await until(`!part('.result')`);
  await run(`part('[type=submit]').click()`);
  await browser.extras();
  assert.deepEqual(await browser.console(), []);
});

test('after a failure in the extras the scorecard comes back with all remarks, and gets the extras when it is reached again', async (context) => {
  context.after(() => browser.unserve(SCRIPT));
  browser.serve('/scorecard/extras-real.js', bytesOf(SCRIPT), { type: TYPES[SCRIPT] });
  // Print fails, as it would after a trap in the module.
  browser.serve(
    SCRIPT,
    `import real from './extras-real.js';
    export default async (assets) => {
      const addExtras = await real(assets);
      return (...given) => {
        const handle = addExtras(...given);
        handle.act = (name, ...rest) => {
          if (name === 'print-0') throw new WebAssembly.RuntimeError('unreachable');
          return Object.getPrototypeOf(handle).act.call(handle, name, ...rest);
        };
        return handle;
      };
    };`,
    { type: TYPES[SCRIPT] },
  );
  await show();
  await finish();
  await browser.extras();
  await run('press("begin-0")');
  await run(`part('#reason-0').value = 'Because.'; press('dispute-0')`);
  const before = await run('return [widget.answers, widget.scorecard.headline]');
  await told();
  await run('press("print-0")');
  assert.deepEqual(await told(), ['ready']);
  await later();
  assert.deepEqual(await run('return [widget.answers, widget.scorecard.headline]'), before);
  assert.deepEqual(
    await run(`return [hasExtras(), part('.result') !== null]`),
    [false, true],
    'it does not fail again',
  );
  await run('press("back")');
  await until(`!part('.result')`);
  await run(`part('[type=submit]').click()`);
  await browser.extras();
  assert.match(await browser.text('.dispute'), /Because\./);
  await browser.assertQuiet();
});

test('the storage may contain anything', async () => {
  await show();
  await finish();
  await browser.extras();
  const key = await run('return Object.keys(sessionStorage)[0]');
  for (const more of [
    { disputes: 5, suggestions: 'x' },
    { disputes: ['a'], suggestions: { length: 1e9 } },
    { disputes: { m0: { toString: 1 }, mX: 'none' }, suggestions: [null, 5, ['x'], 'y'.repeat(5000)] },
    { messages: 5, plurals: null, list: 'no', each: 1, order: 'x', questionnaire: 3 },
  ]) {
    await run(
      `const kept = JSON.parse(sessionStorage[arguments[0]]);
      sessionStorage[arguments[0]] = JSON.stringify({ ...kept, ...arguments[1] })`,
      key,
      more,
    );
    await browser.visit('/page.html', { keep: true });
    await browser.extras();
    assert.match(await browser.text('#heading'), /^You believe/);
    await browser.assertQuiet();
  }
});

const damaged = (path) => {
  const bytes = bytesOf(path);
  bytes[bytes.length >> 1] ^= 0x55;
  return bytes;
};
/**
 * What happens to either file. A file that never comes is last, because Chromium then waits with
 * the next request for it.
 */
const FAULTS = {
  'is not there': ['Not found', { status: 404, type: 'text/plain' }],
  'is refused': ['', { status: 500 }],
  'is replaced by a page': ['<!doctype html><title>Not found</title>', {}],
  'breaks off': [undefined, { fault: 'breaks off' }],
  'never comes': [undefined, { fault: 'hangs' }],
};
const both = ([what, [body, more]]) => [MODULE, SCRIPT].map((path) => [path, what, body ?? bytesOf(path), more]);
const CASES = [
  [MODULE, 'is altered by one byte', damaged(MODULE), {}],
  [SCRIPT, 'throws', 'throw new Error("thrown");', {}],
  [SCRIPT, 'is no script', '}', {}],
  [SCRIPT, 'is another one', 'export const other = 1;', {}],
  [
    SCRIPT,
    'has a handle that breaks down',
    `export default async () => () => { throw new WebAssembly.RuntimeError('trap'); };`,
    {},
  ],
  ...Object.entries(FAULTS).flatMap(both),
];
for (const [path, what, body, more] of CASES) {
  test(`if the ${path === SCRIPT ? 'script' : 'module'} ${what}, the scorecard stays as it is, and nothing is logged`, async (context) => {
    context.after(() => browser.unserve(path));
    browser.serve(path, body, { type: TYPES[path], ...more });
    await show();
    await run(`addEventListener('unhandledrejection', () => told.push('unhandled'))`);
    await finish();
    await run(`window.card = part('.card'); window.html = part('.panel').innerHTML`);
    await later(600);
    assert.ok(asked().includes(path));
    const times = asked().filter((it) => it === path).length;
    assert.equal(times, 1, 'asked for once');
    const seen = `return [part('.card') === card, part('.panel').innerHTML === html, root.activeElement.id, hasExtras()]`;
    assert.deepEqual(await run(seen), [true, true, 'heading', false]);
    // The scorecard works without extras.
    await browser.tap('.missing .answers label', 4);
    await browser.tap('.missing button');
    assert.deepEqual(await run('return widget.answers.s4'), { agreement: 5 });
    await run('press("back")');
    await until(`!part('.result')`);
    assert.deepEqual(await told(), ['ready', 'completed', 'answered', 'completed']);
    assert.deepEqual(await browser.console(), []);
  });
}
