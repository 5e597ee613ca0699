/**
 * What the tests of answering again share: a questionnaire of four statements, and a reader who
 * answers it once and once more. Knows the controls and the storage; what is expected is decided in
 * the tests.
 */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ROOT, embed, small, start } from './harness.mjs';

export let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

const misconception = (number) => ({
  id: `m${number}`,
  name: `Misconception ${number}`,
  statements: [{ id: `s${number}`, text: `Statement ${number}.`, key: 'myth' }],
  refutation: { fact: `Fact ${number}.`, whyWrong: `Reason ${number}.` },
});
export const QUESTIONNAIRE = small({ misconceptions: [1, 2, 3, 4].map(misconception) });
export const AT_ONCE =
  'Answering again now shows what you remember of the explanations. In a week, it shows what has lasted.';
export const element = `const element = document.querySelector('misconception-scorecard');`;

export const extras = () =>
  browser.until(`${ROOT} return root.querySelector('.again') !== null`, 'the scorecard with the extras');

/** Answers what is asked, in order (0 skips a statement), until the scorecard has its extras. */
export async function answer(points) {
  for (const point of points) {
    const step = await browser.text('.progress');
    assert.ok(step, 'a statement is asked');
    // Choose as the keyboard does, because a tap would move on by itself.
    if (point) await browser.run(`${ROOT} root.querySelectorAll('.answers input')[arguments[0]].click()`, point - 1);
    await browser.run(`${ROOT} root.querySelector('[type=submit]').click()`);
    await browser.until(
      `${ROOT} return root.querySelector('.progress')?.innerText !== arguments[0]`,
      'the next step',
      step,
    );
  }
  await extras();
}

/** Shows the widget's first scorecard. */
export async function first(points, attributes = '', questionnaire = QUESTIONNAIRE) {
  await browser.visit('/again.html', { html: embed(questionnaire, `advance="manual" ${attributes}`) });
  await browser.ready();
  await answer(points);
}

export const reload = async () => {
  await browser.visit('/again.html', { keep: true });
  await browser.ready();
};
export const press = (name) =>
  browser.run(`${ROOT} root.querySelector('[name="' + arguments[0] + '-0"]').click()`, name);
export const has = (name) =>
  browser.run(`${ROOT} return root.querySelector('[name="' + arguments[0] + '-0"]') !== null`, name);
export const since = () => browser.text('.since');
export const rows = () =>
  browser.run(`${ROOT} return [...root.querySelectorAll('.profile tbody tr')].map((row) =>
  [...row.cells].filter((it) => !it.matches('.place')).map((it) => it.innerText.trim()))`);
export const stored = () => browser.run('return [sessionStorage.length, localStorage.length]');
export const kept = () =>
  browser.run(`return JSON.parse(Object.values({ ...sessionStorage, ...localStorage })[0] ?? 'null')`);
export const agreements = async () =>
  Object.fromEntries(
    Object.entries(await browser.run(`${element} return element.answers`)).map(([id, it]) => [id, it.agreement]),
  );

/** Records files and clipboard texts instead of changing the machine. */
export const SAVING = `window.saved = [];
  URL.createObjectURL = (blob) => (saved.push(blob), 'blob:nothing');
  HTMLAnchorElement.prototype.click = function () { saved.push(this.download); };
  window.clip = [];
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: async (text) => { if (window.refused) throw new Error('refused'); clip.push(text); } },
  });`;
