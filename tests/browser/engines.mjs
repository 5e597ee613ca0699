/**
 * Opens browsers of several engines through one protocol, WebDriver. Knows programs, switches and
 * what each engine cannot do; must not know the widget.
 *
 * The variable `ENGINE` selects the engine for a run of the tests: chromium, firefox, webkit, or
 * safari on macOS.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Builder, Capabilities } from 'selenium-webdriver';
import chrome from 'selenium-webdriver/chrome.js';
import firefox from 'selenium-webdriver/firefox.js';

export const ENGINE = process.env.ENGINE ?? 'chromium';

const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const LIBRARIES = `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`;

/** The program that a variable names, or the first of `places` that exists. */
function program(variable, ...places) {
  const named = process.env[variable];
  const path = (named ? [named] : places).find((it) => existsSync(it));
  assert.ok(
    path,
    `${named ?? places[0]} is missing. cargo xtask test installs it on Debian; elsewhere set ${variable} to its path.`,
  );
  return path;
}

/**
 * Opens an engine that accepts self-signed certificates: `{ driver, narrowest, media(wanted),
 * resize(width, height), close() }`. `media` takes `{ scheme: 'light' | 'dark', forced: boolean,
 * calm: boolean }`, which are colour scheme, forced colours and reduced motion. It returns another
 * engine if this one cannot change.
 */
export function open(engine = ENGINE) {
  const opened = { chromium: openChromium, firefox: openFirefox, webkit: openWebKit, safari: openSafari }[engine];
  assert.ok(opened, `ENGINE=${engine}: it is chromium, firefox, webkit or safari`);
  return opened();
}

async function openChromium() {
  const options = new chrome.Options();
  options.setChromeBinaryPath(program('CHROMIUM', '/usr/bin/chromium'));
  options.addArguments(...CHROMIUM_FLAGS);
  options.setLoggingPrefs({ browser: 'ALL' });
  options.setAcceptInsecureCerts(true);
  const driver = await new Builder()
    .forBrowser('chrome')
    .setChromeOptions(options)
    .setChromeService(new chrome.ServiceBuilder(program('CHROMEDRIVER', '/usr/bin/chromedriver')))
    .build();
  return {
    driver,
    media({ scheme, forced, calm }) {
      const features = [
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'forced-colors', value: forced ? 'active' : 'none' },
        { name: 'prefers-reduced-motion', value: calm ? 'reduce' : 'no-preference' },
      ];
      return driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { features });
    },
    resize(width, height) {
      const size = { width, height, deviceScaleFactor: 1, mobile: false };
      return driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', size);
    },
    async print(isOn) {
      await driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: isOn ? 'print' : '' });
      return true;
    },
    close: () => driver.quit(),
  };
}

async function openFirefox() {
  const options = new firefox.Options();
  options.setBinary(program('FIREFOX', '/usr/bin/firefox-esr', '/usr/bin/firefox'));
  // Preferences can be changed while it runs, as in about:config.
  options.addArguments('-headless');
  options.set('webSocketUrl', true);
  options.setAcceptInsecureCerts(true);
  const service = new firefox.ServiceBuilder(program('GECKODRIVER', '/usr/bin/geckodriver'));
  const driver = await new Builder()
    .forBrowser('firefox')
    .setFirefoxOptions(options)
    .setFirefoxService(service.addArguments('--allow-system-access'))
    .build();
  return {
    driver,
    async media({ scheme, forced, calm }) {
      const values = {
        'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1,
        'browser.display.document_color_use': forced ? 2 : 0,
        'ui.prefersReducedMotion': calm ? 1 : 0,
      };
      await driver.setContext(firefox.Context.CHROME);
      await driver.executeScript(
        'for (const [name, value] of Object.entries(arguments[0])) Services.prefs.setIntPref(name, value)',
        values,
      );
      await driver.setContext(firefox.Context.CONTENT);
    },
    async print(isOn) {
      await driver.setContext(firefox.Context.CHROME);
      await driver.executeScript(
        `gBrowser.selectedBrowser.browsingContext.mediumOverride = arguments[0]`,
        isOn ? 'print' : '',
      );
      await driver.setContext(firefox.Context.CONTENT);
      return true;
    },
    async resize(width, height) {
      const bidi = await driver.getBidi();
      const context = await driver.getWindowHandle();
      const params = { context, viewport: { width, height }, devicePixelRatio: 1 };
      const { type, message } = await bidi.send({ method: 'browsingContext.setViewport', params });
      assert.equal(type, 'success', message);
    },
    close: () => driver.quit(),
  };
}

