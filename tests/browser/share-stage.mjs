/**
 * Pages with links to scorecards, and browsers that share, copy or refuse. The links are written a second way, from
 * what src/permalink.rs says of them. What is expected stands in share.test.mjs.
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

/** CRC-24 of OpenPGP as four characters. */
function sum(text) {
  let crc = 0xb704ce;
  for (const byte of new TextEncoder().encode(text)) {
    for (let bit = 7; bit >= 0; bit--) {
      const isOdd = (crc >> 23) ^ ((byte >> bit) & 1);
      crc = ((crc << 1) & 0xffffff) ^ (isOdd ? 0x864cfb : 0);
    }
  }
  return [18, 12, 6, 0].map((shift) => SYMBOLS[(crc >> shift) & 63]).join('');
}

const ended = (...parts) => parts.map((it) => `${it}\0`).join('');

/** The fragment with this content, as version 1 has it; another `kind` is of a later version. */
export function fragment(id, kind, edition, content) {
  const data = sum(edition) + content;
  return `#scorecard=${encodeURIComponent(id)}.${data}${sum(`${id}\0${kind}${data}`)}${kind}`;
}

/** The fragment that holds `answers` to a questionnaire of five points without certainty. */
export function answersFragment({ id, version, misconceptions }, answers) {
  const statements = misconceptions.flatMap((it) => it.statements);
  const value = ({ agreement = 0 } = {}) => (agreement === 'dontKnow' ? 8 : agreement);
  const content = statements.map((it) => SYMBOLS[value(answers[it.id])]).join('');
  return fragment(id, 'A', ended(version, 5, '', 0, '', 0, ...statements.map((it) => it.id)), content);
}

/** The fragment that holds the scorecard of `answers` alone. */
export function resultFragment(questionnaire, answers) {
  const { id, version, misconceptions } = questionnaire;
  const { verdicts, flags } = evaluate(questionnaire, answers);
  const content = verdicts.map((it) => {
    const what = VERDICTS.indexOf(it.verdict) * 8 + REASONS.indexOf(it.reason);
    const value = (it.belief === null ? 101 : Math.round(it.belief)) + (it.flags.includes('inconsistent') ? 102 : 0);
    return SYMBOLS[what] + SYMBOLS[value >> 6] + SYMBOLS[value & 63];
  });
  const edition = ended(version, ...misconceptions.map((it) => it.id));
  return fragment(id, 'B', edition, SYMBOLS[flags.length && 1] + content.join(''));
}

/** Two misconceptions; words for sharing. */
export const questionnaire = small({ share: { text: 'What I believed' } });
export const OWN = { s1: { agreement: 5 }, s2: { agreement: 1 } };
/** Not held, and no position. */
export const THEIRS = { s1: { agreement: 2 }, s2: { agreement: 'dontKnow' } };

/** How a browser takes a link: what `share` and `writeText` do and `canShare` says; without them, it has none. */
export const stub = ({ share, canShare = 'true', writeText } = {}) => `<script>
  window.handed = [];
  const own = (name, value) => Object.defineProperty(navigator, name, { value, configurable: true });
  const takes = (way, then) => async (data) => { handed.push([way, data]); then(); };
  own('share', ${share !== undefined && `takes('share', () => { ${share} })`});
  own('canShare', ${share !== undefined && `(data) => ${canShare}`});
  own('clipboard', ${writeText !== undefined && `{ writeText: takes('copy', () => { ${writeText} }) }`});
</script>`;

/** Hears all events from the first on. */
const HEAR = `<script>
  window.heard = [];
  const names = ['ready', 'started', 'answered', 'completed', 'shared', 'failed', 'disputed', 'suggested', 'reset'];
  for (const name of names) {
    addEventListener('scorecard-' + name, ({ detail }) => heard.push([name, detail]));
  }
</script>`;

/** Serves a page with one widget, or what `html` has in it, and goes there afresh. */
export async function open(browser, hash = '', more = {}) {
  const { html, attributes = '', document = questionnaire, ways = {}, keep } = more;
  browser.serve('/share.html', page(stub(ways) + HEAR + (html ?? embed(document, attributes))));
  // From the same page, another fragment would be no visit.
  browser.serve('/blank', '<!doctype html><title>Blank</title><link rel="icon" href="data:,">');
  await browser.go(`${browser.url}/blank`);
  await browser.visit(`/share.html${hash}`, { keep });
  await browser.ready();
}

/** Leads the reader to their own scorecard, with these answers. */
export async function finish(browser, answers = OWN) {
  const names = Object.keys(answers);
  for (const [place, id] of names.entries()) {
    await browser.until(`${ROOT} return root.querySelector('.progress')?.innerText.startsWith('${place + 1} ')`);
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

/** Everything that is kept, byte for byte. */
export const kept = (browser) =>
  browser.run('return [sessionStorage, localStorage].map((it) => Object.entries(it).sort())');
