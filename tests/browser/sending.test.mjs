/**
 * Sending, as a reader has it: offered with a scorecard, done when they press for it, told what has become of it, and taken back.
 * With a real endpoint, which fails as servers fail. When it is tried again stands in tests/package/outbox.test.mjs.
 */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { ENGINE, ROOT, embed, page, small, start } from './harness.mjs';
import { startEndpoint } from './sending-stage.mjs';

const ELEMENT = `const element = document.querySelector('misconception-scorecard');`;
const questionnaire = small();
let browser;
let endpoint;
before(async () => {
  browser = await start();
  endpoint = await startEndpoint([questionnaire], browser.url);
});
beforeEach(async () => {
  endpoint.fault = undefined;
  await endpoint.clear();
  endpoint.requests.length = 0;
});
after(async () => {
  await browser?.close();
  await endpoint?.close();
});

const host = () => new URL(endpoint.url).host;
const LISTENING = `window.told = [];
  for (const name of ['sent', 'unsent', 'withdrawn', 'reset']) {
    document.addEventListener('scorecard-' + name, ({ detail }) => told.push([name, detail]));
  }`;
const told = () => browser.run('return told.splice(0)');
const answers = { s1: 5, s2: 1 };

/** Shows the scorecard of these answers, on a page whose tag has these attributes. */
async function visit({ attributes = '', keep = false, given = answers, head = '', headers, more = {} } = {}) {
  const html = embed(
    { ...questionnaire, ...more },
    `layout="list" debug="off" endpoint="${endpoint.url}" ${attributes}`,
  );
  browser.serve('/page.html', page(head + html), { headers });
  await browser.visit('/page.html', { keep });
  await browser.ready();
  await browser.run(LISTENING);
  if (given) {
    const all = Object.fromEntries(Object.entries(given).map(([id, agreement]) => [id, { agreement }]));
    await browser.run(`${ELEMENT} element.answers = arguments[0]`, all);
    await browser.advance();
  }
  await browser.extras();
  await browser.until(`${ROOT} return root.querySelector('.offer') !== null`, 'the offer');
}

const said = () => browser.run(`${ROOT} return root.querySelector('.offer [role=status]').textContent`);
const says = (words) =>
  browser.until(
    `${ROOT} return root.querySelector('.offer [role=status]')?.textContent.includes(arguments[0])`,
    words,
    words,
  );
const press = (words, within = '.offer') =>
  browser.run(
    `${ROOT} const found = [...root.querySelectorAll(arguments[1] + ' button')].find((it) => it.textContent === arguments[0]);
    found.focus(); found.click()`,
    words,
    within,
  );
const tick = (within = '.offer') =>
  browser.run(`${ROOT} root.querySelector(arguments[0] + ' [type=checkbox]').click()`, within);
async function send() {
  await tick();
  await press('Send my answers');
}
const kept = () =>
  browser.run(
    `return [...Object.entries(localStorage), ...Object.entries(sessionStorage)].filter(([key]) => key.endsWith(':sending'))`,
  );

test('without an endpoint nothing of it is loaded', async () => {
  await browser.visit('/page.html', { html: embed(questionnaire, 'layout="list" debug="off"') });
  await browser.ready();
  await browser.run(`${ELEMENT} element.answers = { s1: { agreement: 5 } }`);
  await browser.advance();
  await browser.extras();
  await new Promise((later) => setTimeout(later, 300));
  assert.deepEqual(
    browser.requests.filter((it) => it.includes('sending')),
    [],
  );
  assert.equal(await browser.run(`${ROOT} return root.querySelector('.offer')`), null);
});

for (const storage of ['session', 'local', 'none']) {
  test(`nothing leaves before the reader presses, then the answers do and nothing else: storage ${storage}`, async () => {
    await visit({ attributes: `storage="${storage}"` });
    await new Promise((later) => setTimeout(later, 300));
    assert.deepEqual(endpoint.requests, []);
    await press('Send my answers');
    assert.match(await said(), /Tick the box first/);
    assert.deepEqual(endpoint.requests, [], 'without consent neither');
    await send();
    await says(`have been sent to ${host()}`);
    const [{ headers, body, method }, ...others] = endpoint.requests;
    assert.deepEqual([method, others], ['POST', []]);
    assert.equal(headers['content-type'], 'text/plain;charset=UTF-8');
    assert.deepEqual([headers.cookie, headers.referer], [undefined, undefined]);
    const { receipt, widget, ...document } = JSON.parse(body);
    assert.match(receipt, /^[\da-f-]{36}$/);
    assert.match(widget, /^\d+\.\d+\.\d+$/);
    const { id, version, format, lang } = questionnaire;
    const { shape } = document.questionnaire;
    assert.deepEqual(document, {
      kind: 'response',
      schema: '1',
      questionnaire: { id, version, format, shape, lang },
      answers: { s1: { agreement: 5 }, s2: { agreement: 1 } },
      first: null,
      verdicts: { m1: 'held', m2: 'notHeld' },
    });
    assert.deepEqual(await told(), [['sent', { kind: 'response', about: null }]]);
    const where = (await kept()).length;
    assert.equal(where, storage === 'none' ? 0 : 1);
    await press('Take them back');
    await says('have been taken back');
    assert.deepEqual(await told(), [['withdrawn', { kind: 'response', about: null }]]);
    assert.deepEqual([await endpoint.rows(), await kept()], [[], []]);
    await browser.assertQuiet();
  });
}

