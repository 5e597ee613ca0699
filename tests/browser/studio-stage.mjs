/**
 * The studio for its tests: comes to it, types into fields by their labels, presses buttons by their names, and reads what it
 * says. Knows www/studio.html as whoever writes sees it; what is expected stands in the tests.
 */
import { readFileSync } from 'node:fs';

export const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** All that is to be seen and has this label, or is named so, inside what `inside` selects. */
const NAMED = `const seen = (it) => it.checkVisibility({ checkVisibilityCSS: true }) && !it.closest('details:not([open]) > :not(summary)');
  const around = () => [...document.querySelectorAll(arguments[1] ?? '#studio')].find((it) => it.checkVisibility()) ?? document;
  const same = (text) => text.replaceAll(/\\s+/g, ' ').trim() === arguments[0];
  const labelled = () => [...around().querySelectorAll('label')].filter((it) => same(it.innerText) && seen(it)).map((it) => it.control);
  const buttons = () => [...around().querySelectorAll('button, summary, a, label.button')].filter((it) =>
    seen(it) && same(it.getAttribute('aria-label') ?? it.innerText));`;

/** The widget's shadow root, or an empty one as long as there is no widget. */
export const STAGE = `const root = document.querySelector('misconception-scorecard')?.shadowRoot ?? new DocumentFragment();`;
const TITLE = `${STAGE} return root.querySelector('h2, h1')?.innerText`;

/** The studio in `browser`. */
export const studio = (browser) => ({
  /** Comes to the page as somebody who was never there, or with what was kept. */
  async come({
    scheme = 'light',
    forced = false,
    size = [1280, 900],
    path = '/studio.html',
    keep = false,
    hash = '',
  } = {}) {
    await browser.media({ scheme, forced });
    await browser.resize(...size);
    // Another page in between: the same address with another fragment would be no new page.
    await browser.visit('/empty.html', { html: '', keep });
    if (!keep) {
      await browser.run(`return new Promise((done) => {
        const request = indexedDB.deleteDatabase('misconception-scorecard-studio');
        request.onsuccess = request.onerror = request.onblocked = () => done();
      })`);
    }
    await browser.visit(path + hash, { keep });
    await browser.until(`return document.querySelector('.starting, .panes') !== null`, 'the studio');
  },

  text: (selector) => browser.run('return document.querySelector(arguments[0])?.innerText', selector),

  /** Waits until something has this text, or fits this pattern. */
  says(selector, wanted) {
    const [source, isPattern] = wanted instanceof RegExp ? [wanted.source, true] : [wanted, false];
    const script = `const text = document.querySelector(arguments[0])?.innerText ?? '';
      return arguments[2] ? new RegExp(arguments[1]).test(text) : text === arguments[1]`;
    return browser.until(script, `${selector}: ${wanted}`, selector, source, isPattern);
  },

  /** Takes the focus to the field of this label. */
  async focus(label, inside) {
    const script = `${NAMED} const [it] = labelled(); it?.focus(); it?.select?.(); return Boolean(it)`;
    await browser.until(script, `the field ${label}`, label, inside);
  },

  /** Types into the field of this label, as with a keyboard. */
  async type(label, text, inside) {
    await this.focus(label, inside);
    await browser.press(...text);
  },

  value: (label, inside) => browser.run(`${NAMED} return labelled()[0]?.value`, label, inside),

  /** Presses the button of this name. */
  async press(name, inside) {
    const script = `${NAMED} const it = buttons().find((it) => !it.ariaDisabled); it?.click(); return Boolean(it)`;
    await browser.until(script, `the button ${name}`, name, inside);
  },

  /** Chooses an option of the list of this label, by its words. */
  async choose(label, option) {
    const script = `${NAMED} const [it] = labelled();
      const own = [...(it?.options ?? [])].find(({ text }) => text === arguments[2]);
      if (!own) return false;
      it.value = own.value;
      it.dispatchEvent(new Event('change', { bubbles: true }));
      return true`;
    await browser.until(script, `${label}: ${option}`, label, undefined, option);
  },

  /** Begins a scorecard with a belief and a title. */
  async begin(belief, title) {
    await this.type('What do people believe that is not so?', belief);
    await this.type('Title', title);
    await this.press('Begin');
    await browser.until(`return document.querySelector('.misconception') !== null`, 'the first misconception');
  },

  /** Opens a section by its name in the outline. */
  section: (name) =>
    browser.until(
      `const it = [...document.querySelectorAll('.outline .name')].find((it) => it.innerText === arguments[0]);
      it?.closest('button').click();
      return Boolean(it)`,
      `the section ${name}`,
      name,
    ),

  /** Opens a view by its name, and waits until what it shows is loaded. */
  async view(name) {
    await browser.until(
      `const it = document.querySelector('.views .to-' + arguments[0]); it?.click(); return Boolean(it)`,
      name,
      name,
    );
    await browser.until(`return document.querySelector('.panes > .help, .work > .help') === null`, `the view ${name}`);
  },

  /** Opens `content` as a file of the author's. */
  async openFile(content, name = 'mine.json') {
    const isThere = await browser.run(`return document.querySelector('[name=file]') !== null`);
    if (!isThere) await this.press('All scorecards');
    await browser.until(`return document.querySelector('[name=file]') !== null`);
    await browser.run(
      `const files = new DataTransfer();
      files.items.add(new File([arguments[0]], arguments[1]));
      const input = document.querySelector('[name=file]');
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));`,
      typeof content === 'string' ? content : JSON.stringify(content, null, 2),
      name,
    );
    await this.says('#said', new RegExp(`“${name.replaceAll('.', '\\.')}”`));
  },

  /** Waits until all that was written is checked. */
  checked: () =>
    browser.until(`return !/Checking/.test(document.querySelector('.left')?.innerText ?? 'Checking')`, 'the check'),

  kept: () =>
    browser.until(`return document.querySelector('#kept')?.innerText === 'Kept in this browser.'`, 'it is kept'),

  /** What is saved from now on, as `[name, type, text or base64]`. */
  async catchSaves() {
    await browser.run(`window.saved = [];
      URL.createObjectURL = (blob) => { saved.blob = blob; return '#'; };
      HTMLAnchorElement.prototype.click = function () {
        const { blob } = saved;
        const reader = new FileReader();
        reader.onload = () => saved.push([this.download, blob.type, reader.result.split(',')[1] ?? '']);
        reader.readAsDataURL(blob);
      };`);
  },

  /** The next file that was saved: `{ name, type, bytes }`. */
  async saved() {
    await browser.until('return saved.length > 0', 'a file is saved');
    const [name, type, base64] = await browser.run('return saved.shift()');
    return { name, type, bytes: Buffer.from(base64, 'base64') };
  },

  /** The open questionnaire, as the database has it once it is kept. */
  async document(name = 'Save a file') {
    await this.catchSaves();
    await this.press(name);
    return JSON.parse(String((await this.saved()).bytes));
  },

  title: () => browser.run(TITLE),

  titled: (wanted) => browser.until(`return (() => { ${TITLE} })() === arguments[0]`, `the title ${wanted}`, wanted),
});
