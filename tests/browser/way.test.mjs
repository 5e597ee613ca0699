/**
 * Details on the way through: a double tap is one tap, answers do not move, certainty scrolls into
 * view, and help is announced once. Knows the screens that ask; that taps and keys lead to the end
 * is tested in journey.test.mjs.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ROOT, embed, small, start } from './harness.mjs';
import { questionnaire as builtIn } from './screens.mjs';

let browser;
before(async () => (browser = await start()));
after(() => browser?.close());

const four = small({
  misconceptions: [1, 2, 3, 4].map((number) => ({
    id: `m${number}`,
    name: `Misconception ${number}`,
    statements: [{ id: `s${number}`, text: `Statement ${number}.`, key: 'myth' }],
    refutation: { fact: `Fact ${number}.`, whyWrong: `Reason ${number}.` },
  })),
});

async function show(questionnaire = four, attributes = '') {
  await browser.visit('/way.html', { html: embed(questionnaire, `debug="off" ${attributes}`) });
  await browser.ready();
}

/**
 * Helpers for scripts in the page: a press like a pointer's (unless `detail` is 0), and the number
 * of the statement shown.
 */
const PAGE = `${ROOT}
const press = (selector, [clientX, clientY] = [100, 100], detail = 1, timeStamp) => {
  const event = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, clientX, clientY, detail });
  if (timeStamp) Object.defineProperty(event, 'timeStamp', { value: timeStamp });
  root.querySelector(selector).dispatchEvent(event);
};
const shown = () => Number(root.querySelector('.progress')?.innerText.match(/\\d+/)[0]);
const later = (time) => new Promise((done) => setTimeout(done, time));`;
const run = (script) => browser.run(`${PAGE} return (async () => { ${script} })()`);

/** After a press that moved on: the next press, and the statement that is shown then. */
const SECONDS = {
  'at the same place': [`press('[type=submit]')`, 2],
  '23 px beside it': [`press('[type=submit]', [100, 123])`, 2],
  '25 px beside it': [`press('[type=submit]', [100, 125])`, 3],
  'half a second later': [`await later(500); press('[type=submit]')`, 3],
  'without a pointer': [`press('[type=submit]', [100, 100], 0)`, 3],
  'by the Enter key': [`root.querySelector('form').requestSubmit()`, 3],
  'on Back': [`press('[name=back]')`, 1],
};
for (const [what, [script, expected]] of Object.entries(SECONDS)) {
  test(`a second press ${what} ${expected === 2 ? 'is ignored' : 'counts'}`, async () => {
    await show(four, 'advance="manual"');
    const statements = await run(`press('[type=submit]'); const first = shown(); ${script}; return [first, shown()]`);
    assert.deepEqual(statements, [2, expected]);
    await browser.assertQuiet();
  });
}

test('a second press that hits an answer of the next statement does not choose it', async () => {
  await show(four, 'advance="manual"');
  const chosen = `press('[type=submit]'); press('.answers label'); return root.querySelectorAll(':checked').length`;
  assert.equal(await run(chosen), 0);
  await show(four, 'advance="manual"');
  assert.equal(
    await run(chosen.replace("'.answers label'", "'.answers label', [100, 200]")),
    1,
    'at another place it does',
  );
});

test('a double tap on an answer chooses it once, and none of the next statement', async () => {
  await show();
  // The times of a real finger, however fast the machine is.
  await run(`const tap = (time) => press('.answers label', undefined, 1, 1000 + time);
    tap(0); tap(100);
    while (shown() === 1) await later(5);
    tap(390)`);
  assert.deepEqual(await run(`return [shown(), root.querySelectorAll(':checked').length]`), [2, 0]);
  await run('await later(600)');
  assert.equal(await run('return shown()'), 2, 'not later either');
});

test('a second answer chosen before the screen has moved on replaces the first', async () => {
  await show(four, 'advance="manual"');
  await run(`press('.answers label:nth-child(2)'); press('.answers label:nth-child(3)', [100, 110])`);
  assert.equal(await browser.run(`${ROOT} return root.querySelector(':checked').value`), '3');
});

