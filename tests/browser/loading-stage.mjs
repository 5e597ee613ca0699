/**
 * What the tests of loading share: a page that loads the widget in some way, and a reader who
 * answers all of it. Knows the built files by their patterns; which of them are requested is
 * decided in the tests, except for the extras.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ROOT, scored, start } from './harness.mjs';

export let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

export const top = fileURLToPath(new URL('../../', import.meta.url));
export const dist = `${top}pkg/dist/`;
export const file = (pattern) => readdirSync(dist).find((name) => pattern.test(name));
export const WASM = `/scorecard/${file(/^scorecard-.*wasm$/)}`;
/** The module as it was built. */
export const bytes = readFileSync(dist + path.basename(WASM));
export const JAVASCRIPT = `/scorecard/${file(/^fallback-/)}`;
/** The files of the extras. */
export const MORE = [file(/^extras-.*js$/), file(/^extras-.*wasm$/)];
const questionnaire = JSON.parse(readFileSync(`${top}questionnaires/social-media.en.json`));
/** The index of each answer among the radio buttons, by statement; 5 is don't know. */
const places = [4, 0, 3, 1, 0, 2, 5, 4, 3, 0];
const statements = questionnaire.misconceptions.flatMap((it) => it.statements);
const answers = Object.fromEntries(
  statements.map(({ id }, index) => [id, { agreement: places[index] === 5 ? 'dontKnow' : places[index] + 1 }]),
);
export const TAG =
  '<misconception-scorecard lang="en" layout="list" debug="off"><p id="fallback">F</p></misconception-scorecard>';

/** A page with `head` and the tag, served with this policy. */
export function pageWith(head, { policy, body = TAG, type } = {}) {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>
<link rel="icon" href="data:,">${head}<main><h1>A page</h1>${body}<p id="after">After.</p></main></html>`;
  const headers = policy ? { 'content-security-policy': policy } : {};
  browser.serve('/page.html', html, { headers, ...(type && { type }) });
}
export const module = (name, more = '') => `<script type="module" src="/scorecard/${name}" ${more}></script>`;

/**
 * Answers all statements and compares the scorecard with the core's. Checks whether the extras are
 * requested, and when; `asked` returns the requests.
 */
export async function complete({ hasExtras = true, asked = () => browser.requests } = {}) {
  const more = () =>
    asked()
      .filter((it) => MORE.includes(path.basename(it)))
      .map((it) => path.basename(it));
  await browser.ready();
  assert.deepEqual(more(), [], 'nothing is asked for beforehand');
  await browser.run(
    `${ROOT} for (const [statement, place] of arguments[0].entries()) {
      root.querySelectorAll('[name="agreement-' + statement + '"]')[place].click();
    }
    root.querySelector('[type=submit]').click()`,
    places,
  );
  await browser.until(`${ROOT} return root.querySelector('.result') !== null`);
  assert.deepEqual(await browser.scorecard(), scored(questionnaire, answers));
  if (hasExtras) {
    await browser.extras();
    assert.deepEqual(await browser.scorecard(), scored(questionnaire, answers));
    // WebKit may request again what it already has.
    assert.deepEqual([...new Set(more())].toSorted(), MORE.toSorted());
  } else {
    await new Promise((later) => setTimeout(later, 300));
    assert.equal(
      await browser.run(`${ROOT} return root.querySelector('.result') && root.querySelector('.keep')`),
      null,
    );
  }
}

/** The same with the JavaScript fallback: nothing is requested that needs a module. */
export async function completeInJavaScript() {
  await complete({ hasExtras: false });
  assert.deepEqual(
    browser.requests.filter((it) => it.includes('/extras-')),
    [],
  );
}
