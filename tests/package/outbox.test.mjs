/**
 * The outbox of messages: they are sent again after some time, one at a time, with one receipt,
 * given up after a week, or taken back. Time and random numbers are passed in. What a reader sees
 * is tested in tests/browser/sending.test.mjs.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Outbox } from '../../pkg/src/sending/outbox.js';
import { waitOf } from '../../pkg/src/sending/post.js';
import { makeReceipt, remark, request, response } from '../../pkg/src/sending/documents.js';

globalThis.VERSION = '1.2.3';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DOCUMENT = { kind: 'response', answers: { a: { agreement: 1 } } };

/**
 * An outbox whose endpoint gives these replies in turn. The clock only moves when the test sets it.
 */
function stage(replies, { store = { text: '' }, lock, post, endpoint = '/a' } = {}) {
  const sent = [];
  const told = [];
  const stage = { now: 1000, sent, told, store };
  const read = () => store.text;
  const write = (text) => (store.text = text);
  const outbox = new Outbox({
    endpoint,
    store: { read, write, lock: lock ?? ((act) => act()) },
    post: async (document) => {
      sent.push(document);
      await post?.();
      return replies.shift() ?? { outcome: 'taken' };
    },
    tell: (what, detail) => told.push(detail ? [what, detail] : [what]),
    clock: () => stage.now,
    random: () => 0.5,
  });
  return Object.assign(stage, { outbox });
}
const kept = ({ store }) => (store.text ? JSON.parse(store.text).items : {});
const events = ({ told }) => told.filter(([what]) => what !== 'changed');

test('a message that arrives is sent once, and its receipt is kept', async () => {
  const it = stage([{ outcome: 'taken' }]);
  await it.outbox.send('answers', DOCUMENT);
  await it.outbox.drain();
  assert.equal(it.sent.length, 1);
  const { state, receipt } = kept(it).answers;
  assert.equal(state, 'sent');
  assert.deepEqual(it.sent[0], { ...DOCUMENT, receipt });
  assert.deepEqual(events(it), [['sent', { kind: 'response', about: null }]]);
  it.outbox.stop();
});

test('a message that does not arrive is sent again after 2, 8 and 30 seconds, and then only on request', async () => {
  const later = { outcome: 'later' };
  const it = stage(Array(8).fill(later));
  await it.outbox.send('answers', DOCUMENT);
  for (const [pause, count] of [
    [2000, 2],
    [8000, 3],
    [30_000, 4],
  ]) {
    it.now += pause - 1;
    await it.outbox.drain();
    assert.equal(it.sent.length, count - 1, `not before ${pause}`);
    it.now += 1;
    await it.outbox.drain();
    assert.equal(it.sent.length, count, `after ${pause}`);
  }
  it.now += DAY;
  await it.outbox.drain();
  assert.equal(it.sent.length, 4, 'not automatically');
  await it.outbox.retry();
  assert.equal(it.sent.length, 5);
  assert.equal(new Set(it.sent.map(({ receipt }) => receipt)).size, 1, 'with one receipt');
  assert.deepEqual(events(it), []);
  it.outbox.stop();
});

test('a server may ask to wait longer, for up to an hour', async () => {
  const it = stage([{ outcome: 'later', wait: 100_000 }]);
  await it.outbox.send('answers', DOCUMENT);
  it.now += 99_999;
  await it.outbox.drain();
  assert.equal(it.sent.length, 1);
  it.now += 1;
  await it.outbox.drain();
  assert.equal(it.sent.length, 2);
  assert.equal(kept(it).answers.state, 'sent');
  it.outbox.stop();
  assert.equal(waitOf('120'), 120_000);
  assert.equal(waitOf('999999'), HOUR);
  assert.equal(waitOf('Sun, 29 Nov 2026 12:00:10 GMT', Date.UTC(2026, 10, 29, 12)), 10_000);
  for (const header of [null, '', 'soon', 'Sun, 29 Nov 2020 12:00:10 GMT'])
    assert.equal(waitOf(header), undefined, `${header}`);
});

