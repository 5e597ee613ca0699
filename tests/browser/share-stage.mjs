/**
 * Pages with links to scorecards, and browsers that share, copy or refuse. The links are written by
 * a second implementation of what src/extras/permalink.rs describes. What is expected is decided in
 * the tests.
 */
import { evaluate } from '../../pkg/dist/core.js';
import { ROOT, embed, page, small } from './harness.mjs';

const SYMBOLS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VERDICTS = ['held', 'leaning', 'unsure', 'insufficient', 'notHeld'];
const REASONS = [
  'agreement',
  'dontKnow',
  'tooFewAnswers',
  'misconception',
  'mixed',
  'soundKnowledge',
  'luckyGuess',
  'lackOfKnowledge',
];

/** The CRC-24 of OpenPGP of a string or of bytes, as four characters. */
function sum(data) {
  let crc = 0xb704ce;
  for (const byte of typeof data === 'string' ? new TextEncoder().encode(data) : data) {
    for (let bit = 7; bit >= 0; bit--) {
      const isOdd = (crc >> 23) ^ ((byte >> bit) & 1);
      crc = ((crc << 1) & 0xffffff) ^ (isOdd ? 0x864cfb : 0);
    }
  }
  return [18, 12, 6, 0].map((shift) => SYMBOLS[(crc >> shift) & 63]).join('');
}

const ended = (...parts) => parts.map((it) => `${it}\0`).join('');
const signed = (id, kind, data) => `${data}${sum(`${id}\0${kind}${data}`)}${kind}`;

/** The fragment with this content, in version 1. */
const fragment1 = (id, kind, edition, content) =>
  `#scorecard=${encodeURIComponent(id)}.${signed(id, kind, sum(edition) + content)}`;

/** The fragment with this data. A `kind` other than C and D belongs to a later version. */
export const fragment = (id, kind, data) => `#scorecard-${encoded(id)}__${signed(id, kind, data)}`;

const encoded = (id) =>
  [...new TextEncoder().encode(id)]
    .map((byte) => [byte, String.fromCharCode(byte)])
    .map(([byte, character]) => (/[A-Za-z0-9-]/.test(character) ? character : `_${byte.toString(16).padStart(2, '0')}`))
    .join('');

/** The shape of a questionnaire with five points, the default cutoffs and no certainty. */
function shape({ id, version, misconceptions }) {
  const text = (text) => [...new TextEncoder().encode(`${text}\0`)];
  const number = (number) => [...new Uint8Array(new Float64Array([number]).buffer)];
  const statements = misconceptions.flatMap((it, index) =>
    it.statements.map(({ id, key = 'myth', weight = 1 }) => [
      ...text(id),
      Number(key === 'fact'),
      ...number(weight),
      ...text(index),
    ]),
  );
  return sum([...text(id), ...text(version), ...[5, 75, 62.5, 37.5].flatMap(number), ...statements.flat()]);
}

/** The content for `answers`. */
function answersContent({ misconceptions }, answers) {
  const statements = misconceptions.flatMap((it) => it.statements);
  const value = ({ agreement = 0 } = {}) => (agreement === 'dontKnow' ? 8 : agreement);
  return statements.map((it) => SYMBOLS[value(answers[it.id])]).join('');
}

/**
 * The fragment for `answers` to such a questionnaire; the next function is the same in version 1.
 */
export const answersFragment = (questionnaire, answers) =>
  fragment(questionnaire.id, 'C', shape(questionnaire) + answersContent(questionnaire, answers));
export function answersFragment1(questionnaire, answers) {
  const { id, version, misconceptions } = questionnaire;
  const statements = misconceptions.flatMap((it) => it.statements);
  const edition = ended(version, 5, '', 0, '', 0, ...statements.map((it) => it.id));
  return fragment1(id, 'A', edition, answersContent(questionnaire, answers));
}

/** The content for the scorecard of `answers`, without the answers. */
function resultContent(questionnaire, answers) {
  const { verdicts, flags } = evaluate(questionnaire, answers);
  const content = verdicts.map((it) => {
    const what = VERDICTS.indexOf(it.verdict) * 8 + REASONS.indexOf(it.reason);
    const value = (it.belief === null ? 101 : Math.round(it.belief)) + (it.flags.includes('inconsistent') ? 102 : 0);
    return SYMBOLS[what] + SYMBOLS[value >> 6] + SYMBOLS[value & 63];
  });
  return SYMBOLS[flags.length && 1] + content.join('');
}

