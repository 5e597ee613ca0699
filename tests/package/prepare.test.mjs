/**
 * A questionnaire that is read once for the answers of many: one by one, as an array or as columns,
 * they lead to the same results.
 */
import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { evaluate, prepare } from '../../pkg/dist/core.js';

const BUILT_IN = JSON.parse(
  readFileSync(new URL('../../questionnaires/social-media.en.json', import.meta.url), 'utf8'),
);
const DONT_KNOW = 255;

/**
 * A questionnaire with certainty from -1 to 2, unusual ids, weights, a contested misconception and
 * outcomes.
 */
const ODD = {
  ...BUILT_IN,
  certainty: { from: -1, to: 2, labels: ['Guessing', 'Rather unsure', 'Rather sure', 'Certain'] },
  minAnswered: 'half',
  cutoffs: { held: 80, leaning: 60, unsure: 20 },
  misconceptions: BUILT_IN.misconceptions.map((it, index) => ({
    ...it,
    ...(index === 1 && { evidence: { strength: 'contested', asOf: '2026' } }),
    statements: it.statements.map((statement, place) => ({
      ...statement,
      weight: index + place + 0.1,
      ...(index === 0 && { id: ['__proto__', 'constructor'][place] ?? statement.id }),
    })),
  })),
};

/** Integers below `end`, the same in every run. */
function randoms(seed) {
  let state = seed;
  return (end) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
}

/** Columns of random answers to what was prepared, and the same answers as documents. */
function anyAnswers(prepared, rows) {
  const random = randoms(rows);
  const { statements, levels } = prepared;
  const columns = statements.map(() =>
    Uint8Array.from({ length: rows }, () => [0, 1, 2, 3, 4, 5, DONT_KNOW][random(7)]),
  );
  const certainties = columns.map((column) => column.map((code) => (code === 0 ? 0 : random(levels.length + 1))));
  const list = Array.from({ length: rows }, (_, row) => {
    const entries = statements.map((id, index) => {
      const code = columns[index][row];
      const level = certainties[index][row];
      const agreement = code === DONT_KNOW ? 'dontKnow' : code;
      return [id, code && (level === 0 ? { agreement } : { agreement, certainty: levels[level - 1] })];
    });
    return Object.fromEntries(entries.filter(([, answer]) => answer));
  });
  return { columns, certainties, list };
}

for (const [name, questionnaire] of Object.entries({ 'the built-in questionnaire': BUILT_IN, 'an odd one': ODD })) {
  test(`answers to ${name} give the same results one by one, in arrays and in columns`, () => {
    const prepared = prepare(questionnaire);
    // More rows than one block has.
    const { columns, certainties, list } = anyAnswers(prepared, 1100);
    const all = prepared.evaluateAll(list);
    const asks = prepared.levels.length > 0;
    const { verdicts, beliefs } = prepared.score(columns, asks ? certainties : undefined);
    assert.equal(all.length, list.length);
    for (const [row, answers] of list.entries()) {
      const one = prepared.evaluate(answers);
      assert.equal(JSON.stringify(all[row]), JSON.stringify(one), 'the same, in the same order');
      assert.deepEqual(Object.keys(all[row].answers), Object.keys(one.answers));
      if (row < 50) assert.deepEqual(evaluate(questionnaire, answers), one);
      for (const [index, { misconception, verdict, belief }] of one.verdicts.entries()) {
        assert.equal(prepared.misconceptions[index], misconception);
        assert.equal(prepared.verdicts[verdicts[index][row]], verdict);
        assert.ok(Object.is(beliefs[index][row], belief ?? Number.NaN));
      }
    }
    prepared.free();
  });
}

test('no change to one scorecard of a list reaches another', () => {
  const prepared = prepare(BUILT_IN);
  const answers = { [prepared.statements[0]]: { agreement: 2 } };
  const expected = JSON.stringify(prepared.evaluate(answers));
  const [one, other] = prepared.evaluateAll([answers, answers]);
  const places = [one];
  for (const place of places) {
    for (const [key, value] of Object.entries(place)) {
      if (typeof value === 'object' && value !== null) places.push(value);
      try {
        place[key] = 'changed';
      } catch (error) {
        assert.ok(Object.isFrozen(place), error.message);
      }
    }
    if (Array.isArray(place) && !Object.isFrozen(place)) place.push('more');
  }
  assert.ok(places.length > 20);
  assert.equal(JSON.stringify(other), expected);
  assert.equal(JSON.stringify(prepared.evaluateAll([answers])[0]), expected);
  prepared.free();
});

