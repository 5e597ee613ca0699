/**
 * Walks through a page that a bundler has built: it is shown, every statement is answered, all of a
 * reader's buttons are there, and the picture, which needs the core, is drawn. Knows the widget,
 * but no bundler.
 */
import assert from 'node:assert/strict';
import { ROOT } from '../browser/harness.mjs';

/** Answers all statements, so that the scorecard is shown. */
async function answerAll(browser) {
  await browser.ready();
  await browser.run(
    `${ROOT} for (const it of root.querySelectorAll('.answers')) it.querySelector('input').click();
    root.querySelector('[type=submit]').click()`,
  );
  await browser.until(`${ROOT} return root.querySelector('.result') !== null`, 'the scorecard');
}

const buttons = `${ROOT} return [...root.querySelectorAll('button[name]')].map((it) => it.name)`;

/** Records what is saved instead of saving it. */
const KEEPING = `window.saved = undefined;
const files = new Map();
const give = URL.createObjectURL;
URL.createObjectURL = (file) => {
  const address = give(file);
  files.set(address, file);
  return address;
};
HTMLAnchorElement.prototype.click = function () { window.saved = files.get(this.href).type; };`;

/**
 * Walks through the page at the URL `address`. Returns the names of the buttons. Console messages
 * are failures, except those that match `others`.
 */
export async function walk(browser, address, others) {
  await browser.go(address);
  await answerAll(browser);
  await browser.extras();
  const names = await browser.run(buttons);
  await browser.run(`${ROOT} ${KEEPING} root.querySelector('button[name="picture-0"]').click()`);
  assert.equal(await browser.until('return window.saved', 'the picture'), 'image/png');
  const missed = await browser.run(
    `return performance.getEntriesByType('resource').filter((it) => it.responseStatus >= 400).map((it) => it.name)`,
  );
  assert.deepEqual(missed, [], 'nothing is asked for in vain');
  await browser.assertQuiet(others);
  return names;
}

/** Walks through a page whose module is missing. Returns the console's messages. */
export async function walkWithout(browser, address) {
  await browser.go(address);
  await answerAll(browser);
  return browser.console();
}
