/**
 * Cases for the exchange of messages: sending again, replacing and taking back; bodies that are not
 * a document; which pages may send; the order in which errors are reported; rate limits and a store
 * that fails.
 */
import assert from 'node:assert/strict';
import { assertRefused, fresh, request, withdrawal } from './client.mjs';

/** After at most this many messages, the suite expects a reply with the status 429. */
const ENOUGH = 50;
const BYTES = 60_000;

const statusOf = async (promise) => (await promise).status;
const duplicate = (reply) => assertRefused(reply, 422, 'invalidDocument', ['duplicateId /receipt']);

const receipts = {
  'the same message again is known: 201, then 200': async (client) => {
    for (const base of ['response', 'suggestion', 'dispute']) {
      const document = fresh(base);
      assert.equal(await statusOf(client.send(document)), 201, base);
      assert.equal(await statusOf(client.send(document)), 200, base);
    }
  },
  'of eight copies that arrive at once, one is new': async (client) => {
    const document = fresh('response');
    const statuses = await Promise.all(Array.from({ length: 8 }, () => statusOf(client.send(document))));
    assert.deepEqual(statuses.sort(), [200, 200, 200, 200, 200, 200, 200, 201]);
  },
  'answering again replaces: 200': async (client) => {
    const document = fresh('response');
    assert.equal(await statusOf(client.send(document)), 201);
    const answers = { ...document.answers, 'f-1': { agreement: 5 } };
    const again = { ...document, answers, first: document.answers, verdicts: { round: 'held', flat: 'held' } };
    assert.equal(await statusOf(client.send(again)), 200);
  },
  'an invalid replacement is refused': async (client) => {
    const document = fresh('response');
    assert.equal(await statusOf(client.send(document)), 201);
    assertRefused(await client.send({ ...document, answers: {} }), 422, 'invalidDocument', ['empty /answers']);
    assert.equal(await statusOf(client.send(document)), 200);
  },
  'a withdrawn message is gone: 204 without a body, and the same message is then new': async (client) => {
    for (const base of ['response', 'suggestion']) {
      const document = fresh(base);
      assert.equal(await statusOf(client.send(document)), 201);
      const { status, text } = await client.send(withdrawal(document.receipt));
      assert.deepEqual([status, text], [204, '']);
      assert.equal(await statusOf(client.send(document)), 201);
    }
  },
  'withdrawing twice, or a message that never arrived, is 204 too': async (client) => {
    const { receipt } = fresh('response');
    assert.equal(await statusOf(client.send(withdrawal(receipt))), 204);
    assert.equal(await statusOf(client.send(withdrawal(receipt))), 204);
  },
  'a remark under the receipt of answers is refused, so nothing links the two': async (client) => {
    const { receipt } = fresh('response');
    assert.equal(await statusOf(client.send(fresh('response', { receipt }))), 201);
    duplicate(await client.send(fresh('suggestion', { receipt })));
    assert.equal(await statusOf(client.send(withdrawal(receipt))), 204);
  },
  'answers under the receipt of a remark are refused': async (client) => {
    const { receipt } = fresh('suggestion');
    assert.equal(await statusOf(client.send(fresh('suggestion', { receipt }))), 201);
    duplicate(await client.send(fresh('response', { receipt })));
  },
  'answers to another questionnaire under the same receipt are refused': async (client) => {
    const { receipt } = fresh('response');
    assert.equal(await statusOf(client.send(fresh('response', { receipt }))), 201);
    duplicate(await client.send(fresh('certain', { receipt })));
  },
};

/** A message of exactly `length` bytes. */
const padded = (length) => {
  const text = JSON.stringify(fresh('suggestion', { text: 'ø' }));
  return text + ' '.repeat(length - Buffer.byteLength(text));
};
const broken = (text) => async (client) => assertRefused(await client.post(text), 400, 'badJson');

const bodies = {
  'an empty body is no JSON: 400': broken(''),
  'half a document is no JSON: 400': broken(JSON.stringify(fresh('response')).slice(0, -1)),
  'a comma too many is no JSON: 400': broken('{"kind":"withdraw",}'),
  'two documents are no JSON: 400': broken(
    `${JSON.stringify(fresh('withdraw'))}\n${JSON.stringify(fresh('withdraw'))}`,
  ),
  'half a surrogate pair is no text: 400': broken(JSON.stringify(fresh('suggestion', { text: 'a\ud800b' }))),
  'bytes that are no UTF-8 are no JSON: 400': async (client) => {
    const [before, after] = JSON.stringify(fresh('suggestion', { text: '#' })).split('#');
    const body = Buffer.concat([Buffer.from(before), Buffer.from([0xff]), Buffer.from(after)]);
    assertRefused(await client.post(body), 400, 'badJson');
  },
  'a form is not taken for JSON: 400 or 415': async (client) => {
    const form = new URLSearchParams({ document: JSON.stringify(fresh('response')) });
    const reply = await client.post(form.toString(), { type: 'application/x-www-form-urlencoded' });
    assert.ok([400, 415].includes(reply.status), String(reply.status));
  },
  'deeply nested arrays are refused and do no harm: 400 or 422': async (client) => {
    const { status } = await client.post('['.repeat(25_000) + ']'.repeat(25_000));
    assert.ok([400, 422].includes(status), String(status));
    assert.equal(await statusOf(client.send(fresh('suggestion'))), 201);
  },
  'a body declared as application/json is accepted too': async (client) => {
    const type = 'application/json';
    assert.equal(await statusOf(client.send(fresh('response'), { type })), 201);
  },
  '60,000 bytes are accepted': async (client) => assert.equal(await statusOf(client.post(padded(BYTES))), 201),
  '60,001 bytes are too many: 413': async (client) =>
    assertRefused(await client.post(padded(BYTES + 1)), 413, 'tooLarge'),
};

