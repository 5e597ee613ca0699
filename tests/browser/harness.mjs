/**
 * A browser on pages from this machine, with the widget in them. Knows the shadow root. engines.mjs
 * knows the engines; what is expected is decided in the tests.
 */
import { evaluate } from '../../pkg/dist/core.js';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Key } from 'selenium-webdriver';
import { MOUNTS, startServer } from '../../xtask/server.mjs';
import { ENGINE, open } from './engines.mjs';

export { ENGINE, Key };

const www = new URL('../../www/', import.meta.url);

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * For scripts in the page: the widget's shadow root, or an empty fragment as long as it has none.
 */
export const ROOT = `const root = document.querySelector('misconception-scorecard').shadowRoot ?? new DocumentFragment();`;

/** Console messages are collected in the page, because not every driver can read them. */
const COLLECTOR = `window.collected = [];
addEventListener('scorecard-ready', () => (collected.isReady = true));
for (const level of ['error', 'warn']) {
  const say = console[level];
  console[level] = (...words) => { collected.push(level + ' ' + words.join(' ')); say.apply(console, words); };
}
addEventListener('error', (event) => {
  collected.push('error ' + (event.message ?? 'cannot load ' + (event.target.src ?? event.target.href)));
}, true);
addEventListener('unhandledrejection', ({ reason }) => collected.push('error unhandled ' + reason));
addEventListener('securitypolicyviolation', (event) => {
  collected.push('error policy ' + event.violatedDirective + ' ' + event.blockedURI);
});`;
const collecting = (html) => {
  const nonce = /nonce="\w+"/.exec(html)?.[0] ?? '';
  return html.replace('<title>', `<script ${nonce} src="/collector.js"></script><title>`);
};
/** The build with a trap in it, if it was made. */
const TRAP = ['/trap/', fileURLToPath(new URL('../../target/pkg/trap-dist', import.meta.url))];
/** For scripts in the page: whether the first widget shows a screen. */
const HAS_CARD = `document.querySelector('misconception-scorecard')?.shadowRoot?.querySelector('.card') != null`;
/** Paths that the tests or the browser request themselves. */
const OWN = ['/collector.js', '/favicon.ico', '/blank'];

/**
 * Two clicks within this time (ms) and distance (px) count as one in the widget; slightly more than
 * its own limits.
 */
const TWICE = 420;
const NEARBY = 30;

/**
 * WebKit's driver fails to parse its own result about once in a thousand times; a waiting loop then
 * asks again.
 */
function retry(error) {
  if (ENGINE !== 'webkit' || error.message !== 'Could not parse script result') throw error;
}

/** Starts a browser and a server of `pages`, by path. Both end with `close()`. */
export async function start() {
  // Start the engine first, because it may be missing: with an open server, the failed run would
  // not end.
  const engine = await open();
  const pages = new Map([['/collector.js', { type: 'text/javascript', body: COLLECTOR }]]);
  const server = await startServer({
    mounts: [TRAP, ...MOUNTS],
    answer(url, respond, response) {
      let page = pages.get(url.pathname);
      const file = new URL(`.${url.pathname}`, www);
      if (!page && url.pathname.endsWith('.html') && existsSync(file)) page = { body: readFileSync(file, 'utf8') };
      if (page === undefined) return false;
      const { status = 200, type = 'text/html; charset=utf-8', body, headers = {}, fault, after, rest } = page;
      if (fault === 'hangs') {
        page.hanging = [...(page.hanging ?? []), response];
        return true;
      }
      if (fault === 'breaks off') {
        response.writeHead(status, { 'content-type': type, 'content-length': body.length, ...headers });
        response.write(body.subarray(0, body.length / 2), () => response.destroy());
        return true;
      }
      if (fault === 'never ends') {
        response.writeHead(status, { 'content-type': type, ...headers });
        const more = setInterval(() => {
          page.sent = (page.sent ?? 0) + body.length;
          response.write(body);
        }, 1);
        response.on('close', () => clearInterval(more));
        return true;
      }
      if (rest) {
        response.writeHead(status, { 'content-type': type, ...headers });
        response.write(body);
        rest.then((last) => response.end(last));
        return true;
      }
      const text = type.startsWith('text/html') ? collecting(String(body)) : body;
      const answer = () => respond(status, { 'content-type': type, ...headers }, text);
      return after ? Boolean(after.then(answer)) : answer();
    },
  });
  const browser = new Browser(engine, server, pages);
  await browser.resize(800, 1000);
  return browser;
}

class Browser {
  #engine;
  #server;
  #pages;
  #media = { scheme: 'light', forced: false, calm: false };
  #size;
  /** The time and horizontal position of the last tap. */
  #tapped = { time: 0, x: 0 };

  constructor(engine, server, pages) {
    this.#engine = engine;
    this.#server = server;
    this.#pages = pages;
  }

