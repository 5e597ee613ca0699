/**
 * Input of `check` that is malicious, or comes from a faulty program. `check` never throws and
 * never hangs, says what is wrong and where, changes nothing around it, and answers the next call
 * as usual.
 */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { check, evaluate, renderToString } from '../../pkg/dist/core.js';
import { DOCUMENTS, many, misconception, small, statement } from './hostile-documents.mjs';

const TODAY = { today: '2026-11-23' };
/**
 * The longest time for one document, in ms: ten times the goal of bench/check.mjs, because the
 * machine may be busy.
 */
const LIMIT = 10_000;
/** Names that mean something on a JavaScript object. */
const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'length', 'then'];

const firstReport = check(small(), TODAY);
const own = (object) => Reflect.ownKeys(object).map(String).sort();
const around = () => [Object.prototype, Array.prototype, Function.prototype, globalThis].map(own);
const before = around();

afterEach(() => {
  assert.deepEqual(around(), before, 'nothing was left behind');
  assert.deepEqual(check(small(), TODAY), firstReport, 'the next answer is the same');
});

/** The errors in `source`, as code and pointer. */
const errors = (source) =>
  found(source)
    .filter((it) => it.startsWith('error '))
    .map((it) => it.slice(6));

/** Severity, code and pointer of all problems. Also asserts what is true of every problem. */
function found(source) {
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
const having = (object, key, value) => ({
  ...object,
  ...JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(value)}}`),
});

/** The document with `key` in each kind of object, and the pointer of each. */
function everywhere(key, value) {
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

// Names and characters

test('a key with a name that means something in JavaScript is an unknown key like any other', () => {
  for (const name of NAMES) {
    for (const [document, pointer] of everywhere(name, { polluted: 'yes', title: 'T' })) {
      for (const source of [document, JSON.stringify(document)]) {
        assert.deepEqual(errors(source), [`unknownKey ${pointer}`]);
        const { message } = check(source, TODAY).problems.find((it) => it.code === 'unknownKey');
        assert.ok(message.includes(`"${name}"`), message);
      }
    }
  }
  assert.equal({}.polluted, undefined);
});

test('an id may have such a name, and its translation is found under it', () => {
  for (const name of NAMES) {
    const document = small({
      misconceptions: [misconception(name, [statement(name)])],
      translations: {
        nb: {
          title: 'T',
          misconceptions: having({}, name, { name: 'N', refutation: { fact: 'F', whyWrong: 'W' } }),
          statements: having({}, name, 'S på norsk'),
        },
      },
    });
    for (const source of [document, JSON.stringify(document)]) {
      assert.deepEqual(errors(source), []);
      assert.ok(!found(source).some((it) => it.includes('missingTranslation')), name);
      assert.deepEqual(
        check(source, TODAY).habits.agree.verdicts.map((it) => it.misconception),
        [name],
      );
      assert.ok(renderToString(source, { lang: 'nb' }).includes('S på norsk'), name);
      const answers = having({}, name, { agreement: 5 });
      assert.deepEqual(evaluate(source, answers).answers, answers, `the answer to ${name} is not lost`);
    }
  }
});

test('what is no text where a language or an address belongs is the fault of the document, or of the option', () => {
  const problemsOf = (source, options) => {
    try {
      return renderToString(source, options);
    } catch ({ code, problems }) {
      return [code, ...problems.map((it) => `${it.code} ${it.pointer}`)];
    }
  };
  const own = { toString: 1, valueOf: 1 };
  for (const lang of [own, [], 5, null]) {
    const document = small({ lang, translations: { nb: { title: 'T' } } });
    assert.deepEqual(errors(document), ['wrongType /lang']);
    assert.deepEqual(problemsOf(document), ['invalidQuestionnaire', 'wrongType /lang']);
    if (lang) assert.deepEqual(problemsOf(small(), { lang }), ['badOption']);
  }
  for (const translations of [own, { nb: own }]) {
    assert.equal(
      typeof problemsOf(small({ translations }), { lang: 'nb' }),
      'string',
      'what is not known is passed over',
    );
  }
});

test('what is nested too deep, or throws when it is read, is told by the widget as by the checker', () => {
  const thrown = (source) => {
    try {
      return renderToString(source);
    } catch ({ code, problems }) {
      return [code, ...problems.map((it) => `${it.code} ${it.pointer}`)];
    }
  };
  const [deep] = nested(50, true);
  const pointer = '/more'.concat('/k'.repeat(49));
  for (const source of [small({ more: deep }), JSON.stringify(small({ more: deep }))]) {
    assert.deepEqual(errors(source), [`tooDeep ${pointer}`]);
    assert.deepEqual(thrown(source), ['tooDeep', `tooDeep ${pointer}`]);
  }
  for (const [deeper, text] of [nested(20_000, true), nested(20_000, false)]) {
    assert.deepEqual(thrown(deeper), ['tooDeep', 'tooDeep ']);
    assert.equal(thrown(text)[0], 'tooDeep');
  }
  const getter = Object.defineProperty(small(), 'title', {
    enumerable: true,
    get: () => {
      throw RangeError('not now');
    },
  });
  assert.deepEqual(errors(getter), ['notPlainData ']);
  assert.deepEqual(thrown(getter), ['notPlainData', 'notPlainData ']);
});

test('a language with such a name is one where it is written as one', () => {
  for (const name of NAMES) {
    const document = small({ translations: having({}, name, { title: 'T' }) });
    const expected = name === '__proto__' ? ['malformed /translations/__proto__'] : [];
    for (const source of [document, JSON.stringify(document)]) assert.deepEqual(errors(source), expected, name);
  }
});

test('a prototype has no say: what it has is not there, and what lacks one is a map', () => {
  const heir = Object.create({ title: 'inherited' });
  const { title, ...rest } = small();
  Object.assign(heir, rest);
  assert.deepEqual(errors(heir), ['missing /title']);
  assert.deepEqual(errors(Object.assign(Object.create(null), small())), []);
  assert.deepEqual(errors({ ...rest, __proto__: { title } }), ['missing /title']);
});

test('whatever a key is made of, it is named by its pointer, and in a text it is marked', () => {
  for (const key of [
    'a\nb',
    '\n',
    '\r\n',
    'title\nid',
    '"',
    '\\',
    '\\n',
    '/',
    '//',
    '~',
    '~0',
    '~1',
    '~01',
    '',
    ' ',
    '\t',
    '\0',
    '\x7f',
    '\x85',
    '\u2028',
    '*',
    '0',
    '-1',
    '1e3',
    '00',
    '🙂',
    '\ufeff',
    '\u200b',
    'a/b~c"d\\e\nf',
    'e\u0301',
  ]) {
    for (const [document, pointer] of everywhere(key, 1)) {
      assert.deepEqual(errors(document), [`unknownKey ${pointer}`]);
      const text = JSON.stringify(document);
      assert.deepEqual(errors(text), [`unknownKey ${pointer}`]);
      const { offset, length } = check(text, TODAY).problems.find((it) => it.code === 'unknownKey');
      assert.equal(text.slice(offset, offset + length), JSON.stringify(key));
    }
  }
});

test('characters that do harm are told of wherever they stand', () => {
  const cases = [
    ['\u202e', 'advice bidiControl'],
    ['\u2066', 'advice bidiControl'],
    ['\ud800', 'error brokenCharacter'],
    ['\udc00\ud800', 'error brokenCharacter'],
    ['\0', 'error controlCharacter'],
    ['\x1b[31m', 'error controlCharacter'],
    ['\x9b', 'error controlCharacter'],
  ];
  for (const [char, finding] of cases) {
    const at = (document, pointer) => {
      for (const source of [document, JSON.stringify(document)]) {
        assert.ok(found(source).includes(`${finding} ${pointer}`), `${JSON.stringify(char)} at ${pointer}`);
      }
    };
    at(small({ title: `a${char}b` }), '/title');
    at(small({ id: `a${char}b` }), '/id');
    at(small({ translations: { nb: { title: `a${char}` } } }), '/translations/nb/title');
    if (finding.endsWith('controlCharacter')) continue;
    for (const [document, pointer] of everywhere(`a${char}`, 1)) at(document, pointer);
  }
});

// Numbers, and duplicate keys

test('numbers that JSON writes and nothing holds are out of range', () => {
  const weight = (number) => JSON.stringify(small()).replace('"key":"fact"', `"key":"fact","weight":${number}`);
  const place = '/misconceptions/0/statements/0/weight';
  for (const number of ['1e400', '-1e400', '0', '-0', '1e-400', '-1', `1${'0'.repeat(400)}`]) {
    assert.deepEqual(errors(weight(number)), [`outOfRange ${place}`], number);
  }
  for (const number of ['1e308', '2.3e-308', '0.1', `0.${'0'.repeat(300)}1`, '1E+2']) {
    assert.deepEqual(errors(weight(number)), [], number);
  }
  for (const number of ['01', '1.', '.5', '+1', '0x1', 'NaN', 'Infinity', '-']) {
    assert.deepEqual(errors(weight(number)), ['badJson '], number);
  }
  for (const [number, what] of [
    [NaN, 'NaN'],
    [Infinity, 'Infinity'],
    [-Infinity, '-Infinity'],
    [1n, 'bigint'],
  ]) {
    const { problems } = check(small({ title: number }), TODAY);
    assert.deepEqual(
      problems.map((it) => [it.code, it.pointer, it.found]),
      [['notPlainData', '/title', what]],
    );
  }
});

test('a key that stands twice is told once a time, and the last counts', () => {
  assert.ok(errors('{"__proto__":1,"__proto__":2}').includes('duplicateKey /__proto__'));
  const text = JSON.stringify(small()).replace('{', '{"title":7,"title":[],');
  assert.deepEqual(errors(text), ['duplicateKey /title', 'duplicateKey /title']);
  assert.deepEqual(errors(JSON.stringify(small()).replace(/}$/, ',"title":7}')), [
    'duplicateKey /title',
    'wrongType /title',
  ]);
});

// Depth

/** `depth` nested arrays or objects, as an object and as a text, built without recursion. */
function nested(depth, isMap) {
  let object = 'x';
  for (let level = 0; level < depth; level++) object = isMap ? { k: object } : [object];
  const [opening, closing] = isMap ? ['{"k":', '}'] : ['[', ']'];
  return [object, `${opening.repeat(depth)}"x"${closing.repeat(depth)}`];
}

test('as many levels as there may be are looked through, and one more is too deep', () => {
  for (const isMap of [false, true]) {
    const step = isMap ? '/k' : '/0';
    const [object, text] = nested(49, isMap);
    for (const source of [small({ more: object }), `{"more":${text}}`]) {
      assert.ok(errors(source).includes('unknownKey /more'));
      assert.ok(!errors(source).some((it) => it.startsWith('tooDeep')));
    }
    const tooDeep = [`tooDeep /more${step.repeat(49)}`];
    for (const depth of [50, 51, 10_000, 200_000]) {
      const [deeper, deeperText] = nested(depth, isMap);
      const isLarge = deeperText.length > 1e6;
      assert.deepEqual(errors(small({ more: deeper })), tooDeep, `${depth} as an object`);
      assert.deepEqual(errors(`{"more":${deeperText}}`), isLarge ? ['tooLarge '] : tooDeep, `${depth} as a text`);
    }
  }
});

// Objects that are not plain data

test('what only looks like data is told of, with its place, and not run more than it must', () => {
  class Questionnaire {
    constructor() {
      Object.assign(this, small());
    }
  }
  const circle = small();
  circle.more = [circle];
  const throwing = Object.defineProperty(small(), 'title', {
    enumerable: true,
    get() {
      throw new Error('no');
    },
  });
  for (const [source, expected] of [
    [circle, 'notPlainData /more/0'],
    [throwing, 'notPlainData '],
    [
      new Proxy(
        {},
        {
          ownKeys() {
            throw new Error('no');
          },
        },
      ),
      'notPlainData ',
    ],
    [small({ more: () => 1 }), 'notPlainData /more'],
    [small({ more: Symbol('s') }), 'notPlainData /more'],
    [small({ more: [1, , 2] }), 'notPlainData /more/1'],
    [small({ more: [undefined] }), 'notPlainData /more/0'],
    [small({ more: new Uint8Array(4) }), 'notPlainData /more'],
    [small({ more: new Map() }), 'notPlainData /more'],
    [small({ more: new Date(0) }), 'notPlainData /more'],
    [small({ more: /a/ }), 'notPlainData /more'],
    [small({ more: { toJSON: () => small() } }), 'notPlainData /more'],
    [small({ more: Object(1) }), 'notPlainData /more'],
    [new Uint8Array(4), 'notPlainData '],
    [undefined, 'notPlainData '],
    [() => 1, 'notPlainData '],
    [Symbol('s'), 'notPlainData '],
    [new String('{}'), 'notPlainData '],
    [Promise.resolve({}), 'notPlainData '],
  ]) {
    assert.deepEqual(errors(source), [expected]);
  }
  assert.deepEqual(errors(new Questionnaire()), []);
});

test('objects of other kinds that hold only data are read', () => {
  const frozen = Object.freeze(small({ misconceptions: Object.freeze([misconception('m', [statement('s')])]) }));
  const hidden = Object.defineProperty(small(), 'more', { enumerable: false, value: 1 });
  const shared = misconception('m', [statement('s')]);
  for (const [name, source] of [
    ['frozen', frozen],
    ['a proxy', new Proxy(small(), {})],
    ['symbols', { ...small(), [Symbol('s')]: () => 1 }],
    ['not enumerable', hidden],
    ['undefined', small({ intro: undefined })],
    [
      'a getter',
      {
        ...small(),
        get title() {
          return 'T';
        },
      },
    ],
  ]) {
    assert.deepEqual(errors(source), [], name);
  }
  assert.deepEqual(
    errors(small({ misconceptions: [shared, shared] })),
    ['duplicateId /misconceptions/1/id', 'duplicateId /misconceptions/1/statements/0/id'],
    'the same object twice is no circle',
  );
});

test('lists that share their items, and come to billions, are too large', () => {
  let list = ['x'];
  for (let level = 0; level < 40; level++) list = [list, list];
  assert.deepEqual(errors(small({ more: list })), ['tooLarge ']);
});

test('what is handed over is not changed, even where it fights', () => {
  let reads = 0;
  const source = {
    ...small(),
    get more() {
      return ++reads;
    },
  };
  const keys = Reflect.ownKeys(source);
  check(source, TODAY);
  assert.deepEqual(Reflect.ownKeys(source), keys);
  assert.ok(reads <= 4, `${reads} reads`);
});

// One megabyte

test('documents of 1 MB, each large in a way of its own, are answered in time', () => {
  /** The first error of each. */
  const expected = {
    'one text': 'tooLarge /title',
    'one text in a translation': 'tooLarge /translations/nb/statements/s',
    'one quotation after another': 'tooLarge /translations/en/statements/s',
    backslashes: 'tooLarge /title',
    escapes: 'tooLarge /title',
    'line breaks': 'wrongType ',
    'unknown keys': 'unknownKey /k0',
    'unknown keys like known ones': 'unknownKey /title0',
    'unknown keys with slashes and tildes': 'unknownKey /~0~1~0~1~0~1~0~10',
    'one key over and over': 'duplicateKey /a',
    notes: 'tooLarge /outcomes',
    numbers: 'tooLarge /outcomes',
    'empty lists': 'unknownKey /more',
    'lists in lists': 'unknownKey /more',
    'statements without end': 'tooLarge /misconceptions/0/statements',
    'misconceptions without end': 'tooLarge /misconceptions',
    'turns of direction': 'unknownKey /more',
    'prose that is remarked on': null,
    'weights of many kinds': null,
    'outcomes as many as may be': null,
    'a slip at the very end': 'badJson ',
    'a text that never ends': 'badJson ',
    'brackets that are never closed': 'badJson ',
    'maps that are never closed': 'badJson ',
    'brackets deep and closed': `tooDeep ${'/0'.repeat(50)}`,
    'maps deep and closed': `tooDeep ${'/a'.repeat(50)}`,
    quotes: 'badJson ',
    spaces: 'badJson ',
    commas: 'badJson ',
  };
  for (const [name, make] of Object.entries(DOCUMENTS)) {
    const source = make();
    const stops = errors(source);
    assert.ok(stops.length <= 1000, name);
    // The note that there are more problems comes first.
    if (stops[0] === 'more ') stops.shift();
    if (name in expected) assert.equal(stops[0] ?? null, expected[name], name);
    else assert.ok(stops.length > 0, name);
  }
});

test('one byte over the limit is too large, as a text and as an object', () => {
  const text = (length) => JSON.stringify(small({ more: 'x'.repeat(length) }));
  const most = 1e6 - text(0).length;
  for (const [length, expected] of [
    [most, 'unknownKey /more'],
    [most + 1, 'tooLarge '],
  ]) {
    assert.deepEqual(errors(text(length)), [expected]);
    assert.deepEqual(errors(small({ more: 'x'.repeat(length) })), [expected]);
  }
});

test('many calls one after another take no more memory than a few', () => {
  const document = JSON.stringify(
    small({
      misconceptions: many(20, (index) =>
        misconception(`m${index}`, [statement(`s${index}`, { text: 'x'.repeat(3000) })]),
      ),
    }),
  );
  // Collect garbage before counting, because what waits for collection is not a leak.
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  const calls = (count) => {
    for (let call = 0; call < count; call++) check(document, TODAY);
    collect();
    return process.memoryUsage().external + process.memoryUsage().arrayBuffers;
  };
  const few = calls(100);
  const more = calls(400);
  assert.ok(more - few < 8e6, `${few} became ${more} bytes`);
});
