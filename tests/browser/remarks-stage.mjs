/**
 * What the tests of remarks share: a scorecard with the extras, and a reader who writes on it.
 * Knows the controls; what is expected is decided in the tests.
 */
import { after, before } from 'node:test';
import { ROOT, embed, small, start } from './harness.mjs';

export let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

export const ELEMENT = `const element = document.querySelector('misconception-scorecard');`;
export const HEADING = 'Which other misconceptions are out there?';

/** Two misconceptions and a contested one. */
export function document(more = {}) {
  const contested = {
    id: 'm3',
    name: 'Misconception 3',
    statements: [{ id: 's3', text: 'Statement 3.', key: 'myth' }],
    refutation: { fact: 'Fact 3.', whyWrong: 'Reason 3.' },
    evidence: { strength: 'contested', asOf: '2026' },
  };
  return small({ misconceptions: [...small().misconceptions, contested], ...more });
}

/** Collects the element's events. */
const LISTENING = `${ELEMENT} window.told = [];
  for (const name of ['disputed', 'suggested', 'answered', 'completed', 'reset']) {
    document.addEventListener('scorecard-' + name, ({ detail }) => told.push([name, detail]));
  }`;
export const told = () => browser.run('return told.splice(0)');

/** Shows the scorecard. If the third statement has no answer, it can be answered in place. */
export async function visit(questionnaire = document(), attributes = '', answers = { s1: 5, s2: 1, s3: 5 }) {
  await browser.visit('/page.html', { html: embed(questionnaire, `layout="list" debug="off" ${attributes}`) });
  await browser.ready();
  await finish(answers);
  await browser.extras();
}

export async function finish(answers) {
  const given = Object.fromEntries(Object.entries(answers).map(([id, agreement]) => [id, { agreement }]));
  await browser.run(`${ELEMENT} element.answers = arguments[0]`, given);
  await browser.advance();
  await browser.until(`${ROOT} return root.querySelector('.result') !== null`);
  await browser.run(LISTENING);
}

/** Sets the text of a field as pasting does. */
export const paste = (id, text) =>
  browser.run(
    `${ROOT} const field = root.getElementById(arguments[0]); field.focus(); field.value = arguments[1];
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }))`,
    id,
    text,
  );
export const unfold = () => browser.run(`${ROOT} for (const it of root.querySelectorAll('details')) it.open = true`);
/** Puts each paragraph on its own line, which not all engines do. */
const lines = (text) => text.replaceAll(/\n+/g, '\n').trim();
/** Id and words of the focused element. */
export const reading = async () => (await browser.focused())?.map(lines);
export const focused = async () => (await browser.focused())?.[0];
export const said = (selector) =>
  browser.run(`${ROOT} return [...root.querySelectorAll(arguments[0])].map((it) => it.textContent)`, selector);
export const value = (id) => browser.run(`${ROOT} return root.getElementById(arguments[0])?.value ?? null`, id);
export const room = (id) => browser.run(`${ROOT} return root.getElementById(arguments[0]).innerText`, id);