  get #driver() {
    return this.#engine.driver;
  }

  async close() {
    await this.#engine.close();
    await this.#server.close();
  }

  /** The server's URL. */
  get url() {
    return this.#server.url;
  }

  get requests() {
    return this.#server.requests.filter((path) => !OWN.includes(path));
  }

  /**
   * Serves `body` at `path`; `more` is `{ status, type, headers, fault, after, rest }`. A
   * `fault` makes the server hang ('hangs'), break off in the middle ('breaks off') or never end
   * ('never ends'); `after` is a promise that the response waits for, `rest` a promise of what
   * arrives later than `body`.
   */
  serve(path, body, more = {}) {
    this.#pages.set(path, { body, ...more });
  }

  /** The number of bytes sent so far of a page that never ends. */
  sent(path) {
    return this.#pages.get(path).sent;
  }

  /**
   * Serves the real file at `path` again. Requests that still wait are closed; a browser would send
   * no second one.
   */
  unserve(path) {
    for (const response of this.#pages.get(path)?.hanging ?? []) response.destroy();
    this.#pages.delete(path);
  }

  async resize(width, height) {
    this.#size = [width, height];
    await this.#engine.resize(width, height);
    await this.#narrow();
  }

  /** If the window cannot be as narrow as wanted, makes the page narrow. */
  async #narrow() {
    const [width] = this.#size;
    const { narrowest = 0 } = this.#engine;
    await this.run('document.documentElement.style.inlineSize = arguments[0]', width < narrowest ? `${width}px` : '');
  }

  /** Changes colour scheme, forced colours or reduced motion; call it before the visit. */
  async media(wanted) {
    const media = { scheme: 'light', forced: false, calm: false, ...wanted };
    if (JSON.stringify(media) === JSON.stringify(this.#media)) return;
    this.#media = media;
    this.#engine = (await this.#engine.media(media)) ?? this.#engine;
    await this.#engine.resize(...this.#size);
  }

  run(script, ...values) {
    return this.#driver.executeScript(script, ...values);
  }

  /**
   * Visits a path with empty storage (unless `keep`), or a page with `html` as its body. `origin`
   * is another server in front of this one.
   */
  async visit(path, { keep = false, html, origin = this.url } = {}) {
    if (!keep) {
      this.serve('/blank', '<!doctype html><title>Blank</title><link rel="icon" href="data:,">');
      await this.#driver.get(`${origin}/blank`);
      await this.run('sessionStorage.clear(); localStorage.clear();');
    }
    await this.#logged();
    if (html !== undefined) this.serve(path, page(html));
    this.#server.requests.length = 0;
    await this.go(origin + path);
  }

  /** Goes to a URL on any server. */
  async go(address) {
    await this.#driver.get(address);
    if (this.#size[0] < (this.#engine.narrowest ?? 0)) await this.#narrow();
  }

  /**
   * Role and name of an element in the shadow root, as the engine reports them to assistive
   * technology.
   */
  async accessible(selector, index = 0) {
    const element = await this.find(selector, index);
    assert.ok(element, `${selector} [${index}] is there`);
    if (ENGINE === 'webkit') {
      await this.settle();
      // WebKit's driver does not scroll to an element that is partly in the window, and then finds
      // its middle outside.
      const show = `const { top, bottom } = arguments[0].getBoundingClientRect();
        if (top < 0 || bottom > innerHeight) arguments[0].scrollIntoView({ block: 'nearest', behavior: 'instant' })`;
      await this.run(show, element);
    }
    return [await element.getAriaRole(), await element.getAccessibleName()];
  }

  /** Shows the page as printed; false if the engine cannot. */
  print(isOn = true) {
    return this.#engine.print?.(isOn) ?? false;
  }

  /** The page as a PDF in base64, with lengths in centimetres. WebKit's driver cannot make one. */
  pdf(options) {
    return this.#driver.printPage(options);
  }

  /** The window as a PNG in base64. */
  picture() {
    return this.#driver.takeScreenshot();
  }

  back() {
    return this.#driver.navigate().back();
  }

  /** Waits until `script` returns something truthy, and returns that. */
  async until(script, what = script, ...values) {
    const end = Date.now() + 10_000;
    for (;;) {
      const value = await this.run(script, ...values).catch(retry);
      if (value) return value;
      assert.ok(Date.now() < end, `waited in vain for: ${what}\n${await this.text().catch(() => '')}`);
      await new Promise((later) => setTimeout(later, 25));
    }
  }

  /** Waits for a screen; the core may still be loading. */
  shown() {
    return this.until(`return ${HAS_CARD}`, 'a screen');
  }

  /** Waits until the widget and its core are ready, as far as the page can tell. */
  ready() {
    return this.until(`return ${HAS_CARD} && (!window.collected || window.collected.isReady === true)`, 'the widget');
  }

  /** Waits for the extras of the scorecard. */
  extras() {
    return this.until(
      `return document.querySelector('misconception-scorecard')?.shadowRoot?.querySelector('.keep') != null`,
      'the scorecard with the extras',
    );
  }

  /** The console messages of the page since the last call. */
  console() {
    return this.run('return (window.collected ?? []).splice(0)');
  }

  /**
   * The messages that the driver logged, if it can: they include what no script sees, such as a
   * failed request.
   */
  async #logged() {
    if (ENGINE !== 'chromium') return [];
    const entries = await this.#driver.manage().logs().get('browser');
    return entries.map(({ level, message }) => `${level.name} ${message}`);
  }

  /**
   * Asserts that nothing was logged, except lines that match `others`, which are not the widget's.
   */
  async assertQuiet(others = /^$/) {
    const quiet = (lines) => lines.filter((it) => !others.test(it));
    assert.deepEqual(quiet(await this.console()), [], 'the page says nothing');
    assert.deepEqual(quiet(await this.#logged()), [], 'the console is empty');
  }

  /** The element number `index` that matches `selector` in the shadow root. */
  find(selector, index = 0) {
    return this.run(`${ROOT} return root.querySelectorAll(arguments[0])[arguments[1]]`, selector, index);
  }

  text(selector = '.card') {
    return this.run(`${ROOT} return root.querySelector(arguments[0])?.innerText`, selector);
  }

  /**
   * Waits until the screen has faded in. Before that, a driver may take an element for hidden, and
   * axe its text for faint.
   */
  settle() {
    return this.run(`const roots = [...document.querySelectorAll('*')].map((it) => it.shadowRoot).filter(Boolean);
      const moving = roots.flatMap((it) => it.getAnimations?.() ?? []);
      return Promise.allSettled(moving.map((it) => it.finished)).then(() => null)`);
  }

  /**
   * Clicks like a finger or a mouse. Waits if the last click was so recent and near that both would
   * count as one.
   */
  async tap(selector, index = 0) {
    const [element, x] = await this.run(
      `${ROOT} const it = root.querySelectorAll(arguments[0])[arguments[1]];
      const { left, right } = it?.getBoundingClientRect() ?? {};
      return [it, (left + right) / 2]`,
      selector,
      index,
    );
    assert.ok(element, `${selector} [${index}] is there`);
    if (ENGINE === 'webkit') {
      await this.settle();
      // WebKit's driver does not scroll to an element that is partly in the window, and then finds
      // its middle outside.
      const show = `const { top, bottom } = arguments[0].getBoundingClientRect();
        if (top < 0 || bottom > innerHeight) arguments[0].scrollIntoView({ block: 'nearest', behavior: 'instant' })`;
      await this.run(show, element);
    }
    const rest = this.#tapped.time + TWICE - Date.now();
    if (rest > 0 && Math.abs(x - this.#tapped.x) < NEARBY) await new Promise((later) => setTimeout(later, rest));
    await element.click();
    this.#tapped = { time: Date.now(), x };
  }

  /**
   * Presses the button that moves on, whatever its look and text. It uses no pointer, because the
   * second of two quick taps at one place is ignored.
   */
  async advance() {
    const isPressed = await this.run(
      `${ROOT} const it = root.querySelector('[type=submit]'); it?.click(); return Boolean(it)`,
    );
    assert.ok(isPressed, 'a button that moves on is there');
  }

  press(...keys) {
    return this.#driver
      .actions()
      .sendKeys(...keys)
      .perform();
  }

  /** Id and text of the focused element in the shadow root, or null. */
  focused() {
    return this.run(
      `${ROOT} const it = root.activeElement; return it && [it.id || it.name || it.localName, it.innerText]`,
    );
  }

  scorecard() {
    return this.run(`return document.querySelector('misconception-scorecard').scorecard`);
  }

  /** Runs axe on the page, shadow roots included; returns the violated rules and where. */
  async axe() {
    await this.settle();
    await this.run(axe);
    const script = `const done = arguments[0];
      axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => done(
        violations.flatMap(({ id, nodes }) => nodes.map((it) => id + ' ' + it.target.join(' ') + ' ' + it.failureSummary))))`;
    return this.#driver.executeAsyncScript(script);
  }
}

/**
 * The scorecard for these answers as the element gives it to a page. `evaluate` also names the
 * outcome, which is left out.
 */
export function scored(questionnaire, answers) {
  const { outcome: _, ...scorecard } = evaluate(questionnaire, answers);
  return JSON.parse(JSON.stringify(scorecard));
}

/** A plain page around `body`. */
export function page(body) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<main><h1>A page</h1>${body}<p id="after">After.</p></main>
<script type="module" src="/scorecard/scorecard.js"></script></html>`;
}

/** A questionnaire with one statement per misconception, and otherwise as small as possible. */
export function small(more = {}) {
  const misconception = (number) => ({
    id: `m${number}`,
    name: `Misconception ${number}`,
    statements: [{ id: `s${number}`, text: `Statement ${number}.`, key: 'myth' }],
    refutation: { fact: `Fact ${number}.`, whyWrong: `Reason ${number}.` },
  });
  return {
    format: '1.0',
    id: 'small',
    version: '1',
    lang: 'en',
    title: 'Small',
    misconceptions: [misconception(1), misconception(2)],
    ...more,
  };
}

/** The tag with `questionnaire` as its child. */
export function embed(questionnaire, attributes = '') {
  const text = typeof questionnaire === 'string' ? questionnaire : JSON.stringify(questionnaire);
  return `<misconception-scorecard load="now" ${attributes}><p id="fallback">Fallback</p>
<script type="application/json">${text.replaceAll('<', '\\u003c')}</script></misconception-scorecard>`;
}
