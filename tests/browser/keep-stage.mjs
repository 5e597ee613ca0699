/**
 * A page whose widget stores what a reader says, and what its tests do there. Knows the browser's
 * storage and the controls of a scorecard with the extras; what is expected is in keep.test.mjs,
 * tabs.test.mjs and paper.test.mjs.
 */
import { ROOT, embed, small } from './harness.mjs';

export const ELEMENT = `const element = document.querySelector('misconception-scorecard');`;
export const KEY = 'misconception-scorecard:small:';
export const SETTLED = 'return new Promise((done) => setTimeout(done, 300))';

/** What a reader does in this browser, and what the browser stores. */
export function stage(browser) {
  /** Visits a page with this questionnaire; with `keep`, what is stored stays. */
  async function visit(attributes = '', { questionnaire = small(), keep = false, head = '' } = {}) {
    const html = `${head}${embed(questionnaire, `layout="list" debug="off" ${attributes}`)}`;
    await browser.visit('/page.html', { html, keep });
    await browser.ready();
  }

  /** Visits the same page again. */
  const again = (attributes, more) => visit(attributes, { ...more, keep: true });

  async function finish() {
    await browser.run(`${ELEMENT} element.answers = { s1: { agreement: 5 }, s2: { agreement: 1 } };
      window.told = []; for (const name of ['disputed', 'suggested', 'reset', 'restored', 'completed']) {
        element.addEventListener('scorecard-' + name, ({ detail }) => told.push([name, detail, stored()]));
      }
      window.stored = () => [sessionStorage, localStorage].map((store) =>
        Object.keys(store).filter((key) => key.startsWith('misconception-scorecard:')).sort())`);
    await browser.advance();
    await browser.extras();
  }

  /** Presses a button in the folded part "Keep, print, download". */
  async function tapKept(selector) {
    await browser.run(
      `${ROOT} root.querySelector('.keep').open = true;
      root.querySelector(arguments[0]).scrollIntoView({ block: 'center' })`,
      selector,
    );
    await browser.tap(selector);
  }

  const paste = (id, text) =>
    browser.run(
      `${ROOT} const field = root.getElementById(arguments[0]); field.value = arguments[1];
      field.dispatchEvent(new Event('input', { bubbles: true, composed: true }))`,
      id,
      text,
    );

  /** Disputes the first refutation, and suggests another misconception. */
  async function remark() {
    await browser.tap('#begin-0');
    await paste('reason-0', 'Because.');
    await browser.tap('#dispute-0');
    await paste('suggestion', 'Another.');
    await browser.tap('#suggest-0');
  }

  const said = () => browser.run(`${ROOT} return [...root.querySelectorAll('.said')].map((it) => it.innerText)`);
  /** The stored keys, in session storage and in local storage. */
  const stored = () =>
    browser.run(`return [sessionStorage, localStorage].map((store) =>
      Object.keys(store).filter((key) => key.startsWith('misconception-scorecard:')).sort())`);
  const isResult = () => browser.run(`${ROOT} return root.querySelector('.result') !== null`);

  return { visit, again, finish, tapKept, paste, remark, said, stored, isResult };
}
