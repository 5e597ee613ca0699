/**
 * What happens to a scorecard: stored in the browser or not, erased, saved as a file. Knows the
 * browser's storage; remarks of readers are tested in remarks.test.mjs.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ROOT, embed, small, start } from './harness.mjs';
import { ELEMENT, KEY, SETTLED, stage } from './keep-stage.mjs';

let browser;
let visit, again, finish, tapKept, paste, remark, said, stored, isResult;
before(async () => {
  browser = await start();
  ({ visit, again, finish, tapKept, paste, remark, said, stored, isResult } = stage(browser));
});
after(() => browser?.close());

for (const [storage, place] of [
  ['session', 0],
  ['local', 1],
]) {
  test(`remarks are restored after a reload, storage ${storage}`, async () => {
    await visit(`storage="${storage}"`);
    await finish();
    await remark();
    const expected = [[], []];
    expected[place] = [KEY];
    assert.deepEqual(await stored(), expected);
    await again(`storage="${storage}"`);
    await browser.extras();
    assert.deepEqual(await said(), ['Because.', 'Another.']);
    assert.equal(await browser.focused(), null, 'restoring does not move the focus');
    // A remark that was taken back stays taken back.
    await browser.tap('#agree-0');
    await browser.tap('#withdraw-0');
    await again(`storage="${storage}"`);
    await browser.extras();
    assert.deepEqual(await said(), []);
    await browser.assertQuiet();
  });
}

test('with storage none nothing is stored', async () => {
  await visit('storage="none"');
  await finish();
  await remark();
  assert.deepEqual(
    [await said(), await stored()],
    [
      ['Because.', 'Another.'],
      [[], []],
    ],
  );
  assert.equal(await browser.run(`${ROOT} return root.querySelector('.stay')`), null, 'nor is it offered');
  await again('storage="none"');
  assert.equal(await isResult(), false);
});

const REFUSED = {
  blocked: `for (const name of ['sessionStorage', 'localStorage'])
    Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });`,
  full: `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };`,
  'not there': `for (const name of ['sessionStorage', 'localStorage']) Object.defineProperty(window, name, { value: null });`,
};
for (const [what, script] of Object.entries(REFUSED)) {
  test(`if the storage is ${what}, everything works until the page is left`, async () => {
    await visit('', { head: `<script>${script}</script>` });
    await browser.run(`${ELEMENT} element.answers = { s1: { agreement: 5 } }`);
    await browser.advance();
    await browser.extras();
    await remark();
    assert.deepEqual(await said(), ['Because.', 'Another.']);
    const offers = await browser.run(`${ROOT} return root.querySelector('.stay') !== null`);
    assert.equal(offers, what === 'full', 'what is impossible is not offered');
    if (offers) await browser.run(`${ROOT} root.querySelector('.stay input').click()`);
    await browser.tap('#forget-0');
    assert.match(await browser.text('.note'), /^Your answers are erased\./);
    await browser.assertQuiet();
  });
}

test('remarks are never shown with another version, questionnaire or instance', async () => {
  for (const [attributes, questionnaire] of [
    ['', small({ version: '2' })],
    ['', small({ id: 'other' })],
    ['instance="second"', small()],
  ]) {
    await visit();
    await finish();
    await remark();
    await again(attributes, { questionnaire });
    assert.equal(await isResult(), false);
    await finish();
    assert.deepEqual(await said(), []);
  }
});

/** The small questionnaire with a change to its first statement. */
function changed(change, more = {}) {
  const questionnaire = small(more);
  const [statement] = questionnaire.misconceptions[0].statements;
  Object.assign(statement, change);
  return questionnaire;
}

const TOLD = {
  changed: /^The statements have changed since you answered\./,
  reworded: /^Some statements have been reworded since you answered\./,
};
const note = () => browser.run(`${ROOT} return root.querySelector('.card > .note')?.innerText ?? null`);
const answered = () => browser.run(`${ELEMENT} return Object.keys(element.answers)`);

