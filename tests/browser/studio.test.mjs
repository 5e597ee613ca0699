/**
 * The studio for an author who has never seen JSON: from nothing to a page of one's own, only by
 * fields and buttons. Knows www/studio.html; tests/browser/studio-keep.test.mjs tests what is
 * stored.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Key, small, start } from './harness.mjs';
import { STAGE, studio } from './studio-stage.mjs';

const main = fileURLToPath(new URL('../../pkg/command/main.js', import.meta.url));

let browser;
let page;
before(async () => {
  browser = await start();
  page = studio(browser);
});
after(() => browser?.close());

/** A scorecard with two misconceptions, as its author has it in mind. */
const BEES = [
  {
    belief: 'Bees die in winter',
    fact: 'A honeybee colony lives through the winter as a cluster that keeps itself warm.',
    statements: ['A colony of honeybees dies when the winter comes.', 'A colony of honeybees survives the winter.'],
    why: 'The bees crowd together and shiver with their flight muscles, and live on the honey that they have stored.',
  },
  {
    belief: 'All bees make honey',
    fact: 'Only a few of the many kinds of bees make honey that can be taken.',
    statements: ['Most kinds of bees make honey.', 'At most a few kinds of bees make honey.'],
    why: 'There are some twenty thousand kinds of bees, and most of them live alone and store no honey.',
  },
];

async function writeMisconception({ fact, statements, why }) {
  await page.type('What is true instead', fact);
  await page.type('Statement 1', statements[0]);
  await browser.press(Key.ENTER);
  await browser.until(`return document.activeElement.id.endsWith('/statements/1/text')`, 'Enter leads to the next');
  await browser.press(...statements[1]);
  await page.type('Why it is wrong', why);
}

