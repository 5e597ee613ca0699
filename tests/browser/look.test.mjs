/**
 * What authors may change about the look: custom properties, parts, themes, paper. The accent keeps
 * its contrast to the page whatever they choose. Knows contrast (WCAG 2.2); the list itself is
 * pkg/custom-elements.json.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { ENGINE, ROOT, embed, small, start } from './harness.mjs';
import { SCREENS, show } from './screens.mjs';

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

const manifest = JSON.parse(readFileSync(new URL('../../pkg/custom-elements.json', import.meta.url)));
const [described] = manifest.modules[0].declarations;
const named = (list) => list.map(({ name }) => name);

/**
 * Per custom property: a value, the element and property where it shows, and the computed value.
 */
const PROBES = {
  '--scorecard-accent': ['rgb(150, 0, 60)', 'fieldset :checked', 'borderTopColor', 'rgb(150, 0, 60)'],
  '--scorecard-font': ['Courier, monospace', 'h3', 'fontFamily', 'Courier, monospace'],
  '--scorecard-sans': ['Courier, monospace', 'label', 'fontFamily', 'Courier, monospace'],
  '--scorecard-radius': ['3px', 'label', 'borderTopLeftRadius', '3px'],
  '--scorecard-width': ['300px', '.card', 'maxWidth', '300px'],
  '--scorecard-reserve': ['777px', '.waiting', 'minHeight', '777px'],
};

test('each custom property in the description has an effect', async () => {
  assert.deepEqual(Object.keys(PROBES).sort(), named(described.cssProperties).sort());
  for (const [name, [value, selector, style, expected]] of Object.entries(PROBES)) {
    const shown = async (css) => {
      const waits = selector === '.waiting';
      // This far down the page, a widget does not start.
      const html = waits
        ? `<div style="height: 9000px"></div><misconception-scorecard></misconception-scorecard>`
        : embed(small(), 'advance="manual"');
      await browser.visit('/page.html', { html: `<style>misconception-scorecard { ${css} }</style>${html}` });
      if (waits) await browser.until(`${ROOT} return root.querySelector('.waiting') !== null`);
      else await browser.ready();
      if (selector === 'fieldset :checked') await browser.tap('label', 2);
      return browser.run(
        `${ROOT} return getComputedStyle(root.querySelector(arguments[0]))[arguments[1]]`,
        selector,
        style,
      );
    };
    assert.equal(await shown(`${name}: ${value}`), expected, name);
    assert.notEqual(await shown(''), expected, name);
  }
});

test('each part in the description is on some screen, and can be styled by the page', async () => {
  const css = named(described.cssParts)
    .map((name) => `misconception-scorecard::part(${name}) { outline: 3px solid rgb(1, 2, 3) !important; }`)
    .join('\n');
  const found = new Set();
  for (const screen of [...Object.keys(SCREENS)]) {
    await show(browser, screen, { css });
    const parts = await browser.run(`${ROOT} return [...root.querySelectorAll('[part]')]
      .filter((it) => getComputedStyle(it).outlineWidth === '3px').map((it) => it.getAttribute('part'))`);
    for (const part of parts) found.add(part);
  }
  const missing = named(described.cssParts).filter((name) => !found.has(name));
  assert.deepEqual(missing, []);
});

test('the element has exactly the attributes in the description', async () => {
  await browser.visit('/page.html', { html: embed(small()) });
  await browser.ready();
  const observed = await browser.run(`return customElements.get('misconception-scorecard').observedAttributes`);
  assert.deepEqual([...observed, 'lang', 'debug'].sort(), named(described.attributes).sort());
});

/**
 * Relative luminance and contrast of computed colours, which a probe in the page converts to sRGB.
 */
const MEASURE = `const read = (colour) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'color(from ' + colour + ' srgb r g b)';
    const parts = getComputedStyle(probe).color.match(/-?[\\d.]+(e-?\\d+)?/g).slice(0, 3).map(Number);
    probe.remove();
    return parts.map((it) => Math.min(1, Math.max(0, it)));
  };
  const luminance = (colour) => {
    const [r, g, b] = read(colour).map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };`;