const senders = {
  'a page that is not listed gets 403, which names the line to add': async (client) => {
    const origin = 'https://stranger.example';
    const reply = await client.send(fresh('response'), { origin });
    assertRefused(reply, 403, 'origin');
    assert.ok(reply.body.line.includes(origin), reply.body.line);
  },
  'a page without an origin, as in a sandbox, gets 403': async (client) =>
    assertRefused(await client.send(fresh('response'), { origin: 'null' }), 403, 'origin'),
  'an origin that only begins like one that is listed gets 403': async (client) =>
    assertRefused(await client.send(fresh('response'), { origin: `${client.origin}.evil.example` }), 403, 'origin'),
  'a message from a page that is not listed is not stored': async (client) => {
    const document = fresh('response');
    assertRefused(await client.send(document, { origin: 'https://stranger.example' }), 403, 'origin');
    assert.equal(await statusOf(client.send(document)), 201);
  },
  'a sender that is not a page may send': async (client) => {
    const response = await request(client.endpoint, { method: 'POST', body: JSON.stringify(fresh('response')) });
    assert.equal(response.status, 201);
    await response.text();
  },
  'nobody can read at the endpoint what was sent': async (client) => {
    const secret = `nobody reads this ${Math.random()}`;
    const document = fresh('suggestion', { text: secret });
    assert.equal(await statusOf(client.send(document)), 201);
    const text = await (await request(client.endpoint)).text();
    assert.ok(!text.includes(secret) && !text.includes(document.receipt), text);
  },
};

/** A response with other properties of its questionnaire, and other properties in `more`. */
const asked = (parts, more) =>
  fresh('response', { questionnaire: { ...fresh('response').questionnaire, ...parts }, ...more });
const beyond = { answers: { 'r-1': { agreement: 6 } } };

const order = {
  'for a page that is not listed, 403 comes before any other error': async (client) =>
    assertRefused(await client.post('{', { origin: 'https://stranger.example' }), 403, 'origin'),
  'problems within the document are reported before an unknown questionnaire': async (client) =>
    assertRefused(await client.send(asked({ id: 'bees' }, { answers: {} })), 422, 'invalidDocument', [
      'empty /answers',
    ]),
  'an unknown questionnaire is reported before another version': async (client) =>
    assertRefused(await client.send(asked({ id: 'bees', version: '0' })), 404, 'unknownQuestionnaire'),
  'another shape is reported before answers that do not fit this one': async (client) =>
    assertRefused(await client.send(asked({ shape: '000000' }, beyond)), 409, 'otherVersion', [
      'notComparable /questionnaire/shape',
    ]),
  'answers that do not fit are reported before verdicts that do not follow': async (client) =>
    assertRefused(await client.send(asked({}, beyond)), 422, 'invalidDocument', ['outOfRange /answers/r-1/agreement']),
};

const limits = {
  limited: {
    'too many messages get 429 with Retry-After, which a page may read': async (client) => {
      const endpoint = client.limited;
      for (let sent = 0; sent < ENOUGH; sent += 1) {
        const reply = await client.send(fresh('withdraw'), { endpoint });
        if (reply.status === 429) {
          assertRefused(reply, 429, 'tooMany');
          assert.match(reply.headers.get('Retry-After'), /^[1-9]\d{0,4}$/);
          assert.match(reply.headers.get('Access-Control-Expose-Headers') ?? '', /\bRetry-After\b/i);
          return;
        }
        assert.equal(reply.status, 204);
      }
      assert.fail(`${ENOUGH} messages at once were taken`);
    },
  },
  failing: {
    'an endpoint that cannot store says so: 503': async (client) => {
      const { failing: endpoint } = client;
      assertRefused(await client.send(fresh('response'), { endpoint }), 503, 'unavailable');
      assertRefused(await client.send(fresh('withdraw'), { endpoint }), 503, 'unavailable');
    },
  },
};

const cases = (group, needs = undefined) => Object.entries(group).map(([name, run]) => ({ name, run, needs }));

export const EXCHANGE = [
  ...cases(receipts),
  ...cases(bodies),
  ...cases(senders),
  ...cases(order),
  ...cases(limits.limited, 'limited'),
  ...cases(limits.failing, 'failing'),
];