test('how long it can be taken back is said beforehand; whoever keeps the answers keeps that too', async () => {
  const hint = () => browser.run(`${ROOT} return root.querySelector('.offer .hint').textContent`);
  await visit({ attributes: 'storage="none"' });
  assert.match(await hint(), /as long as this page is open/);
  await visit({ attributes: 'storage="local"' });
  assert.match(await hint(), /on this device/);
  await visit();
  assert.match(await hint(), /until you close this tab/);
  await send();
  await says('have been sent');
  await press('Keep on this device', '.card').catch(() => {});
  await browser.run(`${ROOT} root.querySelector('[name=stay]').click()`);
  await browser.until(`return Object.keys(localStorage).some((it) => it.endsWith(':sending'))`);
  assert.equal((await kept()).length, 1, 'in one store');
  await visit({ keep: true, given: null });
  assert.match(await said(), /have been sent/);
  await press('Take them back');
  await says('have been taken back');
  assert.deepEqual(await endpoint.rows(), []);
});

test('the author’s own words are what a reader agrees to', async () => {
  await visit({ more: { consent: 'I agree that the school gets my answers.' } });
  assert.equal(
    await browser.run(`${ROOT} return root.querySelector('.offer label').textContent`),
    'I agree that the school gets my answers.',
  );
  assert.deepEqual(await browser.axe(), []);
});

test('other answers than were sent can be sent in their place', async () => {
  await visit();
  await send();
  await says('have been sent');
  await browser.run(`${ELEMENT} element.answers = { s1: { agreement: 1 }, s2: { agreement: 1 } }`);
  await says('You have changed answers since then');
  await press('Send the new answers');
  await browser.until(`${ROOT} return !root.querySelector('.offer [role=status]').textContent.includes('changed')`);
  await says('have been sent');
  const rows = await endpoint.rows();
  assert.equal(rows.length, 1);
  assert.deepEqual(rows[0].verdicts, { m1: 'notHeld', m2: 'notHeld' });
  await press('Take them back');
  await says('taken back');
});

const REFUSED = { 400: 'badJson', 403: 'origin', 409: 'otherVersion', 413: 'tooLarge', 422: 'invalidDocument' };
for (const [status, code] of Object.entries(REFUSED)) {
  test(`a refusal is said, told to the page and not tried again: ${status}`, async () => {
    endpoint.fault = { status: Number(status), body: JSON.stringify({ code, line: 'a line' }) };
    await visit();
    await send();
    await says('could not take your answers');
    assert.deepEqual(await told(), [['unsent', { kind: 'response', about: null, code, line: 'a line' }]]);
    await browser.run(`dispatchEvent(new Event('online'))`);
    await new Promise((later) => setTimeout(later, 200));
    assert.equal(endpoint.requests.length, 1);
  });
}

for (const fault of ['reset', 500, 503, 408, { status: 429, headers: { 'retry-after': '3' } }, 'lost']) {
  test(`what does not get through is sent later, once: ${JSON.stringify(fault)}`, async () => {
    endpoint.fault = fault;
    await visit();
    await send();
    await says('Not sent yet');
    endpoint.fault = undefined;
    await press('Try again');
    await says('have been sent');
    assert.equal((await endpoint.rows()).length, 1);
    assert.equal(new Set(endpoint.documents('response').map((it) => it.receipt)).size, 1);
    await press('Take them back');
    await says('taken back');
    assert.deepEqual(await endpoint.rows(), []);
  });
}

test('what does not get through is tried by itself after some seconds', async () => {
  endpoint.fault = 500;
  await visit();
  await send();
  await says('Not sent yet');
  endpoint.fault = undefined;
  await says('have been sent');
  assert.equal(endpoint.requests.length, 2);
  await press('Take them back');
  await says('taken back');
});

test('a tab that is closed before it got through: the next visit sends it', async () => {
  endpoint.fault = 'reset';
  await visit({ attributes: 'storage="local"' });
  await send();
  await says('Not sent yet');
  endpoint.fault = undefined;
  await visit({ attributes: 'storage="local"', keep: true, given: null });
  await says('have been sent');
  assert.equal((await endpoint.rows()).length, 1);
  await press('Take them back');
  await says('taken back');
});

test('sending that the reader gives up leaves nothing anywhere', async () => {
  endpoint.fault = 'lost';
  await visit();
  await send();
  await says('Not sent yet');
  endpoint.fault = undefined;
  await press('Do not send');
  await says('taken back');
  assert.deepEqual([await endpoint.rows(), await kept()], [[], []]);
});

