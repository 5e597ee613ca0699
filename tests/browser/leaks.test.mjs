/**
 * Two hundred mounts and unmounts leave the page, the module's memory and the heap as they were.
 * Knows how to make each engine collect its garbage and what it lets a test measure. It drives the
 * engine directly, because only this test needs the driver.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import firefox from 'selenium-webdriver/firefox.js';
import { startServer } from '../../xtask/server.mjs';
import { ENGINE, open } from './engines.mjs';
import { page, small } from './harness.mjs';

const MOUNTS = 200;
/**
 * After this many mounts, everything that is made once exists: the module, messages, the style
 * sheet, compiled code.
 */
const WARM = 50;
const TOGETHER = 10;

/**
 * Counts listeners and observers that outlive a widget. It is a block, so that its names are not
 * those of the page.
 */
const SPY = `{
  const left = (window.left = { listeners: [], observers: new Set(), timers: new Set() });
  const outlives = (target) => !(target instanceof Node) || target.getRootNode() === document;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (name, listener, ...more) {
    // Without an object before it, the function belongs to the window.
    const target = this ?? window;
    if (outlives(target)) left.listeners.push([target, name, listener]);
    return addEventListener.call(target, name, listener, ...more);
  };
  EventTarget.prototype.removeEventListener = function (name, listener, ...more) {
    const target = this ?? window;
    const index = left.listeners.findIndex((it) => it[0] === target && it[1] === name && it[2] === listener);
    if (index >= 0) left.listeners.splice(index, 1);
    return removeEventListener.call(target, name, listener, ...more);
  };
  for (const { prototype } of [MutationObserver, IntersectionObserver, ResizeObserver]) {
    const { observe, disconnect } = prototype;
    prototype.observe = function (...what) { left.observers.add(this); return observe.apply(this, what); };
    prototype.disconnect = function () { left.observers.delete(this); return disconnect.call(this); };
  }
  const { setInterval, clearInterval } = window;
  window.setInterval = (...what) => { const id = setInterval(...what); left.timers.add(id); return id; };
  window.clearInterval = (id) => { left.timers.delete(id); clearInterval(id); };
}`;

/** Watches the module's memory and which widgets are collected, without holding a widget. */
const WATCH = `
window.memories = [];
WebAssembly.Instance = class extends WebAssembly.Instance {
  constructor(...what) {
    super(...what);
    memories.push(...Object.values(this.exports).filter((it) => it instanceof WebAssembly.Memory));
  }
};
window.collected = window.registered = 0;
window.registry = new FinalizationRegistry(() => collected++);`;

/**
 * Mounts some widgets at once, answers one statement in each, and removes them: half of them while
 * an answer still waits.
 */
const MOUNT = `window.mount = async (count, questionnaire) => {
  const place = document.querySelector('#place');
  const step = (it) => it.shadowRoot.querySelector('.progress').textContent.match(/[0-9]+/)[0];
  const all = Array.from({ length: count }, () => Object.assign(
    document.createElement('misconception-scorecard'), { load: 'now', storage: 'none', questionnaire },
  ));
  await Promise.all(all.map((it) => new Promise((done) => {
    if (window.registry) registered++, registry.register(it);
    it.addEventListener('scorecard-ready', done, { once: true });
    place.append(it);
  })));
  // This one is far away and never starts.
  document.querySelector('#far').append(document.createElement('misconception-scorecard'));
  for (const [index, it] of all.entries()) {
    it.shadowRoot.querySelector('.answers label')
      .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }));
    if (it.answers.s1?.agreement !== 1) throw new Error('no answer');
    if (index % 2) it.remove();
  }
  while (all.some((it) => it.isConnected && step(it) !== '2')) await new Promise((later) => setTimeout(later, 25));
  place.replaceChildren();
  document.querySelector('#far').replaceChildren();
};
/**
 * Mounts some at once, goes to the scorecard, writes in its field once it has its extras, and
 * removes them: half of them while the extras are loaded.
 */
window.mountWithExtras = async (count, questionnaire) => {
  const place = document.querySelector('#place');
  const all = Array.from({ length: count }, () => Object.assign(
    document.createElement('misconception-scorecard'), { load: 'now', storage: 'none', layout: 'list', questionnaire },
  ));
  await Promise.all(all.map((it) => new Promise((done) => {
    if (window.registry) registered++, registry.register(it);
    it.addEventListener('scorecard-ready', done, { once: true });
    place.append(it);
  })));
  for (const [index, it] of all.entries()) {
    it.shadowRoot.querySelector('[type=submit]').click();
    if (index % 2) it.remove();
  }
  const field = (it) => it.shadowRoot.querySelector('textarea');
  while (all.some((it) => it.isConnected && !field(it))) await new Promise((later) => setTimeout(later, 25));
  for (const it of all.filter((it) => it.isConnected)) {
    field(it).value = 'A text';
    field(it).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    it.shadowRoot.querySelector('[name=suggest-0]').click();
    if (!it.shadowRoot.textContent.includes('A text')) throw new Error('no extras');
  }
  place.replaceChildren();
};`;

