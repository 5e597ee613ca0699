/**
 * Remarks of readers on a scorecard: a refutation does not convince them, or a misconception is
 * missing. By mouse and by keyboard; the page gets events, and nothing is sent. What is stored is
 * tested in keep.test.mjs.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { Key, ROOT, embed } from './harness.mjs';
import {
  ELEMENT,
  HEADING,
  browser,
  document,
  finish,
  focused,
  paste,
  reading,
  room,
  said,
  told,
  unfold,
  value,
  visit,
} from './remarks-stage.mjs';

test('a reader can disagree, say why, change the reason and withdraw it', async () => {
  await visit();
  await browser.tap('#begin-0');
  assert.equal(await focused(), 'reason-0');
  assert.deepEqual(await browser.accessible('#reason-0'), ['textbox', 'Why? You may leave this empty.']);
  assert.deepEqual(await told(), [], 'opening the form sends no event');
  await browser.press('Because it works for us.');
  await browser.tap('#dispute-0');
  assert.deepEqual(await told(), [['disputed', { misconception: 'm1', reason: 'Because it works for us.' }]]);
  assert.deepEqual(await reading(), ['disputed-0', 'You still disagree, because:\nBecause it works for us.']);
  await browser.tap('#begin-0');
  assert.deepEqual([await focused(), await value('reason-0')], ['reason-0', 'Because it works for us.']);
  await browser.press(' Mostly.');
  await browser.tap('#dispute-0');
  assert.deepEqual(
    await told(),
    [['disputed', { misconception: 'm1', reason: 'Because it works for us. Mostly.' }]],
    'the cursor is at the end',
  );
  await browser.tap('#begin-0');
  await browser.press(' Never mind.');
  await browser.tap('#stop-0');
  assert.equal(await focused(), 'begin-0');
  assert.deepEqual(await said('.said'), ['Because it works for us. Mostly.'], 'the saved reason stays');
  await browser.tap('#agree-0');
  assert.deepEqual(await reading(), ['begin-0', 'I still disagree']);
  assert.deepEqual([await said('.said'), await told()], [[], []]);
  await browser.assertQuiet();
});

test('a reason is optional, and each refutation has its own', async () => {
  await visit();
  await unfold();
  assert.equal((await said('.dispute')).length, 3, 'the contested one has a form too');
  await browser.tap('#begin-2');
  await browser.tap('#begin-0');
  await browser.press('Half a reas');
  await browser.tap('#dispute-2');
  assert.deepEqual(await told(), [['disputed', { misconception: 'm3', reason: '' }]]);
  assert.deepEqual(await reading(), ['disputed-2', 'You still disagree.']);
  assert.equal(await value('reason-0'), 'Half a reas', 'the draft at another refutation stays');
  assert.equal(await value('reason-1'), null);
  // When the card is redrawn because verdicts change places, the draft stays.
  await browser.run(
    `${ELEMENT} element.answers = { s1: { agreement: 1 }, s2: { agreement: 5 }, s3: { agreement: 5 } }`,
  );
  assert.equal(await value('reason-0'), 'Half a reas');
  assert.deepEqual(await told(), []);
});

test('remarks can be made by keyboard alone', async () => {
  await visit();
  await browser.run(`${ROOT} root.getElementById('misconception-0').focus()`);
  await browser.press(Key.TAB);
  assert.equal(await focused(), 'change-0', 'the button beside the answer');
  await browser.press(Key.TAB);
  assert.equal(await focused(), 'begin-0');
  await browser.press(Key.ENTER);
  assert.equal(await focused(), 'reason-0');
  await browser.press('One', Key.ENTER, 'two');
  await browser.press(Key.TAB, Key.SPACE);
  assert.deepEqual(await told(), [['disputed', { misconception: 'm1', reason: 'One\ntwo' }]]);
  assert.equal(await focused(), 'disputed-0');
  await browser.press(Key.TAB);
  assert.equal(await focused(), 'begin-0');
  await browser.press(Key.TAB, Key.ENTER);
  assert.deepEqual(await reading(), ['begin-0', 'I still disagree']);
  await browser.run(`${ROOT} root.getElementById('suggestion').focus()`);
  await browser.press('A third', Key.TAB, Key.ENTER);
  assert.deepEqual(await told(), [['suggested', { text: 'A third' }]]);
  assert.equal(await focused(), 'suggested-0');
  await browser.press(Key.TAB);
  assert.equal(await focused(), 'withdraw-0');
  await browser.press(Key.ENTER);
  assert.equal(await focused(), 'suggestion');
  // Tab goes to every control once, in order, to the end.
  const order = ['suggest', 'again', 'open', 'calendar', 'address', 'copy', 'forget', 'summary', 'back'];
  const found = [];
  for (const _ of order) {
    await browser.press(Key.TAB);
    found.push((await focused()).split('-')[0]);
  }
  assert.deepEqual(found, order);
});

test('the length of a long text is shown near the limit, in characters as people count them, and no text is cut', async () => {
  await visit();
  await browser.tap('#begin-0');
  await paste('reason-0', '🙂'.repeat(899));
  await new Promise((later) => setTimeout(later, 700));
  assert.equal(await room('room-0'), '', 'far from the limit nothing is shown');
  await paste('reason-0', '🙂'.repeat(998));
  await browser.until(`${ROOT} return root.getElementById('room-0').innerText === 'Characters left: 2'`);
  await paste('reason-0', '👩‍👩‍👧‍👦'.repeat(1003));
  await browser.until(`${ROOT} return root.getElementById('room-0').innerText === 'Characters too many: 3'`);
  assert.equal(await focused(), 'reason-0');
  await browser.tap('#dispute-0');
  assert.deepEqual([await focused(), await told()], ['reason-0', []], 'it is refused');
  assert.equal((await value('reason-0')).length, 1003 * '👩‍👩‍👧‍👦'.length, 'it is not cut');
  assert.equal(await browser.run(`${ROOT} return root.getElementById('reason-0').ariaInvalid`), 'true');
  // Immediately, without time for an announcement.
  await paste('reason-0', '🇳🇴'.repeat(1000));
  await browser.tap('#dispute-0');
  assert.deepEqual(await told(), [['disputed', { misconception: 'm1', reason: '🇳🇴'.repeat(1000) }]]);
  await paste('suggestion', 'x'.repeat(1001));
  await browser.tap('#suggest-0');
  assert.deepEqual([await focused(), await told(), await room('room')], ['suggestion', [], 'Characters too many: 1']);
});

test('the remaining length is not announced with each key', async () => {
  await visit();
  await browser.run(`${ROOT} window.changes = [];
    new MutationObserver(() => changes.push(root.getElementById('room').innerText))
      .observe(root.getElementById('room'), { childList: true, characterData: true, subtree: true })`);
  await paste('suggestion', 'x'.repeat(950));
  await browser.until('return changes.length === 1');
  await browser.run(`${ROOT} const field = root.getElementById('suggestion');
    for (let key = 0; key < 20; key++) { field.value += 'x'; field.dispatchEvent(new Event('input', { bubbles: true, composed: true })); }`);
  await browser.until('return changes.length === 2');
  assert.deepEqual(await browser.run('return changes'), ['Characters left: 50', 'Characters left: 30']);
});

test('a reader can suggest several misconceptions and withdraw them', async () => {
  await visit();
  assert.equal((await said('h3.apart'))[1], HEADING, 'also if the author has published none');
  assert.deepEqual(await browser.accessible('#suggestion'), ['textbox', 'Another one you have met']);
  for (const text of ['First', 'Second']) {
    await browser.run(`${ROOT} root.getElementById('suggestion').focus()`);
    await browser.press(` ${text} `);
    await browser.tap('#suggest-0');
    assert.deepEqual(await told(), [['suggested', { text }]]);
    assert.equal(await value('suggestion'), '', 'the field is empty again');
  }
  assert.deepEqual(await reading(), ['suggested-1', 'You noted this one:\nSecond']);
  for (const nothing of ['', '  \n ', 'Second', ' First']) {
    await paste('suggestion', nothing);
    await browser.tap('#suggest-0');
    assert.deepEqual([await focused(), await told(), await value('suggestion')], ['suggestion', [], nothing]);
  }
  await browser.tap('#withdraw-0');
  assert.deepEqual([await said('.suggest .said'), await focused()], [['Second'], 'suggestion']);
  assert.equal(await value('suggestion'), ' First', 'the text in the field stays');
  assert.deepEqual(await told(), []);
});

test('the author’s published suggestions are above the field, with their answers', async () => {
  await visit(document({ suggestions: [{ text: 'Published.', answer: 'Answered.' }] }));
  assert.equal((await said('h3')).filter((it) => it === HEADING).length, 1);
  const order =
    await browser.run(`${ROOT} const [published, field] = ['.suggestion', '#suggestion'].map((it) => root.querySelector(it));
    return [published.textContent, published.compareDocumentPosition(field) === Node.DOCUMENT_POSITION_FOLLOWING]`);
  assert.deepEqual(order, ['Published.Answered.', true]);
});

test('what a reader writes is shown as plain text, with its line breaks and direction', async () => {
  await visit();
  const text = '<img src=x onerror="collected.push(1)"> &amp; {n}\n\nשלום';
  await browser.tap('#begin-0');
  await paste('reason-0', text);
  await browser.tap('#dispute-0');
  await paste('suggestion', text);
  await browser.tap('#suggest-0');
  assert.deepEqual(await told(), [
    ['disputed', { misconception: 'm1', reason: text }],
    ['suggested', { text }],
  ]);
  assert.deepEqual(await said('.said'), [text, text]);
  const found = await browser.run(`${ROOT} const said = root.querySelector('.said');
    const height = parseFloat(getComputedStyle(said).lineHeight);
    return [root.querySelectorAll('img').length, said.dir, Math.round(said.offsetHeight / height)]`);
  assert.deepEqual(found, [0, 'auto', 3], 'on three lines');
  await browser.tap('#begin-0');
  assert.equal(await value('reason-0'), text);
  await browser.assertQuiet();
});

test('remarks cause no request', async () => {
  await visit();
  const [requests, entries] = [[...browser.requests], 'return performance.getEntries().length'];
  const count = await browser.run(entries);
  await browser.run(`window.sent = []; for (const [of, name] of [[window, 'fetch'], [navigator, 'sendBeacon'], [XMLHttpRequest.prototype, 'send']])
    of[name] = () => sent.push(name)`);
  await browser.tap('#begin-0');
  await browser.press('No.');
  await browser.tap('#dispute-0');
  await browser.tap('#agree-0');
  await paste('suggestion', 'Another.');
  await browser.tap('#suggest-0');
  await browser.tap('#withdraw-0');
  await browser.tap('#forget-0');
  await new Promise((later) => setTimeout(later, 300));
  assert.deepEqual(browser.requests, requests);
  assert.deepEqual(await browser.run('return [sent, document.cookie]'), [[], '']);
  const types = await browser.run(
    `return performance.getEntries().slice(arguments[0]).map((it) => it.entryType)`,
    count,
  );
  assert.ok(!types.includes('resource'), types.join());
});

test('the page does not jump when a remark is made', async () => {
  await visit(document(), 'style="display: block; margin-block: 600px"');
  await browser.run(`${ROOT} root.getElementById('begin-0').scrollIntoView({ block: 'center' })`);
  const top = () =>
    browser.run(`${ROOT} return Math.round(root.getElementById('misconception-0').getBoundingClientRect().top)`);
  const before = await top();
  for (const act of ['#begin-0', '#stop-0', '#begin-0', '#dispute-0', '#begin-0', '#dispute-0', '#agree-0']) {
    await browser.tap(act);
    assert.equal(await top(), before, act);
  }
  await browser.run(`${ROOT} root.getElementById('suggestion').scrollIntoView({ block: 'center' })`);
  const place = () =>
    browser.run(`${ROOT} return Math.round([...root.querySelectorAll('h3.apart')][1].getBoundingClientRect().top)`);
  const above = await place();
  await paste('suggestion', 'A');
  for (const act of ['#suggest-0', '#withdraw-0']) {
    await browser.tap(act);
    assert.equal(await place(), above, act);
  }
});

test('another language keeps the remarks and translates the words around them', async () => {
  await visit(document({ translations: { nb: { title: 'Liten' } } }));
  await browser.tap('#begin-0');
  await browser.press('Reason.');
  await browser.tap('#dispute-0');
  await paste('suggestion', 'Another.');
  await browser.tap('#suggest-0');
  assert.equal((await told()).length, 2);
  await browser.run(`document.documentElement.lang = 'nb'`);
  await browser.until(
    `${ROOT} return root.querySelector('.card').lang === 'nb' && root.querySelector('.keep') !== null`,
  );
  assert.deepEqual(await said('.note:not([hidden])'), [
    'Du er fortsatt uenig fordi:Reason.',
    'Du skrev ned denne:Another.',
  ]);
  assert.deepEqual(await told(), [], 'no event is sent again');
  await browser.run(`document.documentElement.lang = 'en'`);
  await browser.until(
    `${ROOT} return root.querySelector('.card').lang === 'en' && root.querySelector('.keep') !== null`,
  );
  assert.deepEqual(await said('.said'), ['Reason.', 'Another.']);
});

/** Delays the module of the extras until the page calls `release()`. */
function holdBack() {
  const dist = new URL('../../pkg/dist/', import.meta.url);
  const name = readdirSync(dist).find((it) => it.startsWith('extras-') && it.endsWith('.js'));
  const body = `await new Promise((done) => (window.release = done));\n${readFileSync(new URL(name, dist), 'utf8')}`;
  browser.serve(`/scorecard/${name}`, body, { type: 'text/javascript' });
  return () => browser.unserve(`/scorecard/${name}`);
}

