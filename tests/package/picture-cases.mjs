/**
 * The pictures of tests/fixtures/pictures.json, which tests/picture.rs draws too: questionnaires,
 * scorecards, sizes, URLs, and the approved SVGs. Knows how a case is written in that file; must
 * not know what is tested with it.
 */
import { readFileSync } from 'node:fs';
import { evaluate } from '../../pkg/dist/core.js';

const read = (file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

/** The approved SVG. */
export const golden = (name) => read(`tests/golden/pictures/${name}.svg`);

/** A questionnaire with one statement per misconception, as `small` in tests/common makes it. */
function own({ lang = 'en', title, names, contested = [], practitioner = [], facts = [], certainty }) {
  const misconception = (name, place) => ({
    id: `m${place + 1}`,
    name,
    statements: [{ id: `s${place + 1}`, text: `Statement ${place + 1}`, key: facts.includes(place) ? 'fact' : 'myth' }],
    refutation: { fact: 'The fact.', whyWrong: 'The reason.' },
    ...(contested.includes(place) && { evidence: { strength: 'contested' } }),
    ...(practitioner.includes(place) && { evidence: { strength: 'practitioner' } }),
  });
  return {
    format: '1.0',
    id: 'small',
    version: '1',
    lang,
    title,
    ...(certainty && { certainty: {} }),
    misconceptions: names.map(misconception),
  };
}

function made(given) {
  const { name, builtIn, points, certainty, width, height, address } = given;
  const questionnaire = builtIn ? JSON.parse(read(`questionnaires/social-media.${builtIn}.json`)) : own(given);
  const answers = {};
  for (const [place, { id }] of questionnaire.misconceptions.flatMap(({ statements }) => statements).entries()) {
    const agreement = points[place] === 0 ? 'dontKnow' : points[place];
    if (agreement !== null) answers[id] = { agreement, ...(certainty && { certainty }) };
  }
  return { name, questionnaire, scorecard: evaluate(questionnaire, answers), wishes: { width, height, address } };
}

/** The cases as `{ name, questionnaire, scorecard, wishes }`. */
export const CASES = JSON.parse(read('tests/fixtures/pictures.json')).map(made);