/** The fragment for that; the next function is the same in version 1. */
export const resultFragment = (questionnaire, answers) =>
  fragment(questionnaire.id, 'D', shape(questionnaire) + resultContent(questionnaire, answers));
export function resultFragment1(questionnaire, answers) {
  const { id, version, misconceptions } = questionnaire;
  const edition = ended(version, ...misconceptions.map((it) => it.id));
  return fragment1(id, 'B', edition, resultContent(questionnaire, answers));
}

/** Two misconceptions, and a text for sharing. */
export const questionnaire = small({ share: { text: 'What I believed' } });
export const OWN = { s1: { agreement: 5 }, s2: { agreement: 1 } };
/** Not held, and a don't know. */
export const THEIRS = { s1: { agreement: 2 }, s2: { agreement: 'dontKnow' } };
/** The fragments for both kinds of link to `THEIRS`. */
export const ANSWERS = answersFragment(questionnaire, THEIRS);
export const RESULT = resultFragment(questionnaire, THEIRS);

export const ELEMENT = `const element = document.querySelector('misconception-scorecard');`;
/** A browser that can copy, and has no share sheet. */
export const COPIES = { writeText: '' };
/** Waits long enough to be sure that nothing happens. */
export const pause = () => new Promise((later) => setTimeout(later, 400));

/**
 * How a browser handles a link: what `share` and `writeText` do, and what `canShare` returns. A
 * missing one means that the browser lacks it.
 */
const stub = ({ share, canShare = 'true', writeText } = {}) => `<script>
  window.handed = [];
  const own = (name, value) => Object.defineProperty(navigator, name, { value, configurable: true });
  const takes = (way, then) => async (data) => { handed.push([way, data]); then(); };
  own('share', ${share !== undefined && `takes('share', () => { ${share} })`});
  own('canShare', ${share !== undefined && `(data) => ${canShare}`});
  own('clipboard', ${writeText !== undefined && `{ writeText: takes('copy', () => { ${writeText} }) }`});
</script>`;

/** Records all events from the start. */
const HEAR = `<script>
  window.heard = [];
  const names = ['ready', 'started', 'answered', 'completed', 'shared', 'failed', 'disputed', 'suggested', 'reset'];
  for (const name of names) {
    addEventListener('scorecard-' + name, ({ detail }) => heard.push([name, detail]));
  }
</script>`;

/** Serves a page with one widget, or with `html`, and visits it anew. */
export async function open(browser, hash = '', more = {}) {
  const { html, attributes = '', document = questionnaire, ways = {}, keep } = more;
  browser.serve('/share.html', page(stub(ways) + HEAR + (html ?? embed(document, attributes))));
  // On the same page, a change of the fragment would not be a new visit.
  browser.serve('/blank', '<!doctype html><title>Blank</title><link rel="icon" href="data:,">');
  await browser.go(`${browser.url}/blank`);
  await browser.visit(`/share.html${hash}`, { keep });
  await browser.ready();
}

/** Takes the reader to their own scorecard, with these answers. */
export async function finish(browser, answers = OWN) {
  const names = Object.keys(answers);
  for (const [place, id] of names.entries()) {
    await browser.until(`${ROOT} return root.querySelector('.progress')?.innerText.includes(' ${place + 1} ')`);
    const { agreement } = answers[id];
    await browser.tap('.answers label', agreement === 'dontKnow' ? 5 : agreement - 1);
  }
  await extras(browser);
}

/** Waits until the reader's own scorecard has its extras. */
export const extras = (browser) =>
  browser.until(`${ROOT} return root.querySelector('#share-0') !== null`, 'a scorecard with the extras');

/** Waits until a link has been followed. */
export const followed = (browser) =>
  browser.until(`${ROOT} return root.querySelector('#shared') !== null`, 'what a link has opened');
export const isGuest = (browser) => browser.run(`${ROOT} return root.querySelector('#leave-0') !== null`);
export const handed = (browser) => browser.run('return handed');
export const heard = (browser, names) =>
  browser.run('return heard.filter(([name]) => !arguments[0] || arguments[0].includes(name))', names);

/** Everything that is stored, byte for byte. */
export const kept = (browser) =>
  browser.run('return [sessionStorage, localStorage].map((it) => Object.entries(it).sort())');
