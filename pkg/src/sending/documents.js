/**
 * What is sent: the documents of contract/CONTRACT.md, and their two encodings. Knows shapes; not when anything is sent, nor
 * where it is kept.
 */

/** How many bytes a browser still sends while its tab is being closed. */
const KEPT_ALIVE = 60_000;

/** A random UUID, version 4. On plain http there is no `randomUUID`. */
export function makeReceipt() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The answers of one reader, without their receipt; `kept` is what the element keeps, `questionnaire` the one that is shown. */
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

/** What a reader has written about `misconception`, or, if that is null, a misconception that they have met. */
export const remark = (questionnaire, misconception, text) => ({
  kind: 'remark',
  schema: '1',
  about: misconception === null ? 'suggestion' : 'dispute',
  misconception,
  questionnaire: { ...named(questionnaire), lang: questionnaire.lang },
  text,
  by: '',
});

/** Takes back what was sent under a receipt. */
export const withdrawal = { kind: 'withdraw', schema: '1' };

const named = ({ id, version }) => ({ id, version });

/**
 * The options of `fetch` that send `document` in this encoding.
 *
 * @returns {RequestInit}
 */
export function request(document, encoding) {
  const json = JSON.stringify(document);
  const isForm = encoding === 'form';
  // As text it needs no permission first, which a page that is being closed would not wait for.
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

/** What a spreadsheet would want of a document, as `[column, text]`. */
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