/** WebKitGTK reads its settings when it starts, so another colour scheme needs another session. */
async function openWebKit(wanted = { scheme: 'light', calm: false }) {
  const port = await freePort();
  const settings = mkdtempSync(path.join(tmpdir(), 'scorecard-gtk-'));
  mkdirSync(path.join(settings, 'gtk-3.0'));
  const animations = `[Settings]\ngtk-enable-animations=${wanted.calm ? 0 : 1}\n`;
  writeFileSync(path.join(settings, 'gtk-3.0/settings.ini'), animations);
  const server = spawn(program('WEBKIT_DRIVER', '/usr/bin/WebKitWebDriver'), [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: await display(),
      GDK_BACKEND: 'x11',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
      XDG_CONFIG_HOME: settings,
    },
  });
  await listening(port);
  const places = ['4.1', '4.0'].map((version) => `${LIBRARIES}/webkit2gtk-${version}/MiniBrowser`);
  const binary = program('MINIBROWSER', ...places);
  const args = ['--automation', ...(wanted.scheme === 'dark' ? ['--dark-mode'] : [])];
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    acceptInsecureCerts: true,
    'webkitgtk:browserOptions': { binary, args },
  });
  const build = new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
  const driver = await build.catch(async (error) => {
    await stop(server);
    throw error;
  });
  return {
    driver,
    narrowest: NARROWEST,
    async media(media) {
      assert.ok(!media.forced, 'WebKitGTK knows no forced colours');
      const { scheme, calm } = media;
      if (scheme === wanted.scheme && calm === wanted.calm) return undefined;
      await this.close();
      return openWebKit({ scheme, calm });
    },
    resize: (width, height) => resizeWindow(driver, width, height),
    async close() {
      await driver.quit().catch(() => {});
      await stop(server);
      rmSync(settings, { recursive: true, force: true });
      await closeDisplay();
    },
  };
}

/**
 * Safari with its own driver. `safaridriver --enable` must have been run once. The colour scheme is
 * the system's.
 */
async function openSafari() {
  const driver = await new Builder().forBrowser('safari').build();
  return {
    driver,
    narrowest: 575,
    async media({ scheme, forced, calm }) {
      assert.ok(!forced && !calm && scheme === 'light', 'Safari changes its colours only with those of the system');
      return undefined;
    },
    resize: (width, height) => resizeWindow(driver, width, height),
    close: () => driver.quit(),
  };
}

/** MiniBrowser's window is never narrower than its toolbar, in px. */
const NARROWEST = 447;

/**
 * Resizes the window until the inner size is as wanted, because windows have borders. For a
 * narrower size the page itself is made narrow, which is all that container queries see.
 */
async function resizeWindow(driver, width, height) {
  const inner = () => driver.executeScript('return [innerWidth, innerHeight]');
  const window = driver.manage().window();
  const wanted = Math.max(width, NARROWEST);
  for (let round = 0; round < 10; round++) {
    const [shownWidth, shownHeight] = await inner();
    if (shownWidth === wanted && shownHeight === height) return;
    const outer = await window.getRect();
    await window.setRect({
      width: outer.width + wanted - shownWidth,
      height: outer.height + height - shownHeight,
    });
    // The window is resized asynchronously.
    for (let wait = 0; wait < 20; wait++) {
      const [nowWidth, nowHeight] = await inner();
      if (nowWidth === wanted && nowHeight === height) return;
      await new Promise((later) => setTimeout(later, 25));
    }
  }
  assert.deepEqual(await inner(), [wanted, height], 'the window takes this size');
}

function freePort() {
  return new Promise((found, failed) => {
    const server = net.createServer();
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

async function listening(port) {
  const end = Date.now() + 15_000;
  const answers = () =>
    new Promise((done) => {
      const socket = net.connect(port, '127.0.0.1', () => done(socket.destroy() && true));
      socket.on('error', () => done(false));
    });
  while (!(await answers())) {
    assert.ok(Date.now() < end, `nothing listens on port ${port}`);
    await new Promise((later) => setTimeout(later, 50));
  }
}

function stop(child) {
  return new Promise((stopped) => {
    if (child.exitCode !== null || child.signalCode) return stopped();
    child.once('exit', stopped);
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 3000).unref();
  });
}

let screen;

/** A display for browsers that need one, one per process. */
async function display() {
  if (process.env.DISPLAY) return process.env.DISPLAY;
  if (!screen) {
    const server = spawn(
      program('XVFB', '/usr/bin/Xvfb'),
      ['-displayfd', '3', '-screen', '0', '2000x2000x24', '-nolisten', 'tcp'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
    );
    const name = await new Promise((named, failed) => {
      server.on('error', failed);
      server.stdio[3].once('data', (data) => named(`:${String(data).trim()}`));
    });
    screen = { server, name, users: 0 };
  }
  screen.users += 1;
  return screen.name;
}

async function closeDisplay() {
  if (!screen || --screen.users > 0) return;
  const { server } = screen;
  screen = undefined;
  await stop(server);
}