for (const [what, questionnaire, words, left] of [
  ['whose key has been reversed', changed({ key: 'fact' }), TOLD.changed, []],
  ['whose scale has changed', small({ scale: { points: 2 } }), TOLD.changed, []],
  ['with a corrected comma', changed({ text: 'Statement, 1.' }), TOLD.reworded, ['s2']],
]) {
  test(`a reader who comes back to a questionnaire ${what} is told, and asked what is missing`, async () => {
    await visit('storage="local"');
    await finish();
    await again('storage="local"', { questionnaire });
    assert.match(await note(), words);
    assert.deepEqual(await answered(), left);
    assert.equal(await isResult(), left.length > 0, 'a reader who has a scorecard keeps it');
    assert.deepEqual(await browser.axe(), []);
    await browser.run(`${ELEMENT} element.answers = { s1: { agreement: 2 }, s2: { agreement: 2 } }`);
    if (left.length === 0) await browser.advance();
    await again('storage="local"', { questionnaire });
    assert.equal(await note(), null, 'said once');
    assert.deepEqual(await answered(), ['s1', 's2']);
    await browser.assertQuiet();
  });
}

test('changing the language back and forth keeps the answers and shows no note', async () => {
  const translations = { nb: { title: 'Liten', statements: { s1: { text: 'Utsagn 1.' }, s2: { text: 'Utsagn 2.' } } } };
  const questionnaire = small({ translations });
  await visit('storage="local"', { questionnaire });
  await finish();
  for (const lang of ['nb', 'en', 'nb']) {
    await again(`storage="local" lang="${lang}"`, { questionnaire });
    assert.deepEqual([await note(), await answered(), await isResult()], [null, ['s1', 's2'], true], lang);
  }
});

test('answers that were stored before there were shapes are still restored', async () => {
  await visit('storage="local"');
  await finish();
  await browser.run(
    `const { shape, wording, ...before } = JSON.parse(localStorage[arguments[0]]);
     localStorage[arguments[0]] = JSON.stringify(before)`,
    KEY,
  );
  await again('storage="local"', { questionnaire: changed({ text: 'Statement, 1.' }) });
  assert.deepEqual([await note(), await answered(), await isResult()], [null, ['s1', 's2'], true]);
});

test('values in the storage that do not fit are ignored', async () => {
  const damaged = {
    disputes: { m1: 7, m9: 'x', __proto__: 'y' },
    suggestions: [1, '', 'Kept.', null],
    persistent: 'yes',
  };
  await visit();
  await finish();
  await browser.run(
    `const kept = JSON.parse(sessionStorage[arguments[0]]);
    sessionStorage[arguments[0]] = JSON.stringify({ ...kept, ...arguments[1] })`,
    KEY,
    damaged,
  );
  await again();
  await browser.extras();
  assert.deepEqual(await said(), ['Kept.']);
  await browser.assertQuiet();
});

test('erasing deletes the answers from both storages, says so, and leaves the entries of others', async () => {
  await visit();
  await finish();
  await remark();
  await browser.run(
    `localStorage[arguments[0]] = sessionStorage[arguments[0]];
    for (const store of [sessionStorage, localStorage]) {
      store['misconception-scorecard:other:'] = store['misconception-scorecard:small:second'] = '{}';
      store.theirs = 'stays';
    }`,
    KEY,
  );
  await browser.run('told.splice(0)');
  await paste('suggestion', 'Half a th');
  await browser.tap('#forget-0');
  const others = ['misconception-scorecard:other:', 'misconception-scorecard:small:second'];
  assert.deepEqual(
    await browser.run('return told'),
    [['reset', null, [others, others]]],
    'sent after everything is erased',
  );
  assert.deepEqual(await stored(), [others, others]);
  assert.deepEqual(await browser.run('return [sessionStorage.theirs, localStorage.theirs]'), ['stays', 'stays']);
  const [id, words] = await browser.focused();
  const line = 'Your answers are erased. This browser keeps nothing of them.\nBring them back';
  assert.deepEqual([id, words.replaceAll(/\n+/g, '\n')], ['forgotten', line]);
  assert.deepEqual(await browser.run(`${ELEMENT} return [element.answers, element.scorecard]`), [{}, null]);
  await browser.run(SETTLED);
  assert.deepEqual(await stored(), [others, others], 'nothing is stored afterwards');
  await again();
  assert.deepEqual([await isResult(), await browser.run(`${ELEMENT} return element.answers`)], [false, {}]);
  assert.equal(await browser.text('.note'), null, 'a reload starts afresh');
  await finish();
  assert.deepEqual(await said(), []);
  await browser.assertQuiet();
});

