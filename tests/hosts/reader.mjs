/**
 * Plays a reader on a host's page: answers everything, then shares, saves and prints. Knows the
 * widget's buttons, but no host.
 */
import assert from 'node:assert/strict';
import { ROOT } from '../browser/harness.mjs';

/** Records what is saved, printed and copied instead of doing so. */
const KEEPING = `window.kept = [];
const files = new Map();
const give = URL.createObjectURL;
URL.createObjectURL = (file) => {
  const address = give(file);
  files.set(address, file);
  return address;
};
const follow = HTMLAnchorElement.prototype.click;
HTMLAnchorElement.prototype.click = function () {
  if (files.has(this.href)) kept.push(files.get(this.href).type.split(';')[0]);
  else follow.call(this);
};
window.print = () => kept.push('paper');
const own = (name, value) => Object.defineProperty(navigator, name, { value, configurable: true });
own('share', undefined);
own('clipboard', { writeText: async (text) => { kept.push(text); } });`;
/** What each button produces. */
const SAVED = { 'picture-0': 'image/png', 'csv-0': 'text/csv', 'json-0': 'application/json', 'print-0': 'paper' };

export function reader(browser) {
  /** Waits for each statement, answers it, and waits for the scorecard. */
  async function answerAll(count) {
    for (let number = 1; number <= count; number++) {
      await browser.until(
        `${ROOT} return root.querySelector('.progress')?.innerText.startsWith('Statement ${number} ')`,
        `statement ${number}`,
      );
      await browser.tap('.answers label', number % 5);
    }
    await browser.until(`${ROOT} return root.querySelector('.result') !== null`, 'the scorecard');
  }

  /** Uses every button that saves, prints or shares the scorecard. Returns the link. */
  async function takeAll() {
    await browser.extras();
    await browser.run(KEEPING);
    for (const [name, kind] of Object.entries(SAVED)) {
      await browser.run(
        `${ROOT} kept.length = 0; root.querySelector('button[name="' + arguments[0] + '"]').click()`,
        name,
      );
      assert.deepEqual(await browser.until('return kept.length && kept', name), [kind], name);
    }
    await browser.run(`${ROOT} kept.length = 0; root.querySelector('button[name="share-0"]').click()`);
    const [text] = await browser.until('return kept.length && kept', 'the link');
    const [link] = /https?:\S+scorecard[=-]\S+/.exec(text) ?? [];
    assert.ok(link, `a link: ${text}`);
    return link;
  }

  return { answerAll, takeAll };
}
