/**
 * Sends one document and says what has become of it. This file knows HTTP and the responses of the
 * contract, and does not look into the document.
 */
import { request } from './documents.js';

/** How long to wait for a response, in milliseconds; after that the document counts as not sent. */
const PATIENCE = 10_000;
/** Status codes, besides all from 500 on, after which a later try may succeed. */
const LATER = [408, 425, 429];
/** The longest wait that a server may ask for, in milliseconds. */
const LONGEST = 3_600_000;

/**
 * @typedef {object} Reply What has become of a document.
 * @property {'taken' | 'later' | 'refused'} outcome
 * @property {string} [code] Why it was refused, or why it is tried later.
 * @property {string} [line] A line that the owner of the endpoint has to add to its settings.
 * @property {number} [wait] How long the server asks to wait, in milliseconds.
 */

/**
 * Sends `document` to `endpoint`, in `encoding` (`json` or `form`). `patience` is how long to wait,
 * in milliseconds. A network error does not reject: the outcome is then `later`, or `refused` if
 * the page's policy forbids the request.
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
    // The event of a content security policy is dispatched after `fetch` has failed because of it.
    await new Promise((done) => setTimeout(done));
    return forbidden.has() ? { outcome: 'refused', code: 'policy' } : { outcome: 'later', code: 'noAnswer' };
  } finally {
    forbidden.stop();
  }
}

const word = (value) => (typeof value === 'string' && value.length <= 1000 ? value : undefined);

/** Whether the browser forbids this page, which is on https, to send to that URL on http. */
function isMixed({ protocol, hostname }) {
  return location.protocol === 'https:' && protocol === 'http:' && !/^(localhost|127\.|\[::1)/.test(hostname);
}

/**
 * Listens whether the page's content security policy forbids connections to the origin of `url`.
 */
function watchPolicy(url) {
  let isForbidden = false;
  const listener = ({ effectiveDirective, blockedURI }) => {
    isForbidden ||=
      effectiveDirective === 'connect-src' && URL.canParse(blockedURI) && new URL(blockedURI).origin === url.origin;
  };
  addEventListener('securitypolicyviolation', listener);
  return { has: () => isForbidden, stop: () => removeEventListener('securitypolicyviolation', listener) };
}

/**
 * How long a `Retry-After` header asks to wait, in milliseconds, at most `LONGEST`. The header has
 * seconds or a date; undefined if there is none or it cannot be read.
 */
export function waitOf(header, now = Date.now()) {
  if (!header) return undefined;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return wait >= 0 ? Math.min(wait, LONGEST) : undefined;
}
