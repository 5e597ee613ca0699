/**
 * The studio's texts for findings that an author causes in the fields: plain sentences that name no
 * key of the JSON. Knows such documents; must not know how a note looks.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../pkg/dist/core.js';
import { understood } from '../../www/studio/check/findings.js';
import { t } from '../../www/studio/texts/words.js';
import { PLAIN as nb } from '../../www/studio/texts/plain-nb.js';
import { bare } from './documents/base.mjs';

const owner = {
  id: 'm',
  name: 'N',
  statements: [
    { id: 'a', text: 'Cats sleep.', key: 'myth' },
    { id: 'b', text: 'Cats sleep little.', key: 'fact' },
  ],
  refutation: { fact: 'F', whyWrong: 'w' },
};
const one = (more, whole = {}) => ({ ...bare({ ...owner, ...more }), ...whole });
const source = (more) => one({ sources: [{ title: 'A', ...more }] });
const evidence = (more) => one({ evidence: { strength: 'strong', ...more } });

/** Mistakes that an author may make in the fields, each with a word of the expected text. */
const WRITTEN = [
  [source({ url: 'www.x.org/a b' }), /not a web address/],
  [source({ url: 'A book' }), /from https:\/\/ on/],
  [source({ title: '' }), /empty/],
  [source({ lang: 'norsk språk' }), /language tag/],
  [evidence({ asOf: 'spring 2026' }), /date could not be read.*2026-11-23/],
  [evidence({ reviewBy: '2026-02' }), /due for review by 2026-02/],
  [one({ evidence: { asOf: '2026' } }), /The strength of the evidence is missing/],
  [one({ statements: [] }), /no statement/],
  [one({ statements: [owner.statements[0], { ...owner.statements[1], id: 'a' }] }), /internal name/],
  [one({ statements: [{ ...owner.statements[0], weight: 0 }] }), /A number above 0/],
  [one({ statements: [{ ...owner.statements[0], weight: 'x' }] }), /not a number/],
  [one({ statements: [{ ...owner.statements[0], id: 'a b' }] }), /Perhaps you mean “a-b”/],
  [
    one({ statements: [{ ...owner.statements[0], text: 'Cats do not sleep.' }] }),
    /negated by “not”.*whether the choice below it still fits/,
  ],
  [one({}, { misconceptions: [] }), /no misconception/],
  [one({}, { lang: 'english language' }), /language tag/],
  [one({}, { lang: 'se' }), /no words of its own in this language/],
  [one({}, { version: '' }), /empty/],
  [one({}, { title: '[Write it]' }), /square brackets/],
  [one({}, { title: 'x'.repeat(5000) }), /5,000 characters; 4,000 fit/],
  [one({}, { title: 'a\u0007b' }), /invisible character/],
  [one({}, { markup: 'inline', intro: '[a](b)' }), /link/],
  [one({}, { markup: 'inline', intro: 'a *b' }), /emphasis/],
  [one({}, { credits: { text: 'A', url: 'x.no' } }), /not a web address/],
  [one({}, { credits: { licence: 'CC' } }), /missing/],
  [one({}, { share: {} }), /missing/],
  [one({}, { outcomes: [{ from: 'a', title: 'T' }] }), /not a number/],
  [one({}, { outcomes: [{ from: 1.5, title: 'T' }] }), /out of range\. A whole number from 0 to 1000/],
  [one({}, { outcomes: [{ title: 'T' }] }), /missing/],
  [one({}, { outcomes: [9, 9].map((from) => ({ from, title: 'T' })) }), /remark/],
  [one({}, { cutoffs: { held: 50, leaning: 60 } }), /out of order/],
  [one({}, { cutoffs: { held: 200 } }), /A number from 0 to 100 fits/],
  [one({}, { scale: { points: 4 } }), /words of the answers/],
  [one({}, { scale: { points: 5, labels: ['a', 'b'] } }), /one for each answer/],
  [one({}, { certainty: { levels: 99 } }), /out of range/],
  [one({}, { translations: { nb: { title: '' } } }), /empty/],
  [one({}, { translations: { en: { title: 'x' } } }), /never shown/],
];

test('no finding that an author causes in the fields names a key', () => {
  for (const [document, wanted] of WRITTEN) {
    const { problems } = check(document, { draft: true, today: '2026-11-30' });
    const kept = problems.filter(({ code }) => !/noSource|refutationLength|missingTranslation|unrelated/.test(code));
    const findings = understood(kept, [], new Set(['/translations/nb/title']));
    assert.ok(findings.length > 0, JSON.stringify(document));
    const told = findings.map((it) => t.told(it)).map(({ message, remedy }) => `${message} ${remedy}`);
    assert.match(told.join('\n'), wanted);
    for (const it of told) assert.doesNotMatch(it, /"\w|\w"|undefined/);
    for (const finding of findings) {
      const entry = nb[finding.code];
      const own = (typeof entry === 'function' ? entry(finding) : entry).join(' ');
      const keys = /\b(url|asOf|reviewBy|evidence|held|leaning|unsure|labels|credits|outcomes|cutoffs|whyWrong)\b/;
      assert.doesNotMatch(own, keys, finding.code);
    }
  }
});
