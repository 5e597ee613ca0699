/**
 * Measures in Chromium how the widget's times grow with its questionnaire: 10, 100 and 1,000
 * statements in the list layout. Knows what is timed; the goals are in goals.mjs. Prints JSON.
 *
 *     node growth.mjs [--runs 5]        after cargo xtask build
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { median } from './figures.mjs';
import { serve } from './serve.mjs';
import { launch } from './visit.mjs';

const SIZES = [10, 100, 1000];
const TAPS = 20;

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const runs = Number(values.runs);

/** A questionnaire with two statements per misconception. */
function questionnaire(statements) {
  const misconception = (_, index) => ({
    id: `m${index}`,
    name: `Misconception number ${index} of many`,
    statements: ['myth', 'fact'].map((key) => ({
      id: `s${index}-${key}`,
      text: `This is statement number ${index}, and it is as long as most of those that people write (${key}).`,
      key,
    })),
    refutation: {
      fact: `What holds of number ${index}, in a sentence of about the usual length.`,
      whyWrong: `Why number ${index} is wrong, again in a sentence or two that say it plainly.`,
    },
  });
  return {
    format: '1.0',
    id: 'growth',
    version: '1',
    lang: 'en',
    title: 'Growth',
    misconceptions: Array.from({ length: statements / 2 }, misconception),
  };
}

const page = (statements) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Growth</title>
<link rel="icon" href="data:,"><script>addEventListener('scorecard-ready', () => {
  requestAnimationFrame(() => setTimeout(() => (window.readyAt = performance.now())));
});</script>
<misconception-scorecard lang="en" layout="list" load="now" storage="none" debug="off">
<script type="application/json">${JSON.stringify(questionnaire(statements))}</script></misconception-scorecard>
<script src="scorecard.standalone.js"></script></html>`;

const script = readFileSync('../pkg/dist/scorecard.standalone.js');
const file = (type, body) => ({ type, ext: type, body: Buffer.from(body), raw: body.length, br: 0, gz: 0 });
const entry = (it) =>
  new Map([
    ['index.html', file('text/html; charset=utf-8', page(it))],
    ['scorecard.standalone.js', file('text/javascript', script)],
  ]);
const files = new Map(SIZES.map((it) => [String(it), entry(it)]));
const server = await serve(files);

/** Visits the page once. Times in ms. */
async function visit(browser, statements) {
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
  const tab = await context.newPage();
  await tab.goto(`${server.base}/${statements}/`);
  await tab.waitForFunction(() => 'readyAt' in window, undefined, { timeout: 60_000 });
  const { misconceptions } = questionnaire(statements);
  const ids = misconceptions.flatMap((it) => it.statements.map(({ id }) => id));
  const found = await tab.evaluate(
    async ([taps, ids]) => {
      const element = document.querySelector('misconception-scorecard');
      const root = element.shadowRoot;
      const afterFrame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const groups = [...root.querySelectorAll('.answers')];
      const times = [];
      for (let tap = 0; tap < taps; tap++) {
        const group = groups[Math.floor((tap * groups.length) / taps)];
        const option = group.querySelectorAll('input')[tap % 5];
        const start = performance.now();
        /** @type {any} */ (option).click();
        times.push(performance.now() - start);
        await afterFrame();
      }
      // Answers everything, so that every misconception has a verdict.
      element.answers = Object.fromEntries(ids.map((id, index) => [id, { agreement: (index % 5) + 1 }]));
      await afterFrame();
      const start = performance.now();
      /** @type {any} */ (root.querySelector('[type=submit]')).click();
      const inScript = performance.now() - start;
      if (!root.querySelector('.result')) throw new Error('no scorecard after the last button');
      await afterFrame();
      return {
        ready: /** @type {any} */ (window).readyAt,
        first: times[0],
        taps: times.slice(1),
        inScript,
        scorecard: performance.now() - start,
      };
    },
    /** @type {[number, string[]]} */ ([TAPS, ids]),
  );
  await context.close();
  return found;
}

const rows = new Map(SIZES.map((it) => [it, []]));
const browser = await launch();
for (let run = 0; run < runs; run++) {
  for (const it of SIZES) rows.get(it).push(await visit(browser, it));
}
await browser.close();
server.close();

const figures = SIZES.map((statements) => {
  const all = rows.get(statements);
  const of = (read) => median(all.map(read));
  return {
    statements,
    ready: of((it) => it.ready),
    first: of((it) => it.first),
    tap: of((it) => median(it.taps)),
    scorecard: of((it) => it.scorecard),
  };
});
console.log(JSON.stringify({ runs, figures }, null, 1));
