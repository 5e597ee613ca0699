/**
 * Sending when servers, networks or storage fail: each row of the contract's table, with a real
 * endpoint that fails in that way. Tests what the reader sees, and that each message is stored at
 * most once.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENGINE, ROOT, embed, page } from './harness.mjs';
import { browser, endpoint, questionnaire, reader, withEndpoint } from './sending-hooks.mjs';

withEndpoint();

const REFUSED = { 400: 'badJson', 403: 'origin', 409: 'otherVersion', 413: 'tooLarge', 422: 'invalidDocument' };
for (const [status, code] of Object.entries(REFUSED)) {
  test(`a refusal is shown, sent to the page as an event and not tried again: ${status}`, async () => {
    endpoint.fault = { status: Number(status), body: JSON.stringify({ code, line: 'a line' }) };
    await reader.visit();
    await reader.send();
    await reader.says('could not take your answers');
    assert.deepEqual(await reader.told(), [['unsent', { kind: 'response', about: null, code, line: 'a line' }]]);
    await browser.run(`dispatchEvent(new Event('online'))`);
    await new Promise((later) => setTimeout(later, 200));
    assert.equal(endpoint.requests.length, 1);
  });
}

for (const fault of ['reset', 500, 503, 408, { status: 429, headers: { 'retry-after': '3' } }, 'lost']) {
  test(`a message that does not arrive is sent later, and stored once: ${JSON.stringify(fault)}`, async () => {
    endpoint.fault = fault;
    await reader.visit();
    await reader.send();
    await reader.says('Not sent yet');
    endpoint.fault = undefined;
    await reader.press('Try again');
    await reader.says('have been sent');
    assert.equal((await endpoint.rows()).length, 1);
    assert.equal(new Set(endpoint.documents('response').map((it) => it.receipt)).size, 1);
    await reader.press('Take them back');
    await reader.says('taken back');
    assert.deepEqual(await endpoint.rows(), []);
  });
}

test('a message that does not arrive is sent again automatically after some seconds', async () => {
  endpoint.fault = 500;
  await reader.visit();
  await reader.send();
  await reader.says('Not sent yet');
  endpoint.fault = undefined;
  await reader.says('have been sent');
  assert.equal(endpoint.requests.length, 2);
  await reader.press('Take them back');
  await reader.says('taken back');
});

test('if the tab is closed before a message has arrived, the next visit sends it', async () => {
  endpoint.fault = 'reset';
  await reader.visit({ attributes: 'storage="local"' });
  await reader.send();
  await reader.says('Not sent yet');
  endpoint.fault = undefined;
  await reader.visit({ attributes: 'storage="local"', keep: true, given: null });
  await reader.says('have been sent');
  assert.equal((await endpoint.rows()).length, 1);
  await reader.press('Take them back');
  await reader.says('taken back');
});

test('if the reader cancels sending, nothing is stored anywhere', async () => {
  endpoint.fault = 'lost';
  await reader.visit();
  await reader.send();
  await reader.says('Not sent yet');
  endpoint.fault = undefined;
  await reader.press('Do not send');
  await reader.says('taken back');
  assert.deepEqual([await endpoint.rows(), await reader.kept()], [[], []]);
});

test('a Content Security Policy that forbids sending counts as a refusal', async () => {
  await reader.visit({ headers: { 'content-security-policy': "connect-src 'self'" } });
  await reader.send();
  await reader.says('could not take your answers');
  assert.deepEqual(await reader.told(), [['unsent', { kind: 'response', about: null, code: 'policy' }]]);
  assert.deepEqual(endpoint.requests, []);
});

test('a request without an answer is given up after ten seconds, and sent again with the same receipt', async () => {
  endpoint.fault = 'hang';
  await reader.visit();
  await reader.send();
  await reader.says('Sending');
  await new Promise((later) => setTimeout(later, 5000));
  await reader.says('Not sent yet');
  endpoint.fault = undefined;
  await reader.press('Try again');
  await reader.says('have been sent');
  assert.equal((await endpoint.rows()).length, 1);
  assert.equal(new Set(endpoint.documents('response').map((it) => it.receipt)).size, 1);
  await reader.press('Take them back');
  await reader.says('taken back');
});

test('if the page is left while sending, the message is stored once, and the next visit knows of it', async () => {
  await reader.visit({ attributes: 'storage="local"' });
  await reader.tick();
  await browser.run(
    `${ROOT} [...root.querySelectorAll('.offer button')].find((it) => it.textContent === 'Send my answers').click();
    location.href = '/blank'`,
  );
  await browser.until(`return location.pathname === '/blank'`);
  await reader.visit({ attributes: 'storage="local"', keep: true, given: null });
  await reader.says('have been sent');
  const rows = await endpoint.rows();
  assert.deepEqual([rows.length, new Set(endpoint.documents('response').map((it) => it.receipt)).size], [1, 1]);
  await reader.press('Take them back');
  await reader.says('taken back');
});

test('without a network a message waits, and is sent as soon as the network is back', async () => {
  endpoint.fault = 'reset';
  await reader.visit();
  await reader.send();
  await reader.says('Not sent yet');
  endpoint.fault = undefined;
  await browser.run(`dispatchEvent(new Event('online'))`);
  await reader.says('have been sent');
  assert.equal((await endpoint.rows()).length, 1);
  await reader.press('Take them back');
  await reader.says('taken back');
});

/**
 * A page with the scorecard, and the same scorecard in a frame, as in another tab. Both have the
 * same outbox.
 */
