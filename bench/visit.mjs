/**
 * One visit to one page, in its own browser context: what it measures, and how it answers the page.
 * Knows the probe and Chromium's protocol; must not know a widget.
 */
import { chromium } from 'playwright-core';
import { probeSource } from './probe.mjs';
import { WARM } from './serve.mjs';

/**
 * The speed of CPU and network. `settle` is how long a page is left alone once it is ready, in ms.
 */
export const PROFILES = {
  fast: { cpu: 1, net: null, settle: 700 },
  slow4g: {
    cpu: 4,
    net: { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 },
    settle: 1000,
  },
};

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-blink-features=ForceEagerMeasureMemory',
];
const WINDOW = { width: 1024, height: 768 };
/** The answers of every visit, as indices of options from 0. */
const ANSWERS = [3, 1, 4, 2, 0];
/** After this time, in ms, a page that is not ready has failed. */
const LONGEST = 20_000;

/** Launches a browser with its own user-data-dir. */
export const launch = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: FLAGS });

const sleep = (ms) => new Promise((later) => setTimeout(later, ms));
/** The blocking time of long tasks: the part of each that exceeds 50 ms, in ms. */
const blocking = (tasks) => tasks.reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0);

/** @typedef {{ profile?: string, answer?: boolean, memory?: boolean, early?: boolean, shots?: string }} Wanted */

/**
 * Visits `name`. Returns what was measured, with `errors`. `answer` also answers the page; `memory`
 * also collects garbage and measures memory; `early` only clicks the first option at once and
 * measures when the answer was accepted; `shots` is the folder for screenshots.
 */
export async function visit(
  browser,
  server,
  name,
  adapter,
  /** @type {Wanted} */ { profile = 'fast', answer, memory, early, shots } = {},
) {
  const { settle } = PROFILES[profile];
  const context = await browser.newContext({ viewport: WINDOW });
  const page = await context.newPage();
  const out = { errors: [] };
  const shot = (which) => shots && page.screenshot({ path: `${shots}-${which}.png` });
  let from = server.log.length;
  try {
    page.on('pageerror', (error) => out.errors.push(`page: ${error.message.slice(0, 160)}`));
    page.on('requestfailed', (request) => out.errors.push(`request failed: ${request.url().slice(0, 120)}`));
    const cdp = await context.newCDPSession(page);
    await prepare(page, cdp, server, adapter, profile);
    const ready = new Promise((done) => {
      cdp.on('Runtime.bindingCalled', (event) => event.name === '__benchReady' && done(true));
    });
    from = server.log.length;
    await page.goto(`${server.base}/${name}/`, { waitUntil: early ? 'commit' : 'load', timeout: 60_000 });
    if (!(await Promise.race([ready, sleep(LONGEST)]))) throw new Error('first option never became answerable');
    out.requestsAtReady = server.log.length - from;
    if (early) {
      const at = await page.evaluate(() => window.__bench.at);
      await page.mouse.click(at.x, at.y);
      out.taken = await page.evaluate((ms) => window.__bench.taken(ms), LONGEST);
      if (out.taken === null) out.errors.push('early click not taken up');
      return out;
    }
    await sleep(settle);
    Object.assign(out, await times(page, cdp));
    await shot(1);
    if (memory) Object.assign(out, await memoryOf(page, cdp));
    if (answer) {
      await answerAll(page, adapter, out);
      await shot(2);
    }
  } catch (error) {
    out.errors.push(String(error.message).slice(0, 200));
    await shot('x')?.catch(() => {});
  } finally {
    out.requests = server.log.slice(from);
    const missing = out.requests.filter((it) => it.status === 404);
    out.errors.push(...missing.map(({ url }) => `not there: ${url}`));
    await context.close();
  }
  return out;
}

/**
 * Starts the page's process before the clock starts, adds the probe, and throttles CPU and network.
 */