/**
 * Contrasts: the mark of the chosen answer to the page, the main button's text to its background,
 * both texts to the page.
 */
const contrasts = () =>
  browser.run(`${ROOT} ${MEASURE}
    const of = (selector) => getComputedStyle(root.querySelector(selector));
    const page = getComputedStyle(root.host.closest('[data-page]') ?? document.body).backgroundColor;
    const button = of('.primary');
    return {
      mark: contrast(of(':checked').borderTopColor, page),
      text: contrast(button.webkitTextFillColor, button.backgroundColor),
      muted: contrast('color-mix(in srgb, ' + page + ', ' + of('h3').color + ' 76%)', page),
      accent: of(':checked').borderTopColor,
    }`);

const PAGES = {
  white: ['#fff', '#000'],
  paper: ['#f5f2ec', '#222'],
  'pale blue': ['#e8f0fa', '#1a2a3a'],
  black: ['#000', '#fff'],
  'dark grey': ['#222', '#ddd'],
  'dark blue': ['#0f1b33', '#e8ecf5'],
};
const ACCENTS = [
  '',
  'blurple',
  'currentColor',
  'rgb(255 255 255 / 0.35)',
  'color-mix(in srgb, currentColor, red)',
  '#ffee99',
  '#003366',
  '#888888',
  'yellow',
  'navy',
  'rgb(255 0 0 / 0.3)',
  'hotpink',
  'oklch(0.7 0.3 150)',
];

for (const [name, [background, colour]] of Object.entries(PAGES)) {
  test(`marks have a contrast of 3:1, text on the accent of 4.5:1, whatever the accent is: ${name}`, async () => {
    for (const accent of ACCENTS) {
      const style = accent && `style="--scorecard-accent: ${accent}"`;
      const html = `<div data-page style="background: ${background}; color: ${colour}">${embed(small(), `advance="manual" ${style}`)}</div>`;
      await browser.visit('/page.html', { html });
      await browser.ready();
      await browser.tap('label', 2);
      let shown = await contrasts();
      if (accent) {
        // The script that corrects it is loaded after the first screen.
        const end = Date.now() + 5000;
        while ((shown.mark < 2.99 || shown.text < 4.5) && Date.now() < end) shown = await contrasts();
      }
      assert.ok(shown.mark >= 2.99, `${accent || 'own'}: mark ${shown.mark} (${shown.accent})`);
      assert.ok(shown.text >= 4.5, `${accent || 'own'}: text ${shown.text}`);
      assert.ok(shown.muted >= 4.5, `muted text ${shown.muted}`);
      if (!accent) assert.ok(shown.mark >= 4.5, `own accent ${shown.mark}`);
    }
    await browser.assertQuiet();
  });
}

test('an accent with enough contrast is not changed; a corrected one is reported with debug', async () => {
  const visit = async (accent, more = '') => {
    await browser.visit('/page.html', {
      html: embed(small(), `advance="manual" style="--scorecard-accent: ${accent}" ${more}`),
    });
    await browser.ready();
    await browser.tap('label', 2);
    await browser.until(`return performance.getEntriesByType('resource').some((it) => it.name.includes('/accent-'))`);
    await browser.run('return new Promise((done) => setTimeout(done, 100))');
    return browser.run(`${ROOT} return getComputedStyle(root.querySelector(':checked')).borderTopColor`);
  };
  assert.equal(await visit('rgb(0, 51, 102)'), 'rgb(0, 51, 102)');
  await browser.assertQuiet();
  assert.notEqual(await visit('rgb(255, 238, 153)'), 'rgb(255, 238, 153)');
  await browser.assertQuiet();
  await visit('rgb(255, 238, 153)', 'debug="off"');
  await browser.assertQuiet();
  await visit('rgb(255, 238, 153)', 'debug');
  const [line, ...more] = await browser.console();
  assert.deepEqual(more, []);
  assert.match(
    line,
    /--scorecard-accent has a contrast of 1\.17:1 with the page; 3:1 is needed. Shown as rgb\(\d+ \d+ \d+\)/,
  );
  await visit('blurple', 'debug');
  assert.match((await browser.console()).join(), /is not a colour: blurple\. The widget’s own is shown/);
});