test('after erasing the reader begins again, and the line about it goes away with the next scorecard', async () => {
  await visit('layout="paged" advance="manual"');
  await browser.run(`${ELEMENT} element.setAttribute('layout', 'paged')`);
  await browser.until(`${ROOT} return root.querySelector('.paged') !== null`);
  await browser.run(`${ELEMENT} element.answers = { s1: { agreement: 5 }, s2: { agreement: 5 } }`);
  for (let step = 0; step < 2; step++) await browser.advance();
  await browser.extras();
  await remark();
  await browser.tap('#forget-0');
  assert.equal(await browser.run(`${ROOT} return root.querySelectorAll(':checked').length`), 0);
  const answers = `${ROOT} return root.querySelector('.answers').getBoundingClientRect().top`;
  const before = await browser.run(answers);
  await browser.tap('.answers label', 0);
  assert.equal(await browser.run(answers), before, 'nothing moves under the finger');
  assert.deepEqual(await stored(), [[KEY], []], 'new answers are stored');
  await browser.until(`${ROOT} return root.getElementById('forgotten') !== null`);
  await browser.advance();
  assert.notEqual(await browser.find('#forgotten'), null, 'the button to undo stays until the next scorecard');
  await browser.advance();
  await browser.extras();
  assert.equal(await browser.find('#forgotten'), null);
  assert.deepEqual(await said(), []);
  assert.equal((await browser.scorecard()).headline.held, 0);
});

test('answers that the reader keeps on the device outlive the session, until the reader decides otherwise', async () => {
  const offer = () => browser.run(`${ROOT} return root.querySelector('.stay input')?.checked ?? null`);
  await visit();
  await finish();
  await remark();
  await browser.run(`${ROOT} root.querySelector('.keep').open = true`);
  assert.deepEqual(await browser.accessible('.stay input'), [
    'checkbox',
    'Keep my answers on this device. Otherwise they go when this tab is closed.',
  ]);
  assert.equal(await offer(), false);
  await tapKept('.stay');
  assert.deepEqual([await offer(), await stored()], [true, [[], [KEY]]]);
  assert.equal((await browser.focused())?.[0] ?? 'stay', 'stay', 'the focus stays');
  // As if it were another session.
  await browser.run('sessionStorage.clear()');
  await again();
  await browser.extras();
  assert.deepEqual([await said(), await offer()], [['Because.', 'Another.'], true]);
  await browser.tap('#withdraw-0');
  assert.deepEqual(await stored(), [[], [KEY]], 'later remarks are stored there too');
  await again();
  await browser.extras();
  assert.deepEqual(await said(), ['Because.']);
  await tapKept('.stay');
  assert.deepEqual([await offer(), await stored()], [false, [[KEY], []]]);
  await again();
  await browser.extras();
  assert.deepEqual([await said(), await offer()], [['Because.'], false]);
  await tapKept('.stay');
  await browser.tap('#forget-0');
  assert.deepEqual(await stored(), [[], []]);
  await finish();
  assert.deepEqual([await offer(), await stored()], [false, [[KEY], []]], 'it begins anew');
  // If the author always stores it or never does, the reader has no choice.
  for (const storage of ['local', 'none']) {
    await visit(`storage="${storage}"`);
    await finish();
    assert.equal(await offer(), null, storage);
  }
});