test('a policy that forbids it is a refusal', async () => {
  await visit({ headers: { 'content-security-policy': "connect-src 'self'" } });
  await send();
  await says('could not take your answers');
  assert.deepEqual(await told(), [['unsent', { kind: 'response', about: null, code: 'policy' }]]);
  assert.deepEqual(endpoint.requests, []);
});

const unfold = () => browser.run(`${ROOT} for (const it of root.querySelectorAll('article details')) it.open = true`);
const paste = (id, text) =>
  browser.run(
    `${ROOT} const field = root.getElementById(arguments[0]); field.focus(); field.value = arguments[1];
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }))`,
    id,
    text,
  );
const companion = (words) =>
  browser.until(
    `${ROOT} return [...root.querySelectorAll('.companion')].some((it) => it.textContent.includes(arguments[0]))`,
    words,
    words,
  );

test('what a reader writes is sent only with its box ticked, apart from the answers, and taken back with it', async () => {
  await visit();
  await unfold();
  await browser.run(`${ROOT} root.querySelector('#begin-0').click()`);
  await companion('Also send this');
  await paste('reason-0', 'I have seen it.');
  await browser.run(`${ROOT} root.querySelector('#dispute-0').click()`);
  await new Promise((later) => setTimeout(later, 200));
  assert.deepEqual(endpoint.requests, [], 'not without the box');
  await paste('suggestion', 'Another one.');
  await tick('.write .companion');
  await browser.run(`${ROOT} root.querySelector('#suggest-0').click()`);
  await companion(`Sent to ${host()}`);
  const [{ receipt, ...remark }] = endpoint.documents('remark');
  const { id, version, lang } = questionnaire;
  assert.deepEqual(remark, {
    kind: 'remark',
    schema: '1',
    about: 'suggestion',
    misconception: null,
    questionnaire: { id, version, lang },
    text: 'Another one.',
    by: '',
  });
  await send();
  await says('have been sent');
  const [response] = endpoint.documents('response');
  assert.notEqual(response.receipt, receipt);
  assert.equal(endpoint.documents('response').length + endpoint.documents('remark').length, 2);
  assert.equal(JSON.stringify(response).includes('Another'), false);
  await browser.run(`${ROOT} root.querySelector('#withdraw-0').click()`);
  await browser.until(`return told.some(([name, detail]) => name === 'withdrawn' && detail.about === 'suggestion')`);
  assert.deepEqual(
    (await endpoint.rows()).map(({ kind }) => kind),
    ['response'],
  );
  await press('Take them back');
  await says('taken back');
});

test('before a reader erases, they may take back what was sent', async () => {
  await visit();
  await send();
  await says('have been sent');
  await browser.run(`${ROOT} root.querySelector('[name^=forget]').click()`);
  await browser.until(`${ROOT} return root.querySelector('.before-erasing') !== null`);
  assert.equal(await browser.run(`${ELEMENT} return Object.keys(element.answers).length`), 2, 'nothing is erased yet');
  await press('Take it back and erase', '.before-erasing');
  await browser.until(`return told.some(([name]) => name === 'reset')`);
  assert.deepEqual([await endpoint.rows(), await kept()], [[], []]);
  assert.deepEqual(await browser.run(`${ELEMENT} return element.answers`), {});
});

test('erased only here, what was sent stays there, and nothing of it here', async () => {
  await visit();
  await send();
  await says('have been sent');
  await browser.run(`${ROOT} root.querySelector('[name^=forget]').click()`);
  await browser.until(`${ROOT} return root.querySelector('.before-erasing') !== null`);
  await press('Erase only here', '.before-erasing');
  await browser.until(`return told.some(([name]) => name === 'reset')`);
  assert.deepEqual(await kept(), []);
  assert.equal((await endpoint.rows()).length, 1);
});

test('where a consent manager has a no for statistics, nothing is offered', async () => {
  const html = embed(questionnaire, `layout="list" debug="off" endpoint="${endpoint.url}"`);
  await browser.visit('/page.html', {
    html: `<script>window.wp_has_consent = (kind) => kind !== 'statistics'</script>${html}`,
  });
  await browser.ready();
  await browser.run(`${ELEMENT} element.answers = { s1: { agreement: 5 } }`);
  await browser.advance();
  await browser.extras();
  await new Promise((later) => setTimeout(later, 500));
  assert.equal(await browser.run(`${ROOT} return root.querySelector('.offer')`), null);
});

test('a store that is blocked is said beforehand, and sending works while the page is open', {
  skip: ENGINE === 'webkit' && 'its driver’s page cannot have its stores taken away',
}, async () => {
  const block = `<script>for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });
  }</script>`;
  await visit({ head: block });
  assert.match(await browser.run(`${ROOT} return root.querySelector('.offer .hint').textContent`), /keeps nothing/);
  await send();
  await says('have been sent');
  await press('Take them back');
  await says('taken back');
});
