/**
 * The playground for its tests: comes to it, opens files, types, reads what it says. Knows www/playground.html; what is
 * expected stands in the tests.
 */
import { readFileSync } from 'node:fs';
import { ROOT, small } from './harness.mjs';

export const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
export const SOCIAL = read('questionnaires/social-media.en.json');
/** With two errors, at lines 7 and 13. */
export const SLIPS = SOCIAL.replace('"intro"', '"introo"').replace('"key": "myth"', '"key": "mth"');
/** In two languages, and in a third that is a file of its own. */
export const TRANSLATED = small({ translations: { nb: { title: 'Liten' }, sv: 'small.sv.json' } });
const TITLE = `${ROOT} return root.querySelector('h2, h1')?.innerText`;

/** The playground in `browser`. */
export const stage = (browser) => ({
  /** Comes to the page as somebody who was never there, or with what was kept. */
  async come({ scheme = 'light', forced = false, size = [1280, 900], path = '/playground.html', keep } = {}) {
    await browser.media({ scheme, forced });
    await browser.resize(...size);
    await browser.visit(path, { keep });
    await browser.until(`return document.querySelector('#count').textContent !== 'Checking'`);
  },

  text: (selector) => browser.run('return document.querySelector(arguments[0]).innerText', selector),

  /** Waits until an element has this text. */
  says(selector, wanted) {
    const script = 'return document.querySelector(arguments[0]).innerText === arguments[1]';
    return browser.until(script, `${selector}: ${wanted}`, selector, wanted);
  },

  title: () => browser.run(TITLE),

  /** Waits until the preview has this title. */
  titled: (wanted) => browser.until(`return (() => { ${TITLE} })() === arguments[0]`, `the title ${wanted}`, wanted),

  /** Waits until the editor has the questionnaire of this id. */
  identified(id) {
    const script = `return document.querySelectorAll('.cm-line')[2].textContent === arguments[0]`;
    return browser.until(script, id, `  "id": "${id}",`);
  },

  click: (selector) => browser.run('document.querySelector(arguments[0]).click()', selector),

  /** The lines of the editor that are drawn, which are those in sight. */
  lines: () => browser.run(`return [...document.querySelectorAll('.cm-line')].map((it) => it.textContent)`),

  focusEditor: () => browser.run(`document.querySelector('.cm-content').focus()`),

  /** A key with Control, for which the harness has no name. */
  control: (key, keyCode) =>
    browser.run(
      `document.querySelector('.cm-content').dispatchEvent(new KeyboardEvent('keydown',
        { key: arguments[0], keyCode: arguments[1], ctrlKey: true, bubbles: true, cancelable: true }))`,
      key,
      keyCode,
    ),

  /** Opens `content` as a file of the author's. */
  async openFile(content, name = 'mine.json') {
    await browser.run(
      `const files = new DataTransfer();
      files.items.add(new File([arguments[0]], arguments[1]));
      const input = document.querySelector('[name=file]');
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));`,
      typeof content === 'string' ? content : JSON.stringify(content, null, 2),
      name,
    );
    await browser.until(`return document.querySelector('#said').textContent.includes(arguments[0])`, name, name);
  },

  /** Chooses in one of the controls above the preview. */
  choose: (name, value) =>
    browser.run(
      `const control = document.querySelector('[name=' + arguments[0] + ']');
      control.value = arguments[1];
      control.dispatchEvent(new Event('change', { bubbles: true }));`,
      name,
      value,
    ),

  /** The list of problems: word and place of each. */
  listed: () =>
    browser.run(`return [...document.querySelectorAll('#problems li')].map((it) =>
      [it.querySelector('.severity').textContent, it.querySelector('.jump').textContent])`),
});