/** Records each file that is saved, and ends its lifetime at once. */
const SAVING = `window.saved = []; window.living = new Set();
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (blob) => { const url = createObjectURL(blob); living.add(url); saved.push({ blob, url }); return url; };
  URL.revokeObjectURL = (url) => { living.delete(url); revokeObjectURL(url); };
  HTMLAnchorElement.prototype.click = function () { saved.at(-1).name = this.download; saved.at(-1).isHere = this.href === saved.at(-1).url; };
  const later = setTimeout; window.setTimeout = (run, wait, ...more) => later(run, wait > 30_000 ? 50 : wait, ...more);`;
const files = () =>
  browser.run(`return Promise.all(saved.splice(0).map(async ({ blob, name, isHere }) =>
    ({ name, isHere, type: blob.type, bytes: [...new Uint8Array(await blob.arrayBuffer())] })))`);

test('the table and the data are saved as files named after the questionnaire, and their URLs are revoked', async () => {
  const questionnaire = small({ id: 'små:feil/2', version: '1.0(β)' });
  questionnaire.misconceptions[0].name = 'Æ, ø og "å"';
  questionnaire.misconceptions[1].name = '=1+1';
  await visit('', { questionnaire });
  await finish();
  await remark();
  await browser.run(SAVING);
  await tapKept('#csv-0');
  await tapKept('#json-0');
  const [csv, json, ...more] = await files();
  assert.deepEqual(more, []);
  assert.deepEqual([csv.name, csv.type, csv.isHere], ['små-feil-2-1.0-β-.csv', 'text/csv', true]);
  assert.deepEqual([json.name, json.type, json.isHere], ['små-feil-2-1.0-β-.json', 'application/json', true]);
  assert.deepEqual(csv.bytes.slice(0, 3), [0xef, 0xbb, 0xbf], 'it begins with a byte order mark');
  const expected = [
    'misconception,name,verdict,belief,statement,text,key,agreement,certainty',
    'm1,"Æ, ø og ""å""",held,100,s1,Statement 1.,myth,5,',
    `m2,"'=1+1",notHeld,0,s2,Statement 2.,myth,1,`,
    '',
  ].join('\r\n');
  assert.equal(Buffer.from(csv.bytes.slice(3)).toString(), expected);
  const data = JSON.parse(Buffer.from(json.bytes).toString());
  assert.deepEqual(data, {
    scorecard: await browser.scorecard(),
    first: null,
    disputes: { m1: 'Because.' },
    suggestions: ['Another.'],
  });
  await browser.until('return living.size === 0', 'the URLs to be revoked');
  assert.deepEqual(
    await browser.run(
      `${ROOT} return [document.querySelectorAll('a[download]').length, root.querySelectorAll('a[download]').length]`,
    ),
    [0, 0],
  );
  await browser.assertQuiet();
});

test('saving, printing and erasing work under the strictest policy', async () => {
  const policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'none'; base-uri 'none'; form-action 'none'";
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Strict</title>
    <main><h1>Strict</h1>${embed(small(), 'layout="list" debug="off"')}</main><script type="module" src="/scorecard/scorecard.js"></script></html>`;
  browser.serve('/strict.html', html, { headers: { 'content-security-policy': policy } });
  await browser.visit('/strict.html');
  await browser.ready();
  await browser.run(`${ELEMENT} element.answers = { s1: { agreement: 5 } }; window.print = () => {}`);
  await browser.advance();
  await browser.extras();
  await remark();
  // The file itself would be left lying about. That it is saved under this policy was checked by
  // hand.
  await browser.run(SAVING);
  for (const act of ['#csv-0', '#json-0', '#print-0', '.stay', '#forget-0']) await tapKept(act);
  await browser.run(SETTLED);
  assert.deepEqual(
    (await browser.console()).filter((it) => !it.includes('favicon')),
    [],
  );
});
