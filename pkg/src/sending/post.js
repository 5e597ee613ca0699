/**
 * Sends one document, and says what has become of it. Knows HTTP and what the contract's answers mean; not what is sent.
 */
import { request } from './documents.js';

/** After how long without an answer it counts as not sent, in milliseconds. */
const PATIENCE = 10_000;
/** What may go better later. */
const LATER = [408, 425, 429];
/** How long a server may ask to wait at most, in milliseconds. */
const LONGEST = 3_600_000;

/**
 * @typedef {object} Reply What has become of a document.
 * @property {'taken' | 'later' | 'refused'} outcome
 * @property {string} [code] Why it was refused.
 * @property {string} [line] What the owner of the endpoint has to add.
 * @property {number} [wait] How long the server asks to wait, in milliseconds.
 */

/**
 * Sends `document` to `endpoint`; `patience` in milliseconds.
 *
 * @returns {Promise<Reply>}
 */
export async function post(endpoint, encoding, document, patience = PATIENCE) {
  const url = new URL(endpoint, globalThis.document.baseURI);
  if (isMixed(url)) return { outcome: 'refused', code: 'mixedContent' };
  const forbidden = watchPolicy(url);
  try {
    const signal = AbortSignal.timeout(patience);
    const response = await fetch(url, { ...request(document, encoding), signal });
    if (response.ok) return { outcome: 'taken' };
    if (response.status >= 500 || LATER.includes(response.status)) {
      return { outcome: 'later', wait: waitOf(response.headers.get('retry-after')) };
    }
    const { code, line } = (await response.json().catch(() => null)) ?? {};
    return { outcome: 'refused', code: word(code) ?? `http${response.status}`, line: word(line) };
  } catch {
    // A policy's event comes after the failure that it is about.
    await new Promise((done) => setTimeout(done));
    return forbidden.has() ? { outcome: 'refused', code: 'policy' } : { outcome: 'later', code: 'noAnswer' };
  } finally {
    forbidden.stop();
  }
}

const word = (value) => (typeof value === 'string' && value.length <= 1000 ? value : undefined);

/** Whether a browser keeps a page on https from sending there. */
function isMixed({ protocol, hostname }) {
  return location.protocol === 'https:' && protocol === 'http:' && !/^(localhost|127\.|\[::1)/.test(hostname);
}

/** Listens whether the page's policy forbids to connect there. */
function watchPolicy(url) {
  let isForbidden = false;
  const listener = ({ effectiveDirective, blockedURI }) => {
    isForbidden ||=
      effectiveDirective === 'connect-src' && URL.canParse(blockedURI) && new URL(blockedURI).origin === url.origin;
  };
  addEventListener('securitypolicyviolation', listener);
  return { has: () => isForbidden, stop: () => removeEventListener('securitypolicyviolation', listener) };
}

/** How long `Retry-After` asks to wait, in milliseconds: it has seconds, or a date. */
export function waitOf(header, now = Date.now()) {
  if (!header) return undefined;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return wait >= 0 ? Math.min(wait, LONGEST) : undefined;
}