test('a refused message is not sent again, and gets another receipt if the reader sends it again', async () => {
  const it = stage([{ outcome: 'refused', code: 'otherVersion' }]);
  await it.outbox.send('answers', DOCUMENT);
  await it.outbox.retry();
  assert.equal(it.sent.length, 1);
  assert.equal(kept(it).answers.state, 'refused');
  assert.deepEqual(events(it), [['unsent', { kind: 'response', about: null, code: 'otherVersion' }]]);
  await it.outbox.send('answers', DOCUMENT);
  assert.equal(kept(it).answers.state, 'sent');
  assert.notEqual(it.sent[0].receipt, it.sent[1].receipt);
  it.outbox.stop();
});

test('after a week a message is given up, and an event says so', async () => {
  const it = stage([{ outcome: 'later' }]);
  await it.outbox.send('answers', DOCUMENT);
  it.now += 7 * DAY + 1;
  await it.outbox.retry();
  assert.equal(it.sent.length, 1);
  assert.equal(kept(it).answers.state, 'late');
  assert.deepEqual(events(it), [['unsent', { kind: 'response', about: null, code: 'late' }]]);
  it.outbox.stop();
});

test('changed answers keep the receipt, and a withdrawal deletes the message', async () => {
  const it = stage([]);
  await it.outbox.send('answers', DOCUMENT);
  await it.outbox.send('answers', { ...DOCUMENT, answers: { a: { agreement: 2 } } });
  await it.outbox.withdraw('answers');
  const [first, second, third] = it.sent;
  assert.equal(first.receipt, second.receipt);
  assert.deepEqual(third, { kind: 'withdraw', schema: '1', receipt: first.receipt });
  assert.equal(it.store.text, '');
  assert.deepEqual(
    events(it).map(([what]) => what),
    ['sent', 'sent', 'withdrawn'],
  );
});

test('a message that may have arrived is withdrawn at the endpoint; one that was never sent is only deleted', async () => {
  const it = stage([{ outcome: 'later' }, { outcome: 'taken' }]);
  await it.outbox.send('answers', DOCUMENT);
  await it.outbox.withdraw('answers');
  assert.deepEqual(
    it.sent.map(({ kind }) => kind),
    ['response', 'withdraw'],
  );
  const held = stage([], { lock: async () => {} });
  await held.outbox.send('answers', DOCUMENT);
  await held.outbox.withdraw('answers');
  assert.deepEqual([held.sent, held.store.text], [[], '']);
  held.outbox.stop();
});

test('answers that change while a message is being sent are sent after it', async () => {
  let other;
  const it = stage([], { post: () => other?.() });
  other = () => {
    other = undefined;
    it.now += 1;
    it.outbox.send('answers', { ...DOCUMENT, answers: { a: { agreement: 5 } } });
  };
  await it.outbox.send('answers', DOCUMENT);
  assert.deepEqual(
    it.sent.map(({ answers }) => answers.a.agreement),
    [1, 5],
  );
  assert.equal(kept(it).answers.document.answers.a.agreement, 5);
  assert.equal(kept(it).answers.state, 'sent');
  it.outbox.stop();
});

test('a message that is erased while it is being sent stays erased', async () => {
  const it = stage([], { post: () => (it.store.text = '') });
  await it.outbox.send('answers', DOCUMENT);
  assert.equal(it.store.text, '');
  assert.deepEqual(events(it), []);
});

