/**
 * Answering again a week later: the reminder for it, and the link that brings the first answers
 * back.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROOT } from './harness.mjs';
import { answersFragment } from './share-stage.mjs';
import {
  QUESTIONNAIRE,
  SAVING,
  answer,
  browser,
  extras,
  first,
  has,
  kept,
  press,
  reload,
  since,
  stored,
} from './retake-stage.mjs';

/** The fragment with the answers with which the next three tests begin. */
const FIRST = answersFragment(
  QUESTIONNAIRE,
  Object.fromEntries([5, 1, 3, 1].map((agreement, place) => [`s${place + 1}`, { agreement }])),
);

test('a week later the link restores the first answers, and the second scorecard is compared with them', async () => {
  await first([5, 1, 3, 1]);
  const link = await browser.run(`${ROOT} return root.querySelector('#address').value`);
  // Nothing is stored, because a visit clears the storage.
  await browser.visit(link.slice(browser.url.length));
  await browser.ready();
  await browser.until(`${ROOT} return root.querySelector('#claim-0') !== null`);
  assert.deepEqual(await browser.axe(), []);
  assert.deepEqual(await stored(), [0, 0], 'looking at a link stores nothing');
  await press('claim');
  assert.deepEqual(await browser.focused(), ['heading', 'Statement 1.']);
  assert.equal(await browser.text('.progress'), 'Statement 1 of 4');
  assert.deepEqual((await kept()).again.first.s1, { agreement: 5 });
  await reload();
  assert.equal(await browser.find('#shared'), null, 'the link is not opened again over the new attempt');
  await browser.until(`${ROOT} return root.querySelector('[name=earlier-0]')`);
  await answer([1, 1, 1, 1]);
  assert.equal(await since(), 'Since your first answers: 1 no longer believed, 1 no longer in doubt, 2 as before.');
  await browser.assertQuiet();
});

test('answers in a link cannot be taken over if the reader has answers of their own', async () => {
  await first([1, 1, 1, 1]);
  const before = await kept();
  await browser.visit(`/again.html${FIRST}`, { keep: true });
  await browser.ready();
  await browser.until(`${ROOT} return root.querySelector('#leave-0') !== null`);
  assert.equal(await has('claim'), false);
  assert.deepEqual(await kept(), before);
  await browser.assertQuiet();
});

test('the reminder is a calendar file for the day in a week, with a link that contains the answers', async () => {
  const questionnaire = { ...QUESTIONNAIRE, title: 'Small, and so on; \\ really' };
  await first([5, 1, 3, 1], '', questionnaire);
  await browser.visit('/again.html?a=1,2#part', { keep: true });
  await browser.ready();
  await extras();
  await browser.run(SAVING);
  await press('calendar');
  const file = await browser.run('return saved[0].text()');
  assert.deepEqual(await browser.run('return [saved[0].type, saved[1]]'), ['text/calendar', 'small-1.ics']);
  for (const line of file.split('\r\n')) assert.ok(new TextEncoder().encode(line).length <= 75, line);
  const lines = file.replaceAll('\r\n ', '').split('\r\n');
  const value = (name) => lines.find((it) => it.startsWith(`${name}:`)).slice(name.length + 1);
  const address = `${browser.url}/again.html?a=1,2${FIRST}`;
  assert.equal(value('SUMMARY'), 'Answer again: Small\\, and so on\\; \\\\ really');
  assert.equal(value('URL'), address);
  const stamp = value('DTSTAMP');
  assert.match(stamp, /^\d{8}T\d{6}Z$/);
  const made = Date.parse(stamp.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z'));
  assert.ok(Math.abs(Date.now() - made) < 60_000, stamp);
  const local = await browser.run(
    `const it = new Date(arguments[0]); it.setDate(it.getDate() + 7);
    return [it.getFullYear(), it.getMonth() + 1, it.getDate()]`,
    made,
  );
  assert.equal(value('DTSTART;VALUE=DATE'), local.map((it) => `${it}`.padStart(2, '0')).join(''));
  assert.ok(!/s1|agreement|held/.test(file), 'the answers are in the link only');
  await press('calendar');
  const again = await browser.run('return saved[2].text()');
  assert.notEqual(/UID:.*/.exec(again)[0], /UID:.*/.exec(file)[0], 'each event has its own UID');
  await browser.assertQuiet();
});

test('the link is copied, or selected if copying is refused', async () => {
  await first([5, 1, 3, 1]);
  await browser.run(SAVING);
  const field = `${ROOT} return root.querySelector('#address').value`;
  const link = `${browser.url}/again.html${FIRST}`;
  assert.equal(await browser.run(field), link);
  await press('copy');
  await browser.until(`${ROOT} return root.querySelector('.again [role=status]').innerText === 'Link copied.'`);
  assert.deepEqual(await browser.run('return clip'), [link]);
  await browser.run('window.refused = true');
  await press('copy');
  await browser.until(`${ROOT} const it = root.querySelector('#address');
    return root.activeElement === it && it.selectionEnd - it.selectionStart === it.value.length`);
  assert.deepEqual(await browser.run('return clip.length'), 1);
  await browser.run(`history.replaceState(null, '', '#scorecard=small.1.abc')`);
  await reload();
  await extras();
  assert.equal(await browser.run(field), link, 'the link is the same, whatever fragment the URL had');
  await browser.assertQuiet();
});
