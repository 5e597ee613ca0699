/**
 * Requests a URL again that did not give what it should, and explains why. This file deals with
 * HTTP responses, policies and bytes. The caller says what is requested, as
 * `{ name, size, integrity, missing, isMissing }`: its name in a sentence; for the module, its size
 * in bytes and its `integrity` for `fetch`; what to do if it is not there; and whether it is
 * certain that it is not.
 */

/** How long to wait for a response, in milliseconds. */
const PATIENCE = 1e4;

/** The URL in the message of an error from pkg/src/loading/fetch.js. */
export const addressIn = (error) => error.message.match(/ at (\S+) cannot be fetched: /)?.[1];

/** The message about a policy that forbids `what` because its `directive` lacks `source`. */
export const forbidden = (what, directive, source) => `The Content-Security-Policy of this page forbids ${what}
Add ${source} to its ${directive}, as in
${directive} ${[...new Set([`'self'`, source])].join(' ')}`;

/**
 * Requests `url` and returns `{ text, bytes }`. `text` says why `what` cannot be used, with the
 * remedy; there are `bytes` if it can. `before` is the error because of which this is called; it is
 * reported even if it does not occur again.
 */
export async function look(url, what, before) {
  // Another request would take just as long.
  if (isLate(before?.cause)) return { text: late(url, what) };
  const { value: response, error, violations } = await ask(url);
  const found = error ? { text: await silence(url, what, error, violations) } : await answer(response, url, what);
  if (found.text || !before) return found;
  const remedy = 'Reload the page. If this comes back, the server or the connection fails at times.';
  return { text: complaint(`At first ${what.name} could not be loaded, but then it could`, url, remedy) };
}

const complaint = (cause, url, remedy) => `${cause}:\n${url}\n${remedy}`;

/**
 * Requests a URL as the widget does. Returns `{ value }`, or `{ error, violations }` with the
 * violations of the page's policy meanwhile.
 */
async function ask(url, options) {
  const violations = [];
  const note = (event) => event.disposition === 'report' || violations.push(event);
  document.addEventListener('securitypolicyviolation', note);
  try {
    return { value: await fetch(url, { signal: AbortSignal.timeout(PATIENCE), ...options }) };
  } catch (error) {
    // The violation is reported after the error, in another task.
    await new Promise((later) => setTimeout(later, 100));
    return { error, violations };
  } finally {
    document.removeEventListener('securitypolicyviolation', note);
  }
}

/** WebKit gives both errors the same name. */
const isLate = (error) => /^(Timeout|Abort)Error$/.test(error?.name);

function late(url, { name }) {
  const remedy = 'Open this URL in a browser tab. If it hangs there too, the server hangs.';
  return complaint(`Waiting for ${name} took too long`, url, remedy);
}

/** Why there is no response that the page may read; undefined if there is one now. */
async function silence(url, what, error, violations) {
  const { name } = what;
  const { origin, protocol } = location;
  const { href, origin: site } = new URL(url);
  const isForbidden = (it) => it.effectiveDirective === 'connect-src' && href.startsWith(it.blockedURI);
  if (violations.some(isForbidden)) {
    return forbidden(`fetching ${name}:\n${url}`, 'connect-src', site === origin ? `'self'` : site);
  }
  if (isLate(error)) return late(url, what);
  if (protocol === 'https:' && href.startsWith('http:')) {
    return complaint(`A page over https cannot read ${name} over http`, url, `Write\n${href.replace('http', 'https')}`);
  }
  // The response to this request cannot be read, but it shows that there is one.
  const { value: blind } = await ask(url, { mode: 'no-cors' });
  if (!blind) {
    return complaint(
      `There was no response for ${name}`,
      url,
      `Open this URL in a browser tab. If it fails there too, the server is not running or its name is misspelt.
If not, something in this browser, such as a content blocker, keeps it from the page.`,
    );
  }
  if (blind.type === 'basic') return undefined;
  return complaint(
    `The server responds, but does not let this page read ${name}`,
    url,
    `First check in a browser tab that it exists. Then put it on your own site, or let that server add the header
Access-Control-Allow-Origin: ${origin === 'null' ? '*' : origin}`,
  );
}

/** What is wrong with a response, as `{ text }`; or its `{ bytes }`. */
async function answer(response, url, { name, size, integrity, missing, isMissing }) {
  const { status, ok } = response;
  if (!ok) {
    let remedy = missing;
    if (status > 499) remedy = 'See the log of the server.';
    if (status === 401 || status === 403) remedy = 'The server must let everybody read it.';
    return { text: complaint(`The server responds with ${status} for ${name}`, url, remedy) };
  }
  const { bytes, isWhole } = await read(response);
  if (/^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 99)))) {
    const perhaps = `Many servers respond like this if a file is missing. ${missing}
If the file is there, exempt it from the rule that answers everything with one page.`;
    const remedy = isMissing ? missing : perhaps;
    return { text: complaint(`The server sent a page (HTML) instead of ${name}`, url, remedy) };
  }
  const isSized = isWhole && bytes.length === (size ?? bytes.length);
  if (isSized && !(integrity && (await ask(url, { integrity })).error)) return { bytes };
  const built = size ? `not as built (${size})` : 'incomplete';
  const git = size ? ' In Git, add to .gitattributes\n*.wasm binary' : '';
  const remedy = `Upload it again, in binary mode. If that does not help, a proxy, CDN or build step changes it.${git}`;
  return { text: complaint(`The server sent ${bytes.length} bytes for ${name}, ${built}`, url, remedy) };
}

/** The bytes of a response, and whether it ended without an error. */
async function read(response) {
  const parts = [];
  let isWhole = true;
  try {
    const reader = response.body.getReader();
    for (let part; !(part = await reader.read()).done; ) parts.push(part.value);
  } catch {
    isWhole = false;
  }
  return { bytes: new Uint8Array(await new Blob(parts).arrayBuffer()), isWhole };
}
