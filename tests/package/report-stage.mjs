/**
 * Made-up messages of readers: any number of responses, remarks and withdrawals, the same in each
 * run. Knows the contract; the core computes the verdicts.
 */
import { readFileSync } from 'node:fs';
import * as core from '../../pkg/dist/core.js';

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

export const BUILT_IN = read('questionnaires/social-media.en.json');
export const NORWEGIAN = read('questionnaires/social-media.nb.json');
/** A questionnaire with certainty from -1 to 2, odd ids, and a contested misconception. */
export const ODD = {
  ...BUILT_IN,
  id: 'odd',
  certainty: { from: -1, to: 2, labels: ['Guessing', 'Rather unsure', 'Rather sure', 'Certain'] },
  misconceptions: BUILT_IN.misconceptions.map((it, index) => ({
    ...it,
    ...(index === 1 && { evidence: { strength: 'contested', asOf: '2026' } }),
    statements: it.statements.map((statement, place) => ({
      ...statement,
      ...(index === 0 && { id: ['__proto__', 'constructor'][place] ?? statement.id }),
    })),
  })),
};

/**
 * Returns a function that gives pseudorandom whole numbers from 0 to below `end`, the same in every
 * run.
 */
export function randoms(seed) {
  let state = seed;
  return (end) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
}

export const receiptOf = (number) => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

/** Makes messages about `questionnaire`. */
export class Readers {
  #prepared;
  #about;
  #random;
  #keys;

  constructor(questionnaire, seed = 1) {
    this.#prepared = core.prepare(questionnaire);
    const collected = core.collect(questionnaire);
    this.#about = { ...collected.questionnaire, format: '1.0', lang: 'en' };
    collected.free();
    this.#random = randoms(seed);
    this.#keys = new Map(questionnaire.misconceptions.flatMap((it) => it.statements).map(({ id, key }) => [id, key]));
  }

  get statements() {
    return this.#prepared.statements;
  }

  /** A response. Its answers are random unless they are given. */
  response(number, { answers = this.answers(), first = null } = {}) {
    const { verdicts } = this.#prepared.evaluate(answers);
    const { id, version, format, shape, lang } = this.#about;
    return {
      kind: 'response',
      schema: '1',
      receipt: receiptOf(number),
      widget: '0.2.0',
      questionnaire: { id, version, format, shape, lang },
      answers,
      first,
      verdicts: Object.fromEntries(verdicts.map((it) => [it.misconception, it.verdict])),
    };
  }

  remark(number, misconception = null) {
    const { id, version, lang } = this.#about;
    const about = misconception === null ? 'suggestion' : 'dispute';
    const text = 'Success can be built in a day';
    const questionnaire = { id, version, lang };
    return {
      kind: 'remark',
      schema: '1',
      receipt: receiptOf(number),
      about,
      misconception,
      questionnaire,
      text,
      by: '',
    };
  }

  withdraw(number) {
    return { kind: 'withdraw', schema: '1', receipt: receiptOf(number) };
  }

  /** The answers of a reader who leans to one side; at least one answer. */
  answers(lean = this.#random(100)) {
    const { statements, levels } = this.#prepared;
    const points = 5;
    const entries = [];
    for (const [index, id] of statements.entries()) {
      const chance = this.#random(14);
      if (chance === 0 && index > 0) continue;
      const towards = Math.min(1, Math.max(0, (lean + this.#random(100) - 50) / 100));
      const place = this.#keys.get(id) === 'myth' ? towards : 1 - towards;
      const agreement = chance === 1 ? 'dontKnow' : 1 + Math.round(place * (points - 1));
      const certainty = levels.length > 0 && chance > 3 ? { certainty: levels[this.#random(levels.length)] } : {};
      entries.push([id, { agreement, ...certainty }]);
    }
    return Object.fromEntries(entries);
  }

  /**
   * This many responses, each with a receipt of its own. Every fifth reader has answered a second
   * time.
   */
  many(count) {
    return Array.from({ length: count }, (_, number) =>
      this.response(number, number % 5 === 0 ? { first: this.answers(80) } : {}),
    );
  }
}

/** The documents as a file with one per line (NDJSON). */
export const ndjson = (documents) => documents.map((it) => `${JSON.stringify(it)}\n`).join('');

/**
 * The documents as a form service exports them: a row per document, a column per statement, and a
 * column with the whole document.
 */
export function csv(documents, statements, separator = ',') {
  const cell = (text) => (/[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const head = ['form-name', 'kind', 'document', ...statements.map((id) => `answer-${id}`), 'text', 'created_at'];
  const rows = documents.map((it) => [
    'misconception-scorecard',
    it.kind,
    JSON.stringify(it),
    ...statements.map((id) => `${Object.hasOwn(it.answers ?? {}, id) ? it.answers[id].agreement : ''}`),
    it.text ?? '',
    '2026-11-29',
  ]);
  return [head, ...rows].map((row) => `${row.map(cell).join(separator)}\r\n`).join('');
}
