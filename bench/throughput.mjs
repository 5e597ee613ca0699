/**
 * Measures how many responses are scored per second, without a browser: by this package, natively
 * (if `cargo bench` put its figures into NATIVE_THROUGHPUT), by plain JavaScript and by SurveyJS's
 * model. Prints JSON. Knows no page.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { median } from './figures.mjs';
import { BANDS, ITEMS } from './shared/content.mjs';
import { layOut, score, scoreWhole } from './plain-scorer.mjs';
import { randoms } from './random.mjs';
import { model } from './shared/surveyjs-model.mjs';

const require = createRequire(import.meta.url);
const MANY = 1_000_000;
const TEXTS = 100_000;
const SURVEYS = 2000;
const FRESH = 200;
/** The number that SurveyJS scores. */
const SCORECARDS = SURVEYS;
/**
 * How often they are scored per run. One round takes only some milliseconds, too short for an
 * engine to warm up.
 */
const ROUNDS = 50;
const QUESTIONS = ITEMS.length;

/** Responses one after the other, each with an answer from 0 to 4 per question. */
const data = randoms(MANY * QUESTIONS, 5);
const asObjects = (count) =>
  Array.from({ length: count }, (_, i) => Object.fromEntries(ITEMS.map(({ id }, q) => [id, data[i * QUESTIONS + q]])));

const [, middle, upper] = BANDS.map(({ min }) => min);
const bandOf = (pct) => (pct < middle ? 0 : pct < upper ? 1 : 2);

// The next two functions compute the same, once as fast as possible and once as a web service
// would. They share no code, because it would be measured too.
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

/**
 * Responses per second of `run`, which scores `count` responses: median, minimum and maximum of
 * `runs` runs, after one to warm up.
 */
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

/**
 * Measures this package and the hand-written scorer on the built-in questionnaire, which has ten
 * statements on five misconceptions.
 */
async function ours() {
  const { evaluate, prepare } = await import(/** @type {string} */ ('../pkg/dist/core.js'));
  const questionnaire = JSON.parse(readFileSync('../questionnaires/social-media.en.json', 'utf8'));
  const prepared = prepare(questionnaire);
  const { statements, misconceptions } = prepared;
  // Codes are blank, the five points, and don't know, all equally often.
  const codes = Uint8Array.from(randoms(MANY * statements.length, 7), (it) => (it === 6 ? 255 : it));
  const columns = statements.map((_, index) => codes.subarray(index * MANY, (index + 1) * MANY));
  const answersOf = (row) =>
    Object.fromEntries(
      statements
        .map((id, index) => [id, columns[index][row]])
        .filter(([, code]) => code !== 0)
        .map(([id, code]) => [id, { agreement: code === 255 ? 'dontKnow' : code }]),
    );
  const list = Array.from({ length: SCORECARDS }, (_, row) => answersOf(row));
  const heldIn = (verdicts, rows) =>
    verdicts.reduce((sum, column) => sum + column.subarray(0, rows).filter((it) => it === 0).length, 0);
  const heldOf = (scorecards) => scorecards.flatMap((it) => it.verdicts).filter((it) => it.verdict === 'held').length;
  const made = (kind, length = MANY) => misconceptions.map(() => new kind(length));
  const plan = layOut(questionnaire);
  const results = { verdicts: made(Uint8Array), beliefs: made(Float64Array), inconsistent: made(Uint8Array) };
  const whole = { ...results, straight: new Uint8Array(MANY), counts: new Uint8Array(MANY * 6) };
  const found = prepared.score(columns);
  score(plan, columns, MANY, results.verdicts, results.beliefs);
  for (const [index, column] of found.verdicts.entries()) {
    const isSame = (kind) => Buffer.from(found[kind][index].buffer).equals(Buffer.from(results[kind][index].buffer));
    if (!isSame('verdicts')) throw new Error(`the two scorers differ on misconception ${index} of ${column.length}`);
    const differs = found.beliefs[index].findIndex((it, row) => !Object.is(it, results.beliefs[index][row]));
    if (differs >= 0) throw new Error(`the two scorers differ on the belief of row ${differs}`);
  }
  const rates = {
    'this package, evaluate (questionnaire read anew for each)': measure(FRESH, () =>
      heldOf(list.slice(0, FRESH).map((answers) => evaluate(questionnaire, answers))),
    ),
    'this package, evaluateAll (whole scorecards as objects)': measure(SCORECARDS * ROUNDS, () => {
      for (let round = 0; round < ROUNDS; round++) prepared.evaluateAll(list);
    }),
    'this package, score (columns of verdicts and beliefs)': measure(
      MANY,
      () => prepared.score(columns).verdicts.length,
    ),
    'plain JS, typed arrays, the rules of verdicts and beliefs': measure(MANY, () => {
      score(plan, columns, MANY, results.verdicts, results.beliefs);
    }),
    'plain JS, typed arrays, all rules of SCORING.md 2': measure(MANY, () => scoreWhole(plan, columns, MANY, whole)),
  };
  const wanted = heldIn(found.verdicts, SCORECARDS);
  if (heldOf(prepared.evaluateAll(list)) !== wanted) throw new Error('evaluateAll and score differ');
  const native = process.env.NATIVE_THROUGHPUT;
  if (native) rates['this library, score_into (native, one core)'] = JSON.parse(native);
  return rates;
}

async function all() {
  const objects = asObjects(MANY);
  const text = JSON.stringify(objects.slice(0, TEXTS));
  const rates = {
    'plain JS, typed array (5 bytes a response)': measure(MANY, () => scoreArray(data, MANY)),
    'plain JS, array of objects': measure(MANY, () => scoreObjects(objects)),
    'plain JS, JSON text in (parse + score)': measure(TEXTS, () => scoreObjects(JSON.parse(text))),
    ...(await ours()),
    ...surveyjs('survey-core'),
    ...surveyjs('survey-core-latest'),
  };
  const wanted = JSON.stringify(scoreArray(data, SURVEYS));
  for (const [name, { responses, check }] of Object.entries(rates)) {
    if (responses !== SURVEYS || !check?.bands || JSON.stringify(check) === wanted) continue;
    throw new Error(`${name} scored differently: ${JSON.stringify(check)} against ${wanted}`);
  }
  return rates;
}

console.log(JSON.stringify(await all(), null, 1));