test('answers in an array can be JSON texts or empty, and the array can be empty', () => {
  const prepared = prepare(JSON.stringify(BUILT_IN));
  const [id] = prepared.statements;
  const answers = { [id]: { agreement: 2 } };
  assert.deepEqual(prepared.evaluateAll([JSON.stringify(answers), {}]), [
    prepared.evaluate(answers),
    prepared.evaluate({}),
  ]);
  assert.deepEqual(prepared.evaluateAll([]), []);
  const none = prepared.score(prepared.statements.map(() => new Uint8Array()));
  assert.deepEqual([none.verdicts.length, none.verdicts[0].length], [prepared.misconceptions.length, 0]);
});

/** Code and message of the error that `call` throws. */
function thrown(call) {
  try {
    call();
  } catch ({ code, message, problems }) {
    return { code, message, pointers: problems.map(({ pointer }) => pointer) };
  }
  return assert.fail('no error is thrown');
}

test('an error in an array of answers is reported with its index', () => {
  const prepared = prepare(BUILT_IN);
  const [id] = prepared.statements;
  for (const [answers, code, pointer] of [
    [{ [id]: { agreement: 6 } }, 'invalidAnswers', `/1/${id}/agreement`],
    [{ [id]: { agreement: 0 } }, 'invalidAnswers', `/1/${id}/agreement`],
    [{ [id]: { agreement: 255 } }, 'invalidAnswers', `/1/${id}/agreement`],
    [{ [id]: { agreement: 2.5 } }, 'invalidAnswers', `/1/${id}/agreement`],
    [{ [id]: { agreement: '2' } }, 'invalidAnswers', `/1/${id}/agreement`],
    [{ [id]: { agreement: 2, certainty: 1 } }, 'invalidAnswers', `/1/${id}/certainty`],
    [{ [id]: {} }, 'invalidAnswers', `/1/${id}/agreement`],
    [{ [id]: 2 }, 'invalidAnswers', `/1/${id}`],
    [{ toString: { agreement: 2 } }, 'invalidAnswers', '/1/toString'],
    [[], 'invalidAnswers', '/1'],
    [null, 'invalidAnswers', '/1'],
  ]) {
    const found = thrown(() => prepared.evaluateAll([{}, answers]));
    assert.deepEqual([found.code, found.pointers], [code, [pointer]], JSON.stringify(answers));
    assert.ok(found.message.startsWith(`${pointer}: `), found.message);
  }
  assert.equal(thrown(() => prepared.evaluateAll([{}, '{'])).code, 'badJson');
  assert.equal(thrown(() => prepared.evaluateAll('{}')).code, 'badList');
});

test('a number outside its scale is reported with column and row, and the columns are not changed', () => {
  const prepared = prepare(ODD);
  const { columns, certainties } = anyAnswers(prepared, 40);
  const before = structuredClone([columns, certainties]);
  const at = (list, column, row, code) => list.map((it, index) => (index === column ? it.with(row, code) : it));
  const name = prepared.statements[2];
  for (const [given, levels, pointer, message] of [
    [
      at(columns, 2, 17, 6),
      certainties,
      '/columns/2/17',
      `columns, column 2 (${name}), row 17: 6 is outside the scale`,
    ],
    [at(columns, 2, 17, 254), [], '/columns/2/17', `columns, column 2 (${name}), row 17: 254 is outside the scale`],
    [
      at(columns, 2, 17, 3),
      at(certainties, 2, 17, 5),
      '/certainties/2/17',
      `certainties, column 2 (${name}), row 17: 5 is outside the scale, expected 0 to 4`,
    ],
    [
      at(columns, 2, 17, 0),
      at(certainties, 2, 17, 1),
      '/certainties/2/17',
      `certainties, column 2 (${name}), row 17: a certainty without an agreement, expected 0`,
    ],
  ]) {
    const found = thrown(() => prepared.score(given, levels));
    assert.deepEqual([found.code, found.pointers], ['invalidAnswers', [pointer]]);
    assert.ok(found.message.startsWith(message), found.message);
  }
  assert.deepEqual([columns, certainties], before);
});

