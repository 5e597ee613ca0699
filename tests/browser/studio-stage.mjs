/**
 * Helpers for tests of the studio: they open it, type into fields by their labels, press buttons by
 * their names, and read what it says. Knows www/studio.html as an author sees it; must not know
 * what a test expects.
 */
import { readFileSync } from 'node:fs';

export const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** The kitchen example. */
export const KITCHEN = JSON.parse(read('www/examples/kitchen.json'));
/** The names of the views, apart from the preview. */
export const VIEWS = ['write', 'translate', 'look', 'publish', 'json'];

/** A questionnaire with a bit of everything, and with findings about each part. */
export function rich() {
  const document = structuredClone(KITCHEN);
  const [first] = document.misconceptions;
  first.statements[0].text = 'A cook can always tell by the smell whether leftovers are safe.';
  first.statements[1].text = '';
  document.outcomes = [
    { from: 0, title: 'Well.' },
    { from: 0, title: '' },
  ];
  document.suggestions = [{ text: 'Salted water boils sooner.', answer: 'Hardly.' }];
  document.certainty = { levels: 3, labels: ['Guessing', 'Sure', 'Sure'] };
  document.cutoffs = { held: 80 };
  document.credits = { text: 'A', url: 'https://example.org' };
  document.translations = { nb: { title: 'Liten' } };
  return document;
}

/**
 * JavaScript that finds all visible fields with this label, and buttons with this name, inside the
 * element that `inside` selects.
 */
const NAMED = `const seen = (it) => it.checkVisibility({ checkVisibilityCSS: true }) && !it.closest('details:not([open]) > :not(summary)');
  const around = () => [...document.querySelectorAll(arguments[1] ?? '#studio')].find((it) => it.checkVisibility()) ?? document;
  const same = (text) => text.replaceAll(/\\s+/g, ' ').trim() === arguments[0];
  const labelled = () => [...around().querySelectorAll('label')].filter((it) => same(it.innerText) && seen(it)).map((it) => it.control);
  const buttons = () => [...around().querySelectorAll('button, summary, a, label.button')].filter((it) =>
    seen(it) && same(it.getAttribute('aria-label') ?? it.innerText));`;

/** JavaScript for the widget's shadow root, or an empty fragment as long as there is no widget. */
export const STAGE = `const root = document.querySelector('misconception-scorecard')?.shadowRoot ?? new DocumentFragment();`;
const TITLE = `${STAGE} return root.querySelector('h2, h1')?.innerText`;

/** The studio in `browser`. */
export const studio = (browser) => ({
  /** Opens the page in a fresh browser or, with `keep`, in one that has stored drafts. */
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
    // Goes to another page first: a URL that differs only in its fragment would not load the page
    // again.
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

  /** Waits until an element has this text, or its text matches this pattern. */
  says(selector, wanted) {
    const [source, isPattern] = wanted instanceof RegExp ? [wanted.source, true] : [wanted, false];
    const script = `const text = document.querySelector(arguments[0])?.innerText ?? '';
      return arguments[2] ? new RegExp(arguments[1]).test(text) : text === arguments[1]`;
    return browser.until(script, `${selector}: ${wanted}`, selector, source, isPattern);
  },

  /** Moves the focus to the field with this label. */
  async focus(label, inside) {
    const script = `${NAMED} const [it] = labelled(); it?.focus(); it?.select?.(); return Boolean(it)`;
    await browser.until(script, `the field ${label}`, label, inside);
  },

  /** Types into the field with this label, as on a keyboard. */
  async type(label, text, inside) {
    await this.focus(label, inside);
    await browser.press(...text);
  },

  value: (label, inside) => browser.run(`${NAMED} return labelled()[0]?.value`, label, inside),

  /** Presses the button with this name. */
  async press(name, inside) {
    const script = `${NAMED} const it = buttons().find((it) => !it.ariaDisabled); it?.click(); return Boolean(it)`;
    await browser.until(script, `the button ${name}`, name, inside);
  },

  /** Chooses an option of the list with this label, by its words. */
  async choose(label, option) {
    const script = `${NAMED} const [it] = labelled();
      const own = [...(it?.options ?? [])].find(({ text }) => text === arguments[2]);
      if (!own) return false;
      it.value = own.value;
      it.dispatchEvent(new Event('change', { bubbles: true }));
      return true`;
    await browser.until(script, `${label}: ${option}`, label, undefined, option);
  },

  /** Starts a scorecard with a belief and a title. */
  async begin(belief, title) {
    await this.type('What do people believe that is not true?', belief);
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

  /** Opens a view by its name, and waits until it is loaded. */
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

  /** Opens a file of these bytes from the list of all scorecards. */
  async openBytes(bytes, name) {
    await browser.until(`return document.querySelector('[name=file]') !== null`);
    await browser.run(
      `const files = new DataTransfer();
      files.items.add(new File([Uint8Array.from(atob(arguments[0]), (it) => it.charCodeAt())], arguments[1]));
      const input = document.querySelector('[name=file]');
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));`,
      bytes.toString('base64'),
      name,
    );
    await this.says('#said', new RegExp(`^“${name.replaceAll('.', '\\.')}” is open`));
  },

  /** Waits until everything that was written is checked. */
  checked: () =>
    browser.until(`return !/Checking/.test(document.querySelector('.left')?.innerText ?? 'Checking')`, 'the check'),

  kept: () =>
    browser.until(`return document.querySelector('#kept')?.innerText === 'Saved in this browser.'`, 'it is kept'),

  /** Catches the files that are saved from now on, as `[name, type, text or base64]`. */
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

  /** The open questionnaire, from the database, once it is stored. */
  async document(name = 'Save a backup') {
    await this.catchSaves();
    await this.press(name);
    const [{ document, text }] = JSON.parse(String((await this.saved()).bytes)).drafts;
    return text === undefined ? document : JSON.parse(text);
  },

  title: () => browser.run(TITLE),

  titled: (wanted) => browser.until(`return (() => { ${TITLE} })() === arguments[0]`, `the title ${wanted}`, wanted),
});