test('an author gets from nothing to a published page with fields alone', async (context) => {
  await page.come();
  await page.begin(BEES[0].belief, 'What do you know about bees?');
  await page.titled('What do you know about bees?');
  await writeMisconception(BEES[0]);
  await page.type('Another misconception', BEES[1].belief);
  await browser.press(Key.ENTER);
  await page.says('#section-title', 'Misconception 2 of 2');
  await writeMisconception(BEES[1]);
  await browser.until(`return !document.querySelector('.left')?.innerText.includes('to write')`, 'nothing is missing');
  await page.view('publish');
  await page.catchSaves();
  await browser.until(
    `return document.querySelector('[data-make]')?.getAttribute('aria-disabled') === null`,
    'ready to publish',
  );
  await browser.run(`document.querySelector('[data-make]').click()`);
  const { name, type, bytes } = await page.saved();
  assert.match(name, /^what-do-you-know-about-bees-\w+\.js$/);
  assert.equal(type, 'text/javascript');
  const snippet = await page.text('.snippet code');
  await browser.assertQuiet();

  const document = await page.document();
  assert.deepEqual(
    document.misconceptions.map((it) => [
      it.name,
      it.refutation.fact,
      it.refutation.whyWrong,
      it.statements.map(({ text, key }) => [text, key]),
    ]),
    BEES.map(({ belief, fact, why, statements: [myth, denial] }) => [
      belief,
      fact,
      why,
      [
        [myth, 'myth'],
        [denial, 'fact'],
      ],
    ]),
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'scorecard-studio-'));
  context.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(path.join(folder, 'mine.json'), JSON.stringify(document));
  execFileSync(process.execPath, [main, 'bundle', 'mine.json', '--single'], { cwd: folder });
  assert.ok(bytes.equals(readFileSync(path.join(folder, 'mine.js'))), 'the command makes the same script');

  browser.serve(`/posts/${name}`, bytes, { type });
  browser.serve(
    '/posts/bees.html',
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bees</title>
    <link rel="icon" href="data:,">${snippet.replace('<misconception-scorecard', '$& debug="off"')}</html>`,
  );
  await browser.visit('/posts/bees.html');
  await browser.ready();
  assert.equal(await page.title(), 'What do you know about bees?');
  for (const answer of [4, 4, 0, 0]) {
    await browser.run(`${STAGE} root.querySelectorAll('.answers input')[arguments[0]].click()`, answer);
    await browser.advance();
  }
  await browser.until(`${STAGE} return root.querySelector('.result') !== null`);
  assert.equal((await browser.scorecard()).headline.held, 2);
  // Only the script was uploaded, so requests for its other files fail. The driver's log has these
  // failures, so this tests only the page's own console.
  assert.deepEqual(await browser.console(), []);
});

test('a title, a language and one misconception are enough for a preview, with the gaps marked', async () => {
  await page.come();
  await page.begin('Bees die in winter', 'Bees');
  await page.titled('Bees');
  await page.says('.left summary', 'To do: 4 texts to write');
  assert.match(await browser.text('.card'), /\[Statement 1 on misconception 1: /);
  await page.view('publish');
  await page.says('.not-yet', /^Not ready yet: /);
  assert.equal(await browser.run(`return document.querySelector('[data-make]').getAttribute('aria-disabled')`), 'true');
  await browser.assertQuiet();
});

test('an item of the to-do list leads to its field', async () => {
  await page.come();
  await page.begin('Bees die in winter', 'Bees');
  await page.section('How readers answer');
  await page.checked();
  await browser.run(`document.querySelector('.left').open = true`);
  await page.press('Why it is wrong, “Bees die in winter”', '.left');
  await browser.until(`return document.activeElement.id === 'at/misconceptions/0/refutation/whyWrong'`);
  await browser.assertQuiet();
});

test('statements are added, moved, duplicated and deleted by keyboard, and the focus follows', async () => {
  await page.come();
  await page.begin('Bees die in winter', 'Bees');
  await page.type('Statement 1', 'One');
  await browser.press(Key.ENTER);
  await browser.press(...'Two', Key.ENTER);
  await browser.until(`return document.activeElement.id.endsWith('/statements/2/text')`);
  await browser.press(...'Three');
  const texts = () => browser.run(`return [...document.querySelectorAll('.card textarea')].map((it) => it.value)`);
  const at = (index) =>
    browser.until(
      `return document.activeElement.id.endsWith('/statements/' + arguments[0] + '/text')`,
      `the focus at ${index}`,
      index,
    );
  const key = (name, ...held) =>
    browser.run(
      `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: arguments[0], altKey: true,
        shiftKey: arguments[1], bubbles: true, cancelable: true }))`,
      name,
      held.includes('shift'),
    );
  assert.deepEqual(await texts(), ['One', 'Two', 'Three']);
  await key('ArrowUp');
  await at(1);
  assert.deepEqual(await texts(), ['One', 'Three', 'Two']);
  await key('ArrowDown', 'shift');
  await at(2);
  assert.deepEqual(await texts(), ['One', 'Three', 'Three', 'Two']);
  await key('Delete', 'shift');
  await at(2);
  assert.deepEqual(await texts(), ['One', 'Three', 'Two']);
  const { misconceptions } = await page.document();
  const ids = misconceptions[0].statements.map(({ id }) => id);
  assert.equal(new Set(ids).size, 3, 'each has its own id');
  await browser.assertQuiet();
});

test('undo goes back to the beginning, step by step, and redo forward again', async () => {
  await page.come();
  const states = [];
  const state = async () => {
    await new Promise((later) => setTimeout(later, 50));
    return browser.run(`return document.querySelector('.starting') ? 'start' :
      JSON.stringify([document.querySelector('h1').innerText, document.querySelector('.outline').innerText.replaceAll(/\\s*\\d+ (to write|to mend|hints?)(, )?/g, '')])`);
  };
  const act = async (how) => {
    states.push(await state());
    await how();
  };
  await act(() => page.begin('Bees die in winter', 'Bees'));
  await act(async () => {
    await page.type('Another misconception', 'All bees sting');
    await browser.press(Key.ENTER);
    await page.says('#section-title', 'Misconception 2 of 2');
  });
  await act(() => page.press('Duplicate misconception 2'));
  await act(() => page.press('Move misconception 3 up'));
  await act(() => page.press('Delete misconception 2'));
  await act(() => page.press('All scorecards'));
  await act(async () => {
    await page.press('Learning');
    await browser.until(`return document.querySelector('h1').innerText === 'What do you believe about learning?'`);
  });
  await act(async () => {
    await page.section('Title and introduction');
    await page.type('Title', 'Mine');
    await browser.until(`return document.querySelector('h1').innerText === 'Mine'`);
  });
  const last = await state();
  for (const wanted of states.toReversed()) {
    await page.press('Undo');
    assert.equal(await state(), wanted);
  }
  assert.equal(await browser.run(`return document.querySelector('#undo').getAttribute('aria-disabled')`), 'true');
  for (const wanted of [...states.slice(1), last]) {
    await page.press('Redo');
    assert.equal(await state(), wanted);
  }
  await browser.assertQuiet();
});

test('continuous typing is one step of undo, and undo in a field is that of the whole studio', async () => {
  await page.come();
  await page.begin('Bees die in winter', 'Bees');
  await page.type('What is true instead', 'They do not.');
  const undo = `const event = new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event); return event.defaultPrevented`;
  assert.equal(await browser.run(undo), true);
  await browser.until(`return document.getElementById('at/misconceptions/0/refutation/fact').value === ''`);
  await page.says('#said', 'Undone.');
  await browser.assertQuiet();
});

test('a new key of the format gets a field automatically, with its explanation', async () => {
  const schema = JSON.parse(readFileSync(new URL('../../pkg/dist/questionnaire.schema.json', import.meta.url), 'utf8'));
  schema.properties.audience = { enum: ['pupils', 'teachers'], description: 'Whom it is for.' };
  schema.properties.misconceptions.items.properties.region = { type: 'string', description: 'Where it is believed.' };
  browser.serve('/scorecard/questionnaire.schema.json', JSON.stringify(schema), { type: 'application/json' });
  await page.come();
  await page.openFile(small());
  await page.press('More settings');
  await page.choose('audience', 'teachers');
  await page.press('More about “audience”');
  await page.says('.explained', 'Whom it is for.');
  await page.section('Misconception 1');
  await browser.run(`for (const it of document.querySelectorAll('.sheet > .misconception > details')) it.open = true`);
  await page.type('region', 'North');
  const { audience, misconceptions } = await page.document();
  assert.deepEqual([audience, misconceptions[0].region], ['teachers', 'North']);
  browser.unserve('/scorecard/questionnaire.schema.json');
  await browser.assertQuiet();
});

test('answers, remarks, credits and sources have fields too, and a source can be used again', async () => {
  await page.come();
  await page.openFile(small());
  await page.section('How readers answer');
  await page.choose('How many answers', 'Four');
  await browser.run(`document.getElementById('at/scale/dontKnow').click()`);
  await browser.run(`document.getElementById('at/certainty-asked').click()`);
  await page.type('Answer 1 of 4', 'Not at all');
  await page.section('On the scorecard');
  await page.press('Add a remark');
  await browser.until(`return document.activeElement.id === 'at/outcomes/0/title'`);
  await browser.press(...'Well.');
  await page.type('From this many misconceptions', '0');
  await page.type('Who wrote it, and whose work it builds on', 'Anna');
  await page.section('Misconception 1');
  await page.press('Add a source');
  await browser.until(`return document.activeElement.id === 'at/misconceptions/0/sources/0/title'`);
  await browser.press(...'A book');
  await browser.run(
    `document.querySelector('[id="at/misconceptions/0/evidence/strength"]').closest('.field').querySelector('[value=strong]').click()`,
  );
  await page.section('Misconception 2');
  await page.choose('Use a source of another misconception', 'A book');
  await page.checked();
  const { scale, certainty, outcomes, credits, misconceptions } = await page.document();
  assert.deepEqual(scale, {
    points: 4,
    labels: ['Not at all', 'Disagree', 'Agree', 'Strongly agree'],
    dontKnow: false,
  });
  assert.deepEqual([certainty, outcomes, credits], [{ levels: 4 }, [{ from: 0, title: 'Well.' }], { text: 'Anna' }]);
  assert.deepEqual(
    misconceptions.map(({ evidence, sources }) => [evidence, sources]),
    [
      [{ strength: 'strong' }, [{ title: 'A book' }]],
      [undefined, [{ title: 'A book' }]],
    ],
  );
  await browser.assertQuiet();
});

test('a source can be added to all misconceptions at once, and undo removes it from all', async () => {
  await page.come();
  await page.openFile(small());
  await page.section('Misconception 2');
  await page.press('Add a source');
  await browser.until(`return document.activeElement.id === 'at/misconceptions/1/sources/0/title'`);
  await browser.press(...'A book');
  await page.press('Use for all misconceptions: source 1');
  await page.says('#said', 'Every misconception now has this source. Undo removes it again.');
  const sources = async () => (await page.document()).misconceptions.map((it) => it.sources);
  assert.deepEqual(await sources(), [[{ title: 'A book' }], [{ title: 'A book' }]]);
  await page.press('Undo');
  assert.deepEqual(await sources(), [undefined, [{ title: 'A book' }]]);
  await browser.assertQuiet();
});

test('the studio speaks Norwegian if that is chosen, also after a reload', async () => {
  await page.come();
  await browser.run(`const control = document.querySelector('#tongue'); control.value = 'nb';
    control.dispatchEvent(new Event('change', { bubbles: true }))`);
  await page.says('.new h2', 'Nytt spørreskjema');
  assert.equal(await browser.run('return document.documentElement.lang'), 'nb');
  await page.type('Hvilken misforståelse vil du rette opp?', 'Bier dør om vinteren');
  await page.press('Begynn');
  await page.says('.left summary', 'Gjenstår: 5 tekster å skrive');
  assert.equal((await page.document('Lagre en sikkerhetskopi')).lang, 'nb');
  const hash = await browser.run('return location.hash');
  await page.come({ keep: true, hash });
  await page.says('.left summary', 'Gjenstår: 5 tekster å skrive');
  assert.deepEqual(await browser.axe(), []);
  await browser.assertQuiet();
});