async function prepare(page, cdp, server, adapter, profile) {
  const { cpu, net } = PROFILES[profile];
  await page.goto(server.base + WARM);
  await cdp.send('Performance.enable');
  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.addBinding', { name: '__benchReady' });
  await page.addInitScript({ content: probeSource(adapter) });
  if (net) {
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', { offline: false, ...net });
  }
  if (cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
}

/** The times of the first view, in ms from navigation. */
async function times(page, cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const metric = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  const {
    long,
    cls,
    ready: probe,
    paint,
  } = await page.evaluate(() => {
    const { long, cls, ready, paint } = window.__bench;
    return { long, cls, ready, paint };
  });
  const fcp = paint['first-contentful-paint'] ?? null;
  // By then the main thread has finished the frame with the option, and something was painted.
  const ready = Math.max(probe, fcp ?? 0);
  const before = long.filter(([start]) => start < ready);
  return {
    fcp,
    probe,
    ready,
    tbt: blocking(before),
    longest: Math.max(0, ...before.map(([, duration]) => duration)),
    tbtSettled: blocking(long),
    cls,
    cpu: {
      task: metric.TaskDuration * 1000,
      script: metric.ScriptDuration * 1000,
      layoutStyle: (metric.LayoutDuration + metric.RecalcStyleDuration) * 1000,
    },
    nodes: metric.Nodes,
  };
}

/** Memory in bytes after garbage collection: the JavaScript heap, and the whole page. */
async function memoryOf(page, cdp) {
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize: heap, backingStorageSize: backing = null } = await cdp.send('Runtime.getHeapUsage');
  const uasm = await page.evaluate(() => {
    if (!window.crossOriginIsolated || !performance.measureUserAgentSpecificMemory) return null;
    const measured = performance.measureUserAgentSpecificMemory().then(
      ({ bytes }) => bytes,
      () => null,
    );
    return Promise.race([measured, new Promise((done) => setTimeout(done, 5000, null))]);
  });
  return { heap, backing, uasm };
}

/** Answers the questions with the mouse, and continues to the result if the page has one. */
async function answerAll(page, adapter, out) {
  let clicks = 0;
  const click = async (what, q, k) => {
    const at = await page.evaluate(([what, q, k]) => window.__bench.aim(what, q, k), [what, q, k]);
    if (!at) return false;
    await page.mouse.move(at.x, at.y);
    // A random pause, so that clicks do not synchronise with frames.
    await sleep(40 + Math.random() * 40);
    await page.evaluate((what) => window.__bench.arm(what), what);
    await page.mouse.down();
    await page.mouse.up();
    clicks++;
    await page
      .waitForFunction((n) => window.__bench.clicks.length >= n, clicks, { polling: 30, timeout: 4000 })
      .catch(() => out.errors.push(`no click event: ${what} ${q}`));
    return true;
  };
  for (const [q, k] of ANSWERS.entries()) {
    if (!(await click('option', q, k))) {
      out.errors.push(`option of question ${q} not usable`);
      break;
    }
    const isTaken = await page.evaluate((q) => window.__bench.answered(q), q);
    if (!isTaken) out.errors.push(`question ${q}: click not taken up`);
    if (adapter.next && (adapter.everyNext || q === ANSWERS.length - 1) && !(await click('next', q))) {
      out.errors.push(`no next button after question ${q}`);
    }
  }
  const result = adapter.result && (await page.evaluate(() => window.__bench.result()));
  const { clicks: clicked, events } = await page.evaluate(() => {
    const { clicks, events } = window.__bench;
    return { clicks, events };
  });
  out.clicks = clicked.filter(({ label }) => label === 'option').map(({ paint }) => paint);
  const acts = events.filter(([type]) => ['pointerdown', 'pointerup', 'click'].includes(type));
  out.inp = Math.max(0, ...acts.map(([, , duration]) => duration));
  if (!adapter.result) return;
  if (result) Object.assign(out, { result: result.end - clicked.at(-1).at, resultText: result.text });
  else out.errors.push('result view never appeared');
}