const body = `<div id="place"></div><div style="height: 9000px"></div><div id="far"></div>`;
const html = (script) => page(body).replace('<title>', `<script>${script}${MOUNT}</script><title>`);
const PAGES = { '/spied': html(SPY), '/watched': html(WATCH) };

let engine, server;
before(async () => {
  const answer = ({ pathname }, respond) =>
    pathname in PAGES && respond(200, { 'content-type': 'text/html; charset=utf-8' }, PAGES[pathname]);
  server = await startServer({ answer });
  engine = await open();
  await engine.resize(800, 1000);
});
after(async () => {
  await engine?.close();
  await server?.close();
});

const run = (script, ...values) => engine.driver.executeScript(script, ...values);

async function visit(path) {
  await engine.driver.get(server.url + path);
  await engine.driver.manage().setTimeouts({ script: 60_000 });
}

/**
 * How many widgets an engine may keep alive for a while, because its stack or its last event refers
 * to them.
 */
const SPARE = ENGINE === 'webkit' ? TOGETHER : 1;

/**
 * Mounts `count` widgets in rounds. If collections are counted, each round waits for the one
 * before.
 */
async function mount(count, way = 'mount') {
  for (let done = 0; done < count; done += TOGETHER) {
    const error = await engine.driver.executeAsyncScript(
      `const done = arguments[2]; ${way}(arguments[0], arguments[1]).then(() => done(null), (error) => done(String(error)))`,
      TOGETHER,
      small(),
    );
    assert.equal(error, null);
    await collectUntil(`!window.registry || collected >= registered - ${SPARE}`);
  }
}

async function collectGarbage() {
  const { driver } = engine;
  if (ENGINE === 'chromium') {
    await driver.sendDevToolsCommand('HeapProfiler.collectGarbage');
  } else if (ENGINE === 'firefox') {
    // What about:memory does when it minimizes memory use; the page's process is notified too.
    await driver.setContext(firefox.Context.CHROME);
    await driver.executeScript(`Services.obs.notifyObservers(null, 'memory-pressure', 'heap-minimize')`);
    await driver.setContext(firefox.Context.CONTENT);
  } else {
    // WebKitGTK cannot be told to collect garbage; it does so when much is allocated and dropped.
    await run(`for (let round = 0; round < 40; round++) new Array(1e5).fill().map(() => ({ round }))`);
  }
}

/** Collects until `condition` holds in the page: finalizers run when the engine has time. */
async function collectUntil(condition) {
  const end = Date.now() + 30_000;
  while (!(await run(`return ${condition}`))) {
    assert.ok(Date.now() < end, `collected in vain: ${await run('return `${collected} of ${registered} widgets`')}`);
    await collectGarbage();
  }
}

test(`after ${MOUNTS} mounts and unmounts the page has no additional listener, observer, timer or node`, async () => {
  await visit('/spied');
  const count = `return {
    listeners: left.listeners.map((it) => it[0] + ' ' + it[1]),
    observers: left.observers.size, timers: left.timers.size,
    nodes: document.querySelectorAll('*').length, sheets: document.adoptedStyleSheets.length,
    texts: document.documentElement.outerHTML.length, stored: sessionStorage.length + localStorage.length,
  }`;
  const before = await run(count);
  assert.equal(before.observers, 1, 'the observer of the embed script, for marked places');
  await mount(MOUNTS);
  assert.deepEqual(await run(count), before);
});

/** Measured after the first mounts, and at the end. */
let warm, end;

