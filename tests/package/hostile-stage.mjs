/**
 * What the tests of malicious input share: what `check` finds, and what must be true after every
 * test and of every problem. Knows the rules for all input; what a document must lead to is decided
 * in the tests.
 */
import assert from 'node:assert/strict';
import { afterEach } from 'node:test';
import { check } from '../../pkg/dist/core.js';
import { misconception, small, statement } from './hostile-documents.mjs';

export const TODAY = { today: '2026-11-23' };
/**
 * The longest time for one document, in ms: ten times the goal of bench/check.mjs, because the
 * machine may be busy.
 */
const LIMIT = 10_000;
/** Names that mean something on a JavaScript object. */
export const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'length',
  'then',
];

const firstReport = check(small(), TODAY);
const own = (object) => Reflect.ownKeys(object).map(String).sort();
const around = () => [Object.prototype, Array.prototype, Function.prototype, globalThis].map(own);
const before = around();

afterEach(() => {
  assert.deepEqual(around(), before, 'nothing was left behind');
  assert.deepEqual(check(small(), TODAY), firstReport, 'the next answer is the same');
});

/** The errors in `source`, as code and pointer. */
export const errors = (source) =>
  found(source)
    .filter((it) => it.startsWith('error '))
    .map((it) => it.slice(6));

/** Severity, code and pointer of all problems. Also asserts what is true of every problem. */
export function found(source) {
  const start = performance.now();
  const { ok, problems, habits } = check(source, TODAY);
  assert.ok(performance.now() - start < LIMIT, 'in time');
  assert.equal(
    ok,
    problems.every((it) => it.severity === 'advice'),
  );
  assert.equal(habits !== null, ok);
  for (const problem of problems) {
    const { message, remedy, offset, length } = problem;
    for (const text of [message, remedy]) assert.match(text, /^[^\0-\x1f\x7f-\x9f]{4,1500}$/u);
    if (typeof source !== 'string') assert.equal(offset, undefined);
    else assert.ok(offset >= 0 && length >= 0 && offset + length <= source.length, JSON.stringify(problem));
  }
  return problems.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`);
}

const escaped = (key) => key.replaceAll('~', '~0').replaceAll('/', '~1');
/** `object` with an own property `key`, whatever its name is. */
export const having = (object, key, value) => ({
  ...object,
  ...JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(value)}}`),
});

/** The document with `key` in each kind of object, and the pointer of each. */
export function everywhere(key, value) {
  const inside = (object) => having(object, key, value);
  const refutation = { fact: 'F', whyWrong: 'W' };
  const one = (more) => small({ misconceptions: [misconception('m', [statement('s')], more)] });
  return [
    [inside(small()), ''],
    [small({ scale: inside({ points: 5 }) }), '/scale'],
    [small({ misconceptions: [inside(misconception('m', [statement('s')]))] }), '/misconceptions/0'],
    [small({ misconceptions: [misconception('m', [inside(statement('s'))])] }), '/misconceptions/0/statements/0'],
    [one({ refutation: inside(refutation) }), '/misconceptions/0/refutation'],
    [one({ sources: [inside({ title: 'T' })] }), '/misconceptions/0/sources/0'],
    [small({ translations: { nb: inside({}) } }), '/translations/nb'],
    [small({ translations: { nb: { statements: inside({}) } } }), '/translations/nb/statements'],
    [small({ translations: { nb: { misconceptions: inside({}) } } }), '/translations/nb/misconceptions'],
  ].map(([document, place]) => [document, `${place}/${escaped(key)}`]);
}

/** `depth` nested arrays or objects, as an object and as a text, built without recursion. */
export function nested(depth, isMap) {
  let object = 'x';
  for (let level = 0; level < depth; level++) object = isMap ? { k: object } : [object];
  const [opening, closing] = isMap ? ['{"k":', '}'] : ['[', ']'];
  return [object, `${opening.repeat(depth)}"x"${closing.repeat(depth)}`];
}