test('when the extras come, what is open, chosen, focused and scrolled stays so', async () => {
  const free = holdBack();
  try {
    const open = {
      id: 'm4',
      name: 'Misconception 4',
      refutation: { fact: 'Fact 4.', whyWrong: 'Reason 4.' },
      statements: [{ id: 's4', text: 'Statement 4.', key: 'myth' }],
    };
    const questionnaire = document();
    questionnaire.misconceptions.push(open);
    questionnaire.certainty = { levels: 4 };
    await browser.visit('/page.html', { html: embed(questionnaire, 'layout="list" debug="off"') });
    await browser.ready();
    await finish({ s1: 5, s2: 1, s3: 5 });
    await browser.until('return window.release !== undefined');
    await browser.run(
      `${ROOT} window.details = root.querySelectorAll('details')[1]; details.open = true; window.card = root.querySelector('.card')`,
    );
    await browser.tap('.missing .answers label', 1);
    await browser.run(`${ROOT} window.chosen = root.querySelector('.missing :checked'); chosen.focus()`);
    const scrolled = await browser.run('return scrollY');
    assert.equal(await browser.run(`${ROOT} return root.querySelector('.dispute') !== null`), false);
    await browser.run('release()');
    await browser.extras();
    const kept =
      await browser.run(`${ROOT} return [root.querySelector('.card') === card, details.isConnected && details.open,
      root.querySelectorAll('details[open]').length, root.querySelector('.missing :checked') === chosen,
      root.activeElement === chosen, scrollY]`);
    assert.deepEqual(kept, [true, true, 1, true, true, scrolled]);
    assert.deepEqual(await told(), [], 'no event is sent');
    await browser.tap('.missing .certainty label', 3);
    await browser.tap('.missing [type=submit]');
    const { answers } = await browser.scorecard();
    assert.deepEqual(answers.s4, { agreement: 2, certainty: 4 });
    await browser.assertQuiet();
  } finally {
    free();
  }
});

test('a widget that is removed before the extras come logs nothing, and gets them when it is inserted again', async () => {
  const free = holdBack();
  try {
    await browser.visit('/page.html', { html: embed(document(), 'layout="list" debug="off"') });
    await browser.ready();
    await finish({ s1: 5 });
    await browser.until('return window.release !== undefined');
    await browser.run(`window.away = document.querySelector('misconception-scorecard'); away.remove(); release()`);
    await new Promise((later) => setTimeout(later, 300));
    await browser.assertQuiet();
    await browser.run('document.body.append(away)');
    await browser.extras();
    await browser.tap('#begin-0');
    assert.equal(await focused(), 'reason-0');
    await browser.assertQuiet();
  } finally {
    free();
  }
});
