/**
 * A questionnaire that is read once, for the answers of many readers. This file writes answers into
 * columns of codes, and makes scorecards of the numbers that the core returns. It never computes a
 * verdict: that is the core's alone.
 */
import { failure, fromCore } from '../data/failure.js';
import { isPlain } from '../data/plain.js';
import { evaluateWith } from './evaluate.js';
import { thrown } from './thrown.js';

/** How many scorecards are made per call of the core, which limits the memory needed. */
const ROWS = 512;
const DONT_KNOW = 255;
const [NO_FLAGS, SINGLE, INCONSISTENT, STRAIGHT_LINED] = [[], ['single'], ['inconsistent'], ['straightLined']].map(
  Object.freeze,
);

/**
 * How many numbers a row has before the order of misconceptions: see `describe` in
 * src/wasm/prepared.rs.
 */
const BEFORE_ORDER = 9;

/** See `Prepared` in core.d.ts. */
export class Prepared {
  #core;
  #plan;
  #read;
  #expected;
  /** From a statement's id to its index. */
  #places;
  /** By a statement's index and then by `slot`: what readers with the same response have alike. */
  #given;

  /**
   * `core` is the core's `Prepared`; `read` makes a plain document of answers; `expected` adds what
   * was expected to the message of a problem.
   */
  constructor(core, read, expected) {
    this.#core = core;
    this.#plan = core.plan();
    Object.freeze(this.#plan.questionnaire);
    this.#read = read;
    this.#expected = expected;
    this.#places = new Map(this.statements.map((id, index) => [id, index]));
    this.#given = this.statements.map(() => []);
  }

  get statements() {
    return this.#plan.statements.map(({ id }) => id);
  }

  get misconceptions() {
    return this.#plan.misconceptions.map(({ id }) => id);
  }

  get levels() {
    return [...this.#plan.levels];
  }

  get verdicts() {
    return [...this.#plan.verdicts];
  }

  evaluate(answers) {
    const core = this.#held();
    const text = typeof answers === 'string' ? answers.replace(/^\uFEFF/, '') : undefined;
    try {
      return evaluateWith((given) => core.evaluate(given), this.#read(answers, 'set of answers'), text);
    } catch (error) {
      throw thrown(error, this.#expected);
    }
  }

  evaluateAll(list) {
    if (!Array.isArray(list)) throw failure('badList', 'evaluateAll takes an array of answers');
    this.#held();
    const results = [];
    for (let from = 0; from < list.length; from += ROWS)
      this.#evaluateSome(list.slice(from, from + ROWS), from, results);
    return results;
  }

  score(columns, certainties) {
    const core = this.#held();
    const agreements = this.#columnsOf('columns', columns);
    const rows = agreements[0].length;
    const levels = this.#certaintiesOf(certainties, rows);
    const made = (kind) => this.#plan.misconceptions.map(() => new kind(rows));
    const result = { verdicts: made(Uint8Array), beliefs: made(Float64Array) };
    try {
      core.score(rows, agreements, levels, result.verdicts, result.beliefs);
    } catch (error) {
      throw this.#outOfScale(error, agreements);
    }
    return result;
  }

  free() {
    this.#core?.free();
    this.#core = undefined;
  }

  [Symbol.dispose ?? Symbol.for('Symbol.dispose')]() {
    this.free();
  }

  #held() {
    if (this.#core) return this.#core;
    throw failure('freed', 'this prepared questionnaire was freed; prepare it again');
  }

  /**
   * The columns that the page has passed as `name`, as plain views of the same memory: a class of
   * the page's own, or one of another realm, could do anything when the core reads it.
   */
  #columnsOf(name, columns, rows = /** @type {number | undefined} */ (undefined)) {
    const { statements } = this.#plan;
    if (!Array.isArray(columns) || columns.length !== statements.length) {
      const found = Array.isArray(columns) ? `an array of ${columns.length}` : 'something else';
      throw badColumns(name, `expected an array of ${statements.length} columns, one per statement, not ${found}`);
    }
    return Array.from(columns, (column, index) => {
      if (!isColumn(column)) throw badColumns(name, 'expected a Uint8Array', index);
      rows ??= column.length;
      if (column.length !== rows) {
        const what = `expected ${rows} rows, as in the first column, not ${column.length}`;
        throw badColumns(name, what, index);
      }
      return new Uint8Array(column.buffer, column.byteOffset, rows);
    });
  }

  #certaintiesOf(certainties, rows) {
    const isNone = certainties === undefined || certainties === null || certainties.length === 0;
    if (isNone) return [];
    const blank = new Uint8Array(rows);
    return this.#columnsOf(
      'certainties',
      Array.isArray(certainties) ? Array.from(certainties, (column) => column ?? blank) : certainties,
      rows,
    );
  }

  /**
   * The core throws an array for a code outside its scale; this makes an `Error` of it. The codes of
   * agreements are in `agreements`.
   */
  #outOfScale(error, agreements) {
    if (!Array.isArray(error)) return thrown(error, this.#expected);
    const [column, row, code, isCertainty] = error;
    const name = isCertainty ? 'certainties' : 'columns';
    const [what, expected] = isCertainty
      ? this.#wrongCertainty(code, agreements[column][row] === 0)
      : this.#wrongAgreement(code);
    const place = `${name}, column ${column} (${this.#plan.statements[column].id}), row ${row}`;
    const problem = { code: 'outOfRange', pointer: `/${name}/${column}/${row}`, expected };
    return failure('invalidAnswers', `${place}: ${what}, expected ${expected}`, [problem]);
  }

  #wrongAgreement(code) {
    const { dontKnow, questionnaire } = this.#plan;
    if (code === DONT_KNOW && !dontKnow)
      return ["255 is don't know, which this questionnaire does not offer", `0 to ${questionnaire.points}`];
    return [`${code} is outside the scale`, `0 to ${questionnaire.points}${dontKnow ? ', or 255' : ''}`];
  }

  #wrongCertainty(code, isAlone) {
    const count = this.#plan.levels.length;
    if (count === 0) return ['this questionnaire does not ask for certainty', '0'];
    if (code > count) return [`${code} is outside the scale`, `0 to ${count}`];
    return [isAlone ? 'a certainty without an agreement' : `${code} is outside the scale`, '0'];
  }

