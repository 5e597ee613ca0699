/**
 * The documents that are sent, as contract/CONTRACT.md describes them, and their two encodings.
 * This file does not know when they are sent, or where they are kept.
 */

/**
 * The largest body, in bytes, that a browser still sends while its tab is being closed: a little
 * less than the 64 KiB of the Fetch standard.
 */
const KEPT_ALIVE = 60_000;

/** A random UUID, version 4. `crypto.randomUUID` exists only on https. */
export function makeReceipt() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/**
 * The answers of one reader, without a receipt. `questionnaire` is the one that is shown, `shape`
 * and `again` come from what the element has saved, the rest from the scorecard.
 */
export const response = (questionnaire, { shape, again }, { answers, verdicts }) => ({
  kind: 'response',
  schema: '1',
  widget: VERSION,
  questionnaire: {
    ...named(questionnaire),
    format: questionnaire.format,
    shape: shape.toString(16).padStart(6, '0'),
    lang: questionnaire.lang,
  },
  answers,
  first: again?.first ?? null,
  verdicts: Object.fromEntries(verdicts.map((it) => [it.misconception, it.verdict])),
});

/**
 * What a reader has written about `misconception`; or, if that is null, a misconception that they
 * suggest.
 */
export const remark = (questionnaire, misconception, text) => ({
  kind: 'remark',
  schema: '1',
  about: misconception === null ? 'suggestion' : 'dispute',
  misconception,
  questionnaire: { ...named(questionnaire), lang: questionnaire.lang },
  text,
  by: '',
});

/** Takes back what was sent under a receipt, which the caller adds. */
export const withdrawal = { kind: 'withdraw', schema: '1' };

const named = ({ id, version }) => ({ id, version });

/**
 * The options of `fetch` that send `document` in this encoding, `json` or `form`.
 *
 * @returns {RequestInit}
 */
export function request(document, encoding) {
  const json = JSON.stringify(document);
  const isForm = encoding === 'form';
  // A string is sent as text/plain, which needs no preflight request; a page that is being closed
  // would not wait for one.
  const body = isForm ? new URLSearchParams([...columns(document), ['document', json]]) : json;
  return {
    method: 'POST',
    body,
    headers: isForm ? [['accept', 'application/json']] : [],
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    keepalive: new TextEncoder().encode(String(body)).length <= KEPT_ALIVE,
  };
}

/** The columns that a spreadsheet would have for a document, as `[name, value]`. */
function columns({ kind, questionnaire, answers, about, misconception, text, by }) {
  const all = [
    ['form-name', 'misconception-scorecard'],
    ['kind', kind],
    ['questionnaire', questionnaire?.id],
    ['version', questionnaire?.version],
    ['lang', questionnaire?.lang],
    ['about', about],
    ['misconception', misconception],
    ['text', text],
    ['by', by],
  ];
  for (const [id, { agreement, certainty }] of Object.entries(answers ?? {})) {
    all.push([`answer-${id}`, agreement], [`certainty-${id}`, certainty]);
  }
  return all.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value ?? '')]]));
}