test('what a questionnaire does not ask is refused in its own words', () => {
  const plain = prepare({ ...BUILT_IN, scale: { ...BUILT_IN.scale, dontKnow: false } });
  const columns = plain.statements.map(() => Uint8Array.of(3, 3));
  const said = (...given) => thrown(() => plain.score(...given)).message.split(': ')[1];
  assert.equal(
    said(columns.with(1, Uint8Array.of(3, 255))),
    "255 is don't know, which this questionnaire does not offer, expected 0 to 5",
  );
  assert.equal(said(columns, columns), 'this questionnaire does not ask for certainty, expected 0');
});

test('columns of a wrong shape are refused', () => {
  const prepared = prepare(BUILT_IN);
  const columns = prepared.statements.map(() => new Uint8Array(3));
  for (const [given, levels, pointer] of [
    [undefined, [], '/columns'],
    [columns.slice(1), [], '/columns'],
    [columns.with(1, new Uint8Array(2)), [], '/columns/1'],
    [columns.with(1, [1, 2, 3]), [], '/columns/1'],
    [columns.with(1, new Int8Array(3)), [], '/columns/1'],
    [columns.with(0, null), [], '/columns/0'],
    [columns.with(0, new Proxy(columns[0], {})), [], '/columns/0'],
    // A hole.
    [new Array(1).concat(columns.slice(1)), [], '/columns/0'],
    [columns, columns.slice(1), '/certainties'],
    [columns, 5, '/certainties'],
    [columns, { ...columns, length: columns.length }, '/certainties'],
    [columns, columns.with(4, new Uint8Array(4)), '/certainties/4'],
  ]) {
    const found = thrown(() => prepared.score(given, levels));
    assert.deepEqual([found.code, found.pointers], ['badColumns', [pointer]]);
  }
  assert.deepEqual(prepared.score(columns, null), prepared.score(columns));
});

test('columns of another realm and of classes of the page’s own are columns', () => {
  const prepared = prepare(BUILT_IN);
  class Own extends Uint8Array {
    static get [Symbol.species]() {
      return Uint16Array;
    }
  }
  const plain = prepared.statements.map(() => Uint8Array.of(1, 5));
  const expected = prepared.score(plain);
  const foreign = runInNewContext('Uint8Array.of(1, 5)');
  const shared = new Uint8Array(new SharedArrayBuffer(2));
  shared.set([1, 5]);
  for (const column of [Own.of(1, 5), foreign, shared, Buffer.from([1, 5])]) {
    assert.deepEqual(prepared.score(plain.map(() => column)), expected);
  }
});

test('columns of certainty that nobody gave can be left out', () => {
  const prepared = prepare(ODD);
  const { columns, certainties } = anyAnswers(prepared, 20);
  const none = columns.map(() => new Uint8Array(20));
  assert.deepEqual(prepared.score(columns), prepared.score(columns, none));
  const first = [certainties[0], ...none.slice(1)];
  assert.deepEqual(
    prepared.score(columns, [certainties[0], ...none.slice(1).fill(undefined)]),
    prepared.score(columns, first),
  );
});

test('a freed questionnaire throws, and can be freed again', () => {
  const prepared = prepare(BUILT_IN);
  prepared.free();
  prepared.free();
  const columns = prepared.statements.map(() => new Uint8Array(1));
  for (const call of [() => prepared.evaluate({}), () => prepared.evaluateAll([]), () => prepared.score(columns)]) {
    assert.equal(thrown(call).code, 'freed');
  }
});

test('an invalid questionnaire is not prepared', () => {
  assert.equal(thrown(() => prepare({ ...BUILT_IN, title: 1 })).code, 'invalidQuestionnaire');
  assert.equal(thrown(() => prepare('{')).code, 'badJson');
});