  #evaluateSome(list, from, results) {
    const { statements, misconceptions, levels } = this.#plan;
    const made = () => statements.map(() => new Uint8Array(list.length));
    const [agreements, certainties] = [made(), levels.length > 0 ? made() : []];
    // Answers that are not plain objects are evaluated one by one: they may be JSON text, or wrong.
    const odd = new Map();
    for (const [row, answers] of list.entries()) {
      if (this.#encode(answers, row, agreements, certainties)) continue;
      for (const column of [...agreements, ...certainties]) column[row] = 0;
      odd.set(row, this.#evaluateOne(answers, from + row));
    }
    const cells = list.length * misconceptions.length;
    const [judged, beliefs] = [new Uint8Array(cells * 3), new Float64Array(cells)];
    const rows = new Uint16Array(list.length * (BEFORE_ORDER + misconceptions.length));
    try {
      this.#core.describe(list.length, agreements, certainties, judged, beliefs, rows);
    } catch (error) {
      if (Array.isArray(error)) this.#evaluateOne(list[error[1]], from + error[1]);
      throw this.#outOfScale(error, agreements);
    }
    for (let row = 0; row < list.length; row++) {
      results.push(
        odd.get(row) ?? evaluation(this.#plan, this.#given, row, { agreements, certainties, judged, beliefs, rows }),
      );
    }
  }

  /**
   * The evaluation of one reader in an array of many. Pointers of its problems begin with `index`.
   */
  #evaluateOne(answers, index) {
    try {
      return this.evaluate(answers);
    } catch (error) {
      if (!error.problems?.[0]) throw failure(error.code, `/${index}: ${error.message}`);
      const problems = error.problems.map((it) => ({ ...it, pointer: `/${index}${it.pointer}` }));
      throw fromCore({ code: error.code, problems }, this.#expected);
    }
  }

  /**
   * Writes answers into `row` of the columns. Returns false if they are anything but a plain object
   * with valid types; the core decides on those.
   */
  #encode(answers, row, agreements, certainties) {
    if (!isPlain(answers)) return false;
    for (const id of Object.keys(answers)) {
      const place = this.#places.get(id);
      const answer = answers[id];
      if (place === undefined || !isPlain(answer)) return false;
      // `for in` is faster than an array of keys; an inherited key is no key of an answer and so
      // returns false.
      for (const key in answer) {
        const value = answer[key];
        if (key === 'agreement') {
          const code = value === 'dontKnow' ? DONT_KNOW : value;
          if (!isCode(code) || (code === DONT_KNOW) !== (value === 'dontKnow')) return false;
          agreements[place][row] = code;
        } else if (key === 'certainty' && certainties.length > 0) {
          const code = value - this.#plan.levels[0] + 1;
          if (typeof value !== 'number' || !isCode(code)) return false;
          certainties[place][row] = code;
        } else {
          return false;
        }
      }
      if (agreements[place][row] === 0) return false;
    }
    return true;
  }
}

/** Also one of another realm, for which `instanceof` fails. */
const isColumn = (it) => Object.prototype.toString.call(it) === '[object Uint8Array]' && ArrayBuffer.isView(it);

const badColumns = (name, what, /** @type {number | undefined} */ index = undefined) => {
  const place = index === undefined ? name : `${name}/${index}`;
  return failure('badColumns', `${place}: ${what}`, [{ code: 'wrongLength', pointer: `/${place}` }]);
};

/** Whether a number is a code that a column can hold and that is not 0, which means blank. */
const isCode = (code) => Number.isInteger(code) && code >= 1 && code <= DONT_KNOW;

/**
 * The scorecard of one row, in the same shape as `evaluate` returns it. What readers with the same
 * response have alike is made once, frozen, and in `given` afterwards: objects are what takes time.
 */
function evaluation(plan, given, row, { agreements, certainties, judged, beliefs, rows }) {
  const { misconceptions, statements, outcomes, levels, questionnaire } = plan;
  const answers = {};
  const verdicts = [];
  for (let index = 0; index < misconceptions.length; index++) {
    const { id, contested, first, count } = misconceptions[index];
    const contributions = new Array(count);
    for (let place = first; place < first + count; place++) {
      const code = agreements[place][row];
      const level = levels.length > 0 ? certainties[place][row] : 0;
      const slot = level * (questionnaire.points + 2) + (code === DONT_KNOW ? questionnaire.points + 1 : code);
      const { contribution, answer } = (given[place][slot] ??= response(statements[place], code, level, levels));
      contributions[place - first] = contribution;
      if (code !== 0) put(answers, contribution.id, answer);
    }
    const cell = row * misconceptions.length + index;
    const belief = beliefs[cell];
    // Answers to one statement cannot contradict each other.
    const flags = count === 1 ? SINGLE : judged[cell * 3 + 2] ? INCONSISTENT : NO_FLAGS;
    verdicts.push({
      misconception: id,
      verdict: plan.verdicts[judged[cell * 3]],
      reason: plan.reasons[judged[cell * 3 + 1]],
      belief: Number.isNaN(belief) ? null : belief,
      contested,
      flags,
      statements: contributions,
    });
  }
  const start = row * (BEFORE_ORDER + misconceptions.length);
  const order = [];
  for (let place = 0; place < misconceptions.length; place++) {
    order.push(misconceptions[rows[start + BEFORE_ORDER + place]].id);
  }
  const outcome = rows[start + 8] - 1;
  return {
    questionnaire,
    headline: {
      held: rows[start],
      leaning: rows[start + 1],
      unsure: rows[start + 2],
      notHeld: rows[start + 3],
      classified: rows[start + 4],
      insufficient: rows[start + 5],
      contested: rows[start + 6],
    },
    verdicts,
    order,
    flags: rows[start + 7] ? STRAIGHT_LINED : NO_FLAGS,
    answers,
    outcome: outcome < 0 ? null : { index: outcome, title: outcomes[outcome] },
  };
}

/** What all readers have alike who gave this response to a statement. */
function response({ id, positions, classes }, code, level, levels) {
  const point = code === DONT_KNOW ? 0 : code;
  const agreement = code === 0 ? null : code === DONT_KNOW ? 'dontKnow' : code;
  const certainty = level === 0 ? null : levels[level - 1];
  return {
    contribution: Object.freeze({
      id,
      agreement,
      certainty,
      position: point === 0 ? null : positions[point - 1],
      class: code === 0 ? null : classes[level][point],
    }),
    answer: Object.freeze(certainty === null ? { agreement } : { agreement, certainty }),
  };
}

/** Sets a key of an object. An assignment to `__proto__` would set the prototype instead. */
function put(map, id, value) {
  if (id !== '__proto__') map[id] = value;
  else Object.defineProperty(map, id, { value, enumerable: true, writable: true, configurable: true });
}
