/**
 * Scores many responses without a browser: plain JavaScript against SurveyJS's model. Knows no page. Prints JSON.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { median } from './figures.mjs';
import { BANDS, ITEMS } from './shared/content.mjs';
import { model } from './shared/surveyjs-model.mjs';

const require = createRequire(import.meta.url);
const MANY = 1_000_000;
const TEXTS = 100_000;
const SURVEYS = 2000;
const FRESH = 200;
const QUESTIONS = ITEMS.length;

/** Answers to all questions one after the other, each 0 to 4: the same in every run (xorshift32). */
function responses(count) {
  const answers = new Uint8Array(count * QUESTIONS);
  let state = 2463534242;
  for (let i = 0; i < answers.length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    answers[i] = (state >>> 0) % 5;
  }
  return answers;
}
const data = responses(MANY);
const asObjects = (count) =>
  Array.from({ length: count }, (_, i) => Object.fromEntries(ITEMS.map(({ id }, q) => [id, data[i * QUESTIONS + q]])));

const [, middle, upper] = BANDS.map(({ min }) => min);
const bandOf = (pct) => (pct < middle ? 0 : pct < upper ? 1 : 2);

// The two ways below are the same sum, once as it is fastest and once as a web service would have it. Anything shared
// between them would be measured too.
function scoreArray(answers, count) {
  let pctSum = 0;
  const bands = [0, 0, 0];
  for (let i = 0, j = 0; i < count; i++, j += 5) {
    const pct = (20 - (answers[j] + answers[j + 1] + answers[j + 2] + answers[j + 3] + answers[j + 4])) * 5;
    pctSum += pct;
    bands[bandOf(pct)]++;
  }
  return { pctSum, bands };
}

function scoreObjects(list) {
  let pctSum = 0;
  const bands = [0, 0, 0];
  for (const it of list) {
    const pct = (20 - (it.channel + it.roi + it.owner + it.mishap + it.free)) * 5;
    pctSum += pct;
    bands[bandOf(pct)]++;
  }
  return { pctSum, bands };
}

/** How many responses a second `run` scores, over some runs after one to warm up. */
function measure(count, run, runs = 7) {
  run();
  const rates = [];
  let check;
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    check = run();
    rates.push(count / ((performance.now() - start) / 1000));
  }
  return { responses: count, perSecond: median(rates), min: Math.min(...rates), max: Math.max(...rates), check };
}

function surveyjs(name) {
  const { Model } = require(name);
  const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  const list = asObjects(SURVEYS);
  const byVariable = () => {
    const survey = new Model(model);
    let pctSum = 0;
    const bands = [0, 0, 0];
    for (const answers of list) {
      survey.data = answers;
      const pct = survey.getVariable('score');
      pctSum += pct;
      bands[bandOf(pct)]++;
    }
    return { pctSum, bands };
  };
  const byCorrect = () => {
    const survey = new Model(model);
    let right = 0;
    for (const answers of list) {
      survey.data = answers;
      right += survey.getCorrectAnswerCount();
    }
    return { right };
  };
  const byFresh = () => {
    let pctSum = 0;
    for (const answers of list.slice(0, FRESH)) {
      const survey = new Model(model);
      survey.data = answers;
      pctSum += survey.getVariable('score');
    }
    return { pctSum };
  };
  const title = `SurveyJS ${version}`;
  return {
    [`${title}: survey.data = ..., getVariable('score') (one model reused)`]: measure(SURVEYS, byVariable),
    [`${title}: survey.data = ..., getCorrectAnswerCount() (one model reused)`]: measure(SURVEYS, byCorrect),
    [`${title}: new model per response, getVariable('score')`]: measure(FRESH, byFresh, 5),
  };
}

function all() {
  const objects = asObjects(MANY);
  const text = JSON.stringify(objects.slice(0, TEXTS));
  const rates = {
    'plain JS, typed array (5 bytes a response)': measure(MANY, () => scoreArray(data, MANY)),
    'plain JS, array of objects': measure(MANY, () => scoreObjects(objects)),
    'plain JS, JSON text in (parse + score)': measure(TEXTS, () => scoreObjects(JSON.parse(text))),
    ...surveyjs('survey-core'),
    ...surveyjs('survey-core-latest'),
  };
  const wanted = JSON.stringify(scoreArray(data, SURVEYS));
  for (const [name, { responses, check }] of Object.entries(rates)) {
    if (responses !== SURVEYS || !check.bands || JSON.stringify(check) === wanted) continue;
    throw new Error(`${name} scored differently: ${JSON.stringify(check)} against ${wanted}`);
  }
  return rates;
}

console.log(JSON.stringify(all(), null, 1));