test('the accent is corrected again when the page turns dark', async () => {
  const html = `<style>body.dark { background: #111; color: #eee; }</style>
    ${embed(small(), 'advance="manual" style="--scorecard-accent: navy"')}`;
  await browser.visit('/page.html', { html });
  await browser.ready();
  await browser.tap('label', 2);
  await browser.run(`document.body.className = 'dark'`);
  await browser.until(`${ROOT} return root.querySelector('.panel').style.getPropertyValue('--ms-corrected') !== ''`);
  const { mark, text } = await contrasts();
  assert.ok(mark >= 2.99 && text >= 4.5, `${mark} ${text}`);
  // Another accent, no accent, or a page of the other colour scheme is corrected too.
  const corrected = (is) =>
    browser.until(
      `${ROOT} return (root.querySelector('.panel').style.length > 0) === arguments[0]`,
      `corrected: ${is}`,
      is,
    );
  const accent = (value) =>
    browser.run(
      `document.querySelector('misconception-scorecard').style.setProperty('--scorecard-accent', arguments[0])`,
      value,
    );
  await accent('yellow');
  await corrected(false);
  await accent('maroon');
  await corrected(true);
  await accent('');
  await corrected(false);
  await accent('maroon');
  await corrected(true);
  await browser.run(`const section = document.body.appendChild(document.createElement('div'));
    section.style = 'background: #fff; color: #eee'; section.append(document.querySelector('misconception-scorecard'))`);
  await corrected(false);
});

test('the themes light and dark set background and text, can be switched at any time, and keep the screen', async () => {
  await browser.visit('/page.html', { html: embed(small(), 'advance="manual" style="--scorecard-accent: #ffee99"') });
  await browser.ready();
  await browser.tap('label', 2);
  for (const theme of ['dark', 'light', 'auto', 'dark']) {
    await browser.run(`document.querySelector('misconception-scorecard').theme = arguments[0]`, theme);
    const surface = `${ROOT} return getComputedStyle(root.querySelector('.panel')).backgroundColor`;
    const expected = { dark: 'rgb(22, 21, 19)', light: 'rgb(255, 255, 255)', auto: 'rgba(0, 0, 0, 0)' }[theme];
    assert.equal(await browser.run(surface), expected);
    assert.equal(await browser.run(`${ROOT} return root.querySelector(':checked').value`), '3');
    // Yellow is too faint on white, but not on black.
    const isCorrected = `${ROOT} return (root.querySelector('.panel').style.getPropertyValue('--ms-corrected') !== '') === arguments[0]`;
    await browser.until(isCorrected, `${theme}: correction`, theme !== 'dark');
  }
});

test('on paper all refutations are open and no button is shown', {
  skip: ENGINE === 'webkit' && 'WebKitGTK’s driver shows no page as paper would',
}, async () => {
  await show(browser, 'scorecard', { media: { scheme: 'dark' } });
  const seen = `${ROOT} return {
    reasons: [...root.querySelectorAll('details dl')].filter((it) => it.checkVisibility()).length,
    buttons: [...root.querySelectorAll('button, summary:not(:has(h4), .source), input, textarea, label')].some((it) => it.checkVisibility()),
    colour: getComputedStyle(root.querySelector('#heading')).color,
  }`;
  const screen = await browser.run(seen);
  assert.deepEqual([screen.reasons, screen.buttons, screen.colour === 'rgb(0, 0, 0)'], [0, true, false]);
  assert.equal(await browser.print(), true);
  const paper = await browser.run(seen);
  await browser.print(false);
  assert.deepEqual(paper, { reasons: 4, buttons: false, colour: 'rgb(0, 0, 0)' });
});
