/**
 * Asks an address again that did not give what it should, and says why. Knows answers, policies and bytes; what is
 * asked for it is told as `{ name, size, integrity, missing, isMissing }`: in words; for the module its bytes and what
 * `fetch` takes for its integrity; what to do where it is not there; and whether it is certain that it is not.
 */

/** How long to wait for an answer, in milliseconds. */
const PATIENCE = 1e4;

/** The address that a failure of pkg/src/loading/fetch.js names. */
export const addressIn = (error) => error.message.match(/ at (\S+) cannot be fetched: /)?.[1];

/** The message about a policy that forbids `what`, as its `directive` lacks `source`. */
export const forbidden = (what, directive, source) => `The Content-Security-Policy of this page forbids ${what}
Its ${directive} must have ${source}, as in
${directive} ${[...new Set([`'self'`, source])].join(' ')}`;

/**
 * What is at `url`: `{ text, bytes }`. `text` says what keeps `what` from being used, with the remedy; the bytes are
 * there where nothing does. `before`: the failure that led here, which is told even if it has passed.
 */
export async function look(url, what, before) {
  // To ask again would take as long again.
  if (isLate(before?.cause)) return { text: late(url, what) };
  const { value: response, error, violations } = await ask(url);
  const found = error ? { text: await silence(url, what, error, violations) } : await answer(response, url, what);
  if (found.text || !before) return found;
  const remedy = 'Reload the page. If this comes back, the server or the connection fails at times.';
  return { text: complaint(`At first ${what.name} could not be had, but then it came`, url, remedy) };
}

const complaint = (cause, url, remedy) => `${cause}:\n${url}\n${remedy}`;

/** Asks as the widget does: `{ value }`, or `{ error, violations }` with what the page's policy forbade meanwhile. */
async function ask(url, options) {
  const violations = [];
  const note = (event) => event.disposition === 'report' || violations.push(event);
  document.addEventListener('securitypolicyviolation', note);
  try {
    return { value: await fetch(url, { signal: AbortSignal.timeout(PATIENCE), ...options }) };
  } catch (error) {
    // It is told after the error, in a task of its own.
    await new Promise((later) => setTimeout(later, 100));
    return { error, violations };
  } finally {
    document.removeEventListener('securitypolicyviolation', note);
  }
}

/** WebKit does not tell the two apart. */
const isLate = (error) => /^(Timeout|Abort)Error$/.test(error?.name);

function late(url, { name }) {
  const remedy = 'Open this address in a browser tab. If it hangs there too, so does the server.';
  return complaint(`Waiting for ${name} took too long`, url, remedy);
}

/** Why there is no answer that the page may read; undefined where there is one now. */
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
  // An answer to this tells nothing but that there is one.
  const { value: blind } = await ask(url, { mode: 'no-cors' });
  if (!blind) {
    return complaint(
      `No answer came for ${name}`,
      url,
      `Open this address in a browser tab. If it fails there too, the server is not running or its name is misspelt.
If not, something in this browser, such as a content blocker, keeps it from the page.`,
    );
  }
  if (blind.type === 'basic') return undefined;
  return complaint(
    `The server answers, but does not let this page read ${name}`,
    url,
    `First see in a browser tab that it is there. Then put it on your own site, or let that server add the header
Access-Control-Allow-Origin: ${origin === 'null' ? '*' : origin}`,
  );
}

/** What is wrong with an answer: `{ text }`, or its `{ bytes }`. */
async function answer(response, url, { name, size, integrity, missing, isMissing }) {
  const { status, ok } = response;
  if (!ok) {
    let remedy = missing;
    if (status > 499) remedy = 'See the log of the server.';
    if (status === 401 || status === 403) remedy = 'The server must give it to everybody.';
    return { text: complaint(`The server answers ${status} for ${name}`, url, remedy) };
  }
  const { bytes, isWhole } = await read(response);
  if (/^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 99)))) {
    const perhaps = `Many servers answer so where they lack a file. ${missing}
If the file is there, exempt it from the rule that answers everything with one page.`;
    const remedy = isMissing ? missing : perhaps;
    return { text: complaint(`A page (HTML) came in the place of ${name}`, url, remedy) };
  }
  const isSized = isWhole && bytes.length === (size ?? bytes.length);
  if (isSized && !(integrity && (await ask(url, { integrity })).error)) return { bytes };
  const built = size ? `not as built (${size})` : 'not whole';
  const git = size ? ' In Git, add to .gitattributes\n*.wasm binary' : '';
  const remedy = `Upload it again, in binary mode. If that does not help, a proxy, CDN or build step changes it.${git}`;
  return { text: complaint(`What came of ${name} is ${bytes.length} bytes, ${built}`, url, remedy) };
}

/** The bytes of an answer, and whether it ended as it should. */
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