test(`after ${MOUNTS} mounts and unmounts every widget is collected and the module’s memory has not grown`, async (t) => {
  await visit('/watched');
  const measure = async (mounts) => {
    assert.equal(await run('return registered'), mounts);
    const [bytes] = await run('return memories.map((it) => it.buffer.byteLength)');
    return { bytes, ...(await heap()) };
  };
  await mount(WARM);
  warm = await measure(WARM);
  await mount(MOUNTS - WARM);
  end = await measure(MOUNTS);
  t.diagnostic(`${ENGINE}, after ${WARM} and ${MOUNTS} mounts: ${JSON.stringify([warm, end])}`);
  assert.ok(warm.bytes > 0);
  assert.equal(end.bytes, warm.bytes);
});

const blind = ENGINE !== 'chromium' && `${ENGINE}: its driver cannot read the nodes, listeners and heap of one page`;
test(`after ${MOUNTS} mounts and unmounts the engine counts as many nodes and listeners, and hardly more heap`, {
  skip: blind,
}, () => {
  assert.ok(end, 'measured by the test before');
  assert.deepEqual([end.Nodes, end.JSEventListeners], [warm.Nodes, warm.JSEventListeners]);
  // The driver's own scripts add about 100 bytes per mount; a widget that is kept adds far more
  // than 1,000.
  const growth = end.JSHeapUsedSize - warm.JSHeapUsedSize;
  assert.ok(growth < (MOUNTS - WARM) * 1000, `${growth} bytes more`);
});

test(`after ${MOUNTS} scorecards with extras every widget is collected, and neither module’s memory has grown`, async (t) => {
  await visit('/watched');
  const measure = async () => ({
    bytes: await run('return memories.map((it) => it.buffer.byteLength)'),
    ...(await heap()),
  });
  await mount(WARM, 'mountWithExtras');
  const warm = await measure();
  await mount(MOUNTS - WARM, 'mountWithExtras');
  const end = await measure();
  t.diagnostic(`${ENGINE}, after ${WARM} and ${MOUNTS} with extras: ${JSON.stringify([warm, end])}`);
  assert.equal(warm.bytes.length, 2, 'the reader’s module and that of the extras');
  // WebKit's collector decides how many widgets are alive at a time, which may need a page of
  // memory more or less. Anything kept of 150 scorecards would be many pages.
  const spare = ENGINE === 'webkit' ? 65_536 : 0;
  for (const [module, bytes] of end.bytes.entries()) {
    assert.ok(bytes - warm.bytes[module] <= spare, `${JSON.stringify([warm.bytes, end.bytes])}`);
  }
  if (ENGINE !== 'chromium') return;
  assert.deepEqual([end.Nodes, end.JSEventListeners], [warm.Nodes, warm.JSEventListeners]);
  const growth = end.JSHeapUsedSize - warm.JSHeapUsedSize;
  assert.ok(growth < (MOUNTS - WARM) * 1000, `${growth} bytes more`);
});

test(`after ${MOUNTS} scorecards with extras only the listeners for printing are left in the page`, async () => {
  await visit('/spied');
  const count = `return {
    listeners: left.listeners.map((it) => it[0] + ' ' + it[1]).filter((it) => !/ (before|after)print$/.test(it)),
    observers: left.observers.size, timers: left.timers.size,
    nodes: document.querySelectorAll('*').length, sheets: document.adoptedStyleSheets.length,
    texts: document.documentElement.outerHTML.length, stored: sessionStorage.length + localStorage.length,
  }`;
  const before = await run(count);
  await mount(MOUNTS, 'mountWithExtras');
  assert.deepEqual(await run(count), before);
  const printing = `return left.listeners.map((it) => it[1]).filter((it) => it.endsWith('print'))`;
  assert.deepEqual(await run(printing), ['beforeprint', 'afterprint'], 'one pair for all widgets');
});

/** Chromium's own counts for the page after a collection; empty for other engines. */
async function heap() {
  if (ENGINE !== 'chromium') return {};
  const { driver } = engine;
  await driver.sendDevToolsCommand('Performance.enable');
  await driver.sendDevToolsCommand('HeapProfiler.collectGarbage');
  const { metrics } = await driver.sendAndGetDevToolsCommand('Performance.getMetrics');
  const wanted = ['Nodes', 'JSEventListeners', 'JSHeapUsedSize'];
  return Object.fromEntries(metrics.filter((it) => wanted.includes(it.name)).map((it) => [it.name, it.value]));
}