for (const width of [360, 768, 1280]) {
  test(`answers are at the same place on all statements from the second on, ${width} px wide`, async () => {
    await browser.resize(width, 1000);
    await show(builtIn, 'advance="manual"');
    const places = [];
    for (let number = 1; number <= 10; number++) {
      await browser.until(`${PAGE} return shown() === ${number}`);
      places.push(
        await run(`const top = (selector) => root.querySelector(selector).getBoundingClientRect().top;
          return Math.round(top('.answers') - top('.card'))`),
      );
      await browser.advance();
    }
    assert.deepEqual(places.slice(1), Array(9).fill(places[1]));
    await browser.resize(800, 1000);
  });
}

test('the hint what a tap does is on the first statement only, and describes its answers', async () => {
  await show();
  const said = `${ROOT} const answers = root.querySelector('.answers');
    return [root.querySelector('.hint')?.innerText ?? null,
      root.getElementById(answers.getAttribute('aria-describedby'))?.innerText ?? null]`;
  const hint = 'Choose an answer to go on. You can always go back.';
  assert.deepEqual(await browser.run(said), [hint, hint]);
  await browser.advance();
  assert.deepEqual(await browser.run(said), [null, null]);
  await browser.tap('[name=back]');
  assert.deepEqual(await browser.run(said), [hint, hint]);
  await show(four, 'advance="manual"');
  assert.deepEqual(await browser.run(said), [null, null], 'not if a tap does nothing');
});

test('the progress is announced with each new statement', async () => {
  await show();
  for (const number of [1, 2]) {
    const heard = await browser.run(`${ROOT} const heading = root.getElementById('heading');
      return [heading.innerText, root.getElementById(heading.getAttribute('aria-describedby'))?.innerText]`);
    assert.deepEqual(heard, [`Statement ${number}.`, `Statement ${number} of 4`]);
    await browser.advance();
  }
});

test('the button Skip becomes Next when an answer is chosen, at the same place', async () => {
  await show(four, 'advance="manual"');
  const button = `${ROOT} const it = root.querySelector('[type=submit]'); const { right, top } = it.getBoundingClientRect();
    return [it.innerText, it.className, Math.round(right), Math.round(top)]`;
  const [words, look, ...place] = await browser.run(button);
  assert.deepEqual([words, look], ['Skip this one', 'quiet']);
  await browser.tap('.answers label', 1);
  assert.deepEqual(await browser.run(button), ['Next', 'primary', ...place]);
  for (const _ of [1, 2, 3]) await browser.advance();
  assert.deepEqual((await browser.run(button)).slice(0, 2), ['See your scorecard', 'quiet']);
});

const CERTAIN = { ...four, certainty: { levels: 4 } };

test('the question about certainty scrolls into view when it appears', async () => {
  await browser.resize(360, 420);
  await show(CERTAIN);
  await browser.run(`${ROOT} root.querySelector('.answers').scrollIntoView({ block: 'end' })`);
  const bottom = `${ROOT} return root.querySelector('.certainty').getBoundingClientRect().bottom - innerHeight`;
  assert.ok((await browser.run(bottom)) > 0, 'it is not visible');
  await browser.run(`${ROOT} root.querySelector('.answers input').click()`);
  assert.ok((await browser.run(bottom)) <= 1, `${await browser.run(bottom)} px are below the window`);
  // Once certainty is visible, another answer scrolls nothing. Firefox returns to the last position
  // that a script scrolled to, so count the calls instead.
  await browser.run(`window.asked = 0; window.Element.prototype.scrollIntoView = () => { window.asked++; }`);
  await browser.run(`${ROOT} root.querySelectorAll('.answers input')[1].click()`);
  assert.equal(await browser.run('return asked'), 0);
  await browser.resize(800, 1000);
});

test('if the question about certainty is already visible, nothing moves', async () => {
  await browser.resize(800, 1400);
  await show({ ...CERTAIN, intro: 'Before.' }, 'style="display: block; margin-block: 20px 3000px"');
  const place = `${ROOT} return [scrollY, root.querySelector('.answers').getBoundingClientRect().top]`;
  await browser.run('scrollTo(0, 10)');
  const before = await browser.run(place);
  assert.equal(before[0], 10);
  await browser.tap('.answers label', 1);
  assert.deepEqual(await browser.run(place), before);
  await browser.resize(800, 1000);
});