test('without locks only one of two tabs sends', async () => {
  const store = { text: '' };
  let open;
  const gate = new Promise((done) => (open = done));
  const parts = { store, lock: () => undefined };
  const one = stage([], { ...parts, post: () => gate });
  const other = stage([], parts);
  const sending = one.outbox.send('answers', DOCUMENT);
  await new Promise((done) => setTimeout(done, 60));
  assert.equal(one.sent.length, 1);
  await other.outbox.retry();
  assert.equal(other.sent.length, 0, 'the other has the lease');
  open();
  await sending;
  other.outbox.stop();
  one.outbox.stop();
  assert.equal(one.sent.length + other.sent.length, 1);
  assert.equal(kept(one).answers.state, 'sent');
  assert.equal(JSON.parse(store.text).lease, undefined);
});

test('if a tab is closed while sending, the next visit sends the same message again', async () => {
  const store = { text: '' };
  const closed = stage([], { store, post: () => new Promise(() => {}) });
  closed.outbox.send('answers', DOCUMENT);
  await new Promise((done) => setTimeout(done));
  const { receipt } = closed.sent[0];
  const next = stage([], { store });
  next.now = closed.now + 1000;
  await next.outbox.retry();
  assert.deepEqual(
    next.sent.map((it) => it.receipt),
    [receipt],
  );
  next.outbox.stop();
});

test('a message for one endpoint is never sent to another', async () => {
  const store = { text: '' };
  const one = stage([{ outcome: 'later' }], { store });
  await one.outbox.send('answers', DOCUMENT);
  one.outbox.stop();
  const other = stage([], { store, endpoint: '/b' });
  await other.outbox.retry();
  assert.deepEqual([other.sent, other.outbox.items], [[], {}]);
});

test('receipts are random UUIDs', () => {
  const all = Array.from({ length: 2000 }, makeReceipt);
  for (const it of all) assert.match(it, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  assert.equal(new Set(all).size, all.length);
});

const QUESTIONNAIRE = { id: 'bees', version: '2', format: '1.0', lang: 'nb' };
const SCORECARD = {
  answers: { kind: { agreement: 2, certainty: 3 }, b: { agreement: 'dontKnow' } },
  verdicts: [{ misconception: 'm', verdict: 'held' }],
};

test('messages contain only what the contract lists', () => {
  assert.deepEqual(response(QUESTIONNAIRE, { shape: 255, again: { first: { b: { agreement: 1 } } } }, SCORECARD), {
    kind: 'response',
    schema: '1',
    widget: '1.2.3',
    questionnaire: { id: 'bees', version: '2', format: '1.0', shape: '0000ff', lang: 'nb' },
    answers: SCORECARD.answers,
    first: { b: { agreement: 1 } },
    verdicts: { m: 'held' },
  });
  assert.deepEqual(remark(QUESTIONNAIRE, null, 'Another.'), {
    kind: 'remark',
    schema: '1',
    about: 'suggestion',
    misconception: null,
    questionnaire: { id: 'bees', version: '2', lang: 'nb' },
    text: 'Another.',
    by: '',
  });
});

test('JSON is sent as text, a form as columns and the whole document; neither has cookies or a referrer', () => {
  const document = { ...response(QUESTIONNAIRE, { shape: 1 }, SCORECARD), receipt: 'r' };
  const json = request(document, 'json');
  assert.deepEqual(JSON.parse(String(json.body)), document);
  assert.deepEqual(
    [json.credentials, json.referrerPolicy, json.keepalive, json.headers],
    ['omit', 'no-referrer', true, []],
  );
  const form = request(document, 'form');
  assert.deepEqual(
    [...new URLSearchParams(String(form.body))],
    [
      ['form-name', 'misconception-scorecard'],
      ['kind', 'response'],
      ['questionnaire', 'bees'],
      ['version', '2'],
      ['lang', 'nb'],
      ['answer-kind', '2'],
      ['certainty-kind', '3'],
      ['answer-b', 'dontKnow'],
      ['document', JSON.stringify(document)],
    ],
  );
  const long = request({ ...remark(QUESTIONNAIRE, null, 'å'.repeat(30_000)), receipt: 'r' }, 'json');
  assert.equal(long.keepalive, false, 'more than a browser sends while a tab is being closed');
});
