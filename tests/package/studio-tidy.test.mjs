/**
 * How the studio corrects the form of URLs and dates that people type. Knows what people type; the
 * fields themselves are tested in tests/browser/studio-fields.test.mjs.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, dateOf, fileAddressOf, isMail } from '../../www/studio/data/tidy.js';

test('a host is an address, what is none stays as it is', () => {
  for (const [written, wanted] of [
    ['www.fao.org/x', 'https://www.fao.org/x'],
    [' nhi.no/sykdommer ', 'https://nhi.no/sykdommer'],
    ['//nhi.no', 'https://nhi.no'],
    ['bøker.no?a=b c', 'https://bøker.no?a=b%20c'],
    ['localhost.test:8080/a', 'https://localhost.test:8080/a'],
    ['http://nhi.no/a b', 'http://nhi.no/a%20b'],
    ['https://nhi.no', 'https://nhi.no'],
    ['doi:10.1000/182', 'doi:10.1000/182'],
    ['A book, p. 12', 'A book, p. 12'],
    ['anna@bees.org', 'anna@bees.org'],
    ['/answers', '/answers'],
    ['bees', 'bees'],
    ['', ''],
  ]) {
    assert.equal(addressOf(written), wanted);
    assert.equal(addressOf(wanted), wanted, 'once more changes nothing');
  }
});

test('the name of a file is not a host', () => {
  assert.equal(fileAddressOf('bees.js'), 'bees.js');
  assert.equal(fileAddressOf('files/bees.js'), 'files/bees.js');
  assert.equal(fileAddressOf('mybees.blog/files/bees quiz.js'), 'https://mybees.blog/files/bees%20quiz.js');
});

test('an e-mail address is told from an answer’s address', () => {
  assert.deepEqual(['anna@bees.org', 'mailto:a@b.no', 'https://a@b.no/c', 'bees.org', '@bees'].map(isMail), [
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('a date is read as it is written in English and in Norwegian', () => {
  for (const [written, wanted] of [
    ['2026', '2026'],
    ['2026-11', '2026-11'],
    ['2026-11-23', '2026-11-23'],
    ['2026-1-5', '2026-01-05'],
    ['2026/11', '2026-11'],
    ['november 2026', '2026-11'],
    ['Nov. 2026', '2026-11'],
    ['mai 2026', '2026-05'],
    ['May, 2026', '2026-05'],
    ['okt 2026', '2026-10'],
    ['2026 desember', '2026-12'],
    ['11/2026', '2026-11'],
    ['11.2026', '2026-11'],
    ['23.11.2026', '2026-11-23'],
    ['23. 11. 2026', '2026-11-23'],
    ['3.5.26', '2026-05-03'],
    ['23-11-2026', '2026-11-23'],
    ['23/11/2026', '2026-11-23'],
    ['11/23/2026', '2026-11-23'],
    ['23. november 2026', '2026-11-23'],
    ['23rd of November 2026', '2026-11-23'],
    ['November 23, 2026', '2026-11-23'],
    ['1. mars 2026', '2026-03-01'],
  ])
    assert.equal(dateOf(written), wanted, written);
});

test('what is no date, or could be two, stays as it is', () => {
  for (const it of [
    '3/5/2026',
    '31.2.2026',
    '13.2026',
    'spring 2026',
    'no 2026',
    'ma 2026',
    '2026-13',
    'last year',
    '',
  ])
    assert.equal(dateOf(it), it, it);
});
