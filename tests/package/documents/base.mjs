/**
 * The complete questionnaire that every document in the tables changes a little, and how to change
 * it. It contains every key of the format, so that each can be removed or made wrong. Knows shapes;
 * the tables say what is right or wrong.
 */

const WHOLE = {
  $schema: './questionnaire.schema.json',
  $comment: 'Every key of the format, once.',
  format: '1.0',
  id: 'laundry',
  version: '1',
  lang: 'en',
  title: 'What do you believe about laundry?',
  markup: 'inline',
  intro: 'Four short statements. The reasons come afterwards.',
  privacy: 'This page sends your answers to the washing museum.',
  consent: 'I agree that my answers are counted.',
  scale: { points: 4, labels: ['No', 'Rather no', 'Rather yes', 'Yes'], dontKnow: true },
  certainty: { levels: 3, labels: ['I guess', 'I think', 'I know'] },
  minAnswered: 'majority',
  cutoffs: { held: 80, leaning: 60, unsure: 40 },
  misconceptions: [
    {
      id: 'powder',
      name: 'More powder washes cleaner',
      statements: [
        { id: 'powder-1', text: 'A double dose of powder gets a shirt cleaner.', key: 'myth', weight: 2 },
        { id: 'powder-2', text: 'A double dose of powder leaves a shirt grey.', key: 'fact' },
      ],
      refutation: {
        fact: 'Beyond the dose on the packet, powder stays in the cloth.',
        myth: 'That twice the powder washes twice as well.',
        whyBelieved: 'Foam looks like work being done.',
        kernelOfTruth: 'Hard water does need more.',
        whyWrong: 'The water can rinse out only so much. What stays behind holds on to dirt.',
        advice: 'Measure the dose.',
      },
      evidence: { strength: 'strong', asOf: '2026-11', reviewBy: '2028-11' },
      sources: [
        {
          title: 'The Washing Book',
          url: 'https://example.org/dose',
          date: 'Spring 2019',
          quote: 'Less is cleaner.',
          lang: 'en-GB',
        },
        { title: 'A laundry in Bergen' },
      ],
    },
    {
      id: 'boiling',
      name: 'Only boiling gets whites white',
      statements: [
        { id: 'boiling-1', text: 'White towels need 90 degrees.', key: 'myth' },
        { id: 'boiling-2', text: 'White towels come out white at 40 degrees.', key: 'fact' },
      ],
      refutation: { fact: 'Bleach in the powder works at 40 degrees.', whyWrong: 'Heat did what bleach does now.' },
    },
  ],
  outcomes: [
    { from: 0, unsure: 0, title: 'Nothing to wring out.', text: 'Read on all the same.' },
    { from: 1, title: 'One is left.' },
  ],
  suggestions: [{ text: 'Vinegar softens towels.', by: 'Ida', answer: 'A little, and it harms the seals.' }],
  credits: { text: 'By the washing museum', url: 'https://example.org', licence: 'CC BY 4.0' },
  share: { text: 'What I believed about laundry' },
  translations: {
    nb: {
      title: 'Hva tror du om klesvask?',
      scale: { labels: ['Nei', 'Helst nei', 'Helst ja', 'Ja'] },
      misconceptions: {
        powder: {
          name: 'Mer pulver vasker renere',
          refutation: { fact: 'Pulver utover dosen blir sittende i tøyet.' },
          sources: [{ title: 'Vaskeboken', url: 'https://example.org/nb' }],
        },
      },
      statements: {
        'powder-1': 'Dobbel dose gjør en skjorte renere.',
        'powder-2': { text: 'Dobbel dose gjør den grå.' },
      },
      outcomes: [{ title: 'Ingenting å vri opp.' }],
      credits: 'Av vaskemuseet',
    },
    fr: 'laundry.fr.json',
  },
};

/** The tokens of a JSON pointer. */
export const tokens = (pointer) =>
  pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The complete questionnaire with `changes` (new values by pointer); undefined removes the key. */
export function changed(changes = {}) {
  const box = { whole: structuredClone(WHOLE) };
  for (const [pointer, value] of Object.entries(changes)) {
    const path = ['whole', ...tokens(pointer)];
    const key = path.pop();
    const around = path.reduce((part, token) => part[token], box);
    // Define the property instead of assigning it: "__proto__" is a key like any other.
    const property = { value: structuredClone(value), enumerable: true, configurable: true, writable: true };
    if (value === undefined) delete around[key];
    else Object.defineProperty(around, key, property);
  }
  return box.whole;
}

/** A misconception with as little as possible. */
export const misconception = (id, statements = [`${id}-1`]) => ({
  id,
  name: 'N',
  statements: statements.map((statement) => ({ id: statement, text: 'T.', key: 'myth' })),
  refutation: { fact: 'F.', whyWrong: 'W.' },
});

/** A questionnaire with as little as possible. */
export const bare = (...misconceptions) => ({
  format: '1',
  id: 'q',
  version: '1',
  lang: 'en',
  title: 'T',
  misconceptions,
});

/** An array of `count` items, each made from its index. */
export const many = (count, make) => Array.from({ length: count }, (_, index) => make(index));

/** Makes rows of a table: `value` at `pointer` causes one error there, or at `inside` below it. */
export const one =
  (code) =>
  (pointer, sentence, value, inside = '') => [sentence, { [pointer]: value }, `${code} ${pointer}${inside}`];
