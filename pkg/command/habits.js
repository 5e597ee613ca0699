/**
 * Sentences on what comes of answering without reading. This file words probabilities; the core
 * computes them.
 */
import { clean } from './text.js';

/** How many names are listed; of the others only the number is given. */
const NAMED = 3;

/** The text on `habits`, with the names from `questionnaire`. */
export function habitsAsText({ random, agree, disagree }, { misconceptions, outcomes = [] }) {
  // Contested misconceptions are shown to readers but not counted.
  const counted = misconceptions.filter(({ evidence }) => evidence?.strength !== 'contested');
  const names = new Map(counted.map(({ id, name }) => [id, name]));
  return [
    'Results of answering without reading the statements:',
    `  At random, each answer being equally likely: ${atRandom(random, agree.headline.contested, outcomes)}`,
    `  Agreeing with all: ${throughout(agree, names, outcomes)}`,
    `  Disagreeing with all: ${throughout(disagree, names, outcomes)}`,
    '',
  ].join('\n');
}

function atRandom(random, contested, outcomes) {
  if (!random) return 'there are too many combinations of answers to compute this exactly.';
  const all = random.counts.length - 1;
  if (all === 0) return 'nothing is counted, because all evidence is contested.';
  const atLeast = (least) => random.counts.slice(least).reduce((sum, probability) => sum + probability, 0);
  const some = chance(atLeast(1));
  const whole = `the ${all} misconceptions${contested > 0 ? ' that are not contested' : ''}`;
  const first =
    all === 1
      ? `${some} of cases the misconception comes out as held or leaned towards`
      : `${some} of cases ${some === NEVER ? 'any' : 'at least one'} of ${whole} comes out as held or leaned towards`;
  const most = Math.floor(all / 2) + 1;
  const second = `, and ${chance(atLeast(most))} ${most === all ? 'all of them' : `at least ${most}`}`;
  const shown = outcomes.map(({ title }, index) => `${quote(title)} ${chance(random.outcomes[index] ?? 0)}`);
  return `${first}${all === 1 ? '' : second}.${shown[0] ? ` The outcome is ${shown.join(', ')}.` : ''}`;
}

const NEVER = 'in 0%';

/** A probability in words, rounded so that it never claims 0 % or 100 % falsely. */
export function chance(probability) {
  // A sum of doubles may differ from 0 and 1 by a rounding error.
  if (probability < 1e-9) return NEVER;
  if (probability > 1 - 1e-9) return 'in 100%';
  if (probability < 0.005) return 'in less than 1%';
  if (probability >= 0.995) return 'in more than 99%';
  return `in about ${Math.round(probability * 100)}%`;
}

/** For each verdict, its words, and whether the misconceptions are named. */
const VERDICTS = [
  ['held', 'held', true],
  ['leaning', 'leaned towards', true],
  ['unsure', 'unsure', false],
  ['notHeld', 'not held', false],
  ['insufficient', 'with too few answers', false],
];

function throughout({ headline, verdicts, outcome }, names, outcomes) {
  const parts = VERDICTS.flatMap(([verdict, word, isNamed]) => {
    const alike = verdicts.filter((it) => it.verdict === verdict && names.has(it.misconception));
    const ids = alike.map(({ misconception }) => misconception);
    if (!ids[0]) return [];
    return [`${ids.length} ${word}${isNamed ? ` (${list(ids.map((id) => names.get(id)))})` : ''}`];
  });
  if (headline.contested > 0) parts.push(`${headline.contested} contested`);
  const shown = outcomes[outcome] ? ` The outcome is ${quote(outcomes[outcome].title)}` : '';
  return `${parts.join(', ')}.${shown}${/[.!?]”$|^$/.test(shown) ? '' : '.'}`;
}

function list(names) {
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  return names.slice(0, NAMED).map(quote).join(', ') + more;
}

const quote = (text) => `“${clean(String(text))}”`;
