/**
 * Sending as a reader meets it: offered with a scorecard, done when the reader presses a button,
 * reported, and taken back. Uses a real endpoint. Failures are tested in sending-faults.test.mjs,
 * later attempts in tests/package/outbox.test.mjs.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ROOT, embed } from './harness.mjs';
import { startSecure } from './secure-stage.mjs';
import { browser, endpoint, questionnaire, reader, withEndpoint } from './sending-hooks.mjs';
import { ELEMENT } from './sending-stage.mjs';

let secure;
withEndpoint(async () => {
  secure = await startSecure(() => [endpoint.url, browser.url]);
  return [secure.url];
});
after(() => secure?.close());

test('without an endpoint nothing for sending is loaded', async () => {
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

const STORAGES = ['session', 'local', 'none'];
for (const [scheme, storage] of ['http', 'https'].flatMap((it) => STORAGES.map((storage) => [it, storage]))) {
  test(`nothing is sent before the reader agrees and presses the button, and then only the answers: ${scheme}, storage ${storage}`, async () => {
    const way = scheme === 'https' ? { origin: secure.url, address: `${secure.url}/endpoint/responses` } : {};
    const { host } = new URL(way.address ?? endpoint.url);
    await reader.visit({ attributes: `storage="${storage}"`, ...way });
    assert.equal(await browser.run('return location.protocol'), `${scheme}:`);
    await new Promise((later) => setTimeout(later, 300));
    assert.deepEqual(endpoint.requests, []);
    await reader.press('Send my answers');
    assert.match(await reader.said(), /Tick the box first/);
    assert.deepEqual(endpoint.requests, [], 'not without consent either');
    await reader.send();
    await reader.says(`have been sent to ${host}`);
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
    assert.deepEqual(await reader.told(), [['sent', { kind: 'response', about: null }]]);
    const where = (await reader.kept()).length;
    assert.equal(where, storage === 'none' ? 0 : 1);
    await reader.press('Take them back');
    await reader.says('have been taken back');
    assert.deepEqual(await reader.told(), [['withdrawn', { kind: 'response', about: null }]]);
    assert.deepEqual([await endpoint.rows(), await reader.kept()], [[], []]);
    await browser.assertQuiet();
  });
}

test('before sending it says how long it can be taken back; keeping the answers keeps the receipt too', async () => {
  const hint = () => browser.run(`${ROOT} return root.querySelector('.offer .hint').textContent`);
  await reader.visit({ attributes: 'storage="none"' });
  assert.match(await hint(), /as long as this page is open/);
  await reader.visit({ attributes: 'storage="local"' });
  assert.match(await hint(), /on this device/);
  await reader.visit();
  assert.match(await hint(), /until you close this tab/);
  await reader.send();
  await reader.says('have been sent');
  await reader.press('Keep on this device', '.card').catch(() => {});
  await browser.run(`${ROOT} root.querySelector('[name=stay]').click()`);
  await browser.until(`return Object.keys(localStorage).some((it) => it.endsWith(':sending'))`);
  assert.equal((await reader.kept()).length, 1, 'in one store');
  await reader.visit({ keep: true, given: null });
  assert.match(await reader.said(), /have been sent/);
  await reader.press('Take them back');
  await reader.says('have been taken back');
  assert.deepEqual(await endpoint.rows(), []);
});

test('a message agreed to for one endpoint is never sent to another', async () => {
  endpoint.fault = 'reset';
  await reader.visit();
  await reader.send();
  await reader.says('Not sent yet');
  endpoint.fault = undefined;
  endpoint.requests.length = 0;
  await browser.run(`${ELEMENT} element.endpoint = '${endpoint.url}?other'; element.answers = element.answers`);
  await browser.until(`${ROOT} return root.querySelector('.offer label') !== null`, 'the offer for the new endpoint');
  assert.equal(await browser.run(`${ROOT} return root.querySelectorAll('.offer').length`), 1);
  await browser.run(`${ELEMENT} element.endpoint = ''; element.answers = element.answers`);
  await browser.until(`${ROOT} return root.querySelector('.offer') === null`, 'no offer');
  await new Promise((later) => setTimeout(later, 2500));
  assert.deepEqual(endpoint.requests, []);
});

test('a reader agrees to the author’s own words', async () => {
  await reader.visit({ more: { consent: 'I agree that the school gets my answers.' } });
  assert.equal(
    await browser.run(`${ROOT} return root.querySelector('.offer label').textContent`),
    'I agree that the school gets my answers.',
  );
  assert.deepEqual(await browser.axe(), []);
});

test('changed answers can be sent instead of the earlier ones', async () => {
  await reader.visit();
  await reader.send();
  await reader.says('have been sent');
  await browser.run(`${ELEMENT} element.answers = { s1: { agreement: 1 }, s2: { agreement: 1 } }`);
  await reader.says('You have changed answers since then');
  await reader.press('Send the new answers');
  await browser.until(`${ROOT} return !root.querySelector('.offer [role=status]').textContent.includes('changed')`);
  await reader.says('have been sent');
  const rows = await endpoint.rows();
  assert.equal(rows.length, 1);
  assert.deepEqual(rows[0].verdicts, { m1: 'notHeld', m2: 'notHeld' });
  await reader.press('Take them back');
  await reader.says('taken back');
});

test('a remark is sent only if its box is ticked, separately from the answers, and is taken back when it is withdrawn', async () => {
  await reader.visit();
  await reader.unfold();
  await browser.run(`${ROOT} root.querySelector('#begin-0').click()`);
  await reader.companion('Also send this');
  await reader.paste('reason-0', 'I have seen it.');
  await browser.run(`${ROOT} root.querySelector('#dispute-0').click()`);
  await new Promise((later) => setTimeout(later, 200));
  assert.deepEqual(endpoint.requests, [], 'not if the box is not ticked');
  await reader.paste('suggestion', 'Another one.');
  await reader.tick('.write .companion');
  await browser.run(`${ROOT} root.querySelector('#suggest-0').click()`);
  await reader.companion(`Sent to ${reader.host()}`);
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
  await reader.send();
  await reader.says('have been sent');
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
  await reader.press('Take them back');
  await reader.says('taken back');
});

test('before erasing, a reader can take back what was sent', async () => {
  await reader.visit();
  await reader.send();
  await reader.says('have been sent');
  await browser.run(`${ROOT} root.querySelector('[name^=forget]').click()`);
  await browser.until(`${ROOT} return root.querySelector('.before-erasing') !== null`);
  assert.equal(await browser.run(`${ELEMENT} return Object.keys(element.answers).length`), 2, 'nothing is erased yet');
  await reader.press('Take it back and erase', '.before-erasing');
  await browser.until(`return told.some(([name]) => name === 'reset')`);
  assert.deepEqual([await endpoint.rows(), await reader.kept()], [[], []]);
  assert.deepEqual(await browser.run(`${ELEMENT} return element.answers`), {});
});

test('after erasing only here, the endpoint keeps what was sent, and the browser nothing', async () => {
  await reader.visit();
  await reader.send();
  await reader.says('have been sent');
  await browser.run(`${ROOT} root.querySelector('[name^=forget]').click()`);
  await browser.until(`${ROOT} return root.querySelector('.before-erasing') !== null`);
  await reader.press('Erase only here', '.before-erasing');
  await browser.until(`return told.some(([name]) => name === 'reset')`);
  assert.deepEqual(await reader.kept(), []);
  assert.equal((await endpoint.rows()).length, 1);
});

test('if a consent manager says no to statistics, sending is not offered', async () => {
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
