/**
 * Input of `check` that is as deep or as large as it may be, and more: it never hangs, and takes no
 * more memory with every call.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { check, renderToString } from '../../pkg/dist/core.js';
import { DOCUMENTS, many, misconception, small, statement } from './hostile-documents.mjs';
import { TODAY, errors, nested } from './hostile-stage.mjs';

// Depth

test('the widget reports too deep nesting and throwing getters like the checker', () => {
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

test('50 levels are checked, and one more is too deep', () => {
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

// One megabyte

test('documents of 1 MB, each large in another way, are checked in time', () => {
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

test('many calls take no more memory than a few', () => {
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
