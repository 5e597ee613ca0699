/**
 * Input of `check` that is malicious, or comes from a faulty program: names, characters, numbers
 * and objects. `check` never throws, says what is wrong and where, changes nothing around it, and
 * answers the next call as usual. Sizes are tested in hostile-size.test.mjs.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, evaluate, renderToString } from '../../pkg/dist/core.js';
import { misconception, small, statement } from './hostile-documents.mjs';
import { NAMES, TODAY, errors, everywhere, found, having } from './hostile-stage.mjs';

// Names and characters

test('a key such as __proto__ or constructor is an unknown key like any other', () => {
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

test('ids such as __proto__ or constructor work, also in translations and answers', () => {
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

test('a language or translation of a wrong type is an error of the document or the option', () => {
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
      'an unknown language is ignored',
    );
  }
});

test('translations may have keys such as constructor, but not __proto__', () => {
  for (const name of NAMES) {
    const document = small({ translations: having({}, name, { title: 'T' }) });
    const expected = name === '__proto__' ? ['malformed /translations/__proto__'] : [];
    for (const source of [document, JSON.stringify(document)]) assert.deepEqual(errors(source), expected, name);
  }
});

test('inherited properties are ignored, and an object without a prototype is a map', () => {
  const heir = Object.create({ title: 'inherited' });
  const { title, ...rest } = small();
  Object.assign(heir, rest);
  assert.deepEqual(errors(heir), ['missing /title']);
  assert.deepEqual(errors(Object.assign(Object.create(null), small())), []);
  assert.deepEqual(errors({ ...rest, __proto__: { title } }), ['missing /title']);
});

test('a key of any characters is reported with its pointer, and marked in a text', () => {
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

test('harmful characters are reported in every place', () => {
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

test('numbers that JSON can express but a double cannot are out of range', () => {
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

test('a duplicate key is reported at each repetition, and the last value counts', () => {
  assert.ok(errors('{"__proto__":1,"__proto__":2}').includes('duplicateKey /__proto__'));
  const text = JSON.stringify(small()).replace('{', '{"title":7,"title":[],');
  assert.deepEqual(errors(text), ['duplicateKey /title', 'duplicateKey /title']);
  assert.deepEqual(errors(JSON.stringify(small()).replace(/}$/, ',"title":7}')), [
    'duplicateKey /title',
    'wrongType /title',
  ]);
});

// Objects that are not plain data

test('objects that are not plain data are reported with their pointer', () => {
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
    'the same object twice is not a circular reference',
  );
});

test('the given object is not changed, even if it has getters', () => {
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
