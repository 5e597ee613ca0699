/**
 * Helpers for tests of the studio's JSON tab: they open it, open files, type, and read what it
 * says. Knows www/studio/views/json.js; must not know what a test expects.
 */
import { small } from './harness.mjs';
import { STAGE, read, studio } from './studio-stage.mjs';

export const SOCIAL = read('questionnaires/social-media.en.json');
/** A questionnaire with two errors, in lines 7 and 13. */
export const SLIPS = SOCIAL.replace('"intro"', '"introo"').replace('"key": "myth"', '"key": "mth"');
/** A questionnaire with one translation inside and one in a file of its own. */
export const TRANSLATED = small({ translations: { nb: { title: 'Liten' }, sv: 'small.sv.json' } });
export const EXAMPLE = '#example=questionnaires/social-media.en.json&view=json';

/** The JSON tab in `browser`. */
export const jsonTab = (browser) => {
  const page = studio(browser);
  return {
    ...page,
    /**
     * Opens the tab with the example on social media: in a fresh browser, or with `keep` in one
     * that has stored drafts.
     */
    async come({ hash = EXAMPLE, ...how } = {}) {
      await page.come({ hash, ...how });
      await this.open();
    },

    /** Waits until the editor is there and its text is checked. */
    open: () =>
      browser.until(
        `return document.querySelector('.cm-content') && document.querySelector('#count').textContent !== 'Checking'`,
        'the editor',
      ),

    /** Opens `content` as a file of the author's, in this tab. */
    async openFile(content, name = 'mine.json') {
      await page.openFile(content, name);
      await page.view('json');
      await this.open();
    },

    /** Waits until the editor has the questionnaire with this id. */
    identified(id) {
      const script = `return document.querySelectorAll('.cm-line')[2]?.textContent === arguments[0]`;
      return browser.until(script, id, `  "id": "${id}",`);
    },

    click: (selector) => browser.run('document.querySelector(arguments[0]).click()', selector),

    /** The lines of the editor that are drawn, which are the visible ones. */
    lines: () => browser.run(`return [...document.querySelectorAll('.cm-line')].map((it) => it.textContent)`),

    focusEditor: () => browser.run(`document.querySelector('.cm-content').focus()`),

    /** Presses a key with Control, for keys that the harness has no name for. */
    control: (key, keyCode) =>
      browser.run(
        `document.querySelector('.cm-content').dispatchEvent(new KeyboardEvent('keydown',
          { key: arguments[0], keyCode: arguments[1], ctrlKey: true, bubbles: true, cancelable: true }))`,
        key,
        keyCode,
      ),

    /** Replaces the whole text by pasting. */
    async paste(content) {
      await this.focusEditor();
      await this.control('a', 65);
      await browser.run(
        `const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', arguments[0]);
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        // One engine makes such an event without its data.
        if (!event.clipboardData?.getData('text/plain')) Object.defineProperty(event, 'clipboardData', { value: clipboardData });
        document.querySelector('.cm-content').dispatchEvent(event);
        document.querySelector('.cm-scroller').scrollTop = 0`,
        typeof content === 'string' ? content : JSON.stringify(content, null, 2),
      );
      // Marks are drawn only in the visible part.
      await this.control('Home', 36);
    },

    /** Chooses an option above the preview, by its value. */
    pick: (name, value) =>
      browser.run(
        `const control = document.querySelector('.see [name=' + arguments[0] + ']');
        control.value = arguments[1];
        control.dispatchEvent(new Event('change', { bubbles: true }));`,
        name,
        value,
      ),

    /** Chooses an option in the view Look, and comes back. */
    async look(label, option) {
      await page.view('look');
      await page.choose(label, option);
      await page.view('json');
      await this.open();
    },

    /** The list of problems: the kind and the place of each. */
    listed: () =>
      browser.run(`return [...document.querySelectorAll('#problems li')].map((it) =>
        [it.querySelector('.severity').textContent, it.querySelector('.jump').textContent])`),

    fieldsets: (count) =>
      browser.until(`${STAGE} return root.querySelectorAll('fieldset').length === ${count}`, `${count} statements`),
  };
};
