/**
 * The hooks that the tests of sending share: a browser, a reader in it, and an endpoint that has
 * nothing stored before each test. Knows when they start and end; sending-stage.mjs knows what they
 * do.
 */
import { after, before, beforeEach } from 'node:test';
import { small, start } from './harness.mjs';
import { senders, startEndpoint } from './sending-stage.mjs';

export const questionnaire = small();
export let browser;
export let endpoint;
export let reader;

/**
 * Registers the hooks. `startOthers` starts further servers once there is a browser, and returns
 * their origins, from which the endpoint then accepts messages too.
 */
export function withEndpoint(startOthers = async () => []) {
  before(async () => {
    browser = await start();
    const origins = await startOthers();
    endpoint = await startEndpoint([questionnaire], browser.url, ...origins);
    reader = senders(browser, endpoint, questionnaire);
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
}