async function twoTabs() {
  const html = page(embed(questionnaire, `layout="list" debug="off" storage="local" endpoint="${endpoint.url}"`));
  browser.serve('/other.html', html);
  await reader.visit({
    attributes: 'storage="local"',
    keep: true,
    given: null,
    head: '<iframe src="/other.html" style="inline-size: 100%; block-size: 40em"></iframe>',
  });
  const both = `return [document, document.querySelector('iframe').contentDocument].every((it) =>
    it?.querySelector('misconception-scorecard')?.shadowRoot?.querySelector('.offer [role=status]')?.textContent)`;
  await browser.until(both, 'the state of sending in both');
}
const saidInBoth = (words) =>
  browser.until(
    `return [document, document.querySelector('iframe').contentDocument].every((it) =>
      it.querySelector('misconception-scorecard').shadowRoot.querySelector('.offer [role=status]').textContent.includes(arguments[0]))`,
    words,
    words,
  );

for (const locks of ['with locks', 'without']) {
  test(`two tabs with the same waiting message send it once, with one receipt: ${locks}`, async () => {
    endpoint.fault = 'reset';
    await reader.visit({ attributes: 'storage="local"' });
    await reader.send();
    await reader.says('Not sent yet');
    await twoTabs();
    if (locks === 'without') {
      // Web Locks are missing on pages that are neither on https nor on localhost.
      await browser.run(`for (const it of [window, document.querySelector('iframe').contentWindow])
        Object.defineProperty(it.navigator, 'locks', { value: undefined })`);
    }
    endpoint.requests.length = 0;
    endpoint.fault = undefined;
    await browser.run(`for (const it of [window, document.querySelector('iframe').contentWindow])
      it.dispatchEvent(new it.Event('online'))`);
    await saidInBoth('have been sent');
    assert.equal((await endpoint.rows()).length, 1);
    assert.equal(endpoint.documents('response').length, 1, 'sent once');
    await reader.press('Take them back');
    await reader.says('taken back');
  });
}

test('blocked storage is mentioned before sending, and sending works while the page is open', {
  skip: ENGINE === 'webkit' && 'its driver’s page cannot have its stores taken away',
}, async () => {
  const block = `<script>for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });
  }</script>`;
  await reader.visit({ head: block });
  assert.match(await browser.run(`${ROOT} return root.querySelector('.offer .hint').textContent`), /keeps nothing/);
  await reader.send();
  await reader.says('have been sent');
  await reader.press('Take them back');
  await reader.says('taken back');
});
