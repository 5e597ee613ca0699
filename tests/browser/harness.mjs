/**
 * Chromium, driven by WebDriver, on pages from this machine. Knows the browser and the shadow root; what is
 * expected stands in the tests.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Builder, Key } from 'selenium-webdriver';
import chrome from 'selenium-webdriver/chrome.js';
import { startServer } from '../../xtask/server.mjs';

export { Key };

const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The widget's shadow root, for scripts that run in the page. */
export const ROOT = `const root = document.querySelector('misconception-scorecard').shadowRoot;`;

function programOf(variable, fallback) {
  const path = process.env[variable] ?? fallback;
  assert.ok(
    existsSync(path),
    `${path} is missing. cargo xtask test installs it on Debian; elsewhere set ${variable} to its path.`,
  );
  return path;
}

/** A browser and a server of `pages`, by path. Close both with `close()`. */
export async function start() {
  const pages = new Map();
  const server = await startServer({
    answer(url, respond) {
      const page = pages.get(url.pathname);
      if (page === undefined) return false;
      const { status = 200, type = 'text/html; charset=utf-8', body } = page;
      return respond(status, { 'content-type': type }, body);
    },
  });
  const options = new chrome.Options();
  options.setChromeBinaryPath(programOf('CHROMIUM', '/usr/bin/chromium'));
  options.addArguments(...FLAGS);
  options.setLoggingPrefs({ browser: 'ALL' });
  const driver = await new Builder()
    .forBrowser('chrome')
    .setChromeOptions(options)
    .setChromeService(new chrome.ServiceBuilder(programOf('CHROMEDRIVER', '/usr/bin/chromedriver')))
    .build();
  const browser = new Browser(driver, server, pages);
  await browser.resize(800, 1000);
  return browser;
}

class Browser {
  #driver;
  #server;
  #pages;

  constructor(driver, server, pages) {
    this.#driver = driver;
    this.#server = server;
    this.#pages = pages;
  }

  async close() {
    await this.#driver.quit();
    await this.#server.close();
  }

  /** The server's address, and the paths asked for since the last visit. */
  get url() {
    return this.#server.url;
  }

  get requests() {
    return this.#server.requests.filter((path) => path !== '/favicon.ico');
  }

  /** Serves `body` at `path`. */
  serve(path, body, more = {}) {
    this.#pages.set(path, { body, ...more });
  }

  resize(width, height) {
    const size = { width, height, deviceScaleFactor: 1, mobile: false };
    return this.#driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', size);
  }

  scheme(value) {
    const features = [{ name: 'prefers-color-scheme', value }];
    return this.#driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { features });
  }

  run(script, ...values) {
    return this.#driver.executeScript(script, ...values);
  }

  /** Visits a path with nothing kept from before, or a page with this body. */
  async visit(path, { keep = false, html } = {}) {
    if (!keep) {
      this.serve('/blank', '<!doctype html><title>Blank</title><link rel="icon" href="data:,">');
      await this.#driver.get(`${this.url}/blank`);
      await this.run('sessionStorage.clear(); localStorage.clear();');
    }
    await this.console();
    if (html !== undefined) this.serve(path, page(html));
    this.#server.requests.length = 0;
    await this.#driver.get(this.url + path);
  }

  /** Waits until `script` gives something true, and gives that. */
  async until(script, what = script) {
    const end = Date.now() + 10_000;
    for (;;) {
      const value = await this.run(script);
      if (value) return value;
      assert.ok(Date.now() < end, `waited in vain for: ${what}\n${await this.text().catch(() => '')}`);
      await new Promise((later) => setTimeout(later, 25));
    }
  }

  ready() {
    return this.until(`${ROOT} return root.querySelector('.card') !== null`, 'the widget');
  }

  /** What the console says since the last time it was asked. */
  async console() {
    const entries = await this.#driver.manage().logs().get('browser');
    return entries.map(({ level, message }) => `${level.name} ${message}`);
  }

  async assertQuiet() {
    assert.deepEqual(await this.console(), [], 'the console is empty');
  }

  /** The element in the shadow root that `selector` and `index` name. */
  find(selector, index = 0) {
    return this.run(`${ROOT} return root.querySelectorAll(arguments[0])[arguments[1]]`, selector, index);
  }

  text(selector = '.card') {
    return this.run(`${ROOT} return root.querySelector(arguments[0])?.innerText`, selector);
  }

  /** Clicks as a finger or a mouse does. */
  async tap(selector, index = 0) {
    const element = await this.find(selector, index);
    assert.ok(element, `${selector} [${index}] is there`);
    await element.click();
  }

  press(...keys) {
    return this.#driver.actions().sendKeys(...keys).perform();
  }

  /** Id and text of what has the focus in the shadow root, or null. */
  focused() {
    return this.run(`${ROOT} const it = root.activeElement; return it && [it.id || it.name || it.localName, it.innerText]`);
  }

  scorecard() {
    return this.run(`return document.querySelector('misconception-scorecard').scorecard`);
  }

  /** Runs axe on the page, shadow roots included; gives the rules that are broken, and where. */
  async axe() {
    await this.run(axe);
    const script = `const done = arguments[0];
      axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => done(
        violations.flatMap(({ id, nodes }) => nodes.map((it) => id + ' ' + it.target.join(' ') + ' ' + it.failureSummary))))`;
    return this.#driver.executeAsyncScript(script);
  }
}

/** A plain page of somebody's around `body`. */
export function page(body) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<main><h1>A page</h1>${body}<p id="after">After.</p></main>
<script type="module" src="/scorecard/scorecard.js"></script></html>`;
}

/** A questionnaire with one statement a misconception, all else as small as can be. */
export function small(more = {}) {
  const misconception = (number) => ({
    id: `m${number}`,
    name: `Misconception ${number}`,
    statements: [{ id: `s${number}`, text: `Statement ${number}.`, key: 'myth' }],
    refutation: { fact: `Fact ${number}.`, whyWrong: `Reason ${number}.` },
  });
  return {
    format: '1.0', id: 'small', version: '1', lang: 'en', title: 'Small',
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
